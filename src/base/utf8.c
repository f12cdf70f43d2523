/* SPDX-License-Identifier: Apache-2.0
 * Decoding after the table of well-formed byte sequences in the Unicode Standard, section 3.9. */
#include "base/utf8.h"

#include <string.h>

#include <utf8proc.h>

size_t base_utf8_next(drg_text text, size_t at, int32_t *ret_point)
{
    const unsigned char *bytes = (const unsigned char *)text.data + at;
    size_t left = text.size - at;
    if (bytes[0] < 0x80) {
        *ret_point = bytes[0];
        return 1;
    }
    utf8proc_int32_t point;
    utf8proc_ssize_t size = utf8proc_iterate(bytes, left > 4 ? 4 : (utf8proc_ssize_t)left, &point);
    if (size <= 0) {
        *ret_point = -1;
        return 1;
    }
    *ret_point = point;
    return (size_t)size;
}

size_t base_utf8_broken(drg_text text, size_t at)
{
    while (at < text.size) {
        if ((unsigned char)text.data[at] < 0x80) {
            at++;
            continue;
        }
        int32_t point;
        size_t size = base_utf8_next(text, at, &point);
        if (point < 0) return at;
        at += size;
    }
    return text.size;
}

drg_text base_utf8_repair(base_arena *arena, drg_text text)
{
    size_t broken = base_utf8_broken(text, 0);
    if (broken == text.size) return text;
    char *out = base_arena_array(arena, text.size, 3);
    size_t written = 0;
    for (size_t at = 0; at < text.size; broken = base_utf8_broken(text, at)) {
        memcpy(out + written, text.data + at, broken - at);
        written += broken - at;
        if (broken == text.size) break;
        memcpy(out + written, "\xEF\xBF\xBD", 3);
        written += 3;
        at = broken + 1;
    }
    return (drg_text){out, written};
}

bool base_point_is_letter(int32_t point)
{
    if (point < 0x80) return (point >= 'A' && point <= 'Z') || (point >= 'a' && point <= 'z');
    utf8proc_category_t category = utf8proc_category(point);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_MN ||
           category == UTF8PROC_CATEGORY_MC;
}

bool base_point_is_digit(int32_t point)
{
    if (point < 0x80) return point >= '0' && point <= '9';
    return utf8proc_category(point) == UTF8PROC_CATEGORY_ND;
}

bool base_point_is_upper(int32_t point)
{
    if (point < 0x80) return point >= 'A' && point <= 'Z';
    utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool base_point_is_space(int32_t point)
{
    if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
    if (point == 0x85 || point == 0xFEFF || point == 0x200B) return true;
    utf8proc_category_t category = utf8proc_category(point);
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL || category == UTF8PROC_CATEGORY_ZP;
}
