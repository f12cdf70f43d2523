/* SPDX-License-Identifier: Apache-2.0
 *
 * Decoding of trees: against trying all trees of short sentences, and always a tree with one root on long ones.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/tree.h"

#define SEED 271828u
enum { SHORT = 5 };

static tree_scratch scratch;

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static bool is_tree(const uint16_t *heads, size_t count)
{
    size_t roots = 0;
    for (size_t d = 0; d < count; d++) {
        if (heads[d] > count || heads[d] == d + 1) return false;
        roots += heads[d] == 0;
        size_t at = d, steps = 0;
        while (heads[at] && steps++ <= count) at = heads[at] - 1u;
        if (heads[at]) return false;
    }
    return roots == 1;
}

static double weight(const float *scores, const uint16_t *heads, size_t count, size_t stride)
{
    double sum = 0;
    for (size_t d = 0; d < count; d++) sum += (double)scores[d * stride + heads[d]];
    return sum;
}

/* The weight of the best tree with the given root, by trying all. */
static double best_weight(const float *scores, size_t count, size_t stride, size_t root)
{
    size_t all = 1;
    for (size_t d = 0; d < count; d++) all *= count + 1;
    double best = -1e30;
    for (size_t number = 0; number < all; number++) {
        uint16_t heads[SHORT];
        size_t left = number;
        for (size_t d = 0; d < count; d++, left /= count + 1) heads[d] = (uint16_t)(left % (count + 1));
        if (heads[root] != 0 || !is_tree(heads, count)) continue;
        double sum = weight(scores, heads, count, stride);
        if (sum > best) best = sum;
    }
    return best;
}

static void test_short_sentences_get_the_best_tree(void **unused)
{
    (void)unused;
    uint32_t state = SEED;
    for (size_t round = 0; round < 300; round++) {
        size_t count = 1 + round % SHORT, stride = SHORT + 1;
        float scores[SHORT * (SHORT + 1)], kept[SHORT * (SHORT + 1)];
        for (size_t i = 0; i < SHORT * stride; i++) scores[i] = kept[i] = (float)(random_next(&state) % 1000) - 500;
        uint16_t heads[SHORT];
        tree_decode(&scratch, scores, count, stride, heads);
        assert_true(is_tree(heads, count));
        size_t root = 0;
        while (heads[root]) root++;
        assert_float_equal(weight(kept, heads, count, stride), best_weight(kept, count, stride, root), 1e-3);
    }
}

static void test_long_sentences_get_a_tree(void **unused)
{
    (void)unused;
    static float scores[BOUND_SENTENCE_TOKENS * TREE_COLUMNS];
    static uint16_t heads[BOUND_SENTENCE_TOKENS];
    uint32_t state = SEED;
    static const size_t counts[] = {2, 17, 100, 511, 512};
    for (size_t round = 0; round < 15; round++) {
        size_t count = counts[round % 5], kinds = round < 5 ? 1 : round < 10 ? 3 : 100000; /* many ties, then few */
        for (size_t i = 0; i < count * TREE_COLUMNS; i++) scores[i] = (float)(random_next(&state) % kinds);
        tree_decode(&scratch, scores, count, TREE_COLUMNS, heads);
        assert_true(is_tree(heads, count));
    }
}

/* Pairs that choose each other, pairs of pairs that do, and so on: the most contractions that there can be. */
static void test_nested_cycles_get_a_tree(void **unused)
{
    (void)unused;
    static float scores[BOUND_SENTENCE_TOKENS * TREE_COLUMNS];
    static uint16_t heads[BOUND_SENTENCE_TOKENS];
    size_t count = BOUND_SENTENCE_TOKENS;
    for (size_t d = 0; d < count; d++)
        for (size_t h = 0; h <= count; h++) {
            size_t apart = h ? d ^ (h - 1) : 2 * count, bits = 0;
            for (; apart; apart >>= 1) bits++;
            scores[d * TREE_COLUMNS + h] = 100 - (float)bits;
        }
    tree_decode(&scratch, scores, count, TREE_COLUMNS, heads);
    assert_true(is_tree(heads, count));
}

int main(void)
{
    printf("seed %u\n", SEED);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_short_sentences_get_the_best_tree),
                                       cmocka_unit_test(test_long_sentences_get_a_tree),
                                       cmocka_unit_test(test_nested_cycles_get_a_tree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
