/* merge_company.c: who is spoken of together with whom. */
#include <stdlib.h>
#include <xxhash.h>

#include "record/merge.h"

/* People by their full names and organisations; everybody speaks of countries. */
static bool counts(const struct member *member)
{
    switch (member->entity->type) {
    case ENTITY_PERSON:
        return memchr(member->key.data, ' ', member->key.length) != NULL;
    case ENTITY_ORGANISATION:
        return true;
    default:
        return false;
    }
}

static int compare_hashes(const void *a, const void *b)
{
    const uint64_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static size_t entities_of(const struct merging *merging, uint32_t record)
{
    return merging->offsets[record + 1] - merging->offsets[record];
}

bool merge_company_of(struct merging *merging, int32_t first_member, struct company *company)
{
    size_t most = 0, unique = 0;
    for (int32_t member = first_member; member >= 0; member = merging->members[member].next) {
        most += entities_of(merging, merging->members[member].record);
    }
    company->names = arena_array(merging->arena, most + 1, sizeof *company->names);
    company->count = 0;
    if (!company->names) {
        return false;
    }
    for (int32_t member = first_member; member >= 0; member = merging->members[member].next) {
        const struct member *self = &merging->members[member];
        const int32_t *others = merging->member_of + merging->offsets[self->record];
        for (size_t i = 0; i < entities_of(merging, self->record); i++) {
            const struct member *other = &merging->members[others[i]];
            if (counts(other) && !view_equal(other->key, self->key)) {
                company->names[company->count++] = XXH3_64bits(other->key.data, other->key.length);
            }
        }
    }
    qsort(company->names, company->count, sizeof *company->names, compare_hashes);
    for (size_t i = 0; i < company->count; i++) {
        if (unique == 0 || company->names[unique - 1] != company->names[i]) {
            company->names[unique++] = company->names[i];
        }
    }
    company->count = unique;
    return true;
}

size_t merge_shared_company(const struct company *a, const struct company *b)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        shared += a->names[i] == b->names[j];
        if (a->names[i] <= b->names[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}
