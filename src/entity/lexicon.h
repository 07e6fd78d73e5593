/* lexicon.h: what entity knows of words: nouns for people and bodies, first names, organisations of several names.
 * Tables: nouns.tsv, first_names.tsv, organisations.tsv. */
#ifndef HEARSAY_ENTITY_LEXICON_H
#define HEARSAY_ENTITY_LEXICON_H

#include "base/view.h"

enum gender { GENDER_UNKNOWN, GENDER_MALE, GENDER_FEMALE };

/* The classes of nouns.tsv; a noun may be in several. */
enum noun_class {
    NOUN_OFFICE = 1,
    NOUN_POST = 2,
    NOUN_ASSOCIATE = 4,
    NOUN_PERSON = 8,
    NOUN_VAGUE = 16,
    NOUN_COLLECTIVE = 32,
    NOUN_STATE = 64,
    NOUN_BODY = 128,
    NOUN_COMPANY = 256,
    NOUN_UNIT = 512,
    NOUN_SPORT = 1024,
    NOUN_ART = 2048,
    NOUN_TRADE = 4096,
    NOUN_ROLE = NOUN_OFFICE | NOUN_POST | NOUN_ASSOCIATE | NOUN_PERSON, /* one person */
};

struct noun {
    const char *word;
    unsigned classes;
    enum gender gender;
};

struct known_organisation {
    const char *name;    /* the full one */
    const char *country; /* ISO 3166-1 alpha-2, or "" */
};

/* A noun by its lemma in lower case ("minister", "security service"); NULL where the table has none. Cost: a binary
 * search, as for the two below. */
const struct noun *lexicon_noun(struct view lemma);

/* Every word after the first tells only what kind of organisation it is: "Soufan Center", "Tianlong Motors". Given as
 * name_key makes it. */
bool lexicon_is_business(struct view key);

/* The gender of those who bear the first name that a name begins with, given as name_key makes it; hyphenated names go
 * by their first part. First names that are family names as well count only where more words follow. */
enum gender lexicon_first_name(struct view key);

/* An organisation that is known under several names. `name` is as it stands in the text: upper and lower case matter
 * for acronyms ("WHO", not "who"). NULL where the table has none. The same organisation gives the same pointer. */
const struct known_organisation *lexicon_organisation(struct view name);

/* The gender that a title or form of address tells: "Mr.", "Mrs", "Lady"; GENDER_UNKNOWN for others. */
enum gender lexicon_title_gender(struct view word);

/* A form of address or rank that stands before names and is no part of them: "Mr.", "Dr", "Sir", "Lt.", "Gen.". */
bool lexicon_is_title(struct view word);

#endif
