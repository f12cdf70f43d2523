/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a moment, or a length. Out: its TIMEX3 value (TimeML 1.2.1, section 2.3; ISO 8601 with its additions: "WE" for
 * weekends, SP SU FA WI for seasons, Q and H for quarters and halves, MO AF EV NI DT for parts of a day), and how exact
 * it is. */
#include "find/moment.h"

#include <stdio.h>
#include <string.h>

static void write_clock(const find_moment *moment, const char *day, char ret_value[DRG_VALUE_SIZE])
{
    if (moment->minute < 0)
        snprintf(ret_value, DRG_VALUE_SIZE, "%sT%02d", day, moment->hour);
    else
        snprintf(ret_value, DRG_VALUE_SIZE, "%sT%02d:%02d", day, moment->hour, moment->minute);
}

static void write_day(const find_moment *moment, char ret_value[DRG_VALUE_SIZE])
{
    static const char *const parts[] = {"", "TMO", "TAF", "TEV", "TNI", "TDT"};
    char day[11] = "XXXX-XX-XX";
    if (!moment->dateless && !find_day_write(moment->from, day)) return;
    if (moment->grain == FIND_GRAIN_CLOCK)
        write_clock(moment, day, ret_value);
    else
        snprintf(ret_value, DRG_VALUE_SIZE, "%s%s", day, parts[moment->part <= FIND_DAYTIME ? moment->part : 0]);
}

static void write_week(const find_moment *moment, char ret_value[DRG_VALUE_SIZE])
{
    int32_t year, week;
    find_week_of(moment->from, &year, &week);
    snprintf(ret_value, DRG_VALUE_SIZE, "%04d-W%02d%s", year, week, moment->grain == FIND_GRAIN_WEEKEND ? "-WE" : "");
}

void find_moment_value(const find_moment *moment, char ret_value[DRG_VALUE_SIZE])
{
    static const char *const seasons[] = {"", "SP", "SU", "FA", "WI"};
    int32_t year, month, day;
    memcpy(ret_value, moment->value, DRG_VALUE_SIZE);
    if (moment->value[0]) return;
    find_day_parts(moment->from, &year, &month, &day);
    switch (moment->grain) {
    case FIND_GRAIN_NONE: return;
    case FIND_GRAIN_CLOCK:
    case FIND_GRAIN_DAY: write_day(moment, ret_value); return;
    case FIND_GRAIN_WEEKEND:
    case FIND_GRAIN_WEEK: write_week(moment, ret_value); return;
    case FIND_GRAIN_MONTH: snprintf(ret_value, DRG_VALUE_SIZE, "%04d-%02d", year, month); return;
    case FIND_GRAIN_SEASON:
        snprintf(ret_value, DRG_VALUE_SIZE, "%04d-%s", year, seasons[moment->season & 3 ? moment->season & 3 : 4]);
        return;
    case FIND_GRAIN_QUARTER: snprintf(ret_value, DRG_VALUE_SIZE, "%04d-Q%d", year, (month + 2) / 3); return;
    case FIND_GRAIN_HALF: snprintf(ret_value, DRG_VALUE_SIZE, "%04d-H%d", year, month > 6 ? 2 : 1); return;
    case FIND_GRAIN_YEAR: snprintf(ret_value, DRG_VALUE_SIZE, "%04d", year); return;
    case FIND_GRAIN_DECADE: snprintf(ret_value, DRG_VALUE_SIZE, "%03d", year / 10); return;
    case FIND_GRAIN_CENTURY: snprintf(ret_value, DRG_VALUE_SIZE, "%02d", year / 100); return;
    }
}

void find_length_value(int32_t number, bool half, find_unit unit, char ret_value[DRG_VALUE_SIZE])
{
    static const struct {
        const char *before, *mark;
        int32_t times; /* a fortnight is two weeks */
        const char *half;
    } units[FIND_UNIT_COUNT] = {{"P", "X", 1, ""},     {"PT", "S", 1, ""},    {"PT", "M", 1, "30S"},
                                {"PT", "H", 1, "30M"}, {"P", "D", 1, "T12H"}, {"P", "W", 1, ""},
                                {"P", "W", 2, ""},     {"P", "WE", 1, ""},    {"P", "M", 1, ""},
                                {"P", "Q", 1, ""},     {"P", "Y", 1, "6M"},   {"P", "Y", 10, "5Y"},
                                {"P", "Y", 100, ""},   {"P", "Y", 1000, ""}};
    if (unit >= FIND_UNIT_COUNT) return;
    if (number == FIND_SOME) {
        static const char *const vague[] = {"X", "S", "M", "H", "D", "W", "W", "WE", "M", "Q", "Y", "DE", "CE", "L"};
        snprintf(ret_value, DRG_VALUE_SIZE, "%sX%s", units[unit].before, vague[unit]);
        return;
    }
    if (half && unit == FIND_DECADES) {
        snprintf(ret_value, DRG_VALUE_SIZE, "P%dY", number * 10 + 5);
        return;
    }
    snprintf(ret_value, DRG_VALUE_SIZE, "%s%d%s%s", units[unit].before, number * units[unit].times, units[unit].mark,
             half ? units[unit].half : "");
}

drg_precision find_moment_precision(const find_moment *moment)
{
    switch (moment->grain) {
    case FIND_GRAIN_NONE: return DRG_PRECISION_UNKNOWN;
    case FIND_GRAIN_CLOCK: return moment->dateless ? DRG_PRECISION_UNKNOWN : DRG_PRECISION_INSTANT;
    case FIND_GRAIN_DAY:
    case FIND_GRAIN_WEEKEND: return DRG_PRECISION_DAY;
    case FIND_GRAIN_WEEK: return DRG_PRECISION_WEEK;
    case FIND_GRAIN_MONTH:
    case FIND_GRAIN_SEASON:
    case FIND_GRAIN_QUARTER:
    case FIND_GRAIN_HALF: return DRG_PRECISION_MONTH;
    default: return DRG_PRECISION_YEAR;
    }
}
