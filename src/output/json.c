/* SPDX-License-Identifier: Apache-2.0
 *
 * In: keys and values. Out: JSON (RFC 8259) on a stream, in one line. Our own because the record is written as it is
 * walked: a tree of json-c objects first would take longer than the coding. Numbers do not depend on the locale.
 */
#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "output/output.h"

/* The comma before a value or key that is not the first. */
static void separate(output_json *json)
{
    if (json->after_key)
        json->after_key = false;
    else if (json->depth && json->filled[json->depth - 1])
        output_put_char(json->stream, ',');
    if (json->depth) json->filled[json->depth - 1] = true;
}

void output_json_open(output_json *json, char bracket)
{
    assert(json->depth < OUTPUT_JSON_DEPTH);
    separate(json);
    json->filled[json->depth++] = false;
    output_put_char(json->stream, bracket);
}

void output_json_close(output_json *json, char bracket)
{
    assert(json->depth && !json->after_key);
    json->depth--;
    output_put_char(json->stream, bracket);
}

void output_json_key(output_json *json, const char *key)
{
    output_json_text(json, base_text_from(key));
    output_put_char(json->stream, ':');
    json->after_key = true;
}

static void put_escaped(output_stream *stream, unsigned char byte)
{
    static const char letters[] = "\"\\\b\f\n\r\t", names[] = "\"\\bfnrt";
    const char *found = byte ? memchr(letters, byte, sizeof letters - 1) : NULL;
    output_put_char(stream, '\\');
    if (found) {
        output_put_char(stream, names[found - letters]);
        return;
    }
    output_put(stream, BASE_LITERAL("u00"));
    output_put_char(stream, "0123456789abcdef"[byte >> 4]);
    output_put_char(stream, "0123456789abcdef"[byte & 15]);
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte < 0x7F;
}

void output_json_text(output_json *json, drg_text text)
{
    separate(json);
    output_put_char(json->stream, '"');
    for (size_t at = 0; at < text.size;) {
        size_t begin = at;
        while (at < text.size && is_plain((unsigned char)text.data[at])) at++;
        output_put(json->stream, base_text_slice(text, begin, at));
        if (at == text.size) break;
        int32_t point;
        size_t size = base_utf8_next(text, at, &point);
        if (point < 0)
            output_put(json->stream, BASE_LITERAL("\xEF\xBF\xBD"));
        else if (point < 0x80)
            put_escaped(json->stream, (unsigned char)point);
        else
            output_put(json->stream, base_text_slice(text, at, at + size));
        at += size;
    }
    output_put_char(json->stream, '"');
}

static void put_string(output_stream *stream, const char *string)
{
    output_put(stream, base_text_from(string));
}

void output_json_integer(output_json *json, int64_t value)
{
    char digits[24];
    separate(json);
    snprintf(digits, sizeof digits, "%" PRId64, value);
    put_string(json->stream, digits);
}

void output_json_boolean(output_json *json, bool value)
{
    separate(json);
    put_string(json->stream, value ? "true" : "false");
}

/* "12300" with a point that leaves `decimals` digits behind it, without zeros at the end. */
static void put_decimal(output_stream *stream, bool negative, const char *digits, int decimals)
{
    int count = (int)strlen(digits);
    while (count > 1 && decimals > 0 && digits[count - 1] == '0') count--, decimals--;
    if (negative) output_put_char(stream, '-');
    for (int i = 0; i < count && i < count - decimals; i++) output_put_char(stream, digits[i]);
    if (count <= decimals) output_put_char(stream, '0');
    if (decimals > 0) output_put_char(stream, '.');
    for (int i = count; i < decimals; i++) output_put_char(stream, '0');
    for (int i = count > decimals ? count - decimals : 0; i < count; i++) output_put_char(stream, digits[i]);
    for (int i = decimals; i < 0; i++) output_put_char(stream, '0');
}

/* The significant digits of a positive number, and the power of ten of the last: the fewest digits that read back as
 * the same number. Whatever point the locale writes is passed over. */
static int shortest_digits(double value, char digits[24])
{
    char text[64];
    for (int precision = 0; precision < 17; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, value);
        if (precision == 16 || strtod(text, NULL) == value) break;
    }
    size_t count = 0;
    const char *at = text;
    for (; *at != 'e'; at++)
        if (*at >= '0' && *at <= '9') digits[count++] = *at;
    digits[count] = '\0';
    return (int)strtol(at + 1, NULL, 10) - (int)count + 1;
}

void output_json_number(output_json *json, double value)
{
    assert(isfinite(value));
    separate(json);
    char digits[24];
    double size = fabs(value);
    int64_t scaled = size < 1e11 ? (int64_t)(size * 1e4 + 0.5) : -1;
    if (scaled >= 0 && (double)scaled / 1e4 == size) { /* the scores, and nearly everything else */
        snprintf(digits, sizeof digits, "%" PRId64, scaled);
        put_decimal(json->stream, value < 0, digits, scaled ? 4 : 0);
        return;
    }
    int power = shortest_digits(size, digits);
    bool plain = power > -20 && (int)strlen(digits) + power <= 15; /* larger ones would be read as cut integers */
    put_decimal(json->stream, value < 0, digits, plain ? -power : 0);
    if (plain) return;
    snprintf(digits, sizeof digits, "e%d", power);
    put_string(json->stream, digits);
}
