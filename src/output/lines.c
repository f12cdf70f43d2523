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
}
