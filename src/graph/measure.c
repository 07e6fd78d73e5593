/* measure.c: numbers about nodes, by igraph, which is known to this file alone.
 *
 * igraph keeps its error handlers, clean-up stack and random numbers in globals and is built without thread-local
 * storage: one call into this file at a time holds the lock, sets handlers that return, and puts the old ones back. Its
 * PageRank sums in the order in which OpenMP's threads finish: with one thread the same graph gets the same ranks. */
#include "graph/internal.h"

#include <igraph/igraph.h>
#include <omp.h>
#include <pthread.h>
#include <stdlib.h>

#define DAMPING           0.85
#define BETWEENNESS_WORK  20000000.0 /* nodes x edges that are walked at most: about a fifth of a second */
#define LEIDEN_ROUNDS     2
#define LEIDEN_RANDOMNESS 0.01
#define LEIDEN_SEED       20240322

static pthread_mutex_t igraph_lock = PTHREAD_MUTEX_INITIALIZER;

/* What was there before us. */
struct igraph_session {
    int threads; /* of OpenMP, for the calling thread */
    igraph_error_handler_t *error_handler;
    igraph_warning_handler_t *warning_handler;
};

static void ignore_warning(const char *reason, const char *file, int line)
{
    (void)reason, (void)file, (void)line;
}

static struct igraph_session begin_session(void)
{
    int threads = omp_get_max_threads();
    pthread_mutex_lock(&igraph_lock);
    omp_set_num_threads(1);
    return (struct igraph_session){threads, igraph_set_error_handler(igraph_error_handler_ignore),
                                   igraph_set_warning_handler(ignore_warning)};
}

static void end_session(struct igraph_session session)
{
    igraph_set_error_handler(session.error_handler);
    igraph_set_warning_handler(session.warning_handler);
    omp_set_num_threads(session.threads);
    pthread_mutex_unlock(&igraph_lock);
}

static int explain(igraph_error_t failure, struct hearsay_error *error)
{
    if (failure == IGRAPH_ENOMEM)
        return error_memory(error, GRAPH_STAGE);
    return error_set(error, HEARSAY_ERROR_INTERNAL, GRAPH_STAGE, "", "igraph failed: %s", igraph_strerror(failure));
}

/* The edges that are measured, by igraph's numbering of their ends. */
struct measured {
    igraph_t graph;
    igraph_vector_int_t ends; /* source and target of each edge */
    igraph_vector_t weights;
    igraph_integer_t nodes;
};

static void measured_free(struct measured *measured)
{
    igraph_destroy(&measured->graph);
    igraph_vector_destroy(&measured->weights);
    igraph_vector_int_destroy(&measured->ends);
}

static igraph_error_t fill(struct measured *measured, const struct graph_edge *edges, size_t count)
{
    for (size_t i = 0, at = 0; i < count; i++) {
        if (!edges[i].weight)
            continue;
        VECTOR(measured->ends)[2 * at] = edges[i].source;
        VECTOR(measured->ends)[2 * at + 1] = edges[i].target;
        VECTOR(measured->weights)[at++] = (igraph_real_t)edges[i].weight;
    }
    return igraph_create(&measured->graph, &measured->ends, measured->nodes, IGRAPH_DIRECTED);
}

/* Copies the edges with claims into igraph. */
static igraph_error_t measured_make(struct measured *measured, size_t nodes, const struct graph_edge *edges,
                                    size_t count)
{
    igraph_integer_t with_claims = 0;
    for (size_t i = 0; i < count; i++)
        with_claims += edges[i].weight > 0;
    measured->nodes = (igraph_integer_t)nodes;
    igraph_error_t failure = igraph_vector_int_init(&measured->ends, 2 * with_claims);
    if (failure)
        return failure;
    failure = igraph_vector_init(&measured->weights, with_claims);
    if (!failure) {
        failure = fill(measured, edges, count);
        if (failure)
            igraph_vector_destroy(&measured->weights);
    }
    if (failure)
        igraph_vector_int_destroy(&measured->ends);
    return failure;
}

static igraph_error_t measure_pagerank(const struct measured *measured, struct graph *graph)
{
    igraph_vector_t ranks;
    igraph_error_t failure = igraph_vector_init(&ranks, 0);
    if (failure)
        return failure;
    failure = igraph_pagerank(&measured->graph, IGRAPH_PAGERANK_ALGO_PRPACK, &ranks, NULL, igraph_vss_all(),
                              IGRAPH_DIRECTED, DAMPING, &measured->weights, NULL);
    for (size_t i = 0; i < graph->node_count && !failure; i++)
        graph->nodes[i].measures.pagerank = VECTOR(ranks)[i];
    igraph_vector_destroy(&ranks);
    return failure;
}

/* Fills `pivots` with every n-th node so that the walk stays within BETWEENNESS_WORK. */
static igraph_error_t choose_pivots(const struct measured *measured, igraph_vector_int_t *pivots, double *scale)
{
    double nodes = (double)measured->nodes, edges = (double)igraph_ecount(&measured->graph);
    double affordable = BETWEENNESS_WORK / (nodes + edges + 1);
    igraph_integer_t step = nodes > affordable ? (igraph_integer_t)(nodes / affordable) + 1 : 1;
    igraph_error_t failure = igraph_vector_int_init(pivots, 0);
    for (igraph_integer_t i = 0; i < measured->nodes && !failure; i += step)
        failure = igraph_vector_int_push_back(pivots, i);
    *scale = nodes / (double)igraph_vector_int_size(pivots);
    return failure;
}

static igraph_error_t measure_betweenness(const struct measured *measured, struct graph *graph)
{
    igraph_vector_int_t pivots;
    igraph_vector_t between;
    double scale;
    igraph_error_t failure = choose_pivots(measured, &pivots, &scale);
    if (failure)
        return failure;
    failure = igraph_vector_init(&between, 0);
    if (!failure) {
        failure = igraph_betweenness_subset(&measured->graph, &between, igraph_vss_all(), IGRAPH_DIRECTED,
                                            igraph_vss_vector(&pivots), igraph_vss_all(), NULL);
        for (size_t i = 0; i < graph->node_count && !failure; i++)
            graph->nodes[i].measures.betweenness = scale * VECTOR(between)[i];
        igraph_vector_destroy(&between);
    }
    igraph_vector_int_destroy(&pivots);
    return failure;
}

/* A part of a partition, to number parts by size. */
struct part {
    size_t size, first;
    uint32_t number;
};

static int compare_parts(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* Numbers the parts so that 0 is the largest, the one of the earliest node among equals. */
static igraph_error_t store_parts(const igraph_vector_int_t *membership, struct graph *graph, bool components)
{
    size_t count = graph->node_count;
    struct part *parts = calloc(count + 1, sizeof *parts);
    uint32_t *number = calloc(count + 1, sizeof *number);
    if (!parts || !number) {
        free(parts);
        free(number);
        return IGRAPH_ENOMEM;
    }
    for (size_t i = count; i-- > 0;) {
        struct part *part = &parts[VECTOR(*membership)[i]];
        part->size++;
        part->first = i;
        part->number = (uint32_t)VECTOR(*membership)[i];
    }
    qsort(parts, count, sizeof *parts, compare_parts);
    for (size_t i = 0; i < count && parts[i].size; i++)
        number[parts[i].number] = (uint32_t)i;
    for (size_t i = 0; i < count; i++) {
        uint32_t part = number[VECTOR(*membership)[i]];
        if (components)
            graph->nodes[i].measures.component = part;
        else
            graph->nodes[i].measures.community = part;
    }
    free(parts);
    free(number);
    return IGRAPH_SUCCESS;
}

/* Leiden with the node weights that make its quality the modularity: see igraph's documentation of
 * igraph_community_leiden. */
static igraph_error_t leiden(const igraph_t *undirected, const igraph_vector_t *weights,
                             igraph_vector_int_t *membership)
{
    igraph_vector_t strength;
    igraph_error_t failure = igraph_vector_init(&strength, 0);
    if (failure)
        return failure;
    failure = igraph_strength(undirected, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, weights);
    double total = failure ? 0 : igraph_vector_sum(&strength);
    if (!failure)
        failure = igraph_community_leiden(undirected, weights, &strength, total > 0 ? 1 / total : 1, LEIDEN_RANDOMNESS,
                                          false, LEIDEN_ROUNDS, membership, NULL, NULL);
    igraph_vector_destroy(&strength);
    return failure;
}

/* Runs Leiden with a generator of our own and a fixed seed. */
static igraph_error_t seeded_leiden(const igraph_t *undirected, const igraph_vector_t *weights,
                                    igraph_vector_int_t *membership)
{
    igraph_rng_t generator, *before = igraph_rng_default();
    igraph_error_t failure = igraph_rng_init(&generator, &igraph_rngtype_mt19937);
    if (failure)
        return failure;
    failure = igraph_rng_seed(&generator, LEIDEN_SEED);
    igraph_rng_t saved = *before;
    igraph_rng_set_default(&generator);
    if (!failure)
        failure = leiden(undirected, weights, membership);
    igraph_rng_set_default(&saved);
    igraph_rng_destroy(&generator);
    return failure;
}

static igraph_error_t measure_communities(const struct measured *measured, struct graph *graph)
{
    igraph_t undirected;
    igraph_vector_int_t membership;
    igraph_error_t failure = igraph_create(&undirected, &measured->ends, measured->nodes, IGRAPH_UNDIRECTED);
    if (failure)
        return failure;
    failure = igraph_vector_int_init(&membership, 0);
    if (!failure) {
        failure = seeded_leiden(&undirected, &measured->weights, &membership);
        if (!failure)
            failure = store_parts(&membership, graph, false);
        igraph_vector_int_destroy(&membership);
    }
    igraph_destroy(&undirected);
    return failure;
}

static int measure_all(struct graph *graph, const struct graph_edge *edges, size_t count, struct hearsay_error *error)
{
    struct measured measured;
    struct igraph_session session = begin_session();
    igraph_error_t failure = measured_make(&measured, graph->node_count, edges, count);
    if (!failure) {
        failure = measure_pagerank(&measured, graph);
        if (!failure)
            failure = measure_betweenness(&measured, graph);
        if (!failure)
            failure = measure_communities(&measured, graph);
        measured_free(&measured);
    }
    end_session(session);
    return failure ? explain(failure, error) : HEARSAY_OK;
}

static void measure_degrees(struct graph *graph, const struct graph_edge *edges, size_t count)
{
    for (size_t i = 0; i < graph->node_count; i++) {
        graph->nodes[i].measures.in_degree = graph->nodes[i].measures.out_degree = 0;
        graph->nodes[i].linked = false;
    }
    for (size_t i = 0; i < count; i++) {
        graph->nodes[edges[i].source].linked = graph->nodes[edges[i].target].linked = true;
        if (!edges[i].weight || edges[i].source == edges[i].target)
            continue;
        graph->nodes[edges[i].source].measures.out_degree++;
        graph->nodes[edges[i].target].measures.in_degree++;
    }
}

/* Weak components over all links. */
int graph_measure_components(struct graph *graph, struct arena *arena, struct hearsay_error *error)
{
    (void)arena;
    if (!graph->node_count)
        return HEARSAY_OK;
    struct igraph_session session = begin_session();
    igraph_vector_int_t ends, membership;
    igraph_t all;
    igraph_error_t failure = igraph_vector_int_init(&ends, 2 * (igraph_integer_t)graph->link_count);
    if (!failure) {
        for (size_t i = 0; i < graph->link_count; i++) {
            VECTOR(ends)[2 * i] = graph->links[i].source;
            VECTOR(ends)[2 * i + 1] = graph->links[i].target;
        }
        failure = igraph_create(&all, &ends, (igraph_integer_t)graph->node_count, IGRAPH_DIRECTED);
        igraph_vector_int_destroy(&ends);
    }
    if (!failure) {
        failure = igraph_vector_int_init(&membership, 0);
        if (!failure) {
            failure = igraph_connected_components(&all, &membership, NULL, NULL, IGRAPH_WEAK);
            if (!failure)
                failure = store_parts(&membership, graph, true);
            igraph_vector_int_destroy(&membership);
        }
        igraph_destroy(&all);
    }
    end_session(session);
    return failure ? explain(failure, error) : HEARSAY_OK;
}

int graph_measure(struct graph *graph, struct arena *arena, struct hearsay_error *error)
{
    struct graph_edge *edges;
    size_t count;
    if (!graph->node_count)
        return HEARSAY_OK;
    int code = graph_edges(graph, GRAPH_MERGED, &edges, &count, arena, error);
    if (code)
        return code;
    measure_degrees(graph, edges, count);
    code = graph_measure_components(graph, arena, error);
    return code ? code : measure_all(graph, edges, count, error);
}
