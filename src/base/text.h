/* SPDX-License-Identifier: Apache-2.0
 * Text: pointer + length slices (drg_text), never NUL-terminated. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <string.h>

#include "base/arena.h"
#include "dragoman.h"

/* A slice of a string literal. */
#define BASE_LITERAL(literal) ((drg_text){"" literal, sizeof(literal) - 1})

/* For printf: printf("%.*s", BASE_PRINT(text)). */
#define BASE_PRINT(text) (int)((text).size < 200 ? (text).size : 200), ((text).data ? (text).data : "")

static inline bool base_text_equal(drg_text a, drg_text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

static inline bool base_text_is(drg_text a, const char *literal)
{
    return a.size == strlen(literal) && (a.size == 0 || memcmp(a.data, literal, a.size) == 0);
}

static inline drg_text base_text_slice(drg_text text, size_t begin, size_t end)
{
    return (drg_text){text.data ? text.data + begin : NULL, end - begin}; /* NULL + 0 is undefined */
}

static inline drg_text base_text_from(const char *string)
{
    return (drg_text){string, strlen(string)};
}

/* Byte order, shorter first among equals: -1, 0, 1. */
int base_text_compare(drg_text a, drg_text b);

bool base_text_starts(drg_text text, drg_text start);
bool base_text_ends(drg_text text, drg_text end);

/* Without ASCII white space on both ends. */
drg_text base_text_trim(drg_text text);

/* A copy in the arena, with a NUL byte after it that is not counted. */
drg_text base_text_copy(base_arena *arena, drg_text text);

/* printf into the arena. */
drg_text base_text_format(base_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A lower-cased copy: simple Unicode case mapping, the number of characters stays, invalid bytes stay as they are. */
drg_text base_text_lower(base_arena *arena, drg_text text);

/* 64-bit hash (XXH3), stable across machines. */
uint64_t base_text_hash(drg_text text);

#endif
