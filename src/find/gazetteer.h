/* SPDX-License-Identifier: Apache-2.0
 * The gazetteer as it lies in the data file: rows of places, and a table from names to the rows that bear them.
 *
 * Nothing is walked through when the engine opens; every access is checked against its section, so that a made-up file
 * cannot lead outside. Coordinates are millionths of a degree. */
#ifndef FIND_GAZETTEER_H
#define FIND_GAZETTEER_H

#include "find/find.h"

/* What a word is to the name of a place beside it: "province"; "Police" in "Springfield Police"; a name that is mostly
 * something else, "Reading". */
typedef enum find_place_word {
    FIND_WORD_GENERIC = 1,
    FIND_WORD_FOLLOWER = 2,
    FIND_WORD_COMMON = 4,
    FIND_WORD_DIRECTION = 8
} find_place_word;

/* What a row is. */
typedef enum find_land {
    FIND_LAND_COUNTRY,
    FIND_LAND_DIVISION, /* of the first level: state, province, oblast */
    FIND_LAND_COUNTY,   /* of the second level */
    FIND_LAND_TOWN,
    FIND_LAND_QUARTER, /* part of a town */
    FIND_LAND_REGION,  /* sea, river, range, continent, region without a government */
    FIND_LAND_SITE,    /* camp, base, palace, crossing */
    FIND_LAND_COUNT
} find_land;

#define FIND_LOCATED 1U /* latitude and longitude are known */
#define FIND_KNOWN 2U   /* of our own list: news speaks of it */
#define FIND_SEAT_1 4U  /* seat of a first-level division */
#define FIND_SEAT_2 8U  /* of a second-level one */
#define FIND_CAPITAL_OF 16U

/* A place. `row` is its number. Rows of the admin columns are DRG_NONE where they are not known. */
typedef struct find_spot {
    uint32_t row;
    drg_text name, country; /* country: alpha-3, empty unknown */
    uint32_t country_row, admin1, admin2;
    int32_t latitude, longitude;
    uint32_t geonames, population;
    find_land land;
    uint32_t marks; /* FIND_LOCATED ... */
} find_spot;

/* How a name is borne: by another name than the row's own; only behind the comma after a place ("Ill."); by a name of
 * our own lists. */
#define FIND_BORNE_OTHER 1U
#define FIND_BORNE_BEHIND 2U
#define FIND_BORNE_LISTED 4U

typedef struct find_bearers {
    const char *cells; /* of `count` pairs in the section */
    uint32_t count;
} find_bearers;

enum find_spot_column {
    FIND_SPOT_NAME,
    FIND_SPOT_NAME_SIZE,
    FIND_SPOT_COUNTRY, /* 1 + row */
    FIND_SPOT_ADMIN1,
    FIND_SPOT_ADMIN2,
    FIND_SPOT_LATITUDE,
    FIND_SPOT_LONGITUDE,
    FIND_SPOT_GEONAMES,
    FIND_SPOT_POPULATION,
    FIND_SPOT_LAND, /* find_land, marks << 8 */
    FIND_SPOT_COLUMNS
};

#define FIND_PROBES 64 /* most slots of the name table that one search looks at */

typedef struct find_gazetteer {
    drg_text pool, slots, entries;
    const unsigned char *cells;
    uint32_t rows, slot_count;
    model_table countries; /* alpha-3 -> row */
    model_table words;     /* of data/places/words.tsv, small letters -> set of find_place_word */
    model_table cues;      /* of data/places/cues.tsv, small letters -> row of the country that the word is of */
} find_gazetteer;

drg_status find_gazetteer_open(const model_file *file, find_gazetteer *ret_gazetteer, drg_error *error);

/* The bearers of a name, most populous first; none when count is 0. `key` is that of find_key. */
find_bearers find_gazetteer_get(const find_gazetteer *gazetteer, drg_text key);
/* The row of bearer `index`, and how it bears the name. */
uint32_t find_bearer_row(find_bearers bearers, uint32_t index, uint32_t *ret_how);

/* The row's place; false when there is no such row. */
bool find_spot_read(const find_gazetteer *gazetteer, uint32_t row, find_spot *ret_spot);
/* The row of the country with that code, DRG_NONE. */
uint32_t find_country_row(const find_gazetteer *gazetteer, drg_text code);

/* Compiles the lists under `data_folder`/places and, where `gazetteer` is not NULL, that file of GeoNames columns. */
drg_status find_gazetteer_compile(base_arena *arena, const char *data_folder, const char *gazetteer,
                                  model_builder *builder, drg_error *error);

#endif
