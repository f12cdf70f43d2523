/* SPDX-License-Identifier: Apache-2.0
 * Looking at the characters of the run that a scanner reads: shared by token.c and address.c. */
#ifndef LANGUAGE_LOOK_H
#define LANGUAGE_LOOK_H

#include "language/token.h"

typedef enum char_class { CLASS_END, CLASS_SPACE, CLASS_LETTER, CLASS_DIGIT, CLASS_SIGN, CLASS_ODD } char_class;

typedef struct look {
    char_class class;
    uint32_t size;
    int32_t point;
} look;

static inline char_class class_of(int32_t point)
{
    if (point < 0 || (point < 0x20 && !base_point_is_space(point)) || point == 0x7F) return CLASS_ODD;
    if (base_point_is_letter(point)) return CLASS_LETTER;
    if (base_point_is_digit(point)) return CLASS_DIGIT;
    if (base_point_is_space(point)) return CLASS_SPACE;
    /* soft hyphen, joiners and direction marks are part of the word that they stand in */
    bool glue = point == 0xAD || (point >= 0x200C && point <= 0x200F) || point == 0x2060;
    return glue ? CLASS_LETTER : CLASS_SIGN;
}

/* The character at `at`, CLASS_END at the limit. */
static inline look look_at(drg_text text, size_t at, size_t limit)
{
    look seen = {CLASS_END, 0, 0};
    if (at >= limit) return seen;
    seen.size = (uint32_t)base_utf8_next((drg_text){text.data, limit}, at, &seen.point);
    seen.class = class_of(seen.point);
    return seen;
}

static inline look look_in(const token_scanner *scanner, size_t at)
{
    return look_at(scanner->text, at, scanner->chunk_end);
}

static inline bool is_word_class(look seen)
{
    return seen.class == CLASS_LETTER || seen.class == CLASS_DIGIT || seen.class == CLASS_ODD;
}

static inline size_t skip_class(const token_scanner *scanner, size_t at, char_class class)
{
    for (look seen = look_in(scanner, at); seen.class == class; seen = look_in(scanner, at)) at += seen.size;
    return at;
}

/* The byte at `at`, NUL at the run's end. */
static inline char byte_at(const token_scanner *scanner, size_t at)
{
    return at < scanner->chunk_end ? scanner->text.data[at] : '\0';
}

static inline bool is_byte(const token_scanner *scanner, size_t at, const char *set)
{
    char byte = byte_at(scanner, at);
    return byte && strchr(set, byte);
}

static inline drg_text slice(const token_scanner *scanner, size_t begin, size_t end)
{
    return base_text_slice(scanner->text, begin, end);
}

static inline bool is_upper_byte(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static inline bool is_small_byte(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool is_digit_byte(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool is_letter_byte(char byte)
{
    return is_small_byte(byte) || is_upper_byte(byte);
}

static inline bool is_alnum_byte(char byte)
{
    return is_letter_byte(byte) || is_digit_byte(byte);
}

static inline bool is_all_upper(drg_text word)
{
    for (size_t i = 0; i < word.size; i++)
        if (!is_upper_byte(word.data[i])) return false;
    return word.size > 0;
}

static inline size_t skip_bytes(const token_scanner *scanner, size_t at, const char *signs)
{
    while (is_alnum_byte(byte_at(scanner, at)) || is_byte(scanner, at, signs)) at++;
    return at;
}

static inline bool starts_lower(const token_scanner *scanner, size_t at, const char *literal)
{
    for (; *literal; literal++, at++)
        if ((byte_at(scanner, at) | 0x20) != (*literal | 0x20)) return false;
    return true;
}

#endif
