/* SPDX-License-Identifier: Apache-2.0
 *
 * In: tokens and matches. Out: the short names that the text gives to organisations in brackets, "National River
 * Authority (NRA)". A short name counts when its letters are the first letters of the words before the bracket (compare
 * Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text", PSB 2003, who
 * also allow inner letters), or when what stands before it is a name of the lists. What the text says then outdoes
 * what the lists know by that short name. */
#include "find/reading.h"

enum { SHORT_LEAST = 2, SHORT_MOST = 8 };

static bool is_short_name(drg_text word)
{
    for (size_t i = 0; i < word.size; i++)
        if (word.data[i] < 'A' || word.data[i] > 'Z') return false;
    return word.size >= SHORT_LEAST && word.size <= SHORT_MOST;
}

/* The first of the words that end at `last` and begin with the letters; DRG_NONE when they do not. Small words ("of",
 * "for the") may stand between. */
static uint32_t words_of_letters(const find_reading *reading, uint32_t begin, uint32_t last, drg_text letters)
{
    size_t left = letters.size;
    for (uint32_t at = last + 1; at > begin && last + 1 - at < FIND_WALK;) {
        at--;
        drg_text word = find_wording(reading, at);
        if (word.data[0] == letters.data[left - 1]) {
            if (--left == 0) return at;
        } else if (find_is_capital(reading, at)) {
            return DRG_NONE;
        } else if (reading->tokens[at].upos == DRG_VERB) {
            return DRG_NONE;
        }
    }
    return DRG_NONE;
}

static const find_match *listed_before(const find_reading *reading, uint32_t last)
{
    const find_match *match = find_match_of(reading, last);
    return match && match->last == last && match->use == FIND_NAME ? match : NULL;
}

/* The lists' reading of a short name is taken back where it is another body. */
static void forget(find_reading *reading)
{
    for (uint32_t i = 0; reading->long_names.count && i < reading->token_count; i++) {
        const find_match *match = find_match_of(reading, i);
        if (!match || match->first != i || match->last != i) continue;
        uint32_t index = base_map_get(&reading->short_names, find_wording(reading, i));
        if (index == DRG_NONE) continue;
        const find_match *whole = listed_before(reading, reading->long_names.items[index].last);
        bool same = whole && match->use == whole->use && find_row(reading, match) == find_row(reading, whole);
        if (!same) reading->match_at[i] = DRG_NONE;
    }
}

static void read_bracket(find_reading *reading, uint32_t sentence, uint32_t open, uint32_t begin)
{
    drg_text word = find_wording(reading, open + 1);
    if (!is_short_name(word) || !base_text_is(find_wording(reading, open + 2), ")")) return;
    const find_match *whole = listed_before(reading, open - 1);
    const find_match *known = find_match_of(reading, open + 1);
    uint32_t first = words_of_letters(reading, begin, open - 1, word);
    if (whole && (first != DRG_NONE || !known)) first = whole->first;
    if (first == DRG_NONE || first + 1 >= open) return;
    if (find_name_part_of(reading, open - 1) == FIND_THING) return; /* "Test Ban Treaty (TBT)" */
    uint32_t *index = base_map_put(reading->arena, &reading->short_names, word, DRG_NONE);
    if (*index != DRG_NONE) return;
    *index = (uint32_t)reading->long_names.count;
    base_push(reading->arena, &reading->long_names) = (find_token_range){sentence, first, open - 1};
}

void find_read_short_names(find_reading *reading)
{
    for (uint32_t i = 0; i < reading->document->sentences.count; i++) {
        const drg_sentence *whole = &reading->document->sentences.items[i];
        uint32_t begin = whole->body, end = find_sentence_end(whole);
        for (uint32_t at = begin + 2; at + 2 < end; at++)
            if (base_text_is(find_wording(reading, at), "(")) read_bracket(reading, i, at, begin);
    }
    forget(reading);
}

/* ---- drafts */

static bool is_body(const find_draft *draft)
{
    return draft->kind == FIND_DRAFT_ORGANIZATION || draft->kind == FIND_DRAFT_LISTED ||
           draft->kind == FIND_DRAFT_BODY || draft->kind == FIND_DRAFT_GROUP;
}

/* The draft of the long name; one is made where none was. DRG_NONE when the words are somebody else. */
static uint32_t draft_of_long_name(find_reading *reading, const find_token_range *range)
{
    uint32_t index = reading->draft_at[range->last];
    if (index == DRG_NONE) index = reading->draft_at[range->first];
    const find_match *listed = find_match_of(reading, range->last);
    if (listed && listed->use == FIND_PLACE) return DRG_NONE; /* "New South Wales (NSW)" */
    bool whole = listed && listed->first == range->first && listed->last == range->last;
    if (index != DRG_NONE && is_body(&reading->drafts.items[index]) &&
        (whole || reading->drafts.items[index].kind != FIND_DRAFT_LISTED))
        return index;
    if (index != DRG_NONE && reading->drafts.items[index].kind == FIND_DRAFT_PERSON &&
        reading->drafts.items[index].person != DRG_NONE)
        return DRG_NONE;
    for (uint32_t i = range->first; i <= range->last; i++)
        if (reading->draft_at[i] != DRG_NONE) {
            find_draft *inner = &reading->drafts.items[reading->draft_at[i]];
            if (inner->kind == FIND_DRAFT_PERSON && inner->person == DRG_NONE) inner->kind = FIND_DRAFT_DROPPED;
            reading->draft_at[i] = DRG_NONE;
        }
    index = (uint32_t)reading->drafts.count;
    find_draft *draft =
        find_draft_new(reading, FIND_DRAFT_ORGANIZATION, DRG_VIA_NAME, range->sentence, range->first, range->last);
    draft->organization = find_join(reading, range->first, range->last);
    return index;
}

static void draft_short_name(find_reading *reading, uint32_t sentence, uint32_t token, uint32_t whole)
{
    uint32_t lone = reading->draft_at[token];
    if (lone != DRG_NONE) {
        find_draft *known = &reading->drafts.items[lone];
        bool replaced = known->first == token && known->last == token && known->kind != FIND_DRAFT_LISTED;
        if (!replaced) return;
        known->kind = FIND_DRAFT_DROPPED;
        reading->draft_at[token] = DRG_NONE;
    }
    find_draft copy = reading->drafts.items[whole];
    find_draft *draft = find_draft_new(reading, copy.kind, DRG_VIA_NAME, sentence, token, token);
    draft->listed = copy.listed;
    draft->country = copy.country;
    draft->sectors = copy.sectors;
    draft->title = copy.title;
    draft->office = copy.office;
    draft->organization = copy.organization;
}

void find_draft_short_names(find_reading *reading)
{
    uint32_t count = (uint32_t)reading->long_names.count;
    uint32_t *wholes = BASE_ARRAY(reading->arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) wholes[i] = draft_of_long_name(reading, &reading->long_names.items[i]);
    for (uint32_t i = 0; count && i < reading->document->sentences.count; i++) {
        const drg_sentence *sentence = &reading->document->sentences.items[i];
        for (uint32_t at = sentence->body; at < find_sentence_end(sentence); at++) {
            uint32_t index = base_map_get(&reading->short_names, find_wording(reading, at));
            if (index == DRG_NONE || find_match_of(reading, at)) continue;
            const find_match *place = find_match_of(reading, reading->long_names.items[index].last);
            if (wholes[index] != DRG_NONE)
                draft_short_name(reading, i, at, wholes[index]);
            else if (place && place->use == FIND_PLACE)
                base_push(reading->arena, &reading->unlisted_places) = (find_token_range){i, at, at};
        }
    }
}
