/* pipeline.h: the documents of all inputs through one stage of the library, by several threads, and out in the order of the inputs. */
#ifndef HEARSAY_CLI_PIPELINE_H
#define HEARSAY_CLI_PIPELINE_H

#include "options.h"

/* What became of one document. */
struct pipeline_result {
    const char *place;
    const char *id; /* "" where the document is a record or could not be read */
    const char *data;
    size_t length;
};

/* Makes the bytes of a document: hearsay_document_conllu or hearsay_document_record, or one that checks before. */
typedef int pipeline_stage(struct hearsay_document *document, enum hearsay_trust trust, const char **data, size_t *length,
                           struct hearsay_error *error);

/* Takes the bytes; called for one document at a time, in the order of the inputs, from any thread. Returns an exit code, reported already:
 * EXIT_INPUT is remembered and the rest goes on, anything worse stops the run. */
typedef enum exit_code pipeline_sink(void *user, const struct pipeline_result *result);

/* Runs over options->inputs with options->jobs threads. Errors and warnings of documents are reported here, in order; a bad document or
 * input does not keep the others from being done. Memory is bounded by the number of jobs. Returns the worst exit code. */
enum exit_code pipeline_run(const struct hearsay *hearsay, const struct options *options, pipeline_stage *stage, pipeline_sink *sink,
                            void *user);

#endif
