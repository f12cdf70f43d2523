/* SPDX-License-Identifier: Apache-2.0
 *
 * In: bytes, taken for changes to the rows of a sound record by another hand (table, column, value). Whatever they are,
 * the document is either given back, with spans inside its text and indexes inside its lists, and can be written, or
 * the record is called damaged by name. That SQLite bears damaged pages is its own affair, and unit-store's to try.
 */
#include <string.h>

#include "fuzz.h"
#include "store/store.h"

#define TEXT "Iran rejected the offer on Monday in Paris, it said."

/* A row of each table. */
static const char ROWS[] =
    "INSERT INTO engines VALUES (1, '0.1.0', 1, 'd', 'm');"
    "INSERT INTO documents (id, engine, start, title, published, text) VALUES ('a', 1, 'text', 't', '2024-05-16', "
    "    CAST('" TEXT "' AS BLOB));"
    "INSERT INTO sentences VALUES (1, 0, 'text', 0, 0, 52);"
    "INSERT INTO notes VALUES (1, 0, 0, 4, 'note');"
    "INSERT INTO actors VALUES (1, 0, 'irn', 'Iran', 'state', 'IRN', 'GOV MIL', 1, 0, 0, 4);"
    "INSERT INTO actors VALUES (1, 1, 'fra', 'France', 'state', 'FRA', NULL, 1, 0, 0, 4);"
    "INSERT INTO actor_roles VALUES (1, 0, 0, 'Minister', 'IRN', 'Cabinet', '2020', '2024-01-01', 0, 0, 4);"
    "INSERT INTO actor_aliases VALUES (1, 0, 0, 'Persia');"
    "INSERT INTO actor_aliases VALUES (1, 0, 1, 'Islamic Republic');"
    "INSERT INTO mentions VALUES (1, 0, 0, 'name', 'IRN', 'GOV', 'role', 0, 0, 4);"
    "INSERT INTO mentions VALUES (1, 1, 1, 'pronoun', NULL, NULL, NULL, 0, 44, 46);"
    "INSERT INTO dates VALUES (1, 0, 'DATE', '2024-05-13', 'START', '2024-05-13', '2024-05-13', 'day', '2024-05-16', "
    "    'published', 0, 0, 27, 33);"
    "INSERT INTO places VALUES (1, 0, 'Paris', 'FRA', 'Ile', 48.8, 2.3, 12, 0, 1, 0, 37, 42);"
    "INSERT INTO events (document, number, id, type, act, mode, cameo, quad, score, goldstein, status, negated, date, "
    "place, dead, money,"
    "    currency, rule, rule_line, confidence, sentence, span_begin, span_end, trigger_begin, trigger_end) VALUES (1, "
    "0, 'e', 'REJECT', 'CONSULT',"
    "    'assist', '12', 'verbal-conflict', -4, -4, 'actual', 0, 0, 0, 3, 5e6, 'USD', 'f#r', 1, 0.5, 0, 0, 42, 5, 13);"
    "INSERT INTO event_mentions VALUES (1, 0, 'actor', 0, 0);"
    "INSERT INTO event_mentions VALUES (1, 0, 'recipient', 0, 1);"
    "INSERT INTO event_attributions VALUES (1, 0, 0, 1, 44, 46, 'NBC', 'post', 'say', 47, 51, 0);"
    "INSERT INTO event_contexts VALUES (1, 0, 0, 'military');"
    "INSERT INTO event_tellings VALUES (1, 0, 0, 0, 0, 4, 5, 13);"
    "INSERT INTO statements VALUES (1, 0, 's', 1, 44, 46, 'NBC', 'post', 'say', 47, 51, 0, 0, 0, 0, 0, 42, 'denies', "
    "NULL, 0, 0, 1);"
    "INSERT INTO meetings VALUES (1, 0, 'm', 'envoy', 0, 0, 'held', 14, 19, 0, 0, 4);"
    "INSERT INTO meeting_steps VALUES (1, 0, 0, 'held', 0, 0, 5, 13);"
    "INSERT INTO meeting_people VALUES (1, 0, 0, 1, 'party', 'absent', NULL, 0, 5, 13);"
    "INSERT INTO meeting_events VALUES (1, 0, 0, 0);"
    "INSERT INTO proposals VALUES (1, 0, 'p', 'draft', NULL, 0, 0, 0, 14, 19);"
    "INSERT INTO proposal_people VALUES (1, 0, 'proposer', 0, 0);"
    "INSERT INTO proposal_people VALUES (1, 0, 'presented-to', 0, 1);"
    "INSERT INTO proposal_terms VALUES (1, 0, 0, 'ceasefire', 0, 4, 5, 13, 14, 19, 0, 0, 0, 0, 0, 14, 19);"
    "INSERT INTO proposal_tellings VALUES (1, 0, 0, 0, 5, 13);"
    "INSERT INTO positions VALUES (1, 0, 'q', 0, 'rejects', 0, 0, 14, 19, 0, 0, 0, 0, 0, 5, 13);"
    "INSERT INTO statement_matters VALUES (1, 0, 0, 'term', 0, 0);";

static drg_record *record;

static void open_record(void)
{
    drg_error error = {""};
    if (drg_record_open(":memory:", DRG_ACCESS_CREATE, &record, &error) != DRG_OK ||
        store_run(&record->database, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", &error) !=
            DRG_OK ||
        store_run(&record->database, ROWS, &error) != DRG_OK) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
}

static uint8_t take(const uint8_t **data, size_t *size)
{
    if (!*size) return 0;
    --*size;
    return *(*data)++;
}

static void bind_value(sqlite3_stmt *statement, const uint8_t **data, size_t *size)
{
    uint8_t kind = take(data, size);
    size_t length = kind >> 3 < *size ? kind >> 3 : *size;
    int64_t number = 0;
    double real;
    memcpy(&number, *data, length < 8 ? length : 8);
    memcpy(&real, &number, sizeof real);
    switch (kind & 7) {
    case 0: break; /* NULL */
    case 1: sqlite3_bind_int64(statement, 1, (int8_t)kind / 8); break;
    case 2: sqlite3_bind_int64(statement, 1, number); break;
    case 3: sqlite3_bind_double(statement, 1, real); break;
    case 4: sqlite3_bind_blob(statement, 1, *data, (int)length, SQLITE_TRANSIENT); break;
    default: sqlite3_bind_text(statement, 1, (const char *)*data, (int)length, SQLITE_TRANSIENT); break;
    }
    *data += length;
    *size -= length;
}

/* Changes one column of one row, or all; what the tables' types forbid does not come to pass. */
static void change(const uint8_t **data, size_t *size)
{
    unsigned table = take(data, size) % (STORE_TABLE_COUNT + 1), column = take(data, size), row = take(data, size);
    const char *name = table < STORE_TABLE_COUNT ? STORE_TABLES[table].name : "documents";
    char sql[256] = "";
    sqlite3_stmt *columns, *statement = NULL;
    snprintf(sql, sizeof sql, "SELECT name FROM pragma_table_info('%s')", name);
    FUZZ_HOLDS(sqlite3_prepare_v2(record->database.handle, sql, -1, &columns, NULL) == SQLITE_OK);
    while (sqlite3_step(columns) == SQLITE_ROW && column-- % 32 != 0) {}
    const char *chosen = (const char *)sqlite3_column_text(columns, 0);
    if (chosen) {
        snprintf(sql, sizeof sql, "UPDATE OR IGNORE %s SET %s = ?%s", name, chosen,
                 row % 3 == 0 || table == STORE_TABLE_COUNT ? ""
                 : row % 3 == 1                             ? " WHERE 1 = 1"
                                                            : " WHERE span_begin > 0");
        if (sqlite3_prepare_v2(record->database.handle, sql, -1, &statement, NULL) == SQLITE_OK) {
            bind_value(statement, data, size);
            sqlite3_step(statement);
        }
        sqlite3_finalize(statement);
    }
    sqlite3_finalize(columns);
}

static bool swallow(void *context, const char *bytes, size_t size)
{
    *(size_t *)context += size;
    FUZZ_HOLDS(bytes || !size);
    return true;
}

static void check_span(const drg_document *document, drg_span span)
{
    FUZZ_HOLDS(span.begin <= span.end && span.end <= drg_document_text(document).size);
}

static void check_document(const drg_document *document)
{
    size_t written = 0;
    for (size_t i = 0; i < document->events.count; i++) {
        const drg_event *event = &document->events.items[i];
        check_span(document, event->span);
        check_span(document, event->trigger);
        FUZZ_HOLDS(event->sentence < document->sentences.count);
        FUZZ_HOLDS(event->date == DRG_NONE || event->date < document->dates.count);
    }
    for (size_t i = 0; i < document->mentions.count; i++)
        FUZZ_HOLDS(document->mentions.items[i].actor < document->actors.count);
    for (int format = DRG_FORMAT_NDJSON; format <= DRG_FORMAT_CONLLU; format++)
        FUZZ_HOLDS(drg_document_write(document, (drg_format)format, NULL, swallow, &written, NULL) == DRG_OK);
    FUZZ_HOLDS(written > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!record) open_record();
    FUZZ_HOLDS(store_begin(&record->database, NULL) == DRG_OK);
    while (size) change(&data, &size);
    int64_t cursor = INT64_MIN;
    drg_item item;
    bool end = false;
    while (drg_record_next(record, &cursor, &item, &end, NULL) == DRG_OK && !end) {
        drg_document *document;
        drg_error error = {""};
        if (drg_record_load(record, item.source.id, &document, &error) == DRG_OK) {
            check_document(document);
            drg_document_close(document);
        } else {
            FUZZ_HOLDS(strstr(error.message, ":memory:"));
        }
    }
    store_rollback(&record->database);
    return 0;
}
