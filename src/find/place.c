/* SPDX-License-Identifier: Apache-2.0
 *
 * In: matches, trees. Out: the places named in the text where something is said to be or to go: behind a preposition of
 * place, as what is attacked or visited, before the talks that it gave its name. Which event a place belongs to is
 * decided in the code room. A name that several places bear is left out unless the country behind it decides
 * ("Valencia, Spain"). */
#include "find/reading.h"

static bool is_place_preposition(const find_reading *reading, uint32_t preposition)
{
    static const char *const words[] = {"to", "from", "into", "through", "toward", "towards", "of",
                                        "on", "off",  "over", "along",   "via",    "for",     NULL};
    if (find_is_locative(reading, preposition)) return true;
    for (size_t i = 0; preposition != DRG_NONE && words[i]; i++)
        if (find_is_word(reading, preposition, words[i])) return true;
    return false;
}

static bool preposition_is(const find_reading *reading, uint32_t preposition, const char *const *words)
{
    for (size_t i = 0; preposition != DRG_NONE && words[i]; i++)
        if (find_is_word(reading, preposition, words[i])) return true;
    return false;
}

/* Is the name said as a place? Capitals and states must be neither actors nor addressed; other places need only stand
 * in some relation of place. */
static bool is_placed(const find_reading *reading, const find_match *match, bool government)
{
    static const char *const addressing[] = {"of", "on", "over", "for", NULL};
    uint32_t head = find_head_of(reading, match->first, match->last);
    uint32_t top = find_climb_conjunction(reading, head);
    const drg_token *token = &reading->tokens[top];
    uint32_t preposition = find_preposition_of(reading, top == head ? match->first : top, top);
    uint32_t set = find_governs(reading, token->head);
    if (match->compound) return false;
    switch (token->relation) {
    case LANGUAGE_OBJ:
    case LANGUAGE_NSUBJ_PASS: return set & FIND_SITE;
    case LANGUAGE_COMPOUND:
    case LANGUAGE_NMOD_UNMARKED: return set & FIND_VENUE && match->use != FIND_NAME && match->use != FIND_SEAT;
    case LANGUAGE_NMOD_POSS: return set & FIND_WHOLE && match->use != FIND_NAME;
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_UNMARKED:
    case LANGUAGE_NMOD:
    case LANGUAGE_ROOT:
        if (!is_place_preposition(reading, preposition)) return false;
        if (!government) return true;
        if (match->taken && !find_is_locative(reading, preposition)) return false;
        if (match->use == FIND_NAME && find_is_word(reading, preposition, "to"))
            return set & FIND_MOTION || (token->relation == LANGUAGE_OBL && !(set & FIND_GIVING));
        if (preposition_is(reading, preposition, addressing))
            return find_is_word(reading, preposition, "for") && set & FIND_MOTION;
        return find_is_locative(reading, preposition) || !find_acts(reading, match->first, match->last, head);
    default: return false;
    }
}

/* "Goma, Congo": the country or region in apposition behind a comma. */
static const find_match *wider_behind(const find_reading *reading, const find_match *match, uint32_t end)
{
    uint32_t next = match->last + 2;
    if (next >= end || !base_text_is(find_wording(reading, match->last + 1), ",")) return NULL;
    const find_match *wider = find_match_of(reading, next);
    if (!wider || wider->first != next || (wider->use != FIND_NAME && wider->use != FIND_PLACE)) return NULL;
    if (wider->last + 1 < end && reading->tokens[wider->last + 1].upos == DRG_CCONJ) return NULL; /* a row of places */
    return wider;
}

static drg_text place_text(const find_reading *reading, uint32_t row, uint32_t column)
{
    return find_cell_text(reading->lists, &reading->lists->places, row, column);
}

/* The row of the places that the match means, DRG_NONE when none or several fit. */
static uint32_t place_row(const find_reading *reading, const find_match *match, drg_text country)
{
    const find_sheet *forms = &reading->lists->forms;
    uint32_t found = DRG_NONE, form = match->form;
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++, form = find_cell(forms, form, FIND_FORM_NEXT)) {
        if (find_cell(forms, form, FIND_FORM_USE) != FIND_PLACE) continue;
        uint32_t row = find_cell(forms, form, FIND_FORM_ROW);
        if (country.size && !base_text_equal(place_text(reading, row, FIND_PLACE_COUNTRY), country)) continue;
        if (found != DRG_NONE && found != row) return DRG_NONE;
        found = row;
    }
    return found;
}

static double degrees(uint32_t hundredths)
{
    return (double)(int32_t)hundredths / 100.0;
}

static drg_text keep(find_reading *reading, drg_text text)
{
    return text.size ? base_text_copy(&reading->document->arena, text) : (drg_text){NULL, 0};
}

static void fill_from_row(find_reading *reading, uint32_t row, drg_place *place)
{
    const find_sheet *places = &reading->lists->places;
    place->name = keep(reading, place_text(reading, row, FIND_PLACE_NAME));
    place->country = keep(reading, place_text(reading, row, FIND_PLACE_COUNTRY));
    place->admin1 = keep(reading, place_text(reading, row, FIND_PLACE_ADMIN));
    place->located = find_cell(places, row, FIND_PLACE_LOCATED);
    if (place->located) {
        place->lat = degrees(find_cell(places, row, FIND_PLACE_LATITUDE));
        place->lon = degrees(find_cell(places, row, FIND_PLACE_LONGITUDE));
    }
    place->geonames = find_cell(places, row, FIND_PLACE_GEONAMES);
}

static void fill_from_state(find_reading *reading, const find_match *match, drg_place *place)
{
    uint32_t row = find_row(reading, match);
    place->name = keep(reading, find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_NAME));
    place->country = keep(reading, find_match_country(reading, match));
}

static bool is_state(const find_reading *reading, const find_match *match)
{
    return match->use == FIND_NAME &&
           find_cell(&reading->lists->actors, find_row(reading, match), FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
}

/* Part of a longer name: "Moscow Times", "Michael Jordan". */
static bool is_inside_name(const find_reading *reading, const find_match *match, uint32_t begin, uint32_t end)
{
    uint32_t draft = reading->draft_at[match->first];
    if (draft != DRG_NONE && reading->drafts.items[draft].kind == FIND_DRAFT_PERSON) return true;
    uint32_t next = match->last + 1;
    if (next < end && reading->tokens[next].upos == DRG_PROPN && find_is_capital(reading, next) &&
        !find_match_of(reading, next) && reading->draft_at[next] == DRG_NONE &&
        find_time_of(reading, next) == DRG_NONE && find_name_part_of(reading, next) != FIND_HONORIFIC)
        return true;
    if (match->first == begin) return false;
    uint32_t before = match->first - 1;
    return reading->tokens[before].upos == DRG_PROPN && find_is_capital(reading, before) &&
           !find_match_of(reading, before) && reading->draft_at[before] == DRG_NONE &&
           find_time_of(reading, before) == DRG_NONE;
}

static void read_match(find_reading *reading, uint32_t sentence, const find_match *match, uint32_t begin, uint32_t end)
{
    bool state = is_state(reading, match);
    bool government = state || match->use == FIND_CAPITAL || match->use == FIND_SEAT;
    if (!government && match->use != FIND_PLACE) return;
    if (is_inside_name(reading, match, begin, end) || !is_placed(reading, match, government)) return;
    const find_match *wider = wider_behind(reading, match, end);
    drg_text country = wider ? find_match_country(reading, wider) : (drg_text){NULL, 0};
    if (match->use == FIND_CAPITAL && !country.size) country = find_match_country(reading, match);
    uint32_t row = state ? DRG_NONE : place_row(reading, match, country);
    if (row == DRG_NONE && !state) return;
    drg_place place = {.sentence = sentence};
    place.head = find_head_of(reading, match->first, match->last);
    place.span = find_span(reading, match->first, match->last);
    if (row != DRG_NONE)
        fill_from_row(reading, row, &place);
    else
        fill_from_state(reading, match, &place);
    base_push(&reading->document->arena, &reading->document->places) = place;
}

void find_read_places(find_reading *reading)
{
    for (uint32_t i = 0; i < reading->document->sentences.count; i++) {
        const drg_sentence *whole = &reading->document->sentences.items[i];
        if (whole->kind == DRG_SENTENCE_BYLINE) continue;
        uint32_t begin = whole->body, end = find_sentence_end(whole);
        for (uint32_t at = begin; at < end; at++) {
            const find_match *match = find_match_of(reading, at);
            if (!match || match->first != at) continue;
            read_match(reading, i, match, begin, end);
            at = match->last;
        }
    }
}
