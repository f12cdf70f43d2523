/* SPDX-License-Identifier: Apache-2.0
 * The output room: a finished document as NDJSON lines, as CoNLL-U, as a table for a terminal; and the
 * tables that a record's views give.
 *
 * Sees base and record only. drg_document_write and drg_table_write (dragoman.h) have their bodies here. This is the
 * room's one door.
 */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include "base/base.h"
#include "record/record.h"

/* Bytes on their way to a sink, handed on in larger pieces. After the sink has stopped nothing more is handed on. */
typedef struct output_stream {
    drg_sink sink;
    void *context;
    size_t used;
    bool stopped;
    char bytes[8192];
} output_stream;

void output_put(output_stream *stream, drg_text text);
void output_put_char(output_stream *stream, char byte);
void output_flush(output_stream *stream);

/* What is shown for the character at `at` where one line must stay one line and a terminal must not be steered: a space
 * for a line end, tab or other control character, U+FFFD for a broken byte, nothing for what turns the direction of
 * writing, else the character. *ret_size: its bytes in the text. */
drg_text output_line_piece(drg_text text, size_t at, size_t *ret_size);

/* Puts all such pieces of the text. */
void output_put_line(output_stream *stream, drg_text text);

/* ---- cells of tables for terminals */

/* Columns of the longest line. */
size_t output_text_width(drg_text text);

/* Takes the next line of at most `width` columns off the front of *rest: up to a line end, else to the last space that
 * fits, else as much as fits. */
drg_text output_next_line(drg_text *rest, size_t width);

void output_put_spaces(output_stream *stream, size_t count);

/* ---- JSON, written as it comes. Commas are set by the writer; keys and values must alternate as the format wants. */

#define OUTPUT_JSON_DEPTH 16

typedef struct output_json {
    output_stream *stream;
    unsigned depth;
    bool filled[OUTPUT_JSON_DEPTH]; /* has the object or list at this depth something in it */
    bool after_key;
} output_json;

void output_json_open(output_json *json, char bracket); /* '{' or '[' */
void output_json_close(output_json *json, char bracket);
void output_json_key(output_json *json, const char *key);
void output_json_text(output_json *json, drg_text text); /* each broken byte as U+FFFD */
void output_json_integer(output_json *json, int64_t value);
void output_json_number(output_json *json, double value); /* finite; the shortest decimal that reads back the same */
void output_json_boolean(output_json *json, bool value);

/* ---- formats */

void output_lines(output_stream *stream, const drg_document *document);
void output_treebank(output_stream *stream, const drg_document *document);
void output_listing(output_stream *stream, base_arena *arena, const drg_document *document, drg_style style);

/* ---- formats of a record's views */

void output_table_lines(output_stream *stream, const drg_table *table);
void output_table_csv(output_stream *stream, const drg_table *table);
void output_table_markdown(output_stream *stream, const drg_table *table);
void output_table_page(output_stream *stream, base_arena *arena, const drg_table *table, drg_style style);

#endif
