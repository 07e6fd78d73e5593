/* answer.c: which claim a denial or rejection answers: the one that its object names ("denied claims by Y that ..."),
 * else the latest earlier accusation against the one who denies. */
#include "claim/scan.h"

/* How far back an answer looks. */
enum { ANSWER_REACH = 40 };

static bool answers_claims(enum claim_relation relation)
{
    return relation == RELATION_DENY || relation == RELATION_REJECT;
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

static int32_t earlier_claim(const struct scan *scan, size_t index)
{
    const struct claim *claims = scan->set->claims;
    const struct claim *answer = &claims[index];
    size_t first = index > ANSWER_REACH ? index - ANSWER_REACH : 0;

    for (size_t i = index; i-- > first;) {
        bool fits = names_target(answer) ? made_by_target(&claims[i], answer) : accuses_speaker(&claims[i], answer);
        if (fits && claims[i].within != (int32_t)index)
            return (int32_t)i;
    }
    return -1;
}

void answer_link(struct scan *scan)
{
    for (size_t i = 0; i < scan->set->count; i++) {
        struct claim *claim = &scan->set->claims[i];
        int32_t named;
        if (!answers_claims(claim->relation) || claim->negated)
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
