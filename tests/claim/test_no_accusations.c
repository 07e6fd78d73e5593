/* Sentences that look like accusations and are none (no_accusations.txt), read by the model in the program: none may
 * yield an accusation that stands as a fact between two known entities. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "claim/analysed_text.h"

enum { CASES_MIN = 190, FAILURES_MAX = 2 };

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

/* Reads one line as a document and returns the number of accusations in it, each printed unless it is known. */
static int count_accusations(struct reader *reader, struct view line, bool known_to_fail)
{
    const struct analysed *analysed = read_text(reader, line, (struct view){NULL, 0}, CLAIM_MIN_CONFIDENCE);
    int count = 0;

    for (size_t i = 0; i < analysed->claims.count; i++) {
        struct view text;
        if (!accuses(&analysed->claims.claims[i]))
            continue;
        count++;
        text = claim_line(analysed, i, reader->arena);
        if (!known_to_fail)
            print_message("%.*s  found %.*s\n", VIEW_ARGS(line), VIEW_ARGS(text));
    }
    return count;
}

/* The number of accusations found in a line that is not known to fail. */
static int check_line(struct reader *reader, const char *line)
{
    bool known_to_fail = line[0] == '!';
    int count = count_accusations(reader, view_of(known_to_fail ? line + 2 : line), known_to_fail);

    if (known_to_fail && count == 0)
        print_message("no failure any more, mark it as such: %s", line);
    return known_to_fail ? 0 : count;
}

static void test_no_accusations(void **state)
{
    struct reader reader;
    FILE *file = fopen(HEARSAY_SOURCE_DIR "/tests/claim/no_accusations.txt", "r");
    char line[1000];
    int cases = 0;
    int failing = 0;
    int wrong = 0;

    (void)state;
    assert_non_null(file);
    open_reader(&reader);
    while (fgets(line, sizeof line, file)) {
        if (line[0] == '#')
            continue;
        wrong += check_line(&reader, line);
        failing += line[0] == '!';
        cases++;
    }
    fclose(file);
    close_reader(&reader);
    assert_true(cases >= CASES_MIN);
    assert_true(failing <= FAILURES_MAX);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_no_accusations)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
