/* SPDX-License-Identifier: Apache-2.0
 * In: a line of text; a document. Out: whether the document holds what the line says, and what is lacking.
 * A line names only the fields that it is about: a test of a date does not break when an actor gets a better name. */
#include "expectation.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------------- reading */

typedef struct line_cursor {
    drg_text line;
    size_t at;
} line_cursor;

static void skip_blanks(line_cursor *cursor)
{
    while (cursor->at < cursor->line.size &&
           (cursor->line.data[cursor->at] == ' ' || cursor->line.data[cursor->at] == '\t'))
        cursor->at++;
}

static bool at_blank_or_end(const line_cursor *cursor)
{
    return cursor->at == cursor->line.size || cursor->line.data[cursor->at] == ' ' ||
           cursor->line.data[cursor->at] == '\t';
}

/* The next word up to a blank or, when asked, an equals sign. */
static drg_text read_word(line_cursor *cursor, bool equals)
{
    skip_blanks(cursor);
    size_t begin = cursor->at;
    while (!at_blank_or_end(cursor) && !(equals && cursor->line.data[cursor->at] == '=')) cursor->at++;
    return text_slice(cursor->line, begin, cursor->at);
}

/* A value in quotation marks (\" and \\ inside) or up to the next blank. NULL when the closing mark is lacking. */
static char *read_value(line_cursor *cursor)
{
    if (at_blank_or_end(cursor)) return memory_copy((drg_text){"", 0});
    if (cursor->line.data[cursor->at] != '"') return memory_copy(read_word(cursor, false));
    line_buffer value = {0};
    buffer_add(&value, (drg_text){"", 0});
    for (cursor->at++; cursor->at < cursor->line.size; cursor->at++) {
        char byte = cursor->line.data[cursor->at];
        if (byte == '"') {
            cursor->at++;
            return value.data;
        }
        if (byte == '\\' && cursor->at + 1 < cursor->line.size) byte = cursor->line.data[++cursor->at];
        buffer_add(&value, (drg_text){&byte, 1});
    }
    buffer_free(&value);
    return NULL;
}

static const char *const EVENT_FIELDS[] = {"type",    "mode", "cameo",   "status",   "negated", "actors", "recipients",
                                           "third",   "date", "when",    "place",    "at",      "rule",   "attributed",
                                           "context", "dead", "injured", "detained", "people"};
static const char *const ACTOR_FIELDS[] = {"country", "sector", "type", "role"};
static const char *const MENTION_FIELDS[] = {"actor", "country", "sector", "type", "role", "via"};
static const char *const DATE_FIELDS[] = {"date"};
static const char *const PLACE_FIELDS[] = {"name", "country", "admin1", "geonames"};
static const char *const STATEMENT_FIELDS[] = {"text", "direct", "outlet", "medium", "verb",
                                               "date", "to",     "at",     "stance", "about"};
static const char *const MEETING_FIELDS[] = {"at", "key", "status", "date", "place", "level", "participants"};
static const char *const PROPOSAL_FIELDS[] = {"at", "key", "by", "to", "date", "place", "version", "terms"};
static const char *const POSITION_FIELDS[] = {"at", "stance", "proposal", "term", "condition"};
static const char *const REVERSAL_FIELDS[] = {"at", "of"};
static const char *const PROCESS_FIELDS[] = {"parties", "mediators", "status"};

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define FIELDS(array)                                                                                                  \
    {                                                                                                                  \
        array, COUNT(array)                                                                                            \
    }

static const struct {
    const char *word;
    struct {
        const char *const *names;
        size_t count;
    } fields;
} KINDS[EXPECT_KIND_COUNT] = {
    [EXPECT_EVENT] = {"event", FIELDS(EVENT_FIELDS)},
    [EXPECT_ACTOR] = {"actor", FIELDS(ACTOR_FIELDS)},
    [EXPECT_MENTION] = {"mention", FIELDS(MENTION_FIELDS)},
    [EXPECT_DATE] = {"date", FIELDS(DATE_FIELDS)},
    [EXPECT_PLACE] = {"place", FIELDS(PLACE_FIELDS)},
    [EXPECT_STATEMENT] = {"statement", FIELDS(STATEMENT_FIELDS)},
    [EXPECT_MEETING] = {"meeting", FIELDS(MEETING_FIELDS)},
    [EXPECT_PROPOSAL] = {"proposal", FIELDS(PROPOSAL_FIELDS)},
    [EXPECT_POSITION] = {"position", FIELDS(POSITION_FIELDS)},
    [EXPECT_REVERSAL] = {"reversal", FIELDS(REVERSAL_FIELDS)},
    [EXPECT_PROCESS] = {"process", FIELDS(PROCESS_FIELDS)},
};

static bool is_field(const corpus_expectation *expectation, drg_text name)
{
    for (size_t i = 0; i < KINDS[expectation->kind].fields.count; i++)
        if (text_is(name, KINDS[expectation->kind].fields.names[i])) return true;
    return false;
}

static bool find_type(drg_text name, drg_type *ret_type)
{
    for (int type = 0; type < DRG_TYPE_COUNT; type++)
        if (text_is(name, drg_type_name((drg_type)type))) {
            *ret_type = (drg_type)type;
            return true;
        }
    return false;
}

static bool is_stance(const char *name)
{
    for (int stance = 1; stance < DRG_STANCE_COUNT; stance++)
        if (strcmp(name, drg_stance_name((drg_stance)stance)) == 0) return true;
    return false;
}

static bool is_status(expectation_kind kind, const char *name)
{
    static const char *const processes[] = {"exploratory", "under-way", "stalled", "suspended",
                                            "broken-off",  "agreed",    "signed",  "implementing"};
    for (size_t i = 0; kind == EXPECT_PROCESS && i < COUNT(processes); i++)
        if (strcmp(name, processes[i]) == 0) return true;
    for (int status = 0; kind == EXPECT_MEETING && status < DRG_MEETING_STATUS_COUNT; status++)
        if (strcmp(name, drg_meeting_status_name((drg_meeting_status)status)) == 0) return true;
    if (kind == EXPECT_PROCESS || kind == EXPECT_MEETING) return false;
    for (int status = 0; status <= DRG_STATUS_HISTORICAL; status++)
        if (strcmp(name, drg_event_status_name((drg_event_status)status)) == 0) return true;
    return false;
}

/* A value that no event can have is a slip of the pen. */
static bool check_field(const corpus_expectation *expectation, const expected_field *field, line_buffer *problem)
{
    drg_type type;
    if (!is_field(expectation, field->name))
        buffer_format(problem, "there is no field '%.*s'", TEXT_PRINT(field->name));
    else if (!field->value && !text_is(field->name, "negated") && !text_is(field->name, "direct"))
        buffer_format(problem, "the field '%.*s' wants '=' and a value, which may be empty", TEXT_PRINT(field->name));
    else if (text_is(field->name, "status") && !is_status(expectation->kind, field->value))
        buffer_format(problem, "there is no status '%s'", field->value);
    else if (text_is(field->name, "stance") && !is_stance(field->value))
        buffer_format(problem, "there is no stance '%s'", field->value);
    else if (expectation->kind == EXPECT_EVENT && text_is(field->name, "type") &&
             !find_type(text_of(field->value), &type))
        buffer_format(problem, "there is no event type '%s'", field->value);
    return !problem->size;
}

static bool read_fields(line_cursor *cursor, corpus_expectation *expectation, line_buffer *problem)
{
    for (skip_blanks(cursor); cursor->at < cursor->line.size; skip_blanks(cursor)) {
        expected_field field = {.name = read_word(cursor, true)};
        if (!at_blank_or_end(cursor)) { /* at the equals sign */
            cursor->at++;
            field.value = read_value(cursor);
            if (!field.value) buffer_format(problem, "a quotation mark is not closed");
        }
        size_t count = expectation->field_count;
        expectation->fields = memory_grow(expectation->fields, (count + 1) * sizeof field);
        expectation->fields[expectation->field_count++] = field;
        if (problem->size || !check_field(expectation, &field, problem)) return false;
    }
    return true;
}

static bool read_head(line_cursor *cursor, corpus_expectation *expectation, line_buffer *problem)
{
    drg_text word = read_word(cursor, false);
    if (text_is(word, "not")) {
        expectation->negative = true;
        word = read_word(cursor, false);
    }
    expectation_kind kind = EXPECT_EVENT;
    while (kind < EXPECT_KIND_COUNT && !text_is(word, KINDS[kind].word)) kind++;
    if (kind == EXPECT_KIND_COUNT) {
        buffer_format(problem,
                      "a line begins with event, actor, mention, date, place, statement, meeting, proposal, position, "
                      "reversal, process, with \"not\" before it, or #, not with '%.*s'",
                      TEXT_PRINT(word));
        return false;
    }
    expectation->kind = kind;
    if (kind == EXPECT_EVENT) {
        drg_text type = read_word(cursor, false);
        if (!find_type(type, &expectation->type))
            buffer_format(problem, "there is no event type '%.*s'", TEXT_PRINT(type));
    } else if (kind != EXPECT_MEETING && kind != EXPECT_PROPOSAL) {
        skip_blanks(cursor);
        expectation->name = read_value(cursor);
        if (!expectation->name || !*expectation->name)
            buffer_format(problem, "'%s' wants a name or wording: actor \"Emmanuel Macron\"", KINDS[kind].word);
    }
    return !problem->size;
}

bool expectation_read(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem)
{
    line_cursor cursor = {text_trim(line), 0};
    corpus_expectation expectation = {0};
    bool good = read_head(&cursor, &expectation, problem) && read_fields(&cursor, &expectation, problem);
    if (!good) expectation_free(&expectation);
    *ret_expectation = expectation;
    return good;
}

bool expectation_read_fields(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem)
{
    line_cursor cursor = {text_trim(line), 0};
    corpus_expectation expectation = {.any_type = true};
    bool good = read_fields(&cursor, &expectation, problem);
    if (!good) expectation_free(&expectation);
    *ret_expectation = expectation;
    return good;
}

void expectation_free(corpus_expectation *expectation)
{
    for (size_t i = 0; i < expectation->field_count; i++) free(expectation->fields[i].value);
    free(expectation->fields);
    free(expectation->name);
    *expectation = (struct corpus_expectation){0};
}

/* ---------------------------------------------------------------- mentions */

drg_text expectation_wording(const drg_document *document, drg_span span)
{
    return text_slice(drg_document_text(document), span.begin, span.end);
}

/* "FRA GOV": the country and one of the sectors. */
static bool is_country_and_sector(const drg_mention *mention, drg_text name)
{
    size_t blank = text_find(name, text_of(" "), 0);
    if (blank == SIZE_MAX || !text_equal(text_slice(name, 0, blank), mention->country)) return false;
    drg_text sector = text_trim(text_slice(name, blank, name.size));
    for (size_t i = 0; i < mention->sector.count; i++)
        if (text_equal(sector, mention->sector.items[i])) return true;
    return false;
}

bool expectation_answers(const drg_document *document, uint32_t index, drg_text name)
{
    const drg_mention *mention = &drg_document_mentions(document)[index];
    const drg_actor *actor = &drg_document_actors(document)[mention->actor];
    return text_equal(name, actor->name) || text_equal(name, expectation_wording(document, mention->span)) ||
           (name.size && text_equal(name, mention->country)) || is_country_and_sector(mention, name);
}

static bool is_word_byte(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

bool expectation_has_words(drg_text whole, drg_text part)
{
    if (!part.size) return false;
    for (size_t at = 0; at + part.size <= whole.size; at++) {
        size_t i = 0;
        while (i < part.size && tolower((unsigned char)whole.data[at + i]) == tolower((unsigned char)part.data[i])) i++;
        bool begins = !at || !is_word_byte(whole.data[at - 1]);
        bool ends = at + i == whole.size || !is_word_byte(whole.data[at + i]);
        if (i == part.size && begins && ends) return true;
    }
    return false;
}

static bool has_sector(const drg_mention *mention, drg_text sector)
{
    for (size_t i = 0; i < mention->sector.count; i++)
        if (text_equal(sector, mention->sector.items[i])) return true;
    return false;
}

static bool is_code(drg_text text)
{
    return text.size == 3 && isupper((unsigned char)text.data[0]) && isupper((unsigned char)text.data[1]) &&
           isupper((unsigned char)text.data[2]);
}

bool expectation_answers_widely(const drg_document *document, uint32_t index, drg_text name)
{
    if (expectation_answers(document, index, name)) return true;
    const drg_mention *mention = &drg_document_mentions(document)[index];
    const drg_actor *actor = &drg_document_actors(document)[mention->actor];
    if (is_code(name)) return has_sector(mention, name);
    bool state = actor->type == DRG_ACTOR_STATE;
    if (name.size == 7 && name.data[3] == ' ' && is_code(text_slice(name, 0, 3)) && is_code(text_slice(name, 4, 7)))
        return text_equal(text_slice(name, 0, 3), mention->country) && state &&
               (text_is(text_slice(name, 4, 7), "GOV") || text_is(text_slice(name, 4, 7), "MIL"));
    for (size_t i = 0; i < actor->aliases.count; i++)
        if (expectation_has_words(actor->aliases.items[i], name)) return true;
    drg_text wording = expectation_wording(document, mention->span);
    return expectation_has_words(wording, name) || expectation_has_words(name, wording) ||
           expectation_has_words(actor->name, name);
}

bool expectation_next_name(drg_text list, size_t *at, drg_text *ret_name)
{
    while (*at < list.size) {
        size_t end = text_find(list, text_of(";"), *at);
        if (end == SIZE_MAX) end = list.size;
        *ret_name = text_trim(text_slice(list, *at, end));
        *at = end + 1;
        if (ret_name->size) return true;
    }
    return false;
}

static bool any_answers(const drg_document *document, const drg_indexes *mentions, drg_text name)
{
    for (size_t i = 0; i < mentions->count; i++)
        if (expectation_answers(document, mentions->items[i], name)) return true;
    return false;
}

static bool all_listed(const drg_document *document, const drg_indexes *mentions, drg_text list)
{
    for (size_t i = 0; i < mentions->count; i++) {
        bool listed = false;
        drg_text name;
        for (size_t at = 0; !listed && expectation_next_name(list, &at, &name);)
            listed = expectation_answers(document, mentions->items[i], name);
        if (!listed) return false;
    }
    return true;
}

static bool mentions_match(const drg_document *document, const drg_indexes *mentions, const char *value, bool alone)
{
    drg_text list = text_of(value), name;
    if (!text_trim(list).size) return mentions->count == 0;
    for (size_t at = 0; expectation_next_name(list, &at, &name);)
        if (!any_answers(document, mentions, name)) return false;
    return !alone || all_listed(document, mentions, list);
}

/* ---------------------------------------------------------------- the other fields */

bool expectation_is_date(const drg_document *document, uint32_t index, const char *value)
{
    if (!*value) return index == DRG_NONE;
    if (index == DRG_NONE) return false;
    const drg_date *date = &drg_document_dates(document)[index];
    const char *dots = strstr(value, "..");
    drg_text from = dots ? (drg_text){value, (size_t)(dots - value)} : text_of(value);
    drg_text to = dots ? text_of(dots + 2) : from;
    return text_is(from, date->from) && text_is(to, date->to);
}

static bool place_matches(const drg_document *document, const drg_event *event, const char *value)
{
    if (!*value) return event->place == DRG_NONE;
    if (event->place == DRG_NONE) return false;
    const drg_place *place = &drg_document_places(document)[event->place];
    return text_is(place->name, value) || text_is(place->country, value) ||
           text_is(expectation_wording(document, place->span), value);
}

/* Does the trigger overlap an occurrence of the wording? */
static bool trigger_is_at(const drg_document *document, const drg_event *event, const char *value)
{
    drg_text text = drg_document_text(document), part = text_of(value);
    for (size_t at = 0; (at = text_find(text, part, at)) != SIZE_MAX; at++)
        if (at < event->trigger.end && at + part.size > event->trigger.begin) return true;
    return false;
}

static bool source_answers(const drg_document *document, const drg_attribution *source, const char *value)
{
    if (text_is(source->outlet, value)) return true;
    if (source->speaker != DRG_NONE) return expectation_answers(document, source->speaker, text_of(value));
    return text_is(expectation_wording(document, source->speaker_span), value);
}

static bool attribution_matches(const drg_document *document, const drg_event *event, const char *value)
{
    if (!*value) return event->attribution_count == 0;
    for (size_t i = 0; i < event->attribution_count; i++)
        if (source_answers(document, &event->attribution[i], value)) return true;
    return false;
}

/* The whole "consult.yaml#meet" or the frame's name alone. */
static bool rule_matches(const drg_event *event, const char *value)
{
    size_t hash = text_find(event->rule, text_of("#"), 0);
    return text_is(event->rule, value) ||
           (hash != SIZE_MAX && text_is(text_slice(event->rule, hash + 1, event->rule.size), value));
}

bool expectation_has_texts(const drg_texts *texts, const char *value)
{
    if (!*value) return texts->count == 0;
    drg_text list = text_of(value), name;
    for (size_t at = 0; expectation_next_name(list, &at, &name);) {
        bool found = false;
        for (size_t i = 0; i < texts->count; i++) found = found || text_equal(name, texts->items[i]);
        if (!found) return false;
    }
    return true;
}

static bool figure_matches(int64_t figure, const char *value)
{
    if (!*value) return figure < 0;
    char *end;
    long long wanted = strtoll(value, &end, 10);
    return !*end && figure == wanted;
}

bool expectation_is_true(const char *value)
{
    return !value || (*value && strcmp(value, "no") != 0 && strcmp(value, "false") != 0);
}

static bool field_matches(const drg_document *document, const drg_event *event, const expected_field *field, bool alone)
{
    drg_text name = field->name;
    const char *value = field->value;
    if (text_is(name, "negated")) return event->negated == expectation_is_true(value);
    if (text_is(name, "type")) return strcmp(drg_type_name(event->type), value) == 0;
    if (text_is(name, "mode")) return text_is(event->mode, value);
    if (text_is(name, "cameo")) return text_is(event->cameo, value);
    if (text_is(name, "status")) return strcmp(drg_event_status_name(event->status), value) == 0;
    if (text_is(name, "actors")) return mentions_match(document, &event->actors, value, alone);
    if (text_is(name, "recipients")) return mentions_match(document, &event->recipients, value, alone);
    if (text_is(name, "third")) return mentions_match(document, &event->third, value, alone);
    if (text_is(name, "date") || text_is(name, "when")) return expectation_is_date(document, event->date, value);
    if (text_is(name, "place")) return place_matches(document, event, value);
    if (text_is(name, "at")) return trigger_is_at(document, event, value);
    if (text_is(name, "rule")) return rule_matches(event, value);
    if (text_is(name, "attributed")) return attribution_matches(document, event, value);
    if (text_is(name, "context")) return expectation_has_texts(&event->contexts, value);
    if (text_is(name, "dead")) return figure_matches(event->magnitude.dead, value);
    if (text_is(name, "injured")) return figure_matches(event->magnitude.injured, value);
    if (text_is(name, "detained")) return figure_matches(event->magnitude.detained, value);
    return figure_matches(event->magnitude.people, value); /* people: the last of EVENT_FIELDS */
}

const char *expectation_field(const corpus_expectation *expectation, const char *name)
{
    for (size_t i = 0; i < expectation->field_count; i++)
        if (text_is(expectation->fields[i].name, name))
            return expectation->fields[i].value ? expectation->fields[i].value : "";
    return NULL;
}

bool expectation_field_holds(const corpus_expectation *expectation, const drg_document *document,
                             const drg_event *event, const char *name)
{
    for (size_t i = 0; i < expectation->field_count; i++)
        if (text_is(expectation->fields[i].name, name) &&
            !field_matches(document, event, &expectation->fields[i], false))
            return false;
    return true;
}

bool expectation_is_asserted(drg_event_status status, bool negated)
{
    return !negated && status != DRG_STATUS_DENIED && status != DRG_STATUS_CONDITIONAL &&
           status != DRG_STATUS_HYPOTHETICAL;
}

static void add_miss(line_buffer *why, drg_text name, const char *value)
{
    if (!why) return;
    buffer_format(why, "%s%.*s", why->size ? " " : "", TEXT_PRINT(name));
    if (value) buffer_format(why, "=\"%s\"", value);
}

static bool asks(const corpus_expectation *expectation, const char *field)
{
    for (size_t i = 0; i < expectation->field_count; i++)
        if (text_is(expectation->fields[i].name, field)) return true;
    return false;
}

/* An event that the text does not stand by only answers to a line that asks for one: one with "negated" for any
 * status, one with "status" for what is not negated. */
static bool is_asked_for(const corpus_expectation *expectation, const drg_event *event)
{
    if (asks(expectation, "negated") || drg_event_is_asserted(event)) return true;
    return asks(expectation, "status") && !event->negated;
}

size_t expectation_misses(const corpus_expectation *expectation, const drg_document *document, const drg_event *event,
                          bool alone, line_buffer *why)
{
    size_t misses = 0;
    if (!expectation->any_type && event->type != expectation->type) {
        misses++;
        add_miss(why, text_of(drg_type_name(expectation->type)), NULL);
    }
    if (!is_asked_for(expectation, event)) {
        misses++;
        add_miss(why, text_of("asserted"), NULL);
    }
    for (size_t i = 0; i < expectation->field_count; i++) {
        const expected_field *field = &expectation->fields[i];
        if (field_matches(document, event, field, alone)) continue;
        misses++;
        add_miss(why, field->name, field->value);
    }
    return misses;
}

/* ---------------------------------------------------------------- writing */

static void add_escaped(line_buffer *line, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\') buffer_add_string(line, "\\");
        buffer_add(line, text_slice(text, i, i + 1));
    }
}

/* By its name where that is one, else by country and sector, else by its wording. */
static void add_name(const drg_document *document, uint32_t index, line_buffer *line)
{
    const drg_mention *mention = &drg_document_mentions(document)[index];
    const drg_actor *actor = &drg_document_actors(document)[mention->actor];
    bool named =
        actor->type == DRG_ACTOR_PERSON || actor->type == DRG_ACTOR_ORGANIZATION || actor->type == DRG_ACTOR_GROUP;
    if (!named && mention->country.size && mention->sector.count)
        buffer_format(line, "%.*s %.*s", TEXT_PRINT(mention->country), TEXT_PRINT(mention->sector.items[0]));
    else
        add_escaped(line, actor->name.size ? actor->name : expectation_wording(document, mention->span));
}

static void add_names(const drg_document *document, const char *field, const drg_indexes *mentions, line_buffer *line)
{
    buffer_format(line, " %s=", field);
    if (!mentions->count) return;
    buffer_add_string(line, "\"");
    for (size_t i = 0; i < mentions->count; i++) {
        if (i) buffer_add_string(line, "; ");
        add_name(document, mentions->items[i], line);
    }
    buffer_add_string(line, "\"");
}

static void add_range(const drg_document *document, const drg_event *event, line_buffer *line)
{
    buffer_add_string(line, " date=");
    if (event->date == DRG_NONE) return;
    const drg_date *date = &drg_document_dates(document)[event->date];
    bool day = date->from[0] && strcmp(date->from, date->to) == 0;
    buffer_format(line, "%s%s%s", date->from, day ? "" : "..", day ? "" : date->to);
}

void expectation_write(const drg_document *document, const drg_event *event, line_buffer *line)
{
    buffer_format(line, "event %s mode=%.*s", drg_type_name(event->type), TEXT_PRINT(event->mode));
    add_names(document, "actors", &event->actors, line);
    add_names(document, "recipients", &event->recipients, line);
    buffer_format(line, " status=%s%s", drg_event_status_name(event->status), event->negated ? " negated" : "");
    add_range(document, event, line);
    buffer_add_string(line, " place=");
    if (event->place != DRG_NONE) {
        buffer_add_string(line, "\"");
        add_escaped(line, drg_document_places(document)[event->place].name);
        buffer_add_string(line, "\"");
    }
    buffer_add_string(line, " at=\"");
    add_escaped(line, expectation_wording(document, event->trigger));
    buffer_add_string(line, "\"");
}
