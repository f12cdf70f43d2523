/* SPDX-License-Identifier: Apache-2.0
 * A verb dictionary as frames and classes of a data folder, and what has no place there. */
#ifndef IMPORT_VERBS_H
#define IMPORT_VERBS_H

#include "buffer.h"
#include "petrarch_verbs.h"

typedef struct import_verbs {
    const petrarch_verb_book *book;
    drg_text slug;         /* of the dictionary: "cameo-2-0"; the file of frames is SLUG.yaml */
    const char *other_act; /* type, or type and mode, of codes that PLOVER has none for; NULL: they are left out */
    line_buffer frames, left_out;
    size_t frame_count, left_count, last_left;
    void (*coded)(void *context, drg_text frame, drg_text code); /* each frame with its code; may be NULL */
    void *context;
} import_verbs;

/* Fills `frames` (YAML, docs/frames.md) and `left_out` (lines of line, phrase, codes, why). */
void import_verbs_make(import_verbs *import);

/* The class of a set: its name, for data/classes/NAME.txt, and its lines. */
void import_verbs_add_class_name(const import_verbs *import, drg_text set, line_buffer *out);
void import_verbs_add_class(const import_verbs *import, const petrarch_set *set, line_buffer *out);

void import_verbs_free(import_verbs *import);

#endif
