/* SPDX-License-Identifier: Apache-2.0
 * In: the lists below a data folder. Out: the countries' codes, and every name that a list has, so that what is brought
 * in beside them does not say the same twice: two bodies of one name would make both unsure. Columns are found by the
 * "# columns:" line that every list opens with. */
#include "import_known.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <utf8proc.h>

#define LIST_BYTES ((size_t)64 << 20)

bool import_file_read(const char *path, size_t limit, line_buffer *ret_bytes)
{
    FILE *file = fopen(path, "rb");
    line_buffer bytes = {0};
    char piece[65536];
    size_t size;
    while (file && bytes.size <= limit && (size = fread(piece, 1, sizeof piece, file)) > 0)
        buffer_add(&bytes, (drg_text){piece, size});
    bool failed = !file || ferror(file), large = bytes.size > limit;
    if (large)
        fprintf(stderr, "dragoman import: %s: more than %zu bytes\n", path, limit);
    else if (failed)
        fprintf(stderr, "dragoman import: %s: %s\n", path, strerror(errno));
    if (file) fclose(file);
    if (failed || large) buffer_free(&bytes);
    *ret_bytes = bytes;
    return !failed && !large;
}

/* ---- folding */

static drg_text keep(import_known *known, char *string)
{
    if (known->owned_count == known->owned_capacity) {
        known->owned_capacity = known->owned_capacity ? known->owned_capacity * 2 : 256;
        known->owned = memory_grow(known->owned, known->owned_capacity * sizeof *known->owned);
    }
    known->owned[known->owned_count++] = string;
    return text_of(string);
}

static bool is_plain(unsigned char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

drg_text import_fold(import_known *known, drg_text name)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)name.data, (utf8proc_ssize_t)name.size, &mapped,
                                         UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    char *out = memory_take((size > 0 ? (size_t)size : 0) + 1);
    size_t count = 0;
    bool gap = false;
    for (utf8proc_ssize_t i = 0; i < size; i++) {
        unsigned char byte = mapped[i];
        if (is_plain(byte)) {
            if (gap && count) out[count++] = ' ';
            out[count++] = (char)byte;
            gap = false;
        } else {
            gap |= byte != '\'' && byte != '.';
        }
    }
    free(mapped);
    return keep(known, out);
}

/* ---- lists */

enum { COLUMNS = 32 };

static drg_text cut(drg_text *rest, char end)
{
    const char *found = rest->size ? memchr(rest->data, end, rest->size) : NULL;
    size_t size = found ? (size_t)(found - rest->data) : rest->size;
    drg_text part = text_slice(*rest, 0, size);
    *rest = text_slice(*rest, size + (found != NULL), rest->size);
    return part;
}

/* "Labour Party?" and "Zaire@1971..1997" without what follows the name. */
static void add_names(import_known *known, text_map *names, drg_text field)
{
    while (field.size) {
        drg_text name = cut(&field, '|');
        name = text_trim(cut(&name, '@'));
        if (name.size && name.data[name.size - 1] == '?') name.size--;
        drg_text folded = import_fold(known, name);
        if (folded.size) text_map_put(names, folded, 0);
    }
}

static bool is_names(drg_text column)
{
    return text_is(column, "name") || text_is(column, "names") || text_is(column, "adjectives") ||
           text_is(column, "people");
}

static void add_field(import_known *known, drg_text column, drg_text field)
{
    bool office = text_is(column, "singular") || text_is(column, "plural");
    if (text_is(column, "code")) {
        char *code = memory_copy(field);
        text_map_put(&known->countries, keep(known, code), 0);
    } else if (office || is_names(column)) {
        add_names(known, office ? &known->offices : &known->names, field);
    }
}

static void add_list(import_known *known, drg_text bytes)
{
    static const drg_text heading = {"# columns:", 10};
    drg_text columns[COLUMNS] = {{NULL, 0}};
    size_t count = 0;
    while (bytes.size) {
        drg_text line = cut(&bytes, '\n');
        if (text_find(line, heading, 0) == 0) {
            drg_text rest = text_trim(text_slice(line, heading.size, line.size));
            for (count = 0; rest.size && count < COLUMNS; count++) columns[count] = text_trim(cut(&rest, '\t'));
        }
        if (!line.size || line.data[0] == '#') continue;
        for (size_t i = 0; i < count && line.size; i++) add_field(known, columns[i], text_trim(cut(&line, '\t')));
    }
}

static bool add_file(import_known *known, const char *path)
{
    line_buffer bytes;
    if (!import_file_read(path, LIST_BYTES, &bytes)) return false;
    add_list(known, (drg_text){bytes.data ? bytes.data : "", bytes.size});
    buffer_free(&bytes);
    return true;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_list(const char *name)
{
    size_t size = strlen(name);
    return size > 4 && name[0] != '.' && strcmp(name + size - 4, ".tsv") == 0;
}

/* A folder that is not there has no lists. */
static bool add_folder(import_known *known, const char *path)
{
    struct stat about;
    struct dirent **entries;
    if (stat(path, &about) != 0) return true;
    int count = scandir(path, &entries, NULL, by_name);
    bool good = count >= 0;
    if (!good) fprintf(stderr, "dragoman import: %s: %s\n", path, strerror(errno));
    for (int i = 0; i < count; i++) {
        line_buffer file = {0};
        buffer_format(&file, "%s/%s", path, entries[i]->d_name);
        if (good && is_list(entries[i]->d_name)) good = add_file(known, file.data);
        buffer_free(&file);
        free(entries[i]);
    }
    if (count >= 0) free(entries);
    return good;
}

bool import_known_read(import_known *known, const char *folder)
{
    static const char *const parts[] = {"organizations", "groups", "media", "holders", "people", "offices"};
    static const char *const files[] = {"countries.tsv", "offices.tsv"};
    bool good = true;
    for (size_t i = 0; good && i < 2; i++) {
        line_buffer path = {0};
        buffer_format(&path, "%s/actors/%s", folder, files[i]);
        good = add_file(known, path.data);
        buffer_free(&path);
    }
    for (size_t i = 0; good && i < sizeof parts / sizeof *parts; i++) {
        line_buffer path = {0};
        buffer_format(&path, "%s/actors/%s", folder, parts[i]);
        good = add_folder(known, path.data);
        buffer_free(&path);
    }
    return good;
}

void import_known_free(import_known *known)
{
    for (size_t i = 0; i < known->owned_count; i++) free(known->owned[i]);
    free(known->owned);
    text_map_free(&known->countries);
    text_map_free(&known->names);
    text_map_free(&known->offices);
    *known = (import_known){0};
}
