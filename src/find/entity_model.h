/* SPDX-License-Identifier: Apache-2.0
 * What a name that no list has names: a linear classifier over the words of the name and around it. */
#ifndef FIND_ENTITY_MODEL_H
#define FIND_ENTITY_MODEL_H

#include "model/model.h"

typedef enum find_entity {
    FIND_ENTITY_OTHER, /* a law, an event, a product, or no name at all */
    FIND_ENTITY_PERSON,
    FIND_ENTITY_ORGANIZATION,
    FIND_ENTITY_PLACE,
    FIND_ENTITY_COUNT
} find_entity;

#define FIND_ENTITY_FEATURES 96 /* most features of one name */
#define FIND_ENTITY_MODEL_FILE "entity.model"
#define FIND_ENTITY_SECTION "find.entities"

/* Weights of a row are those of the types, side by side; in place in the mapped file. */
typedef struct find_entity_model {
    const int16_t *weights;
    uint32_t mask; /* rows - 1; rows are a power of two */
} find_entity_model;

typedef struct find_entity_features {
    uint32_t items[FIND_ENTITY_FEATURES];
    size_t count, lexical; /* lexical: how many, at the start, name its very words */
} find_entity_features;

/* The evidence for each type. Sums of up to FIND_ENTITY_FEATURES 16-bit weights. */
void find_entity_sum(const find_entity_model *model, const find_entity_features *features,
                     int32_t ret_sums[FIND_ENTITY_COUNT]);

/* The type of the highest sum; *ret_margin is how far it lies above the next one. */
find_entity find_entity_best(const int32_t sums[FIND_ENTITY_COUNT], int32_t *ret_margin);

void find_entity_put(model_bytes *bytes, const int16_t *weights, uint32_t rows);
void find_entity_get(model_reader *reader, find_entity_model *ret_model);

#endif
