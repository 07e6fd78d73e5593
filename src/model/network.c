#include "model/network.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

#define STAGE "model"
#define GROUP 4 /* columns that stand together in the weights */
#define CELL  (NETWORK_ROWS * GROUP)

/* ---- products ----------------------------------------------------------------------------------------------- */

/* Sums for `bands` bands of sixteen rows and `count` vectors that lie `columns` bytes apart: sums[vector][band][row].
 * Two shapes are asked for: four vectors and one band (the weights are read once for all four), one vector and four
 * bands (four sums are under way at once). */
typedef void rows_product(const int8_t *weights, const int32_t *row_sum, const int8_t *x, size_t columns, size_t bands,
                          size_t count, int32_t *sums);

#define LANES 4 /* bands * count at most */

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
static inline int32_t four_bytes(const int8_t *x)
{
    int32_t value;
    memcpy(&value, x, sizeof value);
    return value;
}

/* |x| times the weight with x's sign: both within 127, so that the sum of two products fits 16 bits. */
__attribute__((target("avx2"), always_inline)) static inline void shape_avx2(const int8_t *weights, const int8_t *x,
                                                                             size_t columns, const size_t bands,
                                                                             const size_t count, int32_t *sums)
{
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i low[LANES], high[LANES];
    for (size_t i = 0; i < bands * count; i++)
        low[i] = high[i] = _mm256_setzero_si256();
    for (size_t c = 0; c < columns; c += GROUP)
        for (size_t k = 0; k < count; k++) {
            __m256i v = _mm256_set1_epi32(four_bytes(x + k * columns + c));
            __m256i magnitude = _mm256_abs_epi8(v);
            for (size_t b = 0; b < bands; b++) {
                const __m256i *cell = (const __m256i *)(weights + b * NETWORK_ROWS * columns + c * NETWORK_ROWS);
                __m256i first = _mm256_maddubs_epi16(magnitude, _mm256_sign_epi8(cell[0], v));
                __m256i second = _mm256_maddubs_epi16(magnitude, _mm256_sign_epi8(cell[1], v));
                low[k * bands + b] = _mm256_add_epi32(low[k * bands + b], _mm256_madd_epi16(first, ones));
                high[k * bands + b] = _mm256_add_epi32(high[k * bands + b], _mm256_madd_epi16(second, ones));
            }
        }
    for (size_t i = 0; i < bands * count; i++) {
        _mm256_storeu_si256((__m256i *)(sums + i * NETWORK_ROWS), low[i]);
        _mm256_storeu_si256((__m256i *)(sums + i * NETWORK_ROWS + 8), high[i]);
    }
}

__attribute__((target("avx2"))) static void product_avx2(const int8_t *weights, const int32_t *row_sum, const int8_t *x,
                                                         size_t columns, size_t bands, size_t count, int32_t *sums)
{
    (void)row_sum;
    if (count == 4)
        shape_avx2(weights, x, columns, 1, 4, sums);
    else if (bands == 4)
        shape_avx2(weights, x, columns, 4, 1, sums);
    else
        shape_avx2(weights, x, columns, 1, 1, sums);
}

#define VNNI "avx512f,avx512bw,avx512vnni"

/* The instruction multiplies unsigned by signed: x + 128 is unsigned, and 128 times the sum of the weights goes off
 * again. */
__attribute__((target(VNNI), always_inline)) static inline void shape_vnni(const int8_t *weights,
                                                                           const int32_t *row_sum, const int8_t *x,
                                                                           size_t columns, const size_t bands,
                                                                           const size_t count, int32_t *sums)
{
    const __m512i flip = _mm512_set1_epi8((char)0x80);
    __m512i total[LANES];
    for (size_t i = 0; i < bands * count; i++)
        total[i] = _mm512_setzero_si512();
    for (size_t c = 0; c < columns; c += GROUP)
        for (size_t k = 0; k < count; k++) {
            __m512i v = _mm512_xor_si512(_mm512_set1_epi32(four_bytes(x + k * columns + c)), flip);
            for (size_t b = 0; b < bands; b++) {
                __m512i cell = _mm512_load_si512(weights + b * NETWORK_ROWS * columns + c * NETWORK_ROWS);
                total[k * bands + b] = _mm512_dpbusd_epi32(total[k * bands + b], v, cell);
            }
        }
    for (size_t i = 0; i < bands * count; i++) {
        __m512i excess = _mm512_slli_epi32(_mm512_loadu_si512(row_sum + i % bands * NETWORK_ROWS), 7);
        _mm512_storeu_si512(sums + i * NETWORK_ROWS, _mm512_sub_epi32(total[i], excess));
    }
}

__attribute__((target(VNNI))) static void product_vnni(const int8_t *weights, const int32_t *row_sum, const int8_t *x,
                                                       size_t columns, size_t bands, size_t count, int32_t *sums)
{
    if (count == 4)
        shape_vnni(weights, row_sum, x, columns, 1, 4, sums);
    else if (bands == 4)
        shape_vnni(weights, row_sum, x, columns, 4, 1, sums);
    else
        shape_vnni(weights, row_sum, x, columns, 1, 1, sums);
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

/* y = bias + scale * sum, one vector after the other. */
__attribute__((target_clones("avx2", "default"))) static void
rescale(const struct network_matrix *matrix, const int32_t *sums, size_t row, size_t width, float x_scale, float *y)
{
    for (size_t i = 0; i < width; i++)
        y[row + i] = matrix->bias[row + i] + matrix->scale[row + i] * x_scale * (float)sums[i];
}

static void multiply_four(rows_product *product, const struct network_matrix *matrix, const int8_t *x,
                          const float *x_scale, float *y)
{
    for (size_t r = 0; r < matrix->rows; r += NETWORK_ROWS) {
        int32_t sums[4 * NETWORK_ROWS];
        product(matrix->weights + r * matrix->columns, matrix->sum + r, x, matrix->columns, 1, 4, sums);
        for (size_t k = 0; k < 4; k++)
            rescale(matrix, sums + k * NETWORK_ROWS, r, NETWORK_ROWS, x_scale[k], y + k * matrix->rows);
    }
}

static void multiply_one(rows_product *product, const struct network_matrix *matrix, const int8_t *x, float x_scale,
                         float *y)
{
    int32_t sums[NETWORK_MOST_ROWS];
    for (size_t r = 0; r < matrix->rows;) {
        size_t bands = matrix->rows - r >= 4 * NETWORK_ROWS ? 4 : 1;
        product(matrix->weights + r * matrix->columns, matrix->sum + r, x, matrix->columns, bands, 1, sums + r);
        r += bands * NETWORK_ROWS;
    }
    rescale(matrix, sums, 0, matrix->rows, x_scale, y);
}

static void multiply(rows_product *product, const struct network_matrix *matrix, const int8_t *x, const float *x_scale,
                     size_t count, float *y)
{
    size_t k = 0;
    for (; k + 4 <= count; k += 4)
        multiply_four(product, matrix, x + k * matrix->columns, x_scale + k, y + k * matrix->rows);
    for (; k < count; k++)
        multiply_one(product, matrix, x + k * matrix->columns, x_scale[k], y + k * matrix->rows);
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

__attribute__((target_clones("avx2", "default"))) static int32_t dot(const int8_t *x, const int8_t *y, size_t length)
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

float network_quantise(const float *values, size_t length, int8_t *out)
{
    size_t room = (length + NETWORK_COLUMNS - 1) / NETWORK_COLUMNS * NETWORK_COLUMNS;
    float most = 0;
    for (size_t i = 0; i < length; i++) {
        float magnitude = values[i] < 0 ? -values[i] : values[i];
        most = magnitude > most ? magnitude : most;
    }
    float factor = most > 0 ? 127.0f / most : 0;
    for (size_t i = 0; i < length; i++)
        out[i] = round_to_int8(values[i] * factor);
    memset(out + length, 0, room - length);
    return most / 127.0f;
}

void network_leaky(float *values, size_t length)
{
    for (size_t i = 0; i < length; i++)
        values[i] = values[i] < 0 ? values[i] * 0.125f : values[i];
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
__attribute__((target_clones("avx512f", "avx2", "default"))) static void
step_gates(const float *restrict input, float *restrict gates, uint32_t hidden, float *restrict state,
           int8_t *restrict out)
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

size_t network_memory_workspace(const struct network_memory *memory, size_t count)
{
    return (count + 1) * memory->input.rows + memory->hidden;
}

void network_run_memory(const struct network_memory *memory, const int8_t *x, const float *x_scale, size_t count,
                        bool backward, int8_t *out, size_t out_stride, float *workspace)
{
    const float one = 1.0f / 127.0f;
    float *inputs = workspace;
    float *recurrent = inputs + count * memory->input.rows;
    float *state = recurrent + memory->input.rows;
    int8_t before[512] __attribute__((aligned(64))) = {0};
    rows_product *product = best_product();

    multiply(product, &memory->input, x, x_scale, count, inputs);
    memset(state, 0, memory->hidden * sizeof *state);
    for (size_t step = 0; step < count; step++) {
        size_t at = backward ? count - 1 - step : step;
        multiply(product, &memory->recurrent, before, &one, 1, recurrent);
        step_gates(inputs + at * memory->input.rows, recurrent, memory->hidden, state, before);
        memcpy(out + at * out_stride, before, memory->hidden);
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
