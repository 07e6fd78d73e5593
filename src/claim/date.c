/* date.c: the day a claim was made: of the dates that its sentence names, the one that the tree or else the order of
 * words gives to its cue, and that is no part of what it says. A wrong date is worse than none. */
#include "claim/date_read.h"

enum { DATES_MAX = 8, PATH_STEPS_MAX = 8, DATE_REACH_WORDS = 40 };

static bool in_content(const struct scan *scan, const struct claim *claim, struct range words)
{
    uint32_t at = scan->tokens[words.first].start;

    for (size_t i = 0; i < claim->content_count; i++)
        if (at >= claim->content[i].start && at < claim->content[i].end)
            return true;
    return false;
}

/* The verb or cue that a date depends on: the first above it; -1. */
static int32_t dated_verb(const struct scan *scan, struct range words, int32_t cue)
{
    int32_t at = words.last;

    for (int steps = 0; at >= 0 && steps < PATH_STEPS_MAX; steps++, at = scan->tokens[at].head)
        if (!range_holds(words, at) && (at == cue || tree_verbal(scan, at)))
            return at;
    return -1;
}

/* Whether a verb stands between a date and a cue, so that the date is rather that verb's. */
static bool verb_between(const struct scan *scan, struct range words, int32_t cue)
{
    return words.last < cue ? tree_has_verb(scan, words.last + 1, cue - 1)
                            : tree_has_verb(scan, cue + 1, words.first - 1);
}

/* "a man accused of theft [was arrested on Friday]": a participle beside a noun has a time of its own, unless the noun
 * only stands for the act: "issued a statement condemning it". */
static bool has_own_time(const struct scan *scan, int32_t cue)
{
    return tree_relation(scan, cue) == DEPREL_ACL && subject_light_verb(scan, scan->tokens[cue].head) < 0;
}

/* Whether a word is said by a claim. */
static bool is_said(const struct scan *scan, const struct claim *claim, int32_t token)
{
    return in_content(scan, claim, (struct range){token, token});
}

/* Whether a date can be the cue's: the tree hangs it on the cue or on a verb that governs it ("wanted on Friday to
 * accuse"); or on a verb within what is said or on none, as parsers do to dates at the edges of clauses, and no verb
 * stands between. */
static bool belongs(const struct scan *scan, size_t index, struct range words)
{
    int32_t cue = scan->found[index].head;
    int32_t verb = dated_verb(scan, words, cue);

    if (verb >= 0 && tree_under(scan, cue, verb) && !has_own_time(scan, cue))
        return true;
    return (verb < 0 || is_said(scan, &scan->set->claims[index], verb)) && !verb_between(scan, words, cue);
}

/* The date nearest to a claim's cue that can be its own, outside what it says and inside what it stands in; NULL. */
static const struct dated *nearest(const struct scan *scan, size_t index, const struct dated *dates, size_t count)
{
    const struct claim *claim = &scan->set->claims[index];
    const struct dated *best = NULL;
    int32_t best_distance = DATE_REACH_WORDS;

    for (size_t i = 0; i < count; i++) {
        int32_t distance = dates[i].words.first - scan->found[index].head;
        if (in_content(scan, claim, dates[i].words) || !belongs(scan, index, dates[i].words))
            continue;
        if (claim->within >= 0 && !in_content(scan, &scan->set->claims[claim->within], dates[i].words))
            continue;
        distance = distance < 0 ? -distance : distance;
        if (distance < best_distance) {
            best = &dates[i];
            best_distance = distance;
        }
    }
    return best;
}

/* Whether nobody can tell if a bare weekday lies before or ahead: "will accuse Norway on Friday". */
static bool lies_ahead(const struct claim *claim, const struct dated *dated)
{
    return dated->undecided && claim->certainty == CERTAINTY_HYPOTHETICAL;
}

static int date_claims(struct scan *scan, size_t *next, struct calendar *calendar)
{
    struct dated dates[DATES_MAX];
    size_t count = date_read_sentence(scan, calendar, dates, DATES_MAX);

    for (; *next < scan->set->count && scan->found[*next].sentence == scan->sentence; ++*next) {
        struct claim *claim = &scan->set->claims[*next];
        const struct dated *dated = count ? nearest(scan, *next, dates, count) : NULL;
        if (!dated || !date_known(dated->date) || lies_ahead(claim, dated))
            continue;
        claim->date = date_print(scan->arena, dated->date);
        if (!claim->date.data)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}

int date_link(struct scan *scan)
{
    const struct document *document = scan->document;
    struct calendar calendar = {.document = date_read_iso(document->date)};
    size_t next = 0;

    for (scan->sentence = 0; scan->sentence < document->sentence_count; scan->sentence++) {
        const struct sentence *sentence = &document->sentences[scan->sentence];
        scan->words = (struct range){(int32_t)sentence->first, (int32_t)(sentence->first + sentence->count) - 1};
        if (date_claims(scan, &next, &calendar) < 0)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}
