/* SPDX-License-Identifier: Apache-2.0
 *
 * The network's arithmetic with AVX2. The 8-bit product takes unsigned by signed and adds pairs in 16 bits: with the
 * input's sign moved to the weight both stay within 127, so that a pair is at most 32258 and nothing saturates.
 */
#if defined(__x86_64__)
#include <immintrin.h>

#define TENSOR_TARGET __attribute__((target("avx2")))
#include "language/tensor_elements.h"

enum { TILE = 3 };

/* Sums are named one by one: compilers leave an array of them in memory. */
#define EACH_ROW(X) X(0) X(1) X(2)
#define SUM(r) __m256i low##r = _mm256_setzero_si256(), high##r = low##r;
#define ADD(r)                                                                                                         \
    sign = four_inputs(in + r * in_row + i);                                                                           \
    size = _mm256_abs_epi8(sign);                                                                                      \
    low##r = lanes_add(low##r, size, sign, low);                                                                       \
    high##r = lanes_add(high##r, size, sign, high);
#define END(r)                                                                                                         \
    half_end(matrix, block *TENSOR_BLOCK, low##r, out + r * out_row);                                                  \
    half_end(matrix, block *TENSOR_BLOCK + 8, high##r, out + r * out_row);

TENSOR_TARGET static inline __attribute__((always_inline)) __m256i four_inputs(const int8_t *in)
{
    int32_t group;
    memcpy(&group, in, sizeof group);
    return _mm256_set1_epi32(group);
}

TENSOR_TARGET static inline __attribute__((always_inline)) __m256i lanes_add(__m256i sum, __m256i size, __m256i sign,
                                                                             __m256i weights)
{
    __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(weights, sign));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

TENSOR_TARGET static inline __attribute__((always_inline)) void half_end(const tensor_matrix *matrix, size_t at,
                                                                         __m256i sum, float *out)
{
    __m256 value = _mm256_mul_ps(_mm256_cvtepi32_ps(sum), _mm256_loadu_ps(matrix->scale + at));
    _mm256_storeu_ps(out + at, _mm256_add_ps(value, _mm256_loadu_ps(matrix->bias + at)));
}

TENSOR_TARGET static void rows_block(const tensor_matrix *matrix, size_t block, const int8_t *in, size_t in_row,
                                     float *out, size_t out_row)
{
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * matrix->inputs;
    __m256i sign, size;
    EACH_ROW(SUM)
    for (size_t i = 0; i < matrix->inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)packed);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(packed + 32));
        EACH_ROW(ADD)
    }
    EACH_ROW(END)
}

TENSOR_TARGET static void row_block(const tensor_matrix *matrix, size_t block, const int8_t *in, float *out)
{
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * matrix->inputs;
    __m256i sign, size;
    size_t in_row = 0, out_row = 0;
    SUM(0)
    for (size_t i = 0; i < matrix->inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)packed);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(packed + 32));
        ADD(0)
    }
    END(0)
}

TENSOR_TARGET static void avx2_multiply(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows,
                                        float *out, size_t out_row)
{
    for (size_t block = 0; block < matrix->outputs / TENSOR_BLOCK; block++) {
        size_t row = 0;
        for (; row + TILE <= rows; row += TILE)
            rows_block(matrix, block, in + row * in_row, in_row, out + row * out_row, out_row);
        for (; row < rows; row++) row_block(matrix, block, in + row * in_row, out + row * out_row);
    }
}

const tensor_ops tensor_ops_avx2 = TENSOR_OPS("avx2", avx2_multiply);
#else
typedef int tensor_avx2_is_elsewhere; /* a file may not be empty */
#endif
