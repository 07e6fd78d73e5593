/* merge.h: the steps of merging, and what they share. Private to the room; merger.h is what others see.
 *
 *   merge.c          the order of the steps, keys
 *   merge_describe.c records -> members and their descriptions
 *   merge_parts.c    entities of one name -> parts: those that country, field and identifier do not tell apart
 *   merge_links.c    parts of several names that are one: identifiers, aliases, acronyms, spelling, initials
 *   merge_forest.c   parts joined to what they are parts of
 *   merge_company.c  who is spoken of together with whom, to settle what names leave open
 *
 * Everything is computed from the whole set in an order that the set alone gives: the same set, the same keys. */
#ifndef HEARSAY_RECORD_MERGE_H
#define HEARSAY_RECORD_MERGE_H

#include "base/seen.h"
#include "entity/name_key.h"
#include "record/merger.h"

enum { NO_PART = -1, LEAST_COMPANY = 2 };

/* What a person is known for, by their roles; two people of one name in different fields are two. */
enum field { FIELD_UNKNOWN, FIELD_STATE, FIELD_SPORT, FIELD_ART };

/* What tells entities of one name apart. Two contradict each other where both know something and it is not the same. */
struct profile {
    char country[3];                    /* "": unknown */
    uint8_t fields;                     /* bits 1u << enum field */
    const struct entity_identifier *id; /* NULL: none */
};

enum link_kind {
    LINK_NAME,
    LINK_ALIAS,
    LINK_SHORT, /* an alias of an organisation that leaves words of its name out: whose Foreign Ministry? */
};

/* An alias that tells something outside its document. */
struct known_alias {
    struct view key;
    enum link_kind kind;
};

/* What a record says of an entity: one for all that say the same. */
struct description {
    enum entity_type type;
    struct profile profile;
    struct view key; /* of its name */
    uint64_t hash;   /* of the key */
    struct known_alias *aliases;
    const struct entity_identifier *ids;
    uint32_t alias_count, id_count;
    uint32_t name;  /* the place of type and key in the order of all; set by merger_finish */
    int32_t linked; /* the part that its links were last added for */
};

/* An entity of one of the records; those of a record stand side by side. */
struct member {
    uint32_t description;
    uint32_t record;
    int32_t part; /* or NO_PART: it stays within its document */
    int32_t next; /* of its part, or -1 */
};

/* Members of one name that are one entity, and, joined with others, a tree of a forest (Tarjan 1975). */
struct part {
    enum entity_type type;
    struct profile profile; /* of a root: of all below it */
    struct view key;        /* of the name */
    struct view entity_key; /* of a root, in the end: what the records get */
    int32_t first, last;    /* members; of a root: all of them */
    uint32_t count;         /* members of this part alone */
    uint32_t total;         /* of a root: of all below it */
    int32_t parent;         /* itself: a root */
};

struct merged_record {
    struct view id;
    size_t first; /* member */
};

struct merger {
    struct arena *arena;   /* of what is known of the records */
    struct arena *scratch; /* of a record that is being added */
    struct seen *known;    /* numbers the descriptions */
    struct description *descriptions;
    size_t description_count, description_capacity;
    struct member *members;
    size_t member_count, member_capacity;
    struct merged_record *records; /* one more than there are: where the members end */
    size_t record_count, record_capacity;

    /* While the keys are made, and afterwards: */
    struct arena *work;
    struct arena *bunch; /* of what is needed for one name or one kind of link alone */
    uint32_t *order;     /* the records by id */
    uint32_t *by_name;   /* the members by type, name and record */
    uint32_t *names;     /* where those of a name begin in by_name; one more than there are names */
    size_t name_count;
    struct part *parts;
    size_t part_count, part_capacity;
    size_t entity_count;
};

/* The steps; false when there is no memory. */
bool merge_make_parts(struct merger *merger);
bool merge_link_parts(struct merger *merger);

static inline struct description *merge_description(const struct merger *merger, const struct member *member)
{
    return &merger->descriptions[member->description];
}

static inline size_t merge_record_end(const struct merger *merger, size_t record)
{
    return record + 1 < merger->record_count ? merger->records[record + 1].first : merger->member_count;
}

/* Parts. */
int32_t merge_add_part(struct merger *merger, const struct description *description); /* -1: no memory */
void merge_add_member(struct merger *merger, int32_t part, uint32_t member, const struct profile *profile);
int32_t merge_root(struct merger *merger, int32_t part);
void merge_join(struct merger *merger, int32_t a, int32_t b);

/* Profiles. */
bool merge_contradicts(const struct profile *a, const struct profile *b);
void merge_learn(struct profile *profile, const struct profile *other);

/* Company: the hashes of those who are named in the documents of some members, sorted, each once; in merger->bunch. */
struct company {
    uint64_t *names;
    size_t count;
};
bool merge_company_of(struct merger *merger, int32_t first_member, struct company *company);
size_t merge_shared_company(const struct company *a, const struct company *b);

#endif
