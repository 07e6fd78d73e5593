/* The best tree, against trying all trees, and as a property of large random graphs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "syntax/arborescence.h"

#define SMALL   6
#define NO_TREE -1e9f

/* A fixed sequence, the same on every machine. */
static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void fill_random(float *scores, size_t size, uint32_t *state)
{
    for (size_t i = 0; i < size * size; i++)
        scores[i] = ((float)(next_random(state) % 2000) - 1000.0f) / 100.0f;
}

/* The sum of a tree's scores, or NO_TREE where the heads are none: a cycle, several roots. */
static float tree_score(const float *scores, size_t size, const uint16_t *heads)
{
    float sum = 0;
    size_t roots = 0;

    for (size_t d = 1; d < size; d++) {
        size_t at = d, steps = 0;
        while (at != 0 && steps++ < size)
            at = heads[at];
        if (at != 0)
            return NO_TREE;
        roots += heads[d] == 0;
        sum += scores[d * size + heads[d]];
    }
    return roots == 1 ? sum : NO_TREE;
}

static float best_by_trying(const float *scores, size_t size)
{
    uint16_t heads[SMALL] = {0};
    float best = NO_TREE;
    size_t count = 1;

    for (size_t d = 1; d < size; d++)
        count *= size;
    for (size_t number = 0; number < count; number++) {
        size_t rest = number;
        for (size_t d = 1; d < size; d++, rest /= size)
            heads[d] = (uint16_t)(rest % size);
        float score = tree_score(scores, size, heads);
        best = score > best ? score : best;
    }
    return best;
}

static float found_score(const float *scores, size_t size)
{
    float *copy = malloc(size * size * sizeof *copy);
    uint16_t *heads = calloc(size, sizeof *heads);
    void *workspace = malloc(arborescence_workspace(size));

    assert_true(copy && heads && workspace);
    memcpy(copy, scores, size * size * sizeof *copy);
    arborescence_find(copy, size, heads, workspace);
    float score = tree_score(scores, size, heads);
    free(copy);
    free(heads);
    free(workspace);
    return score;
}

static void test_best_of_all_trees(void **unused)
{
    uint32_t state = 1;
    float scores[SMALL * SMALL];
    (void)unused;
    for (size_t round = 0; round < 4000; round++) {
        size_t size = 2 + round % (SMALL - 1);
        fill_random(scores, size, &state);
        assert_true(found_score(scores, size) >= best_by_trying(scores, size) - 0.01f);
    }
}

static void test_large_graphs_give_trees(void **unused)
{
    uint32_t state = 2;
    (void)unused;
    for (size_t size = 20; size <= 320; size += 50) {
        float *scores = malloc(size * size * sizeof *scores);
        assert_non_null(scores);
        fill_random(scores, size, &state);
        assert_true(found_score(scores, size) > NO_TREE);
        free(scores);
    }
}

static void test_equal_scores_give_a_tree(void **unused)
{
    float scores[100] = {0};
    (void)unused;
    for (size_t size = 2; size <= 10; size++)
        assert_true(found_score(scores, size) > NO_TREE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_best_of_all_trees),
        cmocka_unit_test(test_large_graphs_give_trees),
        cmocka_unit_test(test_equal_scores_give_a_tree),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
