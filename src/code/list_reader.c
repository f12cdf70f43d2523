/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/classes/NAME.txt (a word or several a line, "<other>" takes in a class) and data/cues/NAME.tsv (words, part
 * of speech, prepositions or the role for light verbs) and data/leanings/NAME.tsv (words, part of speech, type, mode).
 * Out: what hangs on the words of the lexicon. Plain text with
 * our own reader, because each line is one fact and an error can point at the very column.
 */
#include "code/compiler.h"

#include <stdio.h>

/* ---- lines */

typedef struct line_reader {
    drg_text bytes;
    size_t at;
    uint32_t line;
    drg_text text; /* of the line, without comment and surrounding space */
    uint32_t column;
} line_reader;

/* The next line that says something. */
static bool next_line(line_reader *reader)
{
    while (reader->at < reader->bytes.size) {
        const char *begin = reader->bytes.data + reader->at;
        const char *end = memchr(begin, '\n', reader->bytes.size - reader->at);
        size_t size = end ? (size_t)(end - begin) : reader->bytes.size - reader->at;
        reader->at += size + 1;
        reader->line++;
        drg_text text = {begin, size};
        const char *comment = memchr(begin, '#', size);
        if (comment) text.size = (size_t)(comment - begin);
        reader->text = base_text_trim(text);
        reader->column = (uint32_t)(reader->text.data - begin) + 1;
        if (reader->text.size) return true;
    }
    return false;
}

static drg_status read_text_file(code_compiler *compiler, const char *folder, drg_text name, line_reader *ret_reader)
{
    compiler->path = base_text_format(compiler->arena, "%s/%.*s", folder, BASE_PRINT(name)).data;
    drg_text bytes;
    drg_status status = base_file_read(compiler->arena, compiler->path, BOUND_RULE_FILE_BYTES, &bytes, compiler->error);
    if (status != DRG_OK) return status;
    size_t broken = base_utf8_broken(bytes, 0);
    if (broken < bytes.size)
        return base_fail(compiler->error, DRG_ERROR_FORMAT, "%s byte %zu: not UTF-8", compiler->path, broken);
    *ret_reader = (line_reader){.bytes = bytes};
    return DRG_OK;
}

static drg_text without_suffix(drg_text name, size_t suffix)
{
    return base_text_slice(name, 0, name.size - suffix);
}

/* ---- classes */

static bool is_class_name(drg_text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (!((name.data[i] >= 'a' && name.data[i] <= 'z') || (i && name.data[i] == '-'))) return false;
    return name.size > 0;
}

static drg_status read_class_line(code_compiler *compiler, const line_reader *line, uint32_t id)
{
    drg_text text = line->text;
    if (text.data[0] == '<') {
        drg_text name =
            base_text_slice(text, 1, text.size - (text.size > 1 && base_text_ends(text, BASE_LITERAL(">"))));
        if (name.size + 2 != text.size || !is_class_name(name))
            return compiler_fail(compiler, line->line, line->column, "'%.*s': expected a class such as <agreement>",
                                 BASE_PRINT(text));
        uint32_t other =
            compiler_class_named(compiler, base_text_copy(compiler->arena, name), line->line, line->column);
        base_push(compiler->arena, &compiler->classes.items[id].taken_in) = other;
        return DRG_OK;
    }
    compiler_words words;
    const char *expected = compiler_words_read(compiler, text, false, &words);
    if (expected)
        return compiler_fail(compiler, line->line, line->column, "'%.*s': expected %s", BASE_PRINT(text), expected);
    base_push(compiler->arena, &compiler->classes.items[id].own) = words;
    return DRG_OK;
}

static drg_status read_class(code_compiler *compiler, const char *folder, drg_text file)
{
    line_reader reader;
    drg_status status = read_text_file(compiler, folder, file, &reader);
    if (status != DRG_OK) return status;
    drg_text name = without_suffix(file, 4);
    if (!is_class_name(name))
        return base_fail(compiler->error, DRG_ERROR_FORMAT,
                         "%s: a class is named by small letters and hyphens, as agreement.txt", compiler->path);
    uint32_t id = compiler_class_named(compiler, name, 0, 0);
    compiler->classes.items[id].read = true;
    compiler->classes.items[id].path = compiler->path;
    while (next_line(&reader))
        if ((status = read_class_line(compiler, &reader, id)) != DRG_OK) return status;
    return DRG_OK;
}

drg_status compiler_read_classes(code_compiler *compiler, const char *data_folder)
{
    const char *folder = base_text_format(compiler->arena, "%s/classes", data_folder).data;
    compiler->path = "the engine";
    for (unsigned i = 0; i < CODE_CLASS_COUNT; i++)
        compiler_class_named(compiler, base_text_from(code_class_name((code_class)i)), 0, 0);
    drg_texts files;
    drg_status status = base_folder_list(compiler->arena, folder, ".txt", false, &files, compiler->error);
    for (size_t i = 0; status == DRG_OK && i < files.count; i++) status = read_class(compiler, folder, files.items[i]);
    return status;
}

static void hang_member(code_compiler *compiler, const compiler_words *words, void *context)
{
    code_member member = {*(const uint32_t *)context, compiler_phrase(compiler, words)};
    uint32_t word = compiler_word(compiler, words->head);
    base_push(compiler->arena, &compiler->words.items[word].members) = member;
}

/* Hangs the words of `from` and of all that it takes in on class `id`. `seen` marks the classes already in, so that a
 * ring of classes ends. */
static void hang_class(code_compiler *compiler, uint32_t id, uint32_t from, bool *seen)
{
    BASE_VECTOR(uint32_t) open = {0};
    base_push(compiler->arena, &open) = from;
    while (open.count) {
        uint32_t next = open.items[--open.count];
        if (seen[next]) continue;
        seen[next] = true;
        compiler_class *class = &compiler->classes.items[next];
        for (size_t i = 0; i < class->own.count; i++)
            compiler_words_each(compiler, &class->own.items[i], hang_member, &id);
        for (size_t i = 0; i < class->taken_in.count; i++) base_push(compiler->arena, &open) = class->taken_in.items[i];
    }
}

drg_status compiler_finish_classes(code_compiler *compiler)
{
    for (uint32_t i = 0; i < compiler->classes.count; i++) {
        const compiler_class *class = &compiler->classes.items[i];
        if (!class->read && !class->named_line)
            return base_fail(compiler->error, DRG_ERROR_FORMAT,
                             "data/classes/%.*s.txt is missing: the engine asks for it", BASE_PRINT(class->name));
        if (!class->read) {
            compiler->path = class->named_path;
            return compiler_fail(compiler, class->named_line, class->named_column,
                                 "<%.*s>: no such class; expected a file data/classes/%.*s.txt",
                                 BASE_PRINT(class->name), BASE_PRINT(class->name));
        }
    }
    for (uint32_t i = 0; i < compiler->classes.count; i++)
        hang_class(compiler, i, i, BASE_ARRAY(compiler->arena, bool, compiler->classes.count));
    return DRG_OK;
}

/* ---- cues */

#define CUE_COLUMNS 4

/* Cuts a line at tabs. */
static size_t cut_columns(drg_text line, drg_text columns[CUE_COLUMNS])
{
    size_t count = 0, begin = 0;
    for (size_t i = 0; i <= line.size && count < CUE_COLUMNS; i++) {
        if (i < line.size && line.data[i] != '\t') continue;
        columns[count++] = base_text_trim(base_text_slice(line, begin, i));
        begin = i + 1;
    }
    return count;
}

static uint32_t cue_upos(drg_text name)
{
    static const struct {
        const char *name;
        drg_upos upos;
    } parts[] = {{"verb", DRG_VERB},       {"noun", DRG_NOUN},         {"adjective", DRG_ADJ}, {"adverb", DRG_ADV},
                 {"preposition", DRG_ADP}, {"conjunction", DRG_SCONJ}, {"determiner", DRG_DET}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (base_text_is(name, parts[i].name)) return parts[i].upos;
    return DRG_NONE;
}

static drg_status fail_column(code_compiler *compiler, const line_reader *line, drg_text column, const char *expected)
{
    uint32_t at = line->column + (uint32_t)(column.data - line->text.data);
    return compiler_fail(compiler, line->line, at, "'%.*s': expected %s", BASE_PRINT(column), expected);
}

/* The third column: "of, from" as slots. */
static drg_status read_cue_slots(code_compiler *compiler, const line_reader *line, drg_text column, code_cue *cue)
{
    cue->slots = (uint32_t)compiler->numbers.count;
    size_t begin = 0;
    for (size_t i = 0; i <= column.size; i++) {
        if (i < column.size && column.data[i] != ',') continue;
        drg_text name = base_text_trim(base_text_slice(column, begin, i));
        begin = i + 1;
        if (!name.size) continue;
        code_slot slot = base_text_is(name, "object") ? CODE_SLOT_OBJECT : code_preposition_from(name);
        if (!slot) return fail_column(compiler, line, name, "object, or a preposition such as to, for, of");
        base_push(compiler->arena, &compiler->numbers) = slot;
        cue->slot_count++;
    }
    return DRG_OK;
}

static drg_status read_cue_line(code_compiler *compiler, const line_reader *line, code_cue_class cue_class)
{
    drg_text columns[CUE_COLUMNS] = {{0}};
    size_t count = cut_columns(line->text, columns);
    if (count < 2 || count > 3)
        return compiler_fail(
            compiler, line->line, line->column,
            "%zu columns; expected words, part of speech and, where needed, a third, with tabs between", count);
    code_cue cue = {.cue_class = (uint32_t)cue_class, .upos = cue_upos(columns[1])};
    if (cue.upos == DRG_NONE)
        return fail_column(compiler, line, columns[1],
                           "verb, noun, adjective, adverb, preposition, conjunction or determiner");
    drg_status status = DRG_OK;
    if (cue_class == CODE_CUE_LIGHT) {
        if (!base_text_is(columns[2], "doer") && !base_text_is(columns[2], "target"))
            return fail_column(compiler, line, count > 2 ? columns[2] : columns[1],
                               "doer or target in the third column");
        cue.light = base_text_is(columns[2], "target") ? CODE_LIGHT_TARGET : CODE_LIGHT_DOER;
    } else if (count > 2) {
        status = read_cue_slots(compiler, line, columns[2], &cue);
    }
    if (status != DRG_OK) return status;
    compiler_words words;
    bool head_first = cue.upos == DRG_VERB || cue.upos == DRG_ADJ || cue.upos == DRG_ADP || cue.upos == DRG_SCONJ;
    const char *expected = compiler_words_read(compiler, columns[0], head_first, &words);
    if (expected) return fail_column(compiler, line, columns[0], expected);
    cue.phrase = compiler_phrase(compiler, &words);
    uint32_t word = compiler_word(compiler, words.head);
    base_push(compiler->arena, &compiler->words.items[word].cues) = cue;
    return DRG_OK;
}

drg_status compiler_read_cues(code_compiler *compiler, const char *data_folder)
{
    const char *folder = base_text_format(compiler->arena, "%s/cues", data_folder).data;
    for (unsigned i = 0; i < CODE_CUE_COUNT; i++) {
        line_reader reader;
        drg_text file = base_text_format(compiler->arena, "%s.tsv", code_cue_name((code_cue_class)i));
        drg_status status = read_text_file(compiler, folder, file, &reader);
        while (status == DRG_OK && next_line(&reader)) status = read_cue_line(compiler, &reader, (code_cue_class)i);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

/* ---- leanings */

static drg_status read_leaning_act(code_compiler *compiler, const line_reader *line, const drg_text *columns,
                                   uint32_t *ret_frame)
{
    uint32_t type = record_type_from(columns[2]);
    if (type == DRG_NONE) return fail_column(compiler, line, columns[2], "one of the 16 PLOVER types in capitals");
    if (columns[3].size && !record_mode_exists((drg_type)type, columns[3]))
        return fail_column(compiler, line, columns[3], "a mode of the type");
    *ret_frame = compiler_model_frame(compiler, (drg_type)type, columns[3]);
    return DRG_OK;
}

static drg_status read_leaning_line(code_compiler *compiler, const line_reader *line)
{
    drg_text columns[CUE_COLUMNS] = {{0}};
    size_t count = cut_columns(line->text, columns);
    if (count < 3)
        return compiler_fail(compiler, line->line, line->column,
                             "%zu columns; expected words, part of speech, type and, where plain, mode, with tabs "
                             "between",
                             count);
    code_leaning leaning = {.upos = cue_upos(columns[1])};
    if (leaning.upos != DRG_VERB && leaning.upos != DRG_NOUN && leaning.upos != DRG_ADJ)
        return fail_column(compiler, line, columns[1], "verb, noun or adjective");
    drg_status status = read_leaning_act(compiler, line, columns, &leaning.frame);
    if (status != DRG_OK) return status;
    compiler_words words;
    const char *expected = compiler_words_read(compiler, columns[0], leaning.upos != DRG_NOUN, &words);
    if (expected) return fail_column(compiler, line, columns[0], expected);
    leaning.phrase = compiler_phrase(compiler, &words);
    uint32_t word = compiler_word(compiler, words.head);
    base_push(compiler->arena, &compiler->words.items[word].leanings) = leaning;
    return DRG_OK;
}

drg_status compiler_read_leanings(code_compiler *compiler, const char *data_folder)
{
    const char *folder = base_text_format(compiler->arena, "%s/leanings", data_folder).data;
    drg_texts files;
    for (unsigned i = 0; i < DRG_TYPE_COUNT; i++)
        compiler->model_frames[i] = compiler_model_frame(compiler, (drg_type)i, (drg_text){"", 0});
    drg_status status = base_folder_list(compiler->arena, folder, ".tsv", false, &files, compiler->error);
    for (size_t i = 0; status == DRG_OK && i < files.count; i++) {
        line_reader reader;
        status = read_text_file(compiler, folder, files.items[i], &reader);
        while (status == DRG_OK && next_line(&reader)) status = read_leaning_line(compiler, &reader);
    }
    return status;
}
