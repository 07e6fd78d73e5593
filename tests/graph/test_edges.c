/* What an edge tells of its claims, by each grouping. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "graph/made.h"

static const struct made_entity ENTITIES[] = {{ENTITY_PERSON, "Anna", "", NULL, NULL},
                                              {ENTITY_PERSON, "Boris", "", NULL, NULL}};

static const struct made_claim CLAIMS[] = {
    {RELATION_SAY, FROM(0), TO(1, ROLE_TOPIC), .date = "2024-05-02"},
    {RELATION_ACCUSE, FROM(0), TO(1, ROLE_TARGET), .date = "2024-03"},
    {RELATION_ACCUSE, FROM(0), TO(1, ROLE_TARGET), .date = "2024-03-09", .certainty = CERTAINTY_ALLEGED},
    {RELATION_DENY, FROM(1), TO(0, ROLE_TARGET), .confidence = GRAPH_HEDGED_CONFIDENCE - 1},
    {RELATION_TELL, FROM(0), TO(1, ROLE_ADDRESSEE)},
    {RELATION_THREATEN, FROM(1), TO(0, ROLE_TARGET), .within = 4},
};
#define CLAIM_COUNT (sizeof CLAIMS / sizeof *CLAIMS)

struct fixture {
    struct arena *arena;
    struct record record;
    struct graph graph;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    struct graph_options options = graph_options_default();
    fixture.arena = arena_new(0);
    fixture.record = made_record("d", ENTITIES, 2, CLAIMS, CLAIM_COUNT, fixture.arena);
    assert_int_equal(graph_build(&fixture.graph, &fixture.record, 1, &options, fixture.arena, NULL), HEARSAY_OK);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

static struct graph_edge *edges_of(struct fixture *fixture, enum graph_grouping grouping, size_t *count)
{
    struct graph_edge *edges;
    assert_int_equal(graph_edges(&fixture->graph, grouping, &edges, count, fixture->arena, NULL), HEARSAY_OK);
    return edges;
}

static void test_merged(void **state)
{
    size_t count;
    struct graph_edge *edges = edges_of(*state, GRAPH_MERGED, &count);
    assert_int_equal(count, 2);
    assert_int_equal(edges[0].source, 0);
    assert_int_equal(edges[0].weight, 4);
    assert_int_equal(edges[0].accusations, 2);
    assert_int_equal(edges[0].statements, 2);
    assert_int_equal(edges[0].topics, 1);
    assert_int_equal(edges[0].manner, MANNER_ACCUSATION);
    assert_true(view_is(edges[0].first_date, "2024-03"));
    assert_true(view_is(edges[0].last_date, "2024-05-02"));
    assert_false(edges[0].hedged);
    assert_int_equal(edges[1].weight, 2);
    assert_true(edges[1].hedged); /* one of little confidence, one reported in a denial */
    assert_null(edges[1].first_date.data);
}

static void test_manner(void **state)
{
    static const enum graph_manner MANNERS[] = {MANNER_ACCUSATION, MANNER_STATEMENT, MANNER_TOPIC, MANNER_ACCUSATION,
                                                MANNER_DENIAL};
    size_t count;
    struct graph_edge *edges = edges_of(*state, GRAPH_MANNER, &count);
    assert_int_equal(count, 5);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(edges[i].manner, MANNERS[i]);
    assert_int_equal(edges[0].weight, 2);
}

static void test_each(void **state)
{
    size_t count;
    struct graph_edge *edges = edges_of(*state, GRAPH_EACH, &count);
    assert_int_equal(count, CLAIM_COUNT);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(edges[i].weight, 1);
}

static void test_relations(void **state)
{
    struct graph_relation relations[RELATION_COUNT];
    size_t count;
    struct graph_edge *edges = edges_of(*state, GRAPH_MERGED, &count);
    assert_int_equal(graph_edge_relations(&edges[0], relations), 3);
    assert_int_equal(relations[0].relation, RELATION_ACCUSE);
    assert_int_equal(relations[0].count, 2);
    assert_int_equal(relations[1].relation, RELATION_SAY); /* as often as tell, but before it in the table */
    assert_int_equal(relations[2].relation, RELATION_TELL);
}

static void test_hedged(void **state)
{
    static const bool HEDGED[CLAIM_COUNT] = {false, false, true, true, false, true};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < CLAIM_COUNT; i++)
        assert_int_equal(graph_claim_hedged(&fixture->record, &fixture->record.claims[i]), HEDGED[i]);
}

/* A record that somebody edited may have claims that stand within each other. */
/* "Anna and Boris accused each other": an edge each way, and none to oneself. */
static void test_mutual(void **state)
{
    static const struct made_claim mutual[] = {
        {RELATION_ACCUSE, {0, 1, END}, {{0, ROLE_TARGET}, {1, ROLE_TARGET}, {END, ROLE_TARGET}}}};
    struct fixture *fixture = *state;
    struct graph_options options = graph_options_default();
    struct record record = made_record("m", ENTITIES, 2, mutual, 1, fixture->arena);
    size_t count;
    struct graph_edge *edges;

    assert_int_equal(graph_build(&fixture->graph, &record, 1, &options, fixture->arena, NULL), HEARSAY_OK);
    edges = edges_of(fixture, GRAPH_MERGED, &count);
    assert_int_equal(count, 2);
    for (size_t i = 0; i < count; i++) {
        assert_int_not_equal(edges[i].source, edges[i].target);
        assert_int_equal(edges[i].accusations, 1);
    }
}

static void test_circle_ends(void **state)
{
    struct fixture *fixture = *state;
    fixture->record.claims[0].claim.within = 1;
    fixture->record.claims[1].claim.within = 0;
    assert_false(graph_claim_hedged(&fixture->record, &fixture->record.claims[0]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_merged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_manner, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_each, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_relations, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_hedged, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_mutual, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_circle_ends, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
