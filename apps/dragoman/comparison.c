/* SPDX-License-Identifier: Apache-2.0
 *
 * In: two records of one text. Out: which lines came, went or changed. Works on the NDJSON and not on the structs, so
 * that a field that the record gains is compared without a line here, and what is shown is what a user knows.
 */
#include "comparison.h"

#include <stdlib.h>

typedef struct record_line {
    drg_text text, kind, id, place;
    bool taken;
} record_line;

typedef struct record_lines {
    record_line *items;
    size_t count;
} record_lines;

/* ---------------------------------------------------------------- JSON as dragoman writes it */

/* Behind the value that begins at `at`: a string, a number, or brackets with all in them. */
static size_t value_end(drg_text json, size_t at)
{
    size_t depth = 0;
    bool quoted = false;
    for (; at < json.size; at++) {
        char byte = json.data[at];
        if (quoted) {
            if (byte == '\\')
                at++;
            else if (byte == '"')
                quoted = false;
        } else if (byte == '"') {
            quoted = true;
        } else if (byte == '{' || byte == '[') {
            depth++;
        } else if (byte == '}' || byte == ']') {
            if (depth == 0) return at;
            depth--;
        } else if (byte == ',' && depth == 0) {
            return at;
        }
    }
    return json.size;
}

bool json_next(drg_text object, size_t *at, drg_text *ret_name, drg_text *ret_value)
{
    size_t start = text_find(object, text_of("\""), *at);
    if (start == SIZE_MAX) return false;
    size_t end = text_find(object, text_of("\":"), start + 1);
    if (end == SIZE_MAX) return false;
    *ret_name = text_slice(object, start + 1, end);
    *at = value_end(object, end + 2);
    *ret_value = text_slice(object, end + 2, *at);
    return true;
}

drg_text json_field(drg_text object, const char *name)
{
    drg_text found, value;
    for (size_t at = 0; json_next(object, &at, &found, &value);)
        if (text_is(found, name)) return value;
    return (drg_text){0};
}

/* ---------------------------------------------------------------- lines */

/* What tells where in the text a line is from: of an event its trigger, else its words. */
static drg_text place_of(drg_text line, drg_text kind)
{
    return text_is(kind, "\"event\"") ? json_field(line, "trigger") : json_field(line, "span");
}

static void split(drg_text record, record_lines *lines)
{
    size_t count = 0;
    for (size_t i = 0; i < record.size; i++) count += record.data[i] == '\n';
    lines->items = memory_take((count + 1) * sizeof *lines->items);
    lines->count = 0;
    for (size_t at = 0; at < record.size;) {
        size_t end = text_find(record, text_of("\n"), at);
        if (end == SIZE_MAX) end = record.size;
        drg_text text = text_slice(record, at, end), kind = json_field(text, "kind");
        lines->items[lines->count++] =
            (record_line){.text = text, .kind = kind, .id = json_field(text, "id"), .place = place_of(text, kind)};
        at = end + 1;
    }
}

static void add(record_changes *changes, change_kind change, drg_text kind, drg_text before, drg_text after)
{
    if (changes->count == changes->capacity) {
        changes->capacity = changes->capacity ? changes->capacity * 2 : 16;
        changes->items = memory_grow(changes->items, changes->capacity * sizeof *changes->items);
    }
    drg_text bare = text_slice(kind, 1, kind.size - 1); /* without quotation marks */
    changes->items[changes->count++] = (record_change){change, bare, before, after};
}

/* The line of that kind and id, looked for from where the last one stood, since most keep their order. */
static record_line *by_id(const record_lines *lines, const record_line *wanted, size_t *hint)
{
    for (size_t i = 0; i < lines->count; i++) {
        size_t at = (*hint + i) % lines->count;
        record_line *line = &lines->items[at];
        if (line->taken || !text_equal(line->id, wanted->id) || !text_equal(line->kind, wanted->kind)) continue;
        *hint = at + 1;
        return line;
    }
    return NULL;
}

/* Events and statements: their ids hash what may have changed. */
static record_line *by_place(const record_lines *lines, const record_line *wanted)
{
    if (text_is(wanted->kind, "\"actor\"")) return NULL;
    for (size_t i = 0; i < lines->count; i++) {
        record_line *line = &lines->items[i];
        if (!line->taken && text_equal(line->kind, wanted->kind) && text_equal(line->place, wanted->place)) return line;
    }
    return NULL;
}

/* Pairs the lines by id first, so that a line at the same place cannot take another's partner. */
static void pair(const record_lines *before, const record_lines *after, record_line **partners)
{
    size_t hint = 0;
    for (size_t i = 0; i < before->count && after->count; i++) {
        partners[i] = by_id(after, &before->items[i], &hint);
        if (partners[i]) partners[i]->taken = true;
    }
    for (size_t i = 0; i < before->count; i++) {
        if (partners[i]) continue;
        partners[i] = by_place(after, &before->items[i]);
        if (partners[i]) partners[i]->taken = true;
    }
}

void changes_find(drg_text before, drg_text after, record_changes *changes)
{
    record_lines old, new;
    if (text_equal(before, after)) return;
    split(before, &old);
    split(after, &new);
    record_line **partners = memory_take((old.count + 1) * sizeof *partners);
    pair(&old, &new, partners);
    for (size_t i = 0; i < old.count; i++) {
        const record_line *line = &old.items[i], *partner = partners[i];
        if (!partner)
            add(changes, CHANGE_GONE, line->kind, line->text, (drg_text){0});
        else if (!text_equal(line->text, partner->text))
            add(changes, CHANGE_CHANGED, line->kind, line->text, partner->text);
    }
    for (size_t i = 0; i < new.count; i++)
        if (!new.items[i].taken) add(changes, CHANGE_CAME, new.items[i].kind, (drg_text){0}, new.items[i].text);
    free(partners);
    free(old.items);
    free(new.items);
}

void changes_free(record_changes *changes)
{
    free(changes->items);
    *changes = (record_changes){0};
}
