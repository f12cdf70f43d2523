/* SPDX-License-Identifier: Apache-2.0
 * The code room: frames to events, with status, negation, attribution, date and place.
 *
 * Takes a document with trees, mentions, dates and places; fills events, statements (and refusals when asked). This is
 * the room's one door.
 */
#ifndef CODE_CODE_H
#define CODE_CODE_H

#include "find/find.h"

/* Frames, noun classes, cue words; const, shared by threads; the data file outlives it. */
typedef struct code_frames code_frames;
drg_status code_open(const model_file *file, code_frames **ret_frames, drg_error *error);
void code_close(code_frames *frames);

/* The example sentences that the frames carry, as long as `frames`. */
const drg_example *code_examples(const code_frames *frames, size_t *ret_count);

/* The frames as people read them; closed with drg_lexicon_close, must not outlive `frames`. */
drg_status code_lexicon_open(const code_frames *frames, drg_lexicon **ret_lexicon, drg_error *error);

/* `arena` is scratch that the session resets after the document; `explain` keeps refusals. */
void code_read(const code_frames *frames, base_arena *arena, bool explain, drg_document *document);

/* Adds this room's sections, from the text files under `data_folder`. */
drg_status code_compile(base_arena *arena, const char *data_folder, model_builder *builder, drg_error *error);

#endif
