/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a kind of thing and the filter. Out: the latest of them with their days, as many as the limit asks for.
 *
 * A thing's day is that of its date, else that of its report. Where few rows can come into question (a rare kind, a
 * filter that leaves few documents), these are looked at one by one and sorted. Else the days are walked backward in
 * their indexes, once for dates and once for reports of things without one, until there are enough: never a scan of the
 * whole record. Meetings and proposals that were gathered across documents are found among the gathered ones.
 */
#include "store/view.h"

#include <stdlib.h>

typedef struct kind_shape {
    const char *table;
    const char *rare;      /* counts its rows, up to a bound */
    const char *people;    /* tables with the mentions m that take part in it */
    const char *people_on; /* how they hang on the row x */
    const char *process;   /* that it belongs to a chosen process */
    bool has_place;
    const char *only;                     /* which rows count at all */
    const char *gathered, *members, *key; /* of what is gathered: its tables and its key */
} kind_shape;

#define RARE(table) "SELECT count(*) FROM (SELECT 1 FROM " table " LIMIT 20001)"
enum { RARE_ROWS = 20000 };
#define OF_PROCESS "process IN (SELECT process FROM temp.chosen_processes)"

#define OF_SPEAKER "m.document = x.document AND m.number IN (x.speaker, x.addressee)"
#define PROCESS_SAID                                                                                                   \
    "EXISTS (SELECT 1 FROM process_statements q WHERE q." OF_PROCESS                                                   \
    " AND q.document = x.document AND q.statement = x.number)"

/* A threat bears on a negotiation when one of its parties makes it, in a report that tells of the negotiation. */
#define BEARS_ON_PROCESS                                                                                               \
    "EXISTS (SELECT 1 FROM process_events q WHERE q." OF_PROCESS " AND q.document = x.document) "                      \
    "AND EXISTS (SELECT 1 FROM event_mentions p JOIN mentions m ON m.document = p.document AND m.number = p.mention "  \
    "JOIN actors a ON a.document = m.document AND a.number = m.actor JOIN process_parties y ON y." OF_PROCESS          \
    " AND (y.party = a.id OR y.party = m.country OR substr(y.party, 1, 4) = m.country || ' ') "                        \
    "WHERE p.document = x.document AND p.event = x.number AND p.part = 'actor')"

static const kind_shape SHAPES[VIEW_KIND_COUNT] = {
    [VIEW_EVENT] = {"events", RARE("events"),
                    "event_mentions p JOIN mentions m ON m.document = p.document AND m.number = p.mention",
                    "p.document = x.document AND p.event = x.number",
                    "EXISTS (SELECT 1 FROM process_events q WHERE q." OF_PROCESS
                    " AND q.document = x.document AND q.event = x.number)",
                    true, " AND x.asserted", NULL, NULL, NULL},
    [VIEW_THREAT] = {"(SELECT * FROM events WHERE type = 'THREATEN' AND NOT negated)",
                     RARE("events WHERE type = 'THREATEN'"),
                     "event_mentions p JOIN mentions m ON m.document = p.document AND m.number = p.mention",
                     "p.document = x.document AND p.event = x.number", BEARS_ON_PROCESS, true, "", NULL, NULL, NULL},
    [VIEW_MEETING] = {"meetings", RARE("meetings"),
                      "meeting_people p JOIN mentions m ON m.document = p.document AND m.number = p.mention",
                      "p.document = x.document AND p.meeting = x.number", "1", true, "", "gathered_meetings",
                      "gathered_meeting_members", "meeting"},
    [VIEW_PROPOSAL] =
        {"proposals", RARE("proposals"),
         "(SELECT document, proposal, mention FROM proposal_people UNION ALL SELECT document, proposal, "
         "mention FROM positions WHERE proposal IS NOT NULL) p JOIN mentions m ON m.document = p.document "
         "AND m.number = p.mention",
         "p.document = x.document AND p.proposal = x.number", "1", true, "", "gathered_proposals",
         "gathered_proposal_members", "proposal"},
    [VIEW_POSITION] =
        {"positions", RARE("positions"), "mentions m", "m.document = x.document AND m.number = x.mention",
         "EXISTS (SELECT 1 FROM gathered_positions q WHERE q.document = x.document AND q.number = x.number "
         "AND q." OF_PROCESS ")",
         false, "", NULL, NULL, NULL},
    [VIEW_STATEMENT] = {"statements", RARE("statements"), "mentions m", OF_SPEAKER, PROCESS_SAID, false, "", NULL, NULL,
                        NULL},
    [VIEW_REVERSAL] = {"(SELECT s.document, s.number, s.date, s.speaker, s.addressee FROM reversals r "
                       "CROSS JOIN statements s ON s.document = r.document AND s.number = r.statement)",
                       RARE("reversals"), "mentions m", OF_SPEAKER, PROCESS_SAID, false, "", NULL, NULL, NULL},
    [VIEW_TURN] = {"(SELECT document, number, date, speaker, addressee FROM statements "
                   "WHERE reverses IS NOT NULL OR reversal_end > reversal_begin)",
                   RARE("statements WHERE reverses IS NOT NULL OR reversal_end > reversal_begin"), "mentions m",
                   OF_SPEAKER, PROCESS_SAID, false, "", NULL, NULL, NULL},
};

/* ---------------------------------------------------------------- the conditions */

static void add_people(view_maker *maker, view_words *sql, const kind_shape *shape, const char *who)
{
    view_add_string(maker, sql, " AND EXISTS (SELECT 1 FROM ");
    view_add_string(maker, sql, shape->people);
    view_add_string(maker, sql, " JOIN actors a ON a.document = m.document AND a.number = m.actor WHERE ");
    view_add_string(maker, sql, shape->people_on);
    view_add_string(maker, sql, who);
}

void view_conditions(view_maker *maker, view_words *sql, view_kind kind)
{
    const kind_shape *shape = &SHAPES[kind];
    view_add_string(maker, sql, shape->only);
    if (maker->chooses_documents)
        view_add_string(maker, sql, " AND +x.document IN (SELECT key FROM temp.chosen_documents)");
    if (maker->chooses_processes) {
        view_add_string(maker, sql, " AND ");
        view_add_string(maker, sql, shape->process);
    }
    if (maker->chooses_actors) add_people(maker, sql, shape, " AND a.id IN (SELECT id FROM temp.chosen_actors))");
    if (maker->chooses_parties)
        add_people(maker, sql, shape,
                   " AND (a.id IN (SELECT id FROM temp.chosen_parties) "
                   "OR m.country IN (SELECT code FROM temp.chosen_countries)))");
    if (maker->chooses_places && shape->has_place)
        view_add_string(maker, sql,
                        " AND EXISTS (SELECT 1 FROM places l JOIN temp.chosen_places c ON c.name = l.name "
                        "AND c.country IS l.country WHERE l.document = x.document AND l.number = x.place)");
}

/* ---------------------------------------------------------------- asking */

static void set_day(view_head *head, drg_text day)
{
    size_t size = day.size < DAY_SIZE - 1 ? day.size : DAY_SIZE - 1;
    memcpy(head->day, day.data ? day.data : "", size);
    head->day[size] = '\0';
}

/* Parameters 1 and 2 are the first and the last day, 3 is the limit; columns: document, number, day. */
static void ask(view_maker *maker, view_kind kind, const view_words *sql, view_heads *heads)
{
    bool bounded = maker->filter.from.size || maker->filter.to.size;
    sqlite3_stmt *statement = view_statement(maker, base_text_copy(maker->arena, view_done(sql)).data);
    view_bind_text(maker, statement, 1,
                   maker->filter.from.size ? maker->filter.from : base_text_from(bounded ? "0" : ""));
    view_bind_text(maker, statement, 2, maker->filter.to.size ? maker->filter.to : BASE_LITERAL("9999-12-31"));
    view_bind_integer(maker, statement, 3, (int64_t)(maker->limit < INT64_MAX ? maker->limit + 1 : INT64_MAX));
    while (view_step(maker, statement)) {
        view_head head = {.kind = kind};
        head.document = view_integer(statement, 0);
        head.number = view_integer(statement, 1);
        set_day(&head, store_column(statement, 2));
        base_push(maker->arena, heads) = head;
    }
}

#define WITHOUT_DAY                                                                                                    \
    "NOT EXISTS (SELECT 1 FROM dates t WHERE t.document = x.document AND t.number = x.date AND t.first_day IS NOT "    \
    "NULL)"
#define OF_REPORT "substr(d.published, 1, 10)"

/* Row by row. */
static void scan(view_maker *maker, view_kind kind, view_heads *heads)
{
    const kind_shape *shape = &SHAPES[kind];
    view_words sql = {0};
    view_add_string(maker, &sql, "SELECT x.document, x.number, coalesce(t.first_day, " OF_REPORT ", '') AS day FROM ");
    if (maker->few_documents) view_add_string(maker, &sql, "temp.chosen_documents c CROSS JOIN ");
    view_add_string(maker, &sql, shape->table);
    view_add_string(maker, &sql, maker->few_documents ? " x ON x.document = c.key" : " x");
    view_add_string(maker, &sql,
                    " CROSS JOIN documents d ON d.key = x.document LEFT JOIN dates t ON t.document = x.document "
                    "AND t.number = x.date WHERE coalesce(t.first_day, " OF_REPORT ", '') BETWEEN ?1 AND ?2");
    view_conditions(maker, &sql, kind);
    view_add_string(maker, &sql, " ORDER BY day DESC, x.document DESC, x.number DESC LIMIT ?3");
    ask(maker, kind, &sql, heads);
}

/* Backward through the days: of dates, of reports, and then what has no day at all. */
static void walk(view_maker *maker, view_kind kind, view_heads *heads)
{
    const kind_shape *shape = &SHAPES[kind];
    bool bounded = maker->filter.from.size || maker->filter.to.size;
    const char *const BEFORE[] = {"SELECT x.document, x.number, t.first_day FROM dates t CROSS JOIN ",
                                  "SELECT x.document, x.number, " OF_REPORT " FROM documents d CROSS JOIN ",
                                  "SELECT x.document, x.number, '' FROM documents d CROSS JOIN "};
    const char *const BEHIND[] = {
        " x ON x.document = t.document AND x.date = t.number WHERE t.first_day BETWEEN ?1 AND ?2",
        " x ON x.document = d.key WHERE d.published >= ?1 AND d.published < ?2 || 'U' AND " WITHOUT_DAY,
        " x ON x.document = d.key WHERE d.published IS NULL AND ?1 <= ?2 AND " WITHOUT_DAY};
    const char *const ORDER[] = {" ORDER BY t.first_day DESC LIMIT ?3", " ORDER BY d.published DESC LIMIT ?3",
                                 " LIMIT ?3"};
    for (size_t i = 0; i < (bounded ? 2 : 3); i++) {
        view_words sql = {0};
        view_add_string(maker, &sql, BEFORE[i]);
        view_add_string(maker, &sql, shape->table);
        view_add_string(maker, &sql, BEHIND[i]);
        view_conditions(maker, &sql, kind);
        view_add_string(maker, &sql, ORDER[i]);
        ask(maker, kind, &sql, heads);
    }
}

/* Several documents tell it. */
static void add_shared(view_maker *maker, view_words *sql, const kind_shape *shape)
{
    view_add_string(maker, sql, " AND (SELECT count(DISTINCT y.document) FROM ");
    view_add_string(maker, sql, shape->members);
    view_add_string(maker, sql, " y WHERE y.");
    view_add_string(maker, sql, shape->key);
    view_add_string(maker, sql, " = g.");
    view_add_string(maker, sql, shape->key);
    view_add_string(maker, sql, ") > 1");
}

/* Some document that the filter chooses tells it, as the filter asks: the documents first, unless there are so many
 * that the latest days have enough of them. */
static void add_members(view_maker *maker, view_words *sql, view_kind kind)
{
    const kind_shape *shape = &SHAPES[kind];
    const char *const among[] = {" AND g.",
                                 shape->key,
                                 " IN (SELECT z.",
                                 shape->key,
                                 " FROM temp.chosen_documents c CROSS JOIN ",
                                 shape->members,
                                 " z ON z.document = c.key)"};
    const char *const told[] = {" AND EXISTS (SELECT 1 FROM ",
                                shape->members,
                                " y CROSS JOIN ",
                                shape->table,
                                " x ON x.document = y.document AND x.number = y.number WHERE y.",
                                shape->key,
                                " = g.",
                                shape->key};
    for (size_t i = 0; i < sizeof among / sizeof *among && !maker->many_documents; i++)
        view_add_string(maker, sql, among[i]);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) view_add_string(maker, sql, told[i]);
    view_conditions(maker, sql, kind);
    view_add_string(maker, sql, ")");
}

/* Among what was gathered: with a day of its own, and without, by the first report. */
static void collect_gathered(view_maker *maker, view_kind kind, view_heads *heads)
{
    const kind_shape *shape = &SHAPES[kind];
    for (int dated = 1; dated >= 0; dated--) {
        view_words sql = {0};
        view_add_string(maker, &sql, "SELECT 0, g.");
        view_add_string(maker, &sql, shape->key);
        view_add_string(maker, &sql,
                        dated ? ", g.first_day AS day FROM " : ", coalesce((SELECT min(" OF_REPORT ") FROM ");
        if (!dated) {
            view_add_string(maker, &sql, shape->members);
            view_add_string(maker, &sql, " y JOIN documents d ON d.key = y.document WHERE y.");
            view_add_string(maker, &sql, shape->key);
            view_add_string(maker, &sql, " = g.");
            view_add_string(maker, &sql, shape->key);
            view_add_string(maker, &sql, "), '') AS day FROM ");
        }
        view_add_string(maker, &sql, shape->gathered);
        view_add_string(maker, &sql,
                        dated ? " g WHERE g.first_day BETWEEN ?1 AND ?2"
                              : " g WHERE g.first_day IS NULL AND day BETWEEN ?1 AND ?2");
        if (maker->chooses_processes) view_add_string(maker, &sql, " AND g." OF_PROCESS);
        if (maker->only_shared) add_shared(maker, &sql, shape);
        if (maker->chooses_members) add_members(maker, &sql, kind);
        view_add_string(maker, &sql, " ORDER BY g.");
        view_add_string(maker, &sql, dated ? "first_day" : shape->key); /* keys are in the order of reports too */
        view_add_string(maker, &sql, " DESC LIMIT ?3");
        ask(maker, kind, &sql, heads);
    }
}

static bool is_rare(view_maker *maker, const char *sql)
{
    sqlite3_stmt *statement = view_statement(maker, sql);
    bool rare = view_step(maker, statement) && view_integer(statement, 0) <= RARE_ROWS;
    sqlite3_reset(statement);
    return rare;
}

static void collect(view_maker *maker, view_kind kind, view_heads *heads)
{
    if (maker->gathered && SHAPES[kind].gathered)
        collect_gathered(maker, kind, heads);
    else if (maker->few_documents || is_rare(maker, SHAPES[kind].rare))
        scan(maker, kind, heads);
    else
        walk(maker, kind, heads);
}

/* A brief asks for the same things several times. */
static bool is_asked(const view_maker *maker, const view_collected *known, view_kind kind)
{
    return known->kind == kind && known->limit == maker->limit && known->only_shared == maker->only_shared &&
           known->chooses_processes == maker->chooses_processes && base_text_equal(known->to, maker->filter.to) &&
           base_text_equal(known->from, maker->filter.from);
}

void view_collect(view_maker *maker, view_kind kind, view_heads *heads)
{
    size_t at = 0;
    while (at < maker->collected_count && !is_asked(maker, &maker->collected[at], kind)) at++;
    if (at == VIEW_COLLECTED) {
        collect(maker, kind, heads);
        return;
    }
    view_collected *known = &maker->collected[at];
    if (at == maker->collected_count) {
        *known = (view_collected){.kind = kind,
                                  .limit = maker->limit,
                                  .from = maker->filter.from,
                                  .to = maker->filter.to,
                                  .only_shared = maker->only_shared,
                                  .chooses_processes = maker->chooses_processes};
        collect(maker, kind, &known->heads);
        maker->collected_count++;
    }
    for (size_t i = 0; i < known->heads.count; i++) base_push(maker->arena, heads) = known->heads.items[i];
}

/* ---------------------------------------------------------------- order */

static int compare(const void *a, const void *b)
{
    const view_head *one = a, *other = b;
    int days = strcmp(one->day, other->day);
    if (days) return days;
    if (one->document != other->document) return one->document < other->document ? -1 : 1;
    if (one->kind != other->kind) return one->kind < other->kind ? -1 : 1;
    return one->number < other->number ? -1 : one->number > other->number;
}

void view_order(view_maker *maker, view_heads *heads)
{
    if (heads->count) qsort(heads->items, heads->count, sizeof *heads->items, compare);
    if (heads->count <= maker->limit) return;
    maker->table->more = true;
    size_t left_out = heads->count - maker->limit;
    memmove(heads->items, heads->items + left_out, maker->limit * sizeof *heads->items);
    heads->count = maker->limit;
}

/* ---------------------------------------------------------------- members */

static const char MEETING_MEMBERS[] =
    "SELECT y.document, y.number, substr(d.published, 1, 10) FROM gathered_meeting_members y "
    "JOIN documents d ON d.key = y.document WHERE y.meeting = ?1 ORDER BY d.published, y.document, y.number";
static const char PROPOSAL_MEMBERS[] =
    "SELECT y.document, y.number, substr(d.published, 1, 10) FROM gathered_proposal_members y "
    "JOIN documents d ON d.key = y.document WHERE y.proposal = ?1 ORDER BY d.published, y.document, y.number";
static const char ALONE[] = "SELECT key, ?2, substr(published, 1, 10) FROM documents WHERE key = ?1";

view_members view_members_of(view_maker *maker, const view_head *head)
{
    view_members members = {0};
    const char *gathered = head->kind == VIEW_MEETING ? MEETING_MEMBERS : PROPOSAL_MEMBERS;
    sqlite3_stmt *statement = view_statement(maker, head->document ? ALONE : gathered);
    view_bind_integer(maker, statement, 1, head->document ? head->document : head->number);
    if (head->document) view_bind_integer(maker, statement, 2, head->number);
    while (view_step(maker, statement)) {
        view_member member = {view_integer(statement, 0), view_integer(statement, 1), view_text(maker, statement, 2)};
        if (!maker->by.size || base_text_compare(member.reported, maker->by) <= 0)
            base_push(maker->arena, &members) = member;
    }
    return members;
}
