/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a tab-separated text file of data/. Out: its fields, line by line, or an error that names file, line, column,
 * value and what was expected. Plain tabs and no quoting, so that the lists can be edited anywhere and diffed line by
 * line. */
#include "base/tsv.h"

#include "base/file.h"
#include "base/utf8.h"
#include "base/vector.h"

drg_status base_tsv_open(base_tsv *list, base_arena *arena, const char *folder, const char *file,
                         const char *const *columns, drg_error *error)
{
    *list = (base_tsv){.arena = arena, .file = file, .columns = columns, .error = error};
    while (columns[list->column_count]) list->column_count++;
    const char *path = base_text_format(arena, "%s/%s", folder, file).data;
    return base_file_read(arena, path, BOUND_RULE_FILE_BYTES, &list->rest, error);
}

drg_status base_tsv_open_path(base_tsv *list, base_arena *arena, const char *path, const char *const *columns,
                              size_t limit, drg_error *error)
{
    *list = (base_tsv){.arena = arena, .file = path, .columns = columns, .error = error};
    while (columns[list->column_count]) list->column_count++;
    return base_file_read(arena, path, limit, &list->rest, error);
}

static drg_text cut(drg_text *rest, char end)
{
    size_t size = 0;
    while (size < rest->size && rest->data[size] != end) size++;
    drg_text part = base_text_slice(*rest, 0, size);
    size_t step = size < rest->size ? size + 1 : size;
    *rest = base_text_slice(*rest, step, rest->size);
    return part;
}

static drg_status split(base_tsv *list, drg_text line)
{
    size_t count = 0;
    for (bool more = true; more; count++) {
        size_t before = line.size;
        drg_text field = cut(&line, '\t');
        more = field.size < before;
        if (count < list->column_count) list->fields[count] = base_text_trim(field);
    }
    if (count != list->column_count)
        return base_fail(list->error, DRG_ERROR_FORMAT, "%s line %zu: %zu fields, expected %zu", list->file, list->line,
                         count, list->column_count);
    return DRG_OK;
}

drg_status base_tsv_next(base_tsv *list, bool *ret_end)
{
    while (list->rest.size) {
        drg_text line = cut(&list->rest, '\n');
        list->line++;
        if (line.size && line.data[line.size - 1] == '\r') line.size--;
        if (!line.size || line.data[0] == '#') continue;
        if (base_utf8_broken(line, 0) < line.size)
            return base_fail(list->error, DRG_ERROR_FORMAT, "%s line %zu: expected UTF-8", list->file, list->line);
        *ret_end = false;
        return split(list, line);
    }
    *ret_end = true;
    return DRG_OK;
}

drg_status base_tsv_wrong(const base_tsv *list, size_t column, drg_text value, const char *expected)
{
    return base_fail(list->error, DRG_ERROR_FORMAT, "%s line %zu: %s '%.*s': expected %s", list->file, list->line,
                     list->columns[column], BASE_PRINT(value), expected);
}

drg_texts base_tsv_parts(const base_tsv *list, drg_text field)
{
    BASE_VECTOR(drg_text) parts = {0};
    while (field.size) {
        drg_text part = base_text_trim(cut(&field, '|'));
        if (part.size) base_push(list->arena, &parts) = part;
    }
    return (drg_texts){parts.items, parts.count};
}
