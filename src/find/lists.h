/* SPDX-License-Identifier: Apache-2.0
 * The lists of this room as they lie in the data file: sheets of numbers and texts, and tables from keys to rows.
 *
 * A sheet is a rectangle of 32-bit little-endian cells; a text is two cells, offset and size in the pool. Every access
 * is checked against the sheet and the pool, so that a made-up file cannot lead outside: a cell that is not there reads
 * 0, a text that is not there is empty. */
#ifndef FIND_LISTS_H
#define FIND_LISTS_H

#include "find/entity_model.h"
#include "find/find.h"
#include "find/gazetteer.h"
#include "find/pronoun_model.h"

typedef struct find_sheet {
    const unsigned char *cells;
    uint32_t rows, columns;
} find_sheet;

/* What a form is of its entry. The order is that of preference among forms of the same wording. */
typedef enum find_use {
    FIND_NAME,        /* a state, organisation, group, outlet by its name */
    FIND_PERSON,      /* a person by a full name */
    FIND_ADJECTIVE,   /* "Ukrainian" */
    FIND_PEOPLE,      /* "Ukrainians" */
    FIND_CAPITAL,     /* "Kyiv" */
    FIND_SEAT,        /* "the Kremlin" */
    FIND_SURNAME,     /* "Putin", where the surname alone means this person */
    FIND_COMMON_NAME, /* of an organisation, like that of others abroad: counts where the text names its country
                         elsewhere */
    FIND_PLACE,       /* a row of the places */
    FIND_OFFICE,      /* a row of the offices, singular */
    FIND_OFFICES,     /* the same, plural */
    FIND_DISCARD,     /* a wording that is nobody, whatever else bears it */
    FIND_USE_COUNT
} find_use;

/* Columns. A text takes two. */
enum find_actor_column {
    FIND_ACTOR_ID,
    FIND_ACTOR_NAME = 2,
    FIND_ACTOR_COUNTRY = 4,
    FIND_ACTOR_SECTORS = 6,
    FIND_ACTOR_TYPE = 8,
    FIND_ACTOR_GENDER,
    FIND_ACTOR_BARE,
    FIND_ACTOR_ROLES,
    FIND_ACTOR_ROLE_COUNT,
    FIND_ACTOR_PLURAL,  /* a grouping that is nothing but its members */
    FIND_ACTOR_MEMBERS, /* first row of the members */
    FIND_ACTOR_MEMBER_COUNT,
    FIND_ACTOR_COLUMNS
};
enum find_form_column {
    FIND_FORM_TEXT,
    FIND_FORM_USE = 2,
    FIND_FORM_ROW,
    FIND_FORM_NEXT,
    FIND_FORM_FROM, /* days since 1970-01-01 on which the wording means the row, FIND_DAY_FIRST .. FIND_DAY_LAST */
    FIND_FORM_TO,
    FIND_FORM_STRICT, /* not meant when its days are over */
    FIND_FORM_COLUMNS
};
/* FROM and TO are as listed and may be partial; FIRST and LAST are the days on which the office was certainly held. */
enum find_role_column {
    FIND_ROLE_TITLE,
    FIND_ROLE_OFFICE = 2,
    FIND_ROLE_SECTORS = 4,
    FIND_ROLE_FROM = 6,
    FIND_ROLE_TO = 8,
    FIND_ROLE_COUNTRY = 10,
    FIND_ROLE_ORGANIZATION = 12,
    FIND_ROLE_FIRST = 14,
    FIND_ROLE_LAST,
    FIND_ROLE_PERSON, /* row of the actors */
    FIND_ROLE_NEXT,   /* another holder of that office, DRG_NONE */
    FIND_ROLE_COLUMNS
};
enum find_member_column { FIND_MEMBER_ROW, FIND_MEMBER_FROM, FIND_MEMBER_TO, FIND_MEMBER_COLUMNS };
enum find_office_column {
    FIND_OFFICE_NAME,
    FIND_OFFICE_SECTORS = 2,
    FIND_OFFICE_COUNTRY = 4,
    FIND_OFFICE_KIND = 6,
    FIND_OFFICE_USE_OF,
    FIND_OFFICE_WORD,
    FIND_OFFICE_COLUMNS = 10
};
/* What the gazetteer does not tell better, see gazetteer.h. */
enum find_place_column { FIND_PLACE_COUNTRY, FIND_PLACE_KIND = 2, FIND_PLACE_COLUMNS };

typedef enum find_gender { FIND_GENDER_UNKNOWN, FIND_MALE, FIND_FEMALE } find_gender;
typedef enum find_office_kind { FIND_OFFICE_PERSON, FIND_OFFICE_GROUP, FIND_OFFICE_BODY } find_office_kind;
/* A general office takes its sector from what it is the office of; a state body is the government itself; an attribute
 * stands before other words only ("intelligence chief"); a partner is of another country than its owner ("its allies");
 * a rank is worn beside an office ("the president, General ..."); a title
 * is an office only with a capital ("Speaker").
 */
typedef enum find_office_use {
    FIND_OFFICE_PLAIN,
    FIND_OFFICE_GENERAL,
    FIND_OFFICE_STATE,
    FIND_OFFICE_ATTRIBUTE,
    FIND_OFFICE_PARTNER,
    FIND_OFFICE_RANK,
    FIND_OFFICE_TITLE
} find_office_use;
typedef enum find_place_kind { FIND_PLACE_CITY, FIND_PLACE_REGION, FIND_PLACE_SITE } find_place_kind;

/* Parts of names, and what they tell. */
typedef enum find_name_part {
    FIND_GIVEN_MALE,
    FIND_GIVEN_FEMALE,
    FIND_GIVEN_ANY,
    FIND_PARTICLE,
    FIND_HONORIFIC,
    FIND_HONORIFIC_MALE,
    FIND_HONORIFIC_FEMALE,
    FIND_INSTITUTION, /* ends the name of an organisation: "Bank" */
    FIND_SITE_WORD,   /* of a place: "Street" */
    FIND_THING,       /* of something that is neither: "Treaty", "War" */
    FIND_NAME_PART_COUNT
} find_name_part;

/* A word that ends names of other things than persons. */
static inline bool find_is_kind_word(uint32_t part)
{
    return part == FIND_INSTITUTION || part == FIND_SITE_WORD || part == FIND_THING;
}

/* Plain nouns for people. */
typedef enum find_word { FIND_WORD_MALE, FIND_WORD_FEMALE, FIND_WORD_PERSON, FIND_WORD_GROUP } find_word;

/* Words of dates: kind and value packed, see find_time_pack. */
typedef enum find_time_kind {
    FIND_WEEKDAY,
    FIND_MONTH,
    FIND_DAY,
    FIND_UNIT,
    FIND_ORDER,
    FIND_PART,
    FIND_NUMBER,
    FIND_AFTER,
    FIND_FUTURE,
    FIND_COMMON_TIMES, /* words of the kinds from here on are found by find_date_word alone */
    FIND_SEASON = FIND_COMMON_TIMES,
    FIND_ORDINAL,
    FIND_FUZZ,
    FIND_INEXACT,
    FIND_APPROX,
    FIND_REFERENCE,
    FIND_EACH,
    FIND_RATE,
    FIND_ERA,
    FIND_NOON,
    FIND_FILLER,
    FIND_LASTING,
    FIND_ASIDE,
    FIND_HOLIDAY,
    FIND_TIME_KIND_COUNT
} find_time_kind;

/* What a word does to a capital beside it, see data/places/governors.tsv. */
typedef enum find_governor {
    FIND_SITE = 1,
    FIND_GIVING = 2,
    FIND_MOTION = 4,
    FIND_SENDING = 8,
    FIND_VENUE = 16,
    FIND_WHOLE = 32,
    FIND_DIPLOMATIC = 64
} find_governor;

struct find_lists {
    drg_text pool;
    find_sheet actors, forms, roles, members, offices, places;
    find_gazetteer gazetteer;
    model_table form_table; /* key -> first row of forms */
    model_table surnames;   /* key of a listed person's surname -> first row of forms, all FIND_SURNAME */
    model_table leads;      /* first word of a key -> longest key with it, in bytes */
    model_table names;      /* part of a name, as written -> find_name_part */
    model_table times;      /* word, lower case -> find_time_pack; also the holidays, see holiday.c */
    model_table governors;  /* lemma -> set of find_governor */
    model_table posts;      /* "FRA//president", "---/united-nations/..." -> first row of roles */
    model_table codes;      /* alpha-3 code -> row of the state among the actors */
    model_table nouns;      /* plain noun for people, lemma -> find_word */
    find_pronoun_model pronouns;
    find_entity_model entities;
};

#define FIND_DAY_FIRST INT32_MIN
#define FIND_DAY_LAST INT32_MAX

uint32_t find_cell(const find_sheet *sheet, uint32_t row, uint32_t column);
drg_text find_cell_text(const find_lists *lists, const find_sheet *sheet, uint32_t row, uint32_t column);

static inline uint32_t find_time_pack(find_time_kind kind, int value)
{
    return (uint32_t)kind << 16 | (uint32_t)(value + 32768);
}
static inline find_time_kind find_time_kind_of(uint32_t packed)
{
    return (find_time_kind)(packed >> 16);
}
static inline int find_time_value_of(uint32_t packed)
{
    return (int)(packed & 0xFFFF) - 32768;
}

#endif
