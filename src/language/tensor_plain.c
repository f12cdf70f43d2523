/* SPDX-License-Identifier: Apache-2.0
 *
 * The network's arithmetic in plain C: what the vector paths must match bit by bit, and the choice among them.
 */
#define TENSOR_TARGET
#include "language/tensor_elements.h"

static void block_multiply(const tensor_matrix *matrix, size_t block, const int8_t *in, float *out)
{
    int32_t sum[TENSOR_BLOCK] = {0};
    const int8_t *packed = matrix->packed + block * TENSOR_BLOCK * matrix->inputs;
    for (size_t i = 0; i < matrix->inputs; i += TENSOR_GROUP, packed += TENSOR_BLOCK * TENSOR_GROUP)
        for (size_t j = 0; j < TENSOR_BLOCK; j++)
            for (size_t k = 0; k < TENSOR_GROUP; k++) sum[j] += in[i + k] * packed[j * TENSOR_GROUP + k];
    const float *scale = matrix->scale + block * TENSOR_BLOCK, *bias = matrix->bias + block * TENSOR_BLOCK;
    for (size_t j = 0; j < TENSOR_BLOCK; j++) out[j] = (float)sum[j] * scale[j] + bias[j];
}

static void plain_multiply(const tensor_matrix *matrix, const int8_t *in, size_t in_row, size_t rows, float *out,
                           size_t out_row)
{
    for (size_t row = 0; row < rows; row++)
        for (size_t block = 0; block < matrix->outputs / TENSOR_BLOCK; block++)
            block_multiply(matrix, block, in + row * in_row, out + row * out_row + block * TENSOR_BLOCK);
}

const tensor_ops tensor_ops_plain = TENSOR_OPS("plain", plain_multiply);

size_t tensor_ops_all(const tensor_ops *ret_ops[3])
{
    size_t count = 0;
    ret_ops[count++] = &tensor_ops_plain;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) ret_ops[count++] = &tensor_ops_avx2;
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vnni"))
        ret_ops[count++] = &tensor_ops_avx512;
#endif
    return count;
}

const tensor_ops *tensor_ops_choose(void)
{
    const tensor_ops *ops[3];
    return ops[tensor_ops_all(ops) - 1];
}
