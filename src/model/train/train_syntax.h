/* train_syntax.h: the parts of the program train_syntax. Each trainer writes its sections into a folder, for
 * bundle_model. */
#ifndef HEARSAY_MODEL_TRAIN_TRAIN_SYNTAX_H
#define HEARSAY_MODEL_TRAIN_TRAIN_SYNTAX_H

#include "model/train/corpus.h"
#include "syntax/word.h"

/* Treebanks to learn from, each word described once. */
struct training {
    struct document corpus; /* gold */
    struct word *words;     /* one for each token of the corpus */
    struct token *tagged;   /* the tokens with tags as the tagger would give them to text it was not trained on */
    const char *folder;     /* where sections go */
    struct arena *arena;
};

/* Trains both passes of the tagger and writes their sections. Fills training->tagged by cross-validation: each part of
 * the corpus is tagged by a tagger trained on the others, so that the parser learns from tags as wrong as it will meet.
 */
int train_tagger(struct training *training, struct hearsay_error *error);

/* Learns the lemma rules and writes their section. */
int train_lemmas(const struct training *training, struct hearsay_error *error);

/* Trains the parser's three tables on training->tagged and writes their sections. */
int train_parser(const struct training *training, struct hearsay_error *error);

#endif
