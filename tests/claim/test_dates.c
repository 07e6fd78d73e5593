/* When claims were made (dates.tsv), read from raw text by the model in the program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed_text.h"
#include "claim/calendar.h"

enum { CASES_MIN = 60, COLUMNS = 3 };

static bool check_case(struct reader *reader, const struct view *columns)
{
    struct view date = view_is(columns[0], "-") ? (struct view){NULL, 0} : columns[0];
    const struct analysed *analysed = read_text(reader, columns[1], date, CLAIM_MIN_CONFIDENCE);
    size_t count = analysed->claims.count;
    struct view found = count ? analysed->claims.claims[count - 1].date : VIEW("no claim");

    if (!found.data)
        found = VIEW("-");
    if (view_equal(found, columns[2]))
        return true;
    print_message("%.*s (%.*s)\n  expected %.*s\n  found    %.*s\n", VIEW_ARGS(columns[1]), VIEW_ARGS(columns[0]),
                  VIEW_ARGS(columns[2]), VIEW_ARGS(found));
    print_claims(analysed, reader->arena);
    return false;
}

static void test_dates(void **state)
{
    (void)state;
    assert_int_equal(check_table(HEARSAY_SOURCE_DIR "/tests/claim/dates.tsv", COLUMNS, check_case, CASES_MIN), 0);
}

static void check_shift(struct date from, int count, enum date_unit unit, struct date expected)
{
    struct date found = date_shift(from, count, unit);

    assert_int_equal(found.year, expected.year);
    assert_int_equal(found.month, expected.month);
    assert_int_equal(found.day, expected.day);
}

static void test_shift(void **state)
{
    (void)state;
    check_shift((struct date){2024, 2, 28}, 1, UNIT_DAY, (struct date){2024, 2, 29});
    check_shift((struct date){2023, 2, 28}, 1, UNIT_DAY, (struct date){2023, 3, 1});
    check_shift((struct date){1900, 2, 28}, 1, UNIT_DAY, (struct date){1900, 3, 1});
    check_shift((struct date){2000, 2, 28}, 1, UNIT_DAY, (struct date){2000, 2, 29});
    check_shift((struct date){2024, 1, 1}, -1, UNIT_DAY, (struct date){2023, 12, 31});
    check_shift((struct date){2024, 1, 31}, 1, UNIT_MONTH, (struct date){2024, 2, 0});
    check_shift((struct date){2024, 1, 0}, -1, UNIT_MONTH, (struct date){2023, 12, 0});
    check_shift((struct date){2024, 0, 0}, 1, UNIT_MONTH, (struct date){0, 0, 0});
    check_shift((struct date){2024, 3, 15}, 0, UNIT_WEEK, (struct date){2024, 3, 0});
    check_shift((struct date){2024, 12, 30}, 0, UNIT_WEEK, (struct date){0, 0, 0});
    check_shift((struct date){2024, 3, 0}, 1, UNIT_DAY, (struct date){0, 0, 0});
    check_shift((struct date){0, 0, 0}, 1, UNIT_YEAR, (struct date){0, 0, 0});
    assert_int_equal(date_weekday((struct date){2024, 3, 22}), 5);
    assert_int_equal(date_weekday((struct date){1969, 12, 31}), 3);
}

static void test_iso(void **state)
{
    (void)state;
    assert_int_equal(date_read_iso(VIEW("2024-03-22T10:00")).day, 22);
    assert_int_equal(date_read_iso(VIEW("2024-02-30")).day, 0);
    assert_int_equal(date_read_iso(VIEW("2024-13-01")).month, 0);
    assert_int_equal(date_read_iso(VIEW("2024/03/22")).month, 0);
    assert_int_equal(date_read_iso(VIEW("March")).year, 0);
    assert_int_equal(date_read_iso((struct view){NULL, 0}).year, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dates), cmocka_unit_test(test_shift),
                                       cmocka_unit_test(test_iso)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
