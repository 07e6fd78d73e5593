/* describe_words: what the encoder sees of words, for train_network.py.
 *
 * usage: describe_words CLUSTERS ROWS < WORDS
 * CLUSTERS is the section "clusters", ROWS how many the embedding of parts has. For each line of standard input, a
 * word, a line: the hash of its normal spelling in hexadecimal and the rows of its parts. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "model/train/corpus.h"
#include "syntax/encoder.h"

static void describe(const struct clusters *clusters, uint32_t row_count, struct view form)
{
    struct word word;
    uint32_t rows[ENCODER_AFFIXES];

    word_describe(&word, form, clusters);
    encoder_affixes(&word, row_count, rows);
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

    if (argc != 3 || strtoul(argv[2], NULL, 10) == 0) {
        fputs("usage: describe_words CLUSTERS ROWS < WORDS\n", stderr);
        code = HEARSAY_ERROR_USAGE;
    }
    if (!code)
        code = clusters_open(&clusters, corpus_read_file(argv[1], arena), &error);
    for (ssize_t length; !code && (length = getline(&line, &capacity, stdin)) > 0;)
        describe(&clusters, (uint32_t)strtoul(argv[2], NULL, 10),
                 (struct view){line, (size_t)length - (line[length - 1] == '\n')});
    if (error.code)
        fprintf(stderr, "describe_words: %s\n", error.message);
    free(line);
    arena_free(arena);
    return code ? 3 : 0;
}
