/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, actors. Out: days that are named by something else: anniversaries, eves, days of an office. */
#include "find/moment.h"

#include <string.h>

/* "the tenth anniversary of the 24 February 2022 invasion": that day so many years on. */
bool find_read_anniversary(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t number, year, month, day;
    uint32_t next;
    find_moment date = {0};
    if (!find_ordinal_at(clock, at, &number, &next) || number > 1000) return false;
    if (!find_word_is(clock, next, "anniversary") || !find_word_is(clock, next + 1, "of")) return false;
    moment->first = at;
    moment->last = next;
    for (uint32_t i = next + 2; i < clock->end && i < next + 10; i++) {
        if (clock->reading->tokens[i].upos == DRG_PUNCT || clock->reading->tokens[i].upos == DRG_VERB) return false;
        if (!find_read_absolute(clock, i, &date)) continue;
        if (date.anchored != DRG_ANCHOR_NONE || (date.grain != FIND_GRAIN_DAY && date.grain != FIND_GRAIN_YEAR))
            return false;
        find_day_parts(date.from, &year, &month, &day);
        moment->last = date.last;
        if (date.grain == FIND_GRAIN_YEAR)
            find_span_year(moment, year + number);
        else if (day > find_month_length(year + number, month))
            return false;
        else
            find_span_days(moment, find_day_number(year + number, month, day),
                           find_day_number(year + number, month, day));
        return true;
    }
    return false;
}

/* "on the eve of the April 6 vote": the day before. */
bool find_read_eve(const find_clock *clock, uint32_t at, find_moment *moment)
{
    find_moment date = {0};
    if (!find_word_is(clock, at, "eve") || !find_word_is(clock, at + 1, "of")) return false;
    uint32_t next = find_word_is(clock, at + 2, "the") ? at + 3 : at + 2;
    if (next >= clock->end || (!find_read_absolute(clock, next, &date) && !find_read_weekday(clock, next, &date)))
        return false;
    if (date.grain != FIND_GRAIN_DAY) return false;
    *moment = date;
    moment->first = at;
    find_span_days(moment, date.from - 1, date.from - 1);
    return true;
}

static bool has_word(drg_text title, const char *word)
{
    size_t size = strlen(word);
    for (size_t i = 0; i + size <= title.size; i++)
        if (memcmp(title.data + i, word, size) == 0) return true;
    return false;
}

static bool leads(const drg_role *role)
{
    return has_word(role->title, "President") || has_word(role->title, "Prime Minister") ||
           has_word(role->title, "Chancellor") || has_word(role->title, "Premier");
}

/* The beginning of the office that the person held on the day of the report: the only one, or the only one that leads a
 * government. */
static bool office_begin(const find_clock *clock, uint32_t owner, int32_t *ret_day)
{
    const find_reading *reading = clock->reading;
    uint32_t draft = reading->draft_at[owner];
    uint32_t actor = draft == DRG_NONE ? DRG_NONE : reading->drafts.items[draft].actor;
    if (actor == DRG_NONE || actor >= reading->document->actors.count || !reading->dated) return false;
    const drg_actor *person = &reading->document->actors.items[actor];
    int32_t from, to;
    size_t offices = 0, leading = 0;
    for (size_t i = 0; i < person->role_count; i++) {
        const drg_role *role = &person->roles[i];
        if (!find_day_read(role->from, &from) || from > reading->day) continue;
        if (find_day_read(role->to, &to) && to < reading->day) continue;
        if (offices && leading && !leads(role)) continue;
        if (leads(role) || !offices) *ret_day = from;
        leading += leads(role);
        offices++;
    }
    return leading == 1 || (!leading && offices == 1);
}

/* "Talks began on Monday": the noun and its first day, for "the third day of talks". */
void find_note_beginning(find_clock *clock, const find_moment *moment)
{
    static const char *const verbs[] = {"begin", "start", "open", "launch", "erupt", NULL};
    const drg_token *tokens = clock->reading->tokens;
    uint32_t head = find_head_of(clock->reading, moment->first, moment->last), verb = tokens[head].head;
    if (moment->grain > FIND_GRAIN_DAY || moment->from != moment->to || moment->dateless) return;
    bool begins = false;
    for (size_t i = 0; verb != DRG_NONE && verbs[i]; i++) begins |= base_text_is(tokens[verb].lemma, verbs[i]);
    if (!begins) return;
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        uint8_t relation = tokens[i].relation;
        bool role = relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS || relation == LANGUAGE_OBJ;
        if (tokens[i].head != verb || !role || tokens[i].upos != DRG_NOUN) continue;
        clock->begun[clock->begun_count++ % FIND_BEGUN] = (find_begun){tokens[i].lemma, moment->from, moment->anchored};
    }
}

/* The first day of what stands after "of". */
static bool begun_at(const find_clock *clock, uint32_t at, uint32_t *ret_last, find_moment *moment)
{
    const drg_token *tokens = clock->reading->tokens;
    size_t kept = clock->begun_count < FIND_BEGUN ? clock->begun_count : FIND_BEGUN;
    uint32_t noun = at;
    while (noun < clock->end && noun < at + 4 &&
           (tokens[noun].upos == DRG_DET || tokens[noun].upos == DRG_ADJ || tokens[noun].upos == DRG_PRON))
        noun++;
    for (size_t i = 0; noun < clock->end && i < kept; i++) {
        const find_begun *begun = &clock->begun[(clock->begun_count - 1 - i) % FIND_BEGUN];
        if (!base_text_equal(begun->lemma, tokens[noun].lemma)) continue;
        moment->anchor = begun->day;
        moment->anchored = DRG_ANCHOR_TEXT;
        *ret_last = noun;
        return true;
    }
    return false;
}

/* "his first day back in office", "the 100th day of his presidency", "the third day of the talks". */
bool find_read_office_day(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const terms[] = {"presidency", "premiership", "term", "tenure", "administration", NULL};
    int32_t number, begin = 0;
    uint32_t next, owner = DRG_NONE;
    if (!find_ordinal_at(clock, at, &number, &next) || number < 1 || number > 3000) return false;
    if (!find_unit_is(clock, next, FIND_DAYS) || find_plural_at(clock, next)) return false;
    moment->first = at;
    moment->last = next;
    uint32_t word = find_word_is(clock, next + 1, "back") ? next + 2 : next + 1;
    if (find_word_is(clock, word, "in") &&
        (find_word_is(clock, word + 1, "office") || find_word_is(clock, word + 1, "power"))) {
        owner = at > clock->begin ? at - 1 : DRG_NONE;
        if (owner != DRG_NONE && find_is_possessive(clock->reading, owner) && owner > clock->begin) owner--;
        word++;
    } else if (find_word_is(clock, word, "of")) {
        owner = ++word;
        if (begun_at(clock, word, &moment->last, moment)) {
            find_span_days(moment, moment->anchor + number - 1, moment->anchor + number - 1);
            return true;
        }
        while (word < clock->end && word < owner + 6 && !find_word_among(clock, word, terms)) word++;
        if (!find_word_among(clock, word, terms)) return false;
    } else
        return false;
    if (owner == DRG_NONE || !office_begin(clock, owner, &begin)) return false;
    moment->last = word;
    moment->anchor = begin;
    moment->anchored = clock->reading->day_read ? DRG_ANCHOR_DATELINE : DRG_ANCHOR_PUBLISHED;
    find_span_days(moment, begin + number - 1, begin + number - 1);
    return true;
}
