/* Lists of known entities: who gets whose ids, and who gets none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/limits.h"
#include "record/known.h"
#include "record/lines_file.h"

static struct known_entities *open_lines(const char *lines, int expected, struct hearsay_error *error)
{
    struct known_entities *known = NULL;
    struct hearsay_limits limits = limits_default();
    write_lines(lines);
    int code = known_open(&known, lines_path, &limits, error);
    if (code != expected) {
        fail_msg("%s: %d instead of %d: %s", lines, code, expected, code < 0 ? error->message : "");
    }
    return known;
}

static const char list[] =
    "{\"name\":\"Anna Berg\",\"aliases\":[\"Anne Berg\",\"Berg\"],\"type\":\"person\",\"country\":\"NO\","
    "\"ids\":{\"wikidata\":\"Q1\"}}\n"
    "{\"name\":\"Anna Berg\",\"type\":\"person\",\"country\":\"Sweden\",\"ids\":{\"wikidata\":\"Q2\"},\"note\":\"the "
    "other\"}\n"
    "{\"name\":\"Federal Fish "
    "Service\",\"aliases\":[\"FFS\",\"Service\"],\"type\":\"organisation\",\"ids\":{\"own\":\"7\"}}\n"
    "{\"name\":\"Zaza\",\"type\":\"person\",\"ids\":{\"wikidata\":\"Q3\"}}\n"
    "{\"name\":\"Twin Bank\",\"ids\":{\"own\":\"8\"}}\n"
    "{\"name\":\"TWIN BANK\",\"ids\":{\"own\":\"9\"}}\n"
    "{\"name\":\"Fish Office\",\"aliases\":[\"Council of Fish\"],\"ids\":{\"own\":\"10\"}}\n"
    "{\"name\":\"Council of Fish\",\"ids\":{\"own\":\"11\"}}\n"
    "{\"id\":\"Q77\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Tom Dahl\",\"Thomas "
    "Dahl\"],\"alias\":[\"Dahl\"],"
    "\"country\":[\"no\",\"se\"]},\"datasets\":[\"list\"]}\n"
    "{\"id\":\"x-1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Nordic Nets\"],\"leiCode\":[\"LEI1\"],"
    "\"wikidataId\":[\"Q8\"],\"jurisdiction\":[\"is\"]}}\n"
    "{\"id\":\"x-2\",\"schema\":\"Vessel\",\"properties\":{\"name\":[\"Sea Star\"]}}\n"
    "{\"id\":\"x-3\",\"schema\":\"LegalEntity\",\"properties\":{\"name\":[\"Any Body\"],\"country\":[\"suhh\"]}}\n";

struct sample {
    enum entity_type type;
    const char *name, *alias; /* "": none */
    const char *country;
    const char *ids; /* "scheme=value ..." as they must come out */
};

static const struct sample samples[] = {
    {ENTITY_PERSON, "Anna Berg", "", "NO", "wikidata=Q1"},
    {ENTITY_PERSON, "ANNA BERG", "", "SE", "wikidata=Q2"},
    {ENTITY_PERSON, "Anna Berg", "", "", ""},            /* which? */
    {ENTITY_PERSON, "Anna Berg", "", "FI", ""},          /* a third one */
    {ENTITY_PERSON, "Anne Berg", "", "", "wikidata=Q1"}, /* another name of hers */
    {ENTITY_PERSON, "Berg", "", "NO", ""},               /* never by a surname */
    {ENTITY_PERSON, "Eva Berg", "Berg", "NO", ""},
    {ENTITY_ORGANISATION, "Anna Berg", "", "NO", ""}, /* a ship, a prize */
    {ENTITY_ORGANISATION, "FFS", "", "", "own=7"},
    {ENTITY_ORGANISATION, "the Federal Fish Service", "", "RU", "own=7"},
    {ENTITY_ORGANISATION, "Fishing Authority", "FFS", "", "own=7"},
    {ENTITY_ORGANISATION, "City Service", "Service", "", ""},   /* short for much */
    {ENTITY_PERSON, "Zaza", "", "", "wikidata=Q3"},             /* a name of one word of its own */
    {ENTITY_ORGANISATION, "Twin Bank", "", "", ""},             /* two are called so */
    {ENTITY_ORGANISATION, "Council of Fish", "", "", "own=11"}, /* the name before the alias */
    {ENTITY_PERSON, "Thomas Dahl", "", "SE", "opensanctions=Q77 wikidata=Q77"},
    {ENTITY_PERSON, "Tom Dahl", "", "", "opensanctions=Q77 wikidata=Q77"},
    {ENTITY_PERSON, "Tom Dahl", "", "RU", ""},
    {ENTITY_PERSON, "Dahl", "", "NO", ""},
    {ENTITY_ORGANISATION, "Nordic Nets", "", "IS", "followthemoney=x-1 wikidata=Q8 lei=LEI1"},
    {ENTITY_PERSON, "Nordic Nets", "", "", ""},
    {ENTITY_ORGANISATION, "Sea Star", "", "", ""}, /* a ship is nobody */
    {ENTITY_ORGANISATION, "Any Body", "", "RU", "followthemoney=x-3"},
    {ENTITY_COUNTRY, "Any Body", "", "", ""},
};

static void names_are_linked_where_it_is_clear(void **state)
{
    struct hearsay_error error;
    struct known_entities *known = open_lines(list, HEARSAY_OK, &error);
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct arena *arena = arena_new(0);
        const struct sample *sample = &samples[i];
        struct view alias = view_of(sample->alias);
        struct entity entity = {
            .type = sample->type, .name = view_of(sample->name), .aliases = &alias, .alias_count = alias.length > 0};
        struct record record = {.entities = &entity, .entity_count = 1};
        char ids[200] = "";
        strncpy(entity.country, sample->country, 2);
        assert_int_equal(known_link(&record, known, arena, &error), HEARSAY_OK);
        for (size_t j = 0; j < entity.id_count; j++) {
            size_t length = strlen(ids);
            snprintf(ids + length, sizeof ids - length, "%s%.*s=%.*s", j ? " " : "", VIEW_ARGS(entity.ids[j].scheme),
                     VIEW_ARGS(entity.ids[j].value));
        }
        if (strcmp(ids, sample->ids) != 0) {
            fail_msg("%s (%s) of \"%s\": \"%s\" instead of \"%s\"", sample->name, sample->alias, sample->country, ids,
                     sample->ids);
        }
        arena_free(arena);
    }
    known_close(known);
}

/* An id that is there already tells two of one name apart, and is kept. */
static void ids_that_are_there_count(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct known_entities *known = open_lines(list, HEARSAY_OK, &error);
    struct entity_identifier ids[] = {{VIEW("wikidata"), VIEW("Q2")}};
    struct entity entity = {.type = ENTITY_PERSON, .name = VIEW("Anna Berg"), .ids = ids, .id_count = 1};
    struct record record = {.entities = &entity, .entity_count = 1};
    (void)state;
    assert_int_equal(known_link(&record, known, arena, &error), HEARSAY_OK);
    assert_int_equal(entity.id_count, 1);
    assert_true(view_is(entity.ids[0].value, "Q2"));
    known_close(known);
    arena_free(arena);
}

static void bad_lines_are_refused(void **state)
{
    static const char *const bad[] = {
        "nonsense\n",
        "{}\n",
        "[1]\n",
        "{\"name\":\"\"}\n",
        "{\"name\":\"A\",\"type\":\"ship\"}\n",
        "{\"name\":\"A\",\"country\":\"Atlantis\"}\n",
        "{\"name\":\"A\",\"aliases\":[1]}\n",
        "{\"name\":\"A\",\"ids\":{\"B C\":\"1\"}}\n",
        "{\"name\":\"A\",\"wikidata\":\"Q1\"}\n",
        "{\"schema\":\"Person\",\"properties\":{\"name\":[\"A\"]}}\n",
        "{\"id\":\"x\",\"schema\":\"Person\",\"properties\":{\"name\":[5]}}\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct hearsay_error error;
        assert_null(open_lines(bad[i], HEARSAY_ERROR_INPUT, &error));
        assert_string_equal(strrchr(error.place, ':'), ":1");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_linked_where_it_is_clear),
        cmocka_unit_test(ids_that_are_there_count),
        cmocka_unit_test(bad_lines_are_refused),
    };
    return cmocka_run_group_tests(tests, make_lines_file, remove_lines_file);
}
