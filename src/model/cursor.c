/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the bytes of a section. Out: the numbers and texts that bytes.c wrote. Nothing is trusted: a read that would pass
 * the end gives zero and leaves `broken` set.
 */
#include "model/model.h"

static const char *take(model_reader *reader, size_t size)
{
    if (reader->broken || size > reader->bytes.size - reader->at) {
        reader->broken = true;
        return NULL;
    }
    const char *place = reader->bytes.data + reader->at;
    reader->at += size;
    return place;
}

static uint64_t get_number(model_reader *reader, size_t size)
{
    const char *place = take(reader, size);
    uint64_t value = 0;
    for (size_t i = 0; place && i < size; i++) value |= (uint64_t)(unsigned char)place[i] << (8 * i);
    return value;
}

uint8_t model_get_u8(model_reader *reader)
{
    return (uint8_t)get_number(reader, 1);
}

uint16_t model_get_u16(model_reader *reader)
{
    return (uint16_t)get_number(reader, 2);
}

uint32_t model_get_u32(model_reader *reader)
{
    return (uint32_t)get_number(reader, 4);
}

uint64_t model_get_u64(model_reader *reader)
{
    return get_number(reader, 8);
}

float model_get_f32(model_reader *reader)
{
    uint32_t bits = (uint32_t)get_number(reader, 4);
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

drg_text model_get_text(model_reader *reader)
{
    size_t size = model_get_u32(reader);
    const char *place = take(reader, size);
    return place ? (drg_text){place, size} : (drg_text){0};
}

const void *model_get_array(model_reader *reader, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) {
        reader->broken = true;
        return NULL;
    }
    return take(reader, count * size);
}

void model_get_align(model_reader *reader, size_t alignment)
{
    size_t over = reader->at % alignment;
    if (over) take(reader, alignment - over);
}

drg_status model_reader_done(const model_reader *reader, const model_file *file, const char *section, drg_error *error)
{
    if (reader->broken)
        return base_fail(error, DRG_ERROR_FORMAT,
                         "%s: section %s: what is read at offset %zu does not fit its %zu bytes", model_file_path(file),
                         section, reader->at, reader->bytes.size);
    if (reader->at != reader->bytes.size)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: section %s: %zu bytes left over after offset %zu",
                         model_file_path(file), section, reader->bytes.size - reader->at, reader->at);
    return DRG_OK;
}
