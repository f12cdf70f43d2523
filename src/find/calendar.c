/* SPDX-License-Identifier: Apache-2.0
 *
 * Day numbers by counting in years that start in March, so that the leap day is the last (H. Hinnant's civil calendar
 * algorithms, a known method). Easter by the anonymous Gregorian computus (J. Meeus, Astronomical Algorithms, chapter
 * 8), the eastern one by Meeus's Julian rule and the calendars' distance. */
#include "find/calendar.h"

#include "record/record.h"

int32_t find_day_number(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = (year >= 0 ? year : year - 399) / 400;
    int32_t of_era = year - era * 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

void find_day_parts(int32_t number, int32_t *ret_year, int32_t *ret_month, int32_t *ret_day)
{
    number += 719468;
    int32_t era = (number >= 0 ? number : number - 146096) / 146097;
    int32_t of_era = number - era * 146097;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t shifted = (5 * of_year + 2) / 153;
    *ret_day = of_year - (153 * shifted + 2) / 5 + 1;
    *ret_month = shifted < 10 ? shifted + 3 : shifted - 9;
    *ret_year = year + era * 400 + (*ret_month <= 2);
}

int32_t find_month_length(int32_t year, int32_t month)
{
    return find_day_number(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1) -
           find_day_number(year, month, 1);
}

int32_t find_weekday(int32_t number)
{
    int32_t day = (number + 3) % 7; /* 1970-01-01 was a Thursday */
    return (day < 0 ? day + 7 : day) + 1;
}

bool find_day_write(int32_t number, char ret_text[11])
{
    int32_t year, month, day;
    find_day_parts(number, &year, &month, &day);
    if (year < 1 || year > 9999) return false;
    const int32_t parts[] = {year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10,
                             -1,          day / 10,        day % 10};
    for (size_t i = 0; i < 10; i++) ret_text[i] = parts[i] < 0 ? '-' : (char)('0' + parts[i]);
    ret_text[10] = '\0';
    return true;
}

bool find_day_read(drg_text text, int32_t *ret_number)
{
    if (text.size < 10 || !record_day_exists(base_text_slice(text, 0, 10))) return false;
    int32_t parts[3] = {0, 0, 0};
    for (size_t i = 0, part = 0; i < 10; i++) {
        if (text.data[i] == '-')
            part++;
        else
            parts[part] = parts[part] * 10 + (text.data[i] - '0');
    }
    *ret_number = find_day_number(parts[0], parts[1], parts[2]);
    return true;
}

void find_week_of(int32_t number, int32_t *ret_year, int32_t *ret_week)
{
    int32_t month, day;
    int32_t thursday = number - (find_weekday(number) - 1) + 3; /* the week belongs to its Thursday's year */
    find_day_parts(thursday, ret_year, &month, &day);
    *ret_week = (thursday - find_day_number(*ret_year, 1, 1)) / 7 + 1;
}

int32_t find_easter(int32_t year)
{
    int32_t moon_year = year % 19, century = year / 100, of_century = year % 100;
    int32_t correction = (century - (century + 8) / 25 + 1) / 3;
    int32_t moon = (19 * moon_year + century - century / 4 - correction + 15) % 30;
    int32_t sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    int32_t late = (moon_year + 11 * moon + 22 * sunday) / 451;
    int32_t sum = moon + sunday - 7 * late + 114;
    return find_day_number(year, sum / 31, sum % 31 + 1);
}

int32_t find_easter_julian(int32_t year)
{
    int32_t moon = (19 * (year % 19) + 15) % 30;
    int32_t sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    int32_t sum = moon + sunday + 114;
    int32_t distance = year / 100 - year / 400 - 2; /* days from the Julian to the Gregorian calendar */
    return find_day_number(year, sum / 31, sum % 31 + 1) + distance;
}

int32_t find_weekday_of_month(int32_t year, int32_t month, int32_t weekday, int32_t n)
{
    if (n < 0) {
        int32_t last = find_day_number(year, month, find_month_length(year, month));
        return last - (find_weekday(last) - weekday + 7) % 7;
    }
    int32_t first = find_day_number(year, month, 1);
    return first + (weekday - find_weekday(first) + 7) % 7 + 7 * (n - 1);
}
