/* process.h: a program run with its input from memory and its output into memory. */
#ifndef HEARSAY_EXPORT_PROCESS_H
#define HEARSAY_EXPORT_PROCESS_H

#include "base/output.h"

/* Runs argv[0] (looked for in PATH where it holds no slash), feeds it `input` and gathers what it prints in `out`.
 *   argv     ends with NULL
 *   seconds  wall-clock time after which it is killed
 * 0 when it exits with 0. HEARSAY_ERROR_LIMIT when it ran out of time or was killed for processor time,
 * HEARSAY_ERROR_IO when it cannot be started or fails otherwise; the message has the first line of its standard error.
 * No child is left behind. */
int process_run(char *const argv[], struct view input, unsigned seconds, struct output *out,
                struct hearsay_error *error);

#endif
