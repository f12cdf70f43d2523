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

TENSOR_TARGET static inline __m256i lanes_add(__m256i sum, __m256i size, __m256i sign, __m256i weights)
{
    __m256i pairs = _mm256_maddubs_epi16(size, _mm256_sign_epi8(weights, sign));
    return _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
}

TENSOR_TARGET static inline __attribute__((always_inline)) void tile_multiply(const tensor_matrix *matrix, size_t block,
                                                                              const int8_t *in, size_t in_row,
                                                                              size_t rows, float *out, size_t out_row)
{
    __m256i sum[TILE][2];
    for (size_t r = 0; r < rows; r++) sum[r][0] = sum[r][1] = _mm256_setzero_si256();
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * matrix->inputs;
    for (size_t i = 0; i < matrix->inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP) {
        __m256i low = _mm256_loadu_si256((const __m256i *)(const void *)packed);
        __m256i high = _mm256_loadu_si256((const __m256i *)(const void *)(packed + 32));
        for (size_t r = 0; r < rows; r++) {
            int32_t group;
            memcpy(&group, in + r * in_row + i, sizeof group);
            __m256i sign = _mm256_set1_epi32(group), size = _mm256_abs_epi8(sign);
            sum[r][0] = lanes_add(sum[r][0], size, sign, low);
            sum[r][1] = lanes_add(sum[r][1], size, sign, high);
        }
    }
    for (size_t r = 0; r < rows; r++)
        for (size_t half = 0; half < 2; half++) {
            size_t at = block * TENSOR_BLOCK + half * 8;
            __m256 value = _mm256_mul_ps(_mm256_cvtepi32_ps(sum[r][half]), _mm256_loadu_ps(matrix->scale + at));
            _mm256_storeu_ps(out + r * out_row + at, _mm256_add_ps(value, _mm256_loadu_ps(matrix->bias + at)));
        }
}

TENSOR_TARGET static void avx2_multiply(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows,
                                        float *out, size_t out_row)
{
    for (size_t block = 0; block < matrix->outputs / TENSOR_BLOCK; block++) {
        size_t row = 0;
        for (; row + TILE <= rows; row += TILE)
            tile_multiply(matrix, block, in + row * in_row, in_row, TILE, out + row * out_row, out_row);
        for (; row < rows; row++)
            tile_multiply(matrix, block, in + row * in_row, in_row, 1, out + row * out_row, out_row);
    }
}

const tensor_ops tensor_ops_avx2 = TENSOR_OPS("avx2", avx2_multiply);
#else
typedef int tensor_avx2_is_elsewhere; /* a file may not be empty */
#endif
