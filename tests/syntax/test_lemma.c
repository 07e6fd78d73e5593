/* Lemma rules: what a rule makes of a form, and which rule a word takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <xxhash.h>

#include "syntax/lemma.h"

static void rules_make_lemmas(void **state)
{
    static const struct {
        struct lemma_rule rule;
        const char *form, *lemma; /* NULL: the rule does not apply */
    } cases[] = {
        {{LEMMA_KEEP, 0, 0, "", {0}}, "Dushanbe", "Dushanbe"},
        {{LEMMA_LOWER, 0, 0, "", {0}}, "The", "the"},
        {{LEMMA_LOWER, 1, 0, "", {0}}, "Talks", "talk"},
        {{LEMMA_LOWER, 3, 1, "y", {0}}, "denies", "deny"},
        {{LEMMA_LOWER, 4, 5, "think", {0}}, "thought", "thothink"},
        {{LEMMA_LOWER, 3, 2, "be", {0}}, "was", "be"},
        {{LEMMA_TITLE, 0, 0, "", {0}}, "PARIS", "Paris"},
        {{LEMMA_TITLE, 1, 0, "", {0}}, "STATES", "State"},
        {{LEMMA_LOWER, 0, 0, "", {0}}, "ÉTÉ", "été"},
        {{LEMMA_KEEP, 1, 0, "", {0}}, "café", "caf"},
        {{LEMMA_KEEP, 1, 2, "é", {0}}, "cafe", "café"},
        {{LEMMA_LOWER, 4, 0, "", {0}}, "was", NULL},
        {{LEMMA_LOWER, 3, 0, "", {0}}, "was", NULL},
    };
    char out[64];
    size_t length;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool made = lemma_apply(&cases[i].rule, view_of(cases[i].form), out, sizeof out, &length);
        assert_int_equal(made, cases[i].lemma != NULL);
        if (made && !view_is((struct view){out, length}, cases[i].lemma))
            fail_msg("%s: %.*s", cases[i].form, (int)length, out);
    }
}

static void no_room_is_no_lemma(void **state)
{
    const struct lemma_rule rule = {LEMMA_LOWER, 1, 3, "ing", {0}};
    char out[8];
    size_t length;

    (void)state;
    assert_true(lemma_apply(&rule, view_of("abc"), out, sizeof out, &length));
    assert_false(lemma_apply(&rule, view_of("abcdefghijkl"), out, sizeof out, &length));
}

/* A table of two rules: words in -s with the tag NNS lose it; "news" does not. */
struct table {
    struct lemma_rule rules[2];
    struct lemma_slot slots[8];
    struct lemmas lemmas;
};

static void put(struct table *table, uint64_t key, uint32_t rule)
{
    uint32_t slot = (uint32_t)key & 7;

    while (table->slots[slot].fingerprint)
        slot = (slot + 1) & 7;
    table->slots[slot] = (struct lemma_slot){(uint32_t)(key >> 32) | 1, rule};
}

static const struct clusters none;

static void describe(struct word *word, struct token *token, const char *form)
{
    *token = (struct token){.form = form, .form_length = (uint16_t)strlen(form), .upos = UPOS_NOUN, .xpos = XPOS_NNS};
    word_describe(word, token_form(token), &none);
}

static void make_table(struct table *table)
{
    struct word word;
    struct token token;

    *table = (struct table){.rules = {{LEMMA_LOWER, 1, 0, "", {0}}, {LEMMA_LOWER, 0, 0, "", {0}}}};
    table->lemmas = (struct lemmas){table->rules, table->slots, 2, 8};
    describe(&word, &token, "cats");
    put(table, lemma_key(&word, &token, 1), 0);
    describe(&word, &token, "news");
    put(table, lemma_key(&word, &token, LEMMA_LEVELS - 2), 1);
}

static void longest_ending_decides(void **state)
{
    static const struct {
        const char *form, *lemma;
    } cases[] = {{"cats", "cat"},  {"Ministers", "minister"}, {"news", "news"},
                 {"News", "news"}, {"Oxen", "oxen"},          {"s", "s"}};
    struct arena *arena = arena_new(0);
    struct table table;
    struct word word;
    struct token token;

    (void)state;
    make_table(&table);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        describe(&word, &token, cases[i].form);
        assert_int_equal(lemma_set(&table.lemmas, &word, &none, &token, arena), 0);
        if (!view_is(token_lemma(&token), cases[i].lemma))
            fail_msg("%s: %.*s", cases[i].form, VIEW_ARGS(token_lemma(&token)));
    }
    arena_free(arena);
}

/* Clusters of three words, as the section holds them: those are the words that are known. */
struct known_words {
    uint32_t paths[2], fingerprints[8];
    uint16_t ids[8];
};

static struct clusters know(struct known_words *known)
{
    static const char *const words[] = {"provoke", "plan", "fail"};

    *known = (struct known_words){.paths = {0, 2}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        uint64_t hash = XXH3_64bits(words[i], strlen(words[i]));
        uint32_t slot = (uint32_t)hash & 7;
        while (known->ids[slot])
            slot = (slot + 1) & 7;
        known->fingerprints[slot] = (uint32_t)(hash >> 32);
        known->ids[slot] = 1;
    }
    return (struct clusters){known->paths, known->fingerprints, known->ids, 1, 8};
}

/* The only rule for VBD takes "ed" off: what is left is put right where that makes a known word. */
static void verbs_become_known_words(void **state)
{
    static const struct {
        const char *form, *lemma;
    } cases[] = {{"Provoked", "provoke"}, {"planned", "plan"}, {"failed", "fail"}, {"zorbed", "zorb"}};
    struct arena *arena = arena_new(0);
    struct known_words known;
    struct clusters clusters = know(&known);
    struct table table = {.rules = {{LEMMA_LOWER, 2, 0, "", {0}}}};
    struct word word;
    struct token token;

    (void)state;
    table.lemmas = (struct lemmas){table.rules, table.slots, 1, 8};
    describe(&word, &token, "ed");
    token.upos = UPOS_VERB;
    token.xpos = XPOS_VBD;
    put(&table, lemma_key(&word, &token, 2), 0);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        describe(&word, &token, cases[i].form);
        token.upos = UPOS_VERB;
        token.xpos = XPOS_VBD;
        assert_int_equal(lemma_set(&table.lemmas, &word, &clusters, &token, arena), 0);
        if (!view_is(token_lemma(&token), cases[i].lemma))
            fail_msg("%s: %.*s", cases[i].form, VIEW_ARGS(token_lemma(&token)));
    }
    arena_free(arena);
}

/* A table without a free slot, and rules out of range: looked at once, not for ever. */
static void damaged_tables_end(void **state)
{
    struct arena *arena = arena_new(0);
    struct table table;
    struct word word;
    struct token token;

    (void)state;
    make_table(&table);
    for (int i = 0; i < 8; i++)
        table.slots[i] = (struct lemma_slot){0xFFFFFFFFu, 1000};
    describe(&word, &token, "cats");
    assert_int_equal(lemma_set(&table.lemmas, &word, &none, &token, arena), 0);
    assert_true(view_is(token_lemma(&token), "cats"));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_make_lemmas),      cmocka_unit_test(no_room_is_no_lemma),
        cmocka_unit_test(longest_ending_decides), cmocka_unit_test(verbs_become_known_words),
        cmocka_unit_test(damaged_tables_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
