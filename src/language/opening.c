/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the tokens of a document. Out: datelines, speaker labels and bylines at the start of paragraphs and sentences.
 *
 * A dateline is a place in capitals, or a place before a known agency in brackets, then a dash: "KYIV, Ukraine
 * (Reuters) -", "BRUSSELS, April 3 (Xinhua) --", "LONDON —". Agencies, and the openings of bylines, are lists under
 * data/language/.
 */
#include "language/opening.h"

enum { DATELINE_TOKENS = 14, SOURCE_TOKENS = 6, LABEL_TOKENS = 7 };

static drg_text form_at(const opening_text *text, size_t at)
{
    const token_item *item = &text->tokens->items[at];
    return base_text_slice(text->text, item->begin, item->end);
}

/* The token is of this paragraph: not the first of another line. */
static bool is_inside(const opening_text *text, size_t at)
{
    return at < text->tokens->count && !(text->tokens->items[at].flags & (TOKEN_LINE | TOKEN_BLANK));
}

static bool is_kind(const opening_text *text, size_t at, token_kind kind)
{
    return is_inside(text, at) && text->tokens->items[at].kind == kind;
}

static bool is_sign(const opening_text *text, size_t at, const char *sign)
{
    return is_inside(text, at) && base_text_is(form_at(text, at), sign);
}

static bool has_small(drg_text form)
{
    for (size_t i = 0; i < form.size; i++)
        if (form.data[i] >= 'a' && form.data[i] <= 'z') return true;
    return false;
}

static bool is_word(const opening_text *text, size_t at)
{
    uint8_t kind = text->tokens->items[at].kind;
    return kind == TOKEN_WORD || kind == TOKEN_ABBREVIATION;
}

static bool starts_capital(drg_text form)
{
    int32_t point;
    base_utf8_next(form, 0, &point);
    return base_point_is_upper(point);
}

static bool is_capitals(const opening_text *text, size_t at)
{
    drg_text form = form_at(text, at);
    return is_word(text, at) && starts_capital(form) && !has_small(form);
}

/* The token after "(AP)" at `at`, `at` itself when no known source stands there. */
static size_t source_end(const opening_text *text, size_t at, size_t start)
{
    if (at != start && !is_inside(text, at)) return at;
    if (at >= text->tokens->count || !base_text_is(form_at(text, at), "(")) return at;
    size_t close = at + 1;
    while (close < at + SOURCE_TOKENS && is_inside(text, close) && !base_text_is(form_at(text, close), ")")) close++;
    if (!is_sign(text, close, ")") || close == at + 1) return at;
    const token_item *items = text->tokens->items;
    drg_text name = base_text_slice(text->text, items[at + 1].begin, items[close - 1].end);
    return words_get(text->words, name) & WORDS_SOURCE ? close + 1 : at;
}

/* Past the names of places and a date: words in capitals, then after a comma any capitalised word or figure. With
 * `source` the first place need not be in capitals. */
static size_t places_end(const opening_text *text, size_t start, bool source)
{
    size_t at = start;
    bool comma = source;
    for (; at < text->tokens->count && at < start + DATELINE_TOKENS && (at == start || is_inside(text, at)); at++) {
        uint8_t kind = text->tokens->items[at].kind;
        if (kind == TOKEN_COMMA) comma = true;
        bool capital = is_word(text, at) && starts_capital(form_at(text, at));
        bool part = kind == TOKEN_COMMA || is_capitals(text, at) || (comma && (capital || kind == TOKEN_NUMBER)) ||
                    base_text_is(form_at(text, at), "/") || base_text_is(form_at(text, at), "and") ||
                    (base_text_is(form_at(text, at), "-") && !(text->tokens->items[at].flags & TOKEN_SPACE));
        if (!part) break;
    }
    return at;
}

/* A dash with space on a side, a plain hyphen with space on both, or the longest dash anyhow. */
static bool is_dash(const opening_text *text, size_t at)
{
    if (!is_kind(text, at, TOKEN_DASH) || !is_inside(text, at + 1)) return false;
    bool before = text->tokens->items[at].flags & TOKEN_SPACE, after = text->tokens->items[at + 1].flags & TOKEN_SPACE;
    if (form_at(text, at).size == 1) return before && after;
    return before || after || base_text_is(form_at(text, at), "\xE2\x80\x94");
}

static bool has_city(const opening_text *text, size_t at)
{
    drg_text form = form_at(text, at);
    return is_capitals(text, at) && (form.size >= 3 || text->tokens->items[at].kind == TOKEN_ABBREVIATION);
}

size_t opening_dateline_end(const opening_text *text, size_t at)
{
    size_t places = places_end(text, at, false), with_source = places_end(text, at, true);
    size_t source = source_end(text, with_source, at);
    if (source > with_source) {
        size_t body = is_dash(text, source) ? source + 1 : source;
        bool long_dash = is_kind(text, source, TOKEN_DASH);
        return is_inside(text, body) && (body > source || !long_dash) ? body : at;
    }
    if (places == at || !has_city(text, at) || !is_dash(text, places)) return at;
    return starts_capital(form_at(text, places + 1)) || !is_word(text, places + 1) ? places + 1 : at;
}

size_t opening_speaker_end(const opening_text *text, size_t at)
{
    const token_item *items = text->tokens->items;
    if (base_text_is(form_at(text, at), "Q") && is_inside(text, at + 1) && items[at + 1].flags & TOKEN_SPACE) {
        const token_item *next = &items[at + 1];
        bool wide = next->begin > items[at].end + 1u;
        bool sentence = next->kind <= TOKEN_NUMBER || next->kind == TOKEN_OPEN || next->kind == TOKEN_QUOTE;
        if (sentence && (wide || starts_capital(form_at(text, at + 1)))) return at + 1;
    }
    bool name = false;
    for (size_t i = at; i < at + LABEL_TOKENS && (i == at || is_inside(text, i)) && i < text->tokens->count; i++) {
        if (items[i].kind == TOKEN_COLON) {
            bool spaced = is_inside(text, i + 1) && items[i + 1].flags & TOKEN_SPACE;
            return name && spaced ? i + 1 : at;
        }
        bool part = is_capitals(text, i) || items[i].kind == TOKEN_COMMA || items[i].kind == TOKEN_ABBREVIATION ||
                    base_text_is(form_at(text, i), "-");
        if (!part) break;
        name |= is_capitals(text, i) && form_at(text, i).size > 1;
    }
    return at;
}

/* The longest listed opening at `at`: how many tokens it has, 0 none. */
static size_t byline_opening(const opening_text *text, size_t at, size_t end)
{
    char key[64];
    size_t size = 0, found = 0;
    for (size_t i = at; i < end && i < at + 6; i++) {
        drg_text form = form_at(text, i);
        if (size + form.size + 1 > sizeof key) break;
        if (size) key[size++] = ' ';
        memcpy(key + size, form.data, form.size);
        size += form.size;
        if (words_get_lower(text->words, (drg_text){key, size}) & WORDS_BYLINE) found = i + 1 - at;
    }
    return found;
}

/* Names and what stands between them in a byline: every other word has a capital. */
static bool is_name_list(const opening_text *text, size_t at, size_t end)
{
    static const char *const between[] = {"and",  "in",  "at",        "for",        "of",      "by",
                                          "with", "the", "reporting", "additional", "editing", "writing",
                                          "from", "to",  "compiled",  "edited",     "written", "translated"};
    for (size_t i = at; i < end; i++) {
        drg_text form = form_at(text, i);
        bool joins = false;
        for (size_t k = 0; k < sizeof between / sizeof *between && !joins; k++) joins = base_text_is(form, between[k]);
        if (is_word(text, i) && !joins && !starts_capital(form)) return false;
    }
    return at < end;
}

bool opening_is_byline(const opening_text *text, size_t first, size_t end, bool alone)
{
    size_t at = first;
    if (source_end(text, first, first) == end) return true; /* "(Reuters)" */
    while (at < end && at < first + 2 &&
           (text->tokens->items[at].kind == TOKEN_OPEN || is_kind(text, at, TOKEN_SYMBOL) ||
            text->tokens->items[at].kind == TOKEN_DASH))
        at++;
    size_t opening = byline_opening(text, at, end);
    if (opening == 0) return false;
    drg_text last = form_at(text, at + opening - 1);
    bool by = base_text_is(last, "by") || base_text_is(last, "By") || base_text_is(last, "BY");
    if (by && !is_name_list(text, at + opening, end)) return false;
    if (opening > 1) return true;
    bool short_line = end - first <= 14 && !ends_after_stop(text->tokens, end - 1);
    return alone && (by ? short_line : end - first <= 3);
}
