/* SPDX-License-Identifier: Apache-2.0
 *
 * In: hashed features of a predicate. Out: the probability of each type and of nothing. Weights are whole numbers and
 * sums exact; the exponential is a product of constants, so that every machine gives the same probability, which libm
 * does not promise. Logistic regression and not a perceptron, because its probabilities mean something (Niculescu-Mizil
 * and Caruana, "Predicting good probabilities with supervised learning", 2005); what is left over is put right by a
 * monotone table, learnt with the weights (train/ranker_train.c).
 */
#include "code/ranker_model.h"

double code_ranker_exp(int32_t value)
{
    /* exp(-2^i / 256) */
    static const double factors[] = {0x1.fe00ffaabffbcp-1, 0x1.fc03fd56aa225p-1, 0x1.f80feabfeefa5p-1,
                                     0x1.f03f56a88b5d8p-1, 0x1.e0fabfbc702a4p-1, 0x1.c3d6a24ed8222p-1,
                                     0x1.8ebef9eac820bp-1, 0x1.368b2fc6f960ap-1, 0x1.78b56362cef38p-2,
                                     0x1.152aaa3bf81ccp-3, 0x1.2c155b8213cf4p-6, 0x1.5fc21041027adp-12,
                                     0x1.e355bbaee85cbp-24};
    const int32_t limit = (1 << (sizeof factors / sizeof *factors)) - 1;
    double product = 1;
    if (value > limit) value = limit;
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
        if (value & (1 << i)) product *= factors[i];
    return product;
}

void code_ranker_classes(const code_ranker *ranker, const code_features *features, double ret[CODE_RANKER_CLASSES])
{
    int32_t sums[CODE_RANKER_CLASSES] = {0};
    for (size_t i = 0; i < features->count; i++) {
        const int16_t *row = ranker->weights + (size_t)(features->items[i] & ranker->mask) * CODE_RANKER_CLASSES;
        for (size_t k = 0; k < CODE_RANKER_CLASSES; k++) sums[k] += row[k];
    }
    int32_t highest = sums[0];
    for (size_t k = 1; k < CODE_RANKER_CLASSES; k++)
        if (sums[k] > highest) highest = sums[k];
    double whole = 0;
    for (size_t k = 0; k < CODE_RANKER_CLASSES; k++) whole += ret[k] = code_ranker_exp(highest - sums[k]);
    for (size_t k = 0; k < CODE_RANKER_CLASSES; k++) ret[k] /= whole;
}

drg_text code_ranker_mode(const code_ranker *ranker, const code_features *features, drg_type type)
{
    int32_t sums[CODE_RANKER_MODES] = {0};
    for (size_t i = 0; i < features->count; i++) {
        uint32_t at = code_ranker_mode_row(features->items[i], type) & ranker->mode_mask;
        for (size_t k = 0; k < CODE_RANKER_MODES; k++) sums[k] += ranker->modes[(size_t)at * CODE_RANKER_MODES + k];
    }
    size_t best = 0;
    for (size_t k = 1; k < CODE_RANKER_MODES && record_mode_at(type, k - 1).size; k++)
        if (sums[k] > sums[best]) best = k;
    return best ? record_mode_at(type, best - 1) : (drg_text){"", 0};
}

int32_t code_ranker_carrier(const code_ranker *ranker, const code_features *features)
{
    int32_t sum = 0;
    for (size_t i = 0; i < features->count; i++) sum += ranker->carrier[features->items[i] & ranker->carrier_mask];
    return sum;
}

double code_ranker_calibrate(const code_ranker *ranker, bool proposed, double probability)
{
    const uint16_t *calibration = ranker->calibration + (proposed ? CODE_RANKER_STEPS + 1 : 0);
    double place = probability * CODE_RANKER_STEPS;
    size_t step = place <= 0 ? 0 : (size_t)place;
    if (step >= CODE_RANKER_STEPS) return calibration[CODE_RANKER_STEPS] / 1000.0;
    double low = calibration[step], high = calibration[step + 1];
    double rise = (high - low) * (place - (double)step);
    return (low + rise) / 1000.0;
}

/* ---- file and section */

static void put_table(model_bytes *bytes, const int16_t *weights, size_t count)
{
    for (size_t i = 0; i < count; i++) model_put_u16(bytes, (uint16_t)weights[i]);
}

void code_ranker_put(model_bytes *bytes, const code_ranker *ranker)
{
    model_put_u32(bytes, ranker->mask + 1);
    model_put_u32(bytes, ranker->mode_mask + 1);
    model_put_u32(bytes, ranker->carrier_mask + 1);
    put_table(bytes, ranker->weights, ((size_t)ranker->mask + 1) * CODE_RANKER_CLASSES);
    put_table(bytes, ranker->modes, ((size_t)ranker->mode_mask + 1) * CODE_RANKER_MODES);
    put_table(bytes, ranker->carrier, (size_t)ranker->carrier_mask + 1);
    for (size_t i = 0; i < 2 * (CODE_RANKER_STEPS + 1); i++) model_put_u16(bytes, ranker->calibration[i]);
}

static bool is_power_of_two(uint32_t value)
{
    return value && !(value & (value - 1));
}

/* Rises, and never above 1. */
static bool is_calibration(const uint16_t *calibration)
{
    for (size_t i = 0; i < CODE_RANKER_STEPS; i++)
        if (calibration[i] > calibration[i + 1]) return false;
    return calibration[CODE_RANKER_STEPS] <= 1000;
}

void code_ranker_get(model_reader *reader, code_ranker *ret_ranker)
{
    uint32_t rows = model_get_u32(reader), mode_rows = model_get_u32(reader), carrier_rows = model_get_u32(reader);
    if (!is_power_of_two(rows) || !is_power_of_two(mode_rows) || !is_power_of_two(carrier_rows)) reader->broken = true;
    ret_ranker->weights = model_get_array(reader, rows, CODE_RANKER_CLASSES * sizeof *ret_ranker->weights);
    ret_ranker->mask = rows - 1;
    ret_ranker->modes = model_get_array(reader, mode_rows, CODE_RANKER_MODES * sizeof *ret_ranker->modes);
    ret_ranker->mode_mask = mode_rows - 1;
    ret_ranker->carrier = model_get_array(reader, carrier_rows, sizeof *ret_ranker->carrier);
    ret_ranker->carrier_mask = carrier_rows - 1;
    ret_ranker->calibration = model_get_array(reader, 2 * (CODE_RANKER_STEPS + 1), sizeof *ret_ranker->calibration);
    if (!reader->broken &&
        (!is_calibration(ret_ranker->calibration) || !is_calibration(ret_ranker->calibration + CODE_RANKER_STEPS + 1)))
        reader->broken = true;
}

drg_status code_ranker_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error)
{
    const char *path = base_text_format(arena, "%s/%s", model_folder, CODE_RANKER_FILE).data;
    model_reader reader = {0};
    code_ranker ranker;
    drg_status status = base_file_read(arena, path, BOUND_DATA_FILE_BYTES, &reader.bytes, error);
    if (status != DRG_OK) return status;
    code_ranker_get(&reader, &ranker);
    if (reader.broken || reader.at != reader.bytes.size)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: not a model of predicates, or cut short", path);
    model_builder_section(builder, CODE_RANKER_SECTION, reader.bytes.data, reader.bytes.size);
    model_builder_value(builder, BASE_LITERAL("trained/ranker"),
                        BASE_LITERAL("dragoman's own corpus, without the fifth that is held back, and the frames' "
                                     "examples"));
    model_builder_value(builder, BASE_LITERAL("licence/ranker"), BASE_LITERAL("CC BY 4.0"));
    return DRG_OK;
}

drg_status code_ranker_open(const model_file *file, code_ranker *ret_ranker, drg_error *error)
{
    model_reader reader = {0};
    drg_status status = model_file_section(file, CODE_RANKER_SECTION, &reader.bytes, error);
    if (status != DRG_OK) return status;
    code_ranker_get(&reader, ret_ranker);
    return model_reader_done(&reader, file, CODE_RANKER_SECTION, error);
}
