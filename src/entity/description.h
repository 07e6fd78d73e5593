/* description.h: stretches of words at a name that say who or what it is: "Belarusian president", "the head of the
 * bank". Found by the words more than by the trees, which break at long ones. */
#ifndef HEARSAY_ENTITY_DESCRIPTION_H
#define HEARSAY_ENTITY_DESCRIPTION_H

#include "entity/resolver.h"

/* Words [first, last]. */
struct description {
    uint32_t first;
    uint32_t last;
};

/* The description that ends just before token `end`; false where there is none. A determiner is its left edge, but the
 * one inside "head of the bank" is not. `classes` (enum noun_class) are those of the nouns that it may turn on. */
bool description_before(const struct resolver *resolver, uint32_t end, unsigned classes,
                        struct description *description);

/* The description that starts at a token and ends where its words do; false where there is none. */
bool description_after(const struct resolver *resolver, uint32_t start, struct description *description);

/* The noun that the description turns on: the last of the classes before the first adposition. -1: none. */
int32_t description_role(const struct resolver *resolver, const struct description *description, unsigned classes);

/* "foreign minister", "Chancellor of the Exchequer": the words of the role without whom it is of. */
struct view description_role_text(const struct resolver *resolver, const struct description *description,
                                  uint32_t role);

/* A noun of these classes in the singular. */
bool token_is_role(const struct resolver *resolver, uint32_t token, unsigned classes);

/* An adposition that may open a role's complement: "of", "for", "to", "at" ... */
bool token_opens_complement(const struct token *token);

/* A mention of a person covers the token. */
bool entity_is_person_at(const struct resolver *resolver, uint32_t token);

#endif
