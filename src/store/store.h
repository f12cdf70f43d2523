/* SPDX-License-Identifier: Apache-2.0
 * The store room: the record file, an SQLite database (schema.sql).
 *
 * Takes documents and keeps them; gives them back as they were, without their words and trees. What callers use stands
 * in dragoman.h (drg_record_...). This is the room's one door.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/base.h"
#include "record/record.h"
#include "store/database.h"

/* A file that the engine's data file was built from. */
typedef struct store_input {
    drg_text name;   /* "data/frames/agree.yaml"; what begins with "models/" is a model */
    drg_text sha256; /* hexadecimal */
} store_input;

struct drg_record {
    store_database database;
    bool may_write;
    bool has_engine;     /* `inputs` and the two hashes are there */
    int64_t engine;      /* key of its row; 0: not written yet, or not known to be committed */
    store_input *inputs; /* in `memory` */
    size_t input_count;
    char data[17], models[17]; /* hashes over the inputs */
    base_arena memory;         /* of the engine */
    base_arena scratch;        /* of one call, or of the item given out last */
    bool in_batch;
    bool noted; /* in this batch: that the tables across documents are behind */
    size_t batch_documents, batch_bytes;
    double committed; /* when, in seconds of the monotonic clock */
};

/* Says what coded the documents that are put from now on. Copies the inputs. */
drg_status store_use_engine(drg_record *record, const store_input *inputs, size_t input_count, drg_error *error);

/* Writes the rows of a document whose row of `documents` has that key, and deletes them. In a transaction. */
drg_status store_save_rows(store_database *database, int64_t key, const drg_document *document, drg_error *error);
drg_status store_delete_rows(store_database *database, int64_t key, drg_error *error);

/* The columns of STORE_DOCUMENT_BY_ID and STORE_DOCUMENT_AFTER. */
enum {
    STORE_KEY,
    STORE_ID,
    STORE_ENGINE,
    STORE_START,
    STORE_URL,
    STORE_PUBLISHER,
    STORE_TITLE,
    STORE_AUTHOR,
    STORE_PUBLISHED,
    STORE_LANGUAGE,
    STORE_TEXT,
    STORE_CONLLU
};

/* The bytes of a column as they lie in the statement's row; no data for NULL. */
drg_text store_column(sqlite3_stmt *statement, int column);

/* Fills a document whose arena has an escape from the row that `statement` stands at, and from the tables. */
drg_status store_load_document(store_database *database, sqlite3_stmt *statement, drg_document *document,
                               drg_error *error);

#include "store/gather.h"

#endif
