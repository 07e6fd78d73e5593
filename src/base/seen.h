/* seen.h: a set of strings that remembers 128-bit hashes instead of the strings, and numbers them: whether an id came
 * before, and which it was, in bounded memory. */
#ifndef HEARSAY_BASE_SEEN_H
#define HEARSAY_BASE_SEEN_H

#include "base/view.h"

struct seen;

/* An empty set, or NULL when there is no memory. The caller frees it with seen_free. */
struct seen *seen_new(void);

/* Adds a string: 1 where it is new, 0 where it came before, negative (HEARSAY_ERROR_MEMORY) when there is no memory or
 * there are 2^32 - 1 already. Two strings are taken for one with a probability below 10^-20 among a thousand million.
 * Cost: amortised constant; at most 48 bytes each. */
int seen_add(struct seen *seen, struct view string);

/* The same, and *number becomes how many came before it was new: 0, 1, 2, ... in the order of their first coming. */
int seen_number(struct seen *seen, struct view string, uint32_t *number);

/* NULL is allowed. */
void seen_free(struct seen *seen);

#endif
