/* layout.c: places and sizes for the readers that draw for themselves. */
#include "export/internal.h"

#include <math.h>
#include <stdlib.h>

#define GOLDEN_ANGLE 2.399963229728653 /* pi * (3 - sqrt 5) */
#define SPACING      30.0              /* between neighbouring nodes */
#define SIZE_LEAST   10.0
#define SIZE_RANGE   30.0

/* What one did and what was done to one. */
static double activity(const struct graph_node *node)
{
    const struct graph_measures *m = &node->measures;
    return (double)m->statements_made + m->accusations_made + m->statements_received + m->accusations_received;
}

double export_most_active(const struct graph *graph)
{
    double most = 0;
    for (size_t i = 0; i < graph->node_count; i++)
        most = fmax(most, activity(&graph->nodes[i]));
    return most;
}

double export_node_importance(const struct export_job *job, const struct graph_node *node)
{
    return job->most_active > 0 ? sqrt(activity(node) / job->most_active) : 0;
}

double export_node_size(const struct export_job *job, const struct graph_node *node)
{
    return SIZE_LEAST + SIZE_RANGE * export_node_importance(job, node);
}

/* Number of members of each community. */
static size_t *count_communities(const struct graph *graph, size_t *communities, struct arena *arena)
{
    *communities = 0;
    for (size_t i = 0; i < graph->node_count; i++)
        if (graph->nodes[i].measures.community >= *communities)
            *communities = graph->nodes[i].measures.community + 1;
    size_t *members = arena_array(arena, *communities + 1, sizeof *members);
    for (size_t i = 0; members && i < graph->node_count; i++)
        members[graph->nodes[i].measures.community]++;
    return members;
}

/* The centres of communities: on a spiral whose area grows with the members placed so far. */
static double *place_communities(const size_t *members, size_t communities, struct arena *arena)
{
    double *centres = arena_array(arena, 2 * communities + 1, sizeof *centres), before = 0;
    for (size_t c = 0; centres && c < communities; c++) {
        double radius = c ? 2.2 * SPACING * sqrt(before + (double)members[c]) : 0;
        centres[2 * c] = radius * cos((double)c * GOLDEN_ANGLE);
        centres[2 * c + 1] = radius * sin((double)c * GOLDEN_ANGLE);
        before += (double)members[c];
    }
    return centres;
}

double *export_positions(const struct graph *graph, struct arena *arena)
{
    size_t communities;
    size_t *members = count_communities(graph, &communities, arena);
    double *centres = members ? place_communities(members, communities, arena) : NULL;
    double *places = arena_array(arena, 2 * graph->node_count + 1, sizeof *places);
    if (!centres || !places)
        return NULL;
    memset(members, 0, communities * sizeof *members);
    for (size_t i = 0; i < graph->node_count; i++) {
        size_t c = graph->nodes[i].measures.community;
        double turn = (double)members[c]++, radius = SPACING * sqrt(turn);
        places[2 * i] = centres[2 * c] + radius * cos(turn * GOLDEN_ANGLE);
        places[2 * i + 1] = centres[2 * c + 1] + radius * sin(turn * GOLDEN_ANGLE);
    }
    return places;
}
