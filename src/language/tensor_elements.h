/* SPDX-License-Identifier: Apache-2.0
 * The functions between the matrix products, element by element, for one processor: tensor_plain.c, tensor_avx2.c and
 * tensor_avx512.c include this file after defining TENSOR_TARGET. The compiler turns the loops into vector code; as no
 * loop adds across elements and nothing is contracted, the results are the same bits for every width. */
#include <float.h>
#include <math.h>

#include "language/tensor.h"

/* 1 / (1 + e^-x). e^y = 2^k * e^r by the series of e^r to the fifth power, |r| <= ln(2) / 2: relative error 3e-6. */
TENSOR_TARGET static inline float element_sigmoid(float x)
{
    x = x < -30.0f ? -30.0f : x;
    x = x > 30.0f ? 30.0f : x;
    float scaled = x * -1.44269504f;
    float whole = (scaled + 12582912.0f) - 12582912.0f;
    float rest = (scaled - whole) * 0.693147181f;
    float value =
        1.0f + rest * (1.0f + rest * (0.5f + rest * (0.166666667f + rest * (0.0416666667f + rest * 0.00833333333f))));
    int32_t bits;
    memcpy(&bits, &value, sizeof bits);
    bits += (int32_t)whole * (1 << 23);
    memcpy(&value, &bits, sizeof value);
    return 1.0f / (1.0f + value);
}

TENSOR_TARGET static inline float element_tanh(float x)
{
    return 2.0f * element_sigmoid(2.0f * x) - 1.0f;
}

/* Rounded to the nearest, ties to even; x within -127..127. */
TENSOR_TARGET static inline int8_t element_round(float x)
{
    return (int8_t)(int32_t)((x + 12582912.0f) - 12582912.0f);
}

TENSOR_TARGET static void elements_tanh_quantize(const float *in, size_t count, int8_t *out)
{
    for (size_t i = 0; i < count; i++) out[i] = element_round(element_tanh(in[i]) * TENSOR_UNIT);
}

TENSOR_TARGET static void elements_add_tanh_quantize(const float *a, const float *b, size_t count, int8_t *out)
{
    for (size_t i = 0; i < count; i++) out[i] = element_round(element_tanh(a[i] + b[i]) * TENSOR_UNIT);
}

TENSOR_TARGET static void elements_sum_tanh_quantize(const int8_t *const *rows, size_t row_count, size_t size,
                                                     float scale, int8_t *out)
{
    int16_t sum[TENSOR_CELLS];
    memset(sum, 0, size * sizeof *sum);
    for (size_t k = 0; k < row_count; k++) {
        const int8_t *row = rows[k];
        for (size_t i = 0; i < size; i++) sum[i] = (int16_t)(sum[i] + row[i]);
    }
    for (size_t i = 0; i < size; i++) out[i] = element_round(element_tanh((float)sum[i] * scale) * TENSOR_UNIT);
}

TENSOR_TARGET static float elements_quantize(const float *in, size_t count, int8_t *out)
{
    float most = 1e-30f;
    for (size_t i = 0; i < count; i++) {
        float size = fabsf(in[i]);
        most = size > most ? size : most;
    }
    float turned = TENSOR_UNIT / most;
    for (size_t i = 0; i < count; i++) out[i] = element_round(in[i] * turned);
    return most / TENSOR_UNIT;
}

TENSOR_TARGET static void elements_add(const float *restrict in, size_t count, float *restrict sum)
{
    for (size_t i = 0; i < count; i++) sum[i] += in[i];
}

/* Sixteen running maxima. Written with vector types: gcc unrolls such a short inner loop before it looks for vectors.
 */
typedef float element_floats __attribute__((vector_size(TENSOR_BLOCK * 4), aligned(4), may_alias));
typedef int32_t element_ints __attribute__((vector_size(TENSOR_BLOCK * 4), aligned(4), may_alias));

TENSOR_TARGET static size_t elements_best(const float *in, size_t count)
{
    float best[TENSOR_BLOCK];
    int32_t place[TENSOR_BLOCK];
    for (int32_t k = 0; k < TENSOR_BLOCK; k++) best[k] = -FLT_MAX, place[k] = k;
    element_floats most16 = *(element_floats *)best;
    element_ints at = *(element_ints *)place, place16 = {0};
    size_t whole = count - count % TENSOR_BLOCK;
    for (size_t i = 0; i < whole; i += TENSOR_BLOCK, at += TENSOR_BLOCK) {
        element_floats next = *(const element_floats *)(in + i);
        element_ints more = next > most16;
        most16 = (element_floats)(((element_ints)next & more) | ((element_ints)most16 & ~more));
        place16 = (at & more) | (place16 & ~more);
    }
    *(element_floats *)best = most16;
    *(element_ints *)place = place16;
    size_t found = (size_t)place[0];
    float most = best[0];
    for (size_t k = 1; k < TENSOR_BLOCK; k++)
        if (best[k] > most || (best[k] == most && (size_t)place[k] < found)) most = best[k], found = (size_t)place[k];
    for (size_t i = whole; i < count; i++)
        if (in[i] > most) most = in[i], found = i;
    return found;
}

/* The gates of a row that do not wait for the row before it. */
TENSOR_TARGET static void elements_ready(float *restrict candidate, float *restrict highway, size_t cell)
{
    for (size_t i = 0; i < cell; i++) candidate[i] = element_tanh(candidate[i]);
    if (highway)
        for (size_t i = 0; i < cell; i++) highway[i] = element_tanh(highway[i]);
}

TENSOR_TARGET static void elements_step(const float *restrict gates, const float *restrict peep,
                                        const float *restrict x, float *restrict state, float *restrict hidden,
                                        int8_t *restrict quantized, size_t cell)
{
    const float *candidate = gates, *forget = gates + cell, *reset = gates + 2 * cell, *reset_peep = peep + cell;
    for (size_t i = 0; i < cell; i++) {
        float f = element_sigmoid(forget[i] + peep[i] * state[i]);
        float c = f * state[i] + (1.0f - f) * candidate[i];
        float r = element_sigmoid(reset[i] + reset_peep[i] * c);
        float h = r * c + (1.0f - r) * x[i];
        state[i] = c;
        hidden[i] = h;
        quantized[i] = element_round(h * TENSOR_UNIT);
    }
}

TENSOR_TARGET static void elements_recur(const tensor_run *run)
{
    float state[TENSOR_CELLS];
    size_t cell = run->cell;
    memset(state, 0, cell * sizeof *state);
    for (size_t step = 0; step < run->count; step++) {
        size_t row = run->backward ? run->count - 1 - step : step;
        const float *gates;
        if (run->rows) {
            gates = run->rows[row] + run->rows_at;
        } else {
            float *fresh = run->gates + row * run->gates_row;
            elements_ready(fresh, run->below ? NULL : fresh + 3 * cell, cell);
            gates = fresh;
        }
        elements_step(gates, run->peep, run->below ? run->below + row * run->hidden_row : gates + 3 * cell, state,
                      run->hidden + row * run->hidden_row, run->quantized + row * run->hidden_row, cell);
    }
}

#define TENSOR_OPS(label, multiply_function)                                                                           \
    {                                                                                                                  \
        .name = label, .multiply = multiply_function, .recur = elements_recur, .ready = elements_ready,                \
        .tanh_quantize = elements_tanh_quantize, .add_tanh_quantize = elements_add_tanh_quantize,                      \
        .sum_tanh_quantize = elements_sum_tanh_quantize, .quantize = elements_quantize, .add = elements_add,           \
        .best = elements_best                                                                                          \
    }
