/* SPDX-License-Identifier: Apache-2.0
 *
 * From the head of a phrase to the actors that it names. Use inside the code room only.
 */
#ifndef CODE_ARGUMENT_H
#define CODE_ARGUMENT_H

#include "code/predicate.h"

#define CODE_MENTIONS 24 /* of one role */

typedef struct code_mentions {
    size_t count;
    uint32_t items[CODE_MENTIONS]; /* among the document's mentions, each once */
    unsigned distance;             /* most steps from the phrase's head to a mention in it: 0 the head itself */
} code_mentions;

/* Adds the mentions of the phrase that the token heads, coordination and apposition expanded. A phrase that names no
 * actor stands for the actor that owns it when its head acts for its owner ("Ukrainian forces"), or, where `owned` is
 * set, for whatever else it owns ("Russian banks" as target of sanctions). Words that trigger events never stand for
 * their owner. */
void code_resolve(code_sentence *sentence, uint32_t token, bool owned, code_mentions *mentions);

/* Does the mention name somebody whose acts of the type are coded: of a country, or of a sector that acts by itself,
 * and not the press? Workers, students and the like without a country count in protests only. */
bool code_mention_is_political(const code_sentence *sentence, uint32_t mention, drg_type type);

/* Does the mention name somebody to whom acts of the type are done: anybody of a country or sector; the press, and
 * persons of whom no more is known than their name, only where they are not just told something? */
bool code_mention_is_addressed(const code_sentence *sentence, uint32_t mention, drg_type type);

/* Does the sector act in politics only as part of a country: business, farmers, medicine, schools ...? */
bool code_sector_is_private(drg_text sector);

/* Adds the mentions of a path of the predicate. */
void code_resolve_path(code_sentence *sentence, const code_predicate *predicate, code_path path, unsigned view,
                       bool owned, code_mentions *mentions);

/* The nth token at the end of a path, DRG_NONE when there are no more. */
uint32_t code_path_token(code_sentence *sentence, const code_predicate *predicate, code_path path, unsigned view,
                         size_t nth);

/* Adds a mention that is not there yet; `distance` as above. */
void code_add_mention(code_mentions *mentions, uint32_t mention, unsigned distance);

/* Where one of a series of names before a verb was found by its subject, adds the others: series.c. */
void code_add_series(const code_sentence *sentence, uint32_t subject, code_mentions *mentions);

/* The same for persons behind a verb: "met with President Levits, Minister Gallant and Benny Gantz". */
void code_add_series_behind(const code_sentence *sentence, code_mentions *mentions);

/* Do the two lists share a country, or an actor? */
bool code_same_side(const code_sentence *sentence, const code_mentions *left, const code_mentions *right);

#endif
