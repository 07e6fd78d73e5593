/* mutual.c: acts that go both ways: "X and Y accused each other", "X and Y traded threats". */
#include "claim/scan.h"

static bool mutual_pronoun(const struct scan *scan, int32_t first)
{
    return (tree_form_at(scan, first, "each") && tree_form_at(scan, first + 1, "other")) ||
           (tree_form_at(scan, first, "one") && tree_form_at(scan, first + 1, "another"));
}

struct range mutual_words(const struct scan *scan, int32_t head)
{
    if (mutual_pronoun(scan, head))
        return (struct range){head, head + 1};
    return mutual_pronoun(scan, head - 1) ? (struct range){head - 1, head} : RANGE_NONE;
}

/* "traded accusations": what is exchanged goes to those who exchange it. */
static bool exchanged(const struct scan *scan, const struct draft *draft)
{
    static const char *const verbs[] = {"trade", "exchange", "swap", NULL};
    int32_t verb = draft->cue->word_class == CUE_NOUN ? subject_light_verb(scan, draft->head) : -1;

    return verb >= 0 && tree_lemma_in(scan, verb, verbs);
}

void mutual_aim(const struct scan *scan, struct draft *draft)
{
    bool pronoun = draft->target_count == 1 && !range_empty(mutual_words(scan, draft->targets[0].head));
    enum claim_role role = pronoun ? draft->targets[0].role : ROLE_TARGET;

    if (draft->source_count < 2 || !(pronoun || (draft->target_count == 0 && exchanged(scan, draft))))
        return;
    draft->mutual = pronoun ? mutual_words(scan, draft->targets[0].head) : draft->words;
    for (draft->target_count = 0; draft->target_count < draft->source_count; draft->target_count++)
        draft->targets[draft->target_count] = (struct draft_actor){draft->sources[draft->target_count], role};
}
