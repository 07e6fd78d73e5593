/* gather.h: the records of all inputs: what graph, diff and merge have in common. */
#ifndef HEARSAY_CLI_GATHER_H
#define HEARSAY_CLI_GATHER_H

#include "base/view.h"
#include "options.h"

/* Takes the line of one record. Negative: an error, of the record where it is HEARSAY_ERROR_INPUT. */
typedef int gather_take(void *user, struct view line, const char *place, struct hearsay_error *error);

/* Extracts the inputs that are texts, reads those that are records, and hands them on in order. Returns an exit code,
 * reported. Bad inputs and bad records are left out; any other error of `take` ends the run, and *usable is false then,
 * as it is where nothing was taken of inputs that are bad. */
enum exit_code gather_lines(const struct hearsay *hearsay, const struct options *options, gather_take *take, void *user,
                            bool *usable);

/* Extracts the inputs that are texts, reads those that are records, and merges all into *records, which the caller
 * frees with hearsay_records_free. Returns an exit code, reported. Bad inputs are left out; *records is NULL where
 * nothing else was there. */
enum exit_code gather_run(const struct hearsay *hearsay, const struct options *options,
                          struct hearsay_records **records);

#endif
