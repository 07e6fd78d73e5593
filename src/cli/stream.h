/* stream.h: documents out as they come: what parse and extract have in common. */
#ifndef HEARSAY_CLI_STREAM_H
#define HEARSAY_CLI_STREAM_H

#include "pipeline.h"

/* Runs all inputs through `stage` and writes the results, in order, to the one output. A document whose id came before
 * is reported and left out. Returns an exit code. */
enum exit_code stream_run(const struct options *options, pipeline_stage *stage);

#endif
