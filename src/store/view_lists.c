/* SPDX-License-Identifier: Apache-2.0
 *
 * The views that list things of one kind in the order of days, and the timeline, which lists them all.
 */
#include "store/view.h"

#define COLUMNS(maker, names) view_columns((maker), (names), sizeof(names) / sizeof *(names))

static drg_text day_of(view_maker *maker, const view_head *head)
{
    return base_text_copy(maker->arena, base_text_from(head->day));
}

static drg_text count_text(view_maker *maker, size_t count)
{
    return base_text_format(maker->arena, "%zu", count);
}

static view_heads latest(view_maker *maker, view_kind kind)
{
    view_heads heads = {0};
    view_collect(maker, kind, &heads);
    view_order(maker, &heads);
    return heads;
}

static void add_sources(view_maker *maker, const view_source *sources, size_t count)
{
    for (size_t i = 0; i < count; i++) view_row_source(maker, sources[i]);
}

/* ---------------------------------------------------------------- meetings */

/* "2025-04-14" or "2025-04-14 to 2025-04-20". */
static drg_text days_of(view_maker *maker, const view_meeting *meeting)
{
    bool one = !meeting->last_day.size || base_text_equal(meeting->first_day, meeting->last_day);
    if (one || !meeting->first_day.size) return meeting->first_day;
    return base_text_format(maker->arena, "%.*s to %.*s", BASE_PRINT(meeting->first_day),
                            BASE_PRINT(meeting->last_day));
}

static drg_text place_of(view_maker *maker, drg_text place, drg_text country)
{
    if (!place.size || !country.size) return place;
    return base_text_format(maker->arena, "%.*s, %.*s", BASE_PRINT(place), BASE_PRINT(country));
}

void view_meetings(view_maker *maker)
{
    static const char *const NAMES[] = {"day",   "meeting", "status", "history", "level",
                                        "place", "people",  "topic",  "process", "reports"};
    view_heads heads = latest(maker, VIEW_MEETING);
    COLUMNS(maker, NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        view_meeting meeting = view_meeting_of(maker, &heads.items[i]);
        drg_cell *cells = view_row(maker, meeting.source);
        cells[0].text = days_of(maker, &meeting);
        cells[1].text = meeting.name;
        cells[2].text = meeting.status;
        cells[3].text = meeting.history;
        cells[4].text = meeting.level;
        cells[5].text = place_of(maker, meeting.place, meeting.country);
        cells[6].text = meeting.people;
        cells[7].text = meeting.topic;
        cells[8].text = meeting.process;
        cells[9].text = count_text(maker, meeting.reports);
        add_sources(maker, meeting.sources, meeting.source_count);
    }
}

/* ---------------------------------------------------------------- proposals */

static drg_text terms_of(view_maker *maker, const view_terms *terms)
{
    view_words lines = {0};
    for (size_t i = 0; i < terms->count; i++) {
        const view_term *term = &terms->items[i];
        view_join(maker, &lines, "\n", term->wording);
        if (!term->subject.size) continue;
        view_add_string(maker, &lines, " [");
        view_add(maker, &lines, term->subject);
        view_add_string(maker, &lines, "]");
    }
    return view_done(&lines);
}

/* Who stands where on the whole of it: the latest of each. */
static drg_text stands_of(view_maker *maker, const view_positions *positions)
{
    view_words lines = {0};
    for (size_t i = 0; i < positions->count; i++) {
        const view_position *position = &positions->items[i];
        bool later = position->term >= 0;
        for (size_t k = i + 1; k < positions->count && !later; k++)
            later = positions->items[k].term < 0 && base_text_equal(positions->items[k].party, position->party);
        if (later) continue;
        view_join(maker, &lines, "\n", view_party_name(maker, position->party));
        view_add_string(maker, &lines, " ");
        view_add(maker, &lines, position->stance);
    }
    return view_done(&lines);
}

void view_proposals(view_maker *maker)
{
    static const char *const NAMES[] = {"day",   "proposal",  "version", "by",      "to",
                                        "terms", "positions", "answers", "process", "reports"};
    view_heads heads = latest(maker, VIEW_PROPOSAL);
    COLUMNS(maker, NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        view_proposal proposal = view_proposal_of(maker, &heads.items[i]);
        view_positions positions = view_positions_on(maker, &heads.items[i]);
        drg_cell *cells = view_row(maker, proposal.source);
        cells[0].text = day_of(maker, &heads.items[i]);
        cells[1].text = proposal.name;
        cells[2].text = proposal.version;
        cells[3].text = proposal.by;
        cells[4].text = proposal.to;
        cells[5].text = terms_of(maker, &proposal.terms);
        cells[6].text = stands_of(maker, &positions);
        cells[7].text = proposal.answers;
        cells[8].text = proposal.process;
        cells[9].text = count_text(maker, proposal.reports);
        add_sources(maker, proposal.sources, proposal.source_count);
    }
}

/* ---------------------------------------------------------------- statements */

void view_statements(view_maker *maker)
{
    static const char *const NAMES[] = {"day", "speaker", "verb", "stance", "about", "words", "to", "medium"};
    view_heads heads = latest(maker, VIEW_STATEMENT);
    COLUMNS(maker, NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        view_statement_said said = view_statement_of(maker, heads.items[i].document, heads.items[i].number);
        view_words medium = {0};
        view_join(maker, &medium, ", ", said.medium);
        view_join(maker, &medium, ", ", said.outlet);
        drg_cell *cells = view_row(maker, said.source);
        cells[0].text = day_of(maker, &heads.items[i]);
        cells[1].text = said.speaker;
        cells[2].text = said.verb;
        cells[3].text = said.stance;
        cells[4].text = said.about;
        cells[5].text = said.words;
        cells[6].text = said.addressee;
        cells[7].text = view_done(&medium);
    }
}

/* ---------------------------------------------------------------- reversals */

static const char EARLIER[] =
    "SELECT r.earlier_document, r.earlier_statement, s.sentence, s.reversal_begin, s.reversal_end FROM statements s "
    "LEFT JOIN reversals r ON r.document = s.document AND r.statement = s.number WHERE s.document = ?1 AND s.number = "
    "?2";
static const char EARLIER_HERE[] = "SELECT document, reverses, sentence, reversal_begin, reversal_end FROM statements "
                                   "WHERE document = ?1 AND number = ?2";

void view_reversals(view_maker *maker)
{
    static const char *const NAMES[] = {"day",         "speaker",        "stance", "says",
                                        "earlier_day", "earlier_stance", "said",   "told_as"};
    view_heads heads = latest(maker, maker->gathered ? VIEW_REVERSAL : VIEW_TURN);
    COLUMNS(maker, NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        int64_t document = heads.items[i].document, number = heads.items[i].number;
        view_statement_said said = view_statement_of(maker, document, number);
        drg_cell *cells = view_row(maker, said.source);
        cells[0].text = day_of(maker, &heads.items[i]);
        cells[1].text = said.speaker;
        cells[2].text = said.stance;
        cells[3].text = said.words;
        sqlite3_stmt *row = view_statement(maker, maker->gathered ? EARLIER : EARLIER_HERE);
        view_bind_integer(maker, row, 1, document);
        view_bind_integer(maker, row, 2, number);
        if (!view_step(maker, row)) continue;
        bool known = !view_is_null(row, 0) && !view_is_null(row, 1);
        int64_t earlier_document = view_integer(row, 0), earlier = view_integer(row, 1),
                sentence = view_integer(row, 2);
        drg_span told = {(uint32_t)view_integer(row, 3), (uint32_t)view_integer(row, 4)};
        sqlite3_reset(row);
        cells[7].text = view_wording(maker, document, told);
        if (cells[7].text.size) cells[7].source = view_source_index(maker, (view_source){document, sentence, told});
        if (!known) continue;
        view_statement_said before = view_statement_of(maker, earlier_document, earlier);
        cells[4].text = before.day;
        cells[5].text = before.stance;
        cells[6].text = before.words;
        cells[6].source = view_source_index(maker, before.source);
        view_row_source(maker, before.source);
    }
}

/* ---------------------------------------------------------------- timeline */

static drg_text type_of(view_maker *maker, const view_event_told *event)
{
    if (!event->mode.size) return event->type;
    return base_text_format(maker->arena, "%.*s-%.*s", BASE_PRINT(event->type), BASE_PRINT(event->mode));
}

static void add_event(view_maker *maker, const view_head *head)
{
    view_event_told event = view_event_of(maker, head->document, head->number);
    drg_cell *cells = view_row(maker, event.source);
    cells[1].text = BASE_LITERAL("event");
    cells[2].text = event.actors;
    cells[3].text = type_of(maker, &event);
    cells[4].text = event.recipients;
    cells[5].text = event.place;
    cells[6].text = event.status;
}

static void add_meeting(view_maker *maker, const view_head *head)
{
    view_meeting meeting = view_meeting_of(maker, head);
    drg_cell *cells = view_row(maker, meeting.source);
    cells[1].text = BASE_LITERAL("meeting");
    cells[2].text = meeting.who;
    cells[3].text = meeting.name;
    cells[5].text = meeting.place;
    cells[6].text = meeting.status;
    add_sources(maker, meeting.sources, meeting.source_count);
}

static void add_proposal(view_maker *maker, const view_head *head)
{
    view_proposal proposal = view_proposal_of(maker, head);
    drg_cell *cells = view_row(maker, proposal.source);
    cells[1].text = BASE_LITERAL("proposal");
    cells[2].text = proposal.by;
    cells[3].text = proposal.name;
    cells[4].text = proposal.to;
    cells[5].text = proposal.place;
    cells[6].text = proposal.version;
    add_sources(maker, proposal.sources, proposal.source_count);
}

static void add_position(view_maker *maker, const view_head *head)
{
    view_position position = view_position_of(maker, head->document, head->number);
    drg_cell *cells = view_row(maker, position.source);
    cells[1].text = BASE_LITERAL("position");
    cells[2].text = position.who;
    cells[3].text = position.content;
    cells[6].text = position.stance;
}

static void add_statement(view_maker *maker, const view_head *head)
{
    view_statement_said said = view_statement_of(maker, head->document, head->number);
    drg_cell *cells = view_row(maker, said.source);
    cells[1].text = BASE_LITERAL("statement");
    cells[2].text = said.speaker;
    cells[3].text = said.words;
    cells[4].text = said.addressee;
    cells[6].text = said.stance;
}

void view_timeline(view_maker *maker)
{
    static const char *const NAMES[] = {"day", "kind", "who", "what", "to_whom", "where", "status"};
    static void (*const ADD[])(view_maker *, const view_head *) = {add_event, add_meeting, add_proposal, add_position,
                                                                   add_statement};
    view_heads heads = {0};
    for (view_kind kind = VIEW_EVENT; kind <= VIEW_STATEMENT; kind++) view_collect(maker, kind, &heads);
    view_order(maker, &heads);
    COLUMNS(maker, NAMES);
    for (size_t i = 0; i < heads.count; i++) {
        size_t row = maker->rows.count;
        ADD[heads.items[i].kind](maker, &heads.items[i]);
        ((drg_cell *)maker->rows.items[row].cells)[0].text = day_of(maker, &heads.items[i]);
    }
}
