/* SPDX-License-Identifier: Apache-2.0
 * Names that stand for nothing in the lists, counted over documents. */
#ifndef NAME_COUNT_H
#define NAME_COUNT_H

#include "buffer.h"
#include "text_map.h"

typedef enum name_type { NAME_PERSON, NAME_ORGANIZATION, NAME_PLACE, NAME_UNSURE, NAME_TYPE_COUNT } name_type;

extern const char *const NAME_TYPES[NAME_TYPE_COUNT];

enum { NAME_VOTES = 8 };

/* What texts say of a name, and how often: the first NAME_VOTES different things. */
typedef struct name_votes {
    line_buffer texts[NAME_VOTES];
    size_t counts[NAME_VOTES], count;
} name_votes;

typedef struct name_entry {
    drg_text name;
    size_t times, documents, last_document; /* the last one's number, from 1 */
    size_t types[NAME_TYPE_COUNT];          /* how often it was taken for what */
    size_t ambiguous;                       /* how often several bearers fitted */
    name_votes countries, titles, sectors;
    char from[11], to[11]; /* the first and last day on which a text gives an office; empty: no text does */
    line_buffer *contexts;
    size_t context_count;
} name_entry;

typedef struct name_counts {
    text_map index; /* name -> place in entries */
    name_entry *entries;
    size_t count, capacity;
    size_t documents;
    size_t contexts; /* most contexts kept of a name */
    text_map listed; /* wordings that some text uses for what a list has; their bytes are owned */
} name_counts;

/* Counts the names of one document. Documents must come in one order for the same result. */
void name_counts_add(name_counts *counts, const drg_document *document);

name_type name_type_of(const name_entry *entry); /* what it was taken for most often */
drg_text name_votes_best(
    const name_votes *votes); /* said most often, the earliest of equals; empty: nothing was said */

/* The entries, the most frequent first, then those of more documents, then in byte order. Words that became nothing
 * here, and something listed elsewhere, are no unknown names. The caller frees the array. */
const name_entry **name_counts_ranked(const name_counts *counts, size_t *ret_count);
void name_counts_free(name_counts *counts);

#endif
