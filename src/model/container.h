/* SPDX-License-Identifier: Apache-2.0
 * How a data file is laid out: see docs/data-format.md. Inside this room only. */
#ifndef MODEL_CONTAINER_H
#define MODEL_CONTAINER_H

#include "model/model.h"

#define CONTAINER_MAGIC                                                                                                \
    "\x89"                                                                                                             \
    "DRG\r\n\x1a\n" /* as PNG's: shows files that were cut at a NUL, or sent as text */
#define CONTAINER_ORDER UINT32_C(0x01020304)

enum {
    CONTAINER_AT_MAGIC = 0,
    CONTAINER_AT_ORDER = 8,
    CONTAINER_AT_VERSION = 12,
    CONTAINER_AT_OLDEST_READER = 16,
    CONTAINER_AT_SECTION_COUNT = 20,
    CONTAINER_AT_FILE_SIZE = 24,
    CONTAINER_AT_FRONT_SIZE = 32,
    CONTAINER_AT_VALUE_COUNT = 40,
    CONTAINER_AT_SPARE = 44,
    CONTAINER_AT_CHECKSUM = 48,
    CONTAINER_HEADER_SIZE = 64,

    /* one entry of the directory, from its start */
    CONTAINER_ENTRY_OFFSET = 32,
    CONTAINER_ENTRY_SIZE = 40,
    CONTAINER_ENTRY_CHECKSUM = 48,
    CONTAINER_ENTRY_BYTES = 64,

    CONTAINER_VALUE_BYTES = 16, /* u32 key offset, key size, value offset, value size */
    CONTAINER_NAME_LIMIT = 31,
    CONTAINER_ALIGNMENT = 64,
    CONTAINER_CHECKSUM_BYTES = 16
};

/* Checksums (XXH3, 128 bits): of the front without its own checksum, and of a section. */
void container_front_checksum(drg_text front, unsigned char ret_checksum[CONTAINER_CHECKSUM_BYTES]);
void container_section_checksum(drg_text padded, unsigned char ret_checksum[CONTAINER_CHECKSUM_BYTES]);

bool container_name_is_good(drg_text name);

static inline uint64_t container_padded(uint64_t size)
{
    return (size + CONTAINER_ALIGNMENT - 1) / CONTAINER_ALIGNMENT * CONTAINER_ALIGNMENT;
}

#endif
