/* SPDX-License-Identifier: Apache-2.0
 *
 * Matrix products of the parser's trainer: panels of 48 columns copied together, tiles of 8 x 48 kept in registers
 * (Goto and van de Geijn 2008). Half the speed of a tuned library and no dependency.
 */
#include "parser_math.h"

#include <math.h>

typedef float lane __attribute__((vector_size(64)));
typedef float lane_loose __attribute__((vector_size(64), aligned(4)));

enum { LANE = 16, PANEL = 3, TILE = 8 };

static void panel_copy(float *buffer, const float *b, size_t stride, size_t depth, size_t columns)
{
    for (size_t p = 0; p < depth; p++) {
        float *to = buffer + p * PANEL * LANE;
        memcpy(to, b + p * stride, columns * sizeof *to);
        if (columns < PANEL * LANE) memset(to + columns, 0, (PANEL * LANE - columns) * sizeof *to);
    }
}

static inline __attribute__((always_inline)) void tile_multiply(const float *panel, const float *a, size_t a_row,
                                                                size_t a_column, float *c, size_t c_stride, size_t rows,
                                                                size_t depth, size_t columns, int add)
{
    lane sum[TILE][PANEL];
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < PANEL; j++) sum[i][j] = (lane){0};
    for (size_t p = 0; p < depth; p++) {
        const lane *b = (const lane *)(const void *)(panel + p * PANEL * LANE);
        const float *column = a + p * a_column;
        for (size_t i = 0; i < rows; i++)
            for (size_t j = 0; j < PANEL; j++) sum[i][j] += column[i * a_row] * b[j];
    }
    for (size_t i = 0; i < rows; i++) {
        float *out = c + i * c_stride;
        if (columns == PANEL * LANE) {
            for (size_t j = 0; j < PANEL; j++) {
                lane_loose *place = (lane_loose *)(void *)(out + j * LANE);
                *place = add ? *place + sum[i][j] : sum[i][j];
            }
            continue;
        }
        const float *from = (const float *)(const void *)sum[i];
        for (size_t j = 0; j < columns; j++) out[j] = add ? out[j] + from[j] : from[j];
    }
}

void math_multiply(float *buffer, const float *a, size_t a_row, size_t a_column, const float *b, size_t b_stride,
                   float *c, size_t c_stride, size_t rows, size_t depth, size_t columns, int add)
{
    for (size_t j = 0; j < columns; j += PANEL * LANE) {
        size_t width = columns - j < PANEL * LANE ? columns - j : PANEL * LANE;
        panel_copy(buffer, b + j, b_stride, depth, width);
        size_t i = 0;
        for (; i + TILE <= rows; i += TILE)
            tile_multiply(buffer, a + i * a_row, a_row, a_column, c + i * c_stride + j, c_stride, TILE, depth, width,
                          add);
        for (; i < rows; i++)
            tile_multiply(buffer, a + i * a_row, a_row, a_column, c + i * c_stride + j, c_stride, 1, depth, width, add);
    }
}

void math_turn(const float *in, size_t rows, size_t columns, float *out)
{
    for (size_t i = 0; i < rows; i += 16)
        for (size_t j = 0; j < columns; j++)
            for (size_t k = i; k < rows && k < i + 16; k++) out[j * rows + k] = in[k * columns + j];
}

float math_log(float x)
{
    return logf(x);
}
