/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as a report, through the whole pipeline: the record keeps its laws, each NDJSON line is JSON, the table and
 * the CoNLL-U are UTF-8, and reading the same again gives the same.
 */
#include <json.h>
#include <string.h>

#include "fuzz.h"
#include "record/record.h"

#define LARGEST 65536

typedef struct kept {
    char *bytes;
    size_t size, capacity;
} kept;

static bool keep(void *context, const char *bytes, size_t size)
{
    kept *all = context;
    if (all->size + size > all->capacity) {
        all->capacity = 2 * (all->size + size);
        all->bytes = realloc(all->bytes, all->capacity);
        FUZZ_HOLDS(all->bytes);
    }
    memcpy(all->bytes + all->size, bytes, size);
    all->size += size;
    return true;
}

static drg_engine *open_engine(void)
{
    const char *path = getenv("DRAGOMAN_DATA");
    drg_engine *engine = NULL;
    drg_error error;
    if (!path || drg_engine_open(path, &engine, &error) != DRG_OK) {
        fprintf(stderr, "skipped: $DRAGOMAN_DATA: %s\n", path ? error.message : "not set");
        exit(77);
    }
    return engine;
}

static kept write_document(const drg_document *document, drg_format format)
{
    kept all = {0};
    drg_error error;
    drg_style style = {.color = format == DRG_FORMAT_TABLE, .width = 80};
    FUZZ_HOLDS(drg_document_write(document, format, &style, keep, &all, &error) == DRG_OK);
    FUZZ_HOLDS(base_utf8_broken((drg_text){all.bytes, all.size}, 0) == all.size);
    return all;
}

static void check_lines(const kept *all)
{
    json_tokener *tokener = json_tokener_new();
    for (size_t at = 0; at < all->size;) {
        const char *end = memchr(all->bytes + at, '\n', all->size - at);
        FUZZ_HOLDS(end);
        size_t size = (size_t)(end - all->bytes) - at;
        json_tokener_reset(tokener);
        json_object *line = json_tokener_parse_ex(tokener, all->bytes + at, (int)size);
        FUZZ_HOLDS(line && json_object_is_type(line, json_type_object));
        json_object_put(line);
        at += size + 1;
    }
    json_tokener_free(tokener);
}

static kept read_once(drg_session *session, drg_text text)
{
    drg_source source = {.text = text, .published = BASE_LITERAL("2024-05-14")};
    drg_document *document = NULL;
    drg_error error = {""};
    if (drg_session_read(session, &source, &document, &error) != DRG_OK) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    if (record_check(document, &error) != DRG_OK) {
        fprintf(stderr, "%s\n", error.message);
        abort();
    }
    for (int format = DRG_FORMAT_TABLE; format <= DRG_FORMAT_CONLLU; format++)
        free(write_document(document, (drg_format)format).bytes);
    kept lines = write_document(document, DRG_FORMAT_NDJSON);
    drg_document_close(document);
    return lines;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static drg_engine *engine; /* kept for all inputs */
    static drg_session *session;
    if (!engine) {
        engine = open_engine();
        FUZZ_HOLDS(drg_session_open(engine, &(drg_options){.depth = DRG_DEPTH_EVENTS, .explain = true}, &session,
                                    NULL) == DRG_OK);
    }
    drg_text text = {(const char *)data, size < LARGEST ? size : LARGEST};
    kept first = read_once(session, text), second = read_once(session, text);
    FUZZ_HOLDS(first.size == second.size && memcmp(first.bytes, second.bytes, first.size) == 0);
    check_lines(&first);
    free(first.bytes);
    free(second.bytes);
    return 0;
}
