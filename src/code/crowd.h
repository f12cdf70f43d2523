/* SPDX-License-Identifier: Apache-2.0
 *
 * People whom only a plain noun names ("villagers", "two students", "the mayor's driver"): no list knows them, but they
 * are struck, freed, asked, and march. Use inside the code room only.
 */
#ifndef CODE_CROWD_H
#define CODE_CROWD_H

#include "code/sentence.h"

typedef struct code_crowd {
    size_t first_mention, first_actor; /* from here on the document's mentions and actors are crowds */
    base_map actors;                   /* id to actor */
    base_map taken;                    /* ids of all actors */
} code_crowd;

void code_crowd_open(code_crowd *crowd, base_arena *arena, const drg_document *document);

/* Gives each noun of the loaded sentence that is a word of one of the classes data/classes/sector-*.txt, and that no
 * mention covers, a mention with that sector and the country of its modifier. */
void code_crowd_add(code_crowd *crowd, code_sentence *sentence);

/* Takes away the crowds that nothing refers to, and puts the others among the document's mentions in the order of the
 * sentences. */
void code_crowd_settle(const code_crowd *crowd, base_arena *arena, drg_document *document);

#endif
