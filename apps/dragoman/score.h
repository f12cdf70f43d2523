/* SPDX-License-Identifier: Apache-2.0
 * Scores of a document against its gold: the measures of the CoNLL 2018 shared task. */
#ifndef SCORE_H
#define SCORE_H

#include "dragoman.h"

typedef enum score_metric {
    SCORE_TOKENS,
    SCORE_SENTENCES,
    SCORE_WORDS,
    SCORE_UPOS,
    SCORE_XPOS,
    SCORE_FEATS,
    SCORE_LEMMAS,
    SCORE_UAS,
    SCORE_LAS,
    SCORE_CLAS,
    SCORE_METRIC_COUNT
} score_metric;

/* How many units the gold has, how many were found, how many of those are right. */
typedef struct score_count {
    size_t gold, found, right;
} score_count;

typedef struct score_counts {
    score_count of[SCORE_METRIC_COUNT];
} score_counts;

/* Adds what `found` has right of `gold`. Both must be of the same text. False, and nothing is added, when they are not.
 */
bool score_add(score_counts *counts, const drg_document *gold, const drg_document *found);

/* F1 in percent; 0 when there is nothing to count. */
double score_f1(score_count count);

/* "tokens", "upos", "las" ... */
const char *score_name(score_metric metric);

#endif
