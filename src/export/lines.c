#include "export/lines.h"

#include <stdlib.h>

struct ranked_line {
    const struct graph_edge *edge;
    size_t place;
};

static int compare_lines(const void *left, const void *right)
{
    const struct ranked_line *x = left, *y = right;
    const struct graph_edge *a = x->edge, *b = y->edge;
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
        lines[i] = (struct ranked_line){&job->edges[i], i};
    qsort(lines, job->edge_count, sizeof *lines, compare_lines);
    for (size_t i = 0; i < job->edge_count; i++) {
        enum graph_manner manner = lines[i].edge->manner;
        bool mention = manner == MANNER_TOPIC && is_crowded(job);
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
        drawn[i] = drawn[i] || !job->edge_count;
        job->drawn_count += drawn[i];
    }
    job->drawn = drawn;
    return HEARSAY_OK;
}

int lines_choose(struct export_job *job)
{
    int code = HEARSAY_OK;
    if (job->graph->view != GRAPH_STATEMENTS && is_crowded(job))
        code = keep_lines(job);
    return code ? code : mark_drawn(job);
}
