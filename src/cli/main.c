/* main.c: the program hearsay: finds the command and runs it. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "commands.h"
#include "interrupt.h"

static const struct command commands[] = {
    {"graph", COMMAND_GRAPH, "[OPTION]... INPUT... -o FILE [-o FILE]...",
     "Draws who said what about whom, from texts and records. The suffix of FILE is the format.",
     "  hearsay graph article.txt -o article.svg -o article.graphml\n", command_graph},
    {"extract", COMMAND_EXTRACT, "[OPTION]... INPUT...", "Turns texts into records: JSON lines, one document a line.",
     "  hearsay extract article.txt > article.jsonl\n", command_extract},
    {"parse", COMMAND_PARSE, "[OPTION]... INPUT...", "Turns texts into CoNLL-U: sentences, words, trees and names.",
     "  hearsay parse article.txt > article.conllu\n", command_parse},
    {"explain", COMMAND_EXPLAIN, "[OPTION]... INPUT...",
     "Shows how each sentence was read, the rule of each claim, and what was nearly one.",
     "  hearsay explain article.txt | less\n", command_explain},
    {"merge", COMMAND_MERGE, "[OPTION]... RECORDS...", "Gives each entity of many records one key across documents.",
     "  hearsay extract article.txt > article.jsonl\n  hearsay merge article.jsonl -o merged.jsonl\n", command_merge},
    {"batch", COMMAND_BATCH, "[OPTION]... FOLDER -o FOLDER",
     "Makes a record and graphs of every document in a folder, and of all together; only of what has changed.",
     "  mkdir -p articles && cp article.txt articles/\n"
     "  hearsay batch articles -o graphs --format svg,graphml\n"
     "  hearsay batch articles -o graphs --format svg,graphml --check\n",
     command_batch},
    {"diff", COMMAND_DIFF, "[OPTION]... OLD NEW [-o FILE]",
     "Says which actors and claims came, went or changed between two files of records, two graphs or two batch folders.",
     "  hearsay extract article.txt > article.jsonl\n  hearsay extract article.txt > again.jsonl\n"
     "  hearsay diff article.jsonl again.jsonl -o difference.svg\n",
     command_diff},
    {"version", COMMAND_VERSION, "", "Prints the versions of the program and of its language model.",
     "  hearsay version\n", command_version},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0) {
            return &commands[i];
        }
    }
    return NULL;
}

static enum exit_code print_help(void)
{
    printf(
        "Usage: hearsay COMMAND [OPTION]... INPUT...\n\n"
        "Draws who said what about whom: reads news and encyclopaedia text, finds people, organisations and countries\n"
        "and the statements and accusations that connect them.\n\nExample:\n%s\nCommands:\n",
        commands[0].example);
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  %-9s %s\n", commands[i].name, commands[i].summary);
    }
    printf("\nINPUT is a file of text, Markdown, HTML, JSON lines, CoNLL-U or records; - is standard input.\n"
           "hearsay help COMMAND shows the options of a command, man hearsay explains them. Exit codes: 0 done,\n"
           "1 a difference, 2 usage, 3 a file, a disk or memory, 4 internal, 5 bad input (the rest was done).\n");
    return EXIT_DONE;
}

/* "help" or "help COMMAND"; `name` is NULL where the program has no more arguments. */
static enum exit_code help_about(const char *name)
{
    const struct command *command = name ? find_command(name) : NULL;
    if (name && !command) {
        return report_usage("%s is no command; hearsay help lists them", name);
    }
    return command ? options_print_help(command) : print_help();
}

/* A file opened later must not get the number of a closed standard stream, or output would go into it. */
static void occupy_standard_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0) {
            /* Opened the wrong way round, so that using it fails as a closed one would. */
            int opened = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
            if (opened != fd) {
                abort();
            }
        }
    }
}

/* Help and versions go through stdio; a full disk shows only here. */
static enum exit_code flush_standard_output(enum exit_code code)
{
    struct hearsay_error error;
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return code;
    }
    error_set(&error, HEARSAY_ERROR_IO, "cli", "standard output", "cannot write: is the disk full?");
    return report_worse(code, report_error(&error));
}

static enum exit_code run(const struct command *command, int argc, char **argv)
{
    struct options options;
    enum exit_code code = options_read(&options, command, argc, argv);
    if (code == EXIT_DONE) {
        code = options.help ? options_print_help(command) : (enum exit_code)command->run(&options);
    }
    options_free(&options);
    return code;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    enum exit_code code;
    sigset_t signals;
    occupy_standard_streams();
    /* A drawing program that dies must not take us with it; report_error ends for our own reader. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is an error of writing like others */
    interrupt_watch(&signals);
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        code = help_about(argc > 2 ? argv[2] : NULL);
    } else if (strcmp(name, "--version") == 0) {
        code = run(find_command("version"), 1, argv);
    } else if (find_command(name)) {
        code = run(find_command(name), argc - 1, argv + 1);
    } else if (*name) {
        code = report_usage("%s is no command; hearsay help lists them", name);
    } else {
        code = report_usage("which command? hearsay help lists them");
    }
    return flush_standard_output(code);
}
