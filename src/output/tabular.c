/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the table of a view. Out: NDJSON, CSV (RFC 4180) or Markdown, each row with its sources: what stands behind a
 * table must not be lost on the way into another program. See table.c for terminals.
 */
#include <stdio.h>

#include "output/output.h"

static void put_string(output_stream *stream, const char *string)
{
    output_put(stream, base_text_from(string));
}

/* ---------------------------------------------------------------- NDJSON */

static void put_member(output_json *json, const char *key, drg_text value)
{
    if (!value.size) return;
    output_json_key(json, key);
    output_json_text(json, value);
}

static void put_reference(output_json *json, const drg_reference *source)
{
    output_json_open(json, '{');
    put_member(json, "doc", source->document);
    put_member(json, "publisher", source->publisher);
    put_member(json, "published", source->published);
    output_json_key(json, "sentence");
    output_json_integer(json, source->sentence);
    output_json_key(json, "span");
    output_json_open(json, '[');
    output_json_integer(json, source->span.begin);
    output_json_integer(json, source->span.end);
    output_json_close(json, ']');
    put_member(json, "text", source->wording);
    output_json_close(json, '}');
}

/* A cell that has a source of its own is an object. */
static void put_json_cell(output_json *json, const drg_table *table, const drg_cell *cell)
{
    if (cell->source == DRG_NONE) {
        output_json_text(json, cell->text);
        return;
    }
    output_json_open(json, '{');
    output_json_key(json, "value");
    output_json_text(json, cell->text);
    output_json_key(json, "source");
    put_reference(json, &table->sources[cell->source]);
    output_json_close(json, '}');
}

void output_table_lines(output_stream *stream, const drg_table *table)
{
    for (size_t i = 0; i < table->row_count && !stream->stopped; i++) {
        const drg_row *row = &table->rows[i];
        output_json json = {.stream = stream};
        output_json_open(&json, '{');
        for (size_t column = 0; column < table->columns.count; column++) {
            if (!row->cells[column].text.size) continue;
            output_json_text(&json, table->columns.items[column]);
            output_put_char(stream, ':');
            json.after_key = true;
            put_json_cell(&json, table, &row->cells[column]);
        }
        output_json_key(&json, "sources");
        output_json_open(&json, '[');
        for (size_t k = 0; k < row->sources.count; k++) put_reference(&json, &table->sources[row->sources.items[k]]);
        output_json_close(&json, ']');
        output_json_close(&json, '}');
        output_put_char(stream, '\n');
    }
}

/* ---------------------------------------------------------------- CSV */

static void put_csv_text(output_stream *stream, drg_text text)
{
    output_put_char(stream, '"');
    for (size_t at = 0; at < text.size;) {
        size_t size;
        drg_text piece = output_line_piece(text, at, &size);
        if (text.data[at] == '"')
            put_string(stream, "\"\"");
        else if (text.data[at] == '\n')
            put_string(stream, "; ");
        else
            output_put(stream, piece);
        at += size;
    }
    output_put_char(stream, '"');
}

static void put_csv_number(output_stream *stream, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, ",%lu", (unsigned long)number);
    put_string(stream, digits);
}

void output_table_csv(output_stream *stream, const drg_table *table)
{
    for (size_t column = 0; column < table->columns.count; column++) {
        put_csv_text(stream, table->columns.items[column]);
        output_put_char(stream, ',');
    }
    put_string(stream, "\"document\",\"sentence\",\"span_begin\",\"span_end\",\"wording\"\r\n");
    for (size_t i = 0; i < table->row_count && !stream->stopped; i++) {
        const drg_row *row = &table->rows[i];
        const drg_reference *source = &table->sources[row->sources.items[0]];
        for (size_t column = 0; column < table->columns.count; column++) {
            if (row->cells[column].text.size) put_csv_text(stream, row->cells[column].text);
            output_put_char(stream, ',');
        }
        put_csv_text(stream, source->document);
        put_csv_number(stream, source->sentence);
        put_csv_number(stream, source->span.begin);
        put_csv_number(stream, source->span.end);
        output_put_char(stream, ',');
        put_csv_text(stream, source->wording);
        put_string(stream, "\r\n");
    }
}

/* ---------------------------------------------------------------- Markdown */

/* As text that means nothing to Markdown; a line end of the cell as <br>. */
static void put_plain(output_stream *stream, drg_text text)
{
    for (size_t at = 0; at < text.size;) {
        size_t size;
        drg_text piece = output_line_piece(text, at, &size);
        char byte = text.data[at];
        if (byte == '\n') {
            put_string(stream, "<br>");
        } else {
            if (byte && strchr("\\`*_[]<>|#&", byte)) output_put_char(stream, '\\');
            output_put(stream, piece);
        }
        at += size;
    }
}

static void put_mark(output_stream *stream, uint32_t source)
{
    char mark[24];
    snprintf(mark, sizeof mark, "\\[%lu\\]", (unsigned long)source + 1);
    put_string(stream, mark);
}

static void put_marks(output_stream *stream, drg_indexes sources)
{
    for (size_t i = 0; i < sources.count; i++) {
        if (i) output_put_char(stream, ' ');
        put_mark(stream, sources.items[i]);
    }
}

static void put_source_line(output_stream *stream, const drg_table *table, uint32_t index)
{
    const drg_reference *source = &table->sources[index];
    char sentence[32];
    put_string(stream, "- ");
    put_mark(stream, index);
    output_put_char(stream, ' ');
    const drg_text facts[] = {source->publisher, source->published, source->title};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (!facts[i].size) continue;
        put_plain(stream, facts[i]);
        put_string(stream, ", ");
    }
    put_plain(stream, source->document);
    snprintf(sentence, sizeof sentence, ":%lu: \xE2\x80\x9C", (unsigned long)source->sentence);
    put_string(stream, sentence);
    put_plain(stream, source->wording);
    put_string(stream, "\xE2\x80\x9D\n");
}

static void put_markdown_row(output_stream *stream, const drg_table *table, const drg_row *row)
{
    for (size_t column = 0; column < table->columns.count; column++) {
        const drg_cell *cell = &row->cells[column];
        put_string(stream, "| ");
        put_plain(stream, cell->text);
        if (cell->text.size && cell->source != DRG_NONE) {
            output_put_char(stream, ' ');
            put_mark(stream, cell->source);
        }
        output_put_char(stream, ' ');
    }
    put_string(stream, "| ");
    put_marks(stream, row->sources);
    put_string(stream, " |\n");
}

static void put_markdown_table(output_stream *stream, const drg_table *table)
{
    for (size_t column = 0; column < table->columns.count; column++) {
        put_string(stream, "| ");
        put_plain(stream, table->columns.items[column]);
        output_put_char(stream, ' ');
    }
    put_string(stream, "| sources |\n");
    for (size_t column = 0; column <= table->columns.count; column++) put_string(stream, "| --- ");
    put_string(stream, "|\n");
    for (size_t i = 0; i < table->row_count && !stream->stopped; i++) put_markdown_row(stream, table, &table->rows[i]);
}

/* A brief: a heading where the section changes, a line a sentence. */
static void put_markdown_page(output_stream *stream, const drg_table *table)
{
    drg_text section = {0};
    for (size_t i = 0; i < table->row_count && !stream->stopped; i++) {
        const drg_row *row = &table->rows[i];
        if (!base_text_equal(row->cells[0].text, section)) {
            section = row->cells[0].text;
            put_string(stream, i ? "\n## " : "## ");
            put_plain(stream, section);
            put_string(stream, "\n\n");
        }
        put_string(stream, "- ");
        put_plain(stream, row->cells[1].text);
        output_put_char(stream, ' ');
        put_marks(stream, row->sources);
        output_put_char(stream, '\n');
    }
}

void output_table_markdown(output_stream *stream, const drg_table *table)
{
    if (!table->row_count) return;
    if (table->view == DRG_VIEW_BRIEF)
        put_markdown_page(stream, table);
    else
        put_markdown_table(stream, table);
    put_string(stream, "\nSources:\n\n");
    for (size_t i = 0; i < table->source_count && !stream->stopped; i++) put_source_line(stream, table, (uint32_t)i);
}
