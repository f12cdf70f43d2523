/* SPDX-License-Identifier: Apache-2.0
 *
 * Which frames a word triggers, and whether their conditions hold. Use inside the code room only.
 */
#ifndef CODE_MATCH_H
#define CODE_MATCH_H

#include "code/argument.h"

#define CODE_CANDIDATES 48 /* frames tried on one word */

typedef struct code_candidate {
    uint32_t frame;
    uint32_t trigger; /* index into the frames' triggers */
    uint32_t specificity;
} code_candidate;

/* The frames that the token triggers by its word, part of speech, particles and modifiers, most specific first. */
size_t code_candidates(const code_sentence *sentence, uint32_t token, code_candidate candidates[CODE_CANDIDATES]);

/* Does the token trigger a frame of the type, or head a clause whose light verb's object does? */
bool code_triggers_type(code_sentence *sentence, uint32_t token, drg_type type);

/* The predicate as the frame sees it: with its own light verbs, if it names some. NULL when a light verb is needed and
 * none is there. */
const code_predicate *code_frame_predicate(code_sentence *sentence, const code_frame_record *frame, uint32_t kind,
                                           uint32_t token);

/* Do the conditions on slots hold? The path of the first that does not is put into *ret_failed. */
bool code_wheres_hold(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                      code_path *ret_failed);

/* The same for the conditions on roles, once they are filled. */
bool code_role_wheres_hold(code_sentence *sentence, const code_frame_record *frame,
                           const code_mentions roles[CODE_ROLE_COUNT], code_path *ret_failed);

#endif
