/* SPDX-License-Identifier: Apache-2.0
 * In: text that should be an ISO 8601 day or instant. Out: whether that day exists, or why not.
 * Strict on purpose: a date that is guessed wrong puts every event of a report on a wrong day. */
#include "input/input.h"

static const char *const MONTHS[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* The number that `count` digits at `at` make; -1 when they are not all digits. */
static int digits(drg_text text, size_t at, size_t count)
{
    int value = 0;
    if (at > text.size || text.size - at < count) return -1;
    for (size_t i = at; i < at + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') return -1;
        value = value * 10 + (text.data[i] - '0');
    }
    return value;
}

static bool is_byte(drg_text text, size_t at, char byte)
{
    return at < text.size && text.data[at] == byte;
}

static int days_of_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
}

static drg_status check_day(drg_text date, drg_error *error)
{
    int year = digits(date, 0, 4), month = digits(date, 5, 2), day = digits(date, 8, 2);
    if (year < 0 || month < 0 || day < 0 || date.data[4] != '-' || date.data[7] != '-')
        return base_fail(error, DRG_ERROR_FORMAT, "date '%.*s' is not of the form YYYY-MM-DD", BASE_PRINT(date));
    if (year < 1) return base_fail(error, DRG_ERROR_FORMAT, "date '%.*s' has no year", BASE_PRINT(date));
    if (month < 1 || month > 12)
        return base_fail(error, DRG_ERROR_FORMAT, "date '%.*s' has no month %02d", BASE_PRINT(date), month);
    if (day < 1 || day > days_of_month(year, month))
        return base_fail(error, DRG_ERROR_FORMAT, "date '%.*s' has no day %02d: %s %04d has %d", BASE_PRINT(date), day,
                         MONTHS[month - 1], year, days_of_month(year, month));
    return DRG_OK;
}

/* The length of "Z", "+HH:MM" or "+HHMM" at `at`; 0 when there is none. */
static size_t zone_size(drg_text text, size_t at)
{
    if (is_byte(text, at, 'Z')) return 1;
    if (!is_byte(text, at, '+') && !is_byte(text, at, '-')) return 0;
    size_t colon = is_byte(text, at + 3, ':') ? 1 : 0;
    int hours = digits(text, at + 1, 2), minutes = digits(text, at + 3 + colon, 2);
    return hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60 ? 5 + colon : 0;
}

/* "HH:MM", ":SS" and ".fraction" when they are there, and a zone when it is there, up to the end of the text. */
static bool is_time(drg_text text, size_t at)
{
    int hour = digits(text, at, 2), minute = digits(text, at + 3, 2);
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || text.data[at + 2] != ':') return false;
    at += 5;
    if (is_byte(text, at, ':')) {
        int second = digits(text, at + 1, 2);
        if (second < 0 || second > 60) return false;
        at += 3;
        if (is_byte(text, at, '.') && digits(text, at + 1, 1) >= 0)
            for (at += 2; digits(text, at, 1) >= 0;) at++;
    }
    return at + zone_size(text, at) == text.size;
}

drg_status drg_date_check(drg_text date, drg_error *error)
{
    drg_status status = check_day(date, error);
    if (status != DRG_OK || date.size == 10) return status;
    if (date.data[10] != 'T' || !is_time(date, 11))
        return base_fail(error, DRG_ERROR_FORMAT, "date '%.*s' is followed by no time HH:MM[:SS][Z]", BASE_PRINT(date));
    return DRG_OK;
}

drg_text input_first_line_date(drg_text text)
{
    static const char MARK[] = "\xEF\xBB\xBF";
    if (base_text_starts(text, BASE_LITERAL("\xEF\xBB\xBF"))) text = base_text_slice(text, sizeof MARK - 1, text.size);
    const char *end = text.size ? memchr(text.data, '\n', text.size < 64 ? text.size : 64) : NULL;
    drg_text line = base_text_trim((drg_text){text.data, end ? (size_t)(end - text.data) : 0});
    bool shaped = line.size == 10 && digits(line, 0, 4) >= 0 && line.data[4] == '-' && digits(line, 5, 2) >= 0 &&
                  line.data[7] == '-' && digits(line, 8, 2) >= 0;
    return shaped ? line : (drg_text){NULL, 0};
}

/* ---------------------------------------------------------------- front matter */

enum { FRONT_BYTES = 16384 }; /* most of a head */

/* The line at `at`, without its end; where the next begins. */
static size_t front_line(drg_text text, size_t at, drg_text *ret_line)
{
    size_t end = at;
    while (end < text.size && text.data[end] != '\n') end++;
    *ret_line = base_text_slice(text, at, end > at && text.data[end - 1] == '\r' ? end - 1 : end);
    return end < text.size ? end + 1 : end;
}

/* "'2024-05-14'" is 2024-05-14; a value that goes on in the next line is none. */
static drg_text front_value(drg_text value)
{
    value = base_text_trim(value);
    char first = value.size ? value.data[0] : ' ';
    if (first != '"' && first != '\'') return first == '|' || first == '>' || first == '[' ? (drg_text){"", 0} : value;
    if (value.size < 2 || value.data[value.size - 1] != first) return (drg_text){"", 0};
    return base_text_slice(value, 1, value.size - 1);
}

static void take_front(drg_text name, drg_text value, drg_source *source)
{
    drg_text day = value.size > 10 ? base_text_slice(value, 0, 10) : value;
    if (base_text_is(name, "date") && drg_date_check(day, NULL) == DRG_OK) source->published = day;
    if (base_text_is(name, "title")) source->title = value;
    if (base_text_is(name, "author")) source->author = value;
    if (base_text_is(name, "publisher")) source->publisher = value;
    if (base_text_is(name, "url") || base_text_is(name, "source_url")) source->url = value;
}

void input_front_matter(drg_text text, drg_source *ret_source)
{
    drg_source source = {.text = text};
    drg_text line;
    size_t fields = 0, at = front_line(text, 0, &line);
    *ret_source = source;
    if (!base_text_is(line, "---")) return;
    while (at < text.size && at < FRONT_BYTES) {
        at = front_line(text, at, &line);
        if (base_text_is(line, "---")) {
            source.text = base_text_slice(text, at, text.size);
            if (fields) *ret_source = source;
            return;
        }
        if (!line.size || line.data[0] == ' ' || line.data[0] == '-' || line.data[0] == '#') continue;
        const char *colon = memchr(line.data, ':', line.size);
        if (!colon) return;
        size_t size = (size_t)(colon - line.data);
        fields++;
        drg_text value = front_value(base_text_slice(line, size + 1, line.size));
        if (value.size) take_front(base_text_slice(line, 0, size), value, &source);
    }
}
