/* cmd_diff.c: what came, went or changed between two sets of records. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/output.h"
#include "commands.h"
#include "gather.h"

#define STAGE "diff"
#define TITLE "What changed: + came, \xE2\x88\x92 went, ~ changed"

/* One side of the comparison. */
struct side {
    char *path; /* of the file: of a batch folder, its merged records */
    bool is_graph;
    struct hearsay_records *records; /* merged */
};

static int fail(const char *path, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_IO, STAGE, path, "cannot read: %s", strerrordesc_np(errno));
}

/* A batch folder stands for what it has merged. */
static int find_file(struct side *side, const char *path, struct hearsay_error *error)
{
    struct stat status;
    bool folder = stat(path, &status) == 0 && S_ISDIR(status.st_mode);
    if (asprintf(&side->path, folder ? "%s/merged.jsonl" : "%s", path) < 0) {
        side->path = NULL;
        return error_memory(error, STAGE);
    }
    if (folder && access(side->path, R_OK) != 0) {
        return error_set(error, HEARSAY_ERROR_IO, STAGE, path,
                         "it has no merged.jsonl: give the folder that `hearsay batch -o` filled");
    }
    return HEARSAY_OK;
}

/* Whether the file starts like a graph in node-link form. */
static int look(struct side *side, struct hearsay_error *error)
{
    char start[64] = "";
    int fd = open(side->path, O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? -1 : read(fd, start, sizeof start - 1);
    int code = length < 0 ? fail(side->path, error) : HEARSAY_OK;
    if (fd >= 0) {
        close(fd);
    }
    const char *first = start + strspn(start, " \t\r\n");
    if (code == HEARSAY_OK && *first == '{') {
        first += 1 + strspn(first + 1, " \t\r\n");
        side->is_graph = strncmp(first, "\"directed\"", strlen("\"directed\"")) == 0;
    }
    return code;
}

static int read_whole(const char *path, char **text, size_t *length, struct hearsay_error *error)
{
    FILE *file = fopen(path, "re");
    size_t size = 0;
    errno = 0;
    ssize_t got = file ? getdelim(text, &size, '\0', file) : -1;
    int code = !file || ferror(file) ? fail(path, error) : HEARSAY_OK;
    *length = got > 0 ? (size_t)got : 0;
    if (file) {
        fclose(file);
    }
    return code;
}

static enum exit_code read_graph(struct side *side)
{
    struct hearsay_error error = {0};
    char *text = NULL;
    size_t length;
    int code = read_whole(side->path, &text, &length, &error);
    if (code == HEARSAY_OK) {
        code = hearsay_records_new(&side->records, &error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_add_graph(side->records, text, length, side->path, &error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_merge(side->records, &error);
    }
    free(text);
    return code < 0 ? report_error(&error) : EXIT_DONE;
}

/* An empty file of records is an empty set. */
static enum exit_code read_records(struct side *side, const struct hearsay *hearsay, const struct options *options)
{
    struct input_argument input = {.path = side->path, .format = HEARSAY_FORMAT_RECORDS};
    struct options of_side = *options;
    of_side.inputs = &input;
    of_side.input_count = 1;
    return gather_run(hearsay, &of_side, &side->records);
}

static enum exit_code find_sides(struct side sides[2], const struct options *options)
{
    struct hearsay_error error = {0};
    for (int i = 0; i < 2; i++) {
        int code = find_file(&sides[i], options->inputs[i].path, &error);
        if (code == HEARSAY_OK) {
            code = look(&sides[i], &error);
        }
        if (code < 0) {
            return report_error(&error);
        }
    }
    return sides[0].is_graph == sides[1].is_graph
               ? EXIT_DONE
               : report_usage("compare records with records and graphs with graphs: a graph leaves claims out");
}

static int put(void *user, const char *data, size_t length)
{
    output_write(user, data, length);
    return 0;
}

static int print(const struct hearsay_diff *diff, const struct options *options, struct hearsay_error *error)
{
    struct output *out;
    bool json = options->format && strcmp(options->format, "json") == 0;
    int code = output_open(&out, "-", error);
    if (code < 0) {
        return code;
    }
    code = hearsay_diff_print(diff, json, put, out, error);
    if (code < 0) {
        output_abandon(out);
        return code;
    }
    return output_commit(out, error);
}

static int draw(struct hearsay_graph *graph, struct hearsay_diff *diff, const struct options *options,
                struct hearsay_error *error)
{
    if (options->output_count == 0) {
        return HEARSAY_OK;
    }
    int code = hearsay_graph_build_diff(graph, diff, error);
    return code < 0 ? code : hearsay_graph_write(graph, options->outputs[0], NULL, error);
}

static bool shows_marks(const char *path)
{
    static const char *const suffixes[] = {".svg", ".png", ".pdf", ".dot", ".gv"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (view_ends(view_of(path), view_of(suffixes[i]))) {
            return true;
        }
    }
    return false;
}

static enum exit_code check_arguments(const struct options *options)
{
    if (options->input_count != 2) {
        return report_usage("diff takes two inputs, the old one and the new one");
    }
    if (options->output_count == 1 && !shows_marks(options->outputs[0])) {
        return report_usage("-o %s: a difference is drawn as .svg, .png, .pdf or .dot", options->outputs[0]);
    }
    bool known = !options->format || strcmp(options->format, "text") == 0 || strcmp(options->format, "json") == 0;
    return known ? EXIT_DONE : report_usage("--format cannot be \"%.40s\"; it takes text or json", options->format);
}

/* Opens the library and sets the options of the picture. */
static int prepare(struct hearsay **hearsay, struct hearsay_graph **graph, const struct options *options,
                   struct hearsay_error *error)
{
    int code = hearsay_open(hearsay, &options->library, error);
    if (code == HEARSAY_OK) {
        code = hearsay_graph_new(graph, *hearsay, error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_graph_set(*graph, "title", TITLE, error);
    }
    for (size_t i = 0; i < options->graph_count && code == HEARSAY_OK; i++) {
        code = hearsay_graph_set(*graph, options->graph[i].name, options->graph[i].value, error);
    }
    return code;
}

static enum exit_code compare(struct side sides[2], struct hearsay_graph *graph, const struct options *options)
{
    struct hearsay_error error = {0};
    struct hearsay_diff *diff = NULL;
    if (!options->quiet) {
        report_models(hearsay_records_model(sides[0].records, 0), hearsay_records_model(sides[1].records, 0));
    }
    int code = hearsay_diff_new(&diff, sides[0].records, sides[1].records, &error);
    if (code == HEARSAY_OK) {
        code = print(diff, options, &error);
    }
    if (code == HEARSAY_OK) {
        code = draw(graph, diff, options, &error);
    }
    enum exit_code result = code < 0                       ? report_error(&error)
                            : hearsay_diff_count(diff) > 0 ? EXIT_DIFFERENCE
                                                           : EXIT_DONE;
    hearsay_diff_free(diff);
    return result;
}

int command_diff(const struct options *options)
{
    struct side sides[2] = {0};
    struct hearsay *hearsay = NULL;
    struct hearsay_graph *graph = NULL;
    struct hearsay_error error = {0};
    enum exit_code code = check_arguments(options);
    if (code == EXIT_DONE) {
        code = find_sides(sides, options);
    }
    if (code == EXIT_DONE && prepare(&hearsay, &graph, options, &error) < 0) {
        code = report_error(&error);
    }
    for (int i = 0; i < 2 && (code == EXIT_DONE || code == EXIT_INPUT); i++) {
        enum exit_code read = sides[i].is_graph ? read_graph(&sides[i]) : read_records(&sides[i], hearsay, options);
        code = sides[i].records ? report_worse(code, read) : read;
    }
    if ((code == EXIT_DONE || code == EXIT_INPUT) && sides[0].records && sides[1].records) {
        code = report_worse(code, compare(sides, graph, options));
    }
    hearsay_graph_free(graph);
    for (int i = 0; i < 2; i++) {
        hearsay_records_free(sides[i].records);
        free(sides[i].path);
    }
    hearsay_close(hearsay);
    return code;
}
