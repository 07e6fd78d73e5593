/* tagger.c: greedy tagging in two passes. */
#include "syntax/tagger.h"

#define NONE UINT64_C(0x5bd1e995) /* beyond the sentence's ends */

int tagger_open(struct tagger *tagger, const struct model *model, struct hearsay_error *error)
{
    struct view classes = model_section(model, TAGGER_SECTION_CLASSES);
    int code;

    tagger->classes = (const uint8_t *)classes.data;
    tagger->class_count = (uint32_t)(classes.length / 2);
    if (classes.length == 0 || classes.length > 2 * LINEAR_CLASSES)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "the model has no table \"%s\"", TAGGER_SECTION_CLASSES);
    for (uint32_t i = 0; i < tagger->class_count; i++)
        if (tagger->classes[2 * i] >= UPOS_COUNT || tagger->classes[2 * i + 1] >= XPOS_COUNT)
            return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "table \"%s\" holds tags that are none", TAGGER_SECTION_CLASSES);
    code = linear_open(&tagger->first, model_section(model, TAGGER_SECTION_FIRST), TAGGER_SECTION_FIRST, tagger->class_count, error);
    return code ? code : linear_open(&tagger->second, model_section(model, TAGGER_SECTION_SECOND), TAGGER_SECTION_SECOND,
                                     tagger->class_count, error);
}

static uint64_t *word_features(uint64_t *f, const struct word *w)
{
    *f++ = linear_feature1(1, w->form);
    *f++ = linear_feature1(2, w->lower);
    for (uint64_t k = 0; k < WORD_SUFFIXES; k++)
        *f++ = linear_feature2(3, k, w->suffix[k]);
    for (uint64_t k = 0; k < WORD_PREFIXES; k++)
        *f++ = linear_feature2(4, k, w->prefix[k]);
    *f++ = linear_feature2(5, w->shape, w->flags & WORD_FIRST);
    *f++ = linear_feature1(6, w->flags);
    *f++ = linear_feature1(7, w->cluster);
    *f++ = linear_feature2(8, w->cluster_middle, w->suffix[1]);
    *f++ = linear_feature2(9, w->shape, w->suffix[2]);
    return f;
}

static uint64_t *context_features(uint64_t *f, const struct word *const w[5])
{
    const struct word *here = w[2];

    for (uint64_t k = 0; k < 5; k++) {
        if (k == 2)
            continue;
        *f++ = linear_feature2(10, k, w[k] ? w[k]->lower : NONE);
        *f++ = linear_feature2(11, k, w[k] ? w[k]->cluster : NONE);
        if (k == 1 || k == 3) {
            *f++ = linear_feature2(12, k, w[k] ? w[k]->suffix[2] : NONE);
            *f++ = linear_feature2(13, k, w[k] ? w[k]->shape : NONE);
            *f++ = linear_feature3(14, k, w[k] ? w[k]->lower : NONE, here->lower);
            *f++ = linear_feature3(15, k, w[k] ? w[k]->cluster_long : NONE, here->cluster_long);
            *f++ = linear_feature3(16, k, w[k] ? w[k]->suffix[2] : NONE, here->suffix[2]);
        }
    }
    *f++ = linear_feature3(17, w[1] ? w[1]->cluster_long : NONE, here->lower, w[3] ? w[3]->cluster_long : NONE);
    *f++ = linear_feature3(18, w[3] ? w[3]->cluster_long : NONE, here->cluster_middle, w[4] ? w[4]->cluster_long : NONE);
    return f;
}

static uint64_t *tag_features(uint64_t *f, const struct word *here, const struct word *next, uint64_t last, uint64_t last_but_one)
{
    *f++ = linear_feature1(20, last);
    *f++ = linear_feature2(21, last, last_but_one);
    *f++ = linear_feature2(22, last, here->lower);
    *f++ = linear_feature2(23, last, here->suffix[2]);
    *f++ = linear_feature3(24, last, last_but_one, here->lower);
    *f++ = linear_feature2(25, last, here->cluster_long);
    *f++ = linear_feature2(26, last, next ? next->lower : NONE);
    *f++ = linear_feature3(27, last, here->cluster_middle, next ? next->cluster_middle : NONE);
    *f++ = linear_feature2(28, last_but_one, here->lower);
    *f++ = linear_feature2(29, last, here->shape);
    return f;
}

static uint64_t *second_pass_features(uint64_t *f, const struct word *here, uint64_t last, uint64_t own, uint64_t next, uint64_t after)
{
    *f++ = linear_feature1(30, own);
    *f++ = linear_feature1(31, next);
    *f++ = linear_feature2(32, next, after);
    *f++ = linear_feature2(33, last, next);
    *f++ = linear_feature2(34, next, here->lower);
    *f++ = linear_feature2(35, own, here->lower);
    *f++ = linear_feature3(36, last, own, next);
    *f++ = linear_feature3(37, last, here->lower, next);
    *f++ = linear_feature2(38, next, here->suffix[2]);
    return f;
}

size_t tagger_features(uint64_t *features, const struct word *words, size_t count, size_t i, const uint8_t *tags,
                       const uint8_t *before)
{
    const struct word *around[5];
    uint64_t *f = features;
    uint64_t last = i >= 1 ? tags[i - 1] : NONE, last_but_one = i >= 2 ? tags[i - 2] : NONE;

    for (size_t k = 0; k < 5; k++)
        around[k] = i + k >= 2 && i + k - 2 < count ? &words[i + k - 2] : NULL;
    f = word_features(f, &words[i]);
    f = context_features(f, around);
    f = tag_features(f, &words[i], around[3], last, last_but_one);
    if (before)
        f = second_pass_features(f, &words[i], last, before[i], i + 1 < count ? before[i + 1] : NONE,
                                 i + 2 < count ? before[i + 2] : NONE);
    return (size_t)(f - features);
}

/* The best class that agrees with what the input says of the word; the best of all where none does. */
static uint8_t choose(const struct tagger *tagger, const struct token *token, const int32_t *scores)
{
    int32_t best = -1;

    if (!(token->given & (GIVEN_UPOS | GIVEN_XPOS)))
        return (uint8_t)linear_best(scores, tagger->class_count);
    for (uint32_t i = 0; i < tagger->class_count; i++) {
        if ((token->given & GIVEN_UPOS && tagger->classes[2 * i] != token->upos) ||
            (token->given & GIVEN_XPOS && tagger->classes[2 * i + 1] != token->xpos))
            continue;
        if (best < 0 || scores[i] > scores[best])
            best = (int32_t)i;
    }
    return (uint8_t)(best < 0 ? (int32_t)linear_best(scores, tagger->class_count) : best);
}

static void pass(const struct tagger *tagger, const struct linear *table, const struct word *words, const struct token *tokens,
                 size_t count, const uint8_t *before, uint8_t *tags)
{
    uint64_t features[TAGGER_FEATURES];
    int32_t scores[LINEAR_CLASSES];

    for (size_t i = 0; i < count; i++) {
        linear_score(table, features, tagger_features(features, words, count, i, tags, before), scores);
        tags[i] = choose(tagger, &tokens[i], scores);
    }
}

void tagger_tag(const struct tagger *tagger, const struct word *words, struct token *tokens, size_t count, uint8_t *scratch)
{
    uint8_t *before = scratch, *tags = scratch + count;

    pass(tagger, &tagger->first, words, tokens, count, NULL, before);
    pass(tagger, &tagger->second, words, tokens, count, before, tags);
    for (size_t i = 0; i < count; i++) {
        if (!(tokens[i].given & GIVEN_UPOS))
            tokens[i].upos = tagger->classes[2 * tags[i]];
        if (!(tokens[i].given & GIVEN_XPOS))
            tokens[i].xpos = tagger->classes[2 * tags[i] + 1];
    }
}
