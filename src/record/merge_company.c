/* merge_company.c: who is spoken of together with whom. */
#include <stdlib.h>

#include "record/merge.h"

/* People by their full names and organisations; everybody speaks of countries. */
static bool counts(const struct description *description)
{
    switch (description->type) {
    case ENTITY_PERSON:
        return memchr(description->key.data, ' ', description->key.length) != NULL;
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

/* Those who are named in one record with a member. */
static void add_company(const struct merger *merger, const struct member *self, struct company *company)
{
    uint64_t own = merge_description(merger, self)->hash;
    for (size_t i = merger->records[self->record].first; i < merge_record_end(merger, self->record); i++) {
        const struct description *other = merge_description(merger, &merger->members[i]);
        if (other->hash != own && counts(other)) {
            company->names[company->count++] = other->hash;
        }
    }
}

bool merge_company_of(struct merger *merger, int32_t first_member, struct company *company)
{
    const struct member *members = merger->members;
    size_t most = 0, unique = 0;
    for (int32_t i = first_member; i >= 0; i = members[i].next) {
        most += merge_record_end(merger, members[i].record) - merger->records[members[i].record].first;
    }
    company->names = arena_array(merger->bunch, most + 1, sizeof *company->names);
    company->count = 0;
    if (!company->names) {
        return false;
    }
    for (int32_t i = first_member; i >= 0; i = members[i].next) {
        add_company(merger, &members[i], company);
    }
    qsort(company->names, company->count, sizeof *company->names, compare_hashes);
    for (size_t i = 0; i < company->count; i++) {
        if (unique == 0 || company->names[unique - 1] != company->names[i]) {
            company->names[unique++] = company->names[i];
        }
    }
    company->count = unique;
    company->names = arena_trim(merger->bunch, company->names, (unique + 1) * sizeof *company->names);
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
