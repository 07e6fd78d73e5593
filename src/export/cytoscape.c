/* cytoscape.c: Cytoscape's own JSON (.cyjs), which Cytoscape.js reads too. */
#include "base/json.h"
#include "export/attribute.h"

static void write_value(struct json_writer *json, const char *name, enum attribute_type type, int decimals,
                        const struct attribute_value *value)
{
    if (!value->present)
        return;
    json_key(json, name);
    switch (type) {
    case ATTRIBUTE_TEXT: json_string(json, value->text); break;
    case ATTRIBUTE_INTEGER: json_integer(json, value->integer); break;
    case ATTRIBUTE_REAL: json_real(json, value->real, decimals); break;
    case ATTRIBUTE_BOOLEAN: json_boolean(json, value->integer != 0); break;
    }
}

static void write_id(struct export_job *job, struct json_writer *json, const char *key, const char *prefix,
                     size_t number)
{
    struct builder id = builder_new(job->scratch);
    builder_text(&id, prefix);
    builder_integer(&id, (int64_t)number);
    json_key(json, key);
    json_string(json, export_built(job, &id));
}

/* Cytoscape shows `name`. */
static const char *name_of(const char *name, enum attribute_use use)
{
    return use == USE_LABEL ? "name" : name;
}

static void write_node(struct export_job *job, struct json_writer *json, size_t index)
{
    size_t count;
    const struct node_attribute *attributes = export_node_attributes(&count);
    json_open(json, '{');
    json_key(json, "data");
    json_open(json, '{');
    write_id(job, json, "id", "n", index);
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, &job->graph->nodes[index], &value);
        write_value(json, name_of(attributes[i].name, attributes[i].use), attributes[i].type, attributes[i].decimals,
                    &value);
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

static void write_edge(struct export_job *job, struct json_writer *json, size_t index)
{
    const struct graph_edge *edge = &job->edges[index];
    size_t count;
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    json_open(json, '{');
    json_key(json, "data");
    json_open(json, '{');
    write_id(job, json, "id", "e", index);
    write_id(job, json, "source", "n", edge->source);
    write_id(job, json, "target", "n", edge->target);
    if (job->grouping != GRAPH_EACH) {
        json_key(json, "interaction");
        json_string(json, view_of(graph_manner_name(edge->manner)));
    }
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, edge, &value);
        write_value(json, name_of(attributes[i].name, attributes[i].use), attributes[i].type, 2, &value);
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
        write_edge(job, &json, i);
        output_char(job->out, '\n');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    json_close(&json, '}');
    output_char(job->out, '\n');
    return HEARSAY_OK;
}
