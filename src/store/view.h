/* SPDX-License-Identifier: Apache-2.0
 * Views: questions to a record, each answered with a table whose rows all carry their sources.
 *
 * A view is made by a view_maker. Whatever fails in the making (SQL, memory, a filter that names nothing) jumps to the
 * maker's escape, so that the queries below read like the questions that they ask. Rows come into the table through
 * view_row alone, and that demands a source: words of a document that are there. */
#ifndef STORE_VIEW_H
#define STORE_VIEW_H

#include "store/store.h"

enum { VIEW_STATEMENTS = 160, DAY_SIZE = 11, VIEW_SOURCES = 6, VIEW_TELLINGS = 200 };

/* Words of a document, as the tables point to them. An empty span stands for the whole sentence. */
typedef struct view_source {
    int64_t document; /* documents.key */
    int64_t sentence;
    drg_span span;
} view_source;

/* drg_table as the caller gets it, with its memory. */
typedef struct view_table {
    drg_table table; /* first: the address is that of the table */
    base_arena arena;
} view_table;

typedef struct view_cached {
    const char *sql;
    sqlite3_stmt *statement;
} view_cached;

/* ---- dated things of the record (view_heads.c) */

typedef enum view_kind {
    VIEW_EVENT,
    VIEW_MEETING,
    VIEW_PROPOSAL,
    VIEW_POSITION,
    VIEW_STATEMENT,
    VIEW_REVERSAL, /* a statement, by what was gathered */
    VIEW_TURN,     /* the same, by what its own document says */
    VIEW_THREAT,   /* an event, also one that is only told under a condition */
    VIEW_KIND_COUNT
} view_kind;

/* An event, a statement, a position; a meeting or proposal, of all documents together where `document` is 0. */
typedef struct view_head {
    char day[DAY_SIZE]; /* when; empty unknown */
    view_kind kind;
    int64_t document, number;
} view_head;

typedef BASE_VECTOR(view_head) view_heads;

enum { VIEW_COLLECTED = 16 };

/* What was found for a kind and a filter. */
typedef struct view_collected {
    view_kind kind;
    size_t limit;
    drg_text from, to;
    bool only_shared, chooses_processes;
    view_heads heads;
} view_collected;

typedef struct view_maker {
    store_database *database;
    base_arena *arena;
    drg_filter filter;
    drg_table *table;
    jmp_buf escape;
    drg_status status; /* why it jumped; DRG_OK: no memory */
    drg_error *error;
    view_cached statements[VIEW_STATEMENTS];
    size_t statement_count;
    size_t limit;
    bool gathered;          /* the tables across documents are filled */
    bool chooses_documents; /* temp.chosen_documents is to be looked at */
    bool few_documents;     /* and it is short */
    bool many_documents;    /* it is so long that most days have some of them */
    bool chooses_actors, chooses_parties, chooses_places, chooses_processes;
    bool chooses_members; /* more than the process is asked for */
    view_collected collected[VIEW_COLLECTED];
    size_t collected_count;
    drg_text last_day;  /* of the record: the latest report, or filter.to */
    drg_text by;        /* what was reported later is not yet known; empty: all is */
    bool only_shared;   /* of meetings and proposals those alone that several documents tell */
    base_map source_at; /* key of a source to its index */
    BASE_VECTOR(drg_text) columns;
    BASE_VECTOR(drg_row) rows;
    uint32_t *last_sources; /* of the last row, room for VIEW_SOURCES */
    BASE_VECTOR(drg_reference) sources;
} view_maker;

/* ---- failing */

_Noreturn void view_fail(view_maker *maker, drg_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* ---- asking: statements are prepared once for each address of `sql`, and given back reset */

sqlite3_stmt *view_statement(view_maker *maker, const char *sql);
void view_bind_integer(view_maker *maker, sqlite3_stmt *statement, int place, int64_t value);
void view_bind_text(view_maker *maker, sqlite3_stmt *statement, int place, drg_text text);
bool view_step(view_maker *maker, sqlite3_stmt *statement);
void view_run(view_maker *maker, const char *sql); /* statements that give nothing back */
int64_t view_integer(sqlite3_stmt *statement, int column);
drg_text view_text(view_maker *maker, sqlite3_stmt *statement, int column); /* a copy; empty for NULL */
bool view_is_null(sqlite3_stmt *statement, int column);
view_source view_source_at(sqlite3_stmt *statement, int column); /* document, sentence, span_begin, span_end */

/* ---- rows */

void view_columns(view_maker *maker, const char *const *names, size_t count);

/* The index of the source among the table's; the same words are there once. Fails on words that are not there. */
uint32_t view_source_index(view_maker *maker, view_source source);

/* A new row with empty cells. */
drg_cell *view_row(view_maker *maker, view_source source);

/* A further source of the last row; beyond VIEW_SOURCES they are passed over. */
void view_row_source(view_maker *maker, view_source source);

/* The wording at a source, in one line. */
drg_text view_wording(view_maker *maker, int64_t document, drg_span span);

/* The whole sentence in which a source lies. */
drg_text view_sentence(view_maker *maker, view_source source);

/* ---- text being put together */

typedef BASE_VECTOR(char) view_words;
void view_add(view_maker *maker, view_words *words, drg_text text);
void view_add_string(view_maker *maker, view_words *words, const char *string);
void view_join(view_maker *maker, view_words *words, const char *between, drg_text text); /* nothing before the first */
drg_text view_done(const view_words *words);

/* ---- choosing by the filter (view_filter.c) */

/* Fills temp.chosen_actors (id), chosen_parties (id), chosen_countries (code), chosen_places (name, country),
 * chosen_processes (process) and chosen_documents (key), as far as the filter asks. */
void view_choose(view_maker *maker);

/* ---- finding them */

/* Adds to a query what the filter asks of the row x of a kind, each condition behind AND. */
void view_conditions(view_maker *maker, view_words *sql, view_kind kind);

/* Adds the latest things of a kind that the filter chooses, at most the maker's limit. */
void view_collect(view_maker *maker, view_kind kind, view_heads *heads);

/* In the order of days, then of documents; all but the latest `limit` are left out. */
void view_order(view_maker *maker, view_heads *heads);

/* The places where the documents tell a meeting or a proposal, in the order of their reports. */
typedef struct view_member {
    int64_t document, number;
    drg_text reported; /* day of the report */
} view_member;
typedef BASE_VECTOR(view_member) view_members;
view_members view_members_of(view_maker *maker, const view_head *head);

/* ---- things in words (view_things.c) */

typedef struct view_participant {
    drg_text name, part, attendance;
} view_participant;
typedef BASE_VECTOR(view_participant) view_participants;

typedef struct view_meeting {
    view_participants list;
    drg_text name, topic, level, place, country, status, history, process;
    drg_text first_day, last_day;
    drg_text people;    /* a line each: "Marco Rubio: withdrew" */
    drg_text who;       /* their names alone, with commas */
    size_t reports;     /* documents */
    bool has_step;      /* some text says what became of it */
    view_source source; /* where the last of these stands, else where it is named */
    view_source sources[VIEW_SOURCES];
    size_t source_count;
} view_meeting;
view_meeting view_meeting_of(view_maker *maker, const view_head *head);

typedef struct view_term {
    int64_t term; /* gathered, or its number in the one document */
    drg_text subject, wording;
    view_source source;
} view_term;
typedef BASE_VECTOR(view_term) view_terms;

typedef struct view_proposal {
    drg_text name, version, by, to, answers, place, process;
    view_terms terms;
    size_t reports;
    view_source source;
    view_source sources[VIEW_SOURCES];
    size_t source_count;
} view_proposal;
view_proposal view_proposal_of(view_maker *maker, const view_head *head);

typedef struct view_position {
    int64_t document, number;
    drg_text day, party, who, stance, content, condition, process;
    int64_t proposal, term; /* gathered, or of the document; -1 none */
    bool by_statement;
    view_source source;
} view_position;
view_position view_position_of(view_maker *maker, int64_t document, int64_t number);

/* The positions on a proposal, in the order of days. */
typedef BASE_VECTOR(view_position) view_positions;
view_positions view_positions_on(view_maker *maker, const view_head *proposal);

typedef struct view_statement_said {
    drg_text day, speaker, verb, stance, words, about, addressee, outlet, medium;
    bool direct;
    view_source source;
} view_statement_said;
view_statement_said view_statement_of(view_maker *maker, int64_t document, int64_t number);

typedef struct view_event_told {
    drg_text type, mode, status, actors, recipients, place, words, figures;
    bool negated;
    view_source source;
} view_event_told;
view_event_told view_event_of(view_maker *maker, int64_t document, int64_t number);

typedef struct view_process {
    int64_t process;
    drg_text name, status, since, last_day;
    int64_t meetings, proposals;
    view_source source; /* what it is known by: what changed its state last */
} view_process;
typedef BASE_VECTOR(view_process) view_processes_list;

/* Those that the filter chooses, the one with the latest news first. */
view_processes_list view_processes_of(view_maker *maker);
/* Names, a line each; `part` is 'party', 'mediator' or 'host'. */
drg_text view_process_people(view_maker *maker, int64_t process, const char *part);

/* A party for people: 'RUS GOV' is Russia. */
drg_text view_party_name(view_maker *maker, drg_text party);

/* Who the mention stands for: 'RUS GOV' where it acts for a state, else the actor's id. */
drg_text view_party_of(view_maker *maker, drg_text id, drg_text type, drg_text country, drg_text sectors);

/* Is a meeting named by a noun ("the talks"), not by a verb ("met")? */
bool view_is_noun(drg_text name);

/* The latest position of its party on its term? `at` is among positions in the order of days. */
bool view_is_latest(const view_positions *positions, size_t at);

/* The wording of a term, empty when there is no such. */
drg_text view_term_wording(const view_terms *terms, int64_t term);

/* ---- what is worked out from these (view_state.c, view_silence.c, view_conflicts.c) */

/* Where something stood on a day. */
typedef struct view_standing {
    view_head head; /* what it is; a position by its document and number; of a process the number alone */
    drg_text key;   /* the same thing on every day */
    drg_text kind;  /* 'process', 'meeting', 'proposal', 'position' */
    drg_text name;  /* "Brevia on a draft accord" */
    drg_text value; /* "rejects" */
    drg_text day;   /* since when */
    view_source source;
} view_standing;
typedef BASE_VECTOR(view_standing) view_standings;

/* All that stood as reported up to the day. */
view_standings view_state(view_maker *maker, drg_text day);

typedef struct view_difference {
    const view_standing *before, *after; /* one may be NULL */
} view_difference;
typedef BASE_VECTOR(view_difference) view_differences;
view_differences view_compare(view_maker *maker, const view_standings *before, const view_standings *after);

/* Somebody was asked and has not answered. */
typedef struct view_unheard {
    char day[DAY_SIZE];
    int64_t days; /* since then */
    drg_text party, by, matter, kind;
    view_source source;
} view_unheard;
typedef BASE_VECTOR(view_unheard) view_silences;
view_silences view_unheard_of(view_maker *maker, int64_t least);

/* Two accounts of one thing. */
typedef struct view_conflict {
    char day[DAY_SIZE];
    drg_text kind, name, field, one, other;
    view_source one_source, other_source;
} view_conflict;
typedef BASE_VECTOR(view_conflict) view_contested;
view_contested view_contested_of(view_maker *maker);

/* ---- the views, each filling the maker's table */

void view_processes(view_maker *maker);
void view_meetings(view_maker *maker);
void view_proposals(view_maker *maker);
void view_matrix(view_maker *maker);
void view_stands(view_maker *maker);
void view_statements(view_maker *maker);
void view_reversals(view_maker *maker);
void view_silence(view_maker *maker);
void view_conflicts(view_maker *maker);
void view_trace(view_maker *maker);
void view_timeline(view_maker *maker);
void view_diff(view_maker *maker);
void view_brief(view_maker *maker);

#endif
