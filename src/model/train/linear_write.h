/* linear_write.h: from weights to a table of model/linear.h. */
#ifndef HEARSAY_MODEL_TRAIN_LINEAR_WRITE_H
#define HEARSAY_MODEL_TRAIN_LINEAR_WRITE_H

#include "model/linear.h"

struct linear_weight {
    uint64_t feature;
    float value;
    uint8_t label; /* the class */
};

/* Prunes and quantises: a section for linear_open, at most `max_bytes` long. Each cache line keeps the 16 heaviest of
 * the weights that fall on it, so a smaller table loses light weights first. One scale for the whole table: the largest
 * 0.1 per mille of the weights are clipped to 127, and weights that round to 0 go. The order of the weights does not
 * matter; each (feature, label) comes once. The caller frees section->data. */
int linear_write(const struct linear_weight *weights, size_t count, uint32_t classes, size_t max_bytes,
                 struct view *section, struct hearsay_error *error);

#endif
