/* SPDX-License-Identifier: Apache-2.0
 * The reading of dates while it goes on, shared by its files:
 *
 *   date.c           sentence by sentence; what an expression is resolved against; what may not be one
 *   date_word.c      words, numbers, amounts, units
 *   date_absolute.c  "23 April 2025", "the 1990s", "the third quarter", holidays
 *   date_relative.c  "Wednesday", "last week", "yesterday"
 *   date_told.c      "three days ago", "the next day", "that year", "the end of the month", "now"
 *   date_feast.c     "the tenth anniversary of", "the eve of", "the 100th day of his presidency"
 *   date_hour.c      "at 5 p.m. EDT on Tuesday", "noon", parts of the day
 *   date_length.c    durations and what recurs: "three years", "every Friday"
 *   date_span.c      years and months as days
 *   date_value.c     TIMEX3 values
 *   holiday.c        the days of data/time/holidays.tsv */
#ifndef FIND_MOMENT_H
#define FIND_MOMENT_H

#include "find/reading.h"
#include "find/tense.h"

/* Units, as numbered in data/time/words.tsv. */
typedef enum find_unit {
    FIND_UNIT_NONE,
    FIND_SECONDS,
    FIND_MINUTES,
    FIND_HOURS,
    FIND_DAYS,
    FIND_WEEKS,
    FIND_FORTNIGHTS,
    FIND_WEEKENDS,
    FIND_MONTHS,
    FIND_QUARTERS,
    FIND_YEARS,
    FIND_DECADES,
    FIND_CENTURIES,
    FIND_MILLENNIA,
    FIND_UNIT_COUNT
} find_unit;

/* How wide a moment is. */
typedef enum find_grain {
    FIND_GRAIN_NONE, /* not a day of the calendar: `value` says what it is */
    FIND_GRAIN_CLOCK,
    FIND_GRAIN_DAY,
    FIND_GRAIN_WEEKEND,
    FIND_GRAIN_WEEK,
    FIND_GRAIN_MONTH,
    FIND_GRAIN_SEASON,
    FIND_GRAIN_QUARTER,
    FIND_GRAIN_HALF,
    FIND_GRAIN_YEAR,
    FIND_GRAIN_DECADE,
    FIND_GRAIN_CENTURY
} find_grain;

typedef enum find_day_part {
    FIND_PART_NONE,
    FIND_MORNING,
    FIND_AFTERNOON,
    FIND_EVENING,
    FIND_NIGHT,
    FIND_DAYTIME
} find_day_part;

/* A reading of tokens [first, last] as days [from, to]. */
typedef struct find_moment {
    uint32_t first, last;
    drg_timex kind;
    find_grain grain;
    int32_t from, to, anchor;
    drg_anchor anchored; /* DRG_ANCHOR_NONE: an absolute date */
    bool open_end, dateless;
    drg_mod mod;
    uint8_t season;             /* 1 spring .. 4 winter */
    uint8_t part;               /* find_day_part */
    int16_t hour, minute;       /* with FIND_GRAIN_CLOCK; minute -1 when not said */
    char value[DRG_VALUE_SIZE]; /* already known, else made from the rest */
} find_moment;

/* The date that was last told, for what is counted from it. */
typedef struct find_told {
    bool set;
    int32_t day;
    find_grain grain;
    uint32_t sentence;
} find_told;

#define FIND_BEGUN 8 /* beginnings that are kept */

/* What began on a day: "talks". */
typedef struct find_begun {
    drg_text lemma;
    int32_t day;
    drg_anchor anchored;
} find_begun;

typedef struct find_clock {
    find_reading *reading;
    uint32_t sentence, begin, end;
    const uint32_t *words; /* per token: find_time_pack of its bare word; NULL: looked up at each question */
    bool history;          /* a text that tells of years gone by: dates follow each other */
    find_told told, day;   /* any date; a single day */
    find_told quarter;
    find_begun begun[FIND_BEGUN]; /* a ring */
    size_t begun_count;
} find_clock;

typedef struct find_amount {
    int32_t number; /* FIND_SOME: "several", "a few" */
    bool half;      /* and a half */
    drg_mod mod;
    uint32_t next;
} find_amount;

#define FIND_SOME (-1)

typedef bool find_date_rule(const find_clock *clock, uint32_t at, find_moment *moment);

/* ---- date_word.c: false where no such word stands; `at` may lie outside the sentence */
bool find_date_word(const find_clock *clock, uint32_t at, find_time_kind kind, int *ret_value);
/* The wording without "mid-", "early-", "late-", "pre-", "post-" glued before it. */
drg_text find_bare_word(const find_clock *clock, uint32_t at);
bool find_word_is(const find_clock *clock, uint32_t at, const char *lower);
bool find_word_among(const find_clock *clock, uint32_t at, const char *const *words); /* NULL at their end */
bool find_capital_at(const find_clock *clock, uint32_t at);
bool find_hyphen_at(const find_clock *clock, uint32_t at);
bool find_dash_at(const find_clock *clock, uint32_t at); /* or "to" */
bool find_comma_at(const find_clock *clock, uint32_t at);
bool find_month_at(const find_clock *clock, uint32_t at, int *ret_month);
bool find_day_of_month(const find_clock *clock, uint32_t at, int32_t *ret_day, uint32_t *ret_next);
bool find_range_at(const find_clock *clock, uint32_t at, int32_t *ret_from, int32_t *ret_to);
bool find_year_at(const find_clock *clock, uint32_t at, int32_t *ret_year, uint32_t *ret_next);
bool find_ordinal_at(const find_clock *clock, uint32_t at, int32_t *ret_number, uint32_t *ret_next);
bool find_amount_at(const find_clock *clock, uint32_t at, find_amount *ret_amount);
bool find_unit_at(const find_clock *clock, uint32_t at, find_unit *ret_unit);
bool find_unit_is(const find_clock *clock, uint32_t at, find_unit unit);
bool find_plural_at(const find_clock *clock, uint32_t at); /* ends in s */
bool find_digits(drg_text word, size_t most, int32_t *ret_number, drg_text *ret_rest);

/* ---- date.c: what it is resolved against */

/* The day of the report, or in a history the date told last; false when neither is known. */
bool find_anchor(const find_clock *clock, find_moment *moment);
/* The day of the report where it is known, in a history too: for "yesterday", "Monday", "last week". */
bool find_anchor_report(const find_clock *clock, find_moment *moment);
/* The date told last, near enough; false when there is none. */
bool find_anchor_told(const find_clock *clock, find_moment *moment);
find_tense find_tense_at(const find_clock *clock, uint32_t first, uint32_t last);
/* The year of a month, or of a day of it (day 0: none), that is not said. False where nothing tells. */
bool find_year_unsaid(const find_clock *clock, int32_t month, int32_t day, uint32_t last, find_moment *moment,
                      int32_t *ret_year);

/* Are the capitalised words part of a name, "The Sunday Telegraph", "Easter Island"? */
bool find_date_in_name(const find_clock *clock, uint32_t first, uint32_t last);

/* ---- date_span.c: set grain, from and to */
void find_span_days(find_moment *moment, int32_t from, int32_t to);
void find_span_week(find_moment *moment, int32_t day);
void find_span_weekend(find_moment *moment, int32_t day);               /* of the week of `day` */
void find_span_month(find_moment *moment, int32_t year, int32_t month); /* any month number: counted on */
void find_span_season(find_moment *moment, int32_t year, int32_t season);
void find_span_quarter(find_moment *moment, int32_t year, int32_t quarter); /* any number: counted on */
void find_span_half(find_moment *moment, int32_t year, int32_t half);
void find_span_year(find_moment *moment, int32_t year);
void find_span_decade(find_moment *moment, int32_t year);
void find_span_century(find_moment *moment, int32_t century);
/* The unit that lies `order` units from that of `day`; false for units below a day. */
bool find_span_unit(find_moment *moment, int32_t day, find_unit unit, int32_t order);

/* ---- the rules, see the files */
find_date_rule find_read_iso, find_read_month_first, find_read_day_first, find_read_numeric, find_read_bare_year,
    find_read_season, find_read_quarter, find_read_era, find_read_holiday;
find_date_rule find_read_weekday, find_read_ordered, find_read_day_word, find_read_distance, find_read_told_day,
    find_read_weekend, find_read_office_day, find_read_anniversary, find_read_eve, find_read_reference,
    find_read_of_unit;
find_date_rule find_read_hour, find_read_day_part;
find_date_rule find_read_length, find_read_set;
/* Any absolute date that starts at `at`. */
find_date_rule find_read_absolute;
/* The longest reading of any kind. */
find_date_rule find_read_any;
/* "morning", "at 5 p.m." behind a day. */
void find_add_hour(const find_clock *clock, find_moment *moment);

/* ---- date_feast.c: keeps what began on the day of the moment */
void find_note_beginning(find_clock *clock, const find_moment *moment);

/* ---- date_value.c */
void find_moment_value(const find_moment *moment, char ret_value[DRG_VALUE_SIZE]);
void find_length_value(int32_t number, bool half, find_unit unit, char ret_value[DRG_VALUE_SIZE]);
drg_precision find_moment_precision(const find_moment *moment);

/* ---- holiday.c */

/* The holiday whose name starts at the token: its row and last token; DRG_NONE. */
uint32_t find_holiday_at(const find_clock *clock, uint32_t at, uint32_t *ret_last);
/* Its first day in the year, and how many days it lasts; false where no table has it. */
bool find_holiday_day(const find_lists *lists, uint32_t holiday, int32_t year, int32_t *ret_first, int32_t *ret_days);

#endif
