/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document's rows. Out: the document as it was written, without words and trees: what points to a word is
 * DRG_NONE. The file may have been changed by another hand, so nothing in it is believed: numbers run from 0 without a
 * gap, spans lie inside the text, indexes inside their lists, codes exist; else the message names file and table.
 */
#include "store/store.h"

/* Reading the rows of one table. `good` turns false at the first value that cannot be. */
typedef struct loader {
    store_database *database;
    int64_t key;
    drg_document *document;
    drg_error *error;
    store_table table;
    sqlite3_stmt *statement;
    int column; /* the next */
    bool good;
} loader;

drg_text store_column(sqlite3_stmt *statement, int column)
{
    const char *data =
        sqlite3_column_blob(statement, column); /* of TEXT its bytes, as sqlite3_column_text, but no NUL */
    int size = sqlite3_column_bytes(statement, column);
    if (!data && sqlite3_column_type(statement, column) != SQLITE_NULL) data = ""; /* an empty BLOB has no address */
    return (drg_text){data, data ? (size_t)size : 0};
}

/* ---------------------------------------------------------------- values */

static int64_t take_integer(loader *load, int64_t least, int64_t most)
{
    int column = load->column++;
    int64_t value = sqlite3_column_int64(load->statement, column);
    if (sqlite3_column_type(load->statement, column) == SQLITE_INTEGER && value >= least && value <= most) return value;
    load->good = false;
    return least;
}

static bool is_null(const loader *load)
{
    return sqlite3_column_type(load->statement, load->column) == SQLITE_NULL;
}

/* A number below `count`. */
static uint32_t take_number(loader *load, size_t count)
{
    if (count == 0) load->good = false;
    return (uint32_t)take_integer(load, 0, count ? (int64_t)count - 1 : 0);
}

/* The same, or nothing. */
static uint32_t take_index(loader *load, size_t count)
{
    if (!is_null(load)) return take_number(load, count);
    load->column++;
    return DRG_NONE;
}

static int64_t take_count(loader *load)
{
    if (!is_null(load)) return take_integer(load, 0, INT64_MAX);
    load->column++;
    return -1;
}

static bool take_truth(loader *load)
{
    return take_integer(load, 0, 1) == 1;
}

static double take_real(loader *load)
{
    return sqlite3_column_double(load->statement, load->column++);
}

static drg_text take_text(loader *load)
{
    return base_text_copy(&load->document->arena, store_column(load->statement, load->column++));
}

/* Into a field of fixed size, NUL-terminated. */
static void take_string(loader *load, char *field, size_t size)
{
    drg_text text = store_column(load->statement, load->column++);
    if (text.size >= size || memchr(text.size ? text.data : "", '\0', text.size)) {
        load->good = false;
        return;
    }
    if (text.size) memcpy(field, text.data, text.size);
    field[text.size] = '\0';
}

static drg_span take_span(loader *load)
{
    int64_t size = (int64_t)load->document->source.text.size;
    int64_t begin = take_integer(load, 0, size), end = take_integer(load, 0, size);
    if (begin > end) load->good = false;
    return (drg_span){(uint32_t)begin, (uint32_t)(begin > end ? begin : end)};
}

/* The number that a name stands for; `least` where there is none and it may lack. */
#define TAKE_NAME(load, function, least, count, may_lack)                                                              \
    {                                                                                                                  \
        drg_text name = store_column((load)->statement, (load)->column++);                                             \
        for (number = (least); number < (count) && !base_text_is(name, function(number)); number++) {}                 \
        if (number == (count)) {                                                                                       \
            number = (least);                                                                                          \
            if (name.size || !(may_lack)) (load)->good = false;                                                        \
        }                                                                                                              \
    }

static drg_actor_type take_actor_type(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_actor_type_name, 0, DRG_ACTOR_ROLE + 1, false)
    return (drg_actor_type)number;
}

static drg_via take_via(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_via_name, 0, DRG_VIA_GROUP + 1, false)
    return (drg_via)number;
}

static drg_timex take_timex(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_timex_name, 0, DRG_TIMEX_COUNT, false)
    return (drg_timex)number;
}

static drg_mod take_mod(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_mod_name, 0, DRG_MOD_COUNT, true)
    return (drg_mod)number;
}

static drg_precision take_precision(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_precision_name, 0, DRG_PRECISION_YEAR + 1, true)
    return (drg_precision)number;
}

static drg_anchor take_anchor(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_anchor_name, 0, DRG_ANCHOR_COUNT, true)
    return (drg_anchor)number;
}

static drg_type take_type(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_type_name, 0, DRG_TYPE_COUNT, false)
    return (drg_type)number;
}

static drg_event_status take_status(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_event_status_name, 0, DRG_STATUS_HISTORICAL + 1, false)
    return (drg_event_status)number;
}

/* The words between blanks. */
static drg_texts take_codes(loader *load)
{
    drg_text text = take_text(load);
    BASE_VECTOR(drg_text) codes = {0};
    for (size_t at = 0; at < text.size;) {
        size_t end = at;
        while (end < text.size && text.data[end] != ' ') end++;
        if (end > at) base_push(&load->document->arena, &codes) = base_text_slice(text, at, end);
        at = end + 1;
    }
    return (drg_texts){codes.items, codes.count};
}

static void take_place_in_text(loader *load, uint32_t *ret_sentence, drg_span *ret_span)
{
    *ret_sentence = take_number(load, load->document->sentences.count);
    *ret_span = take_span(load);
}

/* ---------------------------------------------------------------- one row a function */

static void load_sentence(loader *load)
{
    static const char *const KINDS[] = {"text", "headline", "byline"};
    drg_sentence *sentence = &base_push(&load->document->arena, &load->document->sentences);
    take_integer(load, (int64_t)load->document->sentences.count - 1, (int64_t)load->document->sentences.count - 1);
    drg_text kind = store_column(load->statement, load->column++);
    for (unsigned i = 0; i < 3; i++)
        if (base_text_is(kind, KINDS[i])) sentence->kind = (drg_sentence_kind)i;
    sentence->paragraph = (uint32_t)take_integer(load, 0, UINT32_MAX - 1);
    sentence->span = take_span(load);
}

static void load_note(loader *load)
{
    drg_note *note = &base_push(&load->document->arena, &load->document->notes);
    take_integer(load, (int64_t)load->document->notes.count - 1, (int64_t)load->document->notes.count - 1);
    note->span = take_span(load);
    note->text = take_text(load);
}

static void load_actor(loader *load)
{
    drg_actor *actor = &base_push(&load->document->arena, &load->document->actors);
    take_integer(load, (int64_t)load->document->actors.count - 1, (int64_t)load->document->actors.count - 1);
    actor->id = take_text(load);
    actor->name = take_text(load);
    actor->type = take_actor_type(load);
    actor->country = take_text(load);
    actor->sector = take_codes(load);
    actor->listed = take_truth(load);
    take_place_in_text(load, &actor->sentence, &actor->span);
}

/* Lists inside another item: the rows of one owner stand together and are numbered from 0. The array that they are
 * pushed to may move, so that the owner gets a new array of twice the size whenever its count is a power of two. */
static void *grown(loader *load, const void *items, size_t count, size_t size)
{
    take_integer(load, (int64_t)count, (int64_t)count);
    if (count & (count - 1)) return (char *)(uintptr_t)items;
    void *larger = base_arena_array(&load->document->arena, count ? count * 2 : 1, size);
    if (count) memcpy(larger, items, count * size);
    return larger;
}

static void load_role(loader *load)
{
    uint32_t owner = take_number(load, load->document->actors.count);
    if (!load->good) return;
    drg_actor *actor = &load->document->actors.items[owner];
    drg_role *roles = grown(load, actor->roles, actor->role_count, sizeof *roles);
    drg_role *role = &roles[actor->role_count++];
    actor->roles = roles;
    role->title = take_text(load);
    role->country = take_text(load);
    role->organization = take_text(load);
    role->from = take_text(load);
    role->to = take_text(load);
    role->listed = take_truth(load);
    role->span = take_span(load);
}

static void load_alias(loader *load)
{
    uint32_t owner = take_number(load, load->document->actors.count);
    if (!load->good) return;
    drg_texts *aliases = &load->document->actors.items[owner].aliases;
    drg_text *items = grown(load, aliases->items, aliases->count, sizeof *items);
    items[aliases->count++] = take_text(load);
    aliases->items = items;
}

static void load_mention(loader *load)
{
    drg_mention *mention = &base_push(&load->document->arena, &load->document->mentions);
    take_integer(load, (int64_t)load->document->mentions.count - 1, (int64_t)load->document->mentions.count - 1);
    mention->actor = take_number(load, load->document->actors.count);
    mention->via = take_via(load);
    mention->country = take_text(load);
    mention->sector = take_codes(load);
    mention->role = take_text(load);
    mention->head = DRG_NONE;
    take_place_in_text(load, &mention->sentence, &mention->span);
}

static void load_date(loader *load)
{
    drg_date *date = &base_push(&load->document->arena, &load->document->dates);
    take_integer(load, (int64_t)load->document->dates.count - 1, (int64_t)load->document->dates.count - 1);
    date->kind = take_timex(load);
    take_string(load, date->value, sizeof date->value);
    date->mod = take_mod(load);
    take_string(load, date->from, sizeof date->from);
    take_string(load, date->to, sizeof date->to);
    date->precision = take_precision(load);
    take_string(load, date->anchor, sizeof date->anchor);
    date->anchored = take_anchor(load);
    date->inherited = take_truth(load);
    date->head = DRG_NONE;
    take_place_in_text(load, &date->sentence, &date->span);
}

static void load_place(loader *load)
{
    drg_place *place = &base_push(&load->document->arena, &load->document->places);
    take_integer(load, (int64_t)load->document->places.count - 1, (int64_t)load->document->places.count - 1);
    place->name = take_text(load);
    place->country = take_text(load);
    place->admin1 = take_text(load);
    place->located = !is_null(load);
    place->lat = take_real(load);
    place->lon = take_real(load);
    if (is_null(load))
        load->column++;
    else
        place->geonames = (uint32_t)take_integer(load, 0, UINT32_MAX);
    place->aside = take_truth(load);
    place->listed = take_truth(load);
    place->head = DRG_NONE;
    take_place_in_text(load, &place->sentence, &place->span);
}

static void take_magnitude(loader *load, drg_magnitude *magnitude)
{
    magnitude->dead = take_count(load);
    magnitude->injured = take_count(load);
    magnitude->detained = take_count(load);
    magnitude->people = take_count(load);
    magnitude->has_money = !is_null(load);
    magnitude->money.amount = take_real(load);
    take_string(load, magnitude->money.currency, sizeof magnitude->money.currency);
}

static void load_event(loader *load)
{
    const drg_document *document = load->document;
    drg_event *event = &base_push(&load->document->arena, &load->document->events);
    take_integer(load, (int64_t)document->events.count - 1, (int64_t)document->events.count - 1);
    event->id = take_text(load);
    event->type = take_type(load);
    event->act = take_type(load);
    event->mode = take_text(load);
    event->cameo = take_text(load);
    event->quad = take_text(load);
    event->score = take_real(load);
    event->has_goldstein = !is_null(load);
    event->goldstein = take_real(load);
    event->status = take_status(load);
    event->negated = take_truth(load);
    event->date = take_index(load, document->dates.count);
    event->place = take_index(load, document->places.count);
    take_magnitude(load, &event->magnitude);
    event->rule = take_text(load);
    event->rule_line = (uint32_t)take_integer(load, 0, UINT32_MAX);
    event->confidence = take_real(load);
    event->trigger_head = DRG_NONE;
    take_place_in_text(load, &event->sentence, &event->span);
    event->trigger = take_span(load);
}

static void load_party(loader *load)
{
    uint32_t owner = take_number(load, load->document->events.count);
    if (!load->good) return;
    drg_event *event = &load->document->events.items[owner];
    drg_text part = store_column(load->statement, load->column++);
    drg_indexes *list = base_text_is(part, "actor")       ? &event->actors
                        : base_text_is(part, "recipient") ? &event->recipients
                                                          : &event->third;
    uint32_t *items = grown(load, list->items, list->count, sizeof *items);
    items[list->count++] = take_number(load, load->document->mentions.count);
    list->items = items;
}

static void take_said(loader *load, drg_attribution *said)
{
    said->speaker = take_index(load, load->document->mentions.count);
    said->speaker_span = take_span(load);
    said->outlet = take_text(load);
    said->medium = take_text(load);
    said->verb = take_text(load);
    said->verb_span = take_span(load);
    said->direct = take_truth(load);
}

static void load_attribution(loader *load)
{
    uint32_t owner = take_number(load, load->document->events.count);
    if (!load->good) return;
    drg_event *event = &load->document->events.items[owner];
    drg_attribution *items = grown(load, event->attribution, event->attribution_count, sizeof *items);
    take_said(load, &items[event->attribution_count++]);
    event->attribution = items;
}

static void load_context(loader *load)
{
    uint32_t owner = take_number(load, load->document->events.count);
    if (!load->good) return;
    drg_texts *contexts = &load->document->events.items[owner].contexts;
    drg_text *items = grown(load, contexts->items, contexts->count, sizeof *items);
    items[contexts->count++] = take_text(load);
    contexts->items = items;
}

static void load_telling(loader *load)
{
    uint32_t owner = take_number(load, load->document->events.count);
    if (!load->good) return;
    drg_event *event = &load->document->events.items[owner];
    drg_telling *items = grown(load, event->tellings, event->telling_count, sizeof *items);
    drg_telling *telling = &items[event->telling_count++];
    event->tellings = items;
    take_place_in_text(load, &telling->sentence, &telling->span);
    telling->trigger = take_span(load);
}

static drg_stance take_stance(loader *load)
{
    if (is_null(load)) {
        load->column++;
        return DRG_STANCE_NONE;
    }
    unsigned number;
    TAKE_NAME(load, drg_stance_name, 1, DRG_STANCE_COUNT, false)
    return (drg_stance)number;
}

static unsigned take_matter(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_matter_name, 0, DRG_MATTER_COUNT, false)
    return number;
}

static void load_statement(loader *load)
{
    drg_statement *statement = &base_push(&load->document->arena, &load->document->statements);
    *statement = (drg_statement){0};
    take_integer(load, (int64_t)load->document->statements.count - 1, (int64_t)load->document->statements.count - 1);
    statement->id = take_text(load);
    take_said(load, &statement->said);
    statement->addressee = take_index(load, load->document->mentions.count);
    statement->date = take_index(load, load->document->dates.count);
    take_place_in_text(load, &statement->sentence, &statement->span);
    statement->stance = take_stance(load);
    statement->reverses = take_index(load, BOUND_DOCUMENT_BYTES);
    statement->reversal = take_span(load);
    statement->attitude = take_truth(load);
}

static void load_matter(loader *load)
{
    uint32_t owner = take_number(load, load->document->statements.count);
    if (!load->good) return;
    const drg_document *document = load->document;
    drg_statement *statement = &load->document->statements.items[owner];
    drg_about *items = grown(load, statement->about, statement->about_count, sizeof *items);
    drg_about *about = &items[statement->about_count++];
    statement->about = items;
    unsigned number = take_matter(load);
    about->matter = (drg_matter)number;
    about->item = take_number(load, number == DRG_MATTER_MEETING ? document->meetings.count
                                    : number == DRG_MATTER_EVENT ? document->events.count
                                                                 : document->proposals.count);
    size_t terms = number == DRG_MATTER_TERM && load->good ? document->proposals.items[about->item].term_count : 0;
    about->term = take_index(load, terms);
}

/* ---------------------------------------------------------------- meetings */

static drg_meeting_status take_meeting_status(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_meeting_status_name, 0, DRG_MEETING_STATUS_COUNT, false)
    return (drg_meeting_status)number;
}

static drg_part take_part(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_part_name, 0, DRG_PART_COUNT, false)
    return (drg_part)number;
}

static drg_attendance take_attendance(loader *load)
{
    unsigned number;
    TAKE_NAME(load, drg_attendance_name, 0, DRG_ATTENDANCE_COUNT, false)
    return (drg_attendance)number;
}

static void load_meeting(loader *load)
{
    drg_document *document = load->document;
    drg_meeting *meeting = &base_push(&document->arena, &document->meetings);
    *meeting = (drg_meeting){0};
    take_integer(load, (int64_t)document->meetings.count - 1, (int64_t)document->meetings.count - 1);
    meeting->id = take_text(load);
    meeting->level = take_text(load);
    meeting->place = take_index(load, document->places.count);
    meeting->date = take_index(load, document->dates.count);
    meeting->status = take_meeting_status(load);
    meeting->topic = take_span(load);
    take_place_in_text(load, &meeting->sentence, &meeting->span);
}

static void load_step(loader *load)
{
    uint32_t owner = take_number(load, load->document->meetings.count);
    if (!load->good) return;
    drg_meeting *meeting = &load->document->meetings.items[owner];
    drg_meeting_step *items = grown(load, meeting->history, meeting->history_count, sizeof *items);
    drg_meeting_step *step = &items[meeting->history_count++];
    meeting->history = items;
    step->status = take_meeting_status(load);
    step->date = take_index(load, load->document->dates.count);
    take_place_in_text(load, &step->sentence, &step->span);
}

static void load_participant(loader *load)
{
    uint32_t owner = take_number(load, load->document->meetings.count);
    if (!load->good) return;
    drg_meeting *meeting = &load->document->meetings.items[owner];
    drg_participant *items = grown(load, meeting->participants, meeting->participant_count, sizeof *items);
    drg_participant *one = &items[meeting->participant_count++];
    meeting->participants = items;
    one->mention = take_number(load, load->document->mentions.count);
    one->part = take_part(load);
    one->attendance = take_attendance(load);
    one->date = take_index(load, load->document->dates.count);
    take_place_in_text(load, &one->sentence, &one->span);
}

static void load_meeting_event(loader *load)
{
    uint32_t owner = take_number(load, load->document->meetings.count);
    if (!load->good) return;
    drg_indexes *events = &load->document->meetings.items[owner].events;
    uint32_t *items = grown(load, events->items, events->count, sizeof *items);
    items[events->count++] = take_number(load, load->document->events.count);
    events->items = items;
}

/* ---------------------------------------------------------------- proposals, positions */

static void load_proposal(loader *load)
{
    drg_document *document = load->document;
    drg_proposal *proposal = &base_push(&document->arena, &document->proposals);
    *proposal = (drg_proposal){0};
    take_integer(load, (int64_t)document->proposals.count - 1, (int64_t)document->proposals.count - 1);
    proposal->id = take_text(load);
    proposal->version = take_text(load);
    proposal->answers = take_index(load, BOUND_DOCUMENT_BYTES); /* may stand behind it */
    proposal->place = take_index(load, document->places.count);
    proposal->date = take_index(load, document->dates.count);
    take_place_in_text(load, &proposal->sentence, &proposal->span);
}

static void load_proposal_person(loader *load)
{
    uint32_t owner = take_number(load, load->document->proposals.count);
    if (!load->good) return;
    drg_proposal *proposal = &load->document->proposals.items[owner];
    drg_text part = store_column(load->statement, load->column++);
    drg_indexes *people = base_text_is(part, "proposer") ? &proposal->proposers : &proposal->presented_to;
    uint32_t *items = grown(load, people->items, people->count, sizeof *items);
    items[people->count++] = take_number(load, load->document->mentions.count);
    people->items = items;
}

static void load_term(loader *load)
{
    uint32_t owner = take_number(load, load->document->proposals.count);
    if (!load->good) return;
    drg_proposal *proposal = &load->document->proposals.items[owner];
    drg_term *items = grown(load, proposal->terms, proposal->term_count, sizeof *items);
    drg_term *term = &items[proposal->term_count++];
    proposal->terms = items;
    term->subject = take_text(load);
    term->by = take_span(load);
    term->action = take_span(load);
    term->object = take_span(load);
    term->benefits = take_span(load);
    term->costs = take_span(load);
    take_place_in_text(load, &term->sentence, &term->span);
}

static void load_proposal_telling(loader *load)
{
    uint32_t owner = take_number(load, load->document->proposals.count);
    if (!load->good) return;
    drg_proposal *proposal = &load->document->proposals.items[owner];
    drg_place_told *items = grown(load, proposal->tellings, proposal->telling_count, sizeof *items);
    drg_place_told *telling = &items[proposal->telling_count++];
    proposal->tellings = items;
    take_place_in_text(load, &telling->sentence, &telling->span);
}

static void load_position(loader *load)
{
    drg_document *document = load->document;
    drg_position *position = &base_push(&document->arena, &document->positions);
    *position = (drg_position){0};
    take_integer(load, (int64_t)document->positions.count - 1, (int64_t)document->positions.count - 1);
    position->id = take_text(load);
    position->mention = take_number(load, document->mentions.count);
    position->stance = take_stance(load);
    position->proposal = take_index(load, document->proposals.count);
    bool has = load->good && position->proposal != DRG_NONE;
    position->term = take_index(load, has ? document->proposals.items[position->proposal].term_count : 0);
    position->content = take_span(load);
    position->condition = take_span(load);
    position->date = take_index(load, document->dates.count);
    position->statement = take_index(load, document->statements.count);
    take_place_in_text(load, &position->sentence, &position->span);
}

/* ---------------------------------------------------------------- the tables */

static void (*const ROW[STORE_TABLE_COUNT])(loader *) = {
    [STORE_SENTENCES] = load_sentence,
    [STORE_NOTES] = load_note,
    [STORE_ACTORS] = load_actor,
    [STORE_ACTOR_ROLES] = load_role,
    [STORE_ACTOR_ALIASES] = load_alias,
    [STORE_MENTIONS] = load_mention,
    [STORE_DATES] = load_date,
    [STORE_PLACES] = load_place,
    [STORE_EVENTS] = load_event,
    [STORE_EVENT_MENTIONS] = load_party,
    [STORE_EVENT_ATTRIBUTIONS] = load_attribution,
    [STORE_EVENT_CONTEXTS] = load_context,
    [STORE_EVENT_TELLINGS] = load_telling,
    [STORE_STATEMENTS] = load_statement,
    [STORE_MEETINGS] = load_meeting,
    [STORE_MEETING_STEPS] = load_step,
    [STORE_MEETING_PEOPLE] = load_participant,
    [STORE_MEETING_EVENTS] = load_meeting_event,
    [STORE_PROPOSALS] = load_proposal,
    [STORE_PROPOSAL_PEOPLE] = load_proposal_person,
    [STORE_PROPOSAL_TERMS] = load_term,
    [STORE_PROPOSAL_TELLINGS] = load_proposal_telling,
    [STORE_POSITIONS] = load_position,
    [STORE_STATEMENT_MATTERS] = load_matter,
};

static drg_status load_table(loader *load)
{
    drg_status status = store_prepare_select(load->database, load->table, &load->statement, load->error);
    if (status != DRG_OK) return status;
    int code = sqlite3_bind_int64(load->statement, 1, load->key);
    if (code == SQLITE_OK) code = SQLITE_ROW;
    while (code == SQLITE_ROW && (code = sqlite3_step(load->statement)) == SQLITE_ROW) {
        load->column = 0;
        load->good = true;
        ROW[load->table](load);
        if (!load->good)
            return base_fail(load->error, DRG_ERROR_FORMAT, "%s: the record is damaged: table %s, document %.*s",
                             load->database->path, STORE_TABLES[load->table].name, BASE_PRINT(load->document->id));
    }
    status = code == SQLITE_DONE ? DRG_OK : store_fail(load->database, code, load->error);
    sqlite3_reset(load->statement);
    return status;
}

/* What points to a row that may stand behind its own: only looked at when all are there. */
static drg_status check_forward(const loader *load)
{
    const drg_document *document = load->document;
    const char *wrong = NULL;
    for (size_t i = 0; i < document->statements.count && !wrong; i++) {
        uint32_t reverses = document->statements.items[i].reverses;
        if (reverses != DRG_NONE && (reverses >= document->statements.count || reverses == i)) wrong = "statements";
    }
    for (size_t i = 0; i < document->proposals.count && !wrong; i++) {
        uint32_t answers = document->proposals.items[i].answers;
        if (answers != DRG_NONE && (answers >= document->proposals.count || answers == i)) wrong = "proposals";
    }
    if (!wrong) return DRG_OK;
    return base_fail(load->error, DRG_ERROR_FORMAT, "%s: the record is damaged: table %s, document %.*s",
                     load->database->path, wrong, BASE_PRINT(document->id));
}

static void copy_source(sqlite3_stmt *row, drg_document *document)
{
    base_arena *arena = &document->arena;
    document->id = base_text_copy(arena, store_column(row, STORE_ID));
    document->source = (drg_source){
        .id = document->id,
        .url = base_text_copy(arena, store_column(row, STORE_URL)),
        .publisher = base_text_copy(arena, store_column(row, STORE_PUBLISHER)),
        .title = base_text_copy(arena, store_column(row, STORE_TITLE)),
        .author = base_text_copy(arena, store_column(row, STORE_AUTHOR)),
        .published = base_text_copy(arena, store_column(row, STORE_PUBLISHED)),
        .language = base_text_copy(arena, store_column(row, STORE_LANGUAGE)),
        .text = base_text_copy(arena, store_column(row, STORE_TEXT)),
    };
    document->conllu = base_text_copy(arena, store_column(row, STORE_CONLLU));
    document->conllu_use = base_text_is(store_column(row, STORE_START), "trees") ? DRG_CONLLU_TREES : DRG_CONLLU_TOKENS;
}

drg_status store_load_document(store_database *database, sqlite3_stmt *row, drg_document *document, drg_error *error)
{
    if (store_column(row, STORE_TEXT).size > BOUND_DOCUMENT_BYTES)
        return base_fail(error, DRG_ERROR_LIMIT, "%s: document %.*s has a text of more than %zu bytes", database->path,
                         BASE_PRINT(store_column(row, STORE_ID)), BOUND_DOCUMENT_BYTES);
    loader load = {.database = database, .key = sqlite3_column_int64(row, STORE_KEY), .document = document};
    load.error = error;
    copy_source(row, document);
    drg_status status = DRG_OK;
    for (unsigned table = 0; table < STORE_TABLE_COUNT && status == DRG_OK; table++) {
        load.table = (store_table)table;
        status = load_table(&load);
    }
    return status == DRG_OK ? check_forward(&load) : status;
}
