/* finish.c: entity_finish, and the names of types. */
#include "entity/resolver.h"

#include <stdlib.h>

struct finisher {
    struct entity_set *set;
    const bool *used;
    int32_t *order;
    struct arena *arena;
};

static const char *const TYPE_NAMES[ENTITY_TYPE_COUNT] = {"person", "organisation", "country", "group", "place"};

const char *entity_type_name(enum entity_type type)
{
    return TYPE_NAMES[type];
}

bool entity_type_of(struct view name, enum entity_type *type)
{
    int index = view_index(name, TYPE_NAMES, ENTITY_TYPE_COUNT);
    if (index >= 0)
        *type = (enum entity_type)index;
    return index >= 0;
}

static bool is_kept(const struct finisher *finisher, size_t entity)
{
    enum entity_type type = finisher->set->entities[entity].type;
    bool optional = type == ENTITY_GROUP || finisher->set->index->facts[entity].described ||
                    finisher->set->entities[entity].mention_count == 0;
    return !optional || !finisher->used || finisher->used[entity];
}

static size_t words_of(struct view name)
{
    size_t words = 1;
    for (size_t i = 0; i < name.length; i++) {
        words += name.data[i] == ' ' || name.data[i] == '-';
    }
    return words;
}

/* More words, then more letters; an acronym is never fuller than words. */
static bool is_fuller(struct view a, struct view b)
{
    bool capitals_a = name_is_capitals(a);
    bool capitals_b = name_is_capitals(b);
    if (capitals_a != capitals_b) {
        return capitals_b;
    }
    size_t words_a = words_of(a);
    size_t words_b = words_of(b);
    return words_a != words_b ? words_a > words_b : a.length > b.length;
}

/* The text of a mention that is a name of its entity; {NULL, 0} for others. */
static struct view name_of_mention(const struct finisher *finisher, const struct mention *mention)
{
    bool named = mention->kind == MENTION_NAME && mention->entity >= 0;
    struct view text = named ? document_slice(finisher->set->index->document, mention->span) : (struct view){NULL, 0};
    return named ? name_with_single_spaces(text, finisher->arena) : text;
}

/* A country has its common name, a qualified body and whoever is known by a description keep theirs. */
static bool has_set_name(const struct finisher *finisher, int32_t entity)
{
    const struct entity_facts *facts = &finisher->set->index->facts[entity];
    return finisher->set->entities[entity].type == ENTITY_COUNTRY || facts->qualified || facts->described;
}

static void choose_names(struct finisher *finisher)
{
    struct entity_set *set = finisher->set;
    for (size_t i = 0; i < set->count; i++) {
        set->index->facts[i].named = false;
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        struct view name = name_of_mention(finisher, &set->mentions[i]);
        int32_t entity = set->mentions[i].entity;
        if (!name.data || has_set_name(finisher, entity)) {
            continue;
        }
        if (!set->index->facts[entity].named || is_fuller(name, set->entities[entity].name)) {
            set->entities[entity].name = name;
            set->index->facts[entity].named = true;
        }
    }
}

static bool add_alias(struct entity *entity, size_t *capacity, struct view name, struct arena *arena)
{
    if (view_equal(name, entity->name)) {
        return true;
    }
    for (size_t i = 0; i < entity->alias_count; i++) {
        if (view_equal(entity->aliases[i], name)) {
            return true;
        }
    }
    void *aliases = arena_grow(arena, entity->aliases, entity->alias_count, capacity, sizeof *entity->aliases);
    if (!aliases) {
        return false;
    }
    entity->aliases = aliases;
    entity->aliases[entity->alias_count++] = name;
    return true;
}

static int compare_spans(const void *left, const void *right)
{
    const struct span *a = left;
    const struct span *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    return (a->end > b->end) - (a->end < b->end);
}

static int compare_firsts(const void *left, const void *right)
{
    const uint64_t *a = left;
    const uint64_t *b = right;
    return (*a > *b) - (*a < *b);
}

/* Counts, then fills, each entity's mentions, so that all share one array. */
static bool gather_mentions(struct finisher *finisher)
{
    struct entity_set *set = finisher->set;
    struct span *spans = arena_array(finisher->arena, set->mention_count + 1, sizeof *spans);
    if (!spans) {
        return false;
    }
    for (size_t i = 0; i < set->count; i++) {
        set->entities[i].mention_count = 0;
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        if (set->mentions[i].entity >= 0) {
            set->entities[set->mentions[i].entity].mention_count++;
        }
    }
    for (size_t i = 0; i < set->count; i++) {
        set->entities[i].mentions = spans;
        spans += set->entities[i].mention_count;
        set->entities[i].mention_count = 0;
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        if (set->mentions[i].entity >= 0) {
            struct entity *entity = &set->entities[set->mentions[i].entity];
            entity->mentions[entity->mention_count++] = set->mentions[i].span;
        }
    }
    for (size_t i = 0; i < set->count; i++) {
        qsort(set->entities[i].mentions, set->entities[i].mention_count, sizeof(struct span), compare_spans);
    }
    return true;
}

static bool gather_aliases(struct finisher *finisher)
{
    struct entity_set *set = finisher->set;
    size_t *capacities = arena_array(finisher->arena, set->count + 1, sizeof *capacities);
    if (!capacities) {
        return false;
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        struct view name = name_of_mention(finisher, &set->mentions[i]);
        int32_t entity = set->mentions[i].entity;
        if (name.data && !add_alias(&set->entities[entity], &capacities[entity], name, finisher->arena)) {
            return false;
        }
    }
    return true;
}

/* Numbers the kept entities by their first mention (those without one last) and moves them there. */
static bool renumber(struct finisher *finisher)
{
    struct entity_set *set = finisher->set;
    uint64_t *firsts = arena_array(finisher->arena, set->count + 1, sizeof *firsts);
    struct entity *kept = arena_array(finisher->arena, set->count + 1, sizeof *kept);
    size_t count = 0;
    if (!firsts || !kept) {
        return false;
    }
    for (size_t i = 0; i < set->count; i++) {
        finisher->order[i] = -1;
        if (is_kept(finisher, i)) {
            uint64_t start = set->entities[i].mention_count ? set->entities[i].mentions[0].start : UINT32_MAX;
            firsts[count++] = start << 32 | i;
        }
    }
    qsort(firsts, count, sizeof *firsts, compare_firsts);
    for (size_t i = 0; i < count; i++) {
        uint32_t old = (uint32_t)firsts[i];
        finisher->order[old] = (int32_t)i;
        kept[i] = set->entities[old];
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        int32_t *entity = &set->mentions[i].entity;
        *entity = *entity < 0 ? -1 : finisher->order[*entity];
    }
    set->entities = kept;
    set->count = set->capacity = count;
    return true;
}

int entity_finish(struct entity_set *set, const bool *used, int32_t **order, struct arena *arena,
                  struct hearsay_error *error)
{
    struct finisher finisher = {set, used, arena_array(arena, set->count + 1, sizeof(int32_t)), arena};
    *order = finisher.order;
    if (!finisher.order || !gather_mentions(&finisher)) {
        return error_memory(error, "entity");
    }
    choose_names(&finisher);
    if (!gather_aliases(&finisher) || !renumber(&finisher)) {
        return error_memory(error, "entity");
    }
    return HEARSAY_OK;
}
