#include "record/fullest.h"

#include <stdlib.h>

#include "entity/name_key.h"

struct candidate {
    struct view name;
    size_t words, records;
};

static int compare_views(const void *a, const void *b)
{
    return view_compare(*(const struct view *)a, *(const struct view *)b);
}

/* `a` comes after `b` in the order of bytes. */
static bool is_fuller(const struct candidate *a, const struct candidate *b)
{
    if (a->words != b->words) {
        return a->words > b->words;
    }
    return a->records != b->records ? a->records > b->records : a->name.length >= b->name.length;
}

struct view record_fullest_name(struct view *names, size_t count, struct arena *scratch)
{
    struct candidate best = {{NULL, 0}, 0, 0};
    qsort(names, count, sizeof *names, compare_views);
    for (size_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && view_equal(names[end], names[start]);) {
            end++;
        }
        char *key = arena_alloc(scratch, 2 * names[start].length + 8);
        if (!key) {
            return (struct view){NULL, 0};
        }
        size_t length = name_key_write(names[start], key, 2 * names[start].length + 8);
        struct candidate next = {names[start], name_word_count((struct view){key, length}), end - start};
        if (!best.name.data || is_fuller(&next, &best)) {
            best = next;
        }
    }
    return best.name;
}
