/* A program that works, fails, crashes, hangs, is not there, or does not read. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <cmocka.h>

#include "export/process.h"

static int run(const char *script, struct view input, unsigned seconds, struct output **out,
               struct hearsay_error *error)
{
    char *argv[] = {"/bin/sh", "-c", (char *)script, NULL};
    assert_int_equal(output_open_memory(out, NULL), HEARSAY_OK);
    return process_run(argv, input, seconds, *out, error);
}

/* No child is left, dead or alive. */
static void assert_no_child(void)
{
    assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
    assert_int_equal(errno, ECHILD);
}

static void test_works(void **state)
{
    (void)state;
    struct output *out;
    struct hearsay_error error = {0};
    assert_int_equal(run("cat", VIEW("hello"), 10, &out, &error), HEARSAY_OK);
    assert_true(view_is(output_view(out), "hello"));
    output_abandon(out);
    assert_int_equal(run("cat", (struct view){NULL, 0}, 10, &out, &error), HEARSAY_OK);
    assert_int_equal(output_view(out).length, 0);
    output_abandon(out);
    assert_no_child();
}

/* More than any pipe holds, in both directions at once. */
static void test_large(void **state)
{
    (void)state;
    enum { SIZE = 20 << 20 };
    struct output *out;
    char *data = malloc(SIZE);
    assert_non_null(data);
    for (size_t i = 0; i < SIZE; i++)
        data[i] = (char)(i * 31 + i / 251);
    assert_int_equal(run("cat", (struct view){data, SIZE}, 60, &out, NULL), HEARSAY_OK);
    assert_true(view_equal(output_view(out), (struct view){data, SIZE}));
    output_abandon(out);
    free(data);
}

static const struct {
    const char *script;
    int code;
    const char *message;
} FAILURES[] = {
    {"cat >/dev/null; echo no good >&2; exit 3", HEARSAY_ERROR_IO, "(exit 3): no good"},
    {"printf 'first\\nsecond\\n' >&2; exit 1", HEARSAY_ERROR_IO, ": first"},
    {"exit 4", HEARSAY_ERROR_IO, "(exit 4)"},
    {"kill -SEGV $$", HEARSAY_ERROR_IO, "crashed (signal 11)"},
    {"kill -XCPU $$", HEARSAY_ERROR_LIMIT, "too long"},
    {"ulimit -t 1; while :; do :; done", HEARSAY_ERROR_LIMIT, "too long"},
};

static void test_failures(void **state)
{
    (void)state;
    char *input = calloc(1, 1 << 20); /* more than fits: it is still being fed when the program ends */
    for (size_t i = 0; i < sizeof FAILURES / sizeof *FAILURES; i++) {
        struct output *out;
        struct hearsay_error error = {0};
        int code = run(FAILURES[i].script, (struct view){input, 1 << 20}, 20, &out, &error);
        if (code != FAILURES[i].code || !strstr(error.message, FAILURES[i].message))
            fail_msg("\"%s\": code %d, \"%s\"", FAILURES[i].script, code, error.message);
        output_abandon(out);
        assert_no_child();
    }
    free(input);
}

static void test_hangs(void **state)
{
    (void)state;
    struct output *out;
    struct hearsay_error error = {0};
    time_t before = time(NULL);
    assert_int_equal(run("exec sleep 100", VIEW("x"), 1, &out, &error), HEARSAY_ERROR_LIMIT);
    assert_true(time(NULL) - before < 20);
    assert_no_child();
    output_abandon(out);
}

static void test_missing(void **state)
{
    (void)state;
    char *argv[] = {"/nonexistent/program", NULL};
    struct output *out;
    struct hearsay_error error = {0};
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    assert_int_equal(process_run(argv, VIEW("x"), 10, out, &error), HEARSAY_ERROR_IO);
    assert_non_null(strstr(error.message, "/nonexistent/program"));
    output_abandon(out);
    assert_no_child();
}

/* A child that inherits "ignore SIGPIPE" would write on into nothing. */
static void test_signals_are_the_childs(void **state)
{
    (void)state;
    struct output *out;
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    assert_int_equal(run("kill -PIPE $$; exit 0", VIEW("x"), 10, &out, NULL), HEARSAY_ERROR_IO);
    output_abandon(out);
    signal(SIGPIPE, before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_works), cmocka_unit_test(test_large),   cmocka_unit_test(test_failures),
        cmocka_unit_test(test_hangs), cmocka_unit_test(test_missing), cmocka_unit_test(test_signals_are_the_childs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
