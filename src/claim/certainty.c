/* certainty.c: whether the text says that a claim was made, or only that others say so, that it may be, or what if:
 * auxiliaries, adverbs, conditions, and tales, read from a verb and what stands around it. */
#include "claim/scan.h"

enum { PATH_MAX_STEPS = 6 };

/* "may accuse" may be; "would accuse", "could", "will" has not happened. */
static enum claim_certainty of_auxiliary(const struct scan *scan, int32_t auxiliary)
{
    if (tree_form_is(scan, auxiliary, "may") || tree_form_is(scan, auxiliary, "might"))
        return CERTAINTY_POSSIBLE;
    return scan->tokens[auxiliary].xpos == XPOS_MD ? CERTAINTY_HYPOTHETICAL : CERTAINTY_ASSERTED;
}

/* "reportedly", "perhaps"; what an adverb says of another word it does not say of the verb. */
static enum claim_certainty of_adverb(const struct scan *scan, int32_t adverb)
{
    static const char *const rumours[] = {"reportedly", "allegedly",  "supposedly", "purportedly",
                                          "apparently", "ostensibly", NULL};

    if (tree_form_in(scan, adverb, rumours))
        return CERTAINTY_ALLEGED;
    return tree_word(scan, adverb) & WORD_POSSIBLE ? CERTAINTY_POSSIBLE : CERTAINTY_ASSERTED;
}

/* "if", "unless", "in case", "as long as": what follows is a condition. */
static bool opens_condition(const struct scan *scan, int32_t marker)
{
    static const char *const words[] = {"if", "unless", "whether", "lest", "provided", "assuming", NULL};

    return tree_form_in(scan, marker, words) ||
           (tree_form_is(scan, marker, "in") && tree_form_at(scan, marker + 1, "case")) ||
           (tree_form_is(scan, marker, "as") && tree_form_at(scan, marker - 1, "long"));
}

/* "until Norway accuses": what is waited for, told in the present, is yet to come. */
static bool awaited(const struct scan *scan, int32_t verb, int32_t marker)
{
    bool waits = tree_form_is(scan, marker, "until") || tree_form_is(scan, marker, "till") ||
                 tree_form_is(scan, marker, "before") || tree_form_is(scan, marker, "once");

    return waits && (scan->tokens[verb].xpos == XPOS_VBZ || scan->tokens[verb].xpos == XPOS_VBP);
}

static enum claim_certainty of_marker(const struct scan *scan, int32_t verb, int32_t marker)
{
    return opens_condition(scan, marker) || awaited(scan, verb, marker) ? CERTAINTY_HYPOTHETICAL : CERTAINTY_ASSERTED;
}

/* Whether a verb says what is to be done. */
static bool demands(const struct scan *scan, int32_t verb)
{
    size_t count;
    const struct claim_cue *cue = cue_find(token_lemma(&scan->tokens[verb]), CUE_VERB, &count);

    return cue &&
           (cue->relation == RELATION_DEMAND || cue->relation == RELATION_ASK || cue->relation == RELATION_PROPOSE);
}

/* "demanded that Norway accuse": a bare form with a subject and no auxiliary is a subjunctive, and behind a demand any
 * form that does not agree with its subject. */
static bool subjunctive(const struct scan *scan, int32_t verb)
{
    int32_t subject = tree_relation(scan, verb) == DEPREL_CCOMP ? tree_child(scan, verb, DEPREL_NSUBJ) : -1;

    if (subject < 0 || subject > verb || tree_child_universal(scan, verb, DEPREL_AUX) >= 0 ||
        tree_infinitive(scan, verb))
        return false;
    return scan->tokens[verb].xpos == XPOS_VB ||
           (scan->tokens[verb].xpos == XPOS_VBP && demands(scan, scan->tokens[verb].head) &&
            (scan->tokens[subject].xpos == XPOS_NN || scan->tokens[subject].xpos == XPOS_NNP));
}

enum claim_certainty certainty_own(const struct scan *scan, int32_t verb)
{
    if (subjunctive(scan, verb))
        return CERTAINTY_HYPOTHETICAL;
    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        enum claim_certainty found = CERTAINTY_ASSERTED;
        if (relation == DEPREL_AUX && c < verb)
            found = of_auxiliary(scan, c);
        else if (relation == DEPREL_ADVMOD)
            found = of_adverb(scan, c);
        else if (relation == DEPREL_MARK && c < verb)
            found = of_marker(scan, verb, c);
        if (found != CERTAINTY_ASSERTED)
            return found;
    }
    return CERTAINTY_ASSERTED;
}

/* "Had Norway accused Sweden, ...": a sentence that opens with an auxiliary and asks nothing opens with a condition,
 * which ends at its comma. */
static bool inverted_condition(const struct scan *scan, int32_t verb)
{
    int32_t first = scan->words.first;

    if (tree_form_is(scan, scan->words.last, "?") || scan->tokens[first].upos != UPOS_AUX ||
        !(tree_form_is(scan, first, "had") || tree_form_is(scan, first, "were") || tree_form_is(scan, first, "should")))
        return false;
    for (int32_t t = first; t < verb; t++)
        if (tree_form_is(scan, t, ","))
            return false;
    return true;
}

/* "came close to accusing", "was about to accuse", whatever the tree makes of it. */
static bool only_near(const struct scan *scan, int32_t verb)
{
    return tree_form_at(scan, verb - 1, "to") && scan_in_sentence(scan, verb - 2) &&
           scan->tokens[verb - 2].upos != UPOS_VERB && (tree_word(scan, verb - 2) & WORD_UNREAL);
}

/* "is going to accuse". */
static bool going_to(const struct scan *scan, int32_t verb)
{
    return tree_form_at(scan, verb - 1, "to") && tree_form_at(scan, verb - 2, "going") &&
           scan_in_sentence(scan, verb - 3) && tree_child_lemma(scan, verb - 2, "be") >= 0;
}

static bool is_tale(const struct scan *scan, int32_t noun)
{
    return scan->tokens[noun].upos == UPOS_NOUN && (tree_word(scan, noun) & WORD_FICTION) != 0;
}

/* "the last chapter of the novel", "the novel's last chapter". */
static bool part_of_tale(const struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t whole = tree_child(scan, noun, DEPREL_NMOD_POSS);

    if (whole < 0)
        whole = tree_prepositional(scan, noun, "of", &preposition);
    return is_tale(scan, noun) || (whole >= 0 && is_tale(scan, whole));
}

/* "In the opera, X accuses Y", "the opera tells how X accuses Y": where a verb's act takes place. */
static bool told_by_tale(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        int32_t preposition = relation == DEPREL_OBL ? tree_child(scan, c, DEPREL_CASE) : -1;
        if (preposition >= 0 && tree_form_is(scan, preposition, "in") && part_of_tale(scan, c))
            return true;
    }
    return false;
}

/* "the opera [in which] X accuses Y"; what an opera itself accuses somebody of is said. */
static bool happens_there(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling)
        if (tree_form_is(scan, c, "where") || (tree_form_is(scan, c, "which") && tree_form_at(scan, c - 1, "in")))
            return true;
    return false;
}

/* "plays [a king]". */
static bool is_character(const struct scan *scan, int32_t noun)
{
    int32_t verb = scan->tokens[noun].head;

    return verb >= 0 && tree_relation(scan, noun) == DEPREL_OBJ &&
           (tree_lemma_is(scan, verb, "play") || tree_lemma_is(scan, verb, "portray") ||
            tree_lemma_is(scan, verb, "depict"));
}

/* "plays a king who accuses Y", "the opera in which X accuses Y", "the opera tells how X accuses Y". */
static bool in_tale(const struct scan *scan, int32_t verb)
{
    for (int steps = 0; verb >= 0 && steps < PATH_MAX_STEPS; steps++) {
        int32_t head = scan->tokens[verb].head;
        enum deprel relation = tree_relation(scan, verb);
        if (tree_verbal(scan, verb) && told_by_tale(scan, verb))
            return true;
        if (relation == DEPREL_ACL && head >= 0 && tree_nominal(scan, head))
            return (is_tale(scan, head) && happens_there(scan, verb)) || is_character(scan, head);
        if ((relation != DEPREL_CCOMP && relation != DEPREL_XCOMP && relation != DEPREL_ADVCL) || head < 0)
            return false;
        if (subject_own(scan, head) >= 0 && is_tale(scan, subject_own(scan, head)))
            return true;
        verb = head;
    }
    return false;
}

bool certainty_supposed(const struct scan *scan, int32_t verb)
{
    return inverted_condition(scan, verb) || only_near(scan, verb) || going_to(scan, verb) || in_tale(scan, verb);
}
