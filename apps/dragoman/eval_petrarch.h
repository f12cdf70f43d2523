/* SPDX-License-Identifier: Apache-2.0
 * The dictionaries of PETRARCH's unit records as a data file of their own, and actors as PETRARCH writes them. */
#ifndef EVAL_PETRARCH_H
#define EVAL_PETRARCH_H

#include "buffer.h"
#include "petrarch.h"
#include "text_map.h"

#define SUITE_CODES 8      /* of one mention: "FRO/BIL/SAM" */
#define SUITE_CODE_SIZE 64 /* bytes of one code */

typedef struct petrarch_suite {
    petrarch_book book;
    text_map codes; /* of frames by name: their codes, by index into `texts` */
    char **texts;   /* owned */
    size_t text_count, text_capacity;
    char **made; /* paths of the temporary folder, in the order in which they were made */
    size_t made_count, made_capacity;
    size_t complaints; /* lines of the dictionaries that could not be read */
    drg_engine *engine;
    drg_session *session;
} petrarch_suite;

/* Reads the dictionaries, writes a data folder with them and nothing of our own actors and frames below the folder for
 * temporary files, and opens what is built of it. `folder`: where the four files are. False after a message. */
bool suite_open(petrarch_suite *suite, const char *data_folder, const char *model_folder, drg_text folder,
                const char *const files[4]);
void suite_close(petrarch_suite *suite);

/* The kinds of dictionaries in `files`. */
enum { SUITE_ACTORS, SUITE_AGENTS, SUITE_DISCARDS, SUITE_VERBS };

/* The code of the frame that fired, "" of a frame that is not from the dictionary. */
const char *suite_code_of_rule(const petrarch_suite *suite, drg_text rule);

/* The codes of a mention on a day (YYYY-MM-DD): of its country the code that holds then, with those of the agents among
 * the words of its phrase. */
size_t suite_codes_of(const petrarch_suite *suite, const drg_document *document, uint32_t mention, const char *day,
                      char codes[SUITE_CODES][SUITE_CODE_SIZE]);

#endif
