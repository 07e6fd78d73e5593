/* train_lemmas_main: learns lemmas from treebanks.
 *
 * usage: train_lemmas -o FOLDER [--clusters FILE] TREEBANK.conllu...
 * Writes the section of the lemmatiser as a file of FOLDER. The same input gives the same bytes. */
#include "model/train/train_lemmas.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"

static int prepare(struct training *training, const struct clusters *clusters, struct hearsay_error *error)
{
    struct document *corpus = &training->corpus;

    training->words = arena_array(training->arena, corpus->token_count, sizeof *training->words);
    if (!training->words)
        return error_memory(error, "train");
    for (size_t i = 0; i < corpus->sentence_count; i++) {
        const struct sentence *sentence = &corpus->sentences[i];
        word_describe_sentence(training->words + sentence->first, corpus->tokens + sentence->first, sentence->count,
                               clusters);
    }
    return 0;
}

static int train(struct training *training, const char *cluster_path, char **paths, struct hearsay_error *error)
{
    struct clusters clusters;
    struct view section = {NULL, 0};
    int code = 0;

    if (cluster_path) {
        section = corpus_read_file(cluster_path, training->arena);
        if (!section.data)
            return error_set(error, HEARSAY_ERROR_IO, "train", cluster_path, "cannot read the clusters");
    }
    code = clusters_open(&clusters, section, error);
    for (; !code && *paths; paths++)
        code = corpus_read(&training->corpus, *paths, training->arena, error);
    if (!code)
        code = prepare(training, &clusters, error);
    if (!code)
        fprintf(stderr, "%zu sentences, %zu words\n", training->corpus.sentence_count, training->corpus.token_count);
    return code ? code : train_lemmas(training, error);
}

static int usage(void)
{
    fputs("usage: train_lemmas -o FOLDER [--clusters FILE] TREEBANK.conllu...\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    struct training training = {0};
    struct hearsay_error error = {0};
    const char *clusters = NULL;
    int at = 1, code;

    for (; at + 1 < argc && argv[at][0] == '-'; at += 2) {
        if (strcmp(argv[at], "-o") == 0)
            training.folder = argv[at + 1];
        else if (strcmp(argv[at], "--clusters") == 0)
            clusters = argv[at + 1];
        else
            return usage();
    }
    if (!training.folder || at >= argc)
        return usage();
    training.arena = arena_new(0);
    code = training.arena ? train(&training, clusters, argv + at, &error) : error_memory(&error, "train");
    if (code)
        fprintf(stderr, "train_lemmas: %s: %s\n", error.place, error.message);
    arena_free(training.arena);
    return code ? 3 : 0;
}
