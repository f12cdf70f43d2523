/* SPDX-License-Identifier: Apache-2.0
 *
 * The predicate normaliser: a verb, an event noun or a predicative adjective with its slots filled from the tree,
 * whatever construction it stands in. Use inside the code room only.
 */
#ifndef CODE_PREDICATE_H
#define CODE_PREDICATE_H

#include "code/sentence.h"

#define CODE_ARGUMENTS 24

/* A slot and the token that heads its filler. CODE_SLOT_PLACE stands for a noun's modifier here ("Israeli strikes"). */
typedef struct code_argument {
    uint32_t slot;
    uint32_t token;
} code_argument;
#define CODE_SLOT_MODIFIER CODE_SLOT_PLACE
#define CODE_SLOT_TOPIC                                                                                                \
    CODE_SLOT_THIRD /* a bare name as modifier: the doer of "U.S. sanctions", the topic of "Ukraine talks" */

/* How a frame looks at a noun. */
#define CODE_VIEW_OF_SUBJECT 1u /* "of X" is the doer */
#define CODE_VIEW_TOPICS 2u     /* a bare name before the noun says what it is about */
unsigned code_view_of(const code_frames *frames, const code_frame_record *frame);

typedef enum code_predicate_kind {
    CODE_PREDICATE_VERB,
    CODE_PREDICATE_NOUN,
    CODE_PREDICATE_ADJECTIVE
} code_predicate_kind;

typedef struct code_predicate {
    uint32_t token;
    code_predicate_kind kind;
    bool passive;
    uint32_t light;   /* the light verb of a noun, DRG_NONE none */
    uint32_t clause;  /* the token whose clause says whether it happened: itself, or its light verb */
    uint32_t surface; /* what stands as grammatical subject, DRG_NONE none */
    size_t argument_count;
    code_argument arguments[CODE_ARGUMENTS];
} code_predicate;

/* The predicate of a token, made once a sentence. Never NULL for a token of the sentence. */
const code_predicate *code_predicate_of(code_sentence *sentence, uint32_t token);

/* The same noun with one more verb counted as light: a frame's own light verb. `verb` as code_governing_verb gives it.
 */
const code_predicate *code_predicate_with_light(code_sentence *sentence, uint32_t noun, uint32_t verb);

/* The verb of which the noun is object, passive subject or prepositional complement, and by which slot; DRG_NONE none.
 */
uint32_t code_governing_verb(const code_sentence *sentence, uint32_t noun, code_slot *ret_slot);

/* "Tinubu on visit to Paris", "Polish planes in joint drill": is the noun what the subject of a verbless headline does?
 */
bool code_is_headline_predicate(const code_sentence *sentence, uint32_t noun);

/* "is due to meet", where a parser took "due to" for one word that marks the verb: "due", DRG_NONE none. */
uint32_t code_due_of(const code_sentence *sentence, uint32_t verb);

/* "X was in Cairo for talks", "is in Cairo to see ministers": the place that somebody is said to be in, of which the
 * phrase tells what for. DRG_NONE: it hangs on nothing of the kind. */
uint32_t code_stay_of(const code_sentence *sentence, uint32_t phrase);

/* Is this participle of a noun phrase that fills a whole sentence really the sentence's verb? */
bool code_is_lost_main_verb(const code_sentence *sentence, uint32_t verb);

/* The "have" right before a participle that a parser takes for a modifier of what "have" holds ("has renewed emergency
 * powers"): such a participle is lost too. DRG_NONE where it is none. */
uint32_t code_perfect_of(const code_sentence *sentence, uint32_t participle);

/* "the claim that it had agreed to release them", "demands that Denmark withdraw its forces": is this clause, which a
 * parser takes for a relative one, the content of a cue noun? It is where nothing is missing in it. */
bool code_is_noun_content(const code_sentence *sentence, uint32_t clause);

/* "Putin to meet Xi", "Japan to impose sanctions, says Kishida": is this infinitive, which a parser hangs on a name,
 * the verb of a heading that tells a plan? The name is its subject. */
bool code_is_heading_plan(const code_sentence *sentence, uint32_t verb);

/* "authorised troops to fire", "told the mayors that they risked arrest": the verb whose complement this clause is,
 * though a parser hangs it on the person between them; DRG_NONE when it is none. */
uint32_t code_lost_complement(const code_sentence *sentence, uint32_t clause);

/* The first filler of a slot, DRG_NONE empty. */
uint32_t code_argument_get(const code_predicate *predicate, code_slot slot);

/* The nth filler of a slot; for nouns SUBJECT falls back to the modifier, and `of` counts as object, or as subject in
 * that view. DRG_NONE when there are no more. */
uint32_t code_argument_nth(const code_predicate *predicate, code_slot slot, unsigned view, size_t nth);

/* Who controls the subject of a clause under this governor: "urged [X] to", "called on [X] to", "[X] plans to". */
uint32_t code_controller(code_sentence *sentence, uint32_t governor, uint32_t clause);

#endif
