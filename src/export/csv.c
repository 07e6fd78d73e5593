/* csv.c: two tables (RFC 4180), with the column names that Gephi's spreadsheet import looks for. */
#include "export/attribute.h"
#include "base/utf8.h"

/* Spreadsheets run what starts so as a formula; full-width forms too. See OWASP, "CSV injection". */
static bool is_formula(struct view v)
{
    size_t next;
    if (!v.length)
        return false;
    switch (utf8_decode(v, 0, &next)) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

static bool needs_quotes(struct view v)
{
    if (v.length && (v.data[0] == ' ' || v.data[v.length - 1] == ' '))
        return true;
    for (size_t i = 0; i < v.length; i++)
        if (v.data[i] == ',' || v.data[i] == '"' || v.data[i] == '\n' || v.data[i] == '\r')
            return true;
    return false;
}

/* A field from the input; a formula is made text by an apostrophe before it. */
static void write_text(struct output *out, struct view v)
{
    bool quotes = needs_quotes(v);
    if (quotes)
        output_char(out, '"');
    if (is_formula(v))
        output_char(out, '\'');
    for (size_t start = 0, i = 0; i <= v.length; i++) {
        if (i < v.length && v.data[i] != '"')
            continue;
        output_write(out, v.data + start, i - start);
        if (i < v.length)
            output_text(out, "\"\"");
        start = i + 1;
    }
    if (quotes)
        output_char(out, '"');
}

static void write_value(struct output *out, enum attribute_type type, int decimals, const struct attribute_value *value)
{
    char buffer[NUMBER_SIZE];
    output_char(out, ',');
    if (!value->present)
        return;
    if (type == ATTRIBUTE_TEXT)
        write_text(out, value->text);
    else
        output_view_write(out, export_value_text(buffer, type, decimals, value));
}

/* Gephi's own columns start with a capital. */
static void write_column(struct output *out, const char *name, enum attribute_use use)
{
    output_char(out, ',');
    output_text(out, use == USE_LABEL ? "Label" : use == USE_WEIGHT ? "Weight" : name);
}

int export_csv_nodes(struct export_job *job)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct node_attribute *attributes = export_node_attributes(&count);
    output_text(job->out, "Id");
    for (size_t i = 0; i < count; i++)
        if (export_node_attribute_applies(job, &attributes[i]))
            write_column(job->out, attributes[i].name, attributes[i].use);
    output_text(job->out, "\r\n");
    for (size_t n = 0; n < job->graph->node_count; n++) {
        output_view_write(job->out, export_node_id(id, &job->graph->nodes[n]));
        for (size_t i = 0; i < count; i++) {
            struct attribute_value value = {0};
            if (!export_node_attribute_applies(job, &attributes[i]))
                continue;
            attributes[i].get(job, &job->graph->nodes[n], &value);
            write_value(job->out, attributes[i].type, attributes[i].decimals, &value);
        }
        output_text(job->out, "\r\n");
        arena_reset(job->scratch);
    }
    return HEARSAY_OK;
}

int export_csv_edges(struct export_job *job)
{
    size_t count;
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    char id[NUMBER_SIZE];
    output_text(job->out, "Id,Source,Target,Type");
    for (size_t i = 0; i < count; i++)
        write_column(job->out, attributes[i].name, attributes[i].use);
    output_text(job->out, "\r\n");
    for (size_t e = 0; e < job->edge_count; e++) {
        const struct graph_edge *edge = &job->edges[e];
        output_view_write(job->out, export_edge_id(id, edge));
        output_char(job->out, ',');
        output_view_write(job->out, export_source_id(id, job, edge));
        output_char(job->out, ',');
        output_view_write(job->out, export_target_id(id, job, edge));
        output_text(job->out, ",Directed");
        for (size_t i = 0; i < count; i++) {
            struct attribute_value value = {0};
            attributes[i].get(job, edge, &value);
            write_value(job->out, attributes[i].type, 2, &value);
        }
        output_text(job->out, "\r\n");
        arena_reset(job->scratch);
    }
    return HEARSAY_OK;
}
