/* cytoscape.c: Cytoscape's own JSON (.cyjs), which Cytoscape.js reads too. */
#include "base/json.h"
#include "export/attribute.h"

/* Cytoscape shows `name`. */
static const char *name_of(const char *name, enum attribute_use use)
{
    return use == USE_LABEL ? "name" : name;
}

static void write_node(struct export_job *job, struct json_writer *json, size_t index)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct node_attribute *attributes = export_node_attributes(&count);
    json_open(json, '{');
    json_key(json, "data");
    json_open(json, '{');
    export_json_id(json, "id", export_node_id(id, &job->graph->nodes[index]));
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, &job->graph->nodes[index], &value);
        export_json_value(json, name_of(attributes[i].name, attributes[i].use), attributes[i].type,
                          attributes[i].decimals, &value);
    }
    json_close(json, '}');
    json_key(json, "position");
    json_open(json, '{');
    json_key(json, "x");
    json_real(json, job->positions[2 * index], 1);
    json_key(json, "y");
    json_real(json, job->positions[2 * index + 1], 1);
    json_close(json, '}');
    json_close(json, '}');
    arena_reset(job->scratch);
}

static void write_edge(struct export_job *job, struct json_writer *json, const struct graph_edge *edge)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    json_open(json, '{');
    json_key(json, "data");
    json_open(json, '{');
    export_json_id(json, "id", export_edge_id(id, edge));
    export_json_id(json, "source", export_source_id(id, job, edge));
    export_json_id(json, "target", export_target_id(id, job, edge));
    if (job->grouping != GRAPH_EACH) {
        json_key(json, "interaction");
        json_string(json, view_of(graph_manner_name(edge->manner)));
    }
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, edge, &value);
        export_json_value(json, name_of(attributes[i].name, attributes[i].use), attributes[i].type, 2, &value);
    }
    json_close(json, '}');
    json_close(json, '}');
    arena_reset(job->scratch);
}

static void write_head(struct export_job *job, struct json_writer *json)
{
    json_key(json, "format_version");
    json_string(json, VIEW("1.0"));
    json_key(json, "generated_by");
    json_string(json, VIEW("hearsay-" HEARSAY_VERSION));
    json_key(json, "target_cytoscapejs_version");
    json_string(json, VIEW("~2.1"));
    json_key(json, "directed");
    json_boolean(json, true);
    json_key(json, "multigraph");
    json_boolean(json, job->grouping != GRAPH_MERGED);
    json_key(json, "data");
    json_open(json, '{');
    json_key(json, "name");
    json_string(json, export_title(job->graph));
    json_close(json, '}');
}

int export_cytoscape(struct export_job *job)
{
    struct json_writer json;
    job->positions = export_positions(job->graph, job->arena);
    if (!job->positions)
        return error_memory(job->error, EXPORT_STAGE);
    json_begin(&json, job->out);
    json_open(&json, '{');
    write_head(job, &json);
    json_key(&json, "elements");
    json_open(&json, '{');
    json_key(&json, "nodes");
    json_open(&json, '[');
    for (size_t i = 0; i < job->graph->node_count; i++) {
        write_node(job, &json, i);
        output_char(job->out, '\n');
    }
    json_close(&json, ']');
    json_key(&json, "edges");
    json_open(&json, '[');
    for (size_t i = 0; i < job->edge_count; i++) {
        write_edge(job, &json, &job->edges[i]);
        output_char(job->out, '\n');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, '}');
    output_char(job->out, '\n');
    return HEARSAY_OK;
}
