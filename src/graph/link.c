/* link.c: claims -> links of the views network and countries, and what all views share. */
#include "graph/internal.h"

#include <stdlib.h>

int graph_add_link(struct graph_builder *builder, struct graph_link link, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    if (graph->link_count >= INT32_MAX)
        return error_set(error, HEARSAY_ERROR_LIMIT, GRAPH_STAGE, "", "the graph has more than %d links", INT32_MAX);
    struct graph_link *links =
        arena_grow(builder->arena, graph->links, graph->link_count, &builder->link_capacity, sizeof *links);
    if (!links)
        return error_memory(error, GRAPH_STAGE);
    graph->links = links;
    links[graph->link_count++] = link;
    return HEARSAY_OK;
}

int graph_add_claim(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                    struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    struct graph_claim *claims =
        arena_grow(builder->arena, graph->claims, graph->claim_count, &builder->claim_capacity, sizeof *claims);
    if (!claims)
        return error_memory(error, GRAPH_STAGE);
    graph->claims = claims;
    claims[graph->claim_count++] = (struct graph_claim){record, claim};
    return HEARSAY_OK;
}

/* Compares dates as far as the shorter goes: "2024" is the same as "2024-03-07". */
static int compare_dates(struct view a, struct view b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    return memcmp(a.data, b.data, shared);
}

static bool date_passes(const struct graph_options *options, const struct record *record, const struct claim *claim)
{
    if (!options->since.data && !options->until.data)
        return true;
    struct view date = claim->date.data ? claim->date : record->date;
    if (!date.data)
        return false;
    return (!options->since.data || compare_dates(date, options->since) >= 0) &&
           (!options->until.data || compare_dates(date, options->until) <= 0);
}

bool graph_claim_passes(const struct graph_builder *builder, const struct record *record, const struct claim *claim)
{
    const struct graph_options *options = builder->options;
    unsigned stance = claim->stance < 0 ? STANCE_NEGATIVE : claim->stance > 0 ? STANCE_POSITIVE : STANCE_NEUTRAL;
    return claim->confidence >= options->min_confidence && (!options->kinds || options->kinds & (1u << claim->kind)) &&
           (!options->relations || options->relations & (UINT32_C(1) << claim->relation)) &&
           (!options->stances || options->stances & stance) && date_passes(options, record, claim);
}

enum graph_manner graph_claim_manner(const struct claim *claim, enum claim_role role)
{
    if (role == ROLE_TOPIC)
        return MANNER_TOPIC;
    if (role == ROLE_ADDRESSEE)
        return MANNER_STATEMENT;
    if (claim->kind == CLAIM_ACCUSATION)
        return MANNER_ACCUSATION;
    if (claim->stance)
        return claim->stance < 0 ? MANNER_DENIAL : MANNER_SUPPORT;
    return MANNER_STATEMENT;
}

void graph_count_made(struct graph_node *node, enum claim_kind kind)
{
    if (kind == CLAIM_ACCUSATION)
        node->measures.accusations_made++;
    else
        node->measures.statements_made++;
}

void graph_count_received(struct graph_node *node, const struct graph_actor *actor, enum claim_kind kind)
{
    if (actor->role == ROLE_TOPIC || (kind == CLAIM_ACCUSATION && actor->role != ROLE_TARGET))
        return;
    if (kind == CLAIM_ACCUSATION)
        node->measures.accusations_received++;
    else
        node->measures.statements_received++;
}

static int compare_actors(const void *left, const void *right)
{
    const struct graph_actor *a = left, *b = right;
    if (a->node != b->node)
        return a->node < b->node ? -1 : 1;
    return (a->role > b->role) - (a->role < b->role);
}

int graph_actors(struct graph_builder *builder, size_t record, const struct claim_actor *actors, size_t actor_count,
                 struct graph_actor **nodes, size_t *count, struct hearsay_error *error)
{
    const uint32_t *entity_nodes = builder->graph->entity_nodes[record];
    *nodes = arena_array(builder->arena, actor_count + 1, sizeof **nodes);
    if (!*nodes)
        return error_memory(error, GRAPH_STAGE);
    size_t found = 0, kept = 0;
    for (size_t i = 0; i < actor_count; i++)
        if (actors[i].entity >= 0 && entity_nodes[actors[i].entity] != GRAPH_NO_NODE)
            (*nodes)[found++] = (struct graph_actor){entity_nodes[actors[i].entity], actors[i].role};
    if (found > 1)
        qsort(*nodes, found, sizeof **nodes, compare_actors);
    for (size_t i = 0; i < found; i++)
        if (!kept || (*nodes)[kept - 1].node != (*nodes)[i].node)
            (*nodes)[kept++] = (*nodes)[i];
    *count = kept;
    return HEARSAY_OK;
}

/* Whether a claim speaks to what stands in it as `role`, so that the two are linked. */
static bool role_links(const struct graph_options *options, const struct claim *claim, enum claim_role role)
{
    if (role == ROLE_TARGET)
        return true;
    return claim->kind == CLAIM_STATEMENT && (role == ROLE_ADDRESSEE || options->topics);
}

static int link_actors(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                       uint32_t source, const struct graph_actor *target, struct hearsay_error *error)
{
    if (source == target->node && target->role == ROLE_TOPIC)
        return HEARSAY_OK;
    struct graph_link link = {
        .source = source, .target = target->node, .role = target->role, .record = record, .claim = claim};
    link.manner = graph_claim_manner(&claim->claim, target->role);
    return graph_add_link(builder, link, error);
}

/* The nodes of a claim's actors of one side. */
struct actors {
    struct graph_actor *nodes;
    size_t count;
};

static bool holds(struct actors actors, uint32_t node)
{
    for (size_t i = 0; i < actors.count; i++)
        if (actors.nodes[i].node == node)
            return true;
    return false;
}

static bool has_target(struct actors actors)
{
    for (size_t i = 0; i < actors.count; i++)
        if (actors.nodes[i].role == ROLE_TARGET)
            return true;
    return false;
}

/* Adds to the targets of a denial those whose words it answers, but for the sources themselves. */
static int add_answered(struct graph_builder *builder, size_t r, const struct claim *denial, struct actors sources,
                        struct actors *targets, struct hearsay_error *error)
{
    const struct claim *answered = &builder->graph->records[r].claims[denial->answers].claim;
    const uint32_t *nodes = builder->graph->entity_nodes[r];
    size_t count = denial->target_count;
    struct claim_actor *actors =
        arena_array(builder->arena, denial->target_count + answered->source_count + 1, sizeof *actors);
    if (!actors)
        return error_memory(error, GRAPH_STAGE);
    for (size_t i = 0; i < denial->target_count; i++)
        actors[i] = denial->targets[i];
    for (size_t i = 0; i < answered->source_count; i++) {
        actors[count] = answered->sources[i];
        actors[count].role = ROLE_TARGET;
        count += actors[count].entity >= 0 && !holds(sources, nodes[actors[count].entity]);
    }
    return graph_actors(builder, r, actors, count, &targets->nodes, &targets->count, error);
}

/* Whom a claim is aimed at: "Lund rejected the accusation", which names nobody, at those who made it. */
static int find_targets(struct graph_builder *builder, size_t r, const struct claim *claim, struct actors sources,
                        struct actors *targets, struct hearsay_error *error)
{
    int code = graph_actors(builder, r, claim->targets, claim->target_count, &targets->nodes, &targets->count, error);
    bool denial = claim->answers >= 0 && graph_claim_manner(claim, ROLE_TARGET) == MANNER_DENIAL;
    return code || !denial || has_target(*targets) ? code : add_answered(builder, r, claim, sources, targets, error);
}

static int link_sources(struct graph_builder *builder, const struct record *record, const struct record_claim *claim,
                        struct actors sources, const struct graph_actor *target, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    for (size_t s = 0; s < sources.count && !code; s++) {
        /* "X and Y accused each other": neither accused himself. */
        if (sources.count > 1 && sources.nodes[s].node == target->node)
            continue;
        code = link_actors(builder, record, claim, sources.nodes[s].node, target, error);
    }
    return code;
}

static int add_claim(struct graph_builder *builder, size_t r, const struct record_claim *claim,
                     struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    const struct claim *said = &claim->claim;
    struct actors sources, targets;
    int code = graph_actors(builder, r, said->sources, said->source_count, &sources.nodes, &sources.count, error);
    if (!code)
        code = find_targets(builder, r, said, sources, &targets, error);
    if (!code)
        code = graph_add_claim(builder, &graph->records[r], claim, error);
    if (code)
        return code;
    for (size_t s = 0; s < sources.count; s++) {
        builder->used[sources.nodes[s].node] = true;
        graph_count_made(&graph->nodes[sources.nodes[s].node], said->kind);
    }
    for (size_t t = 0; t < targets.count; t++) {
        const struct graph_actor *target = &targets.nodes[t];
        if (!role_links(builder->options, said, target->role))
            continue;
        builder->used[target->node] = true;
        graph_count_received(&graph->nodes[target->node], target, said->kind);
        code = link_sources(builder, &graph->records[r], claim, sources, target, error);
        if (code)
            return code;
    }
    return HEARSAY_OK;
}

/* Affiliations of those who take part; what they are affiliated to takes part by it. */
static int add_affiliations(struct graph_builder *builder, size_t r, struct hearsay_error *error)
{
    const struct record *record = &builder->graph->records[r];
    const uint32_t *nodes = builder->graph->entity_nodes[r];
    for (size_t i = 0; i < record->affiliation_count; i++) {
        const struct affiliation *affiliation = &record->affiliations[i];
        uint32_t source = nodes[affiliation->entity], target = nodes[affiliation->of];
        if (source == GRAPH_NO_NODE || target == GRAPH_NO_NODE || source == target || !builder->used[source])
            continue;
        struct graph_link link = {.source = source,
                                  .target = target,
                                  .manner = MANNER_AFFILIATION,
                                  .role = ROLE_TARGET,
                                  .record = record,
                                  .affiliation = affiliation};
        int code = graph_add_link(builder, link, error);
        if (code)
            return code;
    }
    return HEARSAY_OK;
}

/* Marks what the affiliations lead to once all of them are chosen, so that they do not chain. */
static void use_affiliated(struct graph_builder *builder, size_t first_link)
{
    for (size_t i = first_link; i < builder->graph->link_count; i++)
        builder->used[builder->graph->links[i].target] = true;
}

int graph_add_links(struct graph_builder *builder, struct hearsay_error *error)
{
    struct graph *graph = builder->graph;
    bool claims_are_nodes = builder->options->view == GRAPH_STATEMENTS;
    for (size_t r = 0; r < graph->record_count && !claims_are_nodes; r++) {
        for (size_t c = 0; c < graph->records[r].claim_count; c++) {
            const struct record_claim *claim = &graph->records[r].claims[c];
            if (claim->claim.negated || claim->claim.certainty == CERTAINTY_HYPOTHETICAL)
                continue;
            int code = graph_claim_passes(builder, &graph->records[r], &claim->claim)
                           ? add_claim(builder, r, claim, error)
                           : 0;
            if (code)
                return code;
        }
    }
    int code = claims_are_nodes ? graph_add_statements(builder, error) : HEARSAY_OK;
    size_t first = graph->link_count;
    for (size_t r = 0; r < graph->record_count && !code && builder->options->affiliations; r++)
        code = add_affiliations(builder, r, error);
    use_affiliated(builder, first);
    return code;
}

/* The order of links: see struct graph. Records and claims are compared by their place in one array, so addresses do.
 */
static int compare_links(const void *left, const void *right)
{
    const struct graph_link *a = left, *b = right;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    if (a->manner != b->manner)
        return a->manner < b->manner ? -1 : 1;
    if (a->record != b->record)
        return a->record < b->record ? -1 : 1;
    if (a->claim != b->claim)
        return a->claim < b->claim ? -1 : 1;
    return (a->affiliation > b->affiliation) - (a->affiliation < b->affiliation);
}

void graph_sort_links(struct graph *graph)
{
    if (graph->link_count > 1)
        qsort(graph->links, graph->link_count, sizeof *graph->links, compare_links);
}
