#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What is done with an option's argument; an exit code, reported. */
typedef enum exit_code option_action(struct options *options, const char *name, const char *value);

static enum exit_code add_input(struct options *options, const char *path, enum hearsay_format format,
                                enum hearsay_trust trust)
{
    options->inputs[options->input_count++] = (struct input_argument){path, format, trust};
    return EXIT_DONE;
}

static enum exit_code set_from(struct options *options, const char *name, const char *value)
{
    enum hearsay_format format;
    (void)name;
    if (!hearsay_format_of(value, &format)) {
        return report_usage("--from cannot be \"%.40s\"; it takes text, markdown, html, jsonl, conllu or records",
                            value);
    }
    options->from = format;
    return EXIT_DONE;
}

static enum exit_code add_tokens(struct options *options, const char *name, const char *value)
{
    (void)name;
    return add_input(options, value, HEARSAY_FORMAT_CONLLU, HEARSAY_TRUST_WORDS);
}

static enum exit_code set_model(struct options *options, const char *name, const char *value)
{
    (void)name;
    options->library.model = value;
    return EXIT_DONE;
}

static enum exit_code set_entities(struct options *options, const char *name, const char *value)
{
    (void)name;
    options->library.entities = value;
    return EXIT_DONE;
}

static enum exit_code set_corrections(struct options *options, const char *name, const char *value)
{
    (void)name;
    options->library.corrections = value;
    return EXIT_DONE;
}

static enum exit_code add_output(struct options *options, const char *name, const char *value)
{
    (void)name;
    options->outputs[options->output_count++] = value;
    return EXIT_DONE;
}

static enum exit_code set_format(struct options *options, const char *name, const char *value)
{
    (void)name;
    options->format = value;
    return EXIT_DONE;
}

static enum exit_code set_min_confidence(struct options *options, const char *name, const char *value)
{
    struct hearsay_error error;
    (void)name;
    return hearsay_min_confidence_set(&options->library, value, &error) < 0 ? report_error(&error) : EXIT_DONE;
}

static enum exit_code set_jobs(struct options *options, const char *name, const char *value)
{
    char *end;
    long jobs = strtol(value, &end, 10);
    (void)name;
    if (*end || end == value || jobs < 0 || jobs > 1024) {
        return report_usage("--jobs cannot be \"%.40s\"; it takes a number from 0 (one for each processor) to 1024",
                            value);
    }
    if (jobs == 0) {
        jobs = sysconf(_SC_NPROCESSORS_ONLN);
    }
    options->jobs = jobs > 0 ? (unsigned)jobs : 1;
    return EXIT_DONE;
}

static enum exit_code set_limit(struct options *options, const char *name, const char *value)
{
    struct hearsay_error error;
    if (hearsay_limit_set(&options->library.limits, name + strlen("limit-"), value, &error) < 0) {
        return report_error(&error);
    }
    return EXIT_DONE;
}

static enum exit_code set_check(struct options *options, const char *name, const char *value)
{
    (void)name;
    (void)value;
    options->check = true;
    return EXIT_DONE;
}

static enum exit_code set_report(struct options *options, const char *name, const char *value)
{
    (void)name;
    if (strcmp(value, "junit") != 0 && strcmp(value, "json") != 0) {
        return report_usage("--report cannot be \"%.40s\"; it takes junit or json", value);
    }
    options->report = value;
    return EXIT_DONE;
}

static enum exit_code set_quiet(struct options *options, const char *name, const char *value)
{
    (void)name;
    (void)value;
    options->quiet = true;
    return EXIT_DONE;
}

static enum exit_code set_strict(struct options *options, const char *name, const char *value)
{
    (void)name;
    (void)value;
    options->strict = true;
    return EXIT_DONE;
}

static enum exit_code set_progress(struct options *options, const char *name, const char *value)
{
    (void)name;
    (void)value;
    options->progress = true;
    return EXIT_DONE;
}

static enum exit_code set_help(struct options *options, const char *name, const char *value)
{
    (void)name;
    (void)value;
    options->help = true;
    return EXIT_DONE;
}

/* A graph of texts can show the claims that it asks for only if they are reported. A value of no use is the graph's to
 * refuse. */
static void report_less_sure(struct options *options, const char *value)
{
    struct hearsay_options asked = options->library;
    if (hearsay_min_confidence_set(&asked, value, NULL) == 0 &&
        asked.min_confidence < options->library.min_confidence) {
        options->library.min_confidence = asked.min_confidence;
    }
}

static enum exit_code add_graph(struct options *options, const char *name, const char *value)
{
    if (options->command->bit == COMMAND_GRAPH && strcmp(name, "min-confidence") == 0) {
        report_less_sure(options, value);
    }
    options->graph[options->graph_count++] = (struct graph_argument){name, value};
    return EXIT_DONE;
}

struct option_row {
    const char *name;
    char letter;          /* 0: none */
    const char *argument; /* NULL: none */
    unsigned commands;    /* command_bits */
    option_action *action;
    const char *help;
};

static const struct option_row rows[] = {
    {"from", 0, "FORMAT", COMMAND_READERS, set_from,
     "text, markdown, html, jsonl, conllu or records (else by suffix and content)"},
    {"tokens", 0, "FILE", COMMAND_PARSE, add_tokens, "a CoNLL-U file: keep its words and sentences, predict the rest"},
    {"output", 'o', "FILE", COMMAND_GRAPH, add_output,
     "write FILE, whose suffix is the format (.jsonl: the records); as often as there are files"},
    {"output", 'o', "FILE", COMMAND_DIFF, add_output, "draw the difference; the suffix of FILE is the format"},
    {"output", 'o', "FOLDER", COMMAND_BATCH, add_output, "the folder to fill"},
    {"output", 'o', "FILE", COMMAND_PARSE | COMMAND_EXTRACT | COMMAND_EXPLAIN | COMMAND_MERGE, add_output,
     "write FILE instead of standard output"},
    {"format", 0, "FORMAT", COMMAND_GRAPH, set_format,
     "svg, png, pdf, html, dot, graphml, gexf, json, csv, cypher, cyjs, ftm or jsonl, where no suffix tells"},
    {"format", 0, "text|json", COMMAND_EXPLAIN, set_format, "for people or for programs (text)"},
    {"format", 0, "LIST", COMMAND_BATCH, set_format,
     "formats of the graphs: svg,graphml,... (svg); jsonl: the records alone"},
    {"format", 0, "text|json", COMMAND_DIFF, set_format, "for people or for programs (text)"},
    {"check", 0, NULL, COMMAND_BATCH, set_check, "write nothing; exit 1 where a run would change something"},
    {"report", 0, "junit|json", COMMAND_BATCH, set_report, "a report for CI on standard output"},
    {"model", 0, "FILE", COMMAND_TEXTS, set_model,
     "use this language model instead of the one inside"},
    {"entities", 0, "FILE", COMMAND_MAKERS | COMMAND_BATCH, set_entities,
     "give entities the ids they have in this list: JSON lines or FollowTheMoney"},
    {"corrections", 0, "FILE", COMMAND_MAKERS | COMMAND_BATCH, set_corrections,
     "apply these corrections, JSON lines, to every record"},
    {"min-confidence", 0, "X", COMMAND_EXTRACT | COMMAND_EXPLAIN, set_min_confidence,
     "report claims of confidence X (0 to 1) or more (0.30)"},
    {"jobs", 0, "N", COMMAND_WORKERS, set_jobs, "work on N documents at a time; 0: one for each processor (1)"},
    {"limit-document", 0, "BYTES", COMMAND_WORKERS, set_limit, "longest document (64M)"},
    {"limit-line", 0, "BYTES", COMMAND_WORKERS, set_limit, "longest line of JSON (128M)"},
    {"limit-sentence", 0, "WORDS", COMMAND_TEXTS, set_limit,
     "longest sentence; longer ones are cut (1000)"},
    {"limit-word", 0, "BYTES", COMMAND_TEXTS, set_limit, "longest word (1024)"},
    {"limit-memory", 0, "BYTES", COMMAND_WORKERS, set_limit, "memory for one document (1536M)"},
    {"limit-draw-nodes", 0, "N", COMMAND_PICTURES, set_limit, "most nodes in a picture (2000)"},
    {"limit-draw-lines", 0, "N", COMMAND_PICTURES, set_limit, "most lines in a picture (200)"},
    {"limit-draw-seconds", 0, "N", COMMAND_PICTURES, set_limit, "longest time to lay out a picture (60)"},
    {"strict", 0, NULL, COMMAND_TEXTS, set_strict,
     "exit 5 where a document has a warning (another language, broken bytes, a limit); it is written all the same"},
    {"quiet", 'q', NULL, COMMAND_WORKERS, set_quiet, "no warnings and no progress on stderr"},
    {"progress", 0, NULL, COMMAND_WORKERS, set_progress, "show progress on stderr even where it is no terminal"},
    {"help", 'h', NULL, COMMAND_WORKERS | COMMAND_DIFF | COMMAND_VERSION, set_help, "this help"},
};

enum { ROW_COUNT = sizeof rows / sizeof *rows, ROWS_MOST = 64 };

/* The options of a command: those of the table, and those that graphs have. */
static size_t gather_rows(const struct command *command, struct option_row gathered[ROWS_MOST])
{
    const struct hearsay_graph_option *option;
    size_t count = 0;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        if (rows[i].commands & command->bit) {
            gathered[count++] = rows[i];
        }
    }
    for (size_t i = 0; (command->bit & COMMAND_PICTURES) && count < ROWS_MOST && (option = hearsay_graph_option(i));
         i++) {
        gathered[count++] =
            (struct option_row){option->name, 0, option->value, COMMAND_PICTURES, add_graph, option->help};
    }
    return count;
}

enum { FIRST_LONG = 256 }; /* getopt's value of the first row; letters lie below */

/* getopt's own tables: ":ho:" and the long options. */
static void describe_rows(const struct option_row *gathered, size_t count, struct option *longs, char *letters)
{
    *letters++ = ':';
    for (size_t i = 0; i < count; i++) {
        const struct option_row *row = &gathered[i];
        longs[i] =
            (struct option){row->name, row->argument ? required_argument : no_argument, NULL, FIRST_LONG + (int)i};
        if (row->letter) {
            *letters++ = row->letter;
            if (row->argument) {
                *letters++ = ':';
            }
        }
    }
    longs[count] = (struct option){0};
    *letters = '\0';
}

static const struct option_row *find_row(const struct option_row *gathered, size_t count, int value)
{
    for (size_t i = 0; i < count; i++) {
        if (value == FIRST_LONG + (int)i || (gathered[i].letter && value == gathered[i].letter)) {
            return &gathered[i];
        }
    }
    return NULL;
}

static enum exit_code read_arguments(struct options *options, int argc, char **argv)
{
    struct option_row gathered[ROWS_MOST];
    struct option longs[ROWS_MOST + 1];
    char letters[2 * ROWS_MOST + 2];
    size_t count = gather_rows(options->command, gathered);
    const char *command = options->command->name;
    int value;
    describe_rows(gathered, count, longs, letters);
    opterr = 0;
    while ((value = getopt_long(argc, argv, letters, longs, NULL)) != -1) {
        const struct option_row *row = find_row(gathered, count, value);
        if (value == ':') {
            return report_usage("%s needs an argument; hearsay %s --help shows it", argv[optind - 1], command);
        }
        if (!row) {
            char letter[] = {'-', (char)optopt, '\0'}; /* one of several behind a dash; 0 for a whole word */
            return report_usage("%s is no option of %s; hearsay %s --help lists them",
                                optopt ? letter : argv[optind - 1], command, command);
        }
        enum exit_code code = row->action(options, row->name, optarg);
        if (code != EXIT_DONE) {
            return code;
        }
    }
    while (optind < argc) {
        add_input(options, argv[optind++], options->from, HEARSAY_TRUST_ALL);
    }
    return EXIT_DONE;
}

/* Outputs of which there may be one only, and the same place twice, would overwrite each other. */
static enum exit_code check_outputs(const struct options *options)
{
    if (options->command->bit != COMMAND_GRAPH && options->output_count > 1) {
        return report_usage("%s takes -o once", options->command->name);
    }
    for (size_t i = 0; i < options->output_count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (strcmp(options->outputs[i], options->outputs[j]) == 0) {
                return report_usage("-o %s is there twice", options->outputs[i]);
            }
        }
    }
    return EXIT_DONE;
}

enum exit_code options_read(struct options *options, const struct command *command, int argc, char **argv)
{
    size_t most = (size_t)argc + 1;
    *options = (struct options){.command = command, .library = hearsay_options_default(), .jobs = 1};
    options->inputs = calloc(most, sizeof *options->inputs);
    options->outputs = calloc(most, sizeof *options->outputs);
    options->graph = calloc(most, sizeof *options->graph);
    if (!options->inputs || !options->outputs || !options->graph) {
        report_usage("out of memory");
        return EXIT_RESOURCE;
    }
    enum exit_code code = read_arguments(options, argc, argv);
    if (code != EXIT_DONE || options->help) {
        return code;
    }
    if (options->input_count == 0 && command->bit != COMMAND_VERSION) {
        return report_usage("%s needs an input; - is standard input, hearsay %s --help shows an example", command->name,
                            command->name);
    }
    if (options->input_count > 0 && command->bit == COMMAND_VERSION) {
        return report_usage("version takes no input");
    }
    return check_outputs(options);
}

void options_free(struct options *options)
{
    free(options->inputs);
    free(options->outputs);
    free(options->graph);
}

static void print_row(const struct option_row *row)
{
    char letter[] = {'-', row->letter, ',', ' ', '\0'};
    char left[80];
    snprintf(left, sizeof left, "%s--%s%s%s", row->letter ? letter : "    ", row->name, row->argument ? " " : "",
             row->argument ? row->argument : "");
    if (strlen(left) <= 28) {
        printf("  %-28s  %s\n", left, row->help);
    } else {
        printf("  %s\n  %-28s  %s\n", left, "", row->help);
    }
}

/* The rows with this action under a heading; `action` NULL: all the others. */
static void print_rows(const char *heading, const struct option_row *gathered, size_t count, option_action *action)
{
    for (size_t i = 0; i < count; i++) {
        bool special = gathered[i].action == set_limit || gathered[i].action == add_graph;
        if (action ? gathered[i].action != action : special) {
            continue;
        }
        printf("%s", heading);
        heading = "";
        print_row(&gathered[i]);
    }
}

enum exit_code options_print_help(const struct command *command)
{
    struct option_row gathered[ROWS_MOST];
    size_t count = gather_rows(command, gathered);
    printf("Usage: hearsay %s%s%s\n\n%s\n\nExample:\n%s", command->name, *command->usage ? " " : "", command->usage,
           command->summary, command->example);
    print_rows("\nOptions:\n", gathered, count, NULL);
    print_rows("\nWhat the graph shows:\n", gathered, count, add_graph);
    print_rows("\nLimits:\n", gathered, count, set_limit);
    return EXIT_DONE;
}
