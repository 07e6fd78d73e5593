/* node.c: entities -> nodes. Entities of one key are one node; in the view countries, so are all of one country. */
#include "graph/internal.h"

#include "base/seen.h"

/* Aliases of one node beyond these are dropped: a key that many documents share may gather any number. */
#define ALIASES_MAX 64

/* The nodes of the keys that came so far. */
struct key_nodes {
    struct seen *keys;
    uint32_t *nodes; /* by the number of the key; room for as many as there are entities */
};

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
                        struct key_nodes *keys, uint32_t *node, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    uint32_t number = 0;
    int fresh = entity->key.data ? seen_number(keys->keys, entity->key, &number) : 1;
    if (fresh < 0)
        return error_memory(error, GRAPH_STAGE);
    if (fresh) {
        int code = graph_add_node(builder, node, error);
        if (code)
            return code;
        if (entity->key.data)
            keys->nodes[number] = *node;
        name_node(&graph->nodes[*node], record, entity);
    } else {
        *node = keys->nodes[number];
    }
    return enrich(&graph->nodes[*node], entity, builder->arena, error);
}

/* Folds an entity into its country: `countries` has node + 1 for each code. *node is GRAPH_NO_NODE where it has none.
 */
static int fold_entity(struct graph_builder *builder, const struct record *record, size_t index, struct key_nodes *keys,
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

static int place_entities(struct graph_builder *builder, size_t r, struct key_nodes *keys, uint32_t *countries,
                          struct hearsay_error *error)
{
    const struct record *record = &builder->graph->records[r];
    uint32_t *nodes = arena_array(builder->arena, record->entity_count + 1, sizeof *nodes);
    int code = nodes ? HEARSAY_OK : error_memory(error, GRAPH_STAGE);
    builder->graph->entity_nodes[r] = nodes;
    for (size_t e = 0; e < record->entity_count && !code; e++) {
        nodes[e] = GRAPH_NO_NODE;
        if (record->entities[e].type == ENTITY_PLACE)
            continue;
        if (builder->options->view == GRAPH_COUNTRIES)
            code = fold_entity(builder, record, e, keys, countries, &nodes[e], error);
        else
            code = place_entity(builder, record, &record->entities[e], keys, &nodes[e], error);
    }
    return code;
}

int graph_add_entities(struct graph_builder *builder, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    struct arena *arena = builder->arena;
    uint32_t *countries = arena_array(arena, 26 * 26, sizeof *countries);
    struct key_nodes keys = {.keys = seen_new(),
                             .nodes = arena_array(arena, count_entities(graph) + 1, sizeof *keys.nodes)};
    graph->entity_nodes = arena_array(arena, graph->record_count + 1, sizeof *graph->entity_nodes);
    bool enough = countries && keys.keys && keys.nodes && graph->entity_nodes;
    int code = enough ? HEARSAY_OK : error_memory(error, GRAPH_STAGE);
    for (size_t r = 0; r < graph->record_count && !code; r++)
        code = place_entities(builder, r, &keys, countries, error);
    seen_free(keys.keys);
    return code;
}
