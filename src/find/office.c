/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the offices among a sentence's matches, and what phrase.c reads around them. Out: drafts of roles, groups, bodies
 * and titled persons. */
#include "find/phrase.h"

find_draft *find_draft_new(find_reading *reading, find_draft_kind kind, drg_via via, uint32_t sentence, uint32_t first,
                           uint32_t last)
{
    uint32_t index = (uint32_t)reading->drafts.count;
    find_draft *draft = &base_push(reading->arena, &reading->drafts);
    *draft = (find_draft){.kind = kind, .via = via, .sentence = sentence, .first = first, .last = last};
    draft->phrase_first = first;
    draft->phrase_last = last;
    draft->head = find_head_of(reading, first, last);
    draft->listed = draft->person = draft->owner = draft->actor = DRG_NONE;
    for (uint32_t i = first; i <= last; i++)
        if (reading->draft_at[i] == DRG_NONE) reading->draft_at[i] = index;
    return draft;
}

static void settle_attributes(find_reading *reading, find_phrase *phrase)
{
    drg_text own = find_office_text(reading, phrase->office_row, FIND_OFFICE_SECTORS);
    drg_text implied = find_office_text(reading, phrase->office_row, FIND_OFFICE_COUNTRY);
    bool general = phrase->use == FIND_OFFICE_GENERAL;
    if (base_text_is(phrase->country, "---") && phrase->sectors.size) general = true; /* of an international body */
    if (phrase->former && phrase->kind == FIND_OFFICE_PERSON)
        phrase->sectors = BASE_LITERAL("ELI");
    else if (!general)
        phrase->sectors = own;
    else if (!phrase->sectors.size &&
             (phrase->state_owner || phrase->owner != DRG_NONE || phrase->kind != FIND_OFFICE_PERSON))
        phrase->sectors = own;
    else if (!phrase->sectors.size &&
             base_text_is(find_office_text(reading, phrase->office_row, FIND_OFFICE_NAME), "official"))
        phrase->sectors = own;
    if (base_text_is(phrase->country, "---") && base_text_starts(phrase->sectors, BASE_LITERAL("GOV")))
        phrase->sectors = BASE_LITERAL("IGO"); /* "the president of the commission" of no state */
    if (!phrase->sectors.size && phrase->place_owner && phrase->kind == FIND_OFFICE_PERSON)
        phrase->sectors = BASE_LITERAL("GOV"); /* "the head of Chechnya" */
    drg_text office = find_office_text(reading, phrase->office_row, FIND_OFFICE_NAME);
    bool of_anything = base_text_is(office, "president") || base_text_is(office, "vice-president") ||
                       base_text_is(office, "chancellor") || base_text_is(office, "secretary");
    bool owned = phrase->country.size || phrase->owner != DRG_NONE;
    if (of_anything && !owned && find_phrase_has_unlisted_owner(reading, phrase)) phrase->sectors = (drg_text){NULL, 0};
    bool for_other = phrase->last + 1 < phrase->end && find_is_word(reading, phrase->last + 1, "for");
    if (!phrase->country.size && phrase->owner == DRG_NONE && !for_other) phrase->country = implied;
}

/* "counterpart" is no title; one half of "defense and foreign ministers" is one minister. */
static drg_text title_of(const find_reading *reading, const find_phrase *phrase, bool named)
{
    if (phrase->use == FIND_OFFICE_PARTNER) return (drg_text){NULL, 0};
    if (phrase->second != DRG_NONE || (phrase->plural && named))
        return find_office_text(reading, phrase->office_row, FIND_OFFICE_WORD);
    return find_join(reading, phrase->title_first, phrase->last);
}

/* Offices that one person holds at a time in a state or body: who is meant need not be said. */
static bool is_sole(drg_text office)
{
    static const char *const offices[] = {"president",
                                          "vice-president",
                                          "prime-minister",
                                          "chancellor",
                                          "monarch",
                                          "crown-prince",
                                          "supreme-leader",
                                          "pope",
                                          "foreign-minister",
                                          "defense-minister",
                                          "interior-minister",
                                          "finance-minister",
                                          "justice-minister",
                                          "secretary-of-state",
                                          "national-security-adviser",
                                          "attorney-general",
                                          "secretary-general",
                                          "director-general",
                                          "chief-executive",
                                          "high-representative",
                                          "foreign-policy-chief",
                                          "army-chief",
                                          "energy-minister",
                                          "parliament-speaker",
                                          "house-speaker",
                                          "first-lady",
                                          "security-council-secretary",
                                          NULL};
    for (size_t i = 0; offices[i]; i++)
        if (base_text_is(office, offices[i])) return true;
    return false;
}

/* "the incoming adviser", "the Deputy Press Secretary": not the one who is called by the office itself. */
static bool is_of_another(const find_reading *reading, const find_phrase *phrase)
{
    if (phrase->absent) return true;
    for (uint32_t i = phrase->title_first; i < phrase->first; i++)
        if (find_is_word(reading, i, "deputy") || find_is_word(reading, i, "assistant")) return true;
    return false;
}

static void fill(find_reading *reading, const find_phrase *phrase, find_draft *draft)
{
    draft->country = phrase->country;
    draft->sectors = phrase->sectors;
    draft->organization = phrase->organization;
    if (phrase->use != FIND_OFFICE_PARTNER || draft->kind != FIND_DRAFT_PERSON)
        draft->office = find_office_text(reading, phrase->office_row, FIND_OFFICE_NAME);
    draft->title = title_of(reading, phrase, draft->kind == FIND_DRAFT_PERSON);
    draft->title_span = find_span(reading, phrase->title_first, phrase->last);
    draft->owner = phrase->owner;
    draft->rank = phrase->use == FIND_OFFICE_RANK;
    draft->certain = is_sole(draft->office) && !phrase->inexact && !phrase->indefinite && phrase->definite &&
                     !phrase->former && !phrase->absent && !phrase->elect && phrase->title_first == phrase->first &&
                     phrase->second == DRG_NONE;
    if (phrase->elect) draft->office = find_slug(reading->arena, draft->title);
    draft->definite = phrase->definite && !is_of_another(reading, phrase);
    draft->government = phrase->use == FIND_OFFICE_STATE;
    draft->former = phrase->former || (phrase->absent && draft->kind == FIND_DRAFT_PERSON);
    draft->plural = phrase->plural;
}

/* What the phrase says of its holder's office. "President-elect" is the presidency to come. */
static find_claim claim_of(const find_reading *reading, const find_phrase *phrase)
{
    static const char ending[] = "-elect";
    find_claim claim = {.office = find_office_text(reading, phrase->office_row, FIND_OFFICE_NAME),
                        .country = phrase->country};
    bool elect = base_text_ends(claim.office, base_text_from(ending));
    if (elect) claim.office = base_text_slice(claim.office, 0, claim.office.size - (sizeof ending - 1));
    claim.tenure = elect || phrase->elect ? FIND_TENURE_COMING
                   : phrase->former       ? FIND_TENURE_PAST
                   : phrase->absent       ? FIND_TENURE_OTHER
                                          : FIND_TENURE_PRESENT;
    claim.alone = phrase->title_first == phrase->first && !phrase->plural && find_is_capital(reading, phrase->first);
    return claim;
}

/* What the list adds to a title before a surname: "President Obama" is called so long after, "Secretary Austin" is of
 * the forces, too. */
static void settle_short_title(find_reading *reading, find_draft *draft, find_claim claim)
{
    drg_text country = {NULL, 0}, sectors = find_person_listed_sectors(reading, draft->person);
    if (claim.tenure != FIND_TENURE_PRESENT || !claim.alone) return;
    if (find_person_keeps_title(reading, draft->person, claim, &country)) {
        draft->former = true;
        draft->certain = false;
        draft->sectors = sectors.size ? sectors : BASE_LITERAL("ELI");
        if (!draft->country.size) draft->country = country;
    } else if (sectors.size && !reading->persons.items[draft->person].sectors.size) {
        draft->sectors = sectors;
    }
}

static void draft_person(find_reading *reading, const find_phrase *phrase, uint32_t first, uint32_t last,
                         uint32_t phrase_first, uint32_t phrase_last)
{
    find_claim claim = claim_of(reading, phrase);
    uint32_t person = find_person_named(reading, first, last, claim);
    find_draft *draft = find_draft_new(reading, FIND_DRAFT_PERSON, DRG_VIA_APPOSITION, phrase->sentence, first, last);
    fill(reading, phrase, draft);
    draft->person = person;
    draft->phrase_first = phrase_first;
    draft->phrase_last = phrase_last;
    if (find_is_surname(reading, first, last)) settle_short_title(reading, draft, claim);
    find_person_learn(reading, draft);
    const find_match *match = find_match_of(reading, first);
    for (uint32_t i = first; i <= last; i++)
        if ((match = find_match_of(reading, i))) reading->matches.items[reading->match_at[i]].taken = true;
    for (uint32_t i = phrase_first; i <= phrase_last; i++)
        if (reading->draft_at[i] == DRG_NONE && !find_match_of(reading, i))
            reading->draft_at[i] = (uint32_t)reading->drafts.count - 1;
}

static find_draft_kind kind_of(const find_phrase *phrase)
{
    if (phrase->kind == FIND_OFFICE_BODY) return FIND_DRAFT_BODY;
    return phrase->kind == FIND_OFFICE_GROUP || phrase->plural ? FIND_DRAFT_GROUP : FIND_DRAFT_ROLE;
}

/* The other half of "defense and foreign ministers": the same office with the other portfolio. */
static void draft_second(find_reading *reading, const find_phrase *phrase)
{
    const find_draft *half = &reading->drafts.items[reading->drafts.count - 1];
    find_draft copy = *half;
    drg_text portfolio = base_text_lower(reading->arena, find_wording(reading, phrase->second));
    drg_text word = find_office_text(reading, phrase->office_row, FIND_OFFICE_WORD);
    size_t size = word.size;
    while (size && word.data[size - 1] != ' ') size--;
    drg_text noun = base_text_slice(word, size, word.size);
    drg_text wording = base_text_format(reading->arena, "%.*s %.*s", BASE_PRINT(portfolio), BASE_PRINT(noun));
    uint32_t form = model_table_get(&reading->lists->form_table, find_key_of(reading->arena, wording));
    copy.title = wording;
    copy.office = find_slug(reading->arena, wording);
    if (form != DRG_NONE && find_cell(&reading->lists->forms, form, FIND_FORM_USE) >= FIND_OFFICE) {
        uint32_t row = find_cell(&reading->lists->forms, form, FIND_FORM_ROW);
        copy.office = find_office_text(reading, row, FIND_OFFICE_NAME);
        copy.sectors = find_office_text(reading, row, FIND_OFFICE_SECTORS);
    }
    copy.twin = true;
    copy.plural = false;
    reading->drafts.items[reading->drafts.count - 1].kind = FIND_DRAFT_ROLE;
    reading->drafts.items[reading->drafts.count - 1].plural = false;
    copy.kind = FIND_DRAFT_ROLE;
    base_push(reading->arena, &reading->drafts) = copy;
}

/* One draft for each state of the row, in the order of the text; the last is that of the draft already made. */
static void draft_others(find_reading *reading, const find_phrase *phrase)
{
    find_draft *made = &reading->drafts.items[reading->drafts.count - 1];
    drg_text last = made->country;
    made->country = find_match_country(reading, &reading->matches.items[phrase->others[phrase->other_count - 1]]);
    find_draft copy = *made;
    copy.twin = true;
    for (size_t i = phrase->other_count; i-- > 0;) {
        copy.country = i ? find_match_country(reading, &reading->matches.items[phrase->others[i - 1]]) : last;
        base_push(reading->arena, &reading->drafts) = copy;
    }
}

/* "officials from Britain, France and Germany": one draft for each further country of the row. */
static uint32_t draft_more_owners(find_reading *reading, const find_phrase *phrase, uint32_t at)
{
    find_draft copy = reading->drafts.items[reading->drafts.count - 1];
    for (int step = 0; step < FIND_WALK && at + 1 < phrase->end; step++) {
        bool joint = find_is_comma(reading, at) || reading->tokens[at].upos == DRG_CCONJ;
        if (!joint) break;
        uint32_t next = at + 1;
        if (find_is_comma(reading, at) && reading->tokens[next].upos == DRG_CCONJ && next + 1 < phrase->end) next++;
        find_match *match = find_match_of(reading, next);
        if (!match || match->taken || match->use != FIND_NAME || match->compound) break;
        if (match->last + 1 < phrase->end && find_is_possessive(reading, match->last + 1)) break;
        match->taken = true;
        at = match->last + 1;
        if (base_text_equal(copy.country, find_match_country(reading, match))) continue;
        copy.country = find_match_country(reading, match);
        copy.twin = true;
        copy.phrase_last = match->last;
        base_push(reading->arena, &reading->drafts) = copy;
    }
    return at;
}

/* Does the office stand before another noun, "rebel attack", "hostage crisis", "general election"? Of those, forces and
 * governments may be what acts; the others only describe. */
static bool only_describes(const find_reading *reading, const find_phrase *phrase)
{
    const drg_token *word = &reading->tokens[phrase->last];
    const find_match *next = phrase->last + 1 < phrase->end ? find_match_of(reading, phrase->last + 1) : NULL;
    bool adjective = word->upos == DRG_ADJ && !phrase->country.size &&
                     (word->relation == LANGUAGE_AMOD || phrase->kind != FIND_OFFICE_PERSON);
    if (adjective || word->upos == DRG_ADV) return true;
    if (phrase->kind == FIND_OFFICE_GROUP && next && next->use == FIND_NAME)
        return true; /* "the armed group Hezbollah" */
    bool before = (word->relation == LANGUAGE_COMPOUND || word->relation == LANGUAGE_AMOD) && word->head != DRG_NONE &&
                  word->head > phrase->last;
    if (!before) return false;
    if (phrase->kind == FIND_OFFICE_BODY) return phrase->use == FIND_OFFICE_STATE && !phrase->country.size;
    drg_text own = find_office_text(reading, phrase->office_row, FIND_OFFICE_SECTORS);
    if (phrase->kind == FIND_OFFICE_PERSON || !phrase->country.size) return true; /* "terrorist attack" names nobody */
    static const char *const acting[] = {"MIL", "REB", "COP", "UAF", "SPY", "PRM", NULL};
    for (size_t i = 0; acting[i]; i++)
        if (base_text_starts(own, base_text_from(acting[i]))) return false;
    return true;
}

static bool draft_office(find_reading *reading, const find_phrase *phrase, uint32_t after)
{
    find_draft_kind kind = kind_of(phrase);
    bool own_name = (kind == FIND_DRAFT_GROUP || kind == FIND_DRAFT_BODY) && phrase->title_first < phrase->first &&
                    !phrase->country.size && find_is_capital(reading, phrase->first) &&
                    find_is_capital(reading, phrase->first - 1);
    if (own_name || only_describes(reading, phrase)) return false; /* "National Liberation Army" is nobody's army */
    bool known = phrase->country.size || phrase->sectors.size || phrase->owner != DRG_NONE ||
                 (phrase->definite && kind == FIND_DRAFT_ROLE); /* "the envoy" may be one named before */
    bool vague = phrase->use == FIND_OFFICE_STATE && !phrase->country.size && !phrase->definite && !phrase->plural;
    if (!known || vague || phrase->use == FIND_OFFICE_ATTRIBUTE) return false;
    find_draft *draft =
        find_draft_new(reading, kind, DRG_VIA_ROLE, phrase->sentence, phrase->phrase_first, phrase->last);
    fill(reading, phrase, draft);
    draft->phrase_last = after - 1;
    draft->head = find_head_of(reading, phrase->last, phrase->last);
    draft->persons = phrase->kind == FIND_OFFICE_PERSON;
    bool armed = phrase->owner_row != DRG_NONE && kind == FIND_DRAFT_GROUP && !draft->persons &&
                 find_cell(&reading->lists->actors, phrase->owner_row, FIND_ACTOR_TYPE) == DRG_ACTOR_GROUP;
    if (armed) { /* "Hamas fighters" are Hamas */
        draft->kind = FIND_DRAFT_LISTED;
        draft->title = (drg_text){NULL, 0};
        draft->listed = phrase->owner_row;
        draft->sectors = find_cell_text(reading->lists, &reading->lists->actors, draft->listed, FIND_ACTOR_SECTORS);
    }
    if (phrase->other_count) draft_others(reading, phrase);
    bool shared = phrase->owner_row != DRG_NONE && kind == FIND_DRAFT_GROUP && draft->persons && !phrase->other_count &&
                  find_is_grouping(reading, phrase->owner_row);
    if (shared)
        find_draft_members_offices(reading, phrase->owner_row,
                                   find_office_text(reading, phrase->office_row, FIND_OFFICE_SECTORS));
    else if (phrase->second != DRG_NONE)
        draft_second(reading, phrase);
    else if (phrase->plural && after > phrase->last + 1 && phrase->taken_count)
        draft_more_owners(reading, phrase, after);
    return true;
}

/* "German and French foreign ministers Annalena Baerbock and Catherine Colonna": the country of the name, counted from
 * 0; unknown where there are more names than countries. */
static drg_text country_in_row(const find_reading *reading, const find_phrase *phrase, drg_text last, size_t name)
{
    const drg_text none = {NULL, 0};
    if (name >= phrase->other_count) return name == phrase->other_count ? last : none;
    const find_match *match = &reading->matches.items[phrase->others[phrase->other_count - 1 - name]];
    return find_match_country(reading, match);
}

/* "Foreign Ministers Penny Wong of Australia and Winston Peters of New Zealand": the names after the first. */
static void draft_more_names(find_reading *reading, const find_phrase *whole, drg_text country, uint32_t at)
{
    for (size_t step = 0; step < FIND_WALK; step++) {
        find_phrase phrase = *whole;
        phrase.country = whole->other_count ? country_in_row(reading, whole, country, step + 1) : country;
        const find_match *owner = at + 1 < phrase.end ? find_match_of(reading, at + 1) : NULL;
        if (owner && owner->use == FIND_NAME && find_is_word(reading, at, "of")) at = owner->last + 1;
        bool joined = false;
        while (at < phrase.end && (find_is_comma(reading, at) || reading->tokens[at].upos == DRG_CCONJ)) {
            joined = true;
            at++;
        }
        uint32_t last = joined && at < phrase.end ? find_name_end(reading, at, phrase.end, true) : DRG_NONE;
        if (last == DRG_NONE || reading->draft_at[at] != DRG_NONE) return;
        phrase.taken_count = 0;
        if (!phrase.country.size) find_phrase_owner_of_name(reading, &phrase, last + 1);
        for (size_t i = 0; i < phrase.taken_count; i++) reading->matches.items[phrase.taken[i]].taken = true;
        draft_person(reading, &phrase, at, last, at, last);
        at = last + 1;
    }
}

/* Words of ranks and crowns are also parts of other names ("General Motors", "King Street", "Union Leader"): a capital
 * word of office in the middle of a longer name is none. */
static bool is_inside_name(const find_reading *reading, const find_phrase *phrase)
{
    if (!find_is_capital(reading, phrase->first)) return false;
    uint32_t next = phrase->last + 1;
    if (next < phrase->end && find_is_kind_word(find_name_part_of(reading, next)) && find_is_capital(reading, next))
        return true;
    bool owner = next + 1 < phrase->end && find_is_possessive(reading, next) && find_is_capital(reading, next + 1) &&
                 find_is_kind_word(find_name_part_of(reading, next + 1));
    if (owner) return true; /* "Workers' Party" */
    if (phrase->first == phrase->begin || phrase->kind == FIND_OFFICE_BODY) return false;
    uint32_t before = phrase->first - 1;
    const find_match *match = find_match_of(reading, before);
    uint32_t part = find_name_part_of(reading, before);
    return !match && part != DRG_NONE && part <= FIND_GIVEN_ANY && find_is_capital(reading, before);
}

static bool is_rank(const find_reading *reading, const find_match *match)
{
    return find_cell(&reading->lists->offices, find_row(reading, match), FIND_OFFICE_USE_OF) == FIND_OFFICE_RANK;
}

static void read_office(find_reading *reading, uint32_t sentence, uint32_t index)
{
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    const find_match *match = &reading->matches.items[index];
    const find_sheet *offices = &reading->lists->offices;
    find_phrase phrase = {.sentence = sentence, .begin = whole->body, .end = find_sentence_end(whole)};
    phrase.first = phrase.title_first = phrase.phrase_first = match->first;
    phrase.last = match->last;
    phrase.office_row = find_row(reading, match);
    phrase.kind = (find_office_kind)find_cell(offices, phrase.office_row, FIND_OFFICE_KIND);
    phrase.use = (find_office_use)find_cell(offices, phrase.office_row, FIND_OFFICE_USE_OF);
    phrase.plural = match->use == FIND_OFFICES;
    phrase.elect = match->elect;
    phrase.owner = phrase.owner_row = phrase.second = DRG_NONE;
    if (phrase.use == FIND_OFFICE_TITLE && !find_is_capital(reading, phrase.first)) return;
    if (is_inside_name(reading, &phrase)) return;
    const find_match *next = phrase.last + 1 < phrase.end ? find_match_of(reading, phrase.last + 1) : NULL;
    bool attribute = find_is_office(next) && next->first == phrase.last + 1;
    if (attribute && (phrase.kind != FIND_OFFICE_PERSON || phrase.use == FIND_OFFICE_RANK || !is_rank(reading, next)))
        return; /* an attribute of that one; but "army spokesman Brigadier ..." is a spokesman */
    find_phrase_walk_left(reading, &phrase);
    if (find_is_speaker_tag(reading, phrase.first, phrase.last))
        phrase.definite = false; /* "THE PRESIDENT:" is the host's, not the one whom he speaks of */
    uint32_t owned = find_phrase_owner_behind(reading, &phrase, phrase.last + 1);
    uint32_t scoped = owned;
    if (phrase.kind == FIND_OFFICE_PERSON) scoped = find_phrase_scope_behind(reading, &phrase, owned);
    settle_attributes(reading, &phrase);
    uint32_t first = DRG_NONE, last = DRG_NONE;
    if (phrase.kind == FIND_OFFICE_PERSON) {
        last = find_phrase_name_behind(reading, &phrase, scoped, &first);
        if (last == DRG_NONE && scoped != owned) last = find_phrase_name_behind(reading, &phrase, owned, &first);
    }
    bool drafted = true;
    bool alone = phrase.use == FIND_OFFICE_TITLE && !phrase.plural && !phrase.definite && !phrase.country.size;
    drg_text country = phrase.country;
    if (last != DRG_NONE && phrase.other_count) phrase.country = country_in_row(reading, &phrase, country, 0);
    if (last != DRG_NONE && !phrase.country.size && !phrase.organization.size)
        find_phrase_owner_of_name(reading, &phrase, last + 1);
    if (last != DRG_NONE) {
        for (uint32_t i = phrase.last + 1; i < first; i++)
            if (find_is_office(find_match_of(reading, i))) find_match_of(reading, i)->taken = true; /* ranks between */
        draft_person(reading, &phrase, first, last, phrase.phrase_first, last);
        if (phrase.plural) draft_more_names(reading, &phrase, country, last + 1);
    } else {
        uint32_t name_last = 0;
        first = phrase.kind == FIND_OFFICE_PERSON && !phrase.plural
                    ? find_phrase_name_before(reading, &phrase, scoped, &name_last)
                    : DRG_NONE;
        if (first != DRG_NONE && reading->draft_at[first] != DRG_NONE) {
            find_draft *draft = &reading->drafts.items[reading->draft_at[first]];
            uint32_t person = draft->person;
            find_draft told = *draft;
            fill(reading, &phrase, &told);
            told.person = person;
            find_person_learn(reading, &told);
            if (!draft->country.size) draft->country = told.country;
            if (draft->rank || draft->former || !draft->title.size) {
                draft->title = told.title;
                draft->title_span = told.title_span;
                draft->office = told.office;
                if (told.sectors.size) draft->sectors = told.sectors;
            }
            draft->phrase_last = scoped - 1;
        } else if (first != DRG_NONE) {
            draft_person(reading, &phrase, first, name_last, first, scoped - 1);
        } else if (alone) {
            drafted = false; /* "Speaker" at the head of a sentence may be a loudspeaker */
        } else {
            drafted = draft_office(reading, &phrase, owned);
        }
    }
    for (size_t i = 0; drafted && i < phrase.taken_count; i++) reading->matches.items[phrase.taken[i]].taken = true;
    reading->matches.items[index].taken = true;
}

void find_read_phrases(find_reading *reading, uint32_t sentence)
{
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    for (uint32_t i = whole->body; i < find_sentence_end(whole); i++) {
        const find_match *match = find_match_of(reading, i);
        if (!match || match->first != i || match->taken || !find_is_office(match)) continue;
        uint32_t last = match->last;
        read_office(reading, sentence, reading->match_at[i]);
        i = last;
    }
}
