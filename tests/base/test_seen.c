/* A set that knows what came before, also after it has grown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/seen.h"

static void knows_what_came_before(void **state)
{
    struct seen *seen = seen_new();
    char name[32];
    (void)state;
    assert_non_null(seen);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 10000; i++) {
            int length = snprintf(name, sizeof name, "document-%d", i);
            assert_int_equal(seen_add(seen, (struct view){name, (size_t)length}), round == 0);
        }
    }
    assert_int_equal(seen_add(seen, VIEW("")), 1);
    assert_int_equal(seen_add(seen, VIEW("")), 0);
    assert_int_equal(seen_add(seen, ((struct view){"a\0b", 3})), 1);
    assert_int_equal(seen_add(seen, ((struct view){"a\0c", 3})), 1);
    seen_free(seen);
    seen_free(NULL);
}

static void numbers_what_comes_in_order(void **state)
{
    struct seen *seen = seen_new();
    char name[32];
    uint32_t number;
    (void)state;
    assert_non_null(seen);
    for (uint32_t i = 0; i < 3000; i++) {
        int length = snprintf(name, sizeof name, "document-%u", (unsigned)(i / 2));
        assert_int_equal(seen_number(seen, (struct view){name, (size_t)length}, &number), i % 2 == 0);
        assert_int_equal(number, i / 2);
    }
    assert_int_equal(seen_number(seen, VIEW("document-7"), &number), 0);
    assert_int_equal(number, 7);
    seen_free(seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_what_came_before),
        cmocka_unit_test(numbers_what_comes_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
