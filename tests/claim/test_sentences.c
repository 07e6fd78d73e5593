/* Sentences of every shape, their trees given, against the whole claims that a careful reader marks in them
 * (sentences.conllu: each document's claims stand in its "# claim" comments, in the order of their cues). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed.h"

enum { CASES_MIN = 150 };

/* The next "# claim = " line of a document's bytes, moving *at behind it; {NULL, 0} at the end. */
static struct view next_expected(struct view bytes, size_t *at)
{
    static const char key[] = "# claim = ";

    while (*at < bytes.length) {
        const char *line = bytes.data + *at;
        const char *end = memchr(line, '\n', bytes.length - *at);
        size_t length = end ? (size_t)(end - line) : bytes.length - *at;
        *at += length + 1;
        if (length >= sizeof key - 1 && memcmp(line, key, sizeof key - 1) == 0)
            return (struct view){line + sizeof key - 1, length - (sizeof key - 1)};
    }
    return (struct view){NULL, 0};
}

/* The number of differences between what was found and what was expected, each printed. */
static int compare_document(const struct analysed *analysed, struct view bytes, struct arena *arena)
{
    size_t at = 0;
    int wrong = 0;

    for (size_t i = 0;; i++) {
        struct view expected = next_expected(bytes, &at);
        struct view found = i < analysed->claims.count ? claim_line(analysed, i, arena) : (struct view){NULL, 0};
        if (!expected.data && !found.data)
            return wrong;
        if (expected.data && found.data && view_equal(expected, found))
            continue;
        wrong++;
        print_message("%.*s: %.*s\n  expected %.*s\n  found    %.*s\n", VIEW_ARGS(analysed->document.id),
                      VIEW_ARGS(analysed->document.text), VIEW_ARGS(expected), VIEW_ARGS(found));
    }
}

static void test_sentences(void **state)
{
    struct hearsay_error error = {0};
    struct hearsay_limits limits = limits_default();
    struct arena *arena = arena_new(0);
    struct text_reader *reader = NULL;
    struct text_unit unit;
    int cases = 0;
    int wrong = 0;

    (void)state;
    assert_non_null(arena);
    assert_int_equal(
        text_open(&reader, HEARSAY_SOURCE_DIR "/tests/claim/sentences.conllu", HEARSAY_FORMAT_CONLLU, &limits, &error),
        0);
    while (text_next(reader, &unit, arena, &error) == 1) {
        struct analysed analysed = {0};
        assert_int_equal(text_parse(&analysed.document, &unit, &limits, arena, &error), 0);
        analysed.document.date = VIEW("2024-03-22");
        assert_int_equal(analyse_tree(&analysed, 0, arena, &error), 0);
        wrong += compare_document(&analysed, unit.bytes, arena);
        cases++;
    }
    text_close(reader);
    arena_free(arena);
    assert_int_equal(wrong, 0);
    assert_true(cases >= CASES_MIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sentences)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
