#include "text/parse_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static struct text_reader *open_bytes(struct view bytes, const char *name, enum hearsay_format format,
                                      const struct hearsay_limits *limits)
{
    struct text_reader *reader;
    struct hearsay_limits all = limits ? *limits : limits_default();
    assert_int_equal(text_open_memory(&reader, bytes, name, format, &all, NULL), HEARSAY_OK);
    return reader;
}

static void settles_the_format(void **state)
{
    static const struct { const char *name; const char *content; enum hearsay_format format; } cases[] = {
        {"a.txt", "# newdoc", HEARSAY_FORMAT_TEXT},
        {"a.md", "{}", HEARSAY_FORMAT_MARKDOWN},
        {"a.markdown", "", HEARSAY_FORMAT_MARKDOWN},
        {"a.jsonl", "{\"id\":\"1\"}", HEARSAY_FORMAT_JSONL},
        {"a.ndjson", "", HEARSAY_FORMAT_JSONL},
        {"a.jsonl", "{\"hearsay\":\"1\",\"id\":\"1\"}", HEARSAY_FORMAT_RECORDS},
        {"a.conllu", "", HEARSAY_FORMAT_CONLLU},
        {"-", "{\"id\":\"1\",\"text\":\"\"}\n", HEARSAY_FORMAT_JSONL},
        {"-", "\xEF\xBB\xBF {\"hearsay\":\"1\"}", HEARSAY_FORMAT_RECORDS},
        {"-", "# sent_id = 1\n", HEARSAY_FORMAT_CONLLU},
        {"-", "1\tWord\t_", HEARSAY_FORMAT_CONLLU},
        {"-", "# A heading?\n", HEARSAY_FORMAT_TEXT},
        {"-", "", HEARSAY_FORMAT_TEXT},
        {"a.v2", "Text.", HEARSAY_FORMAT_TEXT},
        {"-", "<!DOCTYPE html><p>", HEARSAY_FORMAT_HTML},
        {"a.htm", "<p>", HEARSAY_FORMAT_HTML},
        {"a.md.gz", "<p>", HEARSAY_FORMAT_MARKDOWN},
        {"a.txt.zst", "{}", HEARSAY_FORMAT_TEXT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text_reader *reader = open_bytes(view_of(cases[i].content), cases[i].name, HEARSAY_FORMAT_AUTO, NULL);
        if (text_format(reader) != cases[i].format) fail_msg("%s: %s", cases[i].name, cases[i].content);
        text_close(reader);
    }
    text_close(NULL);
}

static void says_what_it_cannot_open(void **state)
{
    (void)state;
    struct text_reader *reader;
    struct hearsay_limits limits = limits_default();
    struct hearsay_error error;
    assert_int_equal(text_open(&reader, "/no/such/file.txt", HEARSAY_FORMAT_AUTO, &limits, &error), HEARSAY_ERROR_IO);
    assert_string_equal(error.place, "/no/such/file.txt");
    assert_non_null(strstr(error.message, "No such file"));
    assert_int_equal(text_open(&reader, "/tmp", HEARSAY_FORMAT_AUTO, &limits, &error), HEARSAY_ERROR_IO);
    assert_non_null(strstr(error.message, "directory"));
    assert_null(reader);
}

/* Ids, or the message of the error, of every unit of an input. */
static struct view ids_of(struct text_reader *reader, const struct hearsay_limits *limits, struct arena *arena)
{
    struct output *out;
    struct text_unit unit;
    int code;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    while ((code = text_next(reader, &unit, arena, NULL)) == 1) {
        struct document document;
        struct hearsay_error error;
        if (text_parse(&document, &unit, limits, arena, &error) == HEARSAY_OK) {
            output_print(out, "%.*s(%zu)|", VIEW_ARGS(document.id), document.token_count);
        } else {
            output_print(out, "%s: %d|", error.place, error.code);
        }
    }
    assert_int_equal(code, 0);
    assert_int_equal(text_next(reader, &unit, arena, NULL), 0);
    struct view ids = arena_copy(arena, output_view(out));
    output_abandon(out);
    text_close(reader);
    return ids;
}

static void gives_every_document_an_id(void **state)
{
    static const struct { const char *name; const char *content; const char *ids;
    } cases[] = {
        {"news/a.txt", "Two words", "news/a(2)|"},
        {"news/a.b", "Two words", "news/a.b(2)|"},
        {"news/.txt", "Two", "news/.txt(1)|"},
        {"empty.txt", "", "empty(0)|"},
        {"a.jsonl", "", ""},
        {"a.jsonl", "{\"id\":\"x\",\"text\":\"One\"}\n\n{\"text\":\"One\"}\n{\"id\":17,\"text\":\"\",\"other\":[1]}",
         "x(1)|a.jsonl:3(1)|17(0)|"},
        {"a.jsonl", "{\"id\":\"x\",\"text\":\"One\"}\r\n{\"id\":\"y\" \"text\":1}\r\n{\"id\":\"z\",\"text\":\"\"}\r\n",
         "x(1)|a.jsonl:2: -5|z(0)|"},
        {"a.jsonl",
         "[]\n{\"id\":\"\",\"text\":\"\"}\n{\"id\":\"a\"}\n{\"id\":1.5,\"text\":\"\"}\n{\"id\":\"a\",\"text\":7}\n{"
         "\"text\":\"\",\"url\":{}}\n",
         "a.jsonl:1: -5|a.jsonl:2: -5|a.jsonl:3: -5|a.jsonl:4: -5|a.jsonl:5: -5|a.jsonl:6: -5|"},
        {"a.conllu",
         "# newdoc id = one\n1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n# newdoc id = two\n# "
         "newdoc\n1\tb\t_\t_\t_\t_\t_\t_\t_\t_\n",
         "one(1)|two(0)|a.conllu:5(1)|"},
        {"a.conllu", "1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "a(1)|"},
        {"a.conllu", "\n\n", ""},
    };
    struct hearsay_limits limits = limits_default();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text_reader *reader = open_bytes(view_of(cases[i].content), cases[i].name, HEARSAY_FORMAT_AUTO, NULL);
        struct view ids = ids_of(reader, &limits, *state);
        if (!view_is(ids, cases[i].ids))
            fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].content, cases[i].ids, VIEW_ARGS(ids));
    }
}

static void reads_the_fields_of_a_line(void **state)
{
    struct document document = parse_as(
        VIEW("{\"id\":\"n1\",\"title\":\"A "
             "\\u201cT\\u201d\",\"url\":\"https://"
             "x.example\",\"date\":\"2024-03-22\",\"language\":null,\"text\":\"Ca\\u0000f\\u00e9\\nok \\\\u0000\"}"),
        HEARSAY_FORMAT_JSONL, *state);
    assert_true(view_is(document.title, "A “T”"));
    assert_true(view_is(document.url, "https://x.example"));
    assert_true(view_is(document.date, "2024-03-22"));
    assert_true(view_is(document.language, "und"));
    assert_true(view_is(document.text, "Ca\uFFFDfé\nok \\u0000"));
    assert_int_equal(document.warning_count, 1);
}

static void repairs_what_is_no_text(void **state)
{
    struct document document = parse_as(VIEW("\xEF\xBB\xBFOne\0two caf\xE9.\r\n"), HEARSAY_FORMAT_TEXT, *state);
    assert_true(view_is(document.text, "One\uFFFDtwo caf\uFFFD.\r\n"));
    assert_int_equal(document.code_points, 15);
    assert_int_equal(document.warning_count, 2);
    assert_non_null(strstr(document.warnings[0].data, "1 byte sequences that are no UTF-8"));
    assert_non_null(strstr(document.warnings[0].data, "at byte 12"));
    assert_non_null(strstr(document.warnings[1].data, "1 NUL"));
    document = parse_as(VIEW("{\"id\":\"a\",\"text\":\"caf\xE9\"}"), HEARSAY_FORMAT_JSONL, *state);
    assert_true(view_is(document.text, "caf\uFFFD"));
    assert_int_equal(document.warning_count, 1);
}

/* What is too long is reported with its place, and what follows it is read. */
static void goes_on_behind_a_limit(void **state)
{
    struct hearsay_limits limits = limits_default();
    limits.line_bytes = 40;
    struct view lines = VIEW("{\"id\":\"a\",\"text\":\"One\"}\n{\"id\":\"b\",\"text\":\"One two three four five "
                             "six\"}\n{\"id\":\"c\",\"text\":\"One\"}\n");
    assert_true(view_is(ids_of(open_bytes(lines, "a.jsonl", HEARSAY_FORMAT_AUTO, &limits), &limits, *state),
                        "a(1)|a.jsonl:2: -4|c(1)|"));
    limits.document_bytes = 10;
    assert_true(view_is(ids_of(open_bytes(VIEW("0123456789"), "a.txt", HEARSAY_FORMAT_AUTO, &limits), &limits, *state),
                        "a(1)|"));
    assert_true(view_is(ids_of(open_bytes(VIEW("0123456789a"), "a.txt", HEARSAY_FORMAT_AUTO, &limits), &limits, *state),
                        "a.txt: -4|"));
}

static void reads_files_of_any_size(void **state)
{
    char path[] = "/tmp/hearsay-reader-XXXXXX";
    struct hearsay_limits limits = limits_default();
    struct hearsay_error error;
    struct text_reader *reader;
    struct text_unit unit;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    FILE *file = fdopen(fd, "wb");
    /* Lines of every length around the buffer's, so that each of its edges is met. */
    size_t lines = 0;
    for (size_t length = 1; length < 200000; length = length * 2 + lines % 7, lines++) {
        fprintf(file, "{\"id\":\"n%zu\",\"text\":\"%0*d\"}\n", lines, (int)length, 7);
    }
    fclose(file);
    assert_int_equal(text_open(&reader, path, HEARSAY_FORMAT_AUTO, &limits, &error), HEARSAY_OK);
    assert_int_equal(text_format(reader), HEARSAY_FORMAT_JSONL);
    struct arena *arena = arena_new(0);
    for (size_t i = 0; i < lines; i++) {
        struct document document;
        char id[32];
        snprintf(id, sizeof id, "n%zu", i);
        assert_int_equal(text_next(reader, &unit, arena, &error), 1);
        assert_int_equal(unit.line, i + 1);
        assert_int_equal(text_parse(&document, &unit, &limits, arena, &error), HEARSAY_OK);
        assert_true(view_is(document.id, id));
        assert_int_equal(document.text.data[document.text.length - 1], '7');
        arena_reset(arena);
    }
    assert_int_equal(text_next(reader, &unit, arena, &error), 0);
    text_close(reader);
    arena_free(arena);
    unlink(path);
    (void)state;
}

/* Whatever allocation fails first, the answer is an error, and nothing is lost. */
static void survives_a_lack_of_memory(void **state)
{
    static const char text[] =
        "{\"id\":\"a\",\"title\":\"T\",\"text\":\"\\\"One[1] two,\\\" he said.\\n\\nThey don't know.\"}";
    struct hearsay_limits limits = limits_default();
    bool succeeded = false;
    (void)state;
    for (size_t limit = 16; limit < 20000 && !succeeded; limit += 16) {
        struct arena *arena = arena_new(limit);
        struct document document;
        struct hearsay_error error;
        int code = parse_bytes(&document, view_of(text), HEARSAY_FORMAT_JSONL, &limits, arena, &error);
        succeeded = code == HEARSAY_OK;
        assert_true(succeeded || code == HEARSAY_ERROR_MEMORY);
        arena_free(arena);
    }
    assert_true(succeeded);
}

static void refuses_records(void **state)
{
    struct document document;
    struct hearsay_error error;
    assert_int_equal(parse_bytes(&document, VIEW("{}"), HEARSAY_FORMAT_RECORDS, NULL, *state, &error),
                     HEARSAY_ERROR_USAGE);
}

static void counts_code_points(void **state)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    for (int i = 0; i < 100; i++) output_text(out, i % 3 ? "é" : "😀 a");
    struct document document = parse_as(output_view(out), HEARSAY_FORMAT_TEXT, *state);
    size_t count = 0;
    for (uint32_t byte = 0; byte < document.text.length; byte++) {
        if (((unsigned char)document.text.data[byte] & 0xC0) == 0x80) continue;
        assert_int_equal(document_code_point(&document, byte), count++);
    }
    assert_int_equal(document.code_points, count);
    assert_int_equal(document_code_point(&document, (uint32_t)document.text.length), count);
    output_abandon(out);
}

static void finds_the_sentence_of_a_word(void **state)
{
    struct document document = parse_text("One. Two words. Three words here.", *state);
    for (uint32_t i = 0; i < document.token_count; i++) {
        const struct sentence *sentence = document_sentence_of(&document, i);
        assert_true(i >= sentence->first && i < sentence->first + sentence->count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settles_the_format),
        cmocka_unit_test(says_what_it_cannot_open),
        cmocka_unit_test(gives_every_document_an_id),
        cmocka_unit_test(reads_the_fields_of_a_line),
        cmocka_unit_test(repairs_what_is_no_text),
        cmocka_unit_test(goes_on_behind_a_limit),
        cmocka_unit_test(reads_files_of_any_size),
        cmocka_unit_test(survives_a_lack_of_memory),
        cmocka_unit_test(refuses_records),
        cmocka_unit_test(counts_code_points),
        cmocka_unit_test(finds_the_sentence_of_a_word),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
