/* SPDX-License-Identifier: Apache-2.0
 *
 * The network's arithmetic with AVX-512 and its 8-bit dot products (VNNI), which take unsigned by signed: 128 is added
 * to the inputs and 128 times the sum of the weights taken off the result.
 */
#if defined(__x86_64__)
#include <immintrin.h>

#define TENSOR_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))
#include "language/tensor_elements.h"

enum { TILE = 6, BLOCKS = 4, CHUNK = 8 * TILE, INPUTS = 2 * TENSOR_CELLS };

TENSOR_TARGET static inline __attribute__((always_inline)) void tile_multiply(const tensor_matrix *matrix, size_t block,
                                                                              size_t blocks, const uint8_t *in,
                                                                              size_t rows, float *out, size_t out_row)
{
    __m512i sum[TILE][BLOCKS];
    for (size_t r = 0; r < rows; r++)
        for (size_t b = 0; b < blocks; b++) sum[r][b] = _mm512_setzero_si512();
    size_t inputs = matrix->inputs;
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * inputs;
    for (size_t i = 0; i < inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m512i weights[BLOCKS];
        for (size_t b = 0; b < blocks; b++) weights[b] = _mm512_loadu_si512(packed + b * TENSOR_BLOCK * inputs);
        for (size_t r = 0; r < rows; r++) {
            int32_t group;
            memcpy(&group, in + r * inputs + i, sizeof group);
            __m512i values = _mm512_set1_epi32(group);
            for (size_t b = 0; b < blocks; b++) sum[r][b] = _mm512_dpbusd_epi32(sum[r][b], values, weights[b]);
        }
    }
    for (size_t b = 0; b < blocks; b++) {
        size_t at = (block + b) * TENSOR_BLOCK;
        __m512i off = _mm512_loadu_si512(matrix->sums + at);
        __m512 scale = _mm512_loadu_ps(matrix->scale + at), bias = _mm512_loadu_ps(matrix->bias + at);
        for (size_t r = 0; r < rows; r++) {
            __m512 value = _mm512_cvtepi32_ps(_mm512_sub_epi32(sum[r][b], off));
            _mm512_storeu_ps(out + r * out_row + at, _mm512_add_ps(_mm512_mul_ps(value, scale), bias));
        }
    }
}

TENSOR_TARGET static inline __attribute__((always_inline)) void blocks_multiply(const tensor_matrix *matrix,
                                                                                size_t block, size_t blocks,
                                                                                const uint8_t *in, size_t rows,
                                                                                float *out, size_t out_row)
{
    size_t row = 0;
    for (; row + TILE <= rows; row += TILE)
        tile_multiply(matrix, block, blocks, in + row * matrix->inputs, TILE, out + row * out_row, out_row);
    for (; row < rows; row++)
        tile_multiply(matrix, block, blocks, in + row * matrix->inputs, 1, out + row * out_row, out_row);
}

TENSOR_TARGET static void chunk_multiply(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows,
                                         float *out, size_t out_row)
{
    uint8_t values[CHUNK * INPUTS];
    for (size_t row = 0; row < rows; row++)
        for (size_t i = 0; i < matrix->inputs; i++)
            values[row * matrix->inputs + i] = (uint8_t)(in[row * in_row + i] ^ -128);
    size_t block = 0, count = matrix->outputs / TENSOR_BLOCK;
    for (; block + BLOCKS <= count; block += BLOCKS) blocks_multiply(matrix, block, BLOCKS, values, rows, out, out_row);
    for (; block < count; block++) blocks_multiply(matrix, block, 1, values, rows, out, out_row);
}

/* Some rows at a time, so that their values stay in the nearest cache while the weights pass by. inputs <= INPUTS */
TENSOR_TARGET static void avx512_multiply(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows,
                                          float *out, size_t out_row)
{
    for (size_t row = 0; row < rows; row += CHUNK)
        chunk_multiply(matrix, in + row * in_row, in_row, rows - row < CHUNK ? rows - row : CHUNK, out + row * out_row,
                       out_row);
}

const tensor_ops tensor_ops_avx512 = TENSOR_OPS("avx512", avx512_multiply);
#else
typedef int tensor_avx512_is_elsewhere; /* a file may not be empty */
#endif
