/* SPDX-License-Identifier: Apache-2.0
 *
 * The parts of the predicate normaliser that its files share. predicate.c hands out predicates; predicate_verb.c and
 * predicate_noun.c fill them; predicate_repair.c puts right what a parser got wrong; predicate_borrow.c finds what
 * stands elsewhere. */
#ifndef CODE_PREDICATE_PARTS_H
#define CODE_PREDICATE_PARTS_H

#include "code/predicate.h"

/* Adds a filler once; DRG_NONE and the predicate's own token are passed over. */
void code_predicate_add(code_predicate *predicate, code_slot slot, uint32_t token);

/* Fill a new predicate from the children of its token. */
void code_fill_verb(code_sentence *sentence, code_predicate *predicate);
void code_fill_adjective(code_sentence *sentence, code_predicate *predicate);
void code_fill_noun(code_sentence *sentence, code_predicate *predicate);

/* Finds the light verb of a noun, and takes over its slots; `role` says whether the verb's subject does or suffers. */
void code_find_light(code_sentence *sentence, code_predicate *predicate);
void code_take_light(code_sentence *sentence, code_predicate *predicate, uint32_t verb, code_light role);

/* Adds a nominal or clause with a preposition. */
void code_add_oblique(code_sentence *sentence, code_predicate *predicate, uint32_t child);

/* Put right what a parser got wrong about a verb's slots, each where something is missing: objects and complements that
 * were mixed up or hung on each other, a main verb taken for a participle, a subject hung on another word. */
void code_repair_objects(code_sentence *sentence, code_predicate *predicate);
void code_repair_main_verb(code_sentence *sentence, code_predicate *predicate);
void code_repair_subject(const code_sentence *sentence, code_predicate *predicate);

/* Has the verb a subject among its own children, a dummy one too? */
bool code_has_own_subject(const code_sentence *sentence, uint32_t verb);

bool code_is_relative_pronoun(const code_sentence *sentence, uint32_t token);
bool code_is_infinitive(const code_sentence *sentence, uint32_t token);

/* Fills the gap of a relative clause with what it modifies. */
void code_fill_relative(code_sentence *sentence, code_predicate *predicate, uint32_t head);

/* The subject that a verb without one of its own borrows from where it stands, DRG_NONE none. */
uint32_t code_borrowed_subject(code_sentence *sentence, uint32_t token);

#endif
