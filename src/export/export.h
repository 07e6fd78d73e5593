/* export.h: graph -> file. One file of code for each format, one interface for all. Text from the input stands only in
 * values: an id is n or e and the 16 hexadecimal digits of the node's or edge's id in graph.h. The same graph gives the
 * same bytes. */
#ifndef HEARSAY_EXPORT_EXPORT_H
#define HEARSAY_EXPORT_EXPORT_H

#include "base/limits.h"
#include "base/output.h"
#include "graph/graph.h"

enum export_theme { EXPORT_LIGHT, EXPORT_DARK };

/* How Graphviz places the nodes; EXPORT_LAYOUT_AUTO: by size. */
enum export_layout { EXPORT_LAYOUT_AUTO, EXPORT_LAYOUT_DOT, EXPORT_LAYOUT_SFDP, EXPORT_LAYOUT_NEATO };

struct export_options {
    enum graph_grouping edges;    /* GRAPH_AUTO: what suits the format */
    enum export_layout layout;    /* DOT and pictures */
    enum export_theme theme;      /* pictures and DOT */
    int gexf_version;             /* 13 or 12 (for NetworkX 2) */
    const char *draw_program;     /* path of hearsay-draw; NULL: export_draw_program finds it */
    bool defer_sync;              /* output_defer_sync for each file */
    struct hearsay_limits limits; /* draw_nodes, draw_seconds */
};

/* Everything automatic, light, GEXF 1.3, default limits. */
struct export_options export_options_default(void);

/* A format of the table in export.c. */
struct export_format;

/* The format of a path by its suffix (".ftm.json" before ".json"; upper or lower case), or NULL. `.jsonl` is none:
 * records are not a graph's affair. */
const struct export_format *export_format_of(const char *path);

/* The format called `name` ("dot", "graphml", "gexf", "svg", "png", "pdf", "html", "json", "csv", "cypher", "cyjs",
 * "ftm"), or NULL: for standard output, where there is no suffix. */
const struct export_format *export_format_named(struct view name);

/* The name of a format; a literal. */
const char *export_format_name(const struct export_format *format);

/* What the index-th file of the format ends in (".svg", "-nodes.csv"), to `ending` of EXPORT_ENDING_SIZE bytes; false
 * after the last. */
#define EXPORT_ENDING_SIZE 32
bool export_format_ending(const struct export_format *format, size_t index, char ending[EXPORT_ENDING_SIZE]);

/* The i-th format of the table, NULL after the last: for --help. */
const struct export_format *export_format_at(size_t i);

/* Writes a graph to `path` ("-": standard output). Complete or absent, old files are replaced at the end (see
 * output.h). CSV makes two files: PATH without .csv and -nodes.csv, -edges.csv; to standard output that is
 * HEARSAY_ERROR_USAGE. Pictures are drawn by hearsay-draw in a process of its own: HEARSAY_ERROR_IO where it is missing
 * or fails, HEARSAY_ERROR_LIMIT where it needs more time or memory than it may. */
int export_write(const struct graph *graph, const struct export_format *format, const struct export_options *options,
                 const char *path, struct hearsay_error *error);

bool export_theme_of(struct view name, enum export_theme *theme);    /* "light", "dark" */
bool export_layout_of(struct view name, enum export_layout *layout); /* "auto", "dot", "sfdp", "neato" */

#endif
