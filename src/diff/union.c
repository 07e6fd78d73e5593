/* union.c: a difference as one set of records, to be drawn. */
#include <stdlib.h>

#include "base/utf8.h"
#include "diff/diff.h"

#define STAGE "diff"

static struct record_claim *copy_claims(const struct record *record, struct arena *arena)
{
    struct record_claim *copy = arena_array(arena, record->claim_count + 1, sizeof *copy);
    if (copy && record->claim_count > 0) {
        memcpy(copy, record->claims, record->claim_count * sizeof *copy);
    }
    return copy;
}

static bool copy_record(struct record *copy, const struct record *record, struct arena *arena)
{
    *copy = *record;
    copy->entities = arena_array(arena, record->entity_count + 1, sizeof *copy->entities);
    copy->claims = copy_claims(record, arena);
    if (!copy->entities || !copy->claims) {
        return false;
    }
    if (record->entity_count > 0) {
        memcpy(copy->entities, record->entities, record->entity_count * sizeof *copy->entities);
    }
    return true;
}

/* Leaves in a copy the claims that went. They stand on their own now. */
static void keep_gone(struct record *copy, const struct record *record, const bool *gone)
{
    copy->claim_count = 0;
    for (size_t i = 0; i < record->claim_count; i++) {
        if (gone[i]) {
            struct record_claim *claim = &copy->claims[copy->claim_count++];
            *claim = record->claims[i];
            claim->claim.within = claim->claim.answers = -1;
            claim->claim.depth = 0;
            claim->change = RECORD_GONE;
        }
    }
}

/* For each old record which of its claims went; NULL where none did. NULL in all when there is no memory. */
static bool **find_gone(const struct diff *diff, const struct record *old, size_t old_count, struct arena *arena)
{
    bool **gone = arena_array(arena, old_count + 1, sizeof *gone);
    for (size_t i = 0; gone && i < diff->counts[DIFF_CLAIM]; i++) {
        const struct diff_item *item = diff->entries[DIFF_CLAIM][i].old;
        if (diff->entries[DIFF_CLAIM][i].change != DIFF_GONE) {
            continue;
        }
        const struct record *record = &old[item->record];
        if (!gone[item->record]) {
            gone[item->record] = arena_array(arena, record->claim_count, sizeof **gone);
        }
        if (!gone[item->record]) {
            return NULL;
        }
        gone[item->record][item->claim - record->claims] = true;
    }
    return gone;
}

/* Copies the new records; their claims are marked as the entries about the originals say. */
static bool add_new(const struct diff *diff, const struct record *new, size_t new_count, struct record *records,
                    size_t *count, struct arena *arena)
{
    for (size_t i = 0; i < new_count; i++) {
        if (!copy_record(&records[(*count)++], &new[i], arena)) {
            return false;
        }
    }
    for (size_t i = 0; i < diff->counts[DIFF_CLAIM]; i++) {
        const struct diff_entry *entry = &diff->entries[DIFF_CLAIM][i];
        if (entry->new) {
            size_t index = (size_t)(entry->new->claim - new[entry->new->record].claims);
            records[entry->new->record].claims[index].change =
                entry->change == DIFF_CAME ? RECORD_CAME : RECORD_CHANGED;
        }
    }
    return true;
}

static bool add_gone(const struct diff *diff, const struct record *old, size_t old_count, struct record *records,
                     size_t *count, struct arena *arena)
{
    bool **gone = find_gone(diff, old, old_count, arena);
    bool enough = gone != NULL;
    for (size_t i = 0; i < old_count && enough; i++) {
        if (gone[i]) {
            struct record *copy = &records[(*count)++];
            enough = copy_record(copy, &old[i], arena);
            copy->id = arena_print(arena, "%.*s (before)", VIEW_ARGS(old[i].id));
            enough = enough && copy->id.data;
            if (enough) {
                keep_gone(copy, &old[i], gone[i]);
            }
        }
    }
    return enough;
}

static int compare_keys(const void *a, const void *b)
{
    const struct diff_item *x = *(const struct diff_item *const *)a, *y = *(const struct diff_item *const *)b;
    return view_compare(x->key, y->key);
}

/* The entities that came, or those that went, sorted by their words. */
static const struct diff_item **list_changed(const struct diff *diff, enum diff_change change, size_t *count,
                                             struct arena *arena)
{
    const struct diff_item **list = arena_array(arena, diff->counts[DIFF_ENTITY] + 1, sizeof *list);
    *count = 0;
    for (size_t i = 0; list && i < diff->counts[DIFF_ENTITY]; i++) {
        const struct diff_entry *entry = &diff->entries[DIFF_ENTITY][i];
        if (entry->change == change) {
            list[(*count)++] = entry->new ? entry->new : entry->old;
        }
    }
    if (list) {
        qsort(list, *count, sizeof *list, compare_keys);
    }
    return list;
}

/* Puts a mark before the names of the entities in the list. */
static bool mark_entities(struct record *records, size_t count, const struct diff_item **list, size_t length,
                          const char *mark, struct arena *arena)
{
    for (size_t i = 0; i < count && length > 0; i++) {
        for (size_t j = 0; j < records[i].entity_count; j++) {
            struct entity *entity = &records[i].entities[j];
            struct diff_item wanted = {.key = utf8_fold(entity->name, arena)}, *key = &wanted;
            wanted.key = arena_print(arena, "%s:%.*s", entity_type_name(entity->type), VIEW_ARGS(wanted.key));
            if (!wanted.key.data) {
                return false;
            }
            if (bsearch(&key, list, length, sizeof *list, compare_keys)) {
                entity->name = arena_print(arena, "%s%.*s", mark, VIEW_ARGS(entity->name));
            }
            if (!entity->name.data) {
                return false;
            }
        }
    }
    return true;
}

int diff_union(const struct diff *diff, const struct record *old, size_t old_count, const struct record *new,
               size_t new_count, struct record **records, size_t *count, struct arena *arena,
               struct hearsay_error *error)
{
    size_t came_count, gone_count;
    const struct diff_item **came = list_changed(diff, DIFF_CAME, &came_count, arena);
    const struct diff_item **gone = list_changed(diff, DIFF_GONE, &gone_count, arena);
    *records = arena_array(arena, old_count + new_count + 1, sizeof **records);
    *count = 0;
    if (!came || !gone || !*records || !add_new(diff, new, new_count, *records, count, arena) ||
        !add_gone(diff, old, old_count, *records, count, arena)) {
        return error_memory(error, STAGE);
    }
    int code = record_merge(*records, *count, arena, error);
    if (code == HEARSAY_OK && !(mark_entities(*records, *count, came, came_count, "+ ", arena) &&
                                mark_entities(*records, *count, gone, gone_count, "\xE2\x88\x92 ", arena))) {
        code = error_memory(error, STAGE);
    }
    return code;
}
