/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an open database. Out: one that has the tables of this program's version, or the reason why not.
 * PRAGMA application_id tells a record from other SQLite files, PRAGMA user_version its shape; SQLite writes both with
 * the transaction that they stand in, so that a kill leaves the old shape or the new one.
 */
#include "store/schema.h"

#include <stdio.h>

/* An SQLite file without anything in it: just made, by us or by another. */
static bool is_empty(int64_t application, int64_t version, int64_t objects)
{
    return application == 0 && version == 0 && objects == 0;
}

static drg_status look(store_database *database, int64_t *ret_version, bool *ret_empty, drg_error *error)
{
    int64_t application = 0, version = 0, objects = 0;
    drg_status status = store_number(database, "PRAGMA application_id", &application, error);
    if (status == DRG_OK) status = store_number(database, "PRAGMA user_version", &version, error);
    if (status == DRG_OK) status = store_number(database, "SELECT count(*) FROM sqlite_schema", &objects, error);
    if (status != DRG_OK) return status;
    *ret_version = version;
    *ret_empty = is_empty(application, version, objects);
    if (*ret_empty) return DRG_OK;
    if (application != STORE_APPLICATION || version < 1)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: is an SQLite database, but not a record of dragoman",
                         database->path);
    return DRG_OK;
}

/* Runs what brings the record to `version`, and says so in it. */
static drg_status step(store_database *database, const char *sql, int version, drg_error *error)
{
    char numbers[96];
    snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d", STORE_APPLICATION,
             version);
    drg_status status = store_run(database, sql, error);
    return status == DRG_OK ? store_run(database, numbers, error) : status;
}

/* One version up, looking again under the lock: another program may have been faster. */
static drg_status raise(store_database *database, const char *schema, const char *const *migrations, int target,
                        drg_error *error)
{
    int64_t version = 0;
    bool empty = false;
    drg_status status = store_begin(database, error);
    if (status == DRG_OK) status = look(database, &version, &empty, error);
    if (status == DRG_OK && empty)
        status = step(database, schema, target, error);
    else if (status == DRG_OK && version < target)
        status = step(database, migrations[version - 1], (int)version + 1, error);
    if (status == DRG_OK) return store_commit(database, error);
    store_rollback(database);
    return status;
}

drg_status store_schema_bring(store_database *database, const char *schema, const char *const *migrations, int target,
                              bool may_write, drg_error *error)
{
    for (;;) {
        int64_t version = 0;
        bool empty = false;
        drg_status status = look(database, &version, &empty, error);
        if (status != DRG_OK) return status;
        if (version > target)
            return base_fail(error, DRG_ERROR_VERSION,
                             "%s: is a record of version %lld, and this dragoman knows versions up to %d",
                             database->path, (long long)version, target);
        if (!empty && version == target) return DRG_OK;
        if (!may_write)
            return empty ? base_fail(error, DRG_ERROR_FORMAT, "%s: is an empty database, not a record of dragoman",
                                     database->path)
                         : base_fail(error, DRG_ERROR_VERSION,
                                     "%s: is a record of version %lld; dragoman ingest brings it to %d", database->path,
                                     (long long)version, target);
        status = raise(database, schema, migrations, target, error);
        if (status != DRG_OK) return status;
    }
}

drg_status store_schema_check(store_database *database, bool may_write, drg_error *error)
{
    return store_schema_bring(database, STORE_SCHEMA, STORE_MIGRATIONS, STORE_SCHEMA_VERSION, may_write, error);
}
