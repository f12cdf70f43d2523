/* SPDX-License-Identifier: Apache-2.0
 * A hash map from text to a 32-bit number, in an arena. Open addressing, linear probing, never more than half full.
 * The keys are not copied. Iterate over what you keep beside it: the map has no order. */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"
#include "dragoman.h"

typedef struct base_map_slot {
    drg_text key;
    uint64_t hash;
    uint32_t value;
    bool used;
} base_map_slot;

typedef struct base_map {
    base_map_slot *slots;
    size_t count, capacity; /* capacity is 0 or a power of two */
} base_map;

/* The value of the key, DRG_NONE when it is not there. */
uint32_t base_map_get(const base_map *map, drg_text key);

/* The place of the key's value, made with `start` when it was not there. Valid until the next call. */
uint32_t *base_map_put(base_arena *arena, base_map *map, drg_text key, uint32_t start);

#endif
