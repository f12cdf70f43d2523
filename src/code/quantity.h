/* SPDX-License-Identifier: Apache-2.0
 *
 * Numbers of phrases: how many people, how much money. Use inside the code room only.
 */
#ifndef CODE_QUANTITY_H
#define CODE_QUANTITY_H

#include "code/sentence.h"

/* The number that a NUM token and its parts make: "2.5 million", "twenty-one"; negative none. */
double code_number_at(const code_sentence *sentence, uint32_t token);

/* The number that counts the head of a phrase; negative none. */
double code_count_at(const code_sentence *sentence, uint32_t token);

/* Is the head of the phrase a number, or a word for people that can be counted one by one? */
bool code_counts_people(const code_sentence *sentence, uint32_t token);

/* How many people the phrase names, coordination summed up; one person is one. -1 unknown. */
int64_t code_people_at(const code_sentence *sentence, uint32_t token);

/* The first sum of money in a phrase: at its head or below ("a package of $500 million"). */
bool code_money_in(const code_sentence *sentence, uint32_t token, drg_money *money);

/* "and 20 injured", "and several more injured": the conjunct's own quantity stands instead of the shared subject. False
 * when the predicate is no such conjunct. */
struct code_predicate;
bool code_own_quantity(const code_sentence *sentence, const struct code_predicate *predicate, int64_t *ret_count);

/* The dead and injured of an attack that other words of its sentence tell: "and 30 people died", "killing 12",
 * "leaving 28 dead". Fills what is still unknown. */
void code_toll_of(code_sentence *sentence, const struct code_predicate *predicate, drg_magnitude *magnitude);

#endif
