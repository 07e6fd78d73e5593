/* train_tagger.c: both passes of the tagger, and tags by cross-validation. */
#include "model/train/train_syntax.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/train/perceptron.h"
#include "syntax/tagger.h"

#define FOLDS 10
#ifndef ROUNDS
#define ROUNDS 8
#endif
#define CLASS_LEAST 2 /* a pair of tags seen less often is a slip of the annotators */
#ifndef MARGIN
#define MARGIN 2.0f
#endif
#ifndef LEAST_UPDATES
#define LEAST_UPDATES 4
#endif
#ifndef FIRST_BYTES
#define FIRST_BYTES (1400u << 10)
#define SECOND_BYTES (1400u << 10)
#endif

/* What one run of training needs. */
struct tagging {
    const struct training *training;
    uint8_t classes[2 * LINEAR_CLASSES];
    uint32_t class_count;
    uint8_t *gold;   /* class of each token; class_count: a pair that is no class */
    uint8_t *before; /* first-pass classes by cross-validation */
    uint8_t *tags;   /* scratch: classes of the sentence at hand, one for each token of the corpus */
};

static void collect_classes(struct tagging *tagging)
{
    static uint32_t seen[UPOS_COUNT * XPOS_COUNT];
    const struct document *corpus = &tagging->training->corpus;
    uint8_t number[UPOS_COUNT * XPOS_COUNT];

    memset(seen, 0, sizeof seen);
    for (size_t i = 0; i < corpus->token_count; i++)
        seen[corpus->tokens[i].upos * XPOS_COUNT + corpus->tokens[i].xpos]++;
    for (uint32_t pair = 0; pair < UPOS_COUNT * XPOS_COUNT; pair++) {
        number[pair] = UINT8_MAX;
        if (seen[pair] < CLASS_LEAST || tagging->class_count == UINT8_MAX)
            continue;
        number[pair] = (uint8_t)tagging->class_count;
        tagging->classes[2 * tagging->class_count] = (uint8_t)(pair / XPOS_COUNT);
        tagging->classes[2 * tagging->class_count++ + 1] = (uint8_t)(pair % XPOS_COUNT);
    }
    for (size_t i = 0; i < corpus->token_count; i++)
        tagging->gold[i] = number[corpus->tokens[i].upos * XPOS_COUNT + corpus->tokens[i].xpos];
}

/* The best class but for `gold`. */
static uint32_t best_other(const float *scores, uint32_t classes, uint32_t gold)
{
    uint32_t best = gold == 0 ? 1 : 0;

    for (uint32_t i = 0; i < classes; i++)
        if (i != gold && scores[i] > scores[best])
            best = i;
    return best;
}

/* Tags a sentence while learning; the history is what the tagger itself chose. */
static int learn_sentence(const struct tagging *tagging, struct perceptron *perceptron, const struct sentence *sentence,
                          const uint8_t *before)
{
    uint64_t features[TAGGER_FEATURES];
    float scores[LINEAR_CLASSES];
    uint8_t *tags = tagging->tags + sentence->first;
    int code = 0;

    for (uint32_t i = 0; i < sentence->count && !code; i++) {
        uint32_t gold = tagging->gold[sentence->first + i], other;
        size_t count = tagger_features(features, tagging->training->words + sentence->first, sentence->count, i, tags, before);
        perceptron_score(perceptron, features, count, scores);
        tags[i] = (uint8_t)perceptron_best(perceptron, scores, NULL);
        perceptron_tick(perceptron);
        if (gold >= tagging->class_count)
            continue;
        other = best_other(scores, tagging->class_count, gold);
        if (scores[gold] >= scores[other] + MARGIN)
            continue;
        code = perceptron_update(perceptron, features, count, gold, 1);
        if (!code)
            code = perceptron_update(perceptron, features, count, other, -1);
    }
    return code;
}

/* Trains one pass on all sentences but those of one fold (fold FOLDS: on all). */
static int learn(const struct tagging *tagging, bool second, uint32_t fold, size_t bytes, struct view *section, struct hearsay_error *error)
{
    const struct document *corpus = &tagging->training->corpus;
    struct perceptron *perceptron = perceptron_new(tagging->class_count, LEAST_UPDATES);
    uint32_t *order = malloc(corpus->sentence_count * sizeof *order);
    uint64_t random = 1;
    int code = perceptron && order ? 0 : HEARSAY_ERROR_MEMORY;

    for (int round = 0; round < ROUNDS && !code; round++) {
        corpus_shuffle(order, corpus->sentence_count, &random);
        for (size_t i = 0; i < corpus->sentence_count && !code; i++) {
            const struct sentence *sentence = &corpus->sentences[order[i]];
            if (order[i] % FOLDS != fold)
                code = learn_sentence(tagging, perceptron, sentence, second ? tagging->before + sentence->first : NULL);
        }
    }
    code = code ? error_memory(error, "train") : perceptron_export(perceptron, bytes, section, error);
    perceptron_free(perceptron);
    free(order);
    return code;
}

/* Tags one fold with a finished table; the classes go to `out`. */
static int apply(const struct tagging *tagging, struct view section, bool second, uint32_t fold, uint8_t *out, struct hearsay_error *error)
{
    const struct document *corpus = &tagging->training->corpus;
    uint64_t features[TAGGER_FEATURES];
    int32_t scores[LINEAR_CLASSES];
    struct linear table;
    int code = linear_open(&table, section, "tagger", tagging->class_count, error);

    for (size_t s = fold; s < corpus->sentence_count && !code; s += FOLDS) {
        const struct sentence *sentence = &corpus->sentences[s];
        const uint8_t *before = second ? tagging->before + sentence->first : NULL;
        uint8_t *tags = out + sentence->first;
        for (uint32_t i = 0; i < sentence->count; i++) {
            size_t count = tagger_features(features, tagging->training->words + sentence->first, sentence->count, i, tags, before);
            linear_score(&table, features, count, scores);
            tags[i] = (uint8_t)linear_best(scores, table.classes);
        }
    }
    return code;
}

static int cross_validate(const struct tagging *tagging, bool second, uint8_t *out, struct hearsay_error *error)
{
    const struct document *corpus = &tagging->training->corpus;
    size_t right = 0;
    int code = 0;

    for (uint32_t fold = 0; fold < FOLDS && !code; fold++) {
        struct view section = {NULL, 0};
        code = learn(tagging, second, fold, second ? SECOND_BYTES : FIRST_BYTES, &section, error);
        if (!code)
            code = apply(tagging, section, second, fold, out, error);
        free((void *)(uintptr_t)section.data);
    }
    for (size_t i = 0; i < corpus->token_count; i++)
        right += out[i] == tagging->gold[i];
    fprintf(stderr, "tagger, pass %d: %.2f %% of the tag pairs right by cross-validation\n", second + 1,
            100.0 * (double)right / (double)corpus->token_count);
    return code;
}

static int learn_and_write(const struct tagging *tagging, bool second, size_t bytes, const char *name, struct hearsay_error *error)
{
    struct view section = {NULL, 0};
    int code = learn(tagging, second, FOLDS, bytes, &section, error);

    if (!code)
        code = corpus_write_section(tagging->training->folder, name, section, error);
    free((void *)(uintptr_t)section.data);
    return code;
}

int train_tagger(struct training *training, struct hearsay_error *error)
{
    size_t count = training->corpus.token_count;
    struct tagging tagging = {.training = training};
    uint8_t *second = arena_alloc(training->arena, count);
    int code;

    tagging.gold = arena_alloc(training->arena, count);
    tagging.before = arena_alloc(training->arena, count);
    tagging.tags = arena_alloc(training->arena, count);
    if (!second || !tagging.gold || !tagging.before || !tagging.tags)
        return error_memory(error, "train");
    collect_classes(&tagging);
    code = corpus_write_section(training->folder, TAGGER_SECTION_CLASSES,
                                (struct view){(const char *)tagging.classes, 2 * tagging.class_count}, error);
    if (!code)
        code = cross_validate(&tagging, false, tagging.before, error);
    if (!code)
        code = cross_validate(&tagging, true, second, error);
    if (!code)
        code = learn_and_write(&tagging, false, FIRST_BYTES, TAGGER_SECTION_FIRST, error);
    if (!code)
        code = learn_and_write(&tagging, true, SECOND_BYTES, TAGGER_SECTION_SECOND, error);
    for (size_t i = 0; i < count && !code; i++) {
        training->tagged[i].upos = tagging.classes[2 * second[i]];
        training->tagged[i].xpos = tagging.classes[2 * second[i] + 1];
    }
    return code;
}
