/* test_phrase.c: the words of noun phrases. The notation is described in build_document.h. */
#include "entity/build_document.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct phrase_case {
    const char *difficulty;
    const char *text;
    uint32_t head; /* counts from 0 */
    const char *phrase;
};

static const struct phrase_case CASES[] = {
    {"a name alone", "Zubov/PROPN/2/nsubj spoke/VERB/0/root", 0, "Zubov"},
    {"determiner and adjectives",
     "The/DET/3/det new/ADJ/3/amod minister/NOUN/4/nsubj spoke/VERB/0/root", 2, "The new minister"},
    {"a nested phrase",
     "The/DET/2/det head/NOUN/6/nsubj of/ADP/5/case the/DET/5/det bank/NOUN/2/nmod spoke/VERB/0/root",
     1, "The head of the bank"},
    {"the preposition is outside",
     "Thanks/NOUN/0/root to/ADP/4/case the/DET/4/det minister/NOUN/1/nmod", 3, "the minister"},
    {"a relative clause is outside",
     "The/DET/2/det man/NOUN/5/nsubj who/PRON/4/nsubj left/VERB/2/acl:relcl spoke/VERB/0/root", 1, "The man"},
    {"an apposition is outside",
     "Zubov/PROPN/6/nsubj ,/PUNCT/4/punct the/DET/4/det minister/NOUN/1/appos ,/PUNCT/1/punct spoke/VERB/0/root",
     0, "Zubov"},
    {"a close apposition is inside",
     "The/DET/2/det newspaper/NOUN/4/nsubj Rybak/PROPN/2/appos wrote/VERB/0/root", 1, "The newspaper Rybak"},
    {"coordinated phrases are outside",
     "Zubov/PROPN/4/nsubj and/CCONJ/3/cc Lisin/PROPN/1/conj spoke/VERB/0/root", 0, "Zubov"},
    {"a coordinated phrase of its own",
     "Zubov/PROPN/4/nsubj and/CCONJ/3/cc Lisin/PROPN/1/conj spoke/VERB/0/root", 2, "Lisin"},
    {"the possessive ending is outside",
     "The/DET/2/det minister/NOUN/4/nmod:poss 's/PART/2/case claims/NOUN/0/root", 1, "The minister"},
    {"an apposition deep inside ends the phrase",
     "The/DET/2/det head/NOUN/9/nsubj of/ADP/5/case the/DET/5/det bank/NOUN/2/nmod ,/PUNCT/7/punct Zubov/PROPN/5/appos "
     ",/PUNCT/7/punct spoke/VERB/0/root",
     1, "The head of the bank"},
    {"the subject of a noun is outside",
     "Zubov/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det minister/NOUN/0/root", 3, "a minister"},
    {"a name that the tree tears apart",
     "Chun/PROPN/5/nsubj/B-PER Hae/PROPN/1/flat/I-PER -/PUNCT/4/punct/I-PER sung/VERB/5/nsubj/I-PER spoke/VERB/0/root",
     3, "Chun Hae-sung"},
    {"numbers and adverbs before the noun",
     "Nearly/ADV/2/advmod 200/NUM/3/nummod residents/NOUN/4/nsubj spoke/VERB/0/root", 2, "Nearly 200 residents"},
};

static void finds_the_words_of_a_phrase(void **state)
{
    const struct phrase_case *c = *state;
    struct arena *arena = arena_new(0);
    struct document document = build_document(c->text, arena);
    struct view phrase = document_slice(&document, entity_phrase(&document, c->head));
    if (!view_is(phrase, c->phrase)) {
        fail_msg("expected %s, found %.*s", c->phrase, VIEW_ARGS(phrase));
    }
    arena_free(arena);
}

int main(void)
{
    enum { COUNT = sizeof CASES / sizeof *CASES };
    struct CMUnitTest tests[COUNT] = {0};
    for (size_t i = 0; i < COUNT; i++) {
        tests[i] = (struct CMUnitTest){CASES[i].difficulty, finds_the_words_of_a_phrase, NULL, NULL, (void *)&CASES[i]};
    }
    return _cmocka_run_group_tests("entity phrase", tests, COUNT, NULL, NULL);
}
