/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a finished document. Out: its rows, table by table, parents before what refers to them. Everything that the
 * NDJSON record tells is kept (src/output/lines.c), and beside it what only the library hands out: all mentions, dates
 * and places. Words and trees are not: they are ten times as much, and are made again from the text in little time.
 */
#include "store/store.h"

/* A row of one of the tables being written. */
typedef struct saver {
    store_database *database;
    int64_t key;
    const drg_document *document;
    drg_error *error;
    drg_status status; /* of the first failure */
    store_row row;
} saver;

static bool begin(saver *save, store_table table, size_t number)
{
    if (save->status != DRG_OK) return false;
    sqlite3_stmt *statement;
    save->status = store_prepare_insert(save->database, table, &statement, save->error);
    if (save->status != DRG_OK) return false;
    save->row = (store_row){.statement = statement};
    store_put_integer(&save->row, save->key);
    store_put_integer(&save->row, (int64_t)number);
    return true;
}

static void end(saver *save)
{
    save->status = store_row_end(save->database, &save->row, save->error);
}

/* With blanks between. Codes have none. */
static void put_codes(saver *save, drg_texts codes)
{
    char words[256];
    size_t used = 0;
    for (size_t i = 0; i < codes.count && used + codes.items[i].size + 1 <= sizeof words; i++) {
        if (used) words[used++] = ' ';
        memcpy(words + used, codes.items[i].data, codes.items[i].size);
        used += codes.items[i].size;
    }
    save->row.column++;
    if (used && save->row.code == SQLITE_OK)
        save->row.code = sqlite3_bind_text(save->row.statement, save->row.column, words, (int)used, SQLITE_TRANSIENT);
}

static void put_place_in_text(saver *save, uint32_t sentence, drg_span span)
{
    store_put_integer(&save->row, sentence);
    store_put_span(&save->row, span);
}

static void save_sentence(saver *save, size_t number)
{
    static const char *const KINDS[] = {"text", "headline", "byline"};
    const drg_sentence *sentence = &save->document->sentences.items[number];
    if (!begin(save, STORE_SENTENCES, number)) return;
    store_put_string(&save->row, KINDS[sentence->kind]);
    store_put_integer(&save->row, sentence->paragraph);
    store_put_span(&save->row, sentence->span);
    end(save);
}

static void save_note(saver *save, size_t number)
{
    const drg_note *note = &save->document->notes.items[number];
    if (!begin(save, STORE_NOTES, number)) return;
    store_put_span(&save->row, note->span);
    store_put_required(&save->row, note->text);
    end(save);
}

/* ---------------------------------------------------------------- actors, mentions, dates, places */

static void save_role(saver *save, size_t actor, size_t number)
{
    const drg_role *role = &save->document->actors.items[actor].roles[number];
    if (!begin(save, STORE_ACTOR_ROLES, actor)) return;
    store_put_integer(&save->row, (int64_t)number);
    store_put_text(&save->row, role->title);
    store_put_text(&save->row, role->country);
    store_put_text(&save->row, role->organization);
    store_put_text(&save->row, role->from);
    store_put_text(&save->row, role->to);
    store_put_integer(&save->row, role->listed);
    store_put_span(&save->row, role->span);
    end(save);
}

static void save_alias(saver *save, size_t actor, size_t number)
{
    if (!begin(save, STORE_ACTOR_ALIASES, actor)) return;
    store_put_integer(&save->row, (int64_t)number);
    store_put_required(&save->row, save->document->actors.items[actor].aliases.items[number]);
    end(save);
}

static void save_actor(saver *save, size_t number)
{
    const drg_actor *actor = &save->document->actors.items[number];
    if (!begin(save, STORE_ACTORS, number)) return;
    store_put_required(&save->row, actor->id);
    store_put_required(&save->row, actor->name);
    store_put_string(&save->row, drg_actor_type_name(actor->type));
    store_put_text(&save->row, actor->country);
    put_codes(save, actor->sector);
    store_put_integer(&save->row, actor->listed);
    put_place_in_text(save, actor->sentence, actor->span);
    end(save);
    for (size_t i = 0; i < actor->role_count; i++) save_role(save, number, i);
    for (size_t i = 0; i < actor->aliases.count; i++) save_alias(save, number, i);
}

static void save_mention(saver *save, size_t number)
{
    const drg_mention *mention = &save->document->mentions.items[number];
    if (!begin(save, STORE_MENTIONS, number)) return;
    store_put_integer(&save->row, mention->actor);
    store_put_string(&save->row, drg_via_name(mention->via));
    store_put_text(&save->row, mention->country);
    put_codes(save, mention->sector);
    store_put_text(&save->row, mention->role);
    put_place_in_text(save, mention->sentence, mention->span);
    end(save);
}

static void save_date(saver *save, size_t number)
{
    const drg_date *date = &save->document->dates.items[number];
    if (!begin(save, STORE_DATES, number)) return;
    store_put_string(&save->row, drg_timex_name(date->kind));
    store_put_string(&save->row, date->value);
    store_put_string(&save->row, drg_mod_name(date->mod));
    store_put_string(&save->row, date->from);
    store_put_string(&save->row, date->to);
    store_put_string(&save->row, date->precision == DRG_PRECISION_UNKNOWN ? "" : drg_precision_name(date->precision));
    store_put_string(&save->row, date->anchor);
    store_put_string(&save->row, drg_anchor_name(date->anchored));
    store_put_integer(&save->row, date->inherited);
    put_place_in_text(save, date->sentence, date->span);
    end(save);
}

static void save_place(saver *save, size_t number)
{
    const drg_place *place = &save->document->places.items[number];
    if (!begin(save, STORE_PLACES, number)) return;
    store_put_required(&save->row, place->name);
    store_put_text(&save->row, place->country);
    store_put_text(&save->row, place->admin1);
    if (place->located) {
        store_put_number(&save->row, place->lat);
        store_put_number(&save->row, place->lon);
    } else {
        store_put_null(&save->row);
        store_put_null(&save->row);
    }
    store_put_count(&save->row, place->geonames ? (int64_t)place->geonames : -1);
    store_put_integer(&save->row, place->aside);
    store_put_integer(&save->row, place->listed);
    put_place_in_text(save, place->sentence, place->span);
    end(save);
}

/* ---------------------------------------------------------------- events, statements */

static void put_said(saver *save, const drg_attribution *said)
{
    store_put_index(&save->row, said->speaker);
    store_put_span(&save->row, said->speaker_span);
    store_put_text(&save->row, said->outlet);
    store_put_text(&save->row, said->medium);
    store_put_text(&save->row, said->verb);
    store_put_span(&save->row, said->verb_span);
    store_put_integer(&save->row, said->direct);
}

static void save_parties(saver *save, size_t event, const char *part, drg_indexes mentions)
{
    for (size_t i = 0; i < mentions.count; i++) {
        if (!begin(save, STORE_EVENT_MENTIONS, event)) return;
        store_put_string(&save->row, part);
        store_put_integer(&save->row, (int64_t)i);
        store_put_integer(&save->row, mentions.items[i]);
        end(save);
    }
}

static void save_attribution(saver *save, size_t event, size_t number)
{
    if (!begin(save, STORE_EVENT_ATTRIBUTIONS, event)) return;
    store_put_integer(&save->row, (int64_t)number);
    put_said(save, &save->document->events.items[event].attribution[number]);
    end(save);
}

static void save_context(saver *save, size_t event, size_t number)
{
    if (!begin(save, STORE_EVENT_CONTEXTS, event)) return;
    store_put_integer(&save->row, (int64_t)number);
    store_put_required(&save->row, save->document->events.items[event].contexts.items[number]);
    end(save);
}

static void save_telling(saver *save, size_t event, size_t number)
{
    const drg_telling *telling = &save->document->events.items[event].tellings[number];
    if (!begin(save, STORE_EVENT_TELLINGS, event)) return;
    store_put_integer(&save->row, (int64_t)number);
    put_place_in_text(save, telling->sentence, telling->span);
    store_put_span(&save->row, telling->trigger);
    end(save);
}

static void put_magnitude(saver *save, const drg_magnitude *magnitude)
{
    store_put_count(&save->row, magnitude->dead);
    store_put_count(&save->row, magnitude->injured);
    store_put_count(&save->row, magnitude->detained);
    store_put_count(&save->row, magnitude->people);
    if (magnitude->has_money)
        store_put_number(&save->row, magnitude->money.amount);
    else
        store_put_null(&save->row);
    store_put_string(&save->row, magnitude->has_money ? magnitude->money.currency : "");
}

static void put_event(saver *save, const drg_event *event)
{
    store_put_required(&save->row, event->id);
    store_put_string(&save->row, drg_type_name(event->type));
    store_put_string(&save->row, drg_type_name(event->act));
    store_put_text(&save->row, event->mode);
    store_put_text(&save->row, event->cameo);
    store_put_text(&save->row, event->quad);
    store_put_number(&save->row, event->score);
    if (event->has_goldstein)
        store_put_number(&save->row, event->goldstein);
    else
        store_put_null(&save->row);
    store_put_string(&save->row, drg_event_status_name(event->status));
    store_put_integer(&save->row, event->negated);
    store_put_index(&save->row, event->date);
    store_put_index(&save->row, event->place);
    put_magnitude(save, &event->magnitude);
    store_put_required(&save->row, event->rule);
    store_put_integer(&save->row, event->rule_line);
    store_put_number(&save->row, event->confidence);
    put_place_in_text(save, event->sentence, event->span);
    store_put_span(&save->row, event->trigger);
}

static void save_event(saver *save, size_t number)
{
    const drg_event *event = &save->document->events.items[number];
    if (!begin(save, STORE_EVENTS, number)) return;
    put_event(save, event);
    end(save);
    save_parties(save, number, "actor", event->actors);
    save_parties(save, number, "recipient", event->recipients);
    save_parties(save, number, "third", event->third);
    for (size_t i = 0; i < event->attribution_count; i++) save_attribution(save, number, i);
    for (size_t i = 0; i < event->contexts.count; i++) save_context(save, number, i);
    for (size_t i = 0; i < event->telling_count; i++) save_telling(save, number, i);
}

static void save_statement(saver *save, size_t number)
{
    const drg_statement *statement = &save->document->statements.items[number];
    if (!begin(save, STORE_STATEMENTS, number)) return;
    store_put_required(&save->row, statement->id);
    put_said(save, &statement->said);
    store_put_index(&save->row, statement->addressee);
    store_put_index(&save->row, statement->date);
    put_place_in_text(save, statement->sentence, statement->span);
    const char *stance = drg_stance_name(statement->stance);
    store_put_text(&save->row, (drg_text){stance, strlen(stance)});
    store_put_index(&save->row, statement->reverses);
    store_put_span(&save->row, statement->reversal);
    store_put_integer(&save->row, statement->attitude);
    end(save);
}

/* After the matters themselves. */
static void save_matters(saver *save, size_t number)
{
    const drg_statement *statement = &save->document->statements.items[number];
    for (size_t i = 0; i < statement->about_count; i++) {
        if (!begin(save, STORE_STATEMENT_MATTERS, number)) return;
        store_put_integer(&save->row, (int64_t)i);
        store_put_string(&save->row, drg_matter_name(statement->about[i].matter));
        store_put_index(&save->row, statement->about[i].item);
        store_put_index(&save->row, statement->about[i].term);
        end(save);
    }
}

/* ---------------------------------------------------------------- meetings */

static void save_step(saver *save, size_t number, size_t index)
{
    const drg_meeting_step *step = &save->document->meetings.items[number].history[index];
    if (!begin(save, STORE_MEETING_STEPS, number)) return;
    store_put_integer(&save->row, (int64_t)index);
    store_put_string(&save->row, drg_meeting_status_name(step->status));
    store_put_index(&save->row, step->date);
    put_place_in_text(save, step->sentence, step->span);
    end(save);
}

static void save_participant(saver *save, size_t number, size_t index)
{
    const drg_participant *one = &save->document->meetings.items[number].participants[index];
    if (!begin(save, STORE_MEETING_PEOPLE, number)) return;
    store_put_integer(&save->row, (int64_t)index);
    store_put_index(&save->row, one->mention);
    store_put_string(&save->row, drg_part_name(one->part));
    store_put_string(&save->row, drg_attendance_name(one->attendance));
    store_put_index(&save->row, one->date);
    put_place_in_text(save, one->sentence, one->span);
    end(save);
}

static void save_meeting_event(saver *save, size_t number, size_t index)
{
    if (!begin(save, STORE_MEETING_EVENTS, number)) return;
    store_put_integer(&save->row, (int64_t)index);
    store_put_index(&save->row, save->document->meetings.items[number].events.items[index]);
    end(save);
}

static void save_meeting(saver *save, size_t number)
{
    const drg_meeting *meeting = &save->document->meetings.items[number];
    if (!begin(save, STORE_MEETINGS, number)) return;
    store_put_required(&save->row, meeting->id);
    store_put_text(&save->row, meeting->level);
    store_put_index(&save->row, meeting->place);
    store_put_index(&save->row, meeting->date);
    store_put_string(&save->row, drg_meeting_status_name(meeting->status));
    store_put_span(&save->row, meeting->topic);
    put_place_in_text(save, meeting->sentence, meeting->span);
    end(save);
    for (size_t i = 0; i < meeting->history_count; i++) save_step(save, number, i);
    for (size_t i = 0; i < meeting->participant_count; i++) save_participant(save, number, i);
    for (size_t i = 0; i < meeting->events.count; i++) save_meeting_event(save, number, i);
}

/* ---------------------------------------------------------------- proposals, positions */

static void save_people(saver *save, size_t number, const char *part, drg_indexes people)
{
    for (size_t i = 0; i < people.count; i++) {
        if (!begin(save, STORE_PROPOSAL_PEOPLE, number)) return;
        store_put_string(&save->row, part);
        store_put_integer(&save->row, (int64_t)i);
        store_put_index(&save->row, people.items[i]);
        end(save);
    }
}

static void save_term(saver *save, size_t number, size_t index)
{
    const drg_term *term = &save->document->proposals.items[number].terms[index];
    if (!begin(save, STORE_PROPOSAL_TERMS, number)) return;
    store_put_integer(&save->row, (int64_t)index);
    store_put_text(&save->row, term->subject);
    store_put_span(&save->row, term->by);
    store_put_span(&save->row, term->action);
    store_put_span(&save->row, term->object);
    store_put_span(&save->row, term->benefits);
    store_put_span(&save->row, term->costs);
    put_place_in_text(save, term->sentence, term->span);
    end(save);
}

static void save_proposal_telling(saver *save, size_t number, size_t index)
{
    const drg_place_told *telling = &save->document->proposals.items[number].tellings[index];
    if (!begin(save, STORE_PROPOSAL_TELLINGS, number)) return;
    store_put_integer(&save->row, (int64_t)index);
    put_place_in_text(save, telling->sentence, telling->span);
    end(save);
}

static void save_proposal(saver *save, size_t number)
{
    const drg_proposal *proposal = &save->document->proposals.items[number];
    if (!begin(save, STORE_PROPOSALS, number)) return;
    store_put_required(&save->row, proposal->id);
    store_put_text(&save->row, proposal->version);
    store_put_index(&save->row, proposal->answers);
    store_put_index(&save->row, proposal->place);
    store_put_index(&save->row, proposal->date);
    put_place_in_text(save, proposal->sentence, proposal->span);
    end(save);
    save_people(save, number, "presented-to", proposal->presented_to);
    save_people(save, number, "proposer", proposal->proposers);
    for (size_t i = 0; i < proposal->term_count; i++) save_term(save, number, i);
    for (size_t i = 0; i < proposal->telling_count; i++) save_proposal_telling(save, number, i);
}

static void save_position(saver *save, size_t number)
{
    const drg_position *position = &save->document->positions.items[number];
    if (!begin(save, STORE_POSITIONS, number)) return;
    store_put_required(&save->row, position->id);
    store_put_index(&save->row, position->mention);
    store_put_string(&save->row, drg_stance_name(position->stance));
    store_put_index(&save->row, position->proposal);
    store_put_index(&save->row, position->term);
    store_put_span(&save->row, position->content);
    store_put_span(&save->row, position->condition);
    store_put_index(&save->row, position->date);
    store_put_index(&save->row, position->statement);
    put_place_in_text(save, position->sentence, position->span);
    end(save);
}

static void save_all(saver *save, size_t count, void (*one)(saver *, size_t))
{
    for (size_t i = 0; i < count && save->status == DRG_OK; i++) one(save, i);
}

drg_status store_save_rows(store_database *database, int64_t key, const drg_document *document, drg_error *error)
{
    saver save = {.database = database, .key = key, .document = document, .error = error, .status = DRG_OK};
    save_all(&save, document->sentences.count, save_sentence);
    save_all(&save, document->notes.count, save_note);
    save_all(&save, document->actors.count, save_actor);
    save_all(&save, document->mentions.count, save_mention);
    save_all(&save, document->dates.count, save_date);
    save_all(&save, document->places.count, save_place);
    save_all(&save, document->events.count, save_event);
    save_all(&save, document->statements.count, save_statement);
    save_all(&save, document->meetings.count, save_meeting);
    save_all(&save, document->proposals.count, save_proposal);
    save_all(&save, document->positions.count, save_position);
    save_all(&save, document->statements.count, save_matters);
    return save.status;
}

/* Children first: a parent whose children are gone is deleted without a search for them. */
drg_status store_delete_rows(store_database *database, int64_t key, drg_error *error)
{
    for (size_t table = STORE_TABLE_COUNT; table-- > 0;) {
        sqlite3_stmt *statement;
        drg_status status = store_prepare_delete(database, (store_table)table, &statement, error);
        if (status != DRG_OK) return status;
        store_row row = {.statement = statement};
        store_put_integer(&row, key);
        status = store_row_end(database, &row, error);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}
