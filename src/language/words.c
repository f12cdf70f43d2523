/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the text lists under data/language/. Out: one table from word to flags, see words.h. One table for all lists,
 * because a word of a text is then looked for once.
 */
#include "language/words.h"

typedef struct words_list {
    const char *file;
    uint32_t flags;
} words_list;

static const words_list lists[] = {
    {"abbreviations.txt", 0},
    {"contractions.txt", 0},
    {"prefixes.txt", WORDS_PREFIX},
    {"units.txt", WORDS_UNIT},
    {"dateline-sources.txt", WORDS_SOURCE},
    {"bylines.txt", WORDS_BYLINE},
    {"speech-words.txt", WORDS_SPEECH},
    {"emoticons.txt", WORDS_EMOTICON},
    {"elisions.txt", WORDS_ELISION},
    {"address-ends.txt", WORDS_ADDRESS},
    {"sentence-openers.txt", WORDS_OPENER},
    {"time-words.txt", WORDS_TIME},
};

enum { ABBREVIATIONS = 0, CONTRACTIONS = 1 };

typedef struct words_compiler {
    base_arena *arena;
    base_map places;
    BASE_VECTOR(drg_text) keys;
    BASE_VECTOR(uint32_t) values;
    const char *path;
    size_t line;
    drg_error *error;
} words_compiler;

static void words_add(words_compiler *compiler, drg_text key, uint32_t flags)
{
    uint32_t *place = base_map_put(compiler->arena, &compiler->places, key, DRG_NONE);
    if (*place == DRG_NONE) {
        *place = (uint32_t)compiler->keys.count;
        base_push(compiler->arena, &compiler->keys) = key;
        base_push(compiler->arena, &compiler->values) = 0;
    }
    compiler->values.items[*place] |= flags;
}

static drg_status words_fail(const words_compiler *compiler, drg_text value, const char *expected)
{
    return base_fail(compiler->error, DRG_ERROR_FORMAT, "%s line %zu: '%.*s': expected %s", compiler->path,
                     compiler->line, BASE_PRINT(value), expected);
}

static drg_status words_add_abbreviation(words_compiler *compiler, drg_text word, drg_text value)
{
    uint32_t flags = base_text_is(value, "title")    ? WORDS_TITLE
                     : base_text_is(value, "plain")  ? WORDS_PLAIN
                     : base_text_is(value, "number") ? WORDS_NUMBER
                     : base_text_is(value, "region") ? WORDS_REGION
                     : base_text_is(value, "middle") ? WORDS_MIDDLE
                                                     : 0;
    if (!flags) return words_fail(compiler, value, "title, plain, middle, number or region");
    words_add(compiler, word, flags);
    return DRG_OK;
}

/* "can|not" of "cannot": the same letters with one or two bars between. */
static drg_status words_add_contraction(words_compiler *compiler, drg_text word, drg_text value)
{
    uint32_t cuts = 0;
    size_t bars = 0, at = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] == '|') {
            if (at == 0 || at > 15) break;
            cuts |= (uint32_t)at << (4 * bars++);
        } else if (at == word.size || word.data[at++] != value.data[i]) {
            at = SIZE_MAX;
            break;
        }
    }
    if (at != word.size || bars < 1 || bars > 2 || value.data[value.size - 1] == '|')
        return words_fail(compiler, value, "the word's own letters with one or two bars between them");
    words_add(compiler, word, cuts);
    return DRG_OK;
}

static drg_status words_read_line(words_compiler *compiler, size_t list, drg_text line)
{
    const char *tab = memchr(line.data, '\t', line.size);
    size_t cut = tab ? (size_t)(tab - line.data) : line.size;
    drg_text word = base_text_trim(base_text_slice(line, 0, cut));
    drg_text value = base_text_trim(base_text_slice(line, cut, line.size));
    if (list == ABBREVIATIONS) return words_add_abbreviation(compiler, word, value);
    if (list == CONTRACTIONS) return words_add_contraction(compiler, word, value);
    if (tab) return words_fail(compiler, line, "one column");
    words_add(compiler, word, lists[list].flags);
    return DRG_OK;
}

static drg_status words_read_list(words_compiler *compiler, const char *data_folder, size_t list)
{
    compiler->path = base_text_format(compiler->arena, "%s/language/%s", data_folder, lists[list].file).data;
    compiler->line = 0;
    drg_text text = {0};
    drg_status status = base_file_read(compiler->arena, compiler->path, BOUND_RULE_FILE_BYTES, &text, compiler->error);
    for (size_t at = 0; status == DRG_OK && at < text.size;) {
        const char *end = memchr(text.data + at, '\n', text.size - at);
        size_t next = end ? (size_t)(end - text.data) : text.size;
        drg_text line = base_text_trim(base_text_slice(text, at, next));
        compiler->line++;
        at = next + 1;
        if (line.size && line.data[0] != '#') status = words_read_line(compiler, list, line);
    }
    return status;
}

drg_status words_compile(base_arena *arena, const char *data_folder, model_bytes *bytes, drg_error *error)
{
    words_compiler compiler = {.arena = arena, .error = error};
    for (size_t list = 0; list < sizeof lists / sizeof *lists; list++) {
        drg_status status = words_read_list(&compiler, data_folder, list);
        if (status != DRG_OK) return status;
    }
    model_put_table(bytes, compiler.keys.items, compiler.values.items, compiler.keys.count);
    return DRG_OK;
}

uint32_t words_get_lower(const model_table *table, drg_text word)
{
    char lower[32];
    if (word.size > sizeof lower) return 0;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.data[i];
        lower[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
    }
    return words_get(table, (drg_text){lower, word.size});
}
