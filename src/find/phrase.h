/* SPDX-License-Identifier: Apache-2.0
 * An office with what stands around it: the part that phrase.c reads and office.c drafts. */
#ifndef FIND_PHRASE_H
#define FIND_PHRASE_H

#include "find/reading.h"

/* What is known of one office phrase while it is put together. */
typedef struct find_phrase {
    uint32_t sentence, begin, end; /* the sentence's tokens */
    uint32_t first, last;          /* the office's match */
    uint32_t title_first;          /* with the words before it that belong to the title */
    uint32_t phrase_first, phrase_last;
    uint32_t office_row;
    find_office_kind kind;
    find_office_use use;
    bool plural, definite, indefinite, former, state_owner, listed_owner;
    bool place_owner; /* "of Ukraine", "of Chechnya" */
    bool inexact;     /* the owner is a part of a state, or whom the office serves: others hold such offices, too */
    bool elect;       /* not in office yet */
    bool absent;      /* "then-", "next", "ousted": not in office on the day, or perhaps not */
    drg_text country, sectors, organization;
    uint32_t owner_row;     /* of the listed organisation or group, DRG_NONE */
    uint32_t owner, second; /* second: first token of the other half of "defense and foreign ministers" */
    uint32_t taken[FIND_WALK];
    size_t taken_count;
    uint32_t others[FIND_WALK]; /* matches: "Indian and" before "Chinese soldiers" */
    size_t other_count;
} find_phrase;

/* A text of a row of the offices. */
drg_text find_office_text(const find_reading *reading, uint32_t row, uint32_t column);

/* Reads the words before the office into the phrase: owner, title, "the". */
void find_phrase_walk_left(find_reading *reading, find_phrase *phrase);

/* Steps over "of Ukraine", "from Britain" and lends their country; returns the token behind, `at` when there is none.
 */
uint32_t find_phrase_owner_behind(find_reading *reading, find_phrase *phrase, uint32_t at);

/* Is the office that of a body which no list has? */
bool find_phrase_has_unlisted_owner(const find_reading *reading, const find_phrase *phrase);

/* Steps over "to Ukraine", "for digital transformation", which lend nothing. */
uint32_t find_phrase_scope_behind(const find_reading *reading, const find_phrase *phrase, uint32_t at);

/* The holder's name behind the title: its last token, DRG_NONE when there is none. */
uint32_t find_phrase_name_behind(const find_reading *reading, const find_phrase *phrase, uint32_t at,
                                 uint32_t *ret_first);

/* The holder's name before the phrase: its first token, DRG_NONE. `after` is the token behind the phrase. */
uint32_t find_phrase_name_before(const find_reading *reading, const find_phrase *phrase, uint32_t after,
                                 uint32_t *ret_last);

/* "of Yemen" behind the holder's name at `at`. */
void find_phrase_owner_of_name(find_reading *reading, find_phrase *phrase, uint32_t at);

#endif
