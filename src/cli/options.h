/* options.h: the command line of every command, from one table of options with their help. */
#ifndef HEARSAY_CLI_OPTIONS_H
#define HEARSAY_CLI_OPTIONS_H

#include <stddef.h>

#include "hearsay.h"
#include "report.h"

/* Bits, so that an option can belong to several commands. */
enum command_bit {
    COMMAND_PARSE = 1,
    COMMAND_EXTRACT = 2,
    COMMAND_GRAPH = 4,
    COMMAND_MERGE = 8,
    COMMAND_VERSION = 16,
    COMMAND_EXPLAIN = 32,
    COMMAND_BATCH = 64,
    COMMAND_DIFF = 128,
    COMMAND_READERS = COMMAND_PARSE | COMMAND_EXTRACT | COMMAND_GRAPH | COMMAND_EXPLAIN,
    COMMAND_TEXTS = COMMAND_READERS | COMMAND_BATCH, /* those that read documents */
    COMMAND_MAKERS = COMMAND_EXTRACT | COMMAND_GRAPH | COMMAND_MERGE, /* of records, which knowledge applies to */
    COMMAND_PICTURES = COMMAND_GRAPH | COMMAND_BATCH | COMMAND_DIFF,
    COMMAND_WORKERS = COMMAND_TEXTS | COMMAND_MERGE,
};

#define RECORDS_FORMAT "jsonl" /* of --format: no graph, but the records */

struct options;

struct command {
    const char *name;
    enum command_bit bit;
    const char *usage;                         /* what follows the name: "[OPTION]... INPUT..." */
    const char *summary;                       /* one line */
    const char *example;                       /* lines of a shell, each ending in a line feed */
    int (*run)(const struct options *options); /* an exit_code */
};

/* An input of the command line. */
struct input_argument {
    const char *path;
    enum hearsay_format format;
    enum hearsay_trust trust;
};

/* An option of the graph, by name: see hearsay_graph_set. */
struct graph_argument {
    const char *name;
    const char *value;
};

struct options {
    const struct command *command;
    struct hearsay_options library;
    struct input_argument *inputs;
    size_t input_count;
    const char **outputs; /* -o; none: standard output */
    size_t output_count;
    struct graph_argument *graph;
    size_t graph_count;
    enum hearsay_format from; /* --from */
    const char *format;       /* --format, or NULL */
    unsigned jobs;            /* at least 1 */
    const char *report;       /* --report: "junit", "json" or NULL */
    bool check;               /* --check */
    bool strict;              /* a document with a warning is bad input */
    bool quiet;
    bool progress;
    bool help;
};

/* Reads the arguments after the command's name (argv[0]). Texts point into argv. EXIT_DONE, or an exit code after a
 * message. The caller frees `options` with options_free in both cases. */
enum exit_code options_read(struct options *options, const struct command *command, int argc, char **argv);
void options_free(struct options *options);

/* Prints the help of a command to standard output; an exit code. */
enum exit_code options_print_help(const struct command *command);

#endif
