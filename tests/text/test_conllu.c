#include "text/parse_text.h"

#include <stdio.h>

#define W(id, form, rest) id "\t" form "\t" rest "\n"
#define BARE              "_\t_\t_\t_\t_\t_\t_\t_"

static struct document parse_conllu(const char *text, struct arena *arena)
{
    return parse_as(view_of(text), HEARSAY_FORMAT_CONLLU, arena);
}

static void keeps_words_and_sentences(void **state)
{
    static const char text[] =
        "# newdoc id = doc-7\n# newpar\n# sent_id = s1\n# text = They don't know Ana's plan.\n" W(
            "1", "They", "they\tPRON\tPRP\t_\t4\tnsubj\t_\t_") W("2-3", "don't", BARE)
            W("2", "do", "do\tAUX\tVBP\t_\t4\taux\t_\t_") W("3", "n't", "not\tPART\tRB\t_\t4\tadvmod\t_\t_")
                W("4", "know", "know\tVERB\tVB\t_\t0\troot\t_\t_") W("4.1", "ghost", BARE) W("5-6", "Ana's", BARE)
                    W("5", "Ana", "Ana\tPROPN\tNNP\t_\t7\tnmod:poss\t_\tNER=B-PER")
                        W("6", "'s", "'s\tPART\tPOS\t_\t5\tcase\t_\tNER=O")
                            W("7", "plan", "plan\tNOUN\tNN\t_\t4\tobj\t_\tSpaceAfter=No")
                                W("8", ".", ".\tPUNCT\t.\t_\t4\tpunct\t_\t_") "\n# sent_id = s2\n# text = No stop\n" W(
                                    "1", "No", BARE) W("2", "stop", BARE) "\n";
    struct document document = parse_conllu(text, *state);
    assert_true(view_is(document.id, "doc-7"));
    assert_true(view_is(document.text, "They don't know Ana's plan.\nNo stop"));
    assert_true(view_is(words_of(&document, false, *state), "They|do+n't|know|Ana+'s|plan|.|//No|stop|//"));
    check_document(&document);
    const struct token *tokens = document.tokens;
    assert_int_equal(tokens[0].upos, UPOS_PRON);
    assert_int_equal(tokens[0].xpos, XPOS_PRP);
    assert_int_equal(tokens[0].head, 3);
    assert_int_equal(tokens[3].head, -1);
    assert_int_equal(tokens[3].deprel, DEPREL_ROOT);
    assert_int_equal(tokens[4].deprel, DEPREL_NMOD_POSS);
    assert_int_equal(tokens[4].name, NAME_B_PER);
    assert_true(view_is(token_lemma(&tokens[2]), "not"));
    assert_int_equal(tokens[0].given, GIVEN_LEMMA | GIVEN_UPOS | GIVEN_XPOS | GIVEN_TREE | GIVEN_NAME);
    assert_int_equal(tokens[8].given, GIVEN_NAME);
    assert_false(tokens[1].space_after);
    assert_true(tokens[2].space_after);
    assert_false(tokens[6].space_after);
    assert_true(view_is(document.sentences[1].id, "s2"));
    assert_true(document.sentences[0].opens_paragraph);
    assert_false(document.sentences[1].opens_paragraph);
}

static void composes_a_missing_text(void **state)
{
    static const char text[] =
        W("1", "\"", "_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No") W("2-3", "Don't", "_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No")
            W("2", "Do", BARE) W("3", "n't", BARE) W("4", "\"", BARE) W("5", "now", BARE);
    struct document document = parse_conllu(text, *state);
    assert_true(view_is(document.text, "\"Don't\" now"));
    assert_true(view_is(document.id, "folder/input"));
    assert_true(view_is(words_of(&document, true, *state), "<\">|<Do>+<n't>|<\">|now|//"));
    check_document(&document);
}

/* Forms that were normalised, and words that are not parts of their multiword token. */
static void bears_with_forms_that_differ(void **state)
{
    static const char text[] =
        "# text = Il va au “parc” demain\n" W("1", "Il", BARE) W("2", "va", BARE) W("3-4", "au", BARE) W("3", "à", BARE)
            W("4", "le", BARE) W("5", "\"", BARE) W("6", "parc", BARE) W("7", "\"", BARE) W("8", "demain", BARE);
    struct document document = parse_conllu(text, *state);
    assert_int_equal(document.token_count, 8);
    assert_true(view_is(token_form(&document.tokens[2]), "à"));
    struct span au = {document.tokens[3].start, document.tokens[3].end};
    assert_true(view_is(document_slice(&document, au), "au"));
    struct span last = {document.tokens[7].start, document.tokens[7].end};
    assert_true(view_is(document_slice(&document, last), "demain"));
}

static void leaves_broken_trees_to_the_parser(void **state)
{
    static const char *const heads[][2] = {{"2", "1"}, {"0", "0"}, {"5", "0"}, {"_", "0"}};
    for (size_t i = 0; i < 4; i++) {
        char text[200];
        snprintf(text, sizeof text, "1\ta\t_\tX\t_\t_\t%s\tdep\t_\t_\n2\tb\t_\tX\t_\t_\t%s\troot\t_\t_\n", heads[i][0],
                 heads[i][1]);
        struct document document = parse_conllu(text, *state);
        assert_int_equal(document.tokens[0].given, GIVEN_UPOS);
        assert_int_equal(document.tokens[1].given, GIVEN_UPOS);
        assert_int_equal(document.tokens[0].head, -1);
        assert_int_equal(document.warning_count, 1);
    }
}

/* Tags and relations of other sets are as good as none; the root is the root under any name. */
static void leaves_other_schemes_to_the_parser(void **state)
{
    static const char own[] = "1\tgo\t_\tSPACE\tVVD\t_\t0\tROOT\t_\t_\n2\thome\t_\tX\tFW\t_\t1\tobl:lmod\t_\t_\n";
    static const char other[] = "1\tgo\t_\t_\t_\t_\t0\troot\t_\t_\n\n1\tsee\t_\t_\t_\t_\t0\troot\t_\t_\n"
                                "2\tit\t_\t_\t_\t_\t1\tdobj\t_\t_\n";
    struct document document = parse_conllu(own, *state);
    assert_int_equal(document.tokens[0].given, GIVEN_TREE);
    assert_int_equal(document.tokens[1].given, GIVEN_UPOS | GIVEN_XPOS | GIVEN_TREE);
    assert_int_equal(document.tokens[0].deprel, DEPREL_ROOT);
    assert_int_equal(document.tokens[1].deprel, DEPREL_OBL);
    assert_int_equal(document.warning_count, 0);
    document = parse_conllu(other, *state);
    for (size_t i = 0; i < document.token_count; i++) {
        assert_int_equal(document.tokens[i].given, 0);
        assert_int_equal(document.tokens[i].head, -1);
    }
    assert_int_equal(document.warning_count, 1);
    assert_non_null(strstr(document.warnings[0].data, "\"dobj\" in line 4"));
}

static void says_where_a_file_is_broken(void **state)
{
    static const struct {
        const char *text;
        const char *place;
        const char *problem;
    } cases[] = {
        {"1\ta\t_\n", ":1", "ten columns"},
        {"# text = a b\n" W("1", "a", BARE) W("3", "b", BARE), ":3", "next number"},
        {W("1", "a", "_\t_\t_\t_\tx\t_\t_\t_"), ":1", "HEAD"},
        {W("1-2", "ab", BARE) W("1", "a", BARE) "\n", ":3", "lacks words"},
        {W("2-1", "ab", BARE), ":1", "range"},
        {W("1", "", BARE), ":1", "FORM"},
        {"free text\n", ":1", "ten columns"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        struct hearsay_error error = {0};
        assert_int_equal(parse_bytes(&document, view_of(cases[i].text), HEARSAY_FORMAT_CONLLU, NULL, *state, &error),
                         HEARSAY_ERROR_INPUT);
        if (!strstr(error.place, cases[i].place) || !strstr(error.message, cases[i].problem))
            fail_msg("%zu: %s %s", i, error.place, error.message);
    }
}

static void names_of_tags_go_both_ways(void **state)
{
    (void)state;
    for (int i = 0; i < UPOS_COUNT; i++)
        assert_int_equal(ud_upos_of(view_of(ud_upos_name((enum upos)i))), i);
    for (int i = 0; i < XPOS_COUNT; i++)
        assert_int_equal(ud_xpos_of(view_of(ud_xpos_name((enum xpos)i))), i);
    for (int i = 0; i < DEPREL_COUNT; i++)
        assert_int_equal(ud_deprel_of(view_of(ud_deprel_name((enum deprel)i))), i);
    for (int i = 0; i < NAME_TAG_COUNT; i++)
        assert_int_equal(ud_name_tag_of(view_of(ud_name_tag_name((enum name_tag)i))), i);
    assert_int_equal(ud_upos_of(VIEW("NONSENSE")), UPOS_X);
    assert_int_equal(ud_xpos_of(VIEW("")), XPOS_FW);
    assert_int_equal(ud_deprel_of(VIEW("nsubj:foreign")), DEPREL_NSUBJ);
    assert_int_equal(ud_deprel_of(VIEW("foreign")), DEPREL_DEP);
    assert_int_equal(ud_deprel_universal(DEPREL_AUX_PASS), DEPREL_AUX);
    assert_int_equal(ud_deprel_universal(DEPREL_PUNCT), DEPREL_PUNCT);
    for (int i = 0; i < DEPREL_COUNT; i++) {
        const char *whole = ud_deprel_name((enum deprel)i);
        struct view universal = {whole, strcspn(whole, ":")};
        assert_int_equal(ud_deprel_universal((enum deprel)i), ud_deprel_of(universal));
    }
    assert_true(name_tag_begins(NAME_B_DEM) && name_tag_continues(NAME_I_ORG) && !name_tag_begins(NAME_O) &&
                !name_tag_continues(NAME_O));
    assert_int_equal(name_tag_type(NAME_I_LOC), NAME_PLACE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_words_and_sentences),    cmocka_unit_test(composes_a_missing_text),
        cmocka_unit_test(bears_with_forms_that_differ), cmocka_unit_test(leaves_broken_trees_to_the_parser),
        cmocka_unit_test(says_where_a_file_is_broken),  cmocka_unit_test(names_of_tags_go_both_ways),
        cmocka_unit_test(leaves_other_schemes_to_the_parser),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
