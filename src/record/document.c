/* SPDX-License-Identifier: Apache-2.0
 * What a finished document hands out. See dragoman.h. */
#include <inttypes.h>
#include <stdlib.h>

#include "record/record.h"

void drg_document_close(drg_document *document)
{
    if (!document) return;
    base_arena_close(&document->arena);
    free(document);
}

drg_text record_document_id(base_arena *arena, const drg_source *source)
{
    if (source->id.size) return base_utf8_repair(arena, source->id);
    drg_text both =
        base_text_format(arena, "%016" PRIx64 "%016" PRIx64, base_text_hash(source->url), base_text_hash(source->text));
    return base_text_format(arena, "%016" PRIx64, base_text_hash(both));
}

drg_text drg_document_id(const drg_document *document)
{
    return document->id;
}

const drg_source *drg_document_source(const drg_document *document)
{
    return &document->source;
}

drg_text drg_document_text(const drg_document *document)
{
    return document->source.text;
}

const uint8_t *drg_document_readings(const drg_document *document)
{
    return document->readings;
}

#define ARRAY(type, one, many)                                                                                         \
    size_t drg_document_##one##_count(const drg_document *document)                                                    \
    {                                                                                                                  \
        return document->many.count;                                                                                   \
    }                                                                                                                  \
    const type *drg_document_##many(const drg_document *document)                                                      \
    {                                                                                                                  \
        return document->many.items;                                                                                   \
    }

ARRAY(drg_sentence, sentence, sentences)
ARRAY(drg_token, token, tokens)
ARRAY(drg_actor, actor, actors)
ARRAY(drg_mention, mention, mentions)
ARRAY(drg_date, date, dates)
ARRAY(drg_place, place, places)
ARRAY(drg_event, event, events)
ARRAY(drg_statement, statement, statements)
ARRAY(drg_meeting, meeting, meetings)
ARRAY(drg_proposal, proposal, proposals)
ARRAY(drg_position, position, positions)
ARRAY(drg_note, note, notes)
ARRAY(drg_refusal, refusal, refusals)
