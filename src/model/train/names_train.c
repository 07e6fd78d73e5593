/* names_train.c: from marked documents to the section "names". */
#include <stdio.h>
#include <stdlib.h>

#include "model/train/corpus.h"
#include "model/train/linear_write.h"
#include "model/train/names.h"
#include "model/train/names_chain.h"
#include "syntax/names.h"
#include "syntax/names_evidence.h"

#define TAGS   NAME_TAG_COUNT
#define EDGES  (CHAIN_BEFORE * CHAIN_TAGS)
#define COPIES 2 /* a feature has its shared row and one of its domain */

/* A sentence and where it came from. */
struct sample {
    struct chain_sentence chain;
    uint32_t document;
    uint32_t sentence;
    uint32_t fold;
    bool has_evidence;
};

struct trainer {
    const struct names_corpus *corpus;
    const struct clusters *clusters;
    const struct names_options *options;
    struct chain_rows rows;
    uint32_t *list; /* row numbers, in which words point */
    size_t list_count, list_capacity;
    struct chain_word *words; /* of all sentences, one after the other */
    struct sample *samples;
    size_t sample_count;
    uint32_t longest;
    struct chain_lattice lattice;
    struct names_word *described;
    uint8_t *back, *tags;
    int32_t *scores, *pairs; /* for the best path */
    uint64_t random;
};

static void *need(void *memory)
{
    if (!memory) {
        fputs("train_names: no memory\n", stderr);
        exit(3);
    }
    return memory;
}

static void push(struct trainer *trainer, uint32_t row)
{
    if (trainer->list_count == trainer->list_capacity) {
        trainer->list_capacity = trainer->list_capacity ? trainer->list_capacity * 2 : 1 << 20;
        trainer->list = need(realloc(trainer->list, trainer->list_capacity * sizeof *trainer->list));
    }
    trainer->list[trainer->list_count++] = row;
}

static uint64_t domain_feature(uint64_t feature, uint32_t domain)
{
    return linear_mix(feature, UINT64_C(0xD0) + domain);
}

/* ---- features to rows
 * ------------------------------------------------------------------------------------------------- */

typedef void visit_features(struct trainer *trainer, const uint64_t *features, size_t count, uint32_t domain);

static void count_features(struct trainer *trainer, const uint64_t *features, size_t count, uint32_t domain)
{
    for (size_t i = 0; i < count; i++) {
        chain_row_add(&trainer->rows, features[i]);
        chain_row_add(&trainer->rows, domain_feature(features[i], domain));
    }
}

static void list_features(struct trainer *trainer, const uint64_t *features, size_t count, uint32_t domain)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t shared = chain_row_find(&trainer->rows, features[i]);
        push(trainer, shared);
        push(trainer, shared == CHAIN_NO_ROW ? CHAIN_NO_ROW
                                             : chain_row_find(&trainer->rows, domain_feature(features[i], domain)));
    }
}

/* Shows all features of a sentence to `visit`, in the order that chain_word expects; fills `words` where it is not
 * NULL. */
static void visit_sentence(struct trainer *trainer, const struct sample *sample, visit_features *visit,
                           struct chain_word *words)
{
    const struct names_document *labelled = &trainer->corpus->documents[sample->document];
    const struct sentence *sentence = &labelled->document.sentences[sample->sentence];
    uint64_t features[NAMES_FEATURES];
    names_describe(trainer->described, labelled->document.tokens + sentence->first, sentence->count, trainer->clusters);
    for (uint32_t i = 0; i < sentence->count; i++) {
        size_t count = names_features(features, trainer->described, sentence->count, i);
        if (words)
            words[i] = (struct chain_word){.first = trainer->list_count,
                                           .count = (uint16_t)(COPIES * count),
                                           .pairs = COPIES * NAMES_PAIR_FEATURES,
                                           .allowed = labelled->allowed[sentence->first + i]};
        visit(trainer, features, count, labelled->set->domain);
        for (uint32_t before = i ? 0 : NAMES_START; before <= (i ? TAGS - 1 : NAMES_START); before++) {
            names_pair_features(features, trainer->described, i, before);
            visit(trainer, features, NAMES_PAIR_FEATURES, labelled->set->domain);
        }
    }
}

static void collect_samples(struct trainer *trainer)
{
    const struct names_corpus *corpus = trainer->corpus;
    size_t tokens = 0, sentences = 0;
    for (size_t d = 0; d < corpus->count; d++) {
        tokens += corpus->documents[d].document.token_count;
        sentences += corpus->documents[d].document.sentence_count;
    }
    trainer->words = need(calloc(tokens + 1, sizeof *trainer->words));
    trainer->samples = need(calloc(sentences + 1, sizeof *trainer->samples));
    for (uint32_t d = 0; d < corpus->count; d++) {
        const struct document *document = &corpus->documents[d].document;
        uint32_t fold = (uint32_t)corpus_random(&trainer->random,
                                                trainer->options->folds > 1 ? (uint64_t)trainer->options->folds : 1);
        for (uint32_t s = 0; s < document->sentence_count; s++) {
            trainer->samples[trainer->sample_count++] = (struct sample){
                .chain = {.count = document->sentences[s].count, .weight = corpus->documents[d].set->weight},
                .document = d,
                .sentence = s,
                .fold = fold};
            if (document->sentences[s].count > trainer->longest)
                trainer->longest = document->sentences[s].count;
        }
    }
}

static void compile(struct trainer *trainer)
{
    collect_samples(trainer);
    trainer->described = need(calloc(trainer->longest + 1, sizeof *trainer->described));
    trainer->back = need(calloc(trainer->longest + 1, TAGS));
    trainer->tags = need(calloc(trainer->longest + 1, 1));
    trainer->scores = need(calloc(trainer->longest + 1, TAGS * sizeof *trainer->scores));
    trainer->pairs = need(calloc(trainer->longest + 1, EDGES * sizeof *trainer->pairs));
    chain_lattice_start(&trainer->lattice, trainer->longest);
    chain_rows_start(&trainer->rows);
    for (size_t i = 0; i < trainer->sample_count; i++)
        visit_sentence(trainer, &trainer->samples[i], count_features, NULL);
    chain_rows_prune(&trainer->rows, trainer->options->least);
    struct chain_word *words = trainer->words;
    for (size_t i = 0; i < trainer->sample_count; i++) {
        trainer->samples[i].chain.words = words;
        visit_sentence(trainer, &trainer->samples[i], list_features, words);
        words += trainer->samples[i].chain.count;
    }
}

/* ---- rounds
 * ----------------------------------------------------------------------------------------------------------- */

#define NO_FOLD UINT32_MAX

/* Trains on all sentences outside a fold. Where there is evidence it is used half of the time: the first reading goes
 * without. */
static void train_rounds(struct trainer *trainer, uint32_t without, int rounds)
{
    uint32_t *order = need(calloc(trainer->sample_count + 1, sizeof *order));
    chain_rows_reset(&trainer->rows);
    for (uint32_t i = 0; i < trainer->sample_count; i++)
        order[i] = i;
    for (int round = 0; round < rounds; round++) {
        double loss = 0;
        corpus_shuffle(order, trainer->sample_count, &trainer->random);
        for (size_t i = 0; i < trainer->sample_count; i++) {
            struct sample *sample = &trainer->samples[order[i]];
            if (sample->fold == without)
                continue;
            sample->chain.evidence = sample->has_evidence && corpus_random(&trainer->random, 2);
            sample->chain.drop = trainer->options->drop;
            sample->chain.drop_seed = (uint32_t)corpus_random(&trainer->random, UINT32_MAX);
            loss += chain_learn(&trainer->rows, trainer->list, &sample->chain, &trainer->lattice,
                                trainer->options->rate, trainer->options->sparsity);
        }
        if (round >= rounds / 2)
            chain_rows_average(&trainer->rows);
        fprintf(stderr, "round %d: loss %.1f\n", round + 1, loss);
    }
    free(order);
}

/* Reads a sentence with the weights as they are and puts the tags into its tokens. */
static void read_sample(struct trainer *trainer, const struct sample *sample)
{
    struct document *document = &trainer->corpus->documents[sample->document].document;
    struct token *tokens = document->tokens + document->sentences[sample->sentence].first;
    uint32_t count = sample->chain.count;
    struct chain_sentence chain = {.words = sample->chain.words, .count = count};
    chain_score(&trainer->rows, trainer->list, &chain, &trainer->lattice);
    for (size_t i = 0; i < (size_t)count * TAGS; i++)
        trainer->scores[i] = (int32_t)(1000 * trainer->lattice.scores[i]);
    for (size_t i = 0; i < (size_t)count * EDGES; i++)
        trainer->pairs[i] = (int32_t)(1000 * trainer->lattice.pairs[i]);
    names_best_path(trainer->scores, trainer->pairs, count, trainer->back, trainer->tags);
    for (uint32_t i = 0; i < count; i++)
        tokens[i].name = trainer->tags[i];
}

/* ---- evidence
 * --------------------------------------------------------------------------------------------------------- */

static void list_evidence(struct trainer *trainer, struct sample *sample, const struct names_evidence *evidence)
{
    const struct names_document *labelled = &trainer->corpus->documents[sample->document];
    const struct sentence *sentence = &labelled->document.sentences[sample->sentence];
    const struct token *tokens = labelled->document.tokens + sentence->first;
    struct chain_word *words = (struct chain_word *)sample->chain.words;
    uint64_t features[NAMES_EVIDENCE_FEATURES];
    uint32_t counts[NAMES_EVIDENCE_KINDS];
    names_describe(trainer->described, tokens, sentence->count, trainer->clusters);
    for (uint32_t i = 0; i < sentence->count; i++) {
        words[i].evidence_first = trainer->list_count;
        if (!names_evidence_of(evidence, &trainer->described[i], tokens[i].name, counts))
            continue;
        size_t count = names_evidence_features(features, trainer->described, i, counts);
        for (size_t k = 0; k < count; k++)
            push(trainer, chain_row_add(&trainer->rows, features[k]));
        words[i].evidence = (uint16_t)count;
        sample->has_evidence = true;
    }
}

/* Makes the evidence of a document, whose samples are `first` to `last`, from the tags in its tokens. */
static void gather_evidence(struct trainer *trainer, struct names_evidence *evidence, size_t first, size_t last)
{
    names_evidence_clear(evidence);
    for (size_t i = first; i < last; i++) {
        const struct document *document = &trainer->corpus->documents[trainer->samples[i].document].document;
        const struct sentence *sentence = &document->sentences[trainer->samples[i].sentence];
        names_describe(trainer->described, document->tokens + sentence->first, sentence->count, trainer->clusters);
        if (names_evidence_add(evidence, trainer->described, document->tokens + sentence->first, sentence->count) != 0)
            need(NULL);
    }
    for (size_t i = first; i < last; i++)
        list_evidence(trainer, &trainer->samples[i], evidence);
}

/* Every fold is read by a model that never saw it, so that evidence is as wrong in training as it is in use. */
static void make_evidence(struct trainer *trainer)
{
    for (int fold = 0; fold < trainer->options->folds; fold++) {
        train_rounds(trainer, (uint32_t)fold, trainer->options->rounds / 2);
        for (size_t i = 0; i < trainer->sample_count; i++)
            if (trainer->samples[i].fold == (uint32_t)fold)
                read_sample(trainer, &trainer->samples[i]);
    }
    struct names_evidence *evidence = need(names_evidence_new());
    for (size_t first = 0, last; first < trainer->sample_count; first = last) {
        for (last = first;
             last < trainer->sample_count && trainer->samples[last].document == trainer->samples[first].document;)
            last++;
        gather_evidence(trainer, evidence, first, last);
    }
    names_evidence_free(evidence);
}

/* ---- the section
 * ------------------------------------------------------------------------------------------------------ */

static float average_of(const struct chain_rows *rows, uint32_t row, uint32_t tag)
{
    return row == CHAIN_NO_ROW ? 0 : rows->average[row][tag] / (float)rows->averaged;
}

/* The shared weight and domain 0's become one, with a part of the kindred domain's; rows of other domains are left
 * behind: their features are no feature's shared name. */
static int export(struct trainer *trainer, struct view *section, struct hearsay_error *error)
{
    const struct chain_rows *rows = &trainer->rows;
    struct linear_weight *weights = need(malloc(((size_t)rows->count * TAGS + 1) * sizeof *weights));
    size_t count = 0;
    bool *copies = need(calloc(rows->count + 1, 1));
    for (uint32_t row = 1; row < rows->count; row++)
        for (uint32_t domain = 0; domain < NAMES_DOMAINS; domain++)
            copies[chain_row_find(rows, domain_feature(rows->features[row], domain))] = true;
    for (uint32_t row = 1; row < rows->count; row++) {
        if (copies[row])
            continue;
        uint32_t own = chain_row_find(rows, domain_feature(rows->features[row], 0));
        uint32_t kin = chain_row_find(rows, domain_feature(rows->features[row], NAMES_KIN_DOMAIN));
        for (uint32_t tag = 0; tag < TAGS; tag++) {
            float weight = average_of(rows, row, tag) + average_of(rows, own, tag) +
                           trainer->options->kinship * average_of(rows, kin, tag);
            if (weight != 0)
                weights[count++] = (struct linear_weight){rows->features[row], weight, (uint8_t)tag};
        }
    }
    fprintf(stderr, "%u rows, %zu weights\n", rows->count, count);
    int code = linear_write(weights, count, TAGS, trainer->options->bytes, section, error);
    free(weights);
    free(copies);
    return code;
}

int names_train(const struct names_corpus *corpus, const struct clusters *clusters, const struct names_options *options,
                struct view *section, struct hearsay_error *error)
{
    struct trainer trainer = {.corpus = corpus, .clusters = clusters, .options = options, .random = options->seed};
    compile(&trainer);
    fprintf(stderr, "%zu sentences, %u rows, %zu features\n", trainer.sample_count, trainer.rows.count,
            trainer.list_count);
    if (options->folds > 1)
        make_evidence(&trainer);
    chain_rows_forget(&trainer.rows);
    for (int run = 0; run < options->runs; run++)
        train_rounds(&trainer, NO_FOLD, options->rounds);
    int code = export(&trainer, section, error);
    chain_rows_free(&trainer.rows);
    chain_lattice_free(&trainer.lattice);
    free(trainer.list);
    free(trainer.words);
    free(trainer.samples);
    free(trainer.described);
    free(trainer.back);
    free(trainer.tags);
    free(trainer.scores);
    free(trainer.pairs);
    return code;
}
