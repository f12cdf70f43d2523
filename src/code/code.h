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

/* What one party does to another, as far as the sentence of the first span tells: each type with its probability, the
 * most probable first; the rest to 1 is that nothing is told. `to` may be empty. False when no token of a sentence lies
 * in `from`. */
typedef struct code_relation {
    drg_type type;
    double probability;
    uint32_t token;          /* among the document's tokens: the predicate that speaks most for it, DRG_NONE none */
    drg_event_status status; /* of what that predicate tells: planned, where the text puts it ahead */
} code_relation;
bool code_relate(const code_frames *frames, base_arena *arena, drg_document *document, drg_span from, drg_span to,
                 code_relation ret_ranking[DRG_TYPE_COUNT]);

/* Fills the document's readings: what the text says of each predicate. Needs trees alone; uses dates where there are.
 */
void code_read_predicates(const code_frames *frames, base_arena *arena, drg_document *document);

/* Adds this room's sections, from the text files under `data_folder` and the ranker's model. */
drg_status code_compile(base_arena *arena, const char *data_folder, const char *model_folder, model_builder *builder,
                        drg_error *error);

#endif
