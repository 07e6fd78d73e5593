/* node.c: entities -> nodes. Entities of one key are one node; in the view countries, so are all of one country. */
#include "graph/internal.h"

#include <xxhash.h>

/* Aliases of one node beyond these are dropped: a key that many documents share may gather any number. */
#define ALIASES_MAX 64

/* Open addressing over the keys of nodes. */
struct key_table {
    uint32_t *slots; /* node + 1; 0: free */
    size_t mask;
};

static bool table_make(struct key_table *table, size_t keys, struct arena *arena)
{
    size_t size = 16;
    while (size < 2 * keys)
        size *= 2;
    table->mask = size - 1;
    table->slots = arena_array(arena, size, sizeof *table->slots);
    return table->slots != NULL;
}

/* The slot of a key: taken by a node with that key, or free. */
static uint32_t *table_slot(const struct key_table *table, const struct graph *graph, struct view key)
{
    size_t i = (size_t)XXH3_64bits(key.data, key.length) & table->mask;
    while (table->slots[i] && !view_equal(graph->nodes[table->slots[i] - 1].key, key))
        i = (i + 1) & table->mask;
    return &table->slots[i];
}

int graph_add_node(struct graph_builder *builder, uint32_t *index, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    if (graph->node_count >= INT32_MAX)
        return error_set(error, HEARSAY_ERROR_LIMIT, GRAPH_STAGE, "", "the graph has more than %d nodes", INT32_MAX);
    struct graph_node *nodes =
        arena_grow(builder->arena, graph->nodes, graph->node_count, &builder->node_capacity, sizeof *nodes);
    if (!nodes)
        return error_memory(error, GRAPH_STAGE);
    graph->nodes = nodes;
    nodes[graph->node_count] = (struct graph_node){0};
    *index = (uint32_t)graph->node_count++;
    return HEARSAY_OK;
}

static bool has_alias(const struct graph_node *node, struct view name)
{
    if (view_equal(node->label, name))
        return true;
    for (size_t i = 0; i < node->alias_count; i++)
        if (view_equal(node->aliases[i], name))
            return true;
    return false;
}

/* Makes room for the aliases of another entity: the array is exact, as most nodes never get more. */
static int add_aliases(struct graph_node *node, const struct entity *entity, struct arena *arena,
                       struct hearsay_error *error)
{
    size_t room = node->alias_count + entity->alias_count + 1;
    struct view *aliases = arena_array(arena, room, sizeof *aliases);
    if (!aliases)
        return error_memory(error, GRAPH_STAGE);
    if (node->alias_count)
        memcpy(aliases, node->aliases, node->alias_count * sizeof *aliases);
    node->aliases = aliases;
    for (size_t i = 0; i <= entity->alias_count && node->alias_count < ALIASES_MAX; i++) {
        struct view name = i ? entity->aliases[i - 1] : entity->name;
        if (!has_alias(node, name))
            aliases[node->alias_count++] = name;
    }
    return HEARSAY_OK;
}

static bool knows_all_names(const struct graph_node *node, const struct entity *entity)
{
    if (!has_alias(node, entity->name))
        return false;
    for (size_t i = 0; i < entity->alias_count; i++)
        if (!has_alias(node, entity->aliases[i]))
            return false;
    return true;
}

static enum graph_node_type node_type(enum entity_type type)
{
    switch (type) {
    case ENTITY_PERSON:
        return NODE_PERSON;
    case ENTITY_COUNTRY:
        return NODE_COUNTRY;
    case ENTITY_GROUP:
        return NODE_GROUP;
    default:
        return NODE_ORGANISATION;
    }
}

static void name_node(struct graph_node *node, const struct record *record, const struct entity *entity)
{
    node->type = node_type(entity->type);
    node->label = entity->name;
    node->key = entity->key;
    memcpy(node->country, entity->country, sizeof node->country);
    node->country_name = entity->country_name;
    node->record = record;
}

/* Adds what another entity tells to the node that stands for it. */
static int enrich(struct graph_node *node, const struct entity *entity, struct arena *arena,
                  struct hearsay_error *error)
{
    node->mentions += (uint32_t)entity->mention_count;
    if (!node->country[0]) {
        memcpy(node->country, entity->country, sizeof node->country);
        node->country_name = entity->country_name;
    }
    if (!node->id_count) {
        node->ids = entity->ids;
        node->id_count = entity->id_count;
    }
    if (node->alias_count >= ALIASES_MAX || knows_all_names(node, entity))
        return HEARSAY_OK;
    return add_aliases(node, entity, arena, error);
}

/* Number of a code among the 676 of two capital letters, or -1. */
static int code_number(const char code[3])
{
    if (code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z' || code[2])
        return -1;
    return (code[0] - 'A') * 26 + (code[1] - 'A');
}

/* The entity that says which country this one belongs to: itself, or the first with a country that it is affiliated to.
 */
static const struct entity *country_witness(const struct record *record, size_t index)
{
    const struct entity *entity = &record->entities[index];
    if (entity->type == ENTITY_COUNTRY || code_number(entity->country) >= 0)
        return entity;
    for (size_t i = 0; i < record->affiliation_count; i++) {
        const struct affiliation *affiliation = &record->affiliations[i];
        if (affiliation->entity == (int32_t)index && code_number(record->entities[affiliation->of].country) >= 0)
            return &record->entities[affiliation->of];
    }
    return entity;
}

static void name_country(struct graph_node *node, const struct record *record, const struct entity *witness)
{
    node->type = NODE_COUNTRY;
    memcpy(node->country, witness->country, sizeof node->country);
    node->country_name = witness->country_name;
    node->label = witness->country_name.data ? witness->country_name : view_of(witness->country);
    node->record = record;
}

/* Gives an entity its node: the one of its key where that is known, else a new one. */
static int place_entity(struct graph_builder *builder, const struct record *record, const struct entity *entity,
                        struct key_table *keys, uint32_t *node, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    uint32_t *slot = entity->key.data ? table_slot(keys, graph, entity->key) : NULL;
    if (slot && *slot) {
        *node = *slot - 1;
        return enrich(&graph->nodes[*node], entity, builder->arena, error);
    }
    int code = graph_add_node(builder, node, error);
    if (code)
        return code;
    if (slot)
        *slot = *node + 1;
    name_node(&graph->nodes[*node], record, entity);
    return enrich(&graph->nodes[*node], entity, builder->arena, error);
}

/* Folds an entity into its country: `countries` has node + 1 for each code. *node is GRAPH_NO_NODE where it has none.
 */
static int fold_entity(struct graph_builder *builder, const struct record *record, size_t index, struct key_table *keys,
                       uint32_t *countries, uint32_t *node, struct hearsay_error *error)
{
    const struct entity *entity = &record->entities[index], *witness = country_witness(record, index);
    int number = code_number(witness->country);
    *node = GRAPH_NO_NODE;
    if (number < 0 && (entity->type == ENTITY_PERSON || entity->type == ENTITY_GROUP))
        return HEARSAY_OK;
    if (number < 0)
        return place_entity(builder, record, entity, keys, node, error);
    if (!countries[number]) {
        int code = graph_add_node(builder, node, error);
        if (code)
            return code;
        name_country(&builder->graph->nodes[*node], record, witness);
        countries[number] = *node + 1;
    }
    *node = countries[number] - 1;
    builder->graph->nodes[*node].mentions += (uint32_t)entity->mention_count;
    return HEARSAY_OK;
}

static size_t count_entities(const struct graph *graph)
{
    size_t count = 0;
    for (size_t r = 0; r < graph->record_count; r++)
        count += graph->records[r].entity_count;
    return count;
}

int graph_add_entities(struct graph_builder *builder, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    bool fold = builder->options->view == GRAPH_COUNTRIES;
    struct key_table keys;
    uint32_t *countries = arena_array(builder->arena, 26 * 26, sizeof *countries);
    graph->entity_nodes = arena_array(builder->arena, graph->record_count + 1, sizeof *graph->entity_nodes);
    if (!countries || !graph->entity_nodes || !table_make(&keys, count_entities(graph), builder->arena))
        return error_memory(error, GRAPH_STAGE);
    for (size_t r = 0; r < graph->record_count; r++) {
        const struct record *record = &graph->records[r];
        uint32_t *nodes = arena_array(builder->arena, record->entity_count + 1, sizeof *nodes);
        if (!nodes)
            return error_memory(error, GRAPH_STAGE);
        graph->entity_nodes[r] = nodes;
        for (size_t e = 0; e < record->entity_count; e++) {
            int code = HEARSAY_OK;
            nodes[e] = GRAPH_NO_NODE;
            if (record->entities[e].type == ENTITY_PLACE)
                continue;
            if (fold)
                code = fold_entity(builder, record, e, &keys, countries, &nodes[e], error);
            else
                code = place_entity(builder, record, &record->entities[e], &keys, &nodes[e], error);
            if (code)
                return code;
        }
    }
    return HEARSAY_OK;
}
