/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a record. Out: its rows for joining across documents (record/gather.h), and back: the tables that keep what comes
 * of it, all written anew. Which processes the user has defined is asked of the texts here, since it is a search. */
#define _GNU_SOURCE /* memmem */
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

typedef struct gather_reader {
    drg_record *record;
    record_gathering *all;
    sqlite3_stmt *row;
    int column;
    size_t at; /* of the row that children are read of */
    drg_error *error;
} gather_reader;

/* ---- columns, in order */

static drg_text take(gather_reader *reader)
{
    return base_text_copy(reader->all->arena, store_column(reader->row, reader->column++));
}

static int64_t take_integer(gather_reader *reader)
{
    return sqlite3_column_int64(reader->row, reader->column++);
}

static uint32_t take_index(gather_reader *reader)
{
    bool none = sqlite3_column_type(reader->row, reader->column) == SQLITE_NULL;
    int64_t value = take_integer(reader);
    return none || value < 0 || value >= UINT32_MAX ? DRG_NONE : (uint32_t)value;
}

static gather_place take_place(gather_reader *reader)
{
    gather_place place = {.document = take_integer(reader)};
    place.sentence = (uint32_t)take_integer(reader);
    place.span.begin = (uint32_t)take_integer(reader);
    place.span.end = (uint32_t)take_integer(reader);
    return place;
}

static uint32_t take_party(gather_reader *reader)
{
    drg_text country = take(reader), sectors = take(reader), actor = take(reader), name = take(reader);
    drg_text type = take(reader);
    size_t size = 0;
    while (size < sectors.size && sectors.data[size] >= 'A' && sectors.data[size] <= 'Z') size++;
    return record_gather_party(reader->all, country, base_text_slice(sectors, 0, size), actor, name, type);
}

static drg_status each(gather_reader *reader, const char *sql, void (*take_row)(gather_reader *))
{
    store_database *database = &reader->record->database;
    int code = sqlite3_prepare_v2(database->handle, sql, -1, &reader->row, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(reader->row);
        if (code != SQLITE_ROW) break;
        reader->column = 0;
        take_row(reader);
    }
    drg_status status = code == SQLITE_DONE ? DRG_OK : store_fail(database, code, reader->error);
    sqlite3_finalize(reader->row);
    return status;
}

/* ---- loading */

#define TOLD(table) table ".document, " table ".sentence, " table ".span_begin, " table ".span_end"
#define PARTY "m.country, m.sectors, a.id, a.name, a.type"
#define ACTOR "JOIN actors a ON a.document = m.document AND a.number = m.actor "
#define WORDS(begin, end) "CAST(substr(d.text, " begin " + 1, " end " - " begin ") AS TEXT)"

static void take_meeting(gather_reader *reader)
{
    gather_meeting meeting = {.told = take_place(reader), .number = (uint32_t)take_integer(reader), .id = take(reader)};
    uint32_t status = record_meeting_status_from(take(reader));
    meeting.status = status == DRG_NONE ? DRG_MEETING_PROPOSED : (drg_meeting_status)status;
    meeting.level = take(reader);
    meeting.place = take(reader);
    meeting.country = take(reader);
    meeting.first = take(reader);
    meeting.last = take(reader);
    meeting.published = take(reader);
    base_push(reader->all->arena, &reader->all->meetings) = meeting;
}

static void add_person(gather_reader *reader, uint32_t *first, uint32_t *count, drg_part part)
{
    record_gathering *all = reader->all;
    uint32_t party = take_party(reader);
    if (!*count) *first = (uint32_t)all->persons.count;
    for (uint32_t i = 0; i < *count; i++)
        if (all->persons.items[*first + i].party == party) return; /* two of one side are one party */
    base_push(all->arena, &all->persons) = (gather_person){party, part};
    (*count)++;
}

/* Children come in the order of their parents: the parent is found going on from the last. `found` is NULL when there
 * is none. */
#define FIND(reader, list, found)                                                                                      \
    {                                                                                                                  \
        record_gathering *rows = (reader)->all;                                                                        \
        int64_t document = take_integer(reader);                                                                       \
        uint32_t wanted = (uint32_t)take_integer(reader);                                                              \
        size_t *at = &(reader)->at;                                                                                    \
        while (*at < rows->list.count &&                                                                               \
               (rows->list.items[*at].told.document < document ||                                                      \
                (rows->list.items[*at].told.document == document && rows->list.items[*at].number < wanted)))           \
            (*at)++;                                                                                                   \
        bool there = *at < rows->list.count && rows->list.items[*at].told.document == document &&                      \
                     rows->list.items[*at].number == wanted;                                                           \
        (found) = there ? &rows->list.items[*at] : NULL;                                                               \
    }

static void take_participant(gather_reader *reader)
{
    gather_meeting *row;
    FIND(reader, meetings, row)
    drg_text part = take(reader);
    drg_part kind = base_text_is(part, "mediator") ? DRG_PART_MEDIATOR
                    : base_text_is(part, "host")   ? DRG_PART_HOST
                                                   : DRG_PART_PARTY;
    if (row) add_person(reader, &row->people, &row->people_count, kind);
}

static void take_proposal(gather_reader *reader)
{
    gather_proposal row = {.told = take_place(reader), .number = (uint32_t)take_integer(reader), .id = take(reader)};
    row.version = take(reader);
    row.answers = take_index(reader);
    row.day = take(reader);
    row.published = take(reader);
    row.name = take(reader);
    base_push(reader->all->arena, &reader->all->proposals) = row;
}

static void take_proposer(gather_reader *reader)
{
    gather_proposal *row;
    FIND(reader, proposals, row)
    bool proposer = base_text_is(take(reader), "proposer");
    if (row && proposer) add_person(reader, &row->people, &row->people_count, DRG_PART_PARTY);
    if (row && !proposer) add_person(reader, &row->others, &row->other_count, DRG_PART_PARTY);
}

static void take_term(gather_reader *reader)
{
    gather_proposal *row;
    FIND(reader, proposals, row)
    uint32_t number = (uint32_t)take_integer(reader);
    drg_text words = take(reader);
    if (!row) return;
    if (!row->term_count++) row->terms = (uint32_t)reader->all->terms.count;
    base_push(reader->all->arena, &reader->all->terms) = (gather_term){number, words, DRG_NONE};
}

static void take_position(gather_reader *reader)
{
    gather_position row = {.told = take_place(reader), .number = (uint32_t)take_integer(reader)};
    uint32_t stance = record_stance_from(take(reader));
    row.stance = stance == DRG_NONE ? DRG_STANCE_NONE : (drg_stance)stance;
    row.proposal = take_index(reader);
    row.term = take_index(reader);
    row.words = take(reader);
    row.day = take(reader);
    row.published = take(reader);
    row.party = take_party(reader);
    base_push(reader->all->arena, &reader->all->positions) = row;
}

static void take_statement(gather_reader *reader)
{
    gather_statement row = {.told = take_place(reader), .number = (uint32_t)take_integer(reader)};
    uint32_t stance = record_stance_from(take(reader));
    row.stance = stance == DRG_NONE ? DRG_STANCE_NONE : (drg_stance)stance;
    row.reverses = take_index(reader);
    row.told_reversal = take_integer(reader) > 0;
    row.day = take(reader);
    row.published = take(reader);
    row.speaker = take(reader);
    row.party = take_party(reader);
    base_push(reader->all->arena, &reader->all->statements) = row;
}

static void take_matter(gather_reader *reader)
{
    gather_statement *row;
    FIND(reader, statements, row)
    uint32_t matter = record_matter_from(take(reader)), item = take_index(reader), term = take_index(reader);
    if (!row || matter == DRG_NONE) return;
    if (!row->matter_count++) row->matters = (uint32_t)reader->all->matters.count;
    base_push(reader->all->arena, &reader->all->matters) = (gather_matter){(drg_matter)matter, item, term};
}

static void take_event(gather_reader *reader)
{
    gather_event row = {.told = take_place(reader), .number = (uint32_t)take_integer(reader)};
    uint32_t type = record_type_from(take(reader));
    row.type = type == DRG_NONE ? DRG_AGREE : (drg_type)type;
    row.words = take(reader);
    row.day = take(reader);
    row.published = take(reader);
    base_push(reader->all->arena, &reader->all->events) = row;
}

static void take_event_party(gather_reader *reader)
{
    gather_event *row;
    FIND(reader, events, row)
    if (row) add_person(reader, &row->people, &row->people_count, DRG_PART_PARTY);
}

/* The states' own names, also of those that only act through their people. */
static void take_state(gather_reader *reader)
{
    drg_text country = take(reader), name = take(reader);
    if (base_map_get(&reader->all->keys, country) != DRG_NONE)
        record_gather_party(reader->all, country, (drg_text){"", 0}, country, name, BASE_LITERAL("state"));
}

/* Agreements, refusals and threats that the text asserts, or that are said to be planned. */
#define KEPT "type IN ('AGREE', 'REJECT', 'THREATEN') AND asserted AND status IN ('actual', 'ongoing')"

static const struct {
    const char *sql;
    void (*take_row)(gather_reader *reader);
} LOADS[] = {
    {"SELECT " TOLD(
         "g") ", g.number, g.id, g.status, g.level, l.name, l.country, t.first_day, t.last_day, d.published "
              "FROM meetings g JOIN documents d ON d.key = g.document "
              "LEFT JOIN dates t ON t.document = g.document AND t.number = g.date "
              "LEFT JOIN places l ON l.document = g.document AND l.number = g.place ORDER BY g.document, g.number",
     take_meeting},
    {"SELECT p.document, p.meeting, p.part, " PARTY " FROM meeting_people p "
     "JOIN mentions m ON m.document = p.document AND m.number = p.mention " ACTOR
     "ORDER BY p.document, p.meeting, p.number",
     take_participant},
    {"SELECT " TOLD("g") ", g.number, g.id, g.version, g.answers, t.first_day, d.published, " WORDS(
         "g.span_begin", "g.span_end") " FROM proposals g JOIN documents d ON d.key = g.document "
                                       "LEFT JOIN dates t ON t.document = g.document AND t.number = g.date "
                                       "ORDER BY g.document, g.number",
     take_proposal},
    {"SELECT p.document, p.proposal, p.part, " PARTY " FROM proposal_people p "
     "JOIN mentions m ON m.document = p.document AND m.number = p.mention " ACTOR
     "ORDER BY p.document, p.proposal, p.part, p.number",
     take_proposer},
    {"SELECT k.document, k.proposal, k.number, " WORDS(
         "k.span_begin",
         "k.span_end") " FROM proposal_terms k "
                       "JOIN documents d ON d.key = k.document ORDER BY k.document, k.proposal, k.number",
     take_term},
    {"SELECT " TOLD("x") ", x.number, x.stance, x.proposal, x.term, " WORDS(
         "x.content_begin",
         "x.content_end") ", t.first_day, d.published, " PARTY
                          " FROM positions x JOIN documents d ON d.key = x.document "
                          "JOIN mentions m ON m.document = x.document AND m.number = x.mention " ACTOR
                          "LEFT JOIN dates t ON t.document = x.document AND t.number = x.date ORDER BY x.document, "
                          "x.number",
     take_position},
    {"SELECT " TOLD(
         "q") ", q.number, q.stance, q.reverses, q.reversal_end - q.reversal_begin, t.first_day, "
              "d.published, a.id, " PARTY " FROM statements q JOIN documents d ON d.key = q.document "
              "JOIN mentions m ON m.document = q.document AND m.number = q.speaker " ACTOR
              "LEFT JOIN dates t ON t.document = q.document AND t.number = q.date ORDER BY q.document, q.number",
     take_statement},
    {"SELECT document, statement, matter, item, term FROM statement_matters ORDER BY document, statement, number",
     take_matter},
    {"SELECT " TOLD("e") ", e.number, e.type, " WORDS(
         "e.trigger_begin",
         "e.trigger_end") ", t.first_day, d.published "
                          "FROM events e JOIN documents d ON d.key = e.document "
                          "LEFT JOIN dates t ON t.document = e.document AND t.number = e.date WHERE e." KEPT
                          " ORDER BY e.document, e.number",
     take_event},
    {"SELECT p.document, p.event, " PARTY " FROM events e JOIN event_mentions p ON p.document = e.document AND "
     "p.event = e.number JOIN mentions m ON m.document = p.document AND m.number = p.mention " ACTOR "WHERE e." KEPT
     " AND p.part <> 'third' ORDER BY p.document, p.event, p.part, p.number",
     take_event_party},
    {"SELECT DISTINCT country, name FROM actors WHERE type = 'state' AND country IS NOT NULL ORDER BY country, name",
     take_state},
};

/* All places of a word in a text, a thousand at the most. */
static void find_hits(record_gathering *all, int64_t document, drg_text text, drg_text word, uint32_t given)
{
    const char *at = text.data, *end = text.data + text.size;
    for (size_t found = 0; found < 1000 && word.size && at && (size_t)(end - at) >= word.size; found++) {
        at = memmem(at, (size_t)(end - at), word.data, word.size);
        if (!at) return;
        base_push(all->arena, &all->hits) = (gather_hit){document, (uint32_t)(at - text.data), given};
        at += word.size;
    }
}

static void take_text(gather_reader *reader)
{
    record_gathering *all = reader->all;
    int64_t document = take_integer(reader);
    drg_text text = store_column(reader->row, reader->column++);
    for (uint32_t i = 0; i < all->given.count; i++)
        for (size_t k = 0; k < all->given.items[i].words.count; k++)
            find_hits(all, document, text, all->given.items[i].words.items[k], i);
}

static int by_document(const void *left, const void *right)
{
    const gather_hit *a = left, *b = right;
    if (a->document != b->document) return a->document < b->document ? -1 : 1;
    if (a->begin != b->begin) return a->begin < b->begin ? -1 : 1;
    return a->given < b->given ? -1 : a->given > b->given;
}

static drg_status load_hits(gather_reader *reader)
{
    record_gathering *all = reader->all;
    if (!all->given.count) return DRG_OK;
    drg_status status = each(reader, "SELECT key, text FROM documents ORDER BY key", take_text);
    if (all->hits.count) qsort(all->hits.items, all->hits.count, sizeof *all->hits.items, by_document);
    return status;
}

drg_status store_gather_load(drg_record *record, record_gathering *gathering, drg_error *error)
{
    gather_reader reader = {.record = record, .all = gathering, .error = error};
    drg_status status = DRG_OK;
    for (size_t i = 0; i < sizeof LOADS / sizeof *LOADS && status == DRG_OK; i++) {
        reader.at = 0;
        status = each(&reader, LOADS[i].sql, LOADS[i].take_row);
    }
    return status == DRG_OK ? load_hits(&reader) : status;
}

/* ---- keeping */

typedef struct gather_writer {
    drg_record *record;
    const record_gathering *all;
    store_row row;
    sqlite3_stmt *statement;
    drg_status status;
    drg_error *error;
} gather_writer;

static void open_table(gather_writer *writer, const char *sql)
{
    if (writer->status != DRG_OK) return;
    int code = sqlite3_prepare_v2(writer->record->database.handle, sql, -1, &writer->statement, NULL);
    if (code != SQLITE_OK) writer->status = store_fail(&writer->record->database, code, writer->error);
}

static void begin(gather_writer *writer)
{
    sqlite3_clear_bindings(writer->statement);
    writer->row = (store_row){.statement = writer->statement};
}

static void end(gather_writer *writer)
{
    if (writer->status == DRG_OK)
        writer->status = store_row_end(&writer->record->database, &writer->row, writer->error);
}

static void close_table(gather_writer *writer)
{
    sqlite3_finalize(writer->statement);
    writer->statement = NULL;
}

/* Numbers in the record begin with 1. */
static void put_one(gather_writer *writer, uint32_t index)
{
    if (index == DRG_NONE)
        store_put_null(&writer->row);
    else
        store_put_integer(&writer->row, (int64_t)index + 1);
}

static void put_told(gather_writer *writer, gather_place told)
{
    store_put_integer(&writer->row, told.document);
    store_put_integer(&writer->row, told.sentence);
    store_put_span(&writer->row, told.span);
}

#define EACH(writer, list) for (uint32_t i = 0; (writer)->status == DRG_OK && i < (writer)->all->list.count; i++)

static void save_meetings(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO gathered_meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    EACH(writer, joined_meetings)
    {
        const gather_joined_meeting *one = &all->joined_meetings.items[i];
        begin(writer);
        put_one(writer, i);
        store_put_required(&writer->row, all->meetings.items[one->first].id);
        put_one(writer, one->process);
        store_put_string(&writer->row, drg_meeting_status_name(one->status));
        store_put_text(&writer->row, one->level);
        store_put_text(&writer->row, one->place);
        store_put_text(&writer->row, one->country);
        store_put_text(&writer->row, one->first_day);
        store_put_text(&writer->row, one->last_day);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO gathered_meeting_members VALUES (?, ?, ?)");
    EACH(writer, meetings)
    {
        begin(writer);
        put_one(writer, all->meetings.items[i].into);
        store_put_integer(&writer->row, all->meetings.items[i].told.document);
        store_put_integer(&writer->row, all->meetings.items[i].number);
        end(writer);
    }
    close_table(writer);
}

static void save_proposals(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO gathered_proposals VALUES (?, ?, ?, ?, ?, ?, ?)");
    EACH(writer, joined_proposals)
    {
        const gather_joined_proposal *one = &all->joined_proposals.items[i];
        begin(writer);
        put_one(writer, i);
        store_put_required(&writer->row, all->proposals.items[one->first].id);
        put_one(writer, one->process);
        store_put_required(&writer->row, one->name);
        store_put_text(&writer->row, one->version);
        put_one(writer, one->answers);
        store_put_text(&writer->row, one->day);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO gathered_proposal_members VALUES (?, ?, ?)");
    EACH(writer, proposals)
    {
        begin(writer);
        put_one(writer, all->proposals.items[i].into);
        store_put_integer(&writer->row, all->proposals.items[i].told.document);
        store_put_integer(&writer->row, all->proposals.items[i].number);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO gathered_term_members VALUES (?, ?, ?, ?, ?)");
    EACH(writer, proposals)
    {
        const gather_proposal *one = &all->proposals.items[i];
        for (uint32_t k = 0; k < one->term_count; k++) {
            const gather_term *term = &all->terms.items[one->terms + k];
            begin(writer);
            put_one(writer, one->into);
            store_put_integer(&writer->row, term->into);
            store_put_integer(&writer->row, one->told.document);
            store_put_integer(&writer->row, one->number);
            store_put_integer(&writer->row, term->number);
            end(writer);
        }
    }
    close_table(writer);
}

static void save_positions(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO gathered_positions VALUES (?, ?, ?, ?, ?, ?, ?)");
    EACH(writer, positions)
    {
        const gather_position *one = &all->positions.items[i];
        drg_text published = one->published.size > 10 ? base_text_slice(one->published, 0, 10) : one->published;
        begin(writer);
        store_put_integer(&writer->row, one->told.document);
        store_put_integer(&writer->row, one->number);
        put_one(writer, one->process);
        put_one(writer, one->into);
        store_put_index(&writer->row, one->into_term);
        store_put_required(&writer->row, all->parties.items[one->party].key);
        store_put_text(&writer->row, one->day.size ? one->day : published);
        end(writer);
    }
    close_table(writer);
}

static void save_processes(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO processes VALUES (?, ?, ?, ?, ?, ?, ?)");
    EACH(writer, processes)
    {
        const gather_process *one = &all->processes.items[i];
        begin(writer);
        put_one(writer, i);
        store_put_required(&writer->row, one->id);
        store_put_required(&writer->row, one->name);
        store_put_integer(&writer->row, one->given);
        store_put_string(&writer->row, one->status);
        store_put_text(&writer->row, one->since);
        store_put_text(&writer->row, one->last_day);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO process_parties VALUES (?, ?, ?, ?, ?)");
    EACH(writer, processes)
    {
        const gather_process *one = &all->processes.items[i];
        for (size_t k = 0; k < one->parties.count; k++) {
            const gather_member *member = &one->parties.items[k];
            begin(writer);
            put_one(writer, i);
            store_put_integer(&writer->row, (int64_t)k);
            store_put_required(&writer->row, all->parties.items[member->party].key);
            store_put_required(&writer->row, all->parties.items[member->party].name);
            store_put_string(&writer->row, member->part == DRG_PART_GUEST ? "party" : drg_part_name(member->part));
            end(writer);
        }
    }
    close_table(writer);
}

static void save_course(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    uint32_t number = 0;
    open_table(writer, "INSERT INTO process_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    EACH(writer, steps)
    {
        const gather_step *one = &all->steps.items[i];
        number = i && all->steps.items[i - 1].process == one->process ? number + 1 : 0;
        begin(writer);
        put_one(writer, one->process);
        store_put_integer(&writer->row, number);
        store_put_text(&writer->row, one->day);
        store_put_string(&writer->row, one->status);
        put_told(writer, one->told);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO process_next VALUES (?, ?, ?, 'meeting', ?, ?, ?, ?, ?)");
    EACH(writer, next)
    {
        const gather_next *one = &all->next.items[i];
        number = i && all->next.items[i - 1].process == one->process ? number + 1 : 0;
        begin(writer);
        put_one(writer, one->process);
        store_put_integer(&writer->row, number);
        store_put_text(&writer->row, one->day);
        put_one(writer, one->meeting);
        put_told(writer, one->told);
        end(writer);
    }
    close_table(writer);
}

static void save_members(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO process_events VALUES (?, ?, ?)");
    EACH(writer, events)
    {
        if (all->events.items[i].process == DRG_NONE) continue;
        begin(writer);
        put_one(writer, all->events.items[i].process);
        store_put_integer(&writer->row, all->events.items[i].told.document);
        store_put_integer(&writer->row, all->events.items[i].number);
        end(writer);
    }
    close_table(writer);
    open_table(writer, "INSERT INTO process_statements VALUES (?, ?, ?)");
    EACH(writer, statements)
    {
        if (all->statements.items[i].process == DRG_NONE) continue;
        begin(writer);
        put_one(writer, all->statements.items[i].process);
        store_put_integer(&writer->row, all->statements.items[i].told.document);
        store_put_integer(&writer->row, all->statements.items[i].number);
        end(writer);
    }
    close_table(writer);
}

static void save_reversals(gather_writer *writer)
{
    const record_gathering *all = writer->all;
    open_table(writer, "INSERT INTO reversals VALUES (?, ?, ?, ?)");
    EACH(writer, statements)
    {
        const gather_statement *one = &all->statements.items[i];
        if (one->earlier == DRG_NONE && one->reverses == DRG_NONE && !one->told_reversal) continue;
        begin(writer);
        store_put_integer(&writer->row, one->told.document);
        store_put_integer(&writer->row, one->number);
        if (one->earlier != DRG_NONE) {
            store_put_integer(&writer->row, all->statements.items[one->earlier].told.document);
            store_put_integer(&writer->row, all->statements.items[one->earlier].number);
        } else if (one->reverses != DRG_NONE) {
            store_put_integer(&writer->row, one->told.document);
            store_put_integer(&writer->row, one->reverses);
        } else {
            store_put_null(&writer->row);
            store_put_null(&writer->row);
        }
        end(writer);
    }
    close_table(writer);
}

drg_status store_gather_save(drg_record *record, const record_gathering *gathering, drg_error *error)
{
    static const char EMPTY[] =
        "DELETE FROM processes; DELETE FROM process_parties; DELETE FROM process_steps; DELETE FROM process_next; "
        "DELETE FROM process_events; DELETE FROM process_statements; DELETE FROM gathered_meetings; "
        "DELETE FROM gathered_meeting_members; DELETE FROM gathered_proposals; DELETE FROM gathered_proposal_members; "
        "DELETE FROM gathered_term_members; DELETE FROM gathered_positions; DELETE FROM reversals; "
        "INSERT OR REPLACE INTO gathering VALUES (1, 0)";
    gather_writer writer = {.record = record, .all = gathering, .error = error, .status = DRG_OK};
    writer.status = store_run(&record->database, EMPTY, error);
    save_meetings(&writer);
    save_proposals(&writer);
    save_positions(&writer);
    save_processes(&writer);
    save_course(&writer);
    save_members(&writer);
    save_reversals(&writer);
    return writer.status;
}

drg_status store_gather_is_due(drg_record *record, bool *ret_due, drg_error *error)
{
    int64_t due = 0;
    drg_status status =
        store_number(&record->database,
                     "SELECT ifnull((SELECT stale FROM gathering), EXISTS (SELECT 1 FROM documents))", &due, error);
    *ret_due = due != 0;
    return status;
}
