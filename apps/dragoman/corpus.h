/* SPDX-License-Identifier: Apache-2.0
 * Corpus files: texts with what must come out of them (docs/corpus-format.md). */
#ifndef CORPUS_H
#define CORPUS_H

#include "expectation.h"

typedef struct corpus_line {
    corpus_expectation expectation;
    drg_text raw; /* as it stands in the file */
    size_t line;
} corpus_line;

typedef struct corpus_case {
    drg_text title, text, date, id;
    drg_text kind, reg; /* of the open corpus: what a text without events is about; how it is written */
    size_t line;        /* of the title */
    bool todo, skip, exact;
    corpus_line *lines;
    size_t line_count;
    size_t expected_begin, expected_end; /* bytes of the file that hold the expected part */
} corpus_case;

typedef struct corpus_file {
    char *path;
    char *bytes; /* of the whole file; the cases point into it */
    size_t size;
    corpus_case *cases;
    size_t case_count;
} corpus_file;

/* Reads a file from its bytes, which are copied. False and "PATH line N: what is wrong" in `problem`. */
bool corpus_read(const char *path, drg_text bytes, corpus_file *ret_file, line_buffer *problem);
void corpus_free(corpus_file *file);

/* Is the case of the fifth of the open corpus that is only counted: never trained on, its errors never shown? By the
 * FNV-1a hash of its text, so that a case stays on its side wherever it is moved. */
bool corpus_is_held(const corpus_case *one);

/* The same of the reports of negotiations, of which it is a third. */
bool corpus_is_held_report(const corpus_case *one);

#endif
