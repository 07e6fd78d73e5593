/* revise.h: changes to a record that keep its references right: entities joined, added and dropped, claims dropped.
 * Indices stay as they are until revision_finish; what is gone is only marked. Private to the room. */
#ifndef HEARSAY_RECORD_REVISE_H
#define HEARSAY_RECORD_REVISE_H

#include "record/record.h"

struct revision {
    struct record *record;
    struct arena *arena;
    bool *entity_gone; /* one flag for each entity; those of one that was joined to another too */
    bool *claim_gone;
    size_t entity_capacity, flag_capacity;
};

/* Opens a record for changes; false when there is no memory. The lists of the record become copies in `arena`. */
bool revision_open(struct revision *revision, struct record *record, struct arena *arena);

/* Adds an entity without mentions and gives its index; -1 when there is no memory. */
int32_t revision_add(struct revision *revision, enum entity_type type, struct view name);

/* Makes `other` one with `kept`, which takes over its names, mentions, identifiers, affiliations and claims; false when
 * there is no memory. */
bool revision_join(struct revision *revision, int32_t kept, int32_t other);

/* Moves what lies within `span` (mentions, parts in claims, affiliations) from one entity to another. *moved counts. */
bool revision_move(struct revision *revision, int32_t from, int32_t to, struct span span, size_t *moved);

/* Adds a name to an entity's aliases unless it goes by it already; false when there is no memory. */
bool revision_add_alias(struct revision *revision, int32_t entity, struct view name);

/* Adds the identifiers of schemes that the entity has none of; false when there is no memory. */
bool revision_add_identifiers(struct entity *entity, const struct entity_identifier *ids, size_t count,
                              struct arena *arena);

/* Drops what is gone and numbers the rest anew: an entity that is gone leaves its parts in claims to nobody, a claim
 * within one that is gone stands within that one's own. Aliases, sources and affiliations that stand twice now stand
 * once. False when there is no memory. */
bool revision_finish(struct revision *revision);

#endif
