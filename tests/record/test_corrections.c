/* Corrections: what each does to a record, and what is no correction. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/output.h"
#include "record/corrections.h"
#include "record/lines_file.h"

#define RECORD_FILE HEARSAY_SOURCE_DIR "/tests/record/newsroom.jsonl"

static struct corrections *open_lines(const char *lines, int expected, struct hearsay_error *error)
{
    struct corrections *corrections = NULL;
    struct hearsay_limits limits = limits_default();
    write_lines(lines);
    int code = corrections_open(&corrections, lines_path, &limits, error);
    if (code != expected) {
        fail_msg("%s: %d instead of %d: %s", lines, code, expected, code < 0 ? error->message : "");
    }
    return corrections;
}

static void read_sample(struct record *record, struct arena *arena)
{
    static char line[20000];
    struct hearsay_error error;
    FILE *file = fopen(RECORD_FILE, "r");
    assert_non_null(file);
    assert_non_null(fgets(line, sizeof line, file));
    fclose(file);
    if (record_read(record, view_of(line), "newsroom.jsonl:1", arena, &error) < 0) {
        fail_msg("%s", error.message);
    }
}

static void write_actors(char *out, size_t room, const struct claim_actor *actors, size_t count,
                         const struct record *record)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(out);
        struct view name = actors[i].entity < 0 ? VIEW("?") : record->entities[actors[i].entity].name;
        snprintf(out + length, room - length, "%s%.*s", i ? "+" : "", VIEW_ARGS(name));
    }
}

/* The claim at an index in short: "accuse: Anna Berg > Norway". */
static void claim_in_short(char *out, size_t room, const struct record *record, size_t index)
{
    const struct claim *claim = &record->claims[index].claim;
    snprintf(out, room, "%s: ", claim_relation_facts(claim->relation)->name);
    write_actors(out, room, claim->sources, claim->source_count, record);
    strncat(out, " > ", room - strlen(out) - 1);
    write_actors(out, room, claim->targets, claim->target_count, record);
}

/* The entity of a name in short: "person Anna Berg (Berg) NO", or "none". */
static void entity_in_short(char *out, size_t room, const struct record *record, const char *name)
{
    snprintf(out, room, "none");
    for (size_t i = 0; i < record->entity_count; i++) {
        const struct entity *entity = &record->entities[i];
        if (!view_is(entity->name, name)) {
            continue;
        }
        snprintf(out, room, "%s %s", entity_type_name(entity->type), name);
        for (size_t j = 0; j < entity->alias_count; j++) {
            size_t length = strlen(out);
            snprintf(out + length, room - length, " (%.*s)", VIEW_ARGS(entity->aliases[j]));
        }
        size_t length = strlen(out);
        snprintf(out + length, room - length, "%s%s", entity->country[0] ? " " : "", entity->country);
    }
}

/* Finds the claim that begins like this among all of the record. */
static bool has_claim(const struct record *record, const char *expected)
{
    char found[300];
    for (size_t i = 0; i < record->claim_count; i++) {
        claim_in_short(found, sizeof found, record, i);
        if (strcmp(found, expected) == 0) {
            return true;
        }
    }
    return false;
}

struct sample {
    const char *lines;
    const char *entity;   /* a name in the record afterwards */
    const char *in_short; /* what is there under that name */
    const char *claim;    /* a claim in the record afterwards, or NULL */
    const char *warning;  /* the end of the record's last warning, or NULL: it has none */
};

static const struct sample samples[] = {
    /* Nothing to do with it. */
    {"{\"entity\":\"Nobody\",\"drop\":true}\n", "Anna Berg", "person Anna Berg (Berg)", "accuse: Anna Berg > Norway",
     NULL},
    {"{\"document\":\"other\",\"entity\":\"Anna Berg\",\"drop\":true}\n", "Anna Berg", "person Anna Berg (Berg)", NULL,
     NULL},
    /* These are one. */
    {"{\"same\":[\"Tom Dahl\",\"Lisa Berg\"]}\n", "Tom Dahl", "person Tom Dahl (Dahl) (Lisa Berg)",
     "warn: Tom Dahl > Anna Berg", NULL},
    {"{\"same\":[\"Thomas Dahl\",\"Tom Dahl\"],\"country\":\"NO\"}\n", "Thomas Dahl",
     "person Thomas Dahl (Dahl) (Tom Dahl) NO", "say: Thomas Dahl > ", NULL},
    {"{\"same\":[\"Norwegian Harbour Fund\",\"HARBOUR FUND\"],\"country\":\"Norway\"}\n", "Norwegian Harbour Fund",
     "organisation Norwegian Harbour Fund (Harbour Fund) NO", "reject: Norwegian Harbour Fund > ", NULL},
    {"{\"same\":[\"Norway\",\"Ministry of Fish\"]}\n", "Norway", "country Norway (Ministry of Fish) NO",
     "criticise: Tom Dahl > Norway", NULL},
    /* Speaking about oneself is dropped nowhere, but one speaker stands once. */
    {"{\"same\":[\"Lisa Berg\",\"Anna Berg\"]}\n", "Lisa Berg", "person Lisa Berg (Berg) (Anna Berg)",
     "warn: Lisa Berg > Lisa Berg", NULL},
    /* This one is two. */
    {"{\"split\":\"Anna Berg\",\"name\":\"Lisa Berg\",\"where\":\"Berg said that the fund\"}\n", "Anna Berg",
     "person Anna Berg (Berg)", "say: Lisa Berg > ", NULL},
    {"{\"split\":\"Tom Dahl\",\"name\":\"Per Dahl\",\"where\":[\"Dahl criticised\"],\"country\":\"SE\"}\n", "Per Dahl",
     "person Per Dahl SE", "criticise: Per Dahl > Ministry of Fish", NULL},
    {"{\"split\":\"Tom Dahl\",\"name\":\"Per Dahl\",\"where\":\"words of nobody\"}\n", "Per Dahl", "none", NULL,
     "no claim with the words of \"where\" speaks of \"Tom Dahl\""},
    {"{\"split\":\"Tom Dahl\",\"name\":\"Per Dahl\",\"where\":\"ahl criticised\"}\n", "Per Dahl", "none", NULL,
     "no claim with the words of \"where\" speaks of \"Tom Dahl\""},
    /* Name, type, country. */
    {"{\"entity\":\"ministry of fish\",\"name\":\"Ministry of Fisheries\"}\n", "Ministry of Fisheries",
     "organisation Ministry of Fisheries (Ministry of Fish)", "criticise: Tom Dahl > Ministry of Fisheries", NULL},
    {"{\"entity\":\"Dahl\",\"country\":\"Sweden\"}\n", "Tom Dahl", "person Tom Dahl (Dahl) SE", NULL, NULL},
    {"{\"entity\":\"Norway\",\"country\":null}\n", "Norway", "country Norway", NULL, NULL},
    {"{\"entity\":{\"name\":\"Harbour Fund\",\"type\":\"organisation\"},\"type\":\"group\"}\n", "Harbour Fund",
     "group Harbour Fund", NULL, NULL},
    {"{\"entity\":{\"name\":\"Harbour Fund\",\"type\":\"person\"},\"type\":\"group\"}\n", "Harbour Fund",
     "organisation Harbour Fund", NULL, NULL},
    {"{\"entity\":{\"id\":\"E6\",\"name\":\"Tom Dahl\",\"mentions\":[[1,2]]},\"name\":\"Thomas Dahl\"}\n",
     "Thomas Dahl", "person Thomas Dahl (Dahl) (Tom Dahl)", NULL, NULL},
    /* Not an actor. */
    {"{\"entity\":\"Norway\",\"drop\":true}\n", "Norway", "none", "accuse: Anna Berg > ?", NULL},
    /* Claims, by words, by a pasted claim, by a sentence that was edited or cut since. */
    {"{\"claim\":\"accused Norway\",\"targets\":[\"Harbour Fund\"]}\n", "Norway", "country Norway NO",
     "accuse: Anna Berg > Harbour Fund", NULL},
    {"{\"claim\":{\"id\":\"C1\",\"cue\":{\"span\":[19,26],\"text\":\"accused\"},\"sentence\":{\"span\":[1,2],\"text\":"
     "\"Minister Anna Berg accused Norway of hiding the report.\"}},\"sources\":[\"Tom Dahl\",\"Lisa Berg\"]}\n",
     "Norway", "country Norway NO", "accuse: Tom Dahl+Lisa Berg > Norway", NULL},
    {"{\"claim\":\"Yesterday, Minister Anna Berg accused Norway of hiding the report.\",\"relation\":\"criticise\"}\n",
     "Norway", "country Norway NO", "criticise: Anna Berg > Norway", NULL},
    {"{\"claim\":\"Minister Anna Berg accused Norway of losing the report.\",\"targets\":[]}\n", "Norway",
     "country Norway NO", "accuse: Anna Berg > ", NULL},
    {"{\"claim\":\"Minister Ole Vik praised Sweden for hiding the report.\",\"targets\":[]}\n", "Norway",
     "country Norway NO", "accuse: Anna Berg > Norway", NULL},
    {"{\"claim\":\"Lisa Berg told reporters\",\"cue\":\"warned\",\"addressees\":[\"Norway\"],\"topics\":[\"Harbour "
     "Fund\"]}\n",
     "Norway", "country Norway NO", "warn: Lisa Berg > Norway+Harbour Fund", NULL},
    {"{\"claim\":\"Lisa Berg\",\"drop\":true}\n", "Lisa Berg", "person Lisa Berg",
     "tell: Lisa Berg > reporters+Anna Berg",
     "2 claims have these words: say which with \"cue\" or more of the sentence"},
    {"{\"claim\":\"accused Norway\",\"targets\":[{\"name\":\"Fleet\",\"type\":\"organisation\",\"country\":\"IS\"}]}\n",
     "Fleet", "organisation Fleet IS", "accuse: Anna Berg > Fleet", NULL},
    {"{\"claim\":\"accused Norway\",\"targets\":[\"Fleet\"]}\n", "Fleet", "none", "accuse: Anna Berg > Norway",
     "nobody is called \"Fleet\": add them with {\"name\": ..., \"type\": ...}"},
    /* One after the other; each sees what those before it did. */
    {"{\"entity\":\"Norway\",\"name\":\"Kingdom\"}\n{\"claim\":\"accused Norway\",\"targets\":[\"Kingdom\",\"Tom "
     "Dahl\"]}\n",
     "Kingdom", "country Kingdom (Norway) NO", "accuse: Anna Berg > Kingdom+Tom Dahl", NULL},
    /* A correction for this document must apply. */
    {"{\"document\":\"a\",\"entity\":\"Nobody\",\"drop\":true}\n", "Norway", "country Norway NO", NULL,
     "nobody is called \"Nobody\""},
};

static void check_sample(const struct sample *sample, struct record *record)
{
    char found[300];
    entity_in_short(found, sizeof found, record, sample->entity);
    if (strcmp(found, sample->in_short) != 0) {
        fail_msg("%s: %s instead of %s", sample->lines, found, sample->in_short);
    }
    if (sample->claim && !has_claim(record, sample->claim)) {
        fail_msg("%s: no claim \"%s\"", sample->lines, sample->claim);
    }
    struct view warning = record->warning_count ? record->warnings[record->warning_count - 1] : VIEW("");
    if (sample->warning ? !view_ends(warning, view_of(sample->warning)) : record->warning_count > 0) {
        fail_msg("%s: warning \"%.*s\"", sample->lines, VIEW_ARGS(warning));
    }
}

/* What was written is a record and reads the same; corrections that it names are not applied again. */
static void check_written(struct record *record, struct corrections *corrections, struct arena *arena)
{
    struct output *first, *second;
    struct hearsay_error error;
    struct record again;
    assert_int_equal(output_open_memory(&first, &error), 0);
    assert_int_equal(output_open_memory(&second, &error), 0);
    record_write(record, first);
    assert_int_equal(output_flush(first, &error), 0);
    if (record_read(&again, output_view(first), "again", arena, &error) < 0) {
        fail_msg("%s", error.message);
    }
    assert_int_equal(record_correct(&again, corrections, arena, &error), 0);
    record_write(&again, second);
    assert_int_equal(output_flush(second, &error), 0);
    assert_true(view_equal(output_view(first), output_view(second)));
    output_abandon(first);
    output_abandon(second);
}

static void each_correction_does_what_it_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct arena *arena = arena_new(0);
        struct hearsay_error error;
        struct record record;
        struct corrections *corrections = open_lines(samples[i].lines, HEARSAY_OK, &error);
        read_sample(&record, arena);
        assert_int_equal(record_correct(&record, corrections, arena, &error), HEARSAY_OK);
        check_sample(&samples[i], &record);
        check_written(&record, corrections, arena);
        corrections_close(corrections);
        arena_free(arena);
    }
}

static void a_claim_that_is_dropped_leaves_its_place(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct record record;
    struct corrections *corrections = open_lines(
        "{\"claim\":\"Lisa Berg told reporters that she\",\"cue\":\"told\",\"drop\":true}\n", HEARSAY_OK, &error);
    (void)state;
    read_sample(&record, arena);
    size_t count = record.claim_count;
    assert_int_equal(record_correct(&record, corrections, arena, &error), HEARSAY_OK);
    assert_int_equal(record.claim_count, count - 1);
    assert_false(has_claim(&record, "tell: Lisa Berg > reporters+Anna Berg"));
    for (size_t i = 0; i < record.claim_count; i++) {
        const struct claim *claim = &record.claims[i].claim;
        assert_true(claim->within < (int32_t)record.claim_count && claim->answers < (int32_t)record.claim_count);
        assert_int_equal(claim->depth, claim->within < 0 ? 0 : record.claims[claim->within].claim.depth + 1);
    }
    corrections_close(corrections);
    arena_free(arena);
}

static void what_applies_nowhere_is_told(void **state)
{
    struct arena *arena = arena_new(0);
    struct hearsay_error error;
    struct record record;
    const char *place = NULL;
    struct corrections *corrections =
        open_lines("{\"entity\":\"Tom Dahl\",\"country\":\"NO\"}\n\n{\"entity\":\"Nobody\",\"drop\":true}\n"
                   "{\"document\":\"b\",\"entity\":\"Tom Dahl\",\"drop\":true}\n",
                   HEARSAY_OK, &error);
    (void)state;
    assert_non_null(corrections_unused(corrections, 2, &place));
    read_sample(&record, arena);
    assert_int_equal(record_correct(&record, corrections, arena, &error), HEARSAY_OK);
    assert_non_null(corrections_unused(corrections, 0, &place));
    assert_string_equal(strrchr(place, ':'), ":3");
    assert_non_null(corrections_unused(corrections, 1, &place));
    assert_string_equal(strrchr(place, ':'), ":4");
    assert_null(corrections_unused(corrections, 2, &place));
    corrections_close(corrections);
    arena_free(arena);
}

static void bad_lines_are_refused(void **state)
{
    static const struct {
        const char *line;
        const char *message; /* a part of it */
    } bad[] = {
        {"nonsense\n", ""},
        {"[]\n", "no JSON object"},
        {"{}\n", "it has none of"},
        {"{\"same\":[\"A\"]}\n", "two names or more"},
        {"{\"same\":\"A\"}\n", "must be a list"},
        {"{\"same\":[\"A\",\"-\"]}\n", "no letters or digits"},
        {"{\"same\":[\"A\",\"B\"],\"drop\":true}\n", "does not belong"},
        {"{\"split\":\"A\",\"name\":\"B\"}\n", "\"where\" is missing"},
        {"{\"split\":\"A\",\"name\":\"B\",\"where\":[]}\n", "words of a sentence"},
        {"{\"entity\":\"A\"}\n", "an entity takes"},
        {"{\"entity\":\"A\",\"name\":\"B\",\"drop\":true}\n", "an entity takes"},
        {"{\"entity\":\"A\",\"type\":\"thing\"}\n", "\"type\" must be"},
        {"{\"entity\":\"A\",\"country\":\"Atlantis\"}\n", "no country's name"},
        {"{\"entity\":\"A\",\"country\":\"Moscow\"}\n", "no country's name"},
        {"{\"entity\":\"A\",\"ids\":{\"Wiki\":\"Q1\"}}\n", "small letters"},
        {"{\"entity\":5,\"drop\":true}\n", "a name or an object"},
        {"{\"claim\":\"a b\"}\n", "a claim takes"},
        {"{\"claim\":{\"cue\":\"said\"},\"drop\":true}\n", "must have a \"sentence\""},
        {"{\"claim\":\"a b\",\"relation\":\"shout\"}\n", "27 relations"},
        {"{\"claim\":\"a b\",\"targets\":\"X\"}\n", "must be a list"},
        {"{\"claim\":\"a b\",\"drop\":true,\"verdict\":1}\n", "does not belong"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct hearsay_error error;
        assert_null(open_lines(bad[i].line, HEARSAY_ERROR_INPUT, &error));
        if (!strstr(error.message, bad[i].message)) {
            fail_msg("%s: %s", bad[i].line, error.message);
        }
        assert_string_equal(strrchr(error.place, ':'), ":1");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_correction_does_what_it_says),
        cmocka_unit_test(a_claim_that_is_dropped_leaves_its_place),
        cmocka_unit_test(what_applies_nowhere_is_told),
        cmocka_unit_test(bad_lines_are_refused),
    };
    return cmocka_run_group_tests(tests, make_lines_file, remove_lines_file);
}
