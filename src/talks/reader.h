/* SPDX-License-Identifier: Apache-2.0
 * One reading of a document by the talks room. Use inside the talks room only. */
#ifndef TALKS_READER_H
#define TALKS_READER_H

#include "talks/words.h"

typedef struct talks_reader {
    const talks_words *words;
    talks_tree tree;
    base_arena *scratch;
    drg_document *document;
} talks_reader;

void talks_read_meetings(talks_reader *reader);

void talks_read_proposals(talks_reader *reader);

/* The stance of statements, what they are about, and which are reversals of others; after all matters are read. */
void talks_read_stances(talks_reader *reader);

/* What the text says of a word: DRG_READING_NONE where nothing is known. */
drg_reading talks_reading(const talks_reader *reader, uint32_t token);

/* The date, and the place, that stand with a word or with the clause that it heads or stands in; DRG_NONE. */
uint32_t talks_date_at(const talks_reader *reader, uint32_t token);
uint32_t talks_place_at(const talks_reader *reader, uint32_t token);

/* The place whose phrase hangs on the word itself, not on another that hangs on it: "met in Cairo", not "discussed the
 * war in Gaza"; DRG_NONE. */
uint32_t talks_place_of(const talks_reader *reader, uint32_t token);

/* May two dates, two places be the same, as far as they are known? */
bool talks_same_date(const talks_reader *reader, uint32_t left, uint32_t right);
bool talks_same_place(const talks_reader *reader, uint32_t left, uint32_t right);

/* Are the two mentions of one actor, or of one country? */
bool talks_same_actor(const talks_reader *reader, uint32_t left, uint32_t right);
bool talks_same_side(const talks_reader *reader, uint32_t left, uint32_t right);

drg_indexes talks_keep_indexes(talks_reader *reader, const uint32_t *items, size_t count);

/* An id from what makes the thing this one: its kind, its document, its first words. */
drg_text talks_id(talks_reader *reader, const char *kind, drg_span span, uint32_t number);

#endif
