/* limits.h: what one input may need at most. Every limit can be set by --limit-NAME; one that bites is reported. */
#ifndef HEARSAY_BASE_LIMITS_H
#define HEARSAY_BASE_LIMITS_H

#include "hearsay.h"

/* The defaults: document 64 MiB, sentence 1,000 words (a longer one is cut, with a warning), word 1,024 bytes,
 * JSON line 128 MiB, memory for one document 1.5 GiB, nodes drawn 2,000, lines drawn 200, seconds for one drawing 60. */
struct hearsay_limits limits_default(void);

/* Sets the limit called `name`: document, sentence, word, line, memory, draw-nodes, draw-lines, draw-seconds. `value` is a number
 * above 0 with an optional K, M or G (powers of 1,024). 0, or HEARSAY_ERROR_USAGE for a name or number that is none. */
int limits_set(struct hearsay_limits *limits, const char *name, const char *value);

#endif
