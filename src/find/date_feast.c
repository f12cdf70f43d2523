/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, actors. Out: days that are named by something else: anniversaries, eves, days of an office. */
#include "find/moment.h"

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

/* The beginning of the office that the person held on the day of the report; false when the lists do not have it. */
static bool office_begin(const find_clock *clock, uint32_t owner, int32_t *ret_day)
{
    const find_reading *reading = clock->reading;
    uint32_t draft = reading->draft_at[owner];
    uint32_t actor = draft == DRG_NONE ? DRG_NONE : reading->drafts.items[draft].actor;
    if (actor == DRG_NONE || actor >= reading->document->actors.count || !reading->dated) return false;
    const drg_actor *person = &reading->document->actors.items[actor];
    int32_t from, to, best = INT32_MIN;
    for (size_t i = 0; i < person->role_count; i++) {
        const drg_role *role = &person->roles[i];
        if (!find_day_read(role->from, &from) || from > reading->day) continue;
        if (find_day_read(role->to, &to) && to < reading->day) continue;
        if (from > best) best = from;
    }
    *ret_day = best;
    return best != INT32_MIN;
}

/* "his first day back in office", "the 100th day of his presidency", "the third day of the talks". */
bool find_read_office_day(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const terms[] = {"presidency", "premiership", "term", "tenure", "administration", NULL};
    int32_t number, begin;
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
        while (word < clock->end && word < owner + 6 && !find_word_among(clock, word, terms)) word++;
        if (!find_word_among(clock, word, terms)) return false;
    } else
        return false;
    if (owner == DRG_NONE || !office_begin(clock, owner, &begin)) return false;
    moment->last = word;
    moment->anchor = begin;
    moment->anchored = DRG_ANCHOR_PUBLISHED;
    find_span_days(moment, begin + number - 1, begin + number - 1);
    return true;
}
