/* modality.c: whether a claim was made: negation and certainty, read from the cue and the verbs above it. */
#include "claim/scan.h"

enum { GOVERNORS_MAX = 4 };

static bool is_negation(const struct scan *scan, int32_t token)
{
    static const char *const words[] = {"not", "n't",    "n\xe2\x80\x99t", "never", "neither",
                                        "nor", "hardly", "scarcely",       "no"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tree_form_is(scan, token, words[i]))
            return true;
    return false;
}

static bool has_negation(const struct scan *scan, int32_t word)
{
    for (int32_t c = scan->tokens[word].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if ((relation == DEPREL_ADVMOD || relation == DEPREL_DET || relation == DEPREL_CC || relation == DEPREL_AUX) &&
            is_negation(scan, c))
            return true;
        if (relation == DEPREL_MARK && tree_form_is(scan, c, "without"))
            return true;
    }
    return false;
}

/* "accused by no one", "nobody said". */
static bool nobody(const struct scan *scan, int32_t head)
{
    static const char *const words[] = {"nobody", "none", "no-one", "nothing"};

    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (tree_form_is(scan, head, words[i]))
            return true;
    return has_negation(scan, head) ||
           (head > 0 && scan_in_sentence(scan, head - 1) && tree_form_is(scan, head - 1, "no"));
}

/* What the auxiliaries and markers of a verb say. */
static enum claim_certainty own_certainty(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (tree_form_is(scan, c, "reportedly") || tree_form_is(scan, c, "allegedly"))
            return CERTAINTY_ALLEGED;
        if (relation == DEPREL_AUX && (tree_form_is(scan, c, "may") || tree_form_is(scan, c, "might")))
            return CERTAINTY_POSSIBLE;
        if (relation == DEPREL_AUX && scan->tokens[c].xpos == XPOS_MD)
            return CERTAINTY_HYPOTHETICAL;
        if (relation == DEPREL_MARK &&
            (tree_form_is(scan, c, "if") || tree_form_is(scan, c, "unless") || tree_form_is(scan, c, "whether")))
            return CERTAINTY_HYPOTHETICAL;
    }
    return CERTAINTY_ASSERTED;
}

/* Whether a preposition stands before a participle. */
static bool has_marker(const struct scan *scan, int32_t participle)
{
    int32_t marker = tree_child(scan, participle, DEPREL_MARK);

    if (marker < 0)
        marker = tree_child(scan, participle, DEPREL_CASE);
    return marker >= 0 && !tree_form_is(scan, marker, "as");
}

/* The verb or noun that decides whether an infinitive or participle happened; -1 where there is none. */
static int32_t governor(const struct scan *scan, int32_t word)
{
    int32_t head = scan->tokens[word].head;
    enum deprel relation = tree_relation(scan, word);

    if (head < 0)
        return -1;
    if (relation == DEPREL_XCOMP || relation == DEPREL_CONJ)
        return head;
    if ((relation == DEPREL_ADVCL || relation == DEPREL_ACL || relation == DEPREL_CCOMP) && tree_infinitive(scan, word))
        return head;
    /* "stopped short of blaming", "refrained from blaming" */
    if (scan->tokens[word].xpos == XPOS_VBG &&
        (relation == DEPREL_ADVCL || relation == DEPREL_ACL || relation == DEPREL_OBL || relation == DEPREL_NMOD) &&
        has_marker(scan, word))
        return head;
    if (relation == DEPREL_OBJ && tree_verbal(scan, head) && (tree_word(scan, head) & WORD_LIGHT))
        return head;
    return -1;
}

/* "is reported to have called": a passive of saying above an infinitive. */
static bool reported(const struct scan *scan, int32_t verb)
{
    size_t count;

    return tree_passive(scan, verb) && cue_find(token_lemma(&scan->tokens[verb]), CUE_VERB, &count) != NULL;
}

static void judge_governor(const struct scan *scan, struct draft *draft, int32_t head, bool conjunct)
{
    unsigned word = tree_word(scan, head);
    enum claim_certainty own = own_certainty(scan, head);

    if (!conjunct && has_negation(scan, head))
        draft->negated = true;
    if (!conjunct && (word & WORD_AVOID))
        draft->negated = !draft->negated;
    if (own > draft->certainty && !(conjunct && own == CERTAINTY_ALLEGED))
        draft->certainty = own;
    if (conjunct)
        return;
    if (reported(scan, head) && draft->certainty == CERTAINTY_ASSERTED)
        draft->certainty = CERTAINTY_ALLEGED;
    else if (word & WORD_UNREAL)
        draft->certainty = CERTAINTY_HYPOTHETICAL;
}

static bool is_question(const struct scan *scan, const struct draft *draft)
{
    int32_t last = scan->words.last;

    if (!tree_form_is(scan, last, "?") || scan->quotations.of[last] >= 0)
        return false;
    for (size_t i = 0; i < draft->content_count; i++)
        if (draft->content[i].last >= last - 1)
            return false;
    return true;
}

void modality_judge(struct scan *scan, struct draft *draft)
{
    int32_t word = draft->head;

    draft->negated = has_negation(scan, word);
    draft->certainty = own_certainty(scan, word);
    if (draft->cue->frame->source[0].kind == SLOT_NONE)
        draft->certainty = CERTAINTY_ALLEGED;
    for (size_t i = 0; i < draft->source_count; i++)
        if (nobody(scan, draft->sources[i]))
            draft->negated = true;
    for (size_t i = 0; i < draft->target_count; i++)
        if (draft->targets[i].role != ROLE_TOPIC && nobody(scan, draft->targets[i].head))
            draft->negated = true;
    for (int i = 0; i < GOVERNORS_MAX; i++) {
        int32_t head = governor(scan, word);
        if (head < 0)
            break;
        judge_governor(scan, draft, head, tree_relation(scan, word) == DEPREL_CONJ);
        word = head;
    }
    if (is_question(scan, draft))
        draft->certainty = CERTAINTY_HYPOTHETICAL;
}
