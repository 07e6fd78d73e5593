/* statement.c: the view statements: every claim is a node between who said it and whom it is about. */
#include "graph/internal.h"

/* The label of a claim's node: "accuse: that ...". */
static struct view claim_label(const struct record_claim *claim, struct arena *arena)
{
    struct view name = view_of(claim_relation_facts(claim->claim.relation)->name), content = claim->content_text;
    if (!content.data)
        return name;
    char *text = arena_alloc(arena, name.length + 2 + content.length);
    if (!text)
        return (struct view){NULL, 0};
    memcpy(text, name.data, name.length);
    memcpy(text + name.length, ": ", 2);
    memcpy(text + name.length + 2, content.data, content.length);
    return (struct view){text, name.length + 2 + content.length};
}

static int add_claim_node(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                          uint32_t *node, struct hearsay_error *error)
{
    int code = graph_add_node(builder, node, error);
    if (code)
        return code;
    struct graph_node *made = &builder->graph->nodes[*node];
    made->type = NODE_CLAIM;
    made->label = claim_label(claim, builder->arena);
    made->record = record;
    made->claim = claim;
    return made->label.data ? graph_add_claim(builder, record, claim, error) : error_memory(error, GRAPH_STAGE);
}

/* Gives the claims of a record that pass their nodes: nodes[c], or GRAPH_NO_NODE. */
static int add_claim_nodes(struct graph_builder *builder, const struct record *record, uint32_t *nodes,
                           struct hearsay_error *error)
{
    for (size_t c = 0; c < record->claim_count; c++) {
        nodes[c] = GRAPH_NO_NODE;
        if (!graph_claim_passes(builder, record, &record->claims[c].claim))
            continue;
        int code = add_claim_node(builder, record, &record->claims[c], &nodes[c], error);
        if (code)
            return code;
    }
    return HEARSAY_OK;
}

static int link_sources(struct graph_builder *builder, size_t r, const struct record_claim *claim, uint32_t node,
                        struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    struct graph_actor *sources;
    size_t count;
    int code = graph_actors(builder, r, claim->claim.sources, claim->claim.source_count, &sources, &count, error);
    for (size_t i = 0; !code && i < count; i++) {
        struct graph_link link = {.source = sources[i].node,
                                  .target = node,
                                  .manner = MANNER_SOURCE,
                                  .role = ROLE_TARGET,
                                  .record = &graph->records[r],
                                  .claim = claim};
        builder->used[sources[i].node] = true;
        graph_count_made(&graph->nodes[sources[i].node], claim->claim.kind);
        code = graph_add_link(builder, link, error);
    }
    return code;
}

static int link_targets(struct graph_builder *builder, size_t r, const struct record_claim *claim, uint32_t node,
                        struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    struct graph_actor *targets;
    size_t count;
    int code = graph_actors(builder, r, claim->claim.targets, claim->claim.target_count, &targets, &count, error);
    for (size_t i = 0; !code && i < count; i++) {
        struct graph_link link = {.source = node,
                                  .target = targets[i].node,
                                  .role = targets[i].role,
                                  .record = &graph->records[r],
                                  .claim = claim};
        if (link.role == ROLE_TOPIC && !builder->options->topics)
            continue;
        link.manner = graph_claim_manner(&claim->claim, link.role);
        builder->used[link.target] = true;
        graph_count_received(&graph->nodes[link.target], &targets[i], claim->claim.kind);
        code = graph_add_link(builder, link, error);
    }
    return code;
}

/* Links a claim to the one it answers and the one that reports it to it, where those are nodes. */
static int link_claims(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                       const uint32_t *nodes, struct hearsay_error *error)
{
    uint32_t self = nodes[claim - record->claims];
    int32_t answers = claim->claim.answers, within = claim->claim.within;
    struct graph_link link = {.role = ROLE_TARGET, .record = record, .claim = claim};
    int code = HEARSAY_OK;
    if (answers >= 0 && nodes[answers] != GRAPH_NO_NODE) {
        link.source = self, link.target = nodes[answers], link.manner = MANNER_ANSWER;
        code = graph_add_link(builder, link, error);
    }
    if (!code && within >= 0 && nodes[within] != GRAPH_NO_NODE) {
        link.source = nodes[within], link.target = self, link.manner = MANNER_REPORT;
        code = graph_add_link(builder, link, error);
    }
    return code;
}

static int add_record(struct graph_builder *builder, size_t r, uint32_t *nodes, struct hearsay_error *error)
{
    const struct record *record = &builder->graph->records[r];
    int code = HEARSAY_OK;
    for (size_t c = 0; c < record->claim_count && !code; c++) {
        if (nodes[c] == GRAPH_NO_NODE)
            continue;
        builder->used[nodes[c]] = true;
        code = link_sources(builder, r, &record->claims[c], nodes[c], error);
        if (!code)
            code = link_targets(builder, r, &record->claims[c], nodes[c], error);
        if (!code)
            code = link_claims(builder, record, &record->claims[c], nodes, error);
    }
    return code;
}

/* `used` was made for the entities alone: makes room for the claims. */
static int widen_used(struct graph_builder *builder, size_t entities, struct hearsay_error *error)
{
    bool *used = arena_array(builder->arena, builder->graph->node_count + 1, sizeof *used);
    if (!used)
        return error_memory(error, GRAPH_STAGE);
    memcpy(used, builder->used, entities * sizeof *used);
    builder->used = used;
    return HEARSAY_OK;
}

int graph_add_statements(struct graph_builder *builder, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    size_t entities = graph->node_count;
    uint32_t **nodes = arena_array(builder->arena, graph->record_count + 1, sizeof *nodes);
    if (!nodes)
        return error_memory(error, GRAPH_STAGE);
    for (size_t r = 0; r < graph->record_count; r++) {
        nodes[r] = arena_array(builder->arena, graph->records[r].claim_count + 1, sizeof **nodes);
        int code =
            nodes[r] ? add_claim_nodes(builder, &graph->records[r], nodes[r], error) : error_memory(error, GRAPH_STAGE);
        if (code)
            return code;
    }
    int code = widen_used(builder, entities, error);
    for (size_t r = 0; r < graph->record_count && !code; r++)
        code = add_record(builder, r, nodes[r], error);
    return code;
}
