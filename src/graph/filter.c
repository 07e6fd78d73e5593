/* filter.c: what is left of a graph: weight, neighbourhood of a name, largest part, most important nodes. */
#include "base/utf8.h"
#include "graph/internal.h"

#include <math.h>
#include <stdlib.h>

void graph_keep(struct graph *graph, const bool *keep, struct graph_link *links, uint32_t *renumber)
{
    size_t kept = 0, kept_links = 0;
    for (size_t i = 0; i < graph->node_count; i++) {
        renumber[i] = keep[i] ? (uint32_t)kept : GRAPH_NO_NODE;
        if (keep[i])
            graph->nodes[kept++] = graph->nodes[i];
    }
    for (size_t i = 0; i < graph->link_count; i++) {
        struct graph_link link = graph->links[i];
        link.source = renumber[link.source];
        link.target = renumber[link.target];
        if (link.source != GRAPH_NO_NODE && link.target != GRAPH_NO_NODE)
            links[kept_links++] = link;
    }
    for (size_t r = 0; r < graph->record_count; r++)
        for (size_t e = 0; e < graph->records[r].entity_count; e++)
            if (graph->entity_nodes[r][e] != GRAPH_NO_NODE)
                graph->entity_nodes[r][e] = renumber[graph->entity_nodes[r][e]];
    graph->node_count = kept;
    graph->links = links;
    graph->link_count = kept_links;
}

static int keep_nodes(struct graph *graph, const bool *keep, struct arena *arena, struct hearsay_error *error)
{
    uint32_t *renumber = arena_array(arena, graph->node_count + 1, sizeof *renumber);
    if (!renumber)
        return error_memory(error, GRAPH_STAGE);
    graph_keep(graph, keep, graph->links, renumber);
    return HEARSAY_OK;
}

/* Drops the links of pairs that fewer than `least` claims connect, then the nodes that lost all they had. */
static int filter_weight(struct graph *graph, size_t least, struct arena *arena, struct hearsay_error *error)
{
    struct graph_edge *edges;
    size_t count, kept = 0;
    bool *had = arena_array(arena, graph->node_count + 1, sizeof *had);
    bool *keep = arena_array(arena, graph->node_count + 1, sizeof *keep);
    if (!had || !keep)
        return error_memory(error, GRAPH_STAGE);
    int code = graph_edges(graph, GRAPH_MERGED, &edges, &count, arena, error);
    if (code)
        return code;
    for (size_t i = 0; i < count; i++) {
        bool strong = edges[i].weight >= least || !edges[i].weight;
        had[edges[i].source] = had[edges[i].target] = true;
        if (!strong)
            continue;
        keep[edges[i].source] = keep[edges[i].target] = true;
        memmove(&graph->links[kept], edges[i].links, edges[i].link_count * sizeof *graph->links);
        kept += edges[i].link_count;
    }
    graph->link_count = kept;
    for (size_t i = 0; i < graph->node_count; i++)
        keep[i] = keep[i] || (!had[i] && least <= 1);
    return keep_nodes(graph, keep, arena, error);
}

/* How a name answers to what is looked for: 2 equal, 1 contains it as whole words, 0 not at all. Both are folded. */
static int match_folded(struct view name, struct view wanted)
{
    if (view_equal(name, wanted))
        return 2;
    for (size_t at = 0; at + wanted.length <= name.length; at++) {
        size_t end = at + wanted.length, next;
        if (memcmp(name.data + at, wanted.data, wanted.length) != 0)
            continue;
        bool starts = at == 0 || !utf8_is_letter(utf8_decode_before(name, at, &next));
        bool ends = end == name.length || !utf8_is_letter(utf8_decode(name, end, &next));
        if (starts && ends)
            return 1;
    }
    return 0;
}

static int match_node(const struct graph_node *node, struct view wanted, struct arena *arena)
{
    int best = match_folded(utf8_fold(node->label, arena), wanted);
    for (size_t i = 0; i < node->alias_count && best < 2; i++) {
        int match = match_folded(utf8_fold(node->aliases[i], arena), wanted);
        best = match > best ? match : best;
    }
    return best;
}

/* Marks the nodes of a name; false where nobody is called so. */
static bool find_focus(const struct graph *graph, struct view focus, bool *keep, struct arena *arena)
{
    struct view wanted = utf8_fold(focus, arena);
    int best = 1;
    bool found = false;
    for (size_t i = 0; i < graph->node_count && wanted.length; i++) {
        int match = graph->nodes[i].type == NODE_CLAIM ? 0 : match_node(&graph->nodes[i], wanted, arena);
        if (match > best) {
            memset(keep, 0, graph->node_count * sizeof *keep);
            best = match;
        }
        keep[i] = match == best;
        found = found || keep[i];
    }
    return found;
}

/* One hop: everything linked to what was kept before it. */
static bool spread(const struct graph *graph, bool *keep, bool *next)
{
    bool grew = false;
    memcpy(next, keep, graph->node_count * sizeof *next);
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        if (keep[link->source] == keep[link->target])
            continue;
        next[link->source] = next[link->target] = grew = true;
    }
    memcpy(keep, next, graph->node_count * sizeof *keep);
    return grew;
}

static int filter_focus(struct graph *graph, const struct graph_options *options, struct arena *arena,
                        struct hearsay_error *error)
{
    bool *keep = arena_array(arena, graph->node_count + 1, sizeof *keep);
    bool *next = arena_array(arena, graph->node_count + 1, sizeof *next);
    struct arena *scratch = arena_new(0);
    if (!keep || !next || !scratch) {
        arena_free(scratch);
        return error_memory(error, GRAPH_STAGE);
    }
    bool found = find_focus(graph, options->focus, keep, scratch);
    arena_free(scratch);
    if (!found)
        return error_set(error, HEARSAY_ERROR_USAGE, GRAPH_STAGE, "", "nobody in the graph is called \"%.*s\"",
                         options->focus.length < 200 ? (int)options->focus.length : 200, options->focus.data);
    for (unsigned hop = 0; hop < options->hops && spread(graph, keep, next); hop++)
        ;
    return keep_nodes(graph, keep, arena, error);
}

static int filter_component(struct graph *graph, struct arena *arena, struct hearsay_error *error)
{
    bool *keep = arena_array(arena, graph->node_count + 1, sizeof *keep);
    if (!keep)
        return error_memory(error, GRAPH_STAGE);
    int code = graph_measure_components(graph, arena, error);
    if (code)
        return code;
    for (size_t i = 0; i < graph->node_count; i++)
        keep[i] = graph->nodes[i].measures.component == 0;
    return keep_nodes(graph, keep, arena, error);
}

struct ranked_node {
    int64_t rank; /* PageRank in 1e-9: what differs less is a tie, so that rounding errors decide nothing */
    size_t index;
};

static int compare_ranks(const void *left, const void *right)
{
    const struct ranked_node *a = left, *b = right;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

/* A copy of graph->entity_nodes; NULL: no memory. */
static uint32_t **copy_entity_nodes(const struct graph *graph, struct arena *arena)
{
    uint32_t **copy = arena_array(arena, graph->record_count + 1, sizeof *copy);
    for (size_t r = 0; copy && r < graph->record_count; r++) {
        size_t count = graph->records[r].entity_count;
        copy[r] = arena_array(arena, count + 1, sizeof *copy[r]);
        if (!copy[r])
            return NULL;
        memcpy(copy[r], graph->entity_nodes[r], count * sizeof *copy[r]);
    }
    return copy;
}

int graph_top(struct graph *graph, size_t top, struct arena *arena, struct hearsay_error *error)
{
    if (graph->node_count <= top)
        return HEARSAY_OK;
    size_t count = graph->node_count;
    struct ranked_node *ranked = arena_array(arena, count, sizeof *ranked);
    bool *keep = arena_array(arena, count, sizeof *keep);
    struct graph_node *nodes = arena_array(arena, count, sizeof *nodes);
    struct graph_link *links = arena_array(arena, graph->link_count + 1, sizeof *links);
    uint32_t **entity_nodes = copy_entity_nodes(graph, arena);
    if (!ranked || !keep || !nodes || !links || !entity_nodes)
        return error_memory(error, GRAPH_STAGE);
    for (size_t i = 0; i < count; i++)
        ranked[i] = (struct ranked_node){llround(graph->nodes[i].measures.pagerank * 1e9), i};
    qsort(ranked, count, sizeof *ranked, compare_ranks);
    for (size_t i = 0; i < top; i++)
        keep[ranked[i].index] = true;
    /* The caller may hold a copy of the graph: its arrays stay as they are. */
    memcpy(nodes, graph->nodes, count * sizeof *nodes);
    memcpy(links, graph->links, graph->link_count * sizeof *links);
    graph->nodes = nodes;
    graph->links = links;
    graph->entity_nodes = entity_nodes;
    graph->nodes_left_out += count - top;
    int code = keep_nodes(graph, keep, arena, error);
    return code ? code : graph_measure(graph, arena, error);
}

int graph_filter(struct graph *graph, const struct graph_options *options, struct arena *arena,
                 struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    if (options->min_weight > 1)
        code = filter_weight(graph, options->min_weight, arena, error);
    if (!code && options->focus.data)
        code = filter_focus(graph, options, arena, error);
    if (!code && options->largest_component)
        code = filter_component(graph, arena, error);
    if (!code)
        code = graph_measure(graph, arena, error);
    if (!code && options->top)
        code = graph_top(graph, options->top, arena, error);
    return code;
}
