/* SPDX-License-Identifier: Apache-2.0
 * In: paths or memory. Out: drg_items one at a time, or the error of one item with its file and line.
 * A pull interface and not callbacks: the run on many threads, the command and bindings each keep their own loop. What
 * an item points to (the stream's buffer, the parsed line) is held until the next call, and no longer: a file of any
 * size is read with the memory of its largest item. */
#include <stdio.h>
#include <stdlib.h>

#include "input/input.h"

struct drg_reader {
    base_arena arena; /* paths, names */
    drg_reader_options options;
    input_files files;
    size_t next_file;
    const char *name; /* of what is being read, for messages */
    bool is_path;     /* and it is a path */
    bool reading;     /* the stream is open */
    bool given;       /* plain text: the one item has been given */
    drg_input kind;
    input_stream stream;
    input_json json;
    input_chunk chunk;
    uint64_t done, total; /* bytes of the files that are behind; of all */
    bool total_known;
    char origin[4352];
};

/* ---------------------------------------------------------------- opening */

static const char *copy_name(base_arena *arena, const char *name)
{
    return name ? base_text_copy(arena, base_text_from(name)).data : NULL;
}

static void copy_options(drg_reader *reader, const drg_reader_options *options)
{
    if (!options) return;
    base_arena *arena = &reader->arena;
    const drg_field_names *names = &options->fields;
    reader->options = *options;
    reader->options.fields = (drg_field_names){.text = copy_name(arena, names->text),
                                               .id = copy_name(arena, names->id),
                                               .url = copy_name(arena, names->url),
                                               .publisher = copy_name(arena, names->publisher),
                                               .title = copy_name(arena, names->title),
                                               .author = copy_name(arena, names->author),
                                               .published = copy_name(arena, names->published),
                                               .language = copy_name(arena, names->language)};
    if (options->published.size) reader->options.published = base_text_copy(arena, options->published);
}

static void fill(drg_reader *reader, const char *const *paths, size_t count, const drg_reader_options *options)
{
    copy_options(reader, options);
    for (size_t i = 0; i < count; i++)
        input_walk(&reader->arena, paths[i], reader->options.input == DRG_INPUT_CONLLU, &reader->files);
    reader->total_known = true;
    for (size_t i = 0; i < reader->files.count; i++) {
        reader->total += reader->files.items[i].size;
        if (base_text_is(reader->files.items[i].path, "-")) reader->total_known = false;
    }
}

static drg_status check_options(const drg_reader_options *options, drg_error *error)
{
    if (!options) return DRG_OK;
    if (options->fields.text && !*options->fields.text)
        return base_fail(error, DRG_ERROR_USAGE, "the field of the text has no name");
    return options->published.size ? drg_date_check(options->published, error) : DRG_OK;
}

drg_status drg_reader_open(const char *const *paths, size_t path_count, const drg_reader_options *options,
                           drg_reader **ret_reader, drg_error *error)
{
    drg_status status = check_options(options, error);
    if (status != DRG_OK) return status;
    drg_reader *reader = calloc(1, sizeof *reader);
    if (!reader) return base_fail(error, DRG_ERROR_MEMORY, "no memory for a reader");
    jmp_buf escape;
    if (setjmp(escape)) {
        drg_reader_close(reader);
        return base_fail(error, DRG_ERROR_MEMORY, "no memory for the list of files");
    }
    base_arena_open(&reader->arena, 0, &escape);
    fill(reader, paths, path_count, options);
    reader->arena.escape = NULL; /* nothing more is taken from it */
    *ret_reader = reader;
    return DRG_OK;
}

drg_status drg_reader_open_memory(drg_text bytes, const char *name, const drg_reader_options *options,
                                  drg_reader **ret_reader, drg_error *error)
{
    drg_reader *reader;
    drg_status status = drg_reader_open(NULL, 0, options, &reader, error);
    if (status != DRG_OK) return status;
    jmp_buf escape;
    if (setjmp(escape)) {
        drg_reader_close(reader);
        return base_fail(error, DRG_ERROR_MEMORY, "no memory for a name");
    }
    reader->arena.escape = &escape;
    reader->name = copy_name(&reader->arena, name ? name : "memory");
    reader->arena.escape = NULL;
    input_stream_open_memory(&reader->stream, bytes);
    reader->total = bytes.size;
    reader->reading = true;
    reader->kind = reader->options.input;
    *ret_reader = reader;
    return DRG_OK;
}

static void leave_file(drg_reader *reader)
{
    if (!reader->reading) return;
    reader->done += reader->stream.consumed;
    input_stream_close(&reader->stream);
    reader->reading = reader->given = false;
}

void drg_reader_close(drg_reader *reader)
{
    if (!reader) return;
    leave_file(reader);
    input_json_close(&reader->json);
    input_chunk_close(&reader->chunk);
    base_arena_close(&reader->arena);
    free(reader);
}

/* ---------------------------------------------------------------- one file after the other */

/* Puts the file, and the line when there is one, in front of the message. */
static drg_status blame(const drg_reader *reader, size_t line, drg_status status, drg_error *error)
{
    if (!error) return status;
    drg_error inner = *error;
    if (line) return base_fail(error, status, "%s line %zu: %s", reader->name, line, inner.message);
    return base_fail(error, status, "%s: %s", reader->name, inner.message);
}

/* By the first bytes that are not white: an object is NDJSON, the rest is text. */
static drg_status sniff(input_stream *stream, drg_input *ret_kind, drg_error *error)
{
    drg_text start = {NULL, 0}, inside = {NULL, 0};
    bool more = true, open = true; /* more may come; it may still be either */
    for (size_t size = 4; more && open && size <= 4096; size *= 4) {
        drg_status status = input_stream_look(stream, size, error);
        if (status != DRG_OK) return status;
        more = stream->ahead.size >= size;
        start = stream->ahead;
        if (base_text_starts(start, BASE_LITERAL("\xEF\xBB\xBF"))) start = base_text_slice(start, 3, start.size);
        start = base_text_trim(start);
        if (start.size) inside = base_text_trim(base_text_slice(start, 1, start.size));
        open = !start.size || (start.data[0] == '{' && !inside.size);
    }
    bool object = base_text_starts(start, BASE_LITERAL("{")) &&
                  (base_text_starts(inside, BASE_LITERAL("\"")) || base_text_starts(inside, BASE_LITERAL("}")));
    *ret_kind = object ? DRG_INPUT_NDJSON : DRG_INPUT_TEXT;
    return DRG_OK;
}

/* Begins with the next file. */
static drg_status enter_file(drg_reader *reader, drg_error *error)
{
    const input_file *file = &reader->files.items[reader->next_file++];
    reader->is_path = !base_text_is(file->path, "-");
    reader->name = reader->is_path ? file->path.data : "standard input";
    if (file->problem.size) {
        base_fail(error, DRG_ERROR_IO, "%s", file->problem.data);
        return blame(reader, 0, DRG_ERROR_IO, error);
    }
    drg_status status = input_stream_open(&reader->stream, file->path.data, error);
    if (status != DRG_OK) return blame(reader, 0, status, error);
    reader->reading = true;
    reader->kind = reader->options.input;
    if (reader->kind == DRG_INPUT_SNIFF) reader->kind = input_kind_of_name(file->path);
    return DRG_OK;
}

/* ---------------------------------------------------------------- items */

static void set_origin(drg_reader *reader, size_t line, drg_item *item)
{
    int size = line ? snprintf(reader->origin, sizeof reader->origin, "%s line %zu", reader->name, line)
                    : snprintf(reader->origin, sizeof reader->origin, "%s", reader->name);
    size_t written = size < 0 ? 0 : (size_t)size;
    item->origin = (drg_text){reader->origin, written < sizeof reader->origin ? written : sizeof reader->origin - 1};
}

static void set_date(const drg_reader *reader, drg_item *item)
{
    if (!item->source.published.size) item->source.published = reader->options.published;
}

static drg_status text_item(drg_reader *reader, drg_item *ret_item, bool *ret_found, drg_error *error)
{
    if (reader->given) return DRG_OK;
    reader->given = true;
    drg_text text;
    drg_status status = input_stream_rest(&reader->stream, BOUND_DOCUMENT_BYTES, &text, error);
    if (status != DRG_OK) return blame(reader, 0, status, error);
    if (base_text_starts(text, BASE_LITERAL("\xFF\xFE")) || base_text_starts(text, BASE_LITERAL("\xFE\xFF"))) {
        base_fail(error, DRG_ERROR_FORMAT, "UTF-16, convert it first: iconv -f UTF-16 -t UTF-8");
        return blame(reader, 0, DRG_ERROR_FORMAT, error);
    }
    drg_text date = input_first_line_date(text);
    if (date.size && (status = drg_date_check(date, error)) != DRG_OK) return blame(reader, 1, status, error);
    input_front_matter(text, &ret_item->source);
    if (date.size) ret_item->source.published = date;
    if (reader->is_path && !ret_item->source.url.size) ret_item->source.url = base_text_from(reader->name);
    set_origin(reader, 0, ret_item);
    *ret_found = true;
    return DRG_OK;
}

static drg_status ndjson_item(drg_reader *reader, drg_item *ret_item, bool *ret_found, drg_error *error)
{
    drg_text line = {"", 0};
    bool end = false;
    while (!line.size && !end) {
        drg_status status = input_stream_line(&reader->stream, BOUND_LINE_BYTES, &line, &end, error);
        if (status != DRG_OK) return blame(reader, reader->stream.line, status, error);
        if (reader->stream.line == 1 && base_text_starts(line, BASE_LITERAL("\xEF\xBB\xBF")))
            line = base_text_slice(line, 3, line.size);
        line = base_text_trim(line);
    }
    if (end) return DRG_OK;
    drg_status status = input_json_line(&reader->json, &reader->options.fields, line, &ret_item->source, error);
    if (status != DRG_OK) return blame(reader, reader->stream.line, status, error);
    set_origin(reader, reader->stream.line, ret_item);
    *ret_found = true;
    return DRG_OK;
}

static drg_status conllu_item(drg_reader *reader, drg_item *ret_item, bool *ret_found, drg_error *error)
{
    size_t line = reader->stream.line + 1;
    bool end;
    drg_status status =
        input_chunk_read(&reader->chunk, &reader->stream, &ret_item->conllu, &ret_item->source.id, &end, error);
    if (status != DRG_OK) return blame(reader, line, status, error);
    if (end) return DRG_OK;
    ret_item->conllu_use = reader->options.conllu;
    set_origin(reader, line, ret_item);
    *ret_found = true;
    return DRG_OK;
}

/* The next item of the open file; *ret_found stays false at its end. */
static drg_status item_of_file(drg_reader *reader, drg_item *ret_item, bool *ret_found, drg_error *error)
{
    if (reader->kind == DRG_INPUT_SNIFF) {
        drg_status status = sniff(&reader->stream, &reader->kind, error);
        if (status != DRG_OK) return blame(reader, 0, status, error);
    }
    switch (reader->kind) {
    case DRG_INPUT_NDJSON: return ndjson_item(reader, ret_item, ret_found, error);
    case DRG_INPUT_CONLLU: return conllu_item(reader, ret_item, ret_found, error);
    default: return text_item(reader, ret_item, ret_found, error);
    }
}

drg_status drg_reader_next(drg_reader *reader, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    for (;;) {
        drg_item item = {0};
        bool found = false;
        drg_status status = DRG_OK;
        if (!reader->reading) {
            *ret_end = reader->next_file == reader->files.count;
            if (*ret_end) return DRG_OK;
            if ((status = enter_file(reader, error)) != DRG_OK) return status;
        }
        status = item_of_file(reader, &item, &found, error);
        if (status == DRG_ERROR_IO || status == DRG_ERROR_MEMORY) leave_file(reader); /* it would only fail again */
        if (status != DRG_OK) return status;
        if (found) {
            set_date(reader, &item);
            *ret_item = item;
            *ret_end = false;
            return DRG_OK;
        }
        leave_file(reader);
    }
}

void drg_reader_progress(const drg_reader *reader, uint64_t *ret_done, uint64_t *ret_total)
{
    *ret_done = reader->done + (reader->reading ? reader->stream.consumed : 0);
    *ret_total = reader->total_known ? reader->total : 0;
}
