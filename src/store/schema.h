/* SPDX-License-Identifier: Apache-2.0
 * The shape of the record file: made anew, brought up to date, or refused. The texts are schema.sql and migrations/,
 * put into the program by embed.cmake. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/database.h"

#define STORE_APPLICATION 0x44524147 /* PRAGMA application_id: "DRAG" */

extern const int STORE_SCHEMA_VERSION;       /* of this program: PRAGMA user_version */
extern const char *const STORE_SCHEMA;       /* all of it */
extern const char *const STORE_MIGRATIONS[]; /* [i] brings version i + 1 to i + 2 */

/* Refuses what is no record, or one of a later version. Where `may_write`, an empty database gets the schema and an
 * older record the migrations that it lacks, each in a transaction of its own; else an empty or older one is refused.
 */
drg_status store_schema_check(store_database *database, bool may_write, drg_error *error);

/* The same with another schema and other migrations, `version` - 1 in number. */
drg_status store_schema_bring(store_database *database, const char *schema, const char *const *migrations, int version,
                              bool may_write, drg_error *error);

#endif
