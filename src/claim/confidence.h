/* confidence.h: how sure a claim is, in percent. Three logistic models over yes-or-no features of a found claim
 * (confidence.tsv): whether a careful reader marks the same claim, the same source, the same edge. Weights are integers
 * and so is all arithmetic: the same everywhere. */
#ifndef HEARSAY_CLAIM_CONFIDENCE_H
#define HEARSAY_CLAIM_CONFIDENCE_H

#include "claim/claim.h"

enum confidence_question {
    CONFIDENCE_CLAIM,  /* cue, source and half the content are right */
    CONFIDENCE_SOURCE, /* cue and source */
    CONFIDENCE_EDGE,   /* cue, source, targets and addressees, and that it is an accusation if it is one */
    CONFIDENCE_QUESTION_COUNT
};

enum { CONFIDENCE_WORDS = 3 };

/* A set of features: rows of confidence.tsv. */
struct claim_features {
    uint64_t bits[CONFIDENCE_WORDS];
};

/* The name of a question for programs: "claim", "source", "edge". */
const char *confidence_question_name(enum confidence_question question);

/* The question that a claim's confidence answers: what is aimed at somebody must have the right ends, whatever its content;
 * a bare "the accusation" is judged as a whole. */
enum confidence_question confidence_question_of(const struct claim *claim);

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
