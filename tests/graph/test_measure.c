/* Measures against values worked out by hand, and the same ones on every run. */
#include <math.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

#include "graph/made.h"

#define PEOPLE 9

static const struct made_entity ENTITIES[PEOPLE] = {
    {ENTITY_PERSON, "A", "", NULL, NULL}, {ENTITY_PERSON, "B", "", NULL, NULL}, {ENTITY_PERSON, "C", "", NULL, NULL},
    {ENTITY_PERSON, "D", "", NULL, NULL}, {ENTITY_PERSON, "E", "", NULL, NULL}, {ENTITY_PERSON, "F", "", NULL, NULL},
    {ENTITY_PERSON, "G", "", NULL, NULL}, {ENTITY_PERSON, "H", "", NULL, NULL}, {ENTITY_PERSON, "I", "", NULL, NULL},
};

#define SAYS(a, b)                                                                                                     \
    {                                                                                                                  \
        RELATION_TELL, FROM(a), TO(b, ROLE_ADDRESSEE)                                                                  \
    }
#define ACCUSES(a, b)                                                                                                  \
    {                                                                                                                  \
        RELATION_ACCUSE, FROM(a), TO(b, ROLE_TARGET)                                                                   \
    }

/* Two triangles in a line, A-B-C and D-E-F, C -> D between them; G -> H apart; I alone. */
static const struct made_claim CLAIMS[] = {
    SAYS(0, 1), SAYS(1, 2), SAYS(2, 0),    ACCUSES(2, 3), SAYS(3, 4),
    SAYS(4, 5), SAYS(5, 3), ACCUSES(6, 7), ACCUSES(6, 7), {RELATION_SAY, FROM(8), TO_NOBODY},
};
#define CLAIM_COUNT (sizeof CLAIMS / sizeof *CLAIMS)

static struct graph build(struct arena *arena)
{
    struct record *record = arena_alloc(arena, sizeof *record);
    struct graph_options options = graph_options_default();
    struct graph graph;
    *record = made_record("d", ENTITIES, PEOPLE, CLAIMS, CLAIM_COUNT, arena);
    assert_int_equal(graph_build(&graph, record, 1, &options, arena, NULL), HEARSAY_OK);
    assert_int_equal(graph.node_count, PEOPLE);
    return graph;
}

static void test_counts(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct graph graph = build(arena);
    const struct graph_measures *c = &graph.nodes[2].measures, *g = &graph.nodes[6].measures,
                                *h = &graph.nodes[7].measures;
    assert_int_equal(c->statements_made, 1);
    assert_int_equal(c->accusations_made, 1);
    assert_int_equal(c->statements_received, 1);
    assert_int_equal(c->out_degree, 2);
    assert_int_equal(c->in_degree, 1);
    assert_int_equal(g->accusations_made, 2);
    assert_int_equal(g->out_degree, 1); /* one neighbour, accused twice */
    assert_int_equal(h->accusations_received, 2);
    assert_int_equal(graph.nodes[8].measures.statements_made, 1);
    assert_false(graph.nodes[8].linked);
    assert_true(graph.nodes[0].linked);
    arena_free(arena);
}

static void test_components(void **state)
{
    (void)state;
    static const uint32_t COMPONENTS[PEOPLE] = {0, 0, 0, 0, 0, 0, 1, 1, 2};
    static const uint32_t COMMUNITIES[PEOPLE] = {0, 0, 0, 1, 1, 1, 2, 2, 3};
    struct arena *arena = arena_new(0);
    struct graph graph = build(arena);
    for (size_t i = 0; i < PEOPLE; i++) {
        assert_int_equal(graph.nodes[i].measures.component, COMPONENTS[i]);
        assert_int_equal(graph.nodes[i].measures.community, COMMUNITIES[i]);
    }
    arena_free(arena);
}

/* Betweenness by counting: the shortest paths between others that run through a node. Through C: from A and B to D, E,
 * F (6), and from B to A (1). */
static void test_betweenness(void **state)
{
    (void)state;
    static const double BETWEENNESS[PEOPLE] = {1, 4, 7, 7, 4, 1, 0, 0, 0};
    struct arena *arena = arena_new(0);
    struct graph graph = build(arena);
    for (size_t i = 0; i < PEOPLE; i++)
        assert_true(fabs(graph.nodes[i].measures.betweenness - BETWEENNESS[i]) < 1e-9);
    arena_free(arena);
}

/* PageRank by the power method, written anew here. */
static void test_pagerank(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct graph graph = build(arena);
    double rank[PEOPLE], next[PEOPLE], out[PEOPLE] = {0}, sum = 0;
    for (size_t i = 0; i < graph.link_count; i++)
        out[graph.links[i].source]++;
    for (int i = 0; i < PEOPLE; i++)
        rank[i] = 1.0 / PEOPLE;
    for (int round = 0; round < 500; round++) {
        double dangling = 0;
        for (int i = 0; i < PEOPLE; i++)
            dangling += out[i] > 0 ? 0 : rank[i];
        for (int i = 0; i < PEOPLE; i++)
            next[i] = (0.15 + 0.85 * dangling) / PEOPLE;
        for (size_t i = 0; i < graph.link_count; i++)
            next[graph.links[i].target] += 0.85 * rank[graph.links[i].source] / out[graph.links[i].source];
        memcpy(rank, next, sizeof rank);
    }
    for (int i = 0; i < PEOPLE; i++) {
        assert_true(fabs(graph.nodes[i].measures.pagerank - rank[i]) < 1e-6);
        sum += graph.nodes[i].measures.pagerank;
    }
    assert_true(fabs(sum - 1) < 1e-9);
    arena_free(arena);
}

/* A large random graph: enough nodes and edges that betweenness is extrapolated. */
static struct graph build_large(struct arena *arena)
{
    enum { NODES = 5000, LINKS = 20000 };
    struct made_entity *entities = arena_array(arena, NODES, sizeof *entities);
    struct made_claim *claims = arena_array(arena, LINKS, sizeof *claims);
    struct record *record = arena_alloc(arena, sizeof *record);
    struct graph_options options = graph_options_default();
    struct graph graph;
    uint32_t random = 1;
    for (int i = 0; i < NODES; i++)
        entities[i] = (struct made_entity){ENTITY_PERSON, "X", "", NULL, NULL};
    for (int i = 0; i < LINKS; i++) {
        random = random * 1664525 + 1013904223;
        int a = (int)(random >> 8) % NODES, b = i % NODES;
        claims[i] = (struct made_claim){RELATION_TELL, FROM(a), TO(b, ROLE_ADDRESSEE)};
    }
    *record = made_record("d", entities, NODES, claims, LINKS, arena);
    assert_int_equal(graph_build(&graph, record, 1, &options, arena, NULL), HEARSAY_OK);
    return graph;
}

static void test_same_again(void **state)
{
    (void)state;
    struct arena *arenas[2] = {arena_new(0), arena_new(0)};
    struct graph one = build_large(arenas[0]);
    srand(7); /* whatever others do with the C library's random numbers */
    struct graph two = build_large(arenas[1]);
    assert_int_equal(one.node_count, two.node_count);
    for (size_t i = 0; i < one.node_count; i++)
        assert_memory_equal(&one.nodes[i].measures, &two.nodes[i].measures, sizeof one.nodes[i].measures);
    arena_free(arenas[0]);
    arena_free(arenas[1]);
}

/* igraph keeps its state in globals: calls from many threads must not meet there. */
static void *measure_often(void *unused)
{
    (void)unused;
    for (int i = 0; i < 50; i++) {
        struct arena *arena = arena_new(0);
        struct graph graph = build(arena);
        bool good = graph.nodes[5].measures.community == 1;
        arena_free(arena);
        if (!good)
            return "wrong";
    }
    return NULL;
}

static void test_threads(void **state)
{
    (void)state;
    pthread_t threads[4];
    for (int i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, measure_often, NULL), 0);
    for (int i = 0; i < 4; i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        assert_null(wrong);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counts),   cmocka_unit_test(test_components), cmocka_unit_test(test_betweenness),
        cmocka_unit_test(test_pagerank), cmocka_unit_test(test_same_again), cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
