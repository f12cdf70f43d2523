/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a year, a month, a day. Out: the days of a week, a season, a decade. Weeks are ISO weeks, Monday to Sunday; a
 * season is of the northern half of the world, a winter that of the year in which it begins. */
#include "find/moment.h"

#define LARGEST_ORDER 9999

void find_span_days(find_moment *moment, int32_t from, int32_t to)
{
    moment->grain = FIND_GRAIN_DAY;
    moment->from = from;
    moment->to = to;
}

static void span(find_moment *moment, find_grain grain, int32_t from, int32_t to)
{
    moment->grain = grain;
    moment->from = from;
    moment->to = to;
}

static int32_t monday_of(int32_t day)
{
    return day - (find_weekday(day) - 1);
}

void find_span_week(find_moment *moment, int32_t day)
{
    span(moment, FIND_GRAIN_WEEK, monday_of(day), monday_of(day) + 6);
}

void find_span_weekend(find_moment *moment, int32_t day)
{
    span(moment, FIND_GRAIN_WEEKEND, monday_of(day) + 5, monday_of(day) + 6);
}

/* Months [month, month + count), counted on from January of the year whatever the number. */
static void span_months(find_moment *moment, find_grain grain, int32_t year, int32_t month, int32_t count)
{
    int32_t index = year * 12 + month - 1, end = index + count;
    int32_t last = find_day_number(end / 12, end % 12 + 1, 1) - 1;
    span(moment, grain, find_day_number(index / 12, index % 12 + 1, 1), last);
}

void find_span_month(find_moment *moment, int32_t year, int32_t month)
{
    span_months(moment, FIND_GRAIN_MONTH, year, month, 1);
}

void find_span_season(find_moment *moment, int32_t year, int32_t season)
{
    span_months(moment, FIND_GRAIN_SEASON, year, 3 * season, 3);
    moment->season = (uint8_t)season;
}

void find_span_quarter(find_moment *moment, int32_t year, int32_t quarter)
{
    span_months(moment, FIND_GRAIN_QUARTER, year, 3 * quarter - 2, 3);
}

void find_span_half(find_moment *moment, int32_t year, int32_t half)
{
    span_months(moment, FIND_GRAIN_HALF, year, 6 * half - 5, 6);
}

void find_span_year(find_moment *moment, int32_t year)
{
    span_months(moment, FIND_GRAIN_YEAR, year, 1, 12);
}

void find_span_decade(find_moment *moment, int32_t year)
{
    span_months(moment, FIND_GRAIN_DECADE, year - year % 10, 1, 120);
}

void find_span_century(find_moment *moment, int32_t century)
{
    span_months(moment, FIND_GRAIN_CENTURY, (century - 1) * 100, 1, 1200);
}

bool find_span_unit(find_moment *moment, int32_t anchor, find_unit unit, int32_t order)
{
    int32_t year, month, day;
    find_day_parts(anchor, &year, &month, &day);
    if (order > LARGEST_ORDER || order < -LARGEST_ORDER) return false;
    switch (unit) {
    case FIND_DAYS: find_span_days(moment, anchor + order, anchor + order); return true;
    case FIND_WEEKS: find_span_week(moment, anchor + 7 * order); return true;
    case FIND_FORTNIGHTS: find_span_week(moment, anchor + 14 * order); return true;
    case FIND_WEEKENDS: find_span_weekend(moment, anchor + 7 * order); return true;
    case FIND_MONTHS: find_span_month(moment, year, month + order); return true;
    case FIND_QUARTERS: find_span_quarter(moment, year, (month + 2) / 3 + order); return true;
    case FIND_YEARS: find_span_year(moment, year + order); return true;
    case FIND_DECADES: find_span_decade(moment, year + 10 * order); return true;
    case FIND_CENTURIES: find_span_century(moment, year / 100 + 1 + order); return true;
    default: return false;
    }
}
