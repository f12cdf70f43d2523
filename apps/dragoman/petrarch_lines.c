/* SPDX-License-Identifier: Apache-2.0
 * In: the bytes of a dictionary. Out: its lines without comments and remarks, and the words of its phrases. The files
 * were typed by hand over twenty years: every line is checked by itself, and none is trusted. */
#include "petrarch_lines.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"

void *petrarch_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity) return items;
    *capacity = *capacity ? *capacity * 2 : 16;
    return memory_grow(items, *capacity * size);
}

drg_text petrarch_keep(petrarch_book *book, drg_text text)
{
    drg_text *owned = PETRARCH_PUSH(&book->owned);
    *owned = (drg_text){memory_copy(text), text.size};
    return *owned;
}

void petrarch_free(petrarch_book *book)
{
    for (size_t i = 0; i < book->owned.count; i++) free((void *)(uintptr_t)book->owned.items[i].data);
    free(book->owned.items);
    free(book->synonyms.items);
    free(book->actors.items);
    free(book->terms.items);
    free(book->agents.items);
    free(book->discards.items);
    *book = (petrarch_book){0};
}

size_t petrarch_find(drg_text text, char byte)
{
    const char *found = text.size ? memchr(text.data, byte, text.size) : NULL;
    return found ? (size_t)(found - text.data) : text.size;
}

/* ---- lines */

petrarch_lines petrarch_open(const petrarch_reading *reading, drg_text file, const char *remark)
{
    if (file.size >= 3 && memcmp(file.data, "\xEF\xBB\xBF", 3) == 0) file = text_slice(file, 3, file.size);
    return (petrarch_lines){.reading = reading, .rest = file, .remark = remark};
}

void petrarch_wrong(const petrarch_lines *lines, const char *format, ...)
{
    char message[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    lines->reading->complain(lines->reading->context, lines->number, message);
}

static drg_text take_line(petrarch_lines *lines)
{
    size_t size = petrarch_find(lines->rest, '\n');
    drg_text line = text_slice(lines->rest, 0, size);
    while (line.size && line.data[line.size - 1] == '\x1A') line.size--; /* how DOS ended a file */
    lines->rest = text_slice(lines->rest, size < lines->rest.size ? size + 1 : size, lines->rest.size);
    lines->number++;
    return line;
}

static bool is_text(const petrarch_lines *lines, drg_text line)
{
    if (line.size > PETRARCH_LINE_BYTES) {
        petrarch_wrong(lines, "%zu bytes, expected at most %d", line.size, PETRARCH_LINE_BYTES);
        return false;
    }
    for (size_t i = 0; i < line.size;) {
        unsigned char byte = (unsigned char)line.data[i];
        int32_t point = byte;
        i += byte < 0x80 ? 1 : text_character(line, i, &point);
        if (point >= ' ' ? point == 0x7F : byte != '\t' && byte != '\r') {
            petrarch_wrong(lines, "byte 0x%02X, expected text in UTF-8", byte);
            return false;
        }
    }
    return true;
}

static const drg_text COMMENT_END = {"-->", 3};

/* Passes over a comment whose first line was `line`. One that is never closed is that line only, and so is every other
 * behind it. */
static void pass_comment(petrarch_lines *lines, drg_text line)
{
    static const drg_text begin = {"<!--", 4};
    if (text_find(line, begin, 0) != 0 || text_find(line, COMMENT_END, 4) != SIZE_MAX) return;
    lines->unclosed = lines->unclosed || text_find(lines->rest, COMMENT_END, 0) == SIZE_MAX;
    if (lines->unclosed) {
        petrarch_wrong(lines, "a comment without its end, expected -->");
        return;
    }
    while (lines->rest.size && text_find(take_line(lines), COMMENT_END, 0) == SIZE_MAX) continue;
}

bool petrarch_next(petrarch_lines *lines, drg_text *ret_line)
{
    while (lines->rest.size) {
        drg_text line = take_line(lines);
        drg_text start = text_trim(text_slice(line, 0, line.size < PETRARCH_LINE_BYTES ? line.size : 16));
        if (start.size >= 2 && start.data[0] == '<' && start.data[1] == '!') {
            pass_comment(lines, start);
            continue;
        }
        if (!is_text(lines, line)) {
            lines->lost |= !start.size || (start.data[0] != '+' && start.data[0] != '[');
            continue;
        }
        for (const char *remark = lines->remark; *remark; remark++)
            line = text_slice(line, 0, petrarch_find(line, *remark));
        line = text_trim(line);
        if (!line.size) continue;
        *ret_line = line;
        return true;
    }
    return false;
}

/* ---- phrases and codes */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '_' || byte == '\t' || byte == '\r';
}

static bool is_letter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           (unsigned char)byte >= 0x80;
}

drg_text petrarch_phrase(petrarch_book *book, drg_text raw)
{
    char out[PETRARCH_LINE_BYTES];
    size_t size = 0;
    bool letters = false;
    for (size_t i = 0; i < raw.size && size + 1 < sizeof out; i++) {
        letters |= is_letter(raw.data[i]);
        if (!is_blank(raw.data[i]))
            out[size++] = raw.data[i];
        else if (size && out[size - 1] != ' ')
            out[size++] = ' ';
    }
    while (size && out[size - 1] == ' ') size--;
    return letters ? petrarch_keep(book, (drg_text){out, size}) : (drg_text){NULL, 0};
}

drg_text petrarch_code(petrarch_book *book, drg_text raw)
{
    char out[64];
    drg_text none = {NULL, 0};
    size_t triples = 0; /* bytes since the last '/' */
    if (text_is(raw, "---")) return petrarch_keep(book, raw);
    if (!raw.size || raw.size > sizeof out) return none;
    for (size_t i = 0; i < raw.size; i++) {
        char byte = raw.data[i];
        out[i] = byte >= 'a' && byte <= 'z' ? (char)(byte - 32) : byte;
        bool next = byte == '/' && triples && triples % 3 == 0;
        if (!next && ((unsigned char)byte >= 0x80 || !is_letter(byte))) return none;
        triples = next ? 0 : triples + 1;
    }
    return triples && triples % 3 == 0 ? petrarch_keep(book, (drg_text){out, raw.size}) : none;
}
