/* SPDX-License-Identifier: Apache-2.0
 * An SQLite database with messages that name the file and the cause, and statements that are prepared once. */
#ifndef STORE_DATABASE_H
#define STORE_DATABASE_H

#include <sqlite3.h>

#include "base/base.h"
#include "store/tables.h"

/* The statements that are no insertion, selection or deletion of a table of tables.h. */
typedef enum store_query {
    STORE_BEGIN,
    STORE_COMMIT,
    STORE_DOCUMENT_BY_ID,
    STORE_DOCUMENT_AFTER,
    STORE_DOCUMENT_INSERT,
    STORE_DOCUMENT_UPDATE,
    STORE_ENGINE_FIND,
    STORE_ENGINE_INSERT,
    STORE_ENGINE_INPUT,
    STORE_QUERY_COUNT
} store_query;

typedef struct store_database {
    sqlite3 *handle;
    char *path; /* for messages */
    sqlite3_stmt *queries[STORE_QUERY_COUNT];
    sqlite3_stmt *inserts[STORE_TABLE_COUNT], *selects[STORE_TABLE_COUNT], *deletes[STORE_TABLE_COUNT];
} store_database;

/* Opens the file, for writing also makes it where `create`. Closed with store_close, also after a failure. */
drg_status store_open(store_database *database, const char *path, bool may_write, bool create, drg_error *error);
void store_close(store_database *database);

/* The status and message for what SQLite said last. */
drg_status store_fail(const store_database *database, int code, drg_error *error);

/* Runs statements that give nothing back. */
drg_status store_run(store_database *database, const char *sql, drg_error *error);
/* The first number that a query gives. */
drg_status store_number(store_database *database, const char *sql, int64_t *ret_number, drg_error *error);

/* A transaction that takes the lock for writing at once. */
drg_status store_begin(store_database *database, drg_error *error);
drg_status store_commit(store_database *database, drg_error *error);
void store_rollback(store_database *database);

/* Prepared statements, reset and without values. */
drg_status store_prepare_query(store_database *database, store_query query, sqlite3_stmt **ret_statement,
                               drg_error *error);
drg_status store_prepare_insert(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error);
drg_status store_prepare_select(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error);
drg_status store_prepare_delete(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error);
/* Resets all of them, after a jump out of memory. */
void store_reset(store_database *database);

/* ---- writing a row: values in the order of the columns, then store_row_end */

typedef struct store_row {
    sqlite3_stmt *statement;
    int column; /* of the last value */
    int code;   /* of the first failure */
} store_row;

void store_put_integer(store_row *row, int64_t value);
void store_put_index(store_row *row, uint32_t index); /* DRG_NONE: NULL */
void store_put_count(store_row *row, int64_t count);  /* negative: NULL */
void store_put_number(store_row *row, double value);
void store_put_null(store_row *row);
void store_put_text(store_row *row, drg_text text);        /* empty: NULL */
void store_put_string(store_row *row, const char *string); /* the same */
void store_put_required(store_row *row, drg_text text);    /* empty: empty */
void store_put_given(store_row *row, drg_text bytes);      /* TEXT, or BLOB when it is no UTF-8 or has NUL bytes */
void store_put_bytes(store_row *row, drg_text bytes);      /* BLOB; no data: NULL */
void store_put_span(store_row *row, drg_span span);

/* Runs the statement to its end. */
drg_status store_row_end(store_database *database, store_row *row, drg_error *error);

#endif
