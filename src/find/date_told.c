/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: what is counted from the day of the report or from a date told before: "three days ago", "two years
 * later", "the next day", "that year", "the end of the month", "the quarter", "now". */
#include "find/moment.h"

#include <string.h>

static void set_value(find_moment *moment, const char *value)
{
    moment->grain = FIND_GRAIN_NONE;
    strcpy(moment->value, value);
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
        if (!find_unit_at(clock, at, &unit) || !find_plural_at(clock, at)) return false;
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
    if (!day_part && (!find_unit_at(clock, next, &unit) || unit < FIND_DAYS || find_plural_at(clock, next)))
        return false;
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
    if (!find_unit_is(clock, at, FIND_WEEKENDS) || find_plural_at(clock, at) || !find_word_is(clock, at - 1, "the"))
        return false;
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
        bool named = find_unit_is(clock, noun, FIND_QUARTERS) || find_word_is(clock, noun, "period");
        return read_quarter_told(clock, named ? noun : last, -1, moment);
    }
    if (!find_unit_at(clock, at, &unit) || unit < FIND_DAYS || find_plural_at(clock, at)) return false;
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
