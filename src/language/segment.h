/* SPDX-License-Identifier: Apache-2.0
 * Sentences and tokens of a raw text: the first stage of the language room. */
#ifndef LANGUAGE_SEGMENT_H
#define LANGUAGE_SEGMENT_H

#include "language/ends.h"
#include "language/language.h"
#include "language/layout.h"

typedef struct segment_models {
    model_table words;
    ends_model ends;
} segment_models;

/* Sections of the data file, and the model file that train/segment_train.c writes. */
#define SEGMENT_WORDS_SECTION "segment.words"
#define SEGMENT_ENDS_SECTION "segment.ends"
#define SEGMENT_MODEL_FILE "segment.model"

/* The models point into the file's mapping. */
drg_status segment_open(const model_file *file, segment_models *ret_models, drg_error *error);
drg_status segment_compile(base_arena *arena, const char *data_folder, const char *model_folder, model_builder *builder,
                           drg_error *error);

/* The section of the classifier, as the trainer writes it into the model file. */
void segment_put_ends(model_bytes *bytes, const int16_t *weights, uint32_t count, const int32_t bias[2]);
void segment_get_ends(model_reader *reader, ends_model *ret_model);

/* The tokens of the document's text in scratch memory, before sentences; adds notes on what is broken. */
token_items segment_tokens(const model_table *words, base_arena *arena, drg_document *document, layout_lines *layout);

/* Fills the document's sentences and tokens from its text. */
void segment_document(const segment_models *models, base_arena *arena, drg_document *document);

#endif
