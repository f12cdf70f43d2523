/* SPDX-License-Identifier: Apache-2.0
 * How a paragraph of a news report opens: datelines, speakers, bylines. */
#ifndef LANGUAGE_OPENING_H
#define LANGUAGE_OPENING_H

#include "language/ends.h"

/* The words and tokens of a document, as this part of segmentation sees them. */
typedef struct opening_text {
    const model_table *words;
    drg_text text;
    const ends_text *tokens;
} opening_text;

/* The token after the dateline that opens at `at` ("LONDON (AP) -"), `at` itself when there is none. */
size_t opening_dateline_end(const opening_text *text, size_t at);

/* The token after the speaker's label that opens at `at` ("MR. KIRBY:", "Q"), `at` itself when there is none. */
size_t opening_speaker_end(const opening_text *text, size_t at);

/* Is the sentence [first, end) about the report, "By Jane Doe", "(Reporting by ...)"? `alone`: it is the whole of its
 * paragraph. */
bool opening_is_byline(const opening_text *text, size_t first, size_t end, bool alone);

#endif
