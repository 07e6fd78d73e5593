/* Keys across documents: one for each entity, whatever the order of the records; in doubt nothing is merged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/output.h"
#include "record/merger.h"

static struct entity entity(enum entity_type type, const char *name, const char *country)
{
    struct entity made = {.type = type, .name = view_of(name)};
    memcpy(made.country, country, strlen(country));
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

/* ---- Evidence: small sets of documents, each for one question ---- */

enum { MOST_PEOPLE = 6 };

/* Somebody in a document of their own, with the company they keep there. */
struct person {
    enum entity_type type;
    const char *name, *alias, *country, *role, *id, *company[2];
};

struct question {
    const char *what;
    struct person people[MOST_PEOPLE];
    const char *answer; /* a letter for each: the same letter, the same key */
};

#define PERSON ENTITY_PERSON
#define BODY   ENTITY_ORGANISATION

static const struct question questions[] = {
    /* One. */
    {"acronym introduced elsewhere",
     {{.type = BODY, .name = "Federal Fish Service", .alias = "FFS", .country = "NO"}, {.type = BODY, .name = "FFS"}},
     "aa"},
    {"acronym with points", {{.type = BODY, .name = "F.F.S."}, {.type = BODY, .name = "FFS"}}, "aa"},
    {"hyphens, accents, case",
     {{.type = PERSON, .name = "Jean-Luc M\xC3\xA9lot"}, {.type = PERSON, .name = "JEAN LUC MELOT"}},
     "aa"},
    {"two spellings",
     {{.type = PERSON, .name = "Yuri Tkachenko", .country = "UA"}, {.type = PERSON, .name = "Yury Tkachenko"}},
     "aa"},
    {"second full name",
     {{.type = PERSON, .name = "Aleksandr Bely", .alias = "Sasha Bely"}, {.type = PERSON, .name = "Sasha Bely"}},
     "aa"},
    {"initial left out",
     {{.type = PERSON, .name = "John F. Moss", .country = "US"},
      {.type = PERSON, .name = "John Moss", .country = "US"}},
     "aa"},
    {"words in another order",
     {{.type = BODY, .name = "Fish Department", .alias = "Department Fish"}, {.type = BODY, .name = "Department Fish"}},
     "aa"},
    {"short name in one country",
     {{.type = BODY, .name = "Norwegian Fish Ministry", .alias = "Fish Ministry", .country = "NO"},
      {.type = BODY, .name = "Fish Ministry", .country = "NO"}},
     "aa"},
    {"one identifier, two names",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .id = "1"},
      {.type = PERSON, .name = "Anna Holm", .id = "1"}},
     "aa"},
    {"one identifier, a single name",
     {{.type = PERSON, .name = "Vik", .id = "1"}, {.type = PERSON, .name = "Anna Vik", .id = "1"}},
     "aa"},
    {"company settles the country",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .company = {"Ola Moe", "Per Lie"}},
      {.type = PERSON, .name = "Anna Vik", .country = "SE", .company = {"Eva Ek", "Bo Alm"}},
      {.type = PERSON, .name = "Anna Vik", .company = {"Per Lie", "Ola Moe"}}},
     "aba"},
    {"a player who became minister",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .role = "striker", .company = {"Ola Moe", "Per Lie"}},
      {.type = PERSON,
       .name = "Anna Vik",
       .country = "NO",
       .role = "foreign minister",
       .company = {"Ola Moe", "Per Lie"}}},
     "aa"},
    {"an officer of whatever kind",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .role = "minister"},
      {.type = PERSON, .name = "Anna Vik", .role = "adviser"}},
     "aa"},
    /* Two: merging would be wrong. */
    {"a surname", {{.type = PERSON, .name = "Anna Vik", .alias = "Vik"}, {.type = PERSON, .name = "Vik"}}, "ab"},
    {"two surnames",
     {{.type = PERSON, .name = "Vik", .country = "NO"}, {.type = PERSON, .name = "Vik", .country = "NO"}},
     "ab"},
    {"two countries",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO"}, {.type = PERSON, .name = "Anna Vik", .country = "SE"}},
     "ab"},
    {"which of the two countries",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO"},
      {.type = PERSON, .name = "Anna Vik", .country = "SE"},
      {.type = PERSON, .name = "Anna Vik"}},
     "abc"},
    {"a minister and a player",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .role = "minister"},
      {.type = PERSON, .name = "Anna Vik", .country = "NO", .role = "goalkeeper"}},
     "ab"},
    {"a singer and a player",
     {{.type = PERSON, .name = "Anna Vik", .role = "singer"}, {.type = PERSON, .name = "Anna Vik", .role = "striker"}},
     "ab"},
    {"two identifiers",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO", .id = "1"},
      {.type = PERSON, .name = "Anna Vik", .country = "NO", .id = "2"}},
     "ab"},
    {"an acronym that everybody knows",
     {{.type = BODY, .name = "U.N."}, {.type = BODY, .name = "United Nations"}, {.type = BODY, .name = "UN"}},
     "aaa"},
    {"a body of one name in another country",
     {{.type = BODY, .name = "National Security Council", .country = "UA"},
      {.type = BODY, .name = "NSC", .country = "US"}},
     "ab"},
    {"father and son",
     {{.type = PERSON, .name = "John Moss Jr.", .alias = "John Moss", .country = "US"},
      {.type = PERSON, .name = "John Moss", .country = "US"}},
     "ab"},
    {"first and second",
     {{.type = PERSON, .name = "John Moss II", .alias = "John Moss III"}, {.type = PERSON, .name = "John Moss III"}},
     "ab"},
    {"two initials",
     {{.type = PERSON, .name = "John F. Moss", .country = "US"},
      {.type = PERSON, .name = "John W. Moss", .country = "US"},
      {.type = PERSON, .name = "John Moss", .country = "US"}},
     "abc"},
    {"an initial and no country",
     {{.type = PERSON, .name = "John F. Moss"}, {.type = PERSON, .name = "John Moss"}},
     "ab"},
    {"spellings of two countries",
     {{.type = PERSON, .name = "Yuri Tkachenko", .country = "UA"},
      {.type = PERSON, .name = "Yury Tkachenko", .country = "RU"}},
     "ab"},
    {"which of two spellings",
     {{.type = PERSON, .name = "Yuri Tkachenko", .country = "UA"},
      {.type = PERSON, .name = "Yuriy Tkachenko", .country = "RU"},
      {.type = PERSON, .name = "Yury Tkachenko"}},
     "abc"},
    {"two spellings in one document",
     {{.type = PERSON, .name = "Yuri Tkachenko", .company = {"Yury Tkachenko"}},
      {.type = PERSON, .name = "Yury Tkachenko"}},
     "ab"},
    {"an acronym of two",
     {{.type = BODY, .name = "Federal Fish Service", .alias = "FFS"},
      {.type = BODY, .name = "Free Forest Society", .alias = "FFS"},
      {.type = BODY, .name = "FFS"}},
     "abc"},
    {"an acronym of another country",
     {{.type = BODY, .name = "Federal Fish Service", .alias = "FFS", .country = "NO"},
      {.type = BODY, .name = "FFS", .country = "SE"}},
     "ab"},
    {"whose ministry",
     {{.type = BODY, .name = "Norwegian Fish Ministry", .alias = "Fish Ministry", .country = "NO"},
      {.type = BODY, .name = "Fish Ministry"}},
     "ab"},
    {"the council",
     {{.type = BODY, .name = "Oslo Fish Council", .alias = "Council", .country = "NO"},
      {.type = BODY, .name = "Council", .country = "NO"}},
     "ab"},
    {"a person and a company", {{.type = PERSON, .name = "Anna Vik"}, {.type = BODY, .name = "Anna Vik"}}, "ab"},
    {"two first names",
     {{.type = PERSON, .name = "Anna Vik", .country = "NO"}, {.type = PERSON, .name = "Anne Vik", .country = "NO"}},
     "ab"},
};

/* A document for somebody: entity 0 is the person, 1 a country to have a role in, the others their company. */
static void make_document(struct record *record, const struct person *person, size_t number, struct arena *arena)
{
    struct entity *entities = arena_array(arena, 4, sizeof *entities);
    struct affiliation *affiliation = arena_array(arena, 1, sizeof *affiliation);
    struct entity_identifier *id = arena_array(arena, 1, sizeof *id);
    struct view *alias = arena_array(arena, 1, sizeof *alias);
    assert_true(entities && affiliation && id && alias);
    *record = (struct record){.id = arena_print(arena, "d%zu", number), .entities = entities, .entity_count = 2};
    entities[0] = entity(person->type, person->name, person->country ? person->country : "");
    entities[1] = entity(ENTITY_COUNTRY, "Norway", "NO");
    if (person->alias) {
        *alias = view_of(person->alias);
        entities[0].aliases = alias;
        entities[0].alias_count = 1;
    }
    if (person->id) {
        *id = (struct entity_identifier){VIEW("list"), view_of(person->id)};
        entities[0].ids = id;
        entities[0].id_count = 1;
    }
    if (person->role) {
        *affiliation = (struct affiliation){0, view_of(person->role), 1, {0, 1}};
        record->affiliations = affiliation;
        record->affiliation_count = 1;
    }
    for (size_t i = 0; i < 2 && person->company[i]; i++) {
        entities[record->entity_count++] = entity(ENTITY_PERSON, person->company[i], "");
    }
}

static void each_question_has_its_answer(void **state)
{
    struct hearsay_error error;
    (void)state;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        const struct question *question = &questions[i];
        struct arena *arena = arena_new(0);
        struct record records[MOST_PEOPLE];
        size_t count = strlen(question->answer);
        for (size_t j = 0; j < count; j++) {
            make_document(&records[j], &question->people[j], j, arena);
        }
        assert_int_equal(record_merge(records, count, arena, &error), HEARSAY_OK);
        for (size_t j = 0; j < count; j++) {
            for (size_t k = 0; k < j; k++) {
                struct view a = records[j].entities[0].key, b = records[k].entities[0].key;
                if (view_equal(a, b) != (question->answer[j] == question->answer[k])) {
                    fail_msg("%s: %s is %.*s, %s is %.*s", question->what, question->people[j].name, VIEW_ARGS(a),
                             question->people[k].name, VIEW_ARGS(b));
                }
            }
        }
        arena_free(arena);
    }
}

/* ---- Any order, any grouping: the same bytes ---- */

enum { DOCUMENTS = 1000, ORDERS = 50, PEOPLE_IN_ONE = 6 };

static uint32_t next_number(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u; /* Knuth's MMIX */
    return (uint32_t)(*state >> 33);
}

static const char *pick(uint64_t *state, const char *const *words, size_t count)
{
    return words[next_number(state) % count];
}

#define PICK(state, words) pick(state, words, sizeof(words) / sizeof *(words))

static struct entity make_entity(uint64_t *state, struct arena *arena)
{
    static const char *const firsts[] = {"Anna", "Yuri",     "Yury", "John F.", "John W.",
                                         "John", "Jean-Luc", "",     "Ban Ki"};
    static const char *const lasts[] = {"Vik", "Tkachenko", "Moss", "Moss Jr.", "Bely", "Belyy", "Holm"};
    static const char *const bodies[] = {"Federal Fish Service",    "FFS",     "Free Forest Society", "Fish Ministry",
                                         "Norwegian Fish Ministry", "Council", "Oslo Council"};
    static const char *const countries[] = {"", "", "", "NO", "SE", "UA"};
    static const char *const ids[] = {"1", "2", "3"};
    bool person = next_number(state) % 3 > 0;
    const char *first = PICK(state, firsts);
    struct view name = person ? arena_print(arena, "%s%s%s", first, *first ? " " : "", PICK(state, lasts))
                              : view_of(PICK(state, bodies));
    struct entity made = entity(person ? ENTITY_PERSON : ENTITY_ORGANISATION, name.data, PICK(state, countries));
    if (next_number(state) % 3 == 0) {
        made.aliases = arena_array(arena, 1, sizeof *made.aliases);
        assert_non_null(made.aliases);
        made.aliases[0] = person ? arena_print(arena, "Anna %s", PICK(state, lasts)) : view_of(PICK(state, bodies));
        made.alias_count = 1;
    }
    if (next_number(state) % 20 == 0) {
        made.ids = arena_array(arena, 1, sizeof *made.ids);
        assert_non_null(made.ids);
        made.ids[0] = (struct entity_identifier){VIEW("list"), view_of(PICK(state, ids))};
        made.id_count = 1;
    }
    return made;
}

static struct record *make_documents(struct arena *arena)
{
    static const char *const roles[] = {"minister", "striker", "singer", "adviser"};
    struct record *records = arena_array(arena, DOCUMENTS, sizeof *records);
    uint64_t state = 7;
    assert_non_null(records);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        struct record *record = &records[i];
        *record = (struct record){.id = arena_print(arena, "d%zu", i), .length = 1, .model = VIEW("none")};
        record->entities = arena_array(arena, PEOPLE_IN_ONE, sizeof *record->entities);
        record->affiliations = arena_array(arena, 1, sizeof *record->affiliations);
        assert_true(record->entities && record->affiliations);
        for (; record->entity_count < PEOPLE_IN_ONE; record->entity_count++) {
            record->entities[record->entity_count] = make_entity(&state, arena);
        }
        record->affiliations[0] = (struct affiliation){0, view_of(PICK(&state, roles)), 1, {0, 1}};
        record->affiliation_count = next_number(&state) % 2;
    }
    return records;
}

/* The records as bytes, to be compared. */
static struct output *write_all(const struct record *records)
{
    struct output *out;
    struct hearsay_error error;
    assert_int_equal(output_open_memory(&out, &error), HEARSAY_OK);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        record_write(&records[i], out);
    }
    assert_int_equal(output_flush(out, &error), HEARSAY_OK);
    return out;
}

static void any_order_and_grouping_gives_the_same_bytes(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct record *records = make_documents(arena);
    uint64_t random = 11;
    (void)state;
    assert_int_equal(record_merge(records, DOCUMENTS, arena, &error), HEARSAY_OK);
    struct output *expected = write_all(records);
    for (size_t order = 0; order < ORDERS; order++) {
        struct arena *keys = arena_new(0);
        for (size_t i = DOCUMENTS; i > 1; i--) {
            swap(&records[i - 1], &records[next_number(&random) % i]);
        }
        for (size_t start = 0, size; start < DOCUMENTS; start += size) { /* shards, then all of them */
            size = 1 + next_number(&random) % 200;
            size = start + size > DOCUMENTS ? DOCUMENTS - start : size;
            assert_int_equal(record_merge(records + start, size, keys, &error), HEARSAY_OK);
        }
        assert_int_equal(record_merge(records, DOCUMENTS, keys, &error), HEARSAY_OK);
        struct output *found = write_all(records);
        assert_true(view_equal(output_view(found), output_view(expected)));
        output_abandon(found);
        arena_free(keys);
    }
    output_abandon(expected);
    arena_free(arena);
}

/* One by one, each forgotten at once, and again after more have come: the bytes of all together. */
static void one_by_one_gives_the_same_bytes(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct record *records = make_documents(arena);
    struct merger *merger = merger_new();
    struct output *lines[DOCUMENTS], *found;
    (void)state;
    assert_non_null(merger);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        assert_int_equal(output_open_memory(&lines[i], &error), HEARSAY_OK);
        record_write(&records[i], lines[i]);
        assert_int_equal(output_flush(lines[i], &error), HEARSAY_OK);
        assert_int_equal(merger_add(merger, &records[i], &error), HEARSAY_OK);
        if (i == DOCUMENTS / 2) {
            assert_int_equal(merger_finish(merger, &error), HEARSAY_OK);
        }
    }
    assert_int_equal(merger_finish(merger, &error), HEARSAY_OK);
    assert_int_equal(output_open_memory(&found, &error), HEARSAY_OK);
    for (size_t i = 0; i < DOCUMENTS; i++) {
        size_t record = merger_record_at(merger, i);
        struct view line = output_view(lines[record]);
        assert_int_equal(merger_write(merger, record, line, found, &error), HEARSAY_OK);
    }
    assert_int_equal(output_flush(found, &error), HEARSAY_OK);
    assert_int_equal(record_merge(records, DOCUMENTS, arena, &error), HEARSAY_OK);
    struct output *expected = write_all(records);
    assert_true(view_equal(output_view(found), output_view(expected)));
    for (size_t i = 0; i < DOCUMENTS; i++) {
        output_abandon(lines[i]);
    }
    output_abandon(expected);
    output_abandon(found);
    merger_free(merger);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_do_not_depend_on_the_order),
        cmocka_unit_test(old_keys_are_forgotten),
        cmocka_unit_test(two_records_of_one_id_are_an_error),
        cmocka_unit_test(each_question_has_its_answer),
        cmocka_unit_test(any_order_and_grouping_gives_the_same_bytes),
        cmocka_unit_test(one_by_one_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
