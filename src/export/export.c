/* export.c: the table of formats, and how their files come to be. */
#include "export/internal.h"

#include <stdio.h>
#include <stdlib.h>

#define PARTS_MAX    2
#define SUFFIXES_MAX 2

/* One file of a format: `infix` goes between the path and the suffix. */
struct part {
    const char *infix;
    int (*write)(struct export_job *job);
};

struct export_format {
    const char *name;
    const char *suffixes[SUFFIXES_MAX];
    enum graph_grouping grouping; /* what GRAPH_AUTO is */
    struct part parts[PARTS_MAX];
};

/* Longer suffixes before those that they end in. */
static const struct export_format FORMATS[] = {
    {"dot", {".dot", ".gv"}, GRAPH_MANNER, {{"", export_dot}}},
    {"graphml", {".graphml"}, GRAPH_MERGED, {{"", export_graphml}}},
    {"gexf", {".gexf"}, GRAPH_EACH, {{"", export_gexf}}},
    {"svg", {".svg"}, GRAPH_MANNER, {{"", export_svg}}},
    {"png", {".png"}, GRAPH_MANNER, {{"", export_png}}},
    {"pdf", {".pdf"}, GRAPH_MANNER, {{"", export_pdf}}},
    {"html", {".html", ".htm"}, GRAPH_MERGED, {{"", export_html}}},
    {"ftm", {".ftm.json"}, GRAPH_EACH, {{"", export_follow_the_money}}},
    {"json", {".json"}, GRAPH_MERGED, {{"", export_node_link}}},
    {"csv", {".csv"}, GRAPH_MERGED, {{"-nodes", export_csv_nodes}, {"-edges", export_csv_edges}}},
    {"cypher", {".cypher"}, GRAPH_MANNER, {{"", export_cypher}}},
    {"cyjs", {".cyjs"}, GRAPH_MANNER, {{"", export_cytoscape}}},
};

#define FORMAT_COUNT (sizeof FORMATS / sizeof *FORMATS)

struct export_options export_options_default(void)
{
    return (struct export_options){.gexf_version = 13, .limits = limits_default()};
}

const struct export_format *export_format_at(size_t i)
{
    return i < FORMAT_COUNT ? &FORMATS[i] : NULL;
}

const char *export_format_name(const struct export_format *format)
{
    return format->name;
}

/* ASCII without regard to case; the C library's functions go by the locale. */
static bool ends_in(struct view path, const char *suffix)
{
    size_t length = strlen(suffix);
    if (path.length < length)
        return false;
    for (size_t i = 0; i < length; i++) {
        char c = path.data[path.length - length + i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != suffix[i])
            return false;
    }
    return true;
}

/* The suffix of `path` that `format` knows, or NULL. */
static const char *suffix_of(const struct export_format *format, struct view path)
{
    for (size_t i = 0; i < SUFFIXES_MAX && format->suffixes[i]; i++)
        if (ends_in(path, format->suffixes[i]))
            return format->suffixes[i];
    return NULL;
}

const struct export_format *export_format_of(const char *path)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (suffix_of(&FORMATS[i], view_of(path)))
            return &FORMATS[i];
    return NULL;
}

const struct export_format *export_format_named(struct view name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++)
        if (view_is(name, FORMATS[i].name))
            return &FORMATS[i];
    return NULL;
}

struct view export_title(const struct graph *graph)
{
    return graph->title.length ? graph->title : VIEW("Who said what about whom");
}

struct view export_node_id(char buffer[NUMBER_SIZE], const struct graph_node *node)
{
    return number_id(buffer, 'n', node->id);
}

struct view export_edge_id(char buffer[NUMBER_SIZE], const struct graph_edge *edge)
{
    return number_id(buffer, 'e', edge->id);
}

struct view export_source_id(char buffer[NUMBER_SIZE], const struct export_job *job, const struct graph_edge *edge)
{
    return export_node_id(buffer, &job->graph->nodes[edge->source]);
}

struct view export_target_id(char buffer[NUMBER_SIZE], const struct export_job *job, const struct graph_edge *edge)
{
    return export_node_id(buffer, &job->graph->nodes[edge->target]);
}

struct view export_built(struct export_job *job, const struct builder *builder)
{
    job->out_of_memory = job->out_of_memory || builder->failed;
    return builder_view(builder);
}

int export_job_begin(struct export_job *job, const struct graph *graph, enum graph_grouping grouping,
                     const struct export_options *options, struct output *out, struct hearsay_error *error)
{
    *job = (struct export_job){.graph = graph, .options = options, .grouping = grouping, .out = out, .error = error};
    job->most_active = export_most_active(graph);
    job->arena = arena_new(0);
    job->scratch = arena_new(0);
    if (!job->arena || !job->scratch)
        return error_memory(error, EXPORT_STAGE);
    struct graph_edge *edges;
    int code = graph_edges(graph, grouping, &edges, &job->edge_count, job->arena, error);
    job->edges = edges;
    return code;
}

int export_job_end(struct export_job *job, int code)
{
    arena_free(job->arena);
    arena_free(job->scratch);
    if (!code && job->out_of_memory)
        return error_memory(job->error, EXPORT_STAGE);
    return code;
}

static int write_part(const struct graph *graph, const struct export_format *format, const struct part *part,
                      const struct export_options *options, struct output *out, struct hearsay_error *error)
{
    struct export_job job;
    enum graph_grouping grouping = options->edges == GRAPH_AUTO ? format->grouping : options->edges;
    int code = export_job_begin(&job, graph, grouping, options, out, error);
    if (!code)
        code = part->write(&job);
    return export_job_end(&job, code);
}

static size_t count_parts(const struct export_format *format)
{
    size_t count = 0;
    while (count < PARTS_MAX && format->parts[count].write)
        count++;
    return count;
}

bool export_format_ending(const struct export_format *format, size_t index, char ending[EXPORT_ENDING_SIZE])
{
    if (index >= count_parts(format))
        return false;
    snprintf(ending, EXPORT_ENDING_SIZE, "%s%s", format->parts[index].infix, format->suffixes[0]);
    return true;
}

/* The path of a part: the infix before the suffix. The caller frees it. */
static char *part_path(const struct export_format *format, const struct part *part, const char *path)
{
    const char *suffix = suffix_of(format, view_of(path));
    size_t stem = strlen(path) - (suffix ? strlen(suffix) : 0);
    char *made;
    if (asprintf(&made, "%.*s%s%s", (int)stem, path, part->infix, path + stem) < 0)
        return NULL;
    return made;
}

static int open_part(struct output **out, const struct export_format *format, const struct part *part, const char *path,
                     struct hearsay_error *error)
{
    if (!*part->infix)
        return output_open(out, path, error);
    char *name = part_path(format, part, path);
    int code = name ? output_open(out, name, error) : error_memory(error, EXPORT_STAGE);
    free(name);
    return code;
}

int export_write(const struct graph *graph, const struct export_format *format, const struct export_options *options,
                 const char *path, struct hearsay_error *error)
{
    struct output *outputs[PARTS_MAX] = {NULL};
    size_t count = count_parts(format), committed = 0;
    int code = HEARSAY_OK;
    if (count > 1 && strcmp(path, "-") == 0)
        return error_set(error, HEARSAY_ERROR_USAGE, EXPORT_STAGE, "",
                         "%s makes several files; name one, such as graph.%s", format->name, format->name);
    for (size_t i = 0; i < count && !code; i++) {
        code = open_part(&outputs[i], format, &format->parts[i], path, error);
        if (!code && options->defer_sync)
            output_defer_sync(outputs[i]);
        if (!code)
            code = write_part(graph, format, &format->parts[i], options, outputs[i], error);
    }
    /* Nothing is put in place before all parts are written. */
    for (; committed < count && !code; committed++)
        code = output_commit(outputs[committed], error);
    for (; committed < count; committed++)
        output_abandon(outputs[committed]);
    return code;
}

bool export_theme_of(struct view name, enum export_theme *theme)
{
    bool dark = view_is(name, "dark");
    *theme = dark ? EXPORT_DARK : EXPORT_LIGHT;
    return dark || view_is(name, "light");
}

bool export_layout_of(struct view name, enum export_layout *layout)
{
    static const char *const NAMES[] = {"auto", "dot", "sfdp", "neato"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        if (!view_is(name, NAMES[i]))
            continue;
        *layout = (enum export_layout)i;
        return true;
    }
    return false;
}
