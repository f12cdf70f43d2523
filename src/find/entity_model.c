/* SPDX-License-Identifier: Apache-2.0
 *
 * In: hashed features of a name. Out: person, organisation, place or other. An averaged perceptron (Collins 2002) of
 * four classes, trained in train/entity_train.c; whole numbers, so that every machine decides alike. */
#include "find/entity_model.h"

#include "find/pronoun_model.h"

#include "find/find.h"

void find_entity_sum(const find_entity_model *model, const find_entity_features *features,
                     int32_t ret_sums[FIND_ENTITY_COUNT])
{
    for (int type = 0; type < FIND_ENTITY_COUNT; type++) ret_sums[type] = 0;
    for (size_t i = 0; i < features->count; i++) {
        const int16_t *row = model->weights + (size_t)(features->items[i] & model->mask) * FIND_ENTITY_COUNT;
        for (int type = 0; type < FIND_ENTITY_COUNT; type++) ret_sums[type] += row[type];
    }
}

find_entity find_entity_best(const int32_t sums[FIND_ENTITY_COUNT], int32_t *ret_margin)
{
    int best = 0;
    for (int type = 1; type < FIND_ENTITY_COUNT; type++)
        if (sums[type] > sums[best]) best = type;
    int32_t margin = INT32_MAX;
    for (int type = 0; type < FIND_ENTITY_COUNT; type++)
        if (type != best && sums[best] - sums[type] < margin) margin = sums[best] - sums[type];
    *ret_margin = margin;
    return (find_entity)best;
}

void find_entity_put(model_bytes *bytes, const int16_t *weights, uint32_t rows)
{
    model_put_u32(bytes, rows);
    model_put_align(bytes, 8);
    for (uint32_t i = 0; i < rows * FIND_ENTITY_COUNT; i++) model_put_u16(bytes, (uint16_t)weights[i]);
}

void find_entity_get(model_reader *reader, find_entity_model *ret_model)
{
    uint32_t rows = model_get_u32(reader);
    model_get_align(reader, 8);
    ret_model->mask = rows - 1;
    ret_model->weights = model_get_array(reader, rows, FIND_ENTITY_COUNT * sizeof *ret_model->weights);
    if (rows == 0 || (rows & (rows - 1))) reader->broken = true;
}

drg_status find_compile_model(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    const char *path = base_text_format(arena, "%s/%s", model_folder, FIND_ENTITY_MODEL_FILE).data;
    model_reader reader = {0};
    find_entity_model model;
    drg_status status = base_file_read(arena, path, BOUND_DATA_FILE_BYTES, &reader.bytes, error);
    if (status != DRG_OK) return status;
    find_entity_get(&reader, &model);
    if (reader.broken || reader.at != reader.bytes.size)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: not a model of names, or cut short", path);
    model_builder_section(builder, FIND_ENTITY_SECTION, reader.bytes.data, reader.bytes.size);
    model_builder_value(builder, BASE_LITERAL("trained/entity"),
                        BASE_LITERAL("Universal Dependencies English GUM, training half, with its entities"));
    model_builder_value(builder, BASE_LITERAL("licence/entity"), BASE_LITERAL("CC BY-SA 4.0"));
    return find_pronoun_compile(arena, model_folder, builder, error);
}
