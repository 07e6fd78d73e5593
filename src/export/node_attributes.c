/* node_attributes.c: the table of node attributes. */
#include "export/attribute.h"
#include "export/evidence.h"
#include "export/style.h"

#define GETTER(name)                                                                                                   \
    static void name(struct export_job *job, const struct graph_node *node, struct attribute_value *value)

/* A getter for a number that stands in the node. */
#define COUNT_GETTER(name, field)                                                                                      \
    GETTER(name)                                                                                                       \
    {                                                                                                                  \
        (void)job;                                                                                                     \
        set_integer(value, (int64_t)(node->field));                                                                    \
    }

COUNT_GETTER(get_mentions, mentions)
COUNT_GETTER(get_in_degree, measures.in_degree)
COUNT_GETTER(get_out_degree, measures.out_degree)
COUNT_GETTER(get_statements_made, measures.statements_made)
COUNT_GETTER(get_accusations_made, measures.accusations_made)
COUNT_GETTER(get_statements_received, measures.statements_received)
COUNT_GETTER(get_accusations_received, measures.accusations_received)
COUNT_GETTER(get_component, measures.component)
COUNT_GETTER(get_community, measures.community)

GETTER(get_label)
{
    (void)job;
    set_text(value, node->label);
}

GETTER(get_type)
{
    (void)job;
    set_text(value, view_of(graph_node_type_name(node->type)));
}

GETTER(get_key)
{
    (void)job;
    set_text(value, node->key);
}

GETTER(get_country)
{
    (void)job;
    if (node->country[0])
        set_text(value, view_of(node->country));
}

GETTER(get_country_name)
{
    (void)job;
    set_text(value, node->country_name);
}

GETTER(get_aliases)
{
    struct builder builder = builder_new(job->scratch);
    for (size_t i = 0; i < node->alias_count; i++) {
        builder_separate(&builder, "; ");
        builder_add(&builder, node->aliases[i]);
    }
    set_text(value, export_built(job, &builder));
}

GETTER(get_identifiers)
{
    struct builder builder = builder_new(job->scratch);
    for (size_t i = 0; i < node->id_count; i++) {
        builder_separate(&builder, "; ");
        builder_add(&builder, node->ids[i].scheme);
        builder_text(&builder, ":");
        builder_add(&builder, node->ids[i].value);
    }
    set_text(value, export_built(job, &builder));
}

GETTER(get_pagerank)
{
    (void)job;
    set_real(value, node->measures.pagerank);
}

GETTER(get_betweenness)
{
    (void)job;
    set_real(value, node->measures.betweenness);
}

/* The getters of claims, which the nodes of the view statements are. */
#define CLAIM_TEXT_GETTER(name, expression)                                                                            \
    GETTER(name)                                                                                                       \
    {                                                                                                                  \
        (void)job;                                                                                                     \
        if (!node->claim)                                                                                              \
            return;                                                                                                    \
        const struct claim *claim = &node->claim->claim;                                                               \
        (void)claim;                                                                                                   \
        set_text(value, expression);                                                                                   \
    }

CLAIM_TEXT_GETTER(get_kind, view_of(claim_kind_name(claim->kind)))
CLAIM_TEXT_GETTER(get_relation, view_of(claim_relation_facts(claim->relation)->name))
CLAIM_TEXT_GETTER(get_cameo, view_of(claim_relation_facts(claim->relation)->cameo))
CLAIM_TEXT_GETTER(get_certainty, view_of(claim_certainty_name(claim->certainty)))
CLAIM_TEXT_GETTER(get_quote, view_of(claim_quote_name(claim->quote)))
CLAIM_TEXT_GETTER(get_date, graph_claim_date(node->record, node->claim))
CLAIM_TEXT_GETTER(get_document, node->record->id)
CLAIM_TEXT_GETTER(get_cue, node->claim->cue_text)
CLAIM_TEXT_GETTER(get_content, node->claim->content_text)
CLAIM_TEXT_GETTER(get_sentence, node->claim->sentence_text)

GETTER(get_stance)
{
    (void)job;
    if (node->claim)
        set_integer(value, node->claim->claim.stance);
}

GETTER(get_negated)
{
    (void)job;
    if (node->claim)
        set_integer(value, node->claim->claim.negated);
}

GETTER(get_hedged)
{
    (void)job;
    if (node->claim)
        set_integer(value, graph_claim_hedged(node->record, node->claim));
}

GETTER(get_confidence)
{
    (void)job;
    if (node->claim)
        set_real(value, node->claim->claim.confidence / 100.0);
}

GETTER(get_claim)
{
    if (!node->claim)
        return;
    struct builder builder = builder_new(job->scratch);
    evidence_claim_id(&builder, node->record, node->claim);
    set_text(value, export_built(job, &builder));
}

GETTER(get_citations)
{
    if (!node->claim)
        return;
    struct builder builder = builder_new(job->scratch);
    evidence_citations(&builder, &node->claim->claim);
    set_text(value, export_built(job, &builder));
}

/* Marks for readers that draw. */
static const double *position(struct export_job *job, const struct graph_node *node)
{
    if (!job->positions)
        job->positions = export_positions(job->graph, job->arena);
    if (!job->positions)
        job->out_of_memory = true;
    return job->positions ? &job->positions[2 * (node - job->graph->nodes)] : NULL;
}

GETTER(get_x)
{
    const double *at = position(job, node);
    if (at)
        set_real(value, at[0]);
}

GETTER(get_y)
{
    const double *at = position(job, node);
    if (at)
        set_real(value, at[1]);
}

GETTER(get_size)
{
    set_real(value, export_node_size(job, node));
}

GETTER(get_red)
{
    set_integer(value, style_node(job->options->theme, node->type)->border.red);
}

GETTER(get_green)
{
    set_integer(value, style_node(job->options->theme, node->type)->border.green);
}

GETTER(get_blue)
{
    set_integer(value, style_node(job->options->theme, node->type)->border.blue);
}

static const struct node_attribute ATTRIBUTES[] = {
    {"label", ATTRIBUTE_TEXT, USE_LABEL, false, 0, get_label},
    {"type", ATTRIBUTE_TEXT, USE_FACT, false, 0, get_type},
    {"key", ATTRIBUTE_TEXT, USE_FACT, false, 0, get_key},
    {"country", ATTRIBUTE_TEXT, USE_FACT, false, 0, get_country},
    {"country_name", ATTRIBUTE_TEXT, USE_FACT, false, 0, get_country_name},
    {"aliases", ATTRIBUTE_TEXT, USE_FLAT, false, 0, get_aliases},
    {"identifiers", ATTRIBUTE_TEXT, USE_FLAT, false, 0, get_identifiers},
    {"mentions", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_mentions},
    {"in_degree", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_in_degree},
    {"out_degree", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_out_degree},
    {"statements_made", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_statements_made},
    {"accusations_made", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_accusations_made},
    {"statements_received", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_statements_received},
    {"accusations_received", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_accusations_received},
    {"pagerank", ATTRIBUTE_REAL, USE_FACT, false, 6, get_pagerank},
    {"betweenness", ATTRIBUTE_REAL, USE_FACT, false, 2, get_betweenness},
    {"component", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_component},
    {"community", ATTRIBUTE_INTEGER, USE_FACT, false, 0, get_community},
    {"kind", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_kind},
    {"relation", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_relation},
    {"cameo", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_cameo},
    {"stance", ATTRIBUTE_INTEGER, USE_FACT, true, 0, get_stance},
    {"certainty", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_certainty},
    {"negated", ATTRIBUTE_BOOLEAN, USE_FACT, true, 0, get_negated},
    {"hedged", ATTRIBUTE_BOOLEAN, USE_FACT, true, 0, get_hedged},
    {"quote", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_quote},
    {"date", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_date},
    {"confidence", ATTRIBUTE_REAL, USE_FACT, true, 2, get_confidence},
    {"document", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_document},
    {"claim", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_claim},
    {"cue", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_cue},
    {"content", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_content},
    {"sentence", ATTRIBUTE_TEXT, USE_FACT, true, 0, get_sentence},
    {"citations", ATTRIBUTE_TEXT, USE_FLAT, true, 0, get_citations},
    {"x", ATTRIBUTE_REAL, USE_VISUAL, false, 1, get_x},
    {"y", ATTRIBUTE_REAL, USE_VISUAL, false, 1, get_y},
    {"size", ATTRIBUTE_REAL, USE_VISUAL, false, 1, get_size},
    {"r", ATTRIBUTE_INTEGER, USE_VISUAL, false, 0, get_red},
    {"g", ATTRIBUTE_INTEGER, USE_VISUAL, false, 0, get_green},
    {"b", ATTRIBUTE_INTEGER, USE_VISUAL, false, 0, get_blue},
};

const struct node_attribute *export_node_attributes(size_t *count)
{
    *count = sizeof ATTRIBUTES / sizeof *ATTRIBUTES;
    return ATTRIBUTES;
}
