#include "syntax/encoder.h"

#include <stdio.h>

#include "model/linear.h"

#define ROW_UNKNOWN 1
#define ROW_ROOT    2

static int missing(struct hearsay_error *error, const char *section)
{
    return error_set(error, HEARSAY_ERROR_INPUT, "syntax", "",
                     "the model has no usable section %s; use a complete model file", section);
}

/* The section: uint32 slots, words, 14 times zero; uint64 hashes[slots]; uint32 rows[slots]. */
static int open_vocabulary(struct encoder *encoder, const struct model *model, struct hearsay_error *error)
{
    struct view bytes = model_section(model, "network.vocabulary");
    struct view words = model_section(model, "network.words");
    struct view affixes = model_section(model, "network.affixes");
    uint32_t size[2];

    if (bytes.length < 64)
        return missing(error, "network.vocabulary");
    memcpy(size, bytes.data, sizeof size);
    if (size[0] == 0 || (size[0] & (size[0] - 1)) || size[1] >= size[0] || bytes.length != 64 + size[0] * (size_t)12)
        return missing(error, "network.vocabulary");
    encoder->row_count = size[1] + ROW_ROOT + 1;
    encoder->word_width = (uint32_t)(words.length / encoder->row_count);
    if (encoder->word_width == 0 || encoder->word_width > ENCODER_INPUT - ENCODER_AFFIX ||
        words.length % encoder->row_count)
        return missing(error, "network.words");
    encoder->affix_rows = (uint32_t)(affixes.length / ENCODER_AFFIX);
    if (encoder->affix_rows == 0 || affixes.length % ENCODER_AFFIX)
        return missing(error, "network.affixes");
    encoder->slots = size[0];
    encoder->hashes = (const uint64_t *)(const void *)(bytes.data + 64);
    encoder->rows = (const uint32_t *)(encoder->hashes + encoder->slots);
    encoder->words = (const int8_t *)words.data;
    encoder->affixes = (const int8_t *)affixes.data;
    return HEARSAY_OK;
}

/* The section of one matrix of a layer, counted from 0. */
static const char *section_name(char name[24], int layer, int way, const char *part)
{
    snprintf(name, 24, "network.%d.%c.%s", layer + 1, way ? 'b' : 'f', part);
    return name;
}

static int open_layer(struct encoder *encoder, const struct model *model, int layer, struct hearsay_error *error)
{
    uint32_t columns = layer ? ENCODER_OUTPUT : encoder->word_width + ENCODER_AFFIX;
    int status = HEARSAY_OK;

    for (int way = 0; way < 2 && status == HEARSAY_OK; way++) {
        char input[24], recurrent[24];
        status = network_open_memory(&encoder->layers[layer][way], model, section_name(input, layer, way, "input"),
                                     section_name(recurrent, layer, way, "recurrent"), ENCODER_HIDDEN, columns, error);
    }
    return status;
}

int encoder_open(struct encoder *encoder, const struct model *model, struct hearsay_error *error)
{
    int status = open_vocabulary(encoder, model, error), layer = 0;
    char next[24];

    while (status == HEARSAY_OK && layer < ENCODER_MOST_LAYERS &&
           (layer == 0 || model_section(model, section_name(next, layer, 0, "input")).data))
        status = open_layer(encoder, model, layer++, error);
    encoder->layer_count = layer;
    return status;
}

void encoder_affixes(const struct word *word, uint32_t row_count, uint32_t rows[ENCODER_AFFIXES])
{
    const uint64_t parts[ENCODER_AFFIXES] = {word->prefix[1], word->prefix[2], word->suffix[0], word->suffix[1],
                                             word->suffix[2], word->suffix[3], word->shape,     word->cluster};
    for (unsigned i = 0; i < ENCODER_AFFIXES; i++)
        rows[i] = (uint32_t)((linear_feature1(i + 1, parts[i]) >> 32) * row_count >> 32);
}

static uint32_t word_row(const struct encoder *encoder, uint64_t hash)
{
    for (uint32_t slot = (uint32_t)hash & (encoder->slots - 1);; slot = (slot + 1) & (encoder->slots - 1)) {
        if (encoder->hashes[slot] == hash)
            return encoder->rows[slot] < encoder->row_count ? encoder->rows[slot] : ROW_UNKNOWN;
        if (encoder->hashes[slot] == 0)
            return ROW_UNKNOWN;
    }
}

/* The word's row as it is, the sum of its parts' rows at a quarter. */
static void embed(const struct encoder *encoder, uint32_t row, const uint32_t affixes[ENCODER_AFFIXES], int8_t *out)
{
    int16_t sums[ENCODER_AFFIX] = {0};

    memset(out, 0, ENCODER_INPUT);
    memcpy(out, encoder->words + (size_t)row * encoder->word_width, encoder->word_width);
    for (size_t i = 0; i < ENCODER_AFFIXES; i++) {
        const int8_t *part = encoder->affixes + (size_t)affixes[i] * ENCODER_AFFIX;
        for (size_t j = 0; j < ENCODER_AFFIX; j++)
            sums[j] = (int16_t)(sums[j] + part[j]);
    }
    for (size_t j = 0; j < ENCODER_AFFIX; j++) {
        int value = (sums[j] + 1026) / 4 - 256; /* to the nearest: sums are within 1016 */
        out[encoder->word_width + j] = (int8_t)(value > 127 ? 127 : value < -127 ? -127 : value);
    }
}

static size_t aligned(size_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

size_t encoder_workspace(const struct encoder *encoder, size_t vectors)
{
    return aligned(vectors * ENCODER_OUTPUT) * 2 + aligned(vectors * sizeof(float)) +
           aligned(network_memory_workspace(&encoder->layers[0][0], vectors) * sizeof(float));
}

static void embed_sentence(const struct encoder *encoder, const struct word *words, size_t count, int8_t *out)
{
    static const uint32_t root_affixes[ENCODER_AFFIXES] = {0};
    uint32_t affixes[ENCODER_AFFIXES];

    embed(encoder, ROW_ROOT, root_affixes, out);
    for (size_t i = 0; i < count; i++) {
        encoder_affixes(&words[i], encoder->affix_rows, affixes);
        embed(encoder, word_row(encoder, words[i].lower), affixes, out + (i + 1) * ENCODER_INPUT);
    }
}

const int8_t *encoder_run(const struct encoder *encoder, const struct word *words,
                          const struct network_sequence *sentences, size_t sentence_count, void *workspace)
{
    const struct network_sequence *last = &sentences[sentence_count - 1];
    size_t vectors = last->first + last->count;
    int8_t *first = workspace, *second = first + aligned(vectors * ENCODER_OUTPUT);
    float *scales = (float *)(void *)(second + aligned(vectors * ENCODER_OUTPUT));
    float *rest = scales + aligned(vectors * sizeof(float)) / sizeof(float);

    for (size_t i = 0; i < sentence_count; i++)
        embed_sentence(encoder, words + sentences[i].first - i, sentences[i].count - 1,
                       first + sentences[i].first * ENCODER_INPUT);
    for (int layer = 0; layer < encoder->layer_count; layer++) {
        const int8_t *in = layer % 2 ? second : first;
        int8_t *out = layer % 2 ? first : second;
        for (size_t i = 0; i < vectors; i++)
            scales[i] = layer ? ENCODER_SCALE : 1;
        for (int way = 0; way < 2; way++)
            network_run_memory(&encoder->layers[layer][way], in, scales, sentences, sentence_count, way == 1,
                               out + way * ENCODER_HIDDEN, ENCODER_OUTPUT, rest);
    }
    return encoder->layer_count % 2 ? second : first;
}
