/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an office among a sentence's matches. Out: what stands to both sides of it: owners, words of its title,
 * complements, the name of its holder.
 *
 * The grammar goes over tokens and tags, and asks the tree only about appositions and about what hangs on what:
 *
 *     (country | organisation | possessor's | its)? (word)* OFFICE (of COUNTRY)? (to COUNTRY)? (NAME | , NAME ,)?
 *     NAME , (the)? (country ...)? OFFICE (of ...)? (, | . )
 *
 * Tokens, not trees, because titles before names are where parsers disagree most, and because the order of the words of
 * such phrases is nearly fixed in English. */
#include "find/phrase.h"

/* ---- what an attribute lends */

static void take(find_phrase *phrase, uint32_t match)
{
    if (phrase->taken_count < FIND_WALK) phrase->taken[phrase->taken_count++] = match;
}

drg_text find_office_text(const find_reading *reading, uint32_t row, uint32_t column)
{
    return find_cell_text(reading->lists, &reading->lists->offices, row, column);
}

static bool is_country_use(uint8_t use)
{
    return use == FIND_NAME || use == FIND_ADJECTIVE || use == FIND_PEOPLE || use == FIND_CAPITAL || use == FIND_SEAT;
}

/* The phrase belongs to the actor of the match: its country, and for organisations and persons more. */
static bool borrow(find_reading *reading, find_phrase *phrase, const find_match *match)
{
    const find_lists *lists = reading->lists;
    uint32_t row = find_row(reading, match);
    if (match->use == FIND_PLACE) {
        phrase->inexact = true;
        if (!phrase->country.size) phrase->country = find_match_country(reading, match);
        return true;
    }
    if (!is_country_use(match->use) || match->compound) return false;
    bool state = find_cell(&lists->actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
    drg_text region =
        find_region_instead(reading, match); /* "Georgia Governor" where the text is about the U.S. state */
    if (!phrase->country.size) phrase->country = region.size ? region : find_match_country(reading, match);
    phrase->inexact |= region.size > 0;
    if (state) {
        phrase->state_owner = true;
        return true;
    }
    if (phrase->owner_row == DRG_NONE) phrase->owner_row = row;
    if (!phrase->organization.size) phrase->organization = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_NAME);
    bool group = find_cell(&lists->actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_GROUP;
    if (!phrase->sectors.size || group) /* "the Houthi military spokesman" speaks for no state */
        phrase->sectors = find_cell_text(lists, &lists->actors, row, FIND_ACTOR_SECTORS);
    phrase->listed_owner = true;
    return true;
}

static bool borrow_from_draft(find_reading *reading, find_phrase *phrase, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    if (index == DRG_NONE) return false;
    const find_draft *draft = &reading->drafts.items[index];
    drg_text country = draft->country, sectors, title;
    if (draft->person != DRG_NONE) find_person_standing(reading, draft->person, &country, &sectors, &title);
    if (country.size && !phrase->country.size) phrase->country = country;
    phrase->state_owner = true;
    return true;
}

static bool borrow_from_surname(find_reading *reading, find_phrase *phrase, const find_match *match)
{
    drg_text country, sectors, title;
    if (match->use != FIND_PERSON && match->use != FIND_SURNAME) return false;
    uint32_t person = find_person_named(reading, match->first, match->last, (find_claim){0});
    find_person_standing(reading, person, &country, &sectors, &title);
    if (country.size && !phrase->country.size) phrase->country = country;
    phrase->state_owner = true;
    return true;
}

/* ---- to the left */

static bool is_evaluation(const find_reading *reading, uint32_t token)
{
    static const char *const words[] = {
        "top",      "senior",   "new",          "late",         "current",      "incumbent", "outgoing",  "longtime",
        "several",  "many",     "some",         "two",          "three",        "other",     "key",       "former",
        "ex",       "then",     "high-ranking", "armed",        "local",        "fellow",    "own",       "unnamed",
        "incoming", "acting",   "ruling",       "governing",    "leading",      "remaining", "anonymous", "interim",
        "next",     "previous", "ousted",       "deposed",      "exiled",       "newly",     "veteran",   "facto",
        "de",       "visiting", "caretaker",    "transitional", "long-serving", NULL};
    for (size_t i = 0; words[i]; i++)
        if (find_is_word(reading, token, words[i])) return true;
    return false;
}

static bool is_count(const find_reading *reading, uint32_t token)
{
    static const char *const words[] = {"several", "many", "some",      "other", "local",
                                        "fellow",  "own",  "remaining", NULL};
    for (size_t i = 0; words[i]; i++)
        if (find_is_word(reading, token, words[i])) return true;
    return reading->tokens[token].upos == DRG_NUM;
}

/* Says that the office is not, or perhaps not, held on the day. */
static bool is_absence(const find_reading *reading, uint32_t token)
{
    static const char *const words[] = {"then",   "next", "previous", "ousted", "deposed", "exiled",   "incoming",
                                        "future", "late", "first",    "last",   "earlier", "would-be", NULL};
    for (size_t i = 0; words[i]; i++)
        if (find_is_word(reading, token, words[i])) return true;
    return false;
}

static bool is_former(const find_reading *reading, uint32_t token)
{
    return find_is_word(reading, token, "former") || find_is_word(reading, token, "ex");
}

/* A participle only where the tree says that it describes the office: "elected president", not "killed 200 soldiers".
 */
static bool is_premodifier(const find_reading *reading, uint32_t token, uint32_t last)
{
    const drg_token *word = &reading->tokens[token];
    if (word->tag == LANGUAGE_TAG_DT || word->tag == LANGUAGE_TAG_PRPS || word->tag == LANGUAGE_TAG_PDT) return false;
    if (word->tag == LANGUAGE_TAG_VBG) return is_evaluation(reading, token);
    if (token > 0 && reading->tokens[token - 1].upos == DRG_AUX) return false; /* "was elected president" */
    if (word->tag == LANGUAGE_TAG_VBN)
        return word->relation == LANGUAGE_AMOD && word->head != DRG_NONE && word->head > token && word->head <= last;
    bool inside = word->head != DRG_NONE && word->head > token && word->head <= last;
    if (word->tag == LANGUAGE_TAG_NNS && !inside) return false;
    if (word->tag == LANGUAGE_TAG_JJS || word->tag == LANGUAGE_TAG_JJR) return false; /* "at least", "more" */
    return word->upos == DRG_ADJ || word->upos == DRG_NOUN || word->upos == DRG_PROPN;
}

/* "defense and" before "foreign ministers": the other half of a pair of portfolios. */
static bool is_other_portfolio(const find_reading *reading, const find_phrase *phrase, uint32_t conjunction)
{
    if (!phrase->plural || phrase->kind != FIND_OFFICE_PERSON || phrase->first == phrase->last) return false;
    if (reading->tokens[conjunction].upos != DRG_CCONJ || conjunction <= phrase->begin) return false;
    uint8_t upos = reading->tokens[conjunction - 1].upos;
    const find_match *match = find_match_of(reading, conjunction - 1);
    return (upos == DRG_NOUN || upos == DRG_ADJ || upos == DRG_PROPN) && !match;
}

static void left_possessor(find_reading *reading, find_phrase *phrase, uint32_t clitic)
{
    if (clitic <= phrase->begin) return;
    uint32_t owner = clitic - 1;
    const find_match *match = find_match_of(reading, owner);
    if (phrase->use == FIND_OFFICE_PARTNER) return;
    if (reading->draft_at[owner] != DRG_NONE) {
        const find_draft *draft = &reading->drafts.items[reading->draft_at[owner]];
        bool in_office = !draft->former && !base_text_ends(draft->office, BASE_LITERAL("-elect"));
        borrow_from_draft(reading, phrase, owner);
        phrase->definite = in_office; /* "President-elect Moss's adviser" is not the adviser of the day */
        phrase->inexact |= !in_office;
        return;
    }
    if (!match || match->taken) return;
    phrase->definite = true;
    if (match->use == FIND_PERSON || match->use == FIND_SURNAME) {
        borrow_from_surname(reading, phrase, match);
        return;
    }
    if (!borrow(reading, phrase, match)) return;
    take(phrase, reading->match_at[owner]);
    phrase->phrase_first = match->first;
}

/* Words before the office that are matches themselves: a country, an organisation, another office. True: go on left. */
static bool left_match(find_reading *reading, find_phrase *phrase, const find_match *match)
{
    if (match->last + 1 < phrase->first && match->compound) return false;
    if (find_is_office(match)) {
        uint32_t row = find_row(reading, match);
        drg_text sectors = find_office_text(reading, row, FIND_OFFICE_SECTORS);
        bool body = find_cell(&reading->lists->offices, row, FIND_OFFICE_KIND) != FIND_OFFICE_PERSON;
        if (!body && !phrase->plural) {
            if (reading->tokens[match->last].upos == DRG_PROPN && phrase->kind == FIND_OFFICE_PERSON) return false;
        }
        if (phrase->use == FIND_OFFICE_GENERAL && !phrase->sectors.size) phrase->sectors = sectors;
        take(phrase, reading->match_at[match->first]);
        phrase->title_first = phrase->phrase_first = match->first;
        return true;
    }
    if (match->use == FIND_PERSON || match->use == FIND_SURNAME) {
        if (match->last + 1 != phrase->title_first || !borrow_from_surname(reading, phrase, match)) return false;
        if (phrase->use != FIND_OFFICE_STATE) return false;
        take(phrase, reading->match_at[match->first]); /* "the Trump administration" is one wording */
        phrase->phrase_first = match->first;
        return false;
    }
    if (!borrow(reading, phrase, match)) return false;
    take(phrase, reading->match_at[match->first]);
    phrase->phrase_first = match->first;
    if (phrase->listed_owner && !phrase->state_owner) phrase->title_first = match->first;
    return phrase->listed_owner && !phrase->state_owner; /* "Russian FSB chief": the adjective may still come */
}

/* "Indian and Chinese soldiers": the states before the one that stands next to the office. */
static void left_others(find_reading *reading, find_phrase *phrase)
{
    uint32_t at = phrase->phrase_first;
    while (at >= phrase->begin + 2 && phrase->other_count < FIND_WALK) {
        uint32_t joint = at - 1;
        bool joined = reading->tokens[joint].upos == DRG_CCONJ || base_text_is(find_wording(reading, joint), ",");
        const find_match *match = find_match_of(reading, joint - 1);
        if (!joined || !match || match->use != FIND_ADJECTIVE || match->taken || match->compound) return;
        if (!phrase->other_count && reading->tokens[joint].upos != DRG_CCONJ) return;
        phrase->others[phrase->other_count++] = reading->match_at[joint - 1];
        take(phrase, reading->match_at[joint - 1]);
        at = phrase->phrase_first = match->first;
    }
}

/* "Zimbabwe's president" read as "Zimbabwe is president": before an office without an article the clitic is a genitive.
 */
static bool is_mistaken_clitic(const find_reading *reading, uint32_t token)
{
    drg_text word = find_wording(reading, token);
    bool clitic = base_text_is(word, "'s") || base_text_is(word, "\xE2\x80\x99s");
    return clitic && find_touches(reading, token) && reading->tokens[token].upos == DRG_AUX;
}

/* "a former" before "Slovak prime minister", "then-" before "foreign minister". */
static void walk_evaluations(const find_reading *reading, find_phrase *phrase)
{
    for (int step = 0; step < FIND_WALK && phrase->phrase_first > phrase->begin; step++) {
        uint32_t before = phrase->phrase_first - 1;
        if (find_is_hyphen(reading, before) && before > phrase->begin && find_touches(reading, before)) before--;
        if (!is_evaluation(reading, before) || is_count(reading, before)) return;
        phrase->former |= is_former(reading, before);
        phrase->absent |= is_absence(reading, before);
        phrase->phrase_first = before;
    }
}

void find_phrase_walk_left(find_reading *reading, find_phrase *phrase)
{
    uint32_t at = phrase->first;
    for (int step = 0; step < FIND_WALK && at > phrase->begin; step++) {
        uint32_t before = at - 1;
        const drg_token *word = &reading->tokens[before];
        const find_match *match = find_match_of(reading, before);
        if (match && !match->taken) {
            uint32_t first = match->first;
            bool adjective = match->use == FIND_ADJECTIVE;
            if (match->compound) break;
            bool more = left_match(reading, phrase, match);
            if (adjective && phrase->phrase_first == first && (phrase->plural || phrase->kind == FIND_OFFICE_GROUP))
                left_others(reading, phrase);
            if (!more) break;
            at = first;
            const find_match *outer = first > phrase->begin ? find_match_of(reading, first - 1) : NULL;
            bool state = outer && (outer->use == FIND_ADJECTIVE || outer->use == FIND_NAME);
            if (phrase->listed_owner && !state) break; /* nothing but a country stands before an organisation */
            continue;
        }
        if (find_is_possessive(reading, before) || is_mistaken_clitic(reading, before)) {
            left_possessor(reading, phrase, before);
            break;
        }
        if (word->tag == LANGUAGE_TAG_PRPS) {
            if (phrase->use != FIND_OFFICE_PARTNER) phrase->owner = before;
            phrase->definite = true;
            break;
        }
        if (word->tag == LANGUAGE_TAG_DT) {
            phrase->definite |= find_is_word(reading, before, "the");
            phrase->indefinite |= find_is_word(reading, before, "a") || find_is_word(reading, before, "an");
            break;
        }
        if (is_former(reading, before)) phrase->former = true;
        if (is_absence(reading, before)) phrase->absent = true;
        if (is_other_portfolio(reading, phrase, before)) {
            phrase->second = before - 1;
            phrase->phrase_first = before - 1;
            at = before - 1;
            continue;
        }
        bool tied = before > phrase->begin && find_is_hyphen(reading, before - 1) && find_touches(reading, before);
        bool plain =
            tied && before > phrase->begin + 1 && !find_is_capital(reading, before - 2) && word->upos != DRG_VERB;
        if (plain && !find_match_of(reading, before - 2)) { /* "hard-line": neither title nor country */
            at = phrase->phrase_first = before - 2;
            continue;
        }
        if (tied) break; /* "Iran-backed" */
        bool lower = find_is_capital(reading, phrase->first) && !find_is_capital(reading, before) &&
                     phrase->kind == FIND_OFFICE_PERSON && !is_evaluation(reading, before) && word->upos != DRG_ADJ;
        if (lower) break; /* "sacks Prime Minister" */
        bool hyphen = find_is_hyphen(reading, before) && find_touches(reading, at) && find_touches(reading, before);
        bool judged = is_evaluation(reading, before) && !is_count(reading, before); /* "de facto" is no adjective */
        if (!hyphen && !judged && (match || !is_premodifier(reading, before, phrase->last))) break;
        if (!hyphen && !is_evaluation(reading, before) && phrase->second == DRG_NONE) phrase->title_first = before;
        phrase->phrase_first = before;
        at = before;
    }
    walk_evaluations(reading, phrase);
    uint32_t outer = phrase->phrase_first;
    if (outer == phrase->begin || phrase->definite || reading->tokens[outer - 1].tag != LANGUAGE_TAG_DT) return;
    phrase->definite |= find_is_word(reading, outer - 1, "the");
}

/* ---- to the right */

static bool is_preposition(const find_reading *reading, uint32_t token, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (find_is_word(reading, token, words[i])) return true;
    return false;
}

static bool is_modifier(const find_reading *reading, const find_match *match)
{
    uint32_t next = match->last + 1;
    uint32_t end = next + FIND_NAME_WORDS < reading->token_count ? next + FIND_NAME_WORDS : reading->token_count;
    if (next < end && reading->tokens[next].upos == DRG_PROPN && find_is_capital(reading, next)) {
        const find_match *name = find_match_of(reading, next);
        if (name && (name->use == FIND_PERSON || name->use == FIND_SURNAME)) return false;
        if (find_name_end(reading, next, end, true) != DRG_NONE) return false;
        if (!name) return true; /* "the Tokyo Electric Power Co." */
    }
    const drg_token *word = &reading->tokens[find_head_of(reading, match->first, match->last)];
    bool describes = word->relation == LANGUAGE_COMPOUND || word->relation == LANGUAGE_AMOD;
    return describes && word->head != DRG_NONE && word->head > match->last;
}

/* "the administration of President Lula": the person's country. */
static bool borrow_from_titled(find_reading *reading, find_phrase *phrase, uint32_t at, uint32_t *ret_after)
{
    drg_text office = {NULL, 0}, country, sectors, title;
    const find_match *match = find_match_of(reading, at);
    if (phrase->use != FIND_OFFICE_STATE) return false;
    if (find_is_office(match)) {
        office = find_office_text(reading, find_row(reading, match), FIND_OFFICE_NAME);
        at = match->last + 1;
    }
    uint32_t last = find_name_end(reading, at, phrase->end, office.size > 0);
    if (last == DRG_NONE) return false;
    find_person_standing(reading, find_person_named(reading, at, last, (find_claim){.office = office, .alone = true}),
                         &country, &sectors, &title);
    phrase->country = country;
    phrase->definite = true;
    *ret_after = phrase->last + 1;
    return country.size > 0;
}

/* "a spokesman for the army": an office that is held for somebody. */
static bool speaks_for(const find_reading *reading, const find_phrase *phrase)
{
    drg_text office = find_office_text(reading, phrase->office_row, FIND_OFFICE_NAME);
    return base_text_is(office, "spokesperson") || base_text_is(office, "negotiator");
}

/* The office of a force or body within a few words: "defence forces" of "Kenya's defence forces". */
static const find_match *body_behind(const find_reading *reading, const find_phrase *phrase, uint32_t at)
{
    for (int step = 0; step < 6 && at < phrase->end; step++) {
        const find_match *match = find_match_of(reading, at);
        if (find_is_office(match)) {
            uint32_t kind = find_cell(&reading->lists->offices, find_row(reading, match), FIND_OFFICE_KIND);
            return kind == FIND_OFFICE_PERSON || match->taken ? NULL : match;
        }
        uint8_t upos = reading->tokens[at].upos;
        bool word = upos == DRG_ADJ || upos == DRG_NOUN || upos == DRG_PROPN || find_is_possessive(reading, at);
        if (!word || (match && (match->taken || match->compound))) return NULL;
        at = match ? match->last + 1 : at + 1;
    }
    return NULL;
}

/* "the chief of Kenya's defence forces", "a spokesman for the Libyan rebels", "the leader of the junta in Guinea": the
 * country and the sector of whom the office leads or speaks for. */
static bool borrow_from_body(find_reading *reading, find_phrase *phrase, uint32_t at, uint32_t next,
                             uint32_t *ret_after)
{
    if (phrase->kind != FIND_OFFICE_PERSON || phrase->plural || find_is_word(reading, at, "in")) return false;
    const find_match *body = body_behind(reading, phrase, next);
    if (!body) return false;
    const find_match *owner = find_match_of(reading, next);
    drg_text sectors = find_office_text(reading, find_row(reading, body), FIND_OFFICE_SECTORS);
    uint32_t after = body->last + 1;
    if (owner == body && after + 1 < phrase->end && find_is_word(reading, after, "in")) {
        owner = find_match_of(reading, after + 1); /* "the junta in Guinea" */
        bool there = owner && owner->first == after + 1 && (owner->use == FIND_NAME || owner->use == FIND_PLACE);
        if (!there || !borrow(reading, phrase, owner)) owner = NULL;
        if (owner) after = owner->last + 1;
    } else if (owner && owner != body && borrow(reading, phrase, owner)) {
        take(phrase, reading->match_at[owner->first]);
    }
    if (phrase->use == FIND_OFFICE_GENERAL && sectors.size) phrase->sectors = sectors;
    take(phrase, reading->match_at[body->first]);
    phrase->definite = phrase->inexact = true;
    *ret_after = after;
    return phrase->country.size || phrase->sectors.size;
}

/* "of Ukraine", "of the European Union", "from Britain", "in Tbilisi": lends the country when none is known yet. What
 * comes from or is in a country must hang on the office in the tree, not on the verb ("withdrew troops from Syria"). */
uint32_t find_phrase_owner_behind(find_reading *reading, find_phrase *phrase, uint32_t at)
{
    static const char *const of[] = {"of", NULL}, *const from[] = {"of", "from", "in", NULL};
    static const char *const speaking[] = {"of", "for", NULL};
    drg_text sector = find_office_text(reading, phrase->office_row, FIND_OFFICE_SECTORS);
    bool many = phrase->kind != FIND_OFFICE_PERSON || phrase->plural || base_text_starts(sector, BASE_LITERAL("OPP"));
    const char *const *wanted = many ? from : speaks_for(reading, phrase) ? speaking : of;
    if (at + 1 >= phrase->end || !is_preposition(reading, at, wanted)) return at;
    if (phrase->country.size || phrase->organization.size || phrase->use == FIND_OFFICE_PARTNER) return at;
    if (phrase->owner != DRG_NONE) return at;
    uint32_t next = at + 1 + (reading->tokens[at + 1].tag == LANGUAGE_TAG_DT ? 1 : 0), after = at;
    if (next >= phrase->end) return at;
    if (borrow_from_titled(reading, phrase, next, &after)) return after;
    if (borrow_from_body(reading, phrase, at, next, &after)) return after;
    const find_match *match = find_match_of(reading, next);
    if (!match || match->first != next || match->taken || find_is_office(match) || match->compound) return at;
    bool in = find_is_word(reading, at, "in"), is_of = find_is_word(reading, at, "of");
    bool unlisted = match->use == FIND_ADJECTIVE && is_of && phrase->use == FIND_OFFICE_GENERAL && !phrase->plural &&
                    match->last + 1 < phrase->end && find_is_capital(reading, match->last + 1);
    if (unlisted) { /* "the secretary of the Chilean Security Council": of a body of that country */
        phrase->country = find_match_country(reading, match);
        phrase->inexact = true;
        return at;
    }
    drg_text own = find_office_text(reading, phrase->office_row, FIND_OFFICE_SECTORS);
    if (in && base_text_starts(own, BASE_LITERAL("MIL"))) return at; /* "troops in Iraq" may be anybody's */
    uint32_t behind = match->last + 1;
    bool part = match->use == FIND_NAME && behind < phrase->end && find_is_capital(reading, behind) &&
                find_is_kind_word(find_name_part_of(reading, behind)); /* "the African Union Commission" */
    if (!part && is_modifier(reading, match)) return at;               /* "head of the Pakistan Army" */
    bool possesses = match->last + 1 < phrase->end && find_is_possessive(reading, match->last + 1);
    uint32_t governor = reading->tokens[find_head_of(reading, match->first, match->last)].head;
    bool hangs = governor != DRG_NONE && governor >= phrase->title_first && governor <= phrase->last;
    if (possesses || match->use == FIND_ADJECTIVE || (in && match->use == FIND_SEAT) || (!is_of && !hangs)) return at;
    if (!borrow(reading, phrase, match)) return at;
    phrase->place_owner = !in && (match->use == FIND_PLACE || (match->use == FIND_NAME && phrase->state_owner));
    if (!in) take(phrase, reading->match_at[next]);
    phrase->definite |= !in;
    return part ? behind + 1 : behind;
}

/* "FIFA president", "president of Minsheng Banking Corporation": of something that no list has, so perhaps of a
 * company. */
bool find_phrase_has_unlisted_owner(const find_reading *reading, const find_phrase *phrase)
{
    for (uint32_t i = phrase->title_first; i < phrase->first; i++)
        if (reading->tokens[i].upos == DRG_NOUN || reading->tokens[i].upos == DRG_PROPN) return true;
    uint32_t at = phrase->last + 1;
    if (at + 1 >= phrase->end || !find_is_word(reading, at, "of")) return false;
    at += reading->tokens[at + 1].tag == LANGUAGE_TAG_DT ? 2 : 1;
    return at < phrase->end && reading->tokens[at].upos == DRG_PROPN && find_is_capital(reading, at) &&
           reading->draft_at[at] == DRG_NONE;
}

/* "to Ukraine", "for the Middle East", "of digital transformation": stepped over on the way to a name. */
uint32_t find_phrase_scope_behind(const find_reading *reading, const find_phrase *phrase, uint32_t at)
{
    static const char *const words[] = {"to", "for", "on", "of", "at", NULL};
    if (at + 1 >= phrase->end || !is_preposition(reading, at, words)) return at;
    uint32_t next = at + 1;
    if (reading->tokens[next].tag == LANGUAGE_TAG_DT) next++;
    uint32_t last = DRG_NONE;
    for (int step = 0; step < FIND_WALK && next < phrase->end; step++, next++) {
        const find_match *match = find_match_of(reading, next);
        const drg_token *word = &reading->tokens[next];
        if (match && match->use != FIND_PERSON && match->use != FIND_SURNAME) {
            next = last = match->last;
            continue;
        }
        if (match || (word->upos != DRG_NOUN && word->upos != DRG_ADJ && word->upos != DRG_CCONJ)) break;
        if (word->upos != DRG_CCONJ) last = next;
    }
    return last == DRG_NONE ? at : last + 1;
}

static bool ends_apposition(const find_reading *reading, const find_phrase *phrase, uint32_t after)
{
    if (after >= phrase->end) return true;
    drg_text word = find_wording(reading, after);
    return base_text_is(word, ",") || base_text_is(word, ".") || base_text_is(word, ")") || base_text_is(word, ";") ||
           reading->tokens[after].tag == LANGUAGE_TAG_WP;
}

static bool is_apposition_of(const find_reading *reading, uint32_t inner_first, uint32_t inner_last, uint32_t first,
                             uint32_t last)
{
    const drg_token *inner = &reading->tokens[find_head_of(reading, inner_first, inner_last)];
    return inner->relation == LANGUAGE_APPOS && inner->head != DRG_NONE && inner->head >= first && inner->head <= last;
}

/* Two phrases that only a comma parts, with no third behind it: apposition, also where the tree took them for a row. */
static bool is_row(const find_reading *reading, const find_phrase *phrase, uint32_t after)
{
    bool comma = after < phrase->end && find_is_comma(reading, after);
    uint32_t next = comma ? after + 1 : after;
    return next < phrase->end && reading->tokens[next].upos == DRG_CCONJ;
}

static bool is_honorific(const find_reading *reading, uint32_t token)
{
    uint32_t part = find_name_part_of(reading, token);
    return part == FIND_HONORIFIC || part == FIND_HONORIFIC_MALE || part == FIND_HONORIFIC_FEMALE;
}

/* "Gen." and "Sheikh" before a name; the token behind them. */
static uint32_t skip_ranks(const find_reading *reading, const find_phrase *phrase, uint32_t at)
{
    for (int step = 0; step < 4 && at < phrase->end; step++) {
        const find_match *match = find_match_of(reading, at);
        if (match && match->first == at && match->use == FIND_PERSON) break; /* "Sheikh" is listed with the name */
        if (is_honorific(reading, at))
            at++;
        else if (find_is_office(match) && match->first == at && match->use == FIND_OFFICE &&
                 find_cell(&reading->lists->offices, find_row(reading, match), FIND_OFFICE_USE_OF) == FIND_OFFICE_RANK)
            at = match->last + 1;
        else
            break;
    }
    return at;
}

/* The name behind the title: "minister Sergei Lavrov", "chief of staff, Andriy Yermak,". DRG_NONE when there is none.
 */
uint32_t find_phrase_name_behind(const find_reading *reading, const find_phrase *phrase, uint32_t at,
                                 uint32_t *ret_first)
{
    if (at >= phrase->end) return DRG_NONE;
    bool comma = find_is_comma(reading, at);
    uint32_t after = comma ? at + 1 : at, first = skip_ranks(reading, phrase, after);
    if (first >= phrase->end || reading->draft_at[first] != DRG_NONE) return DRG_NONE;
    bool ranked = first > after, owned = phrase->definite || phrase->state_owner;
    uint32_t last = find_name_end(reading, first, phrase->end, !comma || ranked || owned);
    if (last == DRG_NONE) return DRG_NONE;
    if (comma && !ranked && last == first && find_name_end(reading, first, phrase->end, false) == DRG_NONE)
        return DRG_NONE; /* one word behind a comma may be anything */
    bool said = is_apposition_of(reading, first, last, phrase->title_first, phrase->last);
    bool closed = ends_apposition(reading, phrase, last + 1) && !is_row(reading, phrase, last + 1);
    if (comma && !said && (!closed || phrase->indefinite)) return DRG_NONE;
    *ret_first = first;
    return last;
}

/* The name before the title: "Sergei Lavrov, the Russian foreign minister,". The token before the phrase is its comma.
 */
uint32_t find_phrase_name_before(const find_reading *reading, const find_phrase *phrase, uint32_t after,
                                 uint32_t *ret_last)
{
    uint32_t at = phrase->phrase_first;
    while (at > phrase->begin && reading->tokens[at - 1].tag == LANGUAGE_TAG_DT) at--;
    if (at < phrase->begin + 2 || !find_is_comma(reading, at - 1)) return DRG_NONE;
    uint32_t last = at - 2;
    uint32_t stop = last >= phrase->begin + FIND_NAME_WORDS ? last - FIND_NAME_WORDS + 1 : phrase->begin;
    for (uint32_t first = stop; first <= last; first++) {
        if (reading->draft_at[first] != DRG_NONE && reading->drafts.items[reading->draft_at[first]].person == DRG_NONE)
            continue;
        uint32_t part = find_name_part_of(reading, first);
        if (part != DRG_NONE && part >= FIND_HONORIFIC && part <= FIND_HONORIFIC_FEMALE) continue;
        bool honoured = first > phrase->begin && is_honorific(reading, first - 1); /* "Mr. Moss, the mayor," */
        if ((first == last && !honoured) || find_name_end(reading, first, last + 1, true) != last) continue;
        bool said = is_apposition_of(reading, phrase->title_first, phrase->last, first, last);
        if (!said && (!ends_apposition(reading, phrase, after) || is_row(reading, phrase, after))) return DRG_NONE;
        *ret_last = last;
        return first;
    }
    return DRG_NONE;
}

/* "President Ali Abdullah Saleh of Yemen". */
void find_phrase_owner_of_name(find_reading *reading, find_phrase *phrase, uint32_t at)
{
    if (at + 1 >= phrase->end || !find_is_word(reading, at, "of")) return;
    const find_match *match = find_match_of(reading, at + 1);
    if (!match || match->first != at + 1 || match->taken || (match->use != FIND_NAME && match->use != FIND_PLACE))
        return;
    if (match->last + 1 < phrase->end && find_is_possessive(reading, match->last + 1)) return;
    if (borrow(reading, phrase, match)) take(phrase, reading->match_at[at + 1]);
}
