/* SPDX-License-Identifier: Apache-2.0
 * Arenas, see arena.h. Blocks double in size up to 4 MiB; a piece larger than that gets a block of its own. */
#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ALIGNMENT alignof(max_align_t)
#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)4 << 20)

struct base_block {
    base_block *older;
    size_t size; /* of the usable bytes after the header */
    alignas(max_align_t) char bytes[];
};

void base_arena_open(base_arena *arena, size_t cap, jmp_buf *escape)
{
    *arena = (base_arena){.cap = cap ? cap : SIZE_MAX, .escape = escape};
}

void base_arena_close(base_arena *arena)
{
    base_block *block = arena->blocks;
    while (block) {
        base_block *older = block->older;
        free(block);
        block = older;
    }
    arena->blocks = NULL;
    arena->next = arena->end = NULL;
    arena->taken = 0;
}

void base_arena_reset(base_arena *arena)
{
    base_block *largest = NULL;
    for (base_block *block = arena->blocks, *older; block; block = older) {
        older = block->older;
        if (!largest || block->size > largest->size) {
            free(largest);
            largest = block;
        } else {
            free(block);
        }
    }
#ifdef DRAGOMAN_ARENA_MALLOC
    free(largest);
    largest = NULL;
#endif
    if (largest && largest->size > LARGEST_BLOCK) {
        free(largest);
        largest = NULL;
    }
    arena->blocks = largest;
    arena->taken = largest ? largest->size + sizeof *largest : 0;
    arena->next = largest ? largest->bytes : NULL;
    arena->end = largest ? largest->bytes + largest->size : NULL;
    if (largest) largest->older = NULL;
}

static _Noreturn void give_up(base_arena *arena)
{
    assert(arena->escape);
    longjmp(*arena->escape, 1);
}

static void add_block(base_arena *arena, size_t size)
{
    if (size > arena->cap || arena->taken > arena->cap - size || size > SIZE_MAX - sizeof(base_block)) give_up(arena);
    base_block *block = malloc(sizeof *block + size);
    if (!block) give_up(arena);
    block->older = arena->blocks;
    block->size = size;
    arena->blocks = block;
    arena->next = block->bytes;
    arena->end = block->bytes + size;
    arena->taken += size + sizeof *block;
}

void *base_arena_take(base_arena *arena, size_t size)
{
    if (arena->fail_after && --arena->fail_after == 0) give_up(arena);
    if (size > SIZE_MAX - ALIGNMENT) give_up(arena);
    if (size == 0) size = 1; /* a place of its own, also before the first block */
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
#ifdef DRAGOMAN_ARENA_MALLOC
    add_block(arena, size);
#else
    if ((size_t)(arena->end - arena->next) < size) {
        size_t block = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
        if (block > LARGEST_BLOCK) block = LARGEST_BLOCK;
        if (block > arena->cap - (arena->taken < arena->cap ? arena->taken : arena->cap)) block = size;
        add_block(arena, block > size ? block : size);
    }
#endif
    void *piece = arena->next;
    arena->next += size;
    return memset(piece, 0, size);
}

void *base_arena_array(base_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) give_up(arena);
    return base_arena_take(arena, count * size);
}
