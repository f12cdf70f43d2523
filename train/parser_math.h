/* SPDX-License-Identifier: Apache-2.0
 * Numbers for the parser's trainer: matrix products, the sigmoid, random numbers. Deterministic: the same order of
 * additions however many threads the trainer has. */
#ifndef TRAIN_PARSER_MATH_H
#define TRAIN_PARSER_MATH_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* C[rows x columns] = or += A * B. A's element (i, p) is a[i * a_row + p * a_column]; B and C lie row by row,
 * `b_stride` and `c_stride` floats apart. columns: a multiple of 16 is fastest. `buffer` holds depth * 64 floats,
 * aligned to 64. */
void math_multiply(float *buffer, const float *a, size_t a_row, size_t a_column, const float *b, size_t b_stride,
                   float *c, size_t c_stride, size_t rows, size_t depth, size_t columns, int add);

/* out[columns x rows] = in[rows x columns] turned. */
void math_turn(const float *in, size_t rows, size_t columns, float *out);

/* e^x for x in [-80, 80], relative error below 1e-6, the same on every machine without contraction. */
static inline float math_exp(float x)
{
    float scaled = x * 1.44269504f;
    float whole = (scaled + 12582912.0f) - 12582912.0f;
    float part = (scaled - whole) * 0.693147181f;
    float value =
        1 + part * (1 + part * (0.5f + part * (0.166666667f + part * (0.0416666667f + part * 0.00833333333f))));
    int32_t bits;
    memcpy(&bits, &value, 4);
    bits += (int32_t)whole * (1 << 23);
    memcpy(&value, &bits, 4);
    return value;
}

static inline float math_sigmoid(float x)
{
    x = x < -30 ? -30 : x > 30 ? 30 : x;
    return 1 / (1 + math_exp(-x));
}

static inline float math_tanh(float x)
{
    return 2 * math_sigmoid(2 * x) - 1;
}

float math_log(float x);

/* splitmix64 (Steele, Lea, Flood 2014). */
typedef struct math_random {
    uint64_t state;
} math_random;

static inline uint64_t random_next(math_random *random)
{
    uint64_t z = (random->state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* In [0, 1). */
static inline float random_unit(math_random *random)
{
    return (float)(random_next(random) >> 40) * (1.0f / 16777216.0f);
}

static inline size_t random_below(math_random *random, size_t limit)
{
    return (size_t)((random_next(random) >> 32) * limit >> 32);
}

#endif
