/* network.h: the layers of a small neural network over int8 weights, used in place from the model file.
 *
 * Every product of a matrix and a vector is int8 times int8 summed in int32, so that SIMD and portable code give the
 * same answers by construction; what lies between the products (scales, biases, gates) is single-precision arithmetic
 * without sums, done in one order and without contraction, and so is the same everywhere too.
 *
 * Methods: long short-term memory (Hochreiter & Schmidhuber 1997; gates as in Gers et al. 2000), symmetric quantisation
 * with one scale for each row (Jacob et al. 2018). */
#ifndef HEARSAY_MODEL_NETWORK_H
#define HEARSAY_MODEL_NETWORK_H

#include "model/model.h"

/* Columns are padded with zeros to a multiple of 64, rows to one of 16; room for vectors follows them. */
#define NETWORK_COLUMNS   64
#define NETWORK_ROWS      16
#define NETWORK_MOST_ROWS 2048 /* of a matrix, and columns */

/* y = bias + scale * (weights x), row by row; borrowed from a model's section, nothing to free.
 * The section: uint32 rows, columns (without padding) and 14 times zero; then, for the padded rows, float scale[],
 * float bias[], int32 sum[] (of a row's weights: the vector instructions want it); then int8 weights[rows / 16][columns
 * / 4][16][4]: sixteen rows stand side by side, so that a vector register sums sixteen rows at once and nothing is
 * added across. */
struct network_matrix {
    uint32_t rows;    /* padded */
    uint32_t columns; /* padded */
    const float *scale;
    const float *bias;
    const int32_t *sum;
    const int8_t *weights;
};

/* Looks at a section. HEARSAY_ERROR_INPUT where it is missing, cut short, or not of `rows` times `columns` (0: any). */
int network_open_matrix(struct network_matrix *matrix, const struct model *model, const char *section, uint32_t rows,
                        uint32_t columns, struct hearsay_error *error);

/* y = bias + scale * x_scale[k] * (weights x[k]) for `count` vectors; x's lie `columns` bytes apart, y's `rows` floats.
 * Cost: rows * columns * count multiplications; weights are read once for every four vectors. */
void network_multiply(const struct network_matrix *matrix, const int8_t *x, const float *x_scale, size_t count,
                      float *y);

/* The instructions that products are made with; network_multiply takes the last that the processor has. */
enum network_instructions { NETWORK_PORTABLE, NETWORK_AVX2, NETWORK_VNNI, NETWORK_INSTRUCTIONS };

/* The same with chosen instructions, for the test that all agree to the bit; false where the processor lacks them. */
bool network_multiply_with(enum network_instructions instructions, const struct network_matrix *matrix, const int8_t *x,
                           const float *x_scale, size_t count, float *y);

/* The sum of x[i] * y[i] over `length`. */
int32_t network_dot(const int8_t *x, const int8_t *y, size_t length);

/* Rounds `length` floats to int8 by the largest magnitude, |out| <= 127, and returns the scale (0 where all are zero).
 * `out` has room up to the next multiple of NETWORK_COLUMNS, filled with zeros. */
float network_quantise(const float *values, size_t length, int8_t *out);

/* x where x >= 0, else x / 8, in place (leaky rectifier: Maas et al. 2013). */
void network_leaky(float *values, size_t length);

/* One direction of a long short-term memory layer. Gates lie input, forget, cell, output, `hidden` rows each. */
struct network_memory {
    struct network_matrix input;     /* 4 * hidden rows */
    struct network_matrix recurrent; /* 4 * hidden rows, `hidden` columns */
    uint32_t hidden;
};

int network_open_memory(struct network_memory *memory, const struct model *model, const char *input,
                        const char *recurrent, uint32_t hidden, uint32_t columns, struct hearsay_error *error);

/* A sequence among vectors that lie one after the other. */
struct network_sequence {
    size_t first;
    size_t count;
};

/* Runs over each sequence for itself, from its last to its first vector where `backward`. Four are under way at a time,
 * so that the weights are read once for four steps; what comes out does not depend on it.
 *   x          vectors of all sequences, input.columns bytes apart, with their scales
 *   sequences  in the order of the vectors, no gap between two, each at least one vector long
 *   out        vectors of `out_stride` bytes; `hidden` bytes of each are written, scale 1/127
 *   workspace  network_memory_workspace(memory, vectors) floats */
void network_run_memory(const struct network_memory *memory, const int8_t *x, const float *x_scale,
                        const struct network_sequence *sequences, size_t sequence_count, bool backward, int8_t *out,
                        size_t out_stride, float *workspace);
size_t network_memory_workspace(const struct network_memory *memory, size_t vectors);

#endif
