/* SPDX-License-Identifier: Apache-2.0
 * The way from a document to a sink in one of the formats. See dragoman.h. */
#include "output/output.h"

/* Apart from drg_document_write, because what a function has changed after its setjmp is lost to it after the jump. */
static drg_status write_listing(output_stream *stream, base_arena *arena, const drg_document *document,
                                const drg_style *style, drg_error *error)
{
    jmp_buf escape;
    base_arena_open(arena, 0, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "no memory to lay out the table");
    output_listing(stream, arena, document, style ? *style : (drg_style){0});
    return DRG_OK;
}

static drg_status write_format(output_stream *stream, const drg_document *document, drg_format format,
                               const drg_style *style, drg_error *error)
{
    if (format == DRG_FORMAT_NDJSON) {
        output_lines(stream, document);
    } else if (format == DRG_FORMAT_CONLLU) {
        output_treebank(stream, document);
    } else if (format == DRG_FORMAT_TABLE) {
        base_arena arena;
        drg_status status = write_listing(stream, &arena, document, style, error);
        base_arena_close(&arena);
        return status;
    } else {
        return base_fail(error, DRG_ERROR_USAGE, "there is no format %d", (int)format);
    }
    return DRG_OK;
}

drg_status drg_document_write(const drg_document *document, drg_format format, const drg_style *style, drg_sink sink,
                              void *sink_context, drg_error *error)
{
    output_stream stream;
    stream.sink = sink;
    stream.context = sink_context;
    stream.used = 0;
    stream.stopped = false;
    drg_status status = write_format(&stream, document, format, style, error);
    if (status != DRG_OK) return status;
    output_flush(&stream);
    return stream.stopped ? base_fail(error, DRG_ERROR_IO, "writing was stopped") : DRG_OK;
}

/* ---------------------------------------------------------------- tables */

static drg_status write_page(output_stream *stream, base_arena *arena, const drg_table *table, const drg_style *style,
                             drg_error *error)
{
    jmp_buf escape;
    base_arena_open(arena, 0, &escape);
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "no memory to lay out the table");
    output_table_page(stream, arena, table, style ? *style : (drg_style){0});
    return DRG_OK;
}

static drg_status write_table(output_stream *stream, const drg_table *table, drg_format format, const drg_style *style,
                              drg_error *error)
{
    base_arena arena = {0};
    drg_status status = DRG_OK;
    switch (format) {
    case DRG_FORMAT_NDJSON: output_table_lines(stream, table); break;
    case DRG_FORMAT_CSV: output_table_csv(stream, table); break;
    case DRG_FORMAT_MARKDOWN: output_table_markdown(stream, table); break;
    case DRG_FORMAT_TABLE: status = write_page(stream, &arena, table, style, error); break;
    default: return base_fail(error, DRG_ERROR_USAGE, "there is no format %d of tables", (int)format);
    }
    base_arena_close(&arena);
    return status;
}

drg_status drg_table_write(const drg_table *table, drg_format format, const drg_style *style, drg_sink sink,
                           void *sink_context, drg_error *error)
{
    output_stream stream;
    stream.sink = sink;
    stream.context = sink_context;
    stream.used = 0;
    stream.stopped = false;
    drg_status status = write_table(&stream, table, format, style, error);
    if (status != DRG_OK) return status;
    output_flush(&stream);
    return stream.stopped ? base_fail(error, DRG_ERROR_IO, "writing was stopped") : DRG_OK;
}
