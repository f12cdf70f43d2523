/* SPDX-License-Identifier: Apache-2.0
 * The tense of the clause around a token. */
#ifndef FIND_TENSE_H
#define FIND_TENSE_H

#include "find/reading.h"

typedef enum find_tense { FIND_TENSE_UNKNOWN, FIND_TENSE_PAST, FIND_TENSE_PRESENT, FIND_TENSE_FUTURE } find_tense;

/* Tokens [begin, end) are the sentence. Unknown where no finite verb stands above the token. */
find_tense find_tense_of(const find_reading *reading, uint32_t token, uint32_t begin, uint32_t end);

#endif
