/* SPDX-License-Identifier: Apache-2.0
 * In: a file descriptor or memory. Out: lines, or all the rest.
 * A buffer of its own over read(2), and not stdio: getline holds a line of any length, and here a line beyond the bound
 * is passed over in pieces. A line that does not fit is moved to the front only when at most half of the buffer is
 * taken, and else the buffer doubles: each byte is moved a bounded number of times, so time is linear. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "input/input.h"

#define FIRST_BUFFER ((size_t)128 << 10)
#define LARGEST_READ ((size_t)1 << 20) /* so that little more is held than a line's bound */

static drg_status fail_errno(drg_error *error, const char *what)
{
    int number = errno;
    char reason[128] = "";
    if (strerror_r(number, reason, sizeof reason) != 0) reason[0] = '\0';
    return base_fail(error, DRG_ERROR_IO, "%s: %s", what, reason[0] ? reason : "input/output error");
}

drg_status input_stream_open(input_stream *stream, const char *path, drg_error *error)
{
    *stream = (input_stream){.file = STDIN_FILENO};
    if (strcmp(path, "-") == 0) return DRG_OK;
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail_errno(error, "cannot open");
    struct stat info;
    if (fstat(file, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(file);
        return base_fail(error, DRG_ERROR_IO, "is a folder");
    }
    stream->file = file;
    stream->owned = true;
    return DRG_OK;
}

void input_stream_open_memory(input_stream *stream, drg_text bytes)
{
    *stream = (input_stream){.file = -1, .ended = true, .ahead = bytes};
}

void input_stream_close(input_stream *stream)
{
    if (stream->owned) close(stream->file);
    free(stream->bytes);
    *stream = (input_stream){.file = -1, .ended = true};
}

/* Makes free room behind what is ahead. */
static bool make_room(input_stream *stream)
{
    size_t begin = stream->bytes ? (size_t)(stream->ahead.data - stream->bytes) : 0;
    if (stream->bytes && begin + stream->ahead.size < stream->capacity) return true;
    if (stream->bytes && stream->ahead.size <= stream->capacity / 2) {
        memmove(stream->bytes, stream->ahead.data, stream->ahead.size);
        stream->ahead.data = stream->bytes;
        return true;
    }
    size_t capacity = stream->capacity ? stream->capacity * 2 : FIRST_BUFFER;
    char *bytes = malloc(capacity);
    if (!bytes) return false;
    if (stream->ahead.size) memcpy(bytes, stream->ahead.data, stream->ahead.size);
    free(stream->bytes);
    stream->bytes = bytes;
    stream->capacity = capacity;
    stream->ahead.data = bytes;
    return true;
}

/* Reads more bytes ahead, or finds the end. */
static drg_status read_more(input_stream *stream, drg_error *error)
{
    if (stream->ended) return DRG_OK;
    if (!make_room(stream)) return base_fail(error, DRG_ERROR_MEMORY, "no memory for the input");
    char *room = stream->bytes + (stream->ahead.data - stream->bytes) + stream->ahead.size;
    ssize_t count;
    size_t size = (size_t)(stream->bytes + stream->capacity - room);
    do count = read(stream->file, room, size < LARGEST_READ ? size : LARGEST_READ);
    while (count < 0 && errno == EINTR);
    if (count < 0) {
        stream->ended = true;
        return fail_errno(error, "cannot read");
    }
    if (count == 0) stream->ended = true;
    stream->ahead.size += (size_t)count;
    return DRG_OK;
}

/* Takes bytes from the front of what is ahead. */
static drg_text consume(input_stream *stream, size_t size)
{
    drg_text taken = {stream->ahead.data, size};
    if (size) stream->ahead = (drg_text){stream->ahead.data + size, stream->ahead.size - size};
    stream->consumed += size;
    return taken;
}

drg_status input_stream_look(input_stream *stream, size_t size, drg_error *error)
{
    while (stream->ahead.size < size && !stream->ended) {
        drg_status status = read_more(stream, error);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

/* Reads ahead until a line end or the end of the input is there, or more than `limit` bytes are. */
static drg_status find_line_end(input_stream *stream, size_t limit, size_t *ret_size, bool *ret_found, drg_error *error)
{
    for (size_t searched = 0;;) {
        drg_text ahead = stream->ahead;
        const char *end = ahead.size > searched ? memchr(ahead.data + searched, '\n', ahead.size - searched) : NULL;
        *ret_found = end != NULL;
        *ret_size = end ? (size_t)(end - ahead.data) : ahead.size;
        if (end || *ret_size > limit || stream->ended) return DRG_OK;
        searched = ahead.size;
        drg_status status = read_more(stream, error);
        if (status != DRG_OK) return status;
    }
}

static drg_status skip_line(input_stream *stream, drg_error *error)
{
    for (bool found = false; !found;) {
        size_t size;
        drg_status status = find_line_end(stream, 0, &size, &found, error);
        if (status != DRG_OK) return status;
        consume(stream, size + (found ? 1 : 0));
        if (!found && stream->ended) return DRG_OK;
    }
    return DRG_OK;
}

/* The line ahead, its size in the input with the line end, and whether it is beyond the limit. */
static drg_status look_at_line(input_stream *stream, size_t limit, drg_text *ret_line, size_t *ret_size,
                               drg_error *error)
{
    size_t size;
    bool found;
    drg_status status = find_line_end(stream, limit, &size, &found, error);
    if (status != DRG_OK) return status;
    *ret_size = size + (found ? 1 : 0);
    if (size && stream->ahead.data[size - 1] == '\r') size--;
    *ret_line = size ? (drg_text){stream->ahead.data, size} : (drg_text){"", 0};
    return DRG_OK;
}

drg_status input_stream_peek(input_stream *stream, size_t limit, drg_text *ret_line, bool *ret_end, drg_error *error)
{
    size_t size;
    drg_status status = look_at_line(stream, limit, ret_line, &size, error);
    if (status == DRG_OK) *ret_end = size == 0;
    if (status == DRG_OK && ret_line->size > limit) ret_line->size = limit;
    return status;
}

drg_status input_stream_line(input_stream *stream, size_t limit, drg_text *ret_line, bool *ret_end, drg_error *error)
{
    size_t size;
    drg_status status = look_at_line(stream, limit, ret_line, &size, error);
    if (status != DRG_OK) return status;
    *ret_end = size == 0;
    if (!*ret_end) stream->line++;
    if (ret_line->size <= limit) {
        consume(stream, size);
        return DRG_OK;
    }
    status = skip_line(stream, error);
    return status != DRG_OK ? status : base_fail(error, DRG_ERROR_LIMIT, "longer than %zu bytes", limit);
}

drg_status input_stream_rest(input_stream *stream, size_t limit, drg_text *ret_text, drg_error *error)
{
    drg_status status = input_stream_look(stream, limit + 1, error);
    if (status != DRG_OK) return status;
    if (stream->ahead.size > limit)
        return base_fail(error, DRG_ERROR_LIMIT, "more than %zu MiB in one text", limit >> 20);
    *ret_text = consume(stream, stream->ahead.size);
    if (!ret_text->data) *ret_text = (drg_text){"", 0};
    return DRG_OK;
}
