/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a document with events. Out: its meetings. Each noun for a meeting ("the talks") and each event of consulting
 * that no such noun tells is a reference; what happens to it, who comes and who stays away is read from the words
 * around (data/talks/), and references that may be the same meeting are joined, the nearest one before first: a
 * definite noun goes to a meeting already told, an indefinite one only where day or place and people agree. Joining
 * mentions of one happening by participants, time and place is the event coreference of Bejan and Harabagiu (2010) in
 * its plainest form.
 */
#include "talks/meeting.h"

/* Sentences that a definite noun reaches back without a day, place or person in common; a verb with two sides. */
enum { NEAR = 6, AGAIN = 3 };

drg_reading meeting_reading(const meeting_reader *self, uint32_t token)
{
    drg_reading reading = talks_reading(self->reader, token);
    bool open =
        reading == DRG_READING_HYPOTHETICAL || reading == DRG_READING_WISHED || reading == DRG_READING_CONDITIONAL;
    return open && self->certain[token] ? DRG_READING_PLANNED : reading;
}

/* ---- references */

uint32_t meeting_add(meeting_reader *self, uint32_t token, bool noun)
{
    const talks_tree *tree = meeting_tree(self);
    uint32_t index = (uint32_t)self->drafts.count;
    base_push(self->reader->scratch, &self->drafts) = (meeting_draft){.token = token,
                                                                      .sentence = tree->sentence[token],
                                                                      .last = tree->sentence[token],
                                                                      .span = tree->tokens[token].span,
                                                                      .noun = noun,
                                                                      .place = DRG_NONE,
                                                                      .date = DRG_NONE,
                                                                      .into = index};
    self->at[token] = index;
    return index;
}

void meeting_add_step(meeting_reader *self, uint32_t draft, drg_meeting_status status, uint32_t token)
{
    talks_reader *reader = self->reader;
    meeting_draft *meeting = &self->drafts.items[draft];
    for (size_t i = 0; i < meeting->steps.count; i++)
        if (meeting->steps.items[i].status == status &&
            meeting->steps.items[i].sentence == meeting_tree(self)->sentence[token])
            return;
    base_push(reader->scratch, &meeting->steps) =
        (drg_meeting_step){.status = status,
                           .date = talks_date_at(reader, talks_clause(&reader->tree, token)),
                           .sentence = reader->tree.sentence[token],
                           .span = reader->tree.tokens[token].span};
}

/* How much an attendance says against what was said before: who withdrew does not attend. */
static unsigned weight(drg_attendance attendance)
{
    switch (attendance) {
    case DRG_ATTENDANCE_WITHDREW:
    case DRG_ATTENDANCE_DEPUTY:
    case DRG_ATTENDANCE_ABSENT: return 4;
    case DRG_ATTENDANCE_ARRIVED: return 3;
    case DRG_ATTENDANCE_ATTENDING: return 2;
    case DRG_ATTENDANCE_CONFIRMED: return 1;
    default: return 0;
    }
}

static void add_person(meeting_reader *self, uint32_t draft, const drg_participant *person)
{
    talks_reader *reader = self->reader;
    meeting_draft *meeting = &self->drafts.items[draft];
    for (size_t i = 0; i < meeting->people.count; i++) {
        drg_participant *old = &meeting->people.items[i];
        if (!talks_same_actor(reader, old->mention, person->mention)) continue;
        drg_part part = old->part == DRG_PART_PARTY ? person->part : old->part;
        if (weight(person->attendance) >= weight(old->attendance)) *old = *person;
        old->part = part;
        return;
    }
    base_push(reader->scratch, &meeting->people) = *person;
}

void meeting_add_people(meeting_reader *self, uint32_t draft, const talks_people *people, drg_part part,
                        drg_attendance attendance, uint32_t token)
{
    talks_reader *reader = self->reader;
    for (size_t i = 0; i < people->count; i++) {
        drg_participant person = {.mention = people->items[i],
                                  .part = part,
                                  .attendance = attendance,
                                  .date = DRG_NONE,
                                  .sentence = reader->tree.sentence[token],
                                  .span = reader->tree.tokens[token].span};
        if (attendance != DRG_ATTENDANCE_INVITED)
            person.date = talks_date_at(reader, talks_clause(&reader->tree, token));
        add_person(self, draft, &person);
    }
}

/* ---- nouns */

static bool has_partner(const meeting_reader *self, uint32_t noun, drg_text slot)
{
    talks_tokens tokens;
    talks_people people = {0};
    talks_slot(meeting_tree(self), noun, slot, &tokens);
    for (size_t i = 0; i < tokens.count; i++) talks_add_people(meeting_tree(self), tokens.items[i], &people);
    return people.count > 0;
}

static bool is_meeting_noun(meeting_reader *self, uint32_t token, const talks_entry **ret_entry)
{
    const talks_words *words = self->reader->words;
    const drg_token *node = &meeting_tree(self)->tokens[token];
    if (node->upos != DRG_NOUN && node->upos != DRG_PROPN) return false;
    if (node->relation == LANGUAGE_COMPOUND && node->head != DRG_NONE) return false;
    *ret_entry = NULL;
    for (const talks_entry *entry = talks_find(words, meeting_tree(self), TALKS_MEETING, token, NULL); entry;
         entry = talks_find(words, meeting_tree(self), TALKS_MEETING, token, entry)) {
        if (base_text_is(entry->who, "not")) return false;
        if (entry->who.size && !has_partner(self, token, entry->who)) continue; /* "a call with Putin" */
        if (!*ret_entry || entry->other_count > (*ret_entry)->other_count) *ret_entry = entry;
    }
    return *ret_entry != NULL;
}

static bool is_definite(const talks_tree *tree, uint32_t token)
{
    TALKS_EACH_CHILD(tree, child, token) {
        drg_text lemma = talks_lemma(tree, child);
        uint8_t relation = tree->tokens[child].relation;
        if (relation == LANGUAGE_DET && (base_text_is(lemma, "the") || base_text_is(lemma, "this") ||
                                         base_text_is(lemma, "that") || base_text_is(lemma, "these")))
            return true;
    }
    return false;
}

/* Words that tell a meeting from one that the text spoke of before. */
static bool is_apart(const talks_tree *tree, uint32_t token)
{
    static const char *const words[] = {"another", "second",    "third",     "fourth",   "next",   "new",
                                        "further", "fresh",     "previous",  "earlier",  "future", "separate",
                                        "first",   "last",      "bilateral", "indirect", "direct", "trilateral",
                                        "other",   "follow-up", "more"};
    TALKS_EACH_CHILD(tree, child, token) {
        if (child > token) continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (base_text_is(talks_lemma(tree, child), words[i])) return true;
    }
    return false;
}

/* "U.S.-led talks", "talks mediated by Qatar", "hosted by Oman" */
static void add_leaders(meeting_reader *self, uint32_t draft, uint32_t noun)
{
    const talks_tree *tree = meeting_tree(self);
    TALKS_EACH_CHILD(tree, child, noun) {
        drg_text lemma = talks_lemma(tree, child);
        bool host = base_text_is(lemma, "host");
        bool mediates = base_text_is(lemma, "lead") || base_text_is(lemma, "mediate") ||
                        base_text_is(lemma, "broker") || base_text_is(lemma, "facilitate") ||
                        base_text_is(lemma, "led") || base_text_is(lemma, "sponsor");
        if (!host && !mediates) continue;
        talks_people people = {0};
        TALKS_EACH_CHILD(tree, inner, child) talks_add_people(tree, inner, &people);
        meeting_add_people(self, draft, &people, host ? DRG_PART_HOST : DRG_PART_MEDIATOR, DRG_ATTENDANCE_INVITED,
                           child);
    }
}

/* "talks between A and B", "a meeting with C", "US-Russia talks" */
static void add_named(meeting_reader *self, uint32_t draft, uint32_t noun)
{
    static const char *const prepositions[] = {"between", "with", "of", "among"};
    const talks_tree *tree = meeting_tree(self);
    talks_people people = {0};
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        talks_tokens tokens;
        talks_slot(tree, noun, base_text_from(prepositions[i]), &tokens);
        for (size_t k = 0; k < tokens.count; k++) talks_add_people(tree, tokens.items[k], &people);
    }
    TALKS_EACH_CHILD(tree, child, noun) {
        uint8_t relation = tree->tokens[child].relation;
        bool before = relation == LANGUAGE_COMPOUND || relation == LANGUAGE_AMOD || relation == LANGUAGE_NMOD_POSS;
        if (!before || child > noun) continue;
        talks_add_people(tree, child, &people);
        TALKS_EACH_CHILD(tree, inner, child) talks_add_people(tree, inner, &people);
    }
    meeting_add_people(self, draft, &people, DRG_PART_PARTY, DRG_ATTENDANCE_INVITED, noun);
}

/* "talks on a ceasefire", "talks aimed at ending the war", "ceasefire talks" */
static drg_span topic_of(const talks_tree *tree, uint32_t noun)
{
    static const char *const prepositions[] = {"on", "about", "over", "regarding"};
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++) {
        talks_tokens tokens;
        talks_slot(tree, noun, base_text_from(prepositions[i]), &tokens);
        if (tokens.count && find_date_at(tree->document, tokens.items[0]) == DRG_NONE)
            return talks_span(tree, tokens.items[0]);
    }
    TALKS_EACH_CHILD(tree, child, noun) {
        bool aimed = base_text_is(talks_lemma(tree, child), "aim") || base_text_is(talks_lemma(tree, child), "seek");
        if (!aimed || child < noun) continue;
        talks_tokens tokens;
        talks_slot(tree, child, BASE_LITERAL("at"), &tokens);
        if (tokens.count) return talks_span(tree, tokens.items[0]);
    }
    TALKS_EACH_CHILD(tree, child, noun)
        if (tree->tokens[child].relation == LANGUAGE_COMPOUND && tree->tokens[child].upos == DRG_NOUN &&
            find_mention_at(tree->document, child) == DRG_NONE &&
            talks_child(tree, child, LANGUAGE_AMOD) == DRG_NONE) /* "high-level talks" */
            return talks_span(tree, child);
    return (drg_span){0, 0};
}

static drg_text level_of_words(meeting_reader *self, uint32_t noun)
{
    const talks_tree *tree = meeting_tree(self);
    TALKS_EACH_CHILD(tree, child, noun) {
        const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_LEVEL, child, NULL);
        bool names = tree->tokens[child].relation == LANGUAGE_NMOD || child < noun;
        if (entry && names) return entry->says;
    }
    return (drg_text){"", 0};
}

/* From the first word before the noun that belongs to it to the noun. */
static drg_span name_span(const talks_tree *tree, uint32_t noun)
{
    uint32_t first = noun;
    for (uint32_t i = noun; i-- > 0 && tree->sentence[i] == tree->sentence[noun]; first = i) {
        uint32_t top = i;
        while (tree->tokens[top].head != DRG_NONE && tree->tokens[top].head != noun && talks_is_under(tree, top, noun))
            top = tree->tokens[top].head;
        uint8_t relation = tree->tokens[top].relation;
        if (tree->tokens[top].head != noun) break;
        if (relation != LANGUAGE_COMPOUND && relation != LANGUAGE_AMOD) break;
    }
    return (drg_span){tree->tokens[first].span.begin, tree->tokens[noun].span.end};
}

static void read_noun(meeting_reader *self, uint32_t token, const talks_entry *entry)
{
    const talks_tree *tree = meeting_tree(self);
    uint32_t index = meeting_add(self, token, true);
    meeting_draft *draft = &self->drafts.items[index];
    draft->span = name_span(tree, token);
    draft->topic = topic_of(tree, token);
    draft->definite = is_definite(tree, token);
    draft->apart = is_apart(tree, token);
    draft->level = level_of_words(self, token);
    if (!draft->level.size) draft->level = entry->says;
    draft->place = talks_place_at(self->reader, token);
    draft->date = talks_date_at(self->reader, token);
    add_leaders(self, index, token);
    add_named(self, index, token);
}

static void read_nouns(meeting_reader *self)
{
    const talks_entry *entry;
    for (uint32_t i = 0; i < self->reader->document->tokens.count; i++)
        if (is_meeting_noun(self, i, &entry)) read_noun(self, i, entry);
}

/* ---- events */

/* The noun that tells the event: its trigger, a word of the trigger, or the object of its verb. */
static uint32_t noun_of_event(meeting_reader *self, const drg_event *event)
{
    const talks_tree *tree = meeting_tree(self);
    uint32_t head = event->trigger_head;
    if (self->at[head] != DRG_NONE) return self->at[head];
    for (uint32_t i = head; i < self->reader->document->tokens.count; i++) {
        if (tree->tokens[i].span.begin >= event->trigger.end) break;
        if (self->at[i] != DRG_NONE) return self->at[i];
    }
    TALKS_EACH_CHILD(tree, child, head) {
        uint8_t relation = tree->tokens[child].relation;
        bool governed = relation == LANGUAGE_OBJ || relation == LANGUAGE_OBL || relation == LANGUAGE_NSUBJ_PASS;
        if (governed && self->at[child] != DRG_NONE) return self->at[child];
    }
    return DRG_NONE;
}

bool meeting_is_offered(meeting_reader *self, uint32_t token)
{
    const talks_tree *tree = meeting_tree(self);
    for (unsigned depth = 0; depth < 4 && token != DRG_NONE; depth++) {
        if (talks_find(self->reader->words, tree, TALKS_OFFER, token, NULL)) return true;
        token = tree->tokens[token].head;
    }
    return false;
}

static bool status_of_event(meeting_reader *self, const drg_event *event, drg_meeting_status *ret_status)
{
    bool open = event->status == DRG_STATUS_CONDITIONAL || event->status == DRG_STATUS_HYPOTHETICAL;
    TALKS_EACH_CHILD(meeting_tree(self), child, event->trigger_head) /* "would not sit down" proposes nothing */
        if (open && base_text_is(talks_lemma(meeting_tree(self), child), "not")) return false;
    if (event->negated || event->status == DRG_STATUS_DENIED) return false;
    if (event->type == DRG_AGREE || event->type == DRG_REQUEST || event->type == DRG_REJECT || open) {
        bool planned = event->type == DRG_AGREE && !open && !meeting_is_offered(self, event->trigger_head);
        *ret_status = planned ? DRG_MEETING_PLANNED : DRG_MEETING_PROPOSED;
        return true;
    }
    if (event->type != DRG_CONSULT) return false;
    *ret_status = event->status == DRG_STATUS_PLANNED     ? DRG_MEETING_PLANNED
                  : event->status == DRG_STATUS_ONGOING   ? DRG_MEETING_ONGOING
                  : event->status == DRG_STATUS_CANCELLED ? DRG_MEETING_CANCELLED
                                                          : DRG_MEETING_HELD;
    return true;
}

static talks_people people_of(const drg_indexes *mentions)
{
    talks_people people = {0};
    for (size_t i = 0; i < mentions->count && people.count < TALKS_FOUND; i++)
        people.items[people.count++] = mentions->items[i];
    return people;
}

static void join_event(meeting_reader *self, uint32_t draft, uint32_t index, drg_meeting_status status)
{
    const drg_event *event = &self->reader->document->events.items[index];
    bool came = status == DRG_MEETING_HELD || status == DRG_MEETING_ONGOING;
    drg_attendance attendance = came ? DRG_ATTENDANCE_ATTENDING : DRG_ATTENDANCE_INVITED;
    drg_attendance actors = event->type == DRG_REJECT ? DRG_ATTENDANCE_ABSENT : attendance;
    talks_people who = people_of(&event->actors), to = people_of(&event->recipients), third = people_of(&event->third);
    meeting_draft *meeting = &self->drafts.items[draft];
    base_push(self->reader->scratch, &meeting->events) = index;
    if (meeting->place == DRG_NONE) meeting->place = talks_place_of(self->reader, event->trigger_head);
    if (meeting->date == DRG_NONE && came) meeting->date = event->date;
    if (event->type != DRG_REJECT || !meeting->noun) meeting_add_step(self, draft, status, event->trigger_head);
    meeting_add_people(self, draft, &who, DRG_PART_PARTY, actors, event->trigger_head);
    meeting_add_people(self, draft, &to, DRG_PART_PARTY, attendance, event->trigger_head);
    meeting_add_people(self, draft, &third, DRG_PART_MEDIATOR, attendance, event->trigger_head);
}

static uint32_t last_before(const meeting_reader *self, uint32_t token);

/* Who refuses to come, or will not come, to a meeting that the text spoke of: "Rubio would skip the meeting". */
static void read_refusal(meeting_reader *self, const drg_event *event)
{
    const talks_entry *entry =
        talks_find(self->reader->words, meeting_tree(self), TALKS_ATTENDANCE, event->trigger_head, NULL);
    uint32_t draft = noun_of_event(self, event);
    talks_people who = people_of(&event->actors);
    if (draft == DRG_NONE) draft = last_before(self, event->trigger_head);
    if (draft == DRG_NONE || !drg_event_is_asserted(event)) return;
    drg_attendance told = entry ? (drg_attendance)record_attendance_from(entry->says) : DRG_ATTENDANCE_ABSENT;
    if (told < DRG_ATTENDANCE_WITHDREW) told = DRG_ATTENDANCE_ABSENT;
    meeting_add_people(self, draft, &who, DRG_PART_PARTY, told, event->trigger_head);
}

/* "Is in touch with": listed as what is none. */
static bool is_no_meeting(const meeting_reader *self, const drg_event *event)
{
    const talks_tree *tree = meeting_tree(self);
    for (uint32_t i = event->trigger_head; i < self->reader->document->tokens.count; i++) {
        if (tree->tokens[i].span.begin >= event->trigger.end) return false;
        const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_MEETING, i, NULL);
        if (entry && base_text_is(entry->who, "not")) return true;
    }
    return false;
}

/* Verbs of consulting that bring nobody together: "presented its allies with a plan". */
static bool tells_no_meeting(const meeting_reader *self, uint32_t token)
{
    const talks_tree *tree = meeting_tree(self);
    if (tree->tokens[token].upos != DRG_VERB) return false;
    const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_MEETING_VERB, token, NULL);
    while (entry && !base_text_is(entry->who, "not"))
        entry = talks_find(self->reader->words, tree, TALKS_MEETING_VERB, token, entry);
    return entry != NULL;
}

static void read_events(meeting_reader *self)
{
    const drg_document *document = self->reader->document;
    for (uint32_t i = 0; i < document->events.count; i++) {
        const drg_event *event = &document->events.items[i];
        drg_meeting_status status;
        if (event->type == DRG_REJECT && base_text_is(event->mode, "meet")) read_refusal(self, event);
        if (event->act != DRG_CONSULT || base_text_is(event->mode, "visit") || is_no_meeting(self, event)) continue;
        if (!status_of_event(self, event, &status)) continue;
        uint32_t draft = noun_of_event(self, event);
        if (draft == DRG_NONE && tells_no_meeting(self, event->trigger_head)) continue;
        /* with nobody on the other side it is no meeting that a reader could name */
        if (draft == DRG_NONE && event->actors.count + event->recipients.count < 2) continue;
        if (draft == DRG_NONE) draft = meeting_add(self, event->trigger_head, false);
        join_event(self, draft, i, status);
    }
}

/* ---- what happens to it */

/* The status that a word's list tells, as the text asserts it there; false when it asserts none. */
static bool asserted(drg_reading reading, drg_meeting_status *status)
{
    bool done = *status == DRG_MEETING_HELD || *status == DRG_MEETING_ONGOING;
    switch (reading) {
    case DRG_READING_PLANNED:
        if (done) *status = DRG_MEETING_PLANNED;
        return true;
    case DRG_READING_CONDITIONAL:
    case DRG_READING_HYPOTHETICAL:
    case DRG_READING_WISHED:
        if (!done && *status != DRG_MEETING_PROPOSED) return false;
        *status = DRG_MEETING_PROPOSED;
        return true;
    case DRG_READING_NEGATED:
    case DRG_READING_DENIED: return false;
    default: return true;
    }
}

/* The draft that a word is: itself, or "the second day of renewed talks". */
static uint32_t draft_at(const meeting_reader *self, uint32_t token)
{
    static const char *const parts[] = {"day", "hour", "part", "phase", "leg", "stage", "week"};
    const talks_tree *tree = meeting_tree(self);
    if (self->at[token] != DRG_NONE) return self->at[token];
    bool part = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        part = part || base_text_is(talks_lemma(tree, token), parts[i]);
    TALKS_EACH_CHILD(tree, child, token)
        if (part && self->at[child] != DRG_NONE && talks_has_case(tree, child, BASE_LITERAL("of")))
            return self->at[child];
    return DRG_NONE;
}

static void read_statuses(meeting_reader *self, uint32_t token)
{
    const talks_tree *tree = meeting_tree(self);
    for (const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_MEETING_STATUS, token, NULL); entry;
         entry = talks_find(self->reader->words, tree, TALKS_MEETING_STATUS, token, entry)) {
        drg_meeting_status status = (drg_meeting_status)record_meeting_status_from(entry->says);
        talks_tokens tokens;
        talks_slot(tree, token, entry->who, &tokens);
        for (size_t i = 0; i < tokens.count; i++) {
            uint32_t draft = draft_at(self, tokens.items[i]);
            drg_meeting_status told = status;
            if (draft == DRG_NONE || !asserted(meeting_reading(self, token), &told)) continue;
            meeting_add_step(self, draft, told, token);
            meeting_draft *meeting = &self->drafts.items[draft];
            bool moved = told == DRG_MEETING_POSTPONED || told == DRG_MEETING_CANCELLED;
            if (meeting->place == DRG_NONE) meeting->place = talks_place_at(self->reader, token);
            if (meeting->date == DRG_NONE && !moved) meeting->date = talks_date_at(self->reader, token);
        }
    }
}

/* ---- who comes */

static bool attended(drg_reading reading, drg_attendance *attendance)
{
    bool comes = *attendance == DRG_ATTENDANCE_ATTENDING || *attendance == DRG_ATTENDANCE_ARRIVED;
    switch (reading) {
    case DRG_READING_NEGATED:
        if (comes) *attendance = DRG_ATTENDANCE_ABSENT;
        return comes;
    case DRG_READING_PLANNED:
        if (comes) *attendance = DRG_ATTENDANCE_CONFIRMED;
        return true;
    case DRG_READING_CONDITIONAL:
    case DRG_READING_HYPOTHETICAL:
    case DRG_READING_WISHED:
        if (comes) *attendance = DRG_ATTENDANCE_INVITED;
        return comes;
    case DRG_READING_DENIED: return false;
    default: return true;
    }
}

static uint32_t last_before(const meeting_reader *self, uint32_t token)
{
    uint32_t sentence = meeting_tree(self)->sentence[token], best = DRG_NONE;
    for (size_t i = 0; i < self->drafts.count; i++) {
        const meeting_draft *draft = &self->drafts.items[i];
        if (draft->noun && draft->sentence <= sentence && draft->sentence + 2 >= sentence &&
            (draft->token < token || draft->sentence == sentence))
            best = (uint32_t)i;
    }
    return best;
}

static void attend_at_place(meeting_reader *self, uint32_t token, const talks_people *people, drg_attendance attendance)
{
    uint32_t place = talks_place_at(self->reader, token), date = talks_date_at(self->reader, token);
    if (place == DRG_NONE) return;
    for (uint32_t i = 0; i < self->drafts.count; i++) {
        meeting_draft *draft = &self->drafts.items[i];
        if (draft->into != i || draft->place == DRG_NONE || !talks_same_place(self->reader, draft->place, place))
            continue;
        if (!talks_same_date(self->reader, draft->date, date)) continue;
        meeting_add_people(self, i, people, DRG_PART_PARTY, attendance, token);
    }
}

static void read_attendance(meeting_reader *self, uint32_t token, bool by_place)
{
    const talks_tree *tree = meeting_tree(self);
    for (const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_ATTENDANCE, token, NULL); entry;
         entry = talks_find(self->reader->words, tree, TALKS_ATTENDANCE, token, entry)) {
        drg_attendance attendance = (drg_attendance)record_attendance_from(entry->says);
        bool place = base_text_is(entry->what, "place");
        talks_tokens tokens;
        talks_people people = {0};
        if (place != by_place || !attended(meeting_reading(self, token), &attendance)) continue;
        talks_slot(tree, token, entry->who, &tokens);
        for (size_t i = 0; i < tokens.count; i++) talks_add_people(tree, tokens.items[i], &people);
        if (!people.count) continue;
        if (place) {
            attend_at_place(self, token, &people, attendance);
            continue;
        }
        tokens.count = 0;
        if (entry->what.size) talks_slot(tree, token, entry->what, &tokens);
        for (size_t i = 0; i < tokens.count; i++)
            if (self->at[tokens.items[i]] != DRG_NONE)
                meeting_add_people(self, self->at[tokens.items[i]], &people, DRG_PART_PARTY, attendance, token);
        uint32_t last = entry->what.size ? DRG_NONE : last_before(self, token);
        if (last != DRG_NONE) meeting_add_people(self, last, &people, DRG_PART_PARTY, attendance, token);
    }
}

/* ---- joining */

static size_t shared_people(const meeting_reader *self, const meeting_draft *left, const meeting_draft *right)
{
    size_t shared = 0;
    for (size_t i = 0; i < left->people.count; i++)
        for (size_t k = 0; k < right->people.count; k++)
            if (talks_same_side(self->reader, left->people.items[i].mention, right->people.items[k].mention)) {
                shared++;
                break;
            }
    return shared;
}

static bool is_same_people(const meeting_reader *self, const meeting_draft *left, const meeting_draft *right)
{
    size_t actors = 0;
    for (size_t i = 0; i < left->people.count; i++)
        for (size_t k = 0; k < right->people.count; k++)
            actors += talks_same_actor(self->reader, left->people.items[i].mention, right->people.items[k].mention);
    return actors >= 2 && actors >= left->people.count;
}

static bool may_be_same(const meeting_reader *self, const meeting_draft *new, const meeting_draft *old)
{
    if (!talks_same_date(self->reader, new->date, old->date)) return false;
    if (!talks_same_place(self->reader, new->place, old->place)) return false;
    return !new->people.count || !old->people.count || shared_people(self, new, old) > 0;
}

/* Did it come about, as far as the steps say? */
static bool is_done(const meeting_draft *draft)
{
    for (size_t i = 0; i < draft->steps.count; i++)
        if (draft->steps.items[i].status == DRG_MEETING_HELD || draft->steps.items[i].status == DRG_MEETING_ONGOING)
            return true;
    return false;
}

static bool is_same(const meeting_reader *self, const meeting_draft *new, const meeting_draft *old)
{
    if (!may_be_same(self, new, old)) return false;
    bool day = new->date != DRG_NONE && old->date != DRG_NONE, place = new->place != DRG_NONE && old->place != DRG_NONE;
    if (is_same_people(self, new, old)) return !new->apart || day;
    size_t sides = new->apart ? 0 : shared_people(self, new, old);
    if (sides && day && (place || sides > 1)) return true; /* told again by another verb */
    if (sides > 1 && !new->noun &&new->sentence - old->last <= AGAIN && is_done(new) == is_done(old)) return true;
    if (!new->noun || new->apart) return false;
    if (!old->noun) return new->definite &&new->sentence - old->last <= 1;
    bool plural = meeting_tree(self)->tokens[new->token].tag == LANGUAGE_TAG_NNS; /* "talks" has no article */
    if (new->definite || plural) return new->sentence - old->last <= NEAR || day || place;
    return day && place;
}

static void join(meeting_reader *self, uint32_t from, uint32_t to)
{
    meeting_draft *old = &self->drafts.items[to];
    const meeting_draft *new = &self->drafts.items[from];
    base_arena *scratch = self->reader->scratch;
    for (size_t i = 0; i < new->steps.count; i++) base_push(scratch, &old->steps) = new->steps.items[i];
    for (size_t i = 0; i < new->people.count; i++) add_person(self, to, &new->people.items[i]);
    for (size_t i = 0; i < new->events.count; i++) base_push(scratch, &old->events) = new->events.items[i];
    old->last = new->sentence;
    if (old->place == DRG_NONE) old->place = new->place;
    if (old->date == DRG_NONE) old->date = new->date;
    if (!old->level.size) old->level = new->level;
    if (old->topic.begin == old->topic.end) old->topic = new->topic;
    self->drafts.items[from].into = to;
}

static void join_drafts(meeting_reader *self)
{
    for (uint32_t i = 1; i < self->drafts.count; i++)
        for (uint32_t k = i; k-- > 0;) {
            if (self->drafts.items[k].into != k || !is_same(self, &self->drafts.items[i], &self->drafts.items[k]))
                continue;
            join(self, i, k);
            break;
        }
}

static void sort_drafts(meeting_reader *self)
{
    meeting_draft *drafts = self->drafts.items;
    for (size_t i = 1; i < self->drafts.count; i++) {
        meeting_draft moved = drafts[i];
        size_t at = i;
        for (; at > 0 && drafts[at - 1].token > moved.token; at--) drafts[at] = drafts[at - 1];
        drafts[at] = moved;
    }
    for (size_t i = 0; i < self->drafts.count; i++) {
        drafts[i].into = (uint32_t)i;
        self->at[drafts[i].token] = (uint32_t)i;
    }
}

/* ---- writing */

/* The last word on it: what became of it outweighs that it was planned or proposed. */
static drg_meeting_status final_status(const meeting_draft *draft)
{
    drg_meeting_status status = draft->steps.items[0].status;
    for (size_t i = 1; i < draft->steps.count; i++) {
        drg_meeting_status next = draft->steps.items[i].status;
        bool ahead = next == DRG_MEETING_PLANNED || next == DRG_MEETING_PROPOSED;
        bool was_ahead = status == DRG_MEETING_PLANNED || status == DRG_MEETING_PROPOSED;
        if (!ahead || (was_ahead && next > status)) status = next;
    }
    return status;
}

static unsigned level_rank(drg_text level)
{
    return base_text_is(level, "head-of-state") ? 4
           : base_text_is(level, "ministerial") ? 3
           : base_text_is(level, "envoy")       ? 2
           : base_text_is(level, "technical")   ? 1
                                                : 0;
}

static bool title_has(drg_text title, drg_text word)
{
    for (size_t at = 0; at + word.size <= title.size; at++) {
        bool same = true;
        for (size_t i = 0; i < word.size && same; i++) same = (title.data[at + i] | 0x20) == (word.data[i] | 0x20);
        if (same) return true;
    }
    return false;
}

static const talks_entry *level_of_title(const talks_words *words, drg_text title)
{
    const talks_entry *best = NULL;
    for (size_t i = 0; i < words->count && title.size; i++) {
        const talks_entry *entry = &words->entries[i];
        if (entry->list != TALKS_LEVEL || entry->upos != DRG_NOUN || !title_has(title, entry->head)) continue;
        bool fits = true;
        for (size_t k = 0; k < entry->other_count; k++) fits &= title_has(title, entry->others[k]);
        if (fits && (!best || entry->other_count > best->other_count)) best = entry;
    }
    return best;
}

/* The highest level at which two take part, else the lowest that is known. */
static drg_text level_of_people(const meeting_reader *self, const meeting_draft *draft)
{
    drg_text levels[5] = {{"", 0}};
    size_t counts[5] = {0};
    for (size_t i = 0; i < draft->people.count; i++) {
        const drg_mention *mention = &self->reader->document->mentions.items[draft->people.items[i].mention];
        const talks_entry *entry = level_of_title(self->reader->words, mention->role);
        unsigned rank = entry ? level_rank(entry->says) : 0;
        if (rank) levels[rank] = entry->says;
        counts[rank]++;
    }
    for (unsigned rank = 4; rank > 0; rank--)
        if (counts[rank] > 1) return levels[rank];
    for (unsigned rank = 1; rank < 5; rank++)
        if (counts[rank]) return levels[rank];
    return (drg_text){"", 0};
}

/* Is enough known of it to be a line: what became of it, and who, when or where? */
static bool is_told(const meeting_draft *draft)
{
    return draft->steps.count && (draft->people.count || draft->date != DRG_NONE || draft->place != DRG_NONE);
}

static void write_meeting(meeting_reader *self, const meeting_draft *draft)
{
    talks_reader *reader = self->reader;
    base_arena *arena = &reader->document->arena;
    drg_meeting_step *history = BASE_ARRAY(arena, drg_meeting_step, draft->steps.count);
    drg_participant *people = BASE_ARRAY(arena, drg_participant, draft->people.count + 1);
    memcpy(history, draft->steps.items, draft->steps.count * sizeof *history);
    if (draft->people.count) memcpy(people, draft->people.items, draft->people.count * sizeof *people);
    drg_text level = draft->level.size ? draft->level : level_of_people(self, draft);
    base_push(arena, &reader->document->meetings) =
        (drg_meeting){.id = talks_id(reader, "meeting", draft->span, 0),
                      .sentence = draft->sentence,
                      .span = draft->span,
                      .topic = draft->topic,
                      .level = base_text_copy(arena, level),
                      .place = draft->place,
                      .date = draft->date,
                      .status = final_status(draft),
                      .history = history,
                      .history_count = draft->steps.count,
                      .participants = people,
                      .participant_count = draft->people.count,
                      .events = talks_keep_indexes(reader, draft->events.items, draft->events.count)};
}

void talks_read_meetings(talks_reader *reader)
{
    size_t count = reader->document->tokens.count;
    meeting_reader self = {.reader = reader, .at = BASE_ARRAY(reader->scratch, uint32_t, count + 1)};
    for (size_t i = 0; i < count; i++) self.at[i] = DRG_NONE;
    self.certain = BASE_ARRAY(reader->scratch, bool, count + 1);
    memset(self.certain, 0, count + 1);
    for (size_t i = 0; i < reader->document->events.count; i++)
        if (drg_event_is_asserted(&reader->document->events.items[i]))
            self.certain[reader->document->events.items[i].trigger_head] = true;
    read_nouns(&self);
    read_events(&self);
    meeting_read_verbs(&self);
    if (!self.drafts.count) return;
    sort_drafts(&self);
    for (uint32_t i = 0; i < count; i++) {
        read_statuses(&self, i);
        read_attendance(&self, i, false);
    }
    meeting_read_silent(&self);
    join_drafts(&self);
    for (uint32_t i = 0; i < count; i++) read_attendance(&self, i, true);
    for (uint32_t i = 0; i < self.drafts.count; i++)
        if (self.drafts.items[i].into == i && is_told(&self.drafts.items[i]))
            write_meeting(&self, &self.drafts.items[i]);
}
