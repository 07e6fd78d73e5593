/* relation.h: the two kinds and 27 relations of claims. CAMEO codes: Schrodt 2012, "CAMEO Conflict and Mediation Event
 * Observations Codebook" 1.1b3; the nearest code, so that users of event data can map them. */
#ifndef HEARSAY_CLAIM_RELATION_H
#define HEARSAY_CLAIM_RELATION_H

#include "base/view.h"

enum claim_kind { CLAIM_STATEMENT, CLAIM_ACCUSATION };

/* X(enumerator, name, CAMEO code, kind, stance toward the target) */
#define CLAIM_RELATIONS(X)                       \
    X(SAY, "say", "010", STATEMENT, 0)           \
    X(TELL, "tell", "010", STATEMENT, 0)         \
    X(CLAIM, "claim", "010", STATEMENT, 0)       \
    X(ANNOUNCE, "announce", "010", STATEMENT, 0) \
    X(PREDICT, "predict", "010", STATEMENT, 0)   \
    X(ACKNOWLEDGE, "acknowledge", "015", STATEMENT, 0) \
    X(DECLINE, "decline", "011", STATEMENT, 0)   \
    X(DENY, "deny", "016", STATEMENT, -1)        \
    X(REJECT, "reject", "120", STATEMENT, -1)    \
    X(ASK, "ask", "020", STATEMENT, 0)           \
    X(PROPOSE, "propose", "020", STATEMENT, 0)   \
    X(DEMAND, "demand", "100", STATEMENT, 0)     \
    X(PROMISE, "promise", "030", STATEMENT, 0)   \
    X(WARN, "warn", "130", STATEMENT, 0)         \
    X(PRAISE, "praise", "051", STATEMENT, 1)     \
    X(DEFEND, "defend", "052", STATEMENT, 1)     \
    X(APOLOGISE, "apologise", "055", STATEMENT, 1) \
    X(CONDOLE, "condole", "018", STATEMENT, 1)   \
    X(ACCUSE, "accuse", "112", ACCUSATION, -1)   \
    X(CRITICISE, "criticise", "111", ACCUSATION, -1) \
    X(CONDEMN, "condemn", "111", ACCUSATION, -1) \
    X(COMPLAIN, "complain", "114", ACCUSATION, -1) \
    X(DESCRIBE, "describe", "111", ACCUSATION, -1) \
    X(CHARGE, "charge", "115", ACCUSATION, -1)   \
    X(CONVICT, "convict", "116", ACCUSATION, -1) \
    X(INVESTIGATE, "investigate", "090", ACCUSATION, -1) \
    X(THREATEN, "threaten", "130", ACCUSATION, -1)

#define CLAIM_RELATION_ENUMERATOR(e, name, cameo, kind, stance) RELATION_##e,
enum claim_relation { CLAIM_RELATIONS(CLAIM_RELATION_ENUMERATOR) RELATION_COUNT };

struct claim_relation_facts {
    const char *name;
    const char *cameo;
    enum claim_kind kind;
    int stance;
};

/* The facts of a relation; never NULL for values of the enumeration. */
const struct claim_relation_facts *claim_relation_facts(enum claim_relation relation);
bool claim_relation_of(struct view name, enum claim_relation *relation);
const char *claim_kind_name(enum claim_kind kind); /* "statement", "accusation" */

#endif
