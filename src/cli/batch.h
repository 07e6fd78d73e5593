/* batch.h: the command `batch`: what its parts share. In the order of a run:
 *
 *     cmd_batch.c     options, folders, the order of things
 *     batch_plan.c    which sources are as they were
 *     batch_make.c    the others: documents to staged files, side by side
 *     batch_finish.c  one id, one document; the merged graph
 *     batch_report.c  what is said about it
 */
#ifndef HEARSAY_CLI_BATCH_H
#define HEARSAY_CLI_BATCH_H

#include <limits.h>
#include <pthread.h>
#include <time.h>

#include "batch/known.h"
#include "batch/store.h"
#include "batch/walk.h"
#include "options.h"
#include "pipeline.h"

enum { BATCH_FORMATS_MOST = 32 };

/* What happened, or with --check would happen, to a source since the last run. */
enum batch_change { BATCH_SAME, BATCH_NEW, BATCH_CHANGED, BATCH_VANISHED };

struct batch {
    const struct options *options;
    const struct hearsay *hearsay;
    const char *folder; /* of the documents, as it was named, with a slash: stands before places in messages */
    const char *formats[BATCH_FORMATS_MOST]; /* "svg", ...; records are made in any case */
    size_t format_count;
    struct timespec start;

    struct arena *arena;      /* what is made; the holder of `lock` may touch it while threads run */
    struct arena *read_arena; /* what was read */
    pthread_mutex_t lock;
    uint64_t temporary; /* names of staged files that are being written */

    char out[PATH_MAX];
    struct store store;
    struct known *known;
    struct walk walk; /* walk.files[i] is next.sources[i] */
    struct batch_manifest old, next;
    enum batch_change *changes;         /* of next.sources[i] */
    const struct batch_source **before; /* what `old` has of next.sources[i], or NULL */
    size_t *work;                       /* indices of the sources that are not BATCH_SAME */
    size_t work_count;

    struct batch_former *former; /* batch_make.c's own */
    size_t former_count;

    struct batch_complaint *complaints; /* for --report; in the order in which they were reported */
    size_t complaint_count, complaint_capacity;
    size_t documents, made, removed; /* documents */
    bool merged_made;
    enum exit_code code; /* the worst so far */
};

/* Something that went wrong with a document or a file. */
struct batch_complaint {
    struct view place, message;
    bool of_content; /* else of a file or the machine */
};

/* Reports an error of a document or a source: its place, in the folder of the documents, gets the folder's name.
 * With threads at work, `lock` must be held. */
void batch_report_error(struct batch *batch, const struct hearsay_error *error);

/* The same for what the manifest remembers of a document, if anything: its error, and with --strict its warnings. */
void batch_report_remembered(struct batch *batch, const struct batch_document *document);

/* Finds the sources and compares them with `old`: fills walk, next.sources, changes, before and work. What is the same
 * is taken over. Returns HEARSAY_OK, or a negative code for what ends the run. */
int batch_plan(struct batch *batch, struct hearsay_error *error);

/* Whether all files that the document names are in their places, with the content that they had. */
bool batch_is_whole(struct batch *batch, const struct batch_document *document);

/* Makes the documents of the sources in `work`. Sets batch->code. */
void batch_make(struct batch *batch);

/* Writes the chosen graphs of a merged set of records to staged files and adds them to the document. `name` is what the
 * paths have before their endings. A picture that is too large is noted as the document's error; other errors are
 * returned. Safe in several threads. */
int batch_export(struct batch *batch, const struct hearsay_records *records, struct view name,
                 struct batch_document *document, struct hearsay_error *error);

/* Writes a set of records to a staged file and adds it to the document as the first. */
int batch_export_records(struct batch *batch, const struct hearsay_records *records, struct view name,
                         struct batch_document *document, struct hearsay_error *error);

/* Sees to it that each id has one document, the first in the order of places, and makes the merged graph where
 * something in it is new. Returns HEARSAY_OK, or a negative code for what ends the run. */
int batch_finish(struct batch *batch, struct hearsay_error *error);

/* Says on stderr what was done, and writes the report that --report asks for to standard output. */
void batch_report(struct batch *batch);

/* With --check: says what a run would do. Sets batch->code. */
void batch_report_check(struct batch *batch);

#endif
