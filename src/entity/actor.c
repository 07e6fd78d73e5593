/* actor.c: entity_actor, who a noun phrase stands for when it acts or speaks.
 *
 * - A capital is its country in the place of an actor, a patient or an owner ("Moscow said", "criticism of Moscow",
 * "Moscow's claims"), and a place after a preposition of place ("in Moscow").
 * - A role with a name at it ("the head of the bank, Ivan Petrov") is the person; a kind of organisation with a name at
 * it ("the newspaper Izvestia", "the Memorial group") the organisation.
 * - "outlets such as Readovka" are the one that is named.
 * - "one of the senators", "dozens of residents" are the senators, the residents.
 * - Unnamed people are a group where they can be told from others: by a country, a name, a noun or a number before them
 * ("Russian officials", "opposition activists", "two senators"), or by being what they are ("police", "residents";
 * `collective` in nouns.tsv). "Critics", "experts" and "sources" (`vague`) are so only with a name at them. One unnamed
 * person ("a Turkish lawmaker") is a group of one. All others are nobody that is known.
 * - An organisation that is known by description only comes alive here: see nominal.c. */
#include "entity/resolver.h"

enum { DEEPEST = 8 };

struct asking {
    struct entity_set *set;
    const struct document *document;
    struct arena *arena;
};

static int32_t actor_at(const struct asking *asking, uint32_t head, int depth);

/* The adposition that marks a noun phrase, or NULL. */
static const struct token *case_of(const struct document *document, uint32_t head)
{
    for (int32_t child = document->tokens[head].first_child; child >= 0 && child < (int32_t)head;
         child = document->tokens[child].next_sibling) {
        if (document->tokens[child].deprel == DEPREL_CASE) {
            return &document->tokens[child];
        }
    }
    return NULL;
}

/* "the Madrid-based company", "Paris-born": a place that only tells where somebody is from. */
static bool tells_origin(const struct document *document, uint32_t head)
{
    static const char *const words[] = {"based", "born", "headquartered", "area", NULL};
    return head + 2 < document->token_count && token_is_word(&document->tokens[head + 1], "-") &&
           !document->tokens[head + 1].space_after && token_is_one_of(&document->tokens[head + 2], words);
}

/* "in Moscow" is where, "said from Moscow" too; "criticism from Moscow" is who. */
static bool is_where(const struct document *document, uint32_t head)
{
    const struct token *token = &document->tokens[head];
    const struct token *adposition = case_of(document, head);
    if (!adposition) {
        return token->deprel == DEPREL_APPOS || token->deprel == DEPREL_LIST;
    }
    bool motion =
        token_is_word(adposition, "from") || token_is_word(adposition, "to") || token_is_word(adposition, "for");
    return token_is_locative(adposition) ||
           (motion && token->deprel == DEPREL_OBL && token_is_word(adposition, "from"));
}

static int32_t place_actor(const struct asking *asking, struct mention *mention)
{
    if (is_where(asking->document, mention->head) || tells_origin(asking->document, mention->head) ||
        tokens_in_dateline(asking->document, mention->head)) {
        return -1;
    }
    const struct country *country = asking->set->index->facts[mention->entity].capital_of;
    if (!country) {
        return mention->entity;
    }
    int32_t entity = entity_add_country(asking->set, country, mention->head, asking->arena);
    if (entity >= 0) {
        mention->entity = entity;
        mention->kind = MENTION_METONYM;
    }
    return entity;
}

/* An organisation known by description is referred to now: it stays, with its country. */
static int32_t wake(const struct asking *asking, const struct mention *mention)
{
    struct entity_facts *facts = &asking->set->index->facts[mention->entity];
    const struct entity *entity = &asking->set->entities[mention->entity];
    if (facts->described && !facts->awake && entity->type == ENTITY_ORGANISATION && entity->country_name.data) {
        int32_t country = name_map_value(&asking->set->index->countries, entity->country_name);
        facts->awake = true;
        if (country >= 0 && !entity_add_affiliation(asking->set, mention->entity, (struct view){NULL, 0}, country,
                                                    mention->span, asking->arena)) {
            return -1;
        }
    }
    return mention->entity;
}

static int32_t mentioned_actor(const struct asking *asking, int32_t index)
{
    struct mention *mention = &asking->set->mentions[index];
    if (mention->entity >= 0 && asking->set->entities[mention->entity].type == ENTITY_PLACE) {
        return place_actor(asking, mention);
    }
    return mention->entity < 0 ? -1 : wake(asking, mention);
}

/* What a pronoun or a noun in a description stands for; the pronoun becomes a mention of it. */
static int32_t antecedent_actor(const struct asking *asking, uint32_t head, int depth)
{
    int32_t entity = actor_at(asking, (uint32_t)asking->set->index->antecedent[head], depth + 1);
    const struct token *token = &asking->document->tokens[head];
    bool pronoun = token->upos == UPOS_PRON || token->upos == UPOS_DET;
    if (entity >= 0 && pronoun &&
        !entity_add_mention(asking->set, asking->document, head, head, entity, MENTION_PRONOUN, asking->arena)) {
        return -1;
    }
    return entity;
}

static bool is_of_type(const struct asking *asking, uint32_t token, enum entity_type type)
{
    const struct mention *mention = entity_mention_at(asking->set, token);
    return mention && mention->entity >= 0 && asking->set->entities[mention->entity].type == type;
}

/* A name that stands at a common noun and is what it means: in apposition, or right after it, or right before a kind of
 * organisation. The token of the name, or -1. */
static int32_t name_at(const struct asking *asking, uint32_t head, const struct noun *noun)
{
    const struct document *document = asking->document;
    const struct sentence *sentence = document_sentence_of(document, head);
    unsigned kinds = NOUN_BODY | NOUN_COMPANY;
    bool role = noun->classes & NOUN_ROLE && !token_is_plural(&document->tokens[head]);
    bool kind = noun->classes & kinds && !token_is_plural(&document->tokens[head]);
    if (head + 1 < sentence->first + sentence->count && ((role && is_of_type(asking, head + 1, ENTITY_PERSON)) ||
                                                         (kind && is_of_type(asking, head + 1, ENTITY_ORGANISATION)))) {
        return (int32_t)head + 1;
    }
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        enum deprel deprel = (enum deprel)document->tokens[child].deprel;
        bool apposed =
            child > (int32_t)head && (deprel == DEPREL_APPOS || deprel == DEPREL_FLAT || deprel == DEPREL_NMOD_DESC);
        if (apposed && ((role && is_of_type(asking, (uint32_t)child, ENTITY_PERSON)) ||
                        (kind && is_of_type(asking, (uint32_t)child, ENTITY_ORGANISATION)))) {
            return child;
        }
    }
    uint32_t words = strchr(noun->word, ' ') ? 2 : 1; /* "Reuters news agency" */
    bool before = noun->classes & NOUN_COMPANY && kind && head >= sentence->first + words &&
                  is_of_type(asking, head - words, ENTITY_ORGANISATION);
    return before ? (int32_t)(head - words) : -1;
}

/* The noun after "of" in "one of the senators"; -1 where this is no such phrase. */
static int32_t partitive_of(const struct document *document, uint32_t head)
{
    static const char *const words[] = {
        "one",    "some",   "many",     "most",      "several", "few",      "all",     "both", "two",  "three", "none",
        "dozens", "scores", "hundreds", "thousands", "number",  "majority", "members", "part", "half", "each",  NULL};
    const struct token *token = &document->tokens[head];
    if (token->upos != UPOS_NUM && !token_is_one_of(token, words)) {
        return -1;
    }
    for (int32_t child = token->first_child; child >= 0; child = document->tokens[child].next_sibling) {
        const struct token *adposition = child > (int32_t)head ? case_of(document, (uint32_t)child) : NULL;
        if (adposition && token_is_word(adposition, "of")) {
            return child;
        }
    }
    return -1;
}

bool entity_after_such_as(const struct document *document, uint32_t head)
{
    const struct token *adposition = case_of(document, head);
    uint32_t edge = document->tokens[head].left_edge;
    return (adposition && token_is_word(adposition, "such")) ||
           (edge >= document_sentence_of(document, head)->first + 2 &&
            token_is_word(&document->tokens[edge - 2], "such") && token_is_word(&document->tokens[edge - 1], "as"));
}

/* The name after "such as" in "outlets such as Readovka": who is named speaks for the kind. -1: none. */
static int32_t example_of(const struct asking *asking, uint32_t head)
{
    const struct document *document = asking->document;
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        if (child > (int32_t)head && entity_after_such_as(document, (uint32_t)child) &&
            entity_mention_at(asking->set, (uint32_t)child)) {
            return child;
        }
    }
    return -1;
}

/* A group of people by its words. */
struct description {
    uint32_t first; /* words [first, last] */
    uint32_t last;
    int32_t qualifier;            /* the entity that tells it from others, or -1 */
    bool told_apart;              /* by whatever word */
    bool by_noun;                 /* by a noun: "court spokesman" */
    const struct country *nation; /* of a people named by its adjective, or NULL */
};

static bool says_little(const struct token *token)
{
    static const char *const words[] = {"other",    "many",      "some",    "several", "few",       "all",    "more",
                                        "most",     "such",      "own",     "senior",  "top",       "former", "new",
                                        "unnamed",  "anonymous", "various", "certain", "same",      "first",  "last",
                                        "numerous", "multiple",  "leading", "any",     "different", NULL};
    return token_is_one_of(token, words);
}

static void read_modifier(const struct asking *asking, uint32_t token, struct description *description)
{
    const struct token *t = &asking->document->tokens[token];
    const struct mention *mention = entity_mention_at(asking->set, token);
    if (mention && mention->entity >= 0) {
        description->qualifier = mention->entity;
    }
    bool tells = mention || t->name != NAME_O || t->upos == UPOS_NOUN || t->upos == UPOS_PROPN || t->upos == UPOS_NUM ||
                 t->upos == UPOS_ADJ;
    description->told_apart = description->told_apart || (tells && !says_little(t));
    description->by_noun = description->by_noun || t->upos == UPOS_NOUN || t->upos == UPOS_PROPN;
}

/* "officials of the ministry", "residents of Kyiv", "lawmakers from Turkey": the complement counts where nothing before
 * the noun tells. */
static void read_complement(const struct asking *asking, uint32_t head, struct description *description)
{
    static const char *const adpositions[] = {"of", "from", "for", "at", "in", NULL};
    const struct document *document = asking->document;
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        const struct token *adposition = child > (int32_t)head ? case_of(document, (uint32_t)child) : NULL;
        const struct mention *mention = entity_mention_at(asking->set, (uint32_t)child);
        if (adposition && token_is_one_of(adposition, adpositions) && mention && mention->entity >= 0) {
            description->qualifier = mention->entity;
            description->told_apart = true;
            description->last = (uint32_t)child;
            while (description->last + 1 < document->token_count &&
                   entity_mention_at(asking->set, description->last + 1) == mention) {
                description->last++;
            }
            return;
        }
    }
}

/* Words at the start that are no part of a group's name: "the", "several". */
static bool is_quantifier(const struct token *token)
{
    static const char *const words[] = {"several", "many",     "some", "all",   "most",  "few", "numerous",
                                        "various", "multiple", "any",  "other", "least", NULL};
    return token->upos == UPOS_DET || token->upos == UPOS_PRON || token_is_one_of(token, words);
}

static struct description describe(const struct asking *asking, uint32_t head)
{
    const struct document *document = asking->document;
    struct description description = {tokens_phrase_start(document, head), head, -1, false, false, NULL};
    while (description.first < head && is_quantifier(&document->tokens[description.first])) {
        description.first++;
    }
    for (uint32_t token = description.first; token < head; token++) {
        read_modifier(asking, token, &description);
    }
    if (description.qualifier < 0) {
        read_complement(asking, head, &description);
    }
    return description;
}

/* The description as a name: a capital that only the sentence's start gave becomes small. */
static struct view description_name(const struct asking *asking, const struct description *description)
{
    const struct token *first = &asking->document->tokens[description->first];
    struct view text =
        name_with_single_spaces(tokens_text(asking->document, description->first, description->last), asking->arena);
    bool opens = description->first == document_sentence_of(asking->document, description->first)->first;
    bool common = opens && first->name == NAME_O && first->upos != UPOS_PROPN && !name_is_capitals(token_form(first)) &&
                  !country_of(token_form(first), NULL);
    if (!text.data || !common || text.data[0] < 'A' || text.data[0] > 'Z') {
        return text;
    }
    struct view name = arena_copy(asking->arena, text);
    if (name.data) {
        ((char *)name.data)[0] = (char)(name.data[0] + ('a' - 'A'));
    }
    return name;
}

static int32_t add_group(const struct asking *asking, uint32_t head, const struct description *description)
{
    struct entity_set *set = asking->set;
    struct view name = description_name(asking, description);
    struct entity group = {.type = ENTITY_GROUP, .name = name};
    if (description->nation) {
        entity_set_country(&group, description->nation);
    } else if (description->qualifier >= 0) {
        group.country_name = set->entities[description->qualifier].country_name;
        memcpy(group.country, set->entities[description->qualifier].country, sizeof group.country);
    }
    struct view key = arena_print(asking->arena, "%.*s @%.*s", VIEW_ARGS(name_key(name, asking->arena)),
                                  VIEW_ARGS(group.country_name));
    int32_t entity = name_map_value(&set->index->descriptions, key);
    if (entity < 0) {
        entity = name.data && key.data ? entity_add(set, ENTITY_GROUP, name, head, asking->arena) : -1;
        if (entity < 0 || !name_map_add(&set->index->descriptions, key, entity, asking->arena)) {
            return -1;
        }
        set->entities[entity] = group;
        set->index->facts[entity].described = true;
    }
    return entity_add_mention(set, asking->document, description->first, description->last, entity, MENTION_NOMINAL,
                              asking->arena)
               ? entity
               : -1;
}

static bool modifies(const struct token *token)
{
    return token->deprel == DEPREL_AMOD || token->deprel == DEPREL_COMPOUND || token->deprel == DEPREL_NMOD_DESC;
}

/* People of a nation or region by its adjective: "Tajiks", "the Kurds". */
static int32_t people_actor(const struct asking *asking, uint32_t head)
{
    struct description description = {head, head,  -1,
                                      true, false, country_of(token_form(&asking->document->tokens[head]), NULL)};
    return add_group(asking, head, &description);
}

/* "to use force": no body of people, as "the force" and "forces" are. */
static bool is_violence(const struct document *document, const struct description *description)
{
    const struct token *only = &document->tokens[description->last];
    bool bare = description->first == description->last &&
                (description->last == 0 || document->tokens[description->last - 1].upos != UPOS_DET);
    return bare && token_is_word(only, "force");
}

/* Whether the words tell these people or this body from others. */
static bool is_told_apart(const struct asking *asking, uint32_t head, const struct noun *noun,
                          const struct description *description)
{
    bool plural = token_is_plural(&asking->document->tokens[head]);
    bool collective = noun->classes & NOUN_COLLECTIVE && (plural || !(noun->classes & (NOUN_ROLE | NOUN_COMPANY)));
    if (noun->classes == NOUN_STATE || description->qualifier >= 0 || collective) {
        return noun->classes != NOUN_STATE; /* "the state of Texas" is no people */
    }
    if (noun->classes & NOUN_VAGUE) {
        return false;
    }
    unsigned people = NOUN_ROLE | NOUN_COLLECTIVE | NOUN_BODY | (plural ? NOUN_COMPANY : 0);
    return noun->classes & people &&
           (plural || noun->classes & NOUN_BODY ? description->told_apart : description->by_noun);
}

static int32_t group_actor(const struct asking *asking, uint32_t head, const struct noun *noun)
{
    struct description description = describe(asking, head);
    bool people = !is_violence(asking->document, &description) && is_told_apart(asking, head, noun, &description);
    return people ? add_group(asking, head, &description) : -1;
}

static int32_t actor_at(const struct asking *asking, uint32_t head, int depth)
{
    struct entity_set *set = asking->set;
    const struct token *token = &asking->document->tokens[head];
    int32_t mention = set->by_head[head] >= 0 ? set->by_head[head] : set->index->by_token[head];
    if (mention >= 0) {
        return mentioned_actor(asking, mention);
    }
    if (depth >= DEEPEST) {
        return -1;
    }
    if (set->index->antecedent[head] >= 0) {
        return antecedent_actor(asking, head, depth);
    }
    int32_t part_of = partitive_of(asking->document, head);
    if (part_of >= 0) {
        return actor_at(asking, (uint32_t)part_of, depth + 1);
    }
    if (token->name == NAME_B_DEM || token->name == NAME_I_DEM) {
        return modifies(token) ? -1 : people_actor(asking, head);
    }
    const struct noun *noun = token_noun(asking->document, head);
    if (!noun) {
        return -1;
    }
    int32_t name = name_at(asking, head, noun);
    name = name < 0 ? example_of(asking, head) : name;
    return name >= 0 ? actor_at(asking, (uint32_t)name, depth + 1) : group_actor(asking, head, noun);
}

int32_t entity_actor(struct entity_set *set, const struct document *document, uint32_t head, struct arena *arena)
{
    struct asking asking = {set, document, arena};
    return actor_at(&asking, head, 0);
}
