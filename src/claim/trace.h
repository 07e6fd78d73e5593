/* trace.h: what the matcher tells those who ask why: words that may be cues and made no claim, and what each claim's
 * confidence was made of. */
#ifndef HEARSAY_CLAIM_TRACE_H
#define HEARSAY_CLAIM_TRACE_H

#include "claim/claim.h"
#include "claim/confidence.h"

/* Why a word that may be a cue made no claim. */
enum claim_miss_reason {
    MISS_NONE,
    MISS_CLASS,         /* another part of speech than the table has, or part of a compound */
    MISS_COMPANION,     /* the word that must go with it is not there */
    MISS_SOURCE,        /* nobody speaks */
    MISS_TARGET,        /* nobody is spoken of */
    MISS_CONTENT,       /* nothing is said */
    MISS_CLAUSE,        /* nothing is said in a clause or quotation */
    MISS_ANY,           /* neither anybody spoken of nor anything said */
    MISS_EITHER,        /* neither a speaker nor anything said */
    MISS_COMPLEMENT,    /* what somebody is called is not there */
    MISS_ACTOR,         /* the subject cannot speak */
    MISS_NAMED,         /* only things are spoken of */
    MISS_FINITE,        /* the verb has no tense */
    MISS_PASSIVE,       /* the verb is active */
    MISS_CHARGES,       /* no charge follows */
    MISS_TALK,          /* what is refused is no speaking */
    MISS_PREPOSITION,   /* the preposition that opens what is said is not there */
    MISS_NOUN_SPEAKS,   /* its object is the cue: "issued a statement" */
    MISS_QUOTED_PERSON, /* "I", "we" or "you" within a quotation */
    MISS_SAID_ALREADY,  /* a claim with the same content stands before it */
    MISS_CONFIDENCE,    /* found, but less likely than the lowest confidence */
    MISS_UNKNOWN_WORD,  /* a verb with a speaker and a clause that the table does not know */
    MISS_REASON_COUNT
};

struct claim_miss {
    uint32_t token;
    enum claim_miss_reason reason;
    struct view rule; /* "accuse/accuse": the row of the table, and for a claim given up the whole rule; {NULL, 0} */
    int confidence;   /* MISS_CONFIDENCE: percent */
};

struct claim_trace {
    struct claim_miss *misses; /* in the order of the words */
    size_t count, capacity;
    struct claim_features *features; /* of each claim of the set */
};

/* claim_extract for those who want claims from another confidence on, in percent, or to know why: `trace` (NULL: not
 * wanted) lives in `arena` too. */
int claim_extract_traced(struct claim_set *set, struct claim_trace *trace, int min_confidence,
                         const struct document *document, struct entity_set *entities, struct arena *arena,
                         struct hearsay_error *error);

/* The name of a reason for programs ("no_source"), and what it says to people ("nobody speaks"). */
const char *claim_miss_name(enum claim_miss_reason reason);
const char *claim_miss_text(enum claim_miss_reason reason);

#endif
