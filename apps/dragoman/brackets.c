/* SPDX-License-Identifier: Apache-2.0
 *
 * In: CoNLL-U with GUM's entity brackets, "Entity=(3-event-new-...(4-person-...", then "Entity=4)" and "Entity=3)".
 * Out: the bracketed words and their types. An identifier goes up to the first '-', the type up to the next one. */
#include "brackets.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"

enum { OPEN_MOST = 64 };

typedef struct open_bracket {
    uint32_t first;
    drg_text id, type;
} open_bracket;

typedef struct bracket_reader {
    bracket_list list;
    open_bracket open[OPEN_MOST];
    size_t open_count;
    uint32_t word;
    bool wrong;
} bracket_reader;

static size_t find_byte(drg_text text, size_t at, const char *bytes)
{
    while (at < text.size && !strchr(bytes, text.data[at])) at++;
    return at;
}

static void add(bracket_reader *reader, uint32_t first, drg_text type)
{
    bracket_list *list = &reader->list;
    if ((list->count & (list->count - 1)) == 0)
        list->items = memory_grow(list->items, (list->count ? list->count * 2 : 1) * sizeof *list->items);
    list->items[list->count++] = (bracket){first, reader->word, type};
}

/* "(1-person-new-..." with or without its closing bracket; returns what is behind it. */
static size_t read_opening(bracket_reader *reader, drg_text value, size_t at)
{
    size_t end = find_byte(value, at + 1, "()"), id_end = find_byte(value, at + 1, "-");
    size_t type_end = id_end < end ? find_byte(value, id_end + 1, "-()") : end;
    if (id_end > end) id_end = end;
    drg_text type = text_slice(value, id_end < end ? id_end + 1 : end, type_end);
    if (end < value.size && value.data[end] == ')') {
        add(reader, reader->word, type);
        return end + 1;
    }
    if (reader->open_count == OPEN_MOST) {
        reader->wrong = true;
        return value.size;
    }
    reader->open[reader->open_count++] = (open_bracket){reader->word, text_slice(value, at + 1, id_end), type};
    return end;
}

static size_t read_closing(bracket_reader *reader, drg_text value, size_t at)
{
    size_t end = find_byte(value, at, ")");
    drg_text id = text_slice(value, at, find_byte(text_slice(value, 0, end), at, "-"));
    for (size_t i = reader->open_count; i-- > 0;) {
        const open_bracket found = reader->open[i];
        if (found.id.size != id.size || memcmp(found.id.data, id.data, id.size) != 0) continue;
        add(reader, found.first, found.type);
        memmove(&reader->open[i], &reader->open[i + 1], (reader->open_count - i - 1) * sizeof *reader->open);
        reader->open_count--;
        return end + 1;
    }
    reader->wrong = true;
    return value.size;
}

static void read_value(bracket_reader *reader, drg_text value)
{
    for (size_t at = 0; at < value.size;)
        at = value.data[at] == '(' ? read_opening(reader, value, at) : read_closing(reader, value, at);
}

static drg_text field(drg_text line, size_t number)
{
    size_t at = 0;
    for (size_t i = 0; i < number && at < line.size; i++) at = find_byte(line, at, "\t") + 1;
    return at < line.size ? text_slice(line, at, find_byte(line, at, "\t")) : (drg_text){"", 0};
}

static void read_word(bracket_reader *reader, drg_text line)
{
    static const char key[] = "Entity=";
    drg_text misc = field(line, 9);
    for (size_t at = 0; at < misc.size;) {
        size_t end = find_byte(misc, at, "|");
        if (end - at > sizeof key - 1 && memcmp(misc.data + at, key, sizeof key - 1) == 0)
            read_value(reader, text_slice(misc, at + sizeof key - 1, end));
        at = end + 1;
    }
    reader->word++;
}

/* A line of a syntactic word: no comment, no range "8-9", no empty node "8.1". */
static bool is_word(drg_text line)
{
    drg_text number = field(line, 0);
    for (size_t i = 0; i < number.size; i++)
        if (number.data[i] < '0' || number.data[i] > '9') return false;
    return number.size > 0;
}

bool brackets_read(drg_text conllu, bracket_list *ret_list)
{
    bracket_reader reader = {.word = 0};
    for (size_t at = 0; at < conllu.size && !reader.wrong;) {
        size_t end = find_byte(conllu, at, "\n");
        drg_text line = text_slice(conllu, at, end);
        if (is_word(line)) read_word(&reader, line);
        at = end + 1;
    }
    *ret_list = reader.list;
    return !reader.wrong && !reader.open_count;
}

void brackets_free(bracket_list *list)
{
    free(list->items);
    *list = (bracket_list){NULL, 0};
}
