/* SPDX-License-Identifier: Apache-2.0
 *
 * In: key-values and sections, gathered in memory. Out: a data file, the same bytes for the same input. Written whole
 * or not at all by base_file_write.
 */
#include <assert.h>
#include <stdlib.h>

#include "model/container.h"

typedef struct builder_value {
    drg_text key, value;
} builder_value;

typedef struct builder_section {
    drg_text name, bytes;
} builder_section;

struct model_builder {
    base_arena *arena;
    BASE_VECTOR(builder_value) values;
    BASE_VECTOR(builder_section) sections;
};

model_builder *model_builder_new(base_arena *arena)
{
    model_builder *builder = BASE_NEW(arena, model_builder);
    builder->arena = arena;
    return builder;
}

void model_builder_value(model_builder *builder, drg_text key, drg_text value)
{
    builder_value copy = {base_text_copy(builder->arena, key), base_text_copy(builder->arena, value)};
    base_push(builder->arena, &builder->values) = copy;
}

void model_builder_section(model_builder *builder, const char *name, const void *bytes, size_t size)
{
    builder_section section = {base_text_copy(builder->arena, base_text_from(name)), {bytes, size}};
    assert(container_name_is_good(section.name));
    base_push(builder->arena, &builder->sections) = section;
}

static int compare_values(const void *a, const void *b)
{
    return base_text_compare(((const builder_value *)a)->key, ((const builder_value *)b)->key);
}

static drg_status check_names(model_builder *builder, const char *path, drg_error *error)
{
    if (builder->sections.count > BOUND_SECTIONS)
        return base_fail(error, DRG_ERROR_LIMIT, "%s: %zu sections, at most %d", path, builder->sections.count,
                         BOUND_SECTIONS);
    for (size_t i = 0; i < builder->sections.count; i++)
        for (size_t k = 0; k < i; k++)
            if (base_text_equal(builder->sections.items[i].name, builder->sections.items[k].name))
                return base_fail(error, DRG_ERROR_FORMAT, "%s: section '%s' twice", path,
                                 builder->sections.items[i].name.data);
    if (builder->values.count)
        qsort(builder->values.items, builder->values.count, sizeof(builder_value), compare_values);
    for (size_t i = 1; i < builder->values.count; i++)
        if (base_text_equal(builder->values.items[i].key, builder->values.items[i - 1].key))
            return base_fail(error, DRG_ERROR_FORMAT, "%s: key '%s' twice", path, builder->values.items[i].key.data);
    return DRG_OK;
}

/* The values: a row of four numbers each, then all their bytes. Offsets count from the first row. */
static drg_text put_values(const model_builder *builder)
{
    model_bytes rows = {.arena = builder->arena}, bytes = {.arena = builder->arena};
    size_t start = builder->values.count * CONTAINER_VALUE_BYTES;
    for (size_t i = 0; i < builder->values.count; i++) {
        builder_value value = builder->values.items[i];
        model_put_u32(&rows, (uint32_t)(start + bytes.data.count));
        model_put_u32(&rows, (uint32_t)value.key.size);
        model_put_raw(&bytes, value.key.data, value.key.size);
        model_put_u32(&rows, (uint32_t)(start + bytes.data.count));
        model_put_u32(&rows, (uint32_t)value.value.size);
        model_put_raw(&bytes, value.value.data, value.value.size);
    }
    model_put_raw(&rows, bytes.data.items, bytes.data.count);
    return (drg_text){rows.data.items, rows.data.count};
}

static void put_header(model_bytes *out, const model_builder *builder, uint64_t front_size, uint64_t file_size)
{
    model_put_raw(out, CONTAINER_MAGIC, 8);
    model_put_u32(out, CONTAINER_ORDER);
    model_put_u32(out, MODEL_FORMAT_VERSION);
    model_put_u32(out, MODEL_OLDEST_READER);
    model_put_u32(out, (uint32_t)builder->sections.count);
    model_put_u64(out, file_size);
    model_put_u64(out, front_size);
    model_put_u32(out, (uint32_t)builder->values.count);
    model_put_u32(out, 0);
    for (size_t i = 0; i < CONTAINER_CHECKSUM_BYTES; i++) model_put_u8(out, 0); /* known when the front is whole */
}

static void put_directory(model_bytes *out, const model_builder *builder, uint64_t front_size)
{
    uint64_t offset = front_size;
    for (size_t i = 0; i < builder->sections.count; i++) {
        const builder_section *section = &builder->sections.items[i];
        char name[CONTAINER_NAME_LIMIT + 1] = {0};
        memcpy(name, section->name.data, section->name.size);
        model_put_raw(out, name, sizeof name);
        model_put_u64(out, offset);
        model_put_u64(out, section->bytes.size);
        for (size_t k = 0; k < CONTAINER_CHECKSUM_BYTES; k++) model_put_u8(out, 0);
        offset += container_padded(section->bytes.size);
    }
}

/* The sections' own bytes, and their checksums into the directory. */
static void put_sections(model_bytes *out, const model_builder *builder)
{
    for (size_t i = 0; i < builder->sections.count; i++) {
        drg_text bytes = builder->sections.items[i].bytes;
        size_t begin = out->data.count;
        model_put_raw(out, bytes.data, bytes.size);
        model_put_align(out, CONTAINER_ALIGNMENT);
        char *entry = out->data.items + CONTAINER_HEADER_SIZE + i * CONTAINER_ENTRY_BYTES;
        drg_text padded = {out->data.items + begin, out->data.count - begin};
        container_section_checksum(padded, (unsigned char *)entry + CONTAINER_ENTRY_CHECKSUM);
    }
}

drg_status model_builder_write(model_builder *builder, const char *path, drg_error *error)
{
    drg_status status = check_names(builder, path, error);
    if (status != DRG_OK) return status;
    drg_text values = put_values(builder);
    uint64_t front_size =
        container_padded(CONTAINER_HEADER_SIZE + builder->sections.count * CONTAINER_ENTRY_BYTES + values.size);
    uint64_t file_size = front_size;
    for (size_t i = 0; i < builder->sections.count; i++)
        file_size += container_padded(builder->sections.items[i].bytes.size);
    if (file_size > BOUND_DATA_FILE_BYTES)
        return base_fail(error, DRG_ERROR_LIMIT, "%s: would take %ju bytes, at most %zu", path, (uintmax_t)file_size,
                         BOUND_DATA_FILE_BYTES);
    model_bytes out = {.arena = builder->arena};
    out.data.items = BASE_ARRAY(builder->arena, char, (size_t)file_size);
    out.data.capacity = (size_t)file_size;
    put_header(&out, builder, front_size, file_size);
    put_directory(&out, builder, front_size);
    model_put_raw(&out, values.data, values.size);
    model_put_align(&out, CONTAINER_ALIGNMENT);
    put_sections(&out, builder);
    container_front_checksum((drg_text){out.data.items, (size_t)front_size},
                             (unsigned char *)out.data.items + CONTAINER_AT_CHECKSUM);
    return base_file_write(path, (drg_text){out.data.items, out.data.count}, error);
}
