/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: times of day: "5 p.m. EDT on Tuesday", "17:00 GMT", "noon", "the morning". A time without its day
 * belongs to the day told in its sentence or the one before, else its day stays open. */
#include "find/moment.h"

static bool half_day(const find_clock *clock, uint32_t at, bool *ret_afternoon)
{
    static const char *const before[] = {"a.m.", "a.m", "am", NULL}, *const after[] = {"p.m.", "p.m", "pm", NULL};
    *ret_afternoon = find_word_among(clock, at, after);
    return *ret_afternoon || find_word_among(clock, at, before);
}

static bool zone(const find_clock *clock, uint32_t at)
{
    static const char *const zones[] = {"gmt", "utc", "est",  "edt", "cst", "cdt",   "mst",     "mdt",   "pst", "pdt",
                                        "bst", "cet", "cest", "msk", "et",  "local", "eastern", "hours", "hrs", NULL};
    return find_word_among(clock, at, zones);
}

/* "5", "5:30", "17:00", "0930": hour and minute, -1 where not said. */
static bool figures(drg_text word, int16_t *ret_hour, int16_t *ret_minute, drg_text *ret_rest)
{
    int32_t hour, minute;
    drg_text rest;
    *ret_minute = -1;
    if (!find_digits(word, 4, &hour, &rest)) return false;
    size_t size = word.size - rest.size;
    if (size > 2) {
        *ret_minute = (int16_t)(hour % 100);
        hour /= 100;
    } else if (rest.size >= 3 && (rest.data[0] == ':' || rest.data[0] == '.')) {
        drg_text behind;
        if (!find_digits(base_text_slice(rest, 1, rest.size), 2, &minute, &behind) || rest.size - behind.size != 3)
            return false;
        *ret_minute = (int16_t)minute;
        rest = behind;
    }
    *ret_hour = (int16_t)hour;
    *ret_rest = rest;
    return hour <= 24 && *ret_minute < 60;
}

/* The figures may be one token ("9:30") or several ("9", ":", "30"). */
static bool clock_at(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int noon;
    bool afternoon = false;
    drg_text rest;
    moment->last = at;
    if (find_date_word(clock, at, FIND_NOON, &noon)) {
        moment->hour = (int16_t)noon;
        moment->minute = 0;
        return true;
    }
    uint32_t begin = clock->reading->tokens[at].span.begin;
    drg_text text = clock->reading->document->source.text;
    if (begin > 0 && (text.data[begin - 1] == '$' || text.data[begin - 1] == ':')) return false;
    uint32_t limit = begin + 8 < text.size ? begin + 8 : (uint32_t)text.size;
    if (!figures(base_text_slice(text, begin, limit), &moment->hour, &moment->minute, &rest)) return false;
    uint32_t end = limit - (uint32_t)rest.size, next = at;
    while (next < clock->end && clock->reading->tokens[next].span.end < end) next++;
    if (next >= clock->end || next > at + 2) return false;
    drg_text word = find_wording(clock->reading, next);
    uint32_t token_end = clock->reading->tokens[next].span.end;
    moment->last = next;
    bool glued = token_end > end && token_end - end <= 4;
    drg_text tail = glued ? base_text_slice(word, word.size - (token_end - end), word.size) : (drg_text){NULL, 0};
    bool half = glued && (base_text_is(tail, "am") || base_text_is(tail, "pm") || base_text_is(tail, "a.m.") ||
                          base_text_is(tail, "p.m."));
    if (glued && !half && !base_text_is(tail, "hrs") && !base_text_is(tail, "h")) return false;
    if (half) afternoon = tail.data[0] == 'p';
    if (!half && half_day(clock, next + 1, &afternoon)) {
        half = true;
        moment->last = next + 1;
    }
    bool said = half || glued;
    if (!said && find_word_is(clock, next + 1, "o'clock")) {
        said = true;
        moment->last = next + 1;
    }
    if (zone(clock, moment->last + 1) && (moment->minute >= 0 || said)) {
        said = true;
        moment->last++;
        if (find_word_is(clock, moment->last + 1, "time") || find_word_is(clock, moment->last + 1, "hours"))
            moment->last++;
    }
    if (half && (moment->hour > 12 || moment->hour == 0)) return false;
    if (half) moment->hour = (int16_t)(moment->hour % 12 + (afternoon ? 12 : 0));
    if (moment->minute < 0) moment->minute = 0;
    bool colon = end - begin >= 4 && text.data[end - 3] == ':';
    bool at_word =
        find_word_is(clock, at - 1, "at") || find_word_is(clock, at - 1, "around") || find_word_is(clock, at - 1, "by");
    return said || (colon && at_word);
}

/* The day behind a time: "on Tuesday", "Thursday", "yesterday", "on 23 April". */
static bool day_behind(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static find_date_rule *const rules[] = {find_read_month_first, find_read_day_first, find_read_weekday,
                                            find_read_day_word};
    uint32_t next = find_comma_at(clock, at) ? at + 1 : at;
    if (find_word_is(clock, next, "on")) next++;
    if (next >= clock->end) return false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        find_moment day = {0};
        if (!rules[i](clock, next, &day) || day.grain != FIND_GRAIN_DAY || day.from != day.to) continue;
        day.first = moment->first;
        day.hour = moment->hour;
        day.minute = moment->minute;
        *moment = day;
        return true;
    }
    return false;
}

static void day_told(const find_clock *clock, find_moment *moment)
{
    moment->dateless = !clock->day.set || clock->day.sentence != clock->sentence;
    if (moment->dateless) return;
    moment->from = moment->to = moment->anchor = clock->day.day;
    moment->anchored = DRG_ANCHOR_TEXT;
}

bool find_read_hour(const find_clock *clock, uint32_t at, find_moment *moment)
{
    moment->first = at;
    if (!clock_at(clock, at, moment)) return false;
    if (!day_behind(clock, moment->last + 1, moment)) day_told(clock, moment);
    moment->kind = DRG_TIMEX_TIME;
    moment->grain = FIND_GRAIN_CLOCK;
    moment->part = 0;
    return true;
}

void find_add_hour(const find_clock *clock, find_moment *moment)
{
    int part;
    uint32_t next = moment->last + 1;
    if (moment->grain != FIND_GRAIN_DAY || moment->kind != DRG_TIMEX_DATE || moment->from != moment->to) return;
    if (find_date_word(clock, next, FIND_PART, &part) && part > 0) {
        if (clock->reading->tokens[next].upos == DRG_ADV) return;
        moment->last = next;
        moment->kind = DRG_TIMEX_TIME;
        moment->part = (uint8_t)part;
        return;
    }
    if (find_word_is(clock, next, "at") || find_word_is(clock, next, "around")) next++;
    find_moment hour = {0};
    if (next >= clock->end || !clock_at(clock, next, &hour)) return;
    moment->last = hour.last;
    moment->kind = DRG_TIMEX_TIME;
    moment->grain = FIND_GRAIN_CLOCK;
    moment->hour = hour.hour;
    moment->minute = hour.minute;
}

/* "the morning of 19 April", "the night of Tuesday". */
static bool part_of_day(const find_clock *clock, uint32_t at, int part, find_moment *moment)
{
    static find_date_rule *const rules[] = {find_read_month_first, find_read_day_first, find_read_weekday};
    uint32_t next = find_word_is(clock, at + 2, "the") ? at + 3 : at + 2;
    if (!find_word_is(clock, at + 1, "of") || next >= clock->end) return false;
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        find_moment day = {0};
        if (!rules[i](clock, next, &day) || day.grain != FIND_GRAIN_DAY || day.from != day.to) continue;
        *moment = day;
        moment->first = at;
        moment->kind = DRG_TIMEX_TIME;
        moment->part = (uint8_t)part;
        return true;
    }
    return false;
}

/* "the morning", "overnight": of the day told. */
bool find_read_day_part(const find_clock *clock, uint32_t at, find_moment *moment)
{
    int part;
    if (!find_date_word(clock, at, FIND_PART, &part) || part <= 0) return false;
    if (part_of_day(clock, at, part, moment)) return true;
    bool overnight = find_word_is(clock, at, "overnight") || find_word_is(clock, at, "midday");
    if (!overnight && !find_word_is(clock, at - 1, "the")) return false;
    if (find_word_is(clock, at + 1, "of") || clock->reading->tokens[at].upos == DRG_PROPN) return false;
    moment->first = moment->last = at;
    day_told(clock, moment);
    if (moment->dateless) return false;
    moment->kind = DRG_TIMEX_TIME;
    moment->grain = FIND_GRAIN_DAY;
    moment->part = (uint8_t)part;
    return true;
}
