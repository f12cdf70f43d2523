/* SPDX-License-Identifier: Apache-2.0
 *
 * A table from text to a number that is used where it lies in the mapped file. Open addressing with linear probing, at
 * most half full; each slot carries 32 bits of the key's hash, so that a miss rarely touches the entries. A perfect
 * hash would save a third of the space and cost a search at build time; the tables are small beside the models.
 *
 * Layout, from a multiple of 8: u32 slot count, u32 bytes of entries, slots (u32 1 + entry offset or 0, u32 hash),
 * entries (u32 value, u32 size, the key's bytes, zeros up to 4).
 */
#include <assert.h>

#include "model/model.h"

static uint32_t load(const char *place)
{
    uint32_t value;
    memcpy(&value, place, sizeof value);
    return value;
}

static uint32_t slots_for(size_t count)
{
    uint32_t slots = 2;
    while (slots / 2 < count) slots *= 2;
    return slots;
}

void model_put_table(model_bytes *bytes, const drg_text *keys, const uint32_t *values, size_t count)
{
    assert(count <= UINT32_MAX / 4);
    uint32_t slot_count = slots_for(count);
    uint32_t *slots = BASE_ARRAY(bytes->arena, uint32_t, (size_t)slot_count * 2);
    model_bytes entries = {.arena = bytes->arena};
    for (size_t i = 0; i < count; i++) {
        uint32_t hash = (uint32_t)base_text_hash(keys[i]);
        size_t at = hash & (slot_count - 1);
        while (slots[2 * at]) at = (at + 1) & (slot_count - 1);
        slots[2 * at] = (uint32_t)entries.data.count + 1;
        slots[2 * at + 1] = hash;
        model_put_u32(&entries, values[i]);
        model_put_text(&entries, keys[i]);
        model_put_align(&entries, 4);
    }
    assert(entries.data.count < UINT32_MAX);
    model_put_align(bytes, 8);
    model_put_u32(bytes, slot_count);
    model_put_u32(bytes, (uint32_t)entries.data.count);
    for (size_t i = 0; i < (size_t)slot_count * 2; i++) model_put_u32(bytes, slots[i]);
    model_put_raw(bytes, entries.data.items, entries.data.count);
}

/* Every slot empty or with a whole entry, and one empty at least: what a search relies on. */
static bool is_sound(const model_table *table)
{
    size_t empty = 0;
    for (size_t i = 0; i < table->slot_count; i++) {
        uint32_t slot = table->slots[2 * i];
        if (!slot) {
            empty++;
            continue;
        }
        size_t at = slot - 1;
        if (at % 4 || at + 8 > table->entries.size) return false;
        if (load(table->entries.data + at + 4) > table->entries.size - at - 8) return false;
    }
    return empty > 0;
}

void model_get_table(model_reader *reader, model_table *ret_table)
{
    *ret_table = (model_table){0};
    model_get_align(reader, 8);
    uint32_t slot_count = model_get_u32(reader);
    uint32_t size = model_get_u32(reader);
    model_table table = {.slot_count = slot_count};
    table.slots = model_get_array(reader, slot_count, 8);
    table.entries = (drg_text){model_get_array(reader, size, 1), size};
    if (!reader->broken && slot_count && !(slot_count & (slot_count - 1)) && is_sound(&table))
        *ret_table = table;
    else
        reader->broken = true;
}

uint32_t model_table_get(const model_table *table, drg_text key)
{
    if (!table->slot_count) return DRG_NONE;
    uint32_t hash = (uint32_t)base_text_hash(key), mask = table->slot_count - 1;
    for (uint32_t at = hash & mask; table->slots[2 * at]; at = (at + 1) & mask) {
        if (table->slots[2 * at + 1] != hash) continue;
        const char *entry = table->entries.data + table->slots[2 * at] - 1;
        if (base_text_equal((drg_text){entry + 8, load(entry + 4)}, key)) return load(entry);
    }
    return DRG_NONE;
}

bool model_table_next(const model_table *table, uint32_t *slot, drg_text *ret_key, uint32_t *ret_value)
{
    while (*slot < table->slot_count && !table->slots[2 * *slot]) (*slot)++;
    if (*slot >= table->slot_count) return false;
    const char *entry = table->entries.data + table->slots[2 * *slot] - 1;
    *ret_key = (drg_text){entry + 8, load(entry + 4)};
    *ret_value = load(entry);
    (*slot)++;
    return true;
}
