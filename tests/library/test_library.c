/* The library as its users see it: hearsay.h and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hearsay.h"

static struct hearsay *hearsay;
static struct hearsay_error error;

static int open_context(void **state)
{
    struct hearsay_options options = hearsay_options_default();
    (void)state;
    return hearsay_open(&hearsay, &options, &error);
}

static int close_context(void **state)
{
    (void)state;
    hearsay_close(hearsay);
    return 0;
}

/* What a writer was given, as a string. */
struct text {
    char *data;
    size_t length;
};

static int append(void *user, const char *data, size_t length)
{
    struct text *text = user;
    char *longer = realloc(text->data, text->length + length + 1);
    if (!longer) {
        return 1;
    }
    memcpy(longer + text->length, data, length);
    text->data = longer;
    text->length += length;
    longer[text->length] = '\0';
    return 0;
}

static int refuse(void *user, const char *data, size_t length)
{
    (void)user;
    (void)data;
    return length > 0;
}

/* A desk with the first document of `content` on it. */
static struct hearsay_document *lay_out(const char *content, const char *name, enum hearsay_format format,
                                        struct hearsay_input **input)
{
    struct hearsay_document *document;
    assert_int_equal(hearsay_input_open_memory(input, hearsay, content, strlen(content), name, format, &error), 0);
    assert_int_equal(hearsay_document_new(&document, hearsay, &error), 0);
    assert_int_equal(hearsay_document_next(document, *input, &error), 1);
    return document;
}

static void documents_come_one_after_the_other(void **state)
{
    static const char lines[] = "{\"id\":\"a\",\"text\":\"One.\"}\nbroken\n{\"text\":\"Three.\"}\n";
    struct hearsay_input *input;
    (void)state;
    struct hearsay_document *document = lay_out(lines, "lines", HEARSAY_FORMAT_JSONL, &input);
    assert_string_equal(hearsay_document_place(document), "lines:1");
    assert_int_equal(hearsay_document_parse(document, HEARSAY_TRUST_ALL, &error), 0);
    assert_string_equal(hearsay_document_id(document), "a");
    assert_null(hearsay_document_warning(document, 0));
    assert_int_equal(hearsay_document_next(document, input, &error), 1);
    assert_int_equal(hearsay_document_parse(document, HEARSAY_TRUST_ALL, &error), HEARSAY_ERROR_INPUT);
    assert_string_equal(error.place, "lines:2");
    assert_int_equal(hearsay_document_parse(document, HEARSAY_TRUST_ALL, NULL), HEARSAY_ERROR_INPUT);
    assert_int_equal(hearsay_document_next(document, input, &error), 1);
    assert_int_equal(hearsay_document_extract(document, HEARSAY_TRUST_ALL, &error), 0);
    assert_string_equal(hearsay_document_id(document), "lines:3");
    assert_int_equal(hearsay_document_next(document, input, &error), 0);
    hearsay_document_free(document);
    hearsay_input_close(input);
}

static void what_was_found_is_written(void **state)
{
    struct hearsay_input *input;
    struct text text = {0};
    (void)state;
    struct hearsay_document *document = lay_out("The mayor said so.", "mayor.txt", HEARSAY_FORMAT_AUTO, &input);
    assert_int_equal(hearsay_document_write(document, append, &text, &error), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_document_parse(document, HEARSAY_TRUST_ALL, &error), 0);
    assert_int_equal(hearsay_document_write(document, append, &text, &error), 0);
    assert_non_null(strstr(text.data, "# newdoc id = mayor\n"));
    assert_non_null(strstr(text.data, "\tmayor\tmayor\tNOUN\t"));
    text.length = 0;
    assert_int_equal(hearsay_document_extract(document, HEARSAY_TRUST_ALL, &error), 0);
    assert_int_equal(hearsay_document_write(document, append, &text, &error), 0);
    assert_int_equal(strncmp(text.data, "{\"hearsay\":\"1\",\"id\":\"mayor\",", 27), 0);
    assert_int_equal(text.data[text.length - 1], '\n');
    assert_int_equal(hearsay_document_write(document, refuse, NULL, &error), HEARSAY_ERROR_IO);
    free(text.data);
    hearsay_document_free(document);
    hearsay_input_close(input);
}

/* The words of the file stand, its tags do not: no word is an interjection named Paris. */
static void trust_tells_what_counts(void **state)
{
    static const char tagged[] = "# newdoc id = x\n# text = mayors talk\n1\tmayors\tParis\tINTJ\tUH\t_\t2\tdep\t_\t_\n"
                                 "2\ttalk\tParis\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";
    (void)state;
    for (int trust = HEARSAY_TRUST_ALL; trust <= HEARSAY_TRUST_WORDS; trust++) {
        struct hearsay_input *input;
        struct text text = {0};
        struct hearsay_document *document = lay_out(tagged, "x.conllu", HEARSAY_FORMAT_AUTO, &input);
        assert_int_equal(hearsay_document_parse(document, (enum hearsay_trust)trust, &error), 0);
        assert_int_equal(hearsay_document_write(document, append, &text, &error), 0);
        assert_int_equal(strstr(text.data, "Paris\tINTJ") != NULL, trust == HEARSAY_TRUST_ALL);
        assert_non_null(strstr(text.data, "\n1\tmayors\t"));
        free(text.data);
        hearsay_document_free(document);
        hearsay_input_close(input);
    }
}

static void limits_are_kept(void **state)
{
    struct hearsay_options options = hearsay_options_default();
    struct hearsay *small;
    struct hearsay_input *input;
    struct hearsay_document *document;
    (void)state;
    assert_int_equal(hearsay_limit_set(&options.limits, "document", "1K", &error), 0);
    assert_int_equal(options.limits.document_bytes, 1024);
    assert_int_equal(hearsay_limit_set(&options.limits, "document", "-1", &error), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_limit_set(&options.limits, "patience", "1", NULL), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_open(&small, &options, &error), 0);
    char *text = calloc(1, 2001);
    assert_non_null(text);
    memset(text, 'a', 2000);
    assert_int_equal(hearsay_input_open_memory(&input, small, text, 2000, "long", HEARSAY_FORMAT_TEXT, &error), 0);
    assert_int_equal(hearsay_document_new(&document, small, &error), 0);
    assert_int_equal(hearsay_document_next(document, input, &error), 1);
    assert_int_equal(hearsay_document_extract(document, HEARSAY_TRUST_ALL, &error), HEARSAY_ERROR_LIMIT);
    assert_string_equal(error.place, "long");
    hearsay_document_free(document);
    hearsay_input_close(input);
    hearsay_close(small);
    free(text);
}

static void add(struct hearsay_records *records, const char *id, const char *text)
{
    char line[300];
    struct hearsay_input *input;
    struct text record = {0};
    snprintf(line, sizeof line, "{\"id\":\"%s\",\"text\":\"%s\"}", id, text);
    struct hearsay_document *document = lay_out(line, "line", HEARSAY_FORMAT_JSONL, &input);
    assert_int_equal(hearsay_document_extract(document, HEARSAY_TRUST_ALL, &error), 0);
    assert_int_equal(hearsay_document_write(document, append, &record, &error), 0);
    assert_int_equal(hearsay_records_add(records, record.data, record.length, "line:1", &error), 0);
    assert_int_equal(hearsay_records_add(records, record.data, record.length, "line:1", &error), HEARSAY_ERROR_INPUT);
    free(record.data);
    hearsay_document_free(document);
    hearsay_input_close(input);
}

static void records_become_a_graph(void **state)
{
    static const char path[] = "library-test.dot";
    struct hearsay_records *records;
    struct hearsay_graph *graph;
    (void)state;
    assert_int_equal(hearsay_records_new(&records, &error), 0);
    assert_int_equal(hearsay_records_add(records, "{}", 2, "nothing:1", &error), HEARSAY_ERROR_INPUT);
    assert_string_equal(error.place, "nothing:1");
    add(records, "b", "Russia accused Ukraine of lying.");
    add(records, "a", "Ukraine denied it.");
    assert_int_equal(hearsay_records_count(records), 2);
    assert_int_equal(hearsay_records_merge(records, &error), 0);
    assert_int_equal(hearsay_graph_new(&graph, hearsay, &error), 0);
    assert_int_equal(hearsay_graph_set(graph, "view", "countries", &error), 0);
    assert_int_equal(hearsay_graph_set(graph, "view", "map", &error), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_graph_set(graph, "colour", "red", &error), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_graph_build(graph, records, &error), 0);
    assert_int_equal(hearsay_graph_write(graph, "x.unknown", NULL, &error), HEARSAY_ERROR_USAGE);
    assert_int_equal(hearsay_graph_write(graph, path, NULL, &error), 0);
    assert_int_equal(access(path, R_OK), 0);
    assert_int_equal(unlink(path), 0);
    hearsay_graph_free(graph);
    hearsay_records_free(records);
}

/* One by one, in any order: the bytes of the merged set. */
static void records_are_merged_one_by_one(void **state)
{
    static const char *const texts[] = {"Russia accused Ukraine of lying.", "Ukraine denied it.", "Norway said no."};
    static const char *const ids[] = {"b", "c", "a"};
    struct text whole = {0}, pieces = {0}, line = {0};
    struct hearsay_records *records;
    struct hearsay_merger *merger;
    (void)state;
    assert_int_equal(hearsay_records_new(&records, &error), 0);
    assert_int_equal(hearsay_merger_new(&merger, &error), 0);
    for (size_t i = 0; i < 3; i++) {
        add(records, ids[i], texts[i]);
    }
    assert_int_equal(hearsay_records_merge(records, &error), 0);
    assert_int_equal(hearsay_records_print(records, append, &whole, &error), 0);
    assert_int_equal(hearsay_merger_add(merger, "{}", 2, "nothing:1", &error), HEARSAY_ERROR_INPUT);
    for (char *start = whole.data, *end; (end = strchr(start, '\n')); start = end + 1) {
        assert_int_equal(hearsay_merger_add(merger, start, (size_t)(end - start), "line", &error), 0);
        assert_int_equal(hearsay_merger_add(merger, start, (size_t)(end - start), "line", &error), HEARSAY_ERROR_INPUT);
        assert_int_equal(hearsay_merger_print(merger, append, &line, &error), 0);
    }
    assert_int_equal(hearsay_merger_count(merger), 3);
    assert_int_equal(hearsay_merger_print(merger, append, &pieces, &error), 0);
    assert_int_equal(whole.length, pieces.length);
    assert_memory_equal(whole.data, pieces.data, whole.length);
    assert_int_equal(hearsay_merger_print(merger, refuse, NULL, &error), HEARSAY_ERROR_IO);
    hearsay_merger_free(merger);
    hearsay_records_free(records);
    free(whole.data);
    free(pieces.data);
    free(line.data);
}

/* A merged set of one document. */
static struct hearsay_records *set_of(const char *text)
{
    struct hearsay_records *records;
    assert_int_equal(hearsay_records_new(&records, &error), 0);
    add(records, "a", text);
    assert_int_equal(hearsay_records_merge(records, &error), 0);
    return records;
}

static void two_sets_are_compared(void **state)
{
    struct hearsay_records *old = set_of("Russia accused Ukraine of lying.");
    struct hearsay_records *new = set_of("Russia accused France of lying.");
    struct hearsay_diff *same, *diff;
    struct hearsay_graph *graph;
    struct text said = {0};
    size_t claims = 0, entities = 0;
    (void)state;
    assert_string_equal(hearsay_records_id(old, 0), "a");
    assert_int_equal(hearsay_records_measure(old, &claims, &entities, &error), 0);
    assert_int_equal(claims, 1);
    assert_int_equal(entities, 2);
    assert_int_equal(hearsay_diff_new(&same, old, old, &error), 0);
    assert_int_equal(hearsay_diff_count(same), 0);
    assert_int_equal(hearsay_diff_print(same, false, refuse, NULL, &error), 0);
    assert_int_equal(hearsay_diff_new(&diff, old, new, &error), 0);
    assert_int_equal(hearsay_diff_count(diff), 4);
    assert_int_equal(hearsay_diff_print(diff, false, append, &said, &error), 0);
    assert_non_null(strstr(said.data, "+ France (country, FR)\n- Ukraine (country, UA)\n"));
    assert_non_null(strstr(said.data, "- a: Russia accuse Ukraine: of lying\n"));
    assert_int_equal(hearsay_diff_print(diff, true, refuse, NULL, &error), HEARSAY_ERROR_IO);
    assert_int_equal(hearsay_graph_new(&graph, hearsay, &error), 0);
    assert_int_equal(hearsay_graph_build_diff(graph, diff, &error), 0);
    free(said.data);
    hearsay_graph_free(graph);
    hearsay_diff_free(same);
    hearsay_diff_free(diff);
    hearsay_records_free(old);
    hearsay_records_free(new);
}

static void formats_tell_their_endings(void **state)
{
    char ending[32];
    (void)state;
    assert_true(hearsay_graph_ending("svg", 0, ending));
    assert_string_equal(ending, ".svg");
    assert_false(hearsay_graph_ending("svg", 1, ending));
    assert_true(hearsay_graph_ending("csv", 1, ending));
    assert_string_equal(ending, "-edges.csv");
    assert_false(hearsay_graph_ending("docx", 0, ending));
}

static void every_graph_option_has_help(void **state)
{
    size_t count = 0;
    (void)state;
    for (const struct hearsay_graph_option *option; (option = hearsay_graph_option(count)); count++) {
        assert_true(option->name[0] && option->value[0] && option->help[0]);
    }
    assert_true(count >= 10);
}

static void nothing_can_be_freed(void **state)
{
    (void)state;
    hearsay_close(NULL);
    hearsay_input_close(NULL);
    hearsay_document_free(NULL);
    hearsay_records_free(NULL);
    hearsay_graph_free(NULL);
    hearsay_diff_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_come_one_after_the_other),
        cmocka_unit_test(what_was_found_is_written),
        cmocka_unit_test(trust_tells_what_counts),
        cmocka_unit_test(limits_are_kept),
        cmocka_unit_test(records_become_a_graph),
        cmocka_unit_test(records_are_merged_one_by_one),
        cmocka_unit_test(two_sets_are_compared),
        cmocka_unit_test(formats_tell_their_endings),
        cmocka_unit_test(every_graph_option_has_help),
        cmocka_unit_test(nothing_can_be_freed),
    };
    return cmocka_run_group_tests(tests, open_context, close_context);
}
