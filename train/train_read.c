/* SPDX-License-Identifier: Apache-2.0 */
#include "train_read.h"

static const char marker[] = "# newdoc";

/* The next line at or after `at` that starts a document; the size of the text when there is none. */
static size_t next_document(drg_text text, size_t at)
{
    while (at < text.size) {
        if (base_text_starts(base_text_slice(text, at, text.size), BASE_LITERAL("# newdoc"))) return at;
        const char *end = memchr(text.data + at, '\n', text.size - at);
        at = end ? (size_t)(end - text.data) + 1 : text.size;
    }
    return at;
}

static drg_text document_name(drg_text text)
{
    const char *end = memchr(text.data, '\n', text.size);
    drg_text line = base_text_slice(text, sizeof marker - 1, end ? (size_t)(end - text.data) : text.size);
    const char *equals = memchr(line.data, '=', line.size);
    if (!equals) return base_text_trim(line);
    return base_text_trim(base_text_slice(line, (size_t)(equals - line.data) + 1, line.size));
}

/* What "# meta::title = ..." says; empty without it. */
static drg_text document_title(drg_text text)
{
    static const char mark[] = "# meta::title =";
    for (size_t at = 0; at < text.size;) {
        drg_text rest = base_text_slice(text, at, text.size);
        const char *end = memchr(rest.data, '\n', rest.size);
        drg_text line = base_text_slice(rest, 0, end ? (size_t)(end - rest.data) : rest.size);
        if (base_text_starts(line, base_text_from(mark)))
            return base_text_trim(base_text_slice(line, sizeof mark - 1, line.size));
        if (!line.size || line.data[0] != '#') break;
        at += line.size + 1;
    }
    return (drg_text){NULL, 0};
}

drg_status train_read(base_arena *arena, const char *folder, const char *name, train_documents *documents,
                      drg_error *error)
{
    drg_text text;
    const char *path = base_text_format(arena, "%s/%s", folder, name).data;
    drg_status status = base_file_read(arena, path, (size_t)1 << 30, &text, error);
    if (status != DRG_OK) return status;
    for (size_t at = next_document(text, 0); at < text.size && status == DRG_OK;) {
        size_t end = next_document(text, at + 1);
        drg_text part = base_text_slice(text, at, end);
        drg_document *document = BASE_NEW(arena, drg_document);
        base_arena_open(&document->arena, 0, arena->escape); /* kept for the life of the program */
        status = language_read_conllu(arena, document, part, error);
        document->source.title = document_title(part);
        base_push(arena, documents) = (train_document){document_name(part), part, document};
        at = end;
    }
    return status;
}
