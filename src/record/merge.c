/* merge.c: one key for each entity across documents, from the whole set of records at once. */
#include <stdlib.h>

#include "base/utf8.h"
#include "record/record.h"

/* An entity of one of the records, under the name it is compared by. */
struct member {
    struct entity *entity;
    struct view folded;
    size_t record;
    size_t index; /* in its record */
};

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
    order = order ? order : view_compare(x->folded, y->folded);
    order = order ? order : (x->record > y->record) - (x->record < y->record);
    return order ? order : (x->index > y->index) - (x->index < y->index);
}

static struct member *gather(struct record *records, size_t count, size_t *member_count, struct arena *arena)
{
    size_t total = 0;
    for (size_t i = 0; i < count; i++) {
        total += records[i].entity_count;
    }
    struct member *members = arena_array(arena, total + 1, sizeof *members);
    *member_count = 0;
    for (size_t i = 0; members && i < count; i++) {
        for (size_t j = 0; j < records[i].entity_count; j++) {
            struct entity *entity = &records[i].entities[j];
            struct member member = {entity, utf8_fold(entity->name, arena), i, j};
            if (!member.folded.data) {
                return NULL;
            }
            members[(*member_count)++] = member;
        }
    }
    return members;
}

/* Entities that nothing but this document tells apart: see record_merge. */
static bool is_local(const struct member *member)
{
    switch (member->entity->type) {
    case ENTITY_PERSON:
        return memchr(member->folded.data, ' ', member->folded.length) == NULL;
    case ENTITY_GROUP:
        return member->entity->country[0] == '\0';
    default:
        return false;
    }
}

/* Whether the run of members of one name has more than one country in it. */
static bool is_contested(const struct member *members, size_t count)
{
    const char *first = "";
    for (size_t i = 0; i < count; i++) {
        const char *country = members[i].entity->country;
        if (*country && *first && strcmp(country, first) != 0) {
            return true;
        }
        first = *country ? country : first;
    }
    return false;
}

static bool set_key(const struct member *member, const struct record *records, bool local, bool contested,
                    struct arena *arena)
{
    struct entity *entity = member->entity;
    const char *type = entity_type_name(entity->type);
    if (local) {
        entity->key =
            arena_print(arena, "%s@%.*s#E%zu", type, VIEW_ARGS(records[member->record].id), member->index + 1);
    } else {
        entity->key =
            arena_print(arena, "%s:%s:%.*s", type, contested ? entity->country : "", VIEW_ARGS(member->folded));
    }
    return entity->key.data != NULL;
}

static bool set_keys(const struct member *run, size_t count, const struct record *records, struct arena *arena)
{
    bool contested = is_contested(run, count);
    for (size_t i = 0; i < count; i++) {
        bool twin =
            (i > 0 && run[i - 1].record == run[i].record) || (i + 1 < count && run[i + 1].record == run[i].record);
        if (!set_key(&run[i], records, twin || is_local(&run[i]), contested, arena)) {
            return false;
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
    size_t member_count = 0;
    if (count > 0) {
        qsort(records, count, sizeof *records, compare_records);
    }
    int code = check_ids(records, count, error);
    if (code < 0) {
        return code;
    }
    struct member *members = gather(records, count, &member_count, arena);
    if (!members) {
        return error_memory(error, "record");
    }
    qsort(members, member_count, sizeof *members, compare_members);
    for (size_t start = 0, end; start < member_count; start = end) {
        end = start + 1;
        while (end < member_count && members[end].entity->type == members[start].entity->type &&
               view_equal(members[end].folded, members[start].folded)) {
            end++;
        }
        if (!set_keys(members + start, end - start, records, arena)) {
            return error_memory(error, "record");
        }
    }
    return HEARSAY_OK;
}
