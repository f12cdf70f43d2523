/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the words of dates and the holidays under data/time. Out: one table from the word to its kind and value, which
 * holds the holidays too, see holiday.h. */
#include "find/holiday.h"
#include "find/list_builder.h"

#include "find/calendar.h"

static uint32_t *put(find_build *build, drg_text key)
{
    uint32_t *place = base_map_put(build->arena, &build->times, key, DRG_NONE);
    if (*place == DRG_NONE) base_push(build->arena, &build->time_keys) = key;
    return place;
}

static drg_status add_time(find_build *build, const base_tsv *list)
{
    static const char *const kinds[] = {"weekday", "month",  "day",       "unit",   "order",   "part",
                                        "number",  "after",  "future",    "season", "ordinal", "fuzz",
                                        "inexact", "approx", "reference", "each",   "rate",    "era",
                                        "noon",    "filler", "lasting",   "aside",  NULL};
    uint32_t kind = 0;
    double value = 0;
    drg_status status = find_check_word(list, 0, kinds, "a kind of date word", &kind);
    if (status == DRG_OK) status = find_check_some(list, 1);
    if (status == DRG_OK) status = find_check_some(list, 2);
    if (status == DRG_OK) status = find_check_number(list, 2, 32767, &value);
    if (status != DRG_OK) return status;
    uint32_t *place = put(build, list->fields[1]);
    if (*place != DRG_NONE)
        return base_tsv_wrong(list, 1, list->fields[1], "a word that stands nowhere else in this list");
    *place = find_time_pack((find_time_kind)kind, (int)value);
    return DRG_OK;
}

/* ---- holidays */

static drg_text next_word(drg_text *rest)
{
    size_t size = 0;
    while (size < rest->size && rest->data[size] != ' ') size++;
    drg_text word = base_text_slice(*rest, 0, size);
    *rest = base_text_trim(base_text_slice(*rest, size, rest->size));
    return word;
}

/* A whole number within [low, high]. */
static bool number_in(drg_text word, int low, int high, int *ret_number)
{
    bool negative = word.size && word.data[0] == '-';
    int number = 0;
    size_t first = negative ? 1 : 0;
    for (size_t i = first; i < word.size; i++) {
        if (word.data[i] < '0' || word.data[i] > '9' || i > 4) return false;
        number = number * 10 + (word.data[i] - '0');
    }
    *ret_number = negative ? -number : number;
    return word.size > first && *ret_number >= low && *ret_number <= high;
}

static bool read_rule(drg_text rule, find_holiday *ret_holiday)
{
    int month = 0, weekday = 0, number = 0;
    drg_text name = next_word(&rule);
    bool good = true;
    if (base_text_is(name, "fixed")) {
        ret_holiday->rule = FIND_HOLIDAY_FIXED;
        good = number_in(next_word(&rule), 1, 12, &month) && number_in(next_word(&rule), 1, 31, &number);
    } else if (base_text_is(name, "weekday")) {
        ret_holiday->rule = FIND_HOLIDAY_WEEKDAY;
        good = number_in(next_word(&rule), 1, 12, &month) && number_in(next_word(&rule), 1, 7, &weekday) &&
               number_in(next_word(&rule), -1, 4, &number) && number;
    } else if (base_text_is(name, "easter") || base_text_is(name, "orthodox")) {
        ret_holiday->rule = base_text_is(name, "easter") ? FIND_HOLIDAY_EASTER : FIND_HOLIDAY_EASTER_JULIAN;
        good = number_in(next_word(&rule), -100, 100, &number);
    } else {
        ret_holiday->rule = FIND_HOLIDAY_MOVING;
        good = base_text_is(name, "moving");
    }
    ret_holiday->month = (uint8_t)month;
    ret_holiday->weekday = (uint8_t)weekday;
    ret_holiday->number = (int16_t)number;
    return good && !rule.size;
}

static drg_status add_holiday_name(find_build *build, const base_tsv *list, drg_text name, uint32_t holiday)
{
    drg_text key = find_key_of(build->arena, name), lead = find_key_lead(key);
    uint32_t *place = put(build, base_text_format(build->arena, "%.*s\n", BASE_PRINT(lead)));
    *place = find_time_pack(FIND_HOLIDAY, 0);
    place = put(build, key);
    if (*place != DRG_NONE) return base_tsv_wrong(list, 0, name, "a name that stands nowhere else under data/time");
    *place = find_time_pack(FIND_HOLIDAY, (int)holiday);
    return DRG_OK;
}

static drg_status add_holiday(find_build *build, const base_tsv *list)
{
    find_holiday holiday = {0};
    int days = 0;
    if (!read_rule(list->fields[1], &holiday))
        return base_tsv_wrong(list, 1, list->fields[1], "a rule as the head of the list explains it");
    if (!number_in(list->fields[2], 1, 60, &days)) return base_tsv_wrong(list, 2, list->fields[2], "days, 1 to 60");
    drg_status status = find_check_some(list, 0);
    if (status == DRG_OK) status = find_check_some(list, 3);
    holiday.days = (uint8_t)days;
    uint32_t number = (uint32_t)list->line;
    *put(build, base_text_format(build->arena, "\t%u", number)) = find_holiday_pack(holiday);
    drg_texts names = base_tsv_parts(list, list->fields[0]);
    for (size_t i = 0; status == DRG_OK && i < names.count; i++)
        status = add_holiday_name(build, list, names.items[i], number);
    return status;
}

static drg_status add_moving(find_build *build, const base_tsv *list)
{
    int days = 0;
    int32_t day, year, month, of_month;
    uint32_t holiday = base_map_get(&build->times, find_key_of(build->arena, list->fields[0]));
    if (holiday == DRG_NONE || find_time_kind_of(holiday) != FIND_HOLIDAY)
        return base_tsv_wrong(list, 0, list->fields[0], "the first name of a holiday of holidays.tsv");
    if (!find_day_read(list->fields[1], &day)) return base_tsv_wrong(list, 1, list->fields[1], "a date YYYY-MM-DD");
    if (list->fields[2].size && !number_in(list->fields[2], 1, 60, &days))
        return base_tsv_wrong(list, 2, list->fields[2], "days, 1 to 60, or nothing");
    find_day_parts(day, &year, &month, &of_month);
    uint32_t *place = put(build, base_text_format(build->arena, "\t%d/%d", find_time_value_of(holiday), year));
    if (*place != DRG_NONE) return base_tsv_wrong(list, 1, list->fields[1], "one day in each year");
    *place = FIND_HOLIDAY_DAYS * (uint32_t)days + (uint32_t)(day - find_day_number(year, 1, 1));
    return DRG_OK;
}

drg_status find_build_times(find_build *build)
{
    static const char *const times[] = {"kind", "word", "value", NULL};
    static const char *const holidays[] = {"names", "rule", "days", "source", NULL};
    static const char *const moving[] = {"name", "day", "days", NULL};
    drg_status status = find_read_list(build, "time/words.tsv", times, add_time);
    if (status == DRG_OK) status = find_read_list(build, "time/holidays.tsv", holidays, add_holiday);
    return status == DRG_OK ? find_read_list(build, "time/moving.tsv", moving, add_moving) : status;
}
