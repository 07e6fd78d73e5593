/* report.h: what the program says on stderr, and how errors become exit codes. */
#ifndef HEARSAY_CLI_REPORT_H
#define HEARSAY_CLI_REPORT_H

#include "hearsay.h"

enum exit_code {
    EXIT_DONE = 0,
    EXIT_DIFFERENCE = 1, /* diff, --check */
    EXIT_USAGE = 2,
    EXIT_RESOURCE = 3, /* a file, a disk, memory */
    EXIT_INTERNAL = 4,
    EXIT_INPUT = 5, /* some input was bad; the rest was done */
};

/* Prints "hearsay: PLACE: MESSAGE" as one line; control characters in it become "?". Returns the exit code of the
 * error. An error on standard output whose reader has gone away ends the program by SIGPIPE, without a word, like other
 * filters. */
enum exit_code report_error(const struct hearsay_error *error);

/* The same for an error about one document of many: a limit that it ran into is bad input too. */
enum exit_code report_document_error(const struct hearsay_error *error);

/* Prints "hearsay: PLACE: warning: TEXT". */
void report_warning(const char *place, const char *text);

/* Warns of the corrections that had nothing to apply to; after all documents are done. */
void report_unused_corrections(const struct hearsay *hearsay);

/* Warns where records that are put together or compared were made by two models; NULL: there is no other. */
void report_models(const char *model, const char *other);

/* Prints "hearsay: MESSAGE" (printf) and returns EXIT_USAGE. */
enum exit_code report_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The graver of two exit codes: internal, resource, bad input, done. */
enum exit_code report_worse(enum exit_code a, enum exit_code b);

#endif
