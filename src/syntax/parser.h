/* parser.h: dependency trees by greedy arc-eager transitions, the move chosen first and the label second; a last pass gives every
 * arc its label again with the whole tree in view. */
#ifndef HEARSAY_SYNTAX_PARSER_H
#define HEARSAY_SYNTAX_PARSER_H

#include "model/linear.h"
#include "model/model.h"
#include "syntax/transitions.h"
#include "syntax/word.h"

#define PARSER_MOVE_FEATURES 160
#define PARSER_LABEL_FEATURES 128
#define PARSER_SECTION_MOVES "parser.moves"
#define PARSER_SECTION_LABELS "parser.labels"
#define PARSER_SECTION_RELABEL "parser.relabel"

struct parser {
    struct linear moves;   /* enum move */
    struct linear labels;  /* enum deprel, while the tree grows */
    struct linear relabel; /* enum deprel, when it is whole */
};

/* What the parser sees of a word, beside struct word. */
struct parser_word {
    uint64_t lower;
    uint32_t tag;     /* UPOS and XPOS as one number */
    uint32_t upos;
    uint32_t cluster;
    uint32_t cluster_short;
    uint32_t suffix;
    uint32_t quoted;  /* stands inside quotation marks */
    /* how many stand before this word in its sentence */
    uint16_t commas, verbs, conjunctions, nouns, marks;
};

/* A sentence as the feature functions see it. words[count] holds the totals of the counters. */
struct parser_input {
    const struct parser_word *words;
    int32_t count;
};

int parser_open(struct parser *parser, const struct model *model, struct hearsay_error *error);

/* Fills words[0 .. count] (one more than there are tokens) from described words and tagged tokens. */
void parser_describe(struct parser_word *words, const struct word *described, const struct token *tokens, size_t count);

/* Builds the tree of a sentence in state->nodes, labels and all. The root's label is DEPREL_ROOT. Cost: linear; at most 4 moves a
 * word. */
void parser_parse(const struct parser *parser, const struct parser_input *input, struct state *state);

/* Features, for the trainers too; each returns how many there are. */
size_t parser_move_features(uint64_t *features, const struct parser_input *input, const struct state *state);
size_t parser_label_features(uint64_t *features, const struct parser_input *input, const struct node *nodes, int32_t head,
                             int32_t child);
size_t parser_relabel_features(uint64_t *features, const struct parser_input *input, const struct node *nodes, int32_t child);

#endif
