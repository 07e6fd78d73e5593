/* merge.c: one key for each entity across documents, from the whole set of records at once. */
#include "record/merge.h"

#include <stdlib.h>

static int compare_records(const void *a, const void *b)
{
    const struct record *x = a, *y = b;
    return view_compare(x->id, y->id);
}

/* Type, name, then the order of the records, which are sorted by id: no two members compare equal. */
static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    int order = (x->entity->type > y->entity->type) - (x->entity->type < y->entity->type);
    order = order ? order : view_compare(x->key, y->key);
    order = order ? order : (x->record > y->record) - (x->record < y->record);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Names without letters and digits are compared as they are. */
static struct view key_of(const struct entity *entity, struct arena *arena)
{
    struct view key = name_key(entity->name, arena);
    return key.data ? key : utf8_fold(entity->name, arena);
}

static bool gather(struct merging *merging)
{
    size_t total = 0;
    merging->offsets = arena_array(merging->arena, merging->record_count + 1, sizeof *merging->offsets);
    for (size_t i = 0; merging->offsets && i < merging->record_count; i++) {
        total += merging->records[i].entity_count;
        merging->offsets[i + 1] = total;
    }
    merging->members = arena_array(merging->arena, total + 1, sizeof *merging->members);
    merging->member_of = arena_array(merging->arena, total + 1, sizeof *merging->member_of);
    if (!merging->offsets || !merging->members || !merging->member_of || total > INT32_MAX) {
        return false;
    }
    for (size_t i = 0; i < merging->record_count; i++) {
        for (size_t j = 0; j < merging->records[i].entity_count; j++) {
            struct entity *entity = &merging->records[i].entities[j];
            struct member member = {entity, key_of(entity, merging->arena), (uint32_t)i, (uint32_t)j, NO_PART, -1};
            if (!member.key.data) {
                return false;
            }
            merging->members[merging->member_count++] = member;
        }
    }
    qsort(merging->members, merging->member_count, sizeof *merging->members, compare_members);
    for (size_t i = 0; i < merging->member_count; i++) {
        const struct member *member = &merging->members[i];
        merging->member_of[merging->offsets[member->record] + member->index] = (int32_t)i;
    }
    return true;
}

int32_t merge_add_part(struct merging *merging, const struct member *member)
{
    struct part *parts =
        arena_grow(merging->arena, merging->parts, merging->part_count, &merging->part_capacity, sizeof *parts);
    if (!parts) {
        return -1;
    }
    int32_t index = (int32_t)merging->part_count++;
    merging->parts = parts;
    parts[index] =
        (struct part){.type = member->entity->type, .key = member->key, .first = -1, .last = -1, .parent = index};
    return index;
}

void merge_add_member(struct merging *merging, int32_t index, int32_t member, const struct profile *profile)
{
    struct part *part = &merging->parts[index];
    if (part->first < 0) {
        part->first = member;
    } else {
        merging->members[part->last].next = member;
    }
    part->last = member;
    part->count++;
    part->total++;
    merging->members[member].part = index;
    merge_learn(&part->profile, profile);
}

int32_t merge_root(struct merging *merging, int32_t part)
{
    struct part *parts = merging->parts;
    while (parts[part].parent != part) {
        part = parts[part].parent = parts[parts[part].parent].parent;
    }
    return part;
}

void merge_join(struct merging *merging, int32_t a, int32_t b)
{
    struct part *parts = merging->parts;
    a = merge_root(merging, a);
    b = merge_root(merging, b);
    if (a == b) {
        return;
    }
    bool larger = parts[a].total > parts[b].total || (parts[a].total == parts[b].total && a < b);
    struct part *root = &parts[larger ? a : b], *other = &parts[larger ? b : a];
    other->parent = larger ? a : b;
    merging->members[root->last].next = other->first;
    root->last = other->last;
    root->total += other->total;
    merge_learn(&root->profile, &other->profile);
}

/* ---- Keys ---- */

/* The name that a cluster goes by: the one most of its members have, else the longer, else the first. */
struct named_root {
    int32_t root;
    struct view name;
    uint32_t votes;
};

static void vote(struct named_root *named, struct view name, uint32_t votes)
{
    bool more = votes > named->votes;
    bool longer = votes == named->votes && name.length > named->name.length;
    bool earlier = votes == named->votes && name.length == named->name.length && view_compare(name, named->name) < 0;
    if (!named->name.data || more || longer || earlier) {
        named->name = name;
        named->votes = votes;
    }
}

/* One for each cluster. Parts come sorted by type and name, so those of one name in one cluster stand side by side, but
 * for parts of others between them: their votes are added up. */
static struct named_root *name_roots(struct merging *merging, size_t *count)
{
    struct named_root *named = arena_array(merging->arena, merging->part_count + 1, sizeof *named);
    uint32_t *sums = arena_array(merging->arena, merging->part_count + 1, sizeof *sums);
    if (!named || !sums) {
        return NULL;
    }
    for (size_t start = 0, end; start < merging->part_count; start = end) {
        const struct part *first = &merging->parts[start];
        for (end = start; end < merging->part_count && merging->parts[end].type == first->type &&
                          view_equal(merging->parts[end].key, first->key);
             end++) {
            sums[merge_root(merging, (int32_t)end)] += merging->parts[end].count;
        }
        for (size_t i = start; i < end; i++) {
            int32_t root = merge_root(merging, (int32_t)i);
            if (sums[root] > 0) {
                vote(&named[root], first->key, sums[root]);
                sums[root] = 0;
            }
        }
    }
    *count = 0;
    for (size_t i = 0; i < merging->part_count; i++) {
        if (merging->parts[i].parent == (int32_t)i && merging->parts[i].total > 0) {
            named[*count] = named[i];
            named[(*count)++].root = (int32_t)i;
        }
    }
    return named;
}

static struct view field_of(const struct profile *profile)
{
    static const struct view names[] = {VIEW(""), VIEW("state"), VIEW("sport"), VIEW("art")};
    for (unsigned field = FIELD_STATE; field <= FIELD_ART; field++) {
        if (profile->fields == 1u << field) {
            return names[field];
        }
    }
    return names[FIELD_UNKNOWN];
}

/* For sorting those of one name: the context that qsort has no room for. */
struct keyed_root {
    struct named_root named;
    const struct part *part;
};

static int compare_roots(const void *a, const void *b)
{
    const struct keyed_root *x = a, *y = b;
    int order = (x->part->type > y->part->type) - (x->part->type < y->part->type);
    order = order ? order : view_compare(x->named.name, y->named.name);
    order = order ? order : strcmp(x->part->profile.country, y->part->profile.country);
    order = order ? order : view_compare(field_of(&x->part->profile), field_of(&y->part->profile));
    return order ? order : (x->named.root > y->named.root) - (x->named.root < y->named.root);
}

static bool same_name(const struct keyed_root *a, const struct keyed_root *b)
{
    return a->part->type == b->part->type && view_equal(a->named.name, b->named.name);
}

static bool same_country(const struct keyed_root *a, const struct keyed_root *b)
{
    return same_name(a, b) && strcmp(a->part->profile.country, b->part->profile.country) == 0;
}

static bool same_field(const struct keyed_root *a, const struct keyed_root *b)
{
    return same_country(a, b) && view_equal(field_of(&a->part->profile), field_of(&b->part->profile));
}

/* Whether `same` holds between a root and one of its neighbours. */
static bool has_twin(const struct keyed_root *roots, size_t count, size_t at,
                     bool (*same)(const struct keyed_root *, const struct keyed_root *))
{
    return (at > 0 && same(&roots[at - 1], &roots[at])) || (at + 1 < count && same(&roots[at], &roots[at + 1]));
}

static struct view local_key(const struct merging *merging, const struct member *member)
{
    return arena_print(merging->keys, "%s@%.*s#E%u", entity_type_name(member->entity->type),
                       VIEW_ARGS(merging->records[member->record].id), (unsigned)member->index + 1);
}

/* The country only where the name stands in several; the field only where it stands in one of them twice; where even
 * that does not tell, the place of the first member. */
static struct view root_key(const struct merging *merging, const struct keyed_root *roots, size_t count, size_t at)
{
    const struct part *part = roots[at].part;
    struct view name = roots[at].named.name;
    const char *type = entity_type_name(part->type);
    const char *country = has_twin(roots, count, at, same_name) ? part->profile.country : "";
    if (has_twin(roots, count, at, same_field)) {
        return local_key(merging, &merging->members[part->first]);
    }
    if (has_twin(roots, count, at, same_country) && field_of(&part->profile).length > 0) {
        return arena_print(merging->keys, "%s:%s:%.*s (%.*s)", type, country, VIEW_ARGS(name),
                           VIEW_ARGS(field_of(&part->profile)));
    }
    return arena_print(merging->keys, "%s:%s:%.*s", type, country, VIEW_ARGS(name));
}

static bool set_keys(struct merging *merging)
{
    size_t count = 0;
    struct named_root *named = name_roots(merging, &count);
    struct keyed_root *roots = arena_array(merging->arena, count + 1, sizeof *roots);
    if (!named || !roots) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        roots[i] = (struct keyed_root){named[i], &merging->parts[named[i].root]};
    }
    qsort(roots, count, sizeof *roots, compare_roots);
    for (size_t i = 0; i < count; i++) {
        struct view key = root_key(merging, roots, count, i);
        if (!key.data) {
            return false;
        }
        for (int32_t member = roots[i].part->first; member >= 0; member = merging->members[member].next) {
            merging->members[member].entity->key = key;
        }
    }
    for (size_t i = 0; i < merging->member_count; i++) {
        struct member *member = &merging->members[i];
        if (member->part == NO_PART) {
            member->entity->key = local_key(merging, member);
            if (!member->entity->key.data) {
                return false;
            }
        }
    }
    return true;
}

static int check_ids(const struct record *records, size_t count, struct hearsay_error *error)
{
    for (size_t i = 1; i < count; i++) {
        if (view_equal(records[i - 1].id, records[i].id)) {
            return error_set(error, HEARSAY_ERROR_INPUT, "record", "",
                             "two documents have the id \"%.*s\"; give each its own",
                             (int)(records[i].id.length < 100 ? records[i].id.length : 100), records[i].id.data);
        }
    }
    return HEARSAY_OK;
}

int record_merge(struct record *records, size_t count, struct arena *arena, struct hearsay_error *error)
{
    struct merging merging = {.records = records, .record_count = count, .arena = arena_new(0), .keys = arena};
    if (count > 0) {
        qsort(records, count, sizeof *records, compare_records);
    }
    int code = check_ids(records, count, error);
    bool ok = merging.arena != NULL;
    if (code == HEARSAY_OK && ok) {
        ok = gather(&merging) && merge_make_parts(&merging) && merge_link_parts(&merging) && set_keys(&merging);
    }
    arena_free(merging.arena);
    return code < 0 || ok ? code : error_memory(error, "record");
}
