/* gather.h: all inputs as one merged set of records: what graph and merge have in common. */
#ifndef HEARSAY_CLI_GATHER_H
#define HEARSAY_CLI_GATHER_H

#include "options.h"

/* Extracts the inputs that are texts, reads those that are records, and merges all into *records, which the caller
 * frees with hearsay_records_free. Returns an exit code, reported. Bad inputs are left out; *records is NULL where
 * nothing else was there. */
enum exit_code gather_run(const struct hearsay *hearsay, const struct options *options,
                          struct hearsay_records **records);

#endif
