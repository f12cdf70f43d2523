/* SPDX-License-Identifier: Apache-2.0
 * Verb dictionaries of TABARI, PETRARCH and PETRARCH2: synonym sets, verbs with their forms, patterns with their codes.
 *
 * As in petrarch.h a wrong line is complained of, left out, and the next is read. */
#ifndef PETRARCH_VERBS_H
#define PETRARCH_VERBS_H

#include "petrarch.h"

#define PETRARCH_FORMS 16    /* of one verb */
#define PETRARCH_ELEMENTS 48 /* of one pattern */

/* "&CURRENCY" and the words below it. */
typedef struct petrarch_set {
    drg_text name; /* small letters and digits, "currency" */
    size_t line;
    size_t first_member, member_count; /* among the texts: "swiss francs", or "&currency" of another set */
} petrarch_set;

/* A verb with all its forms. Of "WIRE_+TAP" the forms are those of "tap", and `before` is "wire". */
typedef struct petrarch_verb {
    size_t line;
    size_t first_form, form_count; /* among the texts: "tap", "taps" */
    drg_text before, after;        /* words that stand together with it, joined by "_"; empty none */
    drg_text code;                 /* its own or that of its block, as written; empty or "---" none */
    size_t block;                  /* which block it is of */
} petrarch_verb;

/* A pattern of a block, "will_not * talks with_&people": words in small letters, "_" between those that are joined,
 * sets with "&", one "*", and "$ + ^ %" as in the dictionary. */
typedef struct petrarch_pattern {
    size_t line;
    drg_text words, code;
    size_t block;
} petrarch_pattern;

typedef struct petrarch_verb_book {
    petrarch_book texts;  /* owns what the slices point to */
    petrarch_texts items; /* members and forms */
    struct {
        petrarch_set *items;
        size_t count, capacity;
    } sets;
    struct {
        petrarch_verb *items;
        size_t count, capacity;
    } verbs;
    struct {
        petrarch_pattern *items;
        size_t count, capacity;
    } patterns;
    size_t block_count;
} petrarch_verb_book;

void petrarch_read_verbs(petrarch_verb_book *book, petrarch_complain *complain, void *context, drg_text file);
void petrarch_verbs_free(petrarch_verb_book *book);

#endif
