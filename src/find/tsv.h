/* SPDX-License-Identifier: Apache-2.0
 * Tab-separated lists: lines of a fixed number of fields, "#" lines are remarks. */
#ifndef FIND_TSV_H
#define FIND_TSV_H

#include "base/base.h"

#define FIND_TSV_COLUMNS 20 /* most columns of a list */

/* One list while it is read. `line` is the line of the fields that find_tsv_next gave last. */
typedef struct find_tsv {
    base_arena *arena;
    const char *file; /* "actors/countries.tsv", for messages */
    const char *const *columns;
    size_t column_count;
    drg_text rest;
    size_t line;
    drg_text fields[FIND_TSV_COLUMNS];
    drg_error *error;
} find_tsv;

/* Opens `folder`/`file`; `columns` are the names of its columns, NULL at the end. */
drg_status find_tsv_open(find_tsv *list, base_arena *arena, const char *folder, const char *file,
                         const char *const *columns, drg_error *error);

/* Opens `path`, of at most `limit` bytes. */
drg_status find_tsv_open_path(find_tsv *list, base_arena *arena, const char *path, const char *const *columns,
                              size_t limit, drg_error *error);

/* The next line's fields, trimmed; *ret_end at the end of the list. A line with another number of fields, a field that
 * is not UTF-8, is an error. */
drg_status find_tsv_next(find_tsv *list, bool *ret_end);

/* DRG_ERROR_FORMAT: "FILE line N: COLUMN 'VALUE': expected EXPECTED". */
drg_status find_tsv_wrong(const find_tsv *list, size_t column, drg_text value, const char *expected);

/* The parts of a field between "|"; an empty field has none. */
drg_texts find_tsv_parts(const find_tsv *list, drg_text field);

#endif
