/* SPDX-License-Identifier: Apache-2.0
 * Keys: the form in which names and words are compared, whatever their case, accents, hyphens and apostrophes. */
#ifndef FIND_KEY_H
#define FIND_KEY_H

#include "base/base.h"

#define FIND_KEY_BYTES 128 /* longer names are never looked up */

/* A key being put together piece by piece. `broken`: it did not fit. */
typedef struct find_key {
    char bytes[FIND_KEY_BYTES];
    size_t size;
    bool broken;
} find_key;

/* Appends the text: lower case, Latin letters without their marks, runs of white space and hyphens as one blank (none
 * at the start), any apostrophe as '. Other characters stay. */
void find_key_add(find_key *key, drg_text text);

static inline drg_text find_key_text(const find_key *key)
{
    size_t size = key->size;
    while (size && key->bytes[size - 1] == ' ') size--;
    return (drg_text){key->bytes, size};
}

/* The same in the arena, of any length. */
drg_text find_key_of(base_arena *arena, drg_text text);

/* The first word of a key, up to a blank or an apostrophe (where tokens are cut). */
drg_text find_key_lead(drg_text key);

/* A slug, "marco-rubio": the key with '-' between its letters and digits. Empty when there are none. */
drg_text find_slug(base_arena *arena, drg_text text);

#endif
