/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>

#include <utf8proc.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "base/utf8.h"

int base_text_compare(drg_text a, drg_text b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common ? memcmp(a.data, b.data, common) : 0;
    if (order) return order < 0 ? -1 : 1;
    return (a.size > b.size) - (a.size < b.size);
}

bool base_text_starts(drg_text text, drg_text start)
{
    return text.size >= start.size && (start.size == 0 || memcmp(text.data, start.data, start.size) == 0);
}

bool base_text_ends(drg_text text, drg_text end)
{
    return text.size >= end.size &&
           (end.size == 0 || memcmp(text.data + text.size - end.size, end.data, end.size) == 0);
}

static bool is_white(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

drg_text base_text_trim(drg_text text)
{
    while (text.size && is_white(text.data[0])) text.data++, text.size--;
    while (text.size && is_white(text.data[text.size - 1])) text.size--;
    return text;
}

drg_text base_text_copy(base_arena *arena, drg_text text)
{
    char *copy = base_arena_take(arena, text.size + 1);
    if (text.size) memcpy(copy, text.data, text.size);
    return (drg_text){copy, text.size};
}

drg_text base_text_format(base_arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (size < 0) return (drg_text){"", 0};
    char *copy = base_arena_take(arena, (size_t)size + 1);
    va_start(arguments, format);
    vsnprintf(copy, (size_t)size + 1, format, arguments);
    va_end(arguments);
    return (drg_text){copy, (size_t)size};
}

static size_t lower_one(drg_text text, size_t at, char *out, size_t *written)
{
    int32_t point;
    size_t size = base_utf8_next(text, at, &point);
    if (point < 0) {
        out[(*written)++] = text.data[at];
        return 1;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t count = utf8proc_encode_char(utf8proc_tolower(point), bytes);
    memcpy(out + *written, bytes, (size_t)count);
    *written += (size_t)count;
    return size;
}

drg_text base_text_lower(base_arena *arena, drg_text text)
{
    char *out = base_arena_take(arena, text.size * 3 / 2 + 4); /* lower case is at most 3 bytes for 2 */
    size_t written = 0;
    for (size_t at = 0; at < text.size;) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte < 0x80) {
            out[written++] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
            at++;
        } else {
            at += lower_one(text, at, out, &written);
        }
    }
    return (drg_text){out, written};
}

uint64_t base_text_hash(drg_text text)
{
    return XXH3_64bits(text.data ? text.data : "", text.size);
}
