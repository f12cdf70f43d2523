/* SPDX-License-Identifier: Apache-2.0
 *
 * Who was asked and has not answered: a party that a proposal was put to or that a meeting was offered to, so many days
 * ago, and of which no report since then tells a position on it, a word about it, or an attendance. An offer is what a
 * noun names
 * ("talks") and has two sides; "would speak" is none. A party that says
 * anything at all in a report that tells of the matter counts as heard: to call somebody silent wrongly would be worse
 * than to miss it.
 */
#include "store/view.h"

enum { USUAL_DAYS = 3 };

static const char PUT_TO[] =
    "SELECT a.id, a.type, coalesce(m.country, a.country), coalesce(m.sectors, a.sectors), p.part, a.name "
    "FROM proposal_people p JOIN mentions m ON m.document = p.document AND m.number = p.mention "
    "JOIN actors a ON a.document = m.document AND a.number = m.actor WHERE p.document = ?1 AND p.proposal = ?2 "
    "ORDER BY p.part, p.number";
static const char OFFERED_TO[] =
    "SELECT a.id, a.type, coalesce(m.country, a.country), coalesce(m.sectors, a.sectors), p.attendance, a.name "
    "FROM meeting_people p JOIN mentions m ON m.document = p.document AND m.number = p.mention "
    "JOIN actors a ON a.document = m.document AND a.number = m.actor WHERE p.document = ?1 AND p.meeting = ?2 "
    "ORDER BY p.number";
static const char SPEAKERS[] =
    "SELECT DISTINCT a.id, a.type, coalesce(m.country, a.country), coalesce(m.sectors, a.sectors) "
    "FROM statements s JOIN mentions m ON m.document = s.document AND m.number = s.speaker "
    "JOIN actors a ON a.document = m.document AND a.number = m.actor WHERE s.document = ?1";
static const char DAYS_SINCE[] = "SELECT CAST(julianday(?2) - julianday(?1) AS INTEGER)";

typedef struct party_list {
    BASE_VECTOR(drg_text) items;
} party_list;

static bool has(const party_list *list, drg_text party)
{
    for (size_t i = 0; i < list->items.count; i++)
        if (base_text_equal(list->items.items[i], party)) return true;
    return false;
}

static void put(view_maker *maker, party_list *list, drg_text party)
{
    if (!has(list, party)) base_push(maker->arena, &list->items) = party;
}

static drg_text party_at(view_maker *maker, sqlite3_stmt *row)
{
    return view_party_of(maker, view_text(maker, row, 0), view_text(maker, row, 1), view_text(maker, row, 2),
                         view_text(maker, row, 3));
}

/* Who was asked, who asked, and who has answered, of one matter in all its tellings. */
typedef struct inquiry {
    party_list asked, heard;
    drg_text by;
} inquiry;

static void read_people(view_maker *maker, inquiry *made, const view_head *head, const view_member *member)
{
    bool meeting = head->kind == VIEW_MEETING;
    sqlite3_stmt *row = view_statement(maker, meeting ? OFFERED_TO : PUT_TO);
    view_bind_integer(maker, row, 1, member->document);
    view_bind_integer(maker, row, 2, member->number);
    while (view_step(maker, row)) {
        drg_text party = party_at(maker, row), part = store_column(row, 4);
        bool asked = base_text_is(part, meeting ? "invited" : "presented-to");
        put(maker, asked ? &made->asked : &made->heard, party);
        if (!asked && !meeting && !made->by.size) made->by = view_text(maker, row, 5);
    }
}

static void read_speakers(view_maker *maker, inquiry *made, const view_member *member)
{
    sqlite3_stmt *row = view_statement(maker, SPEAKERS);
    view_bind_integer(maker, row, 1, member->document);
    while (view_step(maker, row)) put(maker, &made->heard, party_at(maker, row));
}

static int64_t days_since(view_maker *maker, const char *day)
{
    if (!*day || !maker->last_day.size) return -1;
    sqlite3_stmt *row = view_statement(maker, DAYS_SINCE);
    view_bind_text(maker, row, 1, base_text_copy(maker->arena, base_text_from(day)));
    view_bind_text(maker, row, 2, maker->last_day);
    int64_t days = view_step(maker, row) && !view_is_null(row, 0) ? view_integer(row, 0) : -1;
    sqlite3_reset(row);
    return days;
}

static inquiry inquire(view_maker *maker, const view_head *head)
{
    inquiry made = {0};
    view_members members = view_members_of(maker, head);
    if (members.count > VIEW_TELLINGS) members.count = VIEW_TELLINGS;
    for (size_t i = 0; i < members.count; i++) {
        read_people(maker, &made, head, &members.items[i]);
        read_speakers(maker, &made, &members.items[i]);
    }
    if (head->kind != VIEW_PROPOSAL) return made;
    view_positions positions = view_positions_on(maker, head);
    for (size_t i = 0; i < positions.count; i++) put(maker, &made.heard, positions.items[i].party);
    return made;
}

static void add_unheard(view_maker *maker, view_silences *silences, const view_head *head, const inquiry *made,
                        int64_t days)
{
    drg_text name, kind;
    view_source source;
    if (head->kind == VIEW_PROPOSAL) {
        view_proposal proposal = view_proposal_of(maker, head);
        name = proposal.name, source = proposal.source, kind = BASE_LITERAL("proposal");
    } else {
        view_meeting meeting = view_meeting_of(maker, head);
        if (!base_text_is(meeting.status, "proposed") || meeting.list.count < 2 || !view_is_noun(meeting.name)) return;
        name = meeting.name, source = meeting.source, kind = BASE_LITERAL("meeting");
    }
    for (size_t i = 0; i < made->asked.items.count; i++) {
        drg_text party = made->asked.items.items[i];
        if (has(&made->heard, party)) continue;
        view_unheard unheard = {.days = days, .by = made->by, .matter = name, .kind = kind, .source = source};
        memcpy(unheard.day, head->day, sizeof unheard.day);
        unheard.party = view_party_name(maker, party);
        base_push(maker->arena, silences) = unheard;
    }
}

view_silences view_unheard_of(view_maker *maker, int64_t least)
{
    view_silences silences = {0};
    view_heads heads = {0};
    view_collect(maker, VIEW_PROPOSAL, &heads);
    view_collect(maker, VIEW_MEETING, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        int64_t days = days_since(maker, heads.items[i].day);
        if (days < least) continue;
        inquiry made = inquire(maker, &heads.items[i]);
        if (made.asked.items.count) add_unheard(maker, &silences, &heads.items[i], &made, days);
    }
    return silences;
}

void view_silence(view_maker *maker)
{
    static const char *const NAMES[] = {"party", "asked", "days", "by", "kind", "matter"};
    view_silences silences = view_unheard_of(maker, maker->filter.days ? (int64_t)maker->filter.days : USUAL_DAYS);
    view_columns(maker, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < silences.count; i++) {
        const view_unheard *unheard = &silences.items[i];
        drg_cell *cells = view_row(maker, unheard->source);
        cells[0].text = unheard->party;
        cells[1].text = base_text_copy(maker->arena, base_text_from(unheard->day));
        cells[2].text = base_text_format(maker->arena, "%lld", (long long)unheard->days);
        cells[3].text = unheard->by;
        cells[4].text = unheard->kind;
        cells[5].text = unheard->matter;
    }
}
