/* store.h: the folder of a batch run, and how it gets from one state to the next whatever happens in between.
 *
 *     OUT/manifest.json          what is here
 *     OUT/merged.jsonl, ...      the merged records and graphs
 *     OUT/documents/ID.jsonl ... a record and graphs for each document
 *     OUT/.hearsay/lock          held by the run
 *     OUT/.hearsay/known         see known.h
 *     OUT/.hearsay/staging/      files that are made but not in their places yet
 *     OUT/.hearsay/journal       a line for each document that lies in staging/ whole
 *     OUT/.hearsay/next.json     the manifest of a run that has made everything
 *
 * Until next.json is there, nothing outside .hearsay/ is touched: a run that is killed is taken up by the next, which
 * finds the finished documents in the journal. From then on a run is as good as done: the next one moves into place
 * what still lies in staging/, removes what has vanished, and makes next.json the manifest.
 *
 * Only manifests wait for the disk. Should the power fail before the other files are on it, the next run finds by their
 * digests which to make again. */
#ifndef HEARSAY_BATCH_STORE_H
#define HEARSAY_BATCH_STORE_H

#include "batch/manifest.h"

struct store {
    const char *out;               /* the folder; absolute */
    int lock;                      /* open, or -1: only looked at */
    int journal;                   /* open, or -1 */
    struct arena *arena;           /* everything read from the folder */
    struct batch_document *staged; /* from the journal, sorted by place and digest */
    size_t staged_count, staged_capacity;
};

/* Opens the folder for a run: makes it where it is not there, locks it, and reads the journal of documents that were
 * made with `key`. HEARSAY_ERROR_IO, also where another run is at work. The caller ends it with store_close. */
int store_open(struct store *store, const char *out, const char *key, struct arena *arena, struct hearsay_error *error);
void store_close(struct store *store);

/* A path in the folder: OUT/NAME, in `arena`; NULL when there is no memory. */
const char *store_path(const struct store *store, const char *name, struct arena *arena);

/* Where a made file lies until it is put in its place: a path of its own for each path and content. */
const char *store_staged_path(const struct store *store, const struct batch_file *file, struct arena *arena);

/* A document of the journal by its place and digest; NULL: it is to be made. Whether its files are still whole is for
 * the caller to see. */
const struct batch_document *store_find(const struct store *store, struct view place, const char *digest);

/* Notes a document whose files are staged. */
int store_note(struct store *store, const struct batch_document *document, const char *key,
               struct hearsay_error *error);

/* Reads the manifest of the folder; first brings a run to its end that was cut off after it had made everything. 1, 0
 * and errors as those of manifest_read. */
int store_read(struct store *store, struct batch_manifest *manifest, struct hearsay_error *error);

/* Puts what is staged in place, removes what `old` names and `next` does not (and folders that this empties), and makes
 * `next` the manifest of the folder. */
int store_commit(struct store *store, const struct batch_manifest *old, const struct batch_manifest *next,
                 struct hearsay_error *error);

/* Forgets what is staged and noted. */
int store_clear(struct store *store, struct hearsay_error *error);

#endif
