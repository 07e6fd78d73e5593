/* confidence.c: logistic models over the features of a claim, in integers. */
#include "claim/confidence.h"

#include "claim/confidence_rows.h"
#include "claim/scan.h"

struct confidence_weights {
    const char *name;
    const char *text;
    int weights[CONFIDENCE_QUESTION_COUNT]; /* thousandths of log-odds */
};

#include "claim/confidence_table.inc"

_Static_assert(ROW_COUNT <= 64 * CONFIDENCE_WORDS, "more rows than bits");
_Static_assert(ROW_RELATION_THREATEN - ROW_RELATION_SAY + 1 == (int)RELATION_COUNT, "a row for each relation");

/* The log-odds, in thousandths, of 50.5 %, 51.5 % ... 98.5 %: ln(p / (1 - p)), where rounding steps to the next
 * percent. Below 50 % they are the same with the sign turned. */
static const int half_percents[] = {
    20,   60,   100,  140,  180,  221,  261,  302,  343,  385,  426,  468,  511,  554,  597,  641,  686,
    731,  777,  824,  871,  920,  969,  1020, 1072, 1125, 1180, 1237, 1295, 1355, 1418, 1483, 1551, 1621,
    1696, 1774, 1857, 1946, 2041, 2143, 2254, 2376, 2512, 2666, 2844, 3055, 3317, 3664, 4185,
};

int confidence_percent(const struct claim_features *features, enum confidence_question question)
{
    int sum = 0;
    int percent = 50;

    for (size_t row = 0; row < ROW_COUNT; row++)
        if (confidence_has(features, row))
            sum += rows[row].weights[question];
    for (size_t i = 0; i < sizeof half_percents / sizeof half_percents[0]; i++)
        percent += (sum >= half_percents[i]) - (sum < -half_percents[i]);
    return percent;
}

const char *confidence_question_name(enum confidence_question question)
{
    static const char *const names[] = {"claim", "source", "edge"};

    return names[question];
}

enum confidence_question confidence_question_of(const struct claim *claim)
{
    bool told = claim->source_count || claim->content_count;

    for (size_t i = 0; told && i < claim->target_count; i++)
        if (claim->targets[i].role != ROLE_TOPIC)
            return CONFIDENCE_EDGE;
    return CONFIDENCE_CLAIM;
}

size_t confidence_row_count(void)
{
    return ROW_COUNT;
}

const char *confidence_row_name(size_t row)
{
    return rows[row].name;
}

const char *confidence_row_text(size_t row)
{
    return rows[row].text;
}

int confidence_row_weight(size_t row, enum confidence_question question)
{
    return rows[row].weights[question];
}

static void drop_unsure(struct scan *scan, size_t first)
{
    size_t kept = first;

    for (size_t i = first; i < scan->set->count; i++) {
        if (scan->set->claims[i].confidence < scan->min_confidence)
            continue;
        scan->set->claims[kept] = scan->set->claims[i];
        scan->found[kept++] = scan->found[i];
    }
    scan->set->count = kept;
}

int confidence_judge(struct scan *scan, size_t first)
{
    for (size_t i = first; i < scan->set->count; i++) {
        struct claim *claim = &scan->set->claims[i];
        const struct claim_features *features = &scan->found[i].features;
        features_add_neighbours(scan, first, i);
        claim->confidence = confidence_percent(features, confidence_question_of(claim));
        if (claim->confidence < scan->min_confidence && trace_claim(scan, i) < 0)
            return HEARSAY_ERROR_MEMORY;
    }
    drop_unsure(scan, first);
    return 0;
}
