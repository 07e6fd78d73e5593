/* gazetteer.h: names and words of names that are known beforehand: places, demonyms, names of people, organisations,
 * titles. What it says is evidence for the trained name finder, never the last word. The table is made at build time by
 * gazetteer.py from gazetteer_*.tsv and iso-codes. */
#ifndef HEARSAY_SYNTAX_GAZETTEER_H
#define HEARSAY_SYNTAX_GAZETTEER_H

#include "text/document.h"

/* X(enumerator, name in the tables). The order is part of the model: trained weights hang on it. */
#define GAZETTEER_KINDS(X)                                                                                             \
    X(COUNTRY, "country")                                                                                              \
    X(REGION, "region") X(CITY, "city") X(DEMONYM, "demonym") X(FIRST, "first") X(LAST, "last") X(PARTY, "party")      \
        X(BODY, "body") X(COMPANY, "company") X(MEDIA, "media") X(ARMED, "armed") X(UNION, "union")                    \
            X(SCHOOL, "school") X(CLUB, "club") X(TITLE, "title") X(ROLE, "role") X(ORGWORD, "orgword")                \
                X(PLACEWORD, "placeword") X(CALENDAR, "calendar") X(FAITH, "faith") X(PARTICLE, "particle")            \
                    X(EVENT, "event")
#define GAZETTEER_ENUMERATOR(e, n) GAZETTEER_##e,
enum gazetteer_kind { GAZETTEER_KINDS(GAZETTEER_ENUMERATOR) GAZETTEER_KIND_COUNT };

/* Kinds as a set: bit k stands for kind k. */
#define GAZETTEER_BIT(kind) (UINT32_C(1) << GAZETTEER_##kind)

/* A known phrase in a sentence. */
struct gazetteer_match {
    uint32_t count; /* its tokens; 0: none */
    uint32_t kinds;
};

/* The longest known phrase that starts at the first of `count` tokens. Spaces, hyphens, full stops and apostrophes do
 * not matter, case does, but a token all in capitals is also tried with one capital ("MOSCOW"). Cost: one look-up for
 * each token of the phrase and one more. */
struct gazetteer_match gazetteer_match(const struct token *tokens, uint32_t count);

/* The kinds of a phrase that is a whole entry; 0: none. */
uint32_t gazetteer_kinds(struct view phrase);

#endif
