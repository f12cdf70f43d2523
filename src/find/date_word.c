/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: what single words of dates mean: months, days, years, ordinals, amounts, units. */
#include "find/moment.h"

#include <string.h>

#define LARGEST_AMOUNT 99999

static bool inside(const find_clock *clock, uint32_t at)
{
    return at >= clock->begin && at < clock->end;
}

/* Empty outside the sentence. */
static drg_text wording(const find_clock *clock, uint32_t at)
{
    return inside(clock, at) ? find_wording(clock->reading, at) : (drg_text){"", 0};
}

drg_text find_bare_word(const find_clock *clock, uint32_t at)
{
    static const char *const prefixes[] = {"mid-", "early-", "late-", "pre-", "post-", NULL};
    drg_text word = wording(clock, at);
    for (size_t i = 0; prefixes[i]; i++) {
        size_t size = strlen(prefixes[i]);
        if (word.size <= size || (word.data[size - 1] != '-')) continue;
        size_t same = 0;
        while (same < size && (word.data[same] | 32) == (prefixes[i][same] | 32)) same++;
        if (same == size) return base_text_slice(word, size, word.size);
    }
    return word;
}

bool find_date_word(const find_clock *clock, uint32_t at, find_time_kind kind, int *ret_value)
{
    if (!inside(clock, at)) return false;
    uint32_t packed = clock->words ? clock->words[at] : find_time_in(clock->reading, find_bare_word(clock, at));
    if (packed == DRG_NONE || find_time_kind_of(packed) != kind) return false;
    *ret_value = find_time_value_of(packed);
    return true;
}

bool find_word_is(const find_clock *clock, uint32_t at, const char *lower)
{
    return inside(clock, at) && find_is_word(clock->reading, at, lower);
}

bool find_word_among(const find_clock *clock, uint32_t at, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (find_word_is(clock, at, words[i])) return true;
    return false;
}

bool find_capital_at(const find_clock *clock, uint32_t at)
{
    return inside(clock, at) && find_is_capital(clock->reading, at);
}

bool find_hyphen_at(const find_clock *clock, uint32_t at)
{
    return inside(clock, at) && find_is_hyphen(clock->reading, at);
}

bool find_dash_at(const find_clock *clock, uint32_t at)
{
    if (!inside(clock, at)) return false;
    return find_is_hyphen(clock->reading, at) || base_text_is(wording(clock, at), "–") ||
           base_text_is(wording(clock, at), "/") || find_word_is(clock, at, "to");
}

bool find_comma_at(const find_clock *clock, uint32_t at)
{
    return inside(clock, at) && base_text_is(wording(clock, at), ",");
}

bool find_digits(drg_text word, size_t most, int32_t *ret_number, drg_text *ret_rest)
{
    size_t size = 0;
    int32_t number = 0;
    while (size < word.size && size < most && word.data[size] >= '0' && word.data[size] <= '9')
        number = number * 10 + (word.data[size++] - '0');
    *ret_number = number;
    *ret_rest = base_text_slice(word, size, word.size);
    return size > 0;
}

static bool starts_with_digit(const find_clock *clock, uint32_t at)
{
    if (!inside(clock, at)) return false;
    drg_text word = wording(clock, at);
    return word.size && word.data[0] >= '0' && word.data[0] <= '9';
}

/* ---- months, days, years */

bool find_month_at(const find_clock *clock, uint32_t at, int *ret_month)
{
    if (!find_date_word(clock, at, FIND_MONTH, ret_month)) return false;
    drg_text word = find_bare_word(clock, at);
    if (word.data[0] < 'A' || word.data[0] > 'Z') return false;
    uint8_t upos = clock->reading->tokens[at].upos;
    bool digit = starts_with_digit(clock, at + 1);
    if (digit) return true;
    bool cut = word.size <= 4 && word.data[word.size - 1] != '.' && !find_word_is(clock, at, "june") &&
               !find_word_is(clock, at, "july") && !find_word_is(clock, at, "may");
    if (cut && word.size < 5) return false; /* "Jan Kavan" */
    if (upos != DRG_PROPN && upos != DRG_NOUN && upos != DRG_X) return false;
    if (clock->reading->tokens[at].relation == LANGUAGE_VOCATIVE || find_comma_at(clock, at - 1))
        return find_word_is(clock, at - 2, "in") || clock->reading->tokens[at].relation == LANGUAGE_CONJ;
    if (at > clock->begin || at + 1 == clock->end) return true;
    if (clock->reading->tokens[at + 1].upos == DRG_PROPN && clock->reading->tokens[at].relation == LANGUAGE_NSUBJ)
        return false; /* "April Ryan asked" */
    /* first in its sentence it must be sure: "March of the Living", "May God protect" */
    return !find_word_is(clock, at, "may") && !find_word_is(clock, at, "march") && !find_word_is(clock, at, "august");
}

static bool is_ordinal_end(drg_text rest)
{
    return base_text_is(rest, "st") || base_text_is(rest, "nd") || base_text_is(rest, "rd") || base_text_is(rest, "th");
}

bool find_ordinal_at(const find_clock *clock, uint32_t at, int32_t *ret_number, uint32_t *ret_next)
{
    drg_text rest;
    int value, ones;
    if (!inside(clock, at)) return false;
    *ret_next = at + 1;
    if (find_digits(wording(clock, at), 4, ret_number, &rest)) {
        if (rest.size == 0 && inside(clock, at + 1) && find_touches(clock->reading, at + 1) &&
            is_ordinal_end(wording(clock, at + 1))) {
            *ret_next = at + 2;
            return true;
        }
        return is_ordinal_end(rest);
    }
    if (find_date_word(clock, at, FIND_ORDINAL, &value)) {
        *ret_number = value;
        return true;
    }
    if (!find_date_word(clock, at, FIND_NUMBER, &value) || value < 20 || value > 90) return false;
    uint32_t next = find_hyphen_at(clock, at + 1) ? at + 2 : at + 1;
    if (!find_date_word(clock, next, FIND_ORDINAL, &ones) || ones > 9) return false;
    *ret_number = value + ones;
    *ret_next = next + 1;
    return true;
}

/* "23-28" in one token: its second part. */
bool find_range_at(const find_clock *clock, uint32_t at, int32_t *ret_from, int32_t *ret_to)
{
    drg_text rest, behind;
    if (!inside(clock, at) || !find_digits(wording(clock, at), 4, ret_from, &rest) || rest.size < 2) return false;
    size_t mark = rest.data[0] == '-' || rest.data[0] == '/'        ? 1
                  : rest.size > 3 && memcmp(rest.data, "–", 3) == 0 ? 3
                                                                    : 0;
    return mark && find_digits(base_text_slice(rest, mark, rest.size), 4, ret_to, &behind) && !behind.size;
}

bool find_day_of_month(const find_clock *clock, uint32_t at, int32_t *ret_day, uint32_t *ret_next)
{
    drg_text rest;
    if (!inside(clock, at)) return false;
    *ret_next = at + 1;
    if (!find_ordinal_at(clock, at, ret_day, ret_next) &&
        (!find_digits(wording(clock, at), 2, ret_day, &rest) || rest.size))
        return false;
    return *ret_day >= 1 && *ret_day <= 31;
}

/* "nineteen ninety-six", "two thousand", "two thousand and one". */
static bool spelled_year(const find_clock *clock, uint32_t at, int32_t *ret_year, uint32_t *ret_next)
{
    int century, rest, ones;
    if (!find_date_word(clock, at, FIND_NUMBER, &century)) return false;
    if (century == 2 && find_word_is(clock, at + 1, "thousand")) {
        uint32_t next = find_word_is(clock, at + 2, "and") ? at + 3 : at + 2;
        bool more = find_date_word(clock, next, FIND_NUMBER, &ones) && ones < 100;
        *ret_year = 2000 + (more ? ones : 0);
        *ret_next = more ? next + 1 : at + 2;
        return true;
    }
    if (century < 15 || century > 20 || !find_date_word(clock, at + 1, FIND_NUMBER, &rest) || rest < 10 || rest > 90)
        return false;
    *ret_year = century * 100 + rest;
    *ret_next = at + 2;
    uint32_t last = find_hyphen_at(clock, at + 2) ? at + 3 : at + 2;
    if (rest >= 20 && find_date_word(clock, last, FIND_NUMBER, &ones) && ones >= 1 && ones <= 9 &&
        !find_word_is(clock, last, "a") && !find_word_is(clock, last, "an")) {
        *ret_year += ones;
        *ret_next = last + 1;
    }
    return true;
}

bool find_year_at(const find_clock *clock, uint32_t at, int32_t *ret_year, uint32_t *ret_next)
{
    drg_text rest;
    if (!inside(clock, at)) return false;
    drg_text word = find_bare_word(clock, at);
    *ret_next = at + 1;
    if (word.size == 4 && find_digits(word, 4, ret_year, &rest) && rest.size == 0)
        return *ret_year >= 1000 && *ret_year <= 2199;
    return spelled_year(clock, at, ret_year, ret_next);
}

/* ---- amounts */

/* "3", "1,945", "36.5" (cut). */
static bool figure_at(const find_clock *clock, uint32_t at, int32_t *ret_number)
{
    int32_t number = 0;
    drg_text word = wording(clock, at);
    if (!starts_with_digit(clock, at)) return false;
    for (size_t i = 0; i < word.size; i++) {
        if (word.data[i] == ',' && i + 3 < word.size) continue;
        if (word.data[i] == '.' && i + 2 == word.size) break;
        if (word.data[i] < '0' || word.data[i] > '9') return false;
        number = number * 10 + (word.data[i] - '0');
        if (number > LARGEST_AMOUNT) return false;
    }
    *ret_number = number;
    return true;
}

/* "forty", "forty-five", "a hundred", "two hundred and ten", "two thousand". */
static bool spelled_amount(const find_clock *clock, uint32_t at, int32_t *ret_number, uint32_t *ret_next)
{
    int value, more;
    if (!find_date_word(clock, at, FIND_NUMBER, &value)) return false;
    uint32_t next = at + 1;
    if (value >= 20 && value <= 90) {
        uint32_t ones = find_hyphen_at(clock, next) ? next + 1 : next;
        if (find_date_word(clock, ones, FIND_NUMBER, &more) && more >= 1 && more <= 9 &&
            !find_word_is(clock, ones, "a")) {
            value += more;
            next = ones + 1;
        }
    }
    if (value < 100 && find_date_word(clock, next, FIND_NUMBER, &more) && (more == 12 || more == 100 || more == 1000) &&
        !find_word_is(clock, next, "twelve")) {
        value *= more;
        next++;
    }
    if (find_word_is(clock, at, "a") && find_word_is(clock, next - 1, "couple")) value = 2;
    *ret_number = value;
    *ret_next = next;
    return true;
}

static bool plain_amount(const find_clock *clock, uint32_t at, find_amount *ret_amount)
{
    int value;
    uint32_t some = find_word_is(clock, at, "a") ? at + 1 : at;
    ret_amount->next = at + 1;
    if (find_date_word(clock, some, FIND_INEXACT, &value)) {
        ret_amount->number = value ? value : FIND_SOME;
        ret_amount->next = some + 1;
    } else if (!figure_at(clock, at, &ret_amount->number) &&
               !spelled_amount(clock, at, &ret_amount->number, &ret_amount->next))
        return false;
    if (find_word_is(clock, ret_amount->next, "of") &&
        (ret_amount->number == FIND_SOME || ret_amount->number == 2 || ret_amount->number % 12 == 0))
        ret_amount->next++;
    return true;
}

bool find_amount_at(const find_clock *clock, uint32_t at, find_amount *ret_amount)
{
    find_amount second;
    *ret_amount = (find_amount){0};
    if (!inside(clock, at) || !plain_amount(clock, at, ret_amount)) return false;
    uint32_t next = ret_amount->next;
    if (find_word_is(clock, next, "and") &&
        (find_word_is(clock, next + 1, "a") || find_word_is(clock, next + 1, "half"))) {
        uint32_t half = find_word_is(clock, next + 1, "a") ? next + 2 : next + 1;
        if (find_word_is(clock, half, "half")) {
            ret_amount->half = true;
            ret_amount->next = half + 1;
        }
    } else if (inside(clock, next) &&
               (base_text_is(wording(clock, next), "1/2") || base_text_is(wording(clock, next), "½"))) {
        ret_amount->half = true;
        ret_amount->next = next + 1;
    } else if ((find_dash_at(clock, next) || find_word_is(clock, next, "or")) &&
               plain_amount(clock, next + 1, &second) && second.number > ret_amount->number &&
               !find_word_is(clock, next + 1, "a") && !find_word_is(clock, next + 1, "an")) {
        ret_amount->next = second.next; /* "two to three weeks" */
        ret_amount->mod = DRG_MOD_APPROX;
    }
    return true;
}

bool find_unit_at(const find_clock *clock, uint32_t at, find_unit *ret_unit)
{
    int value;
    if (find_word_is(clock, at, "second")) {
        *ret_unit = FIND_SECONDS;
        return true;
    }
    bool text =
        inside(clock, at) && clock->reading->document->sentences.items[clock->sentence].kind == DRG_SENTENCE_TEXT;
    if (text && at > clock->begin && find_is_capital(clock->reading, at)) return false; /* "This Week", "60 Minutes" */
    if (!find_date_word(clock, at, FIND_UNIT, &value) || value <= 0 || value >= FIND_UNIT_COUNT) return false;
    *ret_unit = (find_unit)value;
    return true;
}

bool find_unit_is(const find_clock *clock, uint32_t at, find_unit unit)
{
    int value;
    return find_date_word(clock, at, FIND_UNIT, &value) && value == (int)unit;
}

bool find_plural_at(const find_clock *clock, uint32_t at)
{
    if (!inside(clock, at)) return false;
    drg_text word = wording(clock, at);
    return word.size > 1 && (word.data[word.size - 1] == 's' || word.data[word.size - 1] == 'S');
}
