/* build.c: the order in which a graph is made. */
#include "graph/internal.h"

struct graph_options graph_options_default(void)
{
    return (struct graph_options){
        .view = GRAPH_NETWORK, .hops = 1, .min_confidence = GRAPH_MIN_CONFIDENCE, .topics = true};
}

static int check_options(const struct graph_options *options, struct hearsay_error *error)
{
    if (options->since.data && !record_date_valid(options->since))
        return error_set(error, HEARSAY_ERROR_USAGE, GRAPH_STAGE, "",
                         "since is no date; write YYYY-MM-DD, YYYY-MM or YYYY");
    if (options->until.data && !record_date_valid(options->until))
        return error_set(error, HEARSAY_ERROR_USAGE, GRAPH_STAGE, "",
                         "until is no date; write YYYY-MM-DD, YYYY-MM or YYYY");
    return HEARSAY_OK;
}

static struct view choose_title(const struct record *records, size_t count, const struct graph_options *options)
{
    if (options->title.data)
        return options->title;
    return count == 1 ? records[0].title : (struct view){NULL, 0};
}

int graph_build(struct graph *graph, const struct record *records, size_t count, const struct graph_options *options,
                struct arena *arena, struct hearsay_error *error)
{
    struct graph_builder builder = {.graph = graph, .options = options, .arena = arena};
    *graph = (struct graph){.view = options->view, .records = records, .record_count = count};
    graph->title = choose_title(records, count, options);
    int code = check_options(options, error);
    if (!code)
        code = graph_add_entities(&builder, error);
    if (!code && options->view != GRAPH_COUNTRIES)
        code = graph_label_nodes(graph, error);
    if (code)
        return code;
    builder.used = arena_array(arena, graph->node_count + 1, sizeof *builder.used);
    if (!builder.used)
        return error_memory(error, GRAPH_STAGE);
    code = graph_add_links(&builder, error);
    if (code)
        return code;
    graph_sort_links(graph);
    code = graph_identify_nodes(graph, error);
    if (code)
        return code;
    uint32_t *renumber = arena_array(arena, graph->node_count + 1, sizeof *renumber);
    if (!renumber)
        return error_memory(error, GRAPH_STAGE);
    graph_keep(graph, builder.used, graph->links, renumber);
    return graph_filter(graph, options, arena, error);
}
