#include "syntax/encoder.h"

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
    if (words.length != (size_t)(size[1] + ROW_ROOT + 1) * ENCODER_WORD)
        return missing(error, "network.words");
    if (affixes.length != (size_t)ENCODER_AFFIX_ROWS * ENCODER_AFFIX)
        return missing(error, "network.affixes");
    encoder->slots = size[0];
    encoder->row_count = size[1] + ROW_ROOT + 1;
    encoder->hashes = (const uint64_t *)(const void *)(bytes.data + 64);
    encoder->rows = (const uint32_t *)(encoder->hashes + encoder->slots);
    encoder->words = (const int8_t *)words.data;
    encoder->affixes = (const int8_t *)affixes.data;
    return HEARSAY_OK;
}

int encoder_open(struct encoder *encoder, const struct model *model, struct hearsay_error *error)
{
    static const char *const sections[ENCODER_LAYERS][2][2] = {
        {{"network.1.f.input", "network.1.f.recurrent"}, {"network.1.b.input", "network.1.b.recurrent"}},
        {{"network.2.f.input", "network.2.f.recurrent"}, {"network.2.b.input", "network.2.b.recurrent"}},
    };
    int status = open_vocabulary(encoder, model, error);

    for (int layer = 0; layer < ENCODER_LAYERS && status == HEARSAY_OK; layer++)
        for (int way = 0; way < 2 && status == HEARSAY_OK; way++)
            status = network_open_memory(&encoder->layers[layer][way], model, sections[layer][way][0],
                                         sections[layer][way][1], ENCODER_HIDDEN,
                                         layer ? ENCODER_OUTPUT : ENCODER_WORD + ENCODER_AFFIX, error);
    return status;
}

void encoder_affixes(const struct word *word, uint32_t rows[ENCODER_AFFIXES])
{
    const uint64_t parts[ENCODER_AFFIXES] = {word->prefix[1], word->prefix[2], word->suffix[0], word->suffix[1],
                                             word->suffix[2], word->suffix[3], word->shape,     word->cluster};
    for (unsigned i = 0; i < ENCODER_AFFIXES; i++)
        rows[i] = (uint32_t)((linear_feature1(i + 1, parts[i]) >> 32) * ENCODER_AFFIX_ROWS >> 32);
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

    memcpy(out, encoder->words + (size_t)row * ENCODER_WORD, ENCODER_WORD);
    for (size_t i = 0; i < ENCODER_AFFIXES; i++) {
        const int8_t *part = encoder->affixes + (size_t)affixes[i] * ENCODER_AFFIX;
        for (size_t j = 0; j < ENCODER_AFFIX; j++)
            sums[j] = (int16_t)(sums[j] + part[j]);
    }
    for (size_t j = 0; j < ENCODER_AFFIX; j++) {
        int value = (sums[j] + 1026) / 4 - 256; /* to the nearest: sums are within 1016 */
        out[ENCODER_WORD + j] = (int8_t)(value > 127 ? 127 : value < -127 ? -127 : value);
    }
    memset(out + ENCODER_WORD + ENCODER_AFFIX, 0, ENCODER_INPUT - ENCODER_WORD - ENCODER_AFFIX);
}

static size_t aligned(size_t bytes)
{
    return (bytes + 63) / 64 * 64;
}

size_t encoder_workspace(const struct encoder *encoder, size_t count)
{
    return aligned(count * ENCODER_OUTPUT) * 2 + aligned(count * sizeof(float)) +
           aligned(network_memory_workspace(&encoder->layers[0][0], count) * sizeof(float));
}

const int8_t *encoder_run(const struct encoder *encoder, const struct word *words, size_t count, void *workspace)
{
    static const uint32_t root_affixes[ENCODER_AFFIXES] = {0};
    size_t vectors = count + 1;
    int8_t *first = workspace, *second = first + aligned(vectors * ENCODER_OUTPUT);
    float *scales = (float *)(void *)(second + aligned(vectors * ENCODER_OUTPUT));
    float *rest = scales + aligned(vectors * sizeof(float)) / sizeof(float);

    embed(encoder, ROW_ROOT, root_affixes, first);
    for (size_t i = 0; i < count; i++) {
        uint32_t affixes[ENCODER_AFFIXES];
        encoder_affixes(&words[i], affixes);
        embed(encoder, word_row(encoder, words[i].lower), affixes, first + (i + 1) * ENCODER_INPUT);
    }
    for (int layer = 0; layer < ENCODER_LAYERS; layer++) {
        const int8_t *in = layer % 2 ? second : first;
        int8_t *out = layer % 2 ? first : second;
        for (size_t i = 0; i < vectors; i++)
            scales[i] = layer ? ENCODER_SCALE : 1;
        for (int way = 0; way < 2; way++)
            network_run_memory(&encoder->layers[layer][way], in, scales, vectors, way == 1, out + way * ENCODER_HIDDEN,
                               ENCODER_OUTPUT, rest);
    }
    return first;
}
