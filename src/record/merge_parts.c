/* merge_parts.c: entities of one name -> parts: those that country, field and identifier do not tell apart.
 *
 * Members of one name are sorted into profiles: what is known of them. Profiles that do not contradict each other are
 * one part, unless a third agrees with one of them and contradicts the other: then it is open which of the two is
 * meant, and company settles it member by member, or nothing does and they stay on their own. */
#include <stdlib.h>

#include "record/merge.h"

enum { MOST_PROFILES = 64, TWIN = NO_PART - 1 };

static bool ids_contradict(const struct entity_identifier *a, const struct entity_identifier *b)
{
    return a && b && view_equal(a->scheme, b->scheme) && !view_equal(a->value, b->value);
}

static bool same_id(const struct entity_identifier *a, const struct entity_identifier *b)
{
    return a && b && view_equal(a->scheme, b->scheme) && view_equal(a->value, b->value);
}

bool merge_contradicts(const struct profile *a, const struct profile *b)
{
    if (same_id(a->id, b->id)) {
        return false;
    }
    bool countries = a->country[0] && b->country[0] && strcmp(a->country, b->country) != 0;
    bool fields = a->fields && b->fields && !(a->fields & b->fields);
    return countries || fields || ids_contradict(a->id, b->id);
}

void merge_learn(struct profile *profile, const struct profile *other)
{
    if (!profile->country[0]) {
        memcpy(profile->country, other->country, sizeof profile->country);
    }
    profile->fields |= other->fields;
    profile->id = profile->id ? profile->id : other->id;
}

static bool same_profile(const struct profile *a, const struct profile *b)
{
    return strcmp(a->country, b->country) == 0 && a->fields == b->fields && (a->id == b->id || same_id(a->id, b->id));
}

/* Entities that nothing but their document tells apart: a person known by a single name, people without a country. */
static bool is_local(const struct description *description)
{
    if (description->id_count > 0) {
        return false;
    }
    switch (description->type) {
    case ENTITY_PERSON:
        return memchr(description->key.data, ' ', description->key.length) == NULL;
    case ENTITY_GROUP:
        return description->profile.country[0] == '\0';
    default:
        return false;
    }
}

/* The members of one name, and what is known of them. */
struct bunch {
    struct merger *merger;
    const uint32_t *members; /* in the order of their records */
    size_t member_count;
    uint32_t *of; /* for each member: its profile, or UINT32_MAX: local */
    struct profile profiles[MOST_PROFILES];
    int32_t parts[MOST_PROFILES]; /* of a profile, or NO_PART: it is open */
    size_t count;
};

static struct member *member_at(const struct bunch *bunch, size_t index)
{
    return &bunch->merger->members[bunch->members[index]];
}

/* A profile's place in the list. Where there are more than anybody's name has, the rest share the last. */
static uint32_t find_profile(struct bunch *bunch, const struct profile *profile)
{
    for (size_t i = 0; i < bunch->count; i++) {
        if (same_profile(&bunch->profiles[i], profile)) {
            return (uint32_t)i;
        }
    }
    if (bunch->count == MOST_PROFILES) {
        return UINT32_MAX;
    }
    bunch->profiles[bunch->count] = *profile;
    return (uint32_t)bunch->count++;
}

/* Whether a member is alone in its document or told apart there: two of one name in one document are two, and who else
 * of the name is which of them is not known, unless their profiles tell. */
static bool tells_twins_apart(const struct bunch *bunch, size_t member)
{
    const struct profile *own = &bunch->profiles[bunch->of[member]];
    uint32_t record = member_at(bunch, member)->record;
    size_t first = member, end = member + 1;
    while (first > 0 && member_at(bunch, first - 1)->record == record) {
        first--;
    }
    while (end < bunch->member_count && member_at(bunch, end)->record == record) {
        end++;
    }
    for (size_t i = first; i < end; i++) {
        uint32_t other = bunch->of[i];
        if (i != member && other != UINT32_MAX && !merge_contradicts(own, &bunch->profiles[other]) &&
            !same_id(own->id, bunch->profiles[other].id)) {
            return false;
        }
    }
    return true;
}

static bool read_profiles(struct bunch *bunch)
{
    bunch->of = arena_array(bunch->merger->bunch, bunch->member_count, sizeof *bunch->of);
    if (!bunch->of) {
        return false;
    }
    for (size_t i = 0; i < bunch->member_count; i++) {
        const struct description *description = merge_description(bunch->merger, member_at(bunch, i));
        bunch->of[i] = is_local(description) ? UINT32_MAX : find_profile(bunch, &description->profile);
    }
    for (size_t i = 0; i < bunch->member_count; i++) {
        if (bunch->of[i] != UINT32_MAX && !tells_twins_apart(bunch, i)) {
            member_at(bunch, i)->part = TWIN; /* local, once all twins are looked at */
        }
    }
    for (size_t i = 0; i < bunch->member_count; i++) {
        if (member_at(bunch, i)->part == TWIN) {
            member_at(bunch, i)->part = NO_PART;
            bunch->of[i] = UINT32_MAX;
        }
    }
    return true;
}

/* Two profiles are one where they agree and every third that agrees with one agrees with the other. */
static bool are_one(const struct bunch *bunch, size_t a, size_t b)
{
    const struct profile *profiles = bunch->profiles;
    if (merge_contradicts(&profiles[a], &profiles[b])) {
        return false;
    }
    for (size_t i = 0; i < bunch->count; i++) {
        if (merge_contradicts(&profiles[i], &profiles[a]) != merge_contradicts(&profiles[i], &profiles[b])) {
            return false;
        }
    }
    return true;
}

/* A profile is open where two that contradict each other both agree with it. */
static bool is_open(const struct bunch *bunch, size_t profile)
{
    for (size_t i = 0; i < bunch->count; i++) {
        for (size_t j = 0; j < i; j++) {
            const struct profile *a = &bunch->profiles[i], *b = &bunch->profiles[j];
            if (merge_contradicts(a, b) && !merge_contradicts(a, &bunch->profiles[profile]) &&
                !merge_contradicts(b, &bunch->profiles[profile])) {
                return true;
            }
        }
    }
    return false;
}

static bool place_profile(struct bunch *bunch, size_t profile)
{
    bunch->parts[profile] = NO_PART;
    if (is_open(bunch, profile)) {
        return true;
    }
    for (size_t i = 0; i < profile; i++) {
        if (bunch->parts[i] != NO_PART && are_one(bunch, i, profile)) {
            bunch->parts[profile] = bunch->parts[i];
            return true;
        }
    }
    bunch->parts[profile] = merge_add_part(bunch->merger, merge_description(bunch->merger, member_at(bunch, 0)));
    return bunch->parts[profile] >= 0;
}

/* ---- What is open ---- */

struct candidate {
    int32_t part;
    struct company company;
};

/* The parts of the bunch with their company; the number of them, or -1 when there is no memory. */
static int gather_candidates(const struct bunch *bunch, struct candidate *candidates)
{
    int count = 0;
    for (size_t i = 0; i < bunch->count; i++) {
        int known = 0;
        while (known < count && candidates[known].part != bunch->parts[i]) {
            known++;
        }
        if (bunch->parts[i] != NO_PART && known == count) {
            int32_t first = bunch->merger->parts[bunch->parts[i]].first;
            candidates[count].part = bunch->parts[i];
            if (!merge_company_of(bunch->merger, first, &candidates[count++].company)) {
                return -1;
            }
        }
    }
    return count;
}

/* The one part that keeps the most of a member's company, two names at least; NO_PART where there is none. */
static int32_t choose(const struct bunch *bunch, const struct candidate *candidates, int count,
                      const struct profile *profile, const struct company *company)
{
    int32_t best = NO_PART;
    size_t most = LEAST_COMPANY, ties = 0;
    for (int i = 0; i < count; i++) {
        size_t shared = merge_shared_company(&candidates[i].company, company);
        if (merge_contradicts(&bunch->merger->parts[candidates[i].part].profile, profile) || shared < most) {
            continue;
        }
        ties = shared == most ? ties + 1 : 1;
        best = candidates[i].part;
        most = shared;
    }
    return ties == 1 ? best : NO_PART;
}

/* Settles the open members by their company; those of one profile that it does not settle are a part of their own. */
static bool settle(struct bunch *bunch)
{
    struct merger *merger = bunch->merger;
    struct candidate candidates[MOST_PROFILES];
    int32_t rests[MOST_PROFILES];
    int count = gather_candidates(bunch, candidates);
    for (size_t i = 0; i < bunch->count; i++) {
        rests[i] = NO_PART;
    }
    for (size_t i = 0; count >= 0 && i < bunch->member_count; i++) {
        uint32_t profile = bunch->of[i];
        struct company company;
        if (profile == UINT32_MAX || bunch->parts[profile] != NO_PART) {
            continue;
        }
        if (!merge_company_of(merger, (int32_t)bunch->members[i], &company)) {
            return false;
        }
        int32_t part = choose(bunch, candidates, count, &bunch->profiles[profile], &company);
        company.names = arena_trim(merger->bunch, company.names, 0);
        if (part == NO_PART) {
            if (rests[profile] == NO_PART) {
                rests[profile] = merge_add_part(merger, merge_description(merger, member_at(bunch, i)));
            }
            part = rests[profile];
        }
        if (part < 0) {
            return false;
        }
        merge_add_member(merger, part, bunch->members[i], &bunch->profiles[profile]);
    }
    return count >= 0;
}

/* Whether nothing but their fields speaks against two being one. */
static bool differ_in_field(const struct merger *merger, int32_t first, int32_t second)
{
    struct profile a = merger->parts[first].profile, b = merger->parts[second].profile;
    a.fields = b.fields = 0;
    return a.country[0] && !merge_contradicts(&a, &b);
}

static bool any_differ_in_field(const struct bunch *bunch)
{
    for (size_t i = 0; i < bunch->count; i++) {
        for (size_t j = 0; j < bunch->count; j++) {
            int32_t a = bunch->parts[i], b = bunch->parts[j];
            if (a != NO_PART && b != NO_PART && a != b && differ_in_field(bunch->merger, a, b)) {
                return true;
            }
        }
    }
    return false;
}

/* Those whose fields alone contradict are one where they keep the same company: a footballer who became minister. */
static bool join_fields(struct bunch *bunch)
{
    struct merger *merger = bunch->merger;
    struct candidate candidates[MOST_PROFILES];
    int count = any_differ_in_field(bunch) ? gather_candidates(bunch, candidates) : 0;
    for (int i = 0; i < count; i++) {
        for (int j = 0; j < i; j++) {
            if (differ_in_field(merger, candidates[i].part, candidates[j].part) &&
                merge_shared_company(&candidates[i].company, &candidates[j].company) >= LEAST_COMPANY) {
                merge_join(merger, candidates[i].part, candidates[j].part);
            }
        }
    }
    return count >= 0;
}

static bool make_parts(struct bunch *bunch)
{
    bool open = false;
    if (!read_profiles(bunch)) {
        return false;
    }
    for (size_t i = 0; i < bunch->count; i++) {
        if (!place_profile(bunch, i)) {
            return false;
        }
        open = open || bunch->parts[i] == NO_PART;
    }
    for (size_t i = 0; i < bunch->member_count; i++) {
        uint32_t profile = bunch->of[i];
        if (profile != UINT32_MAX && bunch->parts[profile] != NO_PART) {
            merge_add_member(bunch->merger, bunch->parts[profile], bunch->members[i], &bunch->profiles[profile]);
        }
    }
    return (!open || settle(bunch)) && (bunch->count < 2 || join_fields(bunch));
}

bool merge_make_parts(struct merger *merger)
{
    struct bunch *bunch = arena_alloc(merger->work, sizeof *bunch);
    for (size_t i = 0; bunch && i < merger->name_count; i++) {
        const uint32_t *names = merger->names;
        *bunch = (struct bunch){
            .merger = merger, .members = merger->by_name + names[i], .member_count = names[i + 1] - names[i]};
        if (!make_parts(bunch)) {
            return false;
        }
        arena_reset(merger->bunch);
    }
    return bunch != NULL;
}
