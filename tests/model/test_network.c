/* The network's products: all instructions agree to the bit, also where every value is extreme. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdlib.h>

#include "model/network.h"

#define ROWS    208 /* thirteen bands: tiles of every size, and one band alone */
#define COLUMNS 128
#define VECTORS 7

enum values { RANDOM, HIGHEST, LOWEST, OPPOSED };

struct product {
    int8_t weights[ROWS * COLUMNS] __attribute__((aligned(64)));
    int8_t x[VECTORS * COLUMNS] __attribute__((aligned(64)));
    float scale[ROWS], bias[ROWS], x_scale[VECTORS];
    int32_t sum[ROWS];
    struct network_matrix matrix;
};

static int8_t value_of(enum values kind, uint32_t *state, size_t i)
{
    *state = *state * 1664525u + 1013904223u;
    switch (kind) {
    case HIGHEST:
        return 127;
    case LOWEST:
        return -127;
    case OPPOSED:
        return i % 2 ? 127 : -127;
    default:
        return (int8_t)((int)(*state >> 16) % 255 - 127);
    }
}

static struct product *make_product(enum values weights, enum values x)
{
    struct product *product = aligned_alloc(64, (sizeof *product + 63) / 64 * 64);
    uint32_t state = 7;

    assert_non_null(product);
    for (size_t i = 0; i < ROWS * COLUMNS; i++)
        product->weights[i] = value_of(weights, &state, i);
    for (size_t i = 0; i < VECTORS * COLUMNS; i++)
        product->x[i] = value_of(x, &state, i);
    for (size_t r = 0; r < ROWS; r++) {
        product->scale[r] = 0.001f * (float)(r + 1);
        product->bias[r] = (float)r - 50;
        product->sum[r] = 0;
        for (size_t c = 0; c < COLUMNS; c++)
            product->sum[r] += product->weights[r / 16 * 16 * COLUMNS + c / 4 * 64 + r % 16 * 4 + c % 4];
    }
    for (size_t k = 0; k < VECTORS; k++)
        product->x_scale[k] = 0.01f * (float)(k + 1);
    product->matrix =
        (struct network_matrix){ROWS, COLUMNS, product->scale, product->bias, product->sum, product->weights};
    return product;
}

/* All the ways this processor knows, against the portable one. */
static void compare_ways(enum values weights, enum values x, size_t count)
{
    struct product *product = make_product(weights, x);
    float portable[VECTORS * ROWS], other[VECTORS * ROWS];

    assert_true(
        network_multiply_with(NETWORK_PORTABLE, &product->matrix, product->x, product->x_scale, count, portable));
    for (enum network_instructions way = NETWORK_PORTABLE; way < NETWORK_INSTRUCTIONS; way++)
        if (network_multiply_with(way, &product->matrix, product->x, product->x_scale, count, other))
            assert_memory_equal(other, portable, count * ROWS * sizeof *other);
    network_multiply(&product->matrix, product->x, product->x_scale, count, other);
    assert_memory_equal(other, portable, count * ROWS * sizeof *other);
    free(product);
}

static void test_all_instructions_agree(void **unused)
{
    (void)unused;
    for (enum values weights = RANDOM; weights <= OPPOSED; weights++)
        for (enum values x = RANDOM; x <= OPPOSED; x++)
            for (size_t count = 1; count <= VECTORS; count++)
                compare_ways(weights, x, count);
}

static void test_a_product_by_hand(void **unused)
{
    struct product *product = make_product(HIGHEST, LOWEST);
    float y[ROWS];
    (void)unused;
    network_multiply(&product->matrix, product->x, product->x_scale, 1, y);
    for (size_t r = 0; r < ROWS; r++)
        assert_true(y[r] == product->bias[r] + product->scale[r] * product->x_scale[0] * (float)(-127 * 127 * COLUMNS));
    free(product);
}

static void test_quantise(void **unused)
{
    const float values[5] = {0.5f, -1.0f, 0.0f, 0.004f, 1.0f};
    int8_t out[NETWORK_COLUMNS];
    (void)unused;
    for (size_t i = 0; i < NETWORK_COLUMNS; i++)
        out[i] = 99;
    float scale = network_quantise(values, 5, out);
    assert_true(scale > 0.00787f && scale < 0.00788f);
    assert_int_equal(out[0], 64);
    assert_int_equal(out[1], -127);
    assert_int_equal(out[2], 0);
    assert_int_equal(out[3], 1);
    assert_int_equal(out[4], 127);
    for (size_t i = 5; i < NETWORK_COLUMNS; i++)
        assert_int_equal(out[i], 0);
}

static void test_quantise_nothing(void **unused)
{
    const float values[3] = {0, 0, 0};
    int8_t out[NETWORK_COLUMNS];
    (void)unused;
    assert_true(network_quantise(values, 3, out) == 0.0f);
    assert_int_equal(out[0], 0);
}

/* A layer over made-up weights. */
#define HIDDEN 16

struct layer {
    int8_t weights[2][4 * HIDDEN * NETWORK_COLUMNS] __attribute__((aligned(64)));
    int8_t x[24 * NETWORK_COLUMNS] __attribute__((aligned(64)));
    float scale[4 * HIDDEN], bias[4 * HIDDEN], x_scale[24];
    int32_t sum[2][4 * HIDDEN];
    struct network_memory memory;
};

static struct layer *make_layer(void)
{
    struct layer *layer = aligned_alloc(64, (sizeof *layer + 63) / 64 * 64);
    uint32_t state = 5;

    assert_non_null(layer);
    memset(layer, 0, sizeof *layer);
    for (size_t r = 0; r < 4 * HIDDEN; r++) {
        layer->scale[r] = 0.001f;
        layer->bias[r] = 0.01f * (float)r;
        for (size_t way = 0; way < 2; way++)
            for (size_t c = 0; c < NETWORK_COLUMNS; c++) {
                int8_t *at = &layer->weights[way][r / 16 * 16 * NETWORK_COLUMNS + c / 4 * 64 + r % 16 * 4 + c % 4];
                *at = way == 1 && c >= HIDDEN ? 0 : value_of(RANDOM, &state, c);
                layer->sum[way][r] += *at;
            }
    }
    for (size_t i = 0; i < sizeof layer->x; i++)
        layer->x[i] = value_of(RANDOM, &state, i);
    for (size_t i = 0; i < 24; i++)
        layer->x_scale[i] = 0.02f;
    layer->memory = (struct network_memory){
        {4 * HIDDEN, NETWORK_COLUMNS, layer->scale, layer->bias, layer->sum[0], layer->weights[0]},
        {4 * HIDDEN, NETWORK_COLUMNS, layer->scale, layer->bias, layer->sum[1], layer->weights[1]},
        HIDDEN,
    };
    return layer;
}

/* However many sequences are under way together, each comes out as if it were alone. */
static void test_sequences_do_not_meet(void **unused)
{
    static const size_t lengths[][7] = {{24}, {1, 23}, {5, 5, 5, 9}, {1, 7, 2, 3, 6, 4, 1}, {2, 1, 1, 1, 1, 1, 17}};
    struct layer *layer = make_layer();
    float *workspace = malloc(network_memory_workspace(&layer->memory, 24) * sizeof *workspace);

    (void)unused;
    assert_non_null(workspace);
    for (size_t i = 0; i < 2 * sizeof lengths / sizeof *lengths; i++) {
        struct network_sequence sequences[7];
        int8_t together[24 * HIDDEN], alone[24 * HIDDEN];
        size_t count = 0, vectors = 0;
        for (; count < 7 && lengths[i / 2][count]; count++) {
            struct network_sequence one = {0, lengths[i / 2][count]};
            sequences[count] = (struct network_sequence){vectors, one.count};
            network_run_memory(&layer->memory, layer->x + vectors * NETWORK_COLUMNS, layer->x_scale, &one, 1, i % 2,
                               alone + vectors * HIDDEN, HIDDEN, workspace);
            vectors += one.count;
        }
        network_run_memory(&layer->memory, layer->x, layer->x_scale, sequences, count, i % 2, together, HIDDEN,
                           workspace);
        assert_int_equal(vectors, 24);
        assert_memory_equal(together, alone, sizeof alone);
        assert_true(alone[0] != 0 && memcmp(alone, alone + HIDDEN, HIDDEN) != 0);
    }
    free(workspace);
    free(layer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_instructions_agree),
        cmocka_unit_test(test_a_product_by_hand),
        cmocka_unit_test(test_quantise),
        cmocka_unit_test(test_quantise_nothing),
        cmocka_unit_test(test_sequences_do_not_meet),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
