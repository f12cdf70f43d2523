/* SPDX-License-Identifier: Apache-2.0
 * A line of a corpus file that says what must, or must not, come out of a text (docs/corpus-format.md). */
#ifndef EXPECTATION_H
#define EXPECTATION_H

#include "buffer.h"

typedef struct expected_field {
    drg_text name;
    char *value; /* NULL: bare, as "negated" */
} expected_field;

/* What a line is about. All but events are only asked to be there, or not to be. */
typedef enum expectation_kind {
    EXPECT_EVENT,
    EXPECT_ACTOR,
    EXPECT_MENTION,
    EXPECT_DATE,
    EXPECT_PLACE,
    EXPECT_STATEMENT,
    EXPECT_MEETING,
    EXPECT_PROPOSAL,
    EXPECT_POSITION,
    EXPECT_REVERSAL,
    EXPECT_PROCESS, /* of several reports: only counted, by eval_talks.c */
    EXPECT_KIND_COUNT
} expectation_kind;

typedef struct corpus_expectation {
    bool negative; /* "not ..." */
    expectation_kind kind;
    drg_type type; /* of an event */
    bool any_type; /* fields alone, as the frames' examples have them */
    char *name;    /* of an actor; the wording of a mention, date or place; the speaker of a statement or reversal; who
                      takes a position */
    expected_field *fields;
    size_t field_count;
} corpus_expectation;

/* Reads "event CONSULT actors="FRA GOV"", "not event ...", "actor "NAME" ...", "date "WORDING" ...". False and what is
 * wrong in `problem`. */
bool expectation_read(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem);

/* Reads fields alone, for an event of any type. */
bool expectation_read_fields(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem);
void expectation_free(corpus_expectation *expectation);

/* How many of its conditions the event does not meet, among them that it is asserted unless the line asks for a mark;
 * those are added to `why` (may be NULL). `alone`: an event may
 * have no actor, recipient or third party beside those that are listed. */
size_t expectation_misses(const corpus_expectation *expectation, const drg_document *document, const drg_event *event,
                          bool alone, line_buffer *why);

/* Is there such an actor, mention, date, place or statement in the document? (presence.c) */
bool expectation_is_there(const corpus_expectation *expectation, const drg_document *document);

/* ---- shared by both files */

drg_text expectation_wording(const drg_document *document, drg_span span);
/* Does the mention answer to the name? To its canonical name, its wording, its country, its country and sector. */
bool expectation_answers(const drg_document *document, uint32_t mention, drg_text name);
/* The same, and besides: a state answers to its government and its army, a sector alone to anybody of it, and a wording
 * to a longer or shorter one of the same words ("two soldiers", "soldiers"). */
bool expectation_answers_widely(const drg_document *document, uint32_t mention, drg_text name);
/* Do the words of `part` stand in `whole`, in any case? */
bool expectation_has_words(drg_text whole, drg_text part);
/* "2024-05-13", "2024-05-06..2024-05-12", "..2024-05-12"; `date` DRG_NONE answers to "" alone. */
bool expectation_is_date(const drg_document *document, uint32_t date, const char *value);
/* Are all of the names, with ';' between them, among the texts? */
bool expectation_has_texts(const drg_texts *texts, const char *value);
/* "yes", nothing, or the bare field: true; "no": false. */
bool expectation_is_true(const char *value);

/* The value of the line's field; NULL when it has none (a bare field has an empty one). */
const char *expectation_field(const corpus_expectation *expectation, const char *name);
/* The next name of a list separated by semicolons; false at its end. `at` starts at 0. */
bool expectation_next_name(drg_text list, size_t *at, drg_text *ret_name);
/* Does one field of the line hold of the event? True when the line does not have it. */
bool expectation_field_holds(const corpus_expectation *expectation, const drg_document *document,
                             const drg_event *event, const char *name);
/* Is the event said to have happened, to be going on or to lie ahead; neither negated nor denied nor only supposed? */
bool expectation_is_asserted(drg_event_status status, bool negated);

/* Adds the line that an event is expected by: "event CONSULT mode= actors=...". Without a line end. */
void expectation_write(const drg_document *document, const drg_event *event, line_buffer *line);

#endif
