/* One sentence for each kind of cue (cues.tsv), read by the model in the program: the claim with its relation, cue,
 * source and target is among those found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed_text.h"

enum { CASES_MIN = 150, FAILURES_MAX = 10 };
enum { COLUMN_RELATION, COLUMN_CUE, COLUMN_SOURCE, COLUMN_TARGET, COLUMN_TEXT, COLUMN_COUNT };

static bool contains(struct view text, struct view part)
{
    for (size_t i = 0; i + part.length <= text.length; i++)
        if (memcmp(text.data + i, part.data, part.length) == 0)
            return true;
    return false;
}

/* Whether the words of one of the actors hold those that are asked for; topics are not meant. */
static bool named(const struct analysed *analysed, const struct claim_actor *actors, size_t count, struct view words,
                  bool targets)
{
    for (size_t i = 0; i < count; i++)
        if ((!targets || actors[i].role != ROLE_TOPIC) &&
            contains(document_slice(&analysed->document, actors[i].span), words))
            return true;
    return view_is(words, "-");
}

static bool found(const struct analysed *analysed, const struct view *columns)
{
    for (size_t i = 0; i < analysed->claims.count; i++) {
        const struct claim *claim = &analysed->claims.claims[i];
        if (view_is(columns[COLUMN_RELATION], claim_relation_facts(claim->relation)->name) &&
            view_equal(document_slice(&analysed->document, claim->cue), columns[COLUMN_CUE]) &&
            named(analysed, claim->sources, claim->source_count, columns[COLUMN_SOURCE], false) &&
            named(analysed, claim->targets, claim->target_count, columns[COLUMN_TARGET], true))
            return true;
    }
    return false;
}

/* Whether a line holds; says what was found instead where it does not. */
static bool check_line(struct reader *reader, const struct view *columns)
{
    const struct analysed *analysed =
        read_text(reader, columns[COLUMN_TEXT], (struct view){NULL, 0}, CLAIM_MIN_CONFIDENCE);

    if (found(analysed, columns))
        return true;
    print_message("%.*s\n  not found %.*s \"%.*s\"\n", VIEW_ARGS(columns[COLUMN_TEXT]),
                  VIEW_ARGS(columns[COLUMN_RELATION]), VIEW_ARGS(columns[COLUMN_CUE]));
    print_claims(analysed, reader->arena);
    return false;
}

static void test_cues(void **state)
{
    (void)state;
    assert_true(check_table(HEARSAY_SOURCE_DIR "/tests/claim/cues.tsv", COLUMN_COUNT, check_line, CASES_MIN) <=
                FAILURES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cues)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
