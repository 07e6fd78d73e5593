/* graphml.c: GraphML 1.0 (graphml.graphdrawing.org), with the attribute names that Gephi looks for. */
#include "export/attribute.h"
#include "export/xml.h"

static const char HEADER[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

static const char *type_name(enum attribute_type type)
{
    static const char *const NAMES[] = {"string", "long", "double", "boolean"};
    return NAMES[type];
}

/* Identifiers of keys are of one space for nodes and edges; readers go by attr.name. */
static void write_key(struct output *out, const char *domain, const char *name, enum attribute_type type)
{
    output_print(out, "  <key id=\"%s_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", domain, name, domain,
                 name, type_name(type));
}

static void write_keys(struct export_job *job)
{
    size_t count;
    const struct node_attribute *nodes = export_node_attributes(&count);
    for (size_t i = 0; i < count; i++)
        if (export_node_attribute_applies(job, &nodes[i]))
            write_key(job->out, "node", nodes[i].name, nodes[i].type);
    const struct edge_attribute *edges = export_edge_attributes(job->grouping, &count);
    for (size_t i = 0; i < count; i++)
        write_key(job->out, "edge", edges[i].name, edges[i].type);
    write_key(job->out, "graph", "title", ATTRIBUTE_TEXT);
    write_key(job->out, "graph", "view", ATTRIBUTE_TEXT);
    write_key(job->out, "graph", "nodes_left_out", ATTRIBUTE_INTEGER);
}

static void write_data(struct export_job *job, const char *domain, const char *name, enum attribute_type type,
                       int decimals, const struct attribute_value *value)
{
    char buffer[NUMBER_SIZE];
    if (!value->present)
        return;
    output_text(job->out, "      <data key=\"");
    output_text(job->out, domain);
    output_char(job->out, '_');
    output_text(job->out, name);
    output_text(job->out, "\">");
    xml_text(job->out, export_value_text(buffer, type, decimals, value));
    output_text(job->out, "</data>\n");
}

static void write_node(struct export_job *job, const struct graph_node *node)
{
    size_t count;
    const struct node_attribute *attributes = export_node_attributes(&count);
    char id[NUMBER_SIZE];
    output_text(job->out, "    <node");
    xml_attribute(job->out, "id", export_node_id(id, node));
    output_text(job->out, ">\n");
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        attributes[i].get(job, node, &value);
        write_data(job, "node", attributes[i].name, attributes[i].type, attributes[i].decimals, &value);
    }
    output_text(job->out, "    </node>\n");
    arena_reset(job->scratch);
}

static void write_edge(struct export_job *job, const struct graph_edge *edge)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    output_text(job->out, "    <edge");
    xml_attribute(job->out, "id", export_edge_id(id, edge));
    xml_attribute(job->out, "source", export_source_id(id, job, edge));
    xml_attribute(job->out, "target", export_target_id(id, job, edge));
    output_text(job->out, ">\n");
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        attributes[i].get(job, edge, &value);
        write_data(job, "edge", attributes[i].name, attributes[i].type, 2, &value);
    }
    output_text(job->out, "    </edge>\n");
    arena_reset(job->scratch);
}

int export_graphml(struct export_job *job)
{
    struct attribute_value title = {.present = true, .text = export_title(job->graph)};
    struct attribute_value view = {.present = true, .text = view_of(graph_view_name(job->graph->view))};
    struct attribute_value left_out = {.present = true, .integer = (int64_t)job->graph->nodes_left_out};
    output_text(job->out, HEADER);
    write_keys(job);
    output_text(job->out, "  <graph id=\"G\" edgedefault=\"directed\">\n");
    write_data(job, "graph", "title", ATTRIBUTE_TEXT, 0, &title);
    write_data(job, "graph", "view", ATTRIBUTE_TEXT, 0, &view);
    write_data(job, "graph", "nodes_left_out", ATTRIBUTE_INTEGER, 0, &left_out);
    for (size_t i = 0; i < job->graph->node_count; i++)
        write_node(job, &job->graph->nodes[i]);
    for (size_t i = 0; i < job->edge_count; i++)
        write_edge(job, &job->edges[i]);
    output_text(job->out, "  </graph>\n</graphml>\n");
    return HEARSAY_OK;
}
