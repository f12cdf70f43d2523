/* SPDX-License-Identifier: Apache-2.0
 * Growing arrays in an arena:
 *
 *     BASE_VECTOR(drg_event) events = {0};
 *     base_push(arena, &events) = (drg_event){...};
 *     for (size_t i = 0; i < events.count; i++) use(events.items[i]);
 */
#ifndef BASE_VECTOR_H
#define BASE_VECTOR_H

#include "base/arena.h"

#define BASE_VECTOR(type)                                                                                              \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, capacity;                                                                                        \
    }

/* The next, zeroed place at the end of the vector, as an lvalue. */
#define base_push(arena, vector)                                                                                       \
    (*(base_vector_grow((arena), (void **)&(vector)->items, (vector)->count, &(vector)->capacity,                      \
                        sizeof *(vector)->items),                                                                      \
       &(vector)->items[(vector)->count++]))

/* Makes room for one more item; the old array stays behind in the arena. */
void base_vector_grow(base_arena *arena, void **items, size_t count, size_t *capacity, size_t size);

#endif
