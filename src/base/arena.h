/* SPDX-License-Identifier: Apache-2.0
 * Arenas: memory by lifetime, given back all at once.
 *
 * An allocation never returns NULL. When the machine or the arena's cap has no more, it jumps to the arena's escape
 * (the method of PostgreSQL's memory contexts: running out becomes one ordinary error at one place, and no other line
 * has to ask). Whoever opens an arena sets the escape before the first allocation:
 *
 *     jmp_buf escape;
 *     if (setjmp(escape)) { base_arena_close(&arena); return base_fail(error, DRG_ERROR_MEMORY, ...); }
 *     base_arena_open(&arena, cap, &escape);
 *
 * Code between must hold nothing but arena memory (no FILE, no malloc) when it allocates.
 * Built with -DDRAGOMAN_ARENA_MALLOC each piece is an allocation of its own, so that the address sanitizer sees its
 * ends.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <setjmp.h>
#include <stddef.h>

typedef struct base_block base_block;

typedef struct base_arena {
    base_block *blocks; /* newest first */
    char *next, *end;   /* free part of the newest block */
    size_t taken;       /* bytes got from the machine */
    size_t cap;         /* most that may be taken */
    size_t fail_after;  /* tests: allocations until a made-up failure, 0 never */
    jmp_buf *escape;
} base_arena;

/* Makes an empty arena. Takes no memory yet. `cap` 0 means no cap. */
void base_arena_open(base_arena *arena, size_t cap, jmp_buf *escape);

/* Gives everything back. Fine on a zeroed arena, and twice. */
void base_arena_close(base_arena *arena);

/* Forgets everything allocated, but keeps the largest block for the next use. */
void base_arena_reset(base_arena *arena);

/* `size` bytes, zeroed, aligned for any type. */
void *base_arena_take(base_arena *arena, size_t size);

/* As base_arena_take, for count * size with the overflow checked. */
void *base_arena_array(base_arena *arena, size_t count, size_t size);

#define BASE_NEW(arena, type) ((type *)base_arena_take((arena), sizeof(type)))
#define BASE_ARRAY(arena, type, count) ((type *)base_arena_array((arena), (count), sizeof(type)))

#endif
