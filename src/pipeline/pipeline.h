/* SPDX-License-Identifier: Apache-2.0
 * The pipeline room: the stages in their order, and many texts on many threads (pool.c).
 *
 * Takes a document with its source, gives the same document with its record. This is the room's one door.
 */
#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "find/find.h"
#include "language/language.h"
#include "talks/talks.h"

/* What the rooms made of one data file: const, shared by threads. */
typedef struct pipeline_rooms {
    language_models *language;
    find_lists *find;
    code_frames *code;
    talks_words *talks;
} pipeline_rooms;

/* Opens every room on a data file that outlives them. Closed once, also after a failed opening. */
drg_status pipeline_open(const model_file *file, pipeline_rooms *rooms, drg_error *error);
void pipeline_close(pipeline_rooms *rooms);

/* Adds every room's sections to a data file. */
drg_status pipeline_compile(base_arena *arena, const char *data_folder, const char *model_folder, const char *gazetteer,
                            model_builder *builder, drg_error *error);

/* Where a document starts: from its text, or with what CoNLL-U gave. */
typedef enum pipeline_start { PIPELINE_TEXT, PIPELINE_TOKENS, PIPELINE_TREES } pipeline_start;

typedef struct pipeline_order {
    pipeline_start start;
    drg_depth depth;
    bool explain;
    bool readings;
} pipeline_order;

/* Takes the document, which has its source and id (and tokens or trees, as `start` says), through the stages. Both
 * arenas have an escape. Adds the seconds of each stage to `timing`. */
void pipeline_read(const pipeline_rooms *rooms, language_scratch *scratch, base_arena *arena, pipeline_order order,
                   drg_document *document, drg_timing *timing);

#endif
