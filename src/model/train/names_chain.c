#include "model/train/names_chain.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define TAGS   CHAIN_TAGS
#define EDGES  (CHAIN_BEFORE * CHAIN_TAGS)
#define SLIGHT 2e-3f /* gradients below this are not worth a walk through memory */

static void *allocate(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory) {
        fputs("train_names: no memory\n", stderr);
        exit(3);
    }
    return memory;
}

static void *resize(void *memory, size_t count, size_t size)
{
    memory = realloc(memory, count * size);
    if (!memory) {
        fputs("train_names: no memory\n", stderr);
        exit(3);
    }
    return memory;
}

/* ---- rows
 * ------------------------------------------------------------------------------------------------------------- */

static void rehash(struct chain_rows *rows, size_t room)
{
    free(rows->slots);
    rows->room = room;
    rows->slots = allocate(room, sizeof *rows->slots);
    for (uint32_t row = 1; row < rows->count; row++) {
        size_t slot = (size_t)(rows->features[row] ^ rows->features[row] >> 32) & (room - 1);
        while (rows->slots[slot])
            slot = (slot + 1) & (room - 1);
        rows->slots[slot] = row;
    }
}

static void grow(struct chain_rows *rows, uint32_t capacity)
{
    rows->capacity = capacity;
    rows->rows = resize(rows->rows, capacity, sizeof *rows->rows);
    rows->features = resize(rows->features, capacity, sizeof *rows->features);
    rows->counts = resize(rows->counts, capacity, sizeof *rows->counts);
}

void chain_rows_start(struct chain_rows *rows)
{
    *rows = (struct chain_rows){.count = 1};
    grow(rows, 1024);
    memset(rows->rows, 0, sizeof *rows->rows);
    rows->features[0] = 0;
    rows->counts[0] = 0;
    rehash(rows, 4096);
}

void chain_rows_free(struct chain_rows *rows)
{
    free(rows->rows);
    free(rows->average);
    free(rows->features);
    free(rows->counts);
    free(rows->slots);
}

static size_t slot_of(const struct chain_rows *rows, uint64_t feature)
{
    size_t slot = (size_t)(feature ^ feature >> 32) & (rows->room - 1);
    while (rows->slots[slot] && rows->features[rows->slots[slot]] != feature)
        slot = (slot + 1) & (rows->room - 1);
    return slot;
}

uint32_t chain_row_find(const struct chain_rows *rows, uint64_t feature)
{
    return rows->slots[slot_of(rows, feature)];
}

uint32_t chain_row_add(struct chain_rows *rows, uint64_t feature)
{
    if (rows->count * 2ull > rows->room)
        rehash(rows, rows->room * 2);
    size_t slot = slot_of(rows, feature);
    if (!rows->slots[slot]) {
        if (rows->count == rows->capacity)
            grow(rows, rows->capacity * 2);
        memset(&rows->rows[rows->count], 0, sizeof *rows->rows);
        rows->features[rows->count] = feature;
        rows->counts[rows->count] = 0;
        rows->slots[slot] = rows->count++;
    }
    rows->counts[rows->slots[slot]]++;
    return rows->slots[slot];
}

void chain_rows_prune(struct chain_rows *rows, uint32_t least)
{
    uint32_t kept = 1;
    for (uint32_t row = 1; row < rows->count; row++)
        if (rows->counts[row] >= least) {
            rows->features[kept] = rows->features[row];
            rows->counts[kept++] = rows->counts[row];
        }
    rows->count = kept;
    memset(rows->rows, 0, kept * sizeof *rows->rows);
    rehash(rows, rows->room);
}

void chain_rows_reset(struct chain_rows *rows)
{
    memset(rows->rows, 0, rows->count * sizeof *rows->rows);
}

void chain_rows_forget(struct chain_rows *rows)
{
    free(rows->average);
    rows->average = NULL;
    rows->averaged = 0;
}

void chain_rows_average(struct chain_rows *rows)
{
    if (!rows->average)
        rows->average = allocate(rows->count, sizeof *rows->average);
    rows->averaged++;
    for (uint32_t row = 1; row < rows->count; row++)
        for (uint32_t tag = 0; tag < TAGS; tag++)
            rows->average[row][tag] += rows->rows[row].weight[tag];
}

/* ---- a sentence
 * ------------------------------------------------------------------------------------------------------- */

void chain_lattice_start(struct chain_lattice *lattice, uint32_t words)
{
    size_t count = (size_t)words + 1;
    lattice->scores = allocate(count * TAGS, sizeof(float));
    lattice->pairs = allocate(count * EDGES, sizeof(float));
    lattice->factors = allocate(count * EDGES, sizeof(double));
    lattice->forward = allocate(count * TAGS, sizeof(double));
    lattice->backward = allocate(count * TAGS, sizeof(double));
    lattice->free_edges = allocate(count * EDGES, sizeof(float));
    lattice->bound_edges = allocate(count * EDGES, sizeof(float));
}

void chain_lattice_free(struct chain_lattice *lattice)
{
    free(lattice->scores);
    free(lattice->pairs);
    free(lattice->factors);
    free(lattice->forward);
    free(lattice->backward);
    free(lattice->free_edges);
    free(lattice->bound_edges);
}

/* Whether a row sits this presentation out. Dropping features at random keeps the frequent ones (the word itself) from
 * doing all the work, so that those that unseen names have too learn theirs. Source: Srivastava et al. 2014. */
static bool is_dropped(const struct chain_sentence *sentence, uint32_t row)
{
    return sentence->drop && ((row ^ sentence->drop_seed) * 2654435761u) >> 24 < sentence->drop;
}

static void add_rows(const struct chain_rows *rows, const uint32_t *list, size_t count,
                     const struct chain_sentence *sentence, float *sums)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t tag = 0; !is_dropped(sentence, list[i]) && tag < TAGS; tag++)
            sums[tag] += rows->rows[list[i]].weight[tag];
}

/* The tags that can stand before word i. */
static uint32_t first_before(uint32_t i)
{
    return i == 0 ? NAMES_START : 0;
}

static uint32_t last_before(uint32_t i)
{
    return i == 0 ? NAMES_START : TAGS - 1;
}

void chain_score(const struct chain_rows *rows, const uint32_t *list, const struct chain_sentence *sentence,
                 struct chain_lattice *lattice)
{
    memset(lattice->scores, 0, sentence->count * TAGS * sizeof(float));
    memset(lattice->pairs, 0, (size_t)sentence->count * EDGES * sizeof(float));
    for (uint32_t i = 0; i < sentence->count; i++) {
        const struct chain_word *word = &sentence->words[i];
        const uint32_t *at = list + word->first;
        for (uint32_t k = 0; k < word->count; k++)
            __builtin_prefetch(&rows->rows[at[k]]);
        add_rows(rows, at, word->count, sentence, lattice->scores + i * TAGS);
        if (sentence->evidence)
            add_rows(rows, list + word->evidence_first, word->evidence, sentence, lattice->scores + i * TAGS);
        at += word->count;
        for (uint32_t before = first_before(i); before <= last_before(i); before++, at += word->pairs)
            add_rows(rows, at, word->pairs, sentence, lattice->pairs + (size_t)i * EDGES + before * TAGS);
    }
}

static double clamp(double x)
{
    return x > 60 ? 60 : x < -60 ? -60 : x;
}

static void exponentiate(const struct chain_sentence *sentence, struct chain_lattice *lattice)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        for (uint32_t before = first_before(i); before <= last_before(i); before++)
            for (uint32_t tag = 0; tag < TAGS; tag++) {
                size_t edge = (size_t)i * EDGES + before * TAGS + tag;
                double score = lattice->scores[i * TAGS + tag] + lattice->pairs[edge];
                lattice->factors[edge] = names_may_follow(before, tag) ? exp(clamp(score)) : 0;
            }
}

static bool is_allowed(const struct chain_word *word, uint32_t tag, bool bound)
{
    return !bound || word->allowed >> tag & 1;
}

/* Forward sums, each word's scaled to 1; returns the logarithm of the whole sum. */
static double go_forward(const struct chain_sentence *sentence, struct chain_lattice *lattice, bool bound)
{
    double whole = 0;
    for (uint32_t i = 0; i < sentence->count; i++) {
        double *here = lattice->forward + (size_t)i * TAGS, total = 0;
        for (uint32_t tag = 0; tag < TAGS; tag++) {
            here[tag] = 0;
            for (uint32_t before = first_before(i);
                 is_allowed(&sentence->words[i], tag, bound) && before <= last_before(i); before++)
                here[tag] +=
                    (i ? here[(int)before - TAGS] : 1) * lattice->factors[(size_t)i * EDGES + before * TAGS + tag];
            total += here[tag];
        }
        for (uint32_t tag = 0; tag < TAGS; tag++)
            here[tag] /= total;
        whole += log(total);
    }
    return whole;
}

static void go_backward(const struct chain_sentence *sentence, struct chain_lattice *lattice, bool bound)
{
    for (uint32_t i = sentence->count; i-- > 0;) {
        double *here = lattice->backward + (size_t)i * TAGS, total = 0;
        for (uint32_t tag = 0; tag < TAGS; tag++) {
            double sum = i + 1 == sentence->count ? 1 : 0;
            for (uint32_t after = 0; i + 1 < sentence->count && after < TAGS; after++)
                if (is_allowed(&sentence->words[i + 1], after, bound))
                    sum += here[TAGS + after] * lattice->factors[(size_t)(i + 1) * EDGES + tag * TAGS + after];
            here[tag] = sum;
            total += sum;
        }
        for (uint32_t tag = 0; tag < TAGS; tag++)
            here[tag] /= total;
    }
}

/* Probabilities of each tag after each tag, over all paths or over those that the marks allow; returns the logarithm of
 * their sum. */
static double edges(const struct chain_sentence *sentence, struct chain_lattice *lattice, bool bound, float *out)
{
    double whole = go_forward(sentence, lattice, bound);
    go_backward(sentence, lattice, bound);
    for (uint32_t i = 0; i < sentence->count; i++) {
        double values[EDGES], total = 0;
        for (uint32_t before = first_before(i); before <= last_before(i); before++)
            for (uint32_t tag = 0; tag < TAGS; tag++) {
                double reach = i ? lattice->forward[(size_t)(i - 1) * TAGS + before] : 1;
                double value = is_allowed(&sentence->words[i], tag, bound)
                                   ? reach * lattice->factors[(size_t)i * EDGES + before * TAGS + tag] *
                                         lattice->backward[(size_t)i * TAGS + tag]
                                   : 0;
                values[before * TAGS + tag] = value;
                total += value;
            }
        for (uint32_t before = first_before(i); before <= last_before(i); before++)
            for (uint32_t tag = 0; tag < TAGS; tag++)
                out[(size_t)i * EDGES + before * TAGS + tag] = (float)(values[before * TAGS + tag] / total);
    }
    return whole;
}

/* ---- learning
 * --------------------------------------------------------------------------------------------------------- */

struct pace {
    float rate, sparsity;
};

static void move_row(struct chain_row *row, const float *gradient, struct pace pace)
{
    for (uint32_t tag = 0; tag < TAGS; tag++) {
        if (fabsf(gradient[tag]) < SLIGHT)
            continue;
        row->squares[tag] += gradient[tag] * gradient[tag];
        float pitch = pace.rate / sqrtf(row->squares[tag] + 1e-2f), shrink = pitch * pace.sparsity;
        float weight = row->weight[tag] - pitch * gradient[tag];
        row->weight[tag] = weight > shrink ? weight - shrink : weight < -shrink ? weight + shrink : 0;
    }
}

static void move_rows(struct chain_rows *rows, const uint32_t *list, size_t count,
                      const struct chain_sentence *sentence, const float *gradient, struct pace pace)
{
    bool slight = true;
    for (uint32_t tag = 0; tag < TAGS; tag++)
        slight = slight && fabsf(gradient[tag]) < SLIGHT;
    for (size_t i = 0; !slight && i < count; i++)
        if (list[i] != CHAIN_NO_ROW && !is_dropped(sentence, list[i]))
            move_row(&rows->rows[list[i]], gradient, pace);
}

static void learn_word(struct chain_rows *rows, const uint32_t *list, const struct chain_sentence *sentence, uint32_t i,
                       const struct chain_lattice *lattice, struct pace pace)
{
    const struct chain_word *word = &sentence->words[i];
    const uint32_t *at = list + word->first + word->count;
    float whole[TAGS] = {0};
    for (uint32_t before = first_before(i); before <= last_before(i); before++, at += word->pairs) {
        float gradient[TAGS];
        for (uint32_t tag = 0; tag < TAGS; tag++) {
            size_t edge = (size_t)i * EDGES + before * TAGS + tag;
            gradient[tag] = sentence->weight * (lattice->free_edges[edge] - lattice->bound_edges[edge]);
            whole[tag] += gradient[tag];
        }
        move_rows(rows, at, word->pairs, sentence, gradient, pace);
    }
    move_rows(rows, list + word->first, word->count, sentence, whole, pace);
    if (sentence->evidence)
        move_rows(rows, list + word->evidence_first, word->evidence, sentence, whole, pace);
}

double chain_learn(struct chain_rows *rows, const uint32_t *list, const struct chain_sentence *sentence,
                   struct chain_lattice *lattice, float rate, float sparsity)
{
    chain_score(rows, list, sentence, lattice);
    exponentiate(sentence, lattice);
    double all = edges(sentence, lattice, false, lattice->free_edges);
    double right = edges(sentence, lattice, true, lattice->bound_edges);
    for (uint32_t i = 0; i < sentence->count; i++)
        learn_word(rows, list, sentence, i, lattice, (struct pace){rate, sparsity});
    return all - right;
}
