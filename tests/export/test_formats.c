/* The table of formats, and files that are complete or absent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "export/export.h"
#include "graph/made.h"

static const struct {
    const char *path, *name;
} SUFFIXES[] = {
    {"a.dot", "dot"},
    {"a.gv", "dot"},
    {"a.graphml", "graphml"},
    {"a.GRAPHML", "graphml"},
    {"a.gexf", "gexf"},
    {"a.svg", "svg"},
    {"a.png", "png"},
    {"a.pdf", "pdf"},
    {"a.json", "json"},
    {"a.ftm.json", "ftm"},
    {"a.csv", "csv"},
    {"a.cypher", "cypher"},
    {"a.cyjs", "cyjs"},
    {"b/a.x.svg", "svg"},
    {".svg", "svg"},
    {"a.jsonl", NULL},
    {"a.txt", NULL},
    {"svg", NULL},
    {"", NULL},
    {"-", NULL},
    {"a.svg/b", NULL},
};

static void test_suffixes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++) {
        const struct export_format *format = export_format_of(SUFFIXES[i].path);
        const char *name = format ? export_format_name(format) : "none";
        if (strcmp(name, SUFFIXES[i].name ? SUFFIXES[i].name : "none") != 0)
            fail_msg("\"%s\" is %s", SUFFIXES[i].path, name);
    }
    for (size_t i = 0; export_format_at(i); i++)
        assert_ptr_equal(export_format_named(view_of(export_format_name(export_format_at(i)))), export_format_at(i));
    assert_null(export_format_named(VIEW("doc")));
}

struct fixture {
    struct arena *arena;
    struct record record;
    struct graph graph;
    char folder[64];
};

static const struct made_entity ENTITIES[] = {{ENTITY_PERSON, "Anna", "", NULL, NULL},
                                              {ENTITY_ORGANISATION, "Board", "", NULL, NULL}};
static const struct made_claim CLAIMS[] = {{RELATION_ACCUSE, FROM(0), TO(1, ROLE_TARGET)},
                                           {RELATION_DENY, FROM(1), TO(0, ROLE_TARGET)}};

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    struct graph_options options = graph_options_default();
    fixture->arena = arena_new(0);
    fixture->record = made_record("d", ENTITIES, 2, CLAIMS, 2, fixture->arena);
    assert_int_equal(graph_build(&fixture->graph, &fixture->record, 1, &options, fixture->arena, NULL), HEARSAY_OK);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/hearsay-formats-XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    char command[100];
    snprintf(command, sizeof command, "rm -rf '%s'", fixture->folder);
    int code = system(command);
    arena_free(fixture->arena);
    free(fixture);
    return code;
}

static char *path_in(struct fixture *fixture, const char *name)
{
    static char path[200];
    snprintf(path, sizeof path, "%s/%s", fixture->folder, name);
    return path;
}

static bool exists(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0;
}

/* The file that a graph becomes, read back into the fixture's arena. */
static struct view export(struct fixture *fixture, const struct graph *graph, const char *suffix,
                          const struct export_options *options)
{
    struct hearsay_error error = {0};
    char name[32];
    snprintf(name, sizeof name, "graph%s", suffix);
    const char *path = path_in(fixture, name);
    if (export_write(graph, export_format_of(suffix), options, path, &error) != HEARSAY_OK)
        fail_msg("%s: %s", suffix, error.message);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size_t length = (size_t)ftell(file);
    char *data = arena_alloc(fixture->arena, length + 1);
    rewind(file);
    assert_int_equal(fread(data, 1, length, file), length);
    fclose(file);
    assert_int_equal(remove(path), 0);
    return (struct view){data, length};
}

/* What starts each format; pictures need hearsay-draw, which lies beside the tests' folder. */
static const struct {
    const char *suffix, *start;
} STARTS[] = {
    {".dot", "digraph hearsay {"},
    {".graphml", "<?xml"},
    {".gexf", "<?xml"},
    {".json", "{\"directed\":true"},
    {".cypher", "CREATE INDEX"},
    {".cyjs", "{\"format_version\""},
    {".ftm.json", "{\"id\""},
    {".svg", "<?xml"},
    {".png", "\x89PNG"},
    {".pdf", "%PDF-"},
};

static void test_every_format(void **state)
{
    struct fixture *fixture = *state;
    struct export_options options = export_options_default();
    options.draw_program = "./hearsay-draw";
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        struct view first = export(fixture, &fixture->graph, STARTS[i].suffix, &options);
        struct view second = export(fixture, &fixture->graph, STARTS[i].suffix, &options);
        assert_true(view_starts(first, view_of(STARTS[i].start)));
        assert_true(view_equal(first, second));
    }
}

static void test_csv_is_two_files(void **state)
{
    struct fixture *fixture = *state;
    struct export_options options = export_options_default();
    struct hearsay_error error = {0};
    const struct export_format *csv = export_format_of("x.csv");
    assert_int_equal(export_write(&fixture->graph, csv, &options, path_in(fixture, "x.csv"), &error), HEARSAY_OK);
    assert_true(exists(path_in(fixture, "x-nodes.csv")));
    assert_true(exists(path_in(fixture, "x-edges.csv")));
    assert_false(exists(path_in(fixture, "x.csv")));
    assert_int_equal(export_write(&fixture->graph, csv, &options, "-", &error), HEARSAY_ERROR_USAGE);
}

/* A program that fails leaves no picture, and the old one as it was. */
static void test_failed_drawing(void **state)
{
    struct fixture *fixture = *state;
    static const char *const PROGRAMS[] = {"/bin/false", "/nonexistent/hearsay-draw", "/bin/true"};
    struct export_options options = export_options_default();
    const struct export_format *svg = export_format_of("x.svg");
    FILE *old = fopen(path_in(fixture, "old.svg"), "w");
    assert_non_null(old);
    fputs("old", old);
    fclose(old);
    for (size_t i = 0; i < 3; i++) {
        struct hearsay_error error = {0};
        options.draw_program = PROGRAMS[i];
        assert_true(export_write(&fixture->graph, svg, &options, path_in(fixture, "x.svg"), &error) < 0);
        assert_true(error.message[0] != '\0');
        assert_false(exists(path_in(fixture, "x.svg")));
        assert_true(export_write(&fixture->graph, svg, &options, path_in(fixture, "old.svg"), &error) < 0);
        assert_true(
            export_write(&fixture->graph, export_format_of("x.png"), &options, path_in(fixture, "x.png"), &error) < 0);
        assert_true(
            export_write(&fixture->graph, export_format_of("x.pdf"), &options, path_in(fixture, "x.pdf"), &error) < 0);
        assert_false(exists(path_in(fixture, "x.png")) || exists(path_in(fixture, "x.pdf")));
    }
    char text[10] = "";
    old = fopen(path_in(fixture, "old.svg"), "r");
    assert_non_null(fgets(text, sizeof text, old));
    fclose(old);
    assert_string_equal(text, "old");
}

static void test_no_such_folder(void **state)
{
    struct fixture *fixture = *state;
    struct export_options options = export_options_default();
    struct hearsay_error error = {0};
    int code = export_write(&fixture->graph, export_format_of("x.dot"), &options, path_in(fixture, "no/x.dot"), &error);
    assert_int_equal(code, HEARSAY_ERROR_IO);
    assert_non_null(strstr(error.place, "no/x.dot"));
}

/* The statements of a graph without nodes are a valid file too. */
static void test_empty_graph(void **state)
{
    struct fixture *fixture = *state;
    struct export_options options = export_options_default();
    struct graph_options wanted = graph_options_default();
    struct graph graph;
    options.draw_program = "./hearsay-draw";
    assert_int_equal(graph_build(&graph, NULL, 0, &wanted, fixture->arena, NULL), HEARSAY_OK);
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        struct view text = export(fixture, &graph, STARTS[i].suffix, &options);
        /* Lines of nothing are none. */
        assert_true(text.length == 0 ? strcmp(STARTS[i].suffix, ".ftm.json") == 0
                                     : view_starts(text, view_of(STARTS[i].start)));
    }
}

static void test_names(void **state)
{
    (void)state;
    enum export_theme theme;
    enum export_layout layout;
    assert_true(export_theme_of(VIEW("dark"), &theme) && theme == EXPORT_DARK);
    assert_true(export_theme_of(VIEW("light"), &theme) && theme == EXPORT_LIGHT);
    assert_false(export_theme_of(VIEW("pink"), &theme));
    assert_true(export_layout_of(VIEW("sfdp"), &layout) && layout == EXPORT_LAYOUT_SFDP);
    assert_false(export_layout_of(VIEW("circo"), &layout));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_suffixes),
        cmocka_unit_test_setup_teardown(test_every_format, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_csv_is_two_files, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_failed_drawing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_no_such_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_empty_graph, set_up, tear_down),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
