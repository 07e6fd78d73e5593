/* transitions.h: the arc-eager transition system (Nivre 2003) without a root node, with the tree constraint of Nivre and
 * Fernandez-Gonzalez (2014): when the buffer is empty and headless words are left, the topmost goes back to the buffer and may
 * only be attached. Whatever moves are chosen among the legal ones, the result is one tree with one root, reached in at most
 * 4 moves for each word. */
#ifndef HEARSAY_SYNTAX_TRANSITIONS_H
#define HEARSAY_SYNTAX_TRANSITIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum move { MOVE_SHIFT, MOVE_REDUCE, MOVE_LEFT, MOVE_RIGHT, MOVE_COUNT };

#define NODE_NONE (-1)

/* A word of the tree that is being built. Children: [0] is the outermost, [1] the next inward. */
struct node {
    int32_t head;
    int32_t left[2];
    int32_t right[2];
    uint8_t label; /* enum deprel; meaningful once there is a head */
    uint8_t left_count; /* stop at 255 */
    uint8_t right_count;
    uint64_t left_labels; /* bit l: a child with label l */
    uint64_t right_labels;
};

/* Words are numbered 0 .. count - 1. `nodes` and `stack` have room for count items each. */
struct state {
    struct node *nodes;
    int32_t *stack;
    int32_t count;
    int32_t depth;    /* words on the stack */
    int32_t next;     /* the first word of the buffer; count: none left */
    int32_t returned; /* a word that came back to the empty buffer, or NODE_NONE */
};

/* An empty stack, all words in the buffer, no arcs. */
void state_start(struct state *state, struct node *nodes, int32_t *stack, int32_t count);

/* The n-th word of the stack, 0 the topmost, or NODE_NONE. */
static inline int32_t state_stack(const struct state *state, int32_t n)
{
    return n < state->depth ? state->stack[state->depth - 1 - n] : NODE_NONE;
}

/* The n-th word of the buffer, or NODE_NONE. */
static inline int32_t state_buffer(const struct state *state, int32_t n)
{
    if (state->returned != NODE_NONE)
        return n == 0 ? state->returned : NODE_NONE;
    return state->next + n < state->count ? state->next + n : NODE_NONE;
}

/* Marks the moves that are allowed and returns their number; 0: the tree is done. Moves the topmost word back to an empty buffer
 * where the tree constraint asks for it, hence no const. At most one move is forced without a choice. */
int state_legal(struct state *state, bool legal[MOVE_COUNT]);

/* Makes a legal move. `label` is for MOVE_LEFT and MOVE_RIGHT. */
void state_move(struct state *state, enum move move, uint8_t label);

#endif
