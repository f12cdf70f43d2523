/* SPDX-License-Identifier: Apache-2.0
 *
 * What the text says of an act: that it happened, will, may, was refused, demanded, threatened, denied, and who says
 * so. Use inside the code room only.
 */
#ifndef CODE_CONTEXT_H
#define CODE_CONTEXT_H

#include "code/argument.h"

#define CODE_SPEAKERS 4

/* Somebody whose words the act stands in; nearest first. */
typedef struct code_speaker {
    uint32_t cue;   /* token of the verb or preposition */
    uint32_t token; /* head of the speaker's phrase, DRG_NONE none */
} code_speaker;

typedef struct code_context {
    const char *blocked; /* why nothing may be coded, NULL when something may */
    code_act act;        /* after all readings */
    drg_event_status status;
    bool negated;      /* the text says that the act, after all readings, was not */
    bool background;   /* a noun that is only named */
    unsigned readings; /* how many were applied */
    uint32_t outer;    /* token of the last cue that was applied, the act's own clause when none */
    uint32_t doer;     /* head of the phrase that is the actor by the last cue, DRG_NONE: the frame's own actor */
    bool addressed;    /* the act's own actors become recipients */
    bool alleged;      /* the last reading is an allegation */
    bool promised;     /* a promise or willingness */
    code_speaker speakers[CODE_SPEAKERS];
    size_t speaker_count;
} code_context;

/* The context of a frame's act at a predicate. `own` are the act's own actors: what the speaker says of his own side is
 * told apart from what he says of others. */
void code_context_find(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       const code_mentions *own, code_context *ret_context);

#endif
