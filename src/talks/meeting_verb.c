/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the drafts of nouns and events. Out: drafts for meetings that only a verb tells, and what became of meetings that
 * are only mentioned. An event wants actors that are known; here a plural of those who meet is enough ("the border
 * commissions will meet in Brussels by the end of the month"), since day, place and what became of it are worth a line.
 */
#include "talks/meeting.h"

/* ---- who meets */

static bool is_plural(const talks_tree *tree, uint32_t token)
{
    uint8_t tag = tree->tokens[token].tag;
    if (tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS || tag == LANGUAGE_TAG_CD) return true;
    drg_text lemma = talks_lemma(tree, token);
    return base_text_is(lemma, "they") || base_text_is(lemma, "both") || base_text_is(lemma, "them") ||
           base_text_is(lemma, "delegation");
}

typedef struct verb_party {
    talks_people people;
    size_t heads; /* how many at least: a plural counts two */
} verb_party;

static const talks_entry SEVERAL = {.says = {"several", 7}};

/* Somebody who may meet: named, of a class of people, or a pronoun that stands for several. */
static const talks_entry *group_of(meeting_reader *self, uint32_t token)
{
    const talks_tree *tree = meeting_tree(self);
    if (tree->tokens[token].upos == DRG_PRON || tree->tokens[token].upos == DRG_NUM ||
        tree->tokens[token].upos == DRG_DET)
        return is_plural(tree, token) ? &SEVERAL : NULL;
    return talks_find(self->reader->words, tree, TALKS_GROUP, token, NULL);
}

static verb_party party_of(meeting_reader *self, uint32_t verb, drg_text slot)
{
    const talks_tree *tree = meeting_tree(self);
    verb_party party = {0};
    talks_tokens tokens;
    if (!slot.size) return party;
    talks_slot(tree, verb, slot, &tokens);
    for (size_t i = 0; i < tokens.count; i++) {
        size_t before = party.people.count;
        talks_add_people(tree, tokens.items[i], &party.people);
        size_t named = party.people.count - before;
        const talks_entry *group = group_of(self, tokens.items[i]);
        bool several = is_plural(tree, tokens.items[i]) || (group && group->says.size);
        if (named || group) party.heads += several && named < 2 ? 2 : named ? named : 1;
    }
    return party;
}

/* ---- what became of it */

static bool has_auxiliary(const talks_tree *tree, uint32_t token, const char *lemma)
{
    TALKS_EACH_CHILD(tree, child, token)
        if (tree->tokens[child].relation == LANGUAGE_AUX && base_text_is(talks_lemma(tree, child), lemma)) return true;
    return false;
}

static bool is_negated(const talks_tree *tree, uint32_t token)
{
    return talks_has_child(tree, token, "not") || talks_has_child(tree, token, "never");
}

/* Day of a date against that of the report: below 0 before, above 0 after, 0 the same or unknown. */
static int side_of_report(const meeting_reader *self, uint32_t date)
{
    drg_text published = self->reader->document->source.published;
    if (date == DRG_NONE || published.size < 10) return 0;
    const drg_date *when = &self->reader->document->dates.items[date];
    if (when->from[0] && strncmp(when->from, published.data, strnlen(when->from, 10)) > 0) return 1;
    if (when->to[0] && strncmp(when->to, published.data, strnlen(when->to, 10)) < 0) return -1;
    return 0;
}

static bool status_of_verb(meeting_reader *self, uint32_t verb, uint32_t date, drg_meeting_status *ret_status)
{
    const talks_tree *tree = meeting_tree(self);
    uint8_t tag = tree->tokens[verb].tag;
    uint32_t passive = talks_child(tree, verb, LANGUAGE_AUX_PASS); /* "the guests were received" */
    bool finite_past = tag == LANGUAGE_TAG_VBD || has_auxiliary(tree, verb, "have") ||
                       (passive != DRG_NONE && tree->tokens[passive].tag == LANGUAGE_TAG_VBD);
    bool open = meeting_is_offered(self, verb);
    switch (meeting_reading(self, verb)) {
    case DRG_READING_NEGATED:
    case DRG_READING_DENIED: return false;
    case DRG_READING_PLANNED: *ret_status = open ? DRG_MEETING_PROPOSED : DRG_MEETING_PLANNED; return true;
    case DRG_READING_CONDITIONAL:
    case DRG_READING_HYPOTHETICAL:
    case DRG_READING_WISHED:
        *ret_status = DRG_MEETING_PROPOSED;
        return open || (!has_auxiliary(tree, verb, "would") && !is_negated(tree, verb));
    default: break;
    }
    if (talks_is_to(tree, verb)) {
        *ret_status = DRG_MEETING_PLANNED;
        return !is_negated(tree, verb);
    }
    if (open) {
        *ret_status = DRG_MEETING_PROPOSED;
        return true;
    }
    bool progressive = tag == LANGUAGE_TAG_VBG && has_auxiliary(tree, verb, "be");
    bool present = tag == LANGUAGE_TAG_VBP || tag == LANGUAGE_TAG_VBZ || progressive;
    bool ahead = side_of_report(self, date) > 0;
    if (finite_past && !ahead)
        *ret_status = DRG_MEETING_HELD;
    else if (ahead && (present || finite_past))
        *ret_status = DRG_MEETING_PLANNED;
    else if (progressive)
        *ret_status = DRG_MEETING_ONGOING;
    else
        return false;
    return true;
}

/* ---- verbs */

/* "The Israelis will speak to this", "talked about his vision": to the public, not to each other. */
static bool speaks_out(const meeting_reader *self, uint32_t verb, const verb_party *who)
{
    const talks_tree *tree = meeting_tree(self);
    bool speaks = base_text_is(talks_lemma(tree, verb), "speak") || base_text_is(talks_lemma(tree, verb), "talk");
    talks_tokens tokens;
    if (!speaks) return false;
    talks_slot(tree, verb, BASE_LITERAL("to"), &tokens);
    if (tokens.count) return true;
    talks_slot(tree, verb, BASE_LITERAL("subject"), &tokens);
    bool number = tokens.count == 1 &&
                  (tree->tokens[tokens.items[0]].upos == DRG_PRON || tree->tokens[tokens.items[0]].upos == DRG_NUM);
    return who->people.count < 2 && !number;
}

static bool read_verb(meeting_reader *self, uint32_t verb, const talks_entry *entry)
{
    talks_reader *reader = self->reader;
    verb_party who = party_of(self, verb, entry->who), with = party_of(self, verb, entry->what);
    drg_meeting_status status;
    if (entry->what.size ? !who.heads || !with.heads : who.heads < 2) return false;
    if (!entry->what.size && speaks_out(self, verb, &who)) return false;
    uint32_t date = talks_date_at(reader, verb), place = talks_place_at(reader, verb);
    if (!who.people.count && !with.people.count && date == DRG_NONE && place == DRG_NONE) return false;
    if (!status_of_verb(self, verb, date, &status)) return false;
    if (entry->says.size) status = (drg_meeting_status)record_meeting_status_from(entry->says);
    if (entry->says.size && place == DRG_NONE && date == DRG_NONE) return false; /* "to Sochi", not "to sign" */
    uint32_t draft = meeting_add(self, verb, false);
    bool came = status == DRG_MEETING_HELD || status == DRG_MEETING_ONGOING;
    drg_attendance attendance = came ? DRG_ATTENDANCE_ATTENDING : DRG_ATTENDANCE_INVITED;
    self->drafts.items[draft].date = date;
    self->drafts.items[draft].place = place;
    meeting_add_step(self, draft, status, verb);
    meeting_add_people(self, draft, &who.people, DRG_PART_PARTY, attendance, verb);
    meeting_add_people(self, draft, &with.people, DRG_PART_PARTY, attendance, verb);
    return true;
}

/* Does the verb have a meeting's noun as object ("hold talks") or is it one of an event already? */
static bool is_told(const meeting_reader *self, const bool *triggers, uint32_t verb)
{
    if (self->at[verb] != DRG_NONE || triggers[verb]) return true;
    TALKS_EACH_CHILD(meeting_tree(self), child, verb)
        if (self->at[child] != DRG_NONE && meeting_tree(self)->tokens[child].relation == LANGUAGE_OBJ) return true;
    return false;
}

void meeting_read_verbs(meeting_reader *self)
{
    const talks_tree *tree = meeting_tree(self);
    const drg_document *document = self->reader->document;
    bool *triggers = BASE_ARRAY(self->reader->scratch, bool, document->tokens.count + 1);
    memset(triggers, 0, document->tokens.count + 1);
    for (size_t i = 0; i < self->drafts.count; i++)
        for (size_t k = 0; k < self->drafts.items[i].events.count; k++)
            triggers[document->events.items[self->drafts.items[i].events.items[k]].trigger_head] = true;
    for (uint32_t i = 0; i < document->tokens.count; i++) {
        if (tree->tokens[i].upos != DRG_VERB && tree->tokens[i].upos != DRG_ADJ) continue;
        const talks_entry *entry = talks_find(self->reader->words, tree, TALKS_MEETING_VERB, i, NULL);
        if (!entry || base_text_is(entry->who, "not") || is_told(self, triggers, i)) continue;
        for (; entry; entry = talks_find(self->reader->words, tree, TALKS_MEETING_VERB, i, entry))
            if (read_verb(self, i, entry)) break;
    }
}

/* ---- meetings that are only mentioned */

/* May the clause's time be the meeting's: "at the summit", "after talks", "the meeting dealt with gas"? */
static bool shares_time(const talks_tree *tree, uint32_t noun)
{
    static const char *const prepositions[] = {"at", "after", "during", "in", "following", "since", "from"};
    uint8_t relation = tree->tokens[noun].relation;
    if (relation == LANGUAGE_NSUBJ || relation == LANGUAGE_OBJ || relation == LANGUAGE_NSUBJ_PASS) return true;
    for (size_t i = 0; i < sizeof prepositions / sizeof *prepositions; i++)
        if (talks_has_case(tree, noun, base_text_from(prepositions[i]))) return true;
    return false;
}

static bool status_of_mention(meeting_reader *self, const meeting_draft *draft, drg_meeting_status *ret_status)
{
    const talks_tree *tree = meeting_tree(self);
    uint32_t clause = talks_clause(tree, draft->token);
    drg_reading reading = meeting_reading(self, clause);
    int side = side_of_report(self, draft->date);
    bool known = draft->people.count > 1 || (draft->place != DRG_NONE && draft->people.count) || draft->apart;
    bool past = tree->tokens[clause].tag == LANGUAGE_TAG_VBD || has_auxiliary(tree, clause, "have");
    if (side > 0) {
        *ret_status = reading == DRG_READING_CONDITIONAL || reading == DRG_READING_HYPOTHETICAL ? DRG_MEETING_PROPOSED
                                                                                                : DRG_MEETING_PLANNED;
        return true;
    }
    if (reading == DRG_READING_NEGATED || reading == DRG_READING_DENIED || reading == DRG_READING_CONDITIONAL ||
        reading == DRG_READING_HYPOTHETICAL || reading == DRG_READING_WISHED || !shares_time(tree, draft->token))
        return false;
    *ret_status = DRG_MEETING_HELD;
    if (side < 0) return true;
    return past && reading != DRG_READING_PLANNED && (known || draft->date != DRG_NONE);
}

void meeting_read_silent(meeting_reader *self)
{
    for (uint32_t i = 0; i < self->drafts.count; i++) {
        meeting_draft *draft = &self->drafts.items[i];
        drg_meeting_status status;
        if (draft->steps.count || !draft->noun) continue;
        if (!status_of_mention(self, draft, &status)) continue;
        meeting_add_step(self, i, status, draft->token);
        for (size_t k = 0; status == DRG_MEETING_HELD && k < draft->people.count; k++)
            if (draft->people.items[k].attendance == DRG_ATTENDANCE_INVITED)
                draft->people.items[k].attendance = DRG_ATTENDANCE_ATTENDING;
    }
}
