/* answer.c: which claim a denial or rejection answers: the one that its object names ("denied claims by Y that ..."),
 * else the latest earlier accusation against the one who denies that it can mean by its words, else, for "the claim", a
 * statement about him. */
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

/* The words of a sentence that stand in the main part of what a claim says. */
static struct range content_words(const struct scan *scan, size_t index)
{
    const struct sentence *sentence = &scan->document->sentences[scan->found[index].sentence];
    const struct claim *claim = &scan->set->claims[index];
    struct range words = {(int32_t)sentence->first, (int32_t)(sentence->first + sentence->count) - 1};

    if (claim->content_count == 0)
        return RANGE_NONE;
    while (!range_empty(words) && scan->tokens[words.first].start < claim->content[0].start)
        words.first++;
    while (!range_empty(words) && scan->tokens[words.last].end > claim->content[0].end)
        words.last--;
    return words;
}

static bool names_wrong(const struct scan *scan, struct range words)
{
    for (int32_t t = words.first; t <= words.last; t++)
        if (tree_word(scan, t) & (WORD_HARM | WORD_HURT | WORD_WRONG | WORD_NEGATIVE | WORD_CHARGES))
            return true;
    return false;
}

static bool shares_word(const struct scan *scan, struct range a, struct range b)
{
    for (int32_t t = a.first; t <= a.last; t++) {
        uint8_t upos = scan->tokens[t].upos;
        if ((upos != UPOS_NOUN && upos != UPOS_VERB && upos != UPOS_ADJ) || (tree_word(scan, t) & WORD_LIGHT))
            continue;
        for (int32_t u = b.first; u <= b.last; u++)
            if (view_equal(token_lemma(&scan->tokens[t]), token_lemma(&scan->tokens[u])))
                return true;
    }
    return false;
}

/* Whether a denial that names no earlier words can mean an accusation: "denied wrongdoing", "denied that he had lied";
 * but who "rejected the offer" or "refused to resign" speaks of something else. */
static bool can_mean(const struct scan *scan, size_t answer, size_t accusation)
{
    static const char *const GUILT[] = {"involvement", "responsibility", "guilt", "role",       "part",       "link",
                                        "connection",  "complicity",     "tie",   "wrongdoing", "misconduct", NULL};
    int32_t head = scan->found[answer].content_head;
    struct range words = content_words(scan, answer);

    if (answered_noun(scan, answer) >= 0 || range_empty(words) || head < 0 || scan->tokens[head].upos == UPOS_PRON)
        return true;
    return scan->set->claims[answer].relation == RELATION_DENY &&
           (tree_lemma_in(scan, head, GUILT) || names_wrong(scan, words) ||
            shares_word(scan, words, content_words(scan, accusation)));
}

static bool speaks(const struct claim *claim, int32_t entity)
{
    for (size_t i = 0; i < claim->source_count; i++)
        if (claim->sources[i].entity == entity)
            return true;
    return false;
}

/* The first one whom a denial names as the one whose words it denies: "denied Iran's claims"; -1. */
static int32_t named_target(const struct claim *answer)
{
    for (size_t i = 0; i < answer->target_count; i++)
        if (answer->targets[i].role == ROLE_TARGET && answer->targets[i].entity >= 0)
            return answer->targets[i].entity;
    return -1;
}

/* Whether a claim says that something is so: what can be denied. */
static bool asserts(const struct claim *claim)
{
    return !claim->negated && claim->content_count > 0 &&
           (claim->kind == CLAIM_ACCUSATION || claim->relation == RELATION_SAY || claim->relation == RELATION_TELL ||
            claim->relation == RELATION_CLAIM || claim->relation == RELATION_ANNOUNCE);
}

/* Whether a claim is aimed at or about one of those who make another. */
static bool concerns_speaker(const struct claim *earlier, const struct claim *answer)
{
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

typedef bool fits(const struct scan *scan, size_t earlier, size_t answer);

/* An accusation against who denies it. */
static bool fits_accusation(const struct scan *scan, size_t earlier, size_t answer)
{
    return accuses_speaker(&scan->set->claims[earlier], &scan->set->claims[answer]);
}

/* Whether a noun for earlier words does not tell what they said: "Iran's claims". */
static bool bare_noun(const struct scan *scan, size_t answer)
{
    struct range words = content_words(scan, answer);

    for (int32_t t = words.first; t <= words.last; t++)
        if (t != scan->found[answer].content_head &&
            (scan->tokens[t].upos == UPOS_NOUN || scan->tokens[t].upos == UPOS_VERB))
            return false;
    return true;
}

/* "denied Iran's claims": what Iran said about who denies it or of the same thing, or else just before. */
static bool fits_named(const struct scan *scan, size_t earlier, size_t answer)
{
    const struct claim *claims = scan->set->claims;

    return speaks(&claims[earlier], named_target(&claims[answer])) && asserts(&claims[earlier]) &&
           ((answer - earlier <= STATEMENT_REACH && bare_noun(scan, answer)) ||
            concerns_speaker(&claims[earlier], &claims[answer]) ||
            shares_word(scan, content_words(scan, answer), content_words(scan, earlier)));
}

/* "denied the claim": a statement about who denies it. */
static bool fits_statement(const struct scan *scan, size_t earlier, size_t answer)
{
    const struct claim *claims = scan->set->claims;

    return claims[earlier].kind == CLAIM_STATEMENT && claims[earlier].relation != RELATION_TELL &&
           asserts(&claims[earlier]) && concerns_speaker(&claims[earlier], &claims[answer]);
}

/* The latest claim before `index`, at most `reach` back, that fits; -1. */
static int32_t latest(const struct scan *scan, size_t index, size_t reach, fits *fits_answer)
{
    const struct claim *claims = scan->set->claims;
    size_t first = index > reach ? index - reach : 0;

    for (size_t i = index; i-- > first;)
        if (fits_answer(scan, i, index) && !stands_within(claims, i, index) && !stands_within(claims, index, i))
            return (int32_t)i;
    return -1;
}

static int32_t earlier_claim(const struct scan *scan, size_t index)
{
    bool noun = answered_noun(scan, index) >= 0;
    int32_t found;

    if (named_target(&scan->set->claims[index]) >= 0)
        return noun ? latest(scan, index, ANSWER_REACH, fits_named) : -1;
    found = latest(scan, index, ANSWER_REACH, fits_accusation);
    if (found >= 0 && can_mean(scan, index, (size_t)found))
        return found;
    return noun ? latest(scan, index, STATEMENT_REACH, fits_statement) : -1;
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
