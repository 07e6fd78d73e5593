/* word.h: what the classifiers see of a word: hashes of its form and of parts of it, made once for each word. */
#ifndef HEARSAY_SYNTAX_WORD_H
#define HEARSAY_SYNTAX_WORD_H

#include "syntax/clusters.h"
#include "text/document.h"

#define WORD_SUFFIXES 5
#define WORD_PREFIXES 3

enum word_flag {
    WORD_TITLE = 1,   /* starts with a capital, has a small letter */
    WORD_UPPER = 2,   /* letters, all of them capitals */
    WORD_DIGIT = 4,   /* has a digit */
    WORD_HYPHEN = 8,  /* has a hyphen inside */
    WORD_LETTER = 16, /* has a letter */
    WORD_FIRST = 32,  /* opens its sentence, opening quotes and brackets aside */
};

/* All hashes are XXH3's; lower, prefixes and suffixes are of the form in lower case, with digits as 0 and typographic
 * quotes and dashes as ASCII ones. */
struct word {
    uint64_t form;
    uint64_t lower;
    uint64_t shape;                 /* "Xxx-dd": classes of characters, runs longer than 2 cut to 2 */
    uint64_t prefix[WORD_PREFIXES]; /* of 1, 2, 3 characters; the whole word where it is shorter */
    uint64_t suffix[WORD_SUFFIXES]; /* of 1 to 5 characters */
    uint32_t cluster;               /* 0: none */
    uint32_t cluster_short;         /* the first 4 bits of its path */
    uint32_t cluster_middle;        /* the first 6 */
    uint32_t cluster_long;          /* the first 10 */
    uint32_t flags;                 /* enum word_flag */
};

/* Describes one form. Only its first 256 bytes count. Cost: about ten short hashes. */
void word_describe(struct word *word, struct view form, const struct clusters *clusters);

/* Describes the words of one sentence and marks the first. */
void word_describe_sentence(struct word *words, const struct token *tokens, size_t count,
                            const struct clusters *clusters);

#endif
