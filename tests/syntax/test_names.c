/* The name finder, the gazetteer and the clusters that it builds on. Sentences are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "model/model.h"
#include "syntax/clusters.h"
#include "syntax/gazetteer.h"
#include "syntax/names.h"
#include "syntax/names_features.h"
#include "syntax/syntax.h"
#include "text/text.h"

/* ---- gazetteer
 * -------------------------------------------------------------------------------------------------------- */

static void gazetteer_knows_kinds(void **state)
{
    static const struct {
        const char *phrase;
        uint32_t kinds;
    } cases[] = {
        {"France", GAZETTEER_BIT(COUNTRY)},       {"Tajikistan", GAZETTEER_BIT(COUNTRY)},
        {"U.S.", GAZETTEER_BIT(COUNTRY)},         {"Gorno-Badakhshan", GAZETTEER_BIT(REGION)},
        {"Dushanbe", GAZETTEER_BIT(CITY)},        {"New York", GAZETTEER_BIT(CITY) | GAZETTEER_BIT(REGION)},
        {"Tajik", GAZETTEER_BIT(DEMONYM)},        {"South Koreans", GAZETTEER_BIT(DEMONYM)},
        {"Vladimir", GAZETTEER_BIT(FIRST)},       {"Novaya Gazeta Europe", GAZETTEER_BIT(MEDIA)},
        {"al-Qaida", GAZETTEER_BIT(ARMED)},       {"A Just Russia \xE2\x80\x93 For Truth", GAZETTEER_BIT(PARTY)},
        {"Prime Minister", GAZETTEER_BIT(TITLE)}, {"Ministry", GAZETTEER_BIT(ORGWORD)},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if ((gazetteer_kinds(view_of(cases[i].phrase)) & cases[i].kinds) != cases[i].kinds)
            fail_msg("%s: kinds are %x", cases[i].phrase, (unsigned)gazetteer_kinds(view_of(cases[i].phrase)));
}

static void gazetteer_keeps_quiet_about_other_words(void **state)
{
    static const char *const words[] = {"us", "walked", "table", "", "Xqzzt", "Ministry of", "New"};
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gazetteer_kinds(view_of(words[i])) & ~GAZETTEER_BIT(PLACEWORD))
            fail_msg("%s is taken for a name", words[i]);
}

/* Tokens over literals, for matching. */
static uint32_t make_tokens(struct token *tokens, const char *const *forms, uint32_t most)
{
    uint32_t count = 0;
    for (; count < most && forms[count]; count++)
        tokens[count] = (struct token){.form = forms[count], .form_length = (uint16_t)strlen(forms[count])};
    return count;
}

static void gazetteer_matches_the_longest_phrase(void **state)
{
    static const struct {
        const char *forms[8];
        uint32_t count;
        uint32_t kinds;
    } cases[] = {
        {{"al", "-", "Qaida", "said"}, 3, GAZETTEER_BIT(ARMED)},
        {{"New", "York", "Times", "reporters"}, 3, GAZETTEER_BIT(MEDIA)},
        {{"New", "York", "police"}, 2, GAZETTEER_BIT(CITY)},
        {{"U.N.", "Security", "Council", "members"}, 3, GAZETTEER_BIT(UNION)},
        {{"MOSCOW", "(", "AP", ")"}, 1, GAZETTEER_BIT(CITY)},
        {{"Doctors", "Without", "Borders"}, 3, GAZETTEER_BIT(UNION)},
        {{"table", "tops"}, 0, 0},
    };
    struct token tokens[8];
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t count = make_tokens(tokens, cases[i].forms, 8);
        struct gazetteer_match match = gazetteer_match(tokens, count);
        if (match.count != cases[i].count || (match.kinds & cases[i].kinds) != cases[i].kinds)
            fail_msg("%s ...: %u tokens, kinds %x", cases[i].forms[0], match.count, (unsigned)match.kinds);
    }
}

/* ---- clusters
 * --------------------------------------------------------------------------------------------------------- */

static void clusters_without_a_section_know_nothing(void **state)
{
    struct clusters clusters;
    (void)state;
    assert_int_equal(clusters_open(&clusters, (struct view){NULL, 0}, NULL), 0);
    assert_int_equal(clusters_of(&clusters, VIEW("minister")), 0);
    assert_int_equal(clusters_prefix(&clusters, 0, 4), 0);
}

static void clusters_refuse_damage(void **state)
{
    struct clusters_header header = {CLUSTERS_MAGIC, 10, 1024, 5};
    struct clusters clusters;
    (void)state;
    assert_int_equal(clusters_open(&clusters, (struct view){(const char *)&header, sizeof header}, NULL),
                     HEARSAY_ERROR_INPUT);
    assert_int_equal(clusters_open(&clusters, (struct view){(const char *)&header, 7}, NULL), HEARSAY_ERROR_INPUT);
}

static void clusters_spell_words_alike(void **state)
{
    char normal[CLUSTERS_FORM_BYTES + 4];
    (void)state;
    assert_int_equal(clusters_normalise(VIEW("Z\xC3\x9CRICH-19"), normal), 10);
    assert_memory_equal(normal, "z\xC3\xBCrich-00", 10);
    assert_int_equal(clusters_normalise(VIEW("Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk"), normal), 0);
}

/* ---- features
 * --------------------------------------------------------------------------------------------------------- */

static size_t count_features(const char *const *forms, uint32_t word)
{
    const struct clusters none = {0};
    struct token tokens[8];
    struct names_word words[8];
    uint64_t features[NAMES_FEATURES];
    uint32_t count = make_tokens(tokens, forms, 8);
    names_describe(words, tokens, count, &none);
    return names_features(features, words, count, word);
}

static void features_see_a_name_twice_in_a_row(void **state)
{
    static const char *const twice[] = {"Xqnina", "Xqarendt", "Xqnina", ",", "call", "Xqnina", NULL};
    static const char *const once[] = {"Xqnina", "Xqarendt", "Xqrosa", ",", "call", "Xqrosa", NULL};
    static const char *const small[] = {"so", "very", "so", ",", "call", "so", NULL};
    static const char *const single[] = {"so", "very", "as", ",", "call", "as", NULL};
    (void)state;
    assert_int_equal(count_features(twice, 0), count_features(once, 0) + 1);
    assert_int_equal(count_features(twice, 2), count_features(once, 2) + 1);
    assert_int_equal(count_features(small, 0), count_features(single, 0));
}

/* ---- finder
 * ----------------------------------------------------------------------------------------------------------- */

struct fixture {
    struct model *model;
    struct syntax *syntax;
    struct arena *arena;
};

/* state stays NULL where no model with names is built in: the tests of what was learned are skipped then. */
static int open_fixture(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct names *names = NULL;
    *state = NULL;
    if (!fixture)
        return -1;
    if (model_open_embedded(&fixture->model, NULL) == 0 && names_open(&names, fixture->model, NULL) == 0 &&
        syntax_open(&fixture->syntax, fixture->model, NULL) == 0 && (fixture->arena = arena_new(0)) != NULL) {
        *state = fixture;
    } else {
        model_close(fixture->model);
        free(fixture);
    }
    names_close(names);
    return 0;
}

static int close_fixture(void **state)
{
    struct fixture *fixture = *state;
    if (fixture) {
        syntax_close(fixture->syntax);
        model_close(fixture->model);
        arena_free(fixture->arena);
        free(fixture);
    }
    return 0;
}

static void analyse(struct fixture *fixture, const char *text, struct document *document)
{
    struct hearsay_limits limits = limits_default();
    struct text_unit unit = {.bytes = view_of(text), .name = VIEW("test"), .line = 1, .format = HEARSAY_FORMAT_TEXT};
    struct hearsay_error error = {0};
    *document = (struct document){0};
    assert_int_equal(text_parse(document, &unit, &limits, fixture->arena, &error), 0);
    assert_int_equal(syntax_analyse(fixture->syntax, document, fixture->arena, &error), 0);
}

/* The names as "[PER Anna Lind] [LOC Oslo]". */
static struct view bracketed(struct fixture *fixture, const struct document *document)
{
    static const char *const types[] = {"PER", "ORG", "LOC", "DEM"};
    struct view all = VIEW("");
    for (size_t i = 0; i < document->name_count; i++) {
        const struct name *name = &document->names[i];
        struct span span = {document->tokens[name->first].start, document->tokens[name->first + name->count - 1].end};
        all = arena_print(fixture->arena, "%.*s%s[%s %.*s]", VIEW_ARGS(all), i ? " " : "", types[name->type],
                          VIEW_ARGS(document_slice(document, span)));
    }
    return all;
}

static void finder_marks_names(void **state)
{
    static const struct {
        const char *text, *names;
    } cases[] = {
        {"Prime Minister Ivo Kastelan met President Emmanuel Macron in Paris on Tuesday.",
         "[PER Ivo Kastelan] [PER Emmanuel Macron] [LOC Paris]"},
        {"The German Foreign Ministry rejected the report.", "[DEM German] [ORG Foreign Ministry]"},
        {"U.S. officials told Reuters that the United Nations would send aid to Sudan.",
         "[LOC U.S.] [ORG Reuters] [ORG United Nations] [LOC Sudan]"},
        {"The talks on trade went on until the early morning.", ""},
        {"Leaders of the XQM\xE2\x80\x93ZR denied it, and so did the RTV-B.", "[ORG XQM\xE2\x80\x93ZR] [ORG RTV-B]"},
        {"Nadira Yusupova, a spokeswoman for the European Union, said the Taliban had broken the truce.",
         "[PER Nadira Yusupova] [ORG European Union] [ORG Taliban]"},
        {"Iranian and Israeli diplomats will not meet in Geneva.", "[DEM Iranian] [DEM Israeli] [LOC Geneva]"},
        {"Police in Baghdad say Ahmed al-Dulaimi was killed near the Tigris River.",
         "[LOC Baghdad] [PER Ahmed al-Dulaimi] [LOC Tigris River]"},
    };
    struct fixture *fixture = *state;
    if (!fixture)
        skip();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document;
        analyse(fixture, cases[i].text, &document);
        struct view found = bracketed(fixture, &document);
        if (!view_is(found, cases[i].names))
            fail_msg("%s\n  wanted %s\n  found  %.*s", cases[i].text, cases[i].names, VIEW_ARGS(found));
    }
}

/* Whatever the words: a continuation follows its beginning, and the list holds what the tags say. */
static void tags_are_valid(void **state)
{
    static const char *const texts[] = {
        "",
        "( ( ( - - Of The De Van Bin ) ) )",
        "THE MINISTRY OF THE INTERIOR OF SAN MARINO AND ST. KITTS SAYS NO TO JEAN-LUC O'BRIEN-VAN DER BERG",
        "of and the for Of And The For de la de La De la",
        "A. B. C. D. E. F. G. H. I. J. K.\n\nAl-\n\nThe-\n\n-York-New-York-",
        ("\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD said \xE2\x80\x9CNo\xE2\x80\x9D \xE2\x80\x93 then "
         "\xD0\x9F\xD1\x83\xD1\x82\xD0\xB8\xD0\xBD left Moscow's Red Square"),
    };
    struct fixture *fixture = *state;
    if (!fixture)
        skip();
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct document document;
        analyse(fixture, texts[t], &document);
        size_t begun = 0;
        for (size_t s = 0; s < document.sentence_count; s++) {
            uint32_t before = NAMES_START;
            for (uint32_t i = 0; i < document.sentences[s].count; i++) {
                uint8_t tag = document.tokens[document.sentences[s].first + i].name;
                assert_true(tag < NAME_TAG_COUNT);
                assert_true(names_may_follow(before, tag));
                begun += name_tag_begins(tag);
                before = tag;
            }
        }
        assert_int_equal(begun, document.name_count);
    }
}

/* A name that was introduced is known later by one part of it. */
static void document_vouches_for_short_names(void **state)
{
    struct fixture *fixture = *state;
    struct document document;
    if (!fixture)
        skip();
    analyse(fixture,
            "Shamsuddin Faridov was arrested on Friday, the court said. The lawyer of Shamsuddin Faridov denied the "
            "charges. "
            "Faridov told the judge that he was innocent. Relatives of Faridov waited outside.",
            &document);
    assert_int_equal(document.name_count, 4);
    for (size_t i = 0; i < document.name_count; i++)
        assert_int_equal(document.names[i].type, NAME_PERSON);
}

static void best_path_obeys_the_order_of_tags(void **state)
{
    int32_t scores[2 * NAME_TAG_COUNT] = {0};
    static int32_t pairs[2 * (NAME_TAG_COUNT + 1) * NAME_TAG_COUNT];
    uint8_t back[2 * NAME_TAG_COUNT], tags[2];
    (void)state;
    scores[NAME_I_PER] = 1000; /* cannot open a sentence */
    scores[NAME_B_PER] = 10;
    scores[NAME_TAG_COUNT + NAME_I_LOC] = 50; /* cannot follow B-PER: opening with B-LOC costs less than giving it up */
    scores[NAME_TAG_COUNT + NAME_I_PER] = 30;
    names_best_path(scores, pairs, 2, back, tags);
    assert_int_equal(tags[0], NAME_B_LOC);
    assert_int_equal(tags[1], NAME_I_LOC);
    scores[NAME_B_PER] = 30;
    names_best_path(scores, pairs, 2, back, tags);
    assert_int_equal(tags[0], NAME_B_PER);
    assert_int_equal(tags[1], NAME_I_PER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gazetteer_knows_kinds),
        cmocka_unit_test(gazetteer_keeps_quiet_about_other_words),
        cmocka_unit_test(gazetteer_matches_the_longest_phrase),
        cmocka_unit_test(clusters_without_a_section_know_nothing),
        cmocka_unit_test(clusters_refuse_damage),
        cmocka_unit_test(clusters_spell_words_alike),
        cmocka_unit_test(features_see_a_name_twice_in_a_row),
        cmocka_unit_test(best_path_obeys_the_order_of_tags),
        cmocka_unit_test(finder_marks_names),
        cmocka_unit_test(tags_are_valid),
        cmocka_unit_test(document_vouches_for_short_names),
    };
    return cmocka_run_group_tests(tests, open_fixture, close_fixture);
}
