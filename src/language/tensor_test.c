/* SPDX-License-Identifier: Apache-2.0
 *
 * Every path of the network's arithmetic gives the bits of the plain one, on random input of all sizes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/tensor.h"

#define SEED 20240607u
enum { ROWS = 23, MOST = 256 };

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static float random_float(uint32_t *state, float width)
{
    return ((float)random_next(state) / 8388608.0f - 1.0f) * width;
}

static void bytes_fill(int8_t *bytes, size_t count, uint32_t *state)
{
    for (size_t i = 0; i < count; i++) bytes[i] = (int8_t)((int)(random_next(state) % 255) - 127);
}

static void floats_fill(float *floats, size_t count, float width, uint32_t *state)
{
    for (size_t i = 0; i < count; i++) floats[i] = random_float(state, width);
}

typedef struct product {
    int8_t weights[MOST * MOST], packed[MOST * MOST], in[ROWS * MOST];
    float scale[MOST], bias[MOST], out[ROWS * MOST], expected[ROWS * MOST];
    int32_t sums[MOST];
    tensor_matrix matrix;
} product;

static void product_fill(product *p, uint32_t inputs, uint32_t outputs, bool extreme, uint32_t *state)
{
    bytes_fill(p->weights, inputs * outputs, state);
    bytes_fill(p->in, ROWS * inputs, state);
    if (extreme) { /* where 16-bit sums would saturate */
        memset(p->weights, -127, inputs * outputs);
        memset(p->in, 127, ROWS * inputs);
    }
    floats_fill(p->scale, outputs, 0.01f, state);
    floats_fill(p->bias, outputs, 1, state);
    for (uint32_t j = 0; j < outputs; j++) {
        p->sums[j] = 0;
        for (uint32_t i = 0; i < inputs; i++) {
            p->packed[tensor_place(inputs, i, j)] = p->weights[i * outputs + j];
            p->sums[j] += 128 * p->weights[i * outputs + j];
        }
        for (size_t row = 0; row < ROWS; row++) {
            int32_t sum = 0;
            for (uint32_t i = 0; i < inputs; i++) sum += p->in[row * inputs + i] * p->weights[i * outputs + j];
            p->expected[row * outputs + j] = (float)sum * p->scale[j] + p->bias[j];
        }
    }
    p->matrix = (tensor_matrix){p->packed, p->sums, p->scale, p->bias, inputs, outputs};
}

static void test_products_are_exact(void **unused)
{
    (void)unused;
    static product p;
    static const uint32_t sizes[][2] = {{4, 16}, {16, 32}, {100, 48}, {160, 80}, {256, 256}, {128, 64}};
    const tensor_ops *ops[3];
    size_t count = tensor_ops_all(ops);
    uint32_t state = SEED;
    for (size_t s = 0; s < 2 * sizeof sizes / sizeof *sizes; s++) {
        product_fill(&p, sizes[s / 2][0], sizes[s / 2][1], s % 2, &state);
        for (size_t k = 0; k < count; k++)
            for (size_t rows = 1; rows <= ROWS; rows += 2) {
                memset(p.out, 0, sizeof p.out);
                ops[k]->multiply(&p.matrix, p.in, p.matrix.inputs, rows, p.out, p.matrix.outputs);
                assert_memory_equal(p.out, p.expected, rows * p.matrix.outputs * sizeof(float));
            }
    }
}

typedef struct elements {
    float a[MOST * 4], b[MOST * 4];
    int8_t table[8][MOST], out[MOST * 4];
    float scale, sum[MOST * 4];
} elements;

static void elements_run(const tensor_ops *ops, elements *e, size_t count, int8_t *out, float *floats)
{
    const int8_t *rows[8];
    for (size_t i = 0; i < 8; i++) rows[i] = e->table[i];
    ops->tanh_quantize(e->a, count, out);
    ops->add_tanh_quantize(e->a, e->b, count, out + MOST);
    ops->sum_tanh_quantize(rows, 8, count, 0.01f, out + 2 * MOST);
    floats[0] = ops->quantize(e->b, count, out + 3 * MOST);
    memcpy(floats + 1, e->a, count * sizeof(float));
    ops->add(e->b, count, floats + 1);
    floats[MOST + 1] = (float)ops->best(e->a, count);
}

static void test_elements_are_the_same(void **unused)
{
    (void)unused;
    static elements e;
    static int8_t out[2][4 * MOST];
    static float floats[2][MOST + 2];
    const tensor_ops *ops[3];
    size_t count = tensor_ops_all(ops);
    uint32_t state = SEED;
    for (size_t size = 1; size <= MOST; size += size < 40 ? 1 : 37) {
        floats_fill(e.a, MOST * 4, size % 3 ? 2 : 60, &state);
        floats_fill(e.b, MOST * 4, size % 2 ? 1e-3f : 5, &state);
        bytes_fill(e.table[0], sizeof e.table, &state);
        memset(out, 0, sizeof out);
        memset(floats, 0, sizeof floats);
        elements_run(ops[0], &e, size, out[0], floats[0]);
        for (size_t k = 1; k < count; k++) {
            elements_run(ops[k], &e, size, out[1], floats[1]);
            assert_memory_equal(out[0], out[1], sizeof out[0]);
            assert_memory_equal(floats[0], floats[1], sizeof floats[0]);
        }
    }
}

typedef struct recurrence {
    float gates[ROWS * MOST * 4], below[ROWS * MOST], peep[2 * MOST], hidden[ROWS * MOST];
    int8_t quantized[ROWS * MOST];
} recurrence;

/* `apart`: the rows are made ready one by one and handed over by their addresses. */
static void recurrence_run(const tensor_ops *ops, const recurrence *from, recurrence *to, size_t cell, bool first,
                           bool backward, bool apart)
{
    const float *rows[ROWS];
    *to = *from;
    memset(to->hidden, 0, sizeof to->hidden);
    memset(to->quantized, 0, sizeof to->quantized);
    tensor_run run = {.gates = to->gates,
                      .peep = to->peep,
                      .below = first ? NULL : to->below,
                      .hidden = to->hidden,
                      .quantized = to->quantized,
                      .gates_row = 4 * cell,
                      .hidden_row = cell,
                      .cell = cell,
                      .count = ROWS,
                      .backward = backward};
    for (size_t row = 0; apart && row < ROWS; row++) {
        float *gates = to->gates + row * 4 * cell;
        ops->ready(gates, first ? gates + 3 * cell : NULL, cell);
        rows[row] = gates;
    }
    if (apart) run.rows = rows;
    ops->recur(&run);
}

static void test_recurrences_are_the_same(void **unused)
{
    (void)unused;
    static recurrence from, to[2];
    const tensor_ops *ops[3];
    size_t count = tensor_ops_all(ops);
    uint32_t state = SEED;
    for (size_t cell = 16; cell <= MOST; cell += 48)
        for (size_t how = 0; how < 4; how++) {
            floats_fill(from.gates, ROWS * MOST * 4, 4, &state);
            floats_fill(from.below, ROWS * MOST, 1, &state);
            floats_fill(from.peep, 2 * MOST, 1, &state);
            recurrence_run(ops[0], &from, &to[0], cell, how & 1, how & 2, false);
            for (size_t i = 0; i < ROWS * cell; i++) assert_true(to[0].hidden[i] >= -1 && to[0].hidden[i] <= 1);
            for (size_t k = 0; k < 2 * count; k++) {
                recurrence_run(ops[k / 2], &from, &to[1], cell, how & 1, how & 2, k % 2);
                assert_memory_equal(to[0].hidden, to[1].hidden, sizeof to[0].hidden);
                assert_memory_equal(to[0].quantized, to[1].quantized, sizeof to[0].quantized);
            }
        }
}

static void test_tanh_is_tanh(void **unused)
{
    (void)unused;
    static const float in[] = {-50, -2, -0.5f, 0, 0.25f, 1, 3, 50};
    static const int8_t expected[] = {-127, -122, -59, 0, 31, 97, 126, 127}; /* round(127 tanh x) */
    int8_t out[8];
    tensor_ops_plain.tanh_quantize(in, 8, out);
    assert_memory_equal(out, expected, sizeof out);
}

static void test_best_is_the_first_greatest(void **unused)
{
    (void)unused;
    const tensor_ops *ops[3];
    size_t count = tensor_ops_all(ops);
    uint32_t state = SEED;
    for (size_t size = 1; size <= 300; size++) {
        float in[300];
        for (size_t i = 0; i < size; i++) in[i] = (float)(random_next(&state) % 20) - 25; /* many ties */
        size_t expected = 0;
        for (size_t i = 1; i < size; i++)
            if (in[i] > in[expected]) expected = i;
        for (size_t k = 0; k < count; k++) assert_int_equal(ops[k]->best(in, size), expected);
    }
}

int main(void)
{
    printf("seed %u\n", SEED);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_products_are_exact),
                                       cmocka_unit_test(test_elements_are_the_same),
                                       cmocka_unit_test(test_recurrences_are_the_same),
                                       cmocka_unit_test(test_tanh_is_tanh),
                                       cmocka_unit_test(test_best_is_the_first_greatest)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
