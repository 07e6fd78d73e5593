/* country.h: the countries of the world, by every name they go by. Names and codes come from iso-codes at build time,
 * demonyms, capitals, seats of power and further names from countries.tsv. */
#ifndef HEARSAY_ENTITY_COUNTRY_H
#define HEARSAY_ENTITY_COUNTRY_H

#include "base/view.h"

struct country {
    const char *code; /* ISO 3166-1 alpha-2; "" for states without one (Soviet Union, Kosovo has XK) */
    const char *name; /* the common English name, as records give it */
};

/* What a word or phrase says of a country. */
enum country_word { COUNTRY_NAME, COUNTRY_DEMONYM, COUNTRY_CAPITAL, COUNTRY_SEAT /* "Kremlin", "White House" */ };

/* Looks a phrase up, as it stands in text ("the U.S.", "Tajikistani", "UK"); a leading "the" does not matter. Upper and
 * lower case matter for abbreviations ("US", not "us"). NULL where it is none. Cost: a binary search. */
const struct country *country_of(struct view phrase, enum country_word *kind);

const struct country *country_by_code(struct view code);

#endif
