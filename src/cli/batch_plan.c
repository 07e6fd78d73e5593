#include <stdio.h>

#include "base/seen.h"
#include "batch.h"

static void complain(void *user, const struct hearsay_error *error)
{
    batch_report_error(user, error);
}

/* The digest of a source; "" where it cannot be read, which was reported. */
static int take_digest(struct batch *batch, size_t index, struct hearsay_error *error)
{
    const struct walk_file *file = &batch->walk.files[index];
    struct batch_source *source = &batch->next.sources[index];
    int code = known_digest(batch->known, file->path.data, file->path, &file->status, source->digest, error);
    if (code == HEARSAY_ERROR_IO) {
        batch_report_error(batch, error);
        source->digest[0] = '\0';
        return HEARSAY_OK;
    }
    return code;
}

bool batch_is_whole(struct batch *batch, const struct batch_document *document)
{
    bool whole = document->digest[0] != '\0';
    for (size_t i = 0; whole && i < document->file_count; i++) {
        const struct batch_file *file = &document->files[i];
        char path[PATH_MAX], digest[DIGEST_SIZE];
        struct stat status;
        int length = snprintf(path, sizeof path, "%s/%.*s", batch->out, VIEW_ARGS(file->path));
        whole = length > 0 && length < (int)sizeof path && stat(path, &status) == 0 && S_ISREG(status.st_mode) &&
                known_digest(batch->known, path, view_of(path), &status, digest, NULL) == HEARSAY_OK &&
                strcmp(digest, file->digest) == 0;
    }
    return whole;
}

/* Whether what was made of a source is still what would be made of it. A document whose id an earlier one had is made
 * again where that one may be gone. */
static bool is_same(struct batch *batch, const struct batch_source *source, const struct batch_source *before,
                    struct seen *ids)
{
    bool same = source->digest[0] && before && strcmp(source->digest, before->digest) == 0 &&
                strcmp(batch->next.key, batch->old.key) == 0;
    for (size_t i = 0; same && i < before->document_count; i++) {
        const struct batch_document *document = &before->documents[i];
        bool fresh = document->id.data && seen_add(ids, document->id) == 1;
        same = document->id.data && fresh == document->repeated ? false : batch_is_whole(batch, document);
    }
    return same;
}

static int take_over(struct batch *batch, struct batch_source *source, const struct batch_source *before,
                     struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    for (size_t i = 0; i < before->document_count && code == HEARSAY_OK; i++) {
        /* A run settles anew whose id was there before. */
        if (!before->documents[i].repeated || batch->options->check) {
            batch_report_remembered(batch, &before->documents[i]);
        }
        code = manifest_add(source, &before->documents[i], batch->arena, error);
    }
    return code;
}

static int plan_source(struct batch *batch, size_t index, struct seen *ids, struct hearsay_error *error)
{
    struct batch_source *source = &batch->next.sources[index];
    source->path = batch->walk.files[index].path;
    int code = take_digest(batch, index, error);
    if (code < 0) {
        return code;
    }
    const struct batch_source *before = manifest_source(&batch->old, source->path);
    batch->before[index] = before;
    if (is_same(batch, source, before, ids)) {
        return take_over(batch, source, before, error);
    }
    batch->changes[index] = before ? BATCH_CHANGED : BATCH_NEW;
    batch->work[batch->work_count++] = index;
    return HEARSAY_OK;
}

static bool allocate(struct batch *batch)
{
    size_t count = batch->walk.count + 1;
    batch->next.sources = arena_array(batch->arena, count, sizeof *batch->next.sources);
    batch->next.source_count = batch->walk.count;
    batch->changes = arena_array(batch->arena, count, sizeof *batch->changes);
    batch->before = arena_array(batch->arena, count, sizeof *batch->before);
    batch->work = arena_array(batch->arena, count, sizeof *batch->work);
    return batch->next.sources && batch->changes && batch->before && batch->work;
}

int batch_plan(struct batch *batch, struct hearsay_error *error)
{
    struct stat out;
    bool out_is_there = stat(batch->out, &out) == 0;
    struct seen *ids = seen_new();
    int code = walk_run(&batch->walk, out_is_there ? &out : NULL, complain, batch, batch->read_arena, error);
    if (code == HEARSAY_OK && (!ids || !allocate(batch))) {
        code = error_memory(error, "batch");
    }
    for (size_t i = 0; i < batch->walk.count && code == HEARSAY_OK; i++) {
        code = plan_source(batch, i, ids, error);
    }
    for (size_t i = 0; i < batch->old.source_count; i++) {
        bool vanished = code == HEARSAY_OK && !manifest_source(&batch->next, batch->old.sources[i].path);
        batch->removed += vanished ? batch->old.sources[i].document_count : 0;
    }
    seen_free(ids);
    return code;
}
