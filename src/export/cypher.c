/* cypher.c: statements that build the graph in Neo4j: `cypher-shell < FILE`. Every node is an Actor or a Claim with its
 * type as a second label; every edge has its manner as its type. Rows go in batches, so that no statement grows too
 * long. */
#include "export/attribute.h"

#define BATCH 500

/* A string literal. Backslashes are doubled, so that nothing in the text reads as an escape, not even \uXXXX, which
 * Neo4j decodes before it parses. */
static void write_string(struct output *out, struct view v)
{
    static const char HEX[] = "0123456789abcdef";
    output_char(out, '\'');
    for (size_t i = 0; i < v.length; i++) {
        unsigned char c = (unsigned char)v.data[i];
        if (c == '\\' || c == '\'') {
            output_char(out, '\\');
            output_char(out, (char)c);
        } else if (c < 0x20 || c == 0x7F) {
            output_text(out, "\\u00");
            output_char(out, HEX[c >> 4]);
            output_char(out, HEX[c & 15]);
        } else {
            output_char(out, (char)c);
        }
    }
    output_char(out, '\'');
}

static void write_property(struct output *out, const char *name, enum attribute_type type, int decimals,
                           const struct attribute_value *value)
{
    char buffer[NUMBER_SIZE];
    if (!value->present)
        return;
    output_text(out, ", ");
    output_text(out, name);
    output_text(out, ": ");
    if (type == ATTRIBUTE_TEXT)
        write_string(out, value->text);
    else
        output_view_write(out, export_value_text(buffer, type, decimals, value));
}

static void write_node(struct export_job *job, size_t index)
{
    size_t count;
    const struct node_attribute *attributes = export_node_attributes(&count);
    char id[NUMBER_SIZE];
    output_text(job->out, "{id: ");
    write_string(job->out, export_node_id(id, &job->graph->nodes[index]));
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, &job->graph->nodes[index], &value);
        write_property(job->out, attributes[i].use == USE_LABEL ? "name" : attributes[i].name, attributes[i].type,
                       attributes[i].decimals, &value);
    }
    output_char(job->out, '}');
    arena_reset(job->scratch);
}

static void write_nodes_of(struct export_job *job, enum graph_node_type type)
{
    static const char *const LABELS[NODE_TYPE_COUNT] = {"Actor:Person", "Actor:Organisation", "Actor:Country",
                                                        "Actor:Group", "Actor:Claim"};
    size_t rows = 0;
    for (size_t i = 0; i < job->graph->node_count; i++) {
        if (job->graph->nodes[i].type != type)
            continue;
        output_text(job->out, rows % BATCH ? ",\n" : "UNWIND [\n");
        write_node(job, i);
        if (++rows % BATCH == 0)
            output_print(job->out, "\n] AS row CREATE (n:%s) SET n = row;\n", LABELS[type]);
    }
    if (rows % BATCH)
        output_print(job->out, "\n] AS row CREATE (n:%s) SET n = row;\n", LABELS[type]);
}

static void write_edge(struct export_job *job, size_t index)
{
    const struct graph_edge *edge = &job->edges[index];
    size_t count;
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    char id[NUMBER_SIZE];
    output_text(job->out, "{source: ");
    write_string(job->out, export_source_id(id, job, edge));
    output_text(job->out, ", target: ");
    write_string(job->out, export_target_id(id, job, edge));
    output_text(job->out, ", properties: {id: ");
    write_string(job->out, export_edge_id(id, edge));
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, edge, &value);
        write_property(job->out, attributes[i].name, attributes[i].type, 2, &value);
    }
    output_text(job->out, "}}");
    arena_reset(job->scratch);
}

static void end_edges(struct export_job *job, enum graph_manner manner)
{
    static const char *const TYPES[MANNER_COUNT] = {"ACCUSES",    "DENIES", "SUPPORTS", "ADDRESSES", "MENTIONS",
                                                    "BELONGS_TO", "SAID",   "ANSWERS",  "REPORTS"};
    output_print(job->out,
                 "\n] AS row MATCH (a:Actor {id: row.source}), (b:Actor {id: row.target}) CREATE (a)-[r:%s]->(b) SET r "
                 "= row.properties;\n",
                 TYPES[manner]);
}

static void write_edges_of(struct export_job *job, enum graph_manner manner)
{
    size_t rows = 0;
    for (size_t i = 0; i < job->edge_count; i++) {
        if (job->edges[i].manner != manner)
            continue;
        output_text(job->out, rows % BATCH ? ",\n" : "UNWIND [\n");
        write_edge(job, i);
        if (++rows % BATCH == 0)
            end_edges(job, manner);
    }
    if (rows % BATCH)
        end_edges(job, manner);
}

int export_cypher(struct export_job *job)
{
    output_text(job->out, "CREATE INDEX actor_id IF NOT EXISTS FOR (n:Actor) ON (n.id);\nCALL db.awaitIndexes();\n");
    for (int type = 0; type < NODE_TYPE_COUNT; type++)
        write_nodes_of(job, (enum graph_node_type)type);
    for (int manner = 0; manner < MANNER_COUNT; manner++)
        write_edges_of(job, (enum graph_manner)manner);
    return HEARSAY_OK;
}
