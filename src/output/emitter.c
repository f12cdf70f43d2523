/* SPDX-License-Identifier: Apache-2.0
 *
 * In: pieces of text. Out: larger pieces for the sink. See output.h.
 */
#include "output/output.h"

void output_flush(output_stream *stream)
{
    if (stream->used && !stream->stopped) stream->stopped = !stream->sink(stream->context, stream->bytes, stream->used);
    stream->used = 0;
}

void output_put_char(output_stream *stream, char byte)
{
    if (stream->used == sizeof stream->bytes) output_flush(stream);
    stream->bytes[stream->used++] = byte;
}

void output_put(output_stream *stream, drg_text text)
{
    while (text.size) {
        if (stream->used == sizeof stream->bytes) output_flush(stream);
        size_t room = sizeof stream->bytes - stream->used, piece = text.size < room ? text.size : room;
        memcpy(stream->bytes + stream->used, text.data, piece);
        stream->used += piece;
        text = base_text_slice(text, piece, text.size);
    }
}

/* Marks that turn the direction of what follows: in a terminal they could make a line read as what it does not say. */
static bool turns_direction(int32_t point)
{
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) || point == 0x200E ||
           point == 0x200F || point == 0x061C;
}

drg_text output_line_piece(drg_text text, size_t at, size_t *ret_size)
{
    int32_t point;
    *ret_size = base_utf8_next(text, at, &point);
    if (point < 0) return BASE_LITERAL("\xEF\xBF\xBD");
    if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x2028 || point == 0x2029) return BASE_LITERAL(" ");
    return turns_direction(point) ? (drg_text){"", 0} : base_text_slice(text, at, at + *ret_size);
}

void output_put_line(output_stream *stream, drg_text text)
{
    for (size_t at = 0, size; at < text.size; at += size) output_put(stream, output_line_piece(text, at, &size));
}
