/* hearsay_merger.c: the public library's merging of records that need not fit into memory. */
#include <stdlib.h>

#include "base/output.h"
#include "base/seen.h"
#include "base/spool.h"
#include "hearsay.h"
#include "hearsay_internal.h"
#include "record/merger.h"

struct hearsay_merger {
    struct merger *merger;
    struct spool *lines; /* of the records, without keys, in the order of adding */
    struct seen *ids;
    struct arena *arena; /* of the record that is being added */
    struct output *line; /* that is being made */
    struct made_by made_by;
    size_t count;
    bool finished; /* the keys are those of all records added */
};

int hearsay_merger_new(struct hearsay_merger **out, struct hearsay_error *error)
{
    struct hearsay_merger *merger = *out = calloc(1, sizeof *merger);
    if (!merger) {
        return error_memory(error, "record");
    }
    merger->merger = merger_new();
    merger->ids = seen_new();
    merger->arena = arena_new(0);
    bool enough = merger->merger && merger->ids && merger->arena;
    int code = enough ? output_open_memory(&merger->line, error) : error_memory(error, "record");
    if (code == HEARSAY_OK) {
        code = spool_new(&merger->lines, error);
    }
    if (code < 0) {
        hearsay_merger_free(merger);
        *out = NULL;
    }
    return code;
}

void hearsay_merger_free(struct hearsay_merger *merger)
{
    if (merger) {
        merger_free(merger->merger);
        spool_free(merger->lines);
        seen_free(merger->ids);
        hearsay_forget_models(&merger->made_by);
        arena_free(merger->arena);
        output_abandon(merger->line);
        free(merger);
    }
}

/* Puts the record's line aside, in the form that record_write gives it. */
static int put_aside(struct hearsay_merger *merger, const struct record *record, struct hearsay_error *error)
{
    for (size_t i = 0; i < record->entity_count; i++) {
        record->entities[i].key = (struct view){NULL, 0};
    }
    output_clear(merger->line);
    record_write(record, merger->line);
    int code = output_flush(merger->line, error);
    return code < 0 ? code : spool_add(merger->lines, output_view(merger->line), error);
}

int hearsay_merger_add(struct hearsay_merger *merger, const char *line, size_t length, const char *place,
                       struct hearsay_error *error)
{
    struct record record;
    int code = record_read(&record, (struct view){line, length}, place, merger->arena, error);
    if (code == HEARSAY_OK) {
        code = hearsay_id_is_new(merger->ids, record.id, place, error);
    }
    if (code == HEARSAY_OK) {
        code = put_aside(merger, &record, error);
    }
    if (code == HEARSAY_OK) {
        code = merger_add(merger->merger, &record, error);
    }
    if (code == HEARSAY_OK && !hearsay_note_model(&merger->made_by, record.model)) {
        code = error_memory(error, "record");
    }
    if (code == HEARSAY_OK) {
        merger->finished = false;
        merger->count++;
    }
    arena_reset(merger->arena);
    return code;
}

size_t hearsay_merger_count(const struct hearsay_merger *merger)
{
    return merger->count;
}

const char *hearsay_merger_model(const struct hearsay_merger *merger, size_t index)
{
    return index < merger->made_by.count ? merger->made_by.models[index] : NULL;
}

/* Ends `out` in every case. */
static int print_lines(struct hearsay_merger *merger, struct output *out, struct hearsay_error *error)
{
    int code = merger->finished ? HEARSAY_OK : merger_finish(merger->merger, error);
    merger->finished = code == HEARSAY_OK;
    for (size_t i = 0; code == HEARSAY_OK && i < merger->count; i++) {
        size_t record = merger_record_at(merger->merger, i);
        struct view line;
        code = spool_read(merger->lines, record, &line, error);
        if (code == HEARSAY_OK) {
            code = merger_write(merger->merger, record, line, out, error);
        }
    }
    if (code < 0) {
        output_abandon(out);
        return code;
    }
    return output_commit(out, error);
}

int hearsay_merger_print(struct hearsay_merger *merger, hearsay_writer *writer, void *user, struct hearsay_error *error)
{
    struct output *out;
    int code = output_open_writer(&out, writer, user, error);
    return code < 0 ? code : print_lines(merger, out, error);
}

int hearsay_merger_write(struct hearsay_merger *merger, const char *path, struct hearsay_error *error)
{
    struct output *out;
    int code = output_open(&out, path, error);
    return code < 0 ? code : print_lines(merger, out, error);
}
