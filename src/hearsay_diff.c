/* hearsay_diff.c: the public library's differences between sets of records. */
#include <stdlib.h>

#include "base/output.h"
#include "diff/diff.h"
#include "hearsay.h"
#include "hearsay_internal.h"

struct hearsay_diff {
    struct arena *arena;
    const struct hearsay_records *old, *new;
    struct diff diff;
};

int hearsay_records_add_graph(struct hearsay_records *records, const char *text, size_t length, const char *place,
                              struct hearsay_error *error)
{
    struct record *read;
    size_t count;
    int code = diff_read_graph(&read, &count, (struct view){text, length}, place, records->arena, error);
    for (size_t i = 0; i < count && code == HEARSAY_OK; i++) {
        code = hearsay_records_append(records, &read[i], place, error);
    }
    return code;
}

int hearsay_diff_new(struct hearsay_diff **out, const struct hearsay_records *old_records,
                     const struct hearsay_records *new_records, struct hearsay_error *error)
{
    struct hearsay_diff *diff = calloc(1, sizeof *diff);
    *out = NULL;
    if (!diff) {
        return error_memory(error, "diff");
    }
    diff->old = old_records;
    diff->new = new_records;
    diff->arena = arena_new(0);
    int code = diff->arena ? diff_make(&diff->diff, old_records->items, old_records->count, new_records->items,
                                       new_records->count, diff->arena, error)
                           : error_memory(error, "diff");
    if (code < 0) {
        hearsay_diff_free(diff);
        return code;
    }
    *out = diff;
    return HEARSAY_OK;
}

void hearsay_diff_free(struct hearsay_diff *diff)
{
    if (diff) {
        arena_free(diff->arena);
        free(diff);
    }
}

size_t hearsay_diff_count(const struct hearsay_diff *diff)
{
    return diff_count(&diff->diff);
}

int hearsay_diff_print(const struct hearsay_diff *diff, bool json, hearsay_writer *writer, void *user,
                       struct hearsay_error *error)
{
    struct output *out;
    int code = output_open_writer(&out, writer, user, error);
    if (code < 0) {
        return code;
    }
    if (json) {
        diff_write_json(&diff->diff, out);
    } else {
        diff_write_text(&diff->diff, out);
    }
    return output_commit(out, error);
}

int hearsay_graph_build_diff(struct hearsay_graph *graph, struct hearsay_diff *diff, struct hearsay_error *error)
{
    struct record *records;
    size_t count;
    int code = diff_union(&diff->diff, diff->old->items, diff->old->count, diff->new->items, diff->new->count, &records,
                          &count, diff->arena, error);
    return code < 0 ? code : hearsay_graph_build_of(graph, records, count, error);
}
