/* SPDX-License-Identifier: Apache-2.0
 *
 * The state of the walk from an act up through what governs it, shared by context.c (begins and ends it),
 * context_clause.c and context_noun.c (where it goes) and context_reading.c (what each word on the way does). */
#ifndef CODE_CONTEXT_WALK_H
#define CODE_CONTEXT_WALK_H

#include "code/clause.h"
#include "code/context.h"

typedef enum walk_step { WALK_CLAUSE, WALK_CARRIER, WALK_DONE } walk_step;

typedef struct code_walk {
    code_sentence *sentence;
    const code_frame_record *frame;
    const code_predicate *predicate;
    const code_mentions *own;
    code_context *context;
    uint32_t at;
    walk_step step;
    bool skip_marks;       /* the clause is only passed: a conjunct's head */
    bool weak_marks;       /* the clause only lends its time: "will leave after meeting X" */
    bool negation_counted; /* "there were no talks": the noun has taken the clause's negation */
    bool fact;             /* a time clause was left: it happened, whatever is said of what stands above */
    bool conditional;      /* a condition hangs on a clause that was passed */
    bool over_report;      /* what stands above a reporting verb */
    bool would, must, may;
    bool counterfactual; /* "would have" */
    enum {
        NO_FORECAST,
        FORECAST,
        FORECAST_IF_SAID
    } forecast; /* "will not": REFUSED, when it is the speaker's own act */
} code_walk;

#define WALK_HAS(bits, name) ((bits)&CODE_CUE_BIT(CODE_CUE_##name))

/* Nothing may be coded; the first reason stays. */
void walk_block(code_walk *walk, const char *reason);
/* On to the clause at the token; DRG_NONE ends the walk. */
void walk_go(code_walk *walk, uint32_t at);

/* ---- context_noun.c */

/* What is atoned for, avenged, mourned or judged has been: "apologised for the bombing", "guilty of the massacre". */
bool walk_looks_back(const code_sentence *sentence, uint32_t governor, code_slot slot);

/* ---- context_reading.c */

code_act walk_frame_act(const code_walk *walk, uint32_t act);
/* Turns the act by the reading, at the cue's token; `doer` becomes its actor, or `addressed` its actors recipients. */
void walk_apply(code_walk *walk, code_reading reading, uint32_t cue);
void walk_apply_by(code_walk *walk, code_reading reading, uint32_t cue, uint32_t doer, bool addressed);
/* The text says that the act, as it stands, was not; twice is that it was. */
void walk_negate(code_walk *walk, uint32_t cue);
void walk_add_speaker(code_walk *walk, uint32_t cue, uint32_t token);
/* A word of reporting has been reached from inside. */
void walk_cross_report(code_walk *walk, uint32_t cue, uint32_t speaker);
/* Who announces, beside the clause, what will be done by nobody named becomes its doer. */
void walk_find_announcer(code_walk *walk);
/* Applies tense, modality and negation of a clause. */
void walk_apply_marks(code_walk *walk, const code_marks *marks, uint32_t clause);
uint32_t walk_subject_of(code_walk *walk, uint32_t governor);
/* Applies what the governing word does to its content; false when it is no cue. `bits`: its classes. */
bool walk_apply_cue(code_walk *walk, uint32_t governor, uint32_t bits);
/* Words of several classes: which one counts depends on what hangs on them. */
uint32_t walk_choose_for_infinitive(code_walk *walk, uint32_t governor, uint32_t bits);
uint32_t walk_choose_for_finite(code_walk *walk, uint32_t clause, uint32_t bits);
/* "it is to release them": finite, and planned. */
bool walk_is_is_to(code_sentence *sentence, uint32_t clause);

/* ---- context_clause.c, context_noun.c: one step */

void walk_step_clause(code_walk *walk);
void walk_step_carrier(code_walk *walk);
void walk_leave_noun(code_walk *walk);

#endif
