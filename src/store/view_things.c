/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the key of a statement, a position or an event. Out: it in words, with its source. Names are those of the actors,
 * wordings those of the text; nothing is made up. Meetings and proposals, which several documents may tell, are in
 * view_talks.c.
 */
#include "store/view.h"

/* ---------------------------------------------------------------- parties */

static const char STATE_NAME[] = "SELECT name FROM actors WHERE id = lower(?1) AND type = 'state' LIMIT 1";
static const char ACTOR_NAME[] = "SELECT name FROM actors WHERE id = ?1 LIMIT 1";
static const char PARTY_NAME[] = "SELECT name FROM process_parties WHERE party = ?1 LIMIT 1";

static drg_text look_up(view_maker *maker, const char *sql, drg_text key)
{
    sqlite3_stmt *statement = view_statement(maker, sql);
    view_bind_text(maker, statement, 1, key);
    drg_text name = view_step(maker, statement) ? view_text(maker, statement, 0) : (drg_text){0};
    sqlite3_reset(statement);
    return name;
}

static bool starts_with_code(drg_text party)
{
    if (party.size < 3 || (party.size > 3 && party.data[3] != ' ')) return false;
    for (size_t i = 0; i < 3; i++)
        if (party.data[i] < 'A' || party.data[i] > 'Z') return false;
    return true;
}

static drg_text state_name(view_maker *maker, drg_text party)
{
    drg_text code = base_text_slice(party, 0, 3), sector = base_text_slice(party, 3, party.size);
    drg_text name = look_up(maker, STATE_NAME, code);
    if (!name.size) name = code;
    if (!sector.size || base_text_is(sector, " GOV")) return name;
    return base_text_format(maker->arena, "%.*s%.*s", BASE_PRINT(name), BASE_PRINT(sector));
}

drg_text view_party_name(view_maker *maker, drg_text party)
{
    if (!party.size) return party;
    drg_text name = look_up(maker, PARTY_NAME, party);
    if (name.size) return name;
    if (starts_with_code(party)) return state_name(maker, party);
    name = look_up(maker, ACTOR_NAME, party);
    return name.size ? name : party;
}

drg_text view_party_of(view_maker *maker, drg_text id, drg_text type, drg_text country, drg_text sectors)
{
    bool state = base_text_is(type, "state") || base_text_starts(sectors, BASE_LITERAL("GOV"));
    if (!state || country.size != 3 || country.data[0] == '-') return id;
    return base_text_format(maker->arena, "%.*s GOV", BASE_PRINT(country));
}

/* ---------------------------------------------------------------- positions */

static const char POSITION[] =
    "SELECT p.document, p.sentence, p.span_begin, p.span_end, a.id, a.name, a.type, coalesce(m.country, a.country), "
    "coalesce(m.sectors, a.sectors), p.stance, p.content_begin, p.content_end, p.condition_begin, p.condition_end, "
    "coalesce(t.first_day, substr(d.published, 1, 10)), p.proposal, p.term, p.statement "
    "FROM positions p JOIN mentions m ON m.document = p.document AND m.number = p.mention "
    "JOIN actors a ON a.document = m.document AND a.number = m.actor JOIN documents d ON d.key = p.document "
    "LEFT JOIN dates t ON t.document = p.document AND t.number = p.date WHERE p.document = ?1 AND p.number = ?2";
static const char GATHERED_POSITION[] =
    "SELECT g.party, g.day, g.proposal, g.term, c.name FROM gathered_positions g "
    "LEFT JOIN processes c ON c.process = g.process WHERE g.document = ?1 AND g.number = ?2";

static int64_t number_or_none(sqlite3_stmt *statement, int column)
{
    return view_is_null(statement, column) ? -1 : view_integer(statement, column);
}

static drg_span span_at(sqlite3_stmt *statement, int column)
{
    return (drg_span){(uint32_t)view_integer(statement, column), (uint32_t)view_integer(statement, column + 1)};
}

static void add_gathered(view_maker *maker, view_position *position)
{
    sqlite3_stmt *row = view_statement(maker, GATHERED_POSITION);
    position->proposal = position->term = -1; /* they were numbers of the document */
    view_bind_integer(maker, row, 1, position->document);
    view_bind_integer(maker, row, 2, position->number);
    if (view_step(maker, row)) {
        position->party = view_text(maker, row, 0);
        if (!view_is_null(row, 1)) position->day = view_text(maker, row, 1);
        position->proposal = number_or_none(row, 2);
        position->term = number_or_none(row, 3);
        position->process = view_text(maker, row, 4);
    }
    sqlite3_reset(row);
}

view_position view_position_of(view_maker *maker, int64_t document, int64_t number)
{
    view_position position = {.document = document, .number = number, .proposal = -1, .term = -1};
    sqlite3_stmt *row = view_statement(maker, POSITION);
    view_bind_integer(maker, row, 1, document);
    view_bind_integer(maker, row, 2, number);
    if (!view_step(maker, row))
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: document %lld has no position %lld",
                  (long long)document, (long long)number);
    position.source = view_source_at(row, 0);
    position.source.span = (drg_span){0}; /* "rejected" alone tells a reader little: the sentence */
    position.who = view_text(maker, row, 5);
    position.party = view_party_of(maker, view_text(maker, row, 4), view_text(maker, row, 6), view_text(maker, row, 7),
                                   view_text(maker, row, 8));
    position.stance = view_text(maker, row, 9);
    drg_span content = span_at(row, 10), condition = span_at(row, 12);
    position.day = view_text(maker, row, 14);
    position.proposal = number_or_none(row, 15);
    position.term = number_or_none(row, 16);
    position.by_statement = !view_is_null(row, 17);
    sqlite3_reset(row);
    position.content = view_wording(maker, document, content);
    position.condition = view_wording(maker, document, condition);
    if (maker->gathered) add_gathered(maker, &position);
    return position;
}

/* ---------------------------------------------------------------- statements */

static const char STATEMENT[] =
    "SELECT s.document, s.sentence, s.span_begin, s.span_end, a.name, s.speaker_begin, s.speaker_end, s.verb, "
    "s.stance, "
    "s.outlet, s.medium, s.direct, coalesce(t.first_day, substr(d.published, 1, 10)), "
    "(SELECT b.name FROM mentions n JOIN actors b ON b.document = n.document AND b.number = n.actor "
    "WHERE n.document = s.document AND n.number = s.addressee) "
    "FROM statements s JOIN documents d ON d.key = s.document "
    "LEFT JOIN mentions m ON m.document = s.document AND m.number = s.speaker "
    "LEFT JOIN actors a ON a.document = m.document AND a.number = m.actor "
    "LEFT JOIN dates t ON t.document = s.document AND t.number = s.date WHERE s.document = ?1 AND s.number = ?2";
static const char MATTERS[] =
    "SELECT q.matter, coalesce(g.span_begin, p.span_begin, e.span_begin), coalesce(g.span_end, p.span_end, "
    "e.span_end), "
    "k.span_begin, k.span_end FROM statement_matters q "
    "LEFT JOIN meetings g ON q.matter = 'meeting' AND g.document = q.document AND g.number = q.item "
    "LEFT JOIN proposals p ON q.matter IN ('proposal', 'term') AND p.document = q.document AND p.number = q.item "
    "LEFT JOIN events e ON q.matter = 'event' AND e.document = q.document AND e.number = q.item "
    "LEFT JOIN proposal_terms k ON q.matter = 'term' AND k.document = q.document AND k.proposal = q.item "
    "AND k.number = q.term WHERE q.document = ?1 AND q.statement = ?2 ORDER BY q.number";

/* "proposal: terms sheet", a line each. */
static drg_text matters_of(view_maker *maker, int64_t document, int64_t number)
{
    view_words words = {0};
    sqlite3_stmt *row = view_statement(maker, MATTERS);
    view_bind_integer(maker, row, 1, document);
    view_bind_integer(maker, row, 2, number);
    while (view_step(maker, row)) {
        drg_text name = view_wording(maker, document, span_at(row, view_is_null(row, 3) ? 1 : 3));
        view_join(maker, &words, "\n", view_text(maker, row, 0));
        if (!name.size) continue;
        view_add_string(maker, &words, ": ");
        view_add(maker, &words, name);
    }
    return view_done(&words);
}

view_statement_said view_statement_of(view_maker *maker, int64_t document, int64_t number)
{
    view_statement_said said = {0};
    sqlite3_stmt *row = view_statement(maker, STATEMENT);
    view_bind_integer(maker, row, 1, document);
    view_bind_integer(maker, row, 2, number);
    if (!view_step(maker, row))
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: document %lld has no statement %lld",
                  (long long)document, (long long)number);
    said.source = view_source_at(row, 0);
    said.speaker = view_text(maker, row, 4);
    drg_span speaker = span_at(row, 5);
    said.verb = view_text(maker, row, 7);
    said.stance = view_text(maker, row, 8);
    said.outlet = view_text(maker, row, 9);
    said.medium = view_text(maker, row, 10);
    said.direct = view_integer(row, 11) != 0;
    said.day = view_text(maker, row, 12);
    said.addressee = view_text(maker, row, 13);
    sqlite3_reset(row);
    if (!said.speaker.size) said.speaker = view_wording(maker, document, speaker);
    said.words = view_wording(maker, document, said.source.span);
    said.about = matters_of(maker, document, number);
    return said;
}

/* ---------------------------------------------------------------- events */

static const char EVENT[] =
    "SELECT e.document, e.sentence, e.span_begin, e.span_end, e.type, e.mode, e.status, e.negated, l.name, l.country, "
    "e.dead, e.injured, e.detained, e.people, e.money, e.currency FROM events e "
    "LEFT JOIN places l ON l.document = e.document AND l.number = e.place WHERE e.document = ?1 AND e.number = ?2";
static const char EVENT_PEOPLE[] =
    "SELECT a.name FROM event_mentions p JOIN mentions m ON m.document = p.document AND m.number = p.mention "
    "JOIN actors a ON a.document = m.document AND a.number = m.actor "
    "WHERE p.document = ?1 AND p.event = ?2 AND p.part = ?3 ORDER BY p.number";

static drg_text people_of(view_maker *maker, int64_t document, int64_t number, const char *part)
{
    view_words words = {0};
    sqlite3_stmt *row = view_statement(maker, EVENT_PEOPLE);
    view_bind_integer(maker, row, 1, document);
    view_bind_integer(maker, row, 2, number);
    view_bind_text(maker, row, 3, base_text_from(part));
    while (view_step(maker, row)) view_join(maker, &words, "\n", view_text(maker, row, 0));
    return view_done(&words);
}

/* "3 dead, 12 injured" from four columns on, then money. */
static drg_text figures_of(view_maker *maker, sqlite3_stmt *row, int column)
{
    static const char *const NAMES[] = {"dead", "injured", "detained", "people"};
    view_words words = {0};
    for (int i = 0; i < 4; i++) {
        if (view_is_null(row, column + i)) continue;
        view_join(maker, &words, ", ",
                  base_text_format(maker->arena, "%lld %s", (long long)view_integer(row, column + i), NAMES[i]));
    }
    if (view_is_null(row, column + 4)) return view_done(&words);
    drg_text currency = view_text(maker, row, column + 5);
    view_join(maker, &words, ", ",
              base_text_format(maker->arena, "%lld %.*s", (long long)sqlite3_column_double(row, column + 4),
                               BASE_PRINT(currency)));
    return view_done(&words);
}

view_event_told view_event_of(view_maker *maker, int64_t document, int64_t number)
{
    view_event_told told = {0};
    sqlite3_stmt *row = view_statement(maker, EVENT);
    view_bind_integer(maker, row, 1, document);
    view_bind_integer(maker, row, 2, number);
    if (!view_step(maker, row))
        view_fail(maker, DRG_ERROR_FORMAT, "the record is damaged: document %lld has no event %lld",
                  (long long)document, (long long)number);
    told.source = view_source_at(row, 0);
    told.type = view_text(maker, row, 4);
    told.mode = view_text(maker, row, 5);
    told.status = view_text(maker, row, 6);
    told.negated = view_integer(row, 7) != 0;
    told.place = view_text(maker, row, 8);
    told.figures = figures_of(maker, row, 10);
    sqlite3_reset(row);
    told.words = view_wording(maker, document, told.source.span);
    told.actors = people_of(maker, document, number, "actor");
    told.recipients = people_of(maker, document, number, "recipient");
    return told;
}
