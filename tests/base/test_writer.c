/* An output that hands on what is written: all of it, in order, until it is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/output.h"

/* Counts bytes, and checks that each is the lowest byte of its position. */
struct counter {
    size_t bytes;
    size_t most; /* refuses a piece that would go beyond */
};

static int count(void *user, const char *data, size_t length)
{
    struct counter *counter = user;
    if (counter->bytes + length > counter->most) {
        return 1;
    }
    for (size_t i = 0; i < length; i++) {
        assert_int_equal((unsigned char)data[i], (counter->bytes + i) % 256);
    }
    counter->bytes += length;
    return 0;
}

static int write_bytes(struct counter *counter, size_t total, struct hearsay_error *error)
{
    struct output *out;
    char piece[256];
    for (size_t i = 0; i < sizeof piece; i++) {
        piece[i] = (char)i;
    }
    assert_int_equal(output_open_writer(&out, count, counter, error), HEARSAY_OK);
    for (size_t i = 0; i < total / sizeof piece; i++) {
        output_write(out, piece, sizeof piece);
    }
    return output_commit(out, error);
}

static void everything_arrives_in_order(void **state)
{
    static const size_t totals[] = {0, 256, 65536, 1 << 20};
    struct hearsay_error error;
    (void)state;
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        struct counter counter = {.most = SIZE_MAX};
        assert_int_equal(write_bytes(&counter, totals[i], &error), HEARSAY_OK);
        assert_int_equal(counter.bytes, totals[i]);
    }
}

static void a_refusal_is_an_error(void **state)
{
    struct hearsay_error error;
    struct counter counter = {.most = 100000};
    (void)state;
    assert_int_equal(write_bytes(&counter, 1 << 20, &error), HEARSAY_ERROR_IO);
    assert_true(counter.bytes <= counter.most);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everything_arrives_in_order),
        cmocka_unit_test(a_refusal_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
