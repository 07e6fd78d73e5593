/* internal.h: what the writers of all formats share. */
#ifndef HEARSAY_EXPORT_INTERNAL_H
#define HEARSAY_EXPORT_INTERNAL_H

#include "export/builder.h"
#include "export/export.h"

#define EXPORT_STAGE "export"

/* One file that is being written. */
struct export_job {
    const struct graph *graph;
    const struct export_options *options;
    enum graph_grouping grouping; /* never GRAPH_AUTO */
    const struct graph_edge *edges;
    size_t edge_count;
    struct output *out;
    struct arena *arena;   /* lives as long as the job */
    struct arena *scratch; /* for one node or edge: its user resets it */
    double most_active;    /* export_most_active */
    double *positions;     /* export_positions, once somebody asked for them; else NULL */
    const bool *drawn;     /* pictures only: the nodes that are drawn (lines.h) */
    size_t drawn_count, mentions_left_out, lines_left_out, claims_left_out; /* pictures only */
    bool out_of_memory; /* a text could not be made; checked at the end */
    struct hearsay_error *error;
};

/* The writers, one file each. They return 0 or a negative code; what went wrong with the output itself, output_commit
 * tells. */
int export_dot(struct export_job *job);
int export_graphml(struct export_job *job);
int export_gexf(struct export_job *job);
int export_node_link(struct export_job *job);
int export_csv_nodes(struct export_job *job);
int export_csv_edges(struct export_job *job);
int export_cypher(struct export_job *job);
int export_cytoscape(struct export_job *job);
int export_follow_the_money(struct export_job *job);
int export_svg(struct export_job *job);
int export_png(struct export_job *job);
int export_pdf(struct export_job *job);
int export_html(struct export_job *job);

/* Makes a job for `graph` with its edges grouped; export_job_end frees it and passes `code` on, or the job's own error.
 */
int export_job_begin(struct export_job *job, const struct graph *graph, enum graph_grouping grouping,
                     const struct export_options *options, struct output *out, struct hearsay_error *error);
int export_job_end(struct export_job *job, int code);

/* The ids of a node, of an edge and of an edge's ends as all formats write them. */
struct view export_node_id(char buffer[NUMBER_SIZE], const struct graph_node *node);
struct view export_edge_id(char buffer[NUMBER_SIZE], const struct graph_edge *edge);
struct view export_source_id(char buffer[NUMBER_SIZE], const struct export_job *job, const struct graph_edge *edge);
struct view export_target_id(char buffer[NUMBER_SIZE], const struct export_job *job, const struct graph_edge *edge);

/* What a builder made; notes in the job when memory ran out. */
struct view export_built(struct export_job *job, const struct builder *builder);

/* The title that stands over a graph: its own, else "Who said what about whom". */
struct view export_title(const struct graph *graph);

/* Places nodes without looking at their edges: communities on a spiral, their members on spirals around them (Vogel's
 * model of the sunflower, 1979). A start for Gephi, which lays out anew; the same on any machine. Two numbers for each
 * node; NULL: no memory. */
double *export_positions(const struct graph *graph, struct arena *arena);

/* How busy a node is: claims it made and received, the square root of its part of the busiest one's: 0 to 1. */
double export_node_importance(const struct export_job *job, const struct graph_node *node);

/* Diameter of a node's mark: 10 to 40, its area by importance. */
double export_node_size(const struct export_job *job, const struct graph_node *node);

/* The busiest node's claims. */
double export_most_active(const struct graph *graph);

#endif
