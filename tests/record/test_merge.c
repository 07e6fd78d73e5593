/* Keys across documents: one for each entity, whatever the order of the records; in doubt nothing is merged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "record/record.h"

static struct entity entity(enum entity_type type, const char *name, const char *country)
{
    struct entity made = {.type = type, .name = view_of(name)};
    strncpy(made.country, country, 2);
    return made;
}

struct sample {
    const char *document;
    enum entity_type type;
    const char *name, *country;
    const char *key; /* as it must come out */
};

/* Entities in the order of documents; the records are made of runs with the same document. */
static const struct sample samples[] = {
    {"a", ENTITY_PERSON, "Mara Kolb", "", "person::mara kolb"},
    {"a", ENTITY_COUNTRY, "Norway", "NO", "country::norway"},
    {"a", ENTITY_PERSON, "Vega", "", "person@a#E3"}, /* a surname may be anyone's */
    {"a", ENTITY_ORGANISATION, "Central Bank", "NO", "organisation:NO:central bank"},
    {"a", ENTITY_GROUP, "critics", "", "group@a#E5"}, /* whose? */
    {"a", ENTITY_GROUP, "Norwegian officials", "NO", "group::norwegian officials"},
    {"b", ENTITY_PERSON, "MARA K\xC3\x96LB", "DE",
     "person::mara kolb"}, /* case and diacritics; one country and none agree */
    {"b", ENTITY_PERSON, "Vega", "", "person@b#E2"},
    {"b", ENTITY_ORGANISATION, "Central Bank", "SE", "organisation:SE:central bank"}, /* two banks */
    {"b", ENTITY_PERSON, "Ana Silva", "", "person@b#E4"},                             /* two people in one document */
    {"b", ENTITY_PERSON, "Ana Silva", "", "person@b#E5"},
    {"b", ENTITY_GROUP, "critics", "", "group@b#E6"},
    {"c", ENTITY_ORGANISATION, "Norway", "", "organisation::norway"}, /* another type is another thing */
    {"c", ENTITY_ORGANISATION, "Central Bank", "", "organisation::central bank"},
    {"c", ENTITY_GROUP, "Norwegian officials", "NO", "group::norwegian officials"},
    {"c", ENTITY_PERSON, "Ana Silva", "", "person::ana silva"},
    {"c", ENTITY_PLACE, "Paris", "FR", "place::paris"},
};

enum { SAMPLE_COUNT = sizeof samples / sizeof *samples };

struct set {
    struct entity entities[SAMPLE_COUNT];
    struct record records[SAMPLE_COUNT];
    size_t record_count;
};

static void fill(struct set *set)
{
    set->record_count = 0;
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        set->entities[i] = entity(samples[i].type, samples[i].name, samples[i].country);
        if (i == 0 || strcmp(samples[i].document, samples[i - 1].document) != 0) {
            set->records[set->record_count++] =
                (struct record){.id = view_of(samples[i].document), .entities = &set->entities[i]};
        }
        set->records[set->record_count - 1].entity_count++;
    }
}

static void swap(struct record *a, struct record *b)
{
    struct record other = *a;
    *a = *b;
    *b = other;
}

static void keys_do_not_depend_on_the_order(void **state)
{
    static const size_t orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    struct hearsay_error error;
    (void)state;
    for (size_t order = 0; order < sizeof orders / sizeof *orders; order++) {
        struct arena *arena = arena_new(0);
        struct set set;
        fill(&set);
        assert_int_equal(set.record_count, 3);
        struct record records[3];
        for (size_t i = 0; i < 3; i++) {
            records[i] = set.records[orders[order][i]];
        }
        assert_int_equal(record_merge(records, 3, arena, &error), HEARSAY_OK);
        for (size_t i = 0; i < 3; i++) {
            assert_true(view_is(records[i].id, (const char *[]){"a", "b", "c"}[i]));
        }
        for (size_t i = 0; i < SAMPLE_COUNT; i++) {
            struct view key = set.entities[i].key;
            if (!view_is(key, samples[i].key)) {
                fail_msg("%s in %s: key %.*s instead of %s", samples[i].name, samples[i].document, VIEW_ARGS(key),
                         samples[i].key);
            }
        }
        arena_free(arena);
    }
}

/* A set that was merged in parts has keys of those parts; they count for nothing. */
static void old_keys_are_forgotten(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct set set;
    (void)state;
    fill(&set);
    assert_int_equal(record_merge(set.records + 1, 2, arena, &error), HEARSAY_OK);
    assert_int_equal(record_merge(set.records, 1, arena, &error), HEARSAY_OK);
    swap(&set.records[0], &set.records[2]);
    assert_int_equal(record_merge(set.records, 3, arena, &error), HEARSAY_OK);
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        assert_true(view_is(set.entities[i].key, samples[i].key));
    }
    arena_free(arena);
}

static void two_records_of_one_id_are_an_error(void **state)
{
    struct arena *arena = arena_new(0);
    struct record records[] = {{.id = VIEW("x")}, {.id = VIEW("y")}, {.id = VIEW("x")}};
    struct hearsay_error error;
    (void)state;
    assert_int_equal(record_merge(records, 3, arena, &error), HEARSAY_ERROR_INPUT);
    assert_non_null(strstr(error.message, "\"x\""));
    assert_int_equal(record_merge(records, 0, arena, &error), HEARSAY_OK);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_do_not_depend_on_the_order),
        cmocka_unit_test(old_keys_are_forgotten),
        cmocka_unit_test(two_records_of_one_id_are_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
