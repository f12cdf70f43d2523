/* Writes a trained network as the library reads it, and scores what the library makes of it. */
#ifndef TRAIN_PARSER_EXPORT_H
#define TRAIN_PARSER_EXPORT_H

#include "parser_net.h"

typedef struct train_answer {
    uint16_t upos, tag, feats, relation, head;
} train_answer;

typedef struct train_scores {
    size_t words, upos, tag, feats, heads, base, whole;
} train_scores;

void train_scores_add(train_scores *scores, const data_sentence *sentence, const train_answer *answers);
void train_scores_print(const char *name, const train_scores *scores);

void export_model(const net *net, const data_names *names, const char *path);

#endif
