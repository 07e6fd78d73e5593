/* syntax_link: children in the order of the text, subtree edges, and heads that are no tree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "syntax/syntax.h"

#define WORDS_MOST 8

struct example {
    struct token tokens[WORDS_MOST];
    struct sentence sentences[2];
    struct document document;
};

/* A document of one sentence, or of two where `second` is the first word of the second. */
static void make(struct example *example, const int32_t *heads, uint32_t count, uint32_t second)
{
    *example = (struct example){.document = {.tokens = example->tokens, .sentences = example->sentences}};
    for (uint32_t i = 0; i < count; i++)
        example->tokens[i].head = heads[i];
    example->sentences[0] = (struct sentence){.first = 0, .count = second ? second : count};
    example->sentences[1] = (struct sentence){.first = second, .count = count - second};
    example->document.token_count = count;
    example->document.sentence_count = second ? 2 : 1;
}

static void children_and_edges(void **state)
{
    const int32_t heads[] = {1, 3, 1, -1, 3, 6, 4};
    const int32_t left[] = {0, 0, 2, 0, 4, 5, 5}, right[] = {0, 2, 2, 6, 6, 5, 6};
    struct example example;

    (void)state;
    make(&example, heads, 7, 0);
    assert_int_equal(syntax_link(&example.document, NULL), 0);
    for (int i = 0; i < 7; i++) {
        assert_int_equal(example.tokens[i].left_edge, left[i]);
        assert_int_equal(example.tokens[i].right_edge, right[i]);
    }
    assert_int_equal(example.tokens[3].first_child, 1);
    assert_int_equal(example.tokens[1].next_sibling, 4);
    assert_int_equal(example.tokens[4].next_sibling, -1);
    assert_int_equal(example.tokens[1].first_child, 0);
    assert_int_equal(example.tokens[0].next_sibling, 2);
    assert_int_equal(example.tokens[5].first_child, -1);
}

/* Crossing arcs: edges are those of the words in the subtree, whatever lies between. */
static void crossing_arcs(void **state)
{
    const int32_t heads[] = {2, -1, 1, 0};
    struct example example;

    (void)state;
    make(&example, heads, 4, 0);
    assert_int_equal(syntax_link(&example.document, NULL), 0);
    assert_int_equal(example.tokens[2].left_edge, 0);
    assert_int_equal(example.tokens[2].right_edge, 3);
    assert_int_equal(example.tokens[0].right_edge, 3);
}

static void sentences_are_trees_of_their_own(void **state)
{
    const int32_t heads[] = {1, -1, -1, 2};
    struct example example;

    (void)state;
    make(&example, heads, 4, 2);
    assert_int_equal(syntax_link(&example.document, NULL), 0);
    assert_int_equal(example.tokens[2].left_edge, 2);
    assert_int_equal(example.tokens[2].first_child, 3);
}

static void what_is_no_tree_is_an_error(void **state)
{
    static const int32_t cases[][3] = {
        {-1, -1, 0}, /* two roots */
        {1, 0, 1},   /* no root */
        {-1, 2, 1},  /* a cycle beside the root */
        {-1, 1, 0},  /* its own head */
        {-1, 3, 0},  /* beyond the sentence */
    };
    struct example example;
    struct hearsay_error error;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        make(&example, cases[i], 3, 0);
        assert_int_equal(syntax_link(&example.document, &error), HEARSAY_ERROR_INPUT);
        assert_string_equal(error.stage, "syntax");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(children_and_edges),
        cmocka_unit_test(crossing_arcs),
        cmocka_unit_test(sentences_are_trees_of_their_own),
        cmocka_unit_test(what_is_no_tree_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
