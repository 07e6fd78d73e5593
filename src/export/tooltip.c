#include "export/tooltip.h"
#include "export/evidence.h"

#define CLAIMS_SHOWN  10
#define ALIASES_SHOWN 5

static void add_count(struct builder *builder, uint32_t count, const char *what)
{
    builder_integer(builder, count);
    builder_text(builder, " ");
    builder_text(builder, what);
    if (count != 1)
        builder_text(builder, "s");
}

static void add_aliases(struct builder *builder, const struct graph_node *node)
{
    for (size_t i = 0; i < node->alias_count && i < ALIASES_SHOWN; i++) {
        builder_text(builder, i ? ", " : " (");
        builder_add(builder, node->aliases[i]);
    }
    if (node->alias_count)
        builder_text(builder, node->alias_count > ALIASES_SHOWN ? ", ...)" : ")");
}

struct view tooltip_node(struct export_job *job, const struct graph_node *node)
{
    struct builder builder = builder_new(job->scratch);
    const struct graph_measures *measures = &node->measures;
    if (node->claim) {
        evidence_claim_id(&builder, node->record, node->claim);
        builder_text(&builder, ": ");
        builder_add(&builder, node->claim->sentence_text);
        return export_built(job, &builder);
    }
    builder_add(&builder, node->label);
    add_aliases(&builder, node);
    builder_text(&builder, "\n");
    builder_text(&builder, graph_node_type_name(node->type));
    if (node->country_name.data && node->type != NODE_COUNTRY) {
        builder_text(&builder, ", ");
        builder_add(&builder, node->country_name);
    }
    builder_text(&builder, "\nmade ");
    add_count(&builder, measures->statements_made, "statement");
    builder_text(&builder, ", ");
    add_count(&builder, measures->accusations_made, "accusation");
    builder_text(&builder, "\nreceived ");
    add_count(&builder, measures->statements_received, "statement");
    builder_text(&builder, ", ");
    add_count(&builder, measures->accusations_received, "accusation");
    return export_built(job, &builder);
}

struct view tooltip_edge(struct export_job *job, const struct graph_edge *edge)
{
    struct builder builder = builder_new(job->scratch);
    const struct graph_node *nodes = job->graph->nodes;
    if (nodes[edge->source].type != NODE_CLAIM && nodes[edge->target].type != NODE_CLAIM) {
        builder_add(&builder, nodes[edge->source].label);
        builder_text(&builder, " \xE2\x86\x92 ");
        builder_add(&builder, nodes[edge->target].label);
        builder_text(&builder, "\n");
    }
    struct builder lines = builder_new(job->scratch);
    evidence_lines(&lines, edge, CLAIMS_SHOWN);
    builder_add(&builder, export_built(job, &lines));
    return export_built(job, &builder);
}

/* Space, quotes and the like have no place in an address; whoever put them there meant something else. */
static bool is_web_address(struct view url)
{
    if (!view_starts(url, VIEW("http://")) && !view_starts(url, VIEW("https://")))
        return false;
    for (size_t i = 0; i < url.length; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\'')
            return false;
    }
    return true;
}

struct view tooltip_address(const struct graph_edge *edge)
{
    for (size_t i = 1; i < edge->link_count; i++)
        if (edge->links[i].record != edge->links[0].record)
            return (struct view){NULL, 0};
    struct view url = edge->links[0].record->url;
    return url.data && is_web_address(url) ? url : (struct view){NULL, 0};
}
