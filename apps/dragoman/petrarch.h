/* SPDX-License-Identifier: Apache-2.0
 * Dictionaries of the event coders TABARI, PETRARCH and PETRARCH2: actors, agents, discards.
 *
 * A reader never stops at a wrong line: it complains with the line's number, leaves the line out and goes on. What was
 * read is appended to a book, which owns all its texts. */
#ifndef PETRARCH_H
#define PETRARCH_H

#include "dragoman.h"

/* Bounds of one dictionary: what is beyond is complained of and left out. */
#define PETRARCH_FILE_BYTES ((size_t)64 << 20)
#define PETRARCH_LINE_BYTES 4096
#define PETRARCH_CODES 256  /* of one actor */
#define PETRARCH_SETS 256   /* of words that agents are made with */
#define PETRARCH_MEMBERS 64 /* of one such set */

/* A code with the days on which it holds, both included; an empty one is open. "---": no actor on these days. */
typedef struct petrarch_term {
    drg_text code;
    char from[11], to[11];
} petrarch_term;

typedef struct petrarch_actor {
    drg_text phrase; /* "BAN KI-MOON": words with one blank between them */
    size_t line;
    size_t first_synonym, synonym_count; /* among the book's synonyms */
    size_t first_term, term_count;       /* among the book's terms: in the order of time, no day in two of them */
    bool dated;                          /* some code has a date */
} petrarch_actor;

typedef struct petrarch_agent {
    drg_text phrase, plural; /* the plural is the phrase where it has none of its own */
    drg_text code;
    bool before; /* the code comes before that of the actor: [NGO~] */
    size_t line;
} petrarch_agent;

typedef struct petrarch_discard {
    drg_text phrase;
    bool story; /* the whole story is left out, not the sentence alone */
    size_t line;
} petrarch_discard;

typedef struct petrarch_texts {
    drg_text *items;
    size_t count, capacity;
} petrarch_texts;

typedef struct petrarch_book {
    struct {
        petrarch_actor *items;
        size_t count, capacity;
    } actors;
    struct {
        petrarch_term *items;
        size_t count, capacity;
    } terms;
    struct {
        petrarch_agent *items;
        size_t count, capacity;
    } agents;
    struct {
        petrarch_discard *items;
        size_t count, capacity;
    } discards;
    petrarch_texts synonyms, owned;
} petrarch_book;

typedef void petrarch_complain(void *context, size_t line, const char *message);

typedef struct petrarch_reading {
    petrarch_book *book;
    bool inclusive; /* the last day of a range counts, as the documents say; the programs leave it out */
    petrarch_complain *complain;
    void *context;
} petrarch_reading;

void petrarch_read_actors(const petrarch_reading *reading, drg_text file);
void petrarch_read_agents(const petrarch_reading *reading, drg_text file);
void petrarch_read_discards(const petrarch_reading *reading, drg_text file);
void petrarch_free(petrarch_book *book);

#endif
