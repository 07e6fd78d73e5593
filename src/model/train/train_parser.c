/* train_parser.c: moves by a dynamic oracle with exploration, labels while the tree grows, and labels of the whole tree. */
#include "model/train/train_syntax.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/train/oracle.h"
#include "model/train/perceptron.h"
#include "syntax/parser.h"

#ifndef ROUNDS
#define ROUNDS 15
#endif
#define EXPLORE_AFTER 1      /* rounds that follow the oracle only */
#define EXPLORE_PERCENT 90   /* then: how often the parser's own move is made though it is wrong */
#ifndef MARGIN
#define MARGIN 2.0f
#endif
#ifndef MOVES_BYTES
#define MOVES_BYTES (5u << 20)
#define LABELS_BYTES (2u << 20)
#define RELABEL_BYTES (2u << 20)
#endif
#ifndef LEAST_UPDATES
#define LEAST_UPDATES 10
#endif

struct parsing {
    const struct training *training;
    struct perceptron *moves, *labels, *relabel;
    /* the sentence at hand */
    struct parser_word *words;
    struct node *nodes;
    int32_t *stack;
    int32_t *heads;
    const struct token *gold;
    uint64_t random;
    size_t decisions, wrong;
};

/* Updates where `gold` does not lead by the margin. Returns what the classifier would choose. */
static int learn_label(struct perceptron *perceptron, const uint64_t *features, size_t count, uint32_t gold, uint8_t *chosen)
{
    float scores[LINEAR_CLASSES];
    bool others[LINEAR_CLASSES];
    uint32_t other;
    int code;

    perceptron_score(perceptron, features, count, scores);
    *chosen = (uint8_t)perceptron_best(perceptron, scores, NULL);
    perceptron_tick(perceptron);
    if (gold == DEPREL_COUNT)
        return 0;
    for (uint32_t i = 0; i < DEPREL_COUNT; i++)
        others[i] = i != gold;
    other = perceptron_best(perceptron, scores, others);
    if (scores[gold] >= scores[other] + MARGIN)
        return 0;
    code = perceptron_update(perceptron, features, count, gold, 1);
    return code ? code : perceptron_update(perceptron, features, count, other, -1);
}

/* The label of the arc that `move` would make; learned from where the arc is right. */
static int label_arc(struct parsing *parsing, const struct parser_input *input, const struct state *state, enum move move, uint8_t *label)
{
    uint64_t features[PARSER_LABEL_FEATURES];
    int32_t top = state_stack(state, 0), front = state_buffer(state, 0);
    int32_t head = move == MOVE_LEFT ? front : top, child = move == MOVE_LEFT ? top : front;
    size_t count = parser_label_features(features, input, state->nodes, head, child);

    return learn_label(parsing->labels, features, count, parsing->heads[child] == head ? parsing->gold[child].deprel : DEPREL_COUNT, label);
}

/* Chooses the next move and learns: `made` is the move to go on with. */
static int learn_move(struct parsing *parsing, const struct parser_input *input, const struct state *state,
                      const bool legal[MOVE_COUNT], bool explore, enum move *made)
{
    uint64_t features[PARSER_MOVE_FEATURES];
    float scores[LINEAR_CLASSES];
    bool right[MOVE_COUNT], wrong[MOVE_COUNT];
    int cost[MOVE_COUNT], least = INT32_MAX, code = 0;
    size_t count = parser_move_features(features, input, state);
    uint32_t chosen, good, bad;

    oracle_costs(state, parsing->heads, legal, cost);
    for (int m = 0; m < MOVE_COUNT; m++)
        if (legal[m] && cost[m] < least)
            least = cost[m];
    for (int m = 0; m < MOVE_COUNT; m++) {
        right[m] = legal[m] && cost[m] == least;
        wrong[m] = legal[m] && cost[m] > least;
    }
    perceptron_score(parsing->moves, features, count, scores);
    chosen = perceptron_best(parsing->moves, scores, legal);
    good = perceptron_best(parsing->moves, scores, right);
    bad = perceptron_best(parsing->moves, scores, wrong);
    perceptron_tick(parsing->moves);
    parsing->decisions++;
    parsing->wrong += !right[chosen];
    if (bad < MOVE_COUNT && scores[good] < scores[bad] + MARGIN) {
        code = perceptron_update(parsing->moves, features, count, good, 1);
        if (!code)
            code = perceptron_update(parsing->moves, features, count, bad, -1);
    }
    *made = (enum move)(right[chosen] || (explore && corpus_random(&parsing->random, 100) < EXPLORE_PERCENT) ? chosen : good);
    return code;
}

static int learn_tree(struct parsing *parsing, const struct parser_input *input, const struct state *state)
{
    uint64_t features[PARSER_LABEL_FEATURES];
    uint8_t label;
    int code = 0;

    for (int32_t i = 0; i < input->count && !code; i++) {
        size_t count;
        if (state->nodes[i].head == NODE_NONE || state->nodes[i].head != parsing->heads[i])
            continue;
        count = parser_relabel_features(features, input, state->nodes, i);
        code = learn_label(parsing->relabel, features, count, parsing->gold[i].deprel, &label);
    }
    return code;
}

static int learn_sentence(struct parsing *parsing, const struct sentence *sentence, bool explore)
{
    const struct training *training = parsing->training;
    struct parser_input input = {parsing->words, (int32_t)sentence->count};
    struct state state;
    bool legal[MOVE_COUNT];
    int choices, code = 0;

    parsing->gold = training->corpus.tokens + sentence->first;
    for (uint32_t i = 0; i < sentence->count; i++)
        parsing->heads[i] = parsing->gold[i].head < 0 ? NODE_NONE : parsing->gold[i].head - (int32_t)sentence->first;
    parser_describe(parsing->words, training->words + sentence->first, training->tagged + sentence->first, sentence->count);
    state_start(&state, parsing->nodes, parsing->stack, input.count);
    while (!code && (choices = state_legal(&state, legal)) > 0) {
        enum move move = MOVE_SHIFT;
        uint8_t label = 0;
        if (choices > 1)
            code = learn_move(parsing, &input, &state, legal, explore, &move);
        if (!code && (move == MOVE_LEFT || move == MOVE_RIGHT))
            code = label_arc(parsing, &input, &state, move, &label);
        state_move(&state, move, label);
    }
    return code ? code : learn_tree(parsing, &input, &state);
}

static int learn(struct parsing *parsing)
{
    const struct document *corpus = &parsing->training->corpus;
    uint32_t *order = arena_array(parsing->training->arena, corpus->sentence_count, sizeof *order);
    int code = order ? 0 : HEARSAY_ERROR_MEMORY;

    for (int round = 0; round < ROUNDS && !code; round++) {
        parsing->decisions = parsing->wrong = 0;
        corpus_shuffle(order, corpus->sentence_count, &parsing->random);
        for (size_t i = 0; i < corpus->sentence_count && !code; i++)
            code = learn_sentence(parsing, &corpus->sentences[order[i]], round >= EXPLORE_AFTER);
        fprintf(stderr, "parser, round %d: %.2f %% of %zu moves wrong; weights: %zu, %zu, %zu\n", round + 1,
                100.0 * (double)parsing->wrong / (double)parsing->decisions, parsing->decisions, perceptron_size(parsing->moves),
                perceptron_size(parsing->labels), perceptron_size(parsing->relabel));
    }
    return code;
}

static int write_table(const struct parsing *parsing, const struct perceptron *perceptron, size_t bytes, const char *name,
                       struct hearsay_error *error)
{
    struct view section;
    int code = perceptron_export(perceptron, bytes, &section, error);

    if (!code)
        code = corpus_write_section(parsing->training->folder, name, section, error);
    free((void *)(uintptr_t)section.data);
    return code;
}

int train_parser(const struct training *training, struct hearsay_error *error)
{
    struct parsing parsing = {.training = training, .random = 7};
    size_t longest = 1;
    int code;

    for (size_t i = 0; i < training->corpus.sentence_count; i++)
        if (training->corpus.sentences[i].count > longest)
            longest = training->corpus.sentences[i].count;
    parsing.words = arena_array(training->arena, longest + 1, sizeof *parsing.words);
    parsing.nodes = arena_array(training->arena, longest, sizeof *parsing.nodes);
    parsing.stack = arena_array(training->arena, longest, sizeof *parsing.stack);
    parsing.heads = arena_array(training->arena, longest, sizeof *parsing.heads);
    parsing.moves = perceptron_new(MOVE_COUNT, LEAST_UPDATES);
    parsing.labels = perceptron_new(DEPREL_COUNT, LEAST_UPDATES);
    parsing.relabel = perceptron_new(DEPREL_COUNT, LEAST_UPDATES);
    if (!parsing.words || !parsing.nodes || !parsing.stack || !parsing.heads || !parsing.moves || !parsing.labels || !parsing.relabel)
        code = HEARSAY_ERROR_MEMORY;
    else
        code = learn(&parsing);
    if (code)
        error_memory(error, "train");
    if (!code)
        code = write_table(&parsing, parsing.moves, MOVES_BYTES, PARSER_SECTION_MOVES, error);
    if (!code)
        code = write_table(&parsing, parsing.labels, LABELS_BYTES, PARSER_SECTION_LABELS, error);
    if (!code)
        code = write_table(&parsing, parsing.relabel, RELABEL_BYTES, PARSER_SECTION_RELABEL, error);
    perceptron_free(parsing.moves);
    perceptron_free(parsing.labels);
    perceptron_free(parsing.relabel);
    return code;
}
