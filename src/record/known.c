/* known.c: linking the entities of records to a list of known ones. */
#include "record/known_list.h"

#include "entity/name_key.h"
#include "record/revise.h"

/* How a listed entity was found, the better the higher; one of the same country counts one more. */
enum { RANK_BOTH_ALIASES = 2, RANK_ALIAS = 4, RANK_NAME = 6 };

/* The best of those seen so far. */
struct choice {
    int32_t known; /* -1: none */
    int rank;
    bool several; /* another is as good */
};

static bool type_fits(const struct known_entity *known, enum entity_type type)
{
    return known->types == 0 || (known->types & (1u << type)) != 0;
}

/* 1: the same country, 0: one of the two has none, -1: another. */
static int compare_countries(const struct known_entity *known, const struct entity *entity)
{
    if (known->country_count == 0 || !entity->country[0]) {
        return 0;
    }
    for (size_t i = 0; i < known->country_count; i++) {
        if (strcmp(known->countries[i], entity->country) == 0) {
            return 1;
        }
    }
    return -1;
}

static bool ids_contradict(const struct known_entity *known, const struct entity *entity)
{
    for (size_t i = 0; i < known->id_count; i++) {
        for (size_t j = 0; j < entity->id_count; j++) {
            if (view_equal(known->ids[i].scheme, entity->ids[j].scheme) &&
                !view_equal(known->ids[i].value, entity->ids[j].value)) {
                return true;
            }
        }
    }
    return false;
}

static void consider(struct choice *choice, const struct known_entities *list, int32_t index,
                     const struct entity *entity, int rank)
{
    const struct known_entity *known = &list->items[index];
    int country = compare_countries(known, entity);
    if (!type_fits(known, entity->type) || country < 0 || ids_contradict(known, entity)) {
        return;
    }
    rank += country;
    if (rank > choice->rank) {
        *choice = (struct choice){index, rank, false};
    } else if (rank == choice->rank && index != choice->known) {
        choice->several = true;
    }
}

static void consider_all(struct choice *choice, const struct known_entities *list, const struct name_map *map,
                         struct view key, const struct entity *entity, int rank)
{
    for (int32_t node = name_map_find(map, key); node >= 0; node = map->nodes[node].next) {
        consider(choice, list, map->nodes[node].value, entity, rank);
    }
}

/* A surname, a first name, the Council of a city: too little to tell who it is. */
static bool is_short(const struct entity *entity, struct view name, struct view key)
{
    return name_word_count(key) == 1 && (entity->type == ENTITY_PERSON || !name_is_capitals(name));
}

/* Names that there is no memory to compare are passed over. */
static void choose(struct choice *choice, const struct known_entities *list, const struct entity *entity,
                   struct arena *arena)
{
    struct view key = name_key(entity->name, arena);
    *choice = (struct choice){.known = -1};
    consider_all(choice, list, &list->names, key, entity, RANK_NAME);
    if (entity->type != ENTITY_PERSON || name_word_count(key) > 1) {
        consider_all(choice, list, &list->aliases, key, entity, RANK_ALIAS);
    }
    for (size_t i = 0; i < entity->alias_count; i++) {
        key = name_key(entity->aliases[i], arena);
        if (key.data && !is_short(entity, entity->aliases[i], key)) {
            consider_all(choice, list, &list->names, key, entity, RANK_ALIAS);
            consider_all(choice, list, &list->aliases, key, entity, RANK_BOTH_ALIASES);
        }
    }
}

int known_link(struct record *record, const struct known_entities *list, struct arena *arena,
               struct hearsay_error *error)
{
    for (size_t i = 0; i < record->entity_count; i++) {
        struct entity *entity = &record->entities[i];
        struct choice choice;
        choose(&choice, list, entity, arena);
        if (choice.known < 0 || choice.several) {
            continue;
        }
        const struct known_entity *known = &list->items[choice.known];
        if (!revision_add_identifiers(entity, known->ids, known->id_count, arena)) {
            return error_memory(error, "record");
        }
    }
    return HEARSAY_OK;
}
