/* label.c: the name by which a node goes, where its records have several. */
#include <stdlib.h>

#include "graph/internal.h"
#include "record/fullest.h"

/* A name that a record has for a node. */
struct naming {
    uint32_t node;
    struct view name;
};

struct namings {
    struct naming *items;
    size_t count, capacity;
};

static int compare_nodes(const void *a, const void *b)
{
    const struct naming *x = a, *y = b;
    return (x->node > y->node) - (x->node < y->node);
}

/* Marks the nodes that go by another name in some record than in their first. */
static bool mark_named(const struct graph *graph, bool *several)
{
    bool any = false;
    for (size_t r = 0; r < graph->record_count; r++) {
        const struct record *record = &graph->records[r];
        for (size_t e = 0; e < record->entity_count; e++) {
            uint32_t node = graph->entity_nodes[r][e];
            bool named = node != GRAPH_NO_NODE && graph->nodes[node].key.data;
            if (named && !view_equal(graph->nodes[node].label, record->entities[e].name))
                any = several[node] = true;
        }
    }
    return any;
}

static bool gather_namings(const struct graph *graph, const bool *several, struct namings *namings,
                           struct arena *scratch)
{
    for (size_t r = 0; r < graph->record_count; r++) {
        const struct record *record = &graph->records[r];
        for (size_t e = 0; e < record->entity_count; e++) {
            uint32_t node = graph->entity_nodes[r][e];
            if (node == GRAPH_NO_NODE || !several[node])
                continue;
            struct naming *items =
                arena_grow(scratch, namings->items, namings->count, &namings->capacity, sizeof *items);
            if (!items)
                return false;
            namings->items = items;
            items[namings->count++] = (struct naming){node, record->entities[e].name};
        }
    }
    return true;
}

/* The new label leaves the aliases, the old one joins them where it was told first. */
static void change_label(struct graph_node *node, struct view label)
{
    size_t at = 0;
    while (at < node->alias_count && !view_equal(node->aliases[at], label))
        at++;
    if (at < node->alias_count) {
        memmove(node->aliases + 1, node->aliases, at * sizeof *node->aliases);
        node->aliases[0] = node->label;
    }
    node->label = label;
}

/* Gives one node the fullest of its names. */
static bool name_node(struct graph_node *node, const struct naming *namings, size_t count, struct arena *scratch)
{
    struct view *names = arena_array(scratch, count, sizeof *names);
    if (!names)
        return false;
    for (size_t i = 0; i < count; i++)
        names[i] = namings[i].name;
    struct view label = record_fullest_name(names, count, scratch);
    if (!label.data)
        return false;
    if (!view_equal(label, node->label))
        change_label(node, label);
    return true;
}

int graph_label_nodes(struct graph *graph, struct hearsay_error *error)
{
    struct arena *scratch = arena_new(0);
    bool *several = scratch ? arena_array(scratch, graph->node_count + 1, sizeof *several) : NULL;
    struct namings namings = {0};
    bool enough = several != NULL;
    if (enough && mark_named(graph, several))
        enough = gather_namings(graph, several, &namings, scratch);
    if (namings.count > 1)
        qsort(namings.items, namings.count, sizeof *namings.items, compare_nodes);
    for (size_t start = 0, end; enough && start < namings.count; start = end) {
        for (end = start; end < namings.count && namings.items[end].node == namings.items[start].node;)
            end++;
        struct graph_node *node = &graph->nodes[namings.items[start].node];
        enough = name_node(node, namings.items + start, end - start, scratch);
    }
    arena_free(scratch);
    return enough ? HEARSAY_OK : error_memory(error, GRAPH_STAGE);
}
