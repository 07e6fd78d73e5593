/* perceptron.h: trains the tables of model/linear.h. An averaged perceptron (Collins 2002) with a margin over sparse
 * rows: a feature exists from its first update on, with weights for the classes that were updated. Deterministic: no
 * dependence on addresses or time, and the exported table depends on the updates alone.
 *
 * Use:  perceptron_update gives weights to classes; perceptron_tick after each decision, or once where the weights were
 * learned elsewhere (names_train.c); perceptron_export makes the section of linear.h. */
#ifndef HEARSAY_MODEL_TRAIN_PERCEPTRON_H
#define HEARSAY_MODEL_TRAIN_PERCEPTRON_H

#include "model/linear.h"

struct perceptron;

/* A trainer with no weights; NULL when there is no memory. Free with perceptron_free.
 *   classes        at most LINEAR_CLASSES
 *   least_updates  a feature counts only once it was updated so often, a right and a wrong class being two updates. The
 * table gets many times smaller and hardly worse (Goldberg and Elhadad 2011); 10 is good, 1 counts every feature */
struct perceptron *perceptron_new(uint32_t classes, uint32_t least_updates);
void perceptron_free(struct perceptron *perceptron);

/* Adds `amount` to the weights of all features for one class. HEARSAY_ERROR_MEMORY when there is no memory. */
int perceptron_update(struct perceptron *perceptron, const uint64_t *features, size_t count, uint32_t label,
                      float amount);

/* One decision has passed: the clock of the averages. */
void perceptron_tick(struct perceptron *perceptron);

/* Number of (feature, class) weights there are. */
size_t perceptron_size(const struct perceptron *perceptron);

/* Averages, prunes and quantises: a section for linear_open, at most `max_bytes` long. Each cache line keeps the 16
 * heaviest of the weights that fall on it, so a smaller table loses light weights first. One scale for the whole table:
 * the largest 0.1 per mille of the weights are clipped to 127, and weights that round to 0 go. The caller frees
 * section->data. */
int perceptron_export(const struct perceptron *perceptron, size_t max_bytes, struct view *section,
                      struct hearsay_error *error);

#endif
