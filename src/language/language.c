/* SPDX-License-Identifier: Apache-2.0
 *
 * The models of the language room: compiled into a data file from what people and trainers wrote, opened from it. Each
 * stage has its pair of functions here or in its own file; this file calls them in turn.
 */
#include "language/language.h"

#include <stdlib.h>

#include "language/models.h"

#define PARSER_SECTION "parser"

static drg_status parser_open(const model_file *file, language_models *models, drg_error *error)
{
    drg_text bytes;
    drg_status status = model_file_section(file, PARSER_SECTION, &bytes, error);
    if (status == DRG_OK) status = network_open(bytes, "section " PARSER_SECTION, &models->parser, error);
    return status;
}

/* The trained bytes as they are, once they have been seen to open. */
static drg_status parser_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    drg_text path = base_text_format(arena, "%s/parser.model", model_folder), bytes;
    network_model *network;
    drg_status status = base_file_read(arena, path.data, BOUND_DATA_FILE_BYTES, &bytes, error);
    if (status == DRG_OK) status = network_open(bytes, path.data, &network, error);
    if (status != DRG_OK) return status;
    network_close(network);
    model_builder_section(builder, PARSER_SECTION, bytes.data, bytes.size);
    model_builder_value(builder, BASE_LITERAL("trained/parser"),
                        BASE_LITERAL("Universal Dependencies English EWT and GUM, training halves"));
    model_builder_value(builder, BASE_LITERAL("licence/parser"), BASE_LITERAL("CC BY-SA 4.0"));
    return DRG_OK;
}

drg_status language_open(const model_file *file, language_models **ret_models, drg_error *error)
{
    language_models *models = calloc(1, sizeof *models);
    if (!models) return base_fail(error, DRG_ERROR_MEMORY, "out of memory for the language models");
    drg_status status = parser_open(file, models, error);
    if (status == DRG_OK) status = segment_open(file, &models->segment, error);
    if (status == DRG_OK) status = lemma_open(file, &models->lemma, error);
    if (status != DRG_OK)
        language_close(models);
    else
        *ret_models = models;
    return status;
}

void language_close(language_models *models)
{
    if (!models) return;
    network_close(models->parser);
    free(models);
}

drg_status language_compile(base_arena *arena, const char *data_folder, const char *model_folder,
                            model_builder *builder, drg_error *error)
{
    drg_status status = parser_compile(arena, model_folder, builder, error);
    if (status == DRG_OK) status = segment_compile(arena, data_folder, model_folder, builder, error);
    if (status == DRG_OK) status = lemma_compile(arena, model_folder, builder, error);
    return status;
}
