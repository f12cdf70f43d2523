/* SPDX-License-Identifier: Apache-2.0
 *
 * Features of a word: a token's wording goes in, its normalised form and hashed affixes and shape come out.
 *
 * Prefixes of 1 to 4 and suffixes of 1 to 5 characters of the lower-cased form, and the pattern of letters and digits,
 * each as a 32-bit hash whose low bits choose a row of an embedding table (the hashing trick, Weinberger et al. 2009).
 * A character-level network would see the same ends of a word at many times the cost; English inflects at the ends.
 */
#include "language/features.h"

#include <utf8proc.h>

#define LONGEST_PREFIX 4
#define LONGEST_SUFFIX 5
#define KEPT 64 /* characters of a word that are looked at, the first and the last half of that when it is longer */

enum { KIND_SHAPE = 1, KIND_PREFIX = 2, KIND_SUFFIX = 8 };

typedef struct word_points {
    int32_t lower[KEPT];
    uint8_t class[KEPT];
    size_t count;
    bool cut;
} word_points;

static uint32_t hash_step(uint32_t hash, uint32_t value)
{
    hash = (hash ^ value) * 0x9E3779B1u;
    return hash ^ (hash >> 15);
}

static uint32_t hash_end(uint32_t hash)
{
    hash *= 0x85EBCA6Bu;
    return hash ^ (hash >> 13);
}

static void points_add(word_points *points, int32_t point)
{
    if (points->count == KEPT) { /* the front stays, the back moves up */
        size_t half = KEPT / 2;
        memmove(points->lower + half, points->lower + half + 1, (half - 1) * sizeof *points->lower);
        memmove(points->class + half, points->class + half + 1, (half - 1) * sizeof *points->class);
        points->count--;
        points->cut = true;
    }
    uint8_t class;
    if (point >= 0 && point < 0x80) {
        if (point >= 'a' && point <= 'z')
            class = 'a';
        else if (point >= 'A' && point <= 'Z')
            class = 'A', point += 32;
        else if (point >= '0' && point <= '9')
            class = '0', point = '0';
        else
            class = (uint8_t)point;
    } else if (point < 0) {
        class = 0x80;
    } else {
        class = base_point_is_upper(point) ? 'A' : base_point_is_letter(point) ? 'a' : 0x81;
        point = utf8proc_tolower(point);
    }
    points->lower[points->count] = point;
    points->class[points->count++] = class;
}

static void points_read(drg_text wording, word_points *points)
{
    points->count = 0;
    points->cut = false;
    for (size_t at = 0; at < wording.size;) {
        int32_t point = (unsigned char)wording.data[at];
        size_t size = 1;
        if (point >= 0x80) size = base_utf8_next(wording, at, &point);
        points_add(points, point);
        at += size;
    }
}

static void form_write(const word_points *points, features_word *word)
{
    word->form_size = 0;
    if (points->cut) return;
    size_t size = 0;
    for (size_t i = 0; i < points->count; i++) {
        if (size + 4 > FEATURES_FORM_BYTES) return;
        int32_t point = points->lower[i];
        if (point >= 0 && point < 0x80)
            word->form[size++] = (char)point;
        else
            size += (size_t)utf8proc_encode_char(point < 0 ? 0xFFFD : point, (utf8proc_uint8_t *)word->form + size);
    }
    word->form_size = (uint32_t)size;
}

/* Runs of letters count up to two, of digits up to four: "Aa", "AA", "0000", "Aa-aa". */
static uint32_t shape_hash(const word_points *points)
{
    uint32_t hash = hash_step(0x811C9DC5u, KIND_SHAPE);
    size_t run = 0;
    for (size_t i = 0; i < points->count; i++) {
        uint8_t class = points->class[i];
        run = i > 0 && points->class[i - 1] == class ? run + 1 : 1;
        if (run <= (class == '0' ? 4u : 2u)) hash = hash_step(hash, class);
    }
    return hash_end(hash);
}

void features_read(drg_text wording, features_word *ret_word)
{
    word_points points;
    points_read(wording, &points);
    form_write(&points, ret_word);
    uint32_t count = 0;
    ret_word->affixes[count++] = shape_hash(&points);
    uint32_t prefix = hash_step(0x811C9DC5u, KIND_PREFIX), suffix = hash_step(0x811C9DC5u, KIND_SUFFIX);
    for (size_t i = 0; i < LONGEST_PREFIX && i < points.count; i++) {
        prefix = hash_step(prefix, (uint32_t)points.lower[i]);
        ret_word->affixes[count++] = hash_end(prefix);
    }
    for (size_t i = 0; i < LONGEST_SUFFIX && i < points.count; i++) {
        suffix = hash_step(suffix, (uint32_t)points.lower[points.count - 1 - i]);
        ret_word->affixes[count++] = hash_end(suffix);
    }
    ret_word->affix_count = count;
}
