/* SPDX-License-Identifier: Apache-2.0
 *
 * What the words of one clause say of its own verb: tense, modality, negation. Use inside the code room only.
 */
#ifndef CODE_CLAUSE_H
#define CODE_CLAUSE_H

#include "code/predicate.h"

typedef struct code_marks {
    bool negated;
    bool will; /* will, shall, is to, going to */
    bool would;
    bool may;         /* may, might, could, can */
    bool can;         /* of these, could and can */
    bool must;        /* must, should, ought to */
    bool conditional; /* an if-clause or "failing X" hangs on it */
    bool infinitive;  /* with "to" */
    bool bare;        /* neither finite nor with "to": an imperative, or shares the auxiliary of a conjunct */
    bool progressive;
    bool past_perfect;
    bool perfect; /* with "have", in any tense */
    bool past;
    bool later; /* a date after the report's */
} code_marks;

/* The marks of the clause of a verb, adjective or noun with its copula. */
code_marks code_clause_marks(code_sentence *sentence, uint32_t token);

/* "Will they leave?", "Is it true?": a verb before its subject asks. What merely ends in a question mark states. */
bool code_is_inverted(const code_sentence *sentence, uint32_t clause);

/* "Should they attack, ...", "Had they attacked, ...": an adverbial clause whose auxiliary stands before its subject.
 */
bool code_is_inverted_condition(const code_sentence *sentence, uint32_t clause);

/* "quoted the army as saying": the head of the phrase of those who are quoted, DRG_NONE when the token is no such
 * "saying". */
uint32_t code_quoted_as(const code_sentence *sentence, uint32_t saying);

/* Is the noun said not to exist ("no talks"), to lie ahead ("planned talks"), to be only possible, or to be past? */
typedef enum code_outlook {
    CODE_OUTLOOK_PLAIN,
    CODE_OUTLOOK_NEGATED,
    CODE_OUTLOOK_PLANNED,
    CODE_OUTLOOK_POSSIBLE,
    CODE_OUTLOOK_CANCELLED,
    CODE_OUTLOOK_PAST
} code_outlook;
code_outlook code_noun_outlook(code_sentence *sentence, uint32_t noun);

#endif
