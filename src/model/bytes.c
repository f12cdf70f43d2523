/* SPDX-License-Identifier: Apache-2.0
 *
 * In: numbers and text, one after the other. Out: the bytes of a section, little-endian whatever the machine, so that
 * the same data give the same file everywhere.
 */
#include "model/model.h"

static char *reserve(model_bytes *bytes, size_t size)
{
    size_t needed = bytes->data.count + size;
    if (needed > bytes->data.capacity) {
        size_t larger = bytes->data.capacity * 2 > needed ? bytes->data.capacity * 2 : needed + 64;
        char *grown = BASE_ARRAY(bytes->arena, char, larger);
        if (bytes->data.count) memcpy(grown, bytes->data.items, bytes->data.count);
        bytes->data.items = grown;
        bytes->data.capacity = larger;
    }
    char *place = bytes->data.items + bytes->data.count;
    bytes->data.count = needed;
    return place;
}

static void put_number(model_bytes *bytes, uint64_t value, size_t size)
{
    char *place = reserve(bytes, size);
    for (size_t i = 0; i < size; i++) place[i] = (char)(value >> (8 * i) & 0xFF);
}

void model_put_u8(model_bytes *bytes, uint8_t value)
{
    put_number(bytes, value, 1);
}

void model_put_u16(model_bytes *bytes, uint16_t value)
{
    put_number(bytes, value, 2);
}

void model_put_u32(model_bytes *bytes, uint32_t value)
{
    put_number(bytes, value, 4);
}

void model_put_u64(model_bytes *bytes, uint64_t value)
{
    put_number(bytes, value, 8);
}

void model_put_f32(model_bytes *bytes, float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    put_number(bytes, bits, 4);
}

void model_put_text(model_bytes *bytes, drg_text value)
{
    put_number(bytes, value.size, 4);
    model_put_raw(bytes, value.data, value.size);
}

void model_put_raw(model_bytes *bytes, const void *raw, size_t size)
{
    if (size) memcpy(reserve(bytes, size), raw, size);
}

void model_put_align(model_bytes *bytes, size_t alignment)
{
    size_t over = bytes->data.count % alignment;
    if (over) memset(reserve(bytes, alignment - over), 0, alignment - over);
}
