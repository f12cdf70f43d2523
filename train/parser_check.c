/* SPDX-License-Identifier: Apache-2.0
 *
 * Self-test of the parser's trainer: the gradients by hand against differences of the loss on a tiny network, with
 * dropout. Prints each part of the parameters; exit status 1 when one is off.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "parser_net.h"

static const net_rates rates = {0.2f, 0.5f, 0.2f, 0.2f, 0.2f, 0.2f};

static double loss_of(const net_model *net, net_shard *shard)
{
    math_random random = {99};
    net_forward(net, shard, &rates, &random);
    net_backward(net, shard, &rates, 1);
    return shard->loss;
}

/* The difference of the loss by one weight, against its gradient. */
static bool weight_check(const net_model *net, net_shard *shard, float *weight, double gradient, const char *name)
{
    const float step = 2e-3f, kept = *weight;
    *weight = kept + step;
    double above = loss_of(net, shard);
    *weight = kept - step;
    double below = loss_of(net, shard);
    *weight = kept;
    double measured = (above - below) / (2 * (double)step);
    double off = fabs(measured - gradient), size = fabs(measured) + fabs(gradient);
    bool good = off < 2e-3 || off < 0.02 * size;
    if (!good) printf("%s: gradient %g, measured %g\n", name, gradient, measured);
    return good;
}

static size_t part_check(net_model *net, net_shard *shard, const float *gradient, size_t from, size_t size,
                         const char *name)
{
    size_t wrong = 0;
    for (size_t i = 0; i < size; i += 1 + size / 23)
        wrong += !weight_check(net, shard, net->dense + from + i, (double)gradient[from + i], name);
    printf("%s: %s\n", name, wrong ? "WRONG" : "good");
    return wrong;
}

static void shard_make(net_shard *shard, data_word *words, math_random *random)
{
    static const size_t sizes[] = {1, 5, 9};
    shard->sentence_count = 3;
    for (size_t s = 0; s < 3; s++) {
        shard->sentences[s] = (data_sentence){words, sizes[s]};
        size_t root = random_below(random, sizes[s]);
        for (size_t i = 0; i < sizes[s]; i++) {
            size_t head = random_below(random, sizes[s]);
            if (head == i) head = root;
            words[i] = (data_word){.word = (uint32_t)random_below(random, 20),
                                   .affix_count = 3,
                                   .head = (uint16_t)(i == root ? DATA_ROOT : head + 1),
                                   .upos = (uint16_t)random_below(random, 17),
                                   .tag = (uint16_t)random_below(random, 40),
                                   .feats = (uint16_t)random_below(random, 6),
                                   .relation = (uint16_t)random_below(random, 40)};
            for (size_t k = 0; k < 3; k++) words[i].affixes[k] = (uint32_t)random_below(random, 32);
        }
        words += sizes[s];
    }
    net_shard_lay(shard);
}

static size_t tables_check(net_model *net, net_shard *shard)
{
    size_t size = net->shape.word_size, wrong = 0;
    double *words = calloc(20 * size, sizeof *words), *affixes = calloc(32 * net->shape.affix_size, sizeof *affixes);
    if (!words || !affixes) return 1;
    loss_of(net, shard);
    for (size_t row = 0; row < shard->row_count; row++) {
        uint32_t word = shard->word_kept[row] ? shard->rows[row]->word : 0;
        for (size_t i = 0; i < size; i++) words[word * size + i] += (double)shard->d_word[row * size + i];
        for (size_t k = 0; k < 3 && shard->affix_kept[row]; k++)
            for (size_t i = 0; i < net->shape.affix_size; i++)
                affixes[shard->rows[row]->affixes[k] * net->shape.affix_size + i] +=
                    (double)shard->d_affix[row * net->shape.affix_size + i];
    }
    for (size_t i = 0; i < 20 * size; i += 7) wrong += !weight_check(net, shard, net->words + i, words[i], "words");
    for (size_t i = 0; i < 32 * net->shape.affix_size; i += 11)
        wrong += !weight_check(net, shard, net->affixes + i, affixes[i], "affixes");
    printf("tables: %s\n", wrong ? "WRONG" : "good");
    free(words);
    free(affixes);
    return wrong;
}

int main(void)
{
    static data_word words[32];
    net_shape shape = {.word_count = 20,
                       .buckets = 32,
                       .word_size = 12,
                       .affix_size = 8,
                       .cell = 16,
                       .layers = 2,
                       .tag_layer = 0,
                       .tag_size = 16,
                       .arc_size = 16,
                       .label_size = 16,
                       .feats_count = 6};
    net_model net;
    math_random random = {5};
    net_new(&net, &shape, &random);
    net_shard *shard = net_shard_new(&net);
    shard_make(shard, words, &random);
    for (size_t i = 0; i < net.plan.total; i++) net.dense[i] += (random_unit(&random) - 0.5f) * 0.2f;
    loss_of(&net, shard);
    float *gradient = malloc(net.plan.total * sizeof *gradient);
    if (!gradient) return 1;
    memcpy(gradient, shard->gradient, net.plan.total * sizeof *gradient);
    const net_plan *plan = &net.plan;
    size_t cells = 2 * shape.cell, heads = 2 * (shape.arc_size + shape.label_size), wrong = tables_check(&net, shard);
    for (size_t l = 0; l < shape.layers; l++) {
        size_t outputs = cells * net_gates(l);
        wrong += part_check(&net, shard, gradient, plan->layer_weight[l], net_inputs(&shape, l) * outputs, "layer");
        wrong += part_check(&net, shard, gradient, plan->layer_bias[l], outputs, "layer's bias");
        wrong += part_check(&net, shard, gradient, plan->layer_peep[l], 4 * shape.cell, "layer's peepholes");
    }
    wrong += part_check(&net, shard, gradient, plan->tag_weight, cells * shape.tag_size, "tagger");
    wrong +=
        part_check(&net, shard, gradient, plan->out_weight, shape.tag_size * net_outputs(&shape), "tagger's output");
    wrong += part_check(&net, shard, gradient, plan->head_weight, cells * heads, "arc and relation layer");
    wrong += part_check(&net, shard, gradient, plan->head_bias, heads, "its bias");
    wrong += part_check(&net, shard, gradient, plan->arc_weight, shape.arc_size * shape.arc_size, "arc form");
    wrong += part_check(&net, shard, gradient, plan->arc_root, shape.arc_size, "root");
    wrong += part_check(&net, shard, gradient, plan->distance, NETWORK_DISTANCES, "distance");
    wrong += part_check(&net, shard, gradient, plan->label_weight, shape.label_size * 64, "relations");
    wrong += part_check(&net, shard, gradient, plan->label_bias, LANGUAGE_RELATION_COUNT, "relations' bias");
    free(gradient);
    net_shard_free(shard);
    net_free(&net);
    return wrong != 0;
}
