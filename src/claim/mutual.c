/* mutual.c: acts that go both ways, "X and Y accused each other", "X and Y traded threats", and words for two at once:
 * "both deny it". */
#include "claim/scan.h"

static bool mutual_pronoun(const struct scan *scan, int32_t first)
{
    return (tree_form_at(scan, first, "each") && tree_form_at(scan, first + 1, "other")) ||
           (tree_form_at(scan, first, "one") && tree_form_at(scan, first + 1, "another"));
}

struct range mutual_words(const struct scan *scan, int32_t head)
{
    if (mutual_pronoun(scan, head))
        return (struct range){head, head + 1};
    return mutual_pronoun(scan, head - 1) ? (struct range){head - 1, head} : RANGE_NONE;
}

/* "traded accusations": what is exchanged goes to those who exchange it. */
static bool exchanged(const struct scan *scan, const struct draft *draft)
{
    static const char *const verbs[] = {"trade", "exchange", "swap", NULL};
    int32_t verb = draft->cue->word_class == CUE_NOUN ? subject_light_verb(scan, draft->head) : -1;

    return verb >= 0 && tree_lemma_in(scan, verb, verbs);
}

/* What a noun behind "both" or "the two" says of them; ENTITY_PLACE where anything. */
static enum entity_type type_of_pair(const struct scan *scan, int32_t noun)
{
    static const char *const people[] = {"man", "woman", "leader", "minister", "candidate", "president", NULL};
    static const char *const states[] = {"country", "nation", "state", "government", "capital", NULL};
    static const char *const bodies[] = {"company", "firm", "club", "union", "bank", "airline", "newspaper", NULL};

    return tree_lemma_in(scan, noun, people)   ? ENTITY_PERSON
           : tree_lemma_in(scan, noun, states) ? ENTITY_COUNTRY
           : tree_lemma_in(scan, noun, bodies) ? ENTITY_ORGANISATION
                                               : ENTITY_PLACE;
}

/* Whether a word means two at once: "both", "both men", "the two", "the two sides"; and of what kind they are. */
static bool means_two(const struct scan *scan, int32_t head, enum entity_type *type)
{
    static const char *const sides[] = {"side", "party", "rival", "neighbour", "neighbor", "group", NULL};
    int32_t first = scan->tokens[head].left_edge;

    *type = ENTITY_PLACE;
    if (tree_form_is(scan, head, "both"))
        return tree_child(scan, head, DEPREL_CC) < 0;
    if (tree_form_is(scan, head, "two"))
        return first == head - 1 && tree_form_is(scan, first, "the") && scan->tokens[head].first_child == first;
    *type = type_of_pair(scan, head);
    if (scan->tokens[head].upos != UPOS_NOUN || (*type == ENTITY_PLACE && !tree_lemma_in(scan, head, sides)))
        return false;
    return (first == head - 1 && tree_form_is(scan, first, "both")) ||
           (first == head - 2 && tree_form_is(scan, first, "the") && tree_form_is(scan, first + 1, "two"));
}

/* The one who is mentioned at a word and may be one of two; -1. */
static int32_t one_of_two(const struct scan *scan, int32_t token)
{
    int32_t mention = scan->entities->by_head[token];
    int32_t entity = mention >= 0 ? scan->entities->mentions[mention].entity : -1;
    enum entity_type type = entity >= 0 ? scan->entities->entities[entity].type : ENTITY_PLACE;

    return type == ENTITY_PERSON || type == ENTITY_ORGANISATION || type == ENTITY_COUNTRY ? entity : -1;
}

/* Adds one who is not there yet; false where they would be three. */
static bool add_one(int32_t entity, int32_t two[2], size_t *count)
{
    for (size_t i = 0; i < *count; i++)
        if (two[i] == entity)
            return true;
    if (*count == 2)
        return false;
    two[(*count)++] = entity;
    return true;
}

/* The only two of a kind that some words mention; false where they are not two. */
static bool only_two(const struct scan *scan, struct range words, enum entity_type type, int32_t two[2])
{
    const struct entity *entities = scan->entities->entities;
    size_t count = 0;

    for (int32_t t = words.first; t <= words.last; t++) {
        int32_t entity = one_of_two(scan, t);
        if (entity >= 0 && (type == ENTITY_PLACE || entities[entity].type == type) && !add_one(entity, two, &count))
            return false;
    }
    return count == 2 && entities[two[0]].type == entities[two[1]].type;
}

/* The first two that are named together in a sentence and nobody else with them; false where there are none. */
static bool joined_two(const struct scan *scan, struct range words, enum entity_type type, int32_t two[2])
{
    for (int32_t t = words.first; t <= words.last; t++) {
        int32_t head = scan->tokens[t].head;
        if (scan->tokens[t].deprel == DEPREL_CONJ && head >= words.first && head < t && one_of_two(scan, t) >= 0 &&
            one_of_two(scan, head) >= 0)
            return only_two(scan, (struct range){head, scan->tokens[head].right_edge}, type, two);
    }
    return false;
}

bool mutual_pair(const struct scan *scan, int32_t head, int32_t two[2])
{
    const struct document *document = scan->document;
    enum entity_type type;
    struct range before;

    if (scan->sentence == 0 || !means_two(scan, head, &type) || scan->quotations.of[head] >= 0)
        return false;
    before.first = (int32_t)document->sentences[scan->sentence - 1].first;
    before.last = before.first + (int32_t)document->sentences[scan->sentence - 1].count - 1;
    return joined_two(scan, before, type, two) || only_two(scan, before, type, two);
}

void mutual_aim(const struct scan *scan, struct draft *draft)
{
    bool pronoun = draft->target_count == 1 && !range_empty(mutual_words(scan, draft->targets[0].head));
    enum claim_role role = pronoun ? draft->targets[0].role : ROLE_TARGET;
    int32_t two[2];
    bool several = draft->source_count > 1 || (draft->source_count && mutual_pair(scan, draft->sources[0], two));

    if (!several || !(pronoun || (draft->target_count == 0 && exchanged(scan, draft))))
        return;
    draft->mutual = pronoun ? mutual_words(scan, draft->targets[0].head) : draft->words;
    for (draft->target_count = 0; draft->target_count < draft->source_count; draft->target_count++)
        draft->targets[draft->target_count] = (struct draft_actor){draft->sources[draft->target_count], role};
}
