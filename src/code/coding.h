/* SPDX-License-Identifier: Apache-2.0
 * The coder of one sentence and its drafts, as its files share them: coding.c tries frames and the model, roles.c fills
 * and turns roles, draft.c writes events and drops duplicates, named.c judges acts that a noun only names. Use inside
 * the code room only. */
#ifndef CODE_CODING_H
#define CODE_CODING_H

#include "code/context.h"
#include "code/ranker.h"

/* An event of the sentence being coded, before it is written. */
typedef struct code_draft {
    drg_event event;
    uint32_t token;    /* the trigger */
    uint32_t clause;   /* its clause */
    uint32_t outer;    /* the last cue */
    uint32_t occasion; /* of a noun: the verb that tells what was done on its occasion ("killed in a raid"), or none */
    uint32_t frame, specificity;
    bool proposed; /* by the model */
    bool background;
    bool inherited;
    bool also;
} code_draft;

#define DRAFTS 64 /* of one sentence */

typedef struct code_coder {
    code_sentence *sentence;
    code_draft *drafts;
    size_t count;
    BASE_VECTOR(uint32_t) inherited; /* of each date its copy that events inherit, DRG_NONE when there is none */
    /* what the model sees of the token being coded, and what it makes of it */
    code_look look;
    double classes[CODE_RANKER_CLASSES];
} code_coder;

/* ---- roles.c */

/* The type that a frame is written for. */
drg_type code_frame_type(const code_sentence *sentence, const code_frame_record *frame);

/* The mentions that fill the roles of a frame on a predicate; admitted are political actors, and others as the frame or
 * their counterpart allows. */
void code_fill_roles(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                     code_mentions roles[CODE_ROLE_COUNT]);

/* Takes out of a list whoever stands in the other: nobody is both actor and recipient of one act. */
void code_remove_same(const code_sentence *sentence, code_mentions *from, const code_mentions *others);

/* Roles after the readings: the cue's subject acts, the act's own actors may become those acted on. Returns why nothing
 * is coded, NULL. */
const char *code_turn_roles(code_sentence *sentence, const code_context *context, bool protests,
                            code_mentions roles[CODE_ROLE_COUNT]);

/* What the sentence says of those who fill the roles: the holder of an office in its place, and those whom an attack
 * hits where its own words name nobody. */
void code_complete_roles(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                         const code_context *context, code_mentions roles[CODE_ROLE_COUNT]);

/* Which needed role is lacking, NULL when none is. */
const char *code_lacking_role(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                              const code_context *context, const code_mentions roles[CODE_ROLE_COUNT]);

/* ---- draft.c */

/* The list in the document's memory. */
drg_indexes code_keep_mentions(code_sentence *sentence, const code_mentions *mentions);

/* What tells an event from the others of its sentence. */
drg_text code_event_id(const code_sentence *sentence, const drg_event *event);

/* Fills a draft of all but its roles and attribution. */
void code_write_draft(code_coder *coder, const code_frame_record *frame, uint32_t frame_index,
                      const code_predicate *predicate, const code_context *context, code_draft *draft);

/* Adds a draft unless another tells the same act; of two tellings the better one stays. */
void code_keep_draft(code_coder *coder, const code_draft *new);

/* ---- private.c */

/* Why an act of the type is a matter among private people and no politics, NULL when it is politics. */
const char *code_private_matter(const code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate, drg_type type,
                                const code_mentions roles[CODE_ROLE_COUNT]);

/* ---- named.c */

/* Why an act that a noun only names is not known well enough to be an event, NULL when it is. */
const char *code_unknown_act(code_coder *coder, const code_frame_record *frame, const code_predicate *predicate,
                             const code_context *context);

#endif
