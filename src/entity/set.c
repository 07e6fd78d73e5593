/* set.c: adding to an entity_set. */
#include "entity/resolver.h"

int32_t entity_add(struct entity_set *set, enum entity_type type, struct view name, uint32_t first_token,
                   struct arena *arena)
{
    void *entities = arena_grow(arena, set->entities, set->count, &set->capacity, sizeof *set->entities);
    if (!entities) {
        return -1;
    }
    set->entities = entities;
    void *facts =
        arena_grow(arena, set->index->facts, set->count, &set->index->facts_capacity, sizeof *set->index->facts);
    if (!facts) {
        return -1;
    }
    set->index->facts = facts;
    set->entities[set->count] = (struct entity){.type = type, .name = name};
    set->index->facts[set->count] = (struct entity_facts){.first_token = first_token};
    return (int32_t)set->count++;
}

int32_t entity_add_country(struct entity_set *set, const struct country *country, uint32_t first_token,
                           struct arena *arena)
{
    struct view name = view_of(country->name);
    int32_t known = name_map_value(&set->index->countries, name);
    if (known >= 0) {
        return known;
    }
    int32_t entity = entity_add(set, ENTITY_COUNTRY, name, first_token, arena);
    if (entity < 0 || !name_map_add(&set->index->countries, name, entity, arena)) {
        return -1;
    }
    set->index->facts[entity].state = country;
    entity_set_country(&set->entities[entity], country);
    return entity;
}

void entity_set_country(struct entity *entity, const struct country *country)
{
    if (entity->country_name.data) {
        return;
    }
    entity->country_name = view_of(country->name);
    memcpy(entity->country, country->code, strlen(country->code) + 1);
}

bool entity_add_mention(struct entity_set *set, const struct document *document, uint32_t first, uint32_t last,
                        int32_t entity, enum mention_kind kind, struct arena *arena)
{
    void *mentions =
        arena_grow(arena, set->mentions, set->mention_count, &set->mention_capacity, sizeof *set->mentions);
    if (!mentions) {
        return false;
    }
    set->mentions = mentions;
    uint32_t head = tokens_head(document, first, last);
    int32_t index = (int32_t)set->mention_count++;
    struct span span = {document->tokens[first].start, document->tokens[last].end};
    set->mentions[index] = (struct mention){span, head, entity, kind};
    for (uint32_t token = first; token <= last; token++) {
        if (set->index->by_token[token] < 0) {
            set->index->by_token[token] = index;
        }
    }
    if (set->by_head[head] < 0) {
        set->by_head[head] = index;
    }
    return true;
}

/* The key under which a pair of numbers is remembered. */
static struct view pair_key(const int32_t pair[2], struct arena *arena)
{
    return arena_copy(arena, (struct view){(const char *)pair, 2 * sizeof *pair});
}

bool entity_add_affiliation(struct entity_set *set, int32_t entity, struct view role, int32_t of, struct span span,
                            struct arena *arena)
{
    int32_t pair[2] = {entity, of};
    struct view key = {(const char *)pair, sizeof pair};
    if (entity == of || name_map_find(&set->index->affiliated, key) >= 0) {
        return true;
    }
    void *affiliations = arena_grow(arena, set->affiliations, set->affiliation_count, &set->affiliation_capacity,
                                    sizeof *set->affiliations);
    key = pair_key(pair, arena);
    if (!affiliations || !key.data) {
        return false;
    }
    set->affiliations = affiliations;
    set->affiliations[set->affiliation_count] = (struct affiliation){entity, role, of, span};
    return name_map_add(&set->index->affiliated, key, (int32_t)set->affiliation_count++, arena);
}

bool entity_add_role(struct entity_set *set, const struct role *role, struct arena *arena)
{
    struct entity_index *index = set->index;
    void *roles = arena_grow(arena, index->roles, index->role_count, &index->role_capacity, sizeof *index->roles);
    if (!roles) {
        return false;
    }
    index->roles = roles;
    index->roles[index->role_count] = *role;
    return name_map_add(&index->role_nouns, role->noun, (int32_t)index->role_count++, arena);
}

const struct mention *entity_mention_at(const struct entity_set *set, uint32_t token)
{
    int32_t mention = set->index->by_token[token];
    return mention < 0 ? NULL : &set->mentions[mention];
}
