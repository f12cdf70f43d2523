/* SPDX-License-Identifier: Apache-2.0
 * What the lists of a data folder have already. */
#ifndef IMPORT_KNOWN_H
#define IMPORT_KNOWN_H

#include "buffer.h"
#include "text_map.h"

typedef struct import_known {
    text_map countries; /* their codes */
    text_map names;     /* folded names of states, bodies, people */
    text_map offices;   /* folded words of the offices */
    char **owned;
    size_t owned_count, owned_capacity;
} import_known;

/* Reads actors/ below the folder. False after a message: a list that cannot be read, or no countries. */
bool import_known_read(import_known *known, const char *folder);
void import_known_free(import_known *known);

/* Small letters without their marks and nothing else, one blank between words: how names are compared. Kept. */
drg_text import_fold(import_known *known, drg_text name);

/* Reads a file of at most `limit` bytes; false after a message. */
bool import_file_read(const char *path, size_t limit, line_buffer *ret_bytes);

#endif
