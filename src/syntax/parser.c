/* parser.c: greedy parsing. */
#include "syntax/parser.h"

#include "text/ud.h"

int parser_open(struct parser *parser, const struct model *model, struct hearsay_error *error)
{
    int code = linear_open(&parser->moves, model_section(model, PARSER_SECTION_MOVES), PARSER_SECTION_MOVES, MOVE_COUNT, error);

    if (!code)
        code = linear_open(&parser->labels, model_section(model, PARSER_SECTION_LABELS), PARSER_SECTION_LABELS, DEPREL_COUNT, error);
    if (!code)
        code = linear_open(&parser->relabel, model_section(model, PARSER_SECTION_RELABEL), PARSER_SECTION_RELABEL, DEPREL_COUNT, error);
    return code;
}

/* Adds word `w` to the counters. */
static void count_word(struct parser_word *counters, const struct token *token)
{
    counters->commas += token->xpos == XPOS_COMMA;
    counters->verbs += token->upos == UPOS_VERB || token->upos == UPOS_AUX;
    counters->conjunctions += token->upos == UPOS_CCONJ;
    counters->nouns += token->upos == UPOS_NOUN || token->upos == UPOS_PROPN || token->upos == UPOS_PRON;
    counters->marks += token->upos == UPOS_PUNCT && token->xpos != XPOS_COMMA && token->xpos != XPOS_HYPH;
}

void parser_describe(struct parser_word *words, const struct word *described, const struct token *tokens, size_t count)
{
    struct parser_word counters = {0};

    for (size_t i = 0; i < count; i++) {
        struct parser_word *word = &words[i];
        *word = counters;
        word->lower = described[i].lower;
        word->tag = (uint32_t)tokens[i].upos << 8 | tokens[i].xpos;
        word->upos = tokens[i].upos;
        word->cluster = described[i].cluster;
        word->cluster_short = described[i].cluster_middle;
        word->suffix = (uint32_t)described[i].suffix[2];
        word->quoted = tokens[i].in_quote;
        count_word(&counters, &tokens[i]);
    }
    words[count] = counters;
}

static uint8_t choose_label(const struct parser *parser, const struct parser_input *input, const struct state *state, enum move move)
{
    uint64_t features[PARSER_LABEL_FEATURES];
    int32_t scores[LINEAR_CLASSES];
    int32_t top = state_stack(state, 0), front = state_buffer(state, 0);
    size_t count;

    if (move == MOVE_LEFT)
        count = parser_label_features(features, input, state->nodes, front, top);
    else
        count = parser_label_features(features, input, state->nodes, top, front);
    linear_score(&parser->labels, features, count, scores);
    return (uint8_t)linear_best(scores, DEPREL_COUNT);
}

static enum move choose_move(const struct parser *parser, const struct parser_input *input, const struct state *state,
                             const bool legal[MOVE_COUNT])
{
    uint64_t features[PARSER_MOVE_FEATURES];
    int32_t scores[LINEAR_CLASSES];
    int best = -1;

    linear_score(&parser->moves, features, parser_move_features(features, input, state), scores);
    for (int move = 0; move < MOVE_COUNT; move++)
        if (legal[move] && (best < 0 || scores[move] > scores[best]))
            best = move;
    return (enum move)best;
}

static void relabel(const struct parser *parser, const struct parser_input *input, struct node *nodes)
{
    uint64_t features[PARSER_LABEL_FEATURES];
    int32_t scores[LINEAR_CLASSES];

    for (int32_t i = 0; i < input->count; i++) {
        if (nodes[i].head == NODE_NONE)
            continue;
        linear_score(&parser->relabel, features, parser_relabel_features(features, input, nodes, i), scores);
        nodes[i].label = (uint8_t)linear_best(scores, DEPREL_COUNT);
    }
}

void parser_parse(const struct parser *parser, const struct parser_input *input, struct state *state)
{
    bool legal[MOVE_COUNT];
    int choices;

    while ((choices = state_legal(state, legal)) > 0) {
        enum move move = choices == 1 ? MOVE_SHIFT : choose_move(parser, input, state, legal);
        uint8_t label = move == MOVE_LEFT || move == MOVE_RIGHT ? choose_label(parser, input, state, move) : 0;
        state_move(state, move, label);
    }
    relabel(parser, input, state->nodes);
    for (int32_t i = 0; i < input->count; i++)
        if (state->nodes[i].head == NODE_NONE)
            state->nodes[i].label = DEPREL_ROOT;
}
