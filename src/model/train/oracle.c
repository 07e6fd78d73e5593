/* oracle.c: costs of moves. A word is on the stack or in the buffer as long as it can take part in arcs; one on the stack that has
 * a head already can lose it no more. */
#include "model/train/oracle.h"

/* Gold children of `head` in the buffer, from the n-th word of it on. */
static int children_in_buffer(const struct state *state, const int32_t *heads, int32_t head, int32_t n)
{
    int found = 0;

    for (int32_t word; (word = state_buffer(state, n)) != NODE_NONE; n++)
        found += heads[word] == head;
    return found;
}

/* Gold children of `head` on the stack that have no head yet. */
static int children_on_stack(const struct state *state, const int32_t *heads, int32_t head)
{
    int found = 0;

    for (int32_t i = 0; i < state->depth; i++)
        found += heads[state->stack[i]] == head && state->nodes[state->stack[i]].head == NODE_NONE;
    return found;
}

static bool on_stack(const struct state *state, int32_t word, int32_t below)
{
    for (int32_t i = 0; i < state->depth - below; i++)
        if (state->stack[i] == word)
            return true;
    return false;
}

static bool in_buffer(const struct state *state, int32_t word, int32_t n)
{
    for (int32_t other; (other = state_buffer(state, n)) != NODE_NONE; n++)
        if (other == word)
            return true;
    return false;
}

/* The arc to a wrong head: the gold head was still in reach, or the word is the root. */
static int left_cost(const struct state *state, const int32_t *heads, int32_t top, int32_t front)
{
    int lost = 0;

    if (heads[top] != front)
        lost = heads[top] == NODE_NONE || in_buffer(state, heads[top], 1);
    return lost + children_in_buffer(state, heads, top, 0);
}

static int right_cost(const struct state *state, const int32_t *heads, int32_t top, int32_t front)
{
    int lost = 0;

    if (heads[front] != top)
        lost = heads[front] == NODE_NONE || on_stack(state, heads[front], 1) || in_buffer(state, heads[front], 1);
    return lost + children_on_stack(state, heads, front);
}

void oracle_costs(const struct state *state, const int32_t *heads, const bool legal[MOVE_COUNT], int cost[MOVE_COUNT])
{
    int32_t top = state_stack(state, 0), front = state_buffer(state, 0);

    for (int move = 0; move < MOVE_COUNT; move++)
        cost[move] = 0;
    if (top == NODE_NONE)
        return;
    if (legal[MOVE_SHIFT])
        cost[MOVE_SHIFT] = on_stack(state, heads[front], 0) + children_on_stack(state, heads, front);
    if (legal[MOVE_REDUCE])
        cost[MOVE_REDUCE] = children_in_buffer(state, heads, top, 0);
    if (legal[MOVE_LEFT])
        cost[MOVE_LEFT] = left_cost(state, heads, top, front);
    if (legal[MOVE_RIGHT])
        cost[MOVE_RIGHT] = right_cost(state, heads, top, front);
}
