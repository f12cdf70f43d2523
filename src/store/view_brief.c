/* SPDX-License-Identifier: Apache-2.0
 *
 * The brief: one page in plain English on where things stand, what changed since a day, who stands where, what comes
 * next and what is contested. It is made of the rows of the record, a sentence each (view_page.c). Each part has room
 * for a few sentences, the latest, so that the page stays one.
 */
#include <stdlib.h>

#include "store/view_page.h"

enum {
    LOOKED_AT = 200,    /* latest things of a kind that are looked at */
    FEW_LOOKED_AT = 30, /* where the first ones do */
    MOST_PROCESSES = 4,
    MOST_MEETINGS = 4,
    MOST_PROPOSALS = 3,
    MOST_WEIGHED = 30, /* the latest, of which the weightiest are told */
    MOST_CHANGES = 10,
    MOST_STANDS = 8,
    MOST_DEMANDS = 5,
    MOST_AHEAD = 6,
    MOST_THREATS = 3,
    MOST_CONTESTED = 4,
    SILENT_DAYS = 3,
    LONG_AGO = 60
};

/* ---------------------------------------------------------------- the latest things */

/* Meetings and proposals as of the day of the brief, the latest first; the filter's last day is not theirs. */
static view_heads latest(view_page *page, view_kind kind, bool ahead_too)
{
    view_maker *maker = page->maker;
    view_heads heads = {0};
    drg_text to = maker->filter.to;
    if (ahead_too) maker->filter.to = (drg_text){0};
    view_collect(maker, kind, &heads);
    maker->filter.to = to;
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count / 2; i++) {
        view_head swapped = heads.items[i];
        heads.items[i] = heads.items[heads.count - 1 - i];
        heads.items[heads.count - 1 - i] = swapped;
    }
    return heads;
}

static const char RECENT[] = "SELECT julianday(?2) - julianday(?1) <= 30";

static bool is_recent(view_page *page, const char *day)
{
    sqlite3_stmt *row = view_statement(page->maker, RECENT);
    view_bind_text(page->maker, row, 1, base_text_copy(page->maker->arena, base_text_from(day)));
    view_bind_text(page->maker, row, 2, page->maker->last_day);
    bool recent = view_step(page->maker, row) && view_integer(row, 0);
    sqlite3_reset(row);
    return recent;
}

/* Still to come: its day is, or it has none and was lately told of. */
static bool is_ahead(view_page *page, const view_head *head, const view_meeting *meeting)
{
    drg_text today = page->maker->last_day;
    bool planned = base_text_is(meeting->status, "planned") || base_text_is(meeting->status, "proposed");
    if (!today.size || (!planned && !base_text_is(meeting->status, "postponed"))) return false;
    if (!meeting->first_day.size) return planned && is_recent(page, head->day);
    return base_text_compare(base_text_from(head->day), today) > 0;
}

/* ---------------------------------------------------------------- the parts of the page */

static const char *process_words(drg_text status)
{
    static const struct {
        const char *status, *words;
    } STATUSES[] = {{"exploratory", "there are first contacts"},
                    {"under-way", "talks are under way"},
                    {"stalled", "talks are stalled"},
                    {"suspended", "talks are suspended"},
                    {"broken-off", "talks have been broken off"},
                    {"agreed", "there is an agreement"},
                    {"signed", "an agreement is signed"},
                    {"implementing", "an agreement is being carried out"}};
    for (size_t i = 0; i < sizeof STATUSES / sizeof *STATUSES; i++)
        if (base_text_is(status, STATUSES[i].status)) return STATUSES[i].words;
    return "there is news";
}

static const char CHOOSE[] = "INSERT OR IGNORE INTO temp.chosen_processes VALUES (?1)";

/* What follows is of the negotiations that the page begins with. */
static void choose_process(view_maker *maker, int64_t process)
{
    sqlite3_stmt *add_process = view_statement(maker, CHOOSE);
    view_bind_integer(maker, add_process, 1, process);
    while (view_step(maker, add_process)) {}
}

static void say_processes(view_page *page)
{
    view_maker *maker = page->maker;
    view_processes_list list = view_processes_of(maker);
    for (size_t i = 0; i < list.count && i < MOST_PROCESSES; i++) {
        const view_process *process = &list.items[i];
        view_words words = {0};
        drg_text parties = view_process_people(maker, process->process, "party");
        drg_text mediators = view_process_people(maker, process->process, "mediator");
        view_page_put(page, &words, "In \xE2\x80\x9C");
        view_page_add(page, &words, process->name);
        view_page_put(page, &words, "\xE2\x80\x9D, ");
        view_page_put(page, &words, process_words(process->status));
        if (parties.size) view_page_put(page, &words, " between ");
        view_page_list(page, &words, parties);
        if (mediators.size) view_page_put(page, &words, ", with ");
        view_page_list(page, &words, mediators);
        if (mediators.size) view_page_put(page, &words, " mediating");
        bool one_day = base_text_equal(process->since, process->last_day);
        view_page_on_day(page, &words, one_day ? "; the record tells of it on " : "; the record tells of it from ",
                         process->since);
        if (!one_day) view_page_on_day(page, &words, " to ", process->last_day);
        view_page_end(page, &words);
        if (view_page_say(page, process->source, &words)) choose_process(maker, process->process);
    }
}

/* Reported only since the day that changes are told from, which have their own part? */
static bool is_new(view_page *page, const view_head *head)
{
    drg_text by = page->maker->by;
    if (!page->since.size) return false;
    page->maker->by = page->since;
    view_members before = view_members_of(page->maker, head);
    page->maker->by = by;
    return before.count == 0;
}

/* Two sides, two reports, or something that went wrong: else there is little to tell of a meeting. */
static bool is_telling(const view_meeting *meeting)
{
    return meeting->list.count > 1 || meeting->reports > 1 || base_text_is(meeting->status, "postponed") ||
           base_text_is(meeting->status, "cancelled") || base_text_is(meeting->status, "collapsed");
}

static void say_meetings(view_page *page, bool ahead, size_t most)
{
    view_heads heads = latest(page, VIEW_MEETING, true);
    size_t said = 0;
    for (size_t n = 0; n < heads.count && said < most; n++) {
        size_t i = ahead ? heads.count - 1 - n : n; /* what comes next first, what was last first */
        view_meeting meeting = view_meeting_of(page->maker, &heads.items[i]);
        if (!meeting.source_count || is_ahead(page, &heads.items[i], &meeting) != ahead) continue;
        if (!ahead && (is_new(page, &heads.items[i]) || !is_telling(&meeting))) continue;
        view_words words = view_page_meeting(page, &meeting);
        said += words.count && view_page_say(page, meeting.source, &words);
    }
}

/* How much there is to a proposal: one that is only named once is hardly one. */
static size_t weigh(view_page *page, const view_head *head, const view_proposal *proposal)
{
    view_positions positions = view_positions_on(page->maker, head);
    size_t reports = proposal->reports < 5 ? proposal->reports : 5;
    size_t stands = positions.count < 4 ? positions.count : 4,
           terms = proposal->terms.count < 4 ? proposal->terms.count : 4;
    if (proposal->reports < 2 && !positions.count && !(proposal->by.size && terms)) return 0;
    return 2 * reports + stands + terms + (proposal->by.size ? 2 : 0) + (proposal->to.size ? 1 : 0);
}

typedef struct weighed {
    view_head head;
    view_proposal proposal;
    size_t weight, place; /* place: 0 is the latest */
} weighed;

static int heavier_first(const void *a, const void *b)
{
    const weighed *one = a, *other = b;
    if (one->weight != other->weight) return one->weight > other->weight ? -1 : 1;
    return one->place < other->place ? -1 : 1;
}

static void say_proposals(view_page *page)
{
    view_heads heads = latest(page, VIEW_PROPOSAL, true);
    BASE_VECTOR(weighed) list = {0};
    for (size_t i = 0; i < heads.count && list.count < MOST_WEIGHED; i++) {
        weighed one = {.head = heads.items[i], .place = i};
        one.proposal = view_proposal_of(page->maker, &one.head);
        if (!one.proposal.source_count || is_new(page, &one.head)) continue;
        one.weight = weigh(page, &one.head, &one.proposal);
        if (one.weight) base_push(page->maker->arena, &list) = one;
    }
    if (list.count) qsort(list.items, list.count, sizeof *list.items, heavier_first);
    for (size_t i = 0, said = 0; i < list.count && said < MOST_PROPOSALS; i++) {
        const view_proposal *proposal = &list.items[i].proposal;
        view_words words = view_page_proposal(page, &list.items[i].head, proposal);
        if (!view_page_say(page, proposal->source, &words)) continue;
        said++;
        for (size_t k = 0; k < proposal->terms.count && k < 5; k++)
            view_row_source(page->maker, proposal->terms.items[k].source);
    }
}

static void say_stands_on(view_page *page, const view_head *head, const view_proposal *proposal, size_t *said)
{
    view_positions positions = view_positions_on(page->maker, head);
    for (size_t n = positions.count; n-- > 0 && *said < MOST_STANDS;) {
        const view_position *position = &positions.items[n];
        if (!view_is_latest(&positions, n)) continue;
        view_words words =
            view_page_position(page, position, proposal->name, view_term_wording(&proposal->terms, position->term));
        *said += words.count && view_page_say(page, position->source, &words);
    }
}

static void say_stands(view_page *page)
{
    size_t said = 0;
    view_heads proposals = latest(page, VIEW_PROPOSAL, true), positions = latest(page, VIEW_POSITION, false);
    for (size_t i = 0; i < proposals.count && said < MOST_STANDS; i++) {
        view_proposal proposal = view_proposal_of(page->maker, &proposals.items[i]);
        if (proposal.source_count) say_stands_on(page, &proposals.items[i], &proposal, &said);
    }
    said = 0;
    for (size_t i = 0; i < positions.count && said < MOST_DEMANDS; i++) {
        view_position position = view_position_of(page->maker, positions.items[i].document, positions.items[i].number);
        if (position.proposal >= 0) continue;
        view_words words = view_page_position(page, &position, (drg_text){0}, (drg_text){0});
        said += words.count && view_page_say(page, position.source, &words);
    }
}

/* ---- what changed */

static drg_text spaced(view_page *page, drg_text code)
{
    drg_text copy = base_text_copy(page->maker->arena, code);
    for (size_t i = 0; i < copy.size; i++)
        if (copy.data[i] == '-') ((char *)copy.data)[i] = ' ';
    return copy;
}

/* "X went from planned to postponed." */
static bool say_turn(view_page *page, const view_standing *before, const view_standing *after)
{
    view_words words = {0};
    view_page_definite(page, &words, after->name);
    view_page_put(page, &words, " went from ");
    view_page_add(page, &words, spaced(page, before->value));
    view_page_put(page, &words, " to ");
    view_page_add(page, &words, spaced(page, after->value));
    view_page_on_day(page, &words, " (", after->day);
    view_page_put(page, &words, after->day.size ? ")." : ".");
    view_page_begin(&words);
    if (!view_page_say(page, after->source, &words)) return false;
    view_row_source(page->maker, before->source);
    return true;
}

static view_words tell_stand(view_page *page, const view_standing *standing)
{
    view_position position = view_position_of(page->maker, standing->head.document, standing->head.number);
    view_proposal proposal = {0};
    if (position.proposal >= 0) {
        view_head head = {.kind = VIEW_PROPOSAL, .number = position.proposal};
        head.document = page->maker->gathered ? 0 : position.document;
        proposal = view_proposal_of(page->maker, &head);
    }
    return view_page_position(page, &position, proposal.name, view_term_wording(&proposal.terms, position.term));
}

/* What was not told before that day. */
static bool say_new(view_page *page, const view_standing *standing)
{
    view_words words = {0}, told = {0};
    if (base_text_is(standing->kind, "meeting")) {
        view_meeting meeting = view_meeting_of(page->maker, &standing->head);
        if (is_telling(&meeting)) told = view_page_meeting(page, &meeting);
    } else if (base_text_is(standing->kind, "proposal")) {
        view_proposal proposal = view_proposal_of(page->maker, &standing->head);
        if (proposal.terms.count || proposal.by.size) told = view_page_proposal(page, &standing->head, &proposal);
    } else if (base_text_is(standing->kind, "position")) {
        told = tell_stand(page, standing);
    } else {
        view_page_definite(page, &told, standing->name);
        view_page_put(page, &told, " is first told of.");
    }
    if (!told.count) return false;
    view_page_put(page, &words, "New: ");
    view_page_add(page, &words, view_done(&told));
    return view_page_say(page, standing->source, &words);
}

static bool say_change(view_page *page, const view_difference *difference)
{
    return difference->before ? say_turn(page, difference->before, difference->after)
                              : say_new(page, difference->after);
}

static int later_first(const void *a, const void *b)
{
    const view_difference *one = a, *other = b;
    int days = base_text_compare(other->after->day, one->after->day);
    return days ? days : base_text_compare(one->after->key, other->after->key);
}

static void say_changes(view_page *page)
{
    view_maker *maker = page->maker;
    drg_text by = maker->by, to = maker->filter.to;
    maker->filter.to = (drg_text){0};
    view_standings before = view_state(maker, page->since), after = view_state(maker, maker->last_day);
    maker->filter.to = to;
    maker->by = by;
    view_differences differences = view_compare(maker, &before, &after);
    size_t said = 0;
    if (differences.count) qsort(differences.items, differences.count, sizeof *differences.items, later_first);
    for (int turned = 1; turned >= 0; turned--) /* what turned first, then what is new */
        for (size_t i = 0; i < differences.count && said < MOST_CHANGES; i++)
            if ((differences.items[i].before != NULL) == (turned == 1)) said += say_change(page, &differences.items[i]);
}

/* ---- what comes next */

static const char AHEAD[] =
    "SELECT n.document, n.sentence, n.span_begin, n.span_end, n.day, n.kind, s.span_begin, s.span_end "
    "FROM process_next n JOIN sentences s ON s.document = n.document AND s.number = n.sentence "
    "WHERE n.process = ?1 AND n.day > ?2 AND n.kind = 'deadline' ORDER BY n.number LIMIT 4";

static void say_deadlines(view_page *page)
{
    view_processes_list list = view_processes_of(page->maker);
    for (size_t i = 0; i < list.count && i < MOST_PROCESSES; i++) {
        sqlite3_stmt *row = view_statement(page->maker, AHEAD);
        view_bind_integer(page->maker, row, 1, list.items[i].process);
        view_bind_text(page->maker, row, 2, page->maker->last_day);
        while (view_step(page->maker, row)) {
            view_words words = {0};
            view_source source = view_source_at(row, 0);
            drg_text day = view_text(page->maker, row, 4);
            drg_span span = {(uint32_t)view_integer(row, 6), (uint32_t)view_integer(row, 7)};
            view_page_put(page, &words, "A date, ");
            view_page_day(page, &words, day);
            view_page_put(page, &words, ": ");
            view_page_quote(page, &words, view_wording(page->maker, source.document, span));
            view_page_say(page, source, &words);
        }
    }
}

static bool is_several(drg_text lines)
{
    return lines.size && memchr(lines.data, '\n', lines.size);
}

static const char LATELY[] = "SELECT date(?1, '-90 days')";

/* Threats are of the day; those of long ago are history. */
static view_heads late_threats(view_page *page)
{
    view_maker *maker = page->maker;
    drg_text from = maker->filter.from;
    sqlite3_stmt *row = view_statement(maker, LATELY);
    view_bind_text(maker, row, 1, maker->last_day);
    if (!from.size && view_step(maker, row)) maker->filter.from = view_text(maker, row, 0);
    sqlite3_reset(row);
    view_heads heads = latest(page, VIEW_THREAT, false);
    maker->filter.from = from;
    return heads;
}

static void say_threats(view_page *page)
{
    view_heads heads = late_threats(page);
    size_t said = 0;
    for (size_t i = 0; i < heads.count && said < MOST_THREATS; i++) {
        view_event_told event = view_event_of(page->maker, heads.items[i].document, heads.items[i].number);
        if (!event.actors.size) continue;
        view_words words = {0};
        view_page_list(page, &words, event.actors);
        view_page_put(page, &words, is_several(event.actors) ? " threaten" : " threatens");
        if (event.recipients.size) view_page_put(page, &words, " ");
        view_page_list(page, &words, event.recipients);
        view_page_put(page, &words, ": ");
        view_page_quote(page, &words, view_sentence(page->maker, event.source));
        view_page_end(page, &words);
        said += view_page_say(page, event.source, &words);
    }
}

/* ---- what is contested */

static const char EARLIER[] = "SELECT earlier_document, earlier_statement FROM reversals WHERE document = ?1 "
                              "AND statement = ?2 AND earlier_document IS NOT NULL";
static const char EARLIER_HERE[] = "SELECT document, reverses FROM statements WHERE document = ?1 AND number = ?2 "
                                   "AND reverses IS NOT NULL";

/* "Ada Lund" and not "I", "the officials". */
static bool is_named(drg_text speaker)
{
    return speaker.size > 1 && speaker.data[0] >= 'A' && speaker.data[0] <= 'Z' && !view_page_starts(speaker, "the");
}

static bool is_same_sentence(view_source one, view_source other)
{
    return one.document == other.document && one.sentence == other.sentence;
}

static void say_reversals(view_page *page)
{
    view_maker *maker = page->maker;
    view_source last = {0};
    view_heads heads = latest(page, maker->gathered ? VIEW_REVERSAL : VIEW_TURN, false);
    size_t said = 0;
    for (size_t i = 0; i < heads.count && said < MOST_CONTESTED; i++) {
        sqlite3_stmt *row = view_statement(maker, maker->gathered ? EARLIER : EARLIER_HERE);
        view_bind_integer(maker, row, 1, heads.items[i].document);
        view_bind_integer(maker, row, 2, heads.items[i].number);
        bool known = view_step(maker, row);
        int64_t document = view_integer(row, 0), number = view_integer(row, 1);
        sqlite3_reset(row);
        view_statement_said now = view_statement_of(maker, heads.items[i].document, heads.items[i].number);
        view_statement_said before = known ? view_statement_of(maker, document, number) : now;
        if (is_same_sentence(now.source, last)) continue; /* one sentence, coded in two statements */
        last = now.source;
        if (!is_named(now.speaker) || !now.stance.size || !before.stance.size) continue;
        view_words words = {0};
        view_page_add(page, &words, now.speaker);
        view_page_put(page, &words, known ? " now says " : " says the opposite of what was said before: ");
        view_page_quote(page, &words, now.words);
        view_page_on_day(page, &words, " (", now.day);
        if (now.day.size) view_page_put(page, &words, ")");
        if (known) {
            view_page_put(page, &words, ", but before ");
            view_page_quote(page, &words, before.words);
            view_page_on_day(page, &words, " (", before.day);
            if (before.day.size) view_page_put(page, &words, ")");
        }
        view_page_end(page, &words);
        if (!view_page_say(page, now.source, &words)) continue;
        said++;
        if (known) view_row_source(maker, before.source);
    }
}

static const char *event_words(drg_text type)
{
    if (base_text_starts(type, BASE_LITERAL("ASSAULT"))) return "an attack";
    if (base_text_starts(type, BASE_LITERAL("PROTEST"))) return "a protest";
    if (base_text_starts(type, BASE_LITERAL("COERCE"))) return "an act of coercion";
    if (base_text_starts(type, BASE_LITERAL("AID"))) return "aid";
    return "an event";
}

static void say_conflicts(view_page *page)
{
    view_contested list = view_contested_of(page->maker);
    size_t said = 0;
    for (size_t i = 0; i < list.count && said < MOST_CONTESTED; i++) {
        const view_conflict *conflict = &list.items[i];
        view_words words = {0};
        bool meeting = base_text_is(conflict->kind, "meeting");
        view_page_put(page, &words, "Accounts of ");
        if (!meeting) view_page_put(page, &words, event_words(conflict->name));
        if (meeting) view_page_definite(page, &words, conflict->name);
        size_t place = conflict->name.size;
        for (size_t k = 0; !meeting && k < conflict->name.size && place == conflict->name.size; k++)
            if (conflict->name.data[k] == ',') place = k + 2;
        if (!meeting && place < conflict->name.size) {
            view_page_put(page, &words, " at ");
            view_page_add(page, &words, base_text_slice(conflict->name, place, conflict->name.size));
        }
        view_page_on_day(page, &words, " on ", base_text_copy(page->maker->arena, base_text_from(conflict->day)));
        view_page_put(page, &words, " differ (");
        view_page_add(page, &words, conflict->field);
        view_page_put(page, &words, "). ");
        view_page_add(page, &words, conflict->one);
        view_page_put(page, &words, "; ");
        view_page_add(page, &words, conflict->other);
        view_page_end(page, &words);
        if (!view_page_say(page, conflict->one_source, &words)) continue;
        view_row_source(page->maker, conflict->other_source);
        said++;
    }
}

static void say_silence(view_page *page)
{
    view_silences silences = view_unheard_of(page->maker, SILENT_DAYS);
    size_t said = 0;
    for (size_t n = silences.count; n-- > 0 && said < MOST_CONTESTED;) {
        const view_unheard *unheard = &silences.items[n];
        if (unheard->days > LONG_AGO) break; /* the rest is older still */
        view_words words = {0};
        view_page_add(page, &words, unheard->party);
        view_page_put(page, &words, " has not been heard on ");
        view_page_definite(page, &words, unheard->matter);
        view_page_add(page, &words,
                      base_text_format(page->maker->arena, " in the %lld days since ", (long long)unheard->days));
        view_page_day(page, &words, base_text_copy(page->maker->arena, base_text_from(unheard->day)));
        view_page_end(page, &words);
        said += view_page_say(page, unheard->source, &words);
    }
}

/* ---------------------------------------------------------------- the page */

void view_brief(view_maker *maker)
{
    static const char *const NAMES[] = {"section", "sentence"};
    view_page page = {.maker = maker};
    view_words changed = {0};
    if (maker->limit > LOOKED_AT) maker->limit = LOOKED_AT;
    page.since = maker->filter.since;
    if (maker->filter.to.size) maker->by = maker->filter.to;
    view_columns(maker, NAMES, 2);
    page.section = "Where it stands";
    say_processes(&page);
    maker->chooses_processes = maker->rows.count > 0;
    say_meetings(&page, false, MOST_MEETINGS);
    say_proposals(&page);
    view_page_put(&page, &changed, "What changed since ");
    view_page_day(&page, &changed, page.since);
    page.section = base_text_copy(maker->arena, view_done(&changed)).data;
    if (page.since.size) say_changes(&page);
    page.section = "Who stands where";
    say_stands(&page);
    page.section = "What comes next";
    say_meetings(&page, true, MOST_AHEAD);
    say_deadlines(&page);
    size_t limit = maker->limit;
    if (maker->limit > FEW_LOOKED_AT) maker->limit = FEW_LOOKED_AT;
    say_threats(&page);
    page.section = "What is contested";
    say_reversals(&page);
    say_conflicts(&page);
    maker->limit = limit;
    say_silence(&page);
    maker->table->more = false; /* a page is a choice */
}
