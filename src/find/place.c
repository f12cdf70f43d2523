/* SPDX-License-Identifier: Apache-2.0
 *
 * In: matches, trees, drafts. Out: the places named in the text, each with whether something is said to be there or to
 * go there: behind a preposition of place, as what is attacked or visited, before the talks that it gave its name.
 * Which event such a place belongs to is decided in the code room. Which wordings are names of places stands in
 * place_name.c, which place a name means in place_choice.c. */
#include "find/place.h"

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
bool find_is_placed(const find_reading *reading, const find_toponym *toponym)
{
    static const char *const addressing[] = {"of", "on", "over", "for", NULL};
    find_match plain = {.first = toponym->first, .last = toponym->last, .use = FIND_PLACE};
    const find_match *match = toponym->match && toponym->listed ? toponym->match : &plain;
    bool government = match->use == FIND_NAME || match->use == FIND_CAPITAL;
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

static drg_text keep(find_reading *reading, drg_text text)
{
    return text.size ? base_text_copy(&reading->document->arena, text) : (drg_text){NULL, 0};
}

static void fill(const find_gazetteer *gazetteer, const find_spot *spot, drg_place *place)
{
    find_spot division;
    place->name = spot->name;
    place->country = spot->country;
    if (spot->admin1 != DRG_NONE && find_spot_read(gazetteer, spot->admin1, &division)) place->admin1 = division.name;
    place->located = spot->marks & FIND_LOCATED;
    if (place->located) {
        place->lat = (double)spot->latitude / 1e6;
        place->lon = (double)spot->longitude / 1e6;
    }
    place->geonames = spot->geonames;
}

static bool is_state(const find_reading *reading, const find_match *match)
{
    return match->use == FIND_NAME &&
           find_cell(&reading->lists->actors, find_row(reading, match), FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
}

/* The capital that acts as a government is an actor, and no place. */
static bool is_government(const find_reading *reading, const find_toponym *toponym)
{
    if (!toponym->listed || toponym->match->use != FIND_CAPITAL) return false;
    uint32_t draft = reading->draft_at[toponym->first];
    return draft != DRG_NONE && reading->drafts.items[draft].via == DRG_VIA_METONYM;
}

static void keep_place(find_places *places, const find_toponym *toponym)
{
    find_reading *reading = places->reading;
    find_spot spot;
    bool placed = find_is_placed(reading, toponym);
    if (!placed && is_government(reading, toponym)) return;
    if (!find_spot_read(&reading->lists->gazetteer, toponym->row, &spot)) return;
    drg_place place = {.sentence = toponym->sentence, .head = toponym->head, .aside = !placed, .listed = true};
    place.span = find_span(reading, toponym->first, toponym->last);
    fill(&reading->lists->gazetteer, &spot, &place);
    place.name = keep(reading, place.name);
    place.country = keep(reading, place.country);
    place.admin1 = keep(reading, place.admin1);
    if (spot.land == FIND_LAND_COUNTRY && toponym->match && is_state(reading, toponym->match))
        place.name = keep(reading, find_cell_text(reading->lists, &reading->lists->actors,
                                                  find_row(reading, toponym->match), FIND_ACTOR_NAME));
    if (place.name.size) base_push(&reading->document->arena, &reading->document->places) = place;
}

void find_read_places(find_reading *reading)
{
    find_places places = {.reading = reading};
    find_places_gather(&places);
    find_places_choose(&places);
    for (size_t i = 0; i < places.toponyms.count; i++)
        if (places.toponyms.items[i].row != DRG_NONE) keep_place(&places, &places.toponyms.items[i]);
}

/* "Georgian", "Georgians": the country. */
static bool find_country_of_adjective(const find_lists *lists, drg_text key, drg_text country, drg_place *ret_place)
{
    uint32_t form = model_table_get(&lists->form_table, key);
    for (int i = 0; i < FIND_CHAIN && form < lists->forms.rows; i++) {
        uint32_t use = find_cell(&lists->forms, form, FIND_FORM_USE),
                 row = find_cell(&lists->forms, form, FIND_FORM_ROW);
        form = find_cell(&lists->forms, form, FIND_FORM_NEXT);
        drg_text code = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_COUNTRY);
        bool state = use == FIND_NAME && find_cell(&lists->actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
        if ((use != FIND_ADJECTIVE && use != FIND_PEOPLE && !state) || !code.size) continue;
        if (country.size && !base_text_equal(code, country)) continue;
        return find_known_place(lists, (drg_text){NULL, 0}, code, ret_place);
    }
    return false;
}

/* A province that bears the name of one of its towns. */
static bool has_town(const find_gazetteer *gazetteer, find_bearers bearers, const find_spot *division)
{
    if (division->land != FIND_LAND_DIVISION && division->land != FIND_LAND_COUNTY) return false;
    for (uint32_t i = 0; i < bearers.count; i++) {
        find_spot town;
        uint32_t how, row = find_bearer_row(bearers, i, &how);
        if (find_spot_read(gazetteer, row, &town) && find_is_seat(&town, division)) return true;
    }
    return false;
}

bool find_known_place(const find_lists *lists, drg_text name, drg_text country, drg_place *ret_place)
{
    const find_gazetteer *gazetteer = &lists->gazetteer;
    find_spot spot;
    find_key key = {.size = 0};
    find_key_add(&key, name);
    drg_place place = {.sentence = 0};
    if (!name.size && find_spot_read(gazetteer, find_country_row(gazetteer, country), &spot)) {
        fill(gazetteer, &spot, &place);
        *ret_place = place;
        return true;
    }
    find_bearers bearers = find_gazetteer_get(gazetteer, key.broken ? (drg_text){NULL, 0} : find_key_text(&key));
    for (uint32_t i = 0; i < bearers.count; i++) {
        uint32_t how, row = find_bearer_row(bearers, i, &how);
        if (how & FIND_BORNE_BEHIND || !find_spot_read(gazetteer, row, &spot)) continue;
        if (country.size && !base_text_equal(spot.country, country)) continue;
        if (has_town(gazetteer, bearers, &spot)) continue;
        fill(gazetteer, &spot, &place);
        *ret_place = place;
        return true;
    }
    return find_country_of_adjective(lists, find_key_text(&key), country, ret_place);
}
