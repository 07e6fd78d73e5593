/* antecedent.h: which referent a personal or possessive pronoun of the third person means. */
#ifndef HEARSAY_ENTITY_ANTECEDENT_H
#define HEARSAY_ENTITY_ANTECEDENT_H

#include "entity/referent.h"

enum number { NUMBER_SINGULAR, NUMBER_PLURAL };

struct pronoun {
    uint32_t token;
    enum gender gender;
    enum number number;
    bool neuter;
    bool possessive;
    bool reflexive;
    int32_t speaker; /* who says the quoted words that it is in, if known from an earlier sentence; else -1 */
};

/* The most likely of the referents that agree with the pronoun in gender, number and kind and that the syntax allows;
 * NULL: none is likely. Cost: referents times the depth of the tree. */
struct referent *antecedent_choose(struct referents *referents, const struct document *document,
                                   const struct pronoun *pronoun);

#endif
