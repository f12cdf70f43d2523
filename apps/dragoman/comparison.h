/* SPDX-License-Identifier: Apache-2.0
 * Two codings of one text, line by line of the record. */
#ifndef COMPARISON_H
#define COMPARISON_H

#include "buffer.h"

typedef enum change_kind { CHANGE_GONE, CHANGE_CAME, CHANGE_CHANGED, CHANGE_COUNT } change_kind;

/* A line of the record that differs. Texts point into the two records. */
typedef struct record_change {
    change_kind change;
    drg_text kind;          /* "event", as on the line */
    drg_text before, after; /* the JSON objects, without a line end; empty for what came or went */
} record_change;

typedef struct record_changes {
    record_change *items; /* of the caller, changes_free */
    size_t count;
    size_t capacity;
} record_changes;

/* Compares two records of one document, as drg_document_write gives them. A line is the same one in both when kind and
 * id are; an event or statement whose id is gone and that has the same place in the text (sentence and trigger, or
 * sentence and words) in the other record is one that changed. Order: gone and changed as in `before`, then what came.
 */
void changes_find(drg_text before, drg_text after, record_changes *changes);
void changes_free(record_changes *changes);

/* The value of a field of a JSON object as it stands there, empty when it lacks. Of records only: it takes the JSON for
 * sound. */
drg_text json_field(drg_text object, const char *name);

/* The fields of one object in turn: name without quotation marks and value. `at` starts at 0. False at the end. */
bool json_next(drg_text object, size_t *at, drg_text *ret_name, drg_text *ret_value);

#endif
