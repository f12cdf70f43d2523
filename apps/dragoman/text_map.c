/* SPDX-License-Identifier: Apache-2.0
 * In: texts. Out: their numbers. Open addressing over FNV-1a (Fowler, Noll, Vo); the order of the keys is that of their
 * arrival, so that nothing depends on the hash. */
#include "text_map.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"

static size_t hash_of(drg_text key)
{
    uint64_t hash = 0xCBF29CE484222325;
    for (size_t i = 0; i < key.size; i++) hash = (hash ^ (unsigned char)key.data[i]) * 0x100000001B3;
    return (size_t)(hash ^ hash >> 32);
}

/* The slot of the key, or the free one where it belongs. */
static size_t *slot_of(const text_map *map, drg_text key)
{
    size_t at = hash_of(key) & (map->slot_count - 1);
    while (map->slots[at] && !text_equal(map->keys[map->slots[at] - 1], key)) at = (at + 1) & (map->slot_count - 1);
    return &map->slots[at];
}

static void widen(text_map *map)
{
    free(map->slots);
    map->slot_count = map->slot_count ? map->slot_count * 2 : 64;
    map->slots = memory_take(map->slot_count * sizeof *map->slots);
    for (size_t i = 0; i < map->count; i++) *slot_of(map, map->keys[i]) = i + 1;
}

size_t *text_map_put(text_map *map, drg_text key, size_t value)
{
    if (2 * (map->count + 1) > map->slot_count) widen(map);
    size_t *slot = slot_of(map, key);
    if (*slot) return &map->values[*slot - 1];
    if (map->count == map->capacity) {
        map->capacity = map->capacity ? map->capacity * 2 : 32;
        map->keys = memory_grow(map->keys, map->capacity * sizeof *map->keys);
        map->values = memory_grow(map->values, map->capacity * sizeof *map->values);
    }
    map->keys[map->count] = key;
    map->values[map->count] = value;
    *slot = ++map->count;
    return &map->values[map->count - 1];
}

size_t text_map_get(const text_map *map, drg_text key)
{
    size_t slot = map->slot_count ? *slot_of(map, key) : 0;
    return slot ? map->values[slot - 1] : SIZE_MAX;
}

void text_map_free(text_map *map)
{
    free(map->keys);
    free(map->values);
    free(map->slots);
    *map = (text_map){0};
}
