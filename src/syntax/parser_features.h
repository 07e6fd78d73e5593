/* parser_features.h: templates over atoms, shared by the parser's three classifiers. An atom is one value seen at one place (the
 * tag of the stack's top); a template names up to four atoms, whose values are mixed into a feature. */
#ifndef HEARSAY_SYNTAX_PARSER_FEATURES_H
#define HEARSAY_SYNTAX_PARSER_FEATURES_H

#include "syntax/parser.h"

enum { ATTRIBUTE_WORD, ATTRIBUTE_TAG, ATTRIBUTE_UPOS, ATTRIBUTE_CLUSTER, ATTRIBUTE_LABEL, ATTRIBUTE_COUNT };

/* The atom of an attribute at a place; places are numbered by each classifier. */
#define ATOM(place, attribute) ((place) * ATTRIBUTE_COUNT + ATTRIBUTE_##attribute)

struct feature_template {
    uint8_t size; /* 1 to 4 */
    uint8_t atoms[4];
};

#define FEATURE1(a) {1, {a, 0, 0, 0}}
#define FEATURE2(a, b) {2, {a, b, 0, 0}}
#define FEATURE3(a, b, c) {3, {a, b, c, 0}}
#define FEATURE4(a, b, c, d) {4, {a, b, c, d}}

/* The value of every attribute of a place that holds no word. */
#define ATOM_ABSENT UINT64_C(0x7F4A7C15)

/* Writes the attributes of word `index` (NODE_NONE: absent) at atoms[place * ATTRIBUTE_COUNT]. */
void parser_fill_place(uint64_t *atoms, int place, const struct parser_input *input, const struct node *nodes, int32_t index);

/* What stands between two words (left < right): numbers of commas, verbs, conjunctions, nouns, quotation marks and brackets, each
 * cut off at a small one, in one value. */
uint64_t parser_between(const struct parser_input *input, int32_t left, int32_t right);

/* The distance of two words in classes 1, 2, 3, 4, 5-6, 7-10, more. */
uint64_t parser_distance(int32_t from, int32_t to);

/* Mixes the atoms of each template into features[0 .. count). */
void parser_apply_templates(uint64_t *features, const struct feature_template *templates, size_t count, const uint64_t *atoms);

#endif
