/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, a year. Out: which holiday they name, and its days in that year, from data/time/holidays.tsv and
 * data/time/moving.tsv (see time_builder.c for the keys under which the table of date words holds them). */
#include "find/holiday.h"

#include "find/moment.h"

#include <stdio.h>

static uint32_t get(const find_lists *lists, const find_key *key)
{
    return key->broken ? DRG_NONE : model_table_get(&lists->times, (drg_text){key->bytes, key->size});
}

uint32_t find_holiday_at(const find_clock *clock, uint32_t at, uint32_t *ret_last)
{
    const find_reading *reading = clock->reading;
    find_key key = {0};
    uint32_t found = DRG_NONE;
    find_key_add(&key, find_wording(reading, at));
    key.broken |= key.size + 1 >= FIND_KEY_BYTES;
    if (key.broken || !key.size) return DRG_NONE;
    key.bytes[key.size++] = '\n'; /* the mark of a first word */
    if (get(reading->lists, &key) == DRG_NONE) return DRG_NONE;
    key.size--;
    for (uint32_t last = at; last < clock->end && last < at + FIND_HOLIDAY_TOKENS; last++) {
        if (last > at) {
            drg_text gap = base_text_slice(reading->document->source.text, reading->tokens[last - 1].span.end,
                                           reading->tokens[last].span.begin);
            find_key_add(&key, gap.size ? BASE_LITERAL(" ") : gap);
            find_key_add(&key, find_wording(reading, last));
        }
        uint32_t packed = get(reading->lists, &key);
        if (packed == DRG_NONE || find_time_kind_of(packed) != FIND_HOLIDAY) continue;
        found = (uint32_t)find_time_value_of(packed);
        *ret_last = last;
    }
    return found;
}

/* The rule of the holiday, or its day in the year, under "\t12" or "\t12/2024". */
static uint32_t number_of(const find_lists *lists, uint32_t holiday, int32_t year)
{
    char name[40];
    int size =
        year ? snprintf(name, sizeof name, "\t%u/%d", holiday, year) : snprintf(name, sizeof name, "\t%u", holiday);
    return size > 0 ? model_table_get(&lists->times, (drg_text){name, (size_t)size}) : DRG_NONE;
}

bool find_holiday_day(const find_lists *lists, uint32_t holiday, int32_t year, int32_t *ret_first, int32_t *ret_days)
{
    uint32_t packed = number_of(lists, holiday, 0);
    if (packed == DRG_NONE || year < 1 || year > 9999) return false;
    find_holiday rule = find_holiday_unpack(packed);
    *ret_days = rule.days ? rule.days : 1;
    switch (rule.rule) {
    case FIND_HOLIDAY_FIXED: *ret_first = find_day_number(year, rule.month, rule.number); return true;
    case FIND_HOLIDAY_WEEKDAY:
        *ret_first = find_weekday_of_month(year, rule.month, rule.weekday, rule.number);
        return true;
    case FIND_HOLIDAY_EASTER: *ret_first = find_easter(year) + rule.number; return true;
    case FIND_HOLIDAY_EASTER_JULIAN: *ret_first = find_easter_julian(year) + rule.number; return true;
    case FIND_HOLIDAY_MOVING: {
        uint32_t day = number_of(lists, holiday, year);
        if (day == DRG_NONE) return false;
        *ret_first = find_day_number(year, 1, 1) + (int32_t)(day % FIND_HOLIDAY_DAYS);
        if (day / FIND_HOLIDAY_DAYS) *ret_days = (int32_t)(day / FIND_HOLIDAY_DAYS);
        return true;
    }
    default: return false;
    }
}
