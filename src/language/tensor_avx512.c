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

/* Sums are named one by one: compilers leave an array of them in memory. The dot product is written as the instruction
 * itself, since gcc 12 copies the sums to and fro around its intrinsic and loses half of the speed. */
#define DOT(sum, values, weights) __asm__("vpdpbusd %2, %1, %0" : "+v"(sum) : "v"(values), "v"(weights))
#define EACH_ROW(X) X(0) X(1) X(2) X(3) X(4) X(5)
#define SUM4(r) __m512i a##r = zero, b##r = zero, c##r = zero, d##r = zero;
#define SUM1(r) __m512i a##r = zero;
#define ADD4(r)                                                                                                        \
    value = four_inputs(in + r * inputs + i);                                                                          \
    DOT(a##r, value, wa);                                                                                              \
    DOT(b##r, value, wb);                                                                                              \
    DOT(c##r, value, wc);                                                                                              \
    DOT(d##r, value, wd);
#define ADD1(r) DOT(a##r, four_inputs(in + r * inputs + i), wa);
#define END4(r)                                                                                                        \
    block_end(matrix, block, a##r, out + r * out_row);                                                                 \
    block_end(matrix, block + 1, b##r, out + r * out_row);                                                             \
    block_end(matrix, block + 2, c##r, out + r * out_row);                                                             \
    block_end(matrix, block + 3, d##r, out + r * out_row);
#define END1(r) block_end(matrix, block, a##r, out + r * out_row);

TENSOR_TARGET static inline __attribute__((always_inline)) __m512i four_inputs(const uint8_t *in)
{
    int32_t group;
    memcpy(&group, in, sizeof group);
    return _mm512_set1_epi32(group);
}

TENSOR_TARGET static inline __attribute__((always_inline)) void block_end(const tensor_matrix *matrix, size_t block,
                                                                          __m512i sum, float *out)
{
    size_t at = block * TENSOR_BLOCK;
    __m512 value = _mm512_cvtepi32_ps(_mm512_sub_epi32(sum, _mm512_loadu_si512(matrix->sums + at)));
    value = _mm512_mul_ps(value, _mm512_loadu_ps(matrix->scale + at));
    _mm512_storeu_ps(out + at, _mm512_add_ps(value, _mm512_loadu_ps(matrix->bias + at)));
}

TENSOR_TARGET static void rows6_blocks4(const tensor_matrix *matrix, size_t block, const uint8_t *in, float *out,
                                        size_t out_row)
{
    size_t inputs = matrix->inputs, apart = TENSOR_BLOCK * inputs;
    const int8_t *packed = matrix->packed + block * apart;
    __m512i zero = _mm512_setzero_si512(), value;
    EACH_ROW(SUM4)
    for (size_t i = 0; i < inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m512i wa = _mm512_loadu_si512(packed), wb = _mm512_loadu_si512(packed + apart);
        __m512i wc = _mm512_loadu_si512(packed + 2 * apart), wd = _mm512_loadu_si512(packed + 3 * apart);
        EACH_ROW(ADD4)
    }
    EACH_ROW(END4)
}

TENSOR_TARGET static void row1_blocks4(const tensor_matrix *matrix, size_t block, const uint8_t *in, float *out)
{
    size_t inputs = matrix->inputs, apart = TENSOR_BLOCK * inputs, out_row = 0;
    const int8_t *packed = matrix->packed + block * apart;
    __m512i zero = _mm512_setzero_si512(), value;
    SUM4(0)
    for (size_t i = 0; i < inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m512i wa = _mm512_loadu_si512(packed), wb = _mm512_loadu_si512(packed + apart);
        __m512i wc = _mm512_loadu_si512(packed + 2 * apart), wd = _mm512_loadu_si512(packed + 3 * apart);
        ADD4(0)
    }
    END4(0)
}

TENSOR_TARGET static void rows6_block1(const tensor_matrix *matrix, size_t block, const uint8_t *in, float *out,
                                       size_t out_row)
{
    size_t inputs = matrix->inputs;
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * inputs;
    __m512i zero = _mm512_setzero_si512();
    EACH_ROW(SUM1)
    for (size_t i = 0; i < inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m512i wa = _mm512_loadu_si512(packed);
        EACH_ROW(ADD1)
    }
    EACH_ROW(END1)
}

TENSOR_TARGET static void row1_block1(const tensor_matrix *matrix, size_t block, const uint8_t *in, float *out)
{
    size_t inputs = matrix->inputs, out_row = 0;
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * inputs;
    __m512i zero = _mm512_setzero_si512();
    SUM1(0)
    for (size_t i = 0; i < inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m512i wa = _mm512_loadu_si512(packed);
        ADD1(0)
    }
    END1(0)
}

TENSOR_TARGET static void blocks_multiply(const tensor_matrix *matrix, size_t block, size_t blocks, const uint8_t *in,
                                          size_t rows, float *out, size_t out_row)
{
    size_t row = 0, inputs = matrix->inputs;
    for (; row + TILE <= rows; row += TILE) {
        if (blocks == BLOCKS)
            rows6_blocks4(matrix, block, in + row * inputs, out + row * out_row, out_row);
        else
            rows6_block1(matrix, block, in + row * inputs, out + row * out_row, out_row);
    }
    for (; row < rows; row++) {
        if (blocks == BLOCKS)
            row1_blocks4(matrix, block, in + row * inputs, out + row * out_row);
        else
            row1_block1(matrix, block, in + row * inputs, out + row * out_row);
    }
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
