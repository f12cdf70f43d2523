/* SPDX-License-Identifier: Apache-2.0
 *
 * In: words as they stand in the rule files. Out: entries of the lexicon, phrases of entries, pools of texts and
 * numbers.
 */
#include <stdarg.h>
#include <stdio.h>

#include "code/compiler.h"

drg_status compiler_fail(code_compiler *compiler, uint32_t line, uint32_t column, const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return base_fail(compiler->error, DRG_ERROR_FORMAT, "%s line %u, column %u: %s", compiler->path, line, column,
                     message);
}

uint32_t compiler_word(code_compiler *compiler, drg_text word)
{
    uint32_t *id = base_map_put(compiler->arena, &compiler->word_ids, word, DRG_NONE);
    if (*id == DRG_NONE) {
        *id = (uint32_t)compiler->words.count;
        base_push(compiler->arena, &compiler->words).text = word;
    }
    return *id;
}

uint32_t compiler_text(code_compiler *compiler, drg_text text)
{
    uint32_t offset = (uint32_t)compiler->texts.count;
    for (size_t i = 0; i < text.size; i++) base_push(compiler->arena, &compiler->texts) = text.data[i];
    return offset;
}

code_phrase compiler_phrase(code_compiler *compiler, const compiler_words *words)
{
    code_phrase phrase = {(uint32_t)compiler->numbers.count, (uint32_t)words->other_count, (uint32_t)words->number};
    for (size_t i = 0; i < words->other_count; i++) {
        uint32_t id = compiler_word(compiler, words->others[i]);
        base_push(compiler->arena, &compiler->numbers) = id;
    }
    return phrase;
}

uint32_t compiler_class_named(code_compiler *compiler, drg_text name, uint32_t line, uint32_t column)
{
    uint32_t *id = base_map_put(compiler->arena, &compiler->class_ids, name, DRG_NONE);
    if (*id == DRG_NONE) {
        *id = (uint32_t)compiler->classes.count;
        base_push(compiler->arena, &compiler->classes) =
            (compiler_class){.name = name, .named_path = compiler->path, .named_line = line, .named_column = column};
    }
    return *id;
}

/* ---- reading words */

static bool is_word_character(unsigned char c)
{
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '\'' || c == '.';
}

/* Cuts "(plural)" off the end. */
static drg_text cut_number(drg_text text, code_number *ret_number)
{
    static const struct {
        drg_text mark;
        code_number number;
    } marks[] = {{{"(plural)", 8}, CODE_NUMBER_PLURAL}, {{"(singular)", 10}, CODE_NUMBER_SINGULAR}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!base_text_ends(text, marks[i].mark)) continue;
        *ret_number = marks[i].number;
        return base_text_trim(base_text_slice(text, 0, text.size - marks[i].mark.size));
    }
    return text;
}

const char *compiler_words_read(code_compiler *compiler, drg_text text, bool head_first, compiler_words *ret_words)
{
    compiler_words words = {0};
    drg_text parts[CODE_PHRASE_WORDS];
    size_t count = 0, at = 0;
    text = base_text_lower(compiler->arena, cut_number(base_text_trim(text), &words.number));
    while (at < text.size) {
        size_t begin = at;
        while (at < text.size && is_word_character((unsigned char)text.data[at])) at++;
        if (begin == at || count == CODE_PHRASE_WORDS)
            return count == CODE_PHRASE_WORDS ? "at most eight words" : "letters, hyphens and single spaces";
        parts[count++] = base_text_slice(text, begin, at);
        if (at < text.size && text.data[at] == ' ') at++;
    }
    if (!count) return "a word";
    words.head = head_first ? parts[0] : parts[count - 1];
    for (size_t i = 0; i + 1 < count; i++) words.others[words.other_count++] = head_first ? parts[i + 1] : parts[i];
    *ret_words = words;
    return NULL;
}

void compiler_words_each(code_compiler *compiler, const compiler_words *words,
                         void (*each)(code_compiler *compiler, const compiler_words *words, void *context),
                         void *context)
{
    each(compiler, words, context);
    size_t hyphen = 0;
    while (hyphen < words->head.size && words->head.data[hyphen] != '-') hyphen++;
    if (hyphen == 0 || hyphen + 1 >= words->head.size || words->other_count + 1 == CODE_PHRASE_WORDS) return;
    compiler_words cut = *words;
    cut.others[cut.other_count++] = base_text_slice(words->head, 0, hyphen);
    cut.head = base_text_slice(words->head, hyphen + 1, words->head.size);
    each(compiler, &cut, context);
}
