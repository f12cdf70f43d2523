/* SPDX-License-Identifier: Apache-2.0
 * The input room: from files, folders, standard input and memory to one text at a time.
 *
 * Takes paths or bytes; gives drg_items. What callers use stands in dragoman.h (drg_reader_..., drg_date_check); this
 * door shows the pieces behind it to the room's own files and tests.
 */
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/base.h"
#include "dragoman.h"

/* ---- stream.c: bytes as they come, with a bounded view ahead */

typedef struct input_stream {
    int file;          /* -1: memory, all of it is there already */
    bool owned;        /* close `file` */
    bool ended;        /* no more bytes come from `file` */
    char *bytes;       /* a buffer of its own; NULL for memory */
    size_t capacity;   /* of that buffer */
    drg_text ahead;    /* read, not yet given out; inside `bytes` or the caller's memory */
    size_t line;       /* number of the line given out last, from 1 */
    uint64_t consumed; /* bytes given out or skipped */
} input_stream;

drg_status input_stream_open(input_stream *stream, const char *path, drg_error *error); /* "-": standard input */
void input_stream_open_memory(input_stream *stream, drg_text bytes);
void input_stream_close(input_stream *stream);

/* Reads ahead until `size` bytes are there or the input ends. Errors name no file: the caller does. */
drg_status input_stream_look(input_stream *stream, size_t size, drg_error *error);

/* The next line without its line end, valid until the next call; at the end, *ret_end. A line longer than `limit` is
 * skipped without being held, and DRG_ERROR_LIMIT; `line` is its number then. */
drg_status input_stream_line(input_stream *stream, size_t limit, drg_text *ret_line, bool *ret_end, drg_error *error);

/* The same, but the line stays: the next call gives it again. */
drg_status input_stream_peek(input_stream *stream, size_t limit, drg_text *ret_line, bool *ret_end, drg_error *error);

/* All that is left. More than `limit` bytes are DRG_ERROR_LIMIT. */
drg_status input_stream_rest(input_stream *stream, size_t limit, drg_text *ret_text, drg_error *error);

/* ---- walk.c: the files behind the paths */

typedef struct input_file {
    drg_text path; /* NUL-terminated */
    uint64_t size;
    drg_text problem; /* why it cannot be read; empty: it can */
} input_file;

typedef BASE_VECTOR(input_file) input_files;

/* Adds what `path` stands for: itself, or the files below the folder in byte order. `conllu` asks for those. */
void input_walk(base_arena *arena, const char *path, bool conllu, input_files *files);

/* What a file's name says about its content; DRG_INPUT_SNIFF when nothing. */
drg_input input_kind_of_name(drg_text path);

/* ---- ndjson.c: one line */

struct json_object;
struct json_tokener;

typedef struct input_json {
    struct json_tokener *tokener; /* made at the first line */
    struct json_object *object;   /* of the last line: holds the texts of its item */
    char published[64];           /* its date, in ISO form */
} input_json;

void input_json_close(input_json *json);

/* Fills `ret_source` from a line that is a JSON object. Its texts live until the next call. */
drg_status input_json_line(input_json *json, const drg_field_names *names, drg_text line, drg_source *ret_source,
                           drg_error *error);

/* ---- chunk.c: one document of a CoNLL-U file */

typedef struct input_chunk {
    char *bytes; /* its own */
    size_t size, capacity;
} input_chunk;

void input_chunk_close(input_chunk *chunk);

/* Gathers the lines up to the next "# newdoc" that follows a sentence. `ret_id` is what stands behind "# newdoc id =".
 * Of a document that is too large, the rest is skipped. */
drg_status input_chunk_read(input_chunk *chunk, input_stream *stream, drg_text *ret_conllu, drg_text *ret_id,
                            bool *ret_end, drg_error *error);

/* ---- moment.c */

/* Takes the front matter off a Markdown text: lines "date:", "title:", "author:", "publisher:", "url:" or "source_url:"
 * between two lines "---" at its head, which go into the source, and what stands behind them becomes its text. Values
 * are those of one line, without quotation marks at their ends; a date is taken when it is one. A text whose head is
 * not of that form stays as it is. The texts are slices of `text`. */
void input_front_matter(drg_text text, drg_source *ret_source);

/* The date of a text whose first line is a day in ISO form and nothing else; empty when it is not so. */
drg_text input_first_line_date(drg_text text);

#endif
