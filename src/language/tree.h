/* SPDX-License-Identifier: Apache-2.0
 * The best dependency tree of a sentence from the scores of its arcs. */
#ifndef LANGUAGE_TREE_H
#define LANGUAGE_TREE_H

#include "base/base.h"

#define TREE_COLUMNS (BOUND_SENTENCE_TOKENS + 1)

/* Work space, some half a MiB; any content before a call. */
typedef struct tree_scratch {
    uint16_t target[BOUND_SENTENCE_TOKENS][TREE_COLUMNS]; /* the word that an arc into a contracted group enters */
    uint16_t group[BOUND_SENTENCE_TOKENS];                /* which contracted group a word is in */
    uint16_t row[2 * BOUND_SENTENCE_TOKENS];              /* the row of the scores that a group uses */
    uint16_t parent[2 * BOUND_SENTENCE_TOKENS], first_child[2 * BOUND_SENTENCE_TOKENS];
    uint16_t sibling[2 * BOUND_SENTENCE_TOKENS];
    uint16_t source[2 * BOUND_SENTENCE_TOKENS], entry[2 * BOUND_SENTENCE_TOKENS]; /* the chosen arc of a group */
    float weight[2 * BOUND_SENTENCE_TOKENS];
    uint8_t state[2 * BOUND_SENTENCE_TOKENS];
    uint16_t path[2 * BOUND_SENTENCE_TOKENS];
} tree_scratch;

/* scores[d * stride + h]: how well head h suits word d, where h = 0 is the root of the tree and h = i + 1 the word i;
 * finite numbers; stride > count. Chooses heads[d] in the same numbering so that they make a tree with exactly one word
 * at the root and the highest sum of scores, given that word. The scores are overwritten. 1 <= count <=
 * BOUND_SENTENCE_TOKENS. Equal scores: the lower head. */
void tree_decode(tree_scratch *scratch, float *scores, size_t count, size_t stride, uint16_t *heads);

#endif
