/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: lengths of time ("three years", "months of talks") and what recurs ("every Friday", "daily"). They
 * are no days of the calendar: only their TIMEX3 value is known. */
#include "find/moment.h"

#include <stdio.h>
#include <string.h>

static bool is_one(const find_clock *clock, uint32_t at)
{
    return find_word_is(clock, at, "a") || find_word_is(clock, at, "an");
}

/* "20,000 barrels a day": what is counted comes right before. */
static bool is_rate(const find_clock *clock, uint32_t at)
{
    if (!is_one(clock, at) || at == clock->begin) return false;
    uint8_t upos = clock->reading->tokens[at - 1].upos;
    bool counted = upos == DRG_NOUN || upos == DRG_NUM || upos == DRG_SYM;
    return counted && !find_word_is(clock, at - 1, "half");
}

/* "years of war", "for months", "in days". */
static bool stands_for_length(const find_clock *clock, uint32_t at)
{
    static const char *const before[] = {"for",  "in",    "within", "of",      "over",    "after", "took",
                                         "take", "last",  "lasted", "several", "through", "by",    "and",
                                         "or",   "spent", "recent", "early",   "first",   "final", NULL};
    static const char *const behind[] = {"of", "long", "after", "before", "ahead", "-", "or", "until", NULL};
    return find_word_among(clock, at - 1, before) || find_word_among(clock, at + 1, behind);
}

/* "-long", "-old": part of the length. */
static uint32_t with_tail(const find_clock *clock, uint32_t last, bool *ret_age)
{
    int value;
    uint32_t next = find_hyphen_at(clock, last + 1) ? last + 2 : last + 1;
    bool old = find_word_is(clock, next, "old");
    *ret_age = old && !find_date_word(clock, next + 1, FIND_LASTING, &value); /* "a six-year-old boy" */
    return old || find_word_is(clock, next, "long") ? next : last;
}

/* "their three-year-long war": it goes on, and began about then. */
static void begin_of_long(const find_clock *clock, const find_amount *amount, find_unit unit, uint32_t at,
                          find_moment *moment)
{
    int32_t year, month, day;
    find_moment probe = {0};
    if (!find_word_is(clock, moment->last, "long") && !find_word_is(clock, moment->last, "old")) return;
    if (clock->history || unit != FIND_YEARS || amount->number < 1 || amount->number > 200 ||
        !find_anchor(clock, &probe))
        return;
    uint8_t before = at > clock->begin ? clock->reading->tokens[at - 1].upos : DRG_PUNCT;
    uint8_t noun = moment->last + 1 < clock->end ? clock->reading->tokens[moment->last + 1].upos : DRG_PUNCT;
    if ((before != DRG_PRON && before != DRG_DET && before != DRG_PART) || is_one(clock, at - 1) || noun != DRG_NOUN)
        return;
    find_day_parts(probe.anchor, &year, &month, &day);
    find_span_year(moment, year - amount->number);
    moment->open_end = true;
    moment->mod = DRG_MOD_APPROX;
    moment->anchor = probe.anchor;
    moment->anchored = probe.anchored;
}

/* "half an hour", "half a year". */
static bool read_half(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const values[FIND_UNIT_COUNT] = {
        [FIND_MINUTES] = "PT30S", [FIND_HOURS] = "PT30M", [FIND_DAYS] = "PT12H",
        [FIND_YEARS] = "P6M",     [FIND_DECADES] = "P5Y", [FIND_CENTURIES] = "P50Y"};
    find_unit unit;
    uint32_t next = is_one(clock, at + 1) || find_hyphen_at(clock, at + 1) ? at + 2 : at + 1;
    if (!find_word_is(clock, at, "half") || next == at + 1) return false;
    if (!find_unit_at(clock, next, &unit) || !values[unit]) return false;
    moment->first = at;
    moment->last = next;
    moment->kind = DRG_TIMEX_DURATION;
    strcpy(moment->value, values[unit]);
    return true;
}

bool find_read_length(const find_clock *clock, uint32_t at, find_moment *moment)
{
    if (read_half(clock, at, moment)) return true;
    find_amount amount;
    find_unit unit;
    int filler;
    bool age, counted = find_amount_at(clock, at, &amount);
    if (!counted && find_word_is(clock, at, "recent")) {
        counted = true;
        amount = (find_amount){.number = FIND_SOME, .next = at + 1};
    }
    if (!counted) amount = (find_amount){.number = FIND_SOME, .next = at};
    if (find_hyphen_at(clock, amount.next)) amount.next++;
    if (counted)
        while (find_date_word(clock, amount.next, FIND_FILLER, &filler)) amount.next++;
    if (!find_unit_at(clock, amount.next, &unit)) return false;
    if (find_hyphen_at(clock, amount.next + 1) &&
        (find_word_is(clock, amount.next + 2, "earlier") || find_word_is(clock, amount.next + 2, "ago")))
        return false; /* "a year-earlier loss" */
    bool plural = find_plural_at(clock, amount.next);
    if (unit == FIND_SECONDS && (amount.number == 1 || !plural)) return false; /* "a second term" */
    if (amount.number == FIND_SOME && !plural && !find_hyphen_at(clock, amount.next - 1)) return false;
    if (!counted && !stands_for_length(clock, at)) return false;
    if (unit == FIND_QUARTERS && is_one(clock, at)) return false; /* "a quarter of the votes" */
    if (unit == FIND_QUARTERS && find_word_is(clock, amount.next + 1, "of")) return false;
    if (find_word_is(clock, at, "one") && unit == FIND_DAYS && find_word_is(clock, at - 1, "this")) return false;
    moment->first = at;
    moment->last = with_tail(clock, amount.next, &age);
    if (age) return false;
    if (find_word_is(clock, moment->last + 1, "and") && find_word_is(clock, moment->last + 2, "a") &&
        find_word_is(clock, moment->last + 3, "half")) {
        amount.half = true;
        moment->last += 3;
    }
    bool rate = is_rate(clock, at);
    moment->kind = rate ? DRG_TIMEX_SET : DRG_TIMEX_DURATION;
    moment->mod = amount.mod;
    find_length_value(amount.number, amount.half, unit, moment->value);
    if (!rate) begin_of_long(clock, &amount, unit, at, moment);
    return true;
}

/* ---- what recurs */

static void set_weekday(find_moment *moment, int weekday, int part)
{
    static const char *const parts[] = {"", "TMO", "TAF", "TEV", "TNI", "TDT"};
    snprintf(moment->value, sizeof moment->value, "XXXX-WXX-%d%s", weekday, parts[part >= 0 && part <= 5 ? part : 0]);
}

/* "Fridays", "Tuesday nights". */
static bool set_of_weekdays(const find_clock *clock, uint32_t at, bool each, find_moment *moment)
{
    int weekday, part = 0;
    if (!find_capital_at(clock, at)) return false;
    drg_text word = find_wording(clock->reading, at), lemma = clock->reading->tokens[at].lemma;
    bool plural = word.size > 4 && word.data[word.size - 1] == 's' && lemma.size + 1 == word.size;
    if (!find_date_word(clock, at, FIND_WEEKDAY, &weekday)) {
        uint32_t packed = DRG_NONE;
        char lower[16];
        if (!plural || word.size > sizeof lower) return false;
        for (size_t i = 0; i + 1 < word.size; i++) lower[i] = (char)(word.data[i] | 32);
        packed = model_table_get(&clock->reading->lists->times, (drg_text){lower, word.size - 1});
        if (packed == DRG_NONE || find_time_kind_of(packed) != FIND_WEEKDAY) return false;
        weekday = find_time_value_of(packed);
        each = true;
    }
    moment->last = at;
    bool parted = find_date_word(clock, at + 1, FIND_PART, &part) && part > 0;
    if (parted) moment->last = at + 1;
    if (!each && !(parted && find_plural_at(clock, at + 1))) return false;
    set_weekday(moment, weekday, parted ? part : 0);
    return true;
}

static bool set_of_units(const find_clock *clock, uint32_t at, find_moment *moment)
{
    find_amount amount = {.number = 1, .next = at};
    find_unit unit;
    int value;
    if (find_word_is(clock, at, "other"))
        amount = (find_amount){.number = 2, .next = at + 1};
    else
        find_amount_at(clock, at, &amount);
    if (amount.next == at || !amount.number) amount = (find_amount){.number = 1, .next = at};
    moment->last = amount.next;
    if (find_unit_at(clock, amount.next, &unit)) {
        find_length_value(amount.number, false, unit, moment->value);
        return true;
    }
    if (find_month_at(clock, at, &value)) {
        snprintf(moment->value, sizeof moment->value, "XXXX-%02d", value < 0 ? 0 : value % 100);
        moment->last = at;
        return true;
    }
    if (find_date_word(clock, at, FIND_SEASON, &value)) {
        static const char *const seasons[] = {"XXXX", "XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
        strcpy(moment->value, seasons[value >= 0 && value <= 4 ? value : 0]);
        moment->last = at;
        return true;
    }
    static const char *const parts[] = {"", "TMO", "TAF", "TEV", "TNI", "TDT"};
    if (!find_date_word(clock, at, FIND_PART, &value) || value < 1 || value > 5) return false;
    snprintf(moment->value, sizeof moment->value, "XXXX-XX-XX%s", parts[value]);
    moment->last = at;
    return true;
}

bool find_read_set(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int value;
    moment->first = moment->last = at;
    moment->kind = DRG_TIMEX_SET;
    if (find_date_word(clock, at, FIND_RATE, &value)) { /* "daily" */
        if (find_is_capital(clock->reading, at) && at > clock->begin) return false;
        if (value < 1 || value >= FIND_UNIT_COUNT) return false;
        find_length_value(1, false, (find_unit)value, moment->value);
        return true;
    }
    if (find_date_word(clock, at, FIND_EACH, &value))
        return set_of_weekdays(clock, at + 1, true, moment) || set_of_units(clock, at + 1, moment);
    return set_of_weekdays(clock, at, false, moment);
}
