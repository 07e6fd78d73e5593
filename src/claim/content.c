/* content.c: what is said, slot by slot. */
#include "claim/scan.h"

static void set_content(const struct scan *scan, struct draft *draft, const struct claim_slot *slot, int32_t head, struct range range)
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

/* The infinitive that goes with a verb or noun: its complement, or one that the parser hung on its object. */
static bool fill_infinitive(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t last = scan->tokens[draft->head].right_edge;

    for (int32_t t = draft->head + 1; t <= last; t++) {
        int32_t verb = scan->tokens[t].head;
        if (scan->tokens[t].xpos != XPOS_TO || verb <= t || distance(scan, verb, draft->head) > 2)
            continue;
        if (tree_relation(scan, verb) == DEPREL_CONJ)
            continue;
        set_content(scan, draft, slot, verb, (struct range){t, clause_end(scan, draft->head, t)});
        return true;
    }
    return false;
}

static bool fill_gerund(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (c < draft->head || scan->tokens[c].xpos != XPOS_VBG || (relation != DEPREL_XCOMP && relation != DEPREL_CCOMP))
            continue;
        set_content(scan, draft, slot, c, (struct range){scan->tokens[c].left_edge, clause_end(scan, draft->head, scan->tokens[c].left_edge)});
        return true;
    }
    return false;
}

/* The words of a noun phrase as content: asides behind a comma are left out. */
static struct range noun_phrase(const struct scan *scan, int32_t head)
{
    struct range range = {scan->tokens[head].left_edge, scan->tokens[head].right_edge};

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

static int32_t object_of(const struct scan *scan, int32_t verb)
{
    int32_t object = tree_child_universal(scan, verb, tree_passive(scan, verb) ? DEPREL_NSUBJ : DEPREL_OBJ);

    if (object < 0 && tree_passive(scan, verb))
        object = source_surface_subject(scan, verb);
    return object;
}

static bool fill_object(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t object = object_of(scan, draft->head);

    if (object < 0 || tree_relative_pronoun(scan, object) || tree_reflexive(scan, object) || (slot->kind == SLOT_THING && target_is_actor(scan, object)))
        return false;
    if (scan->tokens[object].upos == UPOS_PRON && tree_relation(scan, object) == DEPREL_EXPL)
        return false;
    set_content(scan, draft, slot, object, noun_phrase(scan, object));
    return true;
}

/* What X is called: the complement behind the object. */
static bool fill_complement(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    /* "a ship called Hope" names, it does not judge. */
    if (tree_passive(scan, draft->head) && tree_relation(scan, draft->head) == DEPREL_ACL)
        return false;
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        int32_t start = scan->tokens[c].left_edge;
        if (start <= draft->head || scan->tokens[c].upos == UPOS_VERB || (relation != DEPREL_XCOMP && relation != DEPREL_OBJ))
            continue;
        if (relation == DEPREL_OBJ && tree_child_universal(scan, draft->head, DEPREL_OBJ) == c && !tree_passive(scan, draft->head) &&
            tree_relation(scan, draft->head) != DEPREL_ACL)
            continue;
        set_content(scan, draft, slot, c, (struct range){start, clause_end(scan, draft->head, start)});
        return true;
    }
    return false;
}

/* A prepositional phrase of the cue, or one that the parser hung on its object. */
static bool fill_preposition(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t preposition;
    int32_t object = object_of(scan, draft->head);
    int32_t phrase = tree_prepositional(scan, draft->head, slot->preposition, &preposition);

    if (phrase < 0 && object > draft->head)
        phrase = tree_prepositional(scan, object, slot->preposition, &preposition);
    if (phrase < 0)
        return false;
    set_content(scan, draft, slot, phrase,
                (struct range){preposition, draft->cue->word_class == CUE_VERB ? clause_end(scan, draft->head, preposition)
                                                                               : scan->tokens[phrase].right_edge});
    return true;
}

/* The clause that a phrase or adverb stands in, without it: "According to X, [...]", "[...], according to X". */
static bool fill_host(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t tail = draft->source_count ? scan->tokens[draft->sources[0]].right_edge : draft->words.last;
    int32_t host = draft->source_count ? scan->tokens[draft->sources[0]].head : scan->tokens[draft->head].head;
    struct range whole = {scan->words.first, scan->words.last};
    struct range before, after;

    if (tail < draft->words.last)
        tail = draft->words.last;
    while (host >= 0 && !tree_verbal(scan, host) && !tree_finite(scan, host) && scan->tokens[host].head >= 0)
        host = scan->tokens[host].head;
    if (host >= 0 && scan->tokens[host].head >= 0)
        whole = (struct range){scan->tokens[host].left_edge, scan->tokens[host].right_edge};
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
    set_content(scan, draft, slot, noun, (struct range){draft->head + 1, noun_phrase(scan, noun).last});
    return true;
}

/* All that follows a colon, to the end of a quotation that runs on. */
static bool fill_rest(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t start = draft->words.last + 1;
    int32_t quotation = scan_in_sentence(scan, start) ? scan->quotations.of[start] : -1;
    int32_t last = quotation >= 0 ? scan->quotations.items[quotation].words.last : scan->words.last;

    set_content(scan, draft, slot, start, (struct range){start, last > scan->words.last ? last : scan->words.last});
    return draft->content_count > 0;
}

/* "suggested that she go": a clause with a bare verb is a proposal or demand, not a report. */
static bool fill_subjunctive(struct scan *scan, struct draft *draft)
{
    bool guessed = draft->guessed;
    int32_t verb = clause_find(scan, draft) ? draft->content_head : -1;

    if (verb >= 0 && (scan->tokens[verb].xpos == XPOS_VB || tree_child_lemma(scan, verb, "be") >= 0) && !tree_finite(scan, verb) &&
        !tree_infinitive(scan, verb))
        return true;
    draft->content_count = 0;
    draft->content_head = -1;
    draft->guessed = guessed;
    return false;
}

static bool fill_slot(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    switch (slot->kind) {
    case SLOT_SUBJUNCTIVE:
        return fill_subjunctive(scan, draft);
    case SLOT_CLAUSE:
        return clause_find(scan, draft);
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
    case SLOT_PREPOSITION:
        return fill_preposition(scan, draft, slot);
    default:
        return false;
    }
}

void content_find(struct scan *scan, struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->content;

    draft->content_head = -1;
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++)
        if (fill_slot(scan, draft, &slots[i]) && draft->content_count > 0)
            return;
}
