/* SPDX-License-Identifier: Apache-2.0
 *
 * In: runs of proper nouns. Out: the persons of the document, each once. A full name teaches the document: the bare
 * surname means that person from then on (and in a headline before). A surname never told in full is looked up in the
 * list of office-holders, and counts only when exactly one of them held an office on the day of the report. Two
 * candidates are none: a note says so. */
#include "find/reading.h"
#include "find/title.h"

/* ---- the extent of a name */

static drg_text key_of(const find_reading *reading, uint32_t first, uint32_t last)
{
    return find_key_of(reading->arena, record_wording(reading->document, find_span(reading, first, last)));
}

static bool is_part(const find_reading *reading, uint32_t token, find_name_part low, find_name_part high)
{
    uint32_t part = find_name_part_of(reading, token);
    return part != DRG_NONE && part >= low && part <= high;
}

static bool is_weekday_or_month(const find_reading *reading, uint32_t token)
{
    uint32_t packed = find_time_of(reading, token);
    return packed != DRG_NONE && find_time_kind_of(packed) <= FIND_DAY;
}

/* "Jordan" of "Michael Jordan", "King" of "Martin Luther King": one listed word inside a name that has begun. */
static bool match_fits_inside(const find_reading *reading, const find_match *match, uint32_t token, bool begun)
{
    if (!match || match->use == FIND_SURNAME || (begun && match->use == FIND_PLACE && !match->taken)) return true;
    if (match->first != match->last || match->taken) return false;
    if (match->use == FIND_ADJECTIVE || match->use == FIND_PEOPLE || match->use == FIND_SEAT) return false;
    uint32_t next = token + 1;
    if (begun) return true;
    const find_match *after = next < reading->token_count ? find_match_of(reading, next) : NULL;
    return next < reading->token_count && reading->tokens[next].upos == DRG_PROPN &&
           (!after || after->use == FIND_PLACE); /* a town of the gazetteer may be anybody's surname */
}

static bool is_name_word(const find_reading *reading, uint32_t token, bool begun)
{
    uint8_t upos = reading->tokens[token].upos;
    if (is_weekday_or_month(reading, token) || is_part(reading, token, FIND_INSTITUTION, FIND_THING)) return false;
    if (!match_fits_inside(reading, find_match_of(reading, token), token, begun)) return false;
    if (begun && is_part(reading, token, FIND_PARTICLE, FIND_PARTICLE)) return true;
    if (!find_is_capital(reading, token)) return false;
    bool mistagged = begun && !reading->headline && !find_match_of(reading, token) &&
                     (upos == DRG_NOUN || upos == DRG_VERB || upos == DRG_ADJ);
    return upos == DRG_PROPN || upos == DRG_X || mistagged || is_part(reading, token, FIND_GIVEN_MALE, FIND_GIVEN_ANY);
}

/* A hyphen inside a name, "Jong-un": the word behind it belongs to the name in any case. */
static bool is_name_hyphen(const find_reading *reading, uint32_t token, uint32_t end)
{
    return token + 1 < end && find_is_hyphen(reading, token) && find_touches(reading, token) &&
           find_touches(reading, token + 1);
}

static uint32_t run_end(const find_reading *reading, uint32_t first, uint32_t end, bool begun)
{
    uint32_t last = DRG_NONE;
    for (uint32_t i = first; i < end && i - first < FIND_NAME_WORDS; i++) {
        if (last != DRG_NONE && is_name_hyphen(reading, i, end)) {
            last = ++i;
            continue;
        }
        if (!is_name_word(reading, i, begun || last != DRG_NONE)) break;
        last = i;
    }
    while (last != DRG_NONE && last > first && !find_is_capital(reading, last) && !find_touches(reading, last)) last--;
    return last;
}

/* "May" of "Prime Minister May", not that of "the minister May 5". */
static bool is_listed_surname(const find_reading *reading, uint32_t token, uint32_t end)
{
    if (token + 1 < end && reading->tokens[token + 1].upos == DRG_NUM) return false;
    return model_table_get(&reading->lists->surnames, key_of(reading, token, token)) != DRG_NONE;
}

/* "Major Defense Partnership": a word that is no surname by its ending. */
static bool ends_as_noun(const find_reading *reading, uint32_t last)
{
    static const char *const endings[] = {"tion", "sion", "ship", "ness", "ency", "ance", NULL};
    drg_text word = find_wording(reading, last);
    for (size_t i = 0; word.size > 6 && endings[i]; i++)
        if (base_text_ends(word, base_text_from(endings[i]))) return true;
    return false;
}

static bool ends_in_institution(const find_reading *reading, uint32_t last, uint32_t end)
{
    return last + 1 < end && is_part(reading, last + 1, FIND_INSTITUTION, FIND_THING) &&
           find_is_capital(reading, last + 1);
}

uint32_t find_name_end(const find_reading *reading, uint32_t first, uint32_t end, bool titled)
{
    if (first >= end || !find_is_capital(reading, first)) {
        if (first >= end || !titled || !is_part(reading, first, FIND_PARTICLE, FIND_PARTICLE)) return DRG_NONE;
    }
    const find_match *match = find_match_of(reading, first);
    if (match && match->use == FIND_PERSON && match->first == first) return match->last;
    if (match && match->use == FIND_SURNAME && match->first == first && match->last > first) return match->last;
    bool given = is_part(reading, first, FIND_GIVEN_MALE, FIND_GIVEN_ANY);
    if (!given && !titled) return DRG_NONE;
    uint32_t last = run_end(reading, first, end, given);
    if (last == DRG_NONE && match && match->use == FIND_SURNAME && match->first == first) last = match->last;
    if (last == DRG_NONE && titled && is_listed_surname(reading, first, end)) last = first;
    if (last == DRG_NONE || ends_in_institution(reading, last, end) || (!given && ends_as_noun(reading, last)))
        return DRG_NONE;
    if (!titled && last == first) return DRG_NONE;
    return last;
}

/* ---- the register */

static uint32_t last_name_token(const find_reading *reading, uint32_t first, uint32_t last)
{
    while (last > first && is_part(reading, last, FIND_PARTICLE, FIND_PARTICLE)) last--; /* "Jr.", "III" */
    return last;
}

static void teach_surname(find_reading *reading, drg_text key, uint32_t person)
{
    uint32_t *known = base_map_put(reading->arena, &reading->person_of_surname, key, person);
    if (*known != person) *known = FIND_SEVERAL;
}

static uint32_t person_new(find_reading *reading, drg_text name, drg_text key)
{
    uint32_t index = (uint32_t)reading->persons.count;
    find_person *person = &base_push(reading->arena, &reading->persons);
    person->name = name;
    person->listed = person->actor = DRG_NONE;
    *base_map_put(reading->arena, &reading->person_of_name, key, index) = index;
    return index;
}

static uint32_t person_listed(find_reading *reading, uint32_t row)
{
    const find_lists *lists = reading->lists;
    drg_text name = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_NAME);
    drg_text key = find_key_of(reading->arena, name);
    uint32_t index = base_map_get(&reading->person_of_name, key);
    if (index != DRG_NONE) return index;
    index = person_new(reading, name, key);
    find_person *person = &reading->persons.items[index];
    person->listed = row;
    person->gender = (find_gender)find_cell(&lists->actors, row, FIND_ACTOR_GENDER);
    person->first_key = find_key_lead(key);
    return index;
}

static find_gender gender_of(const find_reading *reading, uint32_t first)
{
    uint32_t part = find_name_part_of(reading, first);
    return part == FIND_GIVEN_MALE ? FIND_MALE : part == FIND_GIVEN_FEMALE ? FIND_FEMALE : FIND_GENDER_UNKNOWN;
}

static uint32_t known_by_ends(const find_reading *reading, drg_text first_key, drg_text last_key)
{
    uint32_t index = base_map_get(&reading->person_of_surname, last_key);
    if (index == DRG_NONE || index == FIND_SEVERAL) return DRG_NONE;
    return base_text_equal(reading->persons.items[index].first_key, first_key) ? index : DRG_NONE;
}

static void learn_wording(find_reading *reading, uint32_t person, uint32_t first, uint32_t last)
{
    find_person *known = &reading->persons.items[person];
    drg_text wording = find_join(reading, first, last);
    if (known->listed == DRG_NONE && wording.size > known->name.size) {
        drg_text shorter = known->name;
        known->name = wording;
        wording = shorter;
    }
    if (base_text_equal(wording, known->name) || !base_text_copy(reading->arena, wording).size) return;
    for (size_t i = 0; i < known->aliases.count; i++)
        if (base_text_equal(known->aliases.items[i], wording)) return;
    if (known->aliases.count < FIND_CHAIN) base_push(reading->arena, &known->aliases) = wording;
}

/* ---- offices of the list */

static drg_text role_text(const find_reading *reading, uint32_t role, uint32_t column)
{
    return find_cell_text(reading->lists, &reading->lists->roles, role, column);
}

static bool role_holds(const find_reading *reading, uint32_t role)
{
    const find_sheet *roles = &reading->lists->roles;
    return reading->dated && reading->day >= (int32_t)find_cell(roles, role, FIND_ROLE_FIRST) &&
           reading->day <= (int32_t)find_cell(roles, role, FIND_ROLE_LAST);
}

static bool is_of_country(const find_reading *reading, uint32_t role, find_claim claim)
{
    return !claim.country.size || base_text_equal(role_text(reading, role, FIND_ROLE_COUNTRY), claim.country);
}

static bool role_fits(const find_reading *reading, uint32_t role, find_claim claim)
{
    if (claim.office.size && !base_text_equal(role_text(reading, role, FIND_ROLE_OFFICE), claim.office)) return false;
    return is_of_country(reading, role, claim);
}

/* The office that the listed actor held on the day (without a day of the report: ever, when `ever`), one that fits the
 * claim; DRG_NONE. */
static uint32_t role_claimed(const find_reading *reading, uint32_t row, find_claim claim, bool ever)
{
    uint32_t first = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLES);
    uint32_t count = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLE_COUNT);
    for (uint32_t i = 0; i < count && i < FIND_BEARERS; i++)
        if (role_fits(reading, first + i, claim) && ((ever && !reading->dated) || role_holds(reading, first + i)))
            return first + i;
    return DRG_NONE;
}

static uint32_t role_held(const find_reading *reading, uint32_t row)
{
    return role_claimed(reading, row, (find_claim){0}, false);
}

/* ---- offices said for short, and those of other days */

#define DAYS_ELECTED 150 /* most days from an election to taking office */

/* Over before the day, also where the list tells only the month or year. */
static bool role_is_over(const find_reading *reading, uint32_t role)
{
    drg_text to = role_text(reading, role, FIND_ROLE_TO);
    size_t size = to.size < 10 ? to.size : 10;
    return reading->dated && size && memcmp(to.data, reading->day_text, size) < 0;
}

static bool role_is_coming(const find_reading *reading, uint32_t role)
{
    int32_t first = (int32_t)find_cell(&reading->lists->roles, role, FIND_ROLE_FIRST);
    return reading->dated && first > reading->day && first <= reading->day + DAYS_ELECTED;
}

static bool is_military(drg_text sectors)
{
    for (size_t i = 0; i + 3 <= sectors.size; i++)
        if (memcmp(sectors.data + i, "MIL", 3) == 0) return true;
    return false;
}

/* "Secretary Blinken", "General Kurilla", "Admiral Kirby": the office of the day of one whom the short title fits. A
 * rank is kept in other offices. */
static uint32_t role_said_short(const find_reading *reading, uint32_t row, find_claim claim)
{
    uint32_t first = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLES);
    uint32_t count = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLE_COUNT);
    bool ranked = false;
    for (uint32_t i = 0; i < count && i < FIND_BEARERS; i++) {
        uint32_t role = first + i;
        if (!is_of_country(reading, role, claim)) continue;
        ranked |= find_title_is_high_rank(claim.office) && is_military(role_text(reading, role, FIND_ROLE_SECTORS)) &&
                  (int32_t)find_cell(&reading->lists->roles, role, FIND_ROLE_FIRST) <= reading->day;
        if (role_holds(reading, role) && find_title_fits(claim.office, role_text(reading, role, FIND_ROLE_TITLE)))
            return role;
    }
    return ranked ? role_held(reading, row) : DRG_NONE;
}

/* The office that the listed person held before the day, or takes soon after. */
static uint32_t role_of_other_days(const find_reading *reading, uint32_t row, find_claim claim)
{
    uint32_t first = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLES);
    uint32_t count = find_cell(&reading->lists->actors, row, FIND_ACTOR_ROLE_COUNT);
    for (uint32_t i = 0; i < count && i < FIND_BEARERS; i++) {
        bool past = claim.tenure != FIND_TENURE_COMING && role_is_over(reading, first + i);
        bool coming = claim.tenure != FIND_TENURE_PAST && role_is_coming(reading, first + i);
        if ((past || coming) && role_fits(reading, first + i, claim)) return first + i;
    }
    return DRG_NONE;
}

/* ---- persons of the list */

typedef struct find_choice {
    uint32_t row, count, role;
} find_choice;

/* Two rows that hold one office of one country on one day under one name are one person, listed twice. */
static bool is_same_post(const find_reading *reading, uint32_t left, uint32_t right)
{
    return base_text_equal(role_text(reading, left, FIND_ROLE_TITLE), role_text(reading, right, FIND_ROLE_TITLE)) &&
           base_text_equal(role_text(reading, left, FIND_ROLE_COUNTRY), role_text(reading, right, FIND_ROLE_COUNTRY));
}

/* Counts the person of the row, who counts by `role`; DRG_NONE by the name alone. */
static void choose(const find_reading *reading, find_choice *choice, uint32_t row, uint32_t role)
{
    if (choice->count && choice->row == row) return;
    if (choice->count && role != DRG_NONE && is_same_post(reading, choice->role, role)) return;
    choice->row = row;
    choice->role = role;
    choice->count++;
}

/* Of the listed persons of one full name the only one, or the only one in office. */
static find_choice listed_full_name(const find_reading *reading, uint32_t form, find_claim claim)
{
    const find_sheet *forms = &reading->lists->forms;
    find_choice all = {.row = DRG_NONE}, fitting = {.row = DRG_NONE}, holding = {.row = DRG_NONE};
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++, form = find_cell(forms, form, FIND_FORM_NEXT)) {
        if (find_cell(forms, form, FIND_FORM_USE) != FIND_PERSON) continue;
        uint32_t row = find_cell(forms, form, FIND_FORM_ROW);
        uint32_t held = role_held(reading, row), claimed = role_claimed(reading, row, claim, true);
        choose(reading, &all, row, DRG_NONE);
        if (held != DRG_NONE) choose(reading, &holding, row, held);
        if (claimed != DRG_NONE) choose(reading, &fitting, row, claimed);
    }
    if (all.count <= 1) return all;
    if (claim.office.size && fitting.count == 1) return fitting;
    return holding.count == 1 ? holding : all;
}

/* ---- bare surnames */

/* The persons of the surname for whom one of the three ways to fit the claim holds. */
typedef enum find_fit { FIND_FIT_WHOLE, FIND_FIT_SHORT, FIND_FIT_OTHER_DAYS } find_fit;

static uint32_t role_fitting(const find_reading *reading, uint32_t row, find_claim claim, find_fit fit)
{
    bool bare = find_cell(&reading->lists->actors, row, FIND_ACTOR_BARE) != 0;
    switch (fit) {
    case FIND_FIT_WHOLE: return role_claimed(reading, row, claim, true);
    case FIND_FIT_SHORT: return role_said_short(reading, row, claim);
    default: return bare || claim.country.size ? role_of_other_days(reading, row, claim) : DRG_NONE;
    }
}

/* The holder of the office, and with no office said those whose surname alone means them. */
static find_choice listed_surname(const find_reading *reading, uint32_t first, uint32_t last, find_claim claim,
                                  find_fit fit)
{
    const find_lists *lists = reading->lists;
    const find_match *match = find_match_of(reading, first);
    bool bare = match && match->use == FIND_SURNAME && match->first == first && match->last == last;
    find_choice choice = {.row = DRG_NONE};
    uint32_t form = bare && !claim.office.size ? match->form : DRG_NONE;
    if (claim.office.size) form = model_table_get(&lists->surnames, key_of(reading, first, last));
    for (int i = 0; i < FIND_BEARERS && form < lists->forms.rows; i++) {
        uint32_t row = find_cell(&lists->forms, form, FIND_FORM_ROW);
        bool surname = find_cell(&lists->forms, form, FIND_FORM_USE) == FIND_SURNAME;
        uint32_t role = surname ? role_fitting(reading, row, claim, fit) : DRG_NONE;
        bool same_day = fit != FIND_FIT_OTHER_DAYS; /* else two of one post are two persons */
        if (role != DRG_NONE) choose(reading, &choice, row, same_day ? role : DRG_NONE);
        form = find_cell(&lists->forms, form, FIND_FORM_NEXT);
    }
    return choice;
}

/* The bearers of the surname by the first way to fit that anybody does: the office itself, its short title, the office
 * on other days. */
static find_choice listed_claimed(const find_reading *reading, uint32_t first, uint32_t last, find_claim claim)
{
    find_choice choice = {.row = DRG_NONE};
    if (claim.tenure == FIND_TENURE_PRESENT) choice = listed_surname(reading, first, last, claim, FIND_FIT_WHOLE);
    bool short_title = claim.tenure == FIND_TENURE_PRESENT && claim.alone && reading->dated;
    if (!choice.count && short_title) choice = listed_surname(reading, first, last, claim, FIND_FIT_SHORT);
    bool other_days = claim.tenure != FIND_TENURE_PRESENT || (claim.alone && find_title_is_kept(claim.office));
    if (!choice.count && other_days && claim.office.size && reading->dated)
        choice = listed_surname(reading, first, last, claim, FIND_FIT_OTHER_DAYS);
    return choice;
}

/* Of several persons of that surname in this document, the one who is listed with an office of this day. */
static uint32_t listed_among(const find_reading *reading, uint32_t first, uint32_t last, find_claim claim)
{
    if (!reading->dated) return DRG_NONE;
    find_choice choice = listed_claimed(reading, first, last, claim);
    if (!choice.count && claim.office.size) choice = listed_claimed(reading, first, last, (find_claim){0});
    if (choice.count != 1) return DRG_NONE;
    drg_text name = find_cell_text(reading->lists, &reading->lists->actors, choice.row, FIND_ACTOR_NAME);
    return base_map_get(&reading->person_of_name, find_key_of(reading->arena, name));
}

/* ---- who speaks, in transcripts */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* Does the text have the word, with no letter before or behind it? */
static bool has_whole_word(drg_text text, drg_text word)
{
    for (size_t at = 0; word.size && at + word.size <= text.size; at++) {
        size_t behind = at + word.size;
        if (memcmp(text.data + at, word.data, word.size) != 0) continue;
        bool begins = at == 0 || !is_letter(text.data[at - 1]);
        if (begins && (behind == text.size || !is_letter(text.data[behind]))) return true;
    }
    return false;
}

/* The first and the last word of the listed name stand in the heading that the report came with. */
static bool is_in_heading(const find_reading *reading, uint32_t row)
{
    drg_text name = find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_NAME);
    size_t lead = 0, tail = name.size;
    while (lead < name.size && name.data[lead] != ' ') lead++;
    while (tail && name.data[tail - 1] != ' ') tail--;
    drg_text heading = reading->document->source.title;
    return tail && has_whole_word(heading, base_text_slice(name, 0, lead)) &&
           has_whole_word(heading, base_text_slice(name, tail, name.size));
}

bool find_is_speaker_tag(const find_reading *reading, uint32_t first, uint32_t last)
{
    if (last + 1 >= reading->token_count || !base_text_is(find_wording(reading, last + 1), ":")) return false;
    drg_text wording = record_wording(reading->document, find_span(reading, first, last));
    for (size_t i = 0; i < wording.size; i++)
        if (wording.data[i] >= 'a' && wording.data[i] <= 'z') return false;
    return wording.size > 1;
}

/* "MS. JEAN-PIERRE:": the one of that surname in office on the day whom the heading names. */
static find_choice listed_speaker(const find_reading *reading, uint32_t first, uint32_t last)
{
    const find_sheet *forms = &reading->lists->forms;
    find_choice choice = {.row = DRG_NONE};
    if (!find_is_speaker_tag(reading, first, last)) return choice;
    uint32_t form = model_table_get(&reading->lists->surnames, key_of(reading, first, last));
    for (int i = 0; i < FIND_BEARERS && form < forms->rows; i++, form = find_cell(forms, form, FIND_FORM_NEXT)) {
        uint32_t row = find_cell(forms, form, FIND_FORM_ROW);
        bool surname = find_cell(forms, form, FIND_FORM_USE) == FIND_SURNAME;
        if (surname && role_held(reading, row) != DRG_NONE && is_in_heading(reading, row))
            choose(reading, &choice, row, role_held(reading, row));
    }
    return choice;
}

static void note_several(find_reading *reading, uint32_t first, uint32_t last)
{
    drg_span span = find_span(reading, first, last);
    record_note(reading->document, span, "the name '%.*s' fits several persons and is left unresolved",
                BASE_PRINT(record_wording(reading->document, span)));
}

uint32_t find_person_surnamed(find_reading *reading, uint32_t first, uint32_t last, find_claim claim)
{
    uint32_t person = base_map_get(&reading->person_of_surname, key_of(reading, first, last));
    if (person == FIND_SEVERAL) {
        person = listed_among(reading, first, last, claim);
        if (person == DRG_NONE) note_several(reading, first, last);
        return person;
    }
    if (person != DRG_NONE) return person;
    find_choice choice = listed_claimed(reading, first, last, claim);
    if (!choice.count && !claim.office.size) choice = listed_speaker(reading, first, last);
    if (choice.count > 1) note_several(reading, first, last);
    return choice.count == 1 ? person_listed(reading, choice.row) : DRG_NONE;
}

/* ---- offices without a name */

uint32_t find_person_in_office(find_reading *reading, const find_draft *draft)
{
    const find_sheet *roles = &reading->lists->roles;
    find_choice choice = {.row = DRG_NONE};
    drg_text organization = find_slug(reading->arena, draft->organization);
    drg_text key = base_text_format(reading->arena, "%.*s/%.*s/%.*s", BASE_PRINT(draft->country),
                                    BASE_PRINT(organization), BASE_PRINT(draft->office));
    uint32_t role = model_table_get(&reading->lists->posts, key);
    for (int i = 0; i < FIND_HOLDERS && role < roles->rows; i++, role = find_cell(roles, role, FIND_ROLE_NEXT))
        if (role_holds(reading, role)) choose(reading, &choice, find_cell(roles, role, FIND_ROLE_PERSON), DRG_NONE);
    if (choice.count > 1)
        record_note(reading->document, find_span(reading, draft->first, draft->last),
                    "the list has several holders of this office on the day; it is left unnamed");
    return choice.count == 1 ? person_listed(reading, choice.row) : DRG_NONE;
}

/* ---- full names */

/* The listed person of that wording, DRG_NONE; a note when it is one of several. */
static uint32_t listed_by_form(find_reading *reading, uint32_t form, uint32_t first, uint32_t last, find_claim claim)
{
    find_choice choice = listed_full_name(reading, form, claim);
    if (choice.count > 1) note_several(reading, first, last);
    return choice.count == 1 ? person_listed(reading, choice.row) : DRG_NONE;
}

/* The same where the text gives a middle name or initial that the list has not. */
static uint32_t listed_by_ends(find_reading *reading, uint32_t first, uint32_t last, find_claim claim)
{
    find_key key;
    key.size = 0;
    key.broken = false;
    find_key_add(&key, find_wording(reading, first));
    find_key_add(&key, BASE_LITERAL(" "));
    find_key_add(&key, find_wording(reading, last));
    if (key.broken) return DRG_NONE;
    uint32_t form = model_table_get(&reading->lists->form_table, find_key_text(&key));
    return listed_by_form(reading, form, first, last, claim);
}

bool find_is_surname(const find_reading *reading, uint32_t first, uint32_t last)
{
    if (first == last) return true;
    bool given = is_part(reading, first, FIND_GIVEN_MALE, FIND_GIVEN_ANY) && !find_is_hyphen(reading, first + 1);
    return !given && model_table_get(&reading->lists->surnames, key_of(reading, first, last)) != DRG_NONE;
}

uint32_t find_person_named(find_reading *reading, uint32_t first, uint32_t last, find_claim claim)
{
    const find_match *match = find_match_of(reading, first);
    uint32_t tail = last_name_token(reading, first, last);
    drg_text key = key_of(reading, first, last), last_key = key_of(reading, tail, tail);
    drg_text first_key = find_key_lead(key);
    uint32_t person = DRG_NONE;
    if (match && match->use == FIND_PERSON && match->first == first && match->last == last)
        person = listed_by_form(reading, match->form, first, last, claim);
    if (person == DRG_NONE) person = base_map_get(&reading->person_of_name, key);
    bool bare = first == tail || (match && match->use == FIND_SURNAME && match->first == first && match->last == last);
    bare |= (claim.office.size || find_is_speaker_tag(reading, first, last)) && find_is_surname(reading, first, last);
    if (person == DRG_NONE && bare) person = find_person_surnamed(reading, first, last, claim);
    if (person == DRG_NONE && !bare) {
        person = listed_by_ends(reading, first, tail, claim);
        if (person == DRG_NONE) person = known_by_ends(reading, first_key, last_key);
    }
    if (person == DRG_NONE) {
        person = person_new(reading, find_join(reading, first, last), key);
        reading->persons.items[person].first_key = first_key;
        reading->persons.items[person].gender = gender_of(reading, first);
    }
    teach_surname(reading, last_key, person);
    if (tail > first + 1 && is_part(reading, tail - 1, FIND_PARTICLE, FIND_PARTICLE))
        teach_surname(reading, key_of(reading, tail - 1, tail), person);
    if (tail > first + 2 && find_is_hyphen(reading, tail - 1))
        teach_surname(reading, key_of(reading, tail - 2, tail), person);
    learn_wording(reading, person, first, last);
    return person;
}

/* ---- standing */

void find_person_standing(find_reading *reading, uint32_t person, drg_text *ret_country, drg_text *ret_sectors,
                          drg_text *ret_title)
{
    const find_person *known = &reading->persons.items[person];
    *ret_country = known->country;
    *ret_sectors = known->sectors;
    *ret_title = known->title;
    if (known->listed == DRG_NONE) return;
    uint32_t role = role_held(reading, known->listed);
    drg_text country = find_cell_text(reading->lists, &reading->lists->actors, known->listed, FIND_ACTOR_COUNTRY);
    if (role != DRG_NONE) country = role_text(reading, role, FIND_ROLE_COUNTRY);
    if (!ret_country->size) *ret_country = country;
    if (role == DRG_NONE) return;
    if (!ret_sectors->size) *ret_sectors = role_text(reading, role, FIND_ROLE_SECTORS);
    if (!ret_title->size) *ret_title = role_text(reading, role, FIND_ROLE_TITLE);
}

bool find_person_keeps_title(const find_reading *reading, uint32_t index, find_claim claim, drg_text *ret_country)
{
    const find_person *person = &reading->persons.items[index];
    if (person->listed == DRG_NONE || !reading->dated || !find_title_is_kept(claim.office)) return false;
    if (person->title.size && !person->weak) return false; /* what the text says wins */
    if (role_claimed(reading, person->listed, claim, false) != DRG_NONE ||
        role_said_short(reading, person->listed, claim) != DRG_NONE)
        return false;
    uint32_t role = role_of_other_days(reading, person->listed, claim);
    if (role == DRG_NONE) return false;
    *ret_country = role_text(reading, role, FIND_ROLE_COUNTRY);
    return true;
}

drg_text find_person_listed_sectors(const find_reading *reading, uint32_t index)
{
    uint32_t row = reading->persons.items[index].listed;
    uint32_t role = row == DRG_NONE ? DRG_NONE : role_held(reading, row);
    return role == DRG_NONE ? (drg_text){NULL, 0} : role_text(reading, role, FIND_ROLE_SECTORS);
}

drg_text find_person_office(const find_reading *reading, uint32_t person)
{
    uint32_t row = reading->persons.items[person].listed;
    uint32_t role = row == DRG_NONE ? DRG_NONE : role_held(reading, row);
    return role == DRG_NONE ? (drg_text){NULL, 0} : role_text(reading, role, FIND_ROLE_OFFICE);
}

void find_person_list_role(find_reading *reading, uint32_t index)
{
    find_person *person = &reading->persons.items[index];
    uint32_t role = person->listed == DRG_NONE ? DRG_NONE : role_held(reading, person->listed);
    if (role == DRG_NONE) return;
    base_push(reading->arena, &person->roles) =
        (drg_role){.title = role_text(reading, role, FIND_ROLE_TITLE),
                   .country = role_text(reading, role, FIND_ROLE_COUNTRY),
                   .organization = role_text(reading, role, FIND_ROLE_ORGANIZATION),
                   .from = role_text(reading, role, FIND_ROLE_FROM),
                   .to = role_text(reading, role, FIND_ROLE_TO),
                   .listed = true};
}

static void add_role(find_reading *reading, find_person *person, const find_draft *draft)
{
    for (size_t i = 0; i < person->roles.count; i++)
        if (base_text_equal(person->roles.items[i].title, draft->title)) return;
    if (person->roles.count >= FIND_CHAIN) return;
    base_push(reading->arena, &person->roles) = (drg_role){.title = draft->title,
                                                           .country = draft->country,
                                                           .organization = draft->organization,
                                                           .span = draft->title_span};
}

void find_person_learn(find_reading *reading, const find_draft *draft)
{
    find_person *person = &reading->persons.items[draft->person];
    bool weak = draft->rank || draft->former;
    bool better = !weak && (person->weak || (draft->country.size && !person->country.size));
    if (draft->country.size && (!person->country.size || (better && !draft->rank))) person->country = draft->country;
    if (draft->sectors.size && (!person->sectors.size || better)) person->sectors = draft->sectors;
    if (draft->title.size) {
        if (!person->title.size || better) {
            person->title = draft->title;
            person->weak = weak;
        }
        add_role(reading, person, draft);
    }
    if (draft->gender && !person->gender) person->gender = draft->gender;
}
