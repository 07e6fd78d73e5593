/* claim.h: trees and entities -> claims: who said what about whom, with the words that say so. */
#ifndef HEARSAY_CLAIM_CLAIM_H
#define HEARSAY_CLAIM_CLAIM_H

#include "claim/relation.h"
#include "entity/entity.h"

enum claim_role { ROLE_TARGET, ROLE_ADDRESSEE, ROLE_TOPIC };
enum claim_quote { QUOTE_NONE, QUOTE_PARTIAL, QUOTE_FULL };
enum claim_certainty { CERTAINTY_ASSERTED, CERTAINTY_ALLEGED, CERTAINTY_POSSIBLE, CERTAINTY_HYPOTHETICAL };

/* A source or target: the whole noun phrase; `entity` is -1 where it is not known who it is. */
struct claim_actor {
    int32_t entity;
    struct span span;
    enum claim_role role; /* targets only */
};

struct claim {
    enum claim_relation relation;
    enum claim_kind kind; /* the relation's, but describe without blame is a statement under `say` */
    int stance;
    struct claim_actor *sources; /* every speaker of a coordination; none where the text names no one */
    size_t source_count;
    struct span relative; /* the pronoun through which the first source speaks, "X, [who] said"; empty: none */
    struct span cue;
    struct claim_actor *targets;
    size_t target_count;
    struct span *content; /* one or more ranges, first the main one; none: content_count 0 */
    size_t content_count;
    enum claim_quote quote;
    bool negated;
    enum claim_certainty certainty;
    int depth;
    int32_t within;         /* index of the claim in whose content this one stands, or -1 */
    int32_t answers;        /* index of the earlier claim that this one denies, or -1 */
    struct view date;       /* ISO, partial where the text is; {NULL, 0} */
    struct view *citations; /* labels of footnote marks inside or after the sentence */
    size_t citation_count;
    struct view *citations_before;
    size_t citation_before_count;
    struct span sentence;
    struct view rule; /* the frame and shape that found it, for people: "say/verb: nsubj + ccomp" */
    int confidence;   /* percent, 0 to 100: see confidence.h */
};

struct claim_set {
    struct claim *claims; /* in the order of their cues */
    size_t count, capacity;
};

/* Claims less likely than this, in percent, are not reported, unless somebody asks for more. */
enum { CLAIM_MIN_CONFIDENCE = 30 };

/* Finds the claims of a document that have at least CLAIM_MIN_CONFIDENCE. entity_actor may add groups to `entities`.
 * Everything lives in `arena`. */
int claim_extract(struct claim_set *set, const struct document *document, struct entity_set *entities,
                  struct arena *arena, struct hearsay_error *error);

/* Names as the record writes them, and back; the *_of return false for names that are none. */
const char *claim_role_name(enum claim_role role);
const char *claim_quote_name(enum claim_quote quote);
const char *claim_certainty_name(enum claim_certainty certainty);
bool claim_role_of(struct view name, enum claim_role *role);
bool claim_quote_of(struct view name, enum claim_quote *quote);
bool claim_certainty_of(struct view name, enum claim_certainty *certainty);

#endif
