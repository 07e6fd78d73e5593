/* modality.c: whether a claim was made: its negation, and what the words above the cue say of its certainty. */
#include "claim/scan.h"

enum { GOVERNORS_MAX = 4 };

static bool is_negation(const struct scan *scan, int32_t token)
{
    static const char *const words[] = {"not", "n't",    "n\xe2\x80\x99t", "never", "neither",
                                        "nor", "hardly", "scarcely",       "no",    NULL};

    return tree_form_in(scan, token, words);
}

/* "not only accused": it did, and more. */
static bool only_behind(const struct scan *scan, int32_t negation)
{
    static const char *const words[] = {"only", "just", "merely", "simply", NULL};

    return scan_in_sentence(scan, negation + 1) && tree_form_in(scan, negation + 1, words);
}

/* "no longer accuses". */
static bool no_longer(const struct scan *scan, int32_t adverb)
{
    return tree_form_is(scan, adverb, "longer") && tree_form_at(scan, adverb - 1, "no");
}

/* "has yet to accuse". */
static bool has_yet(const struct scan *scan, int32_t adverb)
{
    return tree_form_is(scan, adverb, "yet") && tree_form_at(scan, adverb + 1, "to") &&
           tree_lemma_is(scan, scan->tokens[adverb].head, "have");
}

/* "at no point", "in no way", "under no circumstances"; not "in no time", "in no uncertain terms". */
static bool on_no_account(const struct scan *scan, int32_t noun)
{
    static const char *const nouns[] = {"point",        "stage",    "moment",  "way", "case",
                                        "circumstance", "occasion", "account", NULL};
    int32_t no = noun - 1;

    if (!tree_form_at(scan, no, "no") || tree_child(scan, noun, DEPREL_CASE) < 0)
        return false;
    return tree_lemma_in(scan, noun, nouns) || (tree_lemma_is(scan, noun, "time") && tree_form_at(scan, no - 1, "at"));
}

/* "few people", "few of them"; not "a few people", "those few people". */
static bool is_few(const struct scan *scan, int32_t word)
{
    return tree_form_is(scan, word, "few") &&
           (!scan_in_sentence(scan, word - 1) ||
            (scan->tokens[word - 1].upos != UPOS_DET && tree_relation(scan, word - 1) != DEPREL_NMOD));
}

static bool has_negation(const struct scan *scan, int32_t word)
{
    for (int32_t c = scan->tokens[word].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if ((relation == DEPREL_ADVMOD || relation == DEPREL_DET || relation == DEPREL_CC || relation == DEPREL_AUX) &&
            is_negation(scan, c))
            return !only_behind(scan, c);
        if (relation == DEPREL_ADVMOD && (no_longer(scan, c) || has_yet(scan, c)))
            return true;
        if (relation == DEPREL_OBL && on_no_account(scan, c))
            return true;
        if (relation == DEPREL_MARK && tree_form_is(scan, c, "without"))
            return true;
    }
    return false;
}

/* "accused by no one", "nobody said". */
static bool nobody(const struct scan *scan, int32_t head)
{
    static const char *const words[] = {"nobody", "none", "no-one", "nothing", NULL};

    return tree_form_in(scan, head, words) || has_negation(scan, head) || is_few(scan, head) ||
           (scan_in_sentence(scan, head - 1) &&
            (tree_form_is(scan, head - 1, "no") || (is_few(scan, head - 1) && scan->tokens[head - 1].head == head)));
}

/* "rather than accuse", "instead of accusing", "far from accusing". */
static bool passed_over(const struct scan *scan, int32_t verb)
{
    return (tree_form_at(scan, verb - 1, "than") && !tree_finite(scan, verb)) ||
           (tree_form_at(scan, verb - 1, "of") && tree_form_at(scan, verb - 2, "instead")) ||
           (tree_form_at(scan, verb - 1, "from") && tree_form_at(scan, verb - 2, "far"));
}

/* Whether a preposition stands before a participle. */
static bool has_marker(const struct scan *scan, int32_t participle)
{
    int32_t marker = tree_child(scan, participle, DEPREL_MARK);

    if (marker < 0)
        marker = tree_child(scan, participle, DEPREL_CASE);
    return tree_form_at(scan, participle - 1, "of") || (marker >= 0 && !tree_form_is(scan, marker, "as"));
}

/* Verbs that take back the accusation that is their object, or that somebody is freed of. */
static bool takes_back(const struct scan *scan, int32_t verb)
{
    static const char *const verbs[] = {"drop",    "withdraw",  "retract", "clear", "exonerate",
                                        "absolve", "vindicate", "acquit",  NULL};

    return tree_lemma_in(scan, verb, verbs);
}

/* The verb or noun that decides whether an infinitive or participle happened; -1 where there is none. */
static int32_t governor(const struct scan *scan, int32_t word)
{
    int32_t head = scan->tokens[word].head;
    enum deprel relation = tree_relation(scan, word);

    if (head < 0)
        return -1;
    /* "urged X to go and [called] for help" */
    if (relation == DEPREL_CONJ && scan->tokens[word].xpos != XPOS_VB && tree_infinitive(scan, head))
        return -1;
    if (relation == DEPREL_XCOMP || relation == DEPREL_CONJ)
        return head;
    if ((relation == DEPREL_ADVCL || relation == DEPREL_ACL || relation == DEPREL_CCOMP) && tree_infinitive(scan, word))
        return head;
    /* "denied having accused" */
    if (relation == DEPREL_CCOMP && !tree_finite(scan, word))
        return head;
    /* "stopped short of blaming", "refrained from blaming" */
    if (scan->tokens[word].xpos == XPOS_VBG &&
        (relation == DEPREL_ADVCL || relation == DEPREL_ACL || relation == DEPREL_OBL || relation == DEPREL_NMOD) &&
        has_marker(scan, word))
        return head;
    if (relation == DEPREL_OBJ && tree_verbal(scan, head) && (tree_word(scan, head) & WORD_LIGHT))
        return head;
    /* "dropped the charges", "the charges were dropped", "was cleared of the charges" */
    if ((relation == DEPREL_OBJ || relation == DEPREL_NSUBJ || relation == DEPREL_OBL) && tree_verbal(scan, head) &&
        takes_back(scan, head) && (relation != DEPREL_NSUBJ || tree_passive(scan, head)))
        return head;
    return -1;
}

/* "is reported to have called", "is believed to have called": a passive of saying or believing above an infinitive. */
static bool reported(const struct scan *scan, int32_t verb)
{
    return tree_passive(scan, verb) && ((tree_word(scan, verb) & WORD_BELIEF) ||
                                        tree_speech_verb(scan, verb));
}

/* A finite verb shares no auxiliary with the one that it is coordinated with. */
static bool finite_itself(const struct scan *scan, int32_t verb)
{
    return scan->tokens[verb].xpos == XPOS_VBD || scan->tokens[verb].xpos == XPOS_VBZ ||
           scan->tokens[verb].xpos == XPOS_VBP;
}

/* "did not believe that A lied, but accused him of B": what stands behind "but" with a tense of its own is not under
 * what stands before it. */
static bool contrasted(const struct scan *scan, int32_t verb)
{
    int32_t conjunction = tree_child(scan, verb, DEPREL_CC);

    return tree_relation(scan, verb) == DEPREL_CONJ && conjunction >= 0 && tree_form_is(scan, conjunction, "but") &&
           finite_itself(scan, verb);
}

/* "called X to express support": what a verb with its object is done for. */
static bool for_purpose(const struct scan *scan, int32_t verb)
{
    int32_t head = scan->tokens[verb].head;
    int32_t object = tree_child(scan, head, DEPREL_OBJ);

    return tree_relation(scan, verb) == DEPREL_ADVCL && tree_verbal(scan, head) && object > head && object < verb;
}

/* Whether what a word governs has not happened, or is taken back. */
static bool undoes(const struct scan *scan, int32_t head, int32_t below)
{
    /* "stopped short of": the adjective has said it already. */
    if (tree_lemma_is(scan, below, "short"))
        return false;
    return (tree_word(scan, head) & WORD_AVOID) ||
           (takes_back(scan, head) && (tree_nominal(scan, below) || tree_form_at(scan, below - 1, "of")));
}

/* "has not criticised X or accused Y": a negation holds for what stands behind "or" too. */
static bool behind_or(const struct scan *scan, int32_t conjunct)
{
    int32_t conjunction = tree_child(scan, conjunct, DEPREL_CC);

    return conjunction >= 0 && tree_form_is(scan, conjunction, "or");
}

/* What the word above `below` says; a coordinated one says less. */
static void judge_governor(const struct scan *scan, struct draft *draft, int32_t head, int32_t below)
{
    bool conjunct = tree_relation(scan, below) == DEPREL_CONJ;
    uint64_t word = tree_word(scan, head);
    enum claim_certainty own = certainty_own(scan, head);

    if ((!conjunct || behind_or(scan, below)) && has_negation(scan, head))
        draft->negated = true;
    if (!conjunct && undoes(scan, head, below))
        draft->negated = !draft->negated;
    if (own > draft->certainty && !(conjunct && (own == CERTAINTY_ALLEGED || finite_itself(scan, below))))
        draft->certainty = own;
    if (conjunct)
        return;
    if ((word & WORD_UNREAL) && !for_purpose(scan, below))
        draft->certainty = CERTAINTY_HYPOTHETICAL;
    else if (reported(scan, head) && draft->certainty == CERTAINTY_ASSERTED)
        draft->certainty = CERTAINTY_ALLEGED;
    else if ((word & WORD_POSSIBLE) && tree_relation(scan, below) == DEPREL_XCOMP &&
             draft->certainty == CERTAINTY_ASSERTED)
        draft->certainty = CERTAINTY_POSSIBLE;
}

/* The word that a clause is the content of: "no evidence [that X accused Y]", "it is not true [that ...]"; -1. */
static int32_t holder(const struct scan *scan, int32_t word)
{
    enum deprel relation = tree_relation(scan, word);

    return relation == DEPREL_CCOMP || relation == DEPREL_CSUBJ || relation == DEPREL_ACL ? scan->tokens[word].head
                                                                                          : -1;
}

/* "It is wrong to accuse Norway", "it would be wrong": an infinitive that is judged, in no past, was not done. */
static bool timeless(const struct scan *scan, int32_t verb, int32_t judgement)
{
    int32_t copula = tree_child(scan, judgement, DEPREL_COP);

    return tree_infinitive(scan, verb) && tree_relation(scan, verb) == DEPREL_CSUBJ && copula >= 0 &&
           scan->tokens[copula].xpos != XPOS_VBD;
}

/* What those who doubt, believe or prove a clause make of the claim in it. Those who say it make a claim of their own.
 */
static void judge_holder(const struct scan *scan, struct draft *draft, int32_t head)
{
    uint64_t word = tree_word(scan, head);

    if (((word & WORD_BELIEF) && (has_negation(scan, head) || tree_child_lemma(scan, head, "without") >= 0)) ||
        (word & WORD_AVOID))
        draft->negated = !draft->negated;
    else if ((word & WORD_UNREAL) || timeless(scan, draft->head, head))
        draft->certainty = CERTAINTY_HYPOTHETICAL;
    else if ((((word & WORD_BELIEF) && tree_verbal(scan, head)) || (word & WORD_POSSIBLE)) &&
             draft->certainty == CERTAINTY_ASSERTED)
        draft->certainty = CERTAINTY_POSSIBLE;
}

/* Whether the quotation that a word stands in ends with a question, or -1 outside of quotations. */
static int quoted_question(const struct scan *scan, int32_t word)
{
    int32_t quotation = scan->quotations.of[word];
    int32_t last;

    if (quotation < 0)
        return -1;
    last = scan->quotations.items[quotation].words.last;
    return tree_form_at(scan, tree_quote_mark(scan, last) ? last - 1 : last, "?");
}

/* Whether what is asked is the content, not the claim: "asked: will Sweden pay?", "Will Sweden pay, she said?". */
static bool asks_content(const struct scan *scan, const struct draft *draft)
{
    int32_t first = draft->content_count ? draft->content[0].first : -1;

    return first >= 0 && draft->content_slot == SLOT_CLAUSE &&
           (draft->relation == RELATION_ASK || first < draft->head || tree_form_at(scan, first - 1, ":"));
}

static bool is_question(const struct scan *scan, const struct draft *draft)
{
    int quoted = quoted_question(scan, draft->head);

    if (quoted >= 0)
        return quoted == 1 && !asks_content(scan, draft);
    return tree_form_is(scan, scan->words.last, "?") && scan->quotations.of[scan->words.last] < 0 &&
           !asks_content(scan, draft);
}

/* "whoever accuses", "anyone who accuses": nobody in particular. */
static bool anybody(const struct scan *scan, const struct draft *draft)
{
    static const char *const words[] = {"whoever", "anyone", "anybody", NULL};

    return draft->source_count && tree_form_in(scan, draft->sources[0], words);
}

/* "found him [not guilty]": the word that goes with the cue may be negated in its place. */
static bool companion_negated(const struct scan *scan, const struct draft *draft)
{
    int32_t companion = draft->cue->companion ? tree_child_lemma(scan, draft->head, draft->cue->companion) : -1;

    return companion >= 0 && has_negation(scan, companion);
}

/* What stands around the cue, whatever the tree makes of it. */
static void judge_surroundings(const struct scan *scan, struct draft *draft)
{
    if (passed_over(scan, draft->head) || companion_negated(scan, draft))
        draft->negated = true;
    if (certainty_supposed(scan, draft->head) || anybody(scan, draft))
        draft->certainty = CERTAINTY_HYPOTHETICAL;
}

void modality_judge(struct scan *scan, struct draft *draft)
{
    int32_t word = draft->head;

    draft->negated = has_negation(scan, word);
    draft->certainty = certainty_own(scan, word);
    if (draft->cue->frame->source[0].kind == SLOT_NONE)
        draft->certainty = CERTAINTY_ALLEGED;
    for (size_t i = 0; i < draft->source_count; i++)
        if (nobody(scan, draft->sources[i]))
            draft->negated = true;
    for (size_t i = 0; i < draft->target_count; i++)
        if (draft->targets[i].role != ROLE_TOPIC && nobody(scan, draft->targets[i].head))
            draft->negated = true;
    for (int i = 0; i < GOVERNORS_MAX && !contrasted(scan, word); i++) {
        int32_t head = governor(scan, word);
        if (head < 0)
            break;
        judge_governor(scan, draft, head, word);
        word = head;
    }
    if (holder(scan, word) >= 0 && !contrasted(scan, draft->head))
        judge_holder(scan, draft, holder(scan, word));
    judge_surroundings(scan, draft);
    if (is_question(scan, draft))
        draft->certainty = CERTAINTY_HYPOTHETICAL;
}
