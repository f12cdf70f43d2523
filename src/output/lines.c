/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a finished document. Out: its record as NDJSON lines: the document, its actors, its events, its statements, each
 * in the order of the text. The form is that of docs/record-format.md: a field that is not known is left out.
 */
#include <math.h>

#include "output/output.h"

static void put_text(output_json *json, const char *key, drg_text text)
{
    if (!text.size) return;
    output_json_key(json, key);
    output_json_text(json, text);
}

static void put_string(output_json *json, const char *key, const char *string)
{
    put_text(json, key, base_text_from(string));
}

static void put_integer(output_json *json, const char *key, int64_t value)
{
    output_json_key(json, key);
    output_json_integer(json, value);
}

static void put_number(output_json *json, const char *key, double value)
{
    if (!isfinite(value)) return;
    output_json_key(json, key);
    output_json_number(json, value);
}

static void put_true(output_json *json, const char *key, bool value)
{
    if (!value) return;
    output_json_key(json, key);
    output_json_boolean(json, true);
}

static void put_texts(output_json *json, const char *key, drg_texts texts)
{
    if (!texts.count) return;
    output_json_key(json, key);
    output_json_open(json, '[');
    for (size_t i = 0; i < texts.count; i++) output_json_text(json, texts.items[i]);
    output_json_close(json, ']');
}

static void put_span(output_json *json, drg_span span)
{
    output_json_key(json, "span");
    output_json_open(json, '[');
    output_json_integer(json, span.begin);
    output_json_integer(json, span.end);
    output_json_close(json, ']');
}

static void put_wording(output_json *json, const drg_document *document, drg_span span)
{
    put_text(json, "text", record_wording(document, span));
    put_span(json, span);
}

static void open_line(output_json *json, const char *kind, drg_text id)
{
    output_json_open(json, '{');
    put_string(json, "kind", kind);
    put_text(json, "id", id);
}

static void close_line(output_json *json)
{
    output_json_close(json, '}');
    output_put_char(json->stream, '\n');
}

static void put_notes(output_json *json, const drg_document *document)
{
    if (!document->notes.count) return;
    output_json_key(json, "notes");
    output_json_open(json, '[');
    for (size_t i = 0; i < document->notes.count; i++) {
        output_json_open(json, '{');
        put_span(json, document->notes.items[i].span);
        put_text(json, "text", document->notes.items[i].text);
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_document(output_json *json, const drg_document *document)
{
    const drg_source *source = &document->source;
    open_line(json, "document", document->id);
    put_integer(json, "record", DRG_RECORD_VERSION);
    put_text(json, "url", source->url);
    put_text(json, "publisher", source->publisher);
    put_text(json, "title", source->title);
    put_text(json, "author", source->author);
    put_text(json, "published", source->published);
    put_text(json, "language", source->language);
    put_integer(json, "length", (int64_t)source->text.size);
    put_integer(json, "sentences", (int64_t)document->sentences.count);
    put_notes(json, document);
    close_line(json);
}

static void put_role(output_json *json, const drg_document *document, const drg_role *role)
{
    output_json_open(json, '{');
    put_text(json, "title", role->title);
    put_text(json, "country", role->country);
    put_text(json, "organization", role->organization);
    put_text(json, "from", role->from);
    put_text(json, "to", role->to);
    if (role->listed) {
        put_string(json, "source", "list");
    } else {
        output_json_key(json, "source");
        output_json_open(json, '{');
        put_text(json, "doc", document->id);
        put_span(json, role->span);
        output_json_close(json, '}');
    }
    output_json_close(json, '}');
}

static void put_actor(output_json *json, const drg_document *document, const drg_actor *actor)
{
    open_line(json, "actor", actor->id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", actor->sentence);
    put_wording(json, document, actor->span);
    put_text(json, "name", actor->name);
    put_string(json, "type", drg_actor_type_name(actor->type));
    put_text(json, "country", actor->country);
    put_texts(json, "sector", actor->sector);
    if (actor->role_count) {
        output_json_key(json, "roles");
        output_json_open(json, '[');
        for (size_t i = 0; i < actor->role_count; i++) put_role(json, document, &actor->roles[i]);
        output_json_close(json, ']');
    }
    put_texts(json, "aliases", actor->aliases);
    close_line(json);
}

static void put_mention(output_json *json, const drg_document *document, uint32_t index)
{
    const drg_mention *mention = &document->mentions.items[index];
    const drg_actor *actor = &document->actors.items[mention->actor];
    output_json_open(json, '{');
    put_text(json, "actor", actor->id);
    put_wording(json, document, mention->span);
    put_text(json, "name", actor->name);
    put_text(json, "country", mention->country);
    put_texts(json, "sector", mention->sector);
    put_text(json, "role", mention->role);
    put_string(json, "via", drg_via_name(mention->via));
    output_json_close(json, '}');
}

static void put_mentions(output_json *json, const drg_document *document, const char *key, drg_indexes indexes)
{
    if (!indexes.count) return;
    output_json_key(json, key);
    output_json_open(json, '[');
    for (size_t i = 0; i < indexes.count; i++) put_mention(json, document, indexes.items[i]);
    output_json_close(json, ']');
}

static void put_date(output_json *json, const drg_document *document, uint32_t index)
{
    if (index == DRG_NONE) return;
    const drg_date *date = &document->dates.items[index];
    output_json_key(json, "date");
    output_json_open(json, '{');
    put_wording(json, document, date->span);
    put_string(json, "from", date->from);
    put_string(json, "to", date->to);
    if (date->precision != DRG_PRECISION_UNKNOWN) put_string(json, "precision", drg_precision_name(date->precision));
    if (date->value[0]) put_string(json, "type", drg_timex_name(date->kind));
    put_string(json, "value", date->value);
    put_string(json, "mod", drg_mod_name(date->mod));
    put_string(json, "anchor", date->anchor);
    if (date->anchored != DRG_ANCHOR_NONE) put_string(json, "anchored", drg_anchor_name(date->anchored));
    put_true(json, "inherited", date->inherited);
    output_json_close(json, '}');
}

static void put_place(output_json *json, const drg_document *document, uint32_t index)
{
    if (index == DRG_NONE) return;
    const drg_place *place = &document->places.items[index];
    output_json_key(json, "place");
    output_json_open(json, '{');
    put_wording(json, document, place->span);
    put_text(json, "name", place->name);
    put_text(json, "country", place->country);
    put_text(json, "admin1", place->admin1);
    if (place->located) {
        put_number(json, "lat", place->lat);
        put_number(json, "lon", place->lon);
    }
    if (place->geonames) put_integer(json, "geonames", place->geonames);
    output_json_close(json, '}');
}

static void put_speaker(output_json *json, const drg_document *document, const drg_attribution *said)
{
    if (said->speaker != DRG_NONE) {
        output_json_key(json, "speaker");
        put_mention(json, document, said->speaker);
    } else if (said->speaker_span.begin < said->speaker_span.end) {
        output_json_key(json, "speaker");
        output_json_open(json, '{');
        put_wording(json, document, said->speaker_span);
        output_json_close(json, '}');
    }
}

static void put_said(output_json *json, const drg_document *document, const drg_attribution *said)
{
    put_speaker(json, document, said);
    put_text(json, "outlet", said->outlet);
    put_text(json, "medium", said->medium);
    put_text(json, "verb", said->verb);
}

static void put_attribution(output_json *json, const drg_document *document, const drg_event *event)
{
    if (!event->attribution_count) return;
    output_json_key(json, "attribution");
    output_json_open(json, '[');
    for (size_t i = 0; i < event->attribution_count; i++) {
        output_json_open(json, '{');
        put_said(json, document, &event->attribution[i]);
        put_true(json, "direct", event->attribution[i].direct);
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_money(output_json *json, const drg_magnitude *magnitude)
{
    if (!magnitude->has_money) return;
    output_json_key(json, "money");
    output_json_open(json, '{');
    put_number(json, "amount", magnitude->money.amount);
    put_string(json, "currency", magnitude->money.currency);
    output_json_close(json, '}');
}

static void put_magnitude(output_json *json, const drg_magnitude *magnitude)
{
    static const char *const names[] = {"dead", "injured", "detained", "people"};
    const int64_t counts[] = {magnitude->dead, magnitude->injured, magnitude->detained, magnitude->people};
    bool known = magnitude->has_money;
    for (size_t i = 0; i < 4; i++) known = known || counts[i] >= 0;
    if (!known) return;
    output_json_key(json, "magnitude");
    output_json_open(json, '{');
    for (size_t i = 0; i < 4; i++)
        if (counts[i] >= 0) put_integer(json, names[i], counts[i]);
    put_money(json, magnitude);
    output_json_close(json, '}');
}

static void put_codes(output_json *json, const drg_event *event)
{
    put_string(json, "type", drg_type_name(event->type));
    put_text(json, "mode", event->mode);
    put_text(json, "cameo", event->cameo);
    put_text(json, "quad", event->quad);
    put_number(json, "score", event->score);
    if (event->has_goldstein) put_number(json, "goldstein", event->goldstein);
}

static void put_tellings(output_json *json, const drg_document *document, const drg_event *event)
{
    if (!event->telling_count) return;
    output_json_key(json, "mentions");
    output_json_open(json, '[');
    for (size_t i = 0; i < event->telling_count; i++) {
        output_json_open(json, '{');
        put_integer(json, "sentence", event->tellings[i].sentence);
        put_span(json, event->tellings[i].span);
        output_json_key(json, "trigger");
        output_json_open(json, '{');
        put_wording(json, document, event->tellings[i].trigger);
        output_json_close(json, '}');
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_event(output_json *json, const drg_document *document, const drg_event *event)
{
    open_line(json, "event", event->id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", event->sentence);
    put_span(json, event->span);
    output_json_key(json, "trigger");
    output_json_open(json, '{');
    put_wording(json, document, event->trigger);
    output_json_close(json, '}');
    put_codes(json, event);
    put_mentions(json, document, "actors", event->actors);
    put_mentions(json, document, "recipients", event->recipients);
    put_mentions(json, document, "third", event->third);
    put_string(json, "status", drg_event_status_name(event->status));
    put_true(json, "negated", event->negated);
    put_date(json, document, event->date);
    put_place(json, document, event->place);
    put_attribution(json, document, event);
    put_texts(json, "contexts", event->contexts);
    put_magnitude(json, &event->magnitude);
    put_tellings(json, document, event);
    put_text(json, "rule", event->rule);
    put_number(json, "confidence", event->confidence);
    close_line(json);
}

/* A span with its wording under a key of its own; nothing when it is empty. */
static void put_words(output_json *json, const drg_document *document, const char *key, drg_span span)
{
    if (span.begin == span.end) return;
    output_json_key(json, key);
    output_json_open(json, '{');
    put_wording(json, document, span);
    output_json_close(json, '}');
}

static void put_stance(output_json *json, drg_stance stance)
{
    if (stance != DRG_STANCE_NONE) put_string(json, "stance", drg_stance_name(stance));
}

static drg_text matter_id(const drg_document *document, const drg_about *about)
{
    if (about->matter == DRG_MATTER_MEETING) return document->meetings.items[about->item].id;
    if (about->matter == DRG_MATTER_EVENT) return document->events.items[about->item].id;
    return document->proposals.items[about->item].id;
}

static void put_about(output_json *json, const drg_document *document, const drg_statement *statement)
{
    if (!statement->about_count) return;
    output_json_key(json, "about");
    output_json_open(json, '[');
    for (size_t i = 0; i < statement->about_count; i++) {
        const drg_about *about = &statement->about[i];
        output_json_open(json, '{');
        put_string(json, "matter", drg_matter_name(about->matter));
        put_text(json, "id", matter_id(document, about));
        if (about->term != DRG_NONE) put_integer(json, "term", about->term);
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_statement(output_json *json, const drg_document *document, const drg_statement *statement)
{
    open_line(json, "statement", statement->id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", statement->sentence);
    put_wording(json, document, statement->span);
    put_said(json, document, &statement->said);
    if (statement->addressee != DRG_NONE) {
        output_json_key(json, "addressee");
        put_mention(json, document, statement->addressee);
    }
    put_date(json, document, statement->date);
    output_json_key(json, "direct");
    output_json_boolean(json, statement->said.direct);
    if (statement->attitude) {
        output_json_key(json, "attitude");
        output_json_boolean(json, true);
    }
    put_stance(json, statement->stance);
    put_about(json, document, statement);
    if (statement->reverses != DRG_NONE)
        put_text(json, "reverses", document->statements.items[statement->reverses].id);
    else
        put_words(json, document, "reverses", statement->reversal);
    close_line(json);
}

static void put_participant(output_json *json, const drg_document *document, const drg_participant *one)
{
    output_json_open(json, '{');
    output_json_key(json, "actor");
    put_mention(json, document, one->mention);
    put_string(json, "part", drg_part_name(one->part));
    put_string(json, "status", drg_attendance_name(one->attendance));
    if (one->date != DRG_NONE) put_string(json, "since", document->dates.items[one->date].from);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", one->sentence);
    put_wording(json, document, one->span);
    output_json_close(json, '}');
}

static void put_history(output_json *json, const drg_document *document, const drg_meeting *meeting)
{
    output_json_key(json, "history");
    output_json_open(json, '[');
    for (size_t i = 0; i < meeting->history_count; i++) {
        const drg_meeting_step *step = &meeting->history[i];
        output_json_open(json, '{');
        put_string(json, "status", drg_meeting_status_name(step->status));
        put_date(json, document, step->date);
        put_text(json, "doc", document->id);
        put_integer(json, "sentence", step->sentence);
        put_wording(json, document, step->span);
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_event_ids(output_json *json, const drg_document *document, drg_indexes events)
{
    if (!events.count) return;
    output_json_key(json, "events");
    output_json_open(json, '[');
    for (size_t i = 0; i < events.count; i++) output_json_text(json, document->events.items[events.items[i]].id);
    output_json_close(json, ']');
}

static void put_meeting(output_json *json, const drg_document *document, const drg_meeting *meeting)
{
    open_line(json, "meeting", meeting->id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", meeting->sentence);
    put_span(json, meeting->span);
    put_text(json, "name", record_wording(document, meeting->span));
    put_text(json, "topic", record_wording(document, meeting->topic));
    put_text(json, "level", meeting->level);
    put_place(json, document, meeting->place);
    put_date(json, document, meeting->date);
    put_string(json, "status", drg_meeting_status_name(meeting->status));
    put_history(json, document, meeting);
    if (meeting->participant_count) {
        output_json_key(json, "participants");
        output_json_open(json, '[');
        for (size_t i = 0; i < meeting->participant_count; i++)
            put_participant(json, document, &meeting->participants[i]);
        output_json_close(json, ']');
    }
    put_event_ids(json, document, meeting->events);
    close_line(json);
}

static void put_people(output_json *json, const drg_document *document, const char *key, drg_indexes people)
{
    if (!people.count) return;
    output_json_key(json, key);
    output_json_open(json, '[');
    for (size_t i = 0; i < people.count; i++) put_mention(json, document, people.items[i]);
    output_json_close(json, ']');
}

static void put_term(output_json *json, const drg_document *document, const drg_term *term)
{
    output_json_open(json, '{');
    put_integer(json, "sentence", term->sentence);
    put_wording(json, document, term->span);
    put_text(json, "subject", term->subject);
    put_words(json, document, "by", term->by);
    put_words(json, document, "action", term->action);
    put_words(json, document, "object", term->object);
    put_words(json, document, "benefits", term->benefits);
    put_words(json, document, "costs", term->costs);
    output_json_close(json, '}');
}

static void put_position_fields(output_json *json, const drg_document *document, const drg_position *position)
{
    output_json_key(json, "actor");
    put_mention(json, document, position->mention);
    put_stance(json, position->stance);
    if (position->term != DRG_NONE) put_integer(json, "term", position->term);
    put_words(json, document, "content", position->content);
    put_words(json, document, "condition", position->condition);
    put_date(json, document, position->date);
    if (position->statement != DRG_NONE)
        put_text(json, "statement", document->statements.items[position->statement].id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", position->sentence);
    put_wording(json, document, position->span);
}

static void put_positions(output_json *json, const drg_document *document, uint32_t proposal)
{
    bool opened = false;
    for (size_t i = 0; i < document->positions.count; i++) {
        const drg_position *position = &document->positions.items[i];
        if (position->proposal != proposal) continue;
        if (!opened) output_json_key(json, "positions");
        if (!opened) output_json_open(json, '[');
        opened = true;
        output_json_open(json, '{');
        put_text(json, "id", position->id);
        put_position_fields(json, document, position);
        output_json_close(json, '}');
    }
    if (opened) output_json_close(json, ']');
}

static void put_told(output_json *json, const drg_document *document, const drg_proposal *proposal)
{
    if (!proposal->telling_count) return;
    output_json_key(json, "mentions");
    output_json_open(json, '[');
    for (size_t i = 0; i < proposal->telling_count; i++) {
        output_json_open(json, '{');
        put_integer(json, "sentence", proposal->tellings[i].sentence);
        put_wording(json, document, proposal->tellings[i].span);
        output_json_close(json, '}');
    }
    output_json_close(json, ']');
}

static void put_proposal(output_json *json, const drg_document *document, uint32_t number)
{
    const drg_proposal *proposal = &document->proposals.items[number];
    open_line(json, "proposal", proposal->id);
    put_text(json, "doc", document->id);
    put_integer(json, "sentence", proposal->sentence);
    put_span(json, proposal->span);
    put_text(json, "name", record_wording(document, proposal->span));
    put_text(json, "version", proposal->version);
    if (proposal->answers != DRG_NONE) put_text(json, "answers", document->proposals.items[proposal->answers].id);
    put_people(json, document, "proposers", proposal->proposers);
    put_people(json, document, "presented_to", proposal->presented_to);
    put_place(json, document, proposal->place);
    put_date(json, document, proposal->date);
    if (proposal->term_count) {
        output_json_key(json, "terms");
        output_json_open(json, '[');
        for (size_t i = 0; i < proposal->term_count; i++) put_term(json, document, &proposal->terms[i]);
        output_json_close(json, ']');
    }
    put_positions(json, document, number);
    put_told(json, document, proposal);
    close_line(json);
}

/* Of a proposal they stand with it; the others have lines of their own. */
static void put_position(output_json *json, const drg_document *document, const drg_position *position)
{
    if (position->proposal != DRG_NONE) return;
    open_line(json, "position", position->id);
    put_position_fields(json, document, position);
    close_line(json);
}

void output_lines(output_stream *stream, const drg_document *document)
{
    output_json json = {.stream = stream};
    put_document(&json, document);
    for (size_t i = 0; i < document->actors.count && !stream->stopped; i++)
        put_actor(&json, document, &document->actors.items[i]);
    for (size_t i = 0; i < document->events.count && !stream->stopped; i++)
        put_event(&json, document, &document->events.items[i]);
    for (size_t i = 0; i < document->statements.count && !stream->stopped; i++)
        put_statement(&json, document, &document->statements.items[i]);
    for (size_t i = 0; i < document->meetings.count && !stream->stopped; i++)
        put_meeting(&json, document, &document->meetings.items[i]);
    for (uint32_t i = 0; i < document->proposals.count && !stream->stopped; i++) put_proposal(&json, document, i);
    for (size_t i = 0; i < document->positions.count && !stream->stopped; i++)
        put_position(&json, document, &document->positions.items[i]);
}
