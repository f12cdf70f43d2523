/* SPDX-License-Identifier: Apache-2.0
 *
 * Day numbers by counting in years that start in March, so that the leap day is the last (H. Hinnant's civil calendar
 * algorithms, a known method). */
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
