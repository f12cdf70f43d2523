/* SPDX-License-Identifier: Apache-2.0
 * The parser's network in floating point: its parameters, the forward pass, the gradients. What it computes is told in
 * src/language/network.h; here it is trained. */
#ifndef TRAIN_PARSER_NET_H
#define TRAIN_PARSER_NET_H

#include "language/network.h"
#include "parser_data.h"

#define NET_LAYERS 4      /* at most */
#define NET_ROWS 768      /* words of a shard at most */
#define NET_SENTENCES 256 /* sentences of a shard at most */
#define NET_COLUMNS (BOUND_SENTENCE_TOKENS + 1)

typedef struct net_shape {
    size_t word_count, buckets; /* rows of the two tables */
    size_t word_size, affix_size;
    size_t cell; /* units of one direction of a layer */
    size_t layers, tag_layer;
    size_t tag_size;             /* hidden units of the tagger */
    size_t arc_size, label_size; /* hidden units of the scorers of arcs and of relations */
    size_t feats_count;
} net_shape;

/* Where each part of the dense parameters starts. Matrices are [inputs x outputs], row by row. */
typedef struct net_plan {
    size_t layer_weight[NET_LAYERS], layer_bias[NET_LAYERS], layer_peep[NET_LAYERS];
    size_t tag_weight, tag_bias, out_weight, out_bias;
    size_t head_weight, head_bias;
    size_t arc_weight, arc_root, distance;
    size_t label_weight, label_bias;
    size_t total;
} net_plan;

typedef struct net_model {
    net_shape shape;
    net_plan plan;
    float *dense;
    float *words;   /* [word_count x word_size] */
    float *affixes; /* [buckets x affix_size] */
} net_model;

typedef struct net_rates { /* of dropout */
    float word;            /* of a word's own row, with a share rare / (rare + its count in training) on top */
    float rare, affix, input, hidden, mlp;
} net_rates;

/* One shard of a batch: its words, the activations and the gradients. */
typedef struct net_shard {
    data_sentence sentences[NET_SENTENCES];
    size_t sentence_count;
    size_t start[NET_SENTENCES + 1]; /* first row of each sentence */
    const data_word *rows[NET_ROWS];
    const uint32_t *counts; /* of the words in training, NULL: not used */
    bool word_kept[NET_ROWS], affix_kept[NET_ROWS];
    size_t row_count;
    float *multiply_buffer, *turned;
    float *affix_sum, *input; /* [rows x affix_size], [rows x input] */
    float *dropped[NET_LAYERS], *gates[NET_LAYERS], *cells[NET_LAYERS], *hidden[NET_LAYERS];
    float *mask[NET_LAYERS + 2], *mlp_mask, *tag_mask; /* a row a sentence */
    float *tag_in, *tag_hidden, *tag_kept, *out, *top, *head, *head_kept, *arc_head;
    float *scores, *labels, *label_hidden;
    float *d_hidden[NET_LAYERS], *d_gates, *d_input, *d_head, *d_arc_head, *d_tag, *d_label_hidden;
    float *gradient;         /* of the dense parameters */
    float *d_word, *d_affix; /* [rows x size]: of the table rows that each word used */
    double loss;
} net_shard;

size_t net_inputs(const net_shape *shape, size_t layer);
size_t net_gates(size_t layer);             /* kinds of gate: 4 in the first layer, then 3 */
size_t net_outputs(const net_shape *shape); /* of the tagger: UPOS, then tags, then FEATS, padded to 16 */

void net_new(net_model *net, const net_shape *shape, math_random *random);
void net_free(net_model *net);

net_shard *net_shard_new(const net_model *net);
void net_shard_free(net_shard *shard);

/* Sets the rows from the sentences. */
void net_shard_lay(net_shard *shard);

/* Fills the activations: tags' scores in `out`, arcs' in `scores` (a block of n x NET_COLUMNS for each sentence would
 * be wasteful: row r has NET_COLUMNS columns). `rates` NULL: no dropout. */
void net_forward(const net_model *net, net_shard *shard, const net_rates *rates, math_random *random);

/* After net_forward: scores of the relations of one word under a head (index in the sentence). */
void net_label(const net_model *net, net_shard *shard, size_t row, size_t head_row, float *ret_scores);

/* After net_forward with the same rates: loss, and gradients of the loss times `scale`. */
void net_backward(const net_model *net, net_shard *shard, const net_rates *rates, float scale);

#endif
