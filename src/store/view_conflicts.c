/* SPDX-License-Identifier: Apache-2.0
 *
 * Accounts of one thing that cannot both be right, side by side. Of a meeting that several reports tell: days that do
 * not meet, places in two countries, held and called off, present and absent, where both reports were written when it
 * was due or over (before, plans change, and that is no contradiction). Of events: figures of the dead, injured,
 * detained or of a crowd that differ in two reports of the same kind of event at the same place on the same day.
 */
#include "store/view.h"

#include <stdio.h>

/* ---------------------------------------------------------------- meetings */

typedef struct account {
    int64_t document;
    drg_text publisher, reported, status, first_day, last_day, place, country;
    struct {
        drg_text id, name, attendance;
        view_source source;
    } people[16];
    size_t people_count;
    view_source source;
} account;
typedef BASE_VECTOR(account) accounts;

static const char ACCOUNT[] =
    "SELECT g.document, g.sentence, g.status, coalesce(d.publisher, d.id), substr(d.published, 1, 10), t.first_day, "
    "t.last_day, l.name, l.country FROM meetings g JOIN documents d ON d.key = g.document "
    "LEFT JOIN dates t ON t.document = g.document AND t.number = g.date "
    "LEFT JOIN places l ON l.document = g.document AND l.number = g.place WHERE g.document = ?1 AND g.number = ?2";
static const char PRESENCE[] = "SELECT a.id, a.name, p.attendance, p.document, p.sentence FROM meeting_people p "
                               "JOIN mentions m ON m.document = p.document AND m.number = p.mention "
                               "JOIN actors a ON a.document = m.document AND a.number = m.actor "
                               "WHERE p.document = ?1 AND p.meeting = ?2 ORDER BY p.number LIMIT 16";

static view_source sentence_at(sqlite3_stmt *row, int column)
{
    return (view_source){.document = view_integer(row, column), .sentence = view_integer(row, column + 1)};
}

static account read_account(view_maker *maker, const view_member *member)
{
    account made = {.document = member->document};
    sqlite3_stmt *row = view_statement(maker, ACCOUNT);
    view_bind_integer(maker, row, 1, member->document);
    view_bind_integer(maker, row, 2, member->number);
    if (view_step(maker, row)) {
        made.source = sentence_at(row, 0);
        made.status = view_text(maker, row, 2);
        made.publisher = view_text(maker, row, 3);
        made.reported = view_text(maker, row, 4);
        made.first_day = view_text(maker, row, 5);
        made.last_day = view_text(maker, row, 6);
        made.place = view_text(maker, row, 7);
        made.country = view_text(maker, row, 8);
    }
    sqlite3_reset(row);
    row = view_statement(maker, PRESENCE);
    view_bind_integer(maker, row, 1, member->document);
    view_bind_integer(maker, row, 2, member->number);
    while (view_step(maker, row) && made.people_count < sizeof made.people / sizeof *made.people) {
        size_t at = made.people_count++;
        made.people[at].id = view_text(maker, row, 0);
        made.people[at].name = view_text(maker, row, 1);
        made.people[at].attendance = view_text(maker, row, 2);
        made.people[at].source = sentence_at(row, 3);
    }
    sqlite3_reset(row);
    return made;
}

static bool is_any(drg_text text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (base_text_is(text, words[i])) return true;
    return false;
}

/* Held, called off, or neither: 1, -1, 0. */
static int outcome(drg_text status)
{
    static const char *const HELD[] = {"held", "ongoing"}, *const OFF[] = {"cancelled", "postponed", "collapsed"};
    return is_any(status, HELD, 2) ? 1 : is_any(status, OFF, 3) ? -1 : 0;
}

/* Present, absent, or neither. */
static int presence(drg_text attendance)
{
    static const char *const PRESENT[] = {"attending", "arrived"}, *const ABSENT[] = {"absent", "withdrew", "deputy"};
    return is_any(attendance, PRESENT, 2) ? 1 : is_any(attendance, ABSENT, 3) ? -1 : 0;
}

/* Was the report written when the meeting was due or over? */
static bool is_after(const account *one, drg_text day)
{
    return day.size && one->reported.size && base_text_compare(one->reported, day) >= 0;
}

static drg_text tell(view_maker *maker, const account *one, drg_text value)
{
    view_words words = {0};
    view_add(maker, &words, one->publisher);
    view_add_string(maker, &words, ": ");
    view_add(maker, &words, value);
    return view_done(&words);
}

typedef struct dispute {
    view_contested *list;
    const view_head *head;
    drg_text *name; /* of the meeting; looked up when it is needed */
    const account *one, *other;
} dispute;

static void add(view_maker *maker, const dispute *found, drg_text field, drg_text one, drg_text other,
                view_source one_source, view_source other_source)
{
    if (!found->name->size) *found->name = view_meeting_of(maker, found->head).name;
    view_conflict conflict = {.kind = BASE_LITERAL("meeting"), .name = *found->name, .field = field};
    memcpy(conflict.day, found->head->day, sizeof conflict.day);
    conflict.one = tell(maker, found->one, one);
    conflict.other = tell(maker, found->other, other);
    conflict.one_source = one_source;
    conflict.other_source = other_source;
    base_push(maker->arena, found->list) = conflict;
}

static drg_text days_of(view_maker *maker, const account *one)
{
    view_words words = {0};
    view_add(maker, &words, one->first_day);
    if (!base_text_equal(one->first_day, one->last_day)) view_join(maker, &words, " to ", one->last_day);
    return view_done(&words);
}

static void compare_days(view_maker *maker, const dispute *found)
{
    const account *one = found->one, *other = found->other;
    if (!one->first_day.size || !other->first_day.size || outcome(one->status) != outcome(other->status) ||
        outcome(one->status) < 0)
        return;
    bool apart = base_text_compare(one->last_day, other->first_day) < 0 ||
                 base_text_compare(other->last_day, one->first_day) < 0;
    /* a plan that was told on another day may have been changed since */
    bool comparable = outcome(one->status) > 0 || base_text_equal(one->reported, other->reported);
    if (apart && comparable && one->last_day.size && other->last_day.size)
        add(maker, found, BASE_LITERAL("date"), days_of(maker, one), days_of(maker, other), one->source, other->source);
}

static void compare_places(view_maker *maker, const dispute *found)
{
    const account *one = found->one, *other = found->other;
    bool known = one->country.size && other->country.size;
    if (known && !base_text_equal(one->country, other->country))
        add(maker, found, BASE_LITERAL("place"), one->place, other->place, one->source, other->source);
}

static void compare_outcomes(view_maker *maker, const dispute *found, drg_text day)
{
    const account *one = found->one, *other = found->other;
    if (outcome(one->status) * outcome(other->status) < 0 && is_after(one, day) && is_after(other, day))
        add(maker, found, BASE_LITERAL("status"), one->status, other->status, one->source, other->source);
}

static void compare_people(view_maker *maker, const dispute *found, drg_text day)
{
    const account *one = found->one, *other = found->other;
    if (!is_after(one, day) || !is_after(other, day)) return;
    for (size_t i = 0; i < one->people_count; i++) {
        for (size_t k = 0; k < other->people_count; k++) {
            bool same = base_text_equal(one->people[i].id, other->people[k].id);
            if (!same || presence(one->people[i].attendance) * presence(other->people[k].attendance) >= 0) continue;
            add(maker, found, one->people[i].name, one->people[i].attendance, other->people[k].attendance,
                one->people[i].source, other->people[k].source);
        }
    }
}

static void compare_accounts(view_maker *maker, view_contested *list, const view_head *head)
{
    accounts told = {0};
    view_members members = view_members_of(maker, head);
    if (members.count > 24) members.count = 24;
    for (size_t i = 0; i < members.count; i++) base_push(maker->arena, &told) = read_account(maker, &members.items[i]);
    drg_text name = {0}, day = base_text_from(head->day);
    size_t before = list->count;
    for (size_t i = 0; i < told.count; i++) {
        for (size_t k = i + 1; k < told.count; k++) {
            if (told.items[i].document == told.items[k].document || list->count - before > 5) continue;
            dispute found = {list, head, &name, &told.items[i], &told.items[k]};
            compare_days(maker, &found);
            compare_places(maker, &found);
            compare_outcomes(maker, &found, day);
            compare_people(maker, &found, day);
        }
    }
}

enum { MEETINGS_COMPARED = 1000 };

static void contested_meetings(view_maker *maker, view_contested *list)
{
    view_heads heads = {0};
    size_t limit = maker->limit;
    maker->only_shared = true;
    maker->limit = limit < MEETINGS_COMPARED / 10 ? limit * 10 : MEETINGS_COMPARED;
    if (maker->gathered) view_collect(maker, VIEW_MEETING, &heads);
    view_order(maker, &heads);
    maker->only_shared = false;
    maker->limit = limit;
    for (size_t i = 0; i < heads.count; i++) compare_accounts(maker, list, &heads.items[i]);
}

/* ---------------------------------------------------------------- events */

typedef struct figures {
    int64_t document, sentence, number;
    drg_span span;
    drg_text type, day, place, country, publisher;
    int64_t counts[4]; /* -1 unknown */
} figures;

static const char *const FIELDS[] = {"dead", "injured", "detained", "people"};

static const char WITH_FIGURES[] =
    "SELECT x.document, x.sentence, x.span_begin, x.span_end, x.type, t.first_day, l.name, l.country, "
    "coalesce(x.dead, -1), coalesce(x.injured, -1), coalesce(x.detained, -1), coalesce(x.people, -1), x.number "
    "FROM events x INDEXED BY events_figures "
    "CROSS JOIN dates t ON t.document = x.document AND t.number = x.date AND t.first_day = t.last_day "
    "CROSS JOIN places l ON l.document = x.document AND l.number = x.place "
    "WHERE x.asserted AND (x.dead IS NOT NULL OR x.injured IS NOT NULL OR x.detained IS NOT NULL OR x.people IS NOT "
    "NULL)";

static const char PUBLISHER[] = "SELECT coalesce(publisher, id) FROM documents WHERE key = ?1";

static drg_text publisher_of(view_maker *maker, int64_t document)
{
    sqlite3_stmt *row = view_statement(maker, PUBLISHER);
    view_bind_integer(maker, row, 1, document);
    drg_text name = view_step(maker, row) ? view_text(maker, row, 0) : (drg_text){0};
    sqlite3_reset(row);
    return name;
}

/* Asked of the two that differ alone: of all that have figures it would take longer. */
static bool is_chosen(view_maker *maker, const char *chosen, const figures *one)
{
    sqlite3_stmt *row = view_statement(maker, chosen);
    view_bind_integer(maker, row, 1, one->document);
    view_bind_integer(maker, row, 2, one->number);
    bool is = view_step(maker, row);
    sqlite3_reset(row);
    return is;
}

static void compare_figures(view_maker *maker, view_contested *list, const char *chosen, const figures *one,
                            const figures *other)
{
    if (one->document == other->document) return;
    for (size_t i = 0; i < 4; i++) {
        if (one->counts[i] < 0 || other->counts[i] < 0 || one->counts[i] == other->counts[i]) continue;
        if (!is_chosen(maker, chosen, one) || !is_chosen(maker, chosen, other)) return;
        view_conflict conflict = {.kind = BASE_LITERAL("event"), .field = base_text_from(FIELDS[i])};
        view_words name = {0};
        view_add(maker, &name, one->type);
        view_join(maker, &name, ", ", one->place);
        conflict.name = view_done(&name);
        snprintf(conflict.day, sizeof conflict.day, "%.*s", BASE_PRINT(one->day));
        drg_text by = publisher_of(maker, one->document), by_other = publisher_of(maker, other->document);
        conflict.one = base_text_format(maker->arena, "%.*s: %lld", BASE_PRINT(by), (long long)one->counts[i]);
        conflict.other =
            base_text_format(maker->arena, "%.*s: %lld", BASE_PRINT(by_other), (long long)other->counts[i]);
        conflict.one_source = (view_source){one->document, one->sentence, one->span};
        conflict.other_source = (view_source){other->document, other->sentence, other->span};
        base_push(maker->arena, list) = conflict;
    }
}

static bool is_same_happening(const figures *one, const figures *other)
{
    return base_text_equal(one->day, other->day) && base_text_equal(one->type, other->type) &&
           base_text_equal(one->place, other->place) && base_text_equal(one->country, other->country);
}

static sqlite3_stmt *ask_figures(view_maker *maker)
{
    view_words sql = {0};
    view_add_string(maker, &sql, WITH_FIGURES);
    view_add_string(maker, &sql,
                    " AND t.first_day BETWEEN ?1 AND ?2 "
                    "ORDER BY t.first_day DESC, x.type, l.country, l.name, x.document, x.number");
    sqlite3_stmt *row = view_statement(maker, base_text_copy(maker->arena, view_done(&sql)).data);
    view_bind_text(maker, row, 1, maker->filter.from.size ? maker->filter.from : BASE_LITERAL(""));
    view_bind_text(maker, row, 2, maker->filter.to.size ? maker->filter.to : BASE_LITERAL("9999-12-31"));
    return row;
}

static figures figures_at(view_maker *maker, sqlite3_stmt *row)
{
    view_source source = view_source_at(row, 0);
    figures made = {.document = source.document, .sentence = source.sentence, .span = source.span};
    made.type = view_text(maker, row, 4);
    made.day = view_text(maker, row, 5);
    made.place = view_text(maker, row, 6);
    made.country = view_text(maker, row, 7);
    for (int i = 0; i < 4; i++) made.counts[i] = view_integer(row, 8 + i);
    made.number = view_integer(row, 12);
    return made;
}

/* The rows come with those of one happening together: each is compared with the first of its kind. */
static void contested_events(view_maker *maker, view_contested *list)
{
    view_words chosen = {0};
    view_add_string(maker, &chosen, "SELECT 1 FROM events x WHERE x.document = ?1 AND x.number = ?2");
    view_conditions(maker, &chosen, VIEW_EVENT);
    const char *asks = base_text_copy(maker->arena, view_done(&chosen)).data;
    sqlite3_stmt *row = ask_figures(maker);
    figures first = {0};
    size_t before = list->count;
    while (list->count - before <= maker->limit && view_step(maker, row)) {
        figures next = figures_at(maker, row);
        if (first.document && is_same_happening(&first, &next))
            compare_figures(maker, list, asks, &first, &next);
        else
            first = next;
    }
    sqlite3_reset(row);
}

view_contested view_contested_of(view_maker *maker)
{
    view_contested list = {0};
    contested_meetings(maker, &list);
    contested_events(maker, &list);
    return list;
}

void view_conflicts(view_maker *maker)
{
    static const char *const NAMES[] = {"day", "kind", "what", "differs", "one_account", "another"};
    view_contested list = view_contested_of(maker);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < list.count; i++) {
        if (i == maker->limit) {
            maker->table->more = true;
            break;
        }
        const view_conflict *conflict = &list.items[i];
        drg_cell *cells = view_row(maker, conflict->one_source);
        cells[0].text = base_text_copy(maker->arena, base_text_from(conflict->day));
        cells[1].text = conflict->kind;
        cells[2].text = conflict->name;
        cells[3].text = conflict->field;
        cells[4].text = conflict->one;
        cells[4].source = view_source_index(maker, conflict->one_source);
        cells[5].text = conflict->other;
        cells[5].source = view_source_index(maker, conflict->other_source);
        view_row_source(maker, conflict->other_source);
    }
}
