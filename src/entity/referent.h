/* referent.h: who and what a text speaks of at the moment, by salience. After Lappin & Leass 1994, "An Algorithm for
 * Pronominal Anaphora Resolution": a mention adds weight for its sentence and its grammatical role; all weights halve
 * with each new sentence. */
#ifndef HEARSAY_ENTITY_REFERENT_H
#define HEARSAY_ENTITY_REFERENT_H

#include "entity/resolver.h"

enum referent_kind { REFERENT_PERSON, REFERENT_ORGANISATION, REFERENT_COUNTRY, REFERENT_GROUP, REFERENT_THING };

enum { MOST_REFERENTS = 48, MOST_HEADS = 6 };

struct referent {
    int32_t entity; /* -1: an unnamed one */
    uint32_t head;  /* its latest mention that is no pronoun */
    enum referent_kind kind;
    enum gender gender;
    bool disguised; /* an organisation or place whose name begins with a first name: the tagger may have been wrong */
    bool plural;
    int salience;               /* of sentences before this one, halved with each */
    int here;                   /* of this sentence: the most salient mention in it */
    uint32_t heads[MOST_HEADS]; /* its latest mentions in this sentence */
    size_t head_count;
    enum deprel role; /* of its latest mention */
    uint32_t latest;  /* token of its latest mention, pronouns too */
    uint32_t age;     /* sentences since the latest */
    bool led;         /* it was the subject of the main clause of the latest sentence with a mention of it */
};

struct referents {
    struct referent items[MOST_REFERENTS];
    size_t count;
};

/* A new sentence: weights halve, who has faded is forgotten. */
void referents_begin_sentence(struct referents *referents);

/* Enters the noun or name with this head, or strengthens it. NULL where the token is no referent. */
struct referent *referents_mention(struct referents *referents, const struct resolver *resolver, uint32_t head);

/* A pronoun at `token` was found to mean it. */
void referent_strengthen(struct referent *referent, const struct document *document, uint32_t token);

#endif
