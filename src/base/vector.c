/* SPDX-License-Identifier: Apache-2.0 */
#include "base/vector.h"

#include <string.h>

void base_vector_grow(base_arena *arena, void **items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return;
    size_t larger = *capacity ? *capacity * 2 : 8;
    void *grown = base_arena_array(arena, larger, size);
    if (count) memcpy(grown, *items, count * size);
    *items = grown;
    *capacity = larger;
}
