/* SPDX-License-Identifier: Apache-2.0
 * What a CAMEO actor code means in the lists: a country, or none, and PLOVER sectors. */
#ifndef IMPORT_CODE_H
#define IMPORT_CODE_H

#include "text_map.h"

enum { IMPORT_SECTORS = 8 };

typedef struct import_role {
    char country[4];          /* ISO alpha-3, "---" of no country */
    char sectors[40];         /* PLOVER, the primary first, joined by "|"; empty: none */
    char primary[4];          /* the first of them */
    bool international;       /* its first triple is IGO, NGO and the like */
    bool place;               /* nothing but a country */
    bool armed;               /* some sector is that of an armed group */
    const char *organization; /* "United Nations"; "" unknown */
} import_role;

/* Reads a code; `countries` has the codes that count as a country. On failure *ret_why says why. */
bool import_role_of(drg_text code, const text_map *countries, import_role *ret_role, const char **ret_why);

/* The sectors of an agent's code, which has no country; false when none of its triples is a sector. */
bool import_sectors_of(drg_text code, import_role *ret_role);

/* A title for somebody of this role, ending in a word of data/actors/offices.tsv: the dictionaries name none. */
const char *import_title_of(const import_role *role);

#endif
