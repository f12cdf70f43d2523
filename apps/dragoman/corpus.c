/* SPDX-License-Identifier: Apache-2.0
 * In: the bytes of a corpus file. Out: its cases.
 * The form is tree-sitter's: a ruler of =, a title, attributes, a ruler, the text, a ruler of -, the expected lines. It
 * is read and written with any editor, and a difference between two versions reads as what changed in the record. */
#include "corpus.h"

#include <stdlib.h>

typedef struct line_reader {
    const corpus_file *file;
    size_t at;     /* of the line after `text` */
    size_t begin;  /* of `text` */
    drg_text text; /* the line, without white space at its end */
    size_t number;
    bool end;
} line_reader;

static void next_line(line_reader *reader)
{
    drg_text bytes = {reader->file->bytes, reader->file->size};
    reader->end = reader->at >= bytes.size;
    reader->begin = reader->at;
    if (reader->end) return;
    size_t end = text_find(bytes, text_of("\n"), reader->at);
    if (end == SIZE_MAX) end = bytes.size;
    drg_text line = text_slice(bytes, reader->at, end);
    while (line.size &&
           (line.data[line.size - 1] == ' ' || line.data[line.size - 1] == '\t' || line.data[line.size - 1] == '\r'))
        line.size--;
    reader->text = line;
    reader->number++;
    reader->at = end < bytes.size ? end + 1 : end;
}

static bool is_ruler(drg_text line, char byte)
{
    for (size_t i = 0; i < line.size; i++)
        if (line.data[i] != byte) return false;
    return line.size >= 3;
}

static bool complain(const line_reader *reader, line_buffer *problem, const char *what)
{
    buffer_format(problem, "%s line %zu: %s", reader->file->path, reader->number, what);
    return false;
}

/* ":date 2024-05-14": the value behind the name, when the line has that name. */
static bool has_name(drg_text line, const char *name, drg_text *ret_value)
{
    drg_text start = text_of(name);
    if (line.size < start.size || !text_equal(text_slice(line, 0, start.size), start)) return false;
    if (line.size > start.size && line.data[start.size] != ' ' && line.data[start.size] != '\t') return false;
    *ret_value = text_trim(text_slice(line, start.size, line.size));
    return true;
}

static bool read_attribute(const line_reader *reader, corpus_case *one, line_buffer *problem)
{
    drg_text value;
    drg_error error;
    if (has_name(reader->text, ":date", &value)) {
        one->date = value;
        if (drg_date_check(value, &error) != DRG_OK) return complain(reader, problem, error.message);
    } else if (has_name(reader->text, ":id", &value)) {
        one->id = value;
    } else if (has_name(reader->text, ":todo", &value)) {
        one->todo = true;
    } else if (has_name(reader->text, ":skip", &value)) {
        one->skip = true;
    } else if (has_name(reader->text, ":exact", &value)) {
        one->exact = true;
    } else if (has_name(reader->text, ":kind", &value)) {
        one->kind = value;
    } else if (has_name(reader->text, ":register", &value)) {
        one->reg = value;
    } else {
        return complain(reader, problem, "the attributes are :date :id :kind :register :todo :skip :exact");
    }
    return true;
}

static bool read_header(line_reader *reader, corpus_case *one, line_buffer *problem)
{
    next_line(reader); /* behind the ruler */
    if (reader->end || !reader->text.size || is_ruler(reader->text, '='))
        return complain(reader, problem, "a title is expected after the ruler");
    one->title = reader->text;
    one->line = reader->number;
    for (next_line(reader); !reader->end && !is_ruler(reader->text, '='); next_line(reader))
        if (!read_attribute(reader, one, problem)) return false;
    return !reader->end || complain(reader, problem, "the ruler === after the title is lacking");
}

static bool read_text(line_reader *reader, corpus_case *one, line_buffer *problem)
{
    size_t begin = reader->at;
    for (next_line(reader); !reader->end && !is_ruler(reader->text, '-'); next_line(reader))
        if (is_ruler(reader->text, '=')) break;
    if (reader->end || is_ruler(reader->text, '='))
        return complain(reader, problem, "the ruler --- after the text is lacking");
    one->text = text_trim((drg_text){reader->file->bytes + begin, reader->begin - begin});
    return true;
}

static bool read_expected_line(const line_reader *reader, corpus_case *one, line_buffer *problem)
{
    drg_text line = text_trim(reader->text);
    if (!line.size || line.data[0] == '#') return true;
    line_buffer reason = {0};
    corpus_line read = {.raw = reader->text, .line = reader->number};
    bool good = expectation_read(line, &read.expectation, &reason);
    if (good) {
        one->lines = memory_grow(one->lines, (one->line_count + 1) * sizeof *one->lines);
        one->lines[one->line_count++] = read;
    } else {
        complain(reader, problem, reason.data);
    }
    buffer_free(&reason);
    return good;
}

static bool read_expected(line_reader *reader, corpus_case *one, line_buffer *problem)
{
    one->expected_begin = reader->at;
    for (next_line(reader); !reader->end && !is_ruler(reader->text, '='); next_line(reader))
        if (!read_expected_line(reader, one, problem)) return false;
    one->expected_end = reader->begin;
    return true;
}

static bool read_cases(corpus_file *file, line_buffer *problem)
{
    line_reader reader = {.file = file};
    for (next_line(&reader); !reader.end && (!reader.text.size || reader.text.data[0] == '#');) next_line(&reader);
    while (!reader.end) {
        if (!is_ruler(reader.text, '=')) return complain(&reader, problem, "a ruler === is expected");
        file->cases = memory_grow(file->cases, (file->case_count + 1) * sizeof *file->cases);
        corpus_case *one = &file->cases[file->case_count++];
        *one = (corpus_case){0};
        if (!read_header(&reader, one, problem) || !read_text(&reader, one, problem) ||
            !read_expected(&reader, one, problem))
            return false;
    }
    return true;
}

bool corpus_read(const char *path, drg_text bytes, corpus_file *ret_file, line_buffer *problem)
{
    corpus_file file = {.path = memory_copy(text_of(path)), .bytes = memory_copy(bytes), .size = bytes.size};
    bool good = read_cases(&file, problem);
    if (!good) corpus_free(&file);
    *ret_file = file;
    return good;
}

static uint32_t hash_of(drg_text text)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.size; i++) hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
    return hash >> 16;
}

bool corpus_is_held(const corpus_case *one)
{
    return hash_of(one->text) % 5 == 0;
}

bool corpus_is_held_report(const corpus_case *one)
{
    return hash_of(one->text) % 3 == 0;
}

void corpus_free(corpus_file *file)
{
    for (size_t i = 0; i < file->case_count; i++) {
        for (size_t k = 0; k < file->cases[i].line_count; k++) expectation_free(&file->cases[i].lines[k].expectation);
        free(file->cases[i].lines);
    }
    free(file->cases);
    free(file->bytes);
    free(file->path);
    *file = (corpus_file){0};
}
