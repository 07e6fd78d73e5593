/* confidence.h: how sure a claim is: the probability, in percent, that a careful reader marks the same. Three logistic
 * models over yes-or-no features of a found claim (confidence.tsv): the claim as a whole, its source, its target.
 * Weights are integers and so is all arithmetic: the same everywhere. */
#ifndef HEARSAY_CLAIM_CONFIDENCE_H
#define HEARSAY_CLAIM_CONFIDENCE_H

#include "claim/claim.h"

enum confidence_question { CONFIDENCE_CLAIM, CONFIDENCE_SOURCE, CONFIDENCE_TARGET, CONFIDENCE_QUESTION_COUNT };

/* Claims less likely than this, in percent, are not reported. */
enum { CONFIDENCE_MIN = 0 };

enum { CONFIDENCE_WORDS = 3 };

/* A set of features: rows of confidence.tsv. */
struct claim_features {
    uint64_t bits[CONFIDENCE_WORDS];
};

/* Percent, 1 to 99. Cost: a pass over the features. */
int confidence_percent(const struct claim_features *features, enum confidence_question question);

/* The rows of confidence.tsv, for those who explain: how many there are; the name of one ("source_pronoun"), what it
 * says to people, and what it adds to the log-odds, in thousandths. */
size_t confidence_row_count(void);
const char *confidence_row_name(size_t row);
const char *confidence_row_text(size_t row);
int confidence_row_weight(size_t row, enum confidence_question question);

static inline bool confidence_has(const struct claim_features *features, size_t row)
{
    return features->bits[row / 64] >> row % 64 & 1;
}

#endif
