#include "entity/referent.h"

#include "entity/clause.h"

/* Lappin & Leass's weights, with subjects and possessors raised and names preferred to common nouns, as suits news. */
enum {
    WEIGHT_SENTENCE = 100,
    WEIGHT_SUBJECT = 90,
    WEIGHT_MAIN = 60,
    WEIGHT_OBJECT = 60,
    WEIGHT_OBLIQUE = 30,
    WEIGHT_POSSESSOR = 45,
    WEIGHT_EMBEDDED = 10,
    FADED = 12,
};

/* A subject of the main clause or of one coordinated with it. */
static bool is_main_subject(const struct document *document, uint32_t token)
{
    int32_t predicate = document->tokens[token].head;
    for (int steps = 0; steps < 4 && predicate >= 0 && document->tokens[predicate].deprel == DEPREL_CONJ; steps++) {
        predicate = document->tokens[predicate].head;
    }
    return predicate >= 0 && document->tokens[predicate].head < 0;
}

static int weight_of(const struct document *document, uint32_t token)
{
    switch (clause_role(document, token)) {
    case DEPREL_NSUBJ:
        return WEIGHT_SENTENCE + WEIGHT_SUBJECT + (is_main_subject(document, token) ? WEIGHT_MAIN : 0);
    case DEPREL_OBJ:
    case DEPREL_IOBJ:
    case DEPREL_ROOT:
        return WEIGHT_SENTENCE + WEIGHT_OBJECT;
    case DEPREL_NMOD_POSS:
        return WEIGHT_SENTENCE + WEIGHT_POSSESSOR;
    case DEPREL_OBL:
    case DEPREL_VOCATIVE:
    case DEPREL_PARATAXIS:
        return WEIGHT_SENTENCE + WEIGHT_OBLIQUE;
    default:
        return WEIGHT_SENTENCE + WEIGHT_EMBEDDED;
    }
}

void referents_begin_sentence(struct referents *referents)
{
    size_t kept = 0;
    for (size_t i = 0; i < referents->count; i++) {
        struct referent referent = referents->items[i];
        referent.salience = (referent.salience + referent.here) / 2;
        referent.here = 0;
        referent.head_count = 0;
        referent.age++;
        if (referent.salience >= FADED) {
            referents->items[kept++] = referent;
        }
    }
    referents->count = kept;
}

void referent_strengthen(struct referent *referent, const struct document *document, uint32_t token)
{
    int weight = weight_of(document, token);
    referent->role = clause_role(document, token);
    referent->latest = token;
    referent->led = (referent->age == 0 && referent->led) || weight >= WEIGHT_SENTENCE + WEIGHT_SUBJECT + WEIGHT_MAIN;
    referent->age = 0;
    weight = referent->entity >= 0 ? weight : weight * 3 / 4;
    referent->here = referent->here > weight ? referent->here : weight;
    if (referent->head_count == MOST_HEADS) {
        memmove(referent->heads, referent->heads + 1, (MOST_HEADS - 1) * sizeof *referent->heads);
        referent->head_count--;
    }
    referent->heads[referent->head_count++] = token;
}

/* The weakest gives way when all places are taken. */
static struct referent *new_place(struct referents *referents)
{
    if (referents->count < MOST_REFERENTS) {
        return &referents->items[referents->count++];
    }
    struct referent *weakest = &referents->items[0];
    for (size_t i = 1; i < referents->count; i++) {
        struct referent *other = &referents->items[i];
        weakest = other->salience + other->here < weakest->salience + weakest->here ? other : weakest;
    }
    return weakest;
}

static enum referent_kind kind_of_entity(enum entity_type type)
{
    switch (type) {
    case ENTITY_PERSON:
        return REFERENT_PERSON;
    case ENTITY_ORGANISATION:
        return REFERENT_ORGANISATION;
    case ENTITY_COUNTRY:
        return REFERENT_COUNTRY;
    case ENTITY_GROUP:
        return REFERENT_GROUP;
    default:
        return REFERENT_THING;
    }
}

/* A name that begins with a first name and is no organisation, country or capital that is known: "Isabel", tagged as a
 * place. */
static enum gender gender_in_disguise(const struct entity *entity, const struct entity_facts *facts)
{
    bool other = entity->type == ENTITY_ORGANISATION || entity->type == ENTITY_PLACE;
    if (!other || facts->somewhere || facts->described || facts->qualified || facts->capital_of ||
        lexicon_organisation(entity->name)) {
        return GENDER_UNKNOWN;
    }
    return lexicon_first_name(facts->key);
}

static bool is_referring_noun(const struct token *token)
{
    switch (token->deprel) {
    case DEPREL_COMPOUND:
    case DEPREL_FLAT:
    case DEPREL_FIXED:
    case DEPREL_AMOD:
    case DEPREL_GOESWITH:
    case DEPREL_NMOD_UNMARKED:
    case DEPREL_OBL_UNMARKED:
    case DEPREL_NMOD_DESC:
        return false;
    default:
        return token->upos == UPOS_NOUN || token->upos == UPOS_PROPN;
    }
}

static bool has_copula(const struct document *document, uint32_t head)
{
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        if (document->tokens[child].deprel == DEPREL_COP) {
            return true;
        }
    }
    return false;
}

/* A common noun as a referent; false where it is none: "he is a doctor" speaks of nobody new. */
static bool read_noun(const struct document *document, uint32_t head, struct referent *referent)
{
    const struct token *token = &document->tokens[head];
    if (!is_referring_noun(token) || has_copula(document, head)) {
        return false;
    }
    const struct noun *noun = token_noun(document, head);
    bool person = noun && (noun->classes & NOUN_ROLE);
    bool people = noun && (noun->classes & NOUN_COLLECTIVE);
    referent->plural = token_is_plural(token);
    referent->kind = referent->plural && (person || people) ? REFERENT_GROUP
                     : person                               ? REFERENT_PERSON
                     : people                               ? REFERENT_ORGANISATION
                                                            : REFERENT_THING;
    referent->gender = person ? noun->gender : GENDER_UNKNOWN;
    return true;
}

struct referent *referents_mention(struct referents *referents, const struct resolver *resolver, uint32_t head)
{
    if (tokens_in_dateline(resolver->document, head)) {
        return NULL;
    }
    const struct mention *mention = entity_mention_at(resolver->set, head);
    struct referent fresh = {.entity = -1, .head = head};
    if (mention && mention->entity >= 0) {
        const struct token *token = &resolver->document->tokens[head];
        if (mention->head != head || (mention->kind == MENTION_DEMONYM && token->deprel == DEPREL_AMOD)) {
            return NULL;
        }
        struct entity_facts *facts = &resolver->index->facts[mention->entity];
        facts->somewhere = facts->somewhere || tokens_follow_locative(resolver->document, head);
        fresh.entity = mention->entity;
        fresh.kind = kind_of_entity(resolver->set->entities[mention->entity].type);
        fresh.gender = facts->gender;
        if (fresh.kind != REFERENT_PERSON) {
            fresh.gender = gender_in_disguise(&resolver->set->entities[mention->entity], facts);
            fresh.disguised = fresh.gender != GENDER_UNKNOWN;
        }
        for (size_t i = 0; i < referents->count; i++) {
            if (referents->items[i].entity == mention->entity) {
                referents->items[i].head = head;
                referents->items[i].disguised = referents->items[i].disguised && !facts->somewhere;
                referent_strengthen(&referents->items[i], resolver->document, head);
                return &referents->items[i];
            }
        }
    } else if (mention || resolver->index->antecedent[head] >= 0 || !read_noun(resolver->document, head, &fresh)) {
        return NULL;
    }
    struct referent *place = new_place(referents);
    *place = fresh;
    referent_strengthen(place, resolver->document, head);
    return place;
}
