/* names_features.h: what the name finder sees of a word: the word, its neighbours, the run of capitalised words it
 * stands in, what the gazetteer knows, and how the same word was read elsewhere in the document. For the finder and its
 * trainer. */
#ifndef HEARSAY_SYNTAX_NAMES_FEATURES_H
#define HEARSAY_SYNTAX_NAMES_FEATURES_H

#include "syntax/word.h"

#define NAMES_FEATURES 320         /* room for the features of one word */
#define NAMES_PAIR_FEATURES 5      /* features of a word together with the tag before it */
#define NAMES_EVIDENCE_FEATURES 4  /* features of what the document says of a word */
#define NAMES_START NAME_TAG_COUNT /* stands for the tag before the first word */
#define NAMES_EVIDENCE_KINDS 5     /* the four types, and O for a capitalised word that is no name */

/* Where a word stands in a phrase of the gazetteer. */
enum names_place { NAMES_BEGIN, NAMES_INSIDE, NAMES_END, NAMES_WHOLE, NAMES_PLACES };

/* One word of a sentence, with all that takes more than a look at the word itself. */
struct names_word {
    struct word word;
    uint32_t gazetteer[NAMES_PLACES]; /* sets of enum gazetteer_kind */
    int32_t run_first, run_last;      /* the run of capitalised words around it; first > last: it stands in none */
    uint8_t upos, xpos;
    bool glued_before, glued_after; /* no space between it and its neighbour */
    bool capitals;                  /* in a sentence with hardly a small letter */
    bool acronym;                   /* spells the first letters of the run of words before it */
};

/* Describes the words of a sentence. The tags must be there. Cost: linear in words. */
void names_describe(struct names_word *words, const struct token *tokens, uint32_t count,
                    const struct clusters *clusters);

/* The features of word i; returns how many, at most NAMES_FEATURES. */
size_t names_features(uint64_t *features, const struct names_word *words, uint32_t count, uint32_t i);

/* The NAMES_PAIR_FEATURES features of word i after a word with tag `before`, or NAMES_START. */
void names_pair_features(uint64_t *features, const struct names_word *words, uint32_t i, uint32_t before);

/* The features of word i where its word was read counts[kind] times elsewhere in the document; returns how many, 0
 * where it was not seen. */
size_t names_evidence_features(uint64_t *features, const struct names_word *words, uint32_t i,
                               const uint32_t counts[NAMES_EVIDENCE_KINDS]);

/* Whether a word takes part in the document's evidence: it starts with a capital and is not a function word. */
bool names_bears_evidence(const struct names_word *word);

/* Whether `tag` may follow `before` (or NAMES_START): I-X only after B-X and I-X. */
static inline bool names_may_follow(uint32_t before, uint32_t tag)
{
    return !name_tag_continues((enum name_tag)tag) || before == tag || before + 1 == tag;
}

#endif
