/* The small pieces that formats are made of: numbers, XML, DOT strings, lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "export/builder.h"
#include "export/dot.h"
#include "export/wrap.h"
#include "export/xml.h"

/* What `write` makes of `text`. */
static void check(void (*write)(struct output *, struct view), struct view text, const char *expected)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    write(out, text);
    struct view made = output_view(out);
    if (!view_is(made, expected))
        fail_msg("\"%.*s\" became \"%.*s\", not \"%s\"", VIEW_ARGS(text), VIEW_ARGS(made), expected);
    output_abandon(out);
}

static void test_xml(void **state)
{
    (void)state;
    check(xml_text, VIEW("a<b>&\"'"), "a&lt;b&gt;&amp;\"'");
    check(xml_text, VIEW("]]>"), "]]&gt;");
    check(xml_text, VIEW("\t\n\r"), "\t\n&#13;");
    check(xml_text,
          VIEW("a\x01\x1F"
               "b\x7F"),
          "a\xEF\xBF\xBD\xEF\xBF\xBD"
          "b\x7F");
    check(xml_text, VIEW("\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    check(xml_text, VIEW("\xEF\xBC\x9D\xF0\x9F\x98\x80"), "\xEF\xBC\x9D\xF0\x9F\x98\x80");
    check(xml_text, VIEW(""), "");
    check(xml_quoted, VIEW("\"\t\n\r<"), "&quot;&#9;&#10;&#13;&lt;");
    check(xml_quoted, VIEW("'"), "'");
}

static void test_dot(void **state)
{
    (void)state;
    check(dot_string, VIEW("a"), "\"a\"");
    check(dot_string, VIEW("a\\"), "\"a\\\\\"");
    check(dot_string, VIEW("\\N \\\\"), "\"\\\\N \\\\\\\\\"");
    check(dot_string, VIEW("\"<b>\""), "\"\\\"<b>\\\"\"");
    check(dot_string, VIEW("&copy;"), "\"&amp;copy;\"");
    check(dot_string, VIEW("a\nb\rc"), "\"a\\nb&#13;c\"");
    check(dot_string, VIEW("\x0B\xEF\xBF\xBF"), "\"\xEF\xBF\xBD\xEF\xBF\xBD\"");
}

static void test_integers(void **state)
{
    (void)state;
    static const struct {
        int64_t value;
        const char *text;
    } CASES[] = {
        {0, "0"}, {7, "7"}, {-1, "-1"}, {INT64_MAX, "9223372036854775807"}, {INT64_MIN, "-9223372036854775808"}};
    char buffer[NUMBER_SIZE];
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_true(view_is(number_integer(buffer, CASES[i].value), CASES[i].text));
}

static void test_reals(void **state)
{
    (void)state;
    static const struct {
        double value;
        int decimals;
        const char *text;
    } CASES[] = {{0, 2, "0.00"},     {1, 0, "1"},           {0.5, 1, "0.5"},           {-0.04, 1, "0.0"},
                 {-0.06, 1, "-0.1"}, {12.3456, 2, "12.35"}, {0.000001, 6, "0.000001"}, {99.999, 2, "100.00"},
                 {1e300, 2, "0.00"}, {1.0 / 0.0, 1, "0.0"}, {-3, 3, "-3.000"}};
    char buffer[NUMBER_SIZE];
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct view made = number_real(buffer, CASES[i].value, CASES[i].decimals);
        if (!view_is(made, CASES[i].text))
            fail_msg("case %zu: %.*s, not %s", i, VIEW_ARGS(made), CASES[i].text);
    }
}

static void test_wrap(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width, most;
        const char *wrapped;
    } CASES[] = {
        {"Anna", 18, 70, "Anna"},
        {"", 18, 70, ""},
        {"   ", 18, 70, ""},
        {"Ministry of the Interior of France", 18, 70, "Ministry of the\nInterior of France"},
        {"  a \t\n b  ", 18, 70, "a b"},
        {"Pakistan-based group", 18, 70, "Pakistan-based\ngroup"}, /* no word is broken that has room */
        {"abcdefghij", 4, 70, "abcd\nefgh\nij"},
        {"aaa bbb", 4, 70, "aaa\nbbb"},
        {"one two three four", 18, 7, "one two\xE2\x80\xA6"},
        {"abcdef", 18, 3, "abc\xE2\x80\xA6"},
        {"abc", 18, 3, "abc"},
        {"\xE4\xB8\xAD\xE5\x8D\x8E\xE4\xBA\xBA\xE6\xB0\x91", 2, 70,
         "\xE4\xB8\xAD\xE5\x8D\x8E\n\xE4\xBA\xBA\xE6\xB0\x91"},
        {"ae\xCC\x81\xCC\x81"
         "bc",
         2, 70, "ae\xCC\x81\xCC\x81\nbc"}, /* no break before marks */
        {"ae\xCC\x81"
         "b",
         18, 2, "ae\xCC\x81\xE2\x80\xA6"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *arena = arena_new(0);
        struct builder builder = builder_new(arena);
        wrap_evenly(&builder, view_of(CASES[i].text), CASES[i].width, CASES[i].most);
        struct view made = builder_view(&builder);
        if (!view_is(made.data ? made : VIEW(""), CASES[i].wrapped))
            fail_msg("case %zu: \"%.*s\", not \"%s\"", i, VIEW_ARGS(made), CASES[i].wrapped);
        arena_free(arena);
    }
}

static void test_wrap_fills(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct builder builder = builder_new(arena);
    wrap_text(&builder, VIEW("Ministry of the Interior of Fr"), 24, 70);
    assert_true(view_is(builder_view(&builder), "Ministry of the Interior\nof Fr"));
    arena_free(arena);
}

static void test_builder_out_of_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new(4096);
    struct builder builder = builder_new(arena);
    for (int i = 0; i < 1000; i++)
        builder_text(&builder, "0123456789");
    assert_true(builder.failed);
    assert_null(builder_view(&builder).data);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xml),
        cmocka_unit_test(test_dot),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_reals),
        cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_wrap_fills),
        cmocka_unit_test(test_builder_out_of_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
