#include "text/parse_text.h"

#include <stdio.h>

static void skips_markup(void **state)
{
    static const struct { const char *text; const char *words;
    } cases[] = {
        {"# The *big* news #\nIt rained.", "The|big|news|//It|rained|.|//"},
        {"News\n====\nIt\nRained\n----\n", "News|//It|Rained|//"},
        {"**Hale** said _so_ and __more__ ~~not~~.", "Hale|said|so|and|more|not|.|//"},
        {"**Hale**'s snake_case_name is 2 * 3 * 4", "Hale|'s|snake_case_name|is|2|*|3|*|4|//"},
        {"***both* one** left", "both|one|left|//"},
        {"A [link](http://x.example/a_(b) \"title\") and [other][ref] and [plain].\n\n[ref]: http://y.example\n",
         "A|link|and|other|and|[|plain|]|.|//"},
        {"See <https://x.example/> and <b>bold</b><br>text<!-- not this -->.",
         "See|https://x.example/|and|bold|text|.|//"},
        {"![a picture](p.png) Text ![other][p].", "Text|.|//"},
        {"Use `do_it *now*` or ``a`b`` today", "Use|do_it|*|now|*|or|a`b|today|//"},
        {"Text.\n\n```c\nint x = 1;\n```\n\nMore.\n\n    code too\n\nEnd.", "Text|.|//More|.|//End|.|//"},
        {"~~~\nnever closed\n\nat all", ""},
        {"- one\n- two\n  runs on\n* three\n\n12. twelve\n- [x] done", "one|//two|runs|on|//three|//twelve|//done|//"},
        {"- item\n\n  its second paragraph\n", "item|//its|second|paragraph|//"},
        {"> quoted\n> words\n>\n> > deeper", "quoted|words|//deeper|//"},
        {"| Name | Age |\n|:--|--:|\n| Hale | 52 |\n\na | b", "Name|//Age|//Hale|//52|//a|||b|//"},
        {"---\ntitle: x\n---\nBody.", "Body|.|//"},
        {"one\n\n* * *\n\ntwo", "one|//two|//"},
        {"5\\. not \\*a\\* list", "5|.|not|*|a|*|list|//"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_as(view_of(cases[i].text), HEARSAY_FORMAT_MARKDOWN, *state);
        struct view words = words_of(&document, false, *state);
        if (!view_is(words, cases[i].words))
            fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].text, cases[i].words, VIEW_ARGS(words));
        check_document(&document);
    }
}

static void finds_footnotes(void **state)
{
    const char *text = "It rained.[^1] It [poured](x)[^long note] and \\[3\\] and [[4]](#cite-4) and "
                       "[5](#cite-5).\n\n[^1]: A source.\n";
    static const char *const labels[] = {"1", "long note", "3", "4", "5"};
    struct document document = parse_as(view_of(text), HEARSAY_FORMAT_MARKDOWN, *state);
    assert_int_equal(document.citation_count, 5);
    for (size_t i = 0; i < 5; i++) assert_true(view_is(document.citations[i].label, labels[i]));
    assert_true(view_is(words_of(&document, false, *state), "It|rained|.|//It|poured|and|and|and|.|//A|source|.|//"));
    check_document(&document);
}

/* A document names itself: by front matter, by the first heading of the first level, in plain text by a headline. */
static void takes_titles(void **state)
{
    static const struct { enum hearsay_format format; const char *text, *title, *date, *url; /* NULL: none */
    } cases[] = {
        {HEARSAY_FORMAT_MARKDOWN, "# The *big* [news](x) #\n\nIt rained.\n\n# Later\n", "The big news", NULL, NULL},
        {HEARSAY_FORMAT_MARKDOWN, "Lead.\n\n## Part\n\n# Title\n", "Title", NULL, NULL},
        {HEARSAY_FORMAT_MARKDOWN, "## Part\n\nIt rained.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_MARKDOWN, "---\ntitle: \"Rain: a story\"\ndate: 2026-02-03\nurl: https://x.example/a\n---\n# Other\n",
         "Rain: a story", "2026-02-03", "https://x.example/a"},
        {HEARSAY_FORMAT_MARKDOWN, "---\nmenu:\n  title: No\nsubtitle: No\ntitle:\nurl: /posts/a\n...\nIt rained.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_MARKDOWN, "---\ntitle: Never closed\n\nIt rained.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "\nBank chief blames deputies \n\nHe said so.", "Bank chief blames deputies", NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "Mayor: \u201CI won\u2019t go\u201D\r\n\r\nHe stayed.", "Mayor: \u201CI won\u2019t go\u201D", NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "Le maire r\u00E9sign\u00E9\n\nHe left.", "Le maire r\u00E9sign\u00E9", NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "It rained all day.\n\nIt stopped.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "Bank chief blames deputies\nHe said so.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "Advertisement\n\nHe said so.", NULL, NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "Bank chief blames deputies", NULL, NULL, NULL},
        {HEARSAY_FORMAT_TEXT, "", NULL, NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_as(view_of(cases[i].text), cases[i].format, *state);
        const struct view found[] = {document.title, document.date, document.url};
        const char *const expected[] = {cases[i].title, cases[i].date, cases[i].url};
        for (size_t f = 0; f < sizeof found / sizeof *found; f++)
            if (expected[f] ? !view_is(found[f], expected[f]) : found[f].data != NULL)
                fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].text, expected[f] ? expected[f] : "nothing", VIEW_ARGS(found[f]));
    }
}

/* The text is the source, and positions are positions in it. */
static void spans_index_the_source(void **state)
{
    struct document document = parse_as(VIEW("## A **bold** *é* word"), HEARSAY_FORMAT_MARKDOWN, *state);
    assert_int_equal(document.token_count, 4);
    assert_int_equal(document.tokens[1].start, 7);
    assert_int_equal(document.code_points, 22);
    assert_int_equal(document_code_point(&document, document.tokens[3].start), 18);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(skips_markup), cmocka_unit_test(finds_footnotes), cmocka_unit_test(takes_titles), cmocka_unit_test(spans_index_the_source),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
