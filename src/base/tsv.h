/* SPDX-License-Identifier: Apache-2.0
 * Tab-separated lists: lines of a fixed number of fields, "#" lines are remarks. */
#ifndef BASE_TSV_H
#define BASE_TSV_H

#include "base/bounds.h"
#include "base/error.h"
#include "base/text.h"

#define BASE_TSV_COLUMNS 20 /* most columns of a list */

/* One list while it is read. `line` is the line of the fields that base_tsv_next gave last. */
typedef struct base_tsv {
    base_arena *arena;
    const char *file; /* "actors/countries.tsv", for messages */
    const char *const *columns;
    size_t column_count;
    drg_text rest;
    size_t line;
    drg_text fields[BASE_TSV_COLUMNS];
    drg_error *error;
} base_tsv;

/* Opens `folder`/`file`; `columns` are the names of its columns, NULL at the end. */
drg_status base_tsv_open(base_tsv *list, base_arena *arena, const char *folder, const char *file,
                         const char *const *columns, drg_error *error);

/* Opens `path`, of at most `limit` bytes. */
drg_status base_tsv_open_path(base_tsv *list, base_arena *arena, const char *path, const char *const *columns,
                              size_t limit, drg_error *error);

/* The next line's fields, trimmed; *ret_end at the end of the list. A line with another number of fields, a field that
 * is not UTF-8, is an error. */
drg_status base_tsv_next(base_tsv *list, bool *ret_end);

/* DRG_ERROR_FORMAT: "FILE line N: COLUMN 'VALUE': expected EXPECTED". */
drg_status base_tsv_wrong(const base_tsv *list, size_t column, drg_text value, const char *expected);

/* The parts of a field between "|"; an empty field has none. */
drg_texts base_tsv_parts(const base_tsv *list, drg_text field);

#endif
