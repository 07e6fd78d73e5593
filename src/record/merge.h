/* merge.h: the steps of record_merge, and what they share. Private to the room.
 *
 *   merge.c          members, the order of the steps, keys
 *   merge_parts.c    entities of one name -> parts: those that country, field and identifier do not tell apart
 *   merge_links.c    parts of several names that are one: identifiers, aliases, acronyms, spelling, initials
 *   merge_company.c  who is spoken of together with whom, to settle what names leave open
 *
 * Everything is computed from the whole set in an order that the set alone gives: the same set, the same keys. */
#ifndef HEARSAY_RECORD_MERGE_H
#define HEARSAY_RECORD_MERGE_H

#include "entity/name_key.h"
#include "record/record.h"

enum { NO_PART = -1, LEAST_COMPANY = 2 };

/* What a person is known for, by their roles; two people of one name in different fields are two. */
enum field { FIELD_UNKNOWN, FIELD_STATE, FIELD_SPORT, FIELD_ART };

/* What tells entities of one name apart. Two contradict each other where both know something and it is not the same. */
struct profile {
    char country[3];                    /* "": unknown */
    unsigned fields;                    /* bits 1u << enum field */
    const struct entity_identifier *id; /* NULL: none */
};

/* An entity of one of the records. Sorted by type, key and record. */
struct member {
    struct entity *entity;
    struct view key;
    uint32_t record;
    uint32_t index; /* in its record */
    int32_t part;   /* or NO_PART: it stays within its document */
    int32_t next;   /* of its part, or -1 */
};

/* Members of one name that are one entity, and, joined with others, a tree of a forest (Tarjan 1975). */
struct part {
    enum entity_type type;
    struct view key;
    struct profile profile; /* of a root: of all below it */
    int32_t first, last;    /* members; of a root: all of them */
    uint32_t count;         /* members of this part alone */
    uint32_t total;         /* of a root: of all below it */
    int32_t parent;         /* itself: a root */
};

struct merging {
    struct record *records;
    size_t record_count;
    struct arena *arena; /* given back when the keys are set */
    struct arena *keys;
    struct member *members;
    size_t member_count;
    int32_t *member_of; /* for each entity, record by record: its member */
    size_t *offsets;    /* where those of a record begin; one more than there are records */
    struct part *parts;
    size_t part_count, part_capacity;
};

/* The steps; false when there is no memory. */
bool merge_make_parts(struct merging *merging);
bool merge_link_parts(struct merging *merging);

/* Parts. */
int32_t merge_add_part(struct merging *merging, const struct member *member); /* -1: no memory */
void merge_add_member(struct merging *merging, int32_t part, int32_t member, const struct profile *profile);
int32_t merge_root(struct merging *merging, int32_t part);
void merge_join(struct merging *merging, int32_t a, int32_t b);

/* Profiles. */
struct profile merge_profile(const struct record *record, size_t entity);
bool merge_contradicts(const struct profile *a, const struct profile *b);
void merge_learn(struct profile *profile, const struct profile *other);

/* Company: the hashes of those who are named in the documents of some members, sorted, each once. */
struct company {
    uint64_t *names;
    size_t count;
};
bool merge_company_of(struct merging *merging, int32_t first_member, struct company *company);
size_t merge_shared_company(const struct company *a, const struct company *b);

#endif
