/* items.h: records -> items: what the two files of the comparison share. */
#ifndef HEARSAY_DIFF_ITEMS_H
#define HEARSAY_DIFF_ITEMS_H

#include "diff/diff.h"

struct diff_items {
    struct diff_item *items; /* in the order of the records */
    size_t count, capacity;
};

/* All entities of a merged set, each once, or all claims. Negative: no memory. */
int diff_list_entities(struct diff_items *items, const struct record *records, size_t count, struct arena *arena,
                       struct hearsay_error *error);
int diff_list_claims(struct diff_items *items, struct record *records, size_t count, struct arena *arena,
                     struct hearsay_error *error);

#endif
