/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a record, a question and a filter. Out: a table whose rows all name the words that they were read from.
 *
 * A view is asked in one read transaction, so that all its queries see the same state of the file while another program
 * writes. What the filter names is first resolved to small temporary tables (view_filter.c), then the things of a kind
 * are found by an index, the latest first, and only as many as the limit asks for are looked up in full: the time of a
 * view depends on the rows that it shows, not on those of the record. The transaction is rolled back at the end, and
 * the temporary tables go with it.
 */
#include "store/view.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* ---------------------------------------------------------------- failing */

void view_fail(view_maker *maker, drg_status status, const char *format, ...)
{
    char message[sizeof((drg_error *)0)->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    maker->status = base_fail(maker->error, status, "%s: %s", maker->database->path, message);
    longjmp(maker->escape, 1);
}

static _Noreturn void fail_query(view_maker *maker, int code)
{
    maker->status = store_fail(maker->database, code, maker->error);
    longjmp(maker->escape, 1);
}

/* ---------------------------------------------------------------- asking */

sqlite3_stmt *view_statement(view_maker *maker, const char *sql)
{
    for (size_t i = 0; i < maker->statement_count; i++) {
        if (maker->statements[i].sql != sql) continue;
        sqlite3_reset(maker->statements[i].statement);
        sqlite3_clear_bindings(maker->statements[i].statement);
        return maker->statements[i].statement;
    }
    if (maker->statement_count == VIEW_STATEMENTS) view_fail(maker, DRG_ERROR_LIMIT, "too many queries for one view");
    view_cached *place = &maker->statements[maker->statement_count];
    *place = (view_cached){.sql = sql};
    int code = sqlite3_prepare_v2(maker->database->handle, sql, -1, &place->statement, NULL);
    if (code != SQLITE_OK) fail_query(maker, code);
    maker->statement_count++;
    return place->statement;
}

void view_bind_integer(view_maker *maker, sqlite3_stmt *statement, int place, int64_t value)
{
    int code = sqlite3_bind_int64(statement, place, value);
    if (code != SQLITE_OK) fail_query(maker, code);
}

void view_bind_text(view_maker *maker, sqlite3_stmt *statement, int place, drg_text text)
{
    int code = sqlite3_bind_text64(statement, place, text.data ? text.data : "", text.size, SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) fail_query(maker, code);
}

bool view_step(view_maker *maker, sqlite3_stmt *statement)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail_query(maker, code);
    sqlite3_reset(statement);
    return false;
}

void view_run(view_maker *maker, const char *sql)
{
    int code = sqlite3_exec(maker->database->handle, sql, NULL, NULL, NULL);
    if (code != SQLITE_OK) fail_query(maker, code);
}

int64_t view_integer(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_int64(statement, column);
}

bool view_is_null(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL;
}

drg_text view_text(view_maker *maker, sqlite3_stmt *statement, int column)
{
    return view_is_null(statement, column) ? (drg_text){0}
                                           : base_text_copy(maker->arena, store_column(statement, column));
}

/* A damaged record may hold any number. */
static uint32_t offset_of(sqlite3_stmt *statement, int column)
{
    int64_t value = sqlite3_column_int64(statement, column);
    return value < 0 || value >= DRG_NONE ? DRG_NONE : (uint32_t)value;
}

view_source view_source_at(sqlite3_stmt *statement, int column)
{
    return (view_source){.document = sqlite3_column_int64(statement, column),
                         .sentence = sqlite3_column_int64(statement, column + 1),
                         .span = {offset_of(statement, column + 2), offset_of(statement, column + 3)}};
}

/* ---------------------------------------------------------------- text */

void view_add(view_maker *maker, view_words *words, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) base_push(maker->arena, words) = text.data[i];
}

void view_add_string(view_maker *maker, view_words *words, const char *string)
{
    view_add(maker, words, base_text_from(string));
}

void view_join(view_maker *maker, view_words *words, const char *between, drg_text text)
{
    if (!text.size) return;
    if (words->count) view_add_string(maker, words, between);
    view_add(maker, words, text);
}

drg_text view_done(const view_words *words)
{
    return (drg_text){words->items, words->count};
}

/* Line ends and runs of blanks in a wording as one blank. */
static drg_text one_line(view_maker *maker, drg_text text)
{
    char *line = base_arena_take(maker->arena, text.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < text.size; i++) {
        bool blank = text.data[i] == ' ' || (unsigned char)text.data[i] < 0x20;
        if (blank && (!size || line[size - 1] == ' ')) continue;
        line[size++] = blank ? ' ' : text.data[i];
    }
    while (size && line[size - 1] == ' ') size--;
    return (drg_text){line, size};
}

static const char WORDING[] = "SELECT substr(text, ?2 + 1, ?3 - ?2) FROM documents WHERE key = ?1";

drg_text view_wording(view_maker *maker, int64_t document, drg_span span)
{
    if (span.end <= span.begin) return (drg_text){0};
    sqlite3_stmt *statement = view_statement(maker, WORDING);
    view_bind_integer(maker, statement, 1, document);
    view_bind_integer(maker, statement, 2, span.begin);
    view_bind_integer(maker, statement, 3, span.end);
    drg_text words = view_step(maker, statement) ? one_line(maker, store_column(statement, 0)) : (drg_text){0};
    sqlite3_reset(statement);
    return words;
}

/* ---------------------------------------------------------------- rows */

void view_columns(view_maker *maker, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) base_push(maker->arena, &maker->columns) = base_text_from(names[i]);
}

static const char SENTENCE[] = "SELECT span_begin, span_end FROM sentences WHERE document = ?1 AND number = ?2";

static void fill_span(view_maker *maker, view_source *source)
{
    if (source->span.end > source->span.begin) return;
    sqlite3_stmt *statement = view_statement(maker, SENTENCE);
    view_bind_integer(maker, statement, 1, source->document);
    view_bind_integer(maker, statement, 2, source->sentence);
    if (view_step(maker, statement)) source->span = (drg_span){offset_of(statement, 0), offset_of(statement, 1)};
    sqlite3_reset(statement);
}

drg_text view_sentence(view_maker *maker, view_source source)
{
    source.span = (drg_span){0};
    fill_span(maker, &source);
    return view_wording(maker, source.document, source.span);
}

static const char REFERENCE[] = "SELECT id, publisher, title, url, published FROM documents WHERE key = ?1";

static drg_reference load_source(view_maker *maker, view_source source)
{
    drg_reference reference = {.sentence = (uint32_t)source.sentence, .span = source.span};
    reference.wording = view_wording(maker, source.document, source.span);
    sqlite3_stmt *statement = view_statement(maker, REFERENCE);
    view_bind_integer(maker, statement, 1, source.document);
    bool there = view_step(maker, statement);
    if (!there || !reference.wording.size)
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: document %lld has no words at %lu to %lu",
                  (long long)source.document, (unsigned long)source.span.begin, (unsigned long)source.span.end);
    reference.document = view_text(maker, statement, 0);
    reference.publisher = view_text(maker, statement, 1);
    reference.title = view_text(maker, statement, 2);
    reference.url = view_text(maker, statement, 3);
    reference.published = view_text(maker, statement, 4);
    sqlite3_reset(statement);
    return reference;
}

uint32_t view_source_index(view_maker *maker, view_source source)
{
    fill_span(maker, &source);
    drg_text key = base_text_format(maker->arena, "%lld %lu %lu", (long long)source.document,
                                    (unsigned long)source.span.begin, (unsigned long)source.span.end);
    uint32_t known = base_map_get(&maker->source_at, key);
    if (known != DRG_NONE) return known;
    drg_reference reference = load_source(maker, source);
    uint32_t index = (uint32_t)maker->sources.count;
    base_push(maker->arena, &maker->sources) = reference;
    base_map_put(maker->arena, &maker->source_at, key, index);
    return index;
}

drg_cell *view_row(view_maker *maker, view_source source)
{
    uint32_t *indexes = BASE_ARRAY(maker->arena, uint32_t, VIEW_SOURCES);
    drg_cell *cells = BASE_ARRAY(maker->arena, drg_cell, maker->columns.count);
    for (size_t i = 0; i < maker->columns.count; i++) cells[i].source = DRG_NONE;
    indexes[0] = view_source_index(maker, source);
    base_push(maker->arena, &maker->rows) = (drg_row){.cells = cells, .sources = {indexes, 1}};
    maker->last_sources = indexes;
    return cells;
}

void view_row_source(view_maker *maker, view_source source)
{
    drg_row *row = &maker->rows.items[maker->rows.count - 1];
    if (row->sources.count == VIEW_SOURCES) return;
    uint32_t index = view_source_index(maker, source);
    for (size_t i = 0; i < row->sources.count; i++)
        if (row->sources.items[i] == index) return;
    maker->last_sources[row->sources.count++] = index;
}

/* ---------------------------------------------------------------- the door */

static void (*const VIEWS[DRG_VIEW_COUNT])(view_maker *maker) = {
    [DRG_VIEW_PROCESSES] = view_processes, [DRG_VIEW_MEETINGS] = view_meetings, [DRG_VIEW_PROPOSALS] = view_proposals,
    [DRG_VIEW_POSITIONS] = view_matrix,    [DRG_VIEW_STANDS] = view_stands,     [DRG_VIEW_STATEMENTS] = view_statements,
    [DRG_VIEW_REVERSALS] = view_reversals, [DRG_VIEW_SILENCE] = view_silence,   [DRG_VIEW_CONFLICTS] = view_conflicts,
    [DRG_VIEW_TRACE] = view_trace,         [DRG_VIEW_TIMELINE] = view_timeline, [DRG_VIEW_DIFF] = view_diff,
    [DRG_VIEW_BRIEF] = view_brief,
};

static const char LAST_DAY[] = "SELECT substr(published, 1, 10) FROM documents WHERE published BETWEEN '0' AND '99999' "
                               "ORDER BY published DESC LIMIT 1";
static const char GATHERED[] = "SELECT EXISTS (SELECT 1 FROM gathered_meetings) OR "
                               "EXISTS (SELECT 1 FROM gathered_proposals) OR EXISTS (SELECT 1 FROM processes)";

static void look_around(view_maker *maker)
{
    maker->limit = maker->filter.limit ? maker->filter.limit : DRG_VIEW_LIMIT;
    sqlite3_stmt *gathered = view_statement(maker, GATHERED), *last = view_statement(maker, LAST_DAY);
    maker->gathered = view_step(maker, gathered) && view_integer(gathered, 0);
    sqlite3_reset(gathered);
    maker->last_day = maker->filter.to;
    if (!maker->last_day.size && view_step(maker, last)) maker->last_day = view_text(maker, last, 0);
    sqlite3_reset(last);
}

static void hand_over(view_maker *maker)
{
    drg_table *table = maker->table;
    table->columns = (drg_texts){maker->columns.items, maker->columns.count};
    table->rows = maker->rows.items;
    table->row_count = maker->rows.count;
    table->sources = maker->sources.items;
    table->source_count = maker->sources.count;
}

/* Apart, because what a function has changed after its setjmp is lost to it after the jump. */
static drg_status fill(view_maker *maker, drg_view view)
{
    maker->arena->escape = &maker->escape;
    if (setjmp(maker->escape))
        return maker->status != DRG_OK
                   ? maker->status
                   : base_fail(maker->error, DRG_ERROR_MEMORY, "%s: no memory for the answer", maker->database->path);
    view_run(maker, "SAVEPOINT view");
    look_around(maker);
    view_choose(maker);
    VIEWS[view](maker);
    hand_over(maker);
    return DRG_OK;
}

static void clean_up(view_maker *maker)
{
    for (size_t i = 0; i < maker->statement_count; i++) sqlite3_finalize(maker->statements[i].statement);
    sqlite3_exec(maker->database->handle, "ROLLBACK TO view; RELEASE view", NULL, NULL, NULL);
    maker->arena->escape = NULL;
}

static bool is_day(drg_text day)
{
    return !day.size || record_day_exists(day);
}

drg_status drg_record_view(drg_record *record, drg_view view, const drg_filter *filter, drg_table **ret_table,
                           drg_error *error)
{
    drg_filter none = {0};
    const drg_filter *asked = filter ? filter : &none;
    if ((unsigned)view >= DRG_VIEW_COUNT) return base_fail(error, DRG_ERROR_USAGE, "there is no view %d", (int)view);
    if (!is_day(asked->from) || !is_day(asked->to) || !is_day(asked->since))
        return base_fail(error, DRG_ERROR_USAGE, "a day is written YYYY-MM-DD");
    view_table *made = calloc(1, sizeof *made);
    view_maker *maker = calloc(1, sizeof *maker);
    drg_status status = DRG_ERROR_MEMORY;
    if (made && maker) {
        base_arena_open(&made->arena, 0, NULL);
        *maker = (view_maker){.database = &record->database,
                              .arena = &made->arena,
                              .filter = *asked,
                              .table = &made->table,
                              .error = error};
        made->table.view = view;
        status = fill(maker, view);
        clean_up(maker);
    } else {
        base_fail(error, DRG_ERROR_MEMORY, "%s: no memory for the answer", record->database.path);
    }
    free(maker);
    if (status == DRG_OK)
        *ret_table = &made->table;
    else if (made)
        drg_table_close(&made->table);
    return status;
}

void drg_table_close(drg_table *table)
{
    if (!table) return;
    view_table *made = (view_table *)table;
    base_arena_close(&made->arena);
    free(made);
}
