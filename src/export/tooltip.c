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

static const struct html_reference *find_reference(const struct record *record, struct view label)
{
    for (size_t i = 0; i < record->reference_count; i++)
        if (view_equal(record->references[i].label, label))
            return &record->references[i];
    return NULL;
}

/* Whether a claim of the edge before the one at `place` has the footnote too: one sentence often holds several. */
static bool was_noted(const struct graph_edge *edge, size_t place, struct view label)
{
    for (size_t i = 0; i < place; i++) {
        const struct graph_link *link = &edge->links[i];
        for (size_t c = 0;
             link->claim && link->record == edge->links[place].record && c < link->claim->claim.citation_count; c++)
            if (view_equal(link->claim->claim.citations[c], label))
                return true;
    }
    return false;
}

/* What the footnote marks of a claim stand for, where the document tells: "[3] https://example.org/". */
static void add_references(struct builder *builder, const struct graph_edge *edge, size_t place)
{
    const struct graph_link *link = &edge->links[place];
    for (size_t i = 0; link->claim && i < link->claim->claim.citation_count; i++) {
        struct view label = link->claim->claim.citations[i];
        const struct html_reference *reference = find_reference(link->record, label);
        if (!reference || was_noted(edge, place, label))
            continue;
        builder_text(builder, "\n[");
        builder_add(builder, label);
        builder_text(builder, "] ");
        builder_add(builder, reference->url.data ? reference->url : reference->text);
    }
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
    for (size_t i = 0; i < edge->link_count && i < CLAIMS_SHOWN; i++)
        add_references(&builder, edge, i);
    return export_built(job, &builder);
}
