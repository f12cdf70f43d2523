/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: what is told from the day of the report ("last week", "three days ago", "Wednesday") or from a date
 * told before ("the next day", "two years later"). "On Wednesday" with a past verb is the last Wednesday up to and
 * including the day of the report, with "will" the next one. */
#include "find/moment.h"

#include <string.h>

static bool is_plural(const find_clock *clock, uint32_t at)
{
    drg_text word = find_wording(clock->reading, at);
    return word.size > 1 && (word.data[word.size - 1] == 's' || word.data[word.size - 1] == 'S');
}

static bool unit_is(const find_clock *clock, uint32_t at, find_unit unit)
{
    int value;
    return find_date_word(clock, at, FIND_UNIT, &value) && value == (int)unit;
}

static void set_value(find_moment *moment, const char *value)
{
    moment->grain = FIND_GRAIN_NONE;
    strcpy(moment->value, value);
}

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
    return find_is_capital(clock->reading, at) && order_holiday(clock, at, order, moment);
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
    if (!counted && !is_plural(clock, amount.next)) return false;
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
    if (find_unit_at(clock, next, &unit) && unit >= FIND_DAYS && !is_plural(clock, next)) {
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

/* ---- so long before or after */

/* The moment `count` units from the anchor: as wide as the unit. */
static bool span_distance(find_moment *moment, int32_t count, find_unit unit)
{
    return unit >= FIND_DAYS && find_span_unit(moment, moment->anchor, unit, count);
}

/* "a year earlier" of a quarter is a quarter, of a month a month. */
static bool keep_grain(const find_told *told, int32_t years, find_moment *moment)
{
    int32_t year, month, day;
    find_day_parts(told->day, &year, &month, &day);
    if (told->grain == FIND_GRAIN_QUARTER)
        find_span_quarter(moment, year + years, (month + 2) / 3);
    else if (told->grain == FIND_GRAIN_MONTH)
        find_span_month(moment, year + years, month);
    else
        return false;
    return true;
}

static bool near(const find_clock *clock, const find_told *told, uint32_t sentences)
{
    return told->set && told->sentence + sentences >= clock->sentence;
}

static bool distance_ago(const find_clock *clock, const find_amount *amount, find_unit unit, find_moment *moment)
{
    if (amount->number == FIND_SOME) {
        set_value(moment, "PAST_REF");
        return true;
    }
    if (!find_anchor_report(clock, moment)) return false;
    if (unit == FIND_YEARS && amount->number == 1 && near(clock, &clock->quarter, 2) &&
        keep_grain(&clock->quarter, -1, moment))
        return true;
    if (unit == FIND_DECADES && amount->number <= 100) { /* "two decades ago" is not so exact */
        moment->mod = DRG_MOD_APPROX;
        return span_distance(moment, -10 * amount->number, FIND_YEARS);
    }
    return span_distance(moment, -amount->number, unit);
}

static bool distance_told(const find_clock *clock, const find_amount *amount, find_unit unit, int direction,
                          find_moment *moment)
{
    if (amount->number == FIND_SOME || unit < FIND_DAYS) {
        set_value(moment, direction > 0 ? "FUTURE_REF" : "PAST_REF");
        return true;
    }
    if (unit == FIND_YEARS && amount->number == 1 && direction < 0 && near(clock, &clock->quarter, 2)) {
        moment->anchor = clock->quarter.day;
        moment->anchored = DRG_ANCHOR_TEXT;
        return keep_grain(&clock->quarter, -1, moment);
    }
    if (!find_anchor_told(clock, moment)) {
        bool last_year = unit == FIND_YEARS && direction < 0 && !clock->history;
        return last_year && find_anchor(clock, moment) && span_distance(moment, -amount->number, unit);
    }
    if (unit <= FIND_WEEKS && clock->told.grain > FIND_GRAIN_WEEK) return false;
    if (unit == FIND_WEEKS && clock->told.grain == FIND_GRAIN_DAY && clock->history) { /* counted in days */
        int32_t day = moment->anchor + 7 * direction * amount->number;
        find_span_days(moment, day, day);
        return true;
    }
    return span_distance(moment, direction * amount->number, unit);
}

/* "two days before Christmas", "the day after April 6". */
static bool distance_from_date(const find_clock *clock, uint32_t at, const find_amount *amount, find_unit unit,
                               int direction, find_moment *moment)
{
    find_moment date = {0};
    uint32_t next = find_word_is(clock, at, "the") ? at + 1 : at;
    if (amount->number == FIND_SOME || next >= clock->end) return false;
    if (!find_read_absolute(clock, next, &date) && !find_read_day_word(clock, next, &date) &&
        !find_read_ordered(clock, next, &date))
        return false;
    if (date.grain != FIND_GRAIN_DAY && (date.grain == FIND_GRAIN_NONE || unit != FIND_YEARS)) return false;
    moment->anchor = date.from;
    moment->anchored = date.anchored;
    if (!span_distance(moment, direction * amount->number, unit)) return false;
    if (moment->anchored != DRG_ANCHOR_NONE) moment->anchor = date.anchor;
    moment->last = date.last;
    return true;
}

bool find_read_distance(const find_clock *clock, uint32_t at, find_moment *moment)
{
    find_amount amount;
    find_unit unit;
    int direction, filler;
    if (find_word_is(clock, at, "day") && find_word_is(clock, at - 1, "the"))
        amount = (find_amount){.number = 1, .next = at};
    else if (!find_amount_at(clock, at, &amount)) {
        if (!find_unit_at(clock, at, &unit) || !is_plural(clock, at)) return false;
        amount = (find_amount){.number = FIND_SOME, .next = at};
    }
    if (find_hyphen_at(clock, amount.next)) return false;
    while (find_date_word(clock, amount.next, FIND_FILLER, &filler)) amount.next++;
    if (!find_unit_at(clock, amount.next, &unit) || amount.number > 9999) return false;
    uint32_t next = amount.next + 1;
    if (find_word_is(clock, next, "or") && find_word_is(clock, next + 1, "so")) next += 2;
    moment->first = at;
    moment->mod = amount.mod;
    if (find_word_is(clock, next, "from") && find_word_is(clock, next + 1, "now")) {
        moment->last = next + 1;
        return amount.number != FIND_SOME && find_anchor(clock, moment) && span_distance(moment, amount.number, unit);
    }
    if (!find_date_word(clock, next, FIND_AFTER, &direction)) return false;
    moment->last = next;
    if (direction == -2) return distance_ago(clock, &amount, unit, moment);
    bool bare = find_word_is(clock, next, "later") || find_word_is(clock, next, "earlier");
    if (!bare && distance_from_date(clock, next + 1, &amount, unit, direction, moment)) return true;
    moment->last = next;
    uint8_t after = next + 1 < clock->end ? clock->reading->tokens[next + 1].upos : DRG_PUNCT;
    if (!bare && after != DRG_PUNCT) return false; /* "two days after the attack" */
    if (!bare && (!clock->day.set || clock->day.sentence != clock->sentence))
        return false; /* "talks on the day after" */
    return distance_told(clock, &amount, unit, direction, moment);
}

/* ---- from a date told before */

/* "the next day", "that year", "the same month", "the following morning": from the date told before. */
bool find_read_told_day(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int order = 0, part;
    find_unit unit = FIND_UNIT_NONE;
    bool same = find_word_is(clock, at, "same") || find_word_is(clock, at, "that");
    if (find_word_is(clock, at, "that") && find_word_is(clock, at + 1, "same")) {
        moment->first = at++;
    } else
        moment->first = at;
    bool ordered = !same && find_word_is(clock, at - 1, "the") && find_date_word(clock, at, FIND_ORDER, &order) &&
                   order && !find_word_is(clock, at, "last") && !find_word_is(clock, at, "past") &&
                   !find_word_is(clock, at, "coming");
    if (!same && !ordered) return false;
    uint32_t next = at + 1;
    moment->last = next;
    bool day_part = find_date_word(clock, next, FIND_PART, &part) && part > 0;
    if (!day_part && (!find_unit_at(clock, next, &unit) || unit < FIND_DAYS || is_plural(clock, next))) return false;
    if (!find_anchor_told(clock, moment)) return false;
    if (!day_part && unit != FIND_DAYS) return find_span_unit(moment, moment->anchor, unit, order);
    if (clock->told.grain > FIND_GRAIN_DAY || !near(clock, &clock->day, clock->history ? 3 : 1)) return false;
    moment->anchor = clock->day.day;
    find_span_days(moment, moment->anchor + order, moment->anchor + order);
    if (!day_part) return true;
    moment->kind = DRG_TIMEX_TIME;
    moment->part = (uint8_t)part;
    return true;
}

bool find_read_weekend(const find_clock *clock, uint32_t at, find_moment *moment)
{
    if (!unit_is(clock, at, FIND_WEEKENDS) || is_plural(clock, at) || !find_word_is(clock, at - 1, "the")) return false;
    moment->first = moment->last = at;
    if (!find_anchor(clock, moment) || clock->history) return false;
    find_tense tense = find_tense_at(clock, at, at);
    if (tense == FIND_TENSE_UNKNOWN || tense == FIND_TENSE_PRESENT) return false;
    bool last = tense == FIND_TENSE_PAST && find_weekday(moment->anchor) < 6;
    find_span_weekend(moment, moment->anchor - (last ? 7 : 0));
    return true;
}

/* The quarter that a business report speaks of: the one told, else the last that had ended. */
static bool read_quarter_told(const find_clock *clock, uint32_t at, int32_t years, find_moment *moment)
{
    int32_t year, month, day;
    moment->last = at;
    if (clock->quarter.set) {
        moment->anchor = clock->quarter.day;
        moment->anchored = DRG_ANCHOR_TEXT;
        return keep_grain(&clock->quarter, years, moment);
    }
    if (!find_anchor(clock, moment) || clock->history || years) return false;
    find_day_parts(moment->anchor, &year, &month, &day);
    find_span_quarter(moment, year, (month + 2) / 3 - 1);
    return true;
}

/* "the end of the year", "later in the month", "the quarter", "the year-ago quarter". */
bool find_read_of_unit(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const parts[] = {"end",   "beginning", "start", "middle", "rest",  "later",     "earlier",
                                        "early", "late",      "half",  "part",   "close", "remainder", NULL};
    find_unit unit;
    moment->first = moment->last = at;
    if (find_word_is(clock, at, "year") &&
        (find_hyphen_at(clock, at + 1) ? find_word_is(clock, at + 2, "ago") || find_word_is(clock, at + 2, "earlier")
                                       : false)) {
        uint32_t last = at + 2, noun = last + 1;
        bool named = unit_is(clock, noun, FIND_QUARTERS) || find_word_is(clock, noun, "period");
        return read_quarter_told(clock, named ? noun : last, -1, moment);
    }
    if (!find_unit_at(clock, at, &unit) || unit < FIND_DAYS || is_plural(clock, at)) return false;
    bool day = find_word_is(clock, at - 2, "in") &&
               (find_word_is(clock, at - 3, "later") || find_word_is(clock, at - 3, "earlier"));
    if (unit == FIND_DAYS && !day) return false;
    bool end =
        (find_is_possessive(clock->reading, at + 1 < clock->end ? at + 1 : at) && find_word_is(clock, at + 2, "end")) ||
        (find_hyphen_at(clock, at + 1) && find_word_is(clock, at + 2, "end")) || find_word_is(clock, at + 1, "end");
    if (end && (unit == FIND_YEARS || unit == FIND_MONTHS)) {
        if (!find_anchor(clock, moment) || !find_span_unit(moment, moment->anchor, unit, 0)) return false;
        moment->last = find_word_is(clock, at + 1, "end") ? at + 1 : at + 2;
        moment->mod = DRG_MOD_END;
        return true;
    }
    if (unit == FIND_QUARTERS && find_word_is(clock, at - 1, "latest") && read_quarter_told(clock, at, 0, moment)) {
        moment->first--;
        return true;
    }
    if (!find_word_is(clock, at - 1, "the")) return false;
    if (unit == FIND_QUARTERS && read_quarter_told(clock, at, 0, moment)) return true;
    bool of = find_word_is(clock, at - 2, "of") || find_word_is(clock, at - 2, "in");
    if (!of || !find_word_among(clock, at - 3, parts) || find_word_is(clock, at + 1, "of")) return false;
    return find_anchor(clock, moment) && find_span_unit(moment, moment->anchor, unit, 0);
}

/* ---- feasts of days */

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
    if (!unit_is(clock, next, FIND_DAYS) || is_plural(clock, next)) return false;
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

/* ---- now, then */

bool find_read_reference(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const values[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    int value;
    moment->first = moment->last = at;
    if (find_word_is(clock, at, "past") && find_word_is(clock, at - 1, "the") && find_word_is(clock, at - 2, "in") &&
        clock->reading->tokens[at].upos == DRG_NOUN) {
        set_value(moment, "PAST_REF");
        return true;
    }
    if (!find_date_word(clock, at, FIND_REFERENCE, &value) || value < -1 || value > 1) return false;
    uint8_t upos = clock->reading->tokens[at].upos;
    if (upos == DRG_PROPN || upos == DRG_SCONJ || upos == DRG_INTJ || upos == DRG_VERB) return false;
    static const char *const before[] = {"the", "near", "foreseeable", "distant", NULL};
    bool noun = find_word_is(clock, at, "future") || find_word_is(clock, at, "present");
    uint8_t next = at + 1 < clock->end ? clock->reading->tokens[at + 1].upos : DRG_PUNCT;
    if (noun && (!find_word_among(clock, at - 1, before) || next == DRG_NOUN || next == DRG_ADJ)) return false;
    if (noun && find_word_is(clock, at + 1, "of")) return false; /* "the future of Gaza" */
    set_value(moment, values[value + 1]);
    if (noun && !find_word_is(clock, at - 1, "the")) moment->first--; /* "near" */
    return true;
}
