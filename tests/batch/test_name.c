#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "batch/name.h"

static void names_files_after_ids(void **state)
{
    static const struct {
        const char *id, *name;
    } cases[] = {
        {"a", "documents/a"},
        {"2024/05/news", "documents/2024/05/news"},
        {"v1.2", "documents/v1.2"},
        {"example.com/a", "documents/example.com/a"},
        {"news.jsonl:12", "documents/news.jsonl%3A12"},
        {"../up", "documents/%2E./up"},
        {"..", "documents/%2E."},
        {"/etc/passwd", "documents/%2Fetc/passwd"},
        {"a//b", "documents/a%2F/b"},
        {"a/", "documents/a%2F"},
        {".hidden/.x", "documents/%2Ehidden/%2Ex"},
        {"100%", "documents/100%25"},
        {"a\tb\\c", "documents/a%09b%5Cc"},
        {"<x>|\"y\"*?", "documents/%3Cx%3E%7C%22y%22%2A%3F"},
        {"a.svg/b", "documents/a%2Esvg/b"},
        {"a.JSONL", "documents/a.JSONL"},
        {"a.jsonl", "documents/a%2Ejsonl"},
        {"a.ftm", "documents/a%2Eftm"},
        {"\xC3\xA9t\xC3\xA9/\xE6\x97\xA5", "documents/\xC3\xA9t\xC3\xA9/\xE6\x97\xA5"},
    };
    struct arena *arena = arena_new(0);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct view name = batch_name(view_of(cases[i].id), arena);
        if (!view_is(name, cases[i].name)) {
            fail_msg("%s: %.*s instead of %s", cases[i].id, VIEW_ARGS(name), cases[i].name);
        }
    }
    arena_free(arena);
}

/* File systems take 255 bytes; an ending is to come. */
static void cuts_what_is_too_long(void **state)
{
    struct arena *arena = arena_new(0);
    char one[1001], other[1001];
    (void)state;
    memset(one, 'x', 1000);
    one[1000] = '\0';
    memcpy(other, one, sizeof one);
    other[999] = 'y';
    struct view first = batch_name(view_of(one), arena), second = batch_name(view_of(other), arena);
    assert_true(first.length < 200 && second.length < 200);
    assert_false(view_equal(first, second));
    /* Characters of three bytes are not cut through. */
    for (size_t i = 0; i < 999; i += 3) {
        memcpy(one + i, "\xE6\x97\xA5", 3);
    }
    first = batch_name(view_of(one), arena);
    size_t end = 0;
    while (first.data[end] != '%') {
        end++;
    }
    assert_int_equal((end - strlen("documents/")) % 3, 0);
    arena_free(arena);
}

/* Each part of every id keeps to what file systems take, stays inside the folder, and no two ids share a name. */
static void keeps_random_ids_apart(void **state)
{
    static const char letters[] = "ab./%:\\* ";
    enum { COUNT = 20000 };
    struct arena *arena = arena_new(0);
    struct view *names = arena_array(arena, COUNT, sizeof *names), *ids = arena_array(arena, COUNT, sizeof *ids);
    unsigned seed = 1;
    (void)state;
    for (size_t i = 0; i < COUNT; i++) {
        char id[8];
        size_t length = 0;
        seed = seed * 1103515245 + 12345;
        for (unsigned rest = seed >> 8; length < 1 + (seed >> 5) % 7; length++, rest = rest / 9 + seed) {
            id[length] = letters[rest % (sizeof letters - 1)];
        }
        ids[i] = arena_copy(arena, (struct view){id, length});
        names[i] = batch_name(ids[i], arena);
        assert_null(memmem(names[i].data, names[i].length, "//", 2));
        assert_null(memmem(names[i].data, names[i].length, "/.", 2));
        assert_true(names[i].data[names[i].length - 1] != '/');
    }
    for (size_t i = 0; i < COUNT; i += 37) {
        for (size_t j = 0; j < COUNT; j++) {
            assert_int_equal(view_equal(names[i], names[j]), view_equal(ids[i], ids[j]));
        }
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_files_after_ids),
        cmocka_unit_test(cuts_what_is_too_long),
        cmocka_unit_test(keeps_random_ids_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
