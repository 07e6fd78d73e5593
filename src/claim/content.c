/* content.c: what is said, slot by slot. */
#include "claim/scan.h"

/* How far behind its cue a preposition may stand that the tree does not give it. */
enum { STRAY_REACH = 12 };

static void set_content(const struct scan *scan, struct draft *draft, const struct claim_slot *slot, int32_t head,
                        struct range range)
{
    range = tree_trim(scan, range);
    if (range_empty(range))
        return;
    draft->content[0] = range;
    draft->content_count = 1;
    draft->content_head = head;
    draft->content_slot = slot->kind;
    draft->content_preposition = slot->preposition;
}

/* Steps from a word up to an ancestor; a large number where it is none. */
static int distance(const struct scan *scan, int32_t token, int32_t ancestor)
{
    for (int steps = 0; token >= 0 && steps < 4; steps++, token = scan->tokens[token].head)
        if (token == ancestor)
            return steps;
    return 100;
}

/* "denied [claims by Y that Z]": the clause belongs to the object, which is a speech act itself, when the frame takes
 * objects. */
static bool speech_object(const struct scan *scan, const struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->content;
    int32_t object = draft->cue->word_class == CUE_VERB ? tree_object(scan, draft->head) : -1;
    size_t count;

    if (object <= draft->head || scan->tokens[object].upos != UPOS_NOUN ||
        !cue_find(token_lemma(&scan->tokens[object]), CUE_NOUN, &count))
        return false;
    for (size_t i = 0; i < CLAIM_SLOTS_MAX; i++)
        if (slots[i].kind == SLOT_THING)
            return true;
    return false;
}

/* Whether a phrase that opens at a word right behind a noun's own was given to the noun's verb by the parser: "rejected
 * its call [to disarm]". */
static bool given_to_verb(const struct scan *scan, const struct draft *draft, int32_t opener)
{
    enum deprel relation = tree_relation(scan, draft->head);

    return draft->cue->word_class == CUE_NOUN && (relation == DEPREL_OBJ || relation == DEPREL_OBL) &&
           opener == scan->tokens[draft->head].right_edge + 1 &&
           scan->tokens[scan->tokens[opener].head].head == scan->tokens[draft->head].head;
}

/* The same of a participle that stands by a noun: "a report accusing X [of] lying". */
static bool given_to_noun(const struct scan *scan, const struct draft *draft, int32_t opener)
{
    return draft->cue->word_class == CUE_VERB && tree_relation(scan, draft->head) == DEPREL_ACL &&
           scan->tokens[draft->head].xpos == XPOS_VBG && tree_child(scan, draft->head, DEPREL_OBJ) > draft->head &&
           scan->tokens[scan->tokens[opener].head].head == scan->tokens[draft->head].head;
}

/* Whether an infinitive belongs to one more act: "refused talks, demanding [to negotiate]". */
static bool of_another_act(const struct scan *scan, int32_t cue, int32_t infinitive)
{
    int32_t above = scan->tokens[infinitive].head;

    return above > cue && above < infinitive && tree_verbal(scan, above) && !tree_infinitive(scan, above) &&
           (scan->tokens[above - 1].upos == UPOS_PUNCT || scan->tokens[above - 1].upos == UPOS_CCONJ) &&
           (tree_relation(scan, above) == DEPREL_ADVCL || tree_relation(scan, above) == DEPREL_CONJ);
}

/* The infinitive that goes with a verb or noun: its complement, or one that the parser hung on its object. */
static bool fill_infinitive(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t last = scan->tokens[draft->head].right_edge + (draft->cue->word_class == CUE_NOUN ? 1 : 0);

    /* "refused [a request to resign]": the infinitive is what the object says. */
    if (speech_object(scan, draft))
        return false;
    for (int32_t t = draft->head + 1; t <= last && scan_in_sentence(scan, t); t++) {
        int32_t verb = scan->tokens[t].head;
        bool to = scan->tokens[t].xpos == XPOS_TO || (scan->tokens[t].upos == UPOS_PART && tree_form_is(scan, t, "to"));
        if (!to || verb <= t || of_another_act(scan, draft->head, verb) ||
            (distance(scan, verb, draft->head) > 2 && !given_to_verb(scan, draft, t)))
            continue;
        if (tree_relation(scan, verb) == DEPREL_CONJ)
            continue;
        if (t - 1 > draft->head && tree_form_is(scan, t - 1, "not"))
            t--;
        set_content(scan, draft, slot, verb, (struct range){t, clause_end(scan, draft->head, t)});
        return true;
    }
    return false;
}

/* "lying", "having lied". */
static bool gerund(const struct scan *scan, int32_t verb)
{
    int32_t auxiliary = tree_child(scan, verb, DEPREL_AUX);

    return scan->tokens[verb].xpos == XPOS_VBG || (auxiliary >= 0 && scan->tokens[auxiliary].xpos == XPOS_VBG);
}

static bool fill_gerund(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (c < draft->head || !gerund(scan, c) || tree_finite(scan, c) ||
            (relation != DEPREL_XCOMP && relation != DEPREL_CCOMP && c != draft->head + 1))
            continue;
        set_content(
            scan, draft, slot, c,
            (struct range){scan->tokens[c].left_edge, clause_end(scan, draft->head, scan->tokens[c].left_edge)});
        return true;
    }
    return false;
}

/* Cuts a phrase before a relative clause behind a comma and before what becomes of it: "an apology for the incident,
 * [which ...]", "accused X of theft, [a charge that ...]". */
static struct range before_aside(const struct scan *scan, struct range range)
{
    for (int32_t t = range.first + 1; t < range.last; t++)
        if (tree_form_is(scan, t, ",") &&
            (tree_relative_pronoun(scan, t + 1) || scan->tokens[t + 1].xpos == XPOS_WRB || clause_verdict(scan, t + 1)))
            return (struct range){range.first, t - 1};
    return range;
}

/* On from the end of a noun's phrase over modifiers that the parser hung elsewhere, up to punctuation, a conjunction or
 * the verb of the clause: "allegations of abuses [during the polls] | have". */
static int32_t noun_stretch(const struct scan *scan, int32_t end)
{
    bool relative = false;

    while (end < scan->words.last) {
        int32_t next = end + 1;
        bool verb = tree_verbal(scan, next) && scan->tokens[next].xpos != XPOS_VBN &&
                    scan->tokens[next].xpos != XPOS_VBG && scan->tokens[next].xpos != XPOS_VB;
        if (scan->tokens[next].upos == UPOS_PUNCT || scan->tokens[next].upos == UPOS_CCONJ || (verb && !relative))
            break;
        relative = tree_relative_pronoun(scan, next) || (relative && !verb);
        end = next;
    }
    return end;
}

/* The words of a noun phrase as content: asides behind a comma are left out. */
static struct range noun_phrase(const struct scan *scan, int32_t head)
{
    struct range range = {scan->tokens[head].left_edge, scan->tokens[head].right_edge};

    /* "of" belongs to the noun before it, wherever the parser hung it. */
    while (scan_in_sentence(scan, range.last + 1) && tree_form_is(scan, range.last + 1, "of") &&
           scan->tokens[scan->tokens[range.last + 1].head].right_edge > range.last + 1 &&
           scan->tokens[range.last + 1].head > range.last)
        range.last = scan->tokens[scan->tokens[range.last + 1].head].right_edge;
    while (range.first < head &&
           (scan->tokens[range.first].upos == UPOS_SCONJ || scan->tokens[range.first].upos == UPOS_ADP ||
            scan->tokens[range.first].upos == UPOS_CCONJ))
        range.first++;
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t left = scan->tokens[c].left_edge;
        enum deprel relation = tree_relation(scan, c);
        bool aside = relation == DEPREL_ACL || relation == DEPREL_APPOS || relation == DEPREL_PARATAXIS ||
                     (relation == DEPREL_CONJ && tree_verbal(scan, c));
        if (left <= head || !aside)
            continue;
        if (scan->tokens[left].upos == UPOS_PUNCT || scan->tokens[left - 1].upos == UPOS_PUNCT)
            return (struct range){range.first, left - 1};
    }
    return range;
}

static int32_t object_of(const struct scan *scan, const struct draft *draft)
{
    int32_t object;

    if (source_passive(scan, draft))
        return subject_surface(scan, draft->head);
    object = tree_object(scan, draft->head);
    return object < 0 && tree_passive(scan, draft->head) ? tree_child(scan, draft->head, DEPREL_OBJ) : object;
}

/* Whether a prepositional phrase of a verb rather belongs to its object, as most do that name neither a time nor the
 * doer. */
static bool belongs_to_object(const struct scan *scan, int32_t phrase)
{
    static const char *const prepositions[] = {"of", "in", "on", "against", "about", "between", "from", "into", NULL};

    if (!tree_nominal(scan, phrase) || (tree_word(scan, phrase) & WORD_TIME) || scan->tokens[phrase].upos == UPOS_NUM)
        return false;
    return tree_form_in(scan, scan->tokens[phrase].left_edge, prepositions);
}

/* Phrases that belong to an object that is a speech act itself, or that say as what it is condemned, though the parser
 * hung them on the verb: "rejected calls [for peace]", "denounced it [as a lie]". */
static int32_t object_end(const struct scan *scan, int32_t verb, int32_t object, int32_t end)
{
    size_t count;
    bool speech = cue_find(token_lemma(&scan->tokens[object]), CUE_NOUN, &count) != NULL;

    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t left = scan->tokens[c].left_edge;
        if (left == end + 1 && tree_form_is(scan, left, "of"))
            end = scan->tokens[c].right_edge;
        if (left != end + 1 || scan->tokens[left].upos == UPOS_PUNCT || scan->tokens[c].deprel == DEPREL_CONJ)
            continue;
        if (speech || tree_form_is(scan, left, "as") || belongs_to_object(scan, c))
            end = scan->tokens[c].right_edge;
    }
    return end;
}

static bool fill_object(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t object = object_of(scan, draft);
    struct range range;

    if (object < 0 || tree_relative_pronoun(scan, object) || tree_reflexive(scan, object) ||
        (slot->kind == SLOT_THING && target_is_actor(scan, object)))
        return false;
    if (scan->tokens[object].upos == UPOS_PRON && tree_relation(scan, object) == DEPREL_EXPL)
        return false;
    range = noun_phrase(scan, object);
    if (object > draft->head)
        range.last = object_end(scan, draft->head, object, range.last);
    set_content(scan, draft, slot, object, before_aside(scan, range));
    return true;
}

/* "called the plan [\"a gift\"]": the quotation right behind the object. */
static bool quoted_complement(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t object = object_of(scan, draft);
    int32_t start;

    if (object < draft->head)
        return false;
    for (start = object + 1;
         scan_in_sentence(scan, start) && scan->quotations.of[start] < 0 && start <= scan->tokens[object].right_edge;
         start++)
        ;
    if (!scan_in_sentence(scan, start) || scan->quotations.of[start] < 0 || scan->quotations.of[object] >= 0)
        return false;
    set_content(scan, draft, slot, start + 1, scan->quotations.items[scan->quotations.of[start]].words);
    return true;
}

/* The end of what X is called: adverbial clauses without a comma may belong to it, and a quotation is not cut. */
static int32_t complement_end(const struct scan *scan, const struct draft *draft, int32_t complement)
{
    int32_t end = clause_end(scan, draft->head, scan->tokens[complement].left_edge);
    int32_t cut = clause_until_anew(scan, draft->head, complement, end);

    return cut < end && (scan->quotations.of[cut + 1] >= 0 ||
                         (scan->tokens[cut].upos != UPOS_PUNCT && scan->tokens[cut + 1].upos != UPOS_PUNCT &&
                          scan->tokens[cut + 1].upos != UPOS_CCONJ))
               ? end
               : cut;
}

/* "called the claims [absurd]", "called X [a thief]": whether what stands behind the object, from `start` on, is no
 * part of it though the parser took it for one. An apposition proper stands behind a comma. */
static bool is_torn_complement(const struct scan *scan, int32_t word, int32_t start)
{
    if (scan->tokens[word].upos == UPOS_ADJ)
        return tree_relation(scan, word) == DEPREL_AMOD;
    return scan->tokens[word].upos == UPOS_NOUN && tree_relation(scan, word) == DEPREL_APPOS &&
           (tree_form_is(scan, start, "a") || tree_form_is(scan, start, "an"));
}

static bool torn_complement(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t object = object_of(scan, draft);

    if (object <= draft->head)
        return false;
    for (int32_t c = scan->tokens[object].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t start = scan->tokens[c].left_edge;
        if (start <= object || !is_torn_complement(scan, c, start))
            continue;
        set_content(scan, draft, slot, c, (struct range){start, complement_end(scan, draft, c)});
        return true;
    }
    return false;
}

/* Whether a verb's first object is what is called something, not what it is called, as in "what X calls Y". */
static bool takes_object_first(const struct scan *scan, const struct draft *draft)
{
    if (tree_passive(scan, draft->head))
        return !source_passive(scan, draft);
    return tree_relation(scan, draft->head) != DEPREL_ACL;
}

/* What X is called: the complement behind the object. */
static bool fill_complement(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    /* "a ship called Hope" names, it does not judge. */
    if (source_passive(scan, draft) && tree_relation(scan, draft->head) == DEPREL_ACL)
        return false;
    if (object_of(scan, draft) >= 0 && tree_reflexive(scan, object_of(scan, draft)))
        return false;
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        int32_t start = scan->tokens[c].left_edge;
        if (start <= draft->head || scan->tokens[c].upos == UPOS_VERB ||
            (relation != DEPREL_XCOMP && relation != DEPREL_OBJ))
            continue;
        if (relation == DEPREL_OBJ && tree_child_universal(scan, draft->head, DEPREL_OBJ) == c &&
            tree_child(scan, draft->head, DEPREL_IOBJ) < 0 && takes_object_first(scan, draft))
            continue;
        set_content(scan, draft, slot, c, (struct range){start, complement_end(scan, draft, c)});
        return true;
    }
    return quoted_complement(scan, draft, slot) || torn_complement(scan, draft, slot);
}

/* The object of a preposition that the parser hung somewhere below the cue, or that follows the cue at once; -1. */
static int32_t stray_phrase(const struct scan *scan, const struct draft *draft, const char *word, int32_t *preposition)
{
    int32_t last = scan->tokens[draft->head].right_edge;

    /* "a complaint in the court of X against Y": without an object between, "of" belongs to the noun right before it.
     */
    if (last < draft->head + 1 || (draft->cue->frame->target[0].kind != SLOT_OBJ && strcmp(word, "of") == 0))
        last = draft->head + 1;
    for (int32_t t = draft->head + 1; t <= last && t < draft->head + STRAY_REACH && scan_in_sentence(scan, t); t++) {
        int32_t phrase = scan->tokens[t].head;
        if (tree_verbal(scan, t) && scan->tokens[t].xpos == XPOS_VB)
            break;
        if (!tree_form_is(scan, t, word) || phrase <= t ||
            (t > draft->head + 1 && distance(scan, phrase, draft->head) > 3))
            continue;
        *preposition = t;
        return phrase;
    }
    last = scan->tokens[draft->head].right_edge + 1;
    if (scan_in_sentence(scan, last) && tree_form_is(scan, last, word) && scan->tokens[last].head > last &&
        (given_to_verb(scan, draft, last) || given_to_noun(scan, draft, last))) {
        *preposition = last;
        return scan->tokens[last].head;
    }
    return -1;
}

/* The end of a prepositional phrase as content: on to the end of the clause, but not into what opens anew, nor from a
 * relative clause into the one around it: "the man whom X accused of theft | left". */
static int32_t phrase_end(const struct scan *scan, const struct draft *draft, int32_t phrase, int32_t preposition)
{
    int32_t end;

    if (draft->cue->word_class != CUE_VERB)
        return noun_stretch(scan, scan->tokens[phrase].right_edge);
    end = clause_end(scan, draft->head, preposition);
    end =
        tree_relation(scan, draft->head) == DEPREL_ACL ? clause_stretch_to_verb(scan, end) : clause_stretch(scan, end);
    return clause_until_anew(scan, draft->head, phrase, end);
}

/* A prepositional phrase of the cue, or one that the parser hung on its object. */
static bool fill_preposition(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t preposition;
    int32_t object = object_of(scan, draft);
    int32_t phrase = tree_prepositional(scan, draft->head, slot->preposition, &preposition);

    if (phrase < 0 && object > draft->head)
        phrase = tree_prepositional(scan, object, slot->preposition, &preposition);
    if (phrase < 0)
        phrase = stray_phrase(scan, draft, slot->preposition, &preposition);
    /* "criticised X, as it did last year" */
    if (phrase >= 0 && strcmp(slot->preposition, "as") == 0 &&
        ((tree_verbal(scan, phrase) && tree_finite(scan, phrase)) || clause_echo(scan, preposition) >= 0))
        return false;
    /* "for years", "over the weekend"; but "sentenced to two years" */
    if (phrase < 0 || ((tree_word(scan, phrase) & WORD_TIME) && strcmp(slot->preposition, "to") != 0))
        return false;
    set_content(scan, draft, slot, phrase,
                before_aside(scan, (struct range){preposition, phrase_end(scan, draft, phrase, preposition)}));
    return true;
}

/* The clause that a phrase or adverb stands in, without it: "According to X, [...]", "[...], according to X". */
static bool fill_host(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t tail = draft->source_count ? scan->tokens[draft->sources[0]].right_edge : draft->words.last;
    int32_t host = draft->source_count ? scan->tokens[draft->sources[0]].head : scan->tokens[draft->head].head;
    struct range whole = {subject_dateline_end(scan) + 1, scan->words.last};
    struct range before, after;

    if (tail < draft->words.last)
        tail = draft->words.last;
    while (host >= 0 && !tree_verbal(scan, host) && !tree_finite(scan, host) && scan->tokens[host].head >= 0)
        host = scan->tokens[host].head;
    if (host >= 0 && scan->tokens[host].head >= 0 &&
        !(scan_in_sentence(scan, draft->words.first - 1) && scan->tokens[draft->words.first - 1].upos == UPOS_PUNCT))
        whole = (struct range){scan->tokens[host].left_edge, scan->tokens[host].right_edge};
    while (whole.first < draft->words.first && scan->tokens[whole.first].upos == UPOS_CCONJ)
        whole.first++;
    before = tree_trim(scan, (struct range){whole.first, draft->words.first - 1});
    after = tree_trim(scan, (struct range){tail + 1, whole.last});
    if (!range_empty(before) && (scan->tokens[before.last].upos == UPOS_CCONJ || before.last == before.first))
        before = RANGE_NONE;
    if (range_empty(before) && range_empty(after))
        return false;
    set_content(scan, draft, slot, host, range_empty(before) ? after : before);
    if (!range_empty(before) && !range_empty(after))
        draft->content[draft->content_count++] = after;
    return true;
}

/* The noun that an adjective stands before, with what follows: "alleged [role in the attack]". */
static bool fill_modified(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t noun = scan->tokens[draft->head].head;

    if (noun <= draft->head || !tree_nominal(scan, noun))
        return false;
    set_content(scan, draft, slot, noun,
                (struct range){draft->head + 1, noun_stretch(scan, noun_phrase(scan, noun).last)});
    return true;
}

/* The last word of the paragraph that the sentence opens; of the sentence where it opens none. */
static int32_t speech_last(const struct scan *scan)
{
    const struct document *document = scan->document;
    const struct sentence *sentence = &document->sentences[scan->sentence];
    int32_t last = scan->words.last;

    if (!sentence->opens_paragraph)
        return last;
    for (uint32_t s = scan->sentence + 1; s < document->sentence_count && !document->sentences[s].opens_paragraph; s++)
        last += (int32_t)document->sentences[s].count;
    return last;
}

/* All that follows a colon, to the end of a quotation that runs on, or of the paragraph that the speaker opens. */
static bool fill_rest(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t start = draft->words.last + 1;
    int32_t quotation = scan_in_sentence(scan, start) ? scan->quotations.of[start] : -1;
    int32_t last = quotation >= 0 ? scan->quotations.items[quotation].words.last : speech_last(scan);

    set_content(scan, draft, slot, start, (struct range){start, last > scan->words.last ? last : scan->words.last});
    return draft->content_count > 0;
}

/* The quotation that a dash follows. */
static bool fill_quoted(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t quotation = draft->head > 0 ? scan->quotations.of[draft->head - 1] : -1;

    if (quotation < 0)
        return false;
    set_content(scan, draft, slot, draft->head, scan->quotations.items[quotation].words);
    return draft->content_count > 0;
}

/* "that Spain cut its taxes", where the tagger took the bare verb for a noun: a clause behind "that" without any verb
 * that has tense. */
static bool without_tense(const struct scan *scan, struct range clause)
{
    if (!tree_form_is(scan, clause.first, "that"))
        return false;
    for (int32_t t = clause.first; t <= clause.last; t++)
        if (scan->quotations.of[t] >= 0 || (tree_verbal(scan, t) && tree_finite(scan, t)))
            return false;
    return true;
}

/* "that Spain pay": a verb form that its subject in the singular would not take in the indicative. */
static bool disagrees(const struct scan *scan, int32_t verb)
{
    int32_t subject = tree_child(scan, verb, DEPREL_NSUBJ);

    return subject >= 0 && scan->tokens[verb].xpos == XPOS_VBP && tree_verbal(scan, verb) &&
           tree_child_universal(scan, verb, DEPREL_AUX) < 0 && tree_child(scan, subject, DEPREL_CONJ) < 0 &&
           (scan->tokens[subject].xpos == XPOS_NN || scan->tokens[subject].xpos == XPOS_NNP);
}

/* "suggested that she go": a clause with a bare verb is a proposal or demand, not a report. */
static bool fill_subjunctive(struct scan *scan, struct draft *draft)
{
    bool guessed = draft->guessed;
    int32_t verb = clause_find(scan, draft) ? draft->content_head : -1;

    if (verb >= 0 && (scan->tokens[verb].xpos == XPOS_VB || tree_child_lemma(scan, verb, "be") >= 0) &&
        !tree_finite(scan, verb) && !tree_infinitive(scan, verb))
        return true;
    if (verb >= 0 && disagrees(scan, verb))
        return true;
    if (verb >= 0 && draft->relation == RELATION_DEMAND && draft->content_count == 1 &&
        without_tense(scan, draft->content[0]))
        return true;
    draft->content_count = 0;
    draft->content_head = -1;
    draft->guessed = guessed;
    return false;
}

/* "demanded [Norway leave]": a clause with a bare verb and without "that", whose subject the parser took for an object.
 */
static bool fill_bare(struct scan *scan, struct draft *draft)
{
    int32_t object = tree_passive(scan, draft->head) ? -1 : tree_object(scan, draft->head);
    int32_t verb = object > draft->head ? scan->tokens[object].right_edge + 1 : -1;

    if (!scan_in_sentence(scan, verb) || scan->tokens[verb].xpos != XPOS_VB || !tree_verbal(scan, verb) ||
        tree_infinitive(scan, verb) || scan->tokens[object].left_edge != draft->words.last + 1)
        return false;
    clause_add(scan, draft, (struct range){draft->words.last + 1, clause_end(scan, draft->head, verb)});
    draft->content_head = verb;
    draft->content_slot = SLOT_CLAUSE;
    return draft->content_count > 0;
}

static bool fill_slot(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    switch (slot->kind) {
    case SLOT_BARE:
        return fill_bare(scan, draft);
    case SLOT_SUBJUNCTIVE:
        return fill_subjunctive(scan, draft);
    case SLOT_CLAUSE:
        return !speech_object(scan, draft) && clause_find(scan, draft);
    case SLOT_INFINITIVE:
        return fill_infinitive(scan, draft, slot);
    case SLOT_GERUND:
        return fill_gerund(scan, draft, slot);
    case SLOT_OBJ:
    case SLOT_THING:
        return fill_object(scan, draft, slot);
    case SLOT_COMPLEMENT:
        return fill_complement(scan, draft, slot);
    case SLOT_HOST:
        return fill_host(scan, draft, slot);
    case SLOT_MODIFIED:
        return fill_modified(scan, draft, slot);
    case SLOT_REST:
        return fill_rest(scan, draft, slot);
    case SLOT_QUOTED:
        return fill_quoted(scan, draft, slot);
    case SLOT_PREPOSITION:
        return fill_preposition(scan, draft, slot);
    default:
        return false;
    }
}

/* Who is quoted says nothing beyond the quotation: '"He told me to go," she said'. */
static void stay_in_quotation(const struct scan *scan, struct draft *draft)
{
    int32_t index = scan->quotations.of[draft->head];
    const struct quotation *quotation = index >= 0 ? &scan->quotations.items[index] : NULL;

    for (size_t i = 0; quotation && quotation->closed && i < draft->content_count; i++) {
        struct range *content = &draft->content[i];
        if (range_holds(quotation->words, content->first) && content->last >= quotation->words.last)
            *content = tree_trim(scan, (struct range){content->first, quotation->words.last - 1});
    }
    while (draft->content_count && range_empty(draft->content[draft->content_count - 1]))
        draft->content_count--;
}

void content_find(struct scan *scan, struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->content;

    draft->content_head = -1;
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++)
        if (fill_slot(scan, draft, &slots[i]) && draft->content_count > 0) {
            stay_in_quotation(scan, draft);
            return;
        }
}
