/* train_lemmas.h: what the program train_lemmas learns from. */
#ifndef HEARSAY_MODEL_TRAIN_TRAIN_LEMMAS_H
#define HEARSAY_MODEL_TRAIN_TRAIN_LEMMAS_H

#include "model/train/corpus.h"
#include "syntax/word.h"

/* Treebanks to learn from, each word described once. */
struct training {
    struct document corpus; /* gold */
    struct word *words;     /* one for each token of the corpus */
    const char *folder;     /* where the section goes, for bundle_model */
    struct arena *arena;
};

/* Learns the lemma rules and writes their section. */
int train_lemmas(const struct training *training, struct hearsay_error *error);

#endif
