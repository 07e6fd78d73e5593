/* manifest.h: what a batch run made of what: the file manifest.json in its folder, which the next run compares with.
 * schemas/manifest.schema.json describes it. Sorted, without times: the same documents give the same bytes. */
#ifndef HEARSAY_BATCH_MANIFEST_H
#define HEARSAY_BATCH_MANIFEST_H

#include "base/arena.h"
#include "base/digest.h"

#define MANIFEST_FORMAT "1" /* the value of the key "hearsay" */

/* A file that was made; the path starts at the folder of the manifest. */
struct batch_file {
    struct view path;
    char digest[DIGEST_SIZE];
};

struct batch_document {
    struct view place;        /* "FILE", or "FILE:LINE" in a file of many documents */
    char digest[DIGEST_SIZE]; /* of its bytes; "" where it could not be read whole: it is never taken as known */
    struct view id;           /* {NULL, 0}: it could not be read so far as that */
    size_t claims, entities;
    struct batch_file *files; /* the record first; none for a document that is broken */
    size_t file_count;
    size_t warnings; /* of its record */
    struct view error; /* why the document, or a picture of it, is missing; {NULL, 0}: all is well */
    bool repeated;     /* the error is that an earlier document has its id */
};

struct batch_source {
    struct view path;                 /* starts at the folder of the documents */
    char digest[DIGEST_SIZE];         /* "": to be read again in any case */
    struct batch_document *documents; /* in the order of the file */
    size_t document_count, document_capacity;
};

struct batch_manifest {
    struct view program, model; /* "0.1.0", "english-1" */
    struct view *options;       /* "theme=dark", ... everything that the files depend on, sorted */
    size_t option_count;
    char key[DIGEST_SIZE];        /* of program, model and options */
    struct batch_source *sources; /* sorted by path (bytes) */
    size_t source_count;
    struct batch_document merged; /* place "merged"; the digest is that of all records it is made of */
};

/* Reads a manifest into `arena`. 1: here it is, 0: there is none, negative: HEARSAY_ERROR_IO, or HEARSAY_ERROR_INPUT
 * for a file that is no manifest. */
int manifest_read(struct batch_manifest *manifest, const char *path, struct arena *arena, struct hearsay_error *error);

/* Writes a manifest, complete or not at all. */
int manifest_write(const struct batch_manifest *manifest, const char *path, struct hearsay_error *error);

/* Sets `key` from the other parts of the head. HEARSAY_ERROR_MEMORY. */
int manifest_set_key(struct batch_manifest *manifest, struct hearsay_error *error);

/* One document as a line of JSON, as the manifest and the journal have it, and back. `place` goes into errors. */
struct json_writer;
struct cJSON;
void manifest_write_document(struct json_writer *json, const struct batch_document *document);
int manifest_read_document(struct batch_document *document, const struct cJSON *object, const char *place,
                           struct arena *arena, struct hearsay_error *error);

/* The source of a path, or NULL. Cost: logarithmic. */
struct batch_source *manifest_source(const struct batch_manifest *manifest, struct view path);

/* Adds a copy of a document to a source; its texts are not copied. */
int manifest_add(struct batch_source *source, const struct batch_document *document, struct arena *arena,
                 struct hearsay_error *error);

/* Calls `visit` for each file that the manifest names, those of the merged graph last. */
void manifest_each_file(const struct batch_manifest *manifest, void (*visit)(void *user, const struct batch_file *file),
                        void *user);

#endif
