/* SPDX-License-Identifier: Apache-2.0 */
#include "base/map.h"

#include "base/text.h"

static base_map_slot *find(const base_map *map, drg_text key, uint64_t hash)
{
    size_t mask = map->capacity - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        base_map_slot *slot = &map->slots[at];
        if (!slot->used || (slot->hash == hash && base_text_equal(slot->key, key))) return slot;
    }
}

uint32_t base_map_get(const base_map *map, drg_text key)
{
    if (!map->count) return DRG_NONE;
    const base_map_slot *slot = find(map, key, base_text_hash(key));
    return slot->used ? slot->value : DRG_NONE;
}

static void grow(base_arena *arena, base_map *map)
{
    base_map larger = {.capacity = map->capacity ? map->capacity * 2 : 16, .count = map->count};
    larger.slots = BASE_ARRAY(arena, base_map_slot, larger.capacity);
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].used) *find(&larger, map->slots[i].key, map->slots[i].hash) = map->slots[i];
    *map = larger;
}

uint32_t *base_map_put(base_arena *arena, base_map *map, drg_text key, uint32_t start)
{
    if ((map->count + 1) * 2 > map->capacity) grow(arena, map);
    uint64_t hash = base_text_hash(key);
    base_map_slot *slot = find(map, key, hash);
    if (!slot->used) {
        *slot = (base_map_slot){.key = key, .hash = hash, .value = start, .used = true};
        map->count++;
    }
    return &slot->value;
}
