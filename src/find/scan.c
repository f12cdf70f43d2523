/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens. Out: the wordings of the lists over them, longest first, none overlapping. One hash look-up a token
 * decides whether any listed wording starts with its first word; then the key grows token by token up to the longest
 * such wording. Aho-Corasick over all lists would save little (most tokens fail at the first look-up) and would not fit
 * a mapped table.
 *
 * Letters decide: a wording matches only where the text has an upper-case letter for each one of the list ("us" is not
 * "US", "turkey" is not "Turkey"); names tied by a hyphen to a lower-case word do not match ("pro-Russian"). */
#include "find/reading.h"

bool find_is_word(const find_reading *reading, uint32_t token, const char *lower)
{
    drg_text word = find_wording(reading, token);
    size_t size = strlen(lower);
    if (word.size != size) return false;
    for (size_t i = 0; i < size; i++) {
        char byte = word.data[i];
        if ((byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte) != lower[i]) return false;
    }
    return true;
}

static bool starts_upper(drg_text word)
{
    int32_t point;
    if (!word.size) return false;
    base_utf8_next(word, 0, &point);
    return base_point_is_upper(point);
}

bool find_is_capital(const find_reading *reading, uint32_t token)
{
    return starts_upper(find_wording(reading, token));
}

bool find_touches(const find_reading *reading, uint32_t token)
{
    return token > 0 && reading->tokens[token - 1].span.end == reading->tokens[token].span.begin;
}

bool find_is_hyphen(const find_reading *reading, uint32_t token)
{
    drg_text word = find_wording(reading, token);
    return base_text_is(word, "-") || base_text_is(word, "\xE2\x80\x90") || base_text_is(word, "\xE2\x80\x91") ||
           base_text_is(word, "\xE2\x80\x93");
}

bool find_is_comma(const find_reading *reading, uint32_t token)
{
    return base_text_is(find_wording(reading, token), ",");
}

bool find_is_possessive(const find_reading *reading, uint32_t token)
{
    return reading->tokens[token].tag == LANGUAGE_TAG_POS;
}

drg_text find_join(const find_reading *reading, uint32_t first, uint32_t last)
{
    drg_text wording = record_wording(reading->document, find_span(reading, first, last));
    char *out = base_arena_take(reading->arena, wording.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < wording.size; i++) {
        char byte = wording.data[i];
        bool blank = byte == ' ' || (byte >= '\t' && byte <= '\r');
        if (!blank)
            out[size++] = byte;
        else if (size && out[size - 1] != ' ')
            out[size++] = ' ';
    }
    return (drg_text){out, size};
}

uint32_t find_head_of(const find_reading *reading, uint32_t first, uint32_t last)
{
    uint32_t found = DRG_NONE;
    for (uint32_t i = first; i <= last; i++) {
        const drg_token *token = &reading->tokens[i];
        if (token->head != DRG_NONE && token->head >= first && token->head <= last) continue;
        if (token->upos == DRG_PUNCT || token->upos == DRG_ADP || token->upos == DRG_PART) continue;
        if (found == DRG_NONE) found = i;
    }
    return found == DRG_NONE ? last : found;
}

uint32_t find_name_part_of(const find_reading *reading, uint32_t token)
{
    return model_table_get(&reading->lists->names, find_wording(reading, token));
}

uint32_t find_time_in(const find_reading *reading, drg_text word)
{
    char lower[16];
    if (word.size > sizeof lower) return DRG_NONE;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.data[i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    return model_table_get(&reading->lists->times, (drg_text){lower, word.size});
}

uint32_t find_any_time_of(const find_reading *reading, uint32_t token)
{
    return find_time_in(reading, find_wording(reading, token));
}

uint32_t find_time_of(const find_reading *reading, uint32_t token)
{
    uint32_t packed = find_any_time_of(reading, token);
    return packed != DRG_NONE && find_time_kind_of(packed) < FIND_COMMON_TIMES ? packed : DRG_NONE;
}

/* ---- matching */

static bool use_is_office(uint32_t use)
{
    return use == FIND_OFFICE || use == FIND_OFFICES;
}

/* Tied by a hyphen to something before it that is no name: "pro-Russian", "ex-Soviet", "non-US". */
static bool is_tied(const find_reading *reading, uint32_t token, uint32_t begin, bool office)
{
    if (token < begin + 2 || !find_is_hyphen(reading, token - 1)) return false;
    if (!find_touches(reading, token) || !find_touches(reading, token - 1)) return false;
    if (office && (find_is_word(reading, token - 2, "then") || find_is_word(reading, token - 2, "ex"))) return false;
    return !find_is_capital(reading, token - 2);
}

/* Tied by a hyphen to a lower-case word behind it: "U.S.-led", "Iran-backed". */
static bool is_compound(const find_reading *reading, uint32_t last, uint32_t end)
{
    if (last + 2 >= end || !find_is_hyphen(reading, last + 1)) return false;
    if (!find_touches(reading, last + 1) || !find_touches(reading, last + 2)) return false;
    return !find_is_capital(reading, last + 2);
}

/* "prime minister-elect", "chancellor-designate". */
static void extend_elect(const find_reading *reading, find_match *match, uint32_t end)
{
    uint32_t mark = match->last + 2;
    if (mark >= end || !find_is_hyphen(reading, match->last + 1)) return;
    if (!find_touches(reading, match->last + 1) || !find_touches(reading, mark)) return;
    if (!find_is_word(reading, mark, "elect") && !find_is_word(reading, mark, "designate")) return;
    match->last = mark;
    match->elect = true;
    match->compound = false;
}

static uint32_t longest_lead(const find_reading *reading, uint32_t token)
{
    find_key key;
    key.size = 0;
    key.broken = false;
    find_key_add(&key, find_wording(reading, token));
    if (key.broken || !key.size) return DRG_NONE;
    return model_table_get(&reading->lists->leads, find_key_lead(find_key_text(&key)));
}

/* The longest match that starts at the token; false when there is none. */
static bool match_at(const find_reading *reading, uint32_t token, uint32_t end, bool shouting, find_match *ret_match)
{
    uint32_t limit = longest_lead(reading, token);
    if (limit == DRG_NONE) return false;
    find_key key;
    key.size = 0;
    key.broken = false;
    bool found = false;
    for (uint32_t last = token; last < end && last - token < FIND_WALK; last++) {
        if (last > token && !find_touches(reading, last)) find_key_add(&key, BASE_LITERAL(" "));
        find_key_add(&key, find_wording(reading, last));
        drg_text text = find_key_text(&key);
        if (key.broken || text.size > limit) break;
        uint32_t form = model_table_get(&reading->lists->form_table, text);
        if (form == DRG_NONE || reading->tokens[last].upos == DRG_PUNCT) continue;
        form = find_form_fitting(reading, form, record_wording(reading->document, find_span(reading, token, last)),
                                 shouting);
        if (form == DRG_NONE) continue;
        *ret_match = (find_match){.first = token, .last = last, .form = form};
        found = true;
    }
    if (found) ret_match->use = (uint8_t)find_cell(&reading->lists->forms, ret_match->form, FIND_FORM_USE);
    return found;
}

static bool is_shouting(const find_reading *reading, const drg_sentence *sentence)
{
    drg_text text = record_wording(reading->document, sentence->span);
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < text.size; i++) {
        upper += text.data[i] >= 'A' && text.data[i] <= 'Z';
        lower += text.data[i] >= 'a' && text.data[i] <= 'z';
    }
    return upper > lower;
}

static void scan_sentence(find_reading *reading, const drg_sentence *sentence)
{
    uint32_t begin = sentence->first_token, end = find_sentence_end(sentence);
    bool shouting = is_shouting(reading, sentence);
    for (uint32_t i = begin; i < end;) {
        find_match match;
        if (reading->tokens[i].upos == DRG_PUNCT || !match_at(reading, i, end, shouting, &match) ||
            is_tied(reading, i, begin, use_is_office(match.use))) {
            i++;
            continue;
        }
        match.compound = is_compound(reading, match.last, end);
        if (use_is_office(match.use)) extend_elect(reading, &match, end);
        for (; i <= match.last; i++) reading->match_at[i] = (uint32_t)reading->matches.count;
        base_push(reading->arena, &reading->matches) = match;
    }
}

/* What the lists say is nobody is taken away before anything else is made of it. */
static void discard(const find_reading *reading, find_match *match)
{
    uint32_t form = find_form_with(reading, match, FIND_DISCARD);
    if (form == DRG_NONE) return;
    match->form = form;
    match->use = FIND_DISCARD;
    match->taken = true;
}

/* Which countries the document speaks of: by names that only the state has, and by its cities and regions. */
static void count_country(find_reading *reading, const find_match *match)
{
    drg_text country = find_match_country(reading, match);
    bool place = match->use == FIND_PLACE;
    if (match->use == FIND_NAME &&
        find_cell(&reading->lists->actors, find_row(reading, match), FIND_ACTOR_TYPE) != DRG_ACTOR_STATE)
        return; /* an outlet does not bring its country with it */
    bool state = match->use == FIND_NAME || match->use == FIND_ADJECTIVE || match->use == FIND_PEOPLE ||
                 match->use == FIND_CAPITAL;
    if (!country.size || (!place && !state)) return;
    if (!place && find_form_with(reading, match, FIND_PLACE) != DRG_NONE && match->use == FIND_NAME) return;
    base_map_put(reading->arena, place ? &reading->regions : &reading->countries, country, 1);
}

/* "Security Council" of "the Chilean Security Council": the short name of an international body, said of a state's own.
 */
static bool is_national(const find_reading *reading, size_t index)
{
    const find_match *match = &reading->matches.items[index];
    if (match->use != FIND_NAME || match->first == match->last || index == 0) return false;
    uint32_t row = find_row(reading, match);
    const find_sheet *actors = &reading->lists->actors;
    if (!base_text_is(find_cell_text(reading->lists, actors, row, FIND_ACTOR_COUNTRY), "---")) return false;
    drg_text name = find_cell_text(reading->lists, actors, row, FIND_ACTOR_NAME);
    drg_text wording = record_wording(reading->document, find_span(reading, match->first, match->last));
    const find_match *owner = &reading->matches.items[index - 1];
    bool adjective = owner->use == FIND_ADJECTIVE && owner->last + 1 == match->first;
    bool possessor = owner->use == FIND_NAME && owner->last + 2 == match->first &&
                     find_is_possessive(reading, owner->last + 1) &&
                     find_cell(actors, find_row(reading, owner), FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
    return (adjective || possessor) && !base_text_equal(name, wording);
}

void find_scan(find_reading *reading)
{
    for (size_t i = 0; i < reading->document->sentences.count; i++)
        scan_sentence(reading, &reading->document->sentences.items[i]);
    for (size_t i = 0; i < reading->matches.count; i++) discard(reading, &reading->matches.items[i]);
    for (size_t i = 0; i < reading->matches.count; i++)
        if (is_national(reading, i)) {
            find_match *match = &reading->matches.items[i];
            for (uint32_t at = match->first; at <= match->last; at++) reading->match_at[at] = DRG_NONE;
            match->taken = true;
        }
    for (size_t i = 0; i < reading->matches.count; i++) count_country(reading, &reading->matches.items[i]);
    for (size_t i = 0; i < reading->matches.count; i++) find_match_decide(reading, &reading->matches.items[i]);
}

/* ---- questions about matches */

uint32_t find_form_with(const find_reading *reading, const find_match *match, find_use use)
{
    const find_sheet *forms = &reading->lists->forms;
    uint32_t form = match->form;
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++) {
        if (find_cell(forms, form, FIND_FORM_USE) == use) return form;
        form = find_cell(forms, form, FIND_FORM_NEXT);
    }
    return DRG_NONE;
}

bool find_is_office(const find_match *match)
{
    return match && use_is_office(match->use);
}

bool find_is_actor(const find_match *match)
{
    return match && match->use <= FIND_SEAT && match->use != FIND_PERSON;
}

drg_text find_match_country(const find_reading *reading, const find_match *match)
{
    uint32_t row = find_row(reading, match);
    if (match->use == FIND_PLACE)
        return find_cell_text(reading->lists, &reading->lists->places, row, FIND_PLACE_COUNTRY);
    if (use_is_office(match->use))
        return find_cell_text(reading->lists, &reading->lists->offices, row, FIND_OFFICE_COUNTRY);
    return find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_COUNTRY);
}
