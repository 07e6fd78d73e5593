/* names_chain.h: the linear chain that the name finder is trained as: weights by feature, and what one sentence says of
 * them. */
#ifndef HEARSAY_MODEL_TRAIN_NAMES_CHAIN_H
#define HEARSAY_MODEL_TRAIN_NAMES_CHAIN_H

#include "syntax/names_features.h"

#define CHAIN_TAGS NAME_TAG_COUNT
#define CHAIN_BEFORE (NAME_TAG_COUNT + 1) /* tags before a word, NAMES_START too */
#define CHAIN_NO_ROW 0                    /* the row of features that were left out: all zero, never changed */

/* A feature's weights for all tags, with AdaGrad's sums of squares. */
struct chain_row {
    float weight[CHAIN_TAGS];
    float squares[CHAIN_TAGS];
};

/* Rows by feature. */
struct chain_rows {
    struct chain_row *rows;       /* rows[0] is CHAIN_NO_ROW */
    float (*average)[CHAIN_TAGS]; /* sums of the weights after each of `averaged` rounds */
    uint32_t averaged;
    uint64_t *features; /* of each row */
    uint32_t *counts;   /* how often it was asked for by chain_row_add */
    uint32_t count, capacity;
    uint32_t *slots; /* open addressing, row number; 0: free */
    size_t room;
};

/* Ready for use and empty; the program ends where there is no memory. */
void chain_rows_start(struct chain_rows *rows);
void chain_rows_free(struct chain_rows *rows);

/* The row of a feature, made where there is none, and counted. */
uint32_t chain_row_add(struct chain_rows *rows, uint64_t feature);

/* The row of a feature, CHAIN_NO_ROW where there is none. */
uint32_t chain_row_find(const struct chain_rows *rows, uint64_t feature);

/* Leaves only rows counted at least `least` times; numbers change. */
void chain_rows_prune(struct chain_rows *rows, uint32_t least);

/* All weights zero again; the averages stay, so that they can go over several runs. */
void chain_rows_reset(struct chain_rows *rows);

/* No averages any more. */
void chain_rows_forget(struct chain_rows *rows);

/* Adds the weights as they are to the averages. */
void chain_rows_average(struct chain_rows *rows);

/* The rows of one word's features. */
struct chain_word {
    size_t first;      /* in the array of rows */
    uint16_t count;    /* features of the word */
    uint16_t pairs;    /* rows for each tag before it */
    uint16_t evidence; /* rows for what the document says of it */
    size_t evidence_first;
    uint16_t allowed; /* tags that its mark leaves open */
};

struct chain_sentence {
    const struct chain_word *words;
    uint32_t count;
    float weight;
    bool evidence; /* use it this time */
    uint32_t drop; /* features left out this time, in 256ths; 0 when reading */
    uint32_t drop_seed;
};

/* Scratch for the longest sentence. */
struct chain_lattice {
    float *scores;                   /* [word][CHAIN_TAGS] */
    float *pairs;                    /* [word][CHAIN_BEFORE][CHAIN_TAGS] */
    double *factors;                 /* [word][CHAIN_BEFORE][CHAIN_TAGS]: exponentials of both */
    double *forward, *backward;      /* [word][CHAIN_TAGS] */
    float *free_edges, *bound_edges; /* [word][CHAIN_BEFORE][CHAIN_TAGS]: probabilities of tags after tags */
};
void chain_lattice_start(struct chain_lattice *lattice, uint32_t words);
void chain_lattice_free(struct chain_lattice *lattice);

/* Fills scores and pairs. `list` holds the rows that words point into. */
void chain_score(const struct chain_rows *rows, const uint32_t *list, const struct chain_sentence *sentence,
                 struct chain_lattice *lattice);

/* One step of AdaGrad on a sentence: toward what its marks allow, away from what the weights believe. Returns the loss,
 * minus the logarithm of the probability of the allowed paths. */
double chain_learn(struct chain_rows *rows, const uint32_t *list, const struct chain_sentence *sentence,
                   struct chain_lattice *lattice, float rate, float sparsity);

#endif
