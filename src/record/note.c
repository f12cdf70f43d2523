/* SPDX-License-Identifier: Apache-2.0
 * Notes: what a reader should know of a text beside its record. See record.h. */
#include <stdarg.h>
#include <stdio.h>

#include "record/record.h"

void record_note(drg_document *document, drg_span span, const char *format, ...)
{
    if (document->notes.count >= BOUND_NOTES) return;
    char text[512];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (size < 0) return;
    if (document->notes.count == BOUND_NOTES - 1)
        size = snprintf(text, sizeof text, "more than %d notes: the others are left out", BOUND_NOTES - 1);
    drg_text made = {text, (size_t)size < sizeof text ? (size_t)size : sizeof text - 1};
    drg_note note = {span, base_text_copy(&document->arena, base_utf8_repair(&document->arena, made))};
    base_push(&document->arena, &document->notes) = note;
}
