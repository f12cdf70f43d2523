/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens, matches of the lists, drafts of persons and organisations. Out: the wordings that may name a place, with
 * the evidence for it. A name of the gazetteer is a place only where the text speaks for it: towns are called Reading,
 * Lincoln and Hope. What speaks for it: a preposition of place, the state behind a comma, a dateline, the classifier of
 * names (entity.h), the size of the town; what against: a longer name around it, a person of that name, a word that the
 * document also writes small. The weights were set by hand over news reports. */
#include "find/entity.h"
#include "find/place.h"

enum { PLACE_WORDS = 6 };

uint32_t find_place_word_of(const find_reading *reading, uint32_t token)
{
    drg_text lower = base_text_lower(reading->arena, find_wording(reading, token));
    uint32_t set = model_table_get(&reading->lists->gazetteer.words, lower);
    return set == DRG_NONE ? 0 : set;
}

/* ---- the longest name of the gazetteer */

/* "CHARLESTON": the tagger knows little of such words. */
static bool is_shout(const find_reading *reading, uint32_t token)
{
    drg_text word = find_wording(reading, token);
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'A' || word.data[i] > 'Z') return false;
    return word.size >= 4;
}

/* At the start of a sentence a capital says nothing, so that the tag decides; further on any word of content may do. */
static bool is_name_word(const find_reading *reading, uint32_t token, uint32_t begin)
{
    uint8_t upos = reading->tokens[token].upos;
    if (!find_is_capital(reading, token)) return false;
    if (upos == DRG_PROPN || upos == DRG_X || is_shout(reading, token)) return true;
    if (token == begin) return false;
    return upos == DRG_ADJ || upos == DRG_NOUN || upos == DRG_NUM || upos == DRG_VERB;
}

/* The last token of the longest name that starts at the token, DRG_NONE; its key is the arena's. */
static uint32_t longest_name(const find_reading *reading, uint32_t first, uint32_t end, drg_text *ret_key)
{
    find_key key;
    key.size = 0;
    key.broken = false;
    uint32_t found = DRG_NONE;
    for (uint32_t last = first; last < end && last - first < PLACE_WORDS; last++) {
        if (last > first && !find_touches(reading, last)) find_key_add(&key, BASE_LITERAL(" "));
        find_key_add(&key, find_wording(reading, last));
        if (key.broken) break;
        if (find_is_hyphen(reading, last) || (last > first && find_is_comma(reading, last))) continue;
        if (!find_is_capital(reading, last)) continue;
        drg_text text = find_key_text(&key);
        if (!find_gazetteer_get(&reading->lists->gazetteer, text).count) continue;
        found = last;
        *ret_key = base_text_copy(reading->arena, text);
    }
    return found;
}

/* ---- is it part of something else? */

static bool is_state(const find_reading *reading, const find_match *match)
{
    return match && match->use == FIND_NAME &&
           find_cell(&reading->lists->actors, find_row(reading, match), FIND_ACTOR_TYPE) == DRG_ACTOR_STATE;
}

static bool is_listed(const find_reading *reading, const find_match *match)
{
    return match && (match->use == FIND_PLACE || match->use == FIND_CAPITAL || is_state(reading, match));
}

static bool is_loose(const find_reading *reading, uint32_t token)
{
    if (reading->tokens[token].upos != DRG_PROPN || !find_is_capital(reading, token)) return false;
    if (find_match_of(reading, token) || find_time_of(reading, token) != DRG_NONE) return false;
    uint32_t draft = reading->draft_at[token];
    if (draft != DRG_NONE) {
        const find_draft *lone = &reading->drafts.items[draft];
        if (lone->kind != FIND_DRAFT_PERSON || lone->person != DRG_NONE) return false;
    }
    uint32_t part = find_name_part_of(reading, token);
    return part != FIND_HONORIFIC && part != FIND_HONORIFIC_MALE && part != FIND_HONORIFIC_FEMALE;
}

bool find_is_plain_word(const find_reading *reading, uint32_t token)
{
    return find_place_word_of(reading, token) & (FIND_WORD_COMMON | FIND_WORD_DIRECTION) ||
           find_name_part_of(reading, token) == FIND_INSTITUTION;
}

/* "Mr." stands before it. */
static bool is_addressed(const find_reading *reading, uint32_t first)
{
    uint32_t part = first ? find_name_part_of(reading, first - 1) : DRG_NONE;
    return part == FIND_HONORIFIC || part == FIND_HONORIFIC_MALE || part == FIND_HONORIFIC_FEMALE;
}

bool find_names_place(const find_reading *reading, uint32_t first, uint32_t last)
{
    enum { LARGE = 100000 };
    drg_text key = find_key_of(reading->arena, record_wording(reading->document, find_span(reading, first, last)));
    find_bearers bearers = find_gazetteer_get(&reading->lists->gazetteer, key);
    bool word = first == last;
    if (is_addressed(reading, first)) return false;
    if (word && (find_name_part_of(reading, first) != DRG_NONE || find_place_word_of(reading, first))) return false;
    for (uint32_t i = 0; i < bearers.count; i++) {
        find_spot spot;
        uint32_t how, row = find_bearer_row(bearers, i, &how);
        if (how & ~FIND_BORNE_LISTED || !find_spot_read(&reading->lists->gazetteer, row, &spot)) continue;
        bool division = spot.land == FIND_LAND_COUNTY || spot.land == FIND_LAND_DIVISION;
        if ((division && !word) || (spot.land == FIND_LAND_TOWN && spot.population >= LARGE)) return true;
    }
    return false;
}

/* The draft of a person or organisation whose name the word is part of. */
static const find_draft *taker(const find_reading *reading, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    if (index == DRG_NONE) return NULL;
    const find_draft *draft = &reading->drafts.items[index];
    bool person = draft->kind == FIND_DRAFT_PERSON && draft->person != DRG_NONE;
    if (!person && draft->kind != FIND_DRAFT_ORGANIZATION) return NULL;
    return token >= draft->first && token <= draft->last ? draft : NULL;
}

/* "Springfield Police Department": an office of the town, whose name stays that of the town. */
static bool is_followed(const find_reading *reading, uint32_t last, uint32_t end)
{
    return last + 1 < end && find_place_word_of(reading, last + 1) & FIND_WORD_FOLLOWER;
}

/* "Boston Globe", "East Springfield Street": not the place itself; "Springfield Mayor" is.
 */
static bool is_inside_name(const find_reading *reading, uint32_t first, uint32_t last, uint32_t begin, uint32_t end)
{
    uint32_t next = last + 1;
    if (next < end && is_loose(reading, next) && !is_followed(reading, last, end)) return true;
    if (next + 1 < end && find_is_hyphen(reading, next) && find_touches(reading, next) &&
        find_touches(reading, next + 1) && is_loose(reading, next + 1))
        return true;
    return first > begin && is_loose(reading, first - 1) &&
           !(find_place_word_of(reading, first - 1) & FIND_WORD_DIRECTION);
}

/* ---- evidence */

static int32_t evidence_of_preposition(const find_reading *reading, const find_toponym *toponym)
{
    static const char *const ways[] = {"to",   "from",    "into", "through", "toward",  "towards", "of",
                                       "over", "between", "on",   "along",   "outside", "for",     NULL};
    uint32_t top = find_climb_conjunction(reading, toponym->head);
    uint32_t preposition = find_preposition_of(reading, top == toponym->head ? toponym->first : top, top);
    if (preposition == DRG_NONE) return 0;
    if (find_is_locative(reading, preposition)) return 15;
    for (size_t i = 0; ways[i]; i++)
        if (find_is_word(reading, preposition, ways[i])) return 6;
    return 0;
}

static int32_t evidence_of_classifier(const find_reading *reading, const find_toponym *toponym)
{
    find_run run = {toponym->sentence, toponym->first, toponym->last, toponym->head};
    find_entity_features features;
    int32_t sums[FIND_ENTITY_COUNT], other = INT32_MIN;
    find_run_features(reading, &run, &features);
    find_entity_sum(&reading->lists->entities, &features, sums);
    for (int i = 0; i < FIND_ENTITY_COUNT; i++)
        if (i != FIND_ENTITY_PLACE && sums[i] > other) other = sums[i];
    int32_t margin = (sums[FIND_ENTITY_PLACE] - other) / 50;
    return margin > 20 ? 20 : margin < -8 ? -8 : margin;
}

static int32_t evidence_of_word(const find_reading *reading, const find_toponym *toponym)
{
    if (is_addressed(reading, toponym->first)) return FIND_EVIDENCE_PERSON - 40;
    if (toponym->first != toponym->last) return 6;
    drg_text key = find_key_of(reading->arena, find_wording(reading, toponym->first));
    if (base_map_get(&reading->person_of_surname, key) != DRG_NONE) return FIND_EVIDENCE_PERSON;
    if (find_time_of(reading, toponym->first) != DRG_NONE) return -40; /* "August" */
    uint8_t upos = reading->tokens[toponym->head].upos;
    int32_t evidence = upos == DRG_PROPN || upos == DRG_X ? 0 : -8;
    drg_text lower = base_text_lower(reading->arena, find_wording(reading, toponym->first));
    uint32_t part = find_name_part_of(reading, toponym->first);
    if (base_map_get(&reading->small_words, lower) != DRG_NONE) evidence -= 20;
    if (find_place_word_of(reading, toponym->first) & FIND_WORD_COMMON) evidence -= 25;
    if (part <= FIND_GIVEN_ANY) evidence -= 12;
    if (part == FIND_INSTITUTION) evidence -= 20;
    if (toponym->match && (toponym->match->use == FIND_SURNAME || toponym->match->use == FIND_PERSON)) evidence -= 20;
    return evidence;
}

static int32_t evidence_of_relation(const find_reading *reading, const find_toponym *toponym)
{
    uint8_t relation = reading->tokens[toponym->head].relation;
    return relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD_POSS ? 4 : 0;
}

static int32_t evidence_of(const find_reading *reading, const find_toponym *toponym)
{
    const drg_sentence *sentence = &reading->document->sentences.items[toponym->sentence];
    if (toponym->first < sentence->body) return FIND_EVIDENCE_CERTAIN; /* a dateline */
    if (toponym->listed) return FIND_EVIDENCE_CERTAIN;
    return evidence_of_preposition(reading, toponym) + evidence_of_classifier(reading, toponym) +
           evidence_of_word(reading, toponym) + evidence_of_relation(reading, toponym);
}

/* ---- gathering */

static uint32_t name_of(find_places *places, drg_text key)
{
    base_arena *arena = places->reading->arena;
    uint32_t *index = base_map_put(arena, &places->name_of, key, DRG_NONE);
    if (*index == DRG_NONE) {
        *index = (uint32_t)places->names.count;
        base_push(arena, &places->names) = (find_place_name){.key = key, .best = DRG_NONE, .evidence = INT32_MIN};
    }
    return *index;
}

static void add_toponym(find_places *places, find_toponym toponym, drg_text key, uint32_t end)
{
    const find_reading *reading = places->reading;
    toponym.name = name_of(places, key);
    toponym.wider = toponym.row = DRG_NONE;
    uint32_t next = toponym.last + 1;
    toponym.generic = next < end && find_place_word_of(reading, next) & FIND_WORD_GENERIC;
    bool word = toponym.first == toponym.last;
    toponym.common = word && find_is_plain_word(reading, toponym.first);
    toponym.evidence = evidence_of(reading, &toponym);
    if (toponym.generic) toponym.evidence += 15;
    base_push(reading->arena, &places->toponyms) = toponym;
    places->names.items[toponym.name].count++;
}

/* Do the words belong to the name of a person or organisation? */
static bool is_taken(const find_reading *reading, const find_toponym *toponym, uint32_t end)
{
    const find_draft *draft = taker(reading, toponym->first);
    if (!draft) draft = taker(reading, toponym->last);
    if (!draft) return false;
    bool opens =
        draft->kind == FIND_DRAFT_ORGANIZATION && draft->first == toponym->first && draft->last > toponym->last;
    return !opens || !is_followed(reading, toponym->last, end);
}

/* "Anderson and Oconee counties": each of the row is a county. */
static bool is_one_of_counties(const find_reading *reading, uint32_t last, uint32_t end)
{
    for (uint32_t at = last + 1, step = 0; at < end && step < 8; at++, step++) {
        if (find_is_word(reading, at, "counties")) return true;
        bool joins =
            reading->tokens[at].upos == DRG_CCONJ || find_is_comma(reading, at) || find_is_capital(reading, at);
        if (!joins) return false;
    }
    return false;
}

static bool county_key(const find_reading *reading, uint32_t first, uint32_t last, drg_text *ret_key)
{
    drg_text key = find_key_of(reading->arena, record_wording(reading->document, find_span(reading, first, last)));
    key = base_text_format(reading->arena, "%.*s county", BASE_PRINT(key));
    if (!find_gazetteer_get(&reading->lists->gazetteer, key).count) return false;
    *ret_key = key;
    return true;
}

/* "South Lebanon" is the south of Lebanon before it is a town in Ohio. */
static bool is_part_of_state(const find_reading *reading, uint32_t first, uint32_t last)
{
    if (first == last || !(find_place_word_of(reading, first) & FIND_WORD_DIRECTION)) return false;
    const find_match *match = find_match_of(reading, first + 1);
    return match && match->last == last && is_state(reading, match);
}

/* Reads the name that starts at the token; returns its last token, the token itself when there is none. */
static uint32_t read_name(find_places *places, uint32_t sentence, uint32_t at, uint32_t begin, uint32_t end)
{
    const find_reading *reading = places->reading;
    const find_match *match = find_match_of(reading, at);
    if (match && match->first != at) return at;
    bool listed = is_listed(reading, match);
    bool other = match && !listed && match->use != FIND_SURNAME && match->use != FIND_PERSON;
    drg_text key = {NULL, 0};
    uint32_t last = is_name_word(reading, at, begin) ? longest_name(reading, at, end, &key) : DRG_NONE;
    if (match && (last == DRG_NONE || last <= match->last)) {
        if (other) return match->last;
        if (listed) {
            last = match->last;
            key = find_key_of(reading->arena, record_wording(reading->document, find_span(reading, at, last)));
        }
    }
    bool county = is_name_word(reading, at, begin) && is_one_of_counties(reading, last == DRG_NONE ? at : last, end);
    if (county && last == DRG_NONE) last = at;
    if (county && !county_key(reading, at, last, &key)) county = false;
    if (last == DRG_NONE || !key.size) return at;
    if (!listed && is_part_of_state(reading, at, last)) return at;
    find_toponym toponym = {.sentence = sentence, .first = at, .last = last};
    toponym.match = match && match->last == last ? match : NULL;
    toponym.listed = listed && toponym.match;
    toponym.head = find_head_of(reading, at, last);
    if (toponym.listed && match->compound && match->use != FIND_NAME) return last;
    if (!county && is_taken(reading, &toponym, end)) return last;
    bool inside = is_inside_name(reading, at, last, begin, end);
    bool short_state = toponym.listed && is_state(reading, match) && find_wording(reading, at).size <= 4;
    if (inside && !short_state) return toponym.listed ? last : at;
    add_toponym(places, toponym, key, end);
    return last;
}

/* ---- "Alexandria, Louisiana" */

static void link_wider(find_places *places)
{
    const find_reading *reading = places->reading;
    for (uint32_t i = 0; i + 1 < places->toponyms.count; i++) {
        find_toponym *one = &places->toponyms.items[i], *next = &places->toponyms.items[i + 1];
        if (one->sentence != next->sentence || next->first != one->last + 2) continue;
        if (!find_is_comma(reading, one->last + 1)) continue;
        one->wider = i + 1;
        next->behind = true;
    }
}

void find_places_gather(find_places *places)
{
    const drg_document *document = places->reading->document;
    for (uint32_t i = 0; i < document->sentences.count; i++) {
        const drg_sentence *whole = &document->sentences.items[i];
        if (whole->kind == DRG_SENTENCE_BYLINE) continue;
        uint32_t begin = whole->first_token, end = find_sentence_end(whole);
        for (uint32_t at = begin; at < end; at++) at = read_name(places, i, at, begin, end);
    }
    link_wider(places);
}
