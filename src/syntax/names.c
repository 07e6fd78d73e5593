#include "syntax/names.h"

#include <stdlib.h>

#include "model/linear.h"
#include "syntax/names_evidence.h"
#include "syntax/names_features.h"
#include "syntax/names_rules.h"

#define TAGS       NAME_TAG_COUNT
#define PAIRS      ((NAME_TAG_COUNT + 1) * NAME_TAG_COUNT) /* scores of a word's tag after each tag before it */
#define IMPOSSIBLE (INT32_MIN / 2)

struct names {
    struct clusters clusters;
    struct linear linear;
    struct names_evidence *evidence;
    uint32_t capacity; /* words of the longest sentence so far */
    struct names_word *words;
    int32_t *scores; /* [word][TAGS] */
    int32_t *pairs;  /* [word][PAIRS] */
    uint8_t *back;   /* [word][TAGS] */
    uint8_t *tags;   /* [word] */
};

int names_open(struct names **out, const struct model *model, struct hearsay_error *error)
{
    struct names *names = calloc(1, sizeof *names);
    *out = NULL;
    if (!names)
        return error_memory(error, "syntax");
    int code = clusters_open(&names->clusters, model_section(model, CLUSTERS_SECTION), error);
    if (code == 0)
        code = linear_open(&names->linear, model_section(model, NAMES_SECTION), NAMES_SECTION, TAGS, error);
    if (code == 0 && !(names->evidence = names_evidence_new()))
        code = error_memory(error, "syntax");
    if (code != 0) {
        names_close(names);
        return code;
    }
    *out = names;
    return 0;
}

static void free_scratch(struct names *names)
{
    free(names->words);
    free(names->scores);
    free(names->pairs);
    free(names->back);
    free(names->tags);
    names->words = NULL;
    names->scores = names->pairs = NULL;
    names->back = names->tags = NULL;
    names->capacity = 0;
}

void names_close(struct names *names)
{
    if (!names)
        return;
    free_scratch(names);
    names_evidence_free(names->evidence);
    free(names);
}

static int reserve(struct names *names, uint32_t count)
{
    if (count <= names->capacity)
        return 0;
    size_t room = (size_t)count + count / 2 + 64;
    free_scratch(names);
    names->words = calloc(room, sizeof *names->words);
    names->scores = calloc(room, TAGS * sizeof *names->scores);
    names->pairs = calloc(room, PAIRS * sizeof *names->pairs);
    names->back = calloc(room, TAGS);
    names->tags = calloc(room, 1);
    if (!names->words || !names->scores || !names->pairs || !names->back || !names->tags) {
        free_scratch(names);
        return HEARSAY_ERROR_MEMORY;
    }
    names->capacity = (uint32_t)room;
    return 0;
}

/* One step of Viterbi's algorithm: best[tag] for the words up to this one from best[before] up to the one before. */
static void step(const int32_t *scores, const int32_t *pairs, const int32_t *best, int32_t *next, uint8_t *back)
{
    for (uint32_t tag = 0; tag < TAGS; tag++) {
        int32_t top = IMPOSSIBLE;
        uint8_t from = 0;
        for (uint32_t before = 0; before < TAGS; before++) {
            if (!names_may_follow(before, tag) || best[before] <= IMPOSSIBLE)
                continue;
            int32_t value = best[before] + pairs[before * TAGS + tag];
            if (value > top) {
                top = value;
                from = (uint8_t)before;
            }
        }
        next[tag] = top <= IMPOSSIBLE ? IMPOSSIBLE : top + scores[tag];
        back[tag] = from;
    }
}

void names_best_path(const int32_t *scores, const int32_t *pairs, uint32_t count, uint8_t *back, uint8_t *tags)
{
    int32_t best[TAGS], next[TAGS];
    if (count == 0)
        return;
    for (uint32_t tag = 0; tag < TAGS; tag++)
        best[tag] = names_may_follow(NAMES_START, tag) ? scores[tag] + pairs[NAMES_START * TAGS + tag] : IMPOSSIBLE;
    for (uint32_t i = 1; i < count; i++) {
        step(scores + (size_t)i * TAGS, pairs + (size_t)i * PAIRS, best, next, back + (size_t)i * TAGS);
        memcpy(best, next, sizeof best);
    }
    tags[count - 1] = (uint8_t)linear_best(best, TAGS);
    for (uint32_t i = count - 1; i > 0; i--)
        tags[i - 1] = back[(size_t)i * TAGS + tags[i]];
}

/* Scores every word for every tag, and every tag after every other. */
static void score_sentence(struct names *names, uint32_t count)
{
    uint64_t features[NAMES_FEATURES];
    int32_t sums[LINEAR_CLASSES];
    for (uint32_t i = 0; i < count; i++) {
        size_t number = names_features(features, names->words, count, i);
        linear_score(&names->linear, features, number, sums);
        memcpy(names->scores + (size_t)i * TAGS, sums, TAGS * sizeof *sums);
        uint32_t first = i == 0 ? NAMES_START : 0, last = i == 0 ? NAMES_START : TAGS - 1;
        for (uint32_t before = first; before <= last; before++) {
            names_pair_features(features, names->words, i, before);
            linear_score(&names->linear, features, NAMES_PAIR_FEATURES, sums);
            memcpy(names->pairs + (size_t)i * PAIRS + before * TAGS, sums, TAGS * sizeof *sums);
        }
    }
}

static void add_evidence(struct names *names, const struct token *tokens, uint32_t count)
{
    uint64_t features[NAMES_EVIDENCE_FEATURES];
    int32_t sums[LINEAR_CLASSES];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t counts[NAMES_EVIDENCE_KINDS];
        if (!names_evidence_of(names->evidence, &names->words[i], tokens[i].name, counts))
            continue;
        size_t number = names_evidence_features(features, names->words, i, counts);
        linear_score(&names->linear, features, number, sums);
        for (uint32_t tag = 0; tag < TAGS; tag++)
            names->scores[(size_t)i * TAGS + tag] += sums[tag];
    }
}

static void keep_tags(struct names *names, struct token *tokens, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!(tokens[i].given & GIVEN_NAME))
            tokens[i].name = names->tags[i];
}

/* First reading: each sentence for itself. What it finds becomes evidence. */
static int read_sentence(struct names *names, struct token *tokens, uint32_t count)
{
    if (reserve(names, count) != 0)
        return HEARSAY_ERROR_MEMORY;
    names_describe(names->words, tokens, count, &names->clusters);
    score_sentence(names, count);
    names_best_path(names->scores, names->pairs, count, names->back, names->tags);
    keep_tags(names, tokens, count);
    return names_evidence_add(names->evidence, names->words, tokens, count);
}

/* Second reading, where the document disagrees with the first. */
static void read_again(struct names *names, struct token *tokens, uint32_t count)
{
    names_describe(names->words, tokens, count, &names->clusters);
    score_sentence(names, count);
    add_evidence(names, tokens, count);
    names_best_path(names->scores, names->pairs, count, names->back, names->tags);
    keep_tags(names, tokens, count);
}

/* Given tags may be at odds with found ones: a continuation without its beginning becomes a beginning. */
static void make_valid(struct token *tokens, uint32_t count)
{
    uint8_t before = NAMES_START;
    for (uint32_t i = 0; i < count; i++) {
        if (!names_may_follow(before, tokens[i].name))
            tokens[i].name--;
        before = tokens[i].name;
    }
}

static int list_names(struct document *document, const struct sentence *sentence, struct arena *arena)
{
    const struct token *tokens = document->tokens;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        if (name_tag_continues(tokens[i].name)) {
            document->names[document->name_count - 1].count++;
        } else if (name_tag_begins(tokens[i].name)) {
            struct name *grown =
                arena_grow(arena, document->names, document->name_count, &document->name_capacity, sizeof *grown);
            if (!grown)
                return HEARSAY_ERROR_MEMORY;
            document->names = grown;
            grown[document->name_count++] = (struct name){i, 1, name_tag_type(tokens[i].name)};
        }
    }
    return 0;
}

int names_tag(struct names *names, struct document *document, struct arena *arena, struct hearsay_error *error)
{
    names_evidence_clear(names->evidence);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        if (read_sentence(names, document->tokens + sentence->first, sentence->count) != 0)
            return error_memory(error, "syntax");
    }
    document->name_count = 0;
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        struct token *tokens = document->tokens + sentence->first;
        if (names_evidence_disputes(names->evidence, tokens, sentence->count))
            read_again(names, tokens, sentence->count);
    }
    names_apply_rules(document);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        make_valid(document->tokens + sentence->first, sentence->count);
        if (list_names(document, sentence, arena) != 0)
            return error_memory(error, "syntax");
    }
    return 0;
}
