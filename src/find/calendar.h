/* SPDX-License-Identifier: Apache-2.0
 * Days of the Gregorian calendar as numbers. */
#ifndef FIND_CALENDAR_H
#define FIND_CALENDAR_H

#include "base/base.h"

/* Days since 1970-01-01; month 1-12, day 1-31 (not checked). */
int32_t find_day_number(int32_t year, int32_t month, int32_t day);
void find_day_parts(int32_t number, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day);
int32_t find_month_length(int32_t year, int32_t month);
int32_t find_weekday(int32_t number); /* 1 Monday .. 7 Sunday */

/* "YYYY-MM-DD" and a NUL; false, and nothing written, outside the years 1-9999. */
bool find_day_write(int32_t number, char ret_text[11]);

/* The day at the start of an ISO 8601 date or instant; false when it is none. */
bool find_day_read(drg_text text, int32_t *ret_number);

/* The ISO 8601 week of the day, and the year that the week belongs to. */
void find_week_of(int32_t number, int32_t *ret_year, int32_t *ret_week);

/* Easter Sunday of the year: of the western churches, and of the eastern ones that keep the Julian rule. */
int32_t find_easter(int32_t year);
int32_t find_easter_julian(int32_t year);

/* The nth such weekday of the month, n from 1; n -1 is the last. */
int32_t find_weekday_of_month(int32_t year, int32_t month, int32_t weekday, int32_t n);

#endif
