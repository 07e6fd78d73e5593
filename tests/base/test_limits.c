#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"

static void sets_by_name(void **state)
{
    static const struct { const char *name; const char *value; int code;
    } cases[] = {
        {"document", "10M", HEARSAY_OK},
        {"sentence", "500", HEARSAY_OK},
        {"word", "64", HEARSAY_OK},
        {"line", "1G", HEARSAY_OK},
        {"memory", "2G", HEARSAY_OK},
        {"draw-nodes", "50", HEARSAY_OK},
        {"draw-lines", "50", HEARSAY_OK},
        {"draw-seconds", "5", HEARSAY_OK},
        {"documents", "5", HEARSAY_ERROR_USAGE},
        {"word", "0", HEARSAY_ERROR_USAGE},
        {"word", "-1", HEARSAY_ERROR_USAGE},
        {"word", "", HEARSAY_ERROR_USAGE},
        {"word", "5x", HEARSAY_ERROR_USAGE},
        {"word", "70000", HEARSAY_ERROR_USAGE},
        {"word", "5KB", HEARSAY_ERROR_USAGE},
        {"line", "8G", HEARSAY_ERROR_USAGE},
        {"memory", "99999999999999999999", HEARSAY_ERROR_USAGE},
        {"memory", "99999999999999999G", HEARSAY_ERROR_USAGE},
        {"word", " 5", HEARSAY_ERROR_USAGE},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hearsay_limits limits = limits_default();
        if (limits_set(&limits, cases[i].name, cases[i].value) != cases[i].code)
            fail_msg("%s %s", cases[i].name, cases[i].value);
    }
    struct hearsay_limits limits = limits_default();
    limits_set(&limits, "document", "3K");
    assert_int_equal(limits.document_bytes, 3072);
    assert_int_equal(limits.sentence_tokens, 1000);
}

static void errors_carry_place_and_message(void **state)
{
    (void)state;
    struct hearsay_error error;
    assert_int_equal(error_set(&error, HEARSAY_ERROR_INPUT, "text", "f:3", "bad %s", "thing"), HEARSAY_ERROR_INPUT);
    assert_int_equal(error.code, HEARSAY_ERROR_INPUT);
    assert_string_equal(error.stage, "text");
    assert_string_equal(error.place, "f:3");
    assert_string_equal(error.message, "bad thing");
    assert_int_equal(error_set(NULL, HEARSAY_ERROR_IO, "text", "", "x"), HEARSAY_ERROR_IO);
    assert_int_equal(error_memory(&error, "text"), HEARSAY_ERROR_MEMORY);
}

/* Control characters of the input must not reach a terminal, and a message that is cut must stay UTF-8. */
static void messages_are_printable(void **state)
{
    (void)state;
    struct hearsay_error error;
    char longer[800];
    memset(longer, 'x', sizeof longer);
    for (size_t i = 1; i + 2 < sizeof longer; i += 2) memcpy(longer + i, "\xC3\xA9", 2);
    longer[sizeof longer - 1] = '\0';
    error_set(&error, HEARSAY_ERROR_INPUT, "text", "a\x1B[31m\n", "%s", longer);
    assert_string_equal(error.place, "a?[31m?");
    struct view message = view_of(error.message);
    assert_int_equal(utf8_valid(message), message.length);
    assert_true(message.length > 400);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_by_name),
        cmocka_unit_test(errors_carry_place_and_message),
        cmocka_unit_test(messages_are_printable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
