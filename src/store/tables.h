/* SPDX-License-Identifier: Apache-2.0
 * The tables that hold a document's rows, parents before children, with their columns in the order of save.c and
 * load.c. All statements are made from this list, so that a column is named in it and in schema.sql only. */
#ifndef STORE_TABLES_H
#define STORE_TABLES_H

typedef enum store_table {
    STORE_SENTENCES,
    STORE_NOTES,
    STORE_ACTORS,
    STORE_ACTOR_ROLES,
    STORE_ACTOR_ALIASES,
    STORE_MENTIONS,
    STORE_DATES,
    STORE_PLACES,
    STORE_EVENTS,
    STORE_EVENT_MENTIONS,
    STORE_EVENT_ATTRIBUTIONS,
    STORE_EVENT_CONTEXTS,
    STORE_EVENT_TELLINGS,
    STORE_STATEMENTS,
    STORE_MEETINGS,
    STORE_MEETING_STEPS,
    STORE_MEETING_PEOPLE,
    STORE_MEETING_EVENTS,
    STORE_PROPOSALS,
    STORE_PROPOSAL_PEOPLE,
    STORE_PROPOSAL_TERMS,
    STORE_PROPOSAL_TELLINGS,
    STORE_POSITIONS,
    STORE_STATEMENT_MATTERS,
    STORE_TABLE_COUNT
} store_table;

typedef struct store_shape {
    const char *name;
    const char *columns; /* behind `document`, which is the first of each */
    const char *order;   /* of reading */
} store_shape;

extern const store_shape STORE_TABLES[STORE_TABLE_COUNT];

#endif
