/* SPDX-License-Identifier: Apache-2.0
 * Joining across documents: meetings and proposals that several documents tell, negotiations, reversals. Part of the
 * room's door; no document is needed, only rows. */
#ifndef TALKS_GATHER_H
#define TALKS_GATHER_H

#include "record/record.h"

/* Puts the negotiations that the user defines into a gathering. */
void talks_give_processes(const struct talks_words *words, record_gathering *gathering);

/* Fills what comes out of a gathering, and the `out` fields of its rows. The same rows give the same result. */
void talks_gather(record_gathering *gathering);

/* The parts, in the order in which they run. Use inside the talks room only. */
void gather_join_meetings(record_gathering *gathering);
void gather_join_proposals(record_gathering *gathering);
void gather_find_processes(record_gathering *gathering);
void gather_find_steps(record_gathering *gathering);
void gather_find_reversals(record_gathering *gathering);

/* Days from 1970-01-01 on; INT32_MIN for no day. A month is its first day. */
int32_t gather_day(drg_text day);
/* The day of a thing: its own, else of the report. */
drg_text gather_day_of(drg_text own, drg_text published);

#endif
