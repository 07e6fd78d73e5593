/* parser.h: tags and dependency trees from the encoder's vectors: every word scores every other as its head, the best
 * tree is taken (Dozat & Manning 2017, "Deep biaffine attention for neural dependency parsing"; the relation by a
 * perceptron over both words as in Kiperwasser & Goldberg 2016). */
#ifndef HEARSAY_SYNTAX_PARSER_H
#define HEARSAY_SYNTAX_PARSER_H

#include "syntax/encoder.h"
#include "text/document.h"

struct parser {
    struct encoder encoder;
    struct network_matrix tags;      /* UPOS_COUNT + XPOS_COUNT rows */
    struct network_matrix head;      /* a word as a head ... */
    struct network_matrix dependent; /* ... and as a dependent, already turned toward heads */
    struct network_matrix bilinear;
    struct network_matrix liking;                      /* one row: how much a word likes to be a head at all */
    struct network_matrix label_head, label_dependent; /* into the hidden layer of the relation's perceptron */
    struct network_matrix label;                       /* DEPREL_COUNT rows */
};

int parser_open(struct parser *parser, const struct model *model, struct hearsay_error *error);

/* A sentence to be parsed. */
struct parser_sentence {
    struct token *tokens;
    size_t count;  /* 1 to PARSER_LONGEST */
    int32_t first; /* index of its first token in the document */
    bool tree;     /* a tree is wanted, not tags alone */
};

#define PARSER_LONGEST   1024 /* words of a sentence: what a tree costs grows with their square */
#define PARSER_SENTENCES 32   /* that are parsed together */

/* Bytes of workspace for sentences of `words` words in all. */
size_t parser_workspace(const struct parser *parser, size_t words);

/* Tags sentences and, where a tree is wanted, builds it: fills upos, xpos (not what a token's `given` has), head (an
 * index in the document) and deprel. Exactly one root each. Sentences are parsed faster together, and no differently.
 *   words      of all sentences, one after the other
 *   count      1 to PARSER_SENTENCES
 *   workspace  parser_workspace(parser, words) bytes, 64-byte aligned
 * Cost: about 1.3 million multiplications a word, and 100 for each pair of words. */
void parser_run(const struct parser *parser, const struct word *words, const struct parser_sentence *sentences,
                size_t count, void *workspace);

#endif
