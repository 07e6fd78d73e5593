/* internal.h: what the files of this room share. */
#ifndef HEARSAY_GRAPH_INTERNAL_H
#define HEARSAY_GRAPH_INTERNAL_H

#include "graph/graph.h"

#define GRAPH_STAGE "graph"

/* What graph_build works with until the links stand. */
struct graph_builder {
    struct graph *graph;
    const struct graph_options *options;
    struct arena *arena;
    bool *used; /* for each node: it takes part */
    size_t node_capacity, link_capacity, claim_capacity;
};

/* Makes a node for each entity that can have one (node.c). Cost: linear in entities and aliases. */
int graph_add_entities(struct graph_builder *builder, struct hearsay_error *error);

/* Gives each node of several entities the fullest of their names: see record/fullest.h (label.c). Cost: linear, and a
 * sort of the names of those that go by several. */
int graph_label_nodes(struct graph *graph, struct hearsay_error *error);

/* Appends an empty node; *index is its place. */
int graph_add_node(struct graph_builder *builder, uint32_t *index, struct hearsay_error *error);

/* Adds the links of all claims that pass the claim filters, marks the nodes that take part and counts what they made
 * and received (link.c). Leaves the links unsorted. */
int graph_add_links(struct graph_builder *builder, struct hearsay_error *error);

/* Notes a claim that passed (link.c). */
int graph_add_claim(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                    struct hearsay_error *error);

/* The links of one claim in the view statements, where the claims are nodes (statement.c). */
int graph_add_statements(struct graph_builder *builder, struct hearsay_error *error);

/* Appends a link (link.c). */
int graph_add_link(struct graph_builder *builder, struct graph_link link, struct hearsay_error *error);

/* True where a claim passes the options' filters (link.c). */
bool graph_claim_passes(const struct graph_builder *builder, const struct record *record, const struct claim *claim);

/* An actor of a claim as a node. */
struct graph_actor {
    uint32_t node;
    enum claim_role role;
};

/* The nodes of a claim's actors, each once and with its strongest role, in the order of the nodes; *count of them in a
 * scratch array that lives in the builder's arena (link.c). */
int graph_actors(struct graph_builder *builder, size_t record, const struct claim_actor *actors, size_t actor_count,
                 struct graph_actor **nodes, size_t *count, struct hearsay_error *error);

/* How a claim regards what stands in it as `role`. */
enum graph_manner graph_claim_manner(const struct claim *claim, enum claim_role role);

/* Adds one claim to what a node made or received. */
void graph_count_made(struct graph_node *node, enum claim_kind kind);
void graph_count_received(struct graph_node *node, const struct graph_actor *actor, enum claim_kind kind);

void graph_sort_links(struct graph *graph);

/* Gives all nodes their ids, before a filter takes any away: what an id is must not depend on filters (identity.c). */
int graph_identify_nodes(struct graph *graph, struct hearsay_error *error);

/* Gives edges their ids (identity.c). */
int graph_identify_edges(const struct graph *graph, enum graph_grouping grouping, struct graph_edge *edges,
                         size_t count, struct hearsay_error *error);

/* Keeps the nodes with keep[i] and the links between them, in their order; renumbers (filter.c). */
void graph_keep(struct graph *graph, const bool *keep, struct graph_link *links, uint32_t *renumber);

/* Applies min_weight, focus, largest_component and top (filter.c), measuring where a filter needs it; measures are
 * fresh at the end. */
int graph_filter(struct graph *graph, const struct graph_options *options, struct arena *arena,
                 struct hearsay_error *error);

/* Fills the measures that igraph makes (measure.c). */
int graph_measure(struct graph *graph, struct arena *arena, struct hearsay_error *error);

/* Only the components, for a filter. */
int graph_measure_components(struct graph *graph, struct arena *arena, struct hearsay_error *error);

#endif
