/* SPDX-License-Identifier: Apache-2.0
 *
 * In: models/pronoun.model. Out: the section "find.pronouns", and back. The model is text, one feature a line, so that
 * people can read what it learned: the feature's name, then its weights in thousandths for he and she, for it, for
 * they. A feature without a line weighs nothing; a line without a feature is refused. */
#include "find/pronoun_model.h"

enum feature {
#define FEATURE(name) FEATURE_##name,
    FIND_PRONOUN_FEATURES(FEATURE)
#undef FEATURE
        FEATURE_COUNT
};

static const char *const NAMES[] = {
#define FEATURE(name) #name,
    FIND_PRONOUN_FEATURES(FEATURE)
#undef FEATURE
};

uint32_t find_feature_count(void)
{
    return FEATURE_COUNT;
}

const char *find_feature_name(uint32_t feature)
{
    return feature < FEATURE_COUNT ? NAMES[feature] : "";
}

int64_t find_pronoun_weight(const find_pronoun_model *model, find_pronoun_class kind, uint32_t feature)
{
    uint32_t at = (uint32_t)kind * FEATURE_COUNT + feature;
    if (at >= model->count) return 0;
    const unsigned char *cell = model->weights + (size_t)at * 4;
    uint32_t bits = (uint32_t)cell[0] | (uint32_t)cell[1] << 8 | (uint32_t)cell[2] << 16 | (uint32_t)cell[3] << 24;
    return (int32_t)bits;
}

drg_status find_pronoun_open(const model_file *file, find_pronoun_model *ret_model, drg_error *error)
{
    model_reader reader = {0};
    drg_status status = model_file_section(file, FIND_PRONOUN_SECTION, &reader.bytes, error);
    if (status != DRG_OK) return status;
    ret_model->count = model_get_u32(&reader);
    ret_model->weights = model_get_array(&reader, ret_model->count, 4);
    return model_reader_done(&reader, file, FIND_PRONOUN_SECTION, error);
}

static uint32_t feature_named(drg_text name)
{
    for (uint32_t i = 0; i < FEATURE_COUNT; i++)
        if (base_text_is(name, NAMES[i])) return i;
    return DRG_NONE;
}

/* "-1234", at most seven digits. */
static bool read_weight(drg_text field, int32_t *ret_weight)
{
    size_t at = field.size && field.data[0] == '-' ? 1 : 0;
    int32_t weight = 0;
    if (at == field.size || field.size - at > 7) return false;
    for (size_t i = at; i < field.size; i++) {
        if (field.data[i] < '0' || field.data[i] > '9') return false;
        weight = weight * 10 + (field.data[i] - '0');
    }
    *ret_weight = at ? -weight : weight;
    return true;
}

static drg_status read_line(const base_tsv *list, int32_t weights[FIND_PRONOUN_CLASSES][FEATURE_COUNT], bool *seen)
{
    uint32_t feature = feature_named(list->fields[0]);
    if (feature == DRG_NONE || seen[feature])
        return base_tsv_wrong(list, 0, list->fields[0], "a feature that was not there before");
    seen[feature] = true;
    for (size_t i = 0; i < FIND_PRONOUN_CLASSES; i++)
        if (!read_weight(list->fields[i + 1], &weights[i][feature]))
            return base_tsv_wrong(list, i + 1, list->fields[i + 1], "a whole number of at most seven digits");
    return DRG_OK;
}

drg_status find_pronoun_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    static const char *const columns[] = {"feature", "he", "it", "they", NULL};
    int32_t weights[FIND_PRONOUN_CLASSES][FEATURE_COUNT] = {{0}};
    bool seen[FEATURE_COUNT] = {false}, end = false;
    base_tsv list;
    drg_status status = base_tsv_open(&list, arena, model_folder, FIND_PRONOUN_MODEL_FILE, columns, error);
    while (status == DRG_OK && !end) {
        status = base_tsv_next(&list, &end);
        if (status == DRG_OK && !end) status = read_line(&list, weights, seen);
    }
    if (status != DRG_OK) return status;
    model_bytes bytes = {.arena = arena};
    model_put_u32(&bytes, (uint32_t)FIND_PRONOUN_CLASSES * FEATURE_COUNT);
    for (size_t i = 0; i < FIND_PRONOUN_CLASSES; i++)
        for (size_t k = 0; k < FEATURE_COUNT; k++) model_put_u32(&bytes, (uint32_t)weights[i][k]);
    model_builder_section(builder, FIND_PRONOUN_SECTION, bytes.data.items, bytes.data.count);
    model_builder_value(builder, BASE_LITERAL("trained/pronoun"),
                        BASE_LITERAL("Universal Dependencies English GUM, training half, with its coreference"));
    model_builder_value(builder, BASE_LITERAL("licence/pronoun"), BASE_LITERAL("CC BY-SA 4.0"));
    return DRG_OK;
}
