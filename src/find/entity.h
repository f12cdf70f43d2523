/* SPDX-License-Identifier: Apache-2.0
 * Names that no list has: where they stand, and what tells their type. Shared by the reader and the trainer. */
#ifndef FIND_ENTITY_H
#define FIND_ENTITY_H

#include "find/entity_model.h"
#include "find/reading.h"

/* Words of a sentence that may be a name: proper nouns side by side that no list and no title has taken. */
typedef struct find_run {
    uint32_t sentence, first, last, head;
} find_run;

/* The first run that starts at or after the token, within the sentence; false when there is none. */
bool find_run_next(const find_reading *reading, uint32_t sentence, uint32_t from, find_run *ret_run);

void find_run_features(const find_reading *reading, const find_run *run, find_entity_features *ret_features);

#endif
