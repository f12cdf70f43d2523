/* SPDX-License-Identifier: Apache-2.0
 * How a line of a corpus file about talks (docs/corpus-format.md) agrees with what a document's record holds. */
#ifndef TALKS_MATCH_H
#define TALKS_MATCH_H

#include "expectation.h"

/* How near is entry `index` of the line's kind to the words that the line names with at=: 0 not in their sentence or of
 * another party or speaker, else the more the nearer and the more alike. Without at= all are equally near. */
unsigned talks_nearness(const corpus_expectation *line, const drg_document *document, size_t index);

/* How many entries of the line's kind there are. */
size_t talks_count(expectation_kind kind, const drg_document *document);

/* Does the field of the line hold of the entry? */
bool talks_field_holds(const corpus_expectation *line, const drg_document *document, size_t index,
                       const expected_field *field);

/* Do the words of the line's at= stand in the document's text, and where first? */
bool talks_place_of(const drg_document *document, const corpus_expectation *line, drg_span *ret_span);

/* How many of the line's participants="A:attending;B" take part, and with the attendance, if the line names one. */
typedef struct talks_people_count {
    size_t gold, found, right, attendance_gold, attendance_right;
} talks_people_count;
talks_people_count talks_count_people(const corpus_expectation *line, const drg_document *document, size_t index);

/* How many of the line's terms="a|b" share at least half of their words with one of the proposal's. */
void talks_count_terms(const corpus_expectation *line, const drg_document *document, size_t index, size_t *ret_gold,
                       size_t *ret_right);

#endif
