/* SPDX-License-Identifier: Apache-2.0
 * Lines of the dictionaries, and what their readers share. */
#ifndef PETRARCH_LINES_H
#define PETRARCH_LINES_H

#include "petrarch.h"

typedef struct petrarch_lines {
    const petrarch_reading *reading;
    drg_text rest;
    size_t number;      /* of the line that was given last */
    const char *remark; /* bytes that start a remark: "#", or "#;" in actors */
    bool lost;          /* a line that may have opened an entry was passed over; the reader takes the mark off */
    bool unclosed;      /* no comment ends behind this line */
} petrarch_lines;

petrarch_lines petrarch_open(const petrarch_reading *reading, drg_text file, const char *remark);

/* The next line that says something, trimmed, without its remark; false at the end. Lines that are no text (too long,
 * control characters, not UTF-8) are complained of and passed over, comments in <!-- --> are passed over. */
bool petrarch_next(petrarch_lines *lines, drg_text *ret_line);

void petrarch_wrong(const petrarch_lines *lines, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Room for one more item. */
void *petrarch_grow(void *items, size_t count, size_t *capacity, size_t size);
#define PETRARCH_PUSH(list)                                                                                            \
    ((list)->items = petrarch_grow((list)->items, (list)->count, &(list)->capacity, sizeof *(list)->items),            \
     &(list)->items[(list)->count++])

/* The book's own copy. */
drg_text petrarch_keep(petrarch_book *book, drg_text text);

/* The words of a phrase with one blank between them: '_' stands for a blank. Kept by the book; empty when no letter or
 * digit is left. */
drg_text petrarch_phrase(petrarch_book *book, drg_text raw);

/* A code of CAMEO, in capitals: triples of letters or digits, several of them with '/' between, or "---". Empty when it
 * is none. Kept by the book. */
drg_text petrarch_code(petrarch_book *book, drg_text raw);

/* Where `byte` stands in the text; its size when it does not. */
size_t petrarch_find(drg_text text, char byte);

#endif
