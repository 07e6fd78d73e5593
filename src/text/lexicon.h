/* lexicon.h: the word lists of the tokeniser (the .tsv files beside this one). Lookups are binary searches without
 * allocation; forms may be in any case. */
#ifndef HEARSAY_TEXT_LEXICON_H
#define HEARSAY_TEXT_LEXICON_H

#include "base/view.h"

/* Kinds of abbreviations.tsv, in its words. */
enum lexicon_kind {
    LEXICON_NONE,
    LEXICON_TITLE,
    LEXICON_NUMBER,
    LEXICON_CAPITAL,
    LEXICON_PLAIN,
    LEXICON_INSIDE,
    LEXICON_PREFIX, /* of affixes.tsv */
    LEXICON_SUFFIX,
};

/* The kind of an abbreviation, its full stop left out; LEXICON_NONE for other words. */
enum lexicon_kind lexicon_abbreviation(struct view form);

/* LEXICON_PREFIX or LEXICON_SUFFIX for a part that a hyphen does not cut off; else LEXICON_NONE. */
enum lexicon_kind lexicon_affix(struct view form);

/* Kinds of words.tsv, as a set of bits; 0 for words that are not in it. */
enum { LEXICON_OPENER = 1, LEXICON_SPEECH = 2, LEXICON_ENDING = 4, LEXICON_UNIT = 8, LEXICON_REMARK = 16 };
unsigned lexicon_word(struct view form);

/* The words of a contraction like "cannot": fills the bytes of each and returns how many, 2 or 3; 0 for other words. */
int lexicon_contraction(struct view form, size_t sizes[3]);

#endif
