/* SPDX-License-Identifier: Apache-2.0
 * The ranker's model: multinomial logistic regression over hashed features, which gives the probability of each type,
 * and of nothing political, for one predicate; and a second, of one class, which says which of a sentence's predicates
 * tells what one party does to another. Use inside the code room and its trainer only. */
#ifndef CODE_RANKER_MODEL_H
#define CODE_RANKER_MODEL_H

#include "model/model.h"
#include "record/record.h"

#define CODE_RANKER_NOTHING DRG_TYPE_COUNT
#define CODE_RANKER_CLASSES (DRG_TYPE_COUNT + 1) /* the types, and nothing */
#define CODE_RANKER_MODES 16                     /* no mode, and the most modes of a type */
#define CODE_RANKER_SCALE 256                    /* a weight of 1 */
#define CODE_RANKER_STEPS 20                     /* of the calibration: 0, 5 ... 100 % */
#define CODE_RANKER_FEATURES 224                 /* most features of one predicate */
#define CODE_RANKER_FILE "ranker.model"
#define CODE_RANKER_SECTION "code.ranker"

typedef struct code_ranker {
    const int16_t *weights; /* a row holds the classes side by side; in place in the mapped file */
    uint32_t mask;          /* rows - 1; rows are a power of two */
    const int16_t *modes;   /* a row, of a feature with a type, holds no mode and the type's modes side by side */
    uint32_t mode_mask;
    const int16_t *carrier;
    uint32_t carrier_mask;
    /* in thousandths: what is right of the events of each probability; of frames, then of what the model proposes */
    const uint16_t *calibration;
} code_ranker;

typedef struct code_features {
    size_t count;
    uint32_t items[CODE_RANKER_FEATURES];
} code_features;

/* The probability of each class; they sum to 1. The same on every machine. */
void code_ranker_classes(const code_ranker *ranker, const code_features *features, double ret[CODE_RANKER_CLASSES]);

/* The row of a feature in the table of modes. */
static inline uint32_t code_ranker_mode_row(uint32_t feature, drg_type type)
{
    uint32_t mixed = (feature ^ ((uint32_t)type + 1) * 0x9E3779B1u) * 0x85EBCA6Bu;
    return mixed ^ mixed >> 15;
}

/* The likeliest mode of an event of the type, empty for none. */
drg_text code_ranker_mode(const code_ranker *ranker, const code_features *features, drg_type type);

/* The evidence, in units of CODE_RANKER_SCALE, that the predicate tells what one party does to another. */
int32_t code_ranker_carrier(const code_ranker *ranker, const code_features *features);

/* exp(-value / CODE_RANKER_SCALE) for values of 0 and more, by multiplications alone. */
double code_ranker_exp(int32_t value);

/* How often an event of the probability is right, by the calibration: one of a frame, or one that the model proposes.
 */
double code_ranker_calibrate(const code_ranker *ranker, bool proposed, double probability);

/* Of `ranker` the three tables with their masks, and the calibration: twice CODE_RANKER_STEPS + 1. */
void code_ranker_put(model_bytes *bytes, const code_ranker *ranker);
void code_ranker_get(model_reader *reader, code_ranker *ret_ranker);

/* Adds the section, from the file in the folder. */
drg_status code_ranker_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error);
drg_status code_ranker_open(const model_file *file, code_ranker *ret_ranker, drg_error *error);

#endif
