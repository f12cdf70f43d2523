/* SPDX-License-Identifier: Apache-2.0
 * Meetings while they are read: a draft for each word that speaks of one, joined in the end. Use in the files
 * meeting*.c only. */
#ifndef TALKS_MEETING_H
#define TALKS_MEETING_H

#include "talks/reader.h"

typedef struct meeting_draft {
    uint32_t token, sentence;
    uint32_t last; /* sentence that speaks of it last */
    drg_span span, topic;
    bool noun;     /* a noun names it; else the verb of an event */
    bool definite; /* "the talks" */
    bool apart;    /* "a second round": another one */
    drg_text level;
    uint32_t place, date;
    BASE_VECTOR(drg_meeting_step) steps;
    BASE_VECTOR(drg_participant) people;
    BASE_VECTOR(uint32_t) events;
    uint32_t into; /* the draft that it was joined to, itself when none */
} meeting_draft;

typedef struct meeting_reader {
    talks_reader *reader;
    BASE_VECTOR(meeting_draft) drafts;
    uint32_t *at;  /* of each token its draft, DRG_NONE */
    bool *certain; /* of each token: it carries an event that the text asserts */
} meeting_reader;

static inline const talks_tree *meeting_tree(const meeting_reader *self)
{
    return &self->reader->tree;
}

/* What the text says of the word; what carries an asserted event is no mere supposition ("said that he would skip it").
 */
drg_reading meeting_reading(const meeting_reader *self, uint32_t token);

/* Is somebody only willing: "offered to meet", "is open to talks"? */
bool meeting_is_offered(meeting_reader *self, uint32_t token);

uint32_t meeting_add(meeting_reader *self, uint32_t token, bool noun);
void meeting_add_step(meeting_reader *self, uint32_t draft, drg_meeting_status status, uint32_t token);
void meeting_add_people(meeting_reader *self, uint32_t draft, const talks_people *people, drg_part part,
                        drg_attendance attendance, uint32_t token);

/* Meetings that a verb tells without an event: "the two commissions will meet in May" (data/talks/meeting-verbs.tsv).
 */
void meeting_read_verbs(meeting_reader *self);

/* What became of a meeting that is only mentioned, by its day and by the clause that it stands in: "after a meeting in
 * Oslo on Friday, both said". */
void meeting_read_silent(meeting_reader *self);

#endif
