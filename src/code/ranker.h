/* SPDX-License-Identifier: Apache-2.0
 *
 * What the model sees of a predicate: its frames and leanings as the text turns them, its words, its tree. Use inside
 * the code room and its trainer only.
 */
#ifndef CODE_RANKER_H
#define CODE_RANKER_H

#include "code/match.h"

#define CODE_VOTES 6

typedef enum code_voter {
    CODE_VOTER_FRAME,  /* a written frame whose conditions on the slots hold */
    CODE_VOTER_PHRASE, /* a leaning of several words */
    CODE_VOTER_WORD    /* a leaning of the bare word */
} code_voter;

/* An act that the predicate may tell of, and what the text makes of it. */
typedef struct code_vote {
    code_voter voter;
    uint32_t frame;
    drg_type plain;      /* the frame's own type */
    code_act act;        /* after the readings */
    const char *blocked; /* why nothing may be coded, NULL when something may */
    uint32_t outer;      /* the last cue */
    uint32_t doer;       /* of the last cue, DRG_NONE none */
    unsigned readings;
    drg_event_status status;
    bool negated;
} code_vote;

typedef struct code_look {
    const code_predicate *predicate;
    code_features features;
    size_t vote_count;
    code_vote votes[CODE_VOTES];
    uint32_t excluded; /* bits of types that a frame of the word says it is not of: "object: not <allegation>" */
} code_look;

/* May the token be the predicate of an event: a verb, or a noun or adjective that some frame or leaning has? */
bool code_is_predicate(const code_sentence *sentence, uint32_t token);

/* The whole look. `look` need not be cleared. */
void code_look_at(code_sentence *sentence, uint32_t token, code_look *ret_look);

/* ---- relations */

#define CODE_RELATION_CANDIDATES 48

/* One predicate of a sentence, as to what one party does to another. */
typedef struct code_relation_candidate {
    uint32_t token;
    code_look look;
    code_features carrier;
} code_relation_candidate;

/* Two phrases of a sentence: their first and last tokens and their heads. `to_head` is DRG_NONE when nobody is acted
 * on. */
typedef struct code_parties {
    uint32_t from_first, from_last, from_head;
    uint32_t to_first, to_last, to_head;
} code_parties;

/* The tokens of two spans of the document's text; false when the first has none in the sentence. */
bool code_parties_find(const code_sentence *sentence, drg_span from, drg_span to, code_parties *ret_parties);

/* The predicates that may tell what one does to the other, with their features. */
size_t code_relation_candidates(code_sentence *sentence, const code_parties *parties,
                                code_relation_candidate candidates[CODE_RELATION_CANDIDATES]);

#endif
