/* SPDX-License-Identifier: Apache-2.0
 * The record room: the document that every later room fills and reads, the names of the codes, and the checks.
 *
 * The plain structs themselves stand in dragoman.h. This is the room's one door.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/base.h"
#include "dragoman.h"

/* A document being filled. The rooms write in the order language, find, code; each array is in the order of the text
 * when its room is done. All memory is the document's arena. Frozen once handed to the caller. */
struct drg_document {
    base_arena arena;
    drg_source source; /* its own copy */
    drg_text id;
    drg_text conllu; /* what it was read from in place of a text; empty: a text */
    drg_conllu_use conllu_use;
    BASE_VECTOR(drg_sentence) sentences;
    BASE_VECTOR(drg_token) tokens;
    BASE_VECTOR(drg_actor) actors;
    BASE_VECTOR(drg_mention) mentions;
    BASE_VECTOR(drg_date) dates;
    BASE_VECTOR(drg_place) places;
    BASE_VECTOR(drg_event) events;
    BASE_VECTOR(drg_statement) statements;
    BASE_VECTOR(drg_meeting) meetings;
    BASE_VECTOR(drg_proposal) proposals;
    BASE_VECTOR(drg_position) positions;
    BASE_VECTOR(drg_note) notes;
    BASE_VECTOR(drg_refusal) refusals;
    uint8_t *readings; /* per token: drg_reading; NULL when not asked for */
    uint32_t
        *mention_at; /* per token: index of the first mention whose phrase it heads, DRG_NONE; NULL before find_read */
};

/* The wording at a span of the document's text. */
static inline drg_text record_wording(const drg_document *document, drg_span span)
{
    return base_text_slice(document->source.text, span.begin, span.end);
}

/* The id of a document: the caller's, repaired where it is no UTF-8, else 16 hexadecimal digits of a hash of url and
 * text, so that the same text under the same address has the same id everywhere. In the arena, or the caller's. */
drg_text record_document_id(base_arena *arena, const drg_source *source);

/* Adds a note, up to BOUND_NOTES. */
void record_note(drg_document *document, drg_span span, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The first law and the other things that hold of every finished document: spans inside the text and inside their
 * sentence, indexes inside their arrays, a tree a sentence, dates that are dates, codes that exist. Returns DRG_OK or
 * DRG_ERROR_FORMAT with what is wrong. For tests and fuzzers, and in debug builds for every document. */
drg_status record_check(const drg_document *document, drg_error *error);

/* Names to numbers; DRG_NONE when there is no such name. */
uint32_t record_upos_from(drg_text name);
uint32_t record_type_from(drg_text name);
uint32_t record_event_status_from(drg_text name);
uint32_t record_meeting_status_from(drg_text name);
uint32_t record_attendance_from(drg_text name);
uint32_t record_stance_from(drg_text name);
uint32_t record_matter_from(drg_text name);

/* Does the word name a version of a proposal? */
bool record_version_exists(drg_text version);

/* The facts of the codebook (PLOVER 2.0): is this a mode of the type, its score, the quad class of a type. An empty
 * mode is the type alone. */
bool record_mode_exists(drg_type type, drg_text mode);
/* The modes of a type by number, from 0 in the order of the codebook; empty when there are no more. */
drg_text record_mode_at(drg_type type, size_t index);
double record_score(drg_type type, drg_text mode);
drg_text record_quad(drg_type type);
bool record_context_exists(drg_text context);
#define RECORD_CONTEXT_COUNT 37
drg_text record_context_name(size_t index);    /* empty behind the last */
size_t record_context_index(drg_text context); /* SIZE_MAX: there is no such context */
bool record_sector_exists(drg_text sector);    /* also the codes of international bodies: IGO, UNO, EUR, NGO ... */

/* The Goldstein score (GDELT's table) of a CAMEO code; false when the code has none. record_cameo_exists tells whether
 * a code is one of the 1.1b3 list. */
bool record_goldstein(drg_text cameo, double *ret_score);
bool record_cameo_exists(drg_text cameo);

/* Is this "YYYY-MM-DD" a day of the calendar? */
bool record_day_exists(drg_text day);

#include "record/gather.h"

#endif
