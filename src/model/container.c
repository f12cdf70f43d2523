/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a data file, mapped. Out: its sections and key-values, or what is wrong with it and where. Everything is checked
 * before anything is handed out: first what tells a foreign file from a damaged one (magic, byte order, versions), then
 * sizes, then checksums, then what the front says. Each bit of the file lies under one of the two kinds of checksum.
 */
#include "model/container.h"

#include <stdlib.h>

struct model_file {
    drg_text bytes;
    bool mapped;
    char *path;
    size_t section_count, value_count;
};

static uint64_t number(const model_file *file, size_t at, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) value |= (uint64_t)(unsigned char)file->bytes.data[at + i] << (8 * i);
    return value;
}

bool container_name_is_good(drg_text name)
{
    if (!name.size || name.size > CONTAINER_NAME_LIMIT) return false;
    for (size_t i = 0; i < name.size; i++) {
        char c = name.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-')) return false;
    }
    return true;
}

static size_t entry_at(size_t index)
{
    return CONTAINER_HEADER_SIZE + index * CONTAINER_ENTRY_BYTES;
}

static drg_text section_name(const model_file *file, size_t index)
{
    const char *name = file->bytes.data + entry_at(index);
    size_t size = 0;
    while (size < CONTAINER_NAME_LIMIT && name[size]) size++;
    return (drg_text){name, size};
}

/* The bytes of a section without its padding. */
static drg_text section_bytes(const model_file *file, size_t index)
{
    size_t entry = entry_at(index);
    return (drg_text){file->bytes.data + number(file, entry + CONTAINER_ENTRY_OFFSET, 8),
                      (size_t)number(file, entry + CONTAINER_ENTRY_SIZE, 8)};
}

static size_t values_start(const model_file *file)
{
    return entry_at(file->section_count);
}

static drg_status check_kind(const model_file *file, drg_error *error)
{
    if (file->bytes.size < CONTAINER_HEADER_SIZE)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: truncated: %zu bytes, a data file has at least %d", file->path,
                         file->bytes.size, CONTAINER_HEADER_SIZE);
    if (memcmp(file->bytes.data, CONTAINER_MAGIC, 8) != 0)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: not a dragoman data file: other bytes at offset 0", file->path);
    uint32_t order;
    memcpy(&order, file->bytes.data + CONTAINER_AT_ORDER, sizeof order);
    if (order != CONTAINER_ORDER)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: byte order mark at offset %d is %08x, not %08x: %s", file->path,
                         CONTAINER_AT_ORDER, order, CONTAINER_ORDER,
                         order == UINT32_C(0x04030201) ? "of another byte order" : "damaged");
    uint32_t version = (uint32_t)number(file, CONTAINER_AT_VERSION, 4);
    uint32_t oldest = (uint32_t)number(file, CONTAINER_AT_OLDEST_READER, 4);
    if (oldest > MODEL_FORMAT_VERSION)
        return base_fail(error, DRG_ERROR_VERSION,
                         "%s: too new: of format %u, which needs a reader of format %u; this library reads up to %d",
                         file->path, version, oldest, MODEL_FORMAT_VERSION);
    if (version < MODEL_OLDEST_READABLE)
        return base_fail(error, DRG_ERROR_VERSION, "%s: too old: of format %u; this library reads formats %d to %d",
                         file->path, version, MODEL_OLDEST_READABLE, MODEL_FORMAT_VERSION);
    return DRG_OK;
}

static drg_status check_sizes(model_file *file, drg_error *error)
{
    uint64_t said = number(file, CONTAINER_AT_FILE_SIZE, 8), front = number(file, CONTAINER_AT_FRONT_SIZE, 8);
    uint64_t sections = number(file, CONTAINER_AT_SECTION_COUNT, 4), values = number(file, CONTAINER_AT_VALUE_COUNT, 4);
    if (file->bytes.size < said)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: truncated: ends at offset %zu, the header says %ju bytes",
                         file->path, file->bytes.size, (uintmax_t)said);
    if (file->bytes.size > said)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: %ju bytes after the end of the data at offset %ju", file->path,
                         (uintmax_t)(file->bytes.size - said), (uintmax_t)said);
    if (sections > BOUND_SECTIONS)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: %ju sections at offset %d, at most %d", file->path,
                         (uintmax_t)sections, CONTAINER_AT_SECTION_COUNT, BOUND_SECTIONS);
    uint64_t least = CONTAINER_HEADER_SIZE + sections * CONTAINER_ENTRY_BYTES + values * CONTAINER_VALUE_BYTES;
    if (front % CONTAINER_ALIGNMENT || front > said || front < least)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: front of %ju bytes at offset %d does not fit", file->path,
                         (uintmax_t)front, CONTAINER_AT_FRONT_SIZE);
    file->section_count = (size_t)sections;
    file->value_count = (size_t)values;
    return DRG_OK;
}

static drg_status check_front(const model_file *file, drg_error *error)
{
    size_t front = (size_t)number(file, CONTAINER_AT_FRONT_SIZE, 8);
    unsigned char checksum[CONTAINER_CHECKSUM_BYTES];
    container_front_checksum((drg_text){file->bytes.data, front}, checksum);
    if (memcmp(checksum, file->bytes.data + CONTAINER_AT_CHECKSUM, sizeof checksum) != 0)
        return base_fail(error, DRG_ERROR_FORMAT,
                         "%s: damaged: header, directory or values (offset 0 to %zu) do not match "
                         "their checksum",
                         file->path, front);
    return DRG_OK;
}

static drg_status check_values(const model_file *file, drg_error *error)
{
    size_t start = values_start(file), end = (size_t)number(file, CONTAINER_AT_FRONT_SIZE, 8);
    for (size_t i = 0; i < file->value_count; i++) {
        size_t row = start + i * CONTAINER_VALUE_BYTES;
        for (size_t half = 0; half < 2; half++) {
            uint64_t offset = number(file, row + half * 8, 4), size = number(file, row + half * 8 + 4, 4);
            if (offset + size > end - start)
                return base_fail(error, DRG_ERROR_FORMAT, "%s: value %zu at offset %zu points outside the front",
                                 file->path, i, row);
        }
    }
    return DRG_OK;
}

/* Sections follow each other without a gap, each from a multiple of 64: no byte belongs to none. */
static drg_status check_sections(const model_file *file, drg_error *error)
{
    uint64_t expected = number(file, CONTAINER_AT_FRONT_SIZE, 8), end = file->bytes.size;
    for (size_t i = 0; i < file->section_count; i++) {
        size_t entry = entry_at(i);
        uint64_t offset = number(file, entry + CONTAINER_ENTRY_OFFSET, 8),
                 size = number(file, entry + CONTAINER_ENTRY_SIZE, 8);
        drg_text name = section_name(file, i);
        if (!container_name_is_good(name))
            return base_fail(error, DRG_ERROR_FORMAT, "%s: section %zu at offset %zu has no good name", file->path, i,
                             entry);
        if (offset != expected || size > end || container_padded(size) > end - offset)
            return base_fail(error, DRG_ERROR_FORMAT, "%s: section %.*s at offset %zu: %ju bytes from %ju do not fit",
                             file->path, BASE_PRINT(name), entry, (uintmax_t)size, (uintmax_t)offset);
        unsigned char checksum[CONTAINER_CHECKSUM_BYTES];
        container_section_checksum((drg_text){file->bytes.data + offset, (size_t)container_padded(size)}, checksum);
        if (memcmp(checksum, file->bytes.data + entry + CONTAINER_ENTRY_CHECKSUM, sizeof checksum) != 0)
            return base_fail(error, DRG_ERROR_FORMAT,
                             "%s: damaged: section %.*s (offset %ju to %ju) does not match its checksum", file->path,
                             BASE_PRINT(name), (uintmax_t)offset, (uintmax_t)(offset + size));
        expected = offset + container_padded(size);
    }
    if (expected != end)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: %ju bytes from offset %ju belong to no section", file->path,
                         (uintmax_t)(end - expected), (uintmax_t)expected);
    return DRG_OK;
}

static drg_status check(model_file *file, drg_error *error)
{
    drg_status status = check_kind(file, error);
    if (status == DRG_OK) status = check_sizes(file, error);
    if (status == DRG_OK) status = check_front(file, error);
    if (status == DRG_OK) status = check_values(file, error);
    if (status == DRG_OK) status = check_sections(file, error);
    return status;
}

static drg_status make(drg_text bytes, bool mapped, const char *path, model_file **ret_file, drg_error *error)
{
    model_file *file = calloc(1, sizeof *file);
    char *copy = malloc(strlen(path) + 1);
    if (!file || !copy) {
        free(file);
        free(copy);
        return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to open it", path);
    }
    strcpy(copy, path);
    *file = (model_file){.bytes = bytes, .path = copy};
    drg_status status = check(file, error);
    if (status != DRG_OK) {
        model_file_close(file);
        return status;
    }
    file->mapped = mapped; /* from here on the file owns the mapping */
    *ret_file = file;
    return DRG_OK;
}

drg_status model_file_view(drg_text bytes, const char *name, model_file **ret_file, drg_error *error)
{
    if ((uintptr_t)bytes.data % CONTAINER_ALIGNMENT)
        return base_fail(error, DRG_ERROR_USAGE, "%s: not aligned to %d bytes", name, CONTAINER_ALIGNMENT);
    return make(bytes, false, name, ret_file, error);
}

drg_status model_file_open(const char *path, model_file **ret_file, drg_error *error)
{
    drg_text bytes;
    drg_status status = base_file_map(path, BOUND_DATA_FILE_BYTES, &bytes, error);
    if (status != DRG_OK) return status;
    status = make(bytes, true, path, ret_file, error);
    if (status != DRG_OK) base_file_unmap(bytes);
    return status;
}

void model_file_close(model_file *file)
{
    if (!file) return;
    if (file->mapped) base_file_unmap(file->bytes);
    free(file->path);
    free(file);
}

const char *model_file_path(const model_file *file)
{
    return file->path;
}

size_t model_file_value_count(const model_file *file)
{
    return file->value_count;
}

static drg_text value_half(const model_file *file, size_t index, size_t half)
{
    size_t start = values_start(file), row = start + index * CONTAINER_VALUE_BYTES + half * 8;
    return (drg_text){file->bytes.data + start + number(file, row, 4), (size_t)number(file, row + 4, 4)};
}

void model_file_value_at(const model_file *file, size_t index, drg_text *ret_key, drg_text *ret_value)
{
    *ret_key = value_half(file, index, 0);
    *ret_value = value_half(file, index, 1);
}

drg_text model_file_value(const model_file *file, drg_text key)
{
    size_t low = 0, high = file->value_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = base_text_compare(value_half(file, middle, 0), key);
        if (order == 0) return value_half(file, middle, 1);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (drg_text){0};
}

drg_status model_file_section(const model_file *file, const char *name, drg_text *ret_bytes, drg_error *error)
{
    for (size_t i = 0; i < file->section_count; i++) {
        if (!base_text_is(section_name(file, i), name)) continue;
        *ret_bytes = section_bytes(file, i);
        return DRG_OK;
    }
    return base_fail(error, DRG_ERROR_FORMAT, "%s: has no section '%s': build it again with this version", file->path,
                     name);
}
