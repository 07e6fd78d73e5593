/* trace.c: notes for those who ask why a word made no claim. */
#include "claim/trace.h"

#include "claim/scan.h"

static const struct {
    const char *name;
    const char *text;
} reasons[MISS_REASON_COUNT] = {
    [MISS_NONE] = {"none", "it is a claim"},
    [MISS_CLASS] = {"class", "the table of cues knows the word as another part of speech"},
    [MISS_COMPANION] = {"no_companion", "the word that must go with it is not there"},
    [MISS_SOURCE] = {"no_source", "nobody who speaks was found"},
    [MISS_TARGET] = {"no_target", "nobody whom it is aimed at was found"},
    [MISS_CONTENT] = {"no_content", "nothing that is said was found"},
    [MISS_CLAUSE] = {"no_clause", "no clause or quotation with what is said was found"},
    [MISS_ANY] = {"no_target_or_content", "neither anybody it is aimed at nor anything that is said was found"},
    [MISS_EITHER] = {"no_source_or_content", "neither a speaker nor anything that is said was found"},
    [MISS_COMPLEMENT] = {"no_complement", "what somebody is called was not found"},
    [MISS_ACTOR] = {"not_an_actor", "its subject is nobody who can speak"},
    [MISS_NAMED] = {"only_things", "it is aimed at a thing, and nothing is said"},
    [MISS_FINITE] = {"not_finite", "the verb has no tense here"},
    [MISS_PASSIVE] = {"not_passive", "it counts in the passive only"},
    [MISS_CHARGES] = {"no_charges", "no charge or suspicion follows"},
    [MISS_TALK] = {"no_talk", "what is refused is no speaking"},
    [MISS_PREPOSITION] = {"no_preposition", "the preposition that opens what is said is not there"},
    [MISS_NOUN_SPEAKS] = {"noun_speaks", "the noun beside it is the cue"},
    [MISS_QUOTED_PERSON] = {"quoted_person", "within a quotation nobody can tell who \"I\", \"we\" and \"you\" are"},
    [MISS_SAID_ALREADY] = {"said_already", "the verb before it has the same content"},
    [MISS_CONFIDENCE] = {"below_confidence", "a claim was found, but it is too unsure to report"},
    [MISS_UNKNOWN_WORD] = {"unknown_word", "it has a subject and a clause, but the table of cues does not know it"},
};

const char *claim_miss_name(enum claim_miss_reason reason)
{
    return reasons[reason].name;
}

const char *claim_miss_text(enum claim_miss_reason reason)
{
    return reasons[reason].text;
}

static int push_miss(struct scan *scan, struct claim_miss miss)
{
    struct claim_trace *trace = scan->trace;
    struct claim_miss *misses = arena_grow(scan->arena, trace->misses, trace->count, &trace->capacity, sizeof *misses);

    if (!misses)
        return HEARSAY_ERROR_MEMORY;
    trace->misses = misses;
    misses[trace->count++] = miss;
    return 0;
}

/* Whether the last note says of the same word that another one must go with it. */
static bool lacks_companion(const struct scan *scan, int32_t token)
{
    const struct claim_trace *trace = scan->trace;

    return trace->count && trace->misses[trace->count - 1].token == (uint32_t)token &&
           trace->misses[trace->count - 1].reason == MISS_COMPANION;
}

int trace_row(struct scan *scan, int32_t token, const struct claim_cue *cue, enum claim_miss_reason reason)
{
    struct view rule;

    /* Every "in" would be nearly "in the words of", and every "took" nearly a dozen phrases. */
    if (!scan->trace ||
        (reason == MISS_COMPANION && (cue->word_class == CUE_PHRASE || lacks_companion(scan, token))))
        return 0;
    rule = arena_print(scan->arena, "%s%s%s/%s", cue->lemma, cue->companion ? " " : "",
                       cue->companion ? cue->companion : "", cue->frame->name);
    if (!rule.data)
        return HEARSAY_ERROR_MEMORY;
    return push_miss(scan, (struct claim_miss){(uint32_t)token, reason, rule, 0});
}

void trace_forget(struct scan *scan, int32_t token)
{
    struct claim_trace *trace = scan->trace;

    while (trace && trace->count && trace->misses[trace->count - 1].token == (uint32_t)token)
        trace->count--;
}

static bool in_table(const struct scan *scan, int32_t token)
{
    size_t count;

    for (int word_class = CUE_VERB; word_class < CUE_PHRASE; word_class++)
        if (cue_find(token_lemma(&scan->tokens[token]), (enum claim_cue_class)word_class, &count))
            return true;
    return false;
}

/* Somebody, as far as the word alone tells: asking entities would make them, and a trace changes nothing. */
static bool looks_like_somebody(const struct scan *scan, int32_t noun)
{
    return scan->tokens[noun].upos == UPOS_PROPN || scan->tokens[noun].name != NAME_O || tree_personal(scan, noun) ||
           (tree_word(scan, noun) & WORD_PERSON);
}

/* A verb that looks like one of saying: somebody is its subject, and a clause its complement. */
static bool looks_like_speech(const struct scan *scan, int32_t token)
{
    int32_t subject = scan->tokens[token].upos == UPOS_VERB ? subject_own(scan, token) : -1;

    return subject >= 0 && looks_like_somebody(scan, subject) &&
           (tree_child(scan, token, DEPREL_CCOMP) >= 0 || tree_child(scan, token, DEPREL_PARATAXIS) >= 0);
}

int trace_word(struct scan *scan, int32_t token)
{
    struct claim_trace *trace = scan->trace;
    struct claim_miss miss = {.token = (uint32_t)token, .reason = MISS_CLASS};

    if (!trace || (trace->count && trace->misses[trace->count - 1].token == (uint32_t)token))
        return 0;
    if (in_table(scan, token))
        return push_miss(scan, miss);
    if (!looks_like_speech(scan, token))
        return 0;
    miss.reason = MISS_UNKNOWN_WORD;
    return push_miss(scan, miss);
}

/* The notes stay in the order of the words; a phrase that starts earlier may have been given up later. */
int trace_claim(struct scan *scan, size_t claim)
{
    const struct claim *dropped = &scan->set->claims[claim];
    struct claim_miss miss = {(uint32_t)scan->found[claim].head, MISS_CONFIDENCE, dropped->rule, dropped->confidence};
    size_t at;

    if (!scan->trace)
        return 0;
    if (push_miss(scan, miss) < 0)
        return HEARSAY_ERROR_MEMORY;
    for (at = scan->trace->count - 1; at > 0 && scan->trace->misses[at - 1].token > miss.token; at--)
        scan->trace->misses[at] = scan->trace->misses[at - 1];
    scan->trace->misses[at] = miss;
    return 0;
}
