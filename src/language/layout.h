/* SPDX-License-Identifier: Apache-2.0
 * Lines and paragraphs: which line break ends what stood before it. */
#ifndef LANGUAGE_LAYOUT_H
#define LANGUAGE_LAYOUT_H

#include "base/base.h"

typedef enum layout_break {
    LAYOUT_NONE, /* white space inside a paragraph */
    LAYOUT_LINE, /* a line break that starts something new */
    LAYOUT_BLANK /* an empty line */
} layout_break;

typedef struct layout_lines {
    drg_text text;
    bool wrapped;        /* lines are broken at a column, whatever they say */
    size_t width;        /* that column, in characters */
    size_t front_matter; /* where "---" front matter at the start of the text ends, 0 when there is none */
    size_t line;         /* start of the line that is being read */
} layout_lines;

/* Looks along the whole text once. */
layout_lines layout_read(drg_text text);

/* What the white space [begin, end) between two tokens is. To be asked in the order of the text. */
layout_break layout_judge(layout_lines *layout, size_t begin, size_t end);

#endif
