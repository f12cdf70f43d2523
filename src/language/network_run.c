/* SPDX-License-Identifier: Apache-2.0
 *
 * Running the parser's network: the words of some sentences go in, tags, heads and relations come out. Short sentences
 * are run together, so that the weights are fetched once for many words; they do not see each other.
 */
#include <float.h>
#include <stdlib.h>

#include "language/network.h"

#define COLUMNS (NETWORK_ROWS + TENSOR_BLOCK)
#define KNOWN_WORDS 1024 /* a power of two */
#define KNOWN_BYTES 23   /* longer words are worked out anew each time */

/* A word that was met before: the first layer's gates depend on its wording alone. */
typedef struct known_word {
    uint8_t size; /* 0: nobody's yet */
    char wording[KNOWN_BYTES];
} known_word;

struct network_scratch {
    int8_t *input;     /* rows of the first layer's input */
    float *gates;      /* rows of the widest product */
    float *hidden[2];  /* rows of a layer, and of the layer below it */
    int8_t *values[2]; /* the same as 8 bits */
    int8_t *tags;      /* 8-bit rows of the layer that gives the tags */
    int8_t *small[3];  /* 8-bit rows of hidden units: tagger or relation, arc as word, arc as head */
    float *arc;        /* rows of the arc form */
    int8_t *packed;    /* the heads of a sentence as a matrix */
    int32_t sums[COLUMNS];
    float scale[COLUMNS], bias[COLUMNS];
    float *scores;
    uint16_t finite_tag[NETWORK_ROWS], finite_feats[NETWORK_ROWS]; /* of each word, were it a finite verb */
    tree_scratch tree;
    known_word *known;
    float *known_gates;              /* of each, a row of the first layer's product, ready to recur */
    const float *rows[NETWORK_ROWS]; /* of each word of the run, such a row */
    uint16_t fresh[NETWORK_ROWS];    /* the words that were not known */
    size_t fresh_count;
    void *memory;
};

typedef struct scratch_part {
    void **place;
    size_t size;
} scratch_part;

static size_t widest(const network_model *network)
{
    size_t most = network->layer[0].outputs;
    if (most < network->out.outputs) most = network->out.outputs;
    if (most < network->head.outputs) most = network->head.outputs;
    return most < network->label.outputs ? network->label.outputs : most;
}

network_scratch *network_scratch_new(const network_model *network)
{
    network_scratch *scratch = calloc(1, sizeof *scratch);
    if (!scratch) return NULL;
    const network_shape *shape = &network->shape;
    size_t rows = NETWORK_ROWS, cells = 2 * shape->cell, small = TENSOR_CELLS;
    const scratch_part parts[] = {
        {(void **)&scratch->input, rows * network->layer[0].inputs},
        {(void **)&scratch->gates, rows * widest(network) * sizeof(float)},
        {(void **)&scratch->hidden[0], rows * cells * sizeof(float)},
        {(void **)&scratch->hidden[1], rows * cells * sizeof(float)},
        {(void **)&scratch->values[0], rows * cells},
        {(void **)&scratch->values[1], rows * cells},
        {(void **)&scratch->tags, rows * cells},
        {(void **)&scratch->small[0], rows * small},
        {(void **)&scratch->small[1], rows * small},
        {(void **)&scratch->small[2], rows * small},
        {(void **)&scratch->arc, rows * shape->arc_size * sizeof(float)},
        {(void **)&scratch->packed, COLUMNS * (size_t)shape->arc_size},
        {(void **)&scratch->scores, rows * COLUMNS * sizeof(float)},
        {(void **)&scratch->known, KNOWN_WORDS * sizeof(known_word)},
        {(void **)&scratch->known_gates, (size_t)KNOWN_WORDS * network->layer[0].outputs * sizeof(float)},
    };
    size_t total = 0, count = sizeof parts / sizeof *parts;
    for (size_t i = 0; i < count; i++) total += (parts[i].size + 63) / 64 * 64;
    char *memory = scratch->memory = calloc(total + 64, 1);
    if (!memory) {
        free(scratch);
        return NULL;
    }
    memory += 63 - ((uintptr_t)memory + 63) % 64;
    for (size_t i = 0; i < count; i++) {
        *parts[i].place = memory;
        memory += (parts[i].size + 63) / 64 * 64;
    }
    return scratch;
}

void network_scratch_free(network_scratch *scratch)
{
    if (!scratch) return;
    free(scratch->memory);
    free(scratch);
}

static void input_fill(const network_model *network, drg_text wording, int8_t *out)
{
    const network_shape *shape = &network->shape;
    features_word features;
    features_read(wording, &features);
    uint32_t word = DRG_NONE;
    if (features.form_size) word = model_table_get(&network->forms, (drg_text){features.form, features.form_size});
    if (word >= shape->words) word = 0; /* unknown */
    memcpy(out, network->word_rows + (size_t)word * shape->word_size, shape->word_size);
    const int8_t *rows[FEATURES_AFFIXES];
    for (size_t k = 0; k < features.affix_count; k++)
        rows[k] = network->affix_rows + (size_t)(features.affixes[k] & (shape->buckets - 1)) * shape->affix_size;
    network->ops->sum_tanh_quantize(rows, features.affix_count, shape->affix_size, network->affix_scale,
                                    out + shape->word_size);
}

/* The place of a wording among the known words. */
static size_t known_place(drg_text wording)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < wording.size; i++) hash = (hash ^ (unsigned char)wording.data[i]) * 16777619u;
    return (hash ^ hash >> 15) & (KNOWN_WORDS - 1);
}

static bool is_known(const network_scratch *scratch, size_t place, drg_text wording)
{
    const known_word *word = &scratch->known[place];
    return word->size && word->size == wording.size && memcmp(word->wording, wording.data, wording.size) == 0;
}

static void known_put(network_scratch *scratch, size_t place, drg_text wording, const float *gates, size_t outputs)
{
    if (!wording.size || wording.size > KNOWN_BYTES) return;
    known_word *word = &scratch->known[place];
    word->size = (uint8_t)wording.size;
    memcpy(word->wording, wording.data, wording.size);
    memcpy(scratch->known_gates + place * outputs, gates, outputs * sizeof *gates);
}

/* The first layer's gates of `count` words that are not known, to the first rows of `gates`. */
static void words_multiply(const network_model *network, network_scratch *scratch, size_t count)
{
    const tensor_matrix *matrix = &network->layer[0];
    size_t cell = network->shape.cell;
    network->ops->multiply(matrix, scratch->input, matrix->inputs, count, scratch->gates, matrix->outputs);
    for (size_t row = 0; row < count; row++)
        for (size_t side = 0; side < 2; side++) {
            float *gates = scratch->gates + row * matrix->outputs + side * 4 * cell;
            network->ops->ready(gates, gates + 3 * cell, cell);
        }
}

/* Where the first layer's gates of each word are, ready to recur. The frequent words of a language are few: their rows,
 * three of four in news, are kept between runs. */
static void words_run(const network_model *network, network_scratch *scratch, const drg_text *wordings, size_t rows)
{
    size_t outputs = network->layer[0].outputs, fresh = 0;
    for (size_t row = 0; row < rows; row++) {
        size_t place = known_place(wordings[row]);
        scratch->rows[row] = scratch->known_gates + place * outputs;
        if (is_known(scratch, place, wordings[row])) continue;
        input_fill(network, wordings[row], scratch->input + fresh * network->layer[0].inputs);
        scratch->rows[row] = scratch->gates + fresh * outputs;
        scratch->fresh[fresh++] = (uint16_t)row;
    }
    scratch->fresh_count = fresh;
    words_multiply(network, scratch, fresh);
}

/* The words that this run met for the first time are known from now on. Not before the rows that they replace have
 * been read. */
static void words_keep(const network_model *network, network_scratch *scratch, const drg_text *wordings)
{
    for (size_t i = 0; i < scratch->fresh_count; i++) {
        size_t row = scratch->fresh[i];
        known_put(scratch, known_place(wordings[row]), wordings[row], scratch->rows[row], network->layer[0].outputs);
    }
}

/* Layer l from the 8-bit rows `in` of the layer below, the first from what words_run left; its rows to hidden[l % 2]
 * and `values`. */
static void layer_run(const network_model *network, network_scratch *scratch, size_t l, const int8_t *in,
                      int8_t *values, const uint16_t *sizes, size_t sentence_count, size_t rows)
{
    const tensor_matrix *matrix = &network->layer[l];
    size_t cell = network->shape.cell, kinds = l == 0 ? 4 : 3;
    if (l) network->ops->multiply(matrix, in, matrix->inputs, rows, scratch->gates, matrix->outputs);
    size_t start = 0;
    for (size_t s = 0; s < sentence_count; start += sizes[s++])
        for (size_t side = 0; side < 2; side++) {
            size_t at = start * 2 * cell + side * cell;
            tensor_run run = {.rows = l ? NULL : scratch->rows + start,
                              .rows_at = side * kinds * cell,
                              .gates = scratch->gates + start * matrix->outputs + side * kinds * cell,
                              .peep = network->peep[l] + side * 2 * cell,
                              .below = l ? scratch->hidden[1 - l % 2] + at : NULL,
                              .hidden = scratch->hidden[l % 2] + at,
                              .quantized = values + at,
                              .gates_row = matrix->outputs,
                              .hidden_row = 2 * cell,
                              .cell = cell,
                              .count = sizes[s],
                              .backward = side == 1};
            network->ops->recur(&run);
        }
}

/* What a word would be as a finite verb: kept for clauses that turn out to have no other. */
static void finite_fill(const network_model *network, network_scratch *scratch, size_t row, const float *scores)
{
    const float *tags = scores + DRG_UPOS_COUNT, *feats = tags + LANGUAGE_TAG_COUNT;
    size_t tag = tags[LANGUAGE_TAG_VBZ] > tags[LANGUAGE_TAG_VBP] ? LANGUAGE_TAG_VBZ : LANGUAGE_TAG_VBP;
    if (tags[LANGUAGE_TAG_VBD] > tags[tag]) tag = LANGUAGE_TAG_VBD;
    size_t from = tag == LANGUAGE_TAG_VBD ? 0 : network->past_count;
    size_t end = tag == LANGUAGE_TAG_VBD ? network->past_count : network->finite_count, best = from;
    for (size_t k = from; k < end; k++)
        if (feats[network->finite[k]] > feats[network->finite[best]]) best = k;
    scratch->finite_tag[row] = (uint16_t)tag;
    scratch->finite_feats[row] = best < end ? network->finite[best] : UINT16_MAX;
}

typedef enum tag_family { FAMILY_OTHER, FAMILY_NOUN, FAMILY_NAME, FAMILY_VERB } tag_family;

static tag_family family_of(size_t tag)
{
    switch (tag) {
    case LANGUAGE_TAG_NN:
    case LANGUAGE_TAG_NNS: return FAMILY_NOUN;
    case LANGUAGE_TAG_NNP:
    case LANGUAGE_TAG_NNPS: return FAMILY_NAME;
    case LANGUAGE_TAG_VB:
    case LANGUAGE_TAG_VBD:
    case LANGUAGE_TAG_VBP:
    case LANGUAGE_TAG_VBZ:
    case LANGUAGE_TAG_VBN:
    case LANGUAGE_TAG_VBG: return FAMILY_VERB;
    default: return FAMILY_OTHER;
    }
}

static tag_family family_of_upos(size_t upos)
{
    return upos == DRG_NOUN    ? FAMILY_NOUN
           : upos == DRG_PROPN ? FAMILY_NAME
           : upos == DRG_VERB  ? FAMILY_VERB
                               : FAMILY_OTHER;
}

/* Part of speech and Penn tag are scored apart. Where one says noun, name or verb and the other another of these, the
 * pair of one kind with the highest sum. */
static void tags_choose(const network_model *network, const float *scores, network_answer *answer)
{
    static const uint8_t parts[] = {DRG_NOUN, DRG_PROPN, DRG_VERB};
    const float *tags = scores + DRG_UPOS_COUNT;
    float best = 0;
    bool found = false;
    answer->upos = (uint16_t)network->ops->best(scores, DRG_UPOS_COUNT);
    answer->tag = (uint16_t)network->ops->best(tags, LANGUAGE_TAG_COUNT);
    tag_family upos_says = family_of_upos(answer->upos), tag_says = family_of(answer->tag);
    bool adjective = upos_says == FAMILY_VERB && answer->tag == LANGUAGE_TAG_JJ; /* "Libya armed the rebels" */
    if (upos_says == tag_says || upos_says == FAMILY_OTHER || (tag_says == FAMILY_OTHER && !adjective)) return;
    for (size_t i = 0; i < sizeof parts; i++)
        for (size_t tag = 0; tag < LANGUAGE_TAG_COUNT; tag++) {
            float sum = scores[parts[i]] + tags[tag];
            if (family_of_upos(parts[i]) != family_of(tag) || (found && sum <= best)) continue;
            answer->upos = parts[i];
            answer->tag = (uint16_t)tag;
            best = sum;
            found = true;
        }
}

static void tags_run(const network_model *network, network_scratch *scratch, const int8_t *in, size_t rows,
                     network_answer *answers)
{
    size_t size = network->tag.outputs, outputs = network->out.outputs;
    network->ops->multiply(&network->tag, in, network->tag.inputs, rows, scratch->gates, size);
    network->ops->tanh_quantize(scratch->gates, rows * size, scratch->small[0]);
    network->ops->multiply(&network->out, scratch->small[0], size, rows, scratch->gates, outputs);
    for (size_t row = 0; row < rows; row++) {
        const float *scores = scratch->gates + row * outputs;
        finite_fill(network, scratch, row, scores);
        tags_choose(network, scores, &answers[row]);
        answers[row].feats =
            (uint16_t)network->ops->best(scores + DRG_UPOS_COUNT + LANGUAGE_TAG_COUNT, network->shape.feats);
    }
}

/* Each word as an arc's end (its last value the constant 1, so that a head has a score of its own) and as its head. */
static void arcs_prepare(const network_model *network, network_scratch *scratch, const int8_t *in, size_t rows)
{
    size_t size = network->head.outputs, arc = network->shape.arc_size;
    network->ops->multiply(&network->head, in, network->head.inputs, rows, scratch->gates, size);
    for (size_t row = 0; row < rows; row++) {
        network->ops->tanh_quantize(scratch->gates + row * size, arc, scratch->small[1] + row * arc);
        network->ops->tanh_quantize(scratch->gates + row * size + arc, arc, scratch->small[2] + row * arc);
        scratch->small[1][row * arc + arc - 1] = TENSOR_UNIT;
    }
    network->ops->multiply(&network->arc, scratch->small[2], arc, rows, scratch->arc, arc);
}

static void column_put(network_scratch *scratch, size_t arc, size_t column, const int8_t *values, float scale)
{
    int32_t sum = 0;
    for (size_t i = 0; i < arc; i += TENSOR_GROUP) {
        memcpy(scratch->packed + tensor_place(arc, i, column), values + i, TENSOR_GROUP);
        for (size_t k = 0; k < TENSOR_GROUP; k++) sum += values[i + k];
    }
    scratch->sums[column] = 128 * sum;
    scratch->scale[column] = scale / TENSOR_UNIT;
    scratch->bias[column] = 0;
}

/* The heads of one sentence: the root and its words as a matrix, times its words, gives the scores of all arcs. */
static void heads_run(const network_model *network, network_scratch *scratch, size_t start, size_t count,
                      uint16_t *heads)
{
    size_t arc = network->shape.arc_size, columns = (count + TENSOR_BLOCK) / TENSOR_BLOCK * TENSOR_BLOCK;
    int8_t values[TENSOR_CELLS] = {0};
    column_put(scratch, arc, 0, network->root, network->root_scale);
    for (size_t h = 0; h < count; h++) {
        float scale = network->ops->quantize(scratch->arc + (start + h) * arc, arc, values);
        column_put(scratch, arc, h + 1, values, scale);
    }
    memset(values, 0, sizeof values);
    for (size_t h = count + 1; h < columns; h++) column_put(scratch, arc, h, values, 0);
    tensor_matrix matrix = {scratch->packed, scratch->sums, scratch->scale,
                            scratch->bias,   (uint32_t)arc, (uint32_t)columns};
    network->ops->multiply(&matrix, scratch->small[1] + start * arc, arc, count, scratch->scores, columns);
    for (size_t d = 0; d < count; d++)
        network->ops->add(network->distance + NETWORK_ROWS - d, count, scratch->scores + d * columns + 1);
    tree_decode(&scratch->tree, scratch->scores, count, columns, heads);
}

/* The relations of all words to their heads; `gates` still holds the rows of network->head. */
static void relations_run(const network_model *network, network_scratch *scratch, const uint16_t *sizes,
                          size_t sentence_count, size_t rows, network_answer *answers)
{
    size_t size = network->head.outputs, label = network->shape.label_size, outputs = network->label.outputs;
    size_t start = 0;
    for (size_t s = 0; s < sentence_count; start += sizes[s++])
        for (size_t row = start; row < start + sizes[s]; row++) {
            size_t head_row = answers[row].head ? start + answers[row].head - 1u : row;
            const float *word = scratch->gates + row * size + 2 * network->shape.arc_size;
            const float *head = scratch->gates + head_row * size + 2 * network->shape.arc_size + label;
            network->ops->add_tanh_quantize(word, head, label, scratch->small[0] + row * label);
        }
    network->ops->multiply(&network->label, scratch->small[0], label, rows, scratch->gates, outputs);
    for (size_t row = 0; row < rows; row++) {
        float *scores = scratch->gates + row * outputs;
        scores[LANGUAGE_ROOT] = -FLT_MAX; /* for the root alone */
        size_t best = network->ops->best(scores, LANGUAGE_RELATION_COUNT);
        answers[row].relation = (uint16_t)(answers[row].head ? best : LANGUAGE_ROOT);
    }
}

static bool is_finite_clause(const network_answer *answers, size_t size, size_t root)
{
    bool subject = false;
    for (size_t i = 0; i < size; i++) {
        if (answers[i].head != root + 1) continue;
        uint16_t relation = answers[i].relation;
        if (relation == LANGUAGE_AUX || relation == LANGUAGE_AUX_PASS || relation == LANGUAGE_COP) return false;
        if (relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS) subject = subject || i < root;
    }
    return subject;
}

/* "Lopez was elected president" with "elected" as the noun's modifier: a participle that has an auxiliary of its own
 * heads the clause, and the noun is what somebody was made. */
static void root_of_passive(network_answer *answers, size_t size, size_t *root)
{
    size_t noun = *root, verb = noun;
    for (size_t i = 0; i < noun && verb == noun; i++) {
        bool participle =
            answers[i].head == noun + 1 && answers[i].relation == LANGUAGE_AMOD && answers[i].tag == LANGUAGE_TAG_VBN;
        for (size_t k = 0; participle && k < i; k++)
            if (answers[k].head == i + 1 && answers[k].relation == LANGUAGE_AUX_PASS) verb = i;
    }
    if (verb == noun) return;
    for (size_t i = 0; i < verb; i++) {
        if (answers[i].head != noun + 1) continue;
        answers[i].head = (uint16_t)(verb + 1);
        if (answers[i].relation == LANGUAGE_NSUBJ) answers[i].relation = LANGUAGE_NSUBJ_PASS;
    }
    for (size_t i = noun + 1; i < size; i++) /* the full stop */
        if (answers[i].head == noun + 1 && answers[i].relation == LANGUAGE_PUNCT)
            answers[i].head = (uint16_t)(verb + 1);
    answers[verb].head = 0;
    answers[verb].relation = LANGUAGE_ROOT;
    answers[noun].head = (uint16_t)(verb + 1);
    answers[noun].relation = LANGUAGE_XCOMP;
    *root = verb;
}

/* A root with a subject before it, without auxiliary or copula, is a finite verb: where the tagger, which reads before
 * the tree is known, took it for a participle or a noun, the tree is believed. */
static void root_agree(const network_scratch *scratch, network_answer *answers, size_t start, size_t size)
{
    size_t root = 0;
    while (answers[root].head) root++;
    root_of_passive(answers, size, &root);
    uint16_t tag = answers[root].tag;
    bool doubtful = tag == LANGUAGE_TAG_VBN || tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NN;
    if (!doubtful || scratch->finite_feats[start + root] == UINT16_MAX || !is_finite_clause(answers, size, root))
        return;
    answers[root].upos = DRG_VERB;
    answers[root].tag = scratch->finite_tag[start + root];
    answers[root].feats = scratch->finite_feats[start + root];
    for (size_t i = 0; i < size; i++)
        if (answers[i].head == root + 1 && answers[i].relation == LANGUAGE_NSUBJ_PASS)
            answers[i].relation = LANGUAGE_NSUBJ;
}

void network_run(const network_model *network, network_scratch *scratch, const drg_text *wordings,
                 const uint16_t *sizes, size_t sentence_count, network_answer *ret_answers)
{
    const network_shape *shape = &network->shape;
    size_t rows = 0;
    for (size_t s = 0; s < sentence_count; s++) rows += sizes[s];
    words_run(network, scratch, wordings, rows);
    const int8_t *in = NULL, *tags = NULL;
    for (size_t l = 0; l < shape->layers; l++) {
        int8_t *values = l == shape->tag_layer ? scratch->tags : scratch->values[l % 2];
        layer_run(network, scratch, l, in, values, sizes, sentence_count, rows);
        if (l == 0) words_keep(network, scratch, wordings);
        in = values;
        if (l == shape->tag_layer) tags = values;
    }
    tags_run(network, scratch, tags, rows, ret_answers);
    arcs_prepare(network, scratch, in, rows);
    uint16_t heads[NETWORK_ROWS];
    for (size_t s = 0, start = 0; s < sentence_count; start += sizes[s++]) {
        heads_run(network, scratch, start, sizes[s], heads);
        for (size_t i = 0; i < sizes[s]; i++) ret_answers[start + i].head = heads[i];
    }
    relations_run(network, scratch, sizes, sentence_count, rows, ret_answers);
    for (size_t s = 0, start = 0; s < sentence_count; start += sizes[s++])
        root_agree(scratch, ret_answers + start, start, sizes[s]);
}
