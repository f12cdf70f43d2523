/* SPDX-License-Identifier: Apache-2.0
 *
 * In: values in the order of a statement's columns. Out: a row. The first failure is kept and told at the end, so that
 * a row is written without a question after each value. */
#include "store/database.h"

static void note(store_row *row, int code)
{
    if (row->code == SQLITE_OK) row->code = code;
}

void store_put_integer(store_row *row, int64_t value)
{
    note(row, sqlite3_bind_int64(row->statement, ++row->column, value));
}

void store_put_index(store_row *row, uint32_t index)
{
    if (index == DRG_NONE)
        store_put_null(row);
    else
        store_put_integer(row, index);
}

void store_put_count(store_row *row, int64_t count)
{
    if (count < 0)
        store_put_null(row);
    else
        store_put_integer(row, count);
}

void store_put_number(store_row *row, double value)
{
    note(row, sqlite3_bind_double(row->statement, ++row->column, value));
}

void store_put_null(store_row *row)
{
    row->column++; /* what is not bound is NULL */
}

void store_put_required(store_row *row, drg_text text)
{
    note(row, sqlite3_bind_text64(row->statement, ++row->column, text.data ? text.data : "", text.size, SQLITE_STATIC,
                                  SQLITE_UTF8));
}

void store_put_text(store_row *row, drg_text text)
{
    if (text.size)
        store_put_required(row, text);
    else
        store_put_null(row);
}

void store_put_string(store_row *row, const char *string)
{
    store_put_text(row, base_text_from(string));
}

void store_put_bytes(store_row *row, drg_text bytes)
{
    if (bytes.data)
        note(row, sqlite3_bind_blob64(row->statement, ++row->column, bytes.data, bytes.size, SQLITE_STATIC));
    else
        store_put_null(row);
}

void store_put_given(store_row *row, drg_text bytes)
{
    if (bytes.size && (base_utf8_broken(bytes, 0) < bytes.size || memchr(bytes.data, '\0', bytes.size)))
        store_put_bytes(row, bytes);
    else
        store_put_text(row, bytes);
}

void store_put_span(store_row *row, drg_span span)
{
    store_put_integer(row, span.begin);
    store_put_integer(row, span.end);
}

drg_status store_row_end(store_database *database, store_row *row, drg_error *error)
{
    int code = row->code;
    if (code == SQLITE_OK) code = sqlite3_step(row->statement);
    drg_status status = code == SQLITE_DONE ? DRG_OK : store_fail(database, code, error);
    sqlite3_reset(row->statement);
    return status;
}
