/* SPDX-License-Identifier: Apache-2.0
 * Where sentences end, as learned from the treebanks: a linear classifier over what stands around a token. */
#ifndef LANGUAGE_ENDS_H
#define LANGUAGE_ENDS_H

#include "language/token.h"

enum { ENDS_FEATURES = 19 };

/* What the features see of a token. */
typedef struct ends_mark {
    uint32_t hash; /* of the form in lower case */
    uint8_t shape; /* ends_shape */
    bool speech;   /* tells who spoke: "said" */
    bool asks;     /* a stop of ? or ! */
    bool time;     /* after "p.m.": goes on with the time, "Monday", "Eastern" */
    bool opener;   /* after a quote: opens sentences and is hardly a name, "He" */
} ends_mark;

typedef struct ends_text {
    const token_item *items;
    const ends_mark *marks; /* one an item */
    size_t count;
} ends_text;

/* Where in its sentence the token stands. Zero at the start of a sentence; brackets and quotes live through a
 * paragraph. */
typedef struct ends_place {
    size_t first;              /* token of the sentence */
    unsigned brackets, quotes; /* open at this token, itself included */
} ends_place;

typedef struct ends_model {
    const int16_t *weights; /* a power of two of them */
    uint32_t mask;
    int32_t bias[2]; /* added to the score: after a stop or an abbreviation; after any other token */
} ends_model;

/* What the classifier sees of the tokens. */
const ends_mark *ends_marks(base_arena *arena, const model_table *words, drg_text text, const token_item *items,
                            size_t count);

/* May a sentence end after this token, which is not the last of its line? */
bool ends_possible(const ends_text *text, size_t at);

/* Is the token a stop, or a quote or bracket that closes after one? */
bool ends_after_stop(const ends_text *text, size_t at);

/* The hashed features of the token at `at`; 32 bits each, to be masked. */
void ends_features(const ends_text *text, const ends_place *place, size_t at, uint32_t features[ENDS_FEATURES]);

/* Takes the token into account. */
void ends_advance(const ends_text *text, size_t at, ends_place *place);

/* Does a sentence end after this token? */
bool ends_decide(const ends_model *model, const ends_text *text, const ends_place *place, size_t at);

#endif
