/* describe_words: what the encoder sees of words, for train_network.py.
 *
 * usage: describe_words CLUSTERS < WORDS
 * CLUSTERS is the section "clusters". For each line of standard input, a word, a line: the hash of its normal spelling
 * in hexadecimal and the rows of its parts. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/train/corpus.h"
#include "syntax/encoder.h"

static void describe(const struct clusters *clusters, struct view form)
{
    struct word word;
    uint32_t rows[ENCODER_AFFIXES];

    word_describe(&word, form, clusters);
    encoder_affixes(&word, rows);
    printf("%016" PRIx64, word.lower);
    for (int i = 0; i < ENCODER_AFFIXES; i++)
        printf(" %" PRIu32, rows[i]);
    putchar('\n');
}

int main(int argc, char **argv)
{
    struct hearsay_error error = {0};
    struct arena *arena = arena_new(0);
    struct clusters clusters;
    char *line = NULL;
    size_t capacity = 0;
    int code = arena ? 0 : HEARSAY_ERROR_MEMORY;

    if (argc != 2) {
        fputs("usage: describe_words CLUSTERS < WORDS\n", stderr);
        code = HEARSAY_ERROR_USAGE;
    }
    if (!code)
        code = clusters_open(&clusters, corpus_read_file(argv[1], arena), &error);
    for (ssize_t length; !code && (length = getline(&line, &capacity, stdin)) > 0;)
        describe(&clusters, (struct view){line, (size_t)length - (line[length - 1] == '\n')});
    if (error.code)
        fprintf(stderr, "describe_words: %s\n", error.message);
    free(line);
    arena_free(arena);
    return code ? 3 : 0;
}
