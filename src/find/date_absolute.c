/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: dates of the calendar: days, months, years, decades, centuries, seasons, quarters, halves, holidays.
 * Where the year is not said, date.c tells it. */
#include "find/moment.h"

#include <string.h>

static bool day_exists(int32_t year, int32_t month, int32_t day)
{
    return day >= 1 && day <= find_month_length(year, month);
}

/* ---- the year behind a month, a season, a quarter */

/* "of that year", "last year", "this year". */
static bool year_told(const find_clock *clock, uint32_t at, find_moment *moment, int32_t *ret_year, uint32_t *ret_next)
{
    int order, unit, month;
    int32_t day;
    find_moment probe = *moment;
    uint32_t word = find_word_is(clock, at, "of") ? at + 1 : at;
    if (find_word_is(clock, word, "the")) word++;
    bool that = find_word_is(clock, word, "that") || find_word_is(clock, word, "same");
    if (!that && !find_date_word(clock, word, FIND_ORDER, &order)) return false;
    if (!find_date_word(clock, word + 1, FIND_UNIT, &unit) || unit != FIND_YEARS) return false;
    bool told = that || find_word_is(clock, word, "following") || find_word_is(clock, word, "previous");
    if (told ? !find_anchor_told(clock, &probe) : !find_anchor(clock, &probe)) return false;
    find_day_parts(probe.anchor, ret_year, &month, &day);
    *ret_year += that ? 0 : order;
    *ret_next = word + 2;
    moment->anchor = probe.anchor;
    moment->anchored = probe.anchored;
    return true;
}

/* "2025", ", 2025", "of 2025", "of that year"; *ret_next stays where no year stands. */
static bool year_behind(const find_clock *clock, uint32_t at, bool comma, find_moment *moment, int32_t *ret_year,
                        uint32_t *ret_next)
{
    *ret_next = at;
    if (find_year_at(clock, at, ret_year, ret_next)) return true;
    bool joined = (comma && find_comma_at(clock, at)) || find_word_is(clock, at, "of") || find_word_is(clock, at, "in");
    if (joined && find_year_at(clock, at + 1, ret_year, ret_next)) return true;
    if (year_told(clock, at, moment, ret_year, ret_next)) return true;
    *ret_next = at;
    return false;
}

static bool unsaid(const find_clock *clock, int32_t month, int32_t day, find_moment *moment, int32_t *ret_year)
{
    return find_year_unsaid(clock, month, day, moment->last, moment, ret_year);
}

/* ---- month and day */

/* "3-5", "3 to 5": the second day, else the first. */
static int32_t day_range(const find_clock *clock, int32_t day, uint32_t *at)
{
    int32_t day_to;
    uint32_t next;
    if (!find_dash_at(clock, *at) || !find_day_of_month(clock, *at + 1, &day_to, &next) || day_to <= day) return day;
    *at = next;
    return day_to;
}

static bool finish_day(find_moment *moment, int32_t year, int32_t month, int32_t day, int32_t day_to)
{
    if (!day_exists(year, month, day) || !day_exists(year, month, day_to)) return false;
    int32_t first = find_day_number(year, month, day);
    find_span_days(moment, first, first + (day_to - day));
    return true;
}

bool find_read_month_first(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int month;
    int32_t day = 0, day_to = 0, year = 0;
    uint32_t after, next = at + 1;
    if (!find_month_at(clock, at, &month)) return false;
    if (find_word_is(clock, next, "the") && find_ordinal_at(clock, next + 1, &day, &after)) next++;
    if (find_range_at(clock, next, &day, &day_to) && day_to > day && day_to <= 31) {
        next++;
    } else if (find_day_of_month(clock, next, &day, &after)) {
        next = after;
        day_to = day_range(clock, day, &next);
    } else
        day = 0;
    moment->first = at;
    moment->last = next - 1;
    if (year_behind(clock, next, true, moment, &year, &after))
        moment->last = after - 1;
    else if (!unsaid(clock, month, day, moment, &year))
        return false;
    if (day) return finish_day(moment, year, month, day, day_to);
    if (moment->first == moment->last && find_date_in_name(clock, at, at)) return false; /* "April Ryan" */
    find_span_month(moment, year, month);
    return true;
}

bool find_read_day_first(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int month;
    int32_t day, day_to, year;
    uint32_t next, after;
    bool range = find_range_at(clock, at, &day, &day_to) && day_to > day && day_to <= 31;
    if (range)
        next = at + 1;
    else if (!find_day_of_month(clock, at, &day, &next))
        return false;
    else
        day_to = day_range(clock, day, &next);
    if (find_word_is(clock, next, "of")) next++;
    if (!find_month_at(clock, next, &month)) return false;
    moment->first = at;
    moment->last = next;
    if (year_behind(clock, next + 1, true, moment, &year, &after))
        moment->last = after - 1;
    else if (!unsaid(clock, month, day, moment, &year))
        return false;
    return finish_day(moment, year, month, day, day_to);
}

/* ---- figures */

static bool last_token_at(const find_clock *clock, uint32_t at, uint32_t end, uint32_t *ret_last)
{
    for (uint32_t last = at; last < clock->end && last < at + 8; last++) {
        if (clock->reading->tokens[last].span.end != end) continue;
        *ret_last = last;
        return true;
    }
    return false;
}

bool find_read_iso(const find_clock *clock, uint32_t at, find_moment *moment)
{
    drg_text text = clock->reading->document->source.text;
    uint32_t begin = clock->reading->tokens[at].span.begin;
    int32_t day;
    if (text.size < begin + (size_t)10 || !find_day_read(base_text_slice(text, begin, begin + (size_t)10), &day))
        return false;
    if (!last_token_at(clock, at, begin + 10, &moment->last)) return false;
    moment->first = at;
    find_span_days(moment, day, day);
    return true;
}

static bool two_digits(int32_t *year)
{
    if (*year < 100) *year += *year < 50 ? 2000 : 1900;
    return *year >= 1000 && *year <= 2199;
}

/* "11/09/1989", "23.4.2025": the month first with slashes unless that is none, the day first with stops. */
bool find_read_numeric(const find_clock *clock, uint32_t at, find_moment *moment)
{
    drg_text text = clock->reading->document->source.text;
    uint32_t begin = clock->reading->tokens[at].span.begin;
    drg_text rest = base_text_slice(text, begin, text.size);
    int32_t parts[3];
    char mark = 0;
    for (size_t i = 0; i < 3; i++) {
        drg_text before = rest;
        if (!find_digits(rest, i == 2 ? 4 : 2, &parts[i], &rest)) return false;
        if (i == 2 && before.size - rest.size != 2 && before.size - rest.size != 4) return false;
        if (i == 2) break;
        if (!rest.size || (rest.data[0] != '/' && rest.data[0] != '.') || (mark && rest.data[0] != mark)) return false;
        mark = rest.data[0];
        rest = base_text_slice(rest, 1, rest.size);
    }
    if (!last_token_at(clock, at, (uint32_t)(text.size - rest.size), &moment->last) || !two_digits(&parts[2]))
        return false;
    bool day_first = mark == '.' || parts[0] > 12;
    int32_t month = parts[day_first ? 1 : 0], day = parts[day_first ? 0 : 1];
    moment->first = at;
    return month >= 1 && month <= 12 && finish_day(moment, parts[2], month, day, day);
}

/* ---- years and more */

static bool is_era_mark(const find_clock *clock, uint32_t at)
{
    static const char *const marks[] = {"bc", "b.c.", "bce", "b.c.e.", "b.c", NULL};
    return find_word_among(clock, at, marks);
}

static bool read_before_christ(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t year;
    drg_text rest;
    if (!find_digits(find_wording(clock->reading, at), 4, &year, &rest) || rest.size || year < 1) return false;
    if (!is_era_mark(clock, at + 1)) return false;
    moment->first = at;
    moment->last = at + 1;
    moment->grain = FIND_GRAIN_NONE;
    memcpy(moment->value, "BC0000", 7);
    for (size_t i = 5; i >= 2; i--, year /= 10) moment->value[i] = (char)('0' + year % 10);
    return true;
}

/* Does a bare number of four digits stand where a year does? */
static bool year_is_told(const find_clock *clock, uint32_t at, uint32_t last)
{
    static const char *const before[] = {"in",     "since",  "by",      "until", "during",     "from",   "before",
                                         "after",  "early",  "late",    "mid",   "between",    "year",   "till",
                                         "pre",    "post",   "through", "circa", "throughout", "to",     "of",
                                         "and",    "or",     "around",  "about", "fiscal",     "summer", "spring",
                                         "autumn", "winter", "fall",    "into",  "for",        "than",   NULL};
    static const char *const pairs[] = {"to", "and", "of", "or", "through", "around", "about", NULL};
    const find_reading *reading = clock->reading;
    int32_t other;
    uint32_t next;
    if (at == clock->begin)
        return last + 1 == clock->end || find_dash_at(clock, last + 1) ||
               base_text_is(find_wording(reading, last + 1), ":");
    bool noun =
        last + 1 < clock->end && reading->tokens[last + 1].upos == DRG_NOUN && !find_is_possessive(reading, last + 1);
    if (find_word_among(clock, at - 1, pairs) && !find_word_is(clock, at - 1, "of")) {
        bool pair = at >= clock->begin + 2 && find_year_at(clock, at - 2, &other, &next);
        return pair || (clock->told.set && clock->told.sentence == clock->sentence && !noun);
    }
    if (find_word_among(clock, at - 1, before)) return !noun || reading->tokens[at].relation != LANGUAGE_NUMMOD;
    if (find_hyphen_at(clock, at - 1) || base_text_is(find_wording(reading, at - 1), "–"))
        return at >= clock->begin + 2 &&
               (find_year_at(clock, at - 2, &other, &next) || find_word_is(clock, at - 2, "mid") ||
                find_word_is(clock, at - 2, "pre") || find_word_is(clock, at - 2, "post"));
    if (base_text_is(find_wording(reading, at - 1), "("))
        return last + 1 < clock->end &&
               (find_dash_at(clock, last + 1) || base_text_is(find_wording(reading, last + 1), ")"));
    if (find_comma_at(clock, at - 1) && clock->told.set && clock->told.sentence == clock->sentence) return !noun;
    return false;
}

/* "the 2014 annexation": a year before the noun that it dates, but not part of a name ("the 2020 campaign group"). */
static bool year_modifies(const find_clock *clock, uint32_t at)
{
    const find_reading *reading = clock->reading;
    uint32_t head = reading->tokens[at].head;
    if (at == clock->begin || head == DRG_NONE || head <= at || head > at + 3 || head >= clock->end) return false;
    uint8_t before = reading->tokens[at - 1].upos;
    if (before != DRG_DET && before != DRG_PRON && before != DRG_PART && before != DRG_PROPN && before != DRG_ADJ)
        return false;
    if (before == DRG_PROPN && !find_is_possessive(reading, at - 1)) return false;
    for (uint32_t i = at + 1; i <= head; i++) {
        uint8_t upos = reading->tokens[i].upos;
        if (upos != DRG_NOUN && upos != DRG_ADJ && upos != DRG_PROPN) return false;
        if (i < head && reading->tokens[i].upos == DRG_NOUN) return false;
    }
    return !base_text_is(reading->tokens[head].feats, "Number=Plur") || find_word_is(clock, at - 1, "the");
}

/* "1861-1863", "2014-15" in one token. */
static bool read_years(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t from, to;
    find_moment last = {0};
    if (!find_range_at(clock, at, &from, &to)) return false;
    if (to < 100) to += from / 100 * 100;
    if (from < 1500 || from > 2199 || to <= from || to > from + 99) return false;
    moment->first = moment->last = at;
    find_span_year(moment, from);
    find_span_year(&last, to);
    moment->to = last.to;
    return true;
}

/* "1939-45" in three tokens; "2004-10" may be a month. */
static void add_last_year(const find_clock *clock, int32_t year, find_moment *moment)
{
    int32_t to;
    drg_text rest;
    find_moment last = {0};
    uint32_t at = moment->last + 2;
    if (!find_dash_at(clock, at - 1) || at >= clock->end || find_word_is(clock, at - 1, "to")) return;
    if (!find_digits(find_wording(clock->reading, at), 3, &to, &rest) || rest.size || to < 13 || to > 99) return;
    if (to <= year % 100) return;
    find_span_year(&last, year - year % 100 + to);
    moment->to = last.to;
    moment->last = at;
}

bool find_read_bare_year(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t year;
    uint32_t next;
    if (read_before_christ(clock, at, moment) || read_years(clock, at, moment)) return true;
    if (!find_year_at(clock, at, &year, &next)) return false;
    bool spelled = clock->reading->tokens[at].span.end - clock->reading->tokens[at].span.begin != 4 || next > at + 1;
    if (!(spelled && next > at + 1) && !year_is_told(clock, at, next - 1) &&
        !(year >= 1800 && year_modifies(clock, at)))
        return false;
    moment->first = at;
    moment->last = next - 1;
    find_span_year(moment, year);
    add_last_year(clock, year, moment);
    return true;
}

/* "the 1990s", "the '90s", "the nineties", "the 19th century". */
bool find_read_era(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t year;
    int value;
    uint32_t next;
    drg_text rest, word = find_wording(clock->reading, at);
    moment->first = moment->last = at;
    if (word.size && word.data[0] == '\'') word = base_text_slice(word, 1, word.size);
    bool mark = word.size < find_wording(clock->reading, at).size ||
                (at > clock->begin && base_text_is(find_wording(clock->reading, at - 1), "'")) ||
                find_word_is(clock, at - 1, "the") || find_word_is(clock, at - 1, "’");
    if (find_digits(word, 4, &year, &rest) && base_text_is(rest, "s") && year % 10 == 0) {
        if (word.size == 3 && mark) year += 1900;
        if (year < 1000 || year > 2190) return false;
        find_span_decade(moment, year);
        return true;
    }
    if (find_date_word(clock, at, FIND_ERA, &value)) { /* "nineteen nineties" */
        find_span_decade(moment, 1900 + value);
        return find_word_is(clock, at - 1, "the") || find_word_is(clock, at - 1, "early") ||
               find_word_is(clock, at - 1, "late");
    }
    if (!find_ordinal_at(clock, at, &year, &next) || year > 22 || year < 1) return false;
    if (find_hyphen_at(clock, next)) next++;
    int unit;
    if (!find_date_word(clock, next, FIND_UNIT, &unit) || unit != FIND_CENTURIES) return false;
    moment->last = next;
    if (is_era_mark(clock, next + 1)) return false;
    find_span_century(moment, year);
    return true;
}

/* ---- parts of years */

/* The year of a season or quarter from its middle month. */
static bool part_year(const find_clock *clock, int32_t month, uint32_t next, find_moment *moment, int32_t *ret_year)
{
    uint32_t after;
    moment->last = next - 1;
    if (year_behind(clock, next, true, moment, ret_year, &after)) {
        moment->last = after - 1;
        return true;
    }
    return unsaid(clock, month, 0, moment, ret_year);
}

/* The year of a quarter: the one that has begun this year, else by tense that of this year or the last. */
static bool quarter_year(const find_clock *clock, int32_t quarter, uint32_t next, find_moment *moment,
                         int32_t *ret_year)
{
    int32_t year, month, day;
    uint32_t after;
    moment->last = next - 1;
    if (year_behind(clock, next, true, moment, ret_year, &after)) {
        moment->last = after - 1;
        return true;
    }
    if (!find_anchor(clock, moment)) return false;
    find_day_parts(moment->anchor, &year, &month, &day);
    find_tense tense = find_tense_at(clock, moment->first, moment->last);
    bool ahead = tense == FIND_TENSE_FUTURE || tense == FIND_TENSE_PRESENT;
    *ret_year = quarter * 3 - 2 <= month || ahead || clock->history ? year : year - 1;
    return true;
}

/* "the summer", "spring 2024", "the winter of 1994"; without a year it takes an article or a preposition. */
bool find_read_season(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static const char *const before[] = {"the",  "in",  "of", "by",  "until", "since",   "during", "early",
                                         "late", "mid", "-",  "and", "from",  "through", NULL};
    int season;
    int32_t year;
    uint32_t next;
    if (!find_date_word(clock, at, FIND_SEASON, &season) || clock->reading->tokens[at].upos == DRG_VERB) return false;
    moment->first = moment->last = at;
    if (year_behind(clock, at + 1, true, moment, &year, &next)) {
        moment->last = next - 1;
        find_span_season(moment, year, season);
        return true;
    }
    bool doubtful = find_word_is(clock, at, "fall") || find_word_is(clock, at, "spring");
    uint8_t after = at + 1 < clock->end ? clock->reading->tokens[at + 1].upos : DRG_PUNCT;
    if (!find_word_among(clock, at - 1, before) || after == DRG_NOUN || after == DRG_PROPN) return false;
    if (find_word_is(clock, at + 1, "of") || (doubtful && find_word_is(clock, at + 1, "in"))) return false;
    if (!unsaid(clock, season < 4 ? season * 3 + 1 : 1, 0, moment, &year)) return false;
    find_span_season(moment, season == 4 ? year - 1 : year, season);
    return true;
}

/* "the third quarter", "third-quarter", "Q3 2024", "the first half of 2024", "next year's first quarter". */
bool find_read_quarter(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t number, year;
    uint32_t next;
    int unit = 0;
    drg_text word = find_wording(clock->reading, at);
    if (word.size == 2 && (word.data[0] == 'Q' || word.data[0] == 'H') && word.data[1] >= '1' && word.data[1] <= '4') {
        number = word.data[1] - '0';
        unit = word.data[0] == 'Q' ? FIND_QUARTERS : 0;
        next = at;
    } else {
        if (find_word_is(clock, at, "last") && find_word_is(clock, at + 1, "half")) {
            number = 2;
            next = at + 1;
        } else if (!find_ordinal_at(clock, at, &number, &next) || number > 4)
            return false;
        if (find_hyphen_at(clock, next)) next++;
        bool quarter = find_date_word(clock, next, FIND_UNIT, &unit) && unit == FIND_QUARTERS;
        if (!quarter && !find_word_is(clock, next, "half")) return false;
        if (!quarter) unit = 0;
    }
    moment->first = at;
    if (!unit && number > 2) return false;
    if (!unit && !find_word_is(clock, next + 1, "of") && word.data[0] != 'H') return false;
    bool told = unit ? quarter_year(clock, number, next + 1, moment, &year)
                     : part_year(clock, number * 6 - 5, next + 1, moment, &year);
    if (!told) return false;
    if (!unit && word.data[0] != 'H' && moment->last == next) return false; /* "the first half of the match" */
    if (unit)
        find_span_quarter(moment, year, number);
    else
        find_span_half(moment, year, number);
    return true;
}

/* ---- holidays */

/* Without a year: the one by tense, else the nearest. */
static bool holiday_unsaid(const find_clock *clock, uint32_t holiday, find_moment *moment, int32_t *ret_first,
                           int32_t *ret_days)
{
    int32_t year, month, day, best = 0, first, days;
    if (!find_anchor(clock, moment)) return false;
    find_tense tense = find_tense_at(clock, moment->first, moment->last);
    find_day_parts(moment->anchor, &year, &month, &day);
    for (int32_t i = -1; i <= 1; i++) {
        if (!find_holiday_day(clock->reading->lists, holiday, year + i, &first, &days)) continue;
        int32_t distance = first - moment->anchor;
        if (tense == FIND_TENSE_FUTURE && distance < 0) distance = 1000 - distance;
        if (tense == FIND_TENSE_PAST && distance > 0) distance += 1000;
        distance = distance < 0 ? -distance : distance;
        if (best && distance >= best) continue;
        best = distance ? distance : 1;
        *ret_first = first;
        *ret_days = days;
    }
    return best > 0;
}

/* "Christmas Eve mass in 2021". */
static bool year_near(const find_clock *clock, uint32_t at, int32_t *ret_year)
{
    uint32_t next;
    for (uint32_t i = at; i < clock->end && i < at + 5; i++)
        if (find_word_is(clock, i, "in") && find_year_at(clock, i + 1, ret_year, &next)) return true;
    return false;
}

bool find_read_holiday(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int32_t year, first, days;
    uint32_t next;
    uint32_t holiday = find_is_capital(clock->reading, at) ? find_holiday_at(clock, at, &moment->last) : DRG_NONE;
    if (holiday == DRG_NONE) return false;
    moment->first = at;
    if (find_date_in_name(clock, at, moment->last)) return false;
    if (year_behind(clock, moment->last + 1, true, moment, &year, &next)) {
        if (!find_holiday_day(clock->reading->lists, holiday, year, &first, &days)) return false;
        moment->last = next - 1;
    } else if (year_near(clock, moment->last + 1, &year)) {
        if (!find_holiday_day(clock->reading->lists, holiday, year, &first, &days)) return false;
    } else if (!holiday_unsaid(clock, holiday, moment, &first, &days))
        return false;
    find_span_days(moment, first, first + days - 1);
    return true;
}

bool find_read_absolute(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static find_date_rule *const rules[] = {find_read_iso,       find_read_numeric, find_read_month_first,
                                            find_read_day_first, find_read_quarter, find_read_season,
                                            find_read_era,       find_read_holiday};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        *moment = (find_moment){0};
        if (rules[i](clock, at, moment)) return true;
    }
    *moment = (find_moment){0};
    int32_t year;
    uint32_t next;
    if (!find_year_at(clock, at, &year, &next)) return false;
    moment->first = at;
    moment->last = next - 1;
    find_span_year(moment, year);
    return true;
}
