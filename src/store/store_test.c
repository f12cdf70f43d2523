/* SPDX-License-Identifier: Apache-2.0
 * The record file: what is put comes back, old shapes become new ones, and what goes wrong is named. Needs the built
 * data file, $DRAGOMAN_DATA, for all but the tests of the schema. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../tests/random.h"

#include "store/schema.h"
#include "store/store.h"

#define HARMS 300

static drg_engine *engine;
static char folder[64];
static char path[96];

static int setup(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/dragoman-store-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/record.db", folder);
    const char *data = getenv("DRAGOMAN_DATA");
    drg_error error;
    if (!data || access(data, R_OK) != 0) return 0; /* what needs it is then skipped */
    if (drg_engine_open(data, &engine, &error) == DRG_OK) return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int forget_files(void **state)
{
    (void)state;
    static const char *const ENDS[] = {"", "-wal", "-shm", "-journal"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s%s", path, ENDS[i]);
        unlink(name);
    }
    return 0;
}

static int teardown(void **state)
{
    forget_files(state);
    rmdir(folder);
    drg_engine_close(engine);
    return 0;
}

static drg_record *open_record(drg_access access)
{
    drg_error error = {""};
    drg_record *record = NULL;
    if (drg_record_open(path, access, &record, &error) != DRG_OK) fail_msg("%s", error.message);
    if (access != DRG_ACCESS_READ) assert_int_equal(drg_record_engine(record, engine, &error), DRG_OK);
    return record;
}

static drg_document *read_text(const char *id, const char *text)
{
    drg_session *session;
    drg_document *document;
    drg_error error;
    drg_source source = {.text = base_text_from(text),
                         .id = base_text_from(id),
                         .published = BASE_LITERAL("2024-05-16")};
    assert_int_equal(drg_session_open(engine, NULL, &session, &error), DRG_OK);
    assert_int_equal(drg_session_read(session, &source, &document, &error), DRG_OK);
    drg_session_close(session);
    return document;
}

static void put_text(drg_record *record, const char *id, const char *text, bool replace, drg_presence expected)
{
    drg_error error = {""};
    drg_presence presence;
    drg_document *document = read_text(id, text);
    if (drg_record_put(record, document, replace, &presence, &error) != DRG_OK) fail_msg("%s", error.message);
    assert_int_equal(presence, expected);
    drg_document_close(document);
}

static uint64_t documents_in(drg_record *record)
{
    drg_record_counts counts;
    assert_int_equal(drg_record_count(record, &counts, NULL), DRG_OK);
    return counts.documents;
}

#define TEXT                                                                                                           \
    "TEHRAN, May 16 - Iran\xE2\x80\x99s Foreign Minister Anna Kovac met the king of Jordan in Paris on Monday. \"We "  \
    "reject "                                                                                                          \
    "the offer of France,\" Kovac said. Three soldiers were killed when rebels shelled Goma last week, officials "     \
    "said. Germany pledged $5 million to Sudan."

/* ---------------------------------------------------------------- the same again */

static bool into_file(void *context, const char *bytes, size_t size)
{
    return fwrite(bytes, 1, size, context) == size;
}

static char *written(const drg_document *document, drg_format format)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&bytes, &size);
    assert_int_equal(drg_document_write(document, format, NULL, into_file, file, NULL), DRG_OK);
    fclose(file);
    return bytes;
}

static void same_written(const drg_document *one, const drg_document *other, drg_format format)
{
    char *first = written(one, format), *second = written(other, format);
    assert_string_equal(first, second);
    free(first);
    free(second);
}

/* What the NDJSON does not show. */
static void same_lists(const drg_document *one, const drg_document *other)
{
    assert_int_equal(one->mentions.count, other->mentions.count);
    for (size_t i = 0; i < one->mentions.count; i++) {
        assert_int_equal(one->mentions.items[i].span.begin, other->mentions.items[i].span.begin);
        assert_int_equal(one->mentions.items[i].actor, other->mentions.items[i].actor);
        assert_int_equal(one->mentions.items[i].sentence, other->mentions.items[i].sentence);
    }
    assert_int_equal(one->dates.count, other->dates.count);
    for (size_t i = 0; i < one->dates.count; i++) {
        assert_string_equal(one->dates.items[i].value, other->dates.items[i].value);
        assert_int_equal(one->dates.items[i].kind, other->dates.items[i].kind);
        assert_int_equal(one->dates.items[i].mod, other->dates.items[i].mod);
    }
    assert_int_equal(one->places.count, other->places.count);
    for (size_t i = 0; i < one->places.count; i++) {
        assert_true(base_text_equal(one->places.items[i].name, other->places.items[i].name));
        assert_int_equal(one->places.items[i].aside, other->places.items[i].aside);
        assert_int_equal(one->places.items[i].listed, other->places.items[i].listed);
    }
    for (size_t i = 0; i < one->sentences.count; i++) {
        assert_int_equal(one->sentences.items[i].kind, other->sentences.items[i].kind);
        assert_int_equal(one->sentences.items[i].paragraph, other->sentences.items[i].paragraph);
        assert_int_equal(one->sentences.items[i].span.end, other->sentences.items[i].span.end);
    }
    for (size_t i = 0; i < one->actors.count; i++)
        assert_int_equal(one->actors.items[i].listed, other->actors.items[i].listed);
    for (size_t i = 0; i < one->events.count; i++)
        assert_int_equal(one->events.items[i].rule_line, other->events.items[i].rule_line);
}

static void each_report_comes_back(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    drg_session *session;
    drg_reader *reader;
    const char *reports = SOURCE_FOLDER "/examples/reports";
    assert_int_equal(drg_session_open(engine, NULL, &session, NULL), DRG_OK);
    assert_int_equal(drg_reader_open(&reports, 1, NULL, &reader, NULL), DRG_OK);
    drg_item item;
    size_t events = 0;
    for (bool end = false; drg_reader_next(reader, &item, &end, NULL) == DRG_OK && !end;) {
        drg_document *document, *stored;
        drg_presence presence;
        assert_int_equal(drg_record_find(record, &item, &presence, NULL), DRG_OK);
        assert_int_equal(presence, DRG_ABSENT);
        assert_int_equal(drg_session_read(session, &item.source, &document, NULL), DRG_OK);
        assert_int_equal(drg_record_put(record, document, false, &presence, NULL), DRG_OK);
        assert_int_equal(presence, DRG_ABSENT);
        assert_int_equal(drg_record_find(record, &item, &presence, NULL), DRG_OK);
        assert_int_equal(presence, DRG_PRESENT);
        assert_int_equal(drg_record_load(record, drg_document_id(document), &stored, NULL), DRG_OK);
        same_written(document, stored, DRG_FORMAT_NDJSON);
        same_written(document, stored, DRG_FORMAT_TABLE);
        same_lists(document, stored);
        events += drg_document_event_count(stored);
        drg_document_close(stored);
        drg_document_close(document);
    }
    assert_true(events > 20);
    drg_reader_close(reader);
    drg_session_close(session);
    drg_record_close(record);
}

static void the_same_twice_changes_nothing(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    put_text(record, "a", TEXT, false, DRG_ABSENT);
    put_text(record, "a", TEXT, false, DRG_PRESENT);
    put_text(record, "a", "Another text.", false, DRG_PRESENT_OTHERWISE);
    assert_int_equal(documents_in(record), 1);
    drg_document *stored;
    assert_int_equal(drg_record_load(record, BASE_LITERAL("a"), &stored, NULL), DRG_OK);
    assert_true(base_text_is(drg_document_text(stored), TEXT));
    drg_document_close(stored);
    put_text(record, "a", "Another text.", true, DRG_PRESENT_OTHERWISE);
    assert_int_equal(documents_in(record), 1);
    assert_int_equal(drg_record_load(record, BASE_LITERAL("a"), &stored, NULL), DRG_OK);
    assert_true(base_text_is(drg_document_text(stored), "Another text."));
    drg_document_close(stored);
    assert_int_equal(drg_record_load(record, BASE_LITERAL("b"), &stored, NULL), DRG_ERROR_USAGE);
    drg_record_close(record);
}

static void what_is_not_committed_is_not_kept(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    record->committed += 1e6; /* no batch ends by itself */
    put_text(record, "a", TEXT, false, DRG_ABSENT);
    assert_int_equal(drg_record_commit(record, NULL), DRG_OK);
    record->committed += 1e6;
    put_text(record, "b", TEXT, false, DRG_ABSENT);
    drg_record_close(record);
    record = open_record(DRG_ACCESS_READ);
    assert_int_equal(documents_in(record), 1);
    int64_t cursor = 0;
    drg_item item;
    bool end = false;
    assert_int_equal(drg_record_next(record, &cursor, &item, &end, NULL), DRG_OK);
    assert_true(!end && base_text_is(item.source.id, "a") && base_text_is(item.source.text, TEXT));
    assert_int_equal(drg_record_next(record, &cursor, &item, &end, NULL), DRG_OK);
    assert_true(end);
    drg_record_close(record);
}

/* ---------------------------------------------------------------- what goes wrong */

static void a_full_disk_is_named_and_costs_one_batch(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    put_text(record, "a", TEXT, false, DRG_ABSENT);
    assert_int_equal(drg_record_commit(record, NULL), DRG_OK);
    assert_int_equal(store_run(&record->database, "PRAGMA max_page_count = 1", NULL), DRG_OK); /* no more than now */
    char *large = malloc(200001);
    memset(large, 'x', 200000);
    large[200000] = '\0';
    drg_document *document = read_text("b", large);
    drg_error error = {""};
    drg_presence presence;
    assert_int_equal(drg_record_put(record, document, false, &presence, &error), DRG_ERROR_IO);
    assert_non_null(strstr(error.message, "record.db: cannot be written: the disk is full"));
    assert_int_equal(documents_in(record), 1);
    assert_int_equal(store_run(&record->database, "PRAGMA max_page_count = 1000000", NULL), DRG_OK);
    assert_int_equal(drg_record_put(record, document, false, &presence, &error), DRG_OK);
    assert_int_equal(drg_record_commit(record, NULL), DRG_OK);
    assert_int_equal(documents_in(record), 2);
    drg_document_close(document);
    free(large);
    drg_record_close(record);
}

static void a_locked_file_is_named(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *one = open_record(DRG_ACCESS_CREATE), *other = open_record(DRG_ACCESS_WRITE);
    assert_int_equal(store_begin(&one->database, NULL), DRG_OK);
    sqlite3_busy_timeout(other->database.handle, 20);
    drg_document *document = read_text("a", TEXT);
    drg_error error = {""};
    drg_presence presence;
    assert_int_equal(drg_record_put(other, document, false, &presence, &error), DRG_ERROR_IO);
    assert_non_null(strstr(error.message, "record.db: is locked"));
    store_rollback(&one->database);
    assert_int_equal(drg_record_put(other, document, false, &presence, &error), DRG_OK);
    drg_document_close(document);
    drg_record_close(one);
    drg_record_close(other);
}

/* Root may write everywhere, so a child gives that up. */
static int as_nobody(void)
{
    drg_record *record;
    drg_error error = {""};
    if (getuid() == 0 && setuid(65534) != 0) return 77;
    if (drg_record_open(path, DRG_ACCESS_WRITE, &record, &error) != DRG_ERROR_IO) return 1;
    if (!strstr(error.message, "record.db: cannot be written: it is read-only")) return 2;
    if (drg_record_open(path, DRG_ACCESS_READ, &record, &error) != DRG_OK) return 3;
    uint64_t documents = documents_in(record);
    drg_record_close(record);
    return documents == 1 ? 0 : 4;
}

static void a_read_only_file_can_be_read(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    put_text(record, "a", TEXT, false, DRG_ABSENT);
    assert_int_equal(drg_record_commit(record, NULL), DRG_OK);
    drg_record_close(record);
    assert_int_equal(chmod(path, 0444) | chmod(folder, 0555), 0);
    pid_t child = fork();
    if (child == 0) _exit(as_nobody());
    int status = 0;
    waitpid(child, &status, 0);
    assert_int_equal(chmod(folder, 0755), 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) skip();
    assert_int_equal(WEXITSTATUS(status), 0);
}

/* Reads all that is there; any status will do, but nothing else. */
static void read_all(void)
{
    drg_record *record;
    if (drg_record_open(path, DRG_ACCESS_READ, &record, NULL) != DRG_OK) return;
    int64_t cursor = 0;
    drg_item item;
    bool end = false;
    for (int i = 0; i < 5 && drg_record_next(record, &cursor, &item, &end, NULL) == DRG_OK && !end; i++) {
        drg_document *document;
        if (drg_record_load(record, item.source.id, &document, NULL) != DRG_OK) continue;
        free(written(document, DRG_FORMAT_NDJSON));
        free(written(document, DRG_FORMAT_TABLE));
        drg_document_close(document);
    }
    drg_record_close(record);
}

static void a_damaged_file_does_no_harm(void **state)
{
    (void)state;
    if (!engine) skip();
    drg_record *record = open_record(DRG_ACCESS_CREATE);
    put_text(record, "a", TEXT, false, DRG_ABSENT);
    assert_int_equal(drg_record_commit(record, NULL), DRG_OK);
    assert_int_equal(store_run(&record->database, "PRAGMA journal_mode = DELETE", NULL), DRG_OK);
    drg_record_close(record);
    uint64_t random = random_seed();
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    for (int i = 0; i < HARMS; i++) {
        FILE *file = fopen(path, "r+b");
        long at = (long)(random_next(&random) % (uint64_t)about.st_size);
        fseek(file, at, SEEK_SET);
        int old = fgetc(file);
        fseek(file, at, SEEK_SET);
        fputc((int)(random_next(&random) & 0xFF), file);
        fclose(file);
        read_all();
        if (i % 8 == 7) continue; /* some harm stays */
        file = fopen(path, "r+b");
        fseek(file, at, SEEK_SET);
        fputc(old, file);
        fclose(file);
    }
}

/* ---------------------------------------------------------------- the schema */

static void open_database(store_database *database)
{
    drg_error error = {""};
    if (store_open(database, ":memory:", true, true, &error) != DRG_OK) fail_msg("%s", error.message);
}

static void an_old_record_is_brought_up_to_date(void **state)
{
    (void)state;
    static const char *const MIGRATIONS[] = {"ALTER TABLE one ADD COLUMN b TEXT", "CREATE TABLE two (c)"};
    store_database database;
    open_database(&database);
    int64_t number = 0;
    drg_error error = {""};
    assert_int_equal(store_schema_bring(&database, "CREATE TABLE one (a)", MIGRATIONS, 1, false, NULL),
                     DRG_ERROR_FORMAT);
    assert_int_equal(store_schema_bring(&database, "CREATE TABLE one (a)", MIGRATIONS, 1, true, NULL), DRG_OK);
    assert_int_equal(store_schema_bring(&database, "", MIGRATIONS, 3, false, &error), DRG_ERROR_VERSION);
    assert_int_equal(store_schema_bring(&database, "", MIGRATIONS, 3, true, NULL), DRG_OK);
    assert_int_equal(store_number(&database, "SELECT count(b) FROM one, two WHERE c IS NULL", &number, NULL), DRG_OK);
    assert_int_equal(store_number(&database, "PRAGMA user_version", &number, NULL), DRG_OK);
    assert_int_equal(number, 3);
    assert_int_equal(store_schema_bring(&database, "", MIGRATIONS, 2, true, &error), DRG_ERROR_VERSION);
    assert_non_null(strstr(error.message, "version 3, and this dragoman knows versions up to 2"));
    store_close(&database);
}

static void a_migration_that_fails_leaves_the_old_version(void **state)
{
    (void)state;
    static const char *const MIGRATIONS[] = {"CREATE TABLE two (c); CREATE TABLE one (a)"};
    store_database database;
    open_database(&database);
    int64_t number = 0;
    assert_int_equal(store_schema_bring(&database, "CREATE TABLE one (a)", MIGRATIONS, 1, true, NULL), DRG_OK);
    assert_int_not_equal(store_schema_bring(&database, "", MIGRATIONS, 2, true, NULL), DRG_OK);
    assert_int_equal(store_number(&database, "PRAGMA user_version", &number, NULL), DRG_OK);
    assert_int_equal(number, 1);
    assert_int_equal(store_number(&database, "SELECT count(*) FROM sqlite_schema", &number, NULL), DRG_OK);
    assert_int_equal(number, 1);
    store_close(&database);
}

/* All tables' columns and references, and what else there is, as one text. */
static char *shape_of(store_database *database)
{
    static const char SQL[] =
        "SELECT group_concat(line, char(10)) FROM (SELECT line FROM ("
        "SELECT m.name || '.' || x.name || ' ' || x.type || ' ' || x.\"notnull\" || x.pk || x.hidden AS line"
        "    FROM sqlite_schema m, pragma_table_xinfo(m.name) x WHERE m.type = 'table' UNION ALL "
        "SELECT m.name || ' ' || f.\"table\" || ' ' || f.\"from\" || f.on_delete || coalesce(f.\"to\", '')"
        "    FROM sqlite_schema m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' UNION ALL "
        "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema WHERE type <> 'table') ORDER BY "
        "line)";
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_prepare_v2(database->handle, SQL, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    char *shape = strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    return shape;
}

static char *file_text(const char *name)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *in = fopen(name, "rb"), *out = open_memstream(&bytes, &size);
    assert_non_null(in);
    for (int byte; (byte = fgetc(in)) != EOF;) fputc(byte, out);
    fclose(in);
    fclose(out);
    return bytes;
}

static void every_old_shape_becomes_the_new_one(void **state)
{
    (void)state;
    store_database database;
    open_database(&database);
    assert_int_equal(store_schema_check(&database, true, NULL), DRG_OK);
    char *wanted = shape_of(&database);
    assert_non_null(strstr(wanted, "events.asserted"));
    store_close(&database);
    for (int version = 1; version < STORE_SCHEMA_VERSION; version++) {
        char name[256];
        snprintf(name, sizeof name, SOURCE_FOLDER "/src/store/migrations/old/%d.sql", version);
        char *schema = file_text(name);
        open_database(&database);
        assert_int_equal(store_schema_bring(&database, schema, STORE_MIGRATIONS, version, true, NULL), DRG_OK);
        assert_int_equal(store_schema_check(&database, true, NULL), DRG_OK);
        char *found = shape_of(&database);
        assert_string_equal(found, wanted);
        free(found);
        free(schema);
        store_close(&database);
    }
    free(wanted);
}

/* tables.c names every column of the tables but the first, and those that follow from others. */
static void all_columns_are_written(void **state)
{
    (void)state;
    store_database database;
    open_database(&database);
    assert_int_equal(store_schema_check(&database, true, NULL), DRG_OK);
    for (unsigned i = 0; i < STORE_TABLE_COUNT; i++) {
        char sql[160];
        int64_t count = 0, named = 2; /* `document`, and one more than there are commas */
        snprintf(sql, sizeof sql, "SELECT count(*) FROM pragma_table_xinfo('%s') WHERE hidden = 0",
                 STORE_TABLES[i].name);
        assert_int_equal(store_number(&database, sql, &count, NULL), DRG_OK);
        for (const char *at = STORE_TABLES[i].columns; *at; at++) named += *at == ',';
        assert_int_equal(count, named);
    }
    store_close(&database);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(each_report_comes_back, forget_files),
        cmocka_unit_test_teardown(the_same_twice_changes_nothing, forget_files),
        cmocka_unit_test_teardown(what_is_not_committed_is_not_kept, forget_files),
        cmocka_unit_test_teardown(a_full_disk_is_named_and_costs_one_batch, forget_files),
        cmocka_unit_test_teardown(a_locked_file_is_named, forget_files),
        cmocka_unit_test_teardown(a_read_only_file_can_be_read, forget_files),
        cmocka_unit_test_teardown(a_damaged_file_does_no_harm, forget_files),
        cmocka_unit_test(an_old_record_is_brought_up_to_date),
        cmocka_unit_test(a_migration_that_fails_leaves_the_old_version),
        cmocka_unit_test(every_old_shape_becomes_the_new_one),
        cmocka_unit_test(all_columns_are_written),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
