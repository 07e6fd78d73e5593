/* edge.c: links -> edges, and what an edge's claims tell together. */
#include "graph/internal.h"

#include <stdlib.h>

struct view graph_claim_date(const struct record *record, const struct record_claim *claim)
{
    return claim->claim.date.data ? claim->claim.date : record->date;
}

struct view graph_link_date(const struct graph_link *link)
{
    return link->claim ? graph_claim_date(link->record, link->claim) : (struct view){NULL, 0};
}

bool graph_claim_hedged(const struct record *record, const struct record_claim *claim)
{
    if (claim->claim.certainty != CERTAINTY_ASSERTED || claim->claim.confidence < GRAPH_HEDGED_CONFIDENCE)
        return true;
    /* A record that was read may claim anything: bound the way up, so that a circle ends. */
    size_t steps = record->claim_count;
    for (int32_t at = claim->claim.within; at >= 0 && steps > 0; at = record->claims[at].claim.within, steps--) {
        const struct claim *outer = &record->claims[at].claim;
        if (outer->negated || outer->relation == RELATION_DENY || outer->relation == RELATION_REJECT)
            return true;
    }
    return false;
}

static bool same_edge(const struct graph_link *a, const struct graph_link *b, enum graph_grouping grouping)
{
    if (grouping == GRAPH_EACH || a->source != b->source || a->target != b->target)
        return false;
    return grouping != GRAPH_MANNER || a->manner == b->manner;
}

/* Adds what one claim tells; claims of an edge are counted once, as one claim links two nodes once. */
static void add_claim(struct graph_edge *edge, const struct graph_link *link)
{
    struct view date = graph_link_date(link);
    edge->weight++;
    if (link->claim->claim.kind == CLAIM_ACCUSATION)
        edge->accusations++;
    else
        edge->statements++;
    edge->topics += link->manner == MANNER_TOPIC;
    edge->hedged = edge->hedged && graph_claim_hedged(link->record, link->claim);
    if (date.data && (!edge->first_date.data || view_compare(date, edge->first_date) < 0))
        edge->first_date = date;
    if (date.data && (!edge->last_date.data || view_compare(date, edge->last_date) > 0))
        edge->last_date = date;
}

static struct graph_edge make_edge(const struct graph_link *links, size_t count)
{
    struct graph_edge edge = {.source = links->source,
                              .target = links->target,
                              .manner = links->manner,
                              .links = links,
                              .link_count = count,
                              .hedged = links->claim != NULL};
    for (size_t i = 0; i < count; i++)
        if (links[i].claim)
            add_claim(&edge, &links[i]);
    return edge;
}

int graph_edges(const struct graph *graph, enum graph_grouping grouping, struct graph_edge **edges, size_t *count,
                struct arena *arena, struct hearsay_error *error)
{
    *count = 0;
    for (size_t i = 0; i < graph->link_count; i++)
        *count += i == 0 || !same_edge(&graph->links[i - 1], &graph->links[i], grouping);
    *edges = arena_array(arena, *count + 1, sizeof **edges);
    if (!*edges)
        return error_memory(error, GRAPH_STAGE);
    size_t made = 0;
    for (size_t first = 0, end; first < graph->link_count; first = end) {
        end = first + 1;
        while (end < graph->link_count && same_edge(&graph->links[first], &graph->links[end], grouping))
            end++;
        (*edges)[made++] = make_edge(&graph->links[first], end - first);
    }
    return graph_identify_edges(graph, grouping, *edges, *count, error);
}

static int compare_relations(const void *left, const void *right)
{
    const struct graph_relation *a = left, *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return (a->relation > b->relation) - (a->relation < b->relation);
}

size_t graph_edge_relations(const struct graph_edge *edge, struct graph_relation relations[RELATION_COUNT])
{
    size_t counts[RELATION_COUNT] = {0}, used = 0;
    for (size_t i = 0; i < edge->link_count; i++)
        if (edge->links[i].claim)
            counts[edge->links[i].claim->claim.relation]++;
    for (int r = 0; r < RELATION_COUNT; r++)
        if (counts[r])
            relations[used++] = (struct graph_relation){(enum claim_relation)r, counts[r]};
    if (used > 1)
        qsort(relations, used, sizeof *relations, compare_relations);
    return used;
}
