/* nominal.c: noun phrases without a name that stand for somebody who can be told.
 *
 * - A word for the state with a country's name or adjective at it is the country: "the French government", "Russian
 * authorities", "the leadership of Iran". Later, "the government" alone is the one country that was so named before.
 * - A body that every state has, with a country at it, is an organisation known by description: "Turkish foreign
 * ministry", "British embassy". It becomes part of the record where something refers to it. The same words name the
 * same body, in capitals or not.
 * - "the ministry", "the bank" is the one organisation introduced before whose name begins or ends with the word or
 * that was described by it ("Telegram channel Baza ... the channel"); "the health ministry" is the Ministry of Health.
 * - "the president", "the Iranian president", "Iran's president" is the one person introduced before with that role, of
 * that country. Where several fit, nobody is meant. */
#include "entity/resolver.h"

enum { NOBODY = -1, SEVERAL = -2, MOST_CANDIDATES = 64 };

/* A noun phrase seen as a description: words [first, head], the country, organisation or person at it. */
struct nominal {
    uint32_t first; /* after determiners */
    uint32_t head;
    uint32_t bare;     /* first word after the qualifier */
    int32_t qualifier; /* entity, or -1 */
    bool definite;     /* "the", or a possessor */
    bool possessed;    /* by a pronoun: "his spokesman" */
};

static const struct token *token_at(const struct resolver *resolver, uint32_t token)
{
    return &resolver->document->tokens[token];
}

/* "the embassy of France": the country after the noun. */
static int32_t country_after(const struct resolver *resolver, uint32_t head)
{
    for (int32_t child = token_at(resolver, head)->first_child; child >= 0;
         child = token_at(resolver, (uint32_t)child)->next_sibling) {
        const struct mention *mention =
            child > (int32_t)head ? entity_mention_at(resolver->set, (uint32_t)child) : NULL;
        int32_t marker = token_at(resolver, (uint32_t)child)->first_child;
        if (mention && marker >= 0 && token_is_word(token_at(resolver, (uint32_t)marker), "of") &&
            resolver->set->entities[mention->entity].type == ENTITY_COUNTRY) {
            return mention->entity;
        }
    }
    return -1;
}

static struct nominal read_nominal(const struct resolver *resolver, uint32_t head)
{
    struct nominal nominal = {tokens_phrase_start(resolver->document, head), head, 0, -1, false, false};
    while (nominal.first < head && token_at(resolver, nominal.first)->upos == UPOS_DET) {
        nominal.definite = token_is_word(token_at(resolver, nominal.first), "the");
        nominal.first++;
    }
    nominal.bare = nominal.first;
    for (uint32_t token = nominal.first; token < head; token++) {
        const struct mention *mention = entity_mention_at(resolver->set, token);
        nominal.possessed = nominal.possessed || token_at(resolver, token)->xpos == XPOS_PRPS;
        if (mention && mention->entity >= 0) {
            nominal.qualifier = mention->entity;
            nominal.bare = token + 1;
        } else if (token_at(resolver, token)->xpos == XPOS_POS) {
            nominal.definite = true;
            nominal.bare = token + 1;
        }
    }
    if (nominal.qualifier < 0) {
        nominal.qualifier = country_after(resolver, head);
    }
    return nominal;
}

static bool is_country(const struct resolver *resolver, int32_t entity)
{
    return entity >= 0 && resolver->set->entities[entity].type == ENTITY_COUNTRY;
}

static bool stands_alone(const struct resolver *resolver, uint32_t token)
{
    enum deprel deprel = (enum deprel)token_at(resolver, token)->deprel;
    return deprel != DEPREL_COMPOUND && deprel != DEPREL_AMOD && deprel != DEPREL_FLAT &&
           !entity_mention_at(resolver->set, token);
}

/* "authorities" speak for the state, an authority need not; "the Russian state" does, "the state of Texas" does not. */
static bool is_state_word(const struct resolver *resolver, uint32_t token, const struct noun *noun)
{
    static const char *const never[] = {"republic", "nation", "kingdom", "country", "federation", "monarchy", NULL};
    const struct token *t = token_at(resolver, token);
    if (!(noun->classes & NOUN_STATE) || token_is_one_of(t, never)) {
        return false;
    }
    if (token_is_word(t, "state")) {
        return t->right_edge == (int32_t)token;
    }
    return strcmp(noun->word, "authority") != 0 || token_is_plural(t);
}

bool resolve_states(struct resolver *resolver)
{
    int32_t spoken_of = NOBODY;
    for (uint32_t token = 0; token < resolver->document->token_count; token++) {
        const struct noun *noun = stands_alone(resolver, token) ? token_noun(resolver->document, token) : NULL;
        if (!noun || !is_state_word(resolver, token, noun)) {
            continue;
        }
        struct nominal nominal = read_nominal(resolver, token);
        int32_t country = nominal.qualifier;
        if (is_country(resolver, country)) {
            spoken_of = spoken_of == NOBODY || spoken_of == country ? country : SEVERAL;
        } else if (country < 0 && nominal.definite && nominal.bare == token && strcmp(noun->word, "government") == 0) {
            country = spoken_of;
        }
        bool before = nominal.qualifier >= 0 && nominal.bare > nominal.first;
        if (is_country(resolver, country) &&
            !entity_add_mention(resolver->set, resolver->document, before ? nominal.first : nominal.bare, token,
                                country, MENTION_METONYM, resolver->arena)) {
            return false;
        }
    }
    return true;
}

static bool add_nominal(struct resolver *resolver, uint32_t first, uint32_t head, int32_t entity)
{
    return entity_add_mention(resolver->set, resolver->document, first, head, entity, MENTION_NOMINAL, resolver->arena);
}

/* The organisation that a body's noun and a country make together. */
static bool resolve_body(struct resolver *resolver, const struct nominal *nominal)
{
    struct entity_set *set = resolver->set;
    struct entity_index *index = resolver->index;
    struct view bare = name_key(tokens_text(resolver->document, nominal->bare, nominal->head), resolver->arena);
    struct view key = organisation_key(bare, index->facts[nominal->qualifier].state, resolver->arena);
    if (!key.data) {
        return false;
    }
    int32_t entity = name_map_value(&index->organisations, key);
    if (entity < 0) {
        struct view name =
            name_with_single_spaces(tokens_text(resolver->document, nominal->first, nominal->head), resolver->arena);
        entity = entity_add(set, ENTITY_ORGANISATION, name, nominal->first, resolver->arena);
        if (entity < 0 || !name_map_add(&index->organisations, key, entity, resolver->arena) ||
            !name_map_add(&index->bodies, name_last_word(bare), entity, resolver->arena)) {
            return false;
        }
        index->facts[entity].key = bare;
        index->facts[entity].described = true;
        entity_set_country(&set->entities[entity], index->facts[nominal->qualifier].state);
    }
    return add_nominal(resolver, nominal->first, nominal->head, entity);
}

/* The one entity of a list that was introduced before a token. */
static int32_t only_introduced(const struct resolver *resolver, const struct name_map *map, struct view word,
                               uint32_t before)
{
    int32_t chosen = NOBODY;
    int looked = 0;
    for (int32_t node = name_map_find(map, word); node >= 0; node = map->nodes[node].next) {
        int32_t entity = map->nodes[node].value;
        if (++looked > MOST_CANDIDATES) {
            return SEVERAL;
        }
        if (resolver->index->facts[entity].first_token < before && entity != chosen) {
            chosen = chosen == NOBODY ? entity : SEVERAL;
        }
        if (chosen == SEVERAL) {
            break;
        }
    }
    return chosen;
}

/* "the health ministry" is the Ministry of Health and the Norwegian Health Ministry, and no foreign ministry. */
static bool is_body_of(struct view key, struct view kind, struct view bare, struct arena *arena)
{
    struct view field = view_slice(bare, 0, bare.length - kind.length - 1);
    struct view turned = arena_print(arena, "%.*s of %.*s", VIEW_ARGS(kind), VIEW_ARGS(field));
    return view_ends(key, bare) || view_equal(key, turned);
}

/* The one body introduced before that is of a kind and field; NOBODY or SEVERAL. */
static int32_t find_body_of_field(const struct resolver *resolver, const struct nominal *nominal, struct view kind)
{
    struct view bare = organisation_bare_key(
        name_key(tokens_text(resolver->document, nominal->bare, nominal->head), resolver->arena), resolver->arena);
    const struct name_map *map = &resolver->index->bodies;
    int32_t chosen = NOBODY;
    int looked = 0;
    if (!view_ends(bare, kind) || bare.length <= kind.length + 1) {
        return NOBODY;
    }
    for (int32_t node = name_map_find(map, kind); node >= 0 && looked++ < MOST_CANDIDATES;
         node = map->nodes[node].next) {
        int32_t entity = map->nodes[node].value;
        const struct entity_facts *facts = &resolver->index->facts[entity];
        if (facts->first_token < nominal->first && entity != chosen &&
            is_body_of(facts->key, kind, bare, resolver->arena)) {
            chosen = chosen == NOBODY ? entity : SEVERAL;
        }
    }
    return looked > MOST_CANDIDATES ? SEVERAL : chosen;
}

static bool resolve_later_body(struct resolver *resolver, const struct nominal *nominal, const struct noun *noun)
{
    struct view kind = name_last_word(view_of(noun->word));
    int32_t entity = nominal->bare < nominal->head
                         ? find_body_of_field(resolver, nominal, kind)
                         : only_introduced(resolver, &resolver->index->bodies, kind, nominal->first);
    return entity < 0 || add_nominal(resolver, nominal->first, nominal->head, entity);
}

static bool is_role_of(const struct resolver *resolver, const struct role *role, int32_t qualifier)
{
    if (qualifier < 0 || role->of == qualifier) {
        return true;
    }
    const struct entity *person = &resolver->set->entities[role->entity];
    return is_country(resolver, qualifier) &&
           view_equal(person->country_name, resolver->set->entities[qualifier].name) && person->country_name.data;
}

static bool has_word(struct view key, struct view word)
{
    size_t at = 0;
    struct view next;
    do {
        next = name_next_word(key, &at);
    } while (next.data && !view_equal(next, word));
    return next.data != NULL;
}

static bool is_one_of(struct view word, const char *const *words)
{
    while (*words && !view_is(word, *words)) {
        words++;
    }
    return *words != NULL;
}

/* Words that make another office of an office: no president is a vice president. */
static bool is_rank(struct view word)
{
    static const char *const words[] = {"vice",    "deputy", "crown",  "former", "ex",    "assistant", "acting",
                                        "interim", "shadow", "junior", "co",     "under", NULL};
    return is_one_of(word, words);
}

/* Adjectives that tell offices apart: "foreign minister", "prime minister". */
static bool is_field(struct view word)
{
    static const char *const words[] = {"prime",     "foreign",   "interior", "federal",    "national", "military",
                                        "general",   "chief",     "regional", "provincial", "local",    "financial",
                                        "spiritual", "religious", "supreme",  "senior",     "new",      "next",
                                        "previous",  "late",      NULL};
    return is_one_of(word, words);
}

/* "the defence minister" is no foreign minister, "the president" no vice president; "the minister" may be any, and "the
 * embattled president" the president. */
static bool is_same_office(const struct resolver *resolver, const struct role *role, const struct nominal *nominal)
{
    struct view words = name_key(tokens_text(resolver->document, nominal->bare, nominal->head), resolver->arena);
    for (uint32_t token = nominal->bare; token < nominal->head; token++) {
        char room[48];
        const struct token *t = token_at(resolver, token);
        struct view word = {room, name_key_write(token_form(t), room, sizeof room)};
        bool tells = t->upos == UPOS_NOUN || t->upos == UPOS_PROPN || is_rank(word) || is_field(word);
        if (word.length > 0 && tells && !has_word(role->text, word)) {
            return false;
        }
    }
    size_t at = 0;
    for (struct view word = name_next_word(role->text, &at); word.data; word = name_next_word(role->text, &at)) {
        if (is_rank(word) && !has_word(words, word)) {
            return false;
        }
    }
    return true;
}

/* The one person introduced before with a role. */
static int32_t find_holder(const struct resolver *resolver, struct view noun, const struct nominal *nominal)
{
    const struct name_map *map = &resolver->index->role_nouns;
    int32_t chosen = NOBODY;
    int looked = 0;
    for (int32_t node = name_map_find(map, noun); node >= 0; node = map->nodes[node].next) {
        const struct role *role = &resolver->index->roles[map->nodes[node].value];
        if (++looked > MOST_CANDIDATES) {
            return SEVERAL;
        }
        if (role->entity != chosen && is_role_of(resolver, role, nominal->qualifier) &&
            resolver->index->facts[role->entity].first_token < nominal->first &&
            is_same_office(resolver, role, nominal)) {
            chosen = chosen == NOBODY ? role->entity : SEVERAL;
        }
        if (chosen == SEVERAL) {
            break;
        }
    }
    return chosen;
}

static bool has_name(const struct resolver *resolver, uint32_t head)
{
    const struct sentence *sentence = document_sentence_of(resolver->document, head);
    if (head + 1 < sentence->first + sentence->count && entity_mention_at(resolver->set, head + 1)) {
        return true;
    }
    for (int32_t child = token_at(resolver, head)->first_child; child >= 0;
         child = token_at(resolver, (uint32_t)child)->next_sibling) {
        if (child > (int32_t)head && entity_mention_at(resolver->set, (uint32_t)child) &&
            token_at(resolver, (uint32_t)child)->deprel == DEPREL_APPOS) {
            return true;
        }
    }
    return false;
}

/* "the lawyer for Berg", "the head of the bank": whom a role is held for, by the words behind it; -1. */
static int32_t served_by_role(const struct resolver *resolver, uint32_t head)
{
    static const char *const words[] = {"of", "for", "to", NULL};
    for (int32_t child = token_at(resolver, head)->first_child; child >= 0;
         child = token_at(resolver, (uint32_t)child)->next_sibling) {
        const struct mention *mention =
            child > (int32_t)head ? entity_mention_at(resolver->set, (uint32_t)child) : NULL;
        int32_t marker = token_at(resolver, (uint32_t)child)->first_child;
        if (mention && marker == (int32_t)head + 1 && token_is_one_of(token_at(resolver, (uint32_t)marker), words)) {
            return mention->entity;
        }
    }
    return -1;
}

static bool resolve_role(struct resolver *resolver, struct nominal *nominal, const struct noun *noun)
{
    if (nominal->qualifier < 0) {
        nominal->qualifier = served_by_role(resolver, nominal->head);
    }
    int32_t person = find_holder(resolver, view_of(noun->word), nominal);
    return person < 0 || add_nominal(resolver, nominal->first, nominal->head, person);
}

static bool resolve_nominal(struct resolver *resolver, uint32_t head, const struct noun *noun)
{
    struct nominal nominal = read_nominal(resolver, head);
    bool body = noun->classes & NOUN_BODY && !(noun->classes & NOUN_COLLECTIVE);
    if (body && is_country(resolver, nominal.qualifier)) {
        return resolve_body(resolver, &nominal);
    }
    if (!nominal.definite || nominal.possessed || has_name(resolver, head)) {
        return true;
    }
    if (noun->classes & (NOUN_BODY | NOUN_COMPANY) && nominal.qualifier < 0) {
        return resolve_later_body(resolver, &nominal, noun);
    }
    return !(noun->classes & (NOUN_OFFICE | NOUN_POST | NOUN_PERSON)) || resolve_role(resolver, &nominal, noun);
}

bool resolve_nominals(struct resolver *resolver)
{
    for (uint32_t token = 0; token < resolver->document->token_count; token++) {
        bool describes = resolver->index->antecedent[token] >= 0; /* a name beside it: affiliation.c has seen to it */
        const struct noun *noun =
            !describes && stands_alone(resolver, token) ? token_noun(resolver->document, token) : NULL;
        if (noun && !token_is_plural(token_at(resolver, token)) && !resolve_nominal(resolver, token, noun)) {
            return false;
        }
    }
    return true;
}
