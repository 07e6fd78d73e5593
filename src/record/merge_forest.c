/* merge_forest.c: parts, and parts joined to one. */
#include "record/merge.h"

int32_t merge_add_part(struct merger *merger, const struct description *description)
{
    struct part *parts =
        arena_grow(merger->work, merger->parts, merger->part_count, &merger->part_capacity, sizeof *parts);
    if (!parts) {
        return -1;
    }
    int32_t index = (int32_t)merger->part_count++;
    merger->parts = parts;
    parts[index] =
        (struct part){.type = description->type, .key = description->key, .first = -1, .last = -1, .parent = index};
    return index;
}

void merge_add_member(struct merger *merger, int32_t index, uint32_t member, const struct profile *profile)
{
    struct part *part = &merger->parts[index];
    if (part->first < 0) {
        part->first = (int32_t)member;
    } else {
        merger->members[part->last].next = (int32_t)member;
    }
    part->last = (int32_t)member;
    part->count++;
    part->total++;
    merger->members[member].part = index;
    merge_learn(&part->profile, profile);
}

int32_t merge_root(struct merger *merger, int32_t part)
{
    struct part *parts = merger->parts;
    while (parts[part].parent != part) {
        part = parts[part].parent = parts[parts[part].parent].parent;
    }
    return part;
}

void merge_join(struct merger *merger, int32_t a, int32_t b)
{
    struct part *parts = merger->parts;
    a = merge_root(merger, a);
    b = merge_root(merger, b);
    if (a == b) {
        return;
    }
    bool larger = parts[a].total > parts[b].total || (parts[a].total == parts[b].total && a < b);
    struct part *root = &parts[larger ? a : b], *other = &parts[larger ? b : a];
    other->parent = larger ? a : b;
    merger->members[root->last].next = other->first;
    root->last = other->last;
    root->total += other->total;
    merge_learn(&root->profile, &other->profile);
}
