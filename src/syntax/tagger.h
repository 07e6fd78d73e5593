/* tagger.h: part-of-speech tags, left to right, UPOS and XPOS as one class. Two passes: the second sees the tags that the first
 * gave to the words on both sides. */
#ifndef HEARSAY_SYNTAX_TAGGER_H
#define HEARSAY_SYNTAX_TAGGER_H

#include "model/linear.h"
#include "model/model.h"
#include "syntax/word.h"

#define TAGGER_FEATURES 64
#define TAGGER_SECTION_CLASSES "tagger.classes" /* two bytes for each class: enum upos, enum xpos */
#define TAGGER_SECTION_FIRST "tagger.first"
#define TAGGER_SECTION_SECOND "tagger.second"

struct tagger {
    struct linear first, second;
    const uint8_t *classes; /* classes[2 * c], classes[2 * c + 1] */
    uint32_t class_count;
};

/* Finds the tagger's sections in a model. */
int tagger_open(struct tagger *tagger, const struct model *model, struct hearsay_error *error);

/* Tags a sentence: fills upos and xpos where tokens[i].given does not say that they are there, and agrees with what is.
 * `scratch` has 2 * count bytes. Cost: two classifications a word. */
void tagger_tag(const struct tagger *tagger, const struct word *words, struct token *tokens, size_t count, uint8_t *scratch);

/* The features of word i, at most TAGGER_FEATURES; returns how many. For the trainers too.
 *   tags    classes chosen so far, [0, i)
 *   before  the first pass's classes of all words; NULL in the first pass */
size_t tagger_features(uint64_t *features, const struct word *words, size_t count, size_t i, const uint8_t *tags,
                       const uint8_t *before);

#endif
