/* names.h: training the name finder, the parts of the program train_names. */
#ifndef HEARSAY_MODEL_TRAIN_NAMES_H
#define HEARSAY_MODEL_TRAIN_NAMES_H

#include "model/linear.h"
#include "syntax/clusters.h"
#include "syntax/syntax.h"
#include "text/document.h"

#define NAMES_DOMAINS    8
#define NAMES_KIN_DOMAIN 2 /* encyclopaedia text by a guideline near to ours, see names_options.kinship */

/* A set of documents whose names are marked by one guideline. */
struct names_set {
    const char *path;
    uint32_t domain; /* 0: the guideline of hearsay; others have weights of their own beside the shared ones */
    float weight;    /* of its sentences in training */
    bool demonyms;   /* they are marked; else a word that may be one is left open */
};

/* A document with the tag of each token, or rather the set of tags that its marks leave open (bit = enum name_tag). */
struct names_document {
    struct document document;
    uint16_t *allowed;
    const struct names_set *set;
};

struct names_corpus {
    struct names_document *documents;
    size_t count, capacity;
    struct arena *arena;
};

/* Reads a set and adds its documents: JSON lines {"id","text","entities":[[start, end, type]],"other":[...]} by code
 * points, or lines `word TAB tag` (BIO) with an empty line between sentences for .tsv. The words and tags are made by
 * the text and syntax stages; without an analyser all tags are X. 0 or a negative hearsay_code. */
int names_corpus_read(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax,
                      struct hearsay_error *error);

/* How to train. */
struct names_options {
    int rounds;
    int runs;       /* the section is the average of so many runs, each with an order and dropped features of its own */
    float rate;     /* of AdaGrad (Duchi, Hazan and Singer 2011) */
    float sparsity; /* L1 penalty */
    uint32_t least; /* features seen less often are left out */
    uint32_t drop;  /* of 256 features so many are left out at random in each presentation */
    float kinship;  /* how much of NAMES_KIN_DOMAIN's own weights goes into the section */
    size_t bytes;   /* of the section, at most */
    uint64_t seed;
    int folds; /* parts that are read by a model of the others, for the evidence of documents; below 2: no evidence */
};

/* Trains a linear chain over the tags of all documents and makes the section. Features have a shared weight and one for
 * each domain (Daume 2007); the section holds the sum of the shared one, domain 0's and `kinship` times that of
 * NAMES_KIN_DOMAIN. The caller frees section->data. */
int names_train(const struct names_corpus *corpus, const struct clusters *clusters, const struct names_options *options,
                struct view *section, struct hearsay_error *error);

#endif
