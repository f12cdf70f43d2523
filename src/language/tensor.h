/* SPDX-License-Identifier: Apache-2.0
 * The arithmetic of the network: products of 8-bit matrices and the functions between them.
 *
 * Every path (plain C, AVX2, AVX-512) gives the same bits: products are exact 32-bit integers, and floating point is
 * element by element, each step one IEEE operation, compiled without contraction.
 */
#ifndef LANGUAGE_TENSOR_H
#define LANGUAGE_TENSOR_H

#include "base/base.h"

#define TENSOR_BLOCK 16  /* outputs of a matrix are padded to this */
#define TENSOR_GROUP 4   /* inputs of a matrix are padded to this */
#define TENSOR_UNIT 127  /* the 8-bit value that stands for 1.0 in activations */
#define TENSOR_CELLS 256 /* most units of one direction of a layer */

/* out[j] = bias[j] + scale[j] * sum over i of in[i] * weight(i, j), all values in -127..127. */
typedef struct tensor_matrix {
    const int8_t *packed; /* blocks of 16 outputs; in a block groups of 4 inputs; in a group output by output its 4 */
    const int32_t *sums;  /* 128 times the sum of each output's weights */
    const float *scale, *bias;
    uint32_t inputs, outputs; /* padded */
} tensor_matrix;

/* One direction of a simple recurrent layer over one sentence. Rows are `*_row` values apart; `backward` runs from the
 * last row to the first. Gates hold the inputs of candidate, forget gate, reset gate and, when below is NULL, the
 * highway, `cell` values each. */
typedef struct tensor_run {
    float *gates;
    const float *peep, *below;
    float *hidden;
    int8_t *quantized; /* hidden times TENSOR_UNIT, rounded */
    size_t gates_row, hidden_row;
    size_t cell, count;
    bool backward;
    /* Instead of gates: the start of each row, `ready` having been run on it; this direction begins `rows_at` later. */
    const float *const *rows;
    size_t rows_at;
} tensor_run;

typedef struct tensor_ops {
    const char *name;
    void (*multiply)(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows, float *out,
                     size_t out_row);
    void (*recur)(const tensor_run *run);
    /* The part of `recur` that does not wait for the row before: one row's candidate and highway through tanh, `cell`
     * values each. highway may be NULL. */
    void (*ready)(float *candidate, float *highway, size_t cell);
    void (*tanh_quantize)(const float *in, size_t count, int8_t *out);
    void (*add_tanh_quantize)(const float *a, const float *b, size_t count, int8_t *out);
    /* The sum of `row_count` table rows of `size` 8-bit values, times scale, through tanh. size <= TENSOR_CELLS */
    void (*sum_tanh_quantize)(const int8_t *const *rows, size_t row_count, size_t size, float scale, int8_t *out);
    /* Values to 8 bits with a scale of their own; returns the scale: value = 8 bits * scale. */
    float (*quantize)(const float *in, size_t count, int8_t *out);
    void (*add)(const float *in, size_t count, float *sum);
    size_t (*best)(const float *in, size_t count); /* the first of the greatest; 0 when all are below -FLT_MAX */
} tensor_ops;

extern const tensor_ops tensor_ops_plain;
#if defined(__x86_64__)
extern const tensor_ops tensor_ops_avx2;
extern const tensor_ops tensor_ops_avx512;
#endif

/* The fastest that this processor runs. */
const tensor_ops *tensor_ops_choose(void);

/* All that this processor runs, the plain one first; returns their number, at most 3. */
size_t tensor_ops_all(const tensor_ops *ret_ops[3]);

/* The place of weight (input, output) in `packed`. */
static inline size_t tensor_place(size_t inputs, size_t input, size_t output)
{
    return (output / TENSOR_BLOCK * inputs + input / TENSOR_GROUP * TENSOR_GROUP) * TENSOR_BLOCK +
           output % TENSOR_BLOCK * TENSOR_GROUP + input % TENSOR_GROUP;
}

#endif
