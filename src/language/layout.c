/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the text. Out: for each line break, whether it ends a paragraph or only a line.
 *
 * News comes in three layouts: paragraphs parted by empty lines, one paragraph a line, and lines broken at some 72
 * columns. They are told apart by counting: where lines are broken by column, many of them start with a small letter
 * after a line that ends in no stop; elsewhere hardly one does. In a text broken by column, a line break still starts
 * something new when the next line's first word would have fitted on the line before (the width is the median of the
 * lines that go on), when that line ends in two spaces (Markdown's forced break), or before a list's item.
 */
#include "language/layout.h"

enum { LEAST_WRAP = 40, MOST_WRAP = 160, FRONT_MATTER_BYTES = 16384 };

static bool is_blank_byte(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\v' || byte == '\f';
}

static size_t characters(drg_text text, size_t begin, size_t end)
{
    size_t count = 0;
    for (size_t i = begin; i < end; i++) count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static size_t line_end(drg_text text, size_t at)
{
    const char *found = at < text.size ? memchr(text.data + at, '\n', text.size - at) : NULL;
    return found ? (size_t)(found - text.data) : text.size;
}

static bool starts_small(drg_text text, size_t at)
{
    int32_t point = 0;
    if (at >= text.size) return false;
    base_utf8_next(text, at, &point);
    return base_point_is_letter(point) && !base_point_is_upper(point);
}

/* "• ", "- ", "# ", "2. ", "(a) ": what opens an item of a list, a heading, a row or a quoted line. */
static bool starts_item(drg_text text, size_t at)
{
    size_t end = at;
    while (end < text.size && end - at < 4 && text.data[end] >= '0' && text.data[end] <= '9') end++;
    if (end > at)
        return end + 1 < text.size && strchr(".)", text.data[end]) && text.data[end] && text.data[end + 1] == ' ';
    char first = at < text.size ? text.data[at] : '\0';
    if (first && strchr("-*+>", first)) return at + 1 < text.size && is_blank_byte(text.data[at + 1]);
    if (first == '(') return at + 2 < text.size && text.data[at + 2] == ')';
    return first && (strchr("#|", first) || base_text_starts(base_text_slice(text, at, text.size), BASE_LITERAL("•")));
}

static bool ends_open(drg_text text, size_t begin, size_t end)
{
    return end > begin && !strchr(".!?:;", text.data[end - 1]);
}

/* The end of "---" ... "---" at the start of the text. */
static size_t front_matter_end(drg_text text)
{
    if (!base_text_starts(text, BASE_LITERAL("---\n"))) return 0;
    size_t limit = text.size < FRONT_MATTER_BYTES ? text.size : FRONT_MATTER_BYTES;
    for (size_t at = 4; at < limit;) {
        size_t end = line_end(text, at);
        if (base_text_is(base_text_trim(base_text_slice(text, at, end)), "---")) return end;
        at = end + 1;
    }
    return 0;
}

layout_lines layout_read(drg_text text)
{
    layout_lines layout = {.text = text, .front_matter = front_matter_end(text)};
    size_t breaks = 0, small = 0, before_begin = 0, before_end = 0, lengths[MOST_WRAP + 1] = {0};
    for (size_t at = layout.front_matter; at < text.size;) {
        size_t end = line_end(text, at), next = end + 1, first = at;
        while (first < end && is_blank_byte(text.data[first])) first++;
        while (end > first && is_blank_byte(text.data[end - 1])) end--;
        if (first < end && before_begin < before_end) {
            breaks++;
            size_t length = end - first > 4 * MOST_WRAP ? 0 : characters(text, at, end);
            size_t before = before_end - before_begin > 4 * MOST_WRAP ? 0 : characters(text, before_begin, before_end);
            if (starts_small(text, first) && ends_open(text, before_begin, before_end) && before >= LEAST_WRAP &&
                before <= MOST_WRAP && length <= MOST_WRAP) {
                small++;
                lengths[before]++;
            }
        }
        before_begin = at;
        before_end = first < end ? end : at;
        at = next;
    }
    layout.wrapped = small > 0 && small * 4 >= breaks;
    for (size_t seen = 0; layout.wrapped && seen * 2 < small;) seen += lengths[++layout.width];
    return layout;
}

static bool line_goes_on(const layout_lines *layout, size_t begin, size_t end, size_t spaces)
{
    drg_text text = layout->text;
    if (starts_item(text, end)) return false;
    size_t before = begin - layout->line > 4 * MOST_WRAP ? SIZE_MAX / 2 : characters(text, layout->line, begin);
    bool small = starts_small(text, end);
    if (!layout->wrapped) return small && before >= LEAST_WRAP && ends_open(text, layout->line, begin);
    if (spaces >= 2) return small;
    size_t word = end;
    while (word < text.size && word - end < MOST_WRAP && !is_blank_byte(text.data[word]) && text.data[word] != '\n')
        word++;
    return small || before + 1 + characters(text, end, word) + 4 > layout->width;
}

/* How many line breaks there are in the white space, and where the last of them ends. */
static size_t count_breaks(drg_text text, size_t begin, size_t end, size_t *ret_last)
{
    size_t count = 0;
    for (size_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        bool separator = byte == 0xE2 && i + 2 < end && text.data[i + 1] == '\x80' &&
                         (text.data[i + 2] == '\xA8' || text.data[i + 2] == '\xA9');
        if (byte == '\n' || (byte == '\r' && (i + 1 >= text.size || text.data[i + 1] != '\n')))
            count++, *ret_last = i + 1;
        if (byte == '\f' || separator) count += 2, *ret_last = i + 1;
    }
    return count;
}

layout_break layout_judge(layout_lines *layout, size_t begin, size_t end)
{
    if (end - begin == 1 && layout->text.data[begin] == ' ') return LAYOUT_NONE;
    size_t last = end, breaks = count_breaks(layout->text, begin, end, &last), spaces = 0;
    if (breaks == 0) return LAYOUT_NONE;
    while (begin + spaces < end && layout->text.data[begin + spaces] == ' ') spaces++;
    bool goes_on = breaks == 1 && (end < layout->front_matter ? end > last : line_goes_on(layout, begin, end, spaces));
    layout->line = last;
    return breaks > 1 ? LAYOUT_BLANK : goes_on ? LAYOUT_NONE : LAYOUT_LINE;
}
