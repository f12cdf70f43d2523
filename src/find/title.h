/* SPDX-License-Identifier: Apache-2.0
 * Offices as they are said before a surname. Offices are slugs of data/actors/offices.tsv, titles those of the holders
 * as written. */
#ifndef FIND_TITLE_H
#define FIND_TITLE_H

#include "base/base.h"

/* Is the office short for the title: "minister" for "Foreign Minister"? */
bool find_title_fits(drg_text office, drg_text title);

/* A rank high enough to name its bearer: "General Kurilla". */
bool find_title_is_high_rank(drg_text office);

/* An office that its holder goes on to be called by: "President Obama". */
bool find_title_is_kept(drg_text office);

#endif
