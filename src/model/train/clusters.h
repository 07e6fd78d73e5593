/* clusters.h: learning word classes from free text, the parts of the program train_clusters. */
#ifndef HEARSAY_MODEL_TRAIN_CLUSTERS_H
#define HEARSAY_MODEL_TRAIN_CLUSTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/view.h"

/* A text as word numbers: 0 stands between sentences, 1 for words seen too rarely, 2 and up are the vocabulary, most
 * frequent first. */
struct cluster_corpus {
    uint32_t *words;
    size_t count, capacity;
    struct view *forms; /* normalised spelling of each word number */
    uint32_t vocabulary;
};

/* A pair of neighbours and how often they stand so: `other` is a word or, during the exchange, a class. */
struct cluster_pair {
    uint32_t other;
    uint32_t count;
};

/* Reads files (CoNLL-U by their suffix, else plain text) and keeps the words seen at least `least` times. Exits with a
 * message where a file cannot be read. */
void cluster_corpus_read(struct cluster_corpus *corpus, char **paths, size_t count, uint32_t least);
void cluster_corpus_free(struct cluster_corpus *corpus);

/* Assigns every word a class below `classes` by moving one word at a time to where the likelihood of the class bigram
 * model rises most, `rounds` times through the vocabulary. Returns class_of[vocabulary], freed by the caller. Source:
 * Martin, Liermann and Ney 1998, section 3. Cost of a round: classes times the number of distinct neighbour pairs. */
uint32_t *cluster_exchange(const struct cluster_corpus *corpus, uint32_t classes, int rounds);

/* Joins classes two by two, always the pair that costs the least mutual information, and writes each class's path from
 * the root, a leading 1 bit and then one bit for each branch (cut at 31), to paths[classes]. Source: Brown et al. 1992,
 * section 3. Cost: classes^3. */
void cluster_tree(const struct cluster_corpus *corpus, const uint32_t *class_of, uint32_t classes, uint32_t *paths);

/* malloc that ends the program when there is no memory; zeroed. */
void *train_allocate(size_t count, size_t size);

#endif
