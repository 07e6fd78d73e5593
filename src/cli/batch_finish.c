/* batch_finish.c: what depends on all documents together. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/seen.h"
#include "batch.h"
#include "batch/paths.h"

#define STAGE "batch"

/* A document whose id came before is nobody's: its files would be those of the other. */
static int settle_id(struct batch *batch, struct batch_document *document, struct seen *ids,
                     struct hearsay_error *error)
{
    int fresh = document->id.data ? seen_add(ids, document->id) : 1;
    if (fresh > 0) {
        return HEARSAY_OK;
    }
    struct view text =
        fresh < 0 ? (struct view){NULL, 0}
                  : arena_print(batch->arena, "the id \"%.*s\" is that of an earlier document; give each its own",
                                VIEW_ARGS(document->id));
    if (!text.data) {
        return error_memory(error, STAGE);
    }
    document->error = text;
    document->repeated = true;
    document->file_count = document->claims = document->entities = 0;
    batch_report_remembered(batch, document);
    return HEARSAY_OK;
}

static bool each_document(struct batch *batch,
                          int (*visit)(struct batch *, struct batch_document *, void *, struct hearsay_error *),
                          void *user, struct hearsay_error *error)
{
    for (size_t i = 0; i < batch->next.source_count; i++) {
        for (size_t j = 0; j < batch->next.sources[i].document_count; j++) {
            if (visit(batch, &batch->next.sources[i].documents[j], user, error) < 0) {
                return false;
            }
        }
    }
    return true;
}

static int settle_visited(struct batch *batch, struct batch_document *document, void *user, struct hearsay_error *error)
{
    return settle_id(batch, document, user, error);
}

/* ---- Files of others ---- */

/* The path of a file that is in the way, in the arena; NULL where there is none. */
static const char *find_foreign(struct batch *batch, const struct batch_document *document,
                                const struct path_list *ours)
{
    for (size_t i = 0; i < document->file_count; i++) {
        struct view path = document->files[i].path;
        if (path_list_has(ours, path)) {
            continue;
        }
        const char *there = arena_print(batch->arena, "%s/%.*s", batch->out, VIEW_ARGS(path)).data;
        if (there && access(there, F_OK) == 0) {
            return there;
        }
    }
    return NULL;
}

/* What somebody else put where a file of ours would go stays as it is. */
static int keep_foreign(struct batch *batch, struct batch_document *document, void *user, struct hearsay_error *error)
{
    const char *there = find_foreign(batch, document, user);
    (void)error;
    if (there) {
        struct hearsay_error found;
        error_set(&found, HEARSAY_ERROR_IO, STAGE, there, "no earlier run made this file: move it away");
        batch_report_error(batch, &found);
        document->file_count = 0;
        document->digest[0] = '\0';
    }
    return HEARSAY_OK;
}

/* ---- The merged graph ---- */

static int add_digest(struct batch *batch, struct batch_document *document, void *user, struct hearsay_error *error)
{
    (void)batch, (void)error;
    if (document->file_count > 0) {
        output_text(user, document->files[0].digest);
        output_char(user, '\n');
    }
    return HEARSAY_OK;
}

/* The digest of all records together. */
static int digest_records(struct batch *batch, char digest[DIGEST_SIZE], struct hearsay_error *error)
{
    struct output *text;
    int code = output_open_memory(&text, error);
    if (code < 0) {
        return code;
    }
    each_document(batch, add_digest, text, error);
    digest_bytes(output_view(text), digest);
    return output_commit(text, error);
}

/* The record lies in staging/, or in its place where it is that of an earlier run. */
static int add_record(struct batch *batch, struct batch_document *document, void *user, struct hearsay_error *error)
{
    char *line = NULL;
    size_t size = 0;
    if (document->file_count == 0) {
        return HEARSAY_OK;
    }
    const struct batch_file *file = &document->files[0];
    const char *staged = store_staged_path(&batch->store, file, batch->arena);
    const char *placed = arena_print(batch->arena, "%s/%.*s", batch->out, VIEW_ARGS(file->path)).data;
    if (!staged || !placed) {
        return error_memory(error, STAGE);
    }
    FILE *record = fopen(staged, "re");
    record = record ? record : fopen(placed, "re");
    ssize_t length = record ? getline(&line, &size, record) : -1;
    int code = length < 0 ? error_set(error, HEARSAY_ERROR_IO, STAGE, placed, "cannot read: %s",
                                      record && feof(record) ? "it is empty" : strerrordesc_np(errno))
                          : hearsay_records_add(user, line, (size_t)length, placed, error);
    if (record) {
        fclose(record);
    }
    free(line);
    batch->documents += code == HEARSAY_OK;
    return code;
}

static int make_merged(struct batch *batch, struct batch_document *merged, struct hearsay_error *error)
{
    struct hearsay_records *records;
    int code = hearsay_records_new(&records, error);
    if (code < 0) {
        return code;
    }
    batch->documents = 0;
    if (!each_document(batch, add_record, records, error)) {
        code = error->code;
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_merge(records, error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_measure(records, &merged->claims, &merged->entities, error);
    }
    if (code == HEARSAY_OK) {
        code = batch_export_records(batch, records, VIEW("merged"), merged, error);
    }
    if (code == HEARSAY_OK) {
        code = batch_export(batch, records, VIEW("merged"), merged, error);
    }
    hearsay_records_free(records);
    return code;
}

static int count_document(struct batch *batch, struct batch_document *document, void *user, struct hearsay_error *error)
{
    (void)user, (void)error;
    batch->documents += document->file_count > 0;
    return HEARSAY_OK;
}

static int finish_merged(struct batch *batch, struct path_list *ours, struct hearsay_error *error)
{
    struct batch_document *merged = &batch->next.merged;
    const struct batch_document *before = &batch->old.merged;
    *merged = (struct batch_document){.place = VIEW("merged")};
    int code = digest_records(batch, merged->digest, error);
    if (code < 0) {
        return code;
    }
    bool same = strcmp(batch->next.key, batch->old.key) == 0 && strcmp(merged->digest, before->digest) == 0;
    if (same && batch_is_whole(batch, before)) {
        *merged = *before;
        each_document(batch, count_document, NULL, error);
    } else {
        batch->merged_made = true;
        code = make_merged(batch, merged, error);
    }
    if (code == HEARSAY_OK) {
        batch_report_remembered(batch, merged);
        code = keep_foreign(batch, merged, ours, error);
    }
    return code;
}

int batch_finish(struct batch *batch, struct hearsay_error *error)
{
    struct seen *ids = seen_new();
    struct path_list ours;
    int code = HEARSAY_OK;
    if (!ids || !each_document(batch, settle_visited, ids, error)) {
        code = error_memory(error, STAGE);
    }
    seen_free(ids);
    if (code == HEARSAY_OK) {
        code = path_list_make(&ours, &batch->old, batch->arena, error);
    }
    if (code < 0) {
        return code;
    }
    each_document(batch, keep_foreign, &ours, error);
    return finish_merged(batch, &ours, error);
}
