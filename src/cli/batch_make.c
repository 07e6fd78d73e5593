/* batch_make.c: documents to staged files. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/utf8.h"
#include "batch.h"
#include "batch/name.h"

#define STAGE "batch"

/* What a thread hands to the sink. */
struct pipeline_made {
    struct batch_document document; /* in batch->arena */
    bool new;                       /* it was made, not found */
    struct hearsay_error *failure;  /* what kept it from being made that is no fault of its own, such as a full disk: it
                                       is tried again next time. NULL: nothing did */
};

static const char *copy_path(struct batch *batch, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* printf into the arena, which others use as well; NULL when there is no memory. */
static const char *copy_path(struct batch *batch, const char *format, ...)
{
    char text[PATH_MAX + 64];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0 || length >= (int)sizeof text) {
        return NULL;
    }
    pthread_mutex_lock(&batch->lock);
    const char *copy = arena_copy(batch->arena, view_of(text)).data;
    pthread_mutex_unlock(&batch->lock);
    return copy;
}

static uint64_t next_number(struct batch *batch)
{
    pthread_mutex_lock(&batch->lock);
    uint64_t number = batch->temporary++;
    pthread_mutex_unlock(&batch->lock);
    return number;
}

/* Gives a finished file in staging/ the name that it is found by, and adds it to the document. */
static int add_file(struct batch *batch, struct batch_document *document, const char *written, const char *path,
                    struct hearsay_error *error)
{
    struct batch_file file = {.path = view_of(path)};
    int code = path ? digest_file(written, file.digest, error) : error_memory(error, STAGE);
    if (code < 0) {
        return code;
    }
    pthread_mutex_lock(&batch->lock);
    const char *staged = store_staged_path(&batch->store, &file, batch->arena);
    size_t size = document->file_count * sizeof file;
    struct batch_file *grown = arena_resize(batch->arena, document->files, size, size + sizeof file);
    pthread_mutex_unlock(&batch->lock);
    if (!staged || !grown) {
        return error_memory(error, STAGE);
    }
    document->files = grown;
    document->files[document->file_count++] = file;
    return rename(written, staged) == 0
               ? HEARSAY_OK
               : error_set(error, HEARSAY_ERROR_IO, STAGE, staged, "cannot write: %s", strerrordesc_np(errno));
}

static int append(void *user, const char *data, size_t length)
{
    output_write(user, data, length);
    return 0;
}

int batch_export_records(struct batch *batch, const struct hearsay_records *records, struct view name,
                         struct batch_document *document, struct hearsay_error *error)
{
    struct output *out;
    const char *written = copy_path(batch, "%s/.hearsay/staging/new-%ju.jsonl", batch->out, next_number(batch));
    const char *path = copy_path(batch, "%.*s.jsonl", VIEW_ARGS(name));
    int code = written ? output_open(&out, written, error) : error_memory(error, STAGE);
    if (code < 0) {
        return code;
    }
    output_defer_sync(out);
    code = hearsay_records_print(records, append, out, error);
    if (code < 0) {
        output_abandon(out);
        return code;
    }
    code = output_commit(out, error);
    return code == HEARSAY_OK ? add_file(batch, document, written, path, error) : code;
}

/* One format of the graph: one file, or several. */
static int export_format(struct batch *batch, const struct hearsay_graph *graph, const char *format, struct view name,
                         struct batch_document *document, struct hearsay_error *error)
{
    char ending[32];
    const char *base = copy_path(batch, "%s/.hearsay/staging/new-%ju", batch->out, next_number(batch));
    const char *whole = copy_path(batch, "%s.%s", base ? base : "", format);
    if (!base || !whole) {
        return error_memory(error, STAGE);
    }
    int code = hearsay_graph_write(graph, whole, format, error);
    for (size_t i = 0; code == HEARSAY_OK && hearsay_graph_ending(format, i, ending); i++) {
        /* A format of one file is written to the path that was given. */
        bool several = ending[0] != '.';
        const char *written = several ? copy_path(batch, "%s%s", base, ending) : whole;
        code = written ? add_file(batch, document, written, copy_path(batch, "%.*s%s", VIEW_ARGS(name), ending), error)
                       : error_memory(error, STAGE);
    }
    return code;
}

/* Keeps an error that belongs to the content, to be reported in each run; text that cuts a character stays valid. */
static int remember(struct batch *batch, struct batch_document *document, const struct hearsay_error *cause,
                    struct hearsay_error *error)
{
    char text[sizeof cause->place + sizeof cause->message + 2];
    size_t replaced, first;
    bool elsewhere = cause->place[0] && !view_is(document->place, cause->place);
    snprintf(text, sizeof text, "%s%s%s", elsewhere ? cause->place : "", elsewhere ? ": " : "", cause->message);
    pthread_mutex_lock(&batch->lock);
    struct view valid = utf8_repair(view_of(text), batch->arena, &replaced, &first);
    document->error = valid.data ? arena_copy(batch->arena, valid) : valid;
    pthread_mutex_unlock(&batch->lock);
    return document->error.data ? HEARSAY_OK : error_memory(error, STAGE);
}

static bool is_of_content(int code)
{
    return code == HEARSAY_ERROR_INPUT || code == HEARSAY_ERROR_LIMIT;
}

int batch_export(struct batch *batch, const struct hearsay_records *records, struct view name,
                 struct batch_document *document, struct hearsay_error *error)
{
    struct hearsay_graph *graph = NULL;
    int code = hearsay_graph_new(&graph, batch->hearsay, error);
    for (size_t i = 0; i < batch->options->graph_count && code == HEARSAY_OK; i++) {
        code = hearsay_graph_set(graph, batch->options->graph[i].name, batch->options->graph[i].value, error);
    }
    bool empty = false;
    if (code == HEARSAY_OK) {
        code = hearsay_graph_build(graph, records, error);
        /* The options were checked before: --focus names somebody who is not here. */
        empty = code == HEARSAY_ERROR_USAGE;
        code = empty ? HEARSAY_OK : code;
    }
    for (size_t i = 0; i < batch->format_count && !empty && code == HEARSAY_OK; i++) {
        code = export_format(batch, graph, batch->formats[i], name, document, error);
        if (is_of_content(code)) {
            struct hearsay_error cause = *error;
            code = remember(batch, document, &cause, error);
        }
    }
    hearsay_graph_free(graph);
    return code;
}

/* The record of an extracted document as a set of one. */
static int take_record(struct hearsay_records **records, const struct hearsay_document *document,
                       struct hearsay_error *error)
{
    struct output *line;
    int code = output_open_memory(&line, error);
    if (code < 0) {
        return code;
    }
    code = hearsay_document_write(document, append, line, error);
    if (code == HEARSAY_OK) {
        code = output_flush(line, error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_new(records, error);
    }
    if (code == HEARSAY_OK) {
        struct view text = output_view(line);
        code = hearsay_records_add(*records, text.data, text.length, hearsay_document_place(document), error);
    }
    output_abandon(line);
    return code;
}

/* Extraction, record, graphs. */
static int make_document(struct batch *batch, struct hearsay_document *desk, struct batch_document *document,
                         struct hearsay_error *error)
{
    struct hearsay_records *records = NULL;
    struct view name = {NULL, 0};
    int code = hearsay_document_extract(desk, HEARSAY_TRUST_ALL, error);
    while (code == HEARSAY_OK && hearsay_document_warning(desk, document->warnings)) {
        document->warnings++;
    }
    if (code == HEARSAY_OK) {
        code = take_record(&records, desk, error);
    }
    if (code == HEARSAY_OK) {
        const char *id = hearsay_records_id(records, 0);
        pthread_mutex_lock(&batch->lock);
        document->id = arena_copy(batch->arena, view_of(id));
        name = document->id.data ? batch_name(document->id, batch->arena) : name;
        pthread_mutex_unlock(&batch->lock);
        code = name.data ? batch_export_records(batch, records, name, document, error) : error_memory(error, STAGE);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_merge(records, error);
    }
    if (code == HEARSAY_OK) {
        code = hearsay_records_measure(records, &document->claims, &document->entities, error);
    }
    if (code == HEARSAY_OK) {
        code = batch_export(batch, records, name, document, error);
    }
    hearsay_records_free(records);
    return code;
}

/* What the last run made of the sources that are made again, by content. */
struct batch_former {
    size_t source;
    const struct batch_document *document;
};

static int compare_former(const void *a, const void *b)
{
    const struct batch_former *x = a, *y = b;
    int order = (x->source > y->source) - (x->source < y->source);
    return order ? order : strcmp(x->document->digest, y->document->digest);
}

static bool gather_former(struct batch *batch)
{
    size_t count = 0;
    if (strcmp(batch->next.key, batch->old.key) != 0) {
        return true;
    }
    for (size_t i = 0; i < batch->work_count; i++) {
        const struct batch_source *before = batch->before[batch->work[i]];
        count += before ? before->document_count : 0;
    }
    batch->former = arena_array(batch->arena, count + 1, sizeof *batch->former);
    for (size_t i = 0; batch->former && i < batch->work_count; i++) {
        const struct batch_source *before = batch->before[batch->work[i]];
        for (size_t j = 0; before && j < before->document_count; j++) {
            batch->former[batch->former_count++] = (struct batch_former){batch->work[i], &before->documents[j]};
        }
    }
    if (batch->former_count > 0) {
        qsort(batch->former, batch->former_count, sizeof *batch->former, compare_former);
    }
    return batch->former != NULL;
}

/* An id that tells the line ("FILE:LINE") is only that of the same line. */
static bool fits(const struct batch_document *found, struct view place)
{
    bool by_line = found->id.data && view_equal(found->id, found->place);
    return !found->repeated && (!by_line || view_equal(found->place, place));
}

/* The document as the last run made it, where its files are still there. Two documents of one content and one id are
 * the same to us. */
static const struct batch_document *find_old(struct batch *batch, size_t source, const struct batch_document *document)
{
    struct batch_former wanted = {source, document};
    const struct batch_former *found =
        batch->former_count == 0 || !document->digest[0]
            ? NULL
            : bsearch(&wanted, batch->former, batch->former_count, sizeof *batch->former, compare_former);
    return found && fits(found->document, document->place) && batch_is_whole(batch, found->document) ? found->document
                                                                                                     : NULL;
}

/* The document as a run that was cut off staged it. */
static const struct batch_document *find_staged(struct batch *batch, struct view place, const char *digest)
{
    const struct batch_document *found = store_find(&batch->store, place, digest);
    for (size_t i = 0; found && i < found->file_count; i++) {
        char hash[DIGEST_SIZE];
        const char *staged = store_staged_path(&batch->store, &found->files[i], batch->arena);
        if (!staged || digest_file(staged, hash, NULL) < 0 || strcmp(hash, found->files[i].digest) != 0) {
            return NULL;
        }
    }
    return found;
}

static bool find(struct batch *batch, size_t source, struct pipeline_made *made)
{
    struct batch_document *document = &made->document;
    pthread_mutex_lock(&batch->lock);
    const struct batch_document *old = find_old(batch, source, document);
    const struct batch_document *found = old ? old : find_staged(batch, document->place, document->digest);
    pthread_mutex_unlock(&batch->lock);
    if (found) {
        struct view place = document->place;
        *document = *found;
        document->place = place;
        made->new = !old;
    }
    return found != NULL;
}

/* What a document cannot be made for is no reason to lose what an earlier run made of it. */
static int fall_back(struct batch *batch, size_t source, struct pipeline_made *made, const struct hearsay_error *cause,
                     struct hearsay_error *error)
{
    const struct batch_source *before = batch->before[source];
    struct view place = made->document.place;
    pthread_mutex_lock(&batch->lock);
    made->failure = arena_alloc(batch->arena, sizeof *made->failure);
    pthread_mutex_unlock(&batch->lock);
    if (!made->failure) {
        return error_memory(error, STAGE);
    }
    *made->failure = *cause;
    made->document = (struct batch_document){.place = place};
    for (size_t i = 0; before && i < before->document_count; i++) {
        if (view_equal(before->documents[i].place, place)) {
            made->document = before->documents[i];
        }
    }
    made->document.digest[0] = '\0';
    return HEARSAY_OK;
}

/* The place and the digest of the document at hand. */
static struct pipeline_made *begin(struct batch *batch, const struct hearsay_document *desk)
{
    struct view bytes;
    bytes.data = hearsay_document_bytes(desk, &bytes.length);
    pthread_mutex_lock(&batch->lock);
    struct pipeline_made *made = arena_alloc(batch->arena, sizeof *made);
    struct view place = arena_copy(batch->arena, view_of(hearsay_document_place(desk)));
    pthread_mutex_unlock(&batch->lock);
    if (!made || !place.data) {
        return NULL;
    }
    made->document.place = place;
    digest_bytes(bytes, made->document.digest);
    return made;
}

static int make(void *user, size_t input, struct hearsay_document *desk, struct pipeline_made **out,
                struct hearsay_error *error)
{
    struct batch *batch = user;
    struct hearsay_error cause = {0};
    struct pipeline_made *made = *out = begin(batch, desk);
    if (!made) {
        return error_memory(error, STAGE);
    }
    if (find(batch, batch->work[input], made)) {
        return HEARSAY_OK;
    }
    made->new = true;
    int code = make_document(batch, desk, &made->document, &cause);
    if (is_of_content(code)) {
        code = remember(batch, &made->document, &cause, error);
    } else if (code < 0) {
        return fall_back(batch, batch->work[input], made, &cause, error);
    }
    if (code == HEARSAY_OK) {
        pthread_mutex_lock(&batch->lock);
        code = store_note(&batch->store, &made->document, batch->next.key, error);
        pthread_mutex_unlock(&batch->lock);
    }
    return code;
}

static enum exit_code keep(void *user, const struct pipeline_result *result)
{
    struct batch *batch = user;
    struct batch_source *source = &batch->next.sources[batch->work[result->input]];
    const struct pipeline_made *made = result->made;
    struct hearsay_error error = {0};
    pthread_mutex_lock(&batch->lock);
    if (made->failure) {
        batch_report_error(batch, made->failure);
        source->digest[0] = '\0';
    } else {
        batch->made += made->new;
        batch_report_remembered(batch, &made->document);
    }
    int code = manifest_add(source, &made->document, batch->arena, &error);
    pthread_mutex_unlock(&batch->lock);
    return code < 0 ? report_error(&error) : EXIT_DONE;
}

/* An input that cannot be read to its end: what came of it is kept, and the error with it. */
static enum exit_code lose(void *user, size_t input, const struct hearsay_error *cause)
{
    struct batch *batch = user;
    struct batch_source *source = &batch->next.sources[batch->work[input]];
    struct batch_document document = {.place = source->path};
    struct hearsay_error error = {0};
    int code = HEARSAY_OK;
    if (is_of_content(cause->code)) {
        memcpy(document.digest, source->digest, DIGEST_SIZE);
        code = remember(batch, &document, cause, &error);
        pthread_mutex_lock(&batch->lock);
        batch_report_remembered(batch, &document);
        code = code == HEARSAY_OK ? manifest_add(source, &document, batch->arena, &error) : code;
        pthread_mutex_unlock(&batch->lock);
    } else {
        pthread_mutex_lock(&batch->lock);
        batch_report_error(batch, cause);
        pthread_mutex_unlock(&batch->lock);
        source->digest[0] = '\0';
    }
    return code < 0 ? report_error(&error) : EXIT_DONE;
}

void batch_make(struct batch *batch)
{
    struct options options = *batch->options;
    struct pipeline_hooks hooks = {.make = make, .sink = keep, .lost = lose, .folder = batch->folder, .user = batch};
    options.inputs = calloc(batch->work_count + 1, sizeof *options.inputs);
    options.input_count = batch->work_count;
    if (!options.inputs || !gather_former(batch)) {
        free(options.inputs);
        report_usage("out of memory");
        batch->code = report_worse(batch->code, EXIT_RESOURCE);
        return;
    }
    for (size_t i = 0; i < batch->work_count; i++) {
        options.inputs[i].path = batch->next.sources[batch->work[i]].path.data;
    }
    batch->code = report_worse(batch->code, pipeline_run_hooks(batch->hearsay, &options, &hooks));
    free(options.inputs);
}
