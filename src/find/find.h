/* The find room: who, where, when. Actors and their mentions, places, dates.
 *
 * Takes a document with its trees, fills actors, mentions, dates and places. This is the room's one door.
 */
#ifndef FIND_FIND_H
#define FIND_FIND_H

#include "language/language.h"

/* Lists of names, demonyms, seats, offices, time words; const, shared by threads; the data file outlives it. */
typedef struct find_lists find_lists;
drg_status find_open(const model_file *file, find_lists **ret_lists, drg_error *error);
void find_close(find_lists *lists);

/* `arena` is scratch that the session resets after the document. */
void find_read(const find_lists *lists, base_arena *arena, drg_document *document);

/* Adds this room's sections, from the text files under `data_folder`. */
drg_status find_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error);

#endif
