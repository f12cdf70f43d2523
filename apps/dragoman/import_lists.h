/* SPDX-License-Identifier: Apache-2.0
 * Entries of a PETRARCH dictionary as lines of data/actors, and what has no place there. */
#ifndef IMPORT_LISTS_H
#define IMPORT_LISTS_H

#include "import_known.h"
#include "petrarch.h"

typedef enum import_list {
    IMPORT_ORGANIZATIONS,
    IMPORT_GROUPS,
    IMPORT_HOLDERS,
    IMPORT_PEOPLE,
    IMPORT_OFFICES,
    IMPORT_DISCARDS,
    IMPORT_LEFT_OUT, /* what is in no list, and why: for people */
    IMPORT_LIST_COUNT
} import_list;

typedef struct import_lists {
    import_known *known;
    const char *file, *source; /* the dictionary's path; its name, for the last column */
    const char *until;         /* the last day of offices that the dictionary leaves open; "": they stay open */
    line_buffer lines[IMPORT_LIST_COUNT];
    size_t counts[IMPORT_LIST_COUNT];
} import_lists;

/* The folder of a list below that of the lists, and the line that names its columns. */
extern const char *const IMPORT_FOLDERS[IMPORT_LIST_COUNT];
extern const char *const IMPORT_COLUMNS[IMPORT_LIST_COUNT];

/* Adds lines for what the book has. Names that the known lists have, or that an earlier book brought, are left out. */
void import_add(import_lists *lists, const petrarch_book *book);

/* Parts of lines: a name as news write it (false: a phrase that is none), words in small letters, and whether an
 * agent's word is for a "person", "group" or "body". */
bool import_add_name(line_buffer *out, drg_text phrase);
void import_add_small(line_buffer *out, drg_text phrase);
const char *import_kind_of(const petrarch_agent *agent);

void import_free(import_lists *lists);

#endif
