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

/* Bytes of workspace for a sentence of `count` words. */
size_t parser_workspace(const struct parser *parser, size_t count);

/* Tags a sentence and, where `tree` is asked for, builds its tree: fills upos, xpos (not what tokens[i].given has),
 * head (an index in the document, from `first` on) and deprel. Exactly one root. `count` is 1 to 65534. workspace
 * parser_workspace(parser, count) bytes, 64-byte aligned Cost: about 0.9 million multiplications a word, and 100 for
 * each pair of words. */
void parser_run(const struct parser *parser, const struct word *words, struct token *tokens, size_t count,
                int32_t first, bool tree, void *workspace);

#endif
