/* SPDX-License-Identifier: Apache-2.0
 * Days of the calendar (Gregorian, also before 1582, as ISO 8601 has it). See record.h. */
#include "record/record.h"

static unsigned number(drg_text text, size_t begin, size_t end)
{
    unsigned value = 0;
    for (size_t i = begin; i < end; i++) value = value * 10 + (unsigned)(text.data[i] - '0');
    return value;
}

bool record_day_exists(drg_text day)
{
    if (day.size != 10) return false;
    for (size_t i = 0; i < 10; i++) {
        bool dash = i == 4 || i == 7;
        if (dash ? day.data[i] != '-' : day.data[i] < '0' || day.data[i] > '9') return false;
    }
    static const unsigned char lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    unsigned year = number(day, 0, 4), month = number(day, 5, 7), date = number(day, 8, 10);
    if (month < 1 || month > 12 || date < 1 || date > lengths[month - 1]) return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month != 2 || date < 29 || leap;
}
