#include <math.h>
#include <stdlib.h>

#include "model/train/clusters.h"

/* x ln x for the counts that come up all the time. */
#define TABLE_SIZE 65536

struct neighbours {
    struct cluster_pair *pairs; /* of all words, one after the other */
    size_t *first;              /* first[word] to first[word + 1] */
};

struct exchange {
    uint32_t classes;
    uint32_t *class_of;
    int32_t *right;  /* [class][next class] */
    int32_t *left;   /* [class][class before]: `right` turned round, so that both scans go along memory */
    int64_t *totals; /* words of each class */
    struct neighbours after, before;
    double *table;
    struct cluster_pair *class_after, *class_before; /* of the word in hand */
    uint32_t after_count, before_count;
    int64_t self; /* how often the word in hand follows itself */
    int64_t total;
    int32_t *scratch; /* counts for each class, all zero between uses */
};

static double plogp(const struct exchange *exchange, int64_t x)
{
    return x < TABLE_SIZE ? exchange->table[x] : (double)x * log((double)x);
}

static int by_key(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

/* The distinct neighbours of each word, from the sorted bigrams (word in the high half). */
static void gather(struct neighbours *neighbours, uint64_t *keys, size_t count, uint32_t vocabulary)
{
    qsort(keys, count, sizeof *keys, by_key);
    neighbours->pairs = train_allocate(count, sizeof *neighbours->pairs);
    neighbours->first = train_allocate((size_t)vocabulary + 1, sizeof *neighbours->first);
    size_t pairs = 0, at = 0;
    for (uint32_t word = 0; word < vocabulary; word++) {
        neighbours->first[word] = pairs;
        while (at < count && keys[at] >> 32 == word) {
            size_t end = at;
            while (end < count && keys[end] == keys[at])
                end++;
            neighbours->pairs[pairs++] = (struct cluster_pair){(uint32_t)keys[at], (uint32_t)(end - at)};
            at = end;
        }
    }
    neighbours->first[vocabulary] = pairs;
}

static void count_neighbours(struct exchange *exchange, const struct cluster_corpus *corpus)
{
    size_t count = corpus->count - 1;
    uint64_t *keys = train_allocate(count, sizeof *keys);
    for (size_t i = 0; i < count; i++)
        keys[i] = (uint64_t)corpus->words[i] << 32 | corpus->words[i + 1];
    gather(&exchange->after, keys, count, corpus->vocabulary);
    for (size_t i = 0; i < count; i++)
        keys[i] = (uint64_t)corpus->words[i + 1] << 32 | corpus->words[i];
    gather(&exchange->before, keys, count, corpus->vocabulary);
    free(keys);
}

static void start(struct exchange *exchange, const struct cluster_corpus *corpus, uint32_t classes)
{
    size_t cells = (size_t)classes * classes;
    *exchange = (struct exchange){.classes = classes};
    exchange->class_of = train_allocate(corpus->vocabulary, sizeof *exchange->class_of);
    exchange->right = train_allocate(cells, sizeof *exchange->right);
    exchange->left = train_allocate(cells, sizeof *exchange->left);
    exchange->totals = train_allocate(classes, sizeof *exchange->totals);
    exchange->table = train_allocate(TABLE_SIZE, sizeof *exchange->table);
    exchange->class_after = train_allocate(classes, sizeof *exchange->class_after);
    exchange->class_before = train_allocate(classes, sizeof *exchange->class_before);
    exchange->scratch = train_allocate(classes, sizeof *exchange->scratch);
    for (int64_t i = 2; i < TABLE_SIZE; i++)
        exchange->table[i] = (double)i * log((double)i);
    for (uint32_t word = 0; word < corpus->vocabulary; word++)
        exchange->class_of[word] = word < classes ? word : word % (classes - 1) + 1;
    for (size_t i = 0; i < corpus->count; i++) {
        uint32_t here = exchange->class_of[corpus->words[i]];
        exchange->totals[here]++;
        if (i + 1 == corpus->count)
            break;
        uint32_t next = exchange->class_of[corpus->words[i + 1]];
        exchange->right[(size_t)here * classes + next]++;
        exchange->left[(size_t)next * classes + here]++;
    }
    count_neighbours(exchange, corpus);
}

/* The classes beside a word, without the word itself. */
static uint32_t classes_beside(struct exchange *exchange, const struct neighbours *neighbours, uint32_t word,
                               struct cluster_pair *out)
{
    uint32_t count = 0;
    for (size_t i = neighbours->first[word]; i < neighbours->first[word + 1]; i++) {
        struct cluster_pair pair = neighbours->pairs[i];
        exchange->total += pair.count;
        if (pair.other == word) {
            exchange->self = pair.count;
            continue;
        }
        uint32_t class = exchange->class_of[pair.other];
        if (exchange->scratch[class] == 0)
            out[count++].other = class;
        exchange->scratch[class] += (int32_t)pair.count;
    }
    for (uint32_t i = 0; i < count; i++) {
        out[i].count = (uint32_t)exchange->scratch[out[i].other];
        exchange->scratch[out[i].other] = 0;
    }
    return count;
}

/* Takes the word in hand out of a class (sign -1) or puts it in (+1). */
static void move_counts(struct exchange *exchange, uint32_t class, int32_t sign)
{
    size_t row = (size_t) class * exchange->classes;
    for (uint32_t i = 0; i < exchange->after_count; i++) {
        struct cluster_pair pair = exchange->class_after[i];
        exchange->right[row + pair.other] += sign * (int32_t)pair.count;
        exchange->left[(size_t)pair.other * exchange->classes + class] += sign * (int32_t)pair.count;
    }
    for (uint32_t i = 0; i < exchange->before_count; i++) {
        struct cluster_pair pair = exchange->class_before[i];
        exchange->left[row + pair.other] += sign * (int32_t)pair.count;
        exchange->right[(size_t)pair.other * exchange->classes + class] += sign * (int32_t)pair.count;
    }
    exchange->right[row + class] += sign * (int32_t)exchange->self;
    exchange->left[row + class] += sign * (int32_t)exchange->self;
    exchange->totals[class] += sign * exchange->total;
}

/* How much the likelihood rises when the word in hand, which is in no class now, joins `class`. */
static double gain(const struct exchange *exchange, uint32_t class)
{
    const int32_t *right = exchange->right + (size_t) class * exchange->classes;
    const int32_t *left = exchange->left + (size_t) class * exchange->classes;
    double sum = 0;
    int64_t diagonal = exchange->self;
    for (uint32_t i = 0; i < exchange->after_count; i++) {
        struct cluster_pair pair = exchange->class_after[i];
        if (pair.other == class)
            diagonal += pair.count;
        else
            sum += plogp(exchange, right[pair.other] + pair.count) - plogp(exchange, right[pair.other]);
    }
    for (uint32_t i = 0; i < exchange->before_count; i++) {
        struct cluster_pair pair = exchange->class_before[i];
        if (pair.other == class)
            diagonal += pair.count;
        else
            sum += plogp(exchange, left[pair.other] + pair.count) - plogp(exchange, left[pair.other]);
    }
    if (diagonal)
        sum += plogp(exchange, right[class] + diagonal) - plogp(exchange, right[class]);
    int64_t total = exchange->totals[class];
    return sum - 2 * (plogp(exchange, total + exchange->total) - plogp(exchange, total));
}

/* Class 0 holds the sentence boundary alone. Returns whether the word moved. */
static bool exchange_word(struct exchange *exchange, uint32_t word)
{
    uint32_t old = exchange->class_of[word], best = old;
    exchange->self = exchange->total = 0;
    exchange->after_count = classes_beside(exchange, &exchange->after, word, exchange->class_after);
    exchange->total = 0;
    exchange->before_count = classes_beside(exchange, &exchange->before, word, exchange->class_before);
    move_counts(exchange, old, -1);
    double best_gain = gain(exchange, old);
    for (uint32_t class = 1; class < exchange->classes; class ++) {
        double value = class == old ? best_gain : gain(exchange, class);
        if (value > best_gain + 1e-9) {
            best_gain = value;
            best = class;
        }
    }
    exchange->class_of[word] = best;
    move_counts(exchange, best, 1);
    return best != old;
}

uint32_t *cluster_exchange(const struct cluster_corpus *corpus, uint32_t classes, int rounds)
{
    struct exchange exchange;
    start(&exchange, corpus, classes);
    for (int round = 0; round < rounds; round++) {
        uint32_t moved = 0;
        for (uint32_t word = 1; word < corpus->vocabulary; word++)
            moved += exchange_word(&exchange, word);
        if (moved < corpus->vocabulary / 500)
            break;
    }
    free(exchange.right);
    free(exchange.left);
    free(exchange.totals);
    free(exchange.table);
    free(exchange.class_after);
    free(exchange.class_before);
    free(exchange.scratch);
    free(exchange.after.pairs);
    free(exchange.after.first);
    free(exchange.before.pairs);
    free(exchange.before.first);
    return exchange.class_of;
}
