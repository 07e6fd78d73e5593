/* pipeline.h: the documents of all inputs through one stage of the library, by several threads, and out in the order of
 * the inputs. */
#ifndef HEARSAY_CLI_PIPELINE_H
#define HEARSAY_CLI_PIPELINE_H

#include "base/output.h"
#include "options.h"

/* A document that was analysed. */
struct pipeline_result {
    const char *place;
    const char *id;                          /* "" where the document is a record */
    const struct hearsay_document *document; /* still on its desk: not written yet; or NULL, then it is in `text` */
    struct output *text;                     /* in memory */
    size_t input;                            /* which of options->inputs it came from */
    struct pipeline_made *made;              /* by pipeline_hooks.make, else NULL */
};

/* Writes what was found, CoNLL-U or a record, to an output. Errors of `out` stick there; the others are returned. */
int pipeline_write(const struct pipeline_result *result, struct output *out, struct hearsay_error *error);

/* What is done with each document, side by side: hearsay_document_parse, hearsay_document_extract, or one that checks
 * before. */
typedef int pipeline_stage(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error);

/* What a stage of its own makes of a document, side by side with others: see pipeline_hooks. */
struct pipeline_made;
typedef int pipeline_make(void *user, size_t input, struct hearsay_document *document, struct pipeline_made **made,
                          struct hearsay_error *error);

/* Takes the result; called for one document at a time, in the order of the inputs, from any thread. Returns an exit
 * code, reported already: EXIT_INPUT is remembered and the rest goes on, anything worse stops the run. */
typedef enum exit_code pipeline_sink(void *user, const struct pipeline_result *result);

/* Runs over options->inputs with options->jobs threads. Errors and warnings of documents are reported here, in order; a
 * bad document or input does not keep the others from being done. Memory is bounded by the number of jobs. Returns the
 * worst exit code. */
enum exit_code pipeline_run(const struct hearsay *hearsay, const struct options *options, pipeline_stage *stage,
                            pipeline_sink *sink, void *user);

/* The same with more to hold on to. */
struct pipeline_hooks {
    pipeline_make *make; /* takes the place of the stage: *made goes to the sink, which owns it, and the document itself
                            is not kept. The library's errors about the document are for it to deal with: those it
                            returns end the run. */
    pipeline_sink *sink;
    /* Takes the error of an input that cannot be opened or read on, in order, and reports it. */
    enum exit_code (*lost)(void *user, size_t input, const struct hearsay_error *error);
    const char *folder; /* stands before the places of warnings, with a slash; NULL: nothing does */
    void *user;
};
enum exit_code pipeline_run_hooks(const struct hearsay *hearsay, const struct options *options,
                                  const struct pipeline_hooks *hooks);

#endif
