/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a wording of the text and the listed entries that bear it. Out: the one that it means, or none. First the letters
 * decide, then the day: a body or name that did not exist yet is never meant, one that is gone loses to one that is
 * there, but may still be spoken of as history. Bodies of one name ("Labour Party") are told apart by the countries
 * that the document names; where that leaves two, a note says so and nobody is meant. */
#include "find/reading.h"

/* Does the wording carry an upper-case letter wherever the listed text has one? Both have the same key, so that their
 * letters correspond; blanks, hyphens and marks may differ. */
static bool case_fits(drg_text listed, drg_text wording)
{
    size_t at = 0;
    for (size_t i = 0; i < listed.size;) {
        int32_t want;
        i += base_utf8_next(listed, i, &want);
        if (!base_point_is_letter(want)) continue;
        int32_t have = -1;
        while (at < wording.size && !base_point_is_letter(have)) at += base_utf8_next(wording, at, &have);
        if (base_point_is_upper(want) && !base_point_is_upper(have)) return false;
    }
    return true;
}

static bool is_acronym(drg_text listed)
{
    for (size_t i = 0; i < listed.size; i++)
        if (listed.data[i] < 'A' || listed.data[i] > 'Z') return false;
    return listed.size <= 4;
}

typedef enum find_standing { FIND_NEVER, FIND_GONE, FIND_THERE } find_standing;

static find_standing standing_of(const find_reading *reading, uint32_t form)
{
    const find_sheet *forms = &reading->lists->forms;
    if (!reading->dated) return FIND_THERE;
    if (reading->day < (int32_t)find_cell(forms, form, FIND_FORM_FROM)) return FIND_NEVER;
    if (reading->day <= (int32_t)find_cell(forms, form, FIND_FORM_TO)) return FIND_THERE;
    return find_cell(forms, form, FIND_FORM_STRICT) ? FIND_NEVER : FIND_GONE;
}

static bool letters_fit(const find_reading *reading, uint32_t form, drg_text wording)
{
    return case_fits(find_cell_text(reading->lists, &reading->lists->forms, form, FIND_FORM_TEXT), wording);
}

uint32_t find_form_fitting(const find_reading *reading, uint32_t form, drg_text wording, bool shouting)
{
    const find_sheet *forms = &reading->lists->forms;
    uint32_t gone = DRG_NONE;
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++, form = find_cell(forms, form, FIND_FORM_NEXT)) {
        drg_text listed = find_cell_text(reading->lists, forms, form, FIND_FORM_TEXT);
        uint32_t use = find_cell(forms, form, FIND_FORM_USE);
        if (use >= FIND_PLACE && gone != DRG_NONE) return gone;
        if (use == FIND_OFFICE || use == FIND_OFFICES) return form;
        if (!case_fits(listed, wording) || (shouting && is_acronym(listed))) continue;
        find_standing standing = standing_of(reading, form);
        if (standing == FIND_THERE) return form;
        if (standing == FIND_GONE && gone == DRG_NONE) gone = form;
    }
    return gone;
}

/* ---- bodies of one name */

/* The first bearer of a name that something speaks for, and whether it speaks for one of another country. */
typedef struct find_votes {
    uint32_t form;
    bool several;
} find_votes;

static drg_text country_of(const find_reading *reading, uint32_t form)
{
    uint32_t row = find_cell(&reading->lists->forms, form, FIND_FORM_ROW);
    return find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_COUNTRY);
}

/* Two entries of one country are taken for one: the first. International ones are not. */
static bool same_bearer(const find_reading *reading, uint32_t left, uint32_t right)
{
    drg_text country = country_of(reading, left);
    if (base_text_is(country, "---"))
        return find_cell(&reading->lists->forms, left, FIND_FORM_ROW) ==
               find_cell(&reading->lists->forms, right, FIND_FORM_ROW);
    return base_text_equal(country, country_of(reading, right));
}

static void vote(const find_reading *reading, find_votes *votes, uint32_t form)
{
    if (votes->form == DRG_NONE)
        votes->form = form;
    else if (!same_bearer(reading, votes->form, form))
        votes->several = true;
}

static bool is_single(const find_votes *votes)
{
    return votes->form != DRG_NONE && !votes->several;
}

typedef struct find_poll {
    find_votes named, plain_named; /* the document names the body's country; and the name is its own */
    find_votes plain, international;
} find_poll;

static void poll_form(const find_reading *reading, uint32_t form, find_poll *poll)
{
    drg_text country = country_of(reading, form);
    bool plain = find_cell(&reading->lists->forms, form, FIND_FORM_USE) == FIND_NAME;
    uint32_t row = find_cell(&reading->lists->forms, form, FIND_FORM_ROW);
    bool international = base_text_is(country, "---"); /* "the Quad", "SCO": where the text names two members */
    bool named =
        international ? find_members_named(reading, row) > 1 : base_map_get(&reading->countries, country) != DRG_NONE;
    if (named) vote(reading, &poll->named, form);
    if (named && plain) vote(reading, &poll->plain_named, form);
    if (plain) vote(reading, &poll->plain, form);
    if (plain && international) vote(reading, &poll->international, form);
}

static uint32_t winner(const find_poll *poll)
{
    const find_votes *order[] = {&poll->named, &poll->plain_named, &poll->plain, &poll->international};
    bool named = poll->named.form != DRG_NONE;
    for (size_t i = named ? 0 : 2; i < (named ? 2 : 4); i++)
        if (is_single(order[i])) return order[i]->form;
    return DRG_NONE;
}

static bool is_state(const find_reading *reading, uint32_t form)
{
    uint32_t row = find_cell(&reading->lists->forms, form, FIND_FORM_ROW);
    return find_cell(&reading->lists->actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
}

void find_match_decide(find_reading *reading, find_match *match)
{
    const find_sheet *forms = &reading->lists->forms;
    bool name = match->use == FIND_NAME && !is_state(reading, match->form);
    if (!name && match->use != FIND_COMMON_NAME) return;
    drg_span span = find_span(reading, match->first, match->last);
    drg_text wording = record_wording(reading->document, span);
    find_standing standing = standing_of(reading, match->form);
    find_poll poll = {{DRG_NONE, false}, {DRG_NONE, false}, {DRG_NONE, false}, {DRG_NONE, false}};
    uint32_t form = match->form;
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++, form = find_cell(forms, form, FIND_FORM_NEXT)) {
        uint32_t use = find_cell(forms, form, FIND_FORM_USE);
        bool bearer = (use == FIND_NAME && !is_state(reading, form)) || use == FIND_COMMON_NAME;
        if (bearer && standing_of(reading, form) == standing && letters_fit(reading, form, wording))
            poll_form(reading, form, &poll);
    }
    uint32_t chosen = winner(&poll);
    if (chosen == DRG_NONE) {
        if (poll.named.several || poll.plain.several)
            record_note(reading->document, span, "the name '%.*s' is that of several bodies and is left unresolved",
                        BASE_PRINT(wording));
        match->taken = true; /* nobody's */
        return;
    }
    match->form = chosen;
    match->use = FIND_NAME;
}
