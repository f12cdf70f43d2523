/* SPDX-License-Identifier: Apache-2.0
 * The talks room: meetings, with what became of them and who takes part.
 *
 * Takes a document with trees, mentions, dates, places, events and readings; fills meetings. This is the
 * room's one door.
 */
#ifndef TALKS_TALKS_H
#define TALKS_TALKS_H

#include "code/code.h"

/* The words of meetings, of what becomes of them and of attendance; const, shared by threads; the data file outlives
 * it. */
typedef struct talks_words talks_words;
drg_status talks_open(const model_file *file, talks_words **ret_words, drg_error *error);
void talks_close(talks_words *words);

/* `arena` is scratch that the session resets after the document. */
void talks_read(const talks_words *words, base_arena *arena, drg_document *document);

/* Adds this room's section, from the text files under `data_folder`/talks. */
drg_status talks_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error);

#include "talks/gather.h"

#endif
