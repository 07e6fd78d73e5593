/* Whether claims were made and how sure the text is of it (modality.tsv), read from raw text by the model in the
 * program. Every claim counts, however unsure. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed_text.h"

enum { CASES_MIN = 130, FAILURES_MAX = 4, COLUMNS = 3, LOWEST_CONFIDENCE = 1 };

/* "not alleged" */
static struct view flags_of(const struct claim *claim, struct arena *arena)
{
    return arena_print(arena, "%s%s", claim->negated ? "not " : "", claim_certainty_name(claim->certainty));
}

/* The flags of the claim with this cue, "no claim" where there is none. */
static struct view flags_found(const struct analysed *analysed, struct view cue, struct arena *arena)
{
    for (size_t i = 0; i < analysed->claims.count; i++)
        if (view_starts(document_slice(&analysed->document, analysed->claims.claims[i].cue), cue))
            return flags_of(&analysed->claims.claims[i], arena);
    return VIEW("no claim");
}

static bool check_case(struct reader *reader, const struct view *columns)
{
    const struct analysed *analysed = read_text(reader, columns[2], (struct view){NULL, 0}, LOWEST_CONFIDENCE);
    struct view found = flags_found(analysed, columns[0], reader->arena);

    if (view_equal(found, columns[1]))
        return true;
    print_message("%.*s\n  expected %.*s\n  found    %.*s\n", VIEW_ARGS(columns[2]), VIEW_ARGS(columns[1]),
                  VIEW_ARGS(found));
    print_claims(analysed, reader->arena);
    return false;
}

/* Another model may read a few trees otherwise. */
static void test_modality(void **state)
{
    (void)state;
    assert_true(check_table(HEARSAY_SOURCE_DIR "/tests/claim/modality.tsv", COLUMNS, check_case, CASES_MIN) <=
                FAILURES_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_modality)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
