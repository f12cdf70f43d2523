/* SPDX-License-Identifier: Apache-2.0
 * The names that a treebank marks with brackets: GUM's "Entity=(1-person-...)" in the last column of CoNLL-U. */
#ifndef BRACKETS_H
#define BRACKETS_H

#include "dragoman.h"

/* Words [first, last] of the text, counted as a document counts its tokens, and what they name ("person"). */
typedef struct bracket {
    uint32_t first, last;
    drg_text type; /* in the text that was read */
} bracket;

typedef struct bracket_list {
    bracket *items; /* in the order in which they close */
    size_t count;
} bracket_list;

/* Reads the brackets of one document. False when one closes that none opened, or stays open; the list is the caller's
 * either way, given back with brackets_free. */
bool brackets_read(drg_text conllu, bracket_list *ret_list);
void brackets_free(bracket_list *list);

#endif
