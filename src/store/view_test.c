/* SPDX-License-Identifier: Apache-2.0
 * Views: no row without words of a document behind it, whatever the record holds; and running out of memory or a
 * damaged record is an error with a message. What the views show is tested by tests/command/views.sh and briefs.sh. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../tests/random.h"

#include "store/view.h"

#define HARMS 150

static char path[] = "/tmp/dragoman-view-XXXXXX";

static const char ROWS[] =
    "INSERT INTO engines (program, record, data, models) VALUES ('0', 1, 'd', 'm');"
    "INSERT INTO documents (key, id, engine, start, published, text) VALUES "
    "(1, 'one', 1, 'text', '2031-03-01', CAST('Avalon rejects the accord. Brevia will meet Avalon.' AS BLOB)),"
    "(2, 'two', 1, 'text', '2031-03-05', CAST('Avalon accepts the accord.' AS BLOB));"
    "INSERT INTO sentences VALUES (1, 0, 'text', 0, 0, 26), (1, 1, 'text', 0, 27, 51), (2, 0, 'text', 0, 0, 26);"
    "INSERT INTO actors VALUES (1, 0, 'ava', 'Avalon', 'state', 'AVA', 'GOV', 1, 0, 0, 6),"
    "(1, 1, 'bre', 'Brevia', 'state', 'BRE', 'GOV', 1, 1, 27, 33), (2, 0, 'ava', 'Avalon', 'state', 'AVA', 'GOV', 1, "
    "0, 0, 6);"
    "INSERT INTO mentions VALUES (1, 0, 0, 'name', 'AVA', 'GOV', NULL, 0, 0, 6), (1, 1, 1, 'name', 'BRE', 'GOV', NULL, "
    "1, 27, 33),"
    "(1, 2, 0, 'name', 'AVA', 'GOV', NULL, 1, 44, 50), (2, 0, 0, 'name', 'AVA', 'GOV', NULL, 0, 0, 6);"
    "INSERT INTO proposals VALUES (1, 0, 'p1', NULL, NULL, NULL, NULL, 0, 15, 25), (2, 0, 'p2', NULL, NULL, NULL, "
    "NULL, 0, 15, 25);"
    "INSERT INTO proposal_terms VALUES (1, 0, 0, 'ceasefire', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 25);"
    "INSERT INTO positions VALUES (1, 0, 'o1', 0, 'rejects', 0, NULL, 0, 0, 0, 0, NULL, NULL, 0, 0, 25),"
    "(2, 0, 'o2', 0, 'accepts', 0, NULL, 0, 0, 0, 0, NULL, NULL, 0, 0, 25);"
    "INSERT INTO meetings VALUES (1, 0, 'm1', 'ministerial', NULL, NULL, 'planned', 0, 0, 1, 34, 43);"
    "INSERT INTO meeting_people VALUES (1, 0, 0, 1, 'party', 'invited', NULL, 1, 34, 43), (1, 0, 1, 2, 'party', "
    "'invited', NULL, 1, 34, 43);"
    "INSERT INTO statements (document, number, id, speaker, speaker_begin, speaker_end, verb, verb_begin, verb_end, "
    "direct, sentence, "
    "span_begin, span_end, stance) VALUES (1, 0, 's1', 0, 0, 6, 'reject', 7, 14, 0, 0, 15, 25, 'rejects');";

static drg_record *open_record(void)
{
    drg_error error = {""};
    drg_record *record = NULL;
    if (drg_record_open(path, DRG_ACCESS_CREATE, &record, &error) != DRG_OK) fail_msg("%s", error.message);
    return record;
}

static void run(drg_record *record, const char *sql)
{
    drg_error error = {""};
    if (store_run(&record->database, sql, &error) != DRG_OK) fail_msg("%s", error.message);
}

static int setup(void **state)
{
    int file = mkstemp(path);
    if (file < 0) return -1;
    close(file);
    drg_record *record = open_record();
    run(record, ROWS);
    *state = record;
    return 0;
}

static int teardown(void **state)
{
    char name[64];
    drg_record_close(*state);
    unlink(path);
    snprintf(name, sizeof name, "%s-wal", path);
    unlink(name);
    snprintf(name, sizeof name, "%s-shm", path);
    unlink(name);
    return 0;
}

/* What the views that need it ask for. */
static drg_filter filter_for(drg_view view)
{
    drg_filter filter = {0};
    if (view == DRG_VIEW_TRACE) filter.claim = BASE_LITERAL("accord");
    if (view == DRG_VIEW_DIFF || view == DRG_VIEW_BRIEF) filter.since = BASE_LITERAL("2031-03-02");
    return filter;
}

static void check_sources(const drg_table *table)
{
    for (size_t i = 0; i < table->row_count; i++) {
        const drg_row *row = &table->rows[i];
        assert_true(row->sources.count > 0);
        for (size_t k = 0; k < row->sources.count; k++) assert_true(row->sources.items[k] < table->source_count);
        for (size_t k = 0; k < table->columns.count; k++)
            assert_true(row->cells[k].source == DRG_NONE || row->cells[k].source < table->source_count);
    }
    for (size_t i = 0; i < table->source_count; i++) {
        const drg_reference *source = &table->sources[i];
        assert_true(source->document.size > 0 && source->wording.size > 0 && source->span.begin < source->span.end);
    }
}

static void every_row_has_words_behind_it(void **state)
{
    size_t rows = 0;
    for (drg_view view = 0; view < DRG_VIEW_COUNT; view++) {
        drg_filter filter = filter_for(view);
        drg_table *table = NULL;
        drg_error error = {""};
        if (drg_record_view(*state, view, &filter, &table, &error) != DRG_OK) fail_msg("%d: %s", view, error.message);
        check_sources(table);
        if (view == DRG_VIEW_BRIEF) assert_true(table->row_count >= 4);
        rows += table->row_count;
        drg_table_close(table);
    }
    assert_true(rows > 15);
}

/* ---------------------------------------------------------------- sources that are not there */

typedef struct attempt {
    view_maker maker;
    view_table made;
    drg_error error;
} attempt;

/* Adds one row with that source; false when it was refused. */
static bool add_row(drg_record *record, view_source source, attempt *tried)
{
    static const char *const NAMES[] = {"section", "sentence"};
    memset(tried, 0, sizeof *tried);
    view_maker *maker = &tried->maker;
    base_arena_open(&tried->made.arena, 0, &maker->escape);
    maker->database = &record->database;
    maker->arena = &tried->made.arena;
    maker->table = &tried->made.table;
    maker->error = &tried->error;
    bool added = false;
    if (!setjmp(maker->escape)) {
        view_columns(maker, NAMES, 2);
        view_row(maker, source);
        added = true;
    }
    for (size_t i = 0; i < maker->statement_count; i++) sqlite3_finalize(maker->statements[i].statement);
    return added;
}

static void a_row_without_words_is_refused(void **state)
{
    static const struct {
        view_source source;
        bool good;
    } CASES[] = {
        {{1, 0, {0, 6}}, true},  {{1, 0, {0, 0}}, true}, /* the whole sentence */
        {{9, 0, {0, 6}}, false}, {{1, 7, {0, 0}}, false}, {{1, 0, {500, 600}}, false},
        {{0, 0, {0, 0}}, false}, {{1, 7, {6, 3}}, false}, {{1, 0, {26, 27}}, false}, /* a blank */
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        attempt tried;
        bool added = add_row(*state, CASES[i].source, &tried);
        assert_int_equal(added, CASES[i].good);
        assert_int_equal(tried.maker.rows.count, CASES[i].good);
        if (!added) assert_non_null(strstr(tried.error.message, "the record is damaged"));
        base_arena_close(&tried.made.arena);
    }
}

/* ---------------------------------------------------------------- what goes wrong */

static void damage_is_an_error(void **state)
{
    static const struct {
        const char *harm;
        drg_view view;
    } CASES[] = {{"DELETE FROM proposal_terms; UPDATE proposals SET sentence = 0, span_begin = 900, span_end = 950;"
                  "UPDATE sentences SET span_begin = 900, span_end = 950",
                  DRG_VIEW_PROPOSALS},
                 {"UPDATE statements SET span_begin = 4000, span_end = 4004", DRG_VIEW_STATEMENTS},
                 {"UPDATE sentences SET span_begin = 900, span_end = 950", DRG_VIEW_BRIEF},
                 {"DROP TABLE gathered_meetings", DRG_VIEW_MEETINGS}};
    drg_record *record = *state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        drg_filter filter = filter_for(CASES[i].view);
        drg_table *table = NULL;
        drg_error error = {""};
        run(record, "SAVEPOINT harm");
        run(record, CASES[i].harm);
        drg_status status = drg_record_view(record, CASES[i].view, &filter, &table, &error);
        assert_int_equal(status, DRG_ERROR_FORMAT);
        assert_non_null(strstr(error.message, "the record is damaged"));
        assert_null(table);
        run(record, "ROLLBACK TO harm; RELEASE harm");
    }
}

/* Whatever numbers stand in a record, a view gives rows with words behind them, or says that it is damaged. */
static void wrong_numbers_do_no_harm(void **state)
{
    static const char *const COLUMNS[] = {"meetings SET span_begin",     "meetings SET span_end",
                                          "meetings SET place",          "proposals SET sentence",
                                          "proposals SET answers",       "positions SET proposal",
                                          "positions SET content_begin", "positions SET condition_end",
                                          "positions SET statement",     "sentences SET span_end",
                                          "sentences SET span_begin",    "statements SET speaker_end",
                                          "statements SET speaker",      "statements SET reverses",
                                          "mentions SET actor",          "proposal_terms SET span_end",
                                          "meeting_people SET mention"};
    static const char *const VALUES[] = {"-1", "0", "7", "4294967295", "4294967296", "9223372036854775807", "NULL"};
    drg_record *record = *state;
    uint64_t seed = random_seed();
    run(record, "PRAGMA foreign_keys = OFF");
    for (size_t n = 0; n < HARMS; n++) {
        char sql[128];
        snprintf(sql, sizeof sql, "UPDATE OR IGNORE %s = %s",
                 COLUMNS[random_next(&seed) % (sizeof COLUMNS / sizeof *COLUMNS)],
                 VALUES[random_next(&seed) % (sizeof VALUES / sizeof *VALUES)]);
        drg_view view = (drg_view)(random_next(&seed) % DRG_VIEW_COUNT);
        drg_filter filter = filter_for(view);
        drg_table *table = NULL;
        drg_error error = {""};
        run(record, "SAVEPOINT harm");
        store_run(&record->database, sql, NULL);
        drg_status status = drg_record_view(record, view, &filter, &table, &error);
        run(record, "ROLLBACK TO harm; RELEASE harm");
        if (status == DRG_OK)
            check_sources(table);
        else if (status != DRG_ERROR_FORMAT)
            fail_msg("%s, view %d: %s", sql, view, error.message);
        drg_table_close(table);
    }
    run(record, "PRAGMA foreign_keys = ON");
}

static void a_view_leaves_nothing_behind(void **state)
{
    drg_record *record = *state;
    drg_table *table = NULL;
    drg_filter filter = {.party = BASE_LITERAL("Avalon"), .actor = BASE_LITERAL("nobody")};
    int64_t tables = 1;
    assert_int_equal(drg_record_view(record, DRG_VIEW_TIMELINE, &filter, &table, NULL), DRG_ERROR_USAGE);
    filter.actor = (drg_text){0};
    assert_int_equal(drg_record_view(record, DRG_VIEW_TIMELINE, &filter, &table, NULL), DRG_OK);
    drg_table_close(table);
    assert_int_equal(store_number(&record->database, "SELECT count(*) FROM sqlite_temp_schema", &tables, NULL), DRG_OK);
    assert_int_equal(tables, 0);
    assert_true(sqlite3_get_autocommit(record->database.handle));
}

static void wrong_days_and_views_are_refused(void **state)
{
    drg_table *table = NULL;
    drg_error error;
    drg_filter filter = {.from = BASE_LITERAL("2031-02-30")};
    assert_int_equal(drg_record_view(*state, DRG_VIEW_BRIEF, &filter, &table, &error), DRG_ERROR_USAGE);
    assert_int_equal(drg_record_view(*state, DRG_VIEW_COUNT, NULL, &table, &error), DRG_ERROR_USAGE);
    assert_int_equal(drg_record_view(*state, DRG_VIEW_TRACE, NULL, &table, &error), DRG_ERROR_USAGE);
    assert_int_equal(drg_record_view(*state, DRG_VIEW_DIFF, NULL, &table, &error), DRG_ERROR_USAGE);
    assert_null(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_has_words_behind_it),
        cmocka_unit_test(a_row_without_words_is_refused),
        cmocka_unit_test(damage_is_an_error),
        cmocka_unit_test(wrong_numbers_do_no_harm),
        cmocka_unit_test(a_view_leaves_nothing_behind),
        cmocka_unit_test(wrong_days_and_views_are_refused),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
