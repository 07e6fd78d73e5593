/* test_country.c: countries by the words for them. */
#include "entity/country.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct country_case {
    const char *phrase;
    const char *code; /* NULL: no country */
    enum country_word word;
};

static const struct country_case CASES[] = {
    {"Russia", "RU", COUNTRY_NAME},
    {"Russian Federation", "RU", COUNTRY_NAME},
    {"the Russian Federation", "RU", COUNTRY_NAME},
    {"Syrian Arab Republic", "SY", COUNTRY_NAME},
    {"Viet Nam", "VN", COUNTRY_NAME},
    {"Burma", "MM", COUNTRY_NAME},
    {"Côte d'Ivoire", "CI", COUNTRY_NAME},
    {"Cote d\xE2\x80\x99Ivoire", "CI", COUNTRY_NAME},
    {"US", "US", COUNTRY_NAME},
    {"U.S.", "US", COUNTRY_NAME},
    {"the U.S.A.", "US", COUNTRY_NAME},
    {"us", NULL, COUNTRY_NAME},
    {"Us", NULL, COUNTRY_NAME},
    {"UK", "GB", COUNTRY_NAME},
    {"UAE", "AE", COUNTRY_NAME},
    {"DPRK", "KP", COUNTRY_NAME},
    {"ROK", "KR", COUNTRY_NAME},
    {"Guinea-Bissau", "GW", COUNTRY_NAME},
    {"Guinea", "GN", COUNTRY_NAME},
    {"Niger", "NE", COUNTRY_NAME},
    {"Kosovo", "XK", COUNTRY_NAME},
    {"Taiwan", "TW", COUNTRY_NAME},
    {"Palestine", "PS", COUNTRY_NAME},
    {"Soviet Union", "", COUNTRY_NAME},
    {"Norfolk Island", "NF", COUNTRY_NAME},
    {"Tajik", "TJ", COUNTRY_DEMONYM},
    {"Tajiks", "TJ", COUNTRY_DEMONYM},
    {"Tajikistani", "TJ", COUNTRY_DEMONYM},
    {"Nigerien", "NE", COUNTRY_DEMONYM},
    {"Nigerian", "NG", COUNTRY_DEMONYM},
    {"South Korean", "KR", COUNTRY_DEMONYM},
    {"French", "FR", COUNTRY_DEMONYM},
    {"Frenchs", NULL, COUNTRY_DEMONYM},
    {"Moscow", "RU", COUNTRY_CAPITAL},
    {"Washington, D.C.", "US", COUNTRY_CAPITAL},
    {"Kyiv", "UA", COUNTRY_CAPITAL},
    {"Kiev", "UA", COUNTRY_CAPITAL},
    {"Brussels", NULL, COUNTRY_CAPITAL},
    {"Singapore", "SG", COUNTRY_NAME},
    {"Kremlin", "RU", COUNTRY_SEAT},
    {"the White House", "US", COUNTRY_SEAT},
    {"10 Downing Street", "GB", COUNTRY_SEAT},
    {"Downing Street", "GB", COUNTRY_SEAT},
    {"Élysée", "FR", COUNTRY_SEAT},
    {"Elysee Palace", "FR", COUNTRY_SEAT},
    {"turkey", NULL, COUNTRY_NAME},
    {"European Union", NULL, COUNTRY_NAME},
    {"Atlantis", NULL, COUNTRY_NAME},
    {"", NULL, COUNTRY_NAME},
    {"the", NULL, COUNTRY_NAME},
};

static void finds_countries_by_their_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        enum country_word word = COUNTRY_NAME;
        const struct country *country = country_of(view_of(CASES[i].phrase), &word);
        if (!CASES[i].code != !country ||
            (country && (strcmp(country->code, CASES[i].code) != 0 || word != CASES[i].word))) {
            fail_msg("%s: %s", CASES[i].phrase, country ? country->name : "no country");
        }
    }
}

static void knows_every_code(void **state)
{
    (void)state;
    assert_string_equal(country_by_code(VIEW("TR"))->name, "Turkey");
    assert_string_equal(country_by_code(VIEW("CZ"))->name, "Czech Republic");
    assert_string_equal(country_by_code(VIEW("AQ"))->name, "Antarctica");
    assert_null(country_by_code(VIEW("")));
    assert_null(country_by_code(VIEW("ru")));
    assert_null(country_by_code(VIEW("RUS")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_countries_by_their_words),
        cmocka_unit_test(knows_every_code),
    };
    return cmocka_run_group_tests_name("entity country", tests, NULL, NULL);
}
