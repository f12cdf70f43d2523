/* SPDX-License-Identifier: Apache-2.0
 * UTF-8 as it comes: valid characters, and broken bytes told apart. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"
#include "dragoman.h"

/* Reads the character at `at` (< text.size). Sets *ret_point to its code point, or to -1 for a byte that starts no
 * valid character (overlong, surrogate, above U+10FFFF, cut short). Returns its length in bytes, 1 for a broken one. */
size_t base_utf8_next(drg_text text, size_t at, int32_t *ret_point);

/* The offset of the first broken byte at or after `at`; text.size when there is none. */
size_t base_utf8_broken(drg_text text, size_t at);

/* `text` itself when it is valid, else a copy in the arena with U+FFFD for each broken byte. */
drg_text base_utf8_repair(base_arena *arena, drg_text text);

/* Letters, digits and case by Unicode category; false for -1. */
bool base_point_is_letter(int32_t point);
bool base_point_is_digit(int32_t point);
bool base_point_is_upper(int32_t point);
bool base_point_is_space(int32_t point); /* white space of any width, line ends, U+FEFF, zero-width space */

#endif
