/* The transition system: whatever moves are chosen, a sentence ends as one tree with one root; and gold trees can be built. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/transitions.h"

#define LONGEST 60

static uint64_t next(uint64_t *state)
{
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return *state >> 33;
}

static void assert_tree(const struct node *nodes, int32_t count)
{
    int32_t roots = 0;

    for (int32_t i = 0; i < count; i++) {
        int32_t steps = 0;
        roots += nodes[i].head == NODE_NONE;
        for (int32_t at = i; nodes[at].head != NODE_NONE; at = nodes[at].head) {
            assert_in_range(nodes[at].head, 0, count - 1);
            assert_true(++steps < count);
        }
    }
    assert_int_equal(roots, 1);
}

/* Outermost children, counts and label sets must tell of the same tree as the heads. */
static void assert_children_agree(const struct node *nodes, int32_t count)
{
    for (int32_t i = 0; i < count; i++) {
        int32_t left = 0, right = 0, first = NODE_NONE, last = NODE_NONE;
        uint64_t labels = 0;
        for (int32_t k = 0; k < count; k++) {
            if (nodes[k].head != i)
                continue;
            labels |= UINT64_C(1) << nodes[k].label;
            left += k < i;
            right += k > i;
            if (first == NODE_NONE && k < i)
                first = k;
            if (k > i)
                last = k;
        }
        assert_int_equal(nodes[i].left_count, left);
        assert_int_equal(nodes[i].right_count, right);
        assert_int_equal(nodes[i].left[0], first);
        assert_int_equal(nodes[i].right[0], last);
        assert_true((nodes[i].left_labels | nodes[i].right_labels) == labels);
    }
}

static void random_moves_make_trees(void **unused)
{
    uint64_t seed = 1;

    (void)unused;
    for (int round = 0; round < 20000; round++) {
        struct node nodes[LONGEST];
        int32_t stack[LONGEST], count = (int32_t)(next(&seed) % LONGEST) + 1, moves = 0;
        struct state state;
        bool legal[MOVE_COUNT];

        state_start(&state, nodes, stack, count);
        while (state_legal(&state, legal) > 0) {
            uint64_t move = next(&seed) % MOVE_COUNT;
            while (!legal[move])
                move = (move + 1) % MOVE_COUNT;
            state_move(&state, (enum move)move, (uint8_t)(next(&seed) % 50));
            assert_true(++moves <= 4 * count);
        }
        assert_tree(nodes, count);
        assert_children_agree(nodes, count);
    }
}

/* Only shifting leaves every word headless: the tree constraint must still make a tree. */
static void shifting_alone_makes_a_tree(void **unused)
{
    struct node nodes[LONGEST];
    int32_t stack[LONGEST];
    struct state state;
    bool legal[MOVE_COUNT];

    (void)unused;
    state_start(&state, nodes, stack, LONGEST);
    while (state_legal(&state, legal) > 0) {
        enum move move = legal[MOVE_SHIFT] ? MOVE_SHIFT : legal[MOVE_RIGHT] ? MOVE_RIGHT : MOVE_REDUCE;
        assert_true(legal[move]);
        state_move(&state, move, 1);
    }
    assert_tree(nodes, LONGEST);
    assert_children_agree(nodes, LONGEST);
}

static void one_word_is_a_root(void **unused)
{
    struct node node;
    int32_t stack;
    struct state state;
    bool legal[MOVE_COUNT];

    (void)unused;
    state_start(&state, &node, &stack, 1);
    assert_int_equal(state_legal(&state, legal), 1);
    assert_true(legal[MOVE_SHIFT]);
    state_move(&state, MOVE_SHIFT, 0);
    assert_int_equal(state_legal(&state, legal), 0);
    assert_int_equal(node.head, NODE_NONE);
}

/* "the old man sleeps": det(man, the), amod(man, old), nsubj(sleeps, man). */
static void moves_make_the_arcs_they_say(void **unused)
{
    static const enum move moves[] = {MOVE_SHIFT, MOVE_SHIFT, MOVE_LEFT, MOVE_LEFT, MOVE_SHIFT, MOVE_LEFT, MOVE_SHIFT};
    static const int32_t heads[] = {2, 2, 3, NODE_NONE};
    struct node nodes[4];
    int32_t stack[4];
    struct state state;
    bool legal[MOVE_COUNT];

    (void)unused;
    state_start(&state, nodes, stack, 4);
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        assert_true(state_legal(&state, legal) > 0);
        assert_true(legal[moves[i]]);
        state_move(&state, moves[i], (uint8_t)i);
    }
    assert_int_equal(state_legal(&state, legal), 0);
    for (int i = 0; i < 4; i++)
        assert_int_equal(nodes[i].head, heads[i]);
    assert_int_equal(nodes[1].label, 2);
    assert_int_equal(nodes[2].left[0], 0);
    assert_int_equal(nodes[2].left[1], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_moves_make_trees),
        cmocka_unit_test(shifting_alone_makes_a_tree),
        cmocka_unit_test(one_word_is_a_root),
        cmocka_unit_test(moves_make_the_arcs_they_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
