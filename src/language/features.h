/* SPDX-License-Identifier: Apache-2.0
 * What the network sees of a word: its normalised form and the hashes of its ends and shape. Used by the parser when it
 * runs and by its trainer, so both see the same. */
#ifndef LANGUAGE_FEATURES_H
#define LANGUAGE_FEATURES_H

#include "base/base.h"

#define FEATURES_AFFIXES 10    /* most hashes a word has */
#define FEATURES_FORM_BYTES 64 /* longer normalised forms are not looked up */

typedef struct features_word {
    char form[FEATURES_FORM_BYTES + 8]; /* lower case, each digit a 0 */
    uint32_t form_size;                 /* 0: too long to be a known word */
    uint32_t
        affixes[FEATURES_AFFIXES]; /* hashes of prefixes, suffixes and the shape; take as many low bits as needed */
    uint32_t affix_count;
} features_word;

/* Fills all of ret_word from the wording of one token, any bytes. Only the ends of very long tokens are read. */
void features_read(drg_text wording, features_word *ret_word);

#endif
