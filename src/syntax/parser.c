#include "syntax/parser.h"

#include "syntax/arborescence.h"
#include "syntax/workspace.h"

#define ARC       96 /* values by which heads and dependents are compared */
#define LABEL     96 /* values of the hidden layer for relations */
#define PADDED(n) (((n) + NETWORK_COLUMNS - 1) / NETWORK_COLUMNS * NETWORK_COLUMNS)

int parser_open(struct parser *parser, const struct model *model, struct hearsay_error *error)
{
    const struct {
        struct network_matrix *matrix;
        const char *section;
        uint32_t rows, columns;
    } parts[] = {
        {&parser->tags, "network.tags", UPOS_COUNT + XPOS_COUNT, ENCODER_OUTPUT},
        {&parser->head, "network.head", ARC, ENCODER_OUTPUT},
        {&parser->dependent, "network.dependent", ARC, ENCODER_OUTPUT},
        {&parser->bilinear, "network.bilinear", ARC, ARC},
        {&parser->liking, "network.liking", 1, ARC},
        {&parser->label_head, "network.label_head", LABEL, ENCODER_OUTPUT},
        {&parser->label_dependent, "network.label_dependent", LABEL, ENCODER_OUTPUT},
        {&parser->label, "network.label", DEPREL_COUNT, LABEL},
    };
    int status = encoder_open(&parser->encoder, model, error);

    for (size_t i = 0; i < sizeof parts / sizeof *parts && status == HEARSAY_OK; i++)
        status = network_open_matrix(parts[i].matrix, model, parts[i].section, parts[i].rows, parts[i].columns, error);
    return status;
}

/* What the sentences need, laid out in the workspace. Vectors of all lie one after the other: its root, its words. */
struct room {
    void *encoder;
    const int8_t *vectors; /* the encoder's */
    float *values;         /* of one matrix for all vectors */
    float *others;         /* of another */
    float *scales;         /* ENCODER_SCALE for each */
    int8_t *heads;         /* PADDED(ARC) bytes a vector */
    int8_t *dependents;
    float *head_scales, *dependent_scales;
    float *liking;
    float *scores;   /* of one sentence, [word][word] */
    uint16_t *found; /* of all vectors: the head, counted within its sentence */
    void *search;
    size_t count; /* of vectors */
};

static size_t lay_out(struct room *room, const struct parser *parser, size_t vectors, char *workspace)
{
    size_t at = 0, line = vectors * sizeof(float),
           longest = vectors < PARSER_LONGEST + 1 ? vectors : PARSER_LONGEST + 1;

    room->encoder = workspace_take(workspace, &at, encoder_workspace(&parser->encoder, vectors));
    room->values = workspace_take(workspace, &at, line * parser->label_head.rows);
    room->others = workspace_take(workspace, &at, line * parser->label_dependent.rows);
    room->scales = workspace_take(workspace, &at, line);
    room->heads = workspace_take(workspace, &at, vectors * PADDED(ARC));
    room->dependents = workspace_take(workspace, &at, vectors * PADDED(ARC));
    room->head_scales = workspace_take(workspace, &at, line);
    room->dependent_scales = workspace_take(workspace, &at, line);
    room->liking = workspace_take(workspace, &at, line * parser->liking.rows);
    room->scores = workspace_take(workspace, &at, longest * longest * sizeof(float));
    room->found = workspace_take(workspace, &at, vectors * sizeof(uint16_t));
    room->search = workspace_take(workspace, &at, arborescence_workspace(longest));
    room->count = vectors;
    return at;
}

size_t parser_workspace(const struct parser *parser, size_t words)
{
    struct room room;
    size_t sentences = words < PARSER_SENTENCES ? words : PARSER_SENTENCES;
    return lay_out(&room, parser, words + sentences, NULL);
}

static size_t best_of(const float *scores, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

static void tag(const struct parser *parser, struct room *room, const struct parser_sentence *sentences,
                const struct network_sequence *places, size_t count)
{
    size_t rows = parser->tags.rows;

    network_multiply(&parser->tags, room->vectors, room->scales, room->count, room->values);
    for (size_t s = 0; s < count; s++)
        for (size_t i = 0; i < sentences[s].count; i++) {
            const float *scores = room->values + (places[s].first + 1 + i) * rows;
            struct token *token = &sentences[s].tokens[i];
            if (!(token->given & GIVEN_UPOS))
                token->upos = (uint8_t)best_of(scores, UPOS_COUNT);
            if (!(token->given & GIVEN_XPOS))
                token->xpos = (uint8_t)best_of(scores + UPOS_COUNT, XPOS_COUNT);
        }
}

/* values -> rectified -> int8, a vector for each word. */
static void compress(float *values, size_t rows, size_t count, bool rectify, int8_t *out, float *scales)
{
    for (size_t i = 0; i < count; i++) {
        if (rectify)
            network_leaky(values + i * rows, ARC);
        scales[i] = network_quantise(values + i * rows, ARC, out + i * PADDED(ARC));
    }
}

/* What arcs are scored by, of all words at once. */
static void prepare_arcs(const struct parser *parser, struct room *room)
{
    size_t n = room->count;

    network_multiply(&parser->head, room->vectors, room->scales, n, room->values);
    compress(room->values, parser->head.rows, n, true, room->heads, room->head_scales);
    network_multiply(&parser->liking, room->heads, room->head_scales, n, room->liking);
    network_multiply(&parser->dependent, room->vectors, room->scales, n, room->values);
    compress(room->values, parser->dependent.rows, n, true, room->dependents, room->dependent_scales);
    network_multiply(&parser->bilinear, room->dependents, room->dependent_scales, n, room->values);
    compress(room->values, parser->bilinear.rows, n, false, room->dependents, room->dependent_scales);
}

/* The best tree of one sentence. */
static void find_heads(const struct parser *parser, struct room *room, struct network_sequence place)
{
    const int8_t *heads = room->heads + place.first * PADDED(ARC);
    const float *liking = room->liking + place.first * parser->liking.rows;
    size_t n = place.count;

    for (size_t d = 1; d < n; d++) {
        const int8_t *dependent = room->dependents + (place.first + d) * PADDED(ARC);
        float scale = room->dependent_scales[place.first + d];
        for (size_t h = 0; h < n; h++)
            room->scores[d * n + h] = scale * room->head_scales[place.first + h] *
                                          (float)network_dot(dependent, heads + h * PADDED(ARC), PADDED(ARC)) +
                                      liking[h * parser->liking.rows];
    }
    arborescence_find(room->scores, n, room->found + place.first, room->search);
}

/* The relation of every word to its head, once the trees are known, into room->values. */
static void score_relations(const struct parser *parser, struct room *room, const struct network_sequence *places,
                            size_t count)
{
    size_t rows = parser->label_head.rows;

    network_multiply(&parser->label_head, room->vectors, room->scales, room->count, room->values);
    network_multiply(&parser->label_dependent, room->vectors, room->scales, room->count, room->others);
    for (size_t s = 0; s < count; s++)
        for (size_t d = places[s].first + 1; d < places[s].first + places[s].count; d++) {
            float *hidden = room->others + d * rows;
            const float *head = room->values + (places[s].first + room->found[d]) * rows;
            for (size_t i = 0; i < LABEL; i++)
                hidden[i] += head[i];
        }
    compress(room->others, rows, room->count, true, room->heads, room->head_scales);
    network_multiply(&parser->label, room->heads, room->head_scales, room->count, room->values);
}

/* A root is root, and nothing else is. */
static void keep_tree(const struct parser *parser, struct room *room, const struct parser_sentence *sentence,
                      size_t first)
{
    for (size_t i = 0; i < sentence->count; i++) {
        float *scores = room->values + (first + 1 + i) * parser->label.rows;
        uint16_t head = room->found[first + 1 + i];
        scores[DEPREL_ROOT] = head == 0 ? 1e30f : -1e30f;
        sentence->tokens[i].deprel = (uint8_t)best_of(scores, DEPREL_COUNT);
        sentence->tokens[i].head = head == 0 ? -1 : sentence->first + head - 1;
    }
}

void parser_run(const struct parser *parser, const struct word *words, const struct parser_sentence *sentences,
                size_t count, void *workspace)
{
    struct network_sequence places[PARSER_SENTENCES];
    struct room room;
    size_t vectors = 0;
    bool tree = false;

    for (size_t s = 0; s < count; s++) {
        places[s] = (struct network_sequence){vectors, sentences[s].count + 1};
        vectors += sentences[s].count + 1;
        tree = tree || sentences[s].tree;
    }
    lay_out(&room, parser, vectors, workspace);
    room.vectors = encoder_run(&parser->encoder, words, places, count, room.encoder);
    for (size_t i = 0; i < vectors; i++)
        room.scales[i] = ENCODER_SCALE;
    tag(parser, &room, sentences, places, count);
    if (!tree)
        return;
    prepare_arcs(parser, &room);
    for (size_t s = 0; s < count; s++)
        find_heads(parser, &room, places[s]);
    score_relations(parser, &room, places, count);
    for (size_t s = 0; s < count; s++)
        if (sentences[s].tree)
            keep_tree(parser, &room, &sentences[s], places[s].first);
}
