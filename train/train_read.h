/* SPDX-License-Identifier: Apache-2.0
 * Treebanks for trainers: each "# newdoc" of a CoNLL-U file a document of its own. */
#ifndef TRAIN_TRAIN_READ_H
#define TRAIN_TRAIN_READ_H

#include "language/language.h"

typedef struct train_document {
    drg_text name;   /* of "# newdoc id = ..." */
    drg_text conllu; /* as it stands in the file */
    drg_document *document;
} train_document;

typedef BASE_VECTOR(train_document) train_documents;

/* Appends the documents of folder/name. They live as long as the arena. */
drg_status train_read(base_arena *arena, const char *folder, const char *name, train_documents *documents,
                      drg_error *error);

#endif
