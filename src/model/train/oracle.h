/* oracle.h: the dynamic oracle of arc-eager parsing (Goldberg and Nivre 2013): what each move costs, in arcs of the gold tree that
 * can no longer be reached. */
#ifndef HEARSAY_MODEL_TRAIN_ORACLE_H
#define HEARSAY_MODEL_TRAIN_ORACLE_H

#include "syntax/transitions.h"

/* Sets cost[m] of each legal move.
 *   heads  the gold head of each word, NODE_NONE for the root; need not be projective (costs are then a lower bound)
 * Cost: linear in the words on the stack and in the buffer. */
void oracle_costs(const struct state *state, const int32_t *heads, const bool legal[MOVE_COUNT], int cost[MOVE_COUNT]);

#endif
