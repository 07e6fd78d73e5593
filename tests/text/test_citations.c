#include "text/parse_text.h"

#include <stdio.h>

/* Each mark as "label>sentence" or, where it opens a paragraph, "label<sentence". */
static struct view citations_of(const struct document *document, struct arena *arena)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    for (size_t i = 0; i < document->citation_count; i++) {
        const struct citation *citation = &document->citations[i];
        output_print(out, "%.*s%c%u ", VIEW_ARGS(citation->label), citation->before ? '<' : '>', citation->sentence);
    }
    struct view citations = arena_copy(arena, output_view(out));
    output_abandon(out);
    return citations;
}

static void finds_footnote_marks(void **state)
{
    static const struct { const char *text; const char *citations; const char *words; } cases[] = {
        {"He left.[32] She stayed.[121][62]", "32>0 121>1 62>1 ", "He|left|.|//She|stayed|.|//"},
        {"[32] He left. She stayed.", "32<0 ", "He|left|.|//She|stayed|.|//"},
        {"He left.\n\n[9][10] She stayed.", "9<1 10<1 ", "He|left|.|//She|stayed|.|//"},
        {"He left. [9] She stayed.", "9>0 ", "He|left|.|//She|stayed|.|//"},
        {"It was \"quiet\",[40] he said.", "40>0 ", "It|was|\"|quiet|\"|,|he|said|.|//"},
        {"So[note 3] it[a] was.[nb 1][lower-alpha 2]", "note 3>0 a>0 nb 1>0 lower-alpha 2>0 ", "So|it|was|.|//"},
        {"It is big.[citation needed] Really?[who?]", "citation needed>0 who?>1 ", "It|is|big|.|//Really|?|//"},
        {"As shown before [12, 13], [5–7] and [32a].", "12, 13>0 5–7>0 32a>0 ", "As|shown|before|,|and|.|//"},
        {"It grew[12]:45 fast.[3]:7", "12>0 3>0 ", "It|grew|fast|.|//"},
        {"\"He [sic] is [a] fool, [he] said [...] in [1999] twice\"", "",
         "\"|He|[|sic|]|is|[|a|]|fool|,|[|he|]|said|[...]|in|[|1999|]|twice|\"|//"},
        {"\"[a] man\" and \"word\"[b]", "b>0 ", "\"|[|a|]|man|\"|and|\"|word|\"|//"},
        {"An [unclosed bracket and [] and [ 5 ]", "", "An|[|unclosed|bracket|and|[|]|and|[|5|]|//"},
        {"[1] [2]", "", ""},
        {"He left.\n\n[1] [2]", "1>0 2>0 ", "He|left|.|//"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_text(cases[i].text, *state);
        struct view citations = citations_of(&document, *state), words = words_of(&document, false, *state);
        if (!view_is(citations, cases[i].citations)) fail_msg("%s: %.*s", cases[i].text, VIEW_ARGS(citations));
        if (!view_is(words, cases[i].words)) fail_msg("%s: %.*s", cases[i].text, VIEW_ARGS(words));
        check_document(&document);
    }
}

static void spans_cover_the_brackets(void **state)
{
    struct document document = parse_text("Déjà vu.[note 3]", *state);
    assert_int_equal(document.citation_count, 1);
    assert_true(view_is(document_slice(&document, document.citations[0].span), "[note 3]"));
    assert_int_equal(document_code_point(&document, document.citations[0].span.start), 8);
}

static void one_mark_a_line_opens_it(void **state)
{
    struct document document = parse_text("[5] The harbour was closed on Monday.\n[6] It opened again.\n", *state);
    assert_true(view_is(citations_of(&document, *state), "5<0 6<1 "));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_footnote_marks),
        cmocka_unit_test(spans_cover_the_brackets),
        cmocka_unit_test(one_mark_a_line_opens_it),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
