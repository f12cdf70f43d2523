/* SPDX-License-Identifier: Apache-2.0
 * A line of a corpus file that says what must, or must not, come out of a text (docs/corpus-format.md). */
#ifndef EXPECTATION_H
#define EXPECTATION_H

#include "buffer.h"

typedef struct expected_field {
    drg_text name;
    char *value; /* NULL: bare, as "negated" */
} expected_field;

typedef struct corpus_expectation {
    bool negative; /* "not ..." */
    bool is_actor; /* else an event */
    drg_type type; /* of an event */
    bool any_type; /* fields alone, as the frames' examples have them */
    char *name;    /* of an actor */
    expected_field *fields;
    size_t field_count;
} corpus_expectation;

/* Reads "event CONSULT actors="FRA GOV"", "not event ...", "actor "NAME" ...". False and what is wrong in `problem`. */
bool expectation_read(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem);

/* Reads fields alone, for an event of any type. */
bool expectation_read_fields(drg_text line, corpus_expectation *ret_expectation, line_buffer *problem);
void expectation_free(corpus_expectation *expectation);

/* How many of its conditions the event does not meet; those are added to `why` (may be NULL). `alone`: an event may
 * have no actor, recipient or third party beside those that are listed. */
size_t expectation_misses(const corpus_expectation *expectation, const drg_document *document, const drg_event *event,
                          bool alone, line_buffer *why);

/* Is there such an actor in the document? */
bool expectation_finds_actor(const corpus_expectation *expectation, const drg_document *document);

/* Adds the line that an event is expected by: "event CONSULT mode= actors=...". Without a line end. */
void expectation_write(const drg_document *document, const drg_event *event, line_buffer *line);

#endif
