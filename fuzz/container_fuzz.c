/* SPDX-License-Identifier: Apache-2.0
 *
 * A data file of any bytes: refused, or good in all its parts. As nearly no bytes have right checksums, each input is
 * tried as it is and then with its checksums made right, which is what a forger could do.
 */
#include "fuzz.h"
#include "model/container.h"

static uint64_t get(const unsigned char *bytes, size_t at, size_t size)
{
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) value |= (uint64_t)bytes[at + i] << (8 * i);
    return value;
}

static void forge(unsigned char *bytes, size_t size)
{
    if (size < CONTAINER_HEADER_SIZE) return;
    uint64_t sections = get(bytes, CONTAINER_AT_SECTION_COUNT, 4), front = get(bytes, CONTAINER_AT_FRONT_SIZE, 8);
    for (uint64_t i = 0; i < sections && i < BOUND_SECTIONS; i++) {
        size_t entry = CONTAINER_HEADER_SIZE + (size_t)i * CONTAINER_ENTRY_BYTES;
        if (entry + CONTAINER_ENTRY_BYTES > size) break;
        uint64_t offset = get(bytes, entry + CONTAINER_ENTRY_OFFSET, 8),
                 length = get(bytes, entry + CONTAINER_ENTRY_SIZE, 8);
        if (offset > size || length > size || container_padded(length) > size - offset) continue;
        container_section_checksum((drg_text){(const char *)bytes + offset, (size_t)container_padded(length)},
                                   bytes + entry + CONTAINER_ENTRY_CHECKSUM);
    }
    if (front < CONTAINER_HEADER_SIZE || front > size) return;
    container_front_checksum((drg_text){(const char *)bytes, (size_t)front}, bytes + CONTAINER_AT_CHECKSUM);
}

static void read_section(drg_text bytes)
{
    model_reader reader = {.bytes = bytes};
    model_table table;
    model_get_table(&reader, &table);
    model_table_get(&table, BASE_LITERAL("key"));
    while (!reader.broken) model_get_text(&reader);
    FUZZ_HOLDS(reader.at <= bytes.size);
}

/* Touches every byte that the file hands out. */
static uint64_t read_all(const model_file *file)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < model_file_value_count(file); i++) {
        drg_text key, value;
        model_file_value_at(file, i, &key, &value);
        sum += base_text_hash(key) + base_text_hash(value);
        model_file_value(file, key);
    }
    static const char *const names[] = {"a", "table", "texts"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        drg_text bytes;
        if (model_file_section(file, names[i], &bytes, NULL) != DRG_OK) continue;
        sum += base_text_hash(bytes);
        read_section(bytes);
    }
    return sum;
}

static void open_bytes(const unsigned char *bytes, size_t size)
{
    model_file *file = NULL;
    drg_error error = {""};
    drg_status status = model_file_view((drg_text){(const char *)bytes, size}, "input", &file, &error);
    if (status == DRG_OK) {
        read_all(file);
        model_file_close(file);
    } else {
        FUZZ_HOLDS(file == NULL && error.message[0]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* Ends where the allocation ends, as far as the alignment of its start allows. */
    unsigned char *bytes = aligned_alloc(CONTAINER_ALIGNMENT, (size_t)container_padded(size ? size : 1));
    FUZZ_HOLDS(bytes);
    if (size) memcpy(bytes, data, size);
    open_bytes(bytes, size);
    forge(bytes, size);
    open_bytes(bytes, size);
    free(bytes);
    return 0;
}
