/* linear.h: the core of every classifier here: scores = the sum of the weights of the features that are on.
 *
 * A feature is 64 bits, mixed from ids (no strings are built), and a table is an array of cache lines. A feature's
 * upper half names the one line where its weights may stand and its lower 16 bits are the tag they carry there; a line
 * holds 16 weights {tag, class, weight}. Scoring a feature is one memory access: the 16 tags are compared at once and
 * the weights that match are added to their classes' scores. A feature that was never trained costs the same and adds
 * nothing (a tag matches by chance once in 4,000 look-ups). Weights are int8 and sums int32: SIMD and portable code
 * give the same answers.
 *
 * Use: a task numbers its templates and mixes each with its values,
 *
 *     uint64_t feature[2] = {linear_feature2(1, tag[i - 1], tag[i - 2]), linear_feature1(2, word[i].lower)};
 *     int32_t scores[LINEAR_CLASSES];
 *     linear_score(&table, feature, 2, scores);
 *     int best = linear_best(scores, table.classes);
 *
 * Tables are written by model/train/linear_write.h from weights of the same features. Feature hashing: Weinberger et
 * al. 2009. */
#ifndef HEARSAY_MODEL_LINEAR_H
#define HEARSAY_MODEL_LINEAR_H

#include "base/error.h"
#include "base/view.h"

#define LINEAR_CLASSES    256 /* room that every array of scores must have: a damaged table cannot write beyond it */
#define LINEAR_LINE_SLOTS 16

/* One cache line of weights. Unused slots have weight 0. */
struct linear_line {
    uint16_t tag[LINEAR_LINE_SLOTS];
    uint8_t label[LINEAR_LINE_SLOTS];
    int8_t weight[LINEAR_LINE_SLOTS];
};

/* The section's first 64 bytes; lines follow. Little-endian. */
struct linear_header {
    uint32_t line_count;
    uint32_t classes;
    uint32_t scale; /* a weight of 1 in training is scale/65536 here; for comparing tables */
    uint32_t zero[13];
};

/* A table in place: borrowed from a model's section, nothing to free. */
struct linear {
    const struct linear_line *lines;
    uint32_t line_count;
    uint32_t classes; /* at most LINEAR_CLASSES */
};

/* Looks at a section's header. HEARSAY_ERROR_INPUT where the section is missing, cut short or not for `classes`
 * classes. */
int linear_open(struct linear *linear, struct view section, const char *name, uint32_t classes,
                struct hearsay_error *error);

/* Sets scores[0 .. classes) to the sums for `count` features. `scores` has room for LINEAR_CLASSES.
 * Cost: one cache line for each feature; all are asked for first, so their latencies overlap. */
void linear_score(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores);

/* As linear_score, without clearing the scores first. */
void linear_add(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores);

/* The portable twin of linear_add, kept for the test that they agree. */
void linear_add_portable(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores);

/* The class with the highest score; the lowest number among equals. */
uint32_t linear_best(const int32_t *scores, uint32_t classes);

/* Mixes a value into a hash: a multiplication by an odd constant (2^64 / golden ratio) and a fold of the upper half. */
static inline uint64_t linear_mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* Features of template number `template` over one to four values. Values are any 64 bits: ids, tags, XXH3 hashes. */
static inline uint64_t linear_feature1(uint64_t template, uint64_t a)
{
    return linear_mix(linear_mix(template * UINT64_C(0xD6E8FEB86659FD93), a), template);
}

static inline uint64_t linear_feature2(uint64_t template, uint64_t a, uint64_t b)
{
    return linear_mix(linear_mix(linear_mix(template * UINT64_C(0xD6E8FEB86659FD93), a), b), template);
}

static inline uint64_t linear_feature3(uint64_t template, uint64_t a, uint64_t b, uint64_t c)
{
    return linear_mix(linear_mix(linear_mix(linear_mix(template * UINT64_C(0xD6E8FEB86659FD93), a), b), c), template);
}

static inline uint64_t linear_feature4(uint64_t template, uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    return linear_mix(linear_feature3(template, a, b, c), d);
}

/* Where a feature's weights stand, and the tag they carry. */
static inline uint32_t linear_line_of(uint64_t feature, uint32_t line_count)
{
    return (uint32_t)((feature >> 32) * line_count >> 32);
}

static inline uint16_t linear_tag_of(uint64_t feature)
{
    return (uint16_t)feature;
}

#endif
