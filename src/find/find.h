/* SPDX-License-Identifier: Apache-2.0
 * The find room: who, where, when. Actors and their mentions, places, dates.
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

/* The first mention whose phrase is headed at the token, or stands in it with title and apposition ("minister" of "the
 * Russian foreign minister, Sergei Lavrov,"); DRG_NONE when there is none. */
static inline uint32_t find_mention_at(const drg_document *document, uint32_t token)
{
    return document->mention_at && token < document->tokens.count ? document->mention_at[token] : DRG_NONE;
}

/* How many mentions, one after the other from *ret_first on, share that wording: 2 for "both sides" and "the defense
 * and foreign ministers", more for "officials from Britain, France and Germany"; 0 when there is none. */
size_t find_mentions_at(const drg_document *document, uint32_t token, uint32_t *ret_first);

/* The first date whose wording the token heads, DRG_NONE. */
uint32_t find_date_at(const drg_document *document, uint32_t token);

/* The most populous place of that name in the country, the country itself without a name, see drg_engine_place. */
bool find_known_place(const find_lists *lists, drg_text name, drg_text country, drg_place *ret_place);

/* Adds this room's sections, from the text files under `data_folder`. */
/* `gazetteer`: a file with the columns of a GeoNames dump, NULL for none. */
drg_status find_compile(base_arena *arena, const char *data_folder, const char *gazetteer, model_builder *builder,
                        drg_error *error);

/* Adds this room's model, from the file under `model_folder`. */
drg_status find_compile_model(base_arena *arena, const char *model_folder, model_builder *builder, drg_error *error);

#endif
