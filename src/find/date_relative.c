/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: what is told from the day of the report: "Wednesday", "last week", "the past two years",
 * "yesterday". "On Wednesday" with a past verb is the last Wednesday up to and including the day of the report, with
 * "will" the next one. */
#include "find/moment.h"

#include <string.h>

/* ---- weekdays */

static int32_t weekday_near(int32_t day, int weekday, bool ahead)
{
    int32_t back = (find_weekday(day) - weekday + 7) % 7;
    return !ahead || !back ? day - back : day + 7 - back;
}

bool find_date_in_name(const find_clock *clock, uint32_t first, uint32_t last)
{
    const find_reading *reading = clock->reading;
    if (first > clock->begin) {
        const drg_token *before = &reading->tokens[first - 1];
        bool tied = before->head == first || reading->tokens[first].head == first - 1 || before->head == last;
        bool opens = first - 1 == clock->begin && before->head != first;
        if (tied && find_is_capital(reading, first - 1) && !opens &&
            (before->upos == DRG_PROPN || before->upos == DRG_ADJ) && reading->draft_at[first - 1] == DRG_NONE &&
            find_any_time_of(reading, first - 1) == DRG_NONE)
            return true; /* "Bloody Sunday" */
    }
    if (last + 1 >= clock->end) return false;
    const drg_token *after = &reading->tokens[last + 1];
    bool tied = after->head == last || after->head == first || reading->tokens[last].head == last + 1;
    bool running = reading->document->sentences.items[clock->sentence].kind == DRG_SENTENCE_TEXT;
    bool named = after->upos == DRG_PROPN || (after->upos == DRG_NOUN && running); /* headlines may be all capitals */
    if (tied && named && find_is_capital(reading, last + 1) && find_any_time_of(reading, last + 1) == DRG_NONE)
        return true; /* "The Sunday Telegraph" */
    return find_name_part_of(reading, last + 1) == FIND_INSTITUTION && find_is_capital(reading, last + 1);
}

/* "Wednesday, April 23": the date where the weekday is that of the date. */
static bool weekday_with_date(const find_clock *clock, uint32_t at, int weekday, find_moment *moment)
{
    find_moment plain = {0};
    uint32_t date = find_comma_at(clock, at + 1) ? at + 2 : at + 1;
    if (find_word_is(clock, date, "the")) date++;
    if (date >= clock->end) return false;
    if (!find_read_month_first(clock, date, &plain) && !find_read_day_first(clock, date, &plain)) return false;
    if (plain.grain != FIND_GRAIN_DAY || plain.from != plain.to) return false;
    int32_t year, month, day;
    find_day_parts(plain.from, &year, &month, &day);
    for (int32_t i = 0; plain.anchored != DRG_ANCHOR_NONE && find_weekday(plain.from) != weekday && i < 3; i++) {
        int32_t other = find_day_number(year + i - 1, month, day); /* the year in which it is that weekday */
        if (find_weekday(other) == weekday) plain.from = plain.to = other;
    }
    *moment = plain;
    moment->first = at;
    return true;
}

bool find_read_weekday(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int weekday;
    if (!find_date_word(clock, at, FIND_WEEKDAY, &weekday) || !find_is_capital(clock->reading, at)) return false;
    if (find_date_in_name(clock, at, at)) return false;
    if (weekday_with_date(clock, at, weekday, moment)) return true;
    *moment = (find_moment){.first = at, .last = at};
    if (!find_anchor_report(clock, moment)) return false;
    find_tense tense = find_tense_at(clock, at, at);
    bool owner = at + 1 < clock->end && find_is_possessive(clock->reading, at + 1); /* "after Friday's attack" */
    bool ahead = tense == FIND_TENSE_FUTURE || (tense == FIND_TENSE_PRESENT && !owner);
    if (moment->anchored == DRG_ANCHOR_TEXT) ahead = true;
    int32_t day = weekday_near(moment->anchor, weekday, ahead);
    find_span_days(moment, day, day);
    return true;
}

/* ---- last, this, next */

static bool order_part(find_moment *moment, int order, int part)
{
    if (part < FIND_MORNING || order > 0 || (order < 0 && part != FIND_NIGHT && part != FIND_EVENING)) return false;
    int32_t day = moment->anchor - (order < 0 ? 1 : 0); /* "last night", "this morning" */
    find_span_days(moment, day, day);
    moment->kind = DRG_TIMEX_TIME;
    moment->part = (uint8_t)part;
    return true;
}

static bool order_weekday(find_moment *moment, int order, int weekday)
{
    int32_t monday = moment->anchor - (find_weekday(moment->anchor) - 1);
    int32_t found = monday + weekday - 1 + (order > 0 ? 7 : 0);
    if (order < 0 && found >= moment->anchor) found -= 7;
    find_span_days(moment, found, found);
    return true;
}

static bool order_month(find_moment *moment, int order, int month)
{
    int32_t year, this_month, day;
    find_day_parts(moment->anchor, &year, &this_month, &day);
    if (order < 0 && month >= this_month) year--;
    if (order > 0 && month <= this_month) year++;
    find_span_month(moment, year, month);
    return true;
}

static bool order_season(find_moment *moment, int order, int season)
{
    int32_t year, month, day;
    find_day_parts(moment->anchor, &year, &month, &day);
    int32_t now = year * 4 + (month + 9) % 12 / 3 - (month < 3 ? 4 : 0); /* seasons since spring of year 0 */
    int32_t found = year * 4 + season - 1;
    if (season == 4 && month < 3) found -= 4;
    if (order < 0 && found >= now) found -= 4;
    if (order > 0 && found <= now) found += 4;
    find_span_season(moment, found / 4, found % 4 + 1);
    return true;
}

static bool order_holiday(const find_clock *clock, uint32_t at, int order, find_moment *moment)
{
    int32_t year, month, day, first, days;
    uint32_t holiday = find_holiday_at(clock, at, &moment->last);
    if (holiday == DRG_NONE) return false;
    find_day_parts(moment->anchor, &year, &month, &day);
    for (int32_t i = -1; i <= 1; i++) {
        int32_t tried = order < 0 ? year - i : year + i;
        if (!find_holiday_day(clock->reading->lists, holiday, tried, &first, &days)) continue;
        if ((order < 0 && first >= moment->anchor) || (order > 0 && first <= moment->anchor)) continue;
        if (order == 0 && tried != year) continue;
        find_span_days(moment, first, first + days - 1);
        return true;
    }
    return false;
}

static bool order_name(const find_clock *clock, uint32_t at, int order, find_moment *moment)
{
    int value;
    moment->last = at;
    if (find_date_word(clock, at, FIND_WEEKDAY, &value)) {
        bool coming = find_word_is(clock, at - 1, "coming");
        if (coming)
            find_span_days(moment, weekday_near(moment->anchor, value, true),
                           weekday_near(moment->anchor, value, true));
        return coming || order_weekday(moment, order, value);
    }
    if (find_month_at(clock, at, &value)) return order_month(moment, order, value);
    if (find_date_word(clock, at, FIND_SEASON, &value)) return order_season(moment, order, value);
    if (find_date_word(clock, at, FIND_PART, &value)) return order_part(moment, order, value);
    return find_capital_at(clock, at) && order_holiday(clock, at, order, moment);
}

/* The day so many units before or after; a half is one of a year. */
static int32_t day_away(int32_t from, int32_t count, bool half, find_unit unit)
{
    static const int32_t days[FIND_UNIT_COUNT] = {[FIND_DAYS] = 1, [FIND_WEEKS] = 7, [FIND_FORTNIGHTS] = 14};
    static const int32_t months[FIND_UNIT_COUNT] = {
        [FIND_MONTHS] = 1, [FIND_QUARTERS] = 3, [FIND_YEARS] = 12, [FIND_DECADES] = 120, [FIND_CENTURIES] = 1200};
    int32_t year, month, day;
    if (!months[unit]) return from + count * days[unit];
    find_day_parts(from, &year, &month, &day);
    int32_t index = year * 12 + month - 1 + count * months[unit];
    if (half) index += (count < 0 ? -months[unit] : months[unit]) / 2;
    if (index < 12) return find_day_number(1, 1, 1);
    int32_t length = find_month_length(index / 12, index % 12 + 1);
    return find_day_number(index / 12, index % 12 + 1, day < length ? day : length);
}

/* "the past two weeks", "the next three days": a length that ends or begins at the anchor. */
static bool order_length(const find_clock *clock, uint32_t at, int order, find_moment *moment)
{
    find_amount amount = {.next = at, .number = FIND_SOME};
    find_unit unit;
    int filler;
    bool counted = find_amount_at(clock, at, &amount);
    if (!counted) amount = (find_amount){.next = at, .number = FIND_SOME};
    while (find_date_word(clock, amount.next, FIND_FILLER, &filler)) amount.next++;
    if (!find_unit_at(clock, amount.next, &unit) || order == 0) return false;
    if (!counted && !find_plural_at(clock, amount.next)) return false;
    if (counted && (find_word_is(clock, at, "a") || find_word_is(clock, at, "an")) && amount.number == 1) return false;
    moment->last = amount.next;
    moment->kind = DRG_TIMEX_DURATION;
    moment->mod = amount.mod;
    find_length_value(amount.number, amount.half, unit, moment->value);
    if (amount.number == FIND_SOME || unit < FIND_DAYS || unit == FIND_WEEKENDS || unit > FIND_CENTURIES) return true;
    if (amount.number > 999) return true;
    int32_t end = day_away(moment->anchor, order * amount.number, amount.half, unit);
    moment->from = order < 0 ? end : moment->anchor;
    moment->to = order < 0 ? moment->anchor : end;
    moment->grain = unit == FIND_DAYS         ? FIND_GRAIN_DAY
                    : unit <= FIND_FORTNIGHTS ? FIND_GRAIN_WEEK
                    : unit <= FIND_QUARTERS   ? FIND_GRAIN_MONTH
                                              : FIND_GRAIN_YEAR;
    return true;
}

/* "This weekend they met", said on a Tuesday. */
static bool order_this_weekend(const find_clock *clock, uint32_t at, find_moment *moment)
{
    bool gone = find_tense_at(clock, moment->first, at) == FIND_TENSE_PAST && find_weekday(moment->anchor) < 5;
    moment->last = at;
    find_span_weekend(moment, moment->anchor - (gone ? 7 : 0));
    return true;
}

bool find_read_ordered(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int order, other;
    find_unit unit;
    if (!find_date_word(clock, at, FIND_ORDER, &order)) return false;
    uint8_t upos = clock->reading->tokens[at].upos;
    if ((upos == DRG_VERB || upos == DRG_ADP) && find_word_is(clock, at, "following"))
        return false; /* "following Friday's vote" */
    uint32_t next = at + 1;
    if (order == 0 && find_date_word(clock, next, FIND_ORDER, &other) && other) { /* "this coming Sunday" */
        order = other;
        next++;
    }
    moment->first = at;
    bool anaphoric = find_word_is(clock, at, "previous") || find_word_is(clock, at, "following") ||
                     find_word_is(clock, at, "preceding") || find_word_is(clock, at, "ensuing");
    bool told = anaphoric && find_anchor_told(clock, moment);
    bool years = clock->history && find_date_word(clock, next, FIND_UNIT, &other) && other >= FIND_YEARS;
    if (!told && !(years ? find_anchor(clock, moment) : find_anchor_report(clock, moment))) return false;
    if (find_word_is(clock, next, "fiscal") || find_word_is(clock, next, "calendar") ||
        find_word_is(clock, next, "full"))
        next++;
    if (find_unit_at(clock, next, &unit) && unit >= FIND_DAYS && !find_plural_at(clock, next)) {
        if (find_word_is(clock, next + 1, "of")) return false; /* "the last year of his term" */
        if (unit == FIND_WEEKENDS && order == 0) return order_this_weekend(clock, next, moment);
        if (unit == FIND_DAYS && !anaphoric) return false; /* "the next day" is told from another */
        if (find_word_is(clock, at, "past") && unit == FIND_DECADES) return order_length(clock, next, order, moment);
        moment->last = next;
        int32_t step = find_word_is(clock, at, "past") && unit == FIND_WEEKS ? 0 : order;
        return find_span_unit(moment, moment->anchor, unit, unit == FIND_WEEKS && !step ? order : order);
    }
    if (order_length(clock, next, order, moment)) return true;
    return order_name(clock, next, order, moment);
}

/* ---- yesterday, today, tomorrow */

bool find_read_day_word(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int offset;
    if (!find_date_word(clock, at, FIND_DAY, &offset)) return false;
    if (find_is_capital(clock->reading, at) && at > clock->begin && clock->reading->tokens[at].upos == DRG_PROPN)
        return false; /* "USA Today" */
    if (clock->history && offset == 0) return false;
    moment->first = moment->last = at;
    if (!find_anchor_report(clock, moment)) return false;
    find_span_days(moment, moment->anchor + offset, moment->anchor + offset);
    if (find_word_is(clock, at, "tonight")) {
        moment->kind = DRG_TIMEX_TIME;
        moment->part = FIND_NIGHT;
    }
    return true;
}
