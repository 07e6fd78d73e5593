/* edge_attributes.c: the two tables of edge attributes: of edges of one claim each, and of edges that merge many. */
#include "export/attribute.h"
#include "export/evidence.h"
#include "export/style.h"

#define GETTER(name)                                                                                                   \
    static void name(struct export_job *job, const struct graph_edge *edge, struct attribute_value *value)

/* Relations that a label names at most; the attribute `relations` has all. */
#define LABEL_RELATIONS 4

GETTER(get_label)
{
    struct builder builder = builder_new(job->scratch);
    evidence_label(&builder, edge, LABEL_RELATIONS);
    set_text(value, export_built(job, &builder));
}

GETTER(get_manner)
{
    (void)job;
    set_text(value, view_of(graph_manner_name(edge->manner)));
}

/* Gephi drops an edge of weight 0: an affiliation alone weighs 1. */
GETTER(get_weight)
{
    (void)job;
    set_integer(value, edge->weight ? (int64_t)edge->weight : 1);
}

GETTER(get_hedged)
{
    (void)job;
    set_integer(value, edge->hedged);
}

GETTER(get_statements)
{
    (void)job;
    set_integer(value, (int64_t)edge->statements);
}

GETTER(get_accusations)
{
    (void)job;
    set_integer(value, (int64_t)edge->accusations);
}

GETTER(get_topics)
{
    (void)job;
    set_integer(value, (int64_t)edge->topics);
}

GETTER(get_relations)
{
    struct builder builder = builder_new(job->scratch);
    evidence_relations(&builder, edge);
    set_text(value, export_built(job, &builder));
}

GETTER(get_first_date)
{
    (void)job;
    set_text(value, edge->first_date);
}

GETTER(get_last_date)
{
    (void)job;
    set_text(value, edge->last_date);
}

GETTER(get_claims)
{
    struct builder builder = builder_new(job->scratch);
    for (size_t i = 0; i < edge->link_count; i++) {
        if (!edge->links[i].claim)
            continue;
        builder_separate(&builder, "; ");
        evidence_claim_id(&builder, edge->links[i].record, edge->links[i].claim);
    }
    set_text(value, export_built(job, &builder));
}

GETTER(get_affiliations)
{
    struct builder builder = builder_new(job->scratch);
    for (size_t i = 0; i < edge->link_count; i++) {
        const struct affiliation *affiliation = edge->links[i].affiliation;
        if (!affiliation)
            continue;
        builder_separate(&builder, "; ");
        builder_add(&builder, affiliation->role.data ? affiliation->role : VIEW("affiliated"));
    }
    set_text(value, export_built(job, &builder));
}

GETTER(get_evidence)
{
    struct builder builder = builder_new(job->scratch);
    evidence_lines(&builder, edge, SIZE_MAX);
    set_text(value, export_built(job, &builder));
}

GETTER(get_red)
{
    set_integer(value, style_edge(job->options->theme, edge->manner)->colour.red);
}

GETTER(get_green)
{
    set_integer(value, style_edge(job->options->theme, edge->manner)->colour.green);
}

GETTER(get_blue)
{
    set_integer(value, style_edge(job->options->theme, edge->manner)->colour.blue);
}

/* The getters of single claims. */
#define CLAIM_TEXT_GETTER(name, expression)                                                                            \
    GETTER(name)                                                                                                       \
    {                                                                                                                  \
        (void)job;                                                                                                     \
        const struct graph_link *link = edge->links;                                                                   \
        if (!link->claim)                                                                                              \
            return;                                                                                                    \
        const struct claim *claim = &link->claim->claim;                                                               \
        (void)claim;                                                                                                   \
        set_text(value, expression);                                                                                   \
    }

CLAIM_TEXT_GETTER(get_kind, view_of(claim_kind_name(claim->kind)))
CLAIM_TEXT_GETTER(get_relation, view_of(claim_relation_facts(claim->relation)->name))
CLAIM_TEXT_GETTER(get_cameo, view_of(claim_relation_facts(claim->relation)->cameo))
CLAIM_TEXT_GETTER(get_role, view_of(claim_role_name(link->role)))
CLAIM_TEXT_GETTER(get_certainty, view_of(claim_certainty_name(claim->certainty)))
CLAIM_TEXT_GETTER(get_quote, view_of(claim_quote_name(claim->quote)))
CLAIM_TEXT_GETTER(get_date, graph_link_date(link))
CLAIM_TEXT_GETTER(get_cue, link->claim->cue_text)
CLAIM_TEXT_GETTER(get_content, link->claim->content_text)
CLAIM_TEXT_GETTER(get_sentence, link->claim->sentence_text)

/* What yEd and Cytoscape call an edge by. */
GETTER(get_interaction)
{
    (void)job;
    const struct graph_link *link = edge->links;
    set_text(value, view_of(link->claim ? claim_relation_facts(link->claim->claim.relation)->name
                                        : graph_manner_name(link->manner)));
}

GETTER(get_document)
{
    (void)job;
    set_text(value, edge->links->record->id);
}

GETTER(get_stance)
{
    (void)job;
    if (edge->links->claim)
        set_integer(value, edge->links->claim->claim.stance);
}

GETTER(get_confidence)
{
    (void)job;
    if (edge->links->claim)
        set_real(value, edge->links->claim->claim.confidence / 100.0);
}

GETTER(get_citations)
{
    if (!edge->links->claim)
        return;
    struct builder builder = builder_new(job->scratch);
    evidence_citations(&builder, &edge->links->claim->claim);
    set_text(value, export_built(job, &builder));
}

GETTER(get_reported_by)
{
    if (!edge->links->claim)
        return;
    struct builder builder = builder_new(job->scratch);
    evidence_reporters(&builder, edge->links->record, edge->links->claim);
    set_text(value, export_built(job, &builder));
}

static const struct edge_attribute MERGED[] = {
    {"label", ATTRIBUTE_TEXT, USE_LABEL, get_label},
    {"weight", ATTRIBUTE_INTEGER, USE_WEIGHT, get_weight},
    {"manner", ATTRIBUTE_TEXT, USE_FACT, get_manner},
    {"statements", ATTRIBUTE_INTEGER, USE_FACT, get_statements},
    {"accusations", ATTRIBUTE_INTEGER, USE_FACT, get_accusations},
    {"topics", ATTRIBUTE_INTEGER, USE_FACT, get_topics},
    {"relations", ATTRIBUTE_TEXT, USE_FLAT, get_relations},
    {"hedged", ATTRIBUTE_BOOLEAN, USE_FACT, get_hedged},
    {"first_date", ATTRIBUTE_TEXT, USE_FACT, get_first_date},
    {"last_date", ATTRIBUTE_TEXT, USE_FACT, get_last_date},
    {"claims", ATTRIBUTE_TEXT, USE_FLAT, get_claims},
    {"affiliations", ATTRIBUTE_TEXT, USE_FLAT, get_affiliations},
    {"evidence", ATTRIBUTE_TEXT, USE_FLAT, get_evidence},
    {"r", ATTRIBUTE_INTEGER, USE_VISUAL, get_red},
    {"g", ATTRIBUTE_INTEGER, USE_VISUAL, get_green},
    {"b", ATTRIBUTE_INTEGER, USE_VISUAL, get_blue},
};

static const struct edge_attribute SINGLE[] = {
    {"label", ATTRIBUTE_TEXT, USE_LABEL, get_label},
    {"weight", ATTRIBUTE_INTEGER, USE_WEIGHT, get_weight},
    {"manner", ATTRIBUTE_TEXT, USE_FACT, get_manner},
    {"interaction", ATTRIBUTE_TEXT, USE_FACT, get_interaction},
    {"kind", ATTRIBUTE_TEXT, USE_FACT, get_kind},
    {"relation", ATTRIBUTE_TEXT, USE_FACT, get_relation},
    {"cameo", ATTRIBUTE_TEXT, USE_FACT, get_cameo},
    {"stance", ATTRIBUTE_INTEGER, USE_FACT, get_stance},
    {"role", ATTRIBUTE_TEXT, USE_FACT, get_role},
    {"certainty", ATTRIBUTE_TEXT, USE_FACT, get_certainty},
    {"hedged", ATTRIBUTE_BOOLEAN, USE_FACT, get_hedged},
    {"confidence", ATTRIBUTE_REAL, USE_FACT, get_confidence},
    {"quote", ATTRIBUTE_TEXT, USE_FACT, get_quote},
    {"date", ATTRIBUTE_TEXT, USE_FACT, get_date},
    {"document", ATTRIBUTE_TEXT, USE_FACT, get_document},
    {"claims", ATTRIBUTE_TEXT, USE_FLAT, get_claims},
    {"reported_by", ATTRIBUTE_TEXT, USE_FLAT, get_reported_by},
    {"affiliations", ATTRIBUTE_TEXT, USE_FLAT, get_affiliations},
    {"cue", ATTRIBUTE_TEXT, USE_FLAT, get_cue},
    {"content", ATTRIBUTE_TEXT, USE_FLAT, get_content},
    {"sentence", ATTRIBUTE_TEXT, USE_FLAT, get_sentence},
    {"citations", ATTRIBUTE_TEXT, USE_FLAT, get_citations},
    {"r", ATTRIBUTE_INTEGER, USE_VISUAL, get_red},
    {"g", ATTRIBUTE_INTEGER, USE_VISUAL, get_green},
    {"b", ATTRIBUTE_INTEGER, USE_VISUAL, get_blue},
};

const struct edge_attribute *export_edge_attributes(enum graph_grouping grouping, size_t *count)
{
    bool single = grouping == GRAPH_EACH;
    *count = single ? sizeof SINGLE / sizeof *SINGLE : sizeof MERGED / sizeof *MERGED;
    return single ? SINGLE : MERGED;
}
