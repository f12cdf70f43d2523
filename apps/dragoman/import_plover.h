/* SPDX-License-Identifier: Apache-2.0
 * CAMEO codes as PLOVER types. */
#ifndef IMPORT_PLOVER_H
#define IMPORT_PLOVER_H

#include "dragoman.h"

/* "REQUEST assist" of "101": type and mode, or a type alone; NULL of a code that is none, or has no place in PLOVER. */
const char *import_plover_of(drg_text code);

#endif
