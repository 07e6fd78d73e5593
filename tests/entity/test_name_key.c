/* test_name_key.c: the form in which names are compared, and what the tables know of words. */
#include "entity/lexicon.h"
#include "entity/name_key.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct pair {
    const char *name;
    const char *key;
};

static void makes_keys(void **state)
{
    static const struct pair pairs[] = {
        {"Vladimir Putin", "vladimir putin"},
        {"The Al-Qaida's", "al qaida"},
        {"U.S.", "us"},
        {"N'Djamena", "ndjamena"},
        {"Johnson & Johnson", "johnson and johnson"},
        {"IS\xE2\x80\x93KP", "is kp"},
        {"Islamic State \xE2\x80\x93 Khorasan", "islamic state khorasan"},
        {"José Peña", "jose pena"},
        {"the", "the"},
        {"Workers\xE2\x80\x99 Party", "workers party"},
        {"Novaya  Gazeta\nEurope", "novaya gazeta europe"},
        {"\"...\"", ""},
        {"", ""},
    };
    (void)state;
    struct arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct view key = name_key(view_of(pairs[i].name), arena);
        if (!view_is(key, pairs[i].key)) {
            fail_msg("%s: %.*s", pairs[i].name, VIEW_ARGS(key));
        }
    }
    arena_free(arena);
}

static void keys_fit_or_are_empty(void **state)
{
    char small[4];
    (void)state;
    assert_int_equal(name_key_write(VIEW("Oslo"), small, sizeof small), 4);
    assert_int_equal(name_key_write(VIEW("Paris"), small, sizeof small), 0);
}

static void variants_sound_alike(void **state)
{
    static const struct pair alike[] = {
        {"zelensky", "zelenskyy"}, {"zelensky", "zelenskiy"}, {"yanukovich", "ianukovich"},
        {"muammar gaddafi", "muammar qaddafi"},
        {"gaddafi", "qaddafi"},    {"hussein", "husein"},     {"kharkov", "harkov"},
    };
    static const struct pair different[] = {{"clinton", "clifton"}, {"miller", "mueller"}, {"ivanov", "ivanova"}};
    (void)state;
    struct arena *arena = arena_new(0);
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        if (!view_equal(name_sound(view_of(alike[i].name), arena), name_sound(view_of(alike[i].key), arena))) {
            fail_msg("%s and %s differ", alike[i].name, alike[i].key);
        }
    }
    for (size_t i = 0; i < sizeof different / sizeof *different; i++) {
        if (view_equal(name_sound(view_of(different[i].name), arena), name_sound(view_of(different[i].key), arena))) {
            fail_msg("%s and %s are one", different[i].name, different[i].key);
        }
    }
    arena_free(arena);
}

static void walks_words(void **state)
{
    struct view key = VIEW("federal security service");
    (void)state;
    assert_true(view_is(name_first_word(key), "federal"));
    assert_true(view_is(name_last_word(key), "service"));
    assert_int_equal(name_word_count(key), 3);
    assert_int_equal(name_word_count(VIEW("")), 0);
}

static void tells_capitals(void **state)
{
    (void)state;
    assert_true(name_is_capitals(VIEW("G20")));
    assert_true(name_is_capitals(VIEW("U.S.")));
    assert_false(name_is_capitals(VIEW("20")));
    assert_false(name_is_capitals(VIEW("Us")));
    assert_true(name_is_capitalised(VIEW("'Oslo")));
    assert_false(name_is_capitalised(VIEW("oslo")));
}

static void names_have_single_spaces(void **state)
{
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"Vera\nLisina", "Vera Lisina"},
        {"Vera \t Lisina", "Vera Lisina"},
        {"Vera \xE2\x80\xAELisina\xE2\x80\xAC", "Vera Lisina"},
        {"Vera\xC2\x85Lisina\xC2\x9B", "Vera Lisina "},
    };
    struct arena *arena = arena_new(0);
    (void)state;
    struct view plain = VIEW("Vera Lisina");
    assert_ptr_equal(name_with_single_spaces(plain, arena).data, plain.data);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct view name = name_with_single_spaces(view_of(cases[i].text), arena);
        if (!view_is(name, cases[i].name)) {
            fail_msg("%s: \"%.*s\"", cases[i].text, VIEW_ARGS(name));
        }
    }
    arena_free(arena);
}

static void knows_words(void **state)
{
    (void)state;
    assert_true(view_is(name_family(VIEW("gerard de la tour")), "de la tour"));
    assert_true(view_is(name_family(VIEW("vera lisina")), "lisina"));
    assert_true(lexicon_noun(VIEW("minister"))->classes & NOUN_OFFICE);
    assert_int_equal(lexicon_noun(VIEW("actress"))->gender, GENDER_FEMALE);
    assert_true(lexicon_noun(VIEW("security service"))->classes & NOUN_BODY);
    assert_null(lexicon_noun(VIEW("harbour")));
    assert_int_equal(lexicon_first_name(VIEW("olga")), GENDER_FEMALE);
    assert_int_equal(lexicon_first_name(VIEW("kim")), GENDER_UNKNOWN);
    assert_int_equal(lexicon_first_name(VIEW("henning lund")), GENDER_MALE);
    assert_int_equal(lexicon_first_name(VIEW("henning")), GENDER_UNKNOWN); /* a family name as well */
    assert_true(lexicon_is_business(VIEW("telmar motors")));
    assert_false(lexicon_is_business(VIEW("national bank")));
    assert_int_equal(lexicon_title_gender(VIEW("Mrs.")), GENDER_FEMALE);
    assert_true(lexicon_is_title(VIEW("Dr")));
    assert_false(lexicon_is_title(VIEW("dr")));
}

static void knows_organisations(void **state)
{
    (void)state;
    assert_ptr_equal(lexicon_organisation(VIEW("FBI")), lexicon_organisation(VIEW("Federal Bureau of Investigation")));
    assert_ptr_equal(lexicon_organisation(VIEW("al Qaida")), lexicon_organisation(VIEW("Al-Qaeda")));
    assert_null(lexicon_organisation(VIEW("who")));
    assert_null(lexicon_organisation(VIEW("MIT"))); /* a university and an intelligence service */
    assert_string_equal(lexicon_organisation(VIEW("Knesset"))->country, "IL");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_keys),           cmocka_unit_test(keys_fit_or_are_empty),
        cmocka_unit_test(variants_sound_alike), cmocka_unit_test(walks_words),
        cmocka_unit_test(tells_capitals),       cmocka_unit_test(names_have_single_spaces), cmocka_unit_test(knows_words),
        cmocka_unit_test(knows_organisations),
    };
    return cmocka_run_group_tests_name("entity name_key", tests, NULL, NULL);
}
