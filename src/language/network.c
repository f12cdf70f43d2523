/* SPDX-License-Identifier: Apache-2.0
 *
 * Opening the parser's network: the bytes of a trained model go in, matrices that point into them come out. Every size
 * is checked, every floating point number must be finite and moderate, so that nothing later can leave its bounds.
 */
#include "language/network.h"

#include <stdlib.h>

#define LARGEST_NUMBER 1e6f
#define LARGEST_TABLE (1u << 20)
#define LARGEST_HIDDEN 256u

uint32_t network_outputs(uint32_t feats)
{
    return (DRG_UPOS_COUNT + LANGUAGE_TAG_COUNT + feats + TENSOR_BLOCK - 1) / TENSOR_BLOCK * TENSOR_BLOCK;
}

/* Up to 6 each its own, then wider and wider; 16 for a head before the word, 16 for one after it. */
size_t network_distance(size_t word, size_t head)
{
    size_t far = word < head ? head - word : word - head, kind = far - 1;
    if (far > 6)
        for (kind = 6; kind < 15 && far > 8; kind++) far = far * 2 / 3;
    return kind + (word < head ? NETWORK_DISTANCES / 2 : 0);
}

static bool shape_is_sound(const network_shape *shape)
{
    uint32_t inputs = shape->word_size + shape->affix_size;
    return shape->words >= 1 && shape->words <= LARGEST_TABLE && shape->buckets >= 1 &&
           shape->buckets <= LARGEST_TABLE && (shape->buckets & (shape->buckets - 1)) == 0 &&
           shape->word_size <= LARGEST_HIDDEN && shape->affix_size <= TENSOR_CELLS && inputs >= TENSOR_GROUP &&
           inputs % TENSOR_GROUP == 0 && shape->cell >= TENSOR_BLOCK && shape->cell <= TENSOR_CELLS &&
           shape->cell % TENSOR_BLOCK == 0 && shape->layers >= 1 && shape->layers <= NETWORK_LAYERS &&
           shape->tag_layer < shape->layers && shape->tag_size >= TENSOR_BLOCK && shape->tag_size <= LARGEST_HIDDEN &&
           shape->tag_size % TENSOR_BLOCK == 0 && shape->arc_size >= TENSOR_BLOCK &&
           shape->arc_size <= LARGEST_HIDDEN && shape->arc_size % TENSOR_BLOCK == 0 &&
           shape->label_size >= TENSOR_BLOCK && shape->label_size <= LARGEST_HIDDEN &&
           shape->label_size % TENSOR_BLOCK == 0 && shape->feats >= 1 && shape->feats <= 4096;
}

static bool shape_read(model_reader *reader, network_shape *shape)
{
    uint32_t *const fields[] = {&shape->words,    &shape->buckets,    &shape->word_size, &shape->affix_size,
                                &shape->cell,     &shape->layers,     &shape->tag_layer, &shape->tag_size,
                                &shape->arc_size, &shape->label_size, &shape->feats};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) *fields[i] = model_get_u32(reader);
    bool same = model_get_u32(reader) == DRG_UPOS_COUNT;
    same = model_get_u32(reader) == LANGUAGE_TAG_COUNT && same;
    same = model_get_u32(reader) == LANGUAGE_RELATION_COUNT && same;
    return same && !reader->broken && shape_is_sound(shape);
}

static uint32_t layer_inputs(const network_shape *shape, size_t layer)
{
    return layer == 0 ? shape->word_size + shape->affix_size : 2 * shape->cell;
}

static uint32_t layer_outputs(const network_shape *shape, size_t layer)
{
    return 2 * shape->cell * (layer == 0 ? 4 : 3);
}

static uint32_t label_outputs(void)
{
    return (LANGUAGE_RELATION_COUNT + TENSOR_BLOCK - 1) / TENSOR_BLOCK * TENSOR_BLOCK;
}

static uint32_t head_outputs(const network_shape *shape)
{
    return 2 * (shape->arc_size + shape->label_size);
}

/* Numbers that are kept outside the file: scale, bias and sum of each output, the peepholes. */
static size_t numbers_count(const network_shape *shape)
{
    size_t outputs =
        shape->tag_size + network_outputs(shape->feats) + head_outputs(shape) + shape->arc_size + label_outputs();
    size_t peeps = 0;
    for (size_t l = 0; l < shape->layers; l++) outputs += layer_outputs(shape, l), peeps += 4 * shape->cell;
    return 3 * outputs + peeps;
}

typedef struct number_store {
    float *next;
    model_reader *reader;
    bool sound;
} number_store;

static float number_read(number_store *store)
{
    float value = model_get_f32(store->reader);
    if (value > -LARGEST_NUMBER && value < LARGEST_NUMBER) return value;
    store->sound = false;
    return 0;
}

static const float *numbers_read(number_store *store, size_t count)
{
    float *numbers = store->next;
    store->next += count;
    for (size_t i = 0; i < count; i++) numbers[i] = number_read(store);
    return numbers;
}

static const int8_t *rows_read(number_store *store, size_t rows, size_t size)
{
    model_get_align(store->reader, 64);
    const int8_t *bytes = model_get_array(store->reader, rows, size);
    if (!bytes) store->sound = false;
    return bytes;
}

static void weights_check(number_store *store, const int8_t *weights, size_t count)
{
    int8_t least = 0;
    for (size_t i = 0; i < count; i++) least = weights[i] < least ? weights[i] : least;
    if (least < -TENSOR_UNIT) store->sound = false;
}

static tensor_matrix matrix_read(number_store *store, uint32_t inputs, uint32_t outputs)
{
    tensor_matrix matrix = {.inputs = inputs, .outputs = outputs};
    matrix.packed = rows_read(store, outputs, inputs);
    matrix.scale = numbers_read(store, outputs);
    matrix.bias = numbers_read(store, outputs);
    int32_t *sums = (int32_t *)(void *)store->next;
    store->next += outputs;
    matrix.sums = sums;
    if (!matrix.packed) return matrix;
    weights_check(store, matrix.packed, (size_t)inputs * outputs);
    for (size_t j = 0; j < outputs; j++) {
        int32_t sum = 0;
        for (size_t i = 0; i < inputs; i += TENSOR_GROUP) {
            const int8_t *group = matrix.packed + tensor_place(inputs, i, j);
            for (size_t k = 0; k < TENSOR_GROUP; k++) sum += group[k];
        }
        sums[j] = 128 * sum;
    }
    return matrix;
}

static void distances_read(network_model *network, number_store *store)
{
    float kinds[NETWORK_DISTANCES];
    for (size_t i = 0; i < NETWORK_DISTANCES; i++) kinds[i] = number_read(store);
    for (size_t i = 1; i < NETWORK_ROWS; i++) {
        network->distance[NETWORK_ROWS + i] = kinds[network_distance(0, i)];
        network->distance[NETWORK_ROWS - i] = kinds[network_distance(i, 0)];
    }
}

static void finite_collect(network_model *network, const char *tense)
{
    for (size_t i = 0; i < network->shape.feats; i++)
        if (base_text_is(language_feature(network->feats[i], "VerbForm"), "Fin") &&
            base_text_is(language_feature(network->feats[i], "Mood"), "Ind") &&
            base_text_is(language_feature(network->feats[i], "Tense"), tense))
            network->finite[network->finite_count++] = (uint16_t)i;
}

static bool network_read(network_model *network, model_reader *reader)
{
    const network_shape *shape = &network->shape;
    number_store store = {network->memory, reader, true};
    for (size_t i = 0; i < shape->feats; i++) network->feats[i] = model_get_text(reader);
    finite_collect(network, "Past");
    network->past_count = network->finite_count;
    finite_collect(network, "Pres");
    model_get_table(reader, &network->forms);
    network->word_rows = rows_read(&store, shape->words, shape->word_size);
    network->affix_scale = number_read(&store);
    network->affix_rows = rows_read(&store, shape->buckets, shape->affix_size);
    for (size_t l = 0; l < shape->layers; l++) {
        network->layer[l] = matrix_read(&store, layer_inputs(shape, l), layer_outputs(shape, l));
        network->peep[l] = numbers_read(&store, 4 * shape->cell);
    }
    network->tag = matrix_read(&store, 2 * shape->cell, shape->tag_size);
    network->out = matrix_read(&store, shape->tag_size, network_outputs(shape->feats));
    network->head = matrix_read(&store, 2 * shape->cell, head_outputs(shape));
    network->arc = matrix_read(&store, shape->arc_size, shape->arc_size);
    network->root_scale = number_read(&store);
    network->root = rows_read(&store, 1, shape->arc_size);
    distances_read(network, &store);
    network->label = matrix_read(&store, shape->label_size, label_outputs());
    if (store.sound) {
        weights_check(&store, network->word_rows, (size_t)shape->words * shape->word_size);
        weights_check(&store, network->root, shape->arc_size);
    }
    return store.sound && !reader->broken && reader->at == reader->bytes.size;
}

static drg_status network_fill(network_model *network, model_reader *reader, const char *name, drg_error *error)
{
    network->memory = calloc(numbers_count(&network->shape), sizeof(float));
    network->feats = calloc(network->shape.feats, sizeof *network->feats);
    network->finite = calloc(network->shape.feats, sizeof *network->finite);
    if (!network->memory || !network->feats || !network->finite)
        return base_fail(error, DRG_ERROR_MEMORY, "%s: out of memory", name);
    if (!network_read(network, reader))
        return base_fail(error, DRG_ERROR_FORMAT, "%s: damaged at or before offset %zu of %zu", name, reader->at,
                         reader->bytes.size);
    network->ops = tensor_ops_choose();
    return DRG_OK;
}

drg_status network_open(drg_text bytes, const char *name, network_model **ret_network, drg_error *error)
{
    model_reader reader = {.bytes = bytes};
    if (model_get_u32(&reader) != NETWORK_MAGIC)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: no parser's model", name);
    uint32_t version = model_get_u32(&reader);
    if (version != NETWORK_VERSION)
        return base_fail(error, DRG_ERROR_VERSION, "%s: version %u, this library reads %d", name, version,
                         NETWORK_VERSION);
    network_shape shape;
    if (!shape_read(&reader, &shape))
        return base_fail(error, DRG_ERROR_FORMAT, "%s: sizes that do not fit this library", name);
    network_model *made = calloc(1, sizeof *made);
    if (!made) return base_fail(error, DRG_ERROR_MEMORY, "%s: out of memory", name);
    made->shape = shape;
    drg_status status = network_fill(made, &reader, name, error);
    if (status != DRG_OK)
        network_close(made);
    else
        *ret_network = made;
    return status;
}

void network_close(network_model *network)
{
    if (!network) return;
    free(network->memory);
    free(network->feats);
    free(network->finite);
    free(network);
}
