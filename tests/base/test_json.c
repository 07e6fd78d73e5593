#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <cjson/cJSON.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "base/json.h"

#define DEEP_64                                                                                                        \
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]" \
    "]]]]]]]]]]]]]]]]"

static void takes_what_is_json(void **state)
{
    static const char *const good[] = {
        "{}",
        " [1, -0, 2.5e-3, 1E+9, true, false, null] \r\n",
        "\"\\ud83d\\ude00 \\u0001 \\\\u0000\"",
        "{\"a\":{\"b\":[]}}",
        "0",
        DEEP_64,
        "\"caf\xC3\xA9 \xE2\x80\xA8\"",
    };
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        struct cJSON *value = NULL;
        struct hearsay_error error = {0};
        if (json_parse(&value, view_of(good[i]), "f:1", &error) != HEARSAY_OK)
            fail_msg("%s: %s", good[i], error.message);
        assert_non_null(value);
        cJSON_Delete(value);
    }
}

static void refuses_what_is_not(void **state)
{
    static const struct { struct view text; const char *problem;
    } bad[] = {
        {VIEW(""), "nothing"},
        {VIEW("  \n"), "nothing"},
        {VIEW("{\"a\":1} x"), "follows"},
        {VIEW("{\"a\":1}{\"b\":2}"), "follows"},
        {VIEW("[1,2"), "missing"},
        {VIEW("{\"a\" 1}"), "missing"},
        {VIEW("[1 2]"), "missing"},
        {VIEW("nul"), "missing"},
        {VIEW("\"a\\u0000b\""), "\\u0000"},
        {VIEW("\"\\ud800\""), "surrogate"},
        {VIEW("\"\\ud800\\u0041\""), "surrogate"},
        {VIEW("\"\\udc00\""), "surrogate"},
        {VIEW("\"\\u12g4\""), "hexadecimal"},
        {VIEW("\"\\x41\""), "escape"},
        {VIEW("\"abc"), "does not end"},
        {VIEW("\"abc\\"), "escape"},
        {VIEW("\"a\nb\""), "control"},
        {VIEW("[1,\0 2]"), "control"},
        {VIEW("\"a\0b\""), "control"},
        {VIEW("[01]"), "number"},
        {VIEW("[+1]"), "missing"},
        {VIEW("[1.]"), "number"},
        {VIEW("[.5]"), "missing"},
        {VIEW("[1e]"), "number"},
        {VIEW("[-]"), "number"},
        {VIEW("\"\xFF\""), "UTF-8"},
        {VIEW("[" DEEP_64 "]"), "deeper"},
        {VIEW("{\"a\":1,}"), "missing"},
        {VIEW("[NaN]"), "missing"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct cJSON *value = NULL;
        struct hearsay_error error = {0};
        assert_int_equal(json_parse(&value, bad[i].text, "file.jsonl:7", &error), HEARSAY_ERROR_INPUT);
        assert_null(value);
        assert_string_equal(error.place, "file.jsonl:7");
        if (!strstr(error.message, bad[i].problem)) fail_msg("case %zu: %s", i, error.message);
    }
}

static struct output *memory_output(void)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    return out;
}

static void writes_commas_where_they_belong(void **state)
{
    (void)state;
    struct output *out = memory_output();
    struct json_writer json;
    json_begin(&json, out);
    json_open(&json, '{');
    json_key(&json, "a");
    json_open(&json, '[');
    json_integer(&json, -3);
    json_boolean(&json, true);
    json_null(&json);
    json_open(&json, '{');
    json_close(&json, '}');
    json_close(&json, ']');
    json_key(&json, "b");
    json_string_or_null(&json, (struct view){NULL, 0});
    json_key(&json, "c");
    json_string_or_null(&json, VIEW(""));
    json_close(&json, '}');
    assert_true(view_is(output_view(out), "{\"a\":[-3,true,null,{}],\"b\":null,\"c\":\"\"}"));
    output_abandon(out);
}

static void escapes_strings(void **state)
{
    (void)state;
    struct output *out = memory_output();
    struct json_writer json;
    json_begin(&json, out);
    json_string(&json, VIEW("q\" b\\ n\n r\r t\t z\0 e\x1B d\x7F \xE2\x80\xA8\xE2\x80\xA9\xE2\x80\xAA \xC3\xA9"));
    assert_true(
        view_is(output_view(out),
                "\"q\\\" b\\\\ n\\n r\\r t\\t z\\u0000 e\\u001b d\\u007f \\u2028\\u2029\xE2\x80\xAA \xC3\xA9\""));
    output_abandon(out);
}

static void numbers_do_not_depend_on_the_locale(void **state)
{
    static const struct { double value; int decimals; const char *text;
    } cases[] = {
        {0.5, 2, "0.50"}, {-0.001, 2, "0.00"},   {-1.25, 1, "-1.3"},       {1e15, 2, "1000000000000000"},
        {3, 0, "3"},      {0.965, 3, "0.965"},   {1.0 / 3, 6, "0.333333"}, {12345.678, 2, "12345.68"},
        {NAN, 2, "null"}, {INFINITY, 2, "null"}, {0.07, 2, "0.07"},
    };
    (void)state;
    setlocale(LC_ALL, "de_DE.UTF-8"); /* where it is installed */
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct output *out = memory_output();
        struct json_writer json;
        json_begin(&json, out);
        json_real(&json, cases[i].value, cases[i].decimals);
        if (!view_is(output_view(out), cases[i].text)) fail_msg("%s: %.*s", cases[i].text, VIEW_ARGS(output_view(out)));
        output_abandon(out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_what_is_json),
        cmocka_unit_test(refuses_what_is_not),
        cmocka_unit_test(writes_commas_where_they_belong),
        cmocka_unit_test(escapes_strings),
        cmocka_unit_test(numbers_do_not_depend_on_the_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
