/* parser_features.c: what the parser's classifiers share. */
#include "syntax/parser_features.h"

void parser_fill_place(uint64_t *atoms, int place, const struct parser_input *input, const struct node *nodes, int32_t index)
{
    uint64_t *at = atoms + place * ATTRIBUTE_COUNT;
    const struct parser_word *word;

    if (index == NODE_NONE) {
        for (int i = 0; i < ATTRIBUTE_COUNT; i++)
            at[i] = ATOM_ABSENT;
        return;
    }
    word = &input->words[index];
    at[ATTRIBUTE_WORD] = word->lower;
    at[ATTRIBUTE_TAG] = word->tag;
    at[ATTRIBUTE_UPOS] = word->upos;
    at[ATTRIBUTE_CLUSTER] = word->cluster;
    at[ATTRIBUTE_LABEL] = nodes[index].head == NODE_NONE ? ATOM_ABSENT : nodes[index].label;
}

static uint64_t at_most(unsigned value, unsigned most)
{
    return value > most ? most : value;
}

uint64_t parser_between(const struct parser_input *input, int32_t left, int32_t right)
{
    const struct parser_word *a = &input->words[left + 1], *b = &input->words[right];

    if (right <= left + 1)
        return 0;
    return at_most((unsigned)(b->commas - a->commas), 2) | at_most((unsigned)(b->verbs - a->verbs), 2) << 2 |
           at_most((unsigned)(b->conjunctions - a->conjunctions), 1) << 4 | at_most((unsigned)(b->nouns - a->nouns), 2) << 5 |
           at_most((unsigned)(b->marks - a->marks), 2) << 7;
}

uint64_t parser_distance(int32_t from, int32_t to)
{
    int32_t distance = to > from ? to - from : from - to;

    if (distance <= 4)
        return (uint64_t)distance;
    return distance <= 6 ? 5 : distance <= 10 ? 6 : 7;
}

void parser_apply_templates(uint64_t *features, const struct feature_template *templates, size_t count, const uint64_t *atoms)
{
    for (size_t i = 0; i < count; i++) {
        const struct feature_template *t = &templates[i];
        uint64_t hash = (i + 1) * UINT64_C(0xD6E8FEB86659FD93);
        for (size_t k = 0; k < t->size; k++)
            hash = linear_mix(hash, atoms[t->atoms[k]]);
        features[i] = linear_mix(hash, i);
    }
}
