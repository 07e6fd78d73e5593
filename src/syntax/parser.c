#include "syntax/parser.h"

#include "syntax/arborescence.h"

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

/* What one sentence needs, laid out in the workspace. */
struct room {
    void *encoder;
    float *values; /* of one matrix for all words */
    float *others; /* of another */
    float *scales; /* ENCODER_SCALE for each word */
    int8_t *heads; /* PADDED(ARC) bytes a word */
    int8_t *dependents;
    float *head_scales, *dependent_scales;
    float *liking;
    float *scores; /* [word][word] */
    uint16_t *found;
    void *search;
};

static void *take(char *workspace, size_t *at, size_t bytes)
{
    void *taken = workspace ? workspace + *at : NULL;
    *at += (bytes + 63) / 64 * 64;
    return taken;
}

static size_t lay_out(struct room *room, const struct parser *parser, size_t vectors, char *workspace)
{
    size_t at = 0, line = vectors * sizeof(float);

    room->encoder = take(workspace, &at, encoder_workspace(&parser->encoder, vectors));
    room->values = take(workspace, &at, line * parser->label_head.rows);
    room->others = take(workspace, &at, line * parser->label_dependent.rows);
    room->scales = take(workspace, &at, line);
    room->heads = take(workspace, &at, vectors * PADDED(ARC));
    room->dependents = take(workspace, &at, vectors * PADDED(ARC));
    room->head_scales = take(workspace, &at, line);
    room->dependent_scales = take(workspace, &at, line);
    room->liking = take(workspace, &at, line * parser->liking.rows);
    room->scores = take(workspace, &at, line * vectors);
    room->found = take(workspace, &at, vectors * sizeof(uint16_t));
    room->search = take(workspace, &at, arborescence_workspace(vectors));
    return at;
}

size_t parser_workspace(const struct parser *parser, size_t count)
{
    struct room room;
    return lay_out(&room, parser, count + 1, NULL);
}

static size_t best_of(const float *scores, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

static void tag(const struct parser *parser, const int8_t *vectors, struct room *room, struct token *tokens,
                size_t count)
{
    network_multiply(&parser->tags, vectors + ENCODER_OUTPUT, room->scales, count, room->values);
    for (size_t i = 0; i < count; i++) {
        const float *scores = room->values + i * parser->tags.rows;
        if (!(tokens[i].given & GIVEN_UPOS))
            tokens[i].upos = (uint8_t)best_of(scores, UPOS_COUNT);
        if (!(tokens[i].given & GIVEN_XPOS))
            tokens[i].xpos = (uint8_t)best_of(scores + UPOS_COUNT, XPOS_COUNT);
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

static void score_arcs(const struct parser *parser, const int8_t *vectors, struct room *room, size_t n)
{
    network_multiply(&parser->head, vectors, room->scales, n, room->values);
    compress(room->values, parser->head.rows, n, true, room->heads, room->head_scales);
    network_multiply(&parser->liking, room->heads, room->head_scales, n, room->liking);
    network_multiply(&parser->dependent, vectors, room->scales, n, room->values);
    compress(room->values, parser->dependent.rows, n, true, room->dependents, room->dependent_scales);
    network_multiply(&parser->bilinear, room->dependents, room->dependent_scales, n, room->values);
    compress(room->values, parser->bilinear.rows, n, false, room->dependents, room->dependent_scales);
    for (size_t d = 1; d < n; d++)
        for (size_t h = 0; h < n; h++)
            room->scores[d * n + h] =
                room->dependent_scales[d] * room->head_scales[h] *
                    (float)network_dot(room->dependents + d * PADDED(ARC), room->heads + h * PADDED(ARC), PADDED(ARC)) +
                room->liking[h * parser->liking.rows];
}

/* The relation of every word to its head, once the tree is known. A root is root, and nothing else is. */
static void label_arcs(const struct parser *parser, const int8_t *vectors, struct room *room, struct token *tokens,
                       size_t n)
{
    size_t rows = parser->label_head.rows;

    network_multiply(&parser->label_head, vectors, room->scales, n, room->values);
    network_multiply(&parser->label_dependent, vectors, room->scales, n, room->others);
    for (size_t d = 1; d < n; d++) {
        float *hidden = room->others + d * rows;
        const float *head = room->values + room->found[d] * rows;
        for (size_t i = 0; i < LABEL; i++)
            hidden[i] += head[i];
    }
    compress(room->others, rows, n, true, room->heads, room->head_scales);
    network_multiply(&parser->label, room->heads, room->head_scales, n, room->values);
    for (size_t d = 1; d < n; d++) {
        float *scores = room->values + d * parser->label.rows;
        scores[DEPREL_ROOT] = room->found[d] == 0 ? 1e30f : -1e30f;
        tokens[d - 1].deprel = (uint8_t)best_of(scores, DEPREL_COUNT);
    }
}

void parser_run(const struct parser *parser, const struct word *words, struct token *tokens, size_t count,
                int32_t first, bool tree, void *workspace)
{
    struct room room;
    size_t n = count + 1;

    lay_out(&room, parser, n, workspace);
    const int8_t *vectors = encoder_run(&parser->encoder, words, count, room.encoder);
    for (size_t i = 0; i < n; i++)
        room.scales[i] = ENCODER_SCALE;
    tag(parser, vectors, &room, tokens, count);
    if (!tree)
        return;
    score_arcs(parser, vectors, &room, n);
    arborescence_find(room.scores, n, room.found, room.search);
    label_arcs(parser, vectors, &room, tokens, n);
    for (size_t i = 0; i < count; i++)
        tokens[i].head = room.found[i + 1] == 0 ? -1 : first + room.found[i + 1] - 1;
}
