/* SPDX-License-Identifier: Apache-2.0
 * What the files of `dragoman lexicon` share. */
#ifndef LEXICON_H
#define LEXICON_H

#include <stddef.h>

/* Where `lexicon add` finds the text that it adds to, and what that is compiled with. */
typedef struct lexicon_folders {
    const char *data, *models;
} lexicon_folders;

/* Adds a frame of `type` called `name` with the keys `fields` ("verbs=[huddle]", "fires=A sentence.") to the file of
 * its type, compiles the folder, and runs the frame's examples. When any of this fails, the file is as it was. Returns
 * the exit code. */
int lexicon_add(const lexicon_folders *folders, const char *type, const char *name, const char **fields,
                size_t field_count);

#endif
