/* SPDX-License-Identifier: Apache-2.0
 * Dependency trees drawn in text. */
#ifndef DRAWING_H
#define DRAWING_H

#include "buffer.h"

/* Adds the tree of a sentence: a line a word, in the order of the text, with its tag and its relation; every line
 * starts with `indent`. */
void drawing_tree(const drg_document *document, size_t sentence, const char *indent, line_buffer *lines);

#endif
