/* Web pages in the shape of real ones (pages/NAME.html) and what is to be read from them (pages/NAME.expected): lines
 * "title: ...", "date: ...", "url: ...", "reference: LABEL URL", a blank line, the article's text. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "html/html.h"

#define PAGES  HEARSAY_SOURCE_DIR "/tests/html/pages/"
#define MEMORY ((size_t)256 << 20)

static struct view read_file(const char *path, struct arena *arena)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *data = arena_alloc(arena, 1 << 20);
    size_t length = fread(data, 1, 1 << 20, file);
    fclose(file);
    return (struct view){data, length};
}

static void add_line(FILE *out, const char *key, struct view value)
{
    if (value.data)
        fprintf(out, "%s: %.*s\n", key, VIEW_ARGS(value));
}

/* The page in the form of the expected files. */
static char *describe(const struct html_page *page)
{
    char *text;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    add_line(out, "title", page->title);
    add_line(out, "date", page->date);
    add_line(out, "url", page->url);
    for (size_t i = 0; i < page->reference_count; i++) {
        struct view label = page->references[i].label, url = page->references[i].url;
        fprintf(out, "reference: %.*s %.*s\n", VIEW_ARGS(label), url.data ? (int)url.length : 1,
                url.data ? url.data : "-");
    }
    fprintf(out, "\n%.*s\n", VIEW_ARGS(page->text));
    fclose(out);
    return text;
}

static void read_page(struct html_page *page, struct view bytes, struct arena *arena)
{
    struct hearsay_error error = {0};
    assert_int_equal(html_decode(&bytes, arena, &error), HEARSAY_OK);
    assert_int_equal(html_read(page, bytes, MEMORY, "page", arena, &error), HEARSAY_OK);
}

static bool check_page(const char *path)
{
    struct html_page page;
    struct arena *arena = arena_new(0);
    read_page(&page, read_file(path, arena), arena);
    char *got = describe(&page);
    struct view expected_path = arena_print(arena, "%.*s.expected", (int)(strlen(path) - strlen(".html")), path);
    struct view expected = read_file(expected_path.data, arena);
    bool same = view_is(expected, got);
    if (!same)
        print_error("%s\n--- expected\n%.*s--- got\n%s---\n", path, VIEW_ARGS(expected), got);
    free(got);
    arena_free(arena);
    return same;
}

static void gives_exactly_the_article(void **state)
{
    (void)state;
    glob_t pages;
    size_t wrong = 0;
    assert_int_equal(glob(PAGES "*.html", 0, NULL, &pages), 0);
    for (size_t i = 0; i < pages.gl_pathc; i++)
        wrong += !check_page(pages.gl_pathv[i]);
    assert_true(pages.gl_pathc >= 20);
    globfree(&pages);
    assert_int_equal(wrong, 0);
}

static void reads_deep_and_broken_pages(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct html_page page;
    char *deep = arena_alloc(arena, 400000);
    size_t length = 0;
    for (int i = 0; i < 50000; i++)
        length += (size_t)sprintf(deep + length, "<font>");
    length += (size_t)sprintf(deep + length, "<p>The minister said that the talks had failed, and left the hall.");
    read_page(&page, (struct view){deep, length}, arena);
    assert_true(view_is(page.text, "The minister said that the talks had failed, and left the hall."));
    static const char *const broken[] = {
        "", "<", "<!--", "<p", "</p></p>", "<a href=", "&#xFFFFFFFF;&#0;&bogus;", "<table><td><p>"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++)
        read_page(&page, view_of(broken[i]), arena);
    arena_free(arena);
}

/* `count` times the one, then as often the other. */
static struct view make_page(struct arena *arena, size_t count, const char *first, const char *second)
{
    size_t length = 0, room = count * (strlen(first) + strlen(second)) + 1;
    char *page = arena_alloc(arena, room);
    for (size_t i = 0; i < 2 * count; i++)
        length += (size_t)snprintf(page + length, room - length, "%s", i < count ? first : second);
    return (struct view){page, length};
}

/* Pages that would take the square of their length: some are given up, the others are looked at in part. */
static void takes_no_square_of_time(void **state)
{
    (void)state;
    static const struct {
        const char *first, *second;
        int code;
    } pages[] = {{"<i>", "</p>", HEARSAY_ERROR_LIMIT},
                 {"<p ", "a=1 b='>' ", HEARSAY_ERROR_LIMIT},
                 {"<time>x", "", HEARSAY_OK},
                 {"<p class='date'><div>", "x", HEARSAY_OK},
                 {"<i>x</i>", "</p>", HEARSAY_OK},
                 {"<p title='a b c d e f'>", "<b>x</b>", HEARSAY_OK}};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct arena *arena = arena_new(0);
        struct html_page page;
        struct hearsay_error error = {0};
        struct view bytes = make_page(arena, 40000, pages[i].first, pages[i].second);
        assert_int_equal(html_read(&page, bytes, MEMORY, "page", arena, &error), pages[i].code);
        arena_free(arena);
    }
}

static void refuses_more_elements_than_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct html_page page;
    struct hearsay_error error = {0};
    struct view bytes = VIEW("<p>one<p>two<p>three");
    assert_int_equal(html_read(&page, bytes, 100, "big.html", arena, &error), HEARSAY_ERROR_LIMIT);
    assert_string_equal(error.place, "big.html");
    arena_free(arena);
}

static void decodes_what_is_declared(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *decoded;
    } cases[] = {
        {"<meta charset=windows-1251>\xCF\xF3\xF2\xE8\xED", 32, "<meta charset=windows-1251>Путин"},
        {"<meta charset=iso-8859-1>\x93ok\x94", 29, "<meta charset=iso-8859-1>“ok”"},
        {"<META http-equiv=content-type content=\"text/html; charset=koi8-r\">\xF0\xD5\xD4\xC9\xCE", 71,
         "<META http-equiv=content-type content=\"text/html; charset=koi8-r\">Путин"},
        {"caf\xE9", 4, "café"},
        {"caf\xC3\xA9", 5, "café"},
        {"\xFF\xFEh\0i\0", 6, "hi"},
        {"\xFE\xFF\0h\0i", 6, "hi"},
        {"<meta charset=no-such>caf\xE9", 26, "<meta charset=no-such>café"},
        {"<meta charset=utf-16>plain", 26, "<meta charset=utf-16>plain"},
        {"<meta charset=shift_jis>\x93\x8C\x8B\x9E", 28, "<meta charset=shift_jis>東京"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena *arena = arena_new(0);
        struct view bytes = {cases[i].bytes, cases[i].length};
        assert_int_equal(html_decode(&bytes, arena, NULL), HEARSAY_OK);
        assert_true(view_is(bytes, cases[i].decoded));
        arena_free(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_exactly_the_article),
        cmocka_unit_test(reads_deep_and_broken_pages),
        cmocka_unit_test(takes_no_square_of_time),
        cmocka_unit_test(refuses_more_elements_than_memory),
        cmocka_unit_test(decodes_what_is_declared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
