/* SPDX-License-Identifier: Apache-2.0
 * The rows of a record that are joined across documents, and the tables that keep what comes of it. */
#ifndef STORE_GATHER_H
#define STORE_GATHER_H

#include "record/record.h"

/* Are the tables across documents behind the documents? */
drg_status store_gather_is_due(drg_record *record, bool *ret_due, drg_error *error);

/* Loads all rows into an empty gathering, which has its arena and the given definitions. */
drg_status store_gather_load(drg_record *record, record_gathering *gathering, drg_error *error);

/* Puts the results in place of those that are there, and notes that they are up to date. In one transaction with what
 * the caller has begun. */
drg_status store_gather_save(drg_record *record, const record_gathering *gathering, drg_error *error);

#endif
