/* clause_noun.c: the clause behind a noun for a speech act: "the claim that X lied", "allegations X lied". */
#include "claim/scan.h"

/* The word on top of the clause that a conjunction opens. */
static int32_t clause_top(const struct scan *scan, int32_t conjunction)
{
    int32_t top = scan->tokens[conjunction].head;

    while (!tree_verbal(scan, top) && tree_child(scan, top, DEPREL_COP) < 0 && scan->tokens[top].head > conjunction)
        top = scan->tokens[top].head;
    return tree_verbal(scan, top) || tree_child(scan, top, DEPREL_COP) >= 0 ? top
                                                                            : clause_first_verb(scan, conjunction);
}

/* "a charge that X denied", "an accusation that Y dismissed as absurd": whether a clause denies the noun that it stands
 * by; the parser tells such clauses badly from those that say what was charged. */
static bool denies_noun(const struct scan *scan, int32_t that, int32_t top)
{
    size_t count;
    const struct claim_cue *cues = cue_find(token_lemma(&scan->tokens[top]), CUE_VERB, &count);

    return cues && (cues->relation == RELATION_DENY || cues->relation == RELATION_REJECT) &&
           scan->tokens[that].head == top && tree_relation(scan, that) == DEPREL_OBJ &&
           (!scan_in_sentence(scan, top + 1) || scan->tokens[top + 1].upos == UPOS_PUNCT ||
            tree_form_is(scan, top + 1, "as"));
}

/* Whether a clause behind "that" lacks what the noun before it stands for: "reports that I have seen". */
static bool relative_clause(const struct scan *scan, int32_t that, int32_t top)
{
    bool ends = !scan_in_sentence(scan, top + 1) || scan->tokens[top + 1].upos == UPOS_PUNCT;

    if (denies_noun(scan, that, top) || (scan->tokens[top].deprel == DEPREL_ACL_RELCL && ends &&
                                         scan->tokens[that].head == top && tree_relation(scan, that) == DEPREL_OBJ))
        return true;
    return scan->tokens[top].deprel == DEPREL_ACL_RELCL && tree_verbal(scan, top) && !tree_passive(scan, top) &&
           tree_child(scan, top, DEPREL_OBJ) < 0 && tree_child_universal(scan, top, DEPREL_CCOMP) < 0 &&
           tree_child_universal(scan, top, DEPREL_XCOMP) < 0 && tree_child_universal(scan, top, DEPREL_OBL) < 0 &&
           tree_child(scan, top, DEPREL_COP) < 0;
}

/* The end of a clause below a noun: on to punctuation, a conjunction or the noun's own verb, and over "and" from one
 * quotation to the next: "the message that "A" and "B"". */
static int32_t noun_clause_end(const struct scan *scan, int32_t end)
{
    int32_t quotation;

    end = clause_stretch_to_verb(scan, end);
    while (scan->quotations.of[end] >= 0 && scan_in_sentence(scan, end + 2) &&
           scan->tokens[end + 1].upos == UPOS_CCONJ && quotation_opens(scan, end + 2)) {
        quotation = scan->quotations.of[end + 2];
        end = scan->quotations.items[quotation].words.last;
    }
    return end < scan->words.last ? end : scan->words.last;
}

/* "allegations [Tehran is at fault]": a clause without "that" right behind a noun for a speech act, wherever the parser
 * hung it. */
static bool content_bare(const struct scan *scan, struct draft *draft)
{
    int32_t start = draft->head + 1;
    int32_t top = start;
    int32_t subject;

    if (!scan_in_sentence(scan, start))
        return false;
    while (scan->tokens[top].head >= 0 && scan->tokens[scan->tokens[top].head].left_edge == start)
        top = scan->tokens[top].head;
    subject = tree_child_universal(scan, top, DEPREL_NSUBJ);
    if (!tree_verbal(scan, top) || !tree_finite(scan, top) || subject < 0 || subject > top ||
        scan->tokens[subject].left_edge != start || tree_relative_pronoun(scan, subject) ||
        tree_child(scan, top, DEPREL_OBJ) < 0)
        return false;
    draft->content_head = top;
    draft->content_slot = SLOT_CLAUSE;
    clause_add(scan, draft, (struct range){start, noun_clause_end(scan, scan->tokens[top].right_edge)});
    return draft->content_count > 0;
}

/* A that-clause after a noun: right behind it, or where the parser hung it inside the noun's phrase. */
bool clause_of_noun(const struct scan *scan, struct draft *draft)
{
    int32_t light = subject_light_verb(scan, draft->head);
    int32_t last = scan->tokens[light >= 0 ? light : draft->head].right_edge;

    for (int32_t t = draft->head + 1; scan_in_sentence(scan, t) && t <= last + 1; t++) {
        int32_t verb = scan->tokens[t].head;
        bool close = (t == draft->head + 1 || t == last + 1) && scan->tokens[t].deprel != DEPREL_NSUBJ;
        if (!tree_form_is(scan, t, "that") || verb <= t || scan->tokens[t - 1].upos == UPOS_VERB ||
            (scan->tokens[t].deprel != DEPREL_MARK && !close))
            continue;
        draft->content_head = clause_top(scan, t);
        if (relative_clause(scan, t, draft->content_head))
            continue;
        draft->content_slot = SLOT_CLAUSE;
        clause_add(scan, draft, (struct range){t, noun_clause_end(scan, scan->tokens[draft->content_head].right_edge)});
        return draft->content_count > 0;
    }
    return content_bare(scan, draft);
}
