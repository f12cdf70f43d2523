/* SPDX-License-Identifier: Apache-2.0
 * The place stage: names that the text may mean as places (place_name.c), which place each means (place_choice.c), and
 * what the document keeps of it (place.c). Scores are whole numbers, so that they are the same on every machine. */
#ifndef FIND_PLACE_H
#define FIND_PLACE_H

#include "find/reading.h"

/* One place that a name may mean. */
typedef struct find_candidate {
    find_spot spot;
    uint32_t how; /* FIND_BORNE_... */
    int32_t prior, score, bonus;
} find_candidate;

/* All toponyms of one key: they mean the same place unless a comma says otherwise. */
typedef struct find_place_name {
    drg_text key;
    BASE_VECTOR(find_candidate) candidates;
    uint32_t best; /* of the candidates, DRG_NONE */
    uint32_t count;
    bool person;      /* somewhere "Mr." stands before it */
    int32_t evidence; /* the best of its toponyms */
    int32_t support;  /* of the best candidate by the rest of the document */
} find_place_name;

/* A wording that may name a place. */
typedef struct find_toponym {
    uint32_t sentence, first, last, head;
    const find_match *match; /* of the lists, NULL */
    uint32_t name;           /* among the names */
    uint32_t wider;          /* toponym behind the comma that it lies in, DRG_NONE */
    uint32_t row;            /* of the gazetteer, DRG_NONE: no place */
    int32_t evidence;        /* that a place is meant here */
    bool listed;             /* a state, capital or place of our lists */
    bool generic;            /* "province" follows */
    bool common;             /* a word that is mostly something else */
    bool behind;             /* stands behind the comma of another */
} find_toponym;

typedef struct find_places {
    find_reading *reading;
    BASE_VECTOR(find_toponym) toponyms;
    BASE_VECTOR(find_place_name) names;
    base_map name_of; /* key -> name */
} find_places;

/* Evidence is counted in tenths of a point. */
enum {
    FIND_EVIDENCE_ENOUGH = 15,
    FIND_EVIDENCE_CERTAIN = 40,
    FIND_EVIDENCE_PERSON = -60,
};

/* ---- place_name.c */
void find_places_gather(find_places *places);

/* ---- place_choice.c */
void find_places_choose(find_places *places);
/* 100 for each power of ten of inhabitants. */
int32_t find_population_level(uint32_t population);
/* Does the spot lie in the wider one: country, division or county? */
bool find_spot_within(const find_spot *spot, const find_spot *wider);
/* Is it a town in the division? A town of our own list whose division is not known counts where the country is the
 * same. */
bool find_is_seat(const find_spot *town, const find_spot *division);

/* A set of find_place_word. */
uint32_t find_place_word_of(const find_reading *reading, uint32_t token);

/* ---- place.c: does the text say that something is or goes there? */
bool find_is_placed(const find_reading *reading, const find_toponym *toponym);

#endif
