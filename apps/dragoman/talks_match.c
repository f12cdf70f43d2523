/* SPDX-License-Identifier: Apache-2.0
 * In: a line about a meeting, proposal, position, statement or reversal, and a document. Out: how far they agree.
 * The line's words at= are where its writer saw the thing told; the record may have taken it from another place of the
 * same sentence, or first from an earlier one and have this as one more telling.
 */
#include "talks_match.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

bool talks_place_of(const drg_document *document, const corpus_expectation *line, drg_span *ret_span)
{
    const char *value = expectation_field(line, "at");
    drg_text text = drg_document_text(document), words = text_of(value ? value : "");
    size_t at = words.size ? text_find(text, words, 0) : SIZE_MAX;
    if (at == SIZE_MAX) return false;
    *ret_span = (drg_span){(uint32_t)at, (uint32_t)(at + words.size)};
    return true;
}

/* ---------------------------------------------------------------- where a thing is told */

typedef struct place_look {
    const drg_document *document;
    drg_span at;
    unsigned best; /* 0 elsewhere, 1 in the sentence, 2 on the words */
} place_look;

static void look_at(place_look *look, uint32_t sentence, drg_span span)
{
    drg_span home = drg_document_sentences(look->document)[sentence].span;
    unsigned near = 0;
    if (look->at.begin < home.end && look->at.end > home.begin) near = 1;
    if (look->at.begin < span.end && look->at.end > span.begin) near = 2;
    if (near > look->best) look->best = near;
}

static void look_at_meeting(place_look *look, const drg_meeting *meeting)
{
    look_at(look, meeting->sentence, meeting->span);
    for (size_t i = 0; i < meeting->history_count; i++)
        look_at(look, meeting->history[i].sentence, meeting->history[i].span);
    for (size_t i = 0; i < meeting->events.count; i++) {
        const drg_event *event = &drg_document_events(look->document)[meeting->events.items[i]];
        look_at(look, event->sentence, event->trigger);
        for (size_t k = 0; k < event->telling_count; k++)
            look_at(look, event->tellings[k].sentence, event->tellings[k].trigger);
    }
}

static void look_at_proposal(place_look *look, const drg_proposal *proposal)
{
    look_at(look, proposal->sentence, proposal->span);
    for (size_t i = 0; i < proposal->telling_count; i++)
        look_at(look, proposal->tellings[i].sentence, proposal->tellings[i].span);
    for (size_t i = 0; i < proposal->term_count; i++)
        look_at(look, proposal->terms[i].sentence, proposal->terms[i].span);
}

static void look_at_position(place_look *look, const drg_position *position)
{
    look_at(look, position->sentence, position->span);
    if (position->content.begin < position->content.end) look_at(look, position->sentence, position->content);
}

/* The words of a statement are asked for, not their sentence. */
static void look_at_statement(place_look *look, const drg_statement *statement)
{
    drg_span span = statement->span;
    if (look->at.begin < span.end && look->at.end > span.begin) look->best = 2;
}

/* ---------------------------------------------------------------- who */

static bool person_answers(const drg_document *document, uint32_t mention, drg_text name)
{
    if (expectation_answers_widely(document, mention, name)) return true;
    const drg_mention *mentions = drg_document_mentions(document);
    for (size_t i = 0; i < drg_document_mention_count(document); i++)
        if (mentions[i].actor == mentions[mention].actor && name.size > 3 &&
            expectation_has_words(expectation_wording(document, mentions[i].span), name))
            return true;
    return false;
}

static bool speaker_answers(const drg_document *document, const drg_attribution *said, const char *names)
{
    drg_text list = text_of(names), name;
    for (size_t at = 0; expectation_next_name(list, &at, &name);) {
        if (said->speaker != DRG_NONE && person_answers(document, said->speaker, name)) return true;
        if (expectation_has_words(expectation_wording(document, said->speaker_span), name)) return true;
    }
    return false;
}

static bool any_of_answers(const drg_document *document, uint32_t mention, const char *names)
{
    drg_text list = text_of(names), name;
    for (size_t at = 0; expectation_next_name(list, &at, &name);)
        if (person_answers(document, mention, name)) return true;
    return false;
}

static bool all_answer(const drg_document *document, drg_indexes mentions, const char *names)
{
    drg_text list = text_of(names), name;
    if (!text_trim(list).size) return mentions.count == 0;
    for (size_t at = 0; expectation_next_name(list, &at, &name);) {
        bool there = false;
        for (size_t i = 0; i < mentions.count && !there; i++) there = person_answers(document, mentions.items[i], name);
        if (!there) return false;
    }
    return true;
}

/* "Lena Arvid:attending": the name, and the attendance or nothing. */
static drg_text split_person(drg_text entry, drg_text *ret_attendance)
{
    size_t colon = text_find(entry, text_of(":"), 0);
    *ret_attendance = colon == SIZE_MAX ? (drg_text){"", 0} : text_slice(entry, colon + 1, entry.size);
    return colon == SIZE_MAX ? entry : text_slice(entry, 0, colon);
}

talks_people_count talks_count_people(const corpus_expectation *line, const drg_document *document, size_t index)
{
    const drg_meeting *meeting = &drg_document_meetings(document)[index];
    const char *value = expectation_field(line, "participants");
    talks_people_count count = {.found = meeting->participant_count};
    drg_text list = text_of(value ? value : ""), entry, attendance;
    bool *taken = memory_take(meeting->participant_count + 1);
    for (size_t at = 0; expectation_next_name(list, &at, &entry);) {
        drg_text name = split_person(entry, &attendance);
        count.gold++;
        count.attendance_gold += attendance.size > 0;
        for (size_t i = 0; i < meeting->participant_count; i++) {
            const drg_participant *one = &meeting->participants[i];
            if (taken[i] || !person_answers(document, one->mention, name)) continue;
            taken[i] = true;
            count.right++;
            count.attendance_right += attendance.size && text_is(attendance, drg_attendance_name(one->attendance));
            break;
        }
    }
    free(taken);
    return count;
}

/* ---------------------------------------------------------------- terms */

static size_t next_word(drg_text text, size_t at, drg_text *ret_word)
{
    while (at < text.size && !isalnum((unsigned char)text.data[at])) at++;
    size_t begin = at;
    while (at < text.size && isalnum((unsigned char)text.data[at])) at++;
    *ret_word = text_slice(text, begin, at);
    return at;
}

/* Does at least half of the words of more than three letters stand in the other? */
static bool shares_words(drg_text gold, drg_text found)
{
    size_t words = 0, shared = 0;
    drg_text word;
    for (size_t at = next_word(gold, 0, &word); word.size; at = next_word(gold, at, &word)) {
        if (word.size < 4) continue;
        words++;
        shared += expectation_has_words(found, word);
    }
    return words && shared * 2 >= words;
}

static bool has_term(const drg_document *document, const drg_proposal *proposal, drg_text gold)
{
    for (size_t i = 0; i < proposal->term_count; i++)
        if (shares_words(gold, expectation_wording(document, proposal->terms[i].span))) return true;
    return false;
}

void talks_count_terms(const corpus_expectation *line, const drg_document *document, size_t index, size_t *ret_gold,
                       size_t *ret_right)
{
    const drg_proposal *proposal = &drg_document_proposals(document)[index];
    const char *value = expectation_field(line, "terms");
    drg_text list = text_of(value ? value : "");
    for (size_t at = 0; at < list.size;) {
        size_t end = text_find(list, text_of("|"), at);
        if (end == SIZE_MAX) end = list.size;
        (*ret_gold)++;
        *ret_right += has_term(document, proposal, text_slice(list, at, end));
        at = end + 1;
    }
}

/* ---------------------------------------------------------------- fields */

static bool date_holds(const drg_document *document, uint32_t index, const char *value)
{
    if (!*value) return index == DRG_NONE;
    if (index == DRG_NONE) return false;
    const drg_date *date = &drg_document_dates(document)[index];
    size_t size = strcspn(value, "."); /* "2011-03", "2011-03-20", "2011-03-20..2011-03-22": they begin alike */
    return date->from[0] && strncmp(date->from, value, size < 10 ? size : 10) == 0;
}

static bool place_holds(const drg_document *document, uint32_t index, const char *value)
{
    if (!*value) return index == DRG_NONE;
    if (index == DRG_NONE) return false;
    const drg_place *place = &drg_document_places(document)[index];
    return text_is(place->name, value) || text_is(place->country, value) ||
           text_is(expectation_wording(document, place->span), value);
}

static bool meeting_holds(const corpus_expectation *line, const drg_document *document, size_t index,
                          const expected_field *field)
{
    const drg_meeting *meeting = &drg_document_meetings(document)[index];
    if (text_is(field->name, "status")) return strcmp(drg_meeting_status_name(meeting->status), field->value) == 0;
    if (text_is(field->name, "date")) return date_holds(document, meeting->date, field->value);
    if (text_is(field->name, "place")) return place_holds(document, meeting->place, field->value);
    if (text_is(field->name, "level")) return text_is(meeting->level, field->value);
    if (!text_is(field->name, "participants")) return true; /* at and key are no part of the record */
    talks_people_count count = talks_count_people(line, document, index);
    return count.right == count.gold && count.attendance_right == count.attendance_gold;
}

static bool proposal_holds(const corpus_expectation *line, const drg_document *document, size_t index,
                           const expected_field *field)
{
    const drg_proposal *proposal = &drg_document_proposals(document)[index];
    if (text_is(field->name, "by")) return all_answer(document, proposal->proposers, field->value);
    if (text_is(field->name, "to")) return all_answer(document, proposal->presented_to, field->value);
    if (text_is(field->name, "date")) return date_holds(document, proposal->date, field->value);
    if (text_is(field->name, "place")) return place_holds(document, proposal->place, field->value);
    if (text_is(field->name, "version")) return text_is(proposal->version, field->value);
    if (!text_is(field->name, "terms")) return true;
    size_t gold = 0, right = 0;
    talks_count_terms(line, document, index, &gold, &right);
    return gold ? right == gold : proposal->term_count == 0;
}

static bool wording_holds(const drg_document *document, drg_span span, const char *value)
{
    if (!*value) return span.begin == span.end;
    return shares_words(text_of(value), expectation_wording(document, span));
}

static bool position_holds(const drg_document *document, size_t index, const expected_field *field)
{
    const drg_position *position = &drg_document_positions(document)[index];
    if (text_is(field->name, "stance")) return strcmp(drg_stance_name(position->stance), field->value) == 0;
    if (text_is(field->name, "proposal")) return (position->proposal != DRG_NONE) == (*field->value != 0);
    if (text_is(field->name, "condition")) return wording_holds(document, position->condition, field->value);
    if (!text_is(field->name, "term")) return true;
    if (position->term == DRG_NONE) return wording_holds(document, position->content, field->value);
    const drg_proposal *proposal = &drg_document_proposals(document)[position->proposal];
    return wording_holds(document, proposal->terms[position->term].span, field->value);
}

static bool speaks_of(const drg_statement *statement, const char *value)
{
    for (size_t i = 0; i < statement->about_count; i++)
        if (strcmp(drg_matter_name(statement->about[i].matter), value) == 0) return true;
    return !*value && !statement->about_count;
}

static bool statement_holds(const drg_document *document, size_t index, const expected_field *field)
{
    const drg_statement *statement = &drg_document_statements(document)[index];
    if (text_is(field->name, "stance")) return strcmp(drg_stance_name(statement->stance), field->value) == 0;
    if (text_is(field->name, "about")) return speaks_of(statement, field->value);
    if (text_is(field->name, "direct")) return statement->said.direct == expectation_is_true(field->value);
    return true;
}

bool talks_field_holds(const corpus_expectation *line, const drg_document *document, size_t index,
                       const expected_field *field)
{
    if (line->kind == EXPECT_MEETING) return meeting_holds(line, document, index, field);
    if (line->kind == EXPECT_PROPOSAL) return proposal_holds(line, document, index, field);
    if (line->kind == EXPECT_POSITION) return position_holds(document, index, field);
    if (line->kind == EXPECT_STATEMENT) return statement_holds(document, index, field);
    return true;
}

/* ---------------------------------------------------------------- nearness */

size_t talks_count(expectation_kind kind, const drg_document *document)
{
    if (kind == EXPECT_MEETING) return drg_document_meeting_count(document);
    if (kind == EXPECT_PROPOSAL) return drg_document_proposal_count(document);
    if (kind == EXPECT_POSITION) return drg_document_position_count(document);
    return kind == EXPECT_STATEMENT || kind == EXPECT_REVERSAL ? drg_document_statement_count(document) : 0;
}

static bool is_of_its_party(const corpus_expectation *line, const drg_document *document, size_t index)
{
    if (line->kind == EXPECT_POSITION)
        return any_of_answers(document, drg_document_positions(document)[index].mention, line->name);
    if (line->kind != EXPECT_STATEMENT && line->kind != EXPECT_REVERSAL) return true;
    const drg_statement *statement = &drg_document_statements(document)[index];
    bool reverses = statement->reverses != DRG_NONE || statement->reversal.begin < statement->reversal.end;
    return (reverses || line->kind == EXPECT_STATEMENT) && speaker_answers(document, &statement->said, line->name);
}

unsigned talks_nearness(const corpus_expectation *line, const drg_document *document, size_t index)
{
    place_look look = {.document = document};
    if (!is_of_its_party(line, document, index)) return 0;
    if (!talks_place_of(document, line, &look.at))
        look.best = 1;
    else if (line->kind == EXPECT_MEETING)
        look_at_meeting(&look, &drg_document_meetings(document)[index]);
    else if (line->kind == EXPECT_PROPOSAL)
        look_at_proposal(&look, &drg_document_proposals(document)[index]);
    else if (line->kind == EXPECT_POSITION)
        look_at_position(&look, &drg_document_positions(document)[index]);
    else
        look_at_statement(&look, &drg_document_statements(document)[index]);
    if (!look.best) return 0;
    unsigned alike = 0;
    for (size_t i = 0; i < line->field_count; i++) {
        const expected_field *field = &line->fields[i];
        if (field->value && !text_is(field->name, "at")) alike += talks_field_holds(line, document, index, field);
    }
    return look.best * 16 + (alike < 15 ? alike : 15);
}
