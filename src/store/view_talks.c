/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a meeting or a proposal, told by one document or gathered from several. Out: it in words. Of several tellings the
 * fullest names it, the latest says how it stands, and all of them are its sources.
 */
#include "store/view.h"

static drg_span span_at(sqlite3_stmt *statement, int column)
{
    return (drg_span){(uint32_t)view_integer(statement, column), (uint32_t)view_integer(statement, column + 1)};
}

static sqlite3_stmt *ask(view_maker *maker, const char *sql, int64_t one, int64_t other)
{
    sqlite3_stmt *row = view_statement(maker, sql);
    view_bind_integer(maker, row, 1, one);
    if (sqlite3_bind_parameter_count(row) > 1) view_bind_integer(maker, row, 2, other);
    return row;
}

static void keep_longer(drg_text *text, drg_text other)
{
    if (other.size > text->size) *text = other;
}

static void keep_last(drg_text *text, drg_text other)
{
    if (other.size) *text = other;
}

/* ---------------------------------------------------------------- meetings */

static const char MEETING[] =
    "SELECT g.document, g.sentence, g.span_begin, g.span_end, g.status, g.level, g.topic_begin, g.topic_end, "
    "t.first_day, t.last_day, l.name, l.country FROM meetings g "
    "LEFT JOIN dates t ON t.document = g.document AND t.number = g.date "
    "LEFT JOIN places l ON l.document = g.document AND l.number = g.place WHERE g.document = ?1 AND g.number = ?2";
static const char STEPS[] = "SELECT document, sentence, span_begin, span_end, status FROM meeting_steps "
                            "WHERE document = ?1 AND meeting = ?2 ORDER BY number";
static const char PEOPLE[] = "SELECT a.id, a.name, p.part, p.attendance FROM meeting_people p "
                             "JOIN mentions m ON m.document = p.document AND m.number = p.mention "
                             "JOIN actors a ON a.document = m.document AND a.number = m.actor "
                             "WHERE p.document = ?1 AND p.meeting = ?2 ORDER BY p.number";
static const char GATHERED_MEETING[] =
    "SELECT g.status, g.level, g.place, g.country, g.first_day, g.last_day, c.name FROM gathered_meetings g "
    "LEFT JOIN processes c ON c.process = g.process WHERE g.meeting = ?1";

typedef struct participants {
    view_participants list;
    base_map at; /* actor's id to its place */
} participants;

static void add_people(view_maker *maker, participants *people, const view_member *member)
{
    sqlite3_stmt *row = ask(maker, PEOPLE, member->document, member->number);
    while (view_step(maker, row)) {
        drg_text id = view_text(maker, row, 0), attendance = view_text(maker, row, 3);
        uint32_t *at = base_map_put(maker->arena, &people->at, id, DRG_NONE);
        if (*at == DRG_NONE) {
            *at = (uint32_t)people->list.count;
            base_push(maker->arena, &people->list) = (view_participant){.name = view_text(maker, row, 1)};
        }
        view_participant *person = &people->list.items[*at];
        if (!person->part.size || base_text_is(person->part, "party")) person->part = view_text(maker, row, 2);
        if (!person->attendance.size || !base_text_is(attendance, "invited")) person->attendance = attendance;
    }
}

static void add_steps(view_maker *maker, view_meeting *meeting, view_words *history, drg_text *last,
                      const view_member *member)
{
    sqlite3_stmt *row = ask(maker, STEPS, member->document, member->number);
    while (view_step(maker, row)) {
        drg_text status = view_text(maker, row, 4);
        meeting->source = view_source_at(row, 0);
        meeting->has_step = true;
        meeting->source.span = (drg_span){0}; /* the word alone tells a reader little: the sentence */
        if (base_text_equal(status, *last)) continue;
        view_join(maker, history, " > ", status);
        *last = status;
    }
}

static void add_telling(view_maker *maker, view_meeting *meeting, const view_member *member)
{
    sqlite3_stmt *row = ask(maker, MEETING, member->document, member->number);
    if (view_step(maker, row)) {
        view_source source = view_source_at(row, 0), whole = {source.document, source.sentence, {0}};
        drg_span topic = span_at(row, 6);
        keep_last(&meeting->status, view_text(maker, row, 4));
        keep_last(&meeting->level, view_text(maker, row, 5));
        if (!view_is_null(row, 8)) {
            meeting->first_day = view_text(maker, row, 8);
            meeting->last_day = view_text(maker, row, 9);
        }
        keep_last(&meeting->place, view_text(maker, row, 10));
        keep_last(&meeting->country, view_text(maker, row, 11));
        sqlite3_reset(row);
        keep_longer(&meeting->name, view_wording(maker, member->document, source.span));
        keep_longer(&meeting->topic, view_wording(maker, member->document, topic));
        if (!meeting->has_step) meeting->source = whole;
        if (meeting->source_count < VIEW_SOURCES) meeting->sources[meeting->source_count++] = whole;
    }
    sqlite3_reset(row);
}

static void add_gathered(view_maker *maker, view_meeting *meeting, int64_t number)
{
    sqlite3_stmt *row = ask(maker, GATHERED_MEETING, number, 0);
    if (view_step(maker, row)) {
        keep_last(&meeting->status, view_text(maker, row, 0));
        keep_last(&meeting->level, view_text(maker, row, 1));
        keep_last(&meeting->place, view_text(maker, row, 2));
        keep_last(&meeting->country, view_text(maker, row, 3));
        keep_last(&meeting->first_day, view_text(maker, row, 4));
        keep_last(&meeting->last_day, view_text(maker, row, 5));
        meeting->process = view_text(maker, row, 6);
    }
    sqlite3_reset(row);
}

static void say_people(view_maker *maker, view_meeting *meeting, const participants *people)
{
    view_words lines = {0}, names = {0};
    for (size_t i = 0; i < people->list.count; i++) {
        const view_participant *person = &people->list.items[i];
        bool plain = base_text_is(person->part, "party");
        view_join(maker, &names, ", ", person->name);
        view_join(maker, &lines, "\n", person->name);
        view_add_string(maker, &lines, ": ");
        if (!plain) view_add(maker, &lines, person->part);
        if (!plain) view_add_string(maker, &lines, ", ");
        view_add(maker, &lines, person->attendance);
    }
    meeting->list = people->list;
    meeting->people = view_done(&lines);
    meeting->who = view_done(&names);
}

static size_t count_reports(const view_members *members)
{
    size_t count = 0;
    for (size_t i = 0; i < members->count; i++) {
        size_t before = 0;
        while (before < i && members->items[before].document != members->items[i].document) before++;
        count += before == i;
    }
    return count;
}

view_meeting view_meeting_of(view_maker *maker, const view_head *head)
{
    view_meeting meeting = {0};
    view_members members = view_members_of(maker, head);
    participants people = {0};
    view_words history = {0};
    drg_text last = {0};
    if (members.count > VIEW_TELLINGS) members.count = VIEW_TELLINGS;
    for (size_t i = 0; i < members.count; i++) {
        add_telling(maker, &meeting, &members.items[i]);
        add_steps(maker, &meeting, &history, &last, &members.items[i]);
        add_people(maker, &people, &members.items[i]);
    }
    if (!meeting.source_count && !maker->by.size)
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: meeting %lld is nowhere told",
                  (long long)head->number);
    if (!head->document && !maker->by.size) add_gathered(maker, &meeting, head->number);
    meeting.history = view_done(&history);
    if (last.size && maker->by.size) meeting.status = last; /* what is gathered knows what came later */
    if (!meeting.history.size) meeting.history = meeting.status;
    meeting.reports = count_reports(&members);
    say_people(maker, &meeting, &people);
    return meeting;
}

/* ---------------------------------------------------------------- proposals */

static const char PROPOSAL[] =
    "SELECT g.document, g.sentence, g.span_begin, g.span_end, g.version, l.name, h.span_begin, h.span_end "
    "FROM proposals g LEFT JOIN places l ON l.document = g.document AND l.number = g.place "
    "LEFT JOIN proposals h ON h.document = g.document AND h.number = g.answers WHERE g.document = ?1 AND g.number = ?2";
static const char PROPOSAL_PEOPLE[] = "SELECT a.name, p.part FROM proposal_people p "
                                      "JOIN mentions m ON m.document = p.document AND m.number = p.mention "
                                      "JOIN actors a ON a.document = m.document AND a.number = m.actor "
                                      "WHERE p.document = ?1 AND p.proposal = ?2 ORDER BY p.part, p.number";
static const char GATHERED_PROPOSAL[] = "SELECT g.name, g.version, h.name, c.name FROM gathered_proposals g "
                                        "LEFT JOIN gathered_proposals h ON h.proposal = g.answers "
                                        "LEFT JOIN processes c ON c.process = g.process WHERE g.proposal = ?1";
static const char GATHERED_TERMS[] =
    "SELECT k.document, k.sentence, k.span_begin, k.span_end, k.subject, g.term, substr(d.published, 1, 10) "
    "FROM gathered_term_members g JOIN documents d ON d.key = g.document "
    "JOIN proposal_terms k ON k.document = g.document AND k.proposal = g.member AND k.number = g.number "
    "WHERE g.proposal = ?1 ORDER BY g.term, g.document, g.member, g.number";
static const char TERMS[] = "SELECT document, sentence, span_begin, span_end, subject, number, '' FROM proposal_terms "
                            "WHERE document = ?1 AND proposal = ?2 ORDER BY number";

/* Is the name one of the list's, a line each? */
static bool has_name(drg_text list, drg_text name)
{
    for (size_t at = 0; at + name.size <= list.size; at++) {
        bool begins = at == 0 || list.data[at - 1] == '\n';
        bool ends = at + name.size == list.size || list.data[at + name.size] == '\n';
        if (begins && ends && memcmp(list.data + at, name.data, name.size) == 0) return true;
    }
    return false;
}

static void add_proposal_people(view_maker *maker, const view_member *member, view_words *by, view_words *to)
{
    sqlite3_stmt *row = ask(maker, PROPOSAL_PEOPLE, member->document, member->number);
    while (view_step(maker, row)) {
        view_words *list = base_text_is(store_column(row, 1), "proposer") ? by : to;
        drg_text name = view_text(maker, row, 0);
        if (!has_name(view_done(list), name)) view_join(maker, list, "\n", name);
    }
}

static void add_proposal_telling(view_maker *maker, view_proposal *proposal, const view_member *member)
{
    sqlite3_stmt *row = ask(maker, PROPOSAL, member->document, member->number);
    if (view_step(maker, row)) {
        view_source source = view_source_at(row, 0), whole = {source.document, source.sentence, {0}};
        drg_span answered = span_at(row, 6);
        keep_last(&proposal->version, view_text(maker, row, 4));
        keep_last(&proposal->place, view_text(maker, row, 5));
        sqlite3_reset(row);
        keep_longer(&proposal->name, view_wording(maker, member->document, source.span));
        keep_last(&proposal->answers, view_wording(maker, member->document, answered));
        if (!proposal->source_count) proposal->source = whole;
        if (proposal->source_count < VIEW_SOURCES) proposal->sources[proposal->source_count++] = whole;
    }
    sqlite3_reset(row);
}

/* Each term once, in its fullest wording. */
static void add_terms(view_maker *maker, view_proposal *proposal, const char *sql, int64_t one, int64_t other)
{
    sqlite3_stmt *row = ask(maker, sql, one, other);
    while (view_step(maker, row)) {
        if (maker->by.size && base_text_compare(store_column(row, 6), maker->by) > 0) continue;
        view_term term = {.term = view_integer(row, 5), .source = view_source_at(row, 0)};
        term.subject = view_text(maker, row, 4);
        term.wording = view_wording(maker, term.source.document, term.source.span);
        size_t count = proposal->terms.count;
        view_term *last = count ? &proposal->terms.items[count - 1] : NULL;
        if (!last || last->term != term.term)
            base_push(maker->arena, &proposal->terms) = term;
        else if (term.wording.size > last->wording.size)
            *last = term;
    }
}

static void add_gathered_proposal(view_maker *maker, view_proposal *proposal, int64_t number)
{
    sqlite3_stmt *row = ask(maker, GATHERED_PROPOSAL, number, 0);
    if (view_step(maker, row)) {
        if (!maker->by.size) keep_last(&proposal->name, view_text(maker, row, 0));
        keep_last(&proposal->version, view_text(maker, row, 1));
        keep_last(&proposal->answers, view_text(maker, row, 2));
        proposal->process = view_text(maker, row, 3);
    }
    sqlite3_reset(row);
}

view_proposal view_proposal_of(view_maker *maker, const view_head *head)
{
    view_proposal proposal = {0};
    view_members members = view_members_of(maker, head);
    view_words by = {0}, to = {0};
    if (members.count > VIEW_TELLINGS) members.count = VIEW_TELLINGS;
    for (size_t i = 0; i < members.count; i++) {
        add_proposal_telling(maker, &proposal, &members.items[i]);
        add_proposal_people(maker, &members.items[i], &by, &to);
    }
    if (!proposal.source_count && !maker->by.size)
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: proposal %lld is nowhere told",
                  (long long)head->number);
    if (head->document)
        add_terms(maker, &proposal, TERMS, head->document, head->number);
    else {
        add_gathered_proposal(maker, &proposal, head->number);
        add_terms(maker, &proposal, GATHERED_TERMS, head->number, 0);
    }
    proposal.by = view_done(&by);
    proposal.to = view_done(&to);
    proposal.reports = count_reports(&members);
    return proposal;
}

/* ---------------------------------------------------------------- positions on a proposal */

static const char GATHERED_ON[] = "SELECT document, number FROM gathered_positions WHERE proposal = ?1 "
                                  "ORDER BY day, document, number LIMIT 2000";
static const char ON[] = "SELECT document, number FROM positions WHERE document = ?1 AND proposal = ?2 ORDER BY number";

view_positions view_positions_on(view_maker *maker, const view_head *proposal)
{
    view_positions positions = {0};
    sqlite3_stmt *row = proposal->document ? ask(maker, ON, proposal->document, proposal->number)
                                           : ask(maker, GATHERED_ON, proposal->number, 0);
    while (view_step(maker, row)) {
        view_position position = view_position_of(maker, view_integer(row, 0), view_integer(row, 1));
        if (!maker->by.size || base_text_compare(position.day, maker->by) <= 0)
            base_push(maker->arena, &positions) = position;
    }
    return positions;
}

bool view_is_latest(const view_positions *positions, size_t at)
{
    const view_position *one = &positions->items[at];
    for (size_t i = at + 1; i < positions->count; i++)
        if (positions->items[i].term == one->term && base_text_equal(positions->items[i].party, one->party))
            return false;
    return true;
}

drg_text view_term_wording(const view_terms *terms, int64_t term)
{
    for (size_t i = 0; i < terms->count; i++)
        if (terms->items[i].term == term) return terms->items[i].wording;
    return (drg_text){0};
}

/* ---------------------------------------------------------------- names */

static const char *const NOUNS[] = {"talks",        "meeting",      "meetings", "summit",      "call",
                                    "negotiations", "discussions",  "session",  "conference",  "consultations",
                                    "dialogue",     "conversation", "round",    "negotiation", "discussion",
                                    "visit",        "trip",         "calls",    "engagements", "engagement"};

static bool ends_word(drg_text text, const char *word)
{
    size_t size = strlen(word);
    bool ends = text.size >= size && memcmp(text.data + text.size - size, word, size) == 0;
    return ends &&
           (text.size == size || text.data[text.size - size - 1] == ' ' || text.data[text.size - size - 1] == '-');
}

/* Is it named by a noun, not by a verb ("met")? */
bool view_is_noun(drg_text name)
{
    if (memchr(name.size ? name.data : "", ' ', name.size)) return true;
    for (size_t i = 0; i < sizeof NOUNS / sizeof *NOUNS; i++)
        if (ends_word(name, NOUNS[i])) return true;
    return name.size && name.data[0] >= 'A' && name.data[0] <= 'Z';
}
