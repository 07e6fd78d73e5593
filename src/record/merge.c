/* merge.c: one key for each entity across documents, from the whole set of records at once. */
#include "record/merge.h"

#include <stdlib.h>

#include "base/json.h"

struct merger *merger_new(void)
{
    struct merger *merger = calloc(1, sizeof *merger);
    if (!merger) {
        return NULL;
    }
    merger->arena = arena_new(0);
    merger->scratch = arena_new(0);
    merger->known = seen_new();
    if (!merger->arena || !merger->scratch || !merger->known) {
        merger_free(merger);
        return NULL;
    }
    return merger;
}

static void forget_work(struct merger *merger)
{
    arena_free(merger->work);
    arena_free(merger->bunch);
    merger->work = merger->bunch = NULL;
    merger->parts = NULL;
    merger->part_count = merger->part_capacity = merger->name_count = merger->entity_count = 0;
}

void merger_free(struct merger *merger)
{
    if (merger) {
        forget_work(merger);
        arena_free(merger->arena);
        arena_free(merger->scratch);
        seen_free(merger->known);
        free(merger);
    }
}

/* ---- Order ---- */

/* A number and what it is sorted by: the context that qsort has no room for. */
struct ranked_record {
    struct view id;
    uint32_t record;
};

static int compare_records(const void *a, const void *b)
{
    const struct ranked_record *x = a, *y = b;
    return view_compare(x->id, y->id);
}

static int sort_records(struct merger *merger, struct hearsay_error *error)
{
    size_t count = merger->record_count;
    struct ranked_record *ranked = arena_array(merger->bunch, count + 1, sizeof *ranked);
    merger->order = arena_array(merger->work, count + 1, sizeof *merger->order);
    if (!ranked || !merger->order) {
        return error_memory(error, "record");
    }
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct ranked_record){merger->records[i].id, (uint32_t)i};
    }
    qsort(ranked, count, sizeof *ranked, compare_records);
    for (size_t i = 0; i < count; i++) {
        struct view id = ranked[i].id;
        merger->order[i] = ranked[i].record;
        if (i > 0 && view_equal(ranked[i - 1].id, id)) {
            return error_set(error, HEARSAY_ERROR_INPUT, "record", "",
                             "two documents have the id \"%.*s\"; give each its own",
                             (int)(id.length < 100 ? id.length : 100), id.data);
        }
    }
    arena_reset(merger->bunch);
    return HEARSAY_OK;
}

static int compare_names(const void *a, const void *b)
{
    const struct description *x = *(struct description *const *)a, *y = *(struct description *const *)b;
    int order = (x->type > y->type) - (x->type < y->type);
    return order ? order : view_compare(x->key, y->key);
}

/* Numbers the names of the descriptions in their order. */
static bool sort_names(struct merger *merger)
{
    size_t count = merger->description_count;
    struct description **sorted = arena_array(merger->bunch, count + 1, sizeof *sorted);
    for (size_t i = 0; sorted && i < count; i++) {
        sorted[i] = &merger->descriptions[i];
    }
    if (!sorted) {
        return false;
    }
    qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 0; i < count; i++) {
        merger->name_count += i == 0 || compare_names(&sorted[i - 1], &sorted[i]) != 0;
        sorted[i]->name = (uint32_t)merger->name_count - 1;
    }
    arena_reset(merger->bunch);
    return true;
}

/* By type, name, then the order of the records: counted, not compared. */
static bool sort_members(struct merger *merger)
{
    uint32_t *names = arena_array(merger->work, merger->name_count + 2, sizeof *names);
    merger->by_name = arena_array(merger->work, merger->member_count + 1, sizeof *merger->by_name);
    if (!names || !merger->by_name) {
        return false;
    }
    for (size_t i = 0; i < merger->member_count; i++) {
        struct member *member = &merger->members[i];
        member->part = NO_PART;
        member->next = -1;
        names[merge_description(merger, member)->name + 2]++;
    }
    for (size_t i = 2; i < merger->name_count + 2; i++) {
        names[i] += names[i - 1];
    }
    for (size_t i = 0; i < merger->record_count; i++) { /* names[n + 1] moves on from where n begins to where it ends */
        uint32_t record = merger->order[i];
        for (size_t j = merger->records[record].first; j < merge_record_end(merger, record); j++) {
            merger->by_name[names[merge_description(merger, &merger->members[j])->name + 1]++] = (uint32_t)j;
        }
    }
    merger->names = names;
    return true;
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
static struct named_root *name_roots(struct merger *merger, size_t *count)
{
    struct named_root *named = arena_array(merger->bunch, merger->part_count + 1, sizeof *named);
    uint32_t *sums = arena_array(merger->bunch, merger->part_count + 1, sizeof *sums);
    if (!named || !sums) {
        return NULL;
    }
    for (size_t start = 0, end; start < merger->part_count; start = end) {
        const struct part *first = &merger->parts[start];
        for (end = start; end < merger->part_count && merger->parts[end].type == first->type &&
                          view_equal(merger->parts[end].key, first->key);
             end++) {
            sums[merge_root(merger, (int32_t)end)] += merger->parts[end].count;
        }
        for (size_t i = start; i < end; i++) {
            int32_t root = merge_root(merger, (int32_t)i);
            if (sums[root] > 0) {
                vote(&named[root], first->key, sums[root]);
                sums[root] = 0;
            }
        }
    }
    *count = 0;
    for (size_t i = 0; i < merger->part_count; i++) {
        if (merger->parts[i].parent == (int32_t)i && merger->parts[i].total > 0) {
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
    struct part *part;
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

static struct view local_key(const struct merger *merger, const struct member *member, struct arena *arena)
{
    const struct merged_record *record = &merger->records[member->record];
    size_t index = (size_t)(member - merger->members) - record->first;
    return arena_print(arena, "%s@%.*s#E%zu", entity_type_name(merge_description(merger, member)->type),
                       VIEW_ARGS(record->id), index + 1);
}

/* The country only where the name stands in several; the field only where it stands in one of them twice; where even
 * that does not tell, the place of the first member. */
static struct view root_key(const struct merger *merger, const struct keyed_root *roots, size_t count, size_t at)
{
    const struct part *part = roots[at].part;
    struct view name = roots[at].named.name;
    const char *type = entity_type_name(part->type);
    const char *country = has_twin(roots, count, at, same_name) ? part->profile.country : "";
    if (has_twin(roots, count, at, same_field)) {
        return local_key(merger, &merger->members[part->first], merger->work);
    }
    if (has_twin(roots, count, at, same_country) && field_of(&part->profile).length > 0) {
        return arena_print(merger->work, "%s:%s:%.*s (%.*s)", type, country, VIEW_ARGS(name),
                           VIEW_ARGS(field_of(&part->profile)));
    }
    return arena_print(merger->work, "%s:%s:%.*s", type, country, VIEW_ARGS(name));
}

static bool make_keys(struct merger *merger)
{
    size_t count = 0;
    struct named_root *named = name_roots(merger, &count);
    struct keyed_root *roots = arena_array(merger->bunch, count + 1, sizeof *roots);
    if (!named || !roots) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        roots[i] = (struct keyed_root){named[i], &merger->parts[named[i].root]};
    }
    qsort(roots, count, sizeof *roots, compare_roots);
    for (size_t i = 0; i < count; i++) {
        roots[i].part->entity_key = root_key(merger, roots, count, i);
        if (!roots[i].part->entity_key.data) {
            return false;
        }
    }
    merger->entity_count = count;
    for (size_t i = 0; i < merger->member_count; i++) {
        merger->entity_count += merger->members[i].part == NO_PART;
    }
    arena_reset(merger->bunch);
    return true;
}

int merger_finish(struct merger *merger, struct hearsay_error *error)
{
    forget_work(merger);
    merger->work = arena_new(0);
    merger->bunch = arena_new(0);
    if (!merger->work || !merger->bunch) {
        return error_memory(error, "record");
    }
    int code = sort_records(merger, error);
    if (code < 0) {
        return code;
    }
    bool enough = sort_names(merger) && sort_members(merger) && merge_make_parts(merger) && merge_link_parts(merger) &&
                  make_keys(merger);
    return enough ? HEARSAY_OK : error_memory(error, "record");
}

/* ---- What comes of it ---- */

size_t merger_record_at(const struct merger *merger, size_t place)
{
    return merger->order[place];
}

struct view merger_key(const struct merger *merger, size_t record, size_t entity, struct arena *arena)
{
    const struct member *member = &merger->members[merger->records[record].first + entity];
    int32_t part = member->part;
    if (part == NO_PART) {
        return local_key(merger, member, arena);
    }
    while (merger->parts[part].parent != part) {
        part = merger->parts[part].parent;
    }
    return merger->parts[part].entity_key;
}

int merger_write(const struct merger *merger, size_t record, struct view line, struct output *out,
                 struct hearsay_error *error)
{
    static const char before_key[] = "\"key\":"; /* within a string the quotation marks would be escaped */
    size_t count = merge_record_end(merger, record) - merger->records[record].first;
    struct json_writer json;
    bool enough = true;
    for (size_t i = 0; enough && i < count; i++) {
        struct view missing = VIEW("\"key\":null");
        const char *found = memmem(line.data, line.length, missing.data, missing.length);
        size_t at = found ? (size_t)(found - line.data) : 0;
        struct view key = merger_key(merger, record, i, merger->scratch);
        enough = key.data != NULL;
        output_view_write(out, view_slice(line, 0, at));
        output_text(out, before_key);
        json_begin(&json, out);
        json_string(&json, key);
        line = view_slice(line, at + missing.length, line.length);
    }
    output_view_write(out, line);
    arena_reset(merger->scratch);
    return enough ? HEARSAY_OK : error_memory(error, "record");
}

/* ---- All at once ---- */

static int compare_ids(const void *a, const void *b)
{
    const struct record *x = a, *y = b;
    return view_compare(x->id, y->id);
}

/* The keys outlive the merger; members of one entity share theirs. */
static bool give_keys(struct merger *merger, struct record *records, size_t count, struct arena *arena)
{
    bool enough = true;
    for (size_t i = 0; enough && i < merger->part_count; i++) {
        struct part *part = &merger->parts[i];
        part->entity_key = part->entity_key.data ? arena_copy(arena, part->entity_key) : part->entity_key;
        enough = part->entity_key.data || part->parent != (int32_t)i || part->total == 0;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; enough && j < records[i].entity_count; j++) {
            records[i].entities[j].key = merger_key(merger, i, j, arena);
            enough = records[i].entities[j].key.data != NULL;
        }
    }
    return enough;
}

int record_merge(struct record *records, size_t count, struct arena *arena, struct hearsay_error *error)
{
    struct merger *merger = merger_new();
    int code = merger ? HEARSAY_OK : error_memory(error, "record");
    for (size_t i = 0; i < count && code == HEARSAY_OK; i++) {
        code = merger_add(merger, &records[i], error);
    }
    if (code == HEARSAY_OK) {
        code = merger_finish(merger, error);
    }
    if (code == HEARSAY_OK && !give_keys(merger, records, count, arena)) {
        code = error_memory(error, "record");
    }
    if (code == HEARSAY_OK && count > 0) {
        qsort(records, count, sizeof *records, compare_ids);
    }
    merger_free(merger);
    return code;
}
