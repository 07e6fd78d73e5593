/* What becomes a node and what becomes a link, in each view. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <cmocka.h>

#include "graph/made.h"

enum { ANNA, BORIS, FRANCE, PRESS, PARIS, NATO };

static const struct made_entity ENTITIES[] = {
    [ANNA] = {ENTITY_PERSON, "Anna", "FR", NULL, NULL},      [BORIS] = {ENTITY_PERSON, "Boris", "", NULL, NULL},
    [FRANCE] = {ENTITY_COUNTRY, "France", "FR", NULL, NULL}, [PRESS] = {ENTITY_GROUP, "reporters", "", NULL, NULL},
    [PARIS] = {ENTITY_PLACE, "Paris", "FR", NULL, NULL},     [NATO] = {ENTITY_ORGANISATION, "NATO", "", NULL, NULL},
};
#define ENTITY_COUNT (sizeof ENTITIES / sizeof *ENTITIES)

static struct graph build(const struct made_claim *claims, size_t count, struct graph_options options,
                          struct arena *arena)
{
    struct graph graph;
    struct record *record = arena_alloc(arena, sizeof *record);
    *record = made_record("d", ENTITIES, ENTITY_COUNT, claims, count, arena);
    assert_int_equal(graph_build(&graph, record, 1, &options, arena, NULL), HEARSAY_OK);
    return graph;
}

/* The links as "Anna>Boris:accusation Boris>NATO:topic". */
static const char *describe(const struct graph *graph, char *text, size_t size)
{
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < graph->link_count && at < size; i++) {
        const struct graph_link *link = &graph->links[i];
        at += (size_t)snprintf(text + at, size - at, "%s%.*s>%.*s:%s", i ? " " : "",
                               VIEW_ARGS(graph->nodes[link->source].label), VIEW_ARGS(graph->nodes[link->target].label),
                               graph_manner_name(link->manner));
    }
    return text;
}

static const char *nodes(const struct graph *graph, char *text, size_t size)
{
    size_t at = 0;
    text[0] = '\0';
    for (size_t i = 0; i < graph->node_count && at < size; i++)
        at += (size_t)snprintf(text + at, size - at, "%s%.*s", i ? " " : "", VIEW_ARGS(graph->nodes[i].label));
    return text;
}

/* One claim each: what it makes of the network. */
static const struct {
    struct made_claim claim;
    const char *links, *nodes;
} CASES[] = {
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)}, "Anna>Boris:accusation", "Anna Boris"},
    {{RELATION_ACCUSE, FROM(ANNA), {{BORIS, ROLE_TARGET}, {NATO, ROLE_TOPIC}, {END}}},
     "Anna>Boris:accusation",
     "Anna Boris"},
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_ADDRESSEE)}, "", "Anna"},
    {{RELATION_SAY, FROM(ANNA), TO(BORIS, ROLE_TOPIC)}, "Anna>Boris:topic", "Anna Boris"},
    {{RELATION_TELL, FROM(ANNA), TO(PRESS, ROLE_ADDRESSEE)}, "Anna>reporters:statement", "Anna reporters"},
    {{RELATION_DENY, FROM(ANNA), TO(BORIS, ROLE_TARGET)}, "Anna>Boris:denial", "Anna Boris"},
    {{RELATION_DENY, FROM(ANNA), TO(BORIS, ROLE_ADDRESSEE)}, "Anna>Boris:statement", "Anna Boris"},
    {{RELATION_PRAISE, FROM(ANNA), TO(NATO, ROLE_TARGET)}, "Anna>NATO:support", "Anna NATO"},
    {{RELATION_PRAISE, FROM(ANNA), TO(NATO, ROLE_TOPIC)}, "Anna>NATO:topic", "Anna NATO"},
    {{RELATION_SAY, FROM(ANNA), TO(PARIS, ROLE_TOPIC)}, "", "Anna"},
    {{RELATION_SAY, FROM(ANNA), TO(ANNA, ROLE_TOPIC)}, "", "Anna"},
    {{RELATION_PRAISE, FROM(ANNA), TO(ANNA, ROLE_TARGET)}, "Anna>Anna:support", "Anna"},
    {{RELATION_SAY, {END}, TO(NATO, ROLE_TARGET)}, "", "NATO"},
    {{RELATION_SAY, FROM(NOBODY), TO(NATO, ROLE_TARGET)}, "", "NATO"},
    {{RELATION_ACCUSE, FROM(ANNA), TO(NOBODY, ROLE_TARGET)}, "", "Anna"},
    {{RELATION_ACCUSE, {ANNA, BORIS, END}, TO(NATO, ROLE_TARGET)},
     "Anna>NATO:accusation Boris>NATO:accusation",
     "Anna Boris NATO"},
    {{RELATION_ACCUSE, {ANNA, ANNA, END}, TO(NATO, ROLE_TARGET)}, "Anna>NATO:accusation", "Anna NATO"},
    {{RELATION_WARN, FROM(ANNA), {{NATO, ROLE_TOPIC}, {NATO, ROLE_ADDRESSEE}, {END}}},
     "Anna>NATO:statement",
     "Anna NATO"},
    {{RELATION_CRITICISE, FROM(ANNA), {{NATO, ROLE_TOPIC}, {NATO, ROLE_TARGET}, {END}}},
     "Anna>NATO:accusation",
     "Anna NATO"},
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .negated = true}, "", ""},
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .certainty = CERTAINTY_HYPOTHETICAL}, "", ""},
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .certainty = CERTAINTY_ALLEGED},
     "Anna>Boris:accusation",
     "Anna Boris"},
    {{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .confidence = GRAPH_MIN_CONFIDENCE - 1}, "", ""},
};

static void test_network(void **state)
{
    (void)state;
    char text[500];
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *arena = arena_new(0);
        struct graph graph = build(&CASES[i].claim, 1, graph_options_default(), arena);
        if (strcmp(describe(&graph, text, sizeof text), CASES[i].links) != 0)
            fail_msg("case %zu: links \"%s\", not \"%s\"", i, text, CASES[i].links);
        if (strcmp(nodes(&graph, text, sizeof text), CASES[i].nodes) != 0)
            fail_msg("case %zu: nodes \"%s\", not \"%s\"", i, text, CASES[i].nodes);
        arena_free(arena);
    }
}

static void test_topics_off(void **state)
{
    (void)state;
    static const struct made_claim CLAIM = {RELATION_SAY, FROM(ANNA), TO(BORIS, ROLE_TOPIC)};
    struct arena *arena = arena_new(0);
    struct graph_options options = graph_options_default();
    options.topics = false;
    char text[100];
    struct graph graph = build(&CLAIM, 1, options, arena);
    assert_string_equal(nodes(&graph, text, sizeof text), "Anna");
    assert_int_equal(graph.link_count, 0);
    arena_free(arena);
}

static const struct made_claim DEBATE[] = {
    {RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)},
    {RELATION_DENY, FROM(BORIS), TO_NOBODY, .answers = 1},
    {RELATION_SAY, FROM(PRESS), TO(ANNA, ROLE_TOPIC)},
    {RELATION_CONDEMN, FROM(NATO), {{BORIS, ROLE_TARGET}, {FRANCE, ROLE_TOPIC}, {END}}, .within = 3},
    {RELATION_SAY, {END}, TO_NOBODY},
};

/* What two claims make, of which the second answers the first. */
static const struct {
    struct made_claim claims[2];
    const char *links;
} ANSWERS[] = {
    {{{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)}, {RELATION_DENY, FROM(BORIS), TO_NOBODY, .answers = 1}},
     "Anna>Boris:accusation Boris>Anna:denial"},
    {{{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)},
      {RELATION_REJECT, FROM(BORIS), TO(ANNA, ROLE_TOPIC), .answers = 1}},
     "Anna>Boris:accusation Boris>Anna:denial"},
    {{{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)},
      {RELATION_REJECT, FROM(BORIS), TO(NATO, ROLE_TARGET), .answers = 1}},
     "Anna>Boris:accusation Boris>NATO:denial"},
    {{{RELATION_ACCUSE, {ANNA, BORIS, END}, TO(NATO, ROLE_TARGET)},
      {RELATION_DENY, FROM(BORIS), TO_NOBODY, .answers = 1}},
     "Anna>NATO:accusation Boris>Anna:denial Boris>NATO:accusation"},
    {{{RELATION_ACCUSE, FROM(NOBODY), TO(BORIS, ROLE_TARGET)}, {RELATION_DENY, FROM(BORIS), TO_NOBODY, .answers = 1}},
     ""},
    {{{RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET)}, {RELATION_DESCRIBE, FROM(BORIS), TO_NOBODY, .answers = 1}},
     "Anna>Boris:accusation"},
};

/* A denial that names nobody goes to those whose words it answers, but accuses nobody. */
static void test_answers(void **state)
{
    (void)state;
    char text[500];
    for (size_t i = 0; i < sizeof ANSWERS / sizeof *ANSWERS; i++) {
        struct arena *arena = arena_new(0);
        struct graph graph = build(ANSWERS[i].claims, 2, graph_options_default(), arena);
        if (strcmp(describe(&graph, text, sizeof text), ANSWERS[i].links) != 0)
            fail_msg("case %zu: links \"%s\", not \"%s\"", i, text, ANSWERS[i].links);
        arena_free(arena);
    }
}

static void test_statements(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct graph_options options = graph_options_default();
    char text[1000];
    options.view = GRAPH_STATEMENTS;
    struct graph graph = build(DEBATE, 5, options, arena);
    assert_string_equal(nodes(&graph, text, sizeof text), "Anna Boris France reporters NATO accuse: content 1 deny: "
                                                          "content 2 say: content 3 condemn: content 4 say: content 5");
    assert_string_equal(
        describe(&graph, text, sizeof text),
        "Anna>accuse: content 1:source Boris>deny: content 2:source reporters>say: content 3:source "
        "NATO>condemn: content 4:source accuse: content 1>Boris:accusation deny: content 2>accuse: content "
        "1:answer "
        "say: content 3>Anna:topic say: content 3>condemn: content 4:report condemn: content 4>Boris:accusation "
        "condemn: content 4>France:topic");
    assert_int_equal(graph.claim_count, 5);
    arena_free(arena);
}

static void test_statements_keep_what_was_not_said(void **state)
{
    (void)state;
    static const struct made_claim CLAIM = {RELATION_ACCUSE, FROM(ANNA), TO(BORIS, ROLE_TARGET), .negated = true};
    struct arena *arena = arena_new(0);
    struct graph_options options = graph_options_default();
    options.view = GRAPH_STATEMENTS;
    struct graph graph = build(&CLAIM, 1, options, arena);
    assert_int_equal(graph.node_count, 3);
    assert_true(graph.nodes[2].claim->claim.negated);
    arena_free(arena);
}

static void test_countries(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct graph_options options = graph_options_default();
    char text[500];
    options.view = GRAPH_COUNTRIES;
    struct graph graph = build(DEBATE, 5, options, arena);
    /* Anna is of France, Boris and the reporters of nowhere, NATO stands for itself. */
    assert_string_equal(nodes(&graph, text, sizeof text), "FR NATO");
    assert_int_equal(graph.nodes[0].type, NODE_COUNTRY);
    assert_string_equal(graph.nodes[0].country, "FR");
    assert_int_equal(graph.nodes[0].measures.accusations_made, 1);
    arena_free(arena);
}

static void test_country_through_affiliation(void **state)
{
    (void)state;
    static const struct made_claim CLAIM = {RELATION_PRAISE, FROM(BORIS), TO(NATO, ROLE_TARGET)};
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, ENTITY_COUNT, &CLAIM, 1, arena);
    struct affiliation affiliation = {.entity = BORIS, .role = VIEW("minister"), .of = FRANCE};
    struct graph_options options = graph_options_default();
    struct graph graph;
    char text[100];
    record.affiliations = &affiliation;
    record.affiliation_count = 1;
    options.view = GRAPH_COUNTRIES;
    assert_int_equal(graph_build(&graph, &record, 1, &options, arena, NULL), HEARSAY_OK);
    assert_string_equal(describe(&graph, text, sizeof text), "FR>NATO:support");
    arena_free(arena);
}

static void test_affiliations(void **state)
{
    (void)state;
    static const struct made_claim CLAIM = {RELATION_PRAISE, FROM(BORIS), TO(NATO, ROLE_TARGET)};
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, ENTITY_COUNT, &CLAIM, 1, arena);
    struct affiliation affiliations[] = {{.entity = BORIS, .role = VIEW("minister"), .of = FRANCE},
                                         {.entity = ANNA, .of = FRANCE}, /* Anna takes no part */
                                         {.entity = BORIS, .of = PARIS}, /* a place is no node */
                                         {.entity = BORIS, .of = NATO}};
    struct graph_options options = graph_options_default();
    struct graph graph;
    char text[300];
    record.affiliations = affiliations;
    record.affiliation_count = 4;
    assert_int_equal(graph_build(&graph, &record, 1, &options, arena, NULL), HEARSAY_OK);
    assert_string_equal(describe(&graph, text, sizeof text), "Boris>NATO:support");
    options.affiliations = true;
    assert_int_equal(graph_build(&graph, &record, 1, &options, arena, NULL), HEARSAY_OK);
    assert_string_equal(describe(&graph, text, sizeof text),
                        "Boris>France:affiliation Boris>NATO:support Boris>NATO:affiliation");
    arena_free(arena);
}

static void test_keys_join_records(void **state)
{
    (void)state;
    static const struct made_entity FIRST[] = {{ENTITY_PERSON, "Anna", "", "k1", "A."},
                                               {ENTITY_PERSON, "Boris", "", NULL, NULL}};
    static const struct made_entity SECOND[] = {{ENTITY_PERSON, "Boris", "", NULL, NULL},
                                                {ENTITY_PERSON, "Anna Berg", "FR", "k1", "A."}};
    static const struct made_claim ONE = {RELATION_PRAISE, FROM(0), TO(1, ROLE_TARGET)};
    static const struct made_claim TWO = {RELATION_ACCUSE, FROM(0), TO(1, ROLE_TARGET)};
    struct arena *arena = arena_new(0);
    struct record records[] = {made_record("a", FIRST, 2, &ONE, 1, arena), made_record("b", SECOND, 2, &TWO, 1, arena)};
    struct graph_options options = graph_options_default();
    struct graph graph;
    char text[200];
    assert_int_equal(graph_build(&graph, records, 2, &options, arena, NULL), HEARSAY_OK);
    assert_string_equal(describe(&graph, text, sizeof text), "Anna Berg>Boris:support Boris>Anna Berg:accusation");
    assert_int_equal(graph.node_count, 3);
    assert_int_equal(graph.nodes[0].alias_count, 2);
    assert_true(view_is(graph.nodes[0].aliases[0], "Anna"));
    assert_true(view_is(graph.nodes[0].aliases[1], "A."));
    assert_string_equal(graph.nodes[0].country, "FR");
    assert_int_equal(graph.nodes[0].mentions, 2);
    arena_free(arena);
}

static void test_title(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct record records[2] = {{.id = VIEW("a"), .title = VIEW("One")}, {.id = VIEW("b"), .title = VIEW("Two")}};
    struct graph_options options = graph_options_default();
    struct graph graph;
    assert_int_equal(graph_build(&graph, records, 1, &options, arena, NULL), HEARSAY_OK);
    assert_true(view_is(graph.title, "One"));
    assert_int_equal(graph_build(&graph, records, 2, &options, arena, NULL), HEARSAY_OK);
    assert_null(graph.title.data);
    options.title = VIEW("Mine");
    assert_int_equal(graph_build(&graph, records, 1, &options, arena, NULL), HEARSAY_OK);
    assert_true(view_is(graph.title, "Mine"));
    assert_int_equal(graph_build(&graph, NULL, 0, &options, arena, NULL), HEARSAY_OK);
    assert_int_equal(graph.node_count, 0);
    arena_free(arena);
}

/* Whatever memory there is, the answer is a graph or an error. */
static void test_memory(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct record record = made_record("d", ENTITIES, ENTITY_COUNT, DEBATE, 5, arena);
    struct graph_options options = graph_options_default();
    int failures = 0;
    for (int view = GRAPH_NETWORK; view <= GRAPH_COUNTRIES; view++) {
        options.view = (enum graph_view)view;
        options.min_weight = 2;
        for (size_t limit = 16; limit < 100000; limit += limit / 16 + 16) {
            struct arena *tight = arena_new(limit);
            struct graph graph;
            int code = tight ? graph_build(&graph, &record, 1, &options, tight, NULL) : HEARSAY_ERROR_MEMORY;
            assert_true(code == HEARSAY_OK || code == HEARSAY_ERROR_MEMORY);
            failures += code != HEARSAY_OK;
            arena_free(tight);
        }
    }
    assert_true(failures > 10);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_network),
        cmocka_unit_test(test_topics_off),
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_statements),
        cmocka_unit_test(test_statements_keep_what_was_not_said),
        cmocka_unit_test(test_countries),
        cmocka_unit_test(test_country_through_affiliation),
        cmocka_unit_test(test_affiliations),
        cmocka_unit_test(test_keys_join_records),
        cmocka_unit_test(test_title),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
