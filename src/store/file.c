/* SPDX-License-Identifier: Apache-2.0
 *
 * The record file as callers see it (dragoman.h): opened, filled document by document, walked through.
 *
 * Documents are written in batches, each one transaction: a transaction for each document would spend more on the log
 * than on the rows. A batch ends when it is large, or when the last one ended a fifth of a second ago, so that a slow
 * feed is stored as it comes. A document is never split, hence a program may be killed at any instant: what the file
 * then lacks are whole documents, and the next run finds out which.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "store/schema.h"
#include "store/store.h"

#define BATCH_DOCUMENTS 256
#define BATCH_BYTES ((size_t)8 << 20)
#define BATCH_SECONDS 0.2

static double now(void)
{
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* ---------------------------------------------------------------- opening */

/* The shape is looked at before anything is written, so that a foreign database stays as it is. */
static drg_status prepare_file(drg_record *record, drg_error *error)
{
    drg_status status = store_schema_check(&record->database, record->may_write, error);
    if (status != DRG_OK || !record->may_write) return status;
    return store_run(&record->database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", error);
}

drg_status drg_record_open(const char *file, drg_access access, drg_record **ret_record, drg_error *error)
{
    drg_record *record = calloc(1, sizeof *record);
    if (!record) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory to open it", file);
    record->may_write = access != DRG_ACCESS_READ;
    base_arena_open(&record->scratch, 0, NULL);
    record->committed = now();
    drg_status status = store_open(&record->database, file, record->may_write, access == DRG_ACCESS_CREATE, error);
    if (status == DRG_OK) status = prepare_file(record, error);
    if (status == DRG_OK)
        *ret_record = record;
    else
        drg_record_close(record);
    return status;
}

void drg_record_close(drg_record *record)
{
    if (!record) return;
    if (record->in_batch) store_rollback(&record->database);
    store_close(&record->database);
    base_arena_close(&record->memory);
    base_arena_close(&record->scratch);
    free(record);
}

/* ---------------------------------------------------------------- the engine */

static bool is_model(drg_text name)
{
    return base_text_starts(name, BASE_LITERAL("models/"));
}

/* A hash over the names and checksums of the models, or of all else. */
static void hash_inputs(drg_record *record, bool models, char ret_hash[17])
{
    size_t size = 0, used = 0;
    for (size_t i = 0; i < record->input_count; i++)
        size += record->inputs[i].name.size + record->inputs[i].sha256.size + 2;
    char *bytes = base_arena_take(&record->memory, size + 1);
    for (size_t i = 0; i < record->input_count; i++) {
        const store_input *input = &record->inputs[i];
        if (is_model(input->name) != models) continue;
        memcpy(bytes + used, input->name.data, input->name.size);
        used += input->name.size;
        bytes[used++] = ' ';
        memcpy(bytes + used, input->sha256.data, input->sha256.size);
        used += input->sha256.size;
        bytes[used++] = '\n';
    }
    snprintf(ret_hash, 17, "%016" PRIx64, base_text_hash((drg_text){bytes, used}));
}

drg_status store_use_engine(drg_record *record, const store_input *inputs, size_t input_count, drg_error *error)
{
    jmp_buf escape;
    base_arena_close(&record->memory);
    base_arena_open(&record->memory, 0, &escape);
    record->has_engine = false;
    record->engine = 0;
    if (setjmp(escape)) {
        record->memory.escape = NULL;
        return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", record->database.path);
    }
    record->inputs = BASE_ARRAY(&record->memory, store_input, input_count + 1);
    record->input_count = input_count;
    for (size_t i = 0; i < input_count; i++) {
        record->inputs[i].name = base_text_copy(&record->memory, inputs[i].name);
        record->inputs[i].sha256 = base_text_copy(&record->memory, inputs[i].sha256);
    }
    hash_inputs(record, false, record->data);
    hash_inputs(record, true, record->models);
    record->memory.escape = NULL;
    record->has_engine = true;
    return DRG_OK;
}

static void put_engine(const drg_record *record, store_row *row)
{
    store_put_string(row, DRG_VERSION);
    store_put_integer(row, DRG_RECORD_VERSION);
    store_put_string(row, record->data);
    store_put_string(row, record->models);
}

/* The key of the row for what codes now; 0 when there is none. */
static drg_status find_engine(drg_record *record, drg_error *error)
{
    sqlite3_stmt *statement;
    drg_status status = store_prepare_query(&record->database, STORE_ENGINE_FIND, &statement, error);
    if (status != DRG_OK) return status;
    store_row row = {.statement = statement};
    put_engine(record, &row);
    int code = row.code == SQLITE_OK ? sqlite3_step(statement) : row.code;
    record->engine = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    if (code != SQLITE_ROW && code != SQLITE_DONE) status = store_fail(&record->database, code, error);
    sqlite3_reset(statement);
    return status;
}

static drg_status add_engine(drg_record *record, drg_error *error)
{
    sqlite3_stmt *statement;
    drg_status status = store_prepare_query(&record->database, STORE_ENGINE_INSERT, &statement, error);
    if (status != DRG_OK) return status;
    store_row engine = {.statement = statement};
    put_engine(record, &engine);
    status = store_row_end(&record->database, &engine, error);
    int64_t key = sqlite3_last_insert_rowid(record->database.handle);
    for (size_t i = 0; i < record->input_count && status == DRG_OK; i++) {
        status = store_prepare_query(&record->database, STORE_ENGINE_INPUT, &statement, error);
        if (status != DRG_OK) break;
        store_row input = {.statement = statement};
        store_put_integer(&input, key);
        store_put_required(&input, record->inputs[i].name);
        store_put_required(&input, record->inputs[i].sha256);
        status = store_row_end(&record->database, &input, error);
    }
    if (status == DRG_OK) record->engine = key;
    return status;
}

/* ---------------------------------------------------------------- batches */

static drg_status begin_batch(drg_record *record, drg_error *error)
{
    if (record->in_batch) return DRG_OK;
    drg_status status = store_begin(&record->database, error);
    if (status != DRG_OK) return status;
    record->in_batch = true;
    record->noted = false;
    record->batch_documents = record->batch_bytes = 0;
    record->engine = 0; /* another program may have changed the file since */
    return DRG_OK;
}

static void drop_batch(drg_record *record)
{
    store_rollback(&record->database);
    record->in_batch = false;
}

drg_status drg_record_commit(drg_record *record, drg_error *error)
{
    if (!record->in_batch) return DRG_OK;
    drg_status status = store_commit(&record->database, error);
    record->committed = now();
    if (status == DRG_OK)
        record->in_batch = false;
    else
        drop_batch(record);
    return status;
}

static drg_status end_batch(drg_record *record, size_t bytes, drg_error *error)
{
    record->batch_documents++;
    record->batch_bytes += bytes;
    bool due = record->batch_documents >= BATCH_DOCUMENTS || record->batch_bytes >= BATCH_BYTES ||
               now() - record->committed >= BATCH_SECONDS;
    return due ? drg_record_commit(record, error) : DRG_OK;
}

/* ---------------------------------------------------------------- putting a document */

static const char *start_name(bool is_conllu, drg_conllu_use use)
{
    return !is_conllu ? "text" : use == DRG_CONLLU_TREES ? "trees" : "tokens";
}

static bool column_is(sqlite3_stmt *row, int column, drg_text text)
{
    return base_text_equal(store_column(row, column), text);
}

/* Is the row what the source gives? Of CoNLL-U the text follows from it. */
static bool is_same(sqlite3_stmt *row, const drg_source *source, drg_text conllu, drg_conllu_use use)
{
    return column_is(row, STORE_START, base_text_from(start_name(conllu.size != 0, use))) &&
           column_is(row, STORE_URL, source->url) && column_is(row, STORE_PUBLISHER, source->publisher) &&
           column_is(row, STORE_TITLE, source->title) && column_is(row, STORE_AUTHOR, source->author) &&
           column_is(row, STORE_PUBLISHED, source->published) && column_is(row, STORE_LANGUAGE, source->language) &&
           column_is(row, STORE_CONLLU, conllu) && (conllu.size || column_is(row, STORE_TEXT, source->text));
}

/* Stands at the document's row, if there is one: *ret_row is then for the caller to reset. */
static drg_status find_document(drg_record *record, drg_text id, sqlite3_stmt **ret_row, drg_error *error)
{
    sqlite3_stmt *statement;
    *ret_row = NULL;
    drg_status status = store_prepare_query(&record->database, STORE_DOCUMENT_BY_ID, &statement, error);
    if (status != DRG_OK) return status;
    store_row row = {.statement = statement};
    store_put_required(&row, id);
    int code = row.code == SQLITE_OK ? sqlite3_step(statement) : row.code;
    if (code == SQLITE_ROW) {
        *ret_row = statement;
        return DRG_OK;
    }
    status = code == SQLITE_DONE ? DRG_OK : store_fail(&record->database, code, error);
    sqlite3_reset(statement);
    return status;
}

static drg_status look_up(drg_record *record, drg_text id, const drg_source *source, drg_text conllu,
                          drg_conllu_use use, drg_presence *ret_presence, int64_t *ret_key, drg_error *error)
{
    sqlite3_stmt *row;
    drg_status status = find_document(record, id, &row, error);
    if (status != DRG_OK) return status;
    *ret_presence = !row ? DRG_ABSENT : is_same(row, source, conllu, use) ? DRG_PRESENT : DRG_PRESENT_OTHERWISE;
    *ret_key = row ? sqlite3_column_int64(row, STORE_KEY) : 0;
    if (row) sqlite3_reset(row);
    return DRG_OK;
}

static drg_status find_item(drg_record *record, const drg_item *item, drg_presence *ret_presence, drg_error *error)
{
    jmp_buf escape;
    int64_t key;
    base_arena_reset(&record->scratch);
    record->scratch.escape = &escape;
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", record->database.path);
    if (item->conllu.size && !item->source.id.size) {
        *ret_presence = DRG_ABSENT; /* its id hashes a text that is not put together yet */
        return DRG_OK;
    }
    drg_text id = record_document_id(&record->scratch, &item->source);
    return look_up(record, id, &item->source, item->conllu, item->conllu_use, ret_presence, &key, error);
}

drg_status drg_record_find(drg_record *record, const drg_item *item, drg_presence *ret_presence, drg_error *error)
{
    drg_status status = find_item(record, item, ret_presence, error);
    record->scratch.escape = NULL;
    return status;
}

/* Writes or rewrites the row of `documents`; *key is 0 for a new one. */
static drg_status put_document(drg_record *record, const drg_document *document, int64_t *key, drg_error *error)
{
    const drg_source *source = &document->source;
    sqlite3_stmt *statement;
    drg_status status =
        store_prepare_query(&record->database, *key ? STORE_DOCUMENT_UPDATE : STORE_DOCUMENT_INSERT, &statement, error);
    if (status != DRG_OK) return status;
    store_row row = {.statement = statement};
    store_put_required(&row, document->id);
    store_put_integer(&row, record->engine);
    store_put_string(&row, start_name(document->conllu.size != 0, document->conllu_use));
    store_put_given(&row, source->url);
    store_put_given(&row, source->publisher);
    store_put_given(&row, source->title);
    store_put_given(&row, source->author);
    store_put_given(&row, source->published);
    store_put_given(&row, source->language);
    store_put_bytes(&row, source->text.data ? source->text : BASE_LITERAL(""));
    store_put_bytes(&row, document->conllu.size ? document->conllu : (drg_text){0});
    if (*key) store_put_integer(&row, *key);
    status = store_row_end(&record->database, &row, error);
    if (status == DRG_OK && !*key) *key = sqlite3_last_insert_rowid(record->database.handle);
    return status;
}

static drg_status put_in_batch(drg_record *record, const drg_document *document, bool replace,
                               drg_presence *ret_presence, drg_error *error)
{
    int64_t key = 0;
    drg_status status = look_up(record, document->id, &document->source, document->conllu, document->conllu_use,
                                ret_presence, &key, error);
    if (status != DRG_OK || (*ret_presence != DRG_ABSENT && !replace)) return status;
    if (!record->engine) status = find_engine(record, error);
    if (status == DRG_OK && !record->engine) status = add_engine(record, error);
    if (status == DRG_OK && !record->noted)
        status = store_run(&record->database, "INSERT OR REPLACE INTO gathering VALUES (1, 1)", error);
    record->noted = status == DRG_OK;
    if (status == DRG_OK && key) status = store_delete_rows(&record->database, key, error);
    if (status == DRG_OK) status = put_document(record, document, &key, error);
    return status == DRG_OK ? store_save_rows(&record->database, key, document, error) : status;
}

drg_status drg_record_put(drg_record *record, const drg_document *document, bool replace, drg_presence *ret_presence,
                          drg_error *error)
{
    drg_presence presence = DRG_ABSENT;
    if (!record->may_write || !record->has_engine)
        return base_fail(error, DRG_ERROR_USAGE, "%s: %s", record->database.path,
                         record->may_write ? "no engine was named before a document was put"
                                           : "was opened for reading");
    drg_status status = begin_batch(record, error);
    if (status != DRG_OK) return status;
    status = put_in_batch(record, document, replace, &presence, error);
    if (status == DRG_OK) status = end_batch(record, document->source.text.size, error);
    if (status != DRG_OK) {
        drop_batch(record);
        return status;
    }
    *ret_presence = presence;
    return DRG_OK;
}

/* ---------------------------------------------------------------- reading */

static drg_status load(drg_record *record, sqlite3_stmt *row, drg_document *document, drg_error *error)
{
    jmp_buf escape;
    base_arena_open(&document->arena, BOUND_DOCUMENT_MEMORY, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", record->database.path);
    return store_load_document(&record->database, row, document, error);
}

drg_status drg_record_load(drg_record *record, drg_text id, drg_document **ret_document, drg_error *error)
{
    sqlite3_stmt *row;
    drg_status status = find_document(record, id, &row, error);
    if (status != DRG_OK) return status;
    if (!row)
        return base_fail(error, DRG_ERROR_USAGE, "%s: has no document %.*s", record->database.path, BASE_PRINT(id));
    drg_document *document = calloc(1, sizeof *document);
    status = document ? load(record, row, document, error)
                      : base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", record->database.path);
    if (document) document->arena.escape = NULL;
    if (status != DRG_OK) {
        store_reset(&record->database); /* a statement may be under way */
        drg_document_close(document);
        return status;
    }
    sqlite3_reset(row);
    *ret_document = document;
    return DRG_OK;
}

/* The row's source with bytes of its own. */
static drg_status copy_item(drg_record *record, sqlite3_stmt *row, drg_item *ret_item, drg_error *error)
{
    jmp_buf escape;
    base_arena *scratch = &record->scratch;
    base_arena_reset(scratch);
    scratch->escape = &escape;
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "%s: no memory", record->database.path);
    drg_item item = {.conllu_use =
                         base_text_is(store_column(row, STORE_START), "trees") ? DRG_CONLLU_TREES : DRG_CONLLU_TOKENS};
    drg_source *source = &item.source;
    drg_text *places[] = {&source->id,     &source->url,       &source->publisher, &source->title,
                          &source->author, &source->published, &source->language,  &source->text};
    static const int COLUMNS[] = {STORE_ID,     STORE_URL,       STORE_PUBLISHER, STORE_TITLE,
                                  STORE_AUTHOR, STORE_PUBLISHED, STORE_LANGUAGE,  STORE_TEXT};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        *places[i] = base_text_copy(scratch, store_column(row, COLUMNS[i]));
    if (store_column(row, STORE_CONLLU).size) item.conllu = base_text_copy(scratch, store_column(row, STORE_CONLLU));
    item.origin = base_text_format(scratch, "%s document %.*s", record->database.path, BASE_PRINT(source->id));
    *ret_item = item;
    return DRG_OK;
}

drg_status drg_record_next(drg_record *record, int64_t *cursor, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    sqlite3_stmt *statement;
    drg_status status = store_prepare_query(&record->database, STORE_DOCUMENT_AFTER, &statement, error);
    if (status != DRG_OK) return status;
    store_row row = {.statement = statement};
    store_put_integer(&row, *cursor);
    int code = row.code == SQLITE_OK ? sqlite3_step(statement) : row.code;
    if (code == SQLITE_ROW) {
        *cursor = sqlite3_column_int64(statement, STORE_KEY);
        status = copy_item(record, statement, ret_item, error);
        record->scratch.escape = NULL;
    } else if (code != SQLITE_DONE) {
        status = store_fail(&record->database, code, error);
    }
    sqlite3_reset(statement);
    if (status == DRG_OK) *ret_end = code == SQLITE_DONE;
    return status;
}

drg_status drg_record_count(drg_record *record, drg_record_counts *ret_counts, drg_error *error)
{
    int64_t documents = 0, events = 0, statements = 0;
    drg_status status = store_number(&record->database, "SELECT count(*) FROM documents", &documents, error);
    if (status == DRG_OK) status = store_number(&record->database, "SELECT count(*) FROM events", &events, error);
    if (status == DRG_OK)
        status = store_number(&record->database, "SELECT count(*) FROM statements", &statements, error);
    if (status == DRG_OK)
        *ret_counts = (drg_record_counts){(uint64_t)documents, (uint64_t)events, (uint64_t)statements};
    return status;
}
