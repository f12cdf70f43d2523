/* SPDX-License-Identifier: Apache-2.0
 *
 * A trained network goes in, the bytes that the library reads come out: weights rounded to 8 bits with a scale for each
 * output, the scales of the inputs multiplied in.
 */
#include "parser_export.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "language/network.h"

static jmp_buf escape;

static int8_t rounded(float value)
{
    float near = rintf(value);
    return (int8_t)(near < -TENSOR_UNIT ? -TENSOR_UNIT : near > TENSOR_UNIT ? TENSOR_UNIT : near);
}

static float largest(const float *values, size_t count)
{
    float most = 1e-12f;
    for (size_t i = 0; i < count; i++)
        if (fabsf(values[i]) > most) most = fabsf(values[i]);
    return most;
}

static void put_floats(model_bytes *bytes, const float *values, size_t count)
{
    for (size_t i = 0; i < count; i++) model_put_f32(bytes, values[i]);
}

static void put_rows(model_bytes *bytes, const float *values, size_t count, float scale)
{
    model_put_align(bytes, 64);
    for (size_t i = 0; i < count; i++) model_put_u8(bytes, (uint8_t)rounded(values[i] / scale));
}

/* weights [inputs x outputs]; a value of input i stands for that many in_scale[i]; bias NULL: none. */
static void put_matrix(model_bytes *bytes, const float *weights, const float *bias, const float *in_scale,
                       size_t inputs, size_t outputs)
{
    int8_t *packed = BASE_ARRAY(bytes->arena, int8_t, inputs * outputs);
    float *scales = BASE_ARRAY(bytes->arena, float, outputs);
    for (size_t j = 0; j < outputs; j++) {
        float most = 1e-12f;
        for (size_t i = 0; i < inputs; i++) most = fmaxf(most, fabsf(weights[i * outputs + j] * in_scale[i]));
        scales[j] = most / TENSOR_UNIT;
        for (size_t i = 0; i < inputs; i++)
            packed[tensor_place(inputs, i, j)] = rounded(weights[i * outputs + j] * in_scale[i] / scales[j]);
    }
    model_put_align(bytes, 64);
    model_put_raw(bytes, packed, inputs * outputs);
    put_floats(bytes, scales, outputs);
    for (size_t j = 0; j < outputs; j++) model_put_f32(bytes, bias ? bias[j] : 0);
}

static void put_head(model_bytes *bytes, const net_shape *shape, const data_names *names)
{
    const size_t numbers[] = {NETWORK_MAGIC,      NETWORK_VERSION,   shape->word_count,  shape->buckets,
                              shape->word_size,   shape->affix_size, shape->cell,        shape->layers,
                              shape->tag_layer,   shape->tag_size,   shape->arc_size,    shape->label_size,
                              shape->feats_count, DRG_UPOS_COUNT,    LANGUAGE_TAG_COUNT, LANGUAGE_RELATION_COUNT};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) model_put_u32(bytes, (uint32_t)numbers[i]);
    for (size_t i = 0; i < names->feats_count; i++) model_put_text(bytes, names->feats[i]);
    uint32_t *rows = BASE_ARRAY(bytes->arena, uint32_t, names->word_count);
    for (size_t i = 0; i < names->word_count; i++) rows[i] = (uint32_t)i;
    model_put_table(bytes, names->words + 1, rows + 1, names->word_count - 1);
}

static void put_network(model_bytes *bytes, const net_model *net)
{
    const net_shape *shape = &net->shape;
    const net_plan *plan = &net->plan;
    size_t cells = 2 * shape->cell;
    float word_scale = largest(net->words, shape->word_count * shape->word_size) / TENSOR_UNIT;
    float affix_scale = largest(net->affixes, shape->buckets * shape->affix_size) / TENSOR_UNIT, units[1024];
    printf("largest value in the rows of words %.2f, of affixes %.2f\n", (double)word_scale * TENSOR_UNIT,
           (double)affix_scale * TENSOR_UNIT);
    put_rows(bytes, net->words, shape->word_count * shape->word_size, word_scale);
    model_put_f32(bytes, affix_scale);
    put_rows(bytes, net->affixes, shape->buckets * shape->affix_size, affix_scale);
    for (size_t l = 0; l < shape->layers; l++) {
        for (size_t i = 0; i < 1024; i++) units[i] = l == 0 && i < shape->word_size ? word_scale : 1.0f / TENSOR_UNIT;
        put_matrix(bytes, net->dense + plan->layer_weight[l], net->dense + plan->layer_bias[l], units,
                   net_inputs(shape, l), cells * net_gates(l));
        put_floats(bytes, net->dense + plan->layer_peep[l], 4 * shape->cell);
    }
    for (size_t i = 0; i < 1024; i++) units[i] = 1.0f / TENSOR_UNIT;
    put_matrix(bytes, net->dense + plan->tag_weight, net->dense + plan->tag_bias, units, cells, shape->tag_size);
    put_matrix(bytes, net->dense + plan->out_weight, net->dense + plan->out_bias, units, shape->tag_size,
               net_outputs(shape));
    put_matrix(bytes, net->dense + plan->head_weight, net->dense + plan->head_bias, units, cells,
               2 * (shape->arc_size + shape->label_size));
    put_matrix(bytes, net->dense + plan->arc_weight, NULL, units, shape->arc_size, shape->arc_size);
    float root_scale = largest(net->dense + plan->arc_root, shape->arc_size) / TENSOR_UNIT;
    model_put_f32(bytes, root_scale);
    put_rows(bytes, net->dense + plan->arc_root, shape->arc_size, root_scale);
    put_floats(bytes, net->dense + plan->distance, NETWORK_DISTANCES);
    put_matrix(bytes, net->dense + plan->label_weight, net->dense + plan->label_bias, units, shape->label_size,
               (LANGUAGE_RELATION_COUNT + TENSOR_BLOCK - 1) / TENSOR_BLOCK * TENSOR_BLOCK);
}

void export_model(const net_model *net, const data_names *names, const char *path)
{
    base_arena arena;
    drg_error error;
    if (setjmp(escape)) {
        fprintf(stderr, "parser_train: out of memory\n");
        exit(1);
    }
    base_arena_open(&arena, 0, &escape);
    model_bytes bytes = {.arena = &arena};
    put_head(&bytes, &net->shape, names);
    put_network(&bytes, net);
    if (base_file_write(path, (drg_text){bytes.data.items, bytes.data.count}, &error)) {
        fprintf(stderr, "parser_train: %s\n", error.message);
        exit(1);
    }
    printf("%s: %zu bytes\n", path, bytes.data.count);
    base_arena_close(&arena);
}

/* Sentences at a time, as the library takes them. */
static size_t run_fill(const data_set *set, size_t at, drg_text *wordings, uint16_t *sizes)
{
    size_t count = 0, words = 0;
    while (at + count < set->count && (count == 0 || words + set->sentences[at + count].count <= 128)) {
        const data_sentence *sentence = &set->sentences[at + count];
        for (size_t i = 0; i < sentence->count; i++) wordings[words++] = sentence->words[i].wording;
        sizes[count++] = (uint16_t)sentence->count;
    }
    return count;
}

static void set_score(const network_model *network, network_scratch *scratch, const char *name, const data_set *set)
{
    drg_text wordings[NETWORK_ROWS];
    uint16_t sizes[NETWORK_ROWS];
    network_answer answers[NETWORK_ROWS];
    train_scores scores = {0};
    for (size_t at = 0, count; at < set->count; at += count) {
        count = run_fill(set, at, wordings, sizes);
        network_run(network, scratch, wordings, sizes, count, answers);
        for (size_t s = 0, start = 0; s < count; start += sizes[s++])
            train_scores_add(&scores, &set->sentences[at + s], answers + start);
    }
    train_scores_print(name, &scores);
}

void export_score(const char *path, const char *const *names, const data_set *const *sets, size_t set_count)
{
    drg_text bytes;
    drg_error error;
    network_model *network = NULL;
    network_scratch *scratch = NULL;
    if (base_file_map(path, BOUND_DATA_FILE_BYTES, &bytes, &error) || network_open(bytes, path, &network, &error) ||
        !(scratch = network_scratch_new(network))) {
        fprintf(stderr, "parser_train: %s\n", network ? "out of memory" : error.message);
        exit(1);
    }
    printf("the written model, with %s arithmetic:\n", network->ops->name);
    for (size_t i = 0; i < set_count; i++) set_score(network, scratch, names[i], sets[i]);
    network_scratch_free(scratch);
    network_close(network);
    base_file_unmap(bytes);
}
