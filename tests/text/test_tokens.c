#include "text/parse_text.h"

#include <stdio.h>

struct word_case {
    const char *text;
    const char *words;
};

static void check(const struct word_case *cases, size_t count, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        struct document document = parse_text(cases[i].text, arena);
        struct view words = words_of(&document, false, arena);
        if (!view_is(words, cases[i].words))
            fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].text, cases[i].words, VIEW_ARGS(words));
        check_document(&document);
    }
}

#define CHECK(cases, state) check(cases, sizeof(cases) / sizeof *(cases), *(state))

static void parts_contractions(void **state)
{
    static const struct word_case cases[] = {
        {"They don't and can't.", "They|do+n't|and|ca+n't|.|//"},
        {"He cannot say what he’s seen", "He|can+not|say|what|he+’s|seen|//"},
        {"I'm sure we'd've won", "I+'m|sure|we+'d+'ve|won|//"},
        {"WON'T YOU?", "WO+N'T|YOU|?|//"},
        {"dont wanna", "do+nt|wan+na|//"},
        {"the minister's house and the ministers' houses", "the|minister+'s|house|and|the|ministers+'|houses|//"},
        {"O'Neill and D'Angelo met at ten o'clock", "O'Neill|and|D'Angelo|met|at|ten|o'clock|//"},
        {"al-Qa'ida", "al|-|Qa'ida|//"},
        {"rock 'n roll in the '90s and the 1990s", "rock|'n|roll|in|the|'90s|and|the|1990s|//"},
        {"(Reuters)'s report", "(|Reuters|)|'s|report|//"},
    };
    CHECK(cases, state);
}

static void parts_compounds(void **state)
{
    static const struct word_case cases[] = {
        {"a well-known 15-year-old", "a|well|-|known|15|-|year|-|old|//"},
        {"an anti-war e-mail from the ex-minister in mid-2003",
         "an|anti-war|e-mail|from|the|ex-minister|in|mid-2003|//"},
        {"call 555-0134 or 1-800-555-0134", "call|555-0134|or|1-800-555-0134|//"},
        {"pages 5-10 of 1939–1945", "pages|5|-|10|of|1939|–|1945|//"},
        {"and/or on 9/11", "and|/|or|on|9/11|//"},
        {"AT&T and P&G", "AT&T|and|P&G|//"},
        {"the plan—or what was left of it—failed", "the|plan|—|or|what|was|left|of|it|—|failed|//"},
        {"so -- they say ---", "so|--|they|say|---|//"},
    };
    CHECK(cases, state);
}

static void knows_numbers_and_signs(void **state)
{
    static const struct word_case cases[] = {
        {"$11,005.50 is 3.5% or €9", "$|11,005.50|is|3.5|%|or|€|9|//"},
        {"US$5m at 5pm, 10:30 a.m., 20km", "US$|5|m|at|5|pm|,|10:30|a.m.|,|20|km|//"},
        {"the 21st of 12,000 rose .5 to 2.0", "the|21st|of|12,000|rose|.5|to|2.0|//"},
        {"No. 10 said no.", "No.|10|said|no|.|//"},
        {"x² + y² = 4", "x²|+|y²|=|4|//"},
        {"Wait... what?! Go!!", "Wait|...|what|?!|//Go|!!|//"},
        {"he left […] and [...] came back", "he|left|[…]|and|[...]|came|back|//"},
    };
    CHECK(cases, state);
}

static void keeps_addresses_whole(void **state)
{
    static const struct word_case cases[] = {
        {"See https://example.org/a_(b)?q=1#top.", "See|https://example.org/a_(b)?q=1#top|.|//"},
        {"(www.example.com) or press@example.co.uk, please", "(|www.example.com|)|or|press@example.co.uk|,|please|//"},
        {"example.com and report.pdf", "example.com|and|report.pdf|//"},
        {"@mayor said #Votes matter :-)", "@mayor|said|#Votes|matter|:-)|//"},
        {"it ended.The next began", "it|ended|.|//The|next|began|//"},
    };
    CHECK(cases, state);
}

static void keeps_stops_of_abbreviations(void **state)
{
    static const struct word_case cases[] = {
        {"Mr. Jones met Dr. K. L. Brown of Acme Inc. in the U.S. Senate.",
         "Mr.|Jones|met|Dr.|K.|L.|Brown|of|Acme|Inc.|in|the|U.S.|Senate|.|//"},
        {"They left the U.S.", "They|left|the|U.S|.|//"},
        {"They left the U.S. The rest stayed.", "They|left|the|U.S|.|//The|rest|stayed|.|//"},
        {"At 5 p.m. on Sept. 3, e.g. Monday", "At|5|p.m.|on|Sept.|3|,|e.g.|Monday|//"},
        {"apples, pears, etc.", "apples|,|pears|,|etc|.|//"},
        {"a Ph.D. student (b. 1950)", "a|Ph.D.|student|(|b.|1950|)|//"},
        {"It was Plan B. They agreed.", "It|was|Plan|B|.|//They|agreed|.|//"},
    };
    CHECK(cases, state);
}

static void reads_every_script_and_space(void **state)
{
    static const struct word_case cases[] = {
        {"Darül Vefa İlim\u00A0(Başakşehir)", "Darül|Vefa|İlim|(|Başakşehir|)|//"},
        {"The paper Голос said so.", "The|paper|Голос|said|so|.|//"},
        {"zero\u200Bwidth \uFEFFmark", "zero|width|mark|//"},
        {"caf\uFFFD noir", "caf\uFFFD|noir|//"},
        {"tab\tand\vother\x01signs", "tab|and|other|signs|//"},
        {"thumbs 👍🏽 up", "thumbs|👍🏽|up|//"},
        {"‘single’ «angle» “double” ``tex''", "‘|single|’|«|angle|»|“|double|”|``|tex|''|//"},
        {"", ""},
        {" \n\t\n ", ""},
    };
    CHECK(cases, state);
}

static void notes_spaces(void **state)
{
    struct document document = parse_text("Yes[3], \"no\"[4] one", *state);
    static const bool expected[] = {false, true, false, false, true, true};
    assert_int_equal(document.token_count, 6);
    for (size_t i = 0; i < 6; i++) {
        if (document.tokens[i].space_after != expected[i])
            fail_msg("word %zu", i);
    }
}

static void cuts_words_at_the_limit(void **state)
{
    struct hearsay_limits limits = limits_default();
    struct document document;
    limits.token_bytes = 8;
    assert_int_equal(
        parse_bytes(&document, VIEW("abcdefghijklmnopq ééééé ok"), HEARSAY_FORMAT_TEXT, &limits, *state, NULL), 0);
    assert_true(view_is(words_of(&document, false, *state), "abcdefgh|ijklmnop|q|éééé|é|ok|//"));
    assert_int_equal(document.warning_count, 1);
    check_document(&document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_contractions),
        cmocka_unit_test(parts_compounds),
        cmocka_unit_test(knows_numbers_and_signs),
        cmocka_unit_test(keeps_addresses_whole),
        cmocka_unit_test(keeps_stops_of_abbreviations),
        cmocka_unit_test(reads_every_script_and_space),
        cmocka_unit_test(notes_spaces),
        cmocka_unit_test(cuts_words_at_the_limit),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
