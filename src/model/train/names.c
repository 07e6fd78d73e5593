/* train_names: reads marked texts, writes the model section "names" (src/syntax/names.h).
 *
 * usage: train_names --model FILE -o OUT [options] SET...
 * SET is DOMAIN:WEIGHT:DEMONYMS:FILE, DOMAIN 0 being the guideline of hearsay and DEMONYMS 1 where they are marked, for
 * example 0:1:1:news.jsonl. The model gives the clusters and, where it has one, the parser, whose tags words get. */
#include <stdio.h>
#include <stdlib.h>

#include "model/model.h"
#include "model/train/names.h"

#define MOST_SETS 32

struct arguments {
    const char *model, *out;
    struct names_options options;
    struct names_set sets[MOST_SETS];
    size_t set_count;
};

static bool parse_set(struct names_set *set, char *argument)
{
    char *end;
    set->domain = (uint32_t)strtoul(argument, &end, 10);
    if (*end != ':' || set->domain >= NAMES_DOMAINS)
        return false;
    set->weight = strtof(end + 1, &end);
    if (*end != ':')
        return false;
    set->demonyms = strtoul(end + 1, &end, 10) != 0;
    set->path = end + 1;
    return *end == ':';
}

static bool parse_option(struct arguments *arguments, struct view name, const char *value)
{
    struct names_options *options = &arguments->options;
    if (view_is(name, "--model"))
        arguments->model = value;
    else if (view_is(name, "-o"))
        arguments->out = value;
    else if (view_is(name, "--rounds"))
        options->rounds = atoi(value);
    else if (view_is(name, "--runs"))
        options->runs = atoi(value);
    else if (view_is(name, "--rate"))
        options->rate = strtof(value, NULL);
    else if (view_is(name, "--sparsity"))
        options->sparsity = strtof(value, NULL);
    else if (view_is(name, "--least"))
        options->least = (uint32_t)strtoul(value, NULL, 10);
    else if (view_is(name, "--bytes"))
        options->bytes = strtoul(value, NULL, 10);
    else if (view_is(name, "--kinship"))
        options->kinship = strtof(value, NULL);
    else if (view_is(name, "--drop"))
        options->drop = (uint32_t)strtoul(value, NULL, 10);
    else if (view_is(name, "--folds"))
        options->folds = atoi(value);
    else
        return false;
    return true;
}

static bool parse_arguments(struct arguments *arguments, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (argv[i][0] == '-') {
            if (i + 1 == argc || !parse_option(arguments, view_of(argv[i]), argv[i + 1]))
                return false;
            i++;
        } else if (arguments->set_count == MOST_SETS || !parse_set(&arguments->sets[arguments->set_count++], argv[i])) {
            return false;
        }
    }
    return arguments->model && arguments->out && arguments->set_count > 0;
}

static int write_file(const char *path, struct view bytes, struct hearsay_error *error)
{
    FILE *file = fopen(path, "wb");
    bool good = file && fwrite(bytes.data, 1, bytes.length, file) == bytes.length;
    if (file && fclose(file) != 0)
        good = false;
    return good ? 0 : error_set(error, HEARSAY_ERROR_IO, "train", path, "cannot be written");
}

static int train(const struct arguments *arguments, const struct model *model, struct hearsay_error *error)
{
    struct names_corpus corpus = {.arena = arena_new(0)};
    struct clusters clusters;
    struct syntax *syntax = NULL; /* NULL: the model knows no tags */
    struct view section = {NULL, 0};
    int code = corpus.arena ? clusters_open(&clusters, model_section(model, CLUSTERS_SECTION), error)
                            : error_memory(error, "train");
    if (code == 0 && model_section(model, "network.tags").data)
        code = syntax_open(&syntax, model, error);
    for (size_t i = 0; code == 0 && i < arguments->set_count; i++)
        code = names_corpus_read(&corpus, &arguments->sets[i], syntax, error);
    if (code == 0)
        code = names_train(&corpus, &clusters, &arguments->options, &section, error);
    if (code == 0)
        code = write_file(arguments->out, section, error);
    syntax_close(syntax);
    free((void *)section.data);
    arena_free(corpus.arena);
    return code;
}

int main(int argc, char **argv)
{
    struct arguments arguments = {.options = {.rounds = 10,
                                              .runs = 1,
                                              .rate = 0.03f,
                                              .sparsity = 0.002f,
                                              .least = 2,
                                              .drop = 50,
                                              .kinship = 0.3f,
                                              .bytes = 2400000,
                                              .seed = 20240322,
                                              .folds = 4}};
    struct hearsay_error error = {0};
    struct model *model = NULL;
    if (!parse_arguments(&arguments, argc, argv)) {
        fputs("usage: train_names --model FILE -o OUT [--rounds N] [--runs N] [--rate X] [--sparsity X] [--least N] "
              "[--bytes N] "
              "[--drop N] [--kinship X] "
              "[--folds N] DOMAIN:WEIGHT:DEMONYMS:FILE...\n",
              stderr);
        return 2;
    }
    int code = model_open(&model, arguments.model, &error);
    if (code == 0)
        code = train(&arguments, model, &error);
    if (code != 0)
        fprintf(stderr, "train_names: %s: %s\n", error.place, error.message);
    model_close(model);
    return code == 0 ? 0 : 3;
}
