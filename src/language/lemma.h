/* SPDX-License-Identifier: Apache-2.0
 * Lemmas: the rules that train/lemma_train.c learns, and how they are asked. */
#ifndef LANGUAGE_LEMMA_H
#define LANGUAGE_LEMMA_H

#include "model/model.h"

enum { LEMMA_APPEND = 28, LEMMA_SUFFIX = 6, LEMMA_KEY = 64 };

typedef enum lemma_letters { LEMMA_LOWER, LEMMA_KEEP, LEMMA_CAPITAL, LEMMA_LETTERS_COUNT } lemma_letters;

/* How a form becomes its lemma: its letters in lower case, as they are, or only the first in upper case; then bytes cut
 * off the end; then bytes added. 32 bytes, as in the data file. */
typedef struct lemma_script {
    uint8_t letters, strip, size, unused;
    char append[LEMMA_APPEND];
} lemma_script;

/* Rules are keyed "walked TAB VBD" for a whole form in lower case, "Reds TAB NNPS" for a form as written, and "~ked TAB
 * VBD" for the end of a form. */
typedef struct lemma_model {
    model_table rules; /* to the number of a script */
    const lemma_script *scripts;
    uint32_t script_count;
} lemma_model;

#define LEMMA_SECTION "lemma"
#define LEMMA_MODEL_FILE "lemma.model"

drg_status lemma_open(const model_file *file, lemma_model *ret_model, drg_error *error);
drg_status lemma_compile(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error);
void lemma_get(model_reader *reader, lemma_model *ret_model);

/* Writes "PREFIX form TAB tag" into the key; an empty text when it does not fit. */
drg_text lemma_key(char key[LEMMA_KEY], const char *prefix, drg_text form, drg_text tag);

/* The script that the ends of the form call for; NULL when none does. */
const lemma_script *lemma_from_suffix(const lemma_model *model, drg_text lower, drg_text tag);

/* What is known of a word beside its form. */
typedef struct lemma_word {
    drg_text form, lower, tag;
    bool first;    /* of its sentence */
    bool shouting; /* its sentence is in capitals throughout */
    bool calm;     /* fewer than a quarter of its sentence's words have a capital */
} lemma_word;

/* Writes the word's lemma, of at most form.size * 2 + LEMMA_APPEND bytes, and returns its size. */
size_t lemma_write(const lemma_model *model, const lemma_word *word, char *lemma);

/* Does the script fit the form? Writes what it makes of it. */
bool lemma_apply(const lemma_script *script, drg_text form, drg_text lower, char *lemma, size_t *ret_size);

#endif
