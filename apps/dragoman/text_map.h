/* SPDX-License-Identifier: Apache-2.0
 * A map from texts to numbers. It keeps the slices that it is given, not their bytes: these must outlive it. */
#ifndef TEXT_MAP_H
#define TEXT_MAP_H

#include "dragoman.h"

typedef struct text_map {
    drg_text *keys; /* in the order in which they came */
    size_t *values;
    size_t count, capacity;
    size_t *slots; /* 1 + index of a key; 0 free; a power of two of them */
    size_t slot_count;
} text_map;

/* The place for the key's value, valid until the next call; `value` when the key is new. */
size_t *text_map_put(text_map *map, drg_text key, size_t value);
/* The key's value, SIZE_MAX when it is not there. */
size_t text_map_get(const text_map *map, drg_text key);
void text_map_free(text_map *map);

#endif
