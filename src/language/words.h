/* SPDX-License-Identifier: Apache-2.0
 * The word lists of segmentation: data/language/NAME.txt, compiled into one table from a word to what it is.
 *
 * Each list is lines of "word" or "word TAB value"; '#' opens a comment line. Keys stand as the file has them: lists
 * that match any case are lower case in the file and asked for in lower case.
 */
#ifndef LANGUAGE_WORDS_H
#define LANGUAGE_WORDS_H

#include "model/model.h"

enum {
    WORDS_CUTS = 0xFF,        /* contraction: the first cut in the low four bits, the second above, 0 none */
    WORDS_TITLE = 1 << 8,     /* abbreviation, a name follows: the stop always belongs to it */
    WORDS_PLAIN = 1 << 9,     /* abbreviation: the stop always belongs to it */
    WORDS_NUMBER = 1 << 10,   /* abbreviation before a figure */
    WORDS_REGION = 1 << 11,   /* abbreviation after a comma */
    WORDS_PREFIX = 1 << 12,   /* stays with what follows its hyphen */
    WORDS_UNIT = 1 << 13,     /* cut off after a figure */
    WORDS_SOURCE = 1 << 14,   /* in the brackets of a dateline */
    WORDS_BYLINE = 1 << 15,   /* opening of a line about the report */
    WORDS_SPEECH = 1 << 16,   /* tells who spoke, after a quotation */
    WORDS_EMOTICON = 1 << 17, /* a face made of signs */
    WORDS_ELISION = 1 << 18,  /* begins with an apostrophe */
    WORDS_ADDRESS = 1 << 19,  /* end of an address or file name */
    WORDS_MIDDLE = 1 << 20,   /* abbreviation: the stop belongs to it except at the end of a sentence */
    WORDS_OPENER = 1 << 21,   /* opens sentences, is hardly a name */
    WORDS_TIME = 1 << 22      /* goes on after "p.m." */
};

/* Reads the lists under data_folder/language/ and appends their table. Errors name file and line. */
drg_status words_compile(base_arena *arena, const char *data_folder, model_bytes *bytes, drg_error *error);

/* What the word is, 0 when it is in no list. */
static inline uint32_t words_get(const model_table *table, drg_text word)
{
    uint32_t flags = model_table_get(table, word);
    return flags == DRG_NONE ? 0 : flags;
}

/* As words_get, for the word in lower case; ASCII only, words longer than 32 bytes are in no list. */
uint32_t words_get_lower(const model_table *table, drg_text word);

#endif
