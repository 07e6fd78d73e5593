/* What the classifiers see of a word. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "syntax/word.h"

static struct word describe(const char *form)
{
    const struct clusters none = {0};
    struct word word;

    word_describe(&word, view_of(form), &none);
    return word;
}

static void same_in_small_letters(void **state)
{
    static const char *const pairs[][2] = {
        {"Moscow", "MOSCOW"}, {"1998", "2024"}, {"\u201c", "\""},
        {"\u2019", "'"},      {"\u2013", "-"},  {"\u00c9t\u00e9", "\u00e9t\u00e9"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct word a = describe(pairs[i][0]), b = describe(pairs[i][1]);
        if (a.lower != b.lower || a.suffix[1] != b.suffix[1] || a.prefix[1] != b.prefix[1] || a.form == b.form)
            fail_msg("%s and %s", pairs[i][0], pairs[i][1]);
    }
}

static void flags_and_shapes(void **state)
{
    static const struct {
        const char *form, *like;
        uint32_t flags;
    } cases[] = {
        {"Tajik", "Uzbek", WORD_TITLE | WORD_LETTER},
        {"FSB", "USA", WORD_UPPER | WORD_LETTER},
        {"who", "what", WORD_LETTER},
        {"ex-wife", "un-named", WORD_HYPHEN | WORD_LETTER},
        {"2024", "777", WORD_DIGIT},
        {"F-16", "B-52", WORD_UPPER | WORD_DIGIT | WORD_HYPHEN | WORD_LETTER},
        {"-", "\u2014", 0},
        {"A", "B", WORD_UPPER | WORD_LETTER},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct word word = describe(cases[i].form);
        assert_int_equal(word.flags, cases[i].flags);
        assert_true(word.shape == describe(cases[i].like).shape);
    }
    assert_true(describe("FSB").shape != describe("Fsb").shape);
}

static void endings_are_of_characters(void **state)
{
    struct word a = describe("caf\u00e9"), b = describe("n\u00e9"), c = describe("xy\u00e9");

    (void)state;
    assert_true(a.suffix[0] == b.suffix[0] && b.suffix[0] == c.suffix[0]);
    assert_true(a.suffix[1] != c.suffix[1]);
    assert_true(b.suffix[1] == b.lower && b.suffix[4] == b.lower);
}

static void the_first_word_follows_quotes(void **state)
{
    const char *forms[] = {"\"", "(", "Talks", "Failed"};
    struct token tokens[4];
    struct word words[4];
    const struct clusters none = {0};

    (void)state;
    for (int i = 0; i < 4; i++)
        tokens[i] = (struct token){.form = forms[i], .form_length = (uint16_t)strlen(forms[i])};
    word_describe_sentence(words, tokens, 4, &none);
    assert_true(words[2].flags & WORD_FIRST);
    assert_false(words[3].flags & WORD_FIRST);
}

static void long_forms_are_cut_between_characters(void **state)
{
    char form[2000];

    (void)state;
    for (size_t i = 0; i + 1 < sizeof form; i += 2)
        memcpy(form + i, "\u0130", 2); /* grows in small letters */
    for (size_t length = 1; length < 600; length++) {
        const struct clusters none = {0};
        struct word word;
        word_describe(&word, (struct view){form, length / 2 * 2}, &none);
        assert_true(length < 2 || word.flags & WORD_UPPER);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_in_small_letters),
        cmocka_unit_test(flags_and_shapes),
        cmocka_unit_test(endings_are_of_characters),
        cmocka_unit_test(the_first_word_follows_quotes),
        cmocka_unit_test(long_forms_are_cut_between_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
