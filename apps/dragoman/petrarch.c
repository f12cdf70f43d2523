/* SPDX-License-Identifier: Apache-2.0
 * In: a dictionary of actors, agents or discards as TABARI and PETRARCH read them. Out: its entries.
 *
 * Dates are read as the programs apply them, not as their documents say: the codes of an actor are tried in their order
 * and the first that fits the day is taken, a code without a date always fits, the one on the line of the phrase comes
 * last when it has no date; "<d" is before d, ">d" from d on, "a-b" from a until the day before b. So an undated code
 * in front hides the others, and where two ranges overlap, the first counts. What comes out are the days on which each
 * code is really given, which need no order. Source: the programs' published behaviour (PETRARCH2, check_date); none of
 * their code. */
#include "petrarch.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "petrarch_lines.h"

/* ---- days */

#define ALWAYS_FROM INT32_MIN
#define ALWAYS_TO INT32_MAX
#define DAY_LAST 2932896 /* 9999-12-31: a date has four digits for the year */

/* Days from begin up to, and without, end, counted from 1970-01-01. */
typedef struct day_range {
    int32_t begin, end;
} day_range;

/* Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil and civil_from_days, in years that
 * begin in March. */
static int32_t day_of(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = year / 400, of_era = year % 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void write_day(int32_t number, char *out)
{
    int32_t shifted = number + 719468, era = shifted / 146097, of_era = shifted % 146097;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * of_year + 2) / 153, day = of_year - (153 * month + 2) / 5 + 1;
    month += month < 10 ? 3 : -9;
    year += era * 400 + (month <= 2);
    const int32_t parts[] = {year / 1000, year / 100 % 10, year / 10 % 10, year % 10, -1, month / 10, month % 10,
                             -1,          day / 10,        day % 10};
    for (size_t i = 0; i < 10; i++) out[i] = parts[i] < 0 ? '-' : (char)('0' + parts[i]);
    out[10] = '\0';
}

static int32_t digits(drg_text text, size_t from, size_t count)
{
    int32_t number = 0;
    for (size_t i = from; i < from + count; i++) number = number * 10 + (text.data[i] - '0');
    return number;
}

/* YYMMDD, the years 00 to 30 being of this century, or YYYYMMDD. */
static bool read_day(drg_text text, int32_t *ret_day)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (text.size != 6 && text.size != 8) return false;
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9') return false;
    size_t years = text.size - 4;
    int32_t year = digits(text, 0, years), month = digits(text, years, 2), day = digits(text, years + 2, 2);
    if (years == 2) year += year <= 30 ? 2000 : 1900;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < 1000 || month < 1 || month > 12 || day < 1) return false;
    if (day > lengths[month - 1] + (month == 2 && leap)) return false;
    *ret_day = day_of(year, month, day);
    return true;
}

/* ---- the codes of an actor */

typedef struct actor_code {
    drg_text code;
    day_range days;
} actor_code;

typedef struct actor_reader {
    petrarch_lines lines;
    actor_code *codes; /* of the actor that is being read, PETRARCH_CODES of them */
    size_t code_count;
    drg_text fallback; /* the undated code on the phrase's line */
    petrarch_actor actor;
    bool open, dated;
} actor_reader;

static bool is_always(day_range days)
{
    return days.begin == ALWAYS_FROM && days.end == ALWAYS_TO;
}

/* The days of a restriction without its blanks: "", "<870930", ">140608", "870930-920416"; a day alone stands for the
 * day from which the code holds, its ">" having been forgotten. */
static bool read_days(actor_reader *reader, drg_text text, day_range *ret_days)
{
    bool inclusive = reader->lines.reading->inclusive;
    *ret_days = (day_range){ALWAYS_FROM, ALWAYS_TO};
    if (!text.size) return true;
    drg_text rest = text_slice(text, 1, text.size);
    if (text.data[0] == '<') {
        if (!read_day(rest, &ret_days->end)) return false;
        ret_days->end += inclusive;
        return true;
    }
    if (text.data[0] == '>') return read_day(rest, &ret_days->begin);
    size_t dash = petrarch_find(text, '-');
    if (!read_day(text_slice(text, 0, dash), &ret_days->begin)) return false;
    if (dash == text.size) {
        petrarch_wrong(&reader->lines, "'%.*s': a day without <, > or -: read as >", TEXT_PRINT(text));
        return true;
    }
    if (!read_day(text_slice(text, dash + 1, text.size), &ret_days->end)) return false;
    ret_days->end += inclusive;
    return true;
}

/* "USAGOV 010120-050120" */
static void read_code(actor_reader *reader, drg_text inside, bool head)
{
    char packed[PETRARCH_LINE_BYTES];
    size_t size = 0, split = 0;
    inside = text_trim(inside);
    while (split < inside.size && inside.data[split] != ' ' && inside.data[split] != '\t') split++;
    for (size_t i = split; i < inside.size && size < sizeof packed; i++)
        if (inside.data[i] != ' ' && inside.data[i] != '\t') packed[size++] = inside.data[i];
    drg_text raw = text_slice(inside, 0, split), date = {packed, size};
    drg_text code = petrarch_code(reader->lines.reading->book, raw);
    day_range days;
    if (!code.size) {
        petrarch_wrong(&reader->lines, "code '%.*s': expected triples of letters, or ---", TEXT_PRINT(raw));
    } else if (!read_days(reader, date, &days)) {
        petrarch_wrong(&reader->lines, "date '%.*s': expected <, > or - with YYMMDD or YYYYMMDD", TEXT_PRINT(date));
    } else if (days.begin >= days.end) {
        petrarch_wrong(&reader->lines, "date '%.*s': never true, expected the earlier day first", TEXT_PRINT(date));
    } else if (head && is_always(days)) {
        reader->fallback = code;
    } else if (reader->code_count == PETRARCH_CODES) {
        petrarch_wrong(&reader->lines, "more than %d codes", PETRARCH_CODES);
    } else {
        reader->codes[reader->code_count++] = (actor_code){code, days};
        reader->dated |= !is_always(days);
    }
}

static void read_codes(actor_reader *reader, drg_text text, bool head)
{
    for (size_t at = petrarch_find(text, '['); at < text.size;) {
        drg_text rest = text_slice(text, at + 1, text.size);
        size_t end = petrarch_find(rest, ']');
        if (end == rest.size) {
            petrarch_wrong(&reader->lines, "'%.*s': expected ] at the end of a code", TEXT_PRINT(rest));
            return;
        }
        read_code(reader, text_slice(rest, 0, end), head);
        text = text_slice(rest, end + 1, rest.size);
        at = petrarch_find(text, '[');
    }
}

/* ---- which code on which day */

typedef struct dated_code {
    day_range days;
    drg_text code;
} dated_code;

static int by_begin(const void *a, const void *b)
{
    int32_t left = ((const dated_code *)a)->days.begin, right = ((const dated_code *)b)->days.begin;
    return left < right ? -1 : left > right;
}

static int32_t later(int32_t a, int32_t b)
{
    return a > b ? a : b;
}

static int32_t earlier(int32_t a, int32_t b)
{
    return a < b ? a : b;
}

/* Gives the code the days that are still free among its own. `given` and `free_days` have room for two a code. */
static void give_days(const actor_code *code, dated_code *given, size_t *given_count, day_range *free_days,
                      size_t *free_count)
{
    size_t count = *free_count;
    for (size_t i = 0; i < count; i++) {
        day_range *range = &free_days[i];
        int32_t begin = later(range->begin, code->days.begin), end = earlier(range->end, code->days.end);
        if (begin >= end) continue;
        given[(*given_count)++] = (dated_code){{begin, end}, code->code};
        if (end < range->end) free_days[(*free_count)++] = (day_range){end, range->end};
        range->end = begin;
    }
    size_t kept = 0;
    for (size_t i = 0; i < *free_count; i++)
        if (free_days[i].begin < free_days[i].end) free_days[kept++] = free_days[i];
    *free_count = kept;
}

static void add_term(petrarch_book *book, const dated_code *given)
{
    if (given->days.begin > DAY_LAST) return;
    petrarch_term *term = PETRARCH_PUSH(&book->terms);
    *term = (petrarch_term){.code = given->code};
    if (given->days.begin != ALWAYS_FROM) write_day(given->days.begin, term->from);
    if (given->days.end != ALWAYS_TO) write_day(given->days.end - 1, term->to);
}

/* With n codes there are at most n + 1 free ranges, since each splits at most one; so at most n + 1 are used up whole,
 * and each code cuts at most two more: 3n + 1 pieces. */
static void add_terms(actor_reader *reader)
{
    petrarch_book *book = reader->lines.reading->book;
    size_t room = 3 * reader->code_count + 3, given_count = 0, free_count = 1;
    dated_code *given = memory_take(room * sizeof *given);
    day_range *free_days = memory_take(room * sizeof *free_days);
    free_days[0] = (day_range){ALWAYS_FROM, ALWAYS_TO};
    for (size_t i = 0; i < reader->code_count; i++)
        give_days(&reader->codes[i], given, &given_count, free_days, &free_count);
    qsort(given, given_count, sizeof *given, by_begin);
    for (size_t i = 0; i < given_count; i++) {
        dated_code whole = given[i];
        while (i + 1 < given_count && given[i + 1].days.begin == whole.days.end &&
               text_equal(given[i + 1].code, whole.code))
            whole.days.end = given[++i].days.end;
        add_term(book, &whole);
    }
    free(given);
    free(free_days);
}

static void close_actor(actor_reader *reader)
{
    if (!reader->open) return;
    petrarch_book *book = reader->lines.reading->book;
    reader->open = false;
    if (reader->fallback.size && reader->code_count < PETRARCH_CODES)
        reader->codes[reader->code_count++] = (actor_code){reader->fallback, {ALWAYS_FROM, ALWAYS_TO}};
    if (!reader->code_count) {
        reader->lines.reading->complain(reader->lines.reading->context, reader->actor.line,
                                        "an actor without a code is nobody");
        return;
    }
    petrarch_actor actor = reader->actor;
    actor.dated = reader->dated;
    actor.synonym_count = book->synonyms.count - actor.first_synonym;
    actor.first_term = book->terms.count;
    add_terms(reader);
    actor.term_count = book->terms.count - actor.first_term;
    *PETRARCH_PUSH(&book->actors) = actor;
}

static void open_actor(actor_reader *reader, drg_text phrase)
{
    petrarch_book *book = reader->lines.reading->book;
    reader->actor =
        (petrarch_actor){.phrase = phrase, .line = reader->lines.number, .first_synonym = book->synonyms.count};
    reader->code_count = 0;
    reader->fallback = (drg_text){NULL, 0};
    reader->open = phrase.size != 0;
    reader->dated = false;
}

/* A synonym with a code of its own is an actor by itself; the actor before it goes on. */
static void add_synonym(actor_reader *reader, drg_text line)
{
    petrarch_book *book = reader->lines.reading->book;
    drg_text phrase = petrarch_phrase(book, text_slice(line, 1, petrarch_find(line, '[')));
    if (!phrase.size || !reader->open) {
        petrarch_wrong(&reader->lines, "'%.*s': expected a phrase behind an actor", TEXT_PRINT(line));
        return;
    }
    if (petrarch_find(line, '[') == line.size) {
        *PETRARCH_PUSH(&book->synonyms) = phrase;
        return;
    }
    close_actor(reader);
    open_actor(reader, phrase);
    read_codes(reader, line, true);
}

void petrarch_read_actors(const petrarch_reading *reading, drg_text file)
{
    actor_reader reader = {.lines = petrarch_open(reading, file, "#;")};
    reader.codes = memory_take(PETRARCH_CODES * sizeof *reader.codes);
    for (drg_text line; petrarch_next(&reader.lines, &line);) {
        if (reader.lines.lost) close_actor(&reader); /* what follows is not said of the actor before */
        reader.lines.lost = false;
        if (line.data[0] == '+') {
            add_synonym(&reader, line);
        } else if (line.data[0] == '[') {
            if (reader.open)
                read_codes(&reader, line, false);
            else
                petrarch_wrong(&reader.lines, "'%.*s': expected a phrase before it", TEXT_PRINT(line));
        } else {
            close_actor(&reader);
            open_actor(&reader, petrarch_phrase(reading->book, text_slice(line, 0, petrarch_find(line, '['))));
            if (!reader.open) petrarch_wrong(&reader.lines, "'%.*s': expected a phrase", TEXT_PRINT(line));
            read_codes(&reader, line, true);
        }
    }
    close_actor(&reader);
    free(reader.codes);
}

/* ---- agents */

typedef struct word_set {
    drg_text name; /* with its ! */
    drg_text members[PETRARCH_MEMBERS];
    size_t count;
} word_set;

typedef struct agent_reader {
    petrarch_lines lines;
    word_set *sets;
    size_t set_count, set_capacity;
} agent_reader;

/* "!PERSON! = MAN, MEN, WOMAN" */
static void read_set(agent_reader *reader, drg_text line)
{
    petrarch_book *book = reader->lines.reading->book;
    size_t equals = petrarch_find(line, '=');
    drg_text name = text_trim(text_slice(line, 0, equals)), rest = text_slice(line, equals + 1, line.size);
    if (name.size < 3 || name.data[0] != '!' || petrarch_find(text_slice(name, 1, name.size), '!') != name.size - 2) {
        petrarch_wrong(&reader->lines, "set '%.*s': expected !NAME! = WORD, WORD", TEXT_PRINT(name));
        return;
    }
    if (reader->set_count == PETRARCH_SETS) {
        petrarch_wrong(&reader->lines, "more than %d sets", PETRARCH_SETS);
        return;
    }
    reader->sets = petrarch_grow(reader->sets, reader->set_count, &reader->set_capacity, sizeof *reader->sets);
    word_set *set = &reader->sets[reader->set_count++];
    set->name = petrarch_keep(book, name);
    for (set->count = 0; rest.size && set->count < PETRARCH_MEMBERS;) {
        size_t comma = petrarch_find(rest, ',');
        drg_text word = petrarch_phrase(book, text_slice(rest, 0, comma));
        if (word.size) set->members[set->count++] = word;
        rest = text_slice(rest, comma < rest.size ? comma + 1 : comma, rest.size);
    }
    if (text_trim(rest).size) petrarch_wrong(&reader->lines, "a set of more than %d words", PETRARCH_MEMBERS);
}

static bool ends_in(drg_text text, const char *end)
{
    size_t size = strlen(end);
    return text.size >= size && text_is(text_slice(text, text.size - size, text.size), end);
}

/* As the programs do it, but for "ATTORNEY": a vowel before the Y keeps it. */
static drg_text plural_of(petrarch_book *book, drg_text phrase)
{
    line_buffer out = {0};
    char before = phrase.size > 1 ? phrase.data[phrase.size - 2] : 'A';
    bool changed = ends_in(phrase, "Y") && !memchr("AEIOU", before, 5);
    buffer_add(&out, text_slice(phrase, 0, phrase.size - changed));
    buffer_add_string(&out, changed ? "IES" : ends_in(phrase, "SS") ? "ES" : "S");
    drg_text plural = petrarch_keep(book, (drg_text){out.data, out.size});
    buffer_free(&out);
    return plural;
}

static void add_agent(agent_reader *reader, const petrarch_agent *agent)
{
    *PETRARCH_PUSH(&reader->lines.reading->book->agents) = *agent;
}

/* One agent for each word of the set between two "!", without plurals of their own; false when there is no such set. */
static bool expand(agent_reader *reader, petrarch_agent agent, drg_text raw)
{
    petrarch_book *book = reader->lines.reading->book;
    size_t begin = petrarch_find(raw, '!');
    size_t end = begin + 2 + petrarch_find(text_slice(raw, begin + 1, raw.size), '!');
    const word_set *set = NULL;
    for (size_t i = 0; end <= raw.size && i < reader->set_count; i++)
        if (text_equal(reader->sets[i].name, text_slice(raw, begin, end))) set = &reader->sets[i];
    for (size_t i = 0; set && i < set->count; i++) {
        line_buffer phrase = {0};
        buffer_add(&phrase, text_slice(raw, 0, begin));
        buffer_add(&phrase, set->members[i]);
        buffer_add(&phrase, text_slice(raw, end, raw.size));
        agent.phrase = agent.plural = petrarch_phrase(book, (drg_text){phrase.data, phrase.size});
        buffer_free(&phrase);
        if (agent.phrase.size && petrarch_find(agent.phrase, '!') == agent.phrase.size) add_agent(reader, &agent);
    }
    return set != NULL;
}

/* "[~GOV]", "[NGO~]" */
static bool read_agent_code(agent_reader *reader, drg_text line, petrarch_agent *agent)
{
    size_t open = petrarch_find(line, '[');
    drg_text rest = text_slice(line, open < line.size ? open + 1 : open, line.size);
    size_t close = petrarch_find(rest, ']');
    drg_text raw = text_trim(text_slice(rest, 0, close));
    size_t mark = petrarch_find(raw, '~');
    agent->before = raw.size && mark == raw.size - 1;
    drg_text code =
        text_trim(text_slice(raw, agent->before || mark == raw.size ? 0 : mark + 1, agent->before ? mark : raw.size));
    if (close < rest.size && mark < raw.size && (agent->before || mark == 0))
        agent->code = petrarch_code(reader->lines.reading->book, code);
    if (agent->code.size) return true;
    petrarch_wrong(&reader->lines, "code '%.*s': expected [~CODE] or [CODE~]", TEXT_PRINT(raw));
    return false;
}

/* "ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]" */
static void read_agent(agent_reader *reader, drg_text line)
{
    petrarch_book *book = reader->lines.reading->book;
    petrarch_agent agent = {.line = reader->lines.number};
    if (!read_agent_code(reader, line, &agent)) return;
    drg_text raw = text_slice(line, 0, petrarch_find(line, '['));
    size_t brace = petrarch_find(raw, '{');
    drg_text plural = text_slice(raw, brace < raw.size ? brace + 1 : brace, raw.size), word = text_slice(raw, 0, brace);
    if (petrarch_find(word, '!') < word.size) {
        if (!expand(reader, agent, word))
            petrarch_wrong(&reader->lines, "'%.*s': there is no such set of words", TEXT_PRINT(word));
        return;
    }
    agent.phrase = petrarch_phrase(book, word);
    if (!agent.phrase.size) {
        petrarch_wrong(&reader->lines, "'%.*s': expected a phrase", TEXT_PRINT(line));
        return;
    }
    agent.plural = petrarch_phrase(book, text_slice(plural, 0, petrarch_find(plural, '}')));
    if (brace == raw.size) agent.plural = plural_of(book, agent.phrase);
    if (!agent.plural.size) agent.plural = agent.phrase;
    add_agent(reader, &agent);
}

void petrarch_read_agents(const petrarch_reading *reading, drg_text file)
{
    agent_reader reader = {.lines = petrarch_open(reading, file, "#")};
    for (drg_text line; petrarch_next(&reader.lines, &line);) {
        bool set = line.data[0] == '!' && petrarch_find(line, '=') < petrarch_find(line, '[');
        if (set)
            read_set(&reader, line);
        else
            read_agent(&reader, line);
    }
    free(reader.sets);
}

/* ---- discards */

void petrarch_read_discards(const petrarch_reading *reading, drg_text file)
{
    petrarch_lines lines = petrarch_open(reading, file, "#");
    for (drg_text line; petrarch_next(&lines, &line);) {
        petrarch_discard discard = {.story = line.data[0] == '+', .line = lines.number};
        discard.phrase = petrarch_phrase(reading->book, text_slice(line, discard.story, line.size));
        if (discard.phrase.size)
            *PETRARCH_PUSH(&reading->book->discards) = discard;
        else
            petrarch_wrong(&lines, "'%.*s': expected words", TEXT_PRINT(line));
    }
}
