/* SPDX-License-Identifier: Apache-2.0
 *
 * The negotiations: who takes part, where they stand, what comes next. The source of a row is what changed its state
 * last; where nothing did, the latest thing in it.
 */
#include "store/view.h"

static const char PROCESSES[] =
    "SELECT c.process, c.name, c.status, c.since, c.last_day, "
    "(SELECT count(*) FROM gathered_meetings g WHERE g.process = c.process), "
    "(SELECT count(*) FROM gathered_proposals g WHERE g.process = c.process) FROM processes c "
    "WHERE ifnull(c.last_day, '') >= ?1 AND ifnull(c.since, '') <= ?2 ORDER BY c.last_day DESC, c.process LIMIT ?3";
static const char PARTIES[] = "SELECT party, name, part FROM process_parties WHERE process = ?1 ORDER BY number";
static const char NEXT[] = "SELECT n.day, n.kind, n.document, n.span_begin, n.span_end FROM process_next n "
                           "WHERE n.process = ?1 AND (n.day IS NULL OR n.day >= ?2) ORDER BY n.number LIMIT 5";
/* Those that chosen documents tell of; one walk through each table, for which the + keeps the planner from looking up
 * each document in each negotiation. */
static const char TELL[] =
    "CREATE TEMP TABLE IF NOT EXISTS told_processes (process INTEGER PRIMARY KEY);"
    "INSERT OR IGNORE INTO temp.told_processes SELECT process FROM process_events WHERE +document IN "
    "temp.chosen_documents;"
    "INSERT OR IGNORE INTO temp.told_processes SELECT process FROM process_statements "
    "WHERE +document IN temp.chosen_documents;"
    "INSERT OR IGNORE INTO temp.told_processes SELECT g.process FROM temp.chosen_documents c CROSS JOIN "
    "gathered_meeting_members y ON y.document = c.key JOIN gathered_meetings g USING (meeting) WHERE g.process NOT "
    "NULL;"
    "INSERT OR IGNORE INTO temp.told_processes SELECT g.process FROM temp.chosen_documents c CROSS JOIN "
    "gathered_proposal_members y ON y.document = c.key JOIN gathered_proposals g USING (proposal) WHERE g.process NOT "
    "NULL";
static const char IS_TOLD[] = "SELECT EXISTS (SELECT 1 FROM temp.told_processes WHERE process = ?1)";
static const char IS_CHOSEN[] = "SELECT EXISTS (SELECT 1 FROM temp.chosen_processes WHERE process = ?1)";

/* What a process is known by, the best first. */
static const char *const SOURCES[] = {
    "SELECT document, sentence, span_begin, span_end FROM process_steps WHERE process = ?1 AND ifnull(day, '') <= ?2 "
    "ORDER BY number DESC LIMIT 1",
    "SELECT x.document, x.sentence, x.span_begin, x.span_end FROM gathered_meetings g "
    "JOIN gathered_meeting_members y USING (meeting) JOIN meetings x ON x.document = y.document AND x.number = "
    "y.number "
    "WHERE g.process = ?1 AND ifnull(g.first_day, '') <= ?2 ORDER BY g.first_day DESC, x.document DESC LIMIT 1",
    "SELECT x.document, x.sentence, x.span_begin, x.span_end FROM gathered_proposals g "
    "JOIN gathered_proposal_members y USING (proposal) JOIN proposals x ON x.document = y.document AND x.number = "
    "y.number "
    "WHERE g.process = ?1 AND ifnull(g.first_day, '') <= ?2 ORDER BY g.first_day DESC, x.document DESC LIMIT 1",
    "SELECT x.document, x.sentence, x.span_begin, x.span_end FROM process_events q "
    "JOIN events x ON x.document = q.document AND x.number = q.event WHERE q.process = ?1 AND ?2 = ?2 "
    "ORDER BY q.document DESC, q.event DESC LIMIT 1",
    "SELECT x.document, x.sentence, x.span_begin, x.span_end FROM process_statements q "
    "JOIN statements x ON x.document = q.document AND x.number = q.statement WHERE q.process = ?1 AND ?2 = ?2 "
    "ORDER BY q.document DESC, q.statement DESC LIMIT 1",
};

static bool find_source(view_maker *maker, int64_t process, drg_text by, view_source *ret_source)
{
    bool found = false;
    for (size_t i = 0; i < sizeof SOURCES / sizeof *SOURCES && !found; i++) {
        sqlite3_stmt *row = view_statement(maker, SOURCES[i]);
        view_bind_integer(maker, row, 1, process);
        view_bind_text(maker, row, 2, by);
        found = view_step(maker, row);
        if (found) *ret_source = view_source_at(row, 0);
        ret_source->span = (drg_span){0}; /* the sentence: the word that turned it tells a reader little */
        sqlite3_reset(row);
    }
    return found;
}

static bool is_in(view_maker *maker, const char *sql, int64_t process)
{
    if (!sql) return true;
    sqlite3_stmt *row = view_statement(maker, sql);
    view_bind_integer(maker, row, 1, process);
    bool in = view_step(maker, row) && view_integer(row, 0);
    sqlite3_reset(row);
    return in;
}

view_processes_list view_processes_of(view_maker *maker)
{
    view_processes_list list = {0};
    drg_text to = maker->filter.to.size ? maker->filter.to : BASE_LITERAL("9999-12-31");
    const char *asks = maker->chooses_processes ? IS_CHOSEN : maker->chooses_documents ? IS_TOLD : NULL;
    if (asks == IS_TOLD) view_run(maker, TELL);
    sqlite3_stmt *row = view_statement(maker, PROCESSES);
    view_bind_text(maker, row, 1, maker->filter.from);
    view_bind_text(maker, row, 2, to);
    view_bind_integer(maker, row, 3, -1);
    while (view_step(maker, row)) {
        view_process process = {.process = view_integer(row, 0)};
        bool chosen = is_in(maker, asks, process.process);
        if (!chosen || !find_source(maker, process.process, to, &process.source)) continue;
        if (list.count == maker->limit) {
            maker->table->more = true;
            break;
        }
        process.name = view_text(maker, row, 1);
        process.status = view_text(maker, row, 2);
        process.since = view_text(maker, row, 3);
        process.last_day = view_text(maker, row, 4);
        process.meetings = view_integer(row, 5);
        process.proposals = view_integer(row, 6);
        base_push(maker->arena, &list) = process;
    }
    sqlite3_reset(row);
    return list;
}

drg_text view_process_people(view_maker *maker, int64_t process, const char *part)
{
    view_words words = {0};
    sqlite3_stmt *row = view_statement(maker, PARTIES);
    view_bind_integer(maker, row, 1, process);
    while (view_step(maker, row))
        if (base_text_is(store_column(row, 2), part)) view_join(maker, &words, "\n", view_text(maker, row, 1));
    return view_done(&words);
}

static drg_text next_of(view_maker *maker, int64_t process)
{
    view_words words = {0};
    sqlite3_stmt *row = view_statement(maker, NEXT);
    view_bind_integer(maker, row, 1, process);
    view_bind_text(maker, row, 2, maker->last_day);
    while (view_step(maker, row)) {
        drg_span span = {(uint32_t)view_integer(row, 3), (uint32_t)view_integer(row, 4)};
        drg_text day = view_text(maker, row, 0), kind = view_text(maker, row, 1);
        drg_text wording = view_wording(maker, view_integer(row, 2), span);
        view_join(maker, &words, "\n", day.size ? day : kind);
        if (day.size) view_join(maker, &words, " ", kind);
        view_join(maker, &words, ": ", wording);
    }
    return view_done(&words);
}

void view_processes(view_maker *maker)
{
    static const char *const NAMES[] = {"process",   "status",   "since",     "last", "parties",
                                        "mediators", "meetings", "proposals", "next"};
    view_processes_list list = view_processes_of(maker);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < list.count; i++) {
        const view_process *process = &list.items[i];
        drg_cell *cells = view_row(maker, process->source);
        cells[0].text = process->name;
        cells[1].text = process->status;
        cells[2].text = process->since;
        cells[3].text = process->last_day;
        cells[4].text = view_process_people(maker, process->process, "party");
        cells[5].text = view_process_people(maker, process->process, "mediator");
        cells[6].text = base_text_format(maker->arena, "%lld", (long long)process->meetings);
        cells[7].text = base_text_format(maker->arena, "%lld", (long long)process->proposals);
        cells[8].text = next_of(maker, process->process);
    }
}
