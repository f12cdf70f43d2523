/* SPDX-License-Identifier: Apache-2.0
 * In: a stream of CoNLL-U. Out: the lines of one document, as they are.
 * Treebanks mark where a document begins with "# newdoc"; a file without such marks is one document. */
#include <stdlib.h>

#include "input/input.h"

#define MARK BASE_LITERAL("# newdoc")

void input_chunk_close(input_chunk *chunk)
{
    free(chunk->bytes);
    *chunk = (input_chunk){0};
}

static bool append(input_chunk *chunk, drg_text bytes)
{
    if (bytes.size > chunk->capacity - chunk->size) {
        size_t capacity = chunk->capacity ? chunk->capacity : (size_t)64 << 10;
        while (capacity - chunk->size < bytes.size) capacity *= 2; /* both are below the bound of a line */
        char *grown = realloc(chunk->bytes, capacity);
        if (!grown) return false;
        chunk->bytes = grown;
        chunk->capacity = capacity;
    }
    if (bytes.size) memcpy(chunk->bytes + chunk->size, bytes.data, bytes.size);
    chunk->size += bytes.size;
    return true;
}

/* Adds one line; a line that would pass the bound is not added and *ret_fits false. */
static drg_status append_line(input_chunk *chunk, drg_text line, bool *ret_fits, drg_error *error)
{
    if (line.size >= BOUND_LINE_BYTES - chunk->size) {
        *ret_fits = false;
        return DRG_OK;
    }
    bool done = append(chunk, line) && append(chunk, BASE_LITERAL("\n"));
    return done ? DRG_OK : base_fail(error, DRG_ERROR_MEMORY, "no memory for the document");
}

/* What stands behind "# newdoc id =" in the first line. */
static drg_text id_of(const input_chunk *chunk)
{
    const char *end = chunk->size ? memchr(chunk->bytes, '\n', chunk->size) : NULL;
    drg_text line = {chunk->bytes, end ? (size_t)(end - chunk->bytes) : 0};
    const char *equals = line.size && base_text_starts(line, MARK) ? memchr(line.data, '=', line.size) : NULL;
    if (!equals) return (drg_text){NULL, 0};
    return base_text_trim(base_text_slice(line, (size_t)(equals - line.data) + 1, line.size));
}

drg_status input_chunk_read(input_chunk *chunk, input_stream *stream, drg_text *ret_conllu, drg_text *ret_id,
                            bool *ret_end, drg_error *error)
{
    bool any = false, fits = true;
    chunk->size = 0;
    for (;;) {
        drg_text line;
        bool end;
        drg_status status = input_stream_peek(stream, BOUND_LINE_BYTES, &line, &end, error);
        if (status != DRG_OK) return status;
        if (end || (any && base_text_starts(line, MARK))) break;
        any = any || (line.size && line.data[0] != '#');
        status = input_stream_line(stream, BOUND_LINE_BYTES, &line, &end, error);
        if (status == DRG_ERROR_LIMIT) fits = false;
        if (status != DRG_OK && status != DRG_ERROR_LIMIT) return status;
        if (status == DRG_OK && fits) status = append_line(chunk, line, &fits, error);
        if (status == DRG_ERROR_MEMORY) return status;
    }
    *ret_end = !any;
    if (!fits) return base_fail(error, DRG_ERROR_LIMIT, "a document of more than %zu MiB", BOUND_LINE_BYTES >> 20);
    *ret_conllu = (drg_text){chunk->bytes, chunk->size};
    *ret_id = id_of(chunk);
    return DRG_OK;
}
