/* encoder.h: every word of a sentence as a vector that knows its neighbours: embeddings of the word and of its parts
 * (Bojanowski et al. 2017, "Enriching word vectors with subword information"), then bidirectional long short-term
 * memory layers. The first layer is pretrained to foretell the next and the previous word of free text (Peters et al.
 * 2018, "Deep contextualized word representations"). */
#ifndef HEARSAY_SYNTAX_ENCODER_H
#define HEARSAY_SYNTAX_ENCODER_H

#include "model/network.h"
#include "syntax/word.h"

#define ENCODER_AFFIXES     8   /* parts of a word: see encoder_affixes */
#define ENCODER_AFFIX       64  /* values for its parts */
#define ENCODER_INPUT       192 /* values for a word and its parts, padded to NETWORK_COLUMNS */
#define ENCODER_HIDDEN      128 /* of each direction */
#define ENCODER_OUTPUT      (2 * ENCODER_HIDDEN)
#define ENCODER_MOST_LAYERS 4
#define ENCODER_SCALE       (1.0f / 127.0f) /* of the output */

/* The vocabulary, an open hash table in place: `slots` is a power of two; a word's slot is its hash modulo slots, then
 * the next free one (hash 0). Rows 0, 1, 2 of the embedding are nothing, an unknown word, the root. How many rows,
 * values for a word and layers there are, the model decides. */
struct encoder {
    const uint64_t *hashes;
    const uint32_t *rows;
    uint32_t slots;
    uint32_t row_count;
    uint32_t affix_rows;
    uint32_t word_width;
    int layer_count;
    const int8_t *words;                                  /* [row_count][word_width] */
    const int8_t *affixes;                                /* [affix_rows][ENCODER_AFFIX] */
    struct network_memory layers[ENCODER_MOST_LAYERS][2]; /* forward, backward */
};

int encoder_open(struct encoder *encoder, const struct model *model, struct hearsay_error *error);

/* The rows of a word's parts, below `row_count`: prefixes of two and three characters, suffixes of one to four, shape,
 * cluster. For the trainer too. */
void encoder_affixes(const struct word *word, uint32_t row_count, uint32_t rows[ENCODER_AFFIXES]);

/* Bytes of workspace for `vectors` vectors (words and roots). */
size_t encoder_workspace(const struct encoder *encoder, size_t vectors);

/* Encodes sentences, each a root and its words: vectors of ENCODER_OUTPUT bytes and scale ENCODER_SCALE.
 *   words      the words of all sentences, one after the other
 *   sentences  where the vectors of each lie: count is its words and 1, the first one the root's
 *   workspace  encoder_workspace(encoder, vectors) bytes, 64-byte aligned; the result lies in it and is returned */
const int8_t *encoder_run(const struct encoder *encoder, const struct word *words,
                          const struct network_sequence *sentences, size_t sentence_count, void *workspace);

#endif
