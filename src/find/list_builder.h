/* SPDX-License-Identifier: Apache-2.0
 * The lists while they are compiled: what list_builder.c lends to the files that know the columns (actor_builder.c,
 * people_builder.c, place_builder.c, time_builder.c). All memory is the arena of the build. */
#ifndef FIND_LIST_BUILDER_H
#define FIND_LIST_BUILDER_H

#include "find/key.h"
#include "find/lists.h"

typedef BASE_VECTOR(uint32_t) find_cells;

/* Days since 1970-01-01, both included; FIND_DAY_FIRST and FIND_DAY_LAST where it is open. */
typedef struct find_period {
    int32_t from, to;
} find_period;

#define FIND_ALWAYS ((find_period){FIND_DAY_FIRST, FIND_DAY_LAST})

typedef struct find_gathered {
    drg_text text, key;
    find_use use;
    uint32_t row, after; /* after: next gathered form of the same key, 1 + index */
    find_period period;
    bool strict; /* not meant when the period is over */
} find_gathered;

/* An office held by a person from a day to a day. */
typedef struct find_post {
    uint32_t after; /* the person's next post, 1 + index */
    uint32_t office;
    drg_text title, country, organization, sectors, from, to;
    find_period days; /* on which the office was certainly held */
} find_post;

/* A state or body that belongs to another from a day to a day. */
typedef struct find_membership {
    uint32_t group, member, after; /* rows of the actors; after: the group's next one, 1 + index */
    find_period days;
} find_membership;

/* A map from keys to chains of gathered forms. */
typedef struct find_chains {
    base_map first; /* key -> 1 + index of the first gathered form, in the order of their uses */
    BASE_VECTOR(drg_text) keys;
} find_chains;

typedef struct find_build {
    base_arena *arena;
    const char *folder;
    drg_error *error;
    BASE_VECTOR(char) pool;
    base_map pooled; /* text -> offset */
    find_cells actors, roles, members, offices, places, forms;
    BASE_VECTOR(find_gathered) gathered;
    find_chains wordings, surnames;
    base_map ids, rows; /* id of an actor -> line that gave it, row */
    base_map office_words;
    base_map members_of; /* id of a body -> 1 + index of its first member */
    BASE_VECTOR(find_membership) memberships;
    base_map last_role; /* "FRA//president" -> its last row of roles */
    base_map first_role;
    BASE_VECTOR(drg_text) role_keys;
    base_map posts_of; /* person -> 1 + index of the first post */
    BASE_VECTOR(find_post) posts;
    BASE_VECTOR(drg_text) holders; /* the persons with posts, in the order of the lists */
    base_map names, times, governors, codes;
    BASE_VECTOR(drg_text) name_keys, time_keys, governor_keys, code_keys;
    base_map nouns; /* plain nouns for people */
    BASE_VECTOR(drg_text) noun_keys;
} find_build;

typedef drg_status find_add_line(find_build *build, const base_tsv *list);

/* ---- cells of a sheet */
void find_put(find_build *build, find_cells *cells, uint32_t number);
void find_put_text(find_build *build, find_cells *cells, drg_text text);

/* ---- wordings. `row` is that of the sheet that the use means. */
void find_add_form(find_build *build, drg_text text, find_use use, uint32_t row);
/* Each part of the field. */
void find_add_forms(find_build *build, const base_tsv *list, size_t column, find_use use, uint32_t row);
/* The same with the days on which the wording means the row; a part may narrow them: "Zaire@1971..1997", which
 * loses to other bearers of the name when it is over; "Bonn@1949..1999!" is then meant no more. A name that ends in "?"
 * is common to several countries. */
drg_status find_add_names(find_build *build, const base_tsv *list, size_t column, find_use use, uint32_t row,
                          find_period period);
/* A surname that is looked up only behind an office: no wording of its own. */
void find_add_surname(find_build *build, drg_text text, uint32_t row);

/* ---- checks of one field; the error names the line and the value */
drg_status find_check_some(const base_tsv *list, size_t column);
drg_status find_check_country(const base_tsv *list, size_t column, bool optional);
drg_status find_check_sectors(const base_tsv *list, size_t column);
/* As find_check_country, and the country must be in actors/countries.tsv, which has been read before. */
drg_status find_check_state(const find_build *build, const base_tsv *list, size_t column);
/* The days that a date YYYY, YYYY-MM or YYYY-MM-DD may mean; an empty field may mean all. */
drg_status find_check_date(const base_tsv *list, size_t column, find_period *ret_days);
/* The index of the field among `words`, NULL at their end. */
drg_status find_check_word(const base_tsv *list, size_t column, const char *const *words, const char *expected,
                           uint32_t *ret_index);
/* A decimal number within [-limit, limit]; an empty field is 0. */
drg_status find_check_number(const base_tsv *list, size_t column, double limit, double *ret_number);

typedef struct find_actor_row {
    drg_text id, name, country, sectors;
    drg_actor_type type;
    find_gender gender;
    bool bare, plural;
    uint32_t roles, role_count;
} find_actor_row;

/* ---- actors: the new row; an id that no list has yet */
uint32_t find_add_actor(find_build *build, find_actor_row row);
drg_status find_check_new_id(find_build *build, const base_tsv *list, size_t column, drg_text id);

/* ---- files. `columns` are their names, NULL at the end. */
drg_status find_read_list(find_build *build, const char *file, const char *const *columns, find_add_line *add);
/* Every *.tsv of the folder, in byte order of their names. */
drg_status find_read_folder(find_build *build, const char *folder, const char *const *columns, find_add_line *add);
/* The same for a folder that need not be there. */
drg_status find_read_more(find_build *build, const char *folder, const char *const *columns, find_add_line *add);

/* The lists of our own places, data/places/places.tsv and supplement.tsv: name, names, country, admin1, latitude,
 * longitude, geonames, kind. */
drg_status find_read_place_lists(find_build *build, find_add_line *add);

/* ---- the lists */
drg_status find_build_actors(find_build *build); /* data/actors */
drg_status find_build_people(find_build *build); /* offices, holders, people of data/actors */
drg_status find_build_places(find_build *build); /* data/places */
drg_status find_build_times(find_build *build);  /* data/time */

#endif
