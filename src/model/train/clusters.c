/* train_clusters: reads free text and treebanks, writes the model section "clusters" (src/syntax/clusters.h).
 *
 * usage: train_clusters [--classes N] [--least N] [--rounds N] -o OUT FILE...
 * FILE.conllu gives its words; other files are plain text, one paragraph or sentence a line. */
#include <stdio.h>
#include <stdlib.h>

#include <xxhash.h>

#include "model/train/clusters.h"
#include "syntax/clusters.h"

void *train_allocate(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory) {
        fputs("train_clusters: no memory\n", stderr);
        exit(3);
    }
    return memory;
}

/* The words with their classes as a hash table, open addressing; class c is cluster c + 1. */
static void fill_slots(const struct cluster_corpus *corpus, const uint32_t *class_of, uint32_t *fingerprints,
                       uint16_t *ids, uint32_t slots)
{
    for (uint32_t word = 2; word < corpus->vocabulary; word++) {
        uint64_t hash = XXH3_64bits(corpus->forms[word].data, corpus->forms[word].length);
        uint32_t slot = (uint32_t)hash & (slots - 1);
        while (ids[slot])
            slot = (slot + 1) & (slots - 1);
        fingerprints[slot] = (uint32_t)(hash >> 32);
        ids[slot] = (uint16_t)(class_of[word] + 1);
    }
}

static int write_section(const char *path, const struct cluster_corpus *corpus, const uint32_t *class_of,
                         uint32_t classes, const uint32_t *class_paths)
{
    uint32_t slots = 1024;
    while (slots < corpus->vocabulary + corpus->vocabulary / 4)
        slots *= 2;
    struct clusters_header header = {CLUSTERS_MAGIC, classes, slots, corpus->vocabulary - 2};
    uint32_t *paths = train_allocate((size_t)classes + 1, sizeof *paths);
    uint32_t *fingerprints = train_allocate(slots, sizeof *fingerprints);
    uint16_t *ids = train_allocate(slots, sizeof *ids);
    memcpy(paths + 1, class_paths, classes * sizeof *paths);
    fill_slots(corpus, class_of, fingerprints, ids, slots);

    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(&header, sizeof header, 1, file) == 1 &&
                fwrite(paths, sizeof *paths, (size_t)classes + 1, file) == (size_t)classes + 1 &&
                fwrite(fingerprints, sizeof *fingerprints, slots, file) == slots &&
                fwrite(ids, sizeof *ids, slots, file) == slots;
    if (file && fclose(file) != 0)
        good = false;
    if (!good)
        perror(path);
    free(paths);
    free(fingerprints);
    free(ids);
    return good ? 0 : 3;
}

/* Words by class, for people: path, word, in the order of the tree. */
static void print_words(const struct cluster_corpus *corpus, const uint32_t *class_of, const uint32_t *paths)
{
    for (uint32_t word = 2; word < corpus->vocabulary; word++) {
        uint32_t path = paths[class_of[word]];
        for (int bit = 30 - __builtin_clz(path); bit >= 0; bit--)
            putchar('0' + (int)(path >> bit & 1));
        printf("\t%.*s\n", VIEW_ARGS(corpus->forms[word]));
    }
}

static int usage(void)
{
    fputs("usage: train_clusters [--classes N] [--least N] [--rounds N] [--print] -o OUT FILE...\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    uint32_t classes = 800, least = 2;
    int rounds = 15, at = 1;
    const char *out = NULL;
    bool print = false;
    for (; at < argc && argv[at][0] == '-'; at++) {
        struct view option = view_of(argv[at]);
        if (view_is(option, "--print")) {
            print = true;
            continue;
        }
        if (++at == argc)
            return usage();
        if (view_is(option, "-o"))
            out = argv[at];
        else if (view_is(option, "--classes"))
            classes = (uint32_t)strtoul(argv[at], NULL, 10);
        else if (view_is(option, "--least"))
            least = (uint32_t)strtoul(argv[at], NULL, 10);
        else if (view_is(option, "--rounds"))
            rounds = atoi(argv[at]);
        else
            return usage();
    }
    if (!out || at == argc || classes < 3 || classes >= UINT16_MAX)
        return usage();

    struct cluster_corpus corpus;
    cluster_corpus_read(&corpus, argv + at, (size_t)(argc - at), least);
    fprintf(stderr, "train_clusters: %zu words, %u different ones\n", corpus.count, corpus.vocabulary);
    if (corpus.vocabulary < classes) {
        fputs("train_clusters: fewer words than classes\n", stderr);
        return 5;
    }
    uint32_t *class_of = cluster_exchange(&corpus, classes, rounds);
    uint32_t *paths = train_allocate(classes, sizeof *paths);
    cluster_tree(&corpus, class_of, classes, paths);
    if (print)
        print_words(&corpus, class_of, paths);
    int status = write_section(out, &corpus, class_of, classes, paths);
    free(paths);
    free(class_of);
    cluster_corpus_free(&corpus);
    return status;
}
