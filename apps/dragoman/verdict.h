/* SPDX-License-Identifier: Apache-2.0
 * Compares what a text gave with what was expected of it. */
#ifndef VERDICT_H
#define VERDICT_H

#include "corpus.h"

typedef struct test_verdict {
    size_t complaints;
    bool *line_holds;    /* for each line of the case */
    bool *event_matched; /* for each event of the document: some line expects it */
} test_verdict;

/* Judges a case; adds a line for each complaint. */
test_verdict verdict_of_case(const corpus_case *one, const drg_document *document, line_buffer *complaints);

/* Judges an example sentence of a frame. The result's arrays are empty. */
test_verdict verdict_of_example(const drg_example *example, const drg_document *document, line_buffer *complaints);

void verdict_free(test_verdict *verdict);

/* The expected part of the case as it comes out: comments, blank lines, "not" lines and lines that hold stay where they
 * are, lines that do not hold go, events that no line expects are added. */
void verdict_accept(const corpus_file *file, const corpus_case *one, const test_verdict *verdict,
                    const drg_document *document, line_buffer *part);

#endif
