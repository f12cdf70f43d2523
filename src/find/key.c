/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a wording. Out: its key or slug. Marks are taken off by Unicode decomposition (UAX #15), so that "Zürich" and
 * "Zurich", "Erdoğan" and "Erdogan" meet; a few letters that Unicode does not decompose are named here. */
#include "find/key.h"

#include <utf8proc.h>

static void put(find_key *key, char byte)
{
    if (key->size == FIND_KEY_BYTES) {
        key->broken = true;
        return;
    }
    key->bytes[key->size++] = byte;
}

static void put_blank(find_key *key)
{
    if (key->size && key->bytes[key->size - 1] != ' ') put(key, ' ');
}

/* Letters with a stroke and the like, which have no decomposition. */
static const char *plain_letters(int32_t point)
{
    switch (point) {
    case 0x0142:
    case 0x0141: return "l";
    case 0x00F8:
    case 0x00D8: return "o";
    case 0x0111:
    case 0x0110: return "d";
    case 0x0131: return "i";
    case 0x00DF: return "ss";
    case 0x00E6:
    case 0x00C6: return "ae";
    case 0x0153:
    case 0x0152: return "oe";
    default: return NULL;
    }
}

static bool is_hyphen(int32_t point)
{
    return (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

static bool is_apostrophe(int32_t point)
{
    return point == 0x2018 || point == 0x2019 || point == 0x02BC || point == 0x02BB || point == '`';
}

static void put_decomposed(find_key *key, int32_t point)
{
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(point, parts, 8, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &boundary);
    if (count < 0 || count > 8) return;
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        utf8proc_uint8_t bytes[4];
        utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(parts[i]), bytes);
        for (utf8proc_ssize_t k = 0; k < size; k++) put(key, (char)bytes[k]);
    }
}

static void put_wide(find_key *key, int32_t point)
{
    const char *plain = plain_letters(point);
    if (plain)
        for (; *plain; plain++) put(key, *plain);
    else if (is_hyphen(point) || base_point_is_space(point))
        put_blank(key);
    else if (is_apostrophe(point))
        put(key, '\'');
    else
        put_decomposed(key, point);
}

void find_key_add(find_key *key, drg_text text)
{
    for (size_t at = 0; at < text.size && !key->broken;) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte >= 0x80) {
            int32_t point;
            at += base_utf8_next(text, at, &point);
            if (point >= 0) put_wide(key, point);
            continue;
        }
        at++;
        if (byte >= 'A' && byte <= 'Z')
            put(key, (char)(byte + 32));
        else if (byte == '-' || byte <= ' ')
            put_blank(key);
        else
            put(key, byte == '`' ? '\'' : (char)byte);
    }
}

drg_text find_key_of(base_arena *arena, drg_text text)
{
    find_key key = {.size = 0};
    find_key_add(&key, text);
    return base_text_copy(arena, find_key_text(&key));
}

drg_text find_key_lead(drg_text key)
{
    size_t size = 0;
    while (size < key.size && key.data[size] != ' ' && key.data[size] != '\'') size++;
    return base_text_slice(key, 0, size);
}

drg_text find_slug(base_arena *arena, drg_text text)
{
    drg_text key = find_key_of(arena, text);
    char *out = base_arena_take(arena, key.size + 1);
    size_t size = 0;
    for (size_t i = 0; i < key.size; i++) {
        unsigned char byte = (unsigned char)key.data[i];
        bool keep = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
        if (keep)
            out[size++] = (char)byte;
        else if (byte != '\'' && byte != '.' && size && out[size - 1] != '-')
            out[size++] = '-';
    }
    while (size && out[size - 1] == '-') size--;
    return (drg_text){out, size};
}
