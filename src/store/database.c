/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a path and SQL. Out: rows, or a message with the file and what is wrong with it.
 *
 * WAL, so that readers see the last whole state while one program writes; synchronous=NORMAL, with which a killed
 * program loses nothing that was committed, and a power cut at most the last commits, never the file's soundness. A
 * database may come from anywhere: statements in it cannot write its inner pages (DEFENSIVE), and we add no functions
 * that its views and triggers could call. (Without trust in the schema, SQLite 3.40 refuses the triggers that keep the
 * full text.)
 */
#include "store/database.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define WAIT_MILLISECONDS 10000 /* for another program's lock */

static const char *const QUERIES[STORE_QUERY_COUNT] = {
    [STORE_BEGIN] = "BEGIN IMMEDIATE",
    [STORE_COMMIT] = "COMMIT",
    [STORE_DOCUMENT_BY_ID] = "SELECT key, id, engine, start, url, publisher, title, author, published, language, "
                             "text, conllu FROM documents WHERE id = ?",
    [STORE_DOCUMENT_AFTER] = "SELECT key, id, engine, start, url, publisher, title, author, published, language, "
                             "text, conllu FROM documents WHERE key > ? ORDER BY key LIMIT 1",
    [STORE_DOCUMENT_INSERT] = "INSERT INTO documents (id, engine, start, url, publisher, title, author, published, "
                              "language, text, conllu) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [STORE_DOCUMENT_UPDATE] = "UPDATE documents SET id = ?1, engine = ?2, start = ?3, url = ?4, publisher = ?5, "
                              "title = ?6, author = ?7, published = ?8, language = ?9, text = ?10, conllu = ?11 "
                              "WHERE key = ?12",
    [STORE_ENGINE_FIND] = "SELECT key FROM engines WHERE program = ? AND record = ? AND data = ? AND models = ?",
    [STORE_ENGINE_INSERT] = "INSERT INTO engines (program, record, data, models) VALUES (?, ?, ?, ?)",
    [STORE_ENGINE_INPUT] = "INSERT INTO engine_inputs (engine, name, sha256) VALUES (?, ?, ?)",
};

/* ---------------------------------------------------------------- errors */

/* What the system said, where that is known. */
static const char *cause(const store_database *database, const char *otherwise)
{
    int code = database->handle ? sqlite3_system_errno(database->handle) : 0;
    return code ? strerror(code) : otherwise;
}

drg_status store_fail(const store_database *database, int code, drg_error *error)
{
    const char *path = database->path, *message = database->handle ? sqlite3_errmsg(database->handle) : "";
    switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return base_fail(error, DRG_ERROR_IO, "%s: is locked: another program writes to it", path);
    case SQLITE_FULL: return base_fail(error, DRG_ERROR_IO, "%s: cannot be written: the disk is full", path);
    case SQLITE_READONLY:
    case SQLITE_PERM: return base_fail(error, DRG_ERROR_IO, "%s: cannot be written: it is read-only", path);
    case SQLITE_CANTOPEN:
        return base_fail(error, DRG_ERROR_IO, "%s: cannot be opened: %s", path, cause(database, message));
    case SQLITE_IOERR:
        return base_fail(error, DRG_ERROR_IO, "%s: cannot be read or written: %s", path, cause(database, message));
    case SQLITE_NOTADB: return base_fail(error, DRG_ERROR_FORMAT, "%s: is no SQLite database", path);
    case SQLITE_NOMEM: return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", path);
    case SQLITE_TOOBIG: return base_fail(error, DRG_ERROR_LIMIT, "%s: a value is too large for it", path);
    default: return base_fail(error, DRG_ERROR_FORMAT, "%s: the record is damaged: %s", path, message);
    }
}

/* ---------------------------------------------------------------- opening */

/* A file in a folder where nothing can be written, and without a log beside it: SQLite cannot make the log's index
 * there, and need not. */
static bool is_still(const char *path)
{
    size_t size = strlen(path);
    char *log = malloc(size + sizeof "-wal");
    if (!log) return false;
    memcpy(log, path, size);
    memcpy(log + size, "-wal", sizeof "-wal");
    bool still = access(path, R_OK) == 0 && access(log, F_OK) != 0;
    free(log);
    return still;
}

/* "file:" with the path's special bytes as %HH, and that nobody changes it. */
static char *immutable_address(const char *path)
{
    static const char END[] = "?immutable=1";
    char *address = malloc(strlen(path) * 3 + sizeof "file:" + sizeof END), *at = address;
    if (!address) return NULL;
    at += sprintf(at, "file:");
    for (; *path; path++)
        at += *path == '%' || *path == '?' || *path == '#' ? sprintf(at, "%%%02X", (unsigned)(unsigned char)*path)
                                                           : sprintf(at, "%c", *path);
    memcpy(at, END, sizeof END);
    return address;
}

static int open_handle(store_database *database, const char *name, int flags)
{
    sqlite3_close(database->handle);
    database->handle = NULL;
    int code = sqlite3_open_v2(name, &database->handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code != SQLITE_OK) return code;
    sqlite3_busy_timeout(database->handle, WAIT_MILLISECONDS);
    sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    /* The first look at the file: only now does it show what it is. */
    return sqlite3_exec(database->handle, "SELECT 1 FROM sqlite_schema LIMIT 1", NULL, NULL, NULL);
}

static int open_reading(store_database *database, const char *path)
{
    int code = open_handle(database, path, SQLITE_OPEN_READONLY);
    bool shut_out = (code & 0xFF) == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_READONLY;
    if (!shut_out || !is_still(path)) return code;
    char *address = immutable_address(path);
    code = address ? open_handle(database, address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI) : SQLITE_NOMEM;
    free(address);
    return code;
}

drg_status store_open(store_database *database, const char *path, bool may_write, bool create, drg_error *error)
{
    *database = (store_database){0};
    database->path = strdup(path);
    if (!database->path) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to open it", path);
    int code = may_write ? open_handle(database, path, SQLITE_OPEN_READWRITE | (create ? SQLITE_OPEN_CREATE : 0))
                         : open_reading(database, path);
    if (code != SQLITE_OK) return store_fail(database, code, error);
    if (may_write && sqlite3_db_readonly(database->handle, "main") == 1)
        return store_fail(database, SQLITE_READONLY, error); /* SQLite falls back to reading without a word */
    return store_run(database, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY",
                     error);
}

static void finalize(sqlite3_stmt **statements, size_t count)
{
    for (size_t i = 0; i < count; i++) sqlite3_finalize(statements[i]);
}

void store_close(store_database *database)
{
    finalize(database->queries, STORE_QUERY_COUNT);
    finalize(database->inserts, STORE_TABLE_COUNT);
    finalize(database->selects, STORE_TABLE_COUNT);
    finalize(database->deletes, STORE_TABLE_COUNT);
    sqlite3_close(database->handle);
    free(database->path);
    *database = (store_database){0};
}

/* ---------------------------------------------------------------- statements */

drg_status store_run(store_database *database, const char *sql, drg_error *error)
{
    int code = sqlite3_exec(database->handle, sql, NULL, NULL, NULL);
    return code == SQLITE_OK ? DRG_OK : store_fail(database, code, error);
}

drg_status store_number(store_database *database, const char *sql, int64_t *ret_number, drg_error *error)
{
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database->handle, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    int64_t number = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    drg_status status = code == SQLITE_ROW ? DRG_OK : store_fail(database, code, error);
    sqlite3_finalize(statement);
    if (status == DRG_OK) *ret_number = number;
    return status;
}

static drg_status prepare(store_database *database, sqlite3_stmt **statement, const char *sql, drg_error *error)
{
    if (*statement) {
        sqlite3_reset(*statement);
        sqlite3_clear_bindings(*statement);
        return DRG_OK;
    }
    int code = sqlite3_prepare_v3(database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL);
    return code == SQLITE_OK ? DRG_OK : store_fail(database, code, error);
}

drg_status store_prepare_query(store_database *database, store_query query, sqlite3_stmt **ret_statement,
                               drg_error *error)
{
    drg_status status = prepare(database, &database->queries[query], QUERIES[query], error);
    *ret_statement = database->queries[query];
    return status;
}

enum { SQL_SIZE = 1024 }; /* the longest insertion has about 400 bytes */

drg_status store_prepare_insert(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error)
{
    char sql[SQL_SIZE] = "";
    const store_shape *shape = &STORE_TABLES[table];
    if (!database->inserts[table]) {
        size_t used = (size_t)snprintf(sql, sizeof sql, "INSERT INTO %s (document, %s) VALUES (?, ?", shape->name,
                                       shape->columns);
        for (const char *at = shape->columns; *at; at++)
            if (*at == ',') used += (size_t)snprintf(sql + used, sizeof sql - used, ", ?");
        snprintf(sql + used, sizeof sql - used, ")");
    }
    drg_status status = prepare(database, &database->inserts[table], sql, error);
    *ret_statement = database->inserts[table];
    return status;
}

drg_status store_prepare_select(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error)
{
    char sql[SQL_SIZE];
    const store_shape *shape = &STORE_TABLES[table];
    snprintf(sql, sizeof sql, "SELECT %s FROM %s WHERE document = ? ORDER BY %s", shape->columns, shape->name,
             shape->order);
    drg_status status = prepare(database, &database->selects[table], sql, error);
    *ret_statement = database->selects[table];
    return status;
}

drg_status store_prepare_delete(store_database *database, store_table table, sqlite3_stmt **ret_statement,
                                drg_error *error)
{
    char sql[SQL_SIZE];
    snprintf(sql, sizeof sql, "DELETE FROM %s WHERE document = ?", STORE_TABLES[table].name);
    drg_status status = prepare(database, &database->deletes[table], sql, error);
    *ret_statement = database->deletes[table];
    return status;
}

static void reset(sqlite3_stmt **statements, size_t count)
{
    for (size_t i = 0; i < count; i++) sqlite3_reset(statements[i]);
}

void store_reset(store_database *database)
{
    reset(database->queries, STORE_QUERY_COUNT);
    reset(database->inserts, STORE_TABLE_COUNT);
    reset(database->selects, STORE_TABLE_COUNT);
    reset(database->deletes, STORE_TABLE_COUNT);
}

/* ---------------------------------------------------------------- transactions */

static drg_status step_query(store_database *database, store_query query, drg_error *error)
{
    sqlite3_stmt *statement;
    drg_status status = store_prepare_query(database, query, &statement, error);
    if (status != DRG_OK) return status;
    store_row row = {.statement = statement};
    return store_row_end(database, &row, error);
}

drg_status store_begin(store_database *database, drg_error *error)
{
    return step_query(database, STORE_BEGIN, error);
}

drg_status store_commit(store_database *database, drg_error *error)
{
    return step_query(database, STORE_COMMIT, error);
}

void store_rollback(store_database *database)
{
    store_reset(database);
    if (database->handle && !sqlite3_get_autocommit(database->handle))
        sqlite3_exec(database->handle, "ROLLBACK", NULL, NULL, NULL);
}
