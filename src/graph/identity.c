/* identity.c: the numbers by which files know nodes and edges. They are hashes of what a thing is, not of where it
 * stands: the same on every run and under every filter, and the same for one entity in every document.
 *
 * What makes two actors one is what makes record_merge give them one key: type and folded name, except that who is only
 * known within a document (by a surname, say) stays there. The country belongs to the name of a body ("defence
 * ministry"), so that those of two states are never taken for one when two files are put together. */
#include "graph/internal.h"

#include <xxhash.h>

#include "base/seen.h"
#include "base/utf8.h"

/* Hashes of XXH3, each seeded with the one before: the parts of a name cannot flow into each other. */
static uint64_t mix(uint64_t hash, struct view part)
{
    return XXH3_64bits_withSeed(part.data ? part.data : "", part.length, hash);
}

static uint64_t mix_number(uint64_t hash, uint64_t number)
{
    char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (char)(number >> (8 * i));
    return mix(hash, (struct view){bytes, sizeof bytes});
}

/* The id itself or, where it is taken or 0, the next that follows from it and is free: twins keep their order. 0 when
 * there is no memory. */
static uint64_t take(struct seen *taken, uint64_t id)
{
    for (;; id = mix_number(id, 1)) {
        int fresh = id ? seen_add(taken, (struct view){(const char *)&id, sizeof id}) : 0;
        if (fresh)
            return fresh > 0 ? id : 0;
    }
}

/* The name in a key that reads TYPE:COUNTRY:NAME; {NULL, 0} where the key is of another form. */
static struct view name_in_key(struct view key)
{
    size_t colons = 0;
    for (size_t i = 0; i < key.length; i++)
        if (key.data[i] == ':' && ++colons == 2)
            return view_slice(key, i + 1, key.length);
    return (struct view){NULL, 0};
}

static bool is_local_key(const struct graph_node *node)
{
    size_t type = strlen(graph_node_type_name(node->type));
    return node->key.length > type && node->key.data[type] == '@';
}

/* Whether no other document can mean the same by this name: see record_merge. */
static bool is_local(const struct graph_node *node, struct view name)
{
    if (node->key.data)
        return is_local_key(node);
    if (node->type == NODE_PERSON)
        return !name.length || !memchr(name.data, ' ', name.length);
    return node->type == NODE_GROUP && !node->country[0];
}

static uint64_t identify_actor(const struct graph_node *node, struct view folded)
{
    struct view named = is_local_key(node) ? (struct view){NULL, 0} : name_in_key(node->key);
    struct view name = named.data ? named : folded;
    uint64_t id = mix(0, view_of(graph_node_type_name(node->type)));
    if (node->type == NODE_COUNTRY && node->country[0])
        return mix(id, view_of(node->country));
    if (is_local(node, name))
        id = mix(id, node->record->id);
    if (node->type != NODE_PERSON)
        id = mix(id, view_of(node->country));
    return mix(id, name);
}

static uint64_t identify_claim(uint64_t hash, const struct record *record, const struct record_claim *claim)
{
    return mix_number(mix(hash, record->id), (uint64_t)(claim - record->claims));
}

/* 0 when there is no memory. */
static uint64_t identify_node(const struct graph_node *node, struct seen *taken, struct arena *scratch)
{
    if (node->claim)
        return take(taken, identify_claim(mix(0, VIEW("claim")), node->record, node->claim));
    struct view folded = utf8_fold(node->label, scratch);
    return folded.data ? take(taken, identify_actor(node, folded)) : 0;
}

int graph_identify_nodes(struct graph *graph, struct hearsay_error *error)
{
    struct seen *taken = seen_new();
    struct arena *scratch = arena_new(0);
    bool fine = taken && scratch;
    for (size_t i = 0; i < graph->node_count && fine; i++) {
        graph->nodes[i].id = identify_node(&graph->nodes[i], taken, scratch);
        fine = graph->nodes[i].id != 0;
        arena_reset(scratch);
    }
    arena_free(scratch);
    seen_free(taken);
    return fine ? HEARSAY_OK : error_memory(error, GRAPH_STAGE);
}

static uint64_t identify_edge(const struct graph *graph, enum graph_grouping grouping, const struct graph_edge *edge)
{
    const struct graph_link *link = edge->links;
    uint64_t id = mix_number(graph->nodes[edge->source].id, graph->nodes[edge->target].id);
    if (grouping == GRAPH_MANNER || grouping == GRAPH_EACH)
        id = mix(id, view_of(graph_manner_name(edge->manner)));
    if (grouping == GRAPH_EACH && link->claim)
        id = identify_claim(id, link->record, link->claim);
    if (grouping == GRAPH_EACH && link->affiliation)
        id = mix_number(mix(id, link->record->id), (uint64_t)(link->affiliation - link->record->affiliations));
    return id;
}

int graph_identify_edges(const struct graph *graph, enum graph_grouping grouping, struct graph_edge *edges,
                         size_t count, struct hearsay_error *error)
{
    struct seen *taken = seen_new();
    bool fine = taken != NULL;
    for (size_t i = 0; i < count && fine; i++) {
        edges[i].id = take(taken, identify_edge(graph, grouping, &edges[i]));
        fine = edges[i].id != 0;
    }
    seen_free(taken);
    return fine ? HEARSAY_OK : error_memory(error, GRAPH_STAGE);
}
