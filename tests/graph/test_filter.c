/* Filters of claims, edges and nodes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "graph/made.h"

enum { ANNA, BORIS, CLARA, DMITRI, ELENA, FARID };

static const struct made_entity ENTITIES[] = {
    {ENTITY_PERSON, "Anna Müller", "", NULL, "Müller"}, {ENTITY_PERSON, "Boris Novak", "", NULL, NULL},
    {ENTITY_PERSON, "Clara", "", NULL, NULL},           {ENTITY_PERSON, "Dmitri", "", NULL, NULL},
    {ENTITY_PERSON, "Elena", "", NULL, NULL},           {ENTITY_PERSON, "Farid Novakov", "", NULL, NULL},
};

/* Anna => Boris (twice), Boris -> Clara, Clara -> Dmitri; Elena -> Farid apart. */
static const struct made_claim CLAIMS[] = {
    {RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .date = "2024-03-01"},
    {RELATION_CONDEMN, FROM(ANNA), TO(BORIS, ROLE_TARGET), .date = "2024-03-20"},
    {RELATION_DENY, FROM(BORIS), TO(CLARA, ROLE_TARGET), .date = "2024-04"},
    {RELATION_PRAISE, FROM(CLARA), TO(DMITRI, ROLE_TARGET), .date = "2023", .confidence = 50},
    {RELATION_SAY, FROM(ELENA), TO(FARID, ROLE_TARGET), .confidence = 70},
};

static struct graph_options options(void)
{
    return graph_options_default();
}

/* The names' first letters, after building with these options. */
static const char *letters(struct graph_options wanted, char text[32])
{
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, 6, CLAIMS, 5, arena);
    struct graph graph;
    assert_int_equal(graph_build(&graph, &record, 1, &wanted, arena, NULL), HEARSAY_OK);
    for (size_t i = 0; i < graph.node_count; i++)
        text[i] = graph.nodes[i].label.data[0];
    text[graph.node_count] = '\0';
    snprintf(text + graph.node_count, 32 - graph.node_count, " %zu", graph.link_count);
    arena_free(arena);
    return text;
}

#define CHECK(setting, expected)                                                                                       \
    do {                                                                                                               \
        char text[32];                                                                                                 \
        struct graph_options o = options();                                                                            \
        setting;                                                                                                       \
        assert_string_equal(letters(o, text), expected);                                                               \
    } while (0)

static void test_claims(void **state)
{
    (void)state;
    CHECK((void)0, "ABCDEF 5");
    CHECK(o.kinds = 1u << CLAIM_ACCUSATION, "AB 2");
    CHECK(o.kinds = 1u << CLAIM_STATEMENT, "BCDEF 3");
    CHECK(o.relations = 1u << RELATION_DENY | 1u << RELATION_SAY, "BCEF 2");
    CHECK(o.stances = STANCE_POSITIVE, "CD 1");
    CHECK(o.stances = STANCE_NEGATIVE, "ABC 3");
    CHECK(o.stances = STANCE_NEUTRAL | STANCE_POSITIVE, "CDEF 2");
    CHECK((o.kinds = 1u << CLAIM_STATEMENT, o.stances = STANCE_NEGATIVE), "BC 1");
    CHECK(o.min_confidence = 60, "ABCEF 4");
    CHECK(o.min_confidence = 80, "ABC 3");
}

static void test_dates(void **state)
{
    (void)state;
    CHECK(o.since = VIEW("2024-03-20"), "ABC 2");
    CHECK(o.since = VIEW("2024-03"), "ABC 3");
    CHECK(o.until = VIEW("2024-03-01"), "ABCD 2"); /* "2023" is before all of 2024 */
    CHECK(o.until = VIEW("2024"), "ABCD 4");
    CHECK((o.since = VIEW("2024-03-02"), o.until = VIEW("2024-03-31")), "AB 1");
    CHECK(o.since = VIEW("2024-04-30"), "BC 1"); /* "2024-04" may be that day */
    CHECK(o.since = VIEW("2025"), " 0");
}

static void test_documents_date_stands_in(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, 6, CLAIMS, 5, arena);
    struct graph_options o = options();
    struct graph graph;
    record.date = VIEW("2024-05-05");
    o.since = VIEW("2024-05");
    assert_int_equal(graph_build(&graph, &record, 1, &o, arena, NULL), HEARSAY_OK);
    assert_int_equal(graph.link_count, 1);
    assert_true(view_is(graph.nodes[0].label, "Elena"));
    arena_free(arena);
}

static void test_bad_dates(void **state)
{
    (void)state;
    static const char *const BAD[] = {"",        "24",         "2024-13",   "2024-00",   "2024-1",
                                      "2024/01", "2024-01-32", "2024-01-1", "yesterday", "2024-01-01T00"};
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct graph_options o = options();
        struct hearsay_error error = {0};
        struct arena *arena = arena_new(0);
        struct graph graph;
        o.until = (struct view){BAD[i], strlen(BAD[i])};
        assert_int_equal(graph_build(&graph, NULL, 0, &o, arena, &error), HEARSAY_ERROR_USAGE);
        assert_non_null(strstr(error.message, "until"));
        arena_free(arena);
    }
}

static void test_weight(void **state)
{
    (void)state;
    CHECK(o.min_weight = 1, "ABCDEF 5");
    CHECK(o.min_weight = 2, "AB 2");
    CHECK(o.min_weight = 3, " 0");
}

static void test_focus(void **state)
{
    (void)state;
    CHECK(o.focus = VIEW("Clara"), "BCD 2");
    CHECK((o.focus = VIEW("clara"), o.hops = 2), "ABCD 4");
    CHECK((o.focus = VIEW("CLARA"), o.hops = 0), "C 0");
    CHECK(o.focus = VIEW("muller"), "AB 2"); /* the alias, without its accent */
    CHECK(o.focus = VIEW("novak"), "ABC 3"); /* Boris Novak, not Farid Novakov */
    CHECK(o.focus = VIEW("Boris Novak"), "ABC 3");
    CHECK((o.focus = VIEW("Farid Novakov"), o.hops = 9), "EF 1");
}

static void test_focus_on_nobody(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, 6, CLAIMS, 5, arena);
    struct graph_options o = options();
    struct hearsay_error error = {0};
    struct graph graph;
    o.focus = VIEW("Zoe");
    assert_int_equal(graph_build(&graph, &record, 1, &o, arena, &error), HEARSAY_ERROR_USAGE);
    assert_non_null(strstr(error.message, "Zoe"));
    arena_free(arena);
}

static void test_component(void **state)
{
    (void)state;
    CHECK(o.largest_component = true, "ABCD 4");
    CHECK((o.largest_component = true, o.kinds = 1u << CLAIM_ACCUSATION), "AB 2");
}

static void test_top(void **state)
{
    (void)state;
    /* PageRank grows along Anna -> Boris -> Clara -> Dmitri; Farid is above Elena. */
    CHECK(o.top = 1, "D 0");
    CHECK(o.top = 2, "CD 1");
    CHECK(o.top = 3, "BCD 2");
    CHECK(o.top = 6, "ABCDEF 5");
    CHECK(o.top = 100, "ABCDEF 5");
}

static void test_top_leaves_the_original(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, 6, CLAIMS, 5, arena);
    struct graph_options o = options();
    struct graph whole, part;
    assert_int_equal(graph_build(&whole, &record, 1, &o, arena, NULL), HEARSAY_OK);
    part = whole;
    assert_int_equal(graph_top(&part, 2, arena, NULL), HEARSAY_OK);
    assert_int_equal(part.node_count, 2);
    assert_int_equal(part.nodes_left_out, 4);
    assert_int_equal(whole.node_count, 6);
    assert_true(view_is(whole.nodes[0].label, "Anna Müller"));
    assert_int_equal(whole.links[0].target, BORIS);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_claims),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_documents_date_stands_in),
        cmocka_unit_test(test_bad_dates),
        cmocka_unit_test(test_weight),
        cmocka_unit_test(test_focus),
        cmocka_unit_test(test_focus_on_nobody),
        cmocka_unit_test(test_component),
        cmocka_unit_test(test_top),
        cmocka_unit_test(test_top_leaves_the_original),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
