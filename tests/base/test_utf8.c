#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "base/utf8.h"

#define R "\xEF\xBF\xBD"

static int new_arena(void **state)
{
    *state = arena_new(0);
    return *state ? 0 : -1;
}

static int free_arena(void **state)
{
    arena_free(*state);
    return 0;
}

/* The Unicode Standard 15, section 3.9, tables 3-8 to 3-11, and the edges of table 3-7. */
static void replaces_maximal_subparts(void **state)
{
    static const struct { const char *bytes; const char *repaired; size_t replaced; size_t first; } cases[] = {
        {"plain", "plain", 0, 5},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", R R R R R R R R "A", 8, 0},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", R R R R R R R R "A", 8, 0},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", R R R R R "A" R R "B", 7, 0},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R R R R "A", 4, 0},
        {"\xC2", R, 1, 0},
        {"a\xE2\x82", "a" R, 1, 1},
        {"a\xF0\x9F\x98", "a" R, 1, 1},
        {"\xC1\xBF", R R, 2, 0},
        {"\xE0\x9F\xBF", R R R, 3, 0},
        {"\xE0\xA0\x80", "\xE0\xA0\x80", 0, 3},
        {"\xED\x9F\xBF", "\xED\x9F\xBF", 0, 3},
        {"\xEE\x80\x80", "\xEE\x80\x80", 0, 3},
        {"\xF0\x8F\xBF\xBF", R R R R, 4, 0},
        {"\xF0\x90\x80\x80", "\xF0\x90\x80\x80", 0, 4},
        {"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF", 0, 4},
        {"\xF4\x90\x80\x80", R R R R, 4, 0},
        {"\xF5\x80", R R, 2, 0},
        {"caf\xE9 noir", "caf" R " noir", 1, 3},
        {"12345678\xFFtail", "12345678" R "tail", 1, 8},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t replaced, first;
        struct view repaired = utf8_repair(view_of(cases[i].bytes), *state, &replaced, &first);
        if (!view_is(repaired, cases[i].repaired)) fail_msg("case %zu: %.*s", i, VIEW_ARGS(repaired));
        assert_int_equal(replaced, cases[i].replaced);
        assert_int_equal(first, cases[i].first);
        assert_int_equal(utf8_valid(repaired), repaired.length);
        assert_int_equal(utf8_valid(view_of(cases[i].bytes)), cases[i].first);
    }
}

static void keeps_valid_text_in_place(void **state)
{
    struct view text = VIEW("na\xC3\xAFve \xF0\x9F\x98\x80 \x00!");
    size_t replaced, first;
    struct view repaired = utf8_repair(text, *state, &replaced, &first);
    assert_ptr_equal(repaired.data, text.data);
    assert_int_equal(utf8_length(text), 10);
}

static void every_code_point_survives(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        char bytes[4];
        size_t next, start;
        if (code >= 0xD800 && code <= 0xDFFF) continue;
        struct view v = {bytes, utf8_encode(code, bytes)};
        assert_int_equal(utf8_valid(v), v.length);
        assert_int_equal(utf8_decode(v, 0, &next), code);
        assert_int_equal(next, v.length);
        assert_int_equal(utf8_decode_before(v, v.length, &start), code);
        assert_int_equal(start, 0);
    }
}

static void knows_classes(void **state)
{
    (void)state;
    assert_true(utf8_is_letter('a') && utf8_is_letter(0x0416) && utf8_is_letter(0x4E2D) && utf8_is_letter(0x02BC));
    assert_false(utf8_is_letter('1') || utf8_is_letter('_') || utf8_is_letter(0x2019) || utf8_is_letter(0x110000));
    assert_true(utf8_is_upper('A') && utf8_is_upper(0x0130) && utf8_is_upper(0x01C5) && !utf8_is_upper('a'));
    assert_true(utf8_is_lower(0xDF) && utf8_is_lower(0x0131) && !utf8_is_lower('A'));
    assert_true(utf8_is_digit('0') && utf8_is_digit(0x0661) && !utf8_is_digit(0xB2));
    assert_true(utf8_is_space(0xA0) && utf8_is_space(0x2009) && utf8_is_space(0x3000) && utf8_is_space(0xFEFF) &&
                !utf8_is_space('_'));
    assert_true(utf8_is_mark(0x0301) && !utf8_is_mark('a'));
    assert_true(utf8_is_punctuation(0x201C) && utf8_is_punctuation('-') && !utf8_is_punctuation('$'));
    assert_true(utf8_is_symbol('$') && utf8_is_symbol(0x20AC) && utf8_is_symbol(0x1F600) && !utf8_is_symbol(','));
    assert_int_equal(utf8_to_lower(0x0130), 'i');
    assert_int_equal(utf8_to_lower(0x0416), 0x0436);
    assert_int_equal(utf8_to_lower(0x023A), 0x2C65);
}

static void finds_controls(void **state)
{
    static const struct { const char *text; size_t length;
    } cases[] = {
        {"\x1B[31m", 1},      {"\n", 1},           {"\x7F", 1},          {"\xC2\x80", 2},     {"\xC2\x9B", 2},
        {"\xC2\xA0", 0},      {"\xE2\x80\x8E", 3}, {"\xE2\x80\x8D", 0}, {"\xE2\x80\xAA", 3}, {"\xE2\x80\xAE", 3},
        {"\xE2\x80\xAF", 0}, {"\xE2\x81\xA5", 0}, {"\xE2\x81\xA6", 3}, {"\xE2\x81\xA9", 3}, {"\xE2\x81\xAA", 0},
        {"\xC2", 0},          {"\xE2\x80", 0},     {"a", 0},             {"é", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (utf8_control(view_of(cases[i].text), 0) != cases[i].length) fail_msg("case %zu", i);
    }
}

static void folds_names(void **state)
{
    static const struct { const char *name; const char *folded;
    } cases[] = {
        {"Müller", "muller"},
        {"İstanbul", "istanbul"},
        {"Darül Vefa İlim", "darul vefa ilim"},
        {"Łódź", "lodz"},
        {"Søren Ærø", "soren aero"},
        {"Đặng", "dang"},
        {"Straße", "strasse"},
        {"Þór", "thor"},
        {"Œuvre", "oeuvre"},
        {"Kırklareli", "kirklareli"},
        {"Zelenskyy’s", "zelenskyy's"},
        {"IS–KP", "is-kp"},
        {"“Wagner”", "\"wagner\""},
        {"Mu\xCC\x88ller", "muller"},
        {"Ёлкин", "елкин"},
        {"Ὀδυσσεύς", "οδυσσευσ"},
        {"Əliyev", "aliyev"},
        {"東京", "東京"},
        {"한국", "한국"},
        {"new\xC2\xA0york", "new york"},
        {"co\xC2\xADop", "coop"},
        {"", ""},
        {"ABC`d", "abc'd"},
        {"Ⱥ", "a"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct view folded = utf8_fold(view_of(cases[i].name), *state);
        if (!view_is(folded, cases[i].folded)) fail_msg("%s: %.*s", cases[i].name, VIEW_ARGS(folded));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(replaces_maximal_subparts), cmocka_unit_test(keeps_valid_text_in_place),
        cmocka_unit_test(every_code_point_survives), cmocka_unit_test(knows_classes), cmocka_unit_test(finds_controls), cmocka_unit_test(folds_names),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
