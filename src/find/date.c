/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, trees, the day of the report. Out: the dates named in the text, resolved.
 *
 * A small grammar over the words of data/time/words.tsv, the longest reading first. What has no year or no month is
 * resolved against the day of the report by the tense of the clause: "on Wednesday" with a past verb is the last
 * Wednesday up to and including that day, with "will" the next one. Weeks are ISO weeks, Monday to Sunday. Without a
 * day of the report, what is relative stays unresolved and is left out, with a note. Learned taggers find more
 * wordings, but news uses few, and a reader can correct a list (compare Strötgen and Gertz, HeidelTime, 2010, for the
 * division into lists and rules). */
#include "find/tense.h"

/* A reading of tokens [first, last] as days [from, to]. */
typedef struct find_moment {
    uint32_t first, last;
    int32_t from, to, anchor;
    bool anchored; /* resolved against `anchor` */
    bool open_start, open_end;
    drg_precision precision;
} find_moment;

typedef struct find_clock {
    find_reading *reading;
    uint32_t sentence, begin, end;
    bool fixed; /* a day was named before, in this sentence or the last */
    int32_t fixed_day;
    uint32_t fixed_sentence;
} find_clock;

/* ---- words */

static bool word_of_kind(const find_clock *clock, uint32_t token, find_time_kind kind, int *ret_value)
{
    if (token >= clock->end) return false;
    uint32_t packed = find_time_of(clock->reading, token);
    if (packed == DRG_NONE || find_time_kind_of(packed) != kind) return false;
    *ret_value = find_time_value_of(packed);
    return true;
}

static bool is_word(const find_clock *clock, uint32_t token, const char *lower)
{
    return token < clock->end && token >= clock->begin && find_is_word(clock->reading, token, lower);
}

/* Digits at the start of the word, and whether only `suffix` letters follow. */
static bool digits_of(drg_text word, size_t most, int32_t *ret_number, drg_text *ret_rest)
{
    size_t size = 0;
    int32_t number = 0;
    while (size < word.size && size < most && word.data[size] >= '0' && word.data[size] <= '9')
        number = number * 10 + (word.data[size++] - '0');
    *ret_number = number;
    *ret_rest = base_text_slice(word, size, word.size);
    return size > 0;
}

static bool day_of_month(const find_clock *clock, uint32_t token, int32_t *ret_day)
{
    drg_text rest;
    if (token >= clock->end || !digits_of(find_wording(clock->reading, token), 2, ret_day, &rest)) return false;
    bool ordinal =
        base_text_is(rest, "st") || base_text_is(rest, "nd") || base_text_is(rest, "rd") || base_text_is(rest, "th");
    return (rest.size == 0 || ordinal) && *ret_day >= 1 && *ret_day <= 31;
}

static bool year_of(const find_clock *clock, uint32_t token, int32_t *ret_year)
{
    drg_text rest;
    if (token >= clock->end) return false;
    drg_text word = find_wording(clock->reading, token);
    return word.size == 4 && digits_of(word, 4, ret_year, &rest) && rest.size == 0 && *ret_year >= 1800 &&
           *ret_year <= 2199;
}

static bool number_of(const find_clock *clock, uint32_t token, int *ret_number)
{
    drg_text rest;
    int32_t number;
    if (token >= clock->end) return false;
    if (word_of_kind(clock, token, FIND_NUMBER, ret_number)) return true;
    if (!digits_of(find_wording(clock->reading, token), 3, &number, &rest) || rest.size) return false;
    *ret_number = number;
    return true;
}

static bool is_number(const find_clock *clock, uint32_t token)
{
    drg_text word = find_wording(clock->reading, token);
    return word.size && word.data[0] >= '0' && word.data[0] <= '9';
}

static bool month_of(const find_clock *clock, uint32_t token, int *ret_month)
{
    if (!word_of_kind(clock, token, FIND_MONTH, ret_month) || !find_is_capital(clock->reading, token)) return false;
    uint8_t upos = clock->reading->tokens[token].upos;
    if (upos != DRG_PROPN && upos != DRG_NOUN && upos != DRG_X) return false;
    return token > clock->begin || token + 1 == clock->end || is_number(clock, token + 1); /* "May God protect" */
}

static bool is_comma(const find_clock *clock, uint32_t token)
{
    return token < clock->end && base_text_is(find_wording(clock->reading, token), ",");
}

static bool is_dash(const find_clock *clock, uint32_t token)
{
    return token < clock->end && (find_is_hyphen(clock->reading, token) || is_word(clock, token, "to"));
}

/* ---- tense */

/* "until Friday", "by Friday": ahead of what is told. */
static find_tense tense_for(const find_clock *clock, uint32_t first, uint32_t last)
{
    uint32_t before = first > clock->begin ? first - 1 : DRG_NONE;
    if (before != DRG_NONE &&
        (is_word(clock, before, "until") || is_word(clock, before, "by") || is_word(clock, before, "till")))
        return FIND_TENSE_FUTURE;
    find_tense tense =
        find_tense_of(clock->reading, find_head_of(clock->reading, first, last), clock->begin, clock->end);
    bool headline = clock->reading->document->sentences.items[clock->sentence].kind == DRG_SENTENCE_HEADLINE;
    return tense == FIND_TENSE_PRESENT && headline ? FIND_TENSE_UNKNOWN : tense;
}

/* ---- calendar spans */

static void span_days(find_moment *moment, int32_t from, int32_t to, drg_precision precision)
{
    moment->from = from;
    moment->to = to;
    moment->precision = precision;
}

static void span_week(find_moment *moment, int32_t day)
{
    int32_t monday = day - (find_weekday(day) - 1);
    span_days(moment, monday, monday + 6, DRG_PRECISION_WEEK);
}

static void span_month(find_moment *moment, int32_t year, int32_t month)
{
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    if (month < 1) {
        month += 12;
        year--;
    }
    int32_t first = find_day_number(year, month, 1);
    span_days(moment, first, first + find_month_length(year, month) - 1, DRG_PRECISION_MONTH);
}

static void span_years(find_moment *moment, int32_t first, int32_t last)
{
    span_days(moment, find_day_number(first, 1, 1), find_day_number(last, 12, 31), DRG_PRECISION_YEAR);
}

static void anchor(const find_clock *clock, find_moment *moment)
{
    moment->anchored = true;
    moment->anchor = clock->reading->day;
}

/* ---- month and day */

static bool day_exists(int32_t year, int32_t month, int32_t day)
{
    return day >= 1 && day <= find_month_length(year, month);
}

/* The year of a month, or of a day of it (day 0: none), that is not said: by tense, else the nearest. */
static int32_t year_by_tense(const find_clock *clock, int32_t month, int32_t day, find_tense tense)
{
    int32_t year, this_month, this_day;
    find_day_parts(clock->reading->day, &year, &this_month, &this_day);
    int32_t order = month != this_month ? month - this_month : day ? day - this_day : 0;
    if (tense == FIND_TENSE_PAST) return order > 0 ? year - 1 : year;
    if (tense == FIND_TENSE_FUTURE) return order < 0 ? year + 1 : year;
    if (month - this_month > 6) return year - 1;
    if (this_month - month > 6) return year + 1;
    return year;
}

/* "April 23", "April 3-5", "April", with ", 2025" or " 2025". */
static bool read_month_first(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int month;
    int32_t day = 0, day_to = 0, year = 0;
    if (!month_of(clock, at, &month)) return false;
    uint32_t next = at + 1;
    if (day_of_month(clock, next, &day)) {
        day_to = day;
        next++;
        if (is_dash(clock, next) && day_of_month(clock, next + 1, &day_to) && day_to > day)
            next += 2;
        else
            day_to = day;
    }
    uint32_t after = day && is_comma(clock, next) ? next + 1 : next;
    bool said = year_of(clock, after, &year);
    if (said) next = after + 1;
    moment->first = at;
    moment->last = next - 1;
    if (!said) {
        if (!clock->reading->dated) return false;
        year = year_by_tense(clock, month, day, tense_for(clock, at, moment->last));
        anchor(clock, moment);
    }
    if (!day) {
        span_month(moment, year, month);
        return true;
    }
    if (!day_exists(year, month, day) || !day_exists(year, month, day_to)) return false;
    int32_t first = find_day_number(year, month, day);
    span_days(moment, first, first + (day_to - day), DRG_PRECISION_DAY);
    return true;
}

/* "23 April", "the 23rd of April 2025", "3-5 May", "3 to 5 May". */
static bool read_day_first(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int month;
    int32_t day, day_to, year;
    if (!day_of_month(clock, at, &day)) return false;
    uint32_t next = at + 1;
    day_to = day;
    if (is_dash(clock, next) && day_of_month(clock, next + 1, &day_to) && day_to > day)
        next += 2;
    else
        day_to = day;
    if (is_word(clock, next, "of")) next++;
    if (!month_of(clock, next, &month)) return false;
    moment->first = at;
    moment->last = next;
    if (year_of(clock, next + 1, &year)) {
        moment->last = next + 1;
    } else {
        if (!clock->reading->dated) return false;
        year = year_by_tense(clock, month, day, tense_for(clock, at, next));
        anchor(clock, moment);
    }
    if (!day_exists(year, month, day) || !day_exists(year, month, day_to)) return false;
    int32_t first = find_day_number(year, month, day);
    span_days(moment, first, first + (day_to - day), DRG_PRECISION_DAY);
    return true;
}

static bool read_iso(const find_clock *clock, uint32_t at, find_moment *moment)
{
    drg_text text = clock->reading->document->source.text;
    uint32_t begin = clock->reading->tokens[at].span.begin;
    int32_t day;
    if (text.size < begin + (size_t)10 || !find_day_read(base_text_slice(text, begin, begin + (size_t)10), &day))
        return false;
    for (uint32_t last = at; last < clock->end && last < at + 5; last++) {
        if (clock->reading->tokens[last].span.end != begin + 10) continue;
        moment->first = at;
        moment->last = last;
        span_days(moment, day, day, DRG_PRECISION_DAY);
        return true;
    }
    return false;
}

/* "2014" where it can be a year: behind a preposition of time, or told so by the words around it; "the 1990s". */
static bool read_year(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const before[] = {"in",    "since", "by",  "until",   "during", "from", "before", "after",
                                         "early", "late",  "mid", "between", "of",     "to",   "and",    NULL};
    int32_t year;
    drg_text rest;
    moment->first = moment->last = at;
    drg_text word = find_wording(clock->reading, at);
    if (word.size == 5 && digits_of(word, 4, &year, &rest) && base_text_is(rest, "s") && year % 10 == 0 &&
        year >= 1800) {
        span_years(moment, year, year + 9);
        return true;
    }
    if (at == clock->begin || !year_of(clock, at, &year) || year < 1900) return false;
    if (at + 1 < clock->end) {
        uint8_t upos = clock->reading->tokens[at + 1].upos;
        if (upos == DRG_NOUN && !find_is_possessive(clock->reading, at + 1) &&
            clock->reading->tokens[at].relation == LANGUAGE_NUMMOD)
            return false; /* "in 2014 cases" */
    }
    for (size_t i = 0; before[i]; i++) {
        bool pair = i >= 11 && !(clock->fixed && clock->fixed_sentence == clock->sentence);
        if (!is_word(clock, at - 1, before[i])) continue;
        if (pair && strcmp(before[i], "of") != 0 && strcmp(before[i], "between") != 0) return false;
        span_years(moment, year, year);
        return true;
    }
    return false;
}

/* ---- weekdays */

static int32_t weekday_on(const find_clock *clock, int weekday, find_tense tense)
{
    int32_t day = clock->reading->day;
    int32_t back = (find_weekday(day) - weekday + 7) % 7;
    bool ahead = tense == FIND_TENSE_FUTURE || tense == FIND_TENSE_PRESENT;
    return !ahead || !back ? day - back : day + 7 - back;
}

static bool is_part_of_name(const find_clock *clock, uint32_t at)
{
    const find_reading *reading = clock->reading;
    if (at > clock->begin) {
        const drg_token *before = &reading->tokens[at - 1];
        bool tied = before->head == at || reading->tokens[at].head == at - 1;
        bool capital = find_is_capital(reading, at - 1) && at - 1 > clock->begin;
        if (tied && capital && (before->upos == DRG_PROPN || before->upos == DRG_ADJ) &&
            reading->draft_at[at - 1] == DRG_NONE && find_time_of(reading, at - 1) == DRG_NONE)
            return true; /* "Bloody Sunday" */
    }
    if (at + 1 >= clock->end) return false;
    const drg_token *after = &reading->tokens[at + 1];
    bool tied = after->head == at || reading->tokens[at].head == at + 1;
    bool running = reading->document->sentences.items[clock->sentence].kind == DRG_SENTENCE_TEXT;
    bool named = after->upos == DRG_PROPN || (after->upos == DRG_NOUN && running); /* headlines may be all capitals */
    if (tied && named && find_is_capital(reading, at + 1) && find_time_of(reading, at + 1) == DRG_NONE)
        return true; /* "The Sunday Telegraph" */
    return find_name_part_of(reading, at + 1) == FIND_INSTITUTION && find_is_capital(reading, at + 1);
}

static bool read_weekday(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int weekday, part;
    if (!word_of_kind(clock, at, FIND_WEEKDAY, &weekday) || !find_is_capital(clock->reading, at)) return false;
    if (is_part_of_name(clock, at)) return false;
    uint32_t next = at + 1;
    find_moment plain = {0};
    uint32_t date = is_comma(clock, next) ? next + 1 : next;
    if (date < clock->end && (read_month_first(clock, date, &plain) || read_day_first(clock, date, &plain)) &&
        plain.precision == DRG_PRECISION_DAY && find_weekday(plain.from) == weekday) {
        *moment = plain;
        moment->first = at;
        return true;
    }
    if (!clock->reading->dated) return false;
    if (word_of_kind(clock, next, FIND_PART, &part) && part > 0) next++;
    moment->first = at;
    moment->last = next - 1;
    int32_t day = weekday_on(clock, weekday, tense_for(clock, at, moment->last));
    span_days(moment, day, day, DRG_PRECISION_DAY);
    anchor(clock, moment);
    return true;
}

/* ---- relative spans */

static void span_weekend(const find_clock *clock, int order, find_moment *moment)
{
    int32_t day = clock->reading->day;
    int32_t saturday = day - (find_weekday(day) - 1) + 5 + 7 * order;
    span_days(moment, saturday, saturday + 1, DRG_PRECISION_DAY);
}

static bool span_unit(const find_clock *clock, int unit, int order, find_moment *moment)
{
    int32_t year, month, day;
    find_day_parts(clock->reading->day, &year, &month, &day);
    if (unit == 2)
        span_weekend(clock, order, moment);
    else if (unit == 7)
        span_week(moment, clock->reading->day + 7 * order);
    else if (unit == 30)
        span_month(moment, year, month + order);
    else if (unit == 365)
        span_years(moment, year + order, year + order);
    else
        return false;
    return true;
}

/* "the past two weeks", "the next three days". */
static bool span_count(const find_clock *clock, int count, int unit, int order, find_moment *moment)
{
    if (!order || count < 1 || unit > 365 || unit == 2) return false;
    int32_t days = count * unit, day = clock->reading->day;
    drg_precision precision = unit == 1    ? DRG_PRECISION_DAY
                              : unit < 30  ? DRG_PRECISION_WEEK
                              : unit < 365 ? DRG_PRECISION_MONTH
                                           : DRG_PRECISION_YEAR;
    if (order < 0)
        span_days(moment, day - days, day, precision);
    else
        span_days(moment, day, day + days, precision);
    return true;
}

static bool span_ordered_name(const find_clock *clock, uint32_t at, int order, find_moment *moment)
{
    int value;
    int32_t year, month, day, today = clock->reading->day;
    find_day_parts(today, &year, &month, &day);
    if (word_of_kind(clock, at, FIND_WEEKDAY, &value)) {
        int32_t monday = today - (find_weekday(today) - 1);
        int32_t found = monday + value - 1 + (order > 0 ? 7 : 0);
        if (order < 0 && found >= today) found -= 7;
        span_days(moment, found, found, DRG_PRECISION_DAY);
        return true;
    }
    if (!month_of(clock, at, &value)) return false;
    if (order < 0 && value >= month) year--;
    if (order > 0 && value <= month) year++;
    span_month(moment, year, value);
    return true;
}

static bool read_ordered(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int order, unit, count, part;
    if (!clock->reading->dated || !word_of_kind(clock, at, FIND_ORDER, &order)) return false;
    uint32_t next = at + 1;
    moment->first = at;
    anchor(clock, moment);
    if (word_of_kind(clock, next, FIND_UNIT, &unit)) {
        moment->last = next;
        return span_unit(clock, unit, order, moment);
    }
    if (number_of(clock, next, &count) && word_of_kind(clock, next + 1, FIND_UNIT, &unit)) {
        moment->last = next + 1;
        return span_count(clock, count, unit, order, moment);
    }
    moment->last = next;
    if (word_of_kind(clock, next, FIND_PART, &part) && part > 0 && (order < 0 || order == 0)) {
        int32_t day = clock->reading->day - (order < 0 ? 1 : 0); /* "last night", "this morning" */
        if (order < 0 && part != 4) return false;
        span_days(moment, day, day, DRG_PRECISION_DAY);
        return true;
    }
    return span_ordered_name(clock, next, order, moment);
}

static bool read_day_word(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int offset, part;
    if (!clock->reading->dated || !word_of_kind(clock, at, FIND_DAY, &offset)) return false;
    if (find_is_capital(clock->reading, at) && at > clock->begin && clock->reading->tokens[at].upos == DRG_PROPN)
        return false;
    moment->first = moment->last = at;
    if (word_of_kind(clock, at + 1, FIND_PART, &part) && part > 0) moment->last = at + 1;
    int32_t day = clock->reading->day + offset;
    span_days(moment, day, day, DRG_PRECISION_DAY);
    anchor(clock, moment);
    return true;
}

/* A point that lies `count` units from `from`: as exact as the unit. */
static bool span_distance(int32_t from, int count, int unit, find_moment *moment)
{
    int32_t year, month, day, reach = (int32_t)count * unit;
    find_day_parts(from, &year, &month, &day);
    if (unit == 1)
        span_days(moment, from + reach, from + reach, DRG_PRECISION_DAY);
    else if (unit == 7 || unit == 14)
        span_week(moment, from + reach);
    else if (unit == 30)
        span_month(moment, year, month + count);
    else if (unit == 365)
        span_years(moment, year + count, year + count);
    else
        return false;
    return true;
}

/* "three days ago"; "two weeks later", counted from the day named before. */
static bool read_distance(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int count, unit, direction;
    if (!number_of(clock, at, &count) || !word_of_kind(clock, at + 1, FIND_UNIT, &unit)) return false;
    if (!word_of_kind(clock, at + 2, FIND_AFTER, &direction) || count > 999) return false;
    moment->first = at;
    moment->last = at + 2;
    moment->anchored = true;
    if (direction == -2) {
        if (!clock->reading->dated) return false;
        moment->anchor = clock->reading->day;
        return span_distance(moment->anchor, -count, unit, moment);
    }
    bool bare = is_word(clock, at + 2, "later") || is_word(clock, at + 2, "earlier");
    if (!bare || !clock->fixed || (unit != 1 && unit != 7)) return false;
    moment->anchor = clock->fixed_day;
    return span_distance(moment->anchor, direction * count, unit, moment);
}

/* "the next day", "the same day", "a day earlier": from the day named before. */
static bool read_other_day(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const struct {
        const char *word;
        int offset;
    } words[] = {{"next", 1}, {"following", 1}, {"previous", -1}, {"same", 0}, {NULL, 0}};
    if (!clock->fixed || !is_word(clock, at + 1, "day") || !is_word(clock, at - 1, "the")) return false;
    for (size_t i = 0; words[i].word; i++) {
        if (!is_word(clock, at, words[i].word)) continue;
        moment->first = at;
        moment->last = at + 1;
        moment->anchored = true;
        moment->anchor = clock->fixed_day;
        span_days(moment, clock->fixed_day + words[i].offset, clock->fixed_day + words[i].offset, DRG_PRECISION_DAY);
        return true;
    }
    return false;
}

/* "over the weekend". */
static bool read_weekend(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int unit;
    if (!clock->reading->dated || !word_of_kind(clock, at, FIND_UNIT, &unit) || unit != 2) return false;
    if (at == clock->begin || !is_word(clock, at - 1, "the")) return false;
    moment->first = moment->last = at;
    find_tense tense = tense_for(clock, at, at);
    int32_t today = find_weekday(clock->reading->day);
    if (tense == FIND_TENSE_UNKNOWN || tense == FIND_TENSE_PRESENT) return false;
    span_weekend(clock, tense == FIND_TENSE_PAST && today < 6 ? -1 : 0, moment);
    anchor(clock, moment);
    return true;
}

/* ---- one token after the other */

/* "Oct. 7 attack": a date that names a happening is not one of the nearest days, unless it is close. */
static bool is_label(const find_clock *clock, const find_moment *moment)
{
    if (!moment->anchored || moment->anchor != clock->reading->day) return false;
    int month;
    if (!month_of(clock, moment->first, &month) && !month_of(clock, moment->last, &month)) return false;
    const drg_token *head = &clock->reading->tokens[find_head_of(clock->reading, moment->first, moment->last)];
    bool modifies = head->head != DRG_NONE && head->head > moment->last &&
                    clock->reading->tokens[head->head].upos == DRG_NOUN && moment->last + 2 >= head->head;
    int32_t distance = moment->from - clock->reading->day;
    return modifies && (distance > 60 || distance < -60);
}

static bool read_at(const find_clock *clock, uint32_t at, find_moment *moment)
{
    typedef bool (*find_rule)(const find_clock *clock, uint32_t at, find_moment *moment);
    static const find_rule rules[] = {read_iso,     read_month_first, read_day_first, read_weekday, read_other_day,
                                      read_ordered, read_day_word,    read_distance,  read_weekend, read_year};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        *moment = (find_moment){0};
        if (rules[i](clock, at, moment)) return !is_label(clock, moment);
    }
    return false;
}

/* May a date start here? Most words may not, and one look decides. */
static bool may_start(const find_clock *clock, uint32_t at)
{
    const drg_token *token = &clock->reading->tokens[at];
    if (token->upos == DRG_PUNCT || token->upos == DRG_VERB) return false;
    const find_match *match = find_match_of(clock->reading, at);
    if (match && match->first != match->last && !find_is_office(match)) return false; /* "USA Today" */
    uint32_t draft = clock->reading->draft_at[at];
    if (draft != DRG_NONE && clock->reading->drafts.items[draft].person != DRG_NONE) return false; /* "Theresa May" */
    drg_text word = find_wording(clock->reading, at);
    if (word.size && word.data[0] >= '0' && word.data[0] <= '9') return true;
    return find_time_of(clock->reading, at) != DRG_NONE || find_is_word(clock->reading, at, "same");
}

static void widen(const find_clock *clock, find_moment *moment)
{
    int part;
    uint32_t before = moment->first;
    if (before > clock->begin && word_of_kind(clock, before - 1, FIND_PART, &part) && part == 0)
        before--;
    else if (before > clock->begin + 1 && find_is_hyphen(clock->reading, before - 1) &&
             is_word(clock, before - 2, "mid"))
        before -= 2;
    moment->first = before;
    if (before > clock->begin && is_word(clock, before - 1, "since")) moment->open_end = true;
}

static void add_date(find_clock *clock, const find_moment *moment)
{
    drg_document *document = clock->reading->document;
    drg_date date = {.sentence = clock->sentence, .precision = moment->precision};
    date.head = find_head_of(clock->reading, moment->first, moment->last);
    date.span = find_span(clock->reading, moment->first, moment->last);
    if (!find_day_write(moment->from, date.from)) return;
    if (!moment->open_end && !find_day_write(moment->to, date.to)) return;
    if (moment->anchored && !find_day_write(moment->anchor, date.anchor)) return;
    base_push(&document->arena, &document->dates) = date;
    if (moment->precision != DRG_PRECISION_DAY || moment->from != moment->to) {
        clock->fixed = clock->fixed && clock->fixed_sentence == clock->sentence;
        if (!clock->fixed) clock->fixed_sentence = clock->sentence;
        return;
    }
    clock->fixed = true;
    clock->fixed_day = moment->from;
    clock->fixed_sentence = clock->sentence;
}

static void read_sentence(find_clock *clock, uint32_t sentence)
{
    const drg_sentence *whole = &clock->reading->document->sentences.items[sentence];
    clock->sentence = sentence;
    clock->begin = whole->body;
    clock->end = find_sentence_end(whole);
    if (clock->fixed && clock->fixed_sentence + 1 < sentence) clock->fixed = false;
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        find_moment moment;
        if (!may_start(clock, i) || !read_at(clock, i, &moment)) continue;
        i = moment.last;
        widen(clock, &moment);
        add_date(clock, &moment);
    }
}

/* The first date of the sentence that some day of the report would resolve. */
static bool find_relative(const find_clock *clock, find_moment *moment)
{
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        if (!may_start(clock, i) || !read_at(clock, i, moment)) continue;
        if (moment->anchored) return true;
        i = moment->last;
    }
    return false;
}

/* Without a day of the report: a note at the first date that stays unknown for want of it. */
static void note_undated(const find_reading *reading)
{
    find_reading as_if = *reading;
    as_if.dated = true;
    as_if.day = find_day_number(2000, 1, 1);
    find_clock clock = {.reading = &as_if};
    drg_document *document = reading->document;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        find_moment moment;
        const drg_sentence *sentence = &document->sentences.items[i];
        if (sentence->kind == DRG_SENTENCE_BYLINE) continue;
        clock.sentence = i;
        clock.begin = sentence->body;
        clock.end = find_sentence_end(sentence);
        if (!find_relative(&clock, &moment)) continue;
        record_note(document, find_span(reading, moment.first, moment.last),
                    "the day of the report is not known: dates such as this one stay unresolved");
        return;
    }
}

void find_read_dates(find_reading *reading)
{
    find_clock clock = {.reading = reading};
    if (!reading->dated) note_undated(reading);
    for (uint32_t i = 0; i < reading->document->sentences.count; i++)
        if (reading->document->sentences.items[i].kind != DRG_SENTENCE_BYLINE) read_sentence(&clock, i);
}
