/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the matches that no office took, runs of proper nouns, pronouns. Out: drafts of states, organisations, persons
 * and pronouns. A capital or seat of government is drafted only where it acts or is addressed as a government; in
 * "arrived in Kyiv" or "attacked Kyiv" it is a place and nothing else. The words that decide stand in
 * data/places/governors.tsv. */
#include "find/reading.h"

/* ---- where a name stands in its clause */

uint32_t find_climb_conjunction(const find_reading *reading, uint32_t token)
{
    for (int step = 0; step < FIND_WALK && reading->tokens[token].relation == LANGUAGE_CONJ; step++) {
        uint32_t head = reading->tokens[token].head;
        if (head == DRG_NONE || head >= token) break;
        token = head;
    }
    return token;
}

uint32_t find_preposition_of(const find_reading *reading, uint32_t first, uint32_t head)
{
    for (uint32_t i = first, step = 0; i > 0 && step < FIND_WALK; step++) {
        i--;
        const drg_token *token = &reading->tokens[i];
        if (token->relation == LANGUAGE_CASE && token->head == head && token->upos != DRG_PART) return i;
        if (token->upos == DRG_VERB || token->upos == DRG_PUNCT || token->relation == LANGUAGE_ROOT) break;
    }
    return DRG_NONE;
}

uint32_t find_governs(const find_reading *reading, uint32_t token)
{
    if (token == DRG_NONE) return 0;
    uint32_t set = model_table_get(&reading->lists->governors, reading->tokens[token].lemma);
    return set == DRG_NONE ? 0 : set;
}

bool find_is_locative(const find_reading *reading, uint32_t preposition)
{
    static const char *const words[] = {"in",     "inside",     "within",  "across", "near",
                                        "around", "throughout", "outside", "at",     NULL};
    for (size_t i = 0; preposition != DRG_NONE && words[i]; i++)
        if (find_is_word(reading, preposition, words[i])) return true;
    return false;
}

static bool has_nominal_copula(const find_reading *reading, uint32_t predicate)
{
    uint8_t upos = reading->tokens[predicate].upos;
    return upos == DRG_NOUN || upos == DRG_PROPN || upos == DRG_PRON || upos == DRG_NUM;
}

/* "recalled its envoy from Kyiv": what goes there is sent to a government. */
static bool has_diplomatic_object(const find_reading *reading, uint32_t governor, uint32_t before)
{
    for (uint32_t i = governor + 1; i < before && i < governor + FIND_WALK; i++)
        if (reading->tokens[i].head == governor && reading->tokens[i].relation == LANGUAGE_OBJ &&
            find_governs(reading, i) & FIND_DIPLOMATIC)
            return true;
    return find_governs(reading, governor) & FIND_DIPLOMATIC;
}

static bool oblique_acts(const find_reading *reading, uint32_t preposition, uint32_t governor)
{
    static const char *const addressed[] = {"with",   "against", "between", "by", "on",
                                            "toward", "towards", "among",   NULL};
    uint32_t set = find_governs(reading, governor);
    for (size_t i = 0; addressed[i]; i++)
        if (find_is_word(reading, preposition, addressed[i])) return true;
    bool way = find_is_word(reading, preposition, "to") || find_is_word(reading, preposition, "from");
    if (way && has_diplomatic_object(reading, governor, preposition)) return true;
    if (find_is_word(reading, preposition, "to")) return set & FIND_GIVING && !(set & FIND_MOTION);
    if (find_is_word(reading, preposition, "from")) return set & FIND_SENDING && !(set & FIND_MOTION);
    return find_is_word(reading, preposition, "for") && !(set & FIND_MOTION);
}

bool find_acts(const find_reading *reading, uint32_t first, uint32_t last, uint32_t head)
{
    uint32_t top = find_climb_conjunction(reading, head);
    const drg_token *token = &reading->tokens[top];
    uint32_t governor = token->head;
    if (governor == DRG_NONE) return false;
    if (last + 1 < reading->token_count && find_is_possessive(reading, last + 1))
        return !(find_governs(reading, governor) & FIND_WHOLE);
    uint32_t preposition = find_preposition_of(reading, top == head ? first : top, top);
    switch (token->relation) {
    case LANGUAGE_NSUBJ:
    case LANGUAGE_NSUBJ_OUTER: return !has_nominal_copula(reading, governor);
    case LANGUAGE_NSUBJ_PASS:
    case LANGUAGE_OBJ:
    case LANGUAGE_IOBJ: return !(find_governs(reading, governor) & FIND_SITE);
    case LANGUAGE_OBL:
    case LANGUAGE_OBL_AGENT:
    case LANGUAGE_NMOD: return preposition != DRG_NONE && oblique_acts(reading, preposition, governor);
    default: return false;
    }
}

/* ---- listed names */

static bool is_loose_proper(const find_reading *reading, uint32_t token, uint32_t begin, uint32_t end)
{
    if (token < begin || token >= end) return false;
    const find_match *match = find_match_of(reading, token); /* a town may bear a surname: "Chad Smith" */
    if (match && (match->use != FIND_PLACE || reading->tokens[token].relation != LANGUAGE_FLAT)) return false;
    uint32_t draft = reading->draft_at[token];
    if (draft != DRG_NONE) { /* a lone proper noun, which may yet turn out to be a surname */
        const find_draft *lone = &reading->drafts.items[draft];
        if (lone->kind != FIND_DRAFT_PERSON || lone->person != DRG_NONE) return false;
    }
    if (reading->tokens[token].upos != DRG_PROPN || !find_is_capital(reading, token)) return false;
    uint32_t packed = find_time_of(reading, token);
    if (packed != DRG_NONE && find_time_kind_of(packed) <= FIND_MONTH) return false;
    uint32_t part = find_name_part_of(reading, token);
    return part == DRG_NONE || part <= FIND_PARTICLE || find_is_kind_word(part);
}

/* Part of a longer name that no list has: "Air France", "Russia Today", "Latin America", "Russian Orthodox Church". */
static bool is_inside_other_name(const find_reading *reading, const find_match *match, uint32_t begin, uint32_t end)
{
    uint32_t after = match->last + 1;
    if (match->use == FIND_ADJECTIVE && after < end && reading->tokens[after].upos == DRG_ADJ &&
        find_is_capital(reading, after) && !find_match_of(reading, after))
        return true;
    if (match->last + 1 < end && is_loose_proper(reading, match->last + 1, begin, end)) {
        uint32_t name = find_name_end(reading, match->last + 1, end, false);
        if (name == DRG_NONE || match->use != FIND_NAME) return true;
    }
    if (match->first > begin + 1 && find_is_word(reading, match->first - 1, "de") &&
        find_is_capital(reading, match->first - 2))
        return true; /* "Tour de France" */
    return match->first > begin && is_loose_proper(reading, match->first - 1, begin, end);
}

/* A state whose name is also that of a region of another country, where the rest of the document speaks for that: the
 * other country; else empty. */
drg_text find_region_instead(const find_reading *reading, const find_match *match)
{
    const drg_text none = {NULL, 0};
    uint32_t form = match->use == FIND_NAME ? find_form_with(reading, match, FIND_PLACE) : DRG_NONE;
    if (form == DRG_NONE) return none;
    const find_lists *lists = reading->lists;
    uint32_t row = find_cell(&lists->forms, form, FIND_FORM_ROW);
    if (find_cell(&lists->places, row, FIND_PLACE_KIND) != FIND_PLACE_REGION) return none;
    drg_text other = find_cell_text(lists, &lists->places, row, FIND_PLACE_COUNTRY);
    drg_text own = find_match_country(reading, match);
    if (base_text_equal(other, own) || base_map_get(&reading->countries, own) != DRG_NONE) return none;
    return base_map_get(&reading->regions, other) == DRG_NONE ? none : other;
}

static bool is_doubtful(find_reading *reading, const find_match *match)
{
    if (!find_region_instead(reading, match).size) return false;
    drg_span span = find_span(reading, match->first, match->last);
    record_note(reading->document, span, "'%.*s' may be the state or the region, and is left unresolved",
                BASE_PRINT(record_wording(reading->document, span)));
    return true;
}

/* "the Islamic State group", "the Likud party": the noun behind the name heads the phrase. */
static bool is_class_noun(const find_reading *reading, uint32_t token, uint32_t head)
{
    static const char *const words[] = {"group",        "movement", "party",   "network", "organization",
                                        "organisation", "alliance", "militia", "faction", "agency",
                                        "cartel",       "militant", NULL};
    if (token >= reading->token_count || reading->tokens[head].head != token) return false;
    for (size_t i = 0; words[i]; i++)
        if (find_is_word(reading, token, words[i])) return true;
    return false;
}

static void draft_listed(find_reading *reading, uint32_t sentence, const find_match *match, uint32_t row, drg_via via)
{
    find_draft *draft = find_draft_new(reading, FIND_DRAFT_LISTED, via, sentence, match->first, match->last);
    draft->listed = row;
    draft->country = find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_COUNTRY);
    draft->sectors = find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_SECTORS);
    if (via == DRG_VIA_METONYM) draft->sectors = BASE_LITERAL("GOV");
    bool state = find_cell(&reading->lists->actors, row, FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
    if (!state && is_class_noun(reading, match->last + 1, draft->head)) {
        draft->last = draft->phrase_last = draft->head = match->last + 1;
        if (reading->draft_at[draft->last] == DRG_NONE) reading->draft_at[draft->last] = reading->draft_at[match->last];
    }
    find_draft_members(reading);
}

/* "US" of "US Central Intelligence Agency": the listed name that follows says it all. */
static bool is_said_by_next(const find_reading *reading, const find_match *match, uint32_t end)
{
    const find_match *next = match->last + 1 < end ? find_match_of(reading, match->last + 1) : NULL;
    return next && next->use == FIND_NAME &&
           base_text_equal(find_match_country(reading, next), find_match_country(reading, match));
}

/* "Goma, Congo": the country only tells where the town is. */
static bool is_whereabouts(const find_reading *reading, const find_match *match, uint32_t begin, uint32_t end)
{
    if (match->first < begin + 2 || !base_text_is(find_wording(reading, match->first - 1), ",")) return false;
    if (match->last + 1 < end && reading->tokens[match->last + 1].upos == DRG_CCONJ) return false;
    uint32_t before = match->first - 2;
    const find_match *town = find_match_of(reading, before);
    if (town) return town->use == FIND_PLACE || town->use == FIND_CAPITAL;
    uint32_t preposition = find_preposition_of(reading, before, before);
    return is_loose_proper(reading, before, begin, end) && find_is_locative(reading, preposition);
}

static bool is_modifier(const find_reading *reading, uint32_t head)
{
    uint8_t relation = reading->tokens[head].relation;
    return relation == LANGUAGE_AMOD || relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD ||
           relation == LANGUAGE_NMOD_DESC || relation == LANGUAGE_NMOD_UNMARKED;
}

static void draft_people(find_reading *reading, uint32_t sentence, const find_match *match, uint32_t row,
                         uint32_t begin)
{
    uint32_t before = match->first > begin ? match->first - 1 : DRG_NONE;
    uint8_t tag = reading->tokens[match->last].tag;
    bool plural = tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS;
    if (before != DRG_NONE && find_is_word(reading, before, "the")) {
        if (plural) draft_listed(reading, sentence, match, row, DRG_VIA_NAME);
        return;
    }
    find_draft *draft = find_draft_new(reading, FIND_DRAFT_GROUP, DRG_VIA_NAME, sentence, match->first, match->last);
    draft->country = find_match_country(reading, match);
    draft->office = draft->title = BASE_LITERAL("people");
    draft->plural = plural;
}

/* "Ukrainian" before a noun names the state; alone it names people, or a language. */
static void draft_adjective(find_reading *reading, uint32_t sentence, const find_match *match, uint32_t begin,
                            uint32_t end)
{
    uint32_t head = find_head_of(reading, match->first, match->last);
    uint8_t tag = reading->tokens[match->last].tag;
    bool noun = tag == LANGUAGE_TAG_NNS || tag == LANGUAGE_TAG_NNPS ||
                (tag != LANGUAGE_TAG_JJ && !is_modifier(reading, head) && match->use == FIND_PEOPLE);
    uint32_t people = find_form_with(reading, match, FIND_PEOPLE);
    if (noun && people != DRG_NONE) {
        draft_people(reading, sentence, match, find_cell(&reading->lists->forms, people, FIND_FORM_ROW), begin);
        return;
    }
    uint32_t owner = reading->tokens[head].head;
    bool before_noun = is_modifier(reading, head) && owner != DRG_NONE && owner > match->last && owner < end;
    if (before_noun || match->compound) draft_listed(reading, sentence, match, find_row(reading, match), DRG_VIA_NAME);
}

static void draft_match(find_reading *reading, uint32_t sentence, const find_match *match, uint32_t begin, uint32_t end)
{
    if (is_inside_other_name(reading, match, begin, end) || is_doubtful(reading, match)) return;
    if (is_said_by_next(reading, match, end) || (match->use == FIND_NAME && is_whereabouts(reading, match, begin, end)))
        return;
    uint32_t head = find_head_of(reading, match->first, match->last), row = find_row(reading, match);
    uint32_t preposition = find_preposition_of(reading, match->first, find_climb_conjunction(reading, head));
    bool there = find_is_locative(reading, preposition);
    switch ((find_use)match->use) {
    case FIND_NAME: draft_listed(reading, sentence, match, row, DRG_VIA_NAME); break;
    case FIND_ADJECTIVE:
    case FIND_PEOPLE: draft_adjective(reading, sentence, match, begin, end); break;
    case FIND_CAPITAL:
        if (find_acts(reading, match->first, match->last, head))
            draft_listed(reading, sentence, match, row, DRG_VIA_METONYM);
        break;
    case FIND_SEAT:
        if (!there) draft_listed(reading, sentence, match, row, DRG_VIA_METONYM);
        break;
    default: break;
    }
}

/* ---- persons */

static void draft_person(find_reading *reading, uint32_t sentence, uint32_t first, uint32_t last, bool resolved)
{
    uint32_t person = resolved ? find_person_named(reading, first, last, (find_claim){0}) : DRG_NONE;
    find_draft *draft = find_draft_new(reading, FIND_DRAFT_PERSON, DRG_VIA_NAME, sentence, first, last);
    draft->person = person;
}

/* "Iran's Javad Zarif", "the State Department's Ned Price": the possessor lends its country, an organisation its
 * sector. */
static void learn_possessor(find_reading *reading, find_draft *draft, uint32_t begin)
{
    if (draft->first < begin + 2 || !find_is_possessive(reading, draft->first - 1)) return;
    const find_match *match = find_match_of(reading, draft->first - 2);
    if (!match || match->use != FIND_NAME) return;
    uint32_t row = find_row(reading, match);
    draft->country = find_match_country(reading, match);
    if (find_cell(&reading->lists->actors, row, FIND_ACTOR_TYPE) != DRG_ACTOR_STATE)
        draft->sectors = find_cell_text(reading->lists, &reading->lists->actors, row, FIND_ACTOR_SECTORS);
    find_person_learn(reading, draft);
}

static find_gender honorific_gender(uint32_t part)
{
    return part == FIND_HONORIFIC_MALE ? FIND_MALE : part == FIND_HONORIFIC_FEMALE ? FIND_FEMALE : FIND_GENDER_UNKNOWN;
}

static bool is_honorific(uint32_t part)
{
    return part == FIND_HONORIFIC || part == FIND_HONORIFIC_MALE || part == FIND_HONORIFIC_FEMALE;
}

/* A name that starts here; returns its last token, DRG_NONE when there is none. */
static uint32_t read_person(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin, uint32_t end)
{
    uint32_t before = at > begin ? find_name_part_of(reading, at - 1) : DRG_NONE;
    bool honoured = before != DRG_NONE && is_honorific(before);
    const find_match *match = find_match_of(reading, at);
    if (!honoured && match && match->use == FIND_PLACE && match->last > at) return DRG_NONE; /* Diego Garcia */
    uint32_t last = find_name_end(reading, at, end, honoured);
    bool inside = !honoured && at > begin && is_loose_proper(reading, at - 1, begin, end);
    if (last != DRG_NONE && last > at && !inside) {
        draft_person(reading, sentence, at, last, true);
        find_draft *draft = &reading->drafts.items[reading->drafts.count - 1];
        draft->gender = honorific_gender(before);
        if (draft->gender) find_person_learn(reading, draft);
        learn_possessor(reading, draft, begin);
        return last;
    }
    last = match && match->use == FIND_SURNAME && match->first == at ? match->last : at;
    if (inside || is_loose_proper(reading, last + 1, begin, end)) return DRG_NONE;
    if (!(match && match->use == FIND_SURNAME) && !is_loose_proper(reading, at, begin, end)) return DRG_NONE;
    draft_person(reading, sentence, at, last, false);
    return last;
}

/* ---- pronouns */

static bool read_pronoun(find_reading *reading, uint32_t sentence, uint32_t at)
{
    static const char *const he[] = {"he", "him", "his", "himself", NULL},
                             *const she[] = {"she", "her", "hers", "herself", NULL},
                             *const it[] = {"it", "its", "itself", NULL}, *const they[] = {"they",       "them",
                                                                                           "their",      "theirs",
                                                                                           "themselves", NULL};
    uint8_t tag = reading->tokens[at].tag;
    if (tag != LANGUAGE_TAG_PRP && tag != LANGUAGE_TAG_PRPS) return false;
    const struct {
        const char *const *words;
        find_gender gender;
    } sets[] = {{he, FIND_MALE}, {she, FIND_FEMALE}, {it, FIND_GENDER_UNKNOWN}, {they, FIND_GENDER_UNKNOWN}};
    for (size_t set = 0; set < 4; set++)
        for (size_t i = 0; sets[set].words[i]; i++) {
            if (!find_is_word(reading, at, sets[set].words[i])) continue;
            find_draft *draft = find_draft_new(reading, FIND_DRAFT_PRONOUN, DRG_VIA_PRONOUN, sentence, at, at);
            draft->gender = sets[set].gender;
            draft->plural = sets[set].words == they;
            return true;
        }
    return false;
}

/* "both sides", "the two countries", "the warring parties". */
static bool read_sides(find_reading *reading, uint32_t sentence, uint32_t at, uint32_t begin)
{
    static const char *const nouns[] = {"sides",       "parties",   "countries",  "nations", "states",
                                        "governments", "neighbors", "neighbours", NULL};
    static const char *const marks[] = {"both", "two", "warring", NULL};
    bool noun = false, marked = false;
    if (at == begin || reading->tokens[at].tag != LANGUAGE_TAG_NNS) return false;
    for (size_t i = 0; nouns[i]; i++) noun |= find_is_word(reading, at, nouns[i]);
    for (size_t i = 0; marks[i]; i++) marked |= find_is_word(reading, at - 1, marks[i]);
    if (!noun || !marked) return false;
    if (reading->tokens[at - 1].upos == DRG_NUM && (at < begin + 2 || reading->tokens[at - 2].tag != LANGUAGE_TAG_DT))
        return false; /* "two countries" are any two */
    find_draft_new(reading, FIND_DRAFT_SIDES, DRG_VIA_GROUP, sentence, at - 1, at);
    return true;
}

void find_read_names(find_reading *reading, uint32_t sentence)
{
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    uint32_t begin = whole->body, end = find_sentence_end(whole);
    for (uint32_t i = begin; i < end; i++) {
        if (reading->draft_at[i] != DRG_NONE || find_read_definite(reading, sentence, i, begin, end)) continue;
        const find_match *match = find_match_of(reading, i);
        if (match && (match->taken || match->first != i)) continue;
        if (!match && (reading->tokens[i].upos == DRG_PRON || reading->tokens[i].tag == LANGUAGE_TAG_PRPS)) {
            read_pronoun(reading, sentence, i);
            continue;
        }
        if (read_sides(reading, sentence, i, begin)) continue;
        bool proper = reading->tokens[i].upos == DRG_PROPN || reading->tokens[i].upos == DRG_X || match;
        if (!proper || !find_is_capital(reading, i)) {
            if (match && find_is_actor(match)) draft_match(reading, sentence, match, begin, end);
            continue;
        }
        uint32_t last = read_person(reading, sentence, i, begin, end);
        if (last == DRG_NONE && match && find_is_actor(match) && match->use != FIND_SURNAME) {
            draft_match(reading, sentence, match, begin, end);
            last = match->last; /* a noun behind it that it took is skipped by draft_at */
        }
        if (last != DRG_NONE) i = last;
    }
}
