/* SPDX-License-Identifier: Apache-2.0
 * A piece of text with spans marked below it. */
#ifndef MARKS_H
#define MARKS_H

#include "buffer.h"

typedef struct text_mark {
    drg_span span;
    char letter;       /* what is put below */
    const char *color; /* an ANSI code such as "32", for the letters and the words */
} text_mark;

/* Adds the wording at `span`, in lines of at most `width` columns that start with `indent`, each with a line of letters
 * below it where something is marked. Of marks that overlap the first counts. */
void marks_draw(drg_text text, drg_span span, const text_mark *marks, size_t mark_count, const char *indent,
                size_t width, bool color, line_buffer *lines);

#endif
