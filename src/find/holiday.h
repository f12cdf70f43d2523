/* SPDX-License-Identifier: Apache-2.0
 * The rule of a holiday, packed into 32 bits for the table of date words. That table holds, beside the words:
 *   "good friday"      FIND_HOLIDAY and the holiday's number
 *   "good\n"           there is a holiday that begins with this word
 *   "\t12"             the rule of holiday 12
 *   "\t12/2024"        its day in 2024, counted from 1 January, where only a table knows it */
#ifndef FIND_HOLIDAY_H
#define FIND_HOLIDAY_H

#include <stdint.h>

#define FIND_HOLIDAY_TOKENS 7  /* most tokens of a name */
#define FIND_HOLIDAY_DAYS 400u /* a moving day: from 1 January, and this many times its days, 0: as in its rule */

typedef enum find_holiday_rule {
    FIND_HOLIDAY_FIXED,         /* `number` of `month` */
    FIND_HOLIDAY_WEEKDAY,       /* the `number`th `weekday` of `month`, -1 the last */
    FIND_HOLIDAY_EASTER,        /* `number` days after Easter Sunday */
    FIND_HOLIDAY_EASTER_JULIAN, /* the same in the eastern churches */
    FIND_HOLIDAY_MOVING         /* a day for each year */
} find_holiday_rule;

typedef struct find_holiday {
    uint8_t rule, month, weekday, days; /* days: how long it lasts */
    int16_t number;                     /* -128 .. 127 */
} find_holiday;

static inline uint32_t find_holiday_pack(find_holiday holiday)
{
    return (uint32_t)holiday.rule | (uint32_t)holiday.month << 4 | (uint32_t)holiday.weekday << 8 |
           (uint32_t)holiday.days << 12 | (uint32_t)(uint8_t)(holiday.number + 128) << 20;
}
static inline find_holiday find_holiday_unpack(uint32_t packed)
{
    return (find_holiday){.rule = packed & 15,
                          .month = packed >> 4 & 15,
                          .weekday = packed >> 8 & 15,
                          .days = packed >> 12 & 255,
                          .number = (int16_t)((int)(packed >> 20 & 255) - 128)};
}

#endif
