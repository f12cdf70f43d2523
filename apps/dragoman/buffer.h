/* SPDX-License-Identifier: Apache-2.0
 * Growing text of the command, and memory that is there or ends the program with a message and code 1. */
#ifndef BUFFER_H
#define BUFFER_H

#include "dragoman.h"

void *memory_take(size_t size);               /* zeroed */
void *memory_grow(void *memory, size_t size); /* as realloc */
char *memory_copy(drg_text text);             /* NUL-terminated */

typedef struct line_buffer {
    char *data; /* NUL-terminated once something was added */
    size_t size, capacity;
} line_buffer;

void buffer_add(line_buffer *buffer, drg_text text);
void buffer_add_string(line_buffer *buffer, const char *string);
void buffer_format(line_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_free(line_buffer *buffer);

/* Adds text for people: control characters and line ends as blanks, broken bytes as U+FFFD. */
void buffer_add_clean(line_buffer *buffer, drg_text text);

/* A slice of the words of a C string. */
drg_text text_of(const char *string);
bool text_equal(drg_text a, drg_text b);
bool text_is(drg_text a, const char *string);
drg_text text_slice(drg_text text, size_t begin, size_t end);
drg_text text_trim(drg_text text);
/* Where `part` stands in `text` at or after `from`; SIZE_MAX when it does not. */
size_t text_find(drg_text text, drg_text part, size_t from);

/* The length of the UTF-8 character at `at`, 1 for a broken byte; its code point, or -1. */
size_t text_character(drg_text text, size_t at, int32_t *ret_point);
/* Columns that a character takes: 0 for combining marks and the like, 2 for wide East Asian ones, else 1. */
int character_width(int32_t point);
/* Columns of a clean text. */
size_t text_width(drg_text text);

/* For printf("%.*s", TEXT_PRINT(text)). */
#define TEXT_PRINT(text) (int)((text).size < 4096 ? (text).size : 4096), ((text).data ? (text).data : "")

#endif
