/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the text of a table's cell. Out: how wide it is, and its lines at a given width.
 */
#include <utf8proc.h>

#include "output/output.h"

static size_t point_width(int32_t point)
{
    int width = point < 0 ? 1 : utf8proc_charwidth(point);
    return width < 0 ? 0 : (size_t)width;
}

size_t output_text_width(drg_text text)
{
    size_t width = 0, widest = 0;
    int32_t point;
    for (size_t at = 0; at < text.size;) {
        at += base_utf8_next(text, at, &point);
        width = point == '\n' ? 0 : width + point_width(point);
        if (width > widest) widest = width;
    }
    return widest;
}

drg_text output_next_line(drg_text *rest, size_t width)
{
    size_t at = 0, used = 0, space = 0;
    bool inside = false; /* brackets: "[USA GOV]" stays together where it can */
    int32_t point = 0;
    while (at < rest->size) {
        size_t size = base_utf8_next(*rest, at, &point);
        if (point == '\n') break;
        if (point == '[' || point == ']') inside = point == '[';
        if (point == ' ' && !inside) space = at;
        if (at && used + point_width(point) > width) break;
        used += point_width(point);
        at += size;
    }
    size_t end = at < rest->size && point != '\n' && space ? space : at;
    drg_text line = base_text_slice(*rest, 0, end);
    if (end < rest->size && (rest->data[end] == ' ' || rest->data[end] == '\n')) end++;
    *rest = base_text_slice(*rest, end, rest->size);
    return line;
}

void output_put_spaces(output_stream *stream, size_t count)
{
    while (count--) output_put_char(stream, ' ');
}
