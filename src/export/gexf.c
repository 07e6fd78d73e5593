/* gexf.c: GEXF 1.3 (gexf.net) and, for older readers, 1.2: colours, places and sizes as viz, and time, so that Gephi's
 * timeline plays the claims. Every edge of one pair has a kind of its own: Gephi merges edges of one kind. */
#include "export/attribute.h"
#include "export/evidence.h"
#include "export/style.h"
#include "export/xml.h"

static bool is_old(const struct export_job *job)
{
    return job->options->gexf_version == 12;
}

static const char *type_name(enum attribute_type type)
{
    static const char *const NAMES[] = {"string", "long", "double", "boolean"};
    return NAMES[type];
}

/* What GEXF says in its own way. */
static bool is_built_in(enum attribute_use use)
{
    return use == USE_LABEL || use == USE_VISUAL || use == USE_WEIGHT;
}

/* True for a whole date that is in the calendar: others are no xsd:date, and a reader would lose the time. */
static bool is_day(struct view date)
{
    static const unsigned char DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (!date.data || date.length != 10 || !record_date_valid(date))
        return false;
    int year =
        (date.data[0] - '0') * 1000 + (date.data[1] - '0') * 100 + (date.data[2] - '0') * 10 + date.data[3] - '0';
    int month = (date.data[5] - '0') * 10 + date.data[6] - '0', day = (date.data[8] - '0') * 10 + date.data[9] - '0';
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return year > 0 && day <= DAYS[month - 1] + (month == 2 && leap);
}

/* Nodes and edges each have a space of ids. They are the names, which graphology takes for titles. */
static void write_declaration(struct output *out, const char *name, enum attribute_type type)
{
    output_print(out, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n", name, name, type_name(type));
}

static void write_declarations(struct export_job *job)
{
    size_t count;
    const struct node_attribute *nodes = export_node_attributes(&count);
    output_text(job->out, "    <attributes class=\"node\">\n");
    for (size_t i = 0; i < count; i++)
        if (export_node_attribute_applies(job, &nodes[i]) && !is_built_in(nodes[i].use))
            write_declaration(job->out, nodes[i].name, nodes[i].type);
    output_text(job->out, "    </attributes>\n    <attributes class=\"edge\">\n");
    const struct edge_attribute *edges = export_edge_attributes(job->grouping, &count);
    for (size_t i = 0; i < count; i++)
        if (!is_built_in(edges[i].use))
            write_declaration(job->out, edges[i].name, edges[i].type);
    output_text(job->out, "    </attributes>\n");
}

static void write_value(struct export_job *job, const char *name, enum attribute_type type, int decimals,
                        const struct attribute_value *value)
{
    char buffer[NUMBER_SIZE];
    if (!value->present)
        return;
    output_text(job->out, "<attvalue");
    xml_attribute(job->out, "for", view_of(name));
    xml_attribute(job->out, "value", export_value_text(buffer, type, decimals, value));
    output_text(job->out, "/>");
}

static void write_colour(struct output *out, const struct style_colour *colour)
{
    output_print(out, "<viz:color r=\"%d\" g=\"%d\" b=\"%d\"/>", colour->red, colour->green, colour->blue);
}

static void write_viz(struct export_job *job, const struct graph_node *node, size_t index)
{
    static const char *const SHAPES[NODE_TYPE_COUNT] = {"disc", "square", "diamond", "disc", "triangle"};
    char x[NUMBER_SIZE], y[NUMBER_SIZE], size[NUMBER_SIZE];
    write_colour(job->out, &style_node(job->options->theme, node->type)->border);
    output_text(job->out, "<viz:position");
    xml_attribute(job->out, "x", number_real(x, job->positions[2 * index], 1));
    xml_attribute(job->out, "y", number_real(y, job->positions[2 * index + 1], 1));
    output_text(job->out, "/><viz:size");
    xml_attribute(job->out, "value", number_real(size, export_node_size(job, node), 1));
    output_print(job->out, "/><viz:shape value=\"%s\"/>", SHAPES[node->type]);
}

/* From when to when, where both are whole dates. */
static void write_start_and_end(struct output *out, struct view first, struct view last)
{
    if (!is_day(first) || !is_day(last))
        return;
    xml_attribute(out, "start", first);
    xml_attribute(out, "end", last);
}

/* A claim that is a node is there from the day on which it was made; who speaks is there all the time. */
static void write_node_time(struct export_job *job, const struct graph_node *node)
{
    if (!node->claim)
        return;
    struct view date = graph_claim_date(node->record, node->claim);
    if (is_old(job))
        write_start_and_end(job->out, date, date);
    else if (is_day(date))
        xml_attribute(job->out, "timestamp", date);
}

static void write_node(struct export_job *job, size_t index)
{
    const struct graph_node *node = &job->graph->nodes[index];
    size_t count;
    const struct node_attribute *attributes = export_node_attributes(&count);
    char id[NUMBER_SIZE];
    output_text(job->out, "      <node");
    xml_attribute(job->out, "id", export_node_id(id, node));
    xml_attribute(job->out, "label", node->label);
    write_node_time(job, node);
    output_text(job->out, "><attvalues>");
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (is_built_in(attributes[i].use))
            continue;
        attributes[i].get(job, node, &value);
        write_value(job, attributes[i].name, attributes[i].type, attributes[i].decimals, &value);
    }
    output_text(job->out, "</attvalues>");
    write_viz(job, node, index);
    output_text(job->out, "</node>\n");
    arena_reset(job->scratch);
}

/* When its claims were made, as far as they have full dates: one date, a list, or (1.2) the time from first to last. */
static void write_time(struct export_job *job, const struct graph_edge *edge)
{
    if (is_old(job)) {
        write_start_and_end(job->out, edge->first_date, edge->last_date);
        return;
    }
    struct builder days = builder_new(job->scratch);
    size_t count = 0;
    for (size_t i = 0; i < edge->link_count; i++) {
        struct view date = graph_link_date(&edge->links[i]);
        if (!is_day(date))
            continue;
        builder_separate(&days, ", ");
        builder_add(&days, date);
        count++;
    }
    struct view list = export_built(job, &days);
    if (count == 1)
        xml_attribute(job->out, "timestamp", list);
    if (count < 2 || !list.data)
        return;
    output_text(job->out, " timestamps=\"[");
    xml_quoted(job->out, list);
    output_text(job->out, "]\"");
}

/* "accuse", and for the next of that name between these two nodes "accuse#2". `counts` is of the pair. */
static void write_kind(struct export_job *job, const struct graph_edge *edge,
                       size_t counts[RELATION_COUNT + MANNER_COUNT])
{
    const struct graph_link *link = edge->links;
    bool single = job->grouping == GRAPH_EACH && link->claim;
    size_t slot = single ? (size_t)link->claim->claim.relation : (size_t)RELATION_COUNT + edge->manner;
    output_text(job->out, " kind=\"");
    output_text(job->out,
                single ? claim_relation_facts(link->claim->claim.relation)->name : graph_manner_name(edge->manner));
    if (++counts[slot] > 1)
        output_print(job->out, "#%zu", counts[slot]);
    output_char(job->out, '"');
}

static void write_edge_values(struct export_job *job, const struct graph_edge *edge)
{
    size_t count;
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    output_text(job->out, "<attvalues>");
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (is_built_in(attributes[i].use))
            continue;
        attributes[i].get(job, edge, &value);
        write_value(job, attributes[i].name, attributes[i].type, 2, &value);
    }
    output_text(job->out, "</attvalues>");
}

static void write_edge(struct export_job *job, size_t index, size_t counts[RELATION_COUNT + MANNER_COUNT])
{
    const struct graph_edge *edge = &job->edges[index];
    const struct style_edge *style = style_edge(job->options->theme, edge->manner);
    struct builder label = builder_new(job->scratch);
    evidence_label(&label, edge, 4);
    char id[NUMBER_SIZE];
    output_text(job->out, "      <edge");
    xml_attribute(job->out, "id", export_edge_id(id, edge));
    xml_attribute(job->out, "source", export_source_id(id, job, edge));
    xml_attribute(job->out, "target", export_target_id(id, job, edge));
    output_print(job->out, " type=\"directed\" weight=\"%zu\"", edge->weight ? edge->weight : 1);
    if (label.length)
        xml_attribute(job->out, "label", export_built(job, &label));
    if (!is_old(job))
        write_kind(job, edge, counts);
    write_time(job, edge);
    output_char(job->out, '>');
    write_edge_values(job, edge);
    write_colour(job->out, &style->colour);
    output_print(job->out, "<viz:shape value=\"%s\"/></edge>\n", edge->hedged ? style_hedged_line(style) : style->line);
    arena_reset(job->scratch);
}

static void write_head(struct export_job *job)
{
    bool old = is_old(job);
    output_text(job->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    output_text(job->out,
                old ? "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
                      "version=\"1.2\">\n"
                    : "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n");
    output_text(job->out, "  <meta>\n    <creator>hearsay " HEARSAY_VERSION "</creator>\n    <description>");
    xml_text(job->out, export_title(job->graph));
    output_text(job->out, "</description>\n  </meta>\n");
    output_text(job->out, old ? "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"
                              : "  <graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\" "
                                "timerepresentation=\"timestamp\">\n");
}

int export_gexf(struct export_job *job)
{
    size_t counts[RELATION_COUNT + MANNER_COUNT] = {0};
    job->positions = export_positions(job->graph, job->arena);
    if (!job->positions)
        return error_memory(job->error, EXPORT_STAGE);
    write_head(job);
    write_declarations(job);
    output_print(job->out, "    <nodes count=\"%zu\">\n", job->graph->node_count);
    for (size_t i = 0; i < job->graph->node_count; i++)
        write_node(job, i);
    output_print(job->out, "    </nodes>\n    <edges count=\"%zu\">\n", job->edge_count);
    for (size_t i = 0; i < job->edge_count; i++) {
        if (i && (job->edges[i].source != job->edges[i - 1].source || job->edges[i].target != job->edges[i - 1].target))
            memset(counts, 0, sizeof counts);
        write_edge(job, i, counts);
    }
    output_text(job->out, "    </edges>\n  </graph>\n</gexf>\n");
    return HEARSAY_OK;
}
