/* SPDX-License-Identifier: Apache-2.0
 * The command has its own few text helpers: it sees the public header and nothing else of the library. */
#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void give_up(void)
{
    fputs("dragoman: out of memory\n", stderr);
    exit(1);
}

void *memory_take(size_t size)
{
    void *memory = calloc(1, size ? size : 1);
    if (!memory) give_up();
    return memory;
}

void *memory_grow(void *memory, size_t size)
{
    memory = realloc(memory, size ? size : 1);
    if (!memory) give_up();
    return memory;
}

char *memory_copy(drg_text text)
{
    char *copy = memory_take(text.size + 1);
    if (text.size) memcpy(copy, text.data, text.size);
    return copy;
}

/* Makes room for `size` more bytes and a NUL. */
static void make_room(line_buffer *buffer, size_t size)
{
    if (size > SIZE_MAX / 4 - buffer->size) give_up();
    if (buffer->size + size + 1 <= buffer->capacity) return;
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity < buffer->size + size + 1) capacity *= 2;
    buffer->data = memory_grow(buffer->data, capacity);
    buffer->capacity = capacity;
}

void buffer_add(line_buffer *buffer, drg_text text)
{
    make_room(buffer, text.size);
    if (text.size) memcpy(buffer->data + buffer->size, text.data, text.size);
    buffer->size += text.size;
    buffer->data[buffer->size] = '\0';
}

void buffer_add_string(line_buffer *buffer, const char *string)
{
    buffer_add(buffer, text_of(string));
}

void buffer_format(line_buffer *buffer, const char *format, ...)
{
    va_list arguments;
    char none[1];
    va_start(arguments, format);
    int size = vsnprintf(none, sizeof none, format, arguments);
    va_end(arguments);
    if (size < 0) return;
    make_room(buffer, (size_t)size);
    va_start(arguments, format);
    vsnprintf(buffer->data + buffer->size, (size_t)size + 1, format, arguments);
    va_end(arguments);
    buffer->size += (size_t)size;
}

void buffer_free(line_buffer *buffer)
{
    free(buffer->data);
    buffer->data = NULL;
    buffer->size = buffer->capacity = 0;
}

void buffer_add_clean(line_buffer *buffer, drg_text text)
{
    for (size_t at = 0; at < text.size;) {
        int32_t point;
        size_t size = text_character(text, at, &point);
        if (point < 0)
            buffer_add_string(buffer, "\xEF\xBF\xBD");
        else if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069))
            ; /* marks that turn the direction of what follows on the terminal */
        else if (point < 0x20 || (point >= 0x7F && point < 0xA0))
            buffer_add_string(buffer, " ");
        else
            buffer_add(buffer, text_slice(text, at, at + size));
        at += size;
    }
}

/* ---------------------------------------------------------------- slices */

drg_text text_of(const char *string)
{
    return (drg_text){string, strlen(string)};
}

bool text_equal(drg_text a, drg_text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

bool text_is(drg_text a, const char *string)
{
    return text_equal(a, text_of(string));
}

drg_text text_slice(drg_text text, size_t begin, size_t end)
{
    return (drg_text){text.data + begin, end - begin};
}

static bool is_white(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

drg_text text_trim(drg_text text)
{
    size_t begin = 0, end = text.size;
    while (begin < end && is_white(text.data[begin])) begin++;
    while (end > begin && is_white(text.data[end - 1])) end--;
    return begin < end ? text_slice(text, begin, end) : (drg_text){"", 0};
}

size_t text_find(drg_text text, drg_text part, size_t from)
{
    if (!part.size) return SIZE_MAX;
    for (size_t at = from; at < text.size && text.size - at >= part.size; at++) {
        const char *first = memchr(text.data + at, part.data[0], text.size - at - part.size + 1);
        if (!first) return SIZE_MAX;
        at = (size_t)(first - text.data);
        if (memcmp(first, part.data, part.size) == 0) return at;
    }
    return SIZE_MAX;
}

/* ---------------------------------------------------------------- characters */

size_t text_character(drg_text text, size_t at, int32_t *ret_point)
{
    static const int32_t LEAST[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)text.data[at];
    size_t size = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    int32_t point = size < 2 ? first : first & (0xFF >> (size + 1));
    for (size_t i = 1; i < size; i++) {
        unsigned char next = at + i < text.size ? (unsigned char)text.data[at + i] : 0;
        if ((next & 0xC0) != 0x80) size = 0;
        point = (point << 6) | (next & 0x3F);
    }
    bool good = size && point >= LEAST[size] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
    *ret_point = good ? point : -1;
    return good ? size : 1;
}

int character_width(int32_t point)
{
    static const struct {
        int32_t first, last;
        int width;
    } RANGES[] = {{0x0300, 0x036F, 0},   {0x0483, 0x0489, 0},  {0x0591, 0x05BD, 0},   {0x064B, 0x065F, 0},
                  {0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},  {0x202A, 0x202E, 0},   {0x2060, 0x2064, 0},
                  {0x20D0, 0x20FF, 0},   {0x2E80, 0x303E, 2},  {0x3041, 0xA4CF, 2},   {0xAC00, 0xD7A3, 2},
                  {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},  {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},
                  {0xFF00, 0xFF60, 2},   {0xFFE0, 0xFFE6, 2},  {0x1F300, 0x1F64F, 2}, {0x1F900, 0x1F9FF, 2},
                  {0x20000, 0x3FFFD, 2}, {0xE0000, 0xE01EF, 0}};
    for (size_t i = 0; point >= 0x0300 && i < sizeof RANGES / sizeof *RANGES; i++)
        if (point >= RANGES[i].first && point <= RANGES[i].last) return RANGES[i].width;
    return 1;
}

size_t text_width(drg_text text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.size;) {
        int32_t point;
        at += text_character(text, at, &point);
        width += (size_t)character_width(point);
    }
    return width;
}
