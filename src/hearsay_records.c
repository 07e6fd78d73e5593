/* hearsay_records.c: the public library's sets of records. */
#include <stdlib.h>

#include "base/output.h"
#include "base/seen.h"
#include "hearsay.h"
#include "hearsay_internal.h"

int hearsay_records_new(struct hearsay_records **out, struct hearsay_error *error)
{
    struct hearsay_records *records = calloc(1, sizeof *records);
    *out = records;
    if (!records) {
        return error_memory(error, "record");
    }
    records->arena = arena_new(0);
    records->seen = seen_new();
    if (!records->arena || !records->seen) {
        hearsay_records_free(records);
        *out = NULL;
        return error_memory(error, "record");
    }
    return HEARSAY_OK;
}

void hearsay_records_free(struct hearsay_records *records)
{
    if (records) {
        arena_free(records->arena);
        seen_free(records->seen);
        hearsay_forget_models(&records->made_by);
        free(records);
    }
}

bool hearsay_note_model(struct made_by *made_by, struct view model)
{
    for (size_t i = 0; i < made_by->count; i++) {
        if (view_is(model, made_by->models[i])) {
            return true;
        }
    }
    if (made_by->count == MODELS_MOST) {
        return true;
    }
    char *copy = strndup(model.length ? model.data : "", model.length);
    made_by->models[made_by->count] = copy;
    made_by->count += copy != NULL;
    return copy != NULL;
}

void hearsay_forget_models(struct made_by *made_by)
{
    for (size_t i = 0; i < made_by->count; i++) {
        free(made_by->models[i]);
    }
}

int hearsay_id_is_new(struct seen *ids, struct view id, const char *place, struct hearsay_error *error)
{
    int fresh = seen_add(ids, id);
    if (fresh < 0) {
        return error_memory(error, "record");
    }
    return fresh ? HEARSAY_OK
                 : error_set(error, HEARSAY_ERROR_INPUT, "record", place,
                             "the id \"%.*s\" is that of an earlier document; give each its own",
                             (int)(id.length < 100 ? id.length : 100), id.data);
}

int hearsay_records_append(struct hearsay_records *records, const struct record *record, const char *place,
                           struct hearsay_error *error)
{
    struct record *items =
        arena_grow(records->arena, records->items, records->count, &records->capacity, sizeof *items);
    int code = items ? hearsay_id_is_new(records->seen, record->id, place, error) : error_memory(error, "record");
    if (items) {
        records->items = items;
    }
    if (code == HEARSAY_OK && !hearsay_note_model(&records->made_by, record->model)) {
        code = error_memory(error, "record");
    }
    if (code < 0) {
        return code;
    }
    items[records->count++] = *record;
    return HEARSAY_OK;
}

int hearsay_records_add(struct hearsay_records *records, const char *line, size_t length, const char *place,
                        struct hearsay_error *error)
{
    struct record record;
    int code = record_read(&record, (struct view){line, length}, place, records->arena, error);
    return code < 0 ? code : hearsay_records_append(records, &record, place, error);
}

size_t hearsay_records_count(const struct hearsay_records *records)
{
    return records->count;
}

/* Every text in an arena that was copied has a NUL behind it; record_read copies. */
const char *hearsay_records_id(const struct hearsay_records *records, size_t index)
{
    return records->items[index].id.data;
}

const char *hearsay_records_model(const struct hearsay_records *records, size_t index)
{
    return index < records->made_by.count ? records->made_by.models[index] : NULL;
}

int hearsay_records_measure(const struct hearsay_records *records, size_t *claims, size_t *entities,
                            struct hearsay_error *error)
{
    struct seen *keys = seen_new();
    size_t claim_count = 0, entity_count = 0;
    int fresh = keys ? 1 : HEARSAY_ERROR_MEMORY;
    for (size_t i = 0; i < records->count && fresh >= 0; i++) {
        const struct record *record = &records->items[i];
        claim_count += record->claim_count;
        for (size_t j = 0; j < record->entity_count && fresh >= 0; j++) {
            fresh = record->entities[j].key.data ? seen_add(keys, record->entities[j].key) : 1;
            entity_count += fresh > 0;
        }
    }
    seen_free(keys);
    if (fresh < 0) {
        return error_memory(error, "record");
    }
    *claims = claim_count;
    *entities = entity_count;
    return HEARSAY_OK;
}

int hearsay_records_merge(struct hearsay_records *records, struct hearsay_error *error)
{
    return record_merge(records->items, records->count, records->arena, error);
}

static int print_records(const struct hearsay_records *records, struct output *out, struct hearsay_error *error)
{
    for (size_t i = 0; i < records->count; i++) {
        record_write(&records->items[i], out);
    }
    return output_commit(out, error);
}

int hearsay_records_print(const struct hearsay_records *records, hearsay_writer *writer, void *user,
                          struct hearsay_error *error)
{
    struct output *out;
    int code = output_open_writer(&out, writer, user, error);
    return code < 0 ? code : print_records(records, out, error);
}

int hearsay_records_write(const struct hearsay_records *records, const char *path, struct hearsay_error *error)
{
    struct output *out;
    int code = output_open(&out, path, error);
    return code < 0 ? code : print_records(records, out, error);
}
