/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, trees, the day of the report. Out: the time expressions of the text, resolved.
 *
 * A grammar of TIMEX3 (TimeML 1.2.1) over the words of data/time: at each token the rules of the files named in
 * moment.h are asked in a fixed order, the first reading counts, and the words around widen it ("early", "the end of",
 * "about", "since"). What is not said is told from the day of the report by the tense of the clause; in a history,
 * where years are named and no weekdays, from the date told before. Where neither is known it stays unresolved, with a
 * note. Learned taggers find more wordings, but a reader can correct a list (compare Strötgen and Gertz, HeidelTime,
 * 2010, for the division into lists and rules, and for telling news from narratives). */
#include "find/moment.h"

#include <string.h>

#define HISTORY_YEARS 5 /* so many years long gone make a history ... */
#define HISTORY_RATIO 4 /* ... where they are so many times as many as weekdays and the like */
#define SOON_DAYS 45
#define TOLD_REACH 2 /* sentences over which a date told before counts in a report */

/* ---- tense */

/* "until Friday", "by Friday": ahead of what is told. */
find_tense find_tense_at(const find_clock *clock, uint32_t first, uint32_t last)
{
    uint32_t before = first > clock->begin ? first - 1 : DRG_NONE;
    if (before != DRG_NONE && find_word_is(clock, before, "the")) before--;
    find_tense tense =
        find_tense_of(clock->reading, find_head_of(clock->reading, first, last), clock->begin, clock->end);
    bool until = find_word_is(clock, before, "until") || find_word_is(clock, before, "till");
    if (until || (find_word_is(clock, before, "by") && tense != FIND_TENSE_PAST)) return FIND_TENSE_FUTURE;
    bool headline = clock->reading->document->sentences.items[clock->sentence].kind == DRG_SENTENCE_HEADLINE;
    return tense == FIND_TENSE_PRESENT && headline ? FIND_TENSE_UNKNOWN : tense;
}

/* ---- anchors */

bool find_anchor_told(const find_clock *clock, find_moment *moment)
{
    if (!clock->told.set) return false;
    if (!clock->history && clock->told.sentence + TOLD_REACH < clock->sentence) return false;
    moment->anchor = clock->told.day;
    moment->anchored = DRG_ANCHOR_TEXT;
    return true;
}

bool find_anchor_report(const find_clock *clock, find_moment *moment)
{
    if (!clock->reading->dated) return clock->history && find_anchor_told(clock, moment);
    moment->anchor = clock->reading->day;
    moment->anchored = clock->reading->day_read ? DRG_ANCHOR_DATELINE : DRG_ANCHOR_PUBLISHED;
    return true;
}

bool find_anchor(const find_clock *clock, find_moment *moment)
{
    return clock->history ? find_anchor_told(clock, moment) : find_anchor_report(clock, moment);
}

/* In a history, or behind a date in the same sentence, what follows has the year of what was told, or the next one
 * where it would else go back far. */
static bool year_from_told(const find_clock *clock, int32_t month, find_moment *moment, int32_t *ret_year)
{
    int32_t year, told_month, told_day;
    if (!find_anchor_told(clock, moment)) return false;
    find_day_parts(moment->anchor, &year, &told_month, &told_day);
    bool exact = clock->told.grain <= FIND_GRAIN_MONTH;
    if (exact && told_month - month > 8)
        year++;
    else if (exact && month - told_month > 8)
        year--;
    *ret_year = year;
    return true;
}

/* "has set Nov. 10 as the deadline", said in October: a day of the weeks to come is not one of a year ago. */
static bool is_soon(const find_clock *clock, int32_t year, int32_t month, int32_t day)
{
    return find_day_number(year, month, day) - clock->reading->day <= SOON_DAYS;
}

/* "in August and September 1914", "26 June - 4 August 1952": the year that stands behind the other. */
static bool year_ahead(const find_clock *clock, uint32_t last, int32_t *ret_year)
{
    int value;
    int32_t day;
    uint32_t next;
    bool joined = false, month = false;
    for (uint32_t i = last + 1; i < clock->end && i <= last + 9; i++) {
        if (month && find_year_at(clock, i, ret_year, &next) && next == i + 1) return joined;
        if (find_dash_at(clock, i) || find_word_is(clock, i, "and") || find_word_is(clock, i, "or"))
            joined = true;
        else if (find_month_at(clock, i, &value) || find_date_word(clock, i, FIND_SEASON, &value))
            month = true;
        else if (!find_comma_at(clock, i) && !find_day_of_month(clock, i, &day, &next) &&
                 !find_word_is(clock, i, "of") && !find_date_word(clock, i, FIND_FUZZ, &value) &&
                 !base_text_is(find_wording(clock->reading, i), "("))
            return false;
    }
    return false;
}

/* "the anniversary of the October 7 attacks": not a day of this year, and nobody says of which. */
static bool is_commemorated(const find_clock *clock, uint32_t first)
{
    for (uint32_t i = first; i > clock->begin + 1 && i + 7 > first; i--)
        if (find_word_is(clock, i - 1, "of") && find_word_is(clock, i - 2, "anniversary")) return true;
    return false;
}

/* "the attacks of October 7": the tense of the clause is not that of the noun. */
static bool is_of_noun(const find_clock *clock, uint32_t first, uint32_t last)
{
    const drg_token *head = &clock->reading->tokens[find_head_of(clock->reading, first, last)];
    if (head->head == DRG_NONE || (head->head >= first && head->head <= last)) return false;
    uint8_t upos = clock->reading->tokens[head->head].upos;
    bool verbal = clock->reading->tokens[head->head].relation == LANGUAGE_ROOT;
    return (upos == DRG_NOUN || upos == DRG_PROPN) && !verbal && head->relation != LANGUAGE_OBL;
}

/* "since October 7", "since the attacks of October 7". */
static bool is_since(const find_clock *clock, uint32_t first)
{
    for (uint32_t i = first; i > clock->begin && i + 7 > first; i--) {
        uint8_t upos = clock->reading->tokens[i - 1].upos;
        if (find_word_is(clock, i - 1, "since")) return true;
        if (upos == DRG_VERB || upos == DRG_AUX || upos == DRG_PUNCT) return false;
    }
    return false;
}

bool find_year_unsaid(const find_clock *clock, int32_t month, int32_t day, uint32_t last, find_moment *moment,
                      int32_t *ret_year)
{
    int32_t year, this_month, this_day;
    if (year_ahead(clock, last, ret_year)) return true;
    if (clock->history || !clock->reading->dated) return year_from_told(clock, month, moment, ret_year);
    find_anchor(clock, moment);
    find_day_parts(moment->anchor, &year, &this_month, &this_day);
    if (is_commemorated(clock, moment->first)) return false;
    int32_t order = month != this_month ? month - this_month : day ? day - this_day : 0;
    *ret_year = year;
    find_tense tense = find_tense_at(clock, moment->first, last);
    if (is_of_noun(clock, moment->first, last)) tense = FIND_TENSE_UNKNOWN;
    if (is_since(clock, moment->first)) tense = FIND_TENSE_PAST;
    switch (tense) {
    case FIND_TENSE_PAST: *ret_year -= order > 0 && !(day && is_soon(clock, year, month, day)); break;
    case FIND_TENSE_FUTURE: *ret_year += order < 0; break;
    default:
        if (month - this_month > 6) *ret_year = year - 1;
        if (this_month - month > 6) *ret_year = year + 1;
    }
    return true;
}

/* ---- one token after the other */

/* "Oct. 7 attack": a date that names a happening is not one of the nearest days, unless it is close. */
static bool is_label(const find_clock *clock, const find_moment *moment)
{
    if (moment->anchored == DRG_ANCHOR_NONE || moment->anchored == DRG_ANCHOR_TEXT) return false;
    int month;
    if (!find_month_at(clock, moment->first, &month) && !find_month_at(clock, moment->last, &month)) return false;
    const drg_token *head = &clock->reading->tokens[find_head_of(clock->reading, moment->first, moment->last)];
    bool modifies = head->head != DRG_NONE && head->head > moment->last &&
                    clock->reading->tokens[head->head].upos == DRG_NOUN && moment->last + 2 >= head->head;
    int32_t distance = moment->from - moment->anchor;
    return modifies && (distance > 60 || distance < -60);
}

bool find_read_any(const find_clock *clock, uint32_t at, find_moment *moment)
{
    static find_date_rule *const rules[] = {find_read_iso,         find_read_numeric,    find_read_hour,
                                            find_read_anniversary, find_read_office_day, find_read_holiday,
                                            find_read_month_first, find_read_day_first,  find_read_quarter,
                                            find_read_set,         find_read_weekday,    find_read_eve,
                                            find_read_told_day,    find_read_ordered,    find_read_day_word,
                                            find_read_distance,    find_read_era,        find_read_bare_year,
                                            find_read_weekend,     find_read_of_unit,    find_read_season,
                                            find_read_length,      find_read_day_part,   find_read_reference};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        *moment = (find_moment){0};
        if (rules[i](clock, at, moment)) return !is_label(clock, moment);
    }
    return false;
}

static bool is_clitic_of_name(const find_clock *clock, uint32_t at)
{
    const find_match *match = find_match_of(clock->reading, at);
    if (match && match->first != match->last && !find_is_office(match)) return true; /* "USA Today" */
    uint32_t draft = clock->reading->draft_at[at];
    return draft != DRG_NONE && clock->reading->drafts.items[draft].person != DRG_NONE; /* "Theresa May" */
}

/* May a date start here? Most words may not, and one look decides. */
static bool may_start(const find_clock *clock, uint32_t at)
{
    drg_text word = find_wording(clock->reading, at);
    if (!word.size) return false;
    bool digit = word.data[0] >= '0' && word.data[0] <= '9';
    bool capital = word.data[0] >= 'A' && word.data[0] <= 'Z';
    if (clock->reading->tokens[at].upos == DRG_PUNCT || is_clitic_of_name(clock, at)) return false;
    if (digit || word.data[0] == '\'') return true;
    drg_text bare = find_bare_word(clock, at);
    if (bare.size < word.size && bare.data[0] >= '0' && bare.data[0] <= '9') return true;
    uint32_t packed = clock->words[at], last;
    if (packed != DRG_NONE) return find_time_kind_of(packed) < FIND_FUTURE || find_time_kind_of(packed) > FIND_FUTURE;
    if (capital && find_holiday_at(clock, at, &last) != DRG_NONE) return true;
    return find_is_word(clock->reading, at, "same") || find_is_word(clock->reading, at, "that") ||
           find_is_word(clock->reading, at, "half") || find_is_word(clock->reading, at, "eve") ||
           find_is_word(clock->reading, at, "recent") || (capital && word.size == 2) ||
           (capital && word.data[word.size - 1] == 's');
}

/* ---- the words before */

/* "early", "the end of", "mid-", "earlier". */
static void widen_fuzz(const find_clock *clock, find_moment *moment)
{
    int fuzz;
    uint32_t before = moment->first;
    if (before <= clock->begin) return;
    before--;
    if (find_word_is(clock, before, "the") || find_word_is(clock, before, "this") ||
        find_word_is(clock, before, "that"))
        before--;
    bool of = find_word_is(clock, before, "of") || find_word_is(clock, before, "in") || find_hyphen_at(clock, before) ||
              find_word_is(clock, before, "on");
    if (of) before--;
    bool later = find_word_is(clock, before, "later") || find_word_is(clock, before, "earlier");
    if (!later && !find_date_word(clock, before, FIND_FUZZ, &fuzz)) return;
    if (later) fuzz = 0;
    static const drg_mod mods[] = {DRG_MOD_NONE, DRG_MOD_START, DRG_MOD_MID, DRG_MOD_END};
    bool noun = fuzz > 10; /* "the end of" takes "of", "early" does not */
    if (noun && !find_word_is(clock, before + 1, "of")) return;
    if (!noun && find_word_is(clock, before + 1, "of")) return;
    moment->first = before;
    if (fuzz % 10 <= 3 && fuzz % 10) moment->mod = mods[fuzz % 10];
    if (fuzz == 1 && moment->kind == DRG_TIMEX_DATE && moment->grain == FIND_GRAIN_DAY && moment->from == moment->to &&
        moment->first + 1 == moment->last) { /* "early Wednesday" */
        moment->kind = DRG_TIMEX_TIME;
        moment->part = FIND_MORNING;
    }
}

/* "about", "more than", "nearly": what they make of a length or a distance. */
static void widen_approx(const find_clock *clock, find_moment *moment)
{
    static const struct {
        const char *words[3];
        drg_mod length, distance;
    } mods[] = {{{"more", "than", NULL}, DRG_MOD_MORE_THAN, DRG_MOD_BEFORE},
                {{"less", "than", NULL}, DRG_MOD_LESS_THAN, DRG_MOD_AFTER},
                {{"at", "least", NULL}, DRG_MOD_EQUAL_OR_MORE, DRG_MOD_BEFORE},
                {{"at", "most", NULL}, DRG_MOD_EQUAL_OR_LESS, DRG_MOD_AFTER},
                {{"up", "to", NULL}, DRG_MOD_EQUAL_OR_LESS, DRG_MOD_AFTER}};
    int value;
    uint32_t first = moment->first;
    bool length = moment->kind == DRG_TIMEX_DURATION;
    for (size_t i = 0; i < sizeof mods / sizeof *mods && first >= clock->begin + 2; i++)
        if (find_word_is(clock, first - 2, mods[i].words[0]) && find_word_is(clock, first - 1, mods[i].words[1])) {
            moment->first = first - 2;
            moment->mod = length ? mods[i].length : mods[i].distance;
            return;
        }
    static const drg_mod of_length[] = {DRG_MOD_APPROX, DRG_MOD_LESS_THAN, DRG_MOD_MORE_THAN};
    if (first <= clock->begin || !find_date_word(clock, first - 1, FIND_APPROX, &value) || value < 1 || value > 3)
        return;
    int direction;
    bool distance = find_date_word(clock, moment->last, FIND_AFTER, &direction);
    if (!length && !distance && (value != 1 || moment->grain < FIND_GRAIN_MONTH)) return; /* "asked about Monday" */
    moment->first = first - 1;
    moment->mod = of_length[value - 1];
}

/* "mid-June" in one token. */
static void read_prefix(const find_clock *clock, find_moment *moment)
{
    drg_text word = find_wording(clock->reading, moment->first);
    if (find_bare_word(clock, moment->first).size == word.size) return;
    switch (word.data[0] | 32) {
    case 'm': moment->mod = DRG_MOD_MID; return;
    case 'e': moment->mod = DRG_MOD_START; return;
    case 'l': moment->mod = DRG_MOD_END; return;
    default: moment->mod = (word.data[1] | 32) == 'r' ? DRG_MOD_BEFORE : DRG_MOD_AFTER;
    }
}

static void widen(const find_clock *clock, find_moment *moment)
{
    find_add_hour(clock, moment);
    read_prefix(clock, moment);
    widen_fuzz(clock, moment);
    if (moment->kind == DRG_TIMEX_DURATION || moment->mod == DRG_MOD_NONE) widen_approx(clock, moment);
    uint32_t before = moment->first;
    if (before > clock->begin && (find_word_is(clock, before - 1, "the") || find_word_is(clock, before - 1, "this")) &&
        moment->grain != FIND_GRAIN_CLOCK)
        moment->first = --before;
    if (moment->kind == DRG_TIMEX_DATE && before > clock->begin && find_word_is(clock, before - 1, "since"))
        moment->open_end = true;
}

/* ---- telling */

static void remember(find_clock *clock, const find_moment *moment)
{
    bool calendar = moment->grain != FIND_GRAIN_NONE && !moment->dateless && moment->kind <= DRG_TIMEX_TIME;
    bool deictic = moment->anchored == DRG_ANCHOR_PUBLISHED || moment->anchored == DRG_ANCHOR_DATELINE;
    bool planned = moment->grain == FIND_GRAIN_YEAR && find_word_is(clock, moment->first - 1, "for");
    if (!calendar || (clock->history && (deictic || planned))) return; /* "today" in a history leaves its thread */
    find_told told = {.set = true, .day = moment->from, .grain = moment->grain, .sentence = clock->sentence};
    if (moment->grain < FIND_GRAIN_DECADE) clock->told = told;
    if (moment->grain <= FIND_GRAIN_DAY && moment->from == moment->to) clock->day = told;
    if (moment->grain == FIND_GRAIN_QUARTER && moment->anchored != DRG_ANCHOR_TEXT) clock->quarter = told;
}

static void add_date(find_clock *clock, const find_moment *moment)
{
    drg_document *document = clock->reading->document;
    drg_date date = {.sentence = clock->sentence, .kind = moment->kind, .mod = moment->mod};
    date.head = find_head_of(clock->reading, moment->first, moment->last);
    date.span = find_span(clock->reading, moment->first, moment->last);
    find_moment_value(moment, date.value);
    bool calendar = moment->grain != FIND_GRAIN_NONE && !moment->dateless;
    if (calendar) {
        date.precision = find_moment_precision(moment);
        if (!find_day_write(moment->from, date.from)) return;
        if (!moment->open_end && !find_day_write(moment->to, date.to)) return;
        date.anchored = moment->anchored;
        if (moment->anchored != DRG_ANCHOR_NONE && !find_day_write(moment->anchor, date.anchor)) return;
    }
    if (!date.value[0]) return;
    base_push(&document->arena, &document->dates) = date;
    remember(clock, moment);
    if (calendar) find_note_beginning(clock, moment);
}

static void enter_sentence(find_clock *clock, uint32_t sentence)
{
    const drg_sentence *whole = &clock->reading->document->sentences.items[sentence];
    clock->sentence = sentence;
    clock->begin = whole->body;
    clock->end = find_sentence_end(whole);
}

static void read_sentence(find_clock *clock, uint32_t sentence)
{
    enter_sentence(clock, sentence);
    uint32_t free = clock->begin; /* what stands before is part of a date already */
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        find_moment moment;
        if (!may_start(clock, i) || !find_read_any(clock, i, &moment)) continue;
        i = moment.last;
        widen(clock, &moment);
        if (moment.first < free) moment.first = free;
        if (moment.last > i) i = moment.last;
        free = i + 1;
        add_date(clock, &moment);
    }
}

/* ---- without a day of the report */

/* The first date of the sentence that some day of the report would resolve. */
static bool find_relative(const find_clock *clock, find_moment *moment)
{
    for (uint32_t i = clock->begin; i < clock->end; i++) {
        if (!may_start(clock, i) || !find_read_any(clock, i, moment)) continue;
        if (moment->anchored == DRG_ANCHOR_PUBLISHED) return true;
        i = moment->last;
    }
    return false;
}

/* A note at the first date that stays unknown for want of a day of the report. */
static void note_undated(const find_reading *reading, const uint32_t *words)
{
    find_reading as_if = *reading;
    as_if.dated = true;
    as_if.day = find_day_number(2000, 1, 1);
    find_clock clock = {.reading = &as_if, .words = words};
    drg_document *document = reading->document;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        find_moment moment;
        if (document->sentences.items[i].kind == DRG_SENTENCE_BYLINE) continue;
        enter_sentence(&clock, i);
        if (!find_relative(&clock, &moment)) continue;
        record_note(document, find_span(reading, moment.first, moment.last),
                    "the day of the report is not known: dates such as this one stay unresolved");
        return;
    }
}

/* Does the text tell of years gone by? Years more than one before the report against weekdays, "yesterday" and "today".
 */
static bool is_history(const find_reading *reading, const uint32_t *words)
{
    int32_t latest = 2199, year, month, day;
    size_t years = 0, days = 0;
    find_clock clock = {.reading = (find_reading *)reading, .end = reading->token_count, .words = words};
    if (reading->dated) {
        find_day_parts(reading->day, &latest, &month, &day);
        latest -= 2;
    }
    for (uint32_t i = 0; i < reading->token_count; i++) {
        uint32_t next;
        int value;
        drg_text word = find_wording(reading, i);
        if (base_text_is(word, "BC") || base_text_is(word, "B.C."))
            years++;
        else if (word.size == 4 && word.data[0] <= '2' && word.data[0] >= '1' && find_year_at(&clock, i, &year, &next))
            years += year <= latest;
        else if (find_date_word(&clock, i, FIND_WEEKDAY, &value) || find_date_word(&clock, i, FIND_DAY, &value))
            days++;
    }
    return years >= HISTORY_YEARS && years >= HISTORY_RATIO * days;
}

static const uint32_t *look_up_words(const find_reading *reading)
{
    uint32_t *words = BASE_ARRAY(reading->arena, uint32_t, (size_t)reading->token_count + 1);
    find_clock clock = {.reading = (find_reading *)reading, .end = reading->token_count};
    for (uint32_t i = 0; i < reading->token_count; i++) words[i] = find_time_in(reading, find_bare_word(&clock, i));
    return words;
}

void find_read_dates(find_reading *reading)
{
    find_clock clock = {.reading = reading, .words = look_up_words(reading)};
    clock.history = is_history(reading, clock.words);
    if (!reading->dated && !clock.history) note_undated(reading, clock.words);
    for (uint32_t i = 0; i < reading->document->sentences.count; i++)
        if (reading->document->sentences.items[i].kind != DRG_SENTENCE_BYLINE) read_sentence(&clock, i);
}
