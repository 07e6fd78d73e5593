/* diff.c: the comparison itself. */
#include "diff/diff.h"

#include <stdlib.h>

#include "diff/items.h"

#define STAGE "diff"

/* An item of one of the sets while partners are sought. */
struct candidate {
    struct diff_item *item;
    struct view words; /* all there is of it, then its key, then what it is near to */
    bool is_new;
    struct candidate *partner;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = *(struct candidate *const *)a, *y = *(struct candidate *const *)b;
    int order = view_compare(x->words, y->words);
    order = order ? order : x->is_new - y->is_new;
    return order ? order : (x->item->order > y->item->order) - (x->item->order < y->item->order);
}

/* Within a run of equal words, the first old one goes with the first new one, and so on. */
static void pair_run(struct candidate **run, size_t length)
{
    size_t old = 0, new = 0;
    while (new < length && !run[new]->is_new) {
        new ++;
    }
    for (size_t olds = new; old < olds &&new < length; old++, new ++) {
        run[old]->partner = run[new];
        run[new]->partner = run[old];
    }
}

/* Pairs those without a partner whose words are equal. */
static bool pair(struct candidate *candidates, size_t count, struct arena *arena)
{
    size_t free_count = 0;
    struct candidate **sorted = arena_array(arena, count + 1, sizeof *sorted);
    for (size_t i = 0; sorted && i < count; i++) {
        if (!candidates[i].partner) {
            sorted[free_count++] = &candidates[i];
        }
    }
    if (!sorted) {
        return false;
    }
    qsort(sorted, free_count, sizeof *sorted, compare_candidates);
    for (size_t start = 0, next; start < free_count; start = next) {
        next = start + 1;
        while (next < free_count && view_equal(sorted[next]->words, sorted[start]->words)) {
            next++;
        }
        pair_run(sorted + start, next - start);
    }
    return true;
}

static bool differs(const struct diff_item *old, const struct diff_item *new)
{
    for (size_t i = 0; i < DIFF_FIELDS_MOST; i++) {
        if (!view_equal(old->fields[i], new->fields[i])) {
            return true;
        }
    }
    return false;
}

static void add_entry(struct diff *diff, enum diff_kind kind, enum diff_change change, const struct diff_item *old,
                      const struct diff_item *new)
{
    diff->entries[kind][diff->counts[kind]++] = (struct diff_entry){change, old, new};
}

/* What there is of the new set in its order, then what went in the order of the old. */
static void list_entries(struct diff *diff, enum diff_kind kind, const struct candidate *candidates, size_t old_count,
                         size_t count)
{
    for (size_t i = old_count; i < count; i++) {
        const struct candidate *partner = candidates[i].partner;
        if (!partner) {
            add_entry(diff, kind, DIFF_CAME, NULL, candidates[i].item);
        } else if (differs(partner->item, candidates[i].item)) {
            add_entry(diff, kind, DIFF_CHANGED, partner->item, candidates[i].item);
        }
    }
    for (size_t i = 0; i < old_count; i++) {
        if (!candidates[i].partner) {
            add_entry(diff, kind, DIFF_GONE, candidates[i].item, NULL);
        }
    }
}

static int compare(struct diff *diff, enum diff_kind kind, const struct diff_items *old, const struct diff_items *new,
                   struct arena *arena, struct hearsay_error *error)
{
    size_t count = old->count + new->count;
    struct candidate *candidates = arena_array(arena, count + 1, sizeof *candidates);
    diff->entries[kind] = arena_array(arena, count + 1, sizeof *diff->entries[kind]);
    if (!candidates || !diff->entries[kind]) {
        return error_memory(error, STAGE);
    }
    for (size_t i = 0; i < count; i++) {
        bool is_new = i >= old->count;
        struct diff_item *item = is_new ? &new->items[i - old->count] : &old->items[i];
        candidates[i] = (struct candidate){.item = item, .words = item->all, .is_new = is_new};
    }
    bool enough = pair(candidates, count, arena);
    for (size_t i = 0; i < count; i++) {
        candidates[i].words = candidates[i].item->key;
    }
    enough = enough && pair(candidates, count, arena);
    for (size_t i = 0; i < count; i++) {
        candidates[i].words = candidates[i].item->near;
    }
    if (!enough || !pair(candidates, count, arena)) {
        return error_memory(error, STAGE);
    }
    list_entries(diff, kind, candidates, old->count, count);
    return HEARSAY_OK;
}

int diff_make(struct diff *diff, struct record *old, size_t old_count, struct record *new, size_t new_count,
              struct arena *arena, struct hearsay_error *error)
{
    struct diff_items items[2][DIFF_KIND_COUNT] = {0};
    *diff = (struct diff){0};
    int code = diff_list_entities(&items[0][DIFF_ENTITY], old, old_count, arena, error);
    code = code < 0 ? code : diff_list_entities(&items[1][DIFF_ENTITY], new, new_count, arena, error);
    code = code < 0 ? code : diff_list_claims(&items[0][DIFF_CLAIM], old, old_count, arena, error);
    code = code < 0 ? code : diff_list_claims(&items[1][DIFF_CLAIM], new, new_count, arena, error);
    for (int kind = 0; kind < DIFF_KIND_COUNT && code == HEARSAY_OK; kind++) {
        code = compare(diff, (enum diff_kind)kind, &items[0][kind], &items[1][kind], arena, error);
    }
    return code;
}

size_t diff_count(const struct diff *diff)
{
    return diff->counts[DIFF_ENTITY] + diff->counts[DIFF_CLAIM];
}
