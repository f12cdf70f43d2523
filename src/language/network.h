/* SPDX-License-Identifier: Apache-2.0
 * The trained network of the parser: opened from the bytes that a trainer wrote, run on sentences.
 *
 * A word is the sum of what its known form and its hashed affixes say: [form row | tanh of the sum of affix rows]. Over
 * the words of a sentence run layers of simple recurrent units in both directions (Lei et al. 2018, "Simple Recurrent
 * Units for Highly Parallelizable Recurrence"), for each direction
 *     z = tanh(Wz x)   f = sigmoid(Wf x + vf c')   c = f c' + (1 - f) z   r = sigmoid(Wr x + vr c)   h = r c + (1 - r)
 * x where c' is the c of the word before, and in the first layer the last x is tanh(Ws x). All matrix products are of
 * the whole sentence at once. A lower layer gives the tags; the top one the arcs by a biaffine form and the relation of
 * each arc (Dozat and Manning 2017). Activations lie within -1..1 and are multiplied as 8-bit numbers, see tensor.h.
 *
 * Bytes: magic and version, the shape, names of FEATS bundles, the table of known forms, the two tables of rows, then
 * matrices in the order of struct network_model.
 */
#ifndef LANGUAGE_NETWORK_H
#define LANGUAGE_NETWORK_H

#include "language/features.h"
#include "language/language.h"
#include "language/tensor.h"
#include "language/tree.h"

#define NETWORK_MAGIC 0x50475244u /* "DRGP" */
#define NETWORK_VERSION 1
#define NETWORK_LAYERS 4
#define NETWORK_DISTANCES 32               /* kinds of distance between a word and its head */
#define NETWORK_ROWS BOUND_SENTENCE_TOKENS /* words of one run at most */

typedef struct network_shape {
    uint32_t words, buckets; /* rows of the tables; buckets is a power of two */
    uint32_t word_size, affix_size;
    uint32_t cell; /* units of one direction of a layer */
    uint32_t layers, tag_layer;
    uint32_t tag_size, arc_size, label_size; /* hidden units of the tagger and of the two scorers */
    uint32_t feats;                          /* FEATS bundles */
} network_shape;

typedef struct network_model {
    network_shape shape;
    drg_text *feats;
    uint16_t *finite; /* the bundles of finite verbs: first those of the past, then those of the present */
    size_t past_count, finite_count;
    model_table forms;
    const int8_t *word_rows, *affix_rows;
    float affix_scale;
    tensor_matrix
        layer[NETWORK_LAYERS];         /* directions; in each candidate, forget, reset and in the first layer highway */
    const float *peep[NETWORK_LAYERS]; /* directions; in each forget, reset */
    tensor_matrix tag, out;            /* out: UPOS, Penn tag, FEATS */
    tensor_matrix head, arc, label;    /* head: arc as word, arc as head, relation as word, relation as head */
    const int8_t *root;                /* the root as the head of an arc */
    float root_scale;
    float distance[2 * NETWORK_ROWS]; /* added to the score of an arc, at head - word + NETWORK_ROWS */
    const tensor_ops *ops;
    void *memory; /* the numbers above that do not lie in the file */
} network_model;

/* What the network says of a word; head: 0 root, else 1 + index in the sentence. */
typedef struct network_answer {
    uint16_t upos, tag, feats, relation, head;
} network_answer;

/* Opens a network in bytes that outlive it, aligned to 64. `name` is for the message. Closed once. */
drg_status network_open(drg_text bytes, const char *name, network_model **ret_network, drg_error *error);
void network_close(network_model *network);

/* Work space for one thread; NULL when out of memory. */
typedef struct network_scratch network_scratch;
network_scratch *network_scratch_new(const network_model *network);
void network_scratch_free(network_scratch *scratch);

/* Tags and parses sentences of `sizes` words each, at least one; together at most NETWORK_ROWS. */
void network_run(const network_model *network, network_scratch *scratch, const drg_text *wordings,
                 const uint16_t *sizes, size_t sentence_count, network_answer *ret_answers);

/* The columns of the tagger's output, padded; how far a head is from its word, as a kind. Shared with the trainer. */
uint32_t network_outputs(uint32_t feats);
size_t network_distance(size_t word, size_t head);

#endif
