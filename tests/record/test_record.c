/* A record that is built, written, read and written again gives the same bytes; a broken one is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/output.h"
#include "record/record.h"
#include "syntax/syntax.h"
#include "text/text.h"

/* A document whose trees and names are given, so that no model is needed. */
static const char tree[] = "# newdoc id = harbour\n"
                           "# text = Mara Kolb, the minister, said that Norway had lied.\n"
                           "1\tMara\tMara\tPROPN\tNNP\t_\t7\tnsubj\t_\tNER=B-PER\n"
                           "2\tKolb\tKolb\tPROPN\tNNP\t_\t1\tflat\t_\tSpaceAfter=No|NER=I-PER\n"
                           "3\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_\n"
                           "4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\t_\n"
                           "5\tminister\tminister\tNOUN\tNN\t_\t1\tappos\t_\tSpaceAfter=No\n"
                           "6\t,\t,\tPUNCT\t,\t_\t1\tpunct\t_\t_\n"
                           "7\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_\n"
                           "8\tthat\tthat\tSCONJ\tIN\t_\t11\tmark\t_\t_\n"
                           "9\tNorway\tNorway\tPROPN\tNNP\t_\t11\tnsubj\t_\tNER=B-LOC\n"
                           "10\thad\thave\tAUX\tVBD\t_\t11\taux\t_\t_\n"
                           "11\tlied\tlie\tVERB\tVBN\t_\t7\tccomp\t_\tSpaceAfter=No\n"
                           "12\t.\t.\tPUNCT\t.\t_\t7\tpunct\t_\t_\n"
                           "\n";

/* full.jsonl, which a reader must accept; the tests below break it in one place after the other. */
static char valid[8192];

static struct arena *arena;
static struct hearsay_error error;

static int set_up(void **state)
{
    (void)state;
    arena = arena_new(0);
    FILE *file = fopen(HEARSAY_SOURCE_DIR "/tests/record/full.jsonl", "r");
    if (!arena || !file) {
        return -1;
    }
    size_t length = fread(valid, 1, sizeof valid - 1, file);
    valid[length] = '\0';
    fclose(file);
    return length > 0 ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

static struct view write_record(const struct record *record)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, &error), HEARSAY_OK);
    record_write(record, out);
    struct view copy = arena_copy(arena, output_view(out));
    output_abandon(out);
    return copy;
}

static void assert_view(struct view v, const char *expected)
{
    assert_int_equal(v.length, strlen(expected));
    assert_memory_equal(v.data, expected, v.length);
}

/* What the syntax stage does from a model: here the input gave everything but the list of names. */
static void list_names(struct document *document)
{
    document->names = arena_array(arena, document->token_count, sizeof *document->names);
    assert_non_null(document->names);
    for (uint32_t i = 0; i < document->token_count; i++) {
        enum name_tag tag = document->tokens[i].name;
        if (name_tag_begins(tag)) {
            document->names[document->name_count++] = (struct name){i, 1, name_tag_type(tag)};
        } else if (name_tag_continues(tag)) {
            document->names[document->name_count - 1].count++;
        }
    }
}

static void build(struct record *record, const char *text)
{
    struct hearsay_limits limits = limits_default();
    struct text_reader *reader;
    struct text_unit unit;
    struct document document = {0};
    struct entity_set entities = {0};
    struct claim_set claims = {0};
    assert_int_equal(text_open_memory(&reader, view_of(text), "test", HEARSAY_FORMAT_CONLLU, &limits, &error),
                     HEARSAY_OK);
    assert_int_equal(text_next(reader, &unit, arena, &error), 1);
    assert_int_equal(text_parse(&document, &unit, &limits, arena, &error), HEARSAY_OK);
    text_close(reader);
    assert_int_equal(syntax_link(&document, &error), HEARSAY_OK);
    list_names(&document);
    assert_int_equal(entity_resolve(&entities, &document, arena, &error), HEARSAY_OK);
    assert_int_equal(claim_extract(&claims, &document, &entities, arena, &error), HEARSAY_OK);
    assert_int_equal(record_build(record, &document, &entities, &claims, VIEW("m-1"), arena, &error), HEARSAY_OK);
}

static void builds_what_was_found(void **state)
{
    struct record record;
    (void)state;
    build(&record, tree);
    assert_view(record.id, "harbour");
    assert_int_equal(record.length, 51);
    /* printf 'Mara Kolb, the minister, said that Norway had lied.' | sha256sum */
    assert_view(record.text_sha256, "756b897260a7be4ae73973292cc47bfaf319aa0136b80e10b367862e36c6a741");
    assert_int_equal(record.entity_count, 2);
    assert_view(record.entities[0].name, "Mara Kolb");
    assert_view(record.entities[1].name, "Norway");
    assert_int_equal(record.claim_count, 1);
    const struct record_claim *claim = &record.claims[0];
    assert_view(claim->cue_text, "said");
    assert_view(claim->content_text, "that Norway had lied");
    assert_int_equal(claim->claim.cue.start, 25);
    assert_int_equal(claim->claim.source_count, 1);
    assert_int_equal(claim->claim.sources[0].entity, 0);
}

/* The same tree after a sentence of one word of two code points and six bytes: spans count code points. The line feed
 * between the sentences is the third. */
static void spans_are_code_points(void **state)
{
    struct record plain, shifted;
    (void)state;
    build(&plain, tree);
    struct view text = arena_print(arena,
                                   "# newdoc id = harbour\n# text = \xC3\xA9\xF0\x9F\x98\x80\n"
                                   "1\t\xC3\xA9\xF0\x9F\x98\x80\t_\tX\tFW\t_\t0\troot\t_\t_\n\n%s",
                                   strchr(tree, '\n') + 1);
    assert_non_null(text.data);
    build(&shifted, text.data);
    assert_int_equal(shifted.length, plain.length + 3);
    assert_int_equal(shifted.claims[0].claim.cue.start, plain.claims[0].claim.cue.start + 3);
    assert_int_equal(shifted.entities[0].mentions[0].start, 3);
}

static void round_trip_gives_the_same_bytes(void **state)
{
    struct record built, read;
    (void)state;
    build(&built, tree);
    struct view first = write_record(&built);
    assert_int_equal(record_read(&read, first, "test:1", arena, &error), HEARSAY_OK);
    struct view second = write_record(&read);
    assert_true(view_equal(first, second));
    assert_int_equal(first.data[first.length - 1], '\n');
}

static void a_full_record_survives(void **state)
{
    struct record record;
    (void)state;
    assert_int_equal(record_read(&record, view_of(valid), "test:1", arena, &error), HEARSAY_OK);
    struct view written = write_record(&record);
    assert_int_equal(record_read(&record, written, "test:1", arena, &error), HEARSAY_OK);
    assert_true(view_equal(written, write_record(&record)));
    assert_view(record.title, "Caf\xC3\xA9 \"X\"");
    assert_int_equal(record.claims[0].claim.content_count, 2);
    assert_int_equal(record.claims[1].claim.within, 0);
    assert_int_equal(record.claims[1].claim.confidence, 5);
    assert_string_equal(record.entities[1].country, "NO");
    assert_view(record.entities[1].ids[0].value, "Q20");
    assert_null(record.claims[1].content_text.data);
}

/* Each case replaces one piece of the valid record; the message must name the key. */
static const struct {
    const char *old, *new, *says;
} broken[] = {
    {"\"hearsay\":\"1\"", "\"hearsay\":\"2\"", "format is \"2\""},
    {"\"hearsay\":\"1\"", "\"hearsay\":1", "\"hearsay\""},
    {"\"hearsay\":\"1\",", "", "\"hearsay\""},
    {"\"url\":null,", "", "\"url\""},
    {"\"url\":null", "\"url\":null,\"more\":1", "\"more\" does not belong"},
    {"\"url\":null", "\"url\":null,\"url\":null", "\"url\" stands twice"},
    {"\"id\":\"a\"", "\"id\":\"\"", "\"id\""},
    {"\"date\":\"2024-03\"", "\"date\":\"2024-13\"", "\"date\""},
    {"\"date\":\"2024-03\"", "\"date\":\"03/2024\"", "\"date\""},
    {"\"length\":90", "\"length\":-1", "\"length\""},
    {"\"length\":90", "\"length\":90.5", "\"length\""},
    {"\"length\":90", "\"length\":79", "claims[0]: \"span\""},
    {"\"text_sha256\":\"0123", "\"text_sha256\":\"012", "\"text_sha256\""},
    {"\"text_sha256\":\"0123", "\"text_sha256\":\"X123", "\"text_sha256\""},
    {"\"warnings\":[\"w\"]", "\"warnings\":[1]", "\"warnings\""},
    {"\"warnings\":[\"w\"]", "\"warnings\":\"w\"", "\"warnings\""},
    {"\"id\":\"E1\"", "\"id\":\"E2\"", "entities[0]: \"id\""},
    {"\"id\":\"E1\"", "\"id\":\"E01\"", "entities[0]: \"id\""},
    {"\"type\":\"person\"", "\"type\":\"thing\"", "\"type\""},
    {"\"name\":\"Mara Kolb\"", "\"name\":\"\"", "\"name\""},
    {"\"country\":\"NO\"", "\"country\":\"no\"", "\"country\""},
    {"\"country\":\"NO\"", "\"country\":\"NOR\"", "\"country\""},
    {"\"ids\":{}", "\"ids\":[]", "\"ids\""},
    {"{\"wikidata\":", "{\"Wiki Data\":", "\"ids\""},
    {"[[0,9],", "[[9,9],", "\"mentions\""},
    {"[[0,9],", "[[0,9,9],", "\"mentions\""},
    {"[[0,9],", "[[0.5,9],", "\"mentions\""},
    {"[36,42]]}]", "[36,420]]}]", "entities[1]: \"mentions\""},
    {"\"of\":\"E2\"", "\"of\":\"E3\"", "affiliations[0]: \"of\""},
    {"\"of\":\"E2\"", "\"of\":null", "affiliations[0]: \"of\""},
    {"\"kind\":\"statement\"", "\"kind\":\"rumour\"", "\"kind\""},
    {"\"relation\":\"say\"", "\"relation\":\"shout\"", "\"relation\""},
    {"\"cameo\":\"010\"", "\"cameo\":\"112\"", "\"cameo\""},
    {"\"stance\":0", "\"stance\":2", "\"stance\""},
    {"{\"entity\":\"E1\",\"span\":[0,9]}", "{\"entity\":\"E9\",\"span\":[0,9]}", "\"entity\""},
    {"{\"entity\":\"E1\",\"span\":[0,9]}", "{\"entity\":\"E99999999999\",\"span\":[0,9]}", "\"entity\""},
    {"{\"entity\":\"E1\",\"span\":[0,9]}", "{\"entity\":\"E1\"}", "\"span\""},
    {"\"cue\":{\"span\":[25,29],", "\"cue\":{", "\"span\""},
    {"\"spans\":[[30,51],[60,70]]", "\"spans\":[[30,51]]", "\"spans\""},
    {"\"spans\":[[30,51],", "\"spans\":[[31,51],", "\"spans\""},
    {"\"role\":\"target\"", "\"role\":\"victim\"", "\"role\""},
    {"\"quote\":\"partial\"", "\"quote\":\"half\"", "\"quote\""},
    {"\"negated\":true", "\"negated\":1", "\"negated\""},
    {"\"certainty\":\"alleged\"", "\"certainty\":\"sure\"", "\"certainty\""},
    {"\"depth\":1", "\"depth\":2", "\"depth\""},
    {"\"depth\":0,\"within\":null", "\"depth\":2,\"within\":\"C2\"", "\"depth\""},
    {"\"within\":\"C1\"", "\"within\":\"C2\"", "\"depth\""},
    {"\"answers\":\"C1\"", "\"answers\":\"C2\"", "\"answers\""},
    {"\"answers\":\"C1\"", "\"answers\":\"C3\"", "\"answers\""},
    {"\"answers\":\"C1\"", "\"answers\":1", "\"answers\""},
    {"\"confidence\":0.97", "\"confidence\":1.5", "\"confidence\""},
    {"\"confidence\":0.97", "\"confidence\":\"high\"", "\"confidence\""},
    {"0.05}]}", "0.05}]", "JSON"},
    {"0.05}]}", "0.05}]} x", "JSON"},
    {"\"rule\":\"r\",\"confidence\":0.97", "\"rule\":\"\\u0000\",\"confidence\":0.97", "JSON"},
    {"\"name\":\"Norway\"", "\"name\":\"Nor\xFFway\"", "JSON"},
};

static struct view replace(const char *text, const char *old, const char *new)
{
    const char *at = strstr(text, old);
    assert_non_null(at);
    return arena_print(arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

static void broken_records_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct record record;
        int code = record_read(&record, replace(valid, broken[i].old, broken[i].new), "file:7", arena, &error);
        if (code != HEARSAY_ERROR_INPUT || !strstr(error.message, broken[i].says) ||
            strcmp(error.place, "file:7") != 0) {
            fail_msg("%s -> %s: code %d, place %s, message %s", broken[i].old, broken[i].new, code, error.place,
                     error.message);
        }
    }
}

static void no_start_of_a_record_is_one(void **state)
{
    (void)state;
    for (size_t length = 0; length + 1 < strlen(valid); length++) {
        struct record record;
        assert_int_equal(record_read(&record, (struct view){valid, length}, "test", arena, &error),
                         HEARSAY_ERROR_INPUT);
    }
}

static void dates(void **state)
{
    static const struct {
        const char *text, *day;
    } cases[] = {
        {"2024", "2024"},
        {"2024-03", "2024-03"},
        {"2024-03-31", "2024-03-31"},
        {"2024-03-22T10:00:00Z", "2024-03-22"},
        {"2024-00", NULL},
        {"2024-3", NULL},
        {"2024-03-32", NULL},
        {"2024-03-00", NULL},
        {"22 March 2024", NULL},
        {"", NULL},
        {"2024-03-2x", NULL},
        {"20240322", NULL},
        {"2024-03-22x", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct view day = record_date(view_of(cases[i].text));
        if (cases[i].day) {
            assert_view(day, cases[i].day);
        } else {
            assert_null(day.data);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(builds_what_was_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(spans_are_code_points, set_up, tear_down),
        cmocka_unit_test_setup_teardown(round_trip_gives_the_same_bytes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_full_record_survives, set_up, tear_down),
        cmocka_unit_test_setup_teardown(broken_records_are_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_start_of_a_record_is_one, set_up, tear_down),
        cmocka_unit_test(dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
