#include "model/network.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

#define STAGE "model"
#define GROUP 4 /* columns that stand together in the weights */
#define CELL  (NETWORK_ROWS * GROUP)

/* Loops that the compiler makes vectors of, with the widest instructions of the processor at hand. */
#ifdef __x86_64__
#define VECTORS __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define VECTORS
#endif

/* ---- products ----------------------------------------------------------------------------------------------- */

/* Sums of `bands` bands of sixteen rows for `count` vectors, one or MOST_VECTORS, that lie `columns` bytes apart:
 * sums[vector][band][row]. */
typedef void rows_product(const int8_t *weights, const int32_t *row_sum, const int8_t *x, size_t columns, size_t bands,
                          size_t count, int32_t *sums);

#define MOST_VECTORS 4

static void product_portable(const int8_t *weights, const int32_t *row_sum, const int8_t *x, size_t columns,
                             size_t bands, size_t count, int32_t *sums)
{
    (void)row_sum;
    for (size_t k = 0; k < count; k++)
        for (size_t r = 0; r < bands * NETWORK_ROWS; r++) {
            const int8_t *row = weights + r / NETWORK_ROWS * NETWORK_ROWS * columns + r % NETWORK_ROWS * GROUP;
            int32_t sum = 0;
            for (size_t c = 0; c < columns; c++)
                sum += row[c / GROUP * CELL + c % GROUP] * x[k * columns + c];
            sums[k * bands * NETWORK_ROWS + r] = sum;
        }
}

#ifdef __x86_64__
/* A product is made in tiles: as many sums at once as there are registers for, so that none waits for another. */
struct tile {
    const int8_t *weights;
    const int32_t *row_sum;
    const int8_t *x;
    size_t columns;
    int32_t *sums;
    size_t stride; /* from one vector's sums to the next one's */
};

static inline struct tile next_tile(struct tile tile, size_t bands)
{
    tile.weights += bands * NETWORK_ROWS * tile.columns;
    tile.row_sum += bands * NETWORK_ROWS;
    tile.sums += bands * NETWORK_ROWS;
    return tile;
}

static inline int32_t four_bytes(const int8_t *x)
{
    int32_t value;
    memcpy(&value, x, sizeof value);
    return value;
}

#define SUMS_AVX2 4 /* pairs of registers */

/* |x| times the weight with x's sign: both within 127, so that the sum of two products fits 16 bits. */
__attribute__((target("avx2"), always_inline)) static inline void tile_avx2(const struct tile *tile, const size_t bands,
                                                                            const size_t count)
{
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i low[SUMS_AVX2], high[SUMS_AVX2];
    for (size_t i = 0; i < bands * count; i++)
        low[i] = high[i] = _mm256_setzero_si256();
    for (size_t c = 0; c < tile->columns; c += GROUP)
        for (size_t k = 0; k < count; k++) {
            __m256i v = _mm256_set1_epi32(four_bytes(tile->x + k * tile->columns + c));
            __m256i magnitude = _mm256_abs_epi8(v);
            for (size_t b = 0; b < bands; b++) {
                const int8_t *at = tile->weights + b * NETWORK_ROWS * tile->columns + c * NETWORK_ROWS;
                const __m256i *cell = (const __m256i *)(const void *)at;
                __m256i first = _mm256_maddubs_epi16(magnitude, _mm256_sign_epi8(cell[0], v));
                __m256i second = _mm256_maddubs_epi16(magnitude, _mm256_sign_epi8(cell[1], v));
                low[k * bands + b] = _mm256_add_epi32(low[k * bands + b], _mm256_madd_epi16(first, ones));
                high[k * bands + b] = _mm256_add_epi32(high[k * bands + b], _mm256_madd_epi16(second, ones));
            }
        }
    for (size_t k = 0; k < count; k++)
        for (size_t b = 0; b < bands; b++) {
            int32_t *sums = tile->sums + k * tile->stride + b * NETWORK_ROWS;
            _mm256_storeu_si256((__m256i *)(void *)sums, low[k * bands + b]);
            _mm256_storeu_si256((__m256i *)(void *)(sums + 8), high[k * bands + b]);
        }
}

__attribute__((target("avx2"))) static void product_avx2(const int8_t *weights, const int32_t *row_sum, const int8_t *x,
                                                         size_t columns, size_t bands, size_t count, int32_t *sums)
{
    struct tile tile = {weights, row_sum, x, columns, sums, bands * NETWORK_ROWS};

    for (; count == 1 && bands >= 4; bands -= 4, tile = next_tile(tile, 4))
        tile_avx2(&tile, 4, 1);
    for (; bands > 0; bands--, tile = next_tile(tile, 1))
        if (count == 1)
            tile_avx2(&tile, 1, 1);
        else
            tile_avx2(&tile, 1, MOST_VECTORS);
}

#define VNNI      "avx512f,avx512bw,avx512vnni"
#define SUMS_VNNI 8

/* The instruction multiplies unsigned by signed: x + 128 is unsigned, and 128 times the sum of the weights goes off
 * again. */
__attribute__((target(VNNI), always_inline)) static inline void tile_vnni(const struct tile *tile, const size_t bands,
                                                                          const size_t count)
{
    const __m512i flip = _mm512_set1_epi8((char)0x80);
    __m512i total[SUMS_VNNI];
    for (size_t i = 0; i < bands * count; i++)
        total[i] = _mm512_setzero_si512();
    for (size_t c = 0; c < tile->columns; c += GROUP)
        for (size_t k = 0; k < count; k++) {
            __m512i v = _mm512_xor_si512(_mm512_set1_epi32(four_bytes(tile->x + k * tile->columns + c)), flip);
            for (size_t b = 0; b < bands; b++) {
                const int8_t *cell = tile->weights + b * NETWORK_ROWS * tile->columns + c * NETWORK_ROWS;
                total[k * bands + b] = _mm512_dpbusd_epi32(total[k * bands + b], v, _mm512_load_si512(cell));
            }
        }
    for (size_t k = 0; k < count; k++)
        for (size_t b = 0; b < bands; b++) {
            __m512i excess = _mm512_slli_epi32(_mm512_loadu_si512(tile->row_sum + b * NETWORK_ROWS), 7);
            _mm512_storeu_si512(tile->sums + k * tile->stride + b * NETWORK_ROWS,
                                _mm512_sub_epi32(total[k * bands + b], excess));
        }
}

__attribute__((target(VNNI))) static void product_vnni(const int8_t *weights, const int32_t *row_sum, const int8_t *x,
                                                       size_t columns, size_t bands, size_t count, int32_t *sums)
{
    struct tile tile = {weights, row_sum, x, columns, sums, bands * NETWORK_ROWS};

    for (; count == 1 && bands >= 8; bands -= 8, tile = next_tile(tile, 8))
        tile_vnni(&tile, 8, 1);
    for (; count == MOST_VECTORS && bands >= 2; bands -= 2, tile = next_tile(tile, 2))
        tile_vnni(&tile, 2, MOST_VECTORS);
    for (; bands > 0; bands--, tile = next_tile(tile, 1))
        if (count == 1)
            tile_vnni(&tile, 1, 1);
        else
            tile_vnni(&tile, 1, MOST_VECTORS);
}
#endif

/* NULL where the processor lacks the instructions. */
static rows_product *product_with(enum network_instructions instructions)
{
#ifdef __x86_64__
    if (instructions == NETWORK_VNNI)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                       __builtin_cpu_supports("avx512vnni")
                   ? product_vnni
                   : NULL;
    if (instructions == NETWORK_AVX2)
        return __builtin_cpu_supports("avx2") ? product_avx2 : NULL;
#endif
    return instructions == NETWORK_PORTABLE ? product_portable : NULL;
}

static rows_product *best_product(void)
{
    rows_product *product = product_with(NETWORK_VNNI);
    if (!product)
        product = product_with(NETWORK_AVX2);
    return product ? product : product_portable;
}

/* y = bias + scale * sum, one vector. */
VECTORS static void rescale(const struct network_matrix *matrix, const int32_t *restrict sums, float x_scale,
                            float *restrict y)
{
    for (size_t i = 0; i < matrix->rows; i++)
        y[i] = matrix->bias[i] + matrix->scale[i] * x_scale * (float)sums[i];
}

static void multiply(rows_product *product, const struct network_matrix *matrix, const int8_t *x, const float *x_scale,
                     size_t count, float *y)
{
    int32_t sums[MOST_VECTORS * NETWORK_MOST_ROWS];
    size_t step;

    for (size_t k = 0; k < count; k += step) {
        step = count - k >= MOST_VECTORS ? MOST_VECTORS : 1;
        product(matrix->weights, matrix->sum, x + k * matrix->columns, matrix->columns, matrix->rows / NETWORK_ROWS,
                step, sums);
        for (size_t i = 0; i < step; i++)
            rescale(matrix, sums + i * matrix->rows, x_scale[k + i], y + (k + i) * matrix->rows);
    }
}

void network_multiply(const struct network_matrix *matrix, const int8_t *x, const float *x_scale, size_t count,
                      float *y)
{
    multiply(best_product(), matrix, x, x_scale, count, y);
}

bool network_multiply_with(enum network_instructions instructions, const struct network_matrix *matrix, const int8_t *x,
                           const float *x_scale, size_t count, float *y)
{
    rows_product *product = product_with(instructions);
    if (product)
        multiply(product, matrix, x, x_scale, count, y);
    return product != NULL;
}

VECTORS static int32_t dot(const int8_t *x, const int8_t *y, size_t length)
{
    int32_t sum = 0;
    for (size_t i = 0; i < length; i++)
        sum += x[i] * y[i];
    return sum;
}

int32_t network_dot(const int8_t *x, const int8_t *y, size_t length)
{
    return dot(x, y, length);
}

/* ---- values ------------------------------------------------------------------------------------------------- */

static inline int8_t round_to_int8(float value)
{
    return (int8_t)(int)(value + (value < 0 ? -0.5f : 0.5f));
}

/* Positive floats are ordered as their bits are; a maximum of integers is free to be taken in any order. */
VECTORS static float largest_magnitude(const float *values, size_t length)
{
    int32_t most = 0;
    float magnitude;
    for (size_t i = 0; i < length; i++) {
        int32_t bits;
        memcpy(&bits, values + i, sizeof bits);
        bits &= INT32_MAX;
        most = bits > most ? bits : most;
    }
    memcpy(&magnitude, &most, sizeof magnitude);
    return magnitude;
}

VECTORS static void round_all(const float *restrict values, float factor, size_t length, int8_t *restrict out)
{
    for (size_t i = 0; i < length; i++)
        out[i] = round_to_int8(values[i] * factor);
}

float network_quantise(const float *values, size_t length, int8_t *out)
{
    size_t room = (length + NETWORK_COLUMNS - 1) / NETWORK_COLUMNS * NETWORK_COLUMNS;
    float most = largest_magnitude(values, length);

    round_all(values, most > 0 ? 127.0f / most : 0, length, out);
    memset(out + length, 0, room - length);
    return most / 127.0f;
}

VECTORS static void rectify(float *values, size_t length)
{
    for (size_t i = 0; i < length; i++)
        values[i] = values[i] < 0 ? values[i] * 0.125f : values[i];
}

void network_leaky(float *values, size_t length)
{
    rectify(values, length);
}

/* Lambert's continued fraction for the hyperbolic tangent, cut after the fourth term: within 0.0001 up to where it is
 * clamped. Only products, sums and one division: the same on every machine. */
static inline float hyperbolic_tangent(float x)
{
    x = x < 4.9f ? x : 4.9f;
    x = x > -4.9f ? x : -4.9f;
    float s = x * x;
    return x * (135135.0f + s * (17325.0f + s * (378.0f + s))) /
           (135135.0f + s * (62370.0f + s * (3150.0f + s * 28.0f)));
}

static inline float logistic(float x)
{
    return 0.5f + 0.5f * hyperbolic_tangent(0.5f * x);
}

/* One step: `gates` holds input, forget, cell, output and is used up; the new state and the output come out. Loops of
 * one kind, so that the compiler makes vectors of them. */
VECTORS static void step_gates(const float *restrict input, float *restrict gates, uint32_t hidden,
                               float *restrict state, int8_t *restrict out)
{
    float *restrict cell = gates + 2 * hidden, *restrict show = gates + 3 * hidden;
    for (uint32_t i = 0; i < 4 * hidden; i++)
        gates[i] += input[i];
    for (uint32_t i = 0; i < 2 * hidden; i++)
        gates[i] = logistic(gates[i]);
    for (uint32_t i = 0; i < hidden; i++)
        cell[i] = hyperbolic_tangent(cell[i]);
    for (uint32_t i = 0; i < hidden; i++)
        show[i] = logistic(show[i]);
    for (uint32_t i = 0; i < hidden; i++)
        state[i] = gates[hidden + i] * state[i] + gates[i] * cell[i];
    for (uint32_t i = 0; i < hidden; i++)
        show[i] *= hyperbolic_tangent(state[i]) * 127.0f;
    for (uint32_t i = 0; i < hidden; i++)
        out[i] = round_to_int8(show[i]);
}

size_t network_memory_workspace(const struct network_memory *memory, size_t vectors)
{
    return (vectors + MOST_VECTORS) * memory->input.rows + MOST_VECTORS * memory->hidden;
}

/* Sequences that are under way. What belongs to lane i lies at i times its size; lanes that are done close ranks. */
struct lanes {
    const struct network_sequence *sequence[MOST_VECTORS];
    size_t step[MOST_VECTORS];
    size_t count;
    float *gates;                                                                 /* input.rows each */
    float *states;                                                                /* hidden each */
    int8_t before[MOST_VECTORS * NETWORK_MOST_ROWS] __attribute__((aligned(64))); /* recurrent.columns each */
};

static void begin_lane(struct lanes *lanes, size_t lane, const struct network_sequence *sequence,
                       const struct network_memory *memory)
{
    lanes->sequence[lane] = sequence;
    lanes->step[lane] = 0;
    memset(lanes->states + lane * memory->hidden, 0, memory->hidden * sizeof *lanes->states);
    memset(lanes->before + lane * memory->recurrent.columns, 0, memory->recurrent.columns);
}

static void end_lane(struct lanes *lanes, size_t lane, const struct network_memory *memory)
{
    size_t last = --lanes->count, columns = memory->recurrent.columns;
    if (lane == last)
        return;
    lanes->sequence[lane] = lanes->sequence[last];
    lanes->step[lane] = lanes->step[last];
    memcpy(lanes->states + lane * memory->hidden, lanes->states + last * memory->hidden,
           memory->hidden * sizeof *lanes->states);
    memcpy(lanes->before + lane * columns, lanes->before + last * columns, columns);
}

/* One step of all lanes. */
static void step_lanes(struct lanes *lanes, const struct network_memory *memory, const float *inputs, bool backward,
                       int8_t *out, size_t out_stride)
{
    static const float scales[MOST_VECTORS] = {1 / 127.0f, 1 / 127.0f, 1 / 127.0f, 1 / 127.0f};
    size_t rows = memory->input.rows, width = lanes->count == 1 ? 1 : MOST_VECTORS;

    multiply(best_product(), &memory->recurrent, lanes->before, scales, width, lanes->gates);
    for (size_t lane = 0; lane < lanes->count; lane++) {
        const struct network_sequence *sequence = lanes->sequence[lane];
        size_t step = lanes->step[lane]++;
        size_t at = sequence->first + (backward ? sequence->count - 1 - step : step);
        int8_t *before = lanes->before + lane * memory->recurrent.columns;
        step_gates(inputs + at * rows, lanes->gates + lane * rows, memory->hidden,
                   lanes->states + lane * memory->hidden, before);
        memcpy(out + at * out_stride, before, memory->hidden);
    }
}

void network_run_memory(const struct network_memory *memory, const int8_t *x, const float *x_scale,
                        const struct network_sequence *sequences, size_t sequence_count, bool backward, int8_t *out,
                        size_t out_stride, float *workspace)
{
    size_t vectors = 0, next = 0;
    struct lanes lanes;

    for (size_t i = 0; i < sequence_count; i++)
        vectors += sequences[i].count;
    lanes.gates = workspace + vectors * memory->input.rows;
    lanes.states = lanes.gates + MOST_VECTORS * memory->input.rows;
    lanes.count = 0;
    memset(lanes.before, 0, MOST_VECTORS * memory->recurrent.columns);
    multiply(best_product(), &memory->input, x, x_scale, vectors, workspace);
    while (next < sequence_count && lanes.count < MOST_VECTORS)
        begin_lane(&lanes, lanes.count++, &sequences[next++], memory);
    while (lanes.count > 0) {
        step_lanes(&lanes, memory, workspace, backward, out, out_stride);
        for (size_t lane = lanes.count; lane-- > 0;) {
            if (lanes.step[lane] < lanes.sequence[lane]->count)
                continue;
            if (next < sequence_count)
                begin_lane(&lanes, lane, &sequences[next++], memory);
            else
                end_lane(&lanes, lane, memory);
        }
    }
}

/* ---- sections ----------------------------------------------------------------------------------------------- */

int network_open_matrix(struct network_matrix *matrix, const struct model *model, const char *section, uint32_t rows,
                        uint32_t columns, struct hearsay_error *error)
{
    struct view bytes = model_section(model, section);
    uint32_t size[2];
    if (bytes.length < 64)
        return error_set(error, HEARSAY_ERROR_INPUT, STAGE, "",
                         "the model has no usable section %s; use a complete model file", section);
    memcpy(size, bytes.data, sizeof size);
    if (size[0] == 0 || size[1] == 0 || size[0] > NETWORK_MOST_ROWS || size[1] > NETWORK_MOST_ROWS ||
        (rows && rows != size[0]) || (columns && columns != size[1]))
        return error_set(error, HEARSAY_ERROR_INPUT, STAGE, "",
                         "section %s has an unexpected shape; use a model of this version", section);
    matrix->rows = (size[0] + NETWORK_ROWS - 1) / NETWORK_ROWS * NETWORK_ROWS;
    matrix->columns = (size[1] + NETWORK_COLUMNS - 1) / NETWORK_COLUMNS * NETWORK_COLUMNS;
    if (bytes.length != 64 + matrix->rows * (size_t)12 + (size_t)matrix->rows * matrix->columns)
        return error_set(error, HEARSAY_ERROR_INPUT, STAGE, "", "section %s is cut short; use a complete model file",
                         section);
    matrix->scale = (const float *)(const void *)(bytes.data + 64);
    matrix->bias = matrix->scale + matrix->rows;
    matrix->sum = (const int32_t *)(const void *)(matrix->bias + matrix->rows);
    matrix->weights = (const int8_t *)(matrix->sum + matrix->rows);
    return HEARSAY_OK;
}

int network_open_memory(struct network_memory *memory, const struct model *model, const char *input,
                        const char *recurrent, uint32_t hidden, uint32_t columns, struct hearsay_error *error)
{
    int status = network_open_matrix(&memory->input, model, input, 4 * hidden, columns, error);
    if (status == HEARSAY_OK)
        status = network_open_matrix(&memory->recurrent, model, recurrent, 4 * hidden, hidden, error);
    memory->hidden = hidden;
    return status;
}
