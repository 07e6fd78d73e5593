/* clause_end.c: where what is said ends: at other acts of the speaker, other speakers, asides and closing quotation
 * marks. */
#include "claim/scan.h"

/* Whether a verb is one of ours and, as a participle after a comma, goes on with the speaker: "..., adding that". */
static bool speaking_participle(const struct scan *scan, int32_t verb)
{
    return scan->tokens[verb].xpos == XPOS_VBG && tree_speech_verb(scan, verb);
}

/* Whether another speaker's clause opens here: "..., while Y said that". */
static bool other_speaker(const struct scan *scan, int32_t conjunction)
{
    int32_t verb = scan->tokens[conjunction].head;

    if (verb <= conjunction || !scan_in_sentence(scan, verb) || scan->tokens[verb].upos != UPOS_VERB ||
        !tree_finite(scan, verb) || tree_child(scan, verb, DEPREL_NSUBJ) < conjunction)
        return false;
    if (!tree_form_is(scan, conjunction, "while") && !tree_form_is(scan, conjunction, "whereas") &&
        (scan->tokens[conjunction].upos != UPOS_CCONJ || scan->tokens[conjunction - 1].upos != UPOS_PUNCT))
        return false;
    return tree_speech_verb(scan, verb);
}

/* Whether a lone dash opens an aside without a verb of its own: "... - the latest in a spate of attacks". */
static bool dash_aside(const struct scan *scan, int32_t dash, int32_t end)
{
    if (!tree_form_is(scan, dash, "-") && !tree_form_is(scan, dash, "--") &&
        !tree_form_is(scan, dash, "\xe2\x80\x94") && !tree_form_is(scan, dash, "\xe2\x80\x93"))
        return false;
    for (int32_t t = dash + 1; t <= end; t++)
        if ((tree_verbal(scan, t) && tree_finite(scan, t)) || tree_form_is(scan, t, "-") ||
            tree_form_is(scan, t, "--") || tree_form_is(scan, t, "\xe2\x80\x94") ||
            tree_form_is(scan, t, "\xe2\x80\x93"))
            return false;
    return scan->tokens[dash + 1].upos == UPOS_DET;
}

/* "a charge that Y denied", "an allegation Y rejects": from `first` on a noun for what was just said, and a clause
 * about it. */
bool clause_verdict(const struct scan *scan, int32_t first)
{
    int32_t noun = first + 1;

    if (!tree_form_at(scan, first, "a") && !tree_form_at(scan, first, "an"))
        return false;
    while (scan_in_sentence(scan, noun) && scan->tokens[noun].upos == UPOS_ADJ)
        noun++;
    return scan_in_sentence(scan, noun + 1) && actor_speech_noun(scan, noun) &&
           (tree_form_is(scan, noun + 1, "that") ||
            tree_form_at(scan, noun + 1 + (scan->tokens[noun + 1].upos == UPOS_ADP), "which") ||
            scan->tokens[noun + 1].upos == UPOS_PROPN || tree_personal(scan, noun + 1));
}

int32_t clause_echo(const struct scan *scan, int32_t first)
{
    static const char *const verbs[] = {"did", "does", "do", "has", "have", "had", "is", "was", "are", "were", NULL};
    int32_t verb = first + 1;
    int32_t subject;

    if (!(tree_form_at(scan, first, "so") || tree_form_at(scan, first, "as")) || !scan_in_sentence(scan, verb) ||
        !tree_form_in(scan, verb, verbs))
        return -1;
    /* The parser may take who stands behind the verb for its object. */
    subject = tree_child(scan, verb, DEPREL_NSUBJ);
    if (subject < 0)
        subject = tree_child(scan, verb, DEPREL_OBJ);
    return subject > verb && (scan->tokens[subject].upos == UPOS_PROPN || actor_means_people(scan, subject)) ? subject
                                                                                                             : -1;
}

/* Whether a mark closes a quotation with the comma that belongs behind it: "...,"". */
static bool closes_with_comma(const struct scan *scan, int32_t mark)
{
    int32_t quotation = scan->quotations.of[mark];

    return tree_quote_mark(scan, mark) && quotation >= 0 && scan->quotations.items[quotation].words.last == mark &&
           tree_form_at(scan, mark - 1, ",");
}

bool clause_speaker_goes_on(const struct scan *scan, int32_t verb)
{
    int32_t t = tree_before_verb(scan, verb);

    if (scan->tokens[verb].upos != UPOS_VERB || !tree_finite(scan, verb) || !tree_speech_verb(scan, verb) ||
        tree_child_universal(scan, verb, DEPREL_NSUBJ) >= 0)
        return false;
    return scan_in_sentence(scan, t) && scan->tokens[t].upos == UPOS_CCONJ && tree_punctuation_at(scan, t - 1) &&
           (tree_form_at(scan, verb + 1, ":") || tree_form_at(scan, verb + 1, "that") ||
            tree_quote_mark(scan, verb + 1));
}

/* Whether a conjunction opens one more act of the speaker: "..., and then added: ...". */
static bool goes_on_speaking(const struct scan *scan, int32_t conjunction)
{
    int32_t t = conjunction + 1;

    if (scan->tokens[conjunction].upos != UPOS_CCONJ)
        return false;
    while (scan_in_sentence(scan, t) && (scan->tokens[t].upos == UPOS_ADV || scan->tokens[t].upos == UPOS_AUX))
        t++;
    return scan_in_sentence(scan, t) && clause_speaker_goes_on(scan, t);
}

/* Cuts before a participle of saying that goes on with the speaker, "..., adding that", or another verb of the
 * speaker's, before an aside behind a dash, and before what becomes of it all, "..., a charge that Y denied". */
int32_t clause_cut(const struct scan *scan, int32_t start, int32_t end)
{
    for (int32_t t = start + 1; t < end; t++) {
        bool closing = closes_with_comma(scan, t);
        int32_t next = t + 1;
        if (!closing && (scan->tokens[t].upos != UPOS_PUNCT || tree_quote_mark(scan, t) || scan->quotations.of[t] >= 0))
            continue;
        if ((scan->tokens[next].upos == UPOS_VERB && speaking_participle(scan, next)) || dash_aside(scan, t, end) ||
            other_speaker(scan, next) || goes_on_speaking(scan, next) || clause_verdict(scan, next) ||
            clause_echo(scan, next + (scan->tokens[next].upos == UPOS_CCONJ)) >= 0)
            return closing ? t : t - 1;
    }
    return end;
}

/* "..., and that B": a second clause that is said too. */
static bool goes_on_with_that(const struct scan *scan, int32_t conjunct)
{
    int32_t mark = tree_child(scan, conjunct, DEPREL_MARK);

    return mark >= 0 && tree_form_is(scan, mark, "that");
}

/* Whether a verb that the parser coordinated with the speaking verb is one more act of the speaker or of somebody else,
 * and not part of what is said: it speaks too, has a noun for its subject, or is of the same form without a subject. */
static bool stands_beside(const struct scan *scan, int32_t head, int32_t conjunct)
{
    int32_t subject = tree_child_universal(scan, conjunct, DEPREL_NSUBJ);

    if (tree_speech_verb(scan, conjunct))
        return true;
    if (subject >= 0)
        return scan->tokens[subject].upos != UPOS_PRON;
    return scan->tokens[conjunct].xpos == scan->tokens[head].xpos;
}

/* Whether a dependent of the speaking verb begins something that is not said any more. */
static bool ends_content(const struct scan *scan, int32_t head, int32_t dependent)
{
    switch (tree_relation(scan, dependent)) {
    case DEPREL_CCOMP:
        /* A clause behind "and" and an infinitive, "asked A to go, and B complained", is coordinated with the cue's
         * own, whatever the parser took it for. */
        if (tree_child(scan, dependent, DEPREL_CC) < 0 || tree_child(scan, head, DEPREL_XCOMP) < 0)
            return false;
        /* fall through */
    case DEPREL_CONJ:
        return tree_verbal(scan, dependent) && !goes_on_with_that(scan, dependent) &&
               stands_beside(scan, head, dependent);
    case DEPREL_PARATAXIS:
        return true;
    case DEPREL_ADVCL:
        return speaking_participle(scan, dependent) &&
               tree_punctuation_at(scan, scan->tokens[dependent].left_edge - 1 +
                                             (scan->tokens[scan->tokens[dependent].left_edge].upos == UPOS_PUNCT));
    default:
        return false;
    }
}

/* Whether a verb coordinated with the content belongs beside the speaking verb: "said that A is B and urged C". */
static bool escapes(const struct scan *scan, int32_t head, int32_t content, int32_t conjunct)
{
    if (scan->tokens[conjunct].deprel != DEPREL_CONJ || !tree_verbal(scan, conjunct) ||
        tree_child_universal(scan, conjunct, DEPREL_NSUBJ) >= 0)
        return false;
    return scan->tokens[conjunct].xpos == scan->tokens[head].xpos &&
           scan->tokens[content].xpos != scan->tokens[head].xpos && scan->tokens[conjunct].xpos != XPOS_VB &&
           tree_speech_verb(scan, conjunct);
}

int32_t clause_end(const struct scan *scan, int32_t head, int32_t start)
{
    int32_t last = scan->tokens[head].right_edge;

    if (last < start)
        last = scan->words.last;
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t left = scan->tokens[c].left_edge;
        if (left > start && ends_content(scan, head, c) && tree_has_verb(scan, start, left - 1))
            return left - 1;
        if (scan->tokens[c].right_edge < start || left > last)
            continue;
        for (int32_t d = scan->tokens[c].first_child; d >= 0; d = scan->tokens[d].next_sibling)
            if (scan->tokens[d].left_edge > start &&
                (escapes(scan, head, c, d) || (tree_relation(scan, d) == DEPREL_ADVCL && ends_content(scan, head, d))))
                return scan->tokens[d].left_edge - 1;
    }
    return last;
}

/* Whether two verbs have one form; taggers mistake the past tense and its participle for each other. */
static bool same_form(const struct scan *scan, int32_t a, int32_t b)
{
    uint8_t first = scan->tokens[a].xpos, second = scan->tokens[b].xpos;
    return first == second || (first == XPOS_VBD && second == XPOS_VBN) || (first == XPOS_VBN && second == XPOS_VBD);
}

/* Whether a verb stands on its own: with a subject or auxiliary below it. */
static bool has_clause(const struct scan *scan, int32_t verb)
{
    return tree_verbal(scan, verb) && tree_finite(scan, verb) &&
           (subject_own(scan, verb) >= 0 || tree_child_universal(scan, verb, DEPREL_AUX) >= 0);
}

/* Whether a dependent of the cue begins something else than what its preposition opens: an adverbial clause, another
 * clause behind a semicolon or conjunction, or one more act of the speaker, a verb of the cue's own form: "warned A of
 * B [and urged C]". */
static bool opens_anew(const struct scan *scan, int32_t head, int32_t dependent)
{
    switch (tree_relation(scan, dependent)) {
    case DEPREL_CONJ:
        return has_clause(scan, dependent) || (tree_verbal(scan, dependent) && same_form(scan, dependent, head));
    case DEPREL_PARATAXIS:
        return has_clause(scan, dependent);
    case DEPREL_ADVCL:
        return !tree_infinitive(scan, dependent);
    default:
        return false;
    }
}

int32_t clause_until_anew(const struct scan *scan, int32_t head, int32_t phrase, int32_t end)
{
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (opens_anew(scan, head, c) && scan->tokens[c].left_edge > scan->tokens[phrase].right_edge &&
            scan->tokens[c].left_edge <= end)
            return scan->tokens[c].left_edge - 1;
    return end;
}

/* Whether a word is no punctuation, or a quotation mark in the middle of things. */
static bool goes_on(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].upos != UPOS_PUNCT || tree_quote_mark(scan, token);
}

int32_t clause_stretch(const struct scan *scan, int32_t end)
{
    while (end < scan->words.last && goes_on(scan, end) && goes_on(scan, end + 1) &&
           scan->tokens[end + 1].upos != UPOS_CCONJ)
        end++;
    return end;
}

/* The end of a clause, even where the parser made the speaking verb an aside to what is said: "X says, if it rains,
 * they stay". */
static int32_t main_clause_end(const struct scan *scan, int32_t head, int32_t start)
{
    int32_t end = clause_end(scan, head, start);
    enum deprel relation = tree_relation(scan, head);
    int32_t up = scan->tokens[head].head;
    bool leads = tree_child(scan, head, DEPREL_MARK) >= 0 && tree_child(scan, head, DEPREL_MARK) < head;

    /* "While he said A, they did B", "Asked whether A, they left": the clause ends with its comma. */
    if (relation == DEPREL_ADVCL && (leads || (head == scan->words.first && up > head)))
        for (int32_t t = start; t < end && up > t; t++)
            if (tree_form_at(scan, t, ",") && scan->quotations.of[t] < 0)
                return t - 1;
    if (up > end && scan_in_sentence(scan, up) && tree_child(scan, head, DEPREL_MARK) < 0 &&
        (relation == DEPREL_PARATAXIS || relation == DEPREL_ADVCL || relation == DEPREL_CCOMP))
        return clause_end(scan, up, start);
    return end;
}

/* The end of what starts at `start`, quotation marks seen: a whole quote ends with its mark, and one that is open goes
 * on. */
int32_t clause_speech_end(const struct scan *scan, int32_t head, int32_t start)
{
    int32_t end = clause_cut(scan, start, clause_stretch(scan, main_clause_end(scan, head, start)));
    int32_t quotation = scan->quotations.of[start];
    struct range words;

    if (quotation >= 0 && scan->quotations.items[quotation].words.first == start) {
        words = scan->quotations.items[quotation].words;
        if (words.last >= end || tree_punctuation_at(scan, words.last - 1) || !scan_in_sentence(scan, words.last))
            return words.last;
        return end;
    }
    quotation = scan->quotations.of[end];
    if (quotation >= 0 && scan->quotations.items[quotation].words.first >= start)
        end = scan->quotations.items[quotation].words.last;
    return end;
}

/* On to the next punctuation, conjunction or finite verb, which belongs to the noun above the clause. */
int32_t clause_stretch_to_verb(const struct scan *scan, int32_t end)
{
    while (end < scan->words.last && goes_on(scan, end) && goes_on(scan, end + 1) &&
           scan->tokens[end + 1].upos != UPOS_CCONJ && !(tree_verbal(scan, end + 1) && tree_finite(scan, end + 1)))
        end++;
    return end;
}
