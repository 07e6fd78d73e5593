/* Sentences that look like accusations and are none (no_accusations.txt), read by the model in the program: none may
 * yield an accusation that stands as a fact between two known entities. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed.h"

enum { CASES_MIN = 60 };

static bool known(const struct claim_actor *actors, size_t count, bool targets)
{
    for (size_t i = 0; i < count; i++)
        if (actors[i].entity >= 0 && (!targets || actors[i].role != ROLE_TOPIC))
            return true;
    return false;
}

static bool accuses(const struct claim *claim)
{
    return claim->kind == CLAIM_ACCUSATION && !claim->negated && claim->certainty == CERTAINTY_ASSERTED &&
           known(claim->sources, claim->source_count, false) && known(claim->targets, claim->target_count, true);
}

/* Reads one line as a document and returns the number of accusations in it, each printed. */
static int count_accusations(struct syntax *syntax, struct view line, struct arena *arena)
{
    struct hearsay_error error = {0};
    struct hearsay_limits limits = limits_default();
    struct text_unit unit = {
        .bytes = line, .name = VIEW("no_accusations.txt"), .line = 1, .format = HEARSAY_FORMAT_TEXT};
    struct analysed analysed = {0};
    int count = 0;

    assert_int_equal(text_parse(&analysed.document, &unit, &limits, arena, &error), 0);
    assert_int_equal(syntax_analyse(syntax, &analysed.document, arena, &error), 0);
    assert_int_equal(analyse_tree(&analysed, CLAIM_MIN_CONFIDENCE, arena, &error), 0);
    for (size_t i = 0; i < analysed.claims.count; i++) {
        struct view text;
        if (!accuses(&analysed.claims.claims[i]))
            continue;
        text = claim_line(&analysed, i, arena);
        print_message("%.*s\n  found %.*s\n", VIEW_ARGS(line), VIEW_ARGS(text));
        count++;
    }
    return count;
}

static void test_no_accusations(void **state)
{
    struct hearsay_error error = {0};
    struct model *model;
    struct syntax *syntax;
    struct arena *arena = arena_new(0);
    FILE *file = fopen(HEARSAY_SOURCE_DIR "/tests/claim/no_accusations.txt", "r");
    char line[1000];
    int cases = 0;
    int found = 0;

    (void)state;
    assert_non_null(file);
    assert_non_null(arena);
    if (model_open_embedded(&model, &error) < 0) {
        print_message("no model in this build\n");
        skip();
    }
    assert_int_equal(syntax_open(&syntax, model, &error), 0);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        found += count_accusations(syntax, view_of(line), arena);
        arena_reset(arena);
        cases++;
    }
    fclose(file);
    syntax_close(syntax);
    model_close(model);
    arena_free(arena);
    assert_true(cases >= CASES_MIN);
    assert_int_equal(found, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_accusations)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
