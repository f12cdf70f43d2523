/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the value of a frame's key `pattern`, "indicated would * now". Out: elements among the compiler's numbers, from
 * the verb outward on either side, as order.c walks over them. */
#include "code/compiler.h"

typedef struct pattern_element {
    uint32_t kind, value;
    bool touches_next; /* "_" stands behind it */
} pattern_element;

typedef struct pattern_parts {
    pattern_element items[2 * CODE_ELEMENTS + 1];
    size_t count;
    size_t star; /* which of them is the verb; count when there is none yet */
} pattern_parts;

static const char EXPECTED[] = "expected words, classes such as <trade>, $, +, ^ or % around one *, '_' between what "
                               "stands together, as in \"will not * with_<trade>\"";

static drg_status add_element(code_compiler *compiler, const rule_node *node, drg_text token, pattern_parts *parts)
{
    pattern_element element = {0};
    if (parts->count == sizeof parts->items / sizeof *parts->items)
        return compiler_fail(compiler, node->line, node->column, "a pattern of more than %d elements",
                             2 * CODE_ELEMENTS);
    bool bracket = token.size > 2 && token.data[0] == '<' && token.data[token.size - 1] == '>';
    compiler_words words;
    if (base_text_is(token, "*")) {
        if (parts->star != SIZE_MAX) return compiler_fail(compiler, node->line, node->column, "%s", EXPECTED);
        parts->star = parts->count;
    } else if (base_text_is(token, "$")) {
        element.kind = CODE_ELEMENT_SOURCE;
    } else if (base_text_is(token, "+")) {
        element.kind = CODE_ELEMENT_TARGET;
    } else if (base_text_is(token, "^")) {
        element.kind = CODE_ELEMENT_PASSED;
    } else if (base_text_is(token, "%")) {
        element.kind = CODE_ELEMENT_PARTIES;
    } else if (bracket) {
        drg_text name = base_text_copy(compiler->arena, base_text_slice(token, 1, token.size - 1));
        element.kind = CODE_ELEMENT_CLASS;
        element.value = compiler_class_named(compiler, name, node->line, node->column);
    } else {
        if (compiler_words_read(compiler, token, true, &words) || words.other_count)
            return compiler_fail(compiler, node->line, node->column, "'%.*s': %s", BASE_PRINT(token), EXPECTED);
        element.kind = CODE_ELEMENT_WORD;
        element.value = compiler_word(compiler, words.head);
    }
    parts->items[parts->count++] = element;
    return DRG_OK;
}

static drg_status cut_parts(code_compiler *compiler, const rule_node *node, pattern_parts *parts)
{
    drg_text text = node->text;
    drg_status status = DRG_OK;
    for (size_t at = 0; status == DRG_OK && at < text.size;) {
        size_t begin = at;
        while (at < text.size && text.data[at] != ' ' && text.data[at] != '_') at++;
        if (at > begin) status = add_element(compiler, node, base_text_slice(text, begin, at), parts);
        bool joined = at < text.size && text.data[at] == '_';
        if (joined && (at == begin || at + 1 == text.size || text.data[at + 1] == ' ' || text.data[at + 1] == '_'))
            return compiler_fail(compiler, node->line, node->column, "'_' with nothing on one side; %s", EXPECTED);
        if (joined && parts->count) parts->items[parts->count - 1].touches_next = true;
        at++;
    }
    if (status == DRG_OK && parts->star == SIZE_MAX)
        return compiler_fail(compiler, node->line, node->column, "a pattern without *; %s", EXPECTED);
    return status;
}

static void put_element(code_compiler *compiler, pattern_element element, bool touches)
{
    base_push(compiler->arena, &compiler->numbers) = element.kind | (touches ? CODE_ELEMENT_TOUCHES : 0);
    base_push(compiler->arena, &compiler->numbers) = element.value;
}

drg_status compiler_read_pattern(code_compiler *compiler, const rule_node *node, code_frame_record *record)
{
    drg_status status = compiler_need_scalar(compiler, node, "a pattern such as \"will not * with\"");
    pattern_parts parts = {.star = SIZE_MAX};
    if (status == DRG_OK) status = cut_parts(compiler, node, &parts);
    if (status != DRG_OK) return status;
    if (parts.star > CODE_ELEMENTS || parts.count - parts.star - 1 > CODE_ELEMENTS)
        return compiler_fail(compiler, node->line, node->column, "more than %d elements on one side of the verb",
                             CODE_ELEMENTS);
    record->pattern = (uint32_t)compiler->numbers.count;
    record->before_count = (uint32_t)parts.star;
    record->after_count = (uint32_t)(parts.count - parts.star - 1);
    for (size_t i = parts.star; i-- > 0;) put_element(compiler, parts.items[i], parts.items[i].touches_next);
    for (size_t i = parts.star + 1; i < parts.count; i++)
        put_element(compiler, parts.items[i], parts.items[i - 1].touches_next);
    for (size_t i = 0; i < parts.count; i++) {
        bool word = parts.items[i].kind == CODE_ELEMENT_WORD || parts.items[i].kind == CODE_ELEMENT_CLASS;
        if (i != parts.star) record->specificity += word ? 3 : 1;
    }
    return DRG_OK;
}
