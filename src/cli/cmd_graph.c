/* cmd_graph.c: texts and records to graph files. */
#include <string.h>

#include "commands.h"
#include "gather.h"

static const char *const standard_output[] = {"-"};

/* The format that --format gives an output, or NULL where its suffix tells. */
static const char *named_format(const struct options *options, const char *path)
{
    struct hearsay_error ignored;
    return options->format && hearsay_graph_format_check(path, NULL, &ignored) < 0 ? options->format : NULL;
}

/* Whether an output is to have the records: by its suffix, or by --format where that tells nothing. */
static bool is_records(const struct options *options, const char *path)
{
    size_t length = strlen(path);
    const char *format = named_format(options, path);
    return (length > 6 && strcmp(path + length - 6, ".jsonl") == 0) || (format && strcmp(format, RECORDS_FORMAT) == 0);
}

/* Options and formats are checked before anything is read: a slip of the pen should not cost an hour of work. */
static enum exit_code prepare(const struct options *options, struct hearsay_graph *graph, const char *const *paths,
                              size_t count)
{
    struct hearsay_error error;
    for (size_t i = 0; i < options->graph_count; i++) {
        if (hearsay_graph_set(graph, options->graph[i].name, options->graph[i].value, &error) < 0) {
            return report_error(&error);
        }
    }
    if (options->output_count == 0 && !options->format) {
        return report_usage("graph needs -o FILE, or --format for standard output");
    }
    for (size_t i = 0; i < count; i++) {
        bool known = is_records(options, paths[i]) ||
                     hearsay_graph_format_check(paths[i], named_format(options, paths[i]), &error) == HEARSAY_OK;
        if (!known) {
            return report_error(&error);
        }
    }
    return EXIT_DONE;
}

static enum exit_code write_outputs(const struct options *options, const struct hearsay_graph *graph,
                                    const struct hearsay_records *records, const char *const *paths, size_t count)
{
    enum exit_code code = EXIT_DONE;
    for (size_t i = 0; i < count; i++) {
        struct hearsay_error error = {0};
        int written = is_records(options, paths[i])
                          ? hearsay_records_write(records, paths[i], &error)
                          : hearsay_graph_write(graph, paths[i], named_format(options, paths[i]), &error);
        if (written < 0) {
            code = report_worse(code, report_error(&error));
        }
    }
    return code;
}

int command_graph(const struct options *options)
{
    const char *const *paths = options->output_count ? options->outputs : standard_output;
    size_t count = options->output_count ? options->output_count : 1;
    struct hearsay *hearsay = NULL;
    struct hearsay_graph *graph = NULL;
    struct hearsay_records *records = NULL;
    struct hearsay_error error = {0};
    enum exit_code code;
    if (hearsay_open(&hearsay, &options->library, &error) < 0 || hearsay_graph_new(&graph, hearsay, &error) < 0) {
        code = report_error(&error);
        goto done;
    }
    code = prepare(options, graph, paths, count);
    if (code != EXIT_DONE) {
        goto done;
    }
    code = gather_run(hearsay, options, &records);
    if (!records) {
        goto done;
    }
    if (hearsay_graph_build(graph, records, &error) < 0) {
        code = report_worse(code, report_error(&error));
    } else {
        code = report_worse(code, write_outputs(options, graph, records, paths, count));
    }
done:
    hearsay_graph_free(graph);
    hearsay_records_free(records);
    hearsay_close(hearsay);
    return code;
}
