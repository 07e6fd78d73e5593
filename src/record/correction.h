/* correction.h: one correction in memory, between reading and applying it. Private to the room. */
#ifndef HEARSAY_RECORD_CORRECTION_H
#define HEARSAY_RECORD_CORRECTION_H

#include <stdatomic.h>

#include "entity/country.h"
#include "record/corrections.h"
#include "record/revise.h"

enum correction_kind { CORRECTION_SAME, CORRECTION_SPLIT, CORRECTION_ENTITY, CORRECTION_CLAIM };

/* Who is meant: somebody of this name or alias, of this type and country where they are given. */
struct entity_pattern {
    struct view name;
    struct view key; /* name_key of it */
    bool typed;
    enum entity_type type;
    const struct country *country; /* NULL: any */
};

/* Which claim is meant. Words are compared as name_key makes them: without case, accents and punctuation. */
struct claim_pattern {
    struct view sentence; /* words of its sentence */
    struct view cue;      /* its cue, or {NULL, 0} */
    struct view content;  /* its content, or {NULL, 0} */
};

/* What an entity is from now on; what is not `given` stays. */
struct entity_change {
    struct view name; /* {NULL, 0}: stays */
    bool typed;
    enum entity_type type;
    bool country_given;
    const struct country *country; /* NULL: none */
    struct entity_identifier *ids;
    size_t id_count;
};

/* The lists of a claim that a correction may give: its sources, and its targets by their roles. */
enum { ACTOR_LISTS = 4 };

struct actor_list {
    bool given;
    struct entity_pattern *actors;
    size_t count;
};

struct correction {
    enum correction_kind kind;
    struct view document;            /* id; {NULL, 0}: every one */
    const char *place;               /* FILE:LINE */
    struct view digest;              /* of what it says, as records note it */
    struct entity_pattern *entities; /* CORRECTION_SAME: all of them; else the one that is meant */
    size_t entity_count;
    struct claim_pattern claim;
    struct view *where; /* CORRECTION_SPLIT: words of the sentences that mean the other one */
    size_t where_count;
    bool drop;
    struct entity_change change;
    struct actor_list actors[ACTOR_LISTS]; /* 0: sources; 1 + enum claim_role: targets, addressees, topics */
    bool has_relation;
    enum claim_relation relation;
    atomic_bool met; /* its words were found in a record */
};

struct corrections {
    struct arena *arena;
    const char *name; /* of the file, without its folders */
    struct correction *items;
    size_t count, capacity;
};

/* How it went with one record. */
enum correction_outcome {
    CORRECTION_ABSENT, /* what it is about is not there */
    CORRECTION_APPLIED,
    CORRECTION_FAILED, /* it is, but the correction cannot be applied: `why` tells */
    CORRECTION_NO_MEMORY,
};

/* A record that corrections are applied to, one after the other. */
struct correcting {
    struct revision revision;
    struct view *sentences; /* for each claim: its sentence as name_key makes it; NULL: not made yet */
    bool changed;           /* revision_finish is due */
    char why[160];
};

enum correction_outcome correct_entity(struct correcting *correcting, const struct correction *correction);
enum correction_outcome correct_claim(struct correcting *correcting, const struct correction *correction);

/* The entities that a pattern means: those whose name it is, else those whose alias it is. Writes at most `room`
 * indices and returns how many there are. */
size_t correction_find(const struct correcting *correcting, const struct entity_pattern *pattern, int32_t *found,
                       size_t room);

/* The one entity that is meant. Else -1, and the outcome says whether nobody is or too many are. */
int32_t correction_find_one(struct correcting *correcting, const struct entity_pattern *pattern,
                            enum correction_outcome *outcome);

/* Whether the words stand next to each other in the sentence of a claim. */
bool correction_words_in(struct correcting *correcting, size_t claim, struct view words);

/* Makes the sentences ready for correction_words_in; false when there is no memory. */
bool correction_read_sentences(struct correcting *correcting);

#endif
