/* transitions.c: arc-eager moves. */
#include "syntax/transitions.h"

#include <string.h>

void state_start(struct state *state, struct node *nodes, int32_t *stack, int32_t count)
{
    *state = (struct state){.nodes = nodes, .stack = stack, .count = count, .returned = NODE_NONE};
    memset(nodes, 0, (size_t)count * sizeof *nodes);
    for (int32_t i = 0; i < count; i++) {
        nodes[i].head = NODE_NONE;
        nodes[i].left[0] = nodes[i].left[1] = NODE_NONE;
        nodes[i].right[0] = nodes[i].right[1] = NODE_NONE;
    }
}

/* The buffer is empty: words with a head are done with; of several without one the topmost is offered to the one below.
 * The lowest word of the stack never has a head, so one is always left: the root. */
static void settle_stack(struct state *state)
{
    while (state->depth > 1 && state->nodes[state_stack(state, 0)].head != NODE_NONE)
        state->depth--;
    if (state->depth > 1)
        state->returned = state->stack[--state->depth];
}

int state_legal(struct state *state, bool legal[MOVE_COUNT])
{
    int32_t top;
    bool headed;

    memset(legal, 0, MOVE_COUNT * sizeof *legal);
    if (state_buffer(state, 0) == NODE_NONE)
        settle_stack(state);
    if (state_buffer(state, 0) == NODE_NONE)
        return 0;
    top = state_stack(state, 0);
    if (top == NODE_NONE) {
        legal[MOVE_SHIFT] = true;
        return 1;
    }
    headed = state->nodes[top].head != NODE_NONE;
    legal[MOVE_SHIFT] = state->returned == NODE_NONE;
    legal[MOVE_REDUCE] = headed;
    legal[MOVE_LEFT] = !headed;
    legal[MOVE_RIGHT] = true;
    return legal[MOVE_SHIFT] + 2;
}

static void attach(struct state *state, int32_t head, int32_t child, uint8_t label)
{
    struct node *node = &state->nodes[head];

    state->nodes[child].head = head;
    state->nodes[child].label = label;
    if (child < head) {
        node->left[1] = node->left[0];
        node->left[0] = child;
        node->left_labels |= UINT64_C(1) << (label & 63);
        node->left_count += node->left_count < UINT8_MAX;
    } else {
        node->right[1] = node->right[0];
        node->right[0] = child;
        node->right_labels |= UINT64_C(1) << (label & 63);
        node->right_count += node->right_count < UINT8_MAX;
    }
}

/* Takes the first word of the buffer and puts it on the stack. */
static void push_front(struct state *state)
{
    int32_t front = state_buffer(state, 0);

    if (state->returned != NODE_NONE)
        state->returned = NODE_NONE;
    else
        state->next++;
    state->stack[state->depth++] = front;
}

void state_move(struct state *state, enum move move, uint8_t label)
{
    switch (move) {
    case MOVE_SHIFT:
        push_front(state);
        break;
    case MOVE_REDUCE:
        state->depth--;
        break;
    case MOVE_LEFT:
        attach(state, state_buffer(state, 0), state_stack(state, 0), label);
        state->depth--;
        break;
    case MOVE_RIGHT:
        attach(state, state_stack(state, 0), state_buffer(state, 0), label);
        push_front(state);
        break;
    case MOVE_COUNT:
        break;
    }
}
