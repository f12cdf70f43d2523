/* SPDX-License-Identifier: Apache-2.0
 * Writes a trained network as the library reads it, and scores what the library makes of it. */
#ifndef TRAIN_PARSER_EXPORT_H
#define TRAIN_PARSER_EXPORT_H

#include "language/network.h"
#include "parser_net.h"

typedef network_answer train_answer;

typedef struct train_scores {
    size_t words, upos, tag, feats, heads, base, whole;
} train_scores;

void train_scores_add(train_scores *scores, const data_sentence *sentence, const train_answer *answers);
void train_scores_print(const char *name, const train_scores *scores);

void export_model(const net_model *net, const data_names *names, const char *path);

/* Prints the scores of a model file on each set, run by the library. */
void export_score(const char *path, const char *const *names, const data_set *const *sets, size_t set_count);

#endif
