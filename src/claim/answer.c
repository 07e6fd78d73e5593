/* answer.c: which claim a denial or rejection answers: the one that its object names ("denied claims by Y that ..."),
 * else the latest earlier accusation against the one who denies, else, for "the claim", a statement about him. */
#include "claim/scan.h"

/* How many claims back an answer looks for an accusation, and for a statement. */
enum { ANSWER_REACH = 40, STATEMENT_REACH = 4 };

/* Whether a noun means that somebody said something: "the claim", "the charges". */
static bool is_claim_noun(const struct scan *scan, int32_t noun)
{
    size_t count;
    const struct claim_cue *cues = noun >= 0 && scan->tokens[noun].upos == UPOS_NOUN
                                       ? cue_find(token_lemma(&scan->tokens[noun]), CUE_NOUN, &count)
                                       : NULL;

    return cues &&
           (cues->relation == RELATION_ACCUSE || cues->relation == RELATION_CLAIM || cues->relation == RELATION_SAY ||
            cues->relation == RELATION_CHARGE || cues->relation == RELATION_CRITICISE);
}

/* The noun for earlier words that a claim rejects: of "denied the claim", "called the charges absurd"; -1. */
static int32_t answered_noun(const struct scan *scan, size_t index)
{
    const struct found *found = &scan->found[index];
    int32_t noun = found->of_object ? found->content_head : -1;

    if (scan->set->claims[index].relation == RELATION_DESCRIBE)
        noun = tree_object(scan, found->head);
    return is_claim_noun(scan, noun) ? noun : -1;
}

static bool answers_claims(const struct scan *scan, size_t index)
{
    enum claim_relation relation = scan->set->claims[index].relation;

    return relation == RELATION_DENY || relation == RELATION_REJECT ||
           (relation == RELATION_DESCRIBE && answered_noun(scan, index) >= 0);
}

/* The claim of the same sentence whose cue is this word, or -1. */
static int32_t claim_at(const struct scan *scan, size_t index, int32_t head)
{
    const struct scan *s = scan;

    for (size_t i = index; i-- > 0 && s->found[i].sentence == s->found[index].sentence;)
        if (s->found[i].head == head)
            return (int32_t)i;
    for (size_t i = index + 1; i < s->set->count && s->found[i].sentence == s->found[index].sentence; i++)
        if (s->found[i].head == head)
            return (int32_t)i;
    return -1;
}

static bool aims_at(const struct claim *claim, int32_t entity)
{
    for (size_t i = 0; i < claim->target_count; i++)
        if (claim->targets[i].role != ROLE_TOPIC && claim->targets[i].entity == entity)
            return true;
    return false;
}

/* Whether an earlier claim accuses one of those who speak now. */
static bool accuses_speaker(const struct claim *earlier, const struct claim *answer)
{
    if (earlier->kind != CLAIM_ACCUSATION || earlier->negated)
        return false;
    for (size_t i = 0; i < answer->source_count; i++)
        if (answer->sources[i].entity >= 0 && aims_at(earlier, answer->sources[i].entity))
            return true;
    return false;
}

static bool speaks(const struct claim *claim, int32_t entity)
{
    for (size_t i = 0; i < claim->source_count; i++)
        if (claim->sources[i].entity == entity)
            return true;
    return false;
}

/* Whether an earlier claim was made by the one whose words are denied: "denied Iran's claims". */
static bool made_by_target(const struct claim *earlier, const struct claim *answer)
{
    for (size_t i = 0; i < answer->target_count; i++)
        if (answer->targets[i].role == ROLE_TARGET && answer->targets[i].entity >= 0)
            return speaks(earlier, answer->targets[i].entity);
    return false;
}

static bool names_target(const struct claim *answer)
{
    for (size_t i = 0; i < answer->target_count; i++)
        if (answer->targets[i].role == ROLE_TARGET && answer->targets[i].entity >= 0)
            return true;
    return false;
}

/* Whether an earlier statement was about one of those who speak now: what "the claim" that they deny may be. */
static bool is_about_speaker(const struct claim *earlier, const struct claim *answer)
{
    if (earlier->negated || earlier->content_count == 0 ||
        (earlier->relation != RELATION_SAY && earlier->relation != RELATION_CLAIM &&
         earlier->relation != RELATION_ANNOUNCE))
        return false;
    for (size_t i = 0; i < earlier->target_count; i++)
        if (earlier->targets[i].entity >= 0 && speaks(answer, earlier->targets[i].entity))
            return true;
    return false;
}

/* Whether a claim stands within another, at whatever depth. */
static bool stands_within(const struct claim *claims, size_t index, size_t outer)
{
    for (int32_t up = claims[index].within; up >= 0; up = claims[up].within)
        if ((size_t)up == outer)
            return true;
    return false;
}

typedef bool fits(const struct claim *earlier, const struct claim *answer);

/* The latest claim before `index`, at most `reach` back, that fits; -1. */
static int32_t latest(const struct scan *scan, size_t index, size_t reach, fits *fits_answer)
{
    const struct claim *claims = scan->set->claims;
    size_t first = index > reach ? index - reach : 0;

    for (size_t i = index; i-- > first;)
        if (fits_answer(&claims[i], &claims[index]) && !stands_within(claims, i, index) &&
            !stands_within(claims, index, i))
            return (int32_t)i;
    return -1;
}

static int32_t earlier_claim(const struct scan *scan, size_t index)
{
    int32_t found;

    if (names_target(&scan->set->claims[index]))
        return latest(scan, index, ANSWER_REACH, made_by_target);
    found = latest(scan, index, ANSWER_REACH, accuses_speaker);
    if (found >= 0 || answered_noun(scan, index) < 0)
        return found;
    return latest(scan, index, STATEMENT_REACH, is_about_speaker);
}

void answer_link(struct scan *scan)
{
    for (size_t i = 0; i < scan->set->count; i++) {
        struct claim *claim = &scan->set->claims[i];
        int32_t named;
        if (!answers_claims(scan, i) || claim->negated)
            continue;
        named = scan->found[i].of_object && scan->found[i].content_head >= 0
                    ? claim_at(scan, i, scan->found[i].content_head)
                    : -1;
        if (named >= 0 && (scan->set->claims[named].source_count || scan->set->claims[named].content_count)) {
            claim->answers = named;
            continue;
        }
        /* "denied the accusation" points back to where it was told in full. */
        claim->answers = earlier_claim(scan, i);
        if (claim->answers < 0)
            claim->answers = named;
    }
}
