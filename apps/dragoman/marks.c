/* SPDX-License-Identifier: Apache-2.0 */
#include "marks.h"

#include <stdlib.h>

#define NO_MARK SIZE_MAX

/* One character as it is shown. */
typedef struct mark_cell {
    drg_text bytes;
    unsigned width;
    size_t mark;
    bool blank;
} mark_cell;

static size_t mark_at(const text_mark *marks, size_t count, size_t offset)
{
    for (size_t i = 0; i < count; i++)
        if (offset >= marks[i].span.begin && offset < marks[i].span.end) return i;
    return NO_MARK;
}

/* Splits the wording into cells; white space of any length becomes one blank. Returns their count. */
static size_t split(drg_text text, drg_span span, const text_mark *marks, size_t mark_count, mark_cell *cells)
{
    size_t count = 0;
    for (size_t at = span.begin; at < span.end;) {
        int32_t point;
        size_t size = text_character(text, at, &point);
        bool blank = point >= 0 && (point <= 0x20 || (point >= 0x7F && point <= 0xA0) || point == 0xFEFF);
        bool hidden = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        bool again = blank && count && cells[count - 1].blank;
        if (!again && !hidden)
            cells[count++] = (mark_cell){.bytes = blank       ? text_of(" ")
                                                  : point < 0 ? text_of("\xEF\xBF\xBD")
                                                              : text_slice(text, at, at + size),
                                         .width = blank || point < 0 ? 1 : (unsigned)character_width(point),
                                         .mark = mark_at(marks, mark_count, at),
                                         .blank = blank};
        at += size;
    }
    return count;
}

/* How many cells go into a line that starts with the first of `cells`: up to a blank, if there is one. */
static size_t line_length(const mark_cell *cells, size_t count, size_t width)
{
    size_t at = 0, columns = 0, blank = 0;
    for (; at < count && columns + cells[at].width <= width; at++) {
        columns += cells[at].width;
        if (cells[at].blank) blank = at + 1;
    }
    if (at == count) return count;
    return blank ? blank : at ? at : 1;
}

/* Changes the colour where the mark changes. */
static void turn(size_t from, size_t to, const text_mark *marks, bool color, line_buffer *lines)
{
    if (!color || from == to) return;
    if (from != NO_MARK) buffer_add_string(lines, "\033[0m");
    if (to != NO_MARK) buffer_format(lines, "\033[%sm", marks[to].color);
}

static void add_words(const mark_cell *cells, size_t count, const text_mark *marks, bool color, line_buffer *lines)
{
    size_t mark = NO_MARK;
    for (size_t i = 0; i < count; mark = cells[i++].mark) {
        turn(mark, cells[i].mark, marks, color, lines);
        buffer_add(lines, cells[i].bytes);
    }
    turn(mark, NO_MARK, marks, color, lines);
    buffer_add_string(lines, "\n");
}

static void add_letters(const mark_cell *cells, size_t count, const text_mark *marks, bool color, line_buffer *lines)
{
    size_t mark = NO_MARK;
    for (size_t i = 0; i < count; mark = cells[i++].mark) {
        turn(mark, cells[i].mark, marks, color, lines);
        for (unsigned column = 0; column < cells[i].width; column++)
            buffer_format(lines, "%c", cells[i].mark == NO_MARK ? ' ' : marks[cells[i].mark].letter);
    }
    turn(mark, NO_MARK, marks, color, lines);
    buffer_add_string(lines, "\n");
}

static void add_line(const mark_cell *cells, size_t count, const text_mark *marks, const char *indent, bool color,
                     line_buffer *lines)
{
    size_t marked = 0; /* up to the last character with a mark */
    for (size_t i = 0; i < count; i++)
        if (cells[i].mark != NO_MARK) marked = i + 1;
    buffer_add_string(lines, indent);
    add_words(cells, count, marks, color, lines);
    if (!marked) return;
    buffer_add_string(lines, indent);
    add_letters(cells, marked, marks, color, lines);
}

void marks_draw(drg_text text, drg_span span, const text_mark *marks, size_t mark_count, const char *indent,
                size_t width, bool color, line_buffer *lines)
{
    size_t capacity = span.end > span.begin ? span.end - span.begin : 0;
    mark_cell *cells = memory_take(capacity * sizeof *cells);
    size_t count = split(text, span, marks, mark_count, cells);
    for (size_t at = 0; at < count;) {
        size_t size = line_length(cells + at, count - at, width);
        size_t shown = size;
        while (shown && cells[at + shown - 1].blank) shown--;
        add_line(cells + at, shown, marks, indent, color, lines);
        at += size;
    }
    free(cells);
}
