/* SPDX-License-Identifier: Apache-2.0
 *
 * When and where an event was, how many it concerned, and who says so. Use inside the code room only.
 */
#ifndef CODE_SETTING_H
#define CODE_SETTING_H

#include "code/context.h"

/* The place that the token heads, or that its phrase specifies ("the city of Kharkiv"); index among the document's
 * places, DRG_NONE none. */
uint32_t code_place_at(const code_sentence *sentence, uint32_t token);

/* Where an act of the type took place, by the locative phrases of its own clause. DRG_NONE unknown. */
uint32_t code_place_of(const code_sentence *sentence, const code_predicate *predicate, drg_type type);

/* The date of an event: of its clause, or inherited from the clause that it hangs on where that is safe. DRG_NONE
 * unknown. */
uint32_t code_date_of(const code_sentence *sentence, const code_predicate *predicate, const code_context *context,
                      bool *ret_inherited);

/* The figures of an act: those that its frame reads from its slots, those of its type, the toll of an attack. */
drg_magnitude code_magnitude_of(code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate, const code_context *context);

/* Adds those whom other words of its sentence tell to be killed in an attack, else those who are hurt: "[three guards]
 * died when a bomb exploded", "an attack in which [two nuns] were hurt". */
void code_toll_victims(code_sentence *sentence, const code_predicate *predicate, code_mentions *victims);

/* Gives the toll that a sentence tells beside its events ("At least 27 people died.") to the attack of the sentence
 * before, where there is one alone that has none. */
void code_toll_carry(code_sentence *sentence);

/* When it was said: the date on the clause of a word of reporting, DRG_NONE unknown. */
uint32_t code_date_said(const code_sentence *sentence, uint32_t cue);

/* Who by the word of reporting, in what medium, to which outlet; false when it is nobody. */
bool code_attribute_to(code_sentence *sentence, code_speaker speaker, drg_attribution *ret_said);

/* Fills the event's attribution from the context's speakers. */
void code_attribute(code_sentence *sentence, const code_context *context, drg_event *event);

/* A date that is carried over is a date of its own: the same day, but not said there. Adds it to the document. */
uint32_t code_date_inherit(drg_document *document, uint32_t date);

/* The date of what was told right before, for an event without one that goes on with it: its sentence or the one before
 * it in the paragraph dates an act of the same actor, and nothing in its own sentence speaks of another time. DRG_NONE
 * when it is not safe. Events of the sentence that stand before it are written already. */
uint32_t code_date_carried(const code_sentence *sentence, const drg_event *event);

/* "quoted", "cited" as a participle: what follows is somebody who passes on another's words. */
bool code_is_quoter(const code_sentence *sentence, uint32_t token);

#endif
