#include "export/lines.h"

#include <stdlib.h>

struct ranked_line {
    const struct graph_edge *edge;
    bool changed;
    size_t place;
};

/* Whether one of its claims is what a comparison found: such a line is what its picture is for. */
static bool is_changed(const struct graph_edge *edge)
{
    for (size_t i = 0; i < edge->link_count; i++)
        if (edge->links[i].claim && edge->links[i].claim->change != RECORD_SAME)
            return true;
    return false;
}

static int compare_lines(const void *left, const void *right)
{
    const struct ranked_line *x = left, *y = right;
    const struct graph_edge *a = x->edge, *b = y->edge;
    if (x->changed != y->changed)
        return x->changed ? -1 : 1;
    bool grave_a = a->manner < MANNER_STATEMENT, grave_b = b->manner < MANNER_STATEMENT;
    if (grave_a != grave_b)
        return grave_a ? -1 : 1;
    if (!grave_a && a->manner != b->manner)
        return a->manner < b->manner ? -1 : 1;
    if (a->hedged != b->hedged)
        return a->hedged ? 1 : -1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Whether mentions would be in the way of what matters. */
static bool is_crowded(const struct export_job *job)
{
    return job->edge_count > job->options->limits.draw_lines * 3 / 10;
}

/* Marks the lines that stay; affiliations were asked for and are never left out. */
static bool mark_kept(const struct export_job *job, bool *kept)
{
    struct ranked_line *lines = arena_array(job->arena, job->edge_count + 1, sizeof *lines);
    if (!lines)
        return false;
    size_t most = job->options->limits.draw_lines;
    for (size_t i = 0; i < job->edge_count; i++)
        lines[i] = (struct ranked_line){&job->edges[i], is_changed(&job->edges[i]), i};
    qsort(lines, job->edge_count, sizeof *lines, compare_lines);
    for (size_t i = 0; i < job->edge_count; i++) {
        enum graph_manner manner = lines[i].edge->manner;
        bool mention = manner == MANNER_TOPIC && !lines[i].changed && is_crowded(job);
        kept[lines[i].place] = manner == MANNER_AFFILIATION || (i < most && !mention);
    }
    return true;
}

static int keep_lines(struct export_job *job)
{
    struct graph_edge *edges = arena_array(job->arena, job->edge_count + 1, sizeof *edges);
    bool *kept = arena_array(job->arena, job->edge_count + 1, sizeof *kept);
    size_t count = 0;
    if (!edges || !kept || !mark_kept(job, kept))
        return error_memory(job->error, EXPORT_STAGE);
    for (size_t i = 0; i < job->edge_count; i++) {
        if (kept[i])
            edges[count++] = job->edges[i];
        else if (job->edges[i].manner == MANNER_TOPIC)
            job->mentions_left_out++;
        else
            job->lines_left_out++;
    }
    job->edges = edges;
    job->edge_count = count;
    return HEARSAY_OK;
}

/* A claim that is a node, with all lines that end at it. */
struct ranked_claim {
    const struct graph_node *node;
    size_t lines;
    bool answers; /* or is answered */
};

static int compare_claims(const void *left, const void *right)
{
    const struct ranked_claim *a = left, *b = right;
    const struct record_claim *x = a->node->claim, *y = b->node->claim;
    bool changed_a = x->change != RECORD_SAME, changed_b = y->change != RECORD_SAME;
    if (changed_a != changed_b)
        return changed_a ? -1 : 1;
    if (a->answers != b->answers)
        return a->answers ? -1 : 1;
    if (x->claim.kind != y->claim.kind)
        return x->claim.kind == CLAIM_ACCUSATION ? -1 : 1;
    if (x->claim.confidence != y->claim.confidence)
        return x->claim.confidence > y->claim.confidence ? -1 : 1;
    return (a->node > b->node) - (a->node < b->node);
}

static void count_line(struct ranked_claim *claims, const struct graph_edge *edge)
{
    const uint32_t ends[] = {edge->source, edge->target};
    for (int i = 0; i < 2; i++) {
        claims[ends[i]].lines++;
        claims[ends[i]].answers = claims[ends[i]].answers || edge->manner == MANNER_ANSWER;
    }
}

/* Marks in `left_out` the claims for which there is no room. `claims` has one place for each node. */
static void choose_claims(struct export_job *job, struct ranked_claim *claims, bool *left_out)
{
    const struct graph_node *nodes = job->graph->nodes;
    size_t count = 0, lines = 0;
    for (size_t i = 0; i < job->edge_count; i++)
        count_line(claims, &job->edges[i]);
    for (size_t i = 0; i < job->graph->node_count; i++) {
        if (!nodes[i].claim || !claims[i].lines)
            continue;
        claims[i].node = &nodes[i];
        claims[count++] = claims[i];
    }
    qsort(claims, count, sizeof *claims, compare_claims);
    for (size_t i = 0; i < count; i++) {
        lines += claims[i].lines;
        left_out[claims[i].node - nodes] = lines > job->options->limits.draw_lines;
    }
}

/* The view statements: claims stay or go with all their lines. */
static int keep_claims(struct export_job *job)
{
    struct graph_edge *edges = arena_array(job->arena, job->edge_count + 1, sizeof *edges);
    struct ranked_claim *claims = arena_array(job->arena, job->graph->node_count + 1, sizeof *claims);
    bool *left_out = arena_array(job->arena, job->graph->node_count + 1, sizeof *left_out);
    size_t count = 0;
    if (!edges || !claims || !left_out)
        return error_memory(job->error, EXPORT_STAGE);
    choose_claims(job, claims, left_out);
    for (size_t i = 0; i < job->edge_count; i++)
        if (!left_out[job->edges[i].source] && !left_out[job->edges[i].target])
            edges[count++] = job->edges[i];
    job->edges = edges;
    job->edge_count = count;
    return HEARSAY_OK;
}

/* A node is drawn where a line ends at it, and all are where there is no line. */
static int mark_drawn(struct export_job *job)
{
    bool *drawn = arena_array(job->arena, job->graph->node_count + 1, sizeof *drawn);
    if (!drawn)
        return error_memory(job->error, EXPORT_STAGE);
    for (size_t i = 0; i < job->edge_count; i++)
        drawn[job->edges[i].source] = drawn[job->edges[i].target] = true;
    job->drawn_count = 0;
    for (size_t i = 0; i < job->graph->node_count; i++) {
        const struct graph_node *node = &job->graph->nodes[i];
        drawn[i] = drawn[i] || !job->edge_count;
        job->drawn_count += drawn[i];
        job->claims_left_out += node->claim && node->linked && !drawn[i];
    }
    job->drawn = drawn;
    return HEARSAY_OK;
}

int lines_choose(struct export_job *job)
{
    int code = HEARSAY_OK;
    if (job->graph->view != GRAPH_STATEMENTS && is_crowded(job))
        code = keep_lines(job);
    else if (job->edge_count > job->options->limits.draw_lines)
        code = keep_claims(job);
    return code ? code : mark_drawn(job);
}
