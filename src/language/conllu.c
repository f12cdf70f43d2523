/* SPDX-License-Identifier: Apache-2.0
 *
 * CoNLL-U in, a document's sentences and tokens with all their fields out.
 *
 * The format is that of universaldependencies.org/format.html. One pass, a line at a time. The document's text is put
 * together from the forms: words with SpaceAfter=No are followed by nothing, others by a space (or by what SpacesAfter
 * says), and "# newpar" or "# newdoc" start a paragraph after a blank line. The words of a multiword range become words
 * of one surface token (`joined`); empty nodes and enhanced dependencies are passed over. A sentence may come without
 * any heads (tokens only); one that has heads must have one for every word, and they must make a tree, because every
 * later room walks them. Anything else is refused with its line.
 */
#include "language/language.h"

enum { COLUMNS = 10 };
enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

typedef struct conllu_reader {
    base_arena *arena;
    drg_document *document;
    drg_error *error;
    size_t line;
    BASE_VECTOR(char) text;
    base_map interned; /* text -> index in `kept` */
    BASE_VECTOR(drg_text) kept;
    drg_text space;     /* what stands before the next form */
    bool new_paragraph; /* the next sentence starts one */
    uint32_t paragraph;
    size_t first_token, first_line; /* of the sentence that is being read */
    size_t heads;                   /* words of it that have one */
    bool open;                      /* inside a sentence */
    size_t range_left;              /* words of the multiword range still to come */
    bool range_started;             /* one of its words was read */
    size_t range_at, range_end;     /* what is left of its surface form in the text */
    drg_text range_space;           /* what follows it */
} conllu_reader;

static drg_status conllu_fail(const conllu_reader *reader, size_t line, const char *what, drg_text value)
{
    return base_fail(reader->error, DRG_ERROR_FORMAT, "CoNLL-U line %zu: %s: '%.*s'", line, what, BASE_PRINT(value));
}

/* The same text, kept once in the document's memory. */
static drg_text conllu_intern(conllu_reader *reader, drg_text text)
{
    if (text.size == 0) return (drg_text){"", 0};
    uint32_t known = base_map_get(&reader->interned, text);
    if (known != DRG_NONE) return reader->kept.items[known];
    drg_text copy = base_text_copy(&reader->document->arena, text);
    *base_map_put(reader->arena, &reader->interned, copy, 0) = (uint32_t)reader->kept.count;
    base_push(reader->arena, &reader->kept) = copy;
    return copy;
}

static void conllu_append(conllu_reader *reader, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) base_push(reader->arena, &reader->text) = text.data[i];
}

/* "_" stands for nothing in every column but FORM and LEMMA. */
static drg_text conllu_value(drg_text column)
{
    return base_text_is(column, "_") ? (drg_text){"", 0} : column;
}

/* A number of up to eight digits; false when it is none. */
static bool conllu_number(drg_text digits, size_t *ret_number)
{
    if (digits.size == 0 || digits.size > 8) return false;
    size_t number = 0;
    for (size_t i = 0; i < digits.size; i++) {
        if (digits.data[i] < '0' || digits.data[i] > '9') return false;
        number = number * 10 + (size_t)(digits.data[i] - '0');
    }
    *ret_number = number;
    return true;
}

/* "\s\n" of SpacesAfter as the bytes that it stands for; other characters as they are when they are white space. */
static drg_text conllu_spaces(conllu_reader *reader, drg_text escaped)
{
    char *out = base_arena_take(reader->arena, escaped.size + 1);
    size_t size = 0;
    for (size_t i = 0; i + 1 < escaped.size; i++) {
        if (escaped.data[i] != '\\') continue;
        static const char letters[] = "stnr", values[] = " \t\n\r";
        const char *found = memchr(letters, escaped.data[++i], sizeof letters - 1);
        if (found) out[size++] = values[found - letters];
    }
    return (drg_text){out, size};
}

static drg_text conllu_space_after(conllu_reader *reader, drg_text misc)
{
    if (base_text_is(language_feature(misc, "SpaceAfter"), "No")) return (drg_text){"", 0};
    drg_text spaces = language_feature(misc, "SpacesAfter");
    return spaces.size ? conllu_spaces(reader, spaces) : BASE_LITERAL(" ");
}

static size_t conllu_columns(drg_text line, drg_text columns[COLUMNS])
{
    size_t count = 0, begin = 0;
    for (size_t at = 0; at <= line.size; at++) {
        if (at < line.size && line.data[at] != '\t') continue;
        if (count < COLUMNS) columns[count] = base_text_slice(line, begin, at);
        count++;
        begin = at + 1;
    }
    return count;
}

static void conllu_start_sentence(conllu_reader *reader)
{
    bool first = reader->document->sentences.count == 0;
    if (first) reader->space = (drg_text){"", 0};
    if (reader->new_paragraph && !first) {
        reader->paragraph++;
        reader->space = BASE_LITERAL("\n\n");
    }
    reader->new_paragraph = false;
    reader->open = true;
    reader->first_token = reader->document->tokens.count;
    reader->first_line = reader->line;
    reader->heads = 0;
    reader->range_left = 0;
}

static size_t conllu_characters(drg_text text)
{
    size_t count = 0;
    int32_t point;
    for (size_t at = 0; at < text.size; count++) at += base_utf8_next(text, at, &point);
    return count;
}

static drg_status conllu_range(conllu_reader *reader, drg_text columns[COLUMNS])
{
    drg_text id = columns[ID];
    const char *dash = memchr(id.data, '-', id.size);
    size_t cut = (size_t)(dash - id.data), first = 0, last = 0;
    if (!conllu_number(base_text_slice(id, 0, cut), &first) ||
        !conllu_number(base_text_slice(id, cut + 1, id.size), &last) || last <= first || reader->range_left ||
        first != reader->document->tokens.count - reader->first_token + 1)
        return conllu_fail(reader, reader->line, "this multiword range does not fit here", id);
    reader->range_left = last - first + 1;
    if (conllu_characters(columns[FORM]) < reader->range_left)
        return conllu_fail(reader, reader->line, "this form is shorter than its range has words", columns[FORM]);
    reader->range_started = false;
    conllu_append(reader, reader->space);
    reader->range_at = reader->text.count;
    conllu_append(reader, columns[FORM]);
    reader->range_end = reader->text.count;
    reader->range_space = conllu_space_after(reader, columns[MISC]);
    return DRG_OK;
}

/* The next word's part of the surface form: as many bytes as the word has ("do" of "don't"), but at least a character,
 * and one is left for each word to come. The last word takes the rest. */
static drg_span conllu_part(conllu_reader *reader, drg_text form)
{
    drg_text surface = {reader->text.items, reader->range_end};
    size_t begin = reader->range_at, end = begin;
    size_t spare = conllu_characters(base_text_slice(surface, begin, surface.size)) - reader->range_left;
    int32_t point;
    do {
        end += base_utf8_next(surface, end, &point);
    } while (end - begin < form.size && spare-- > 0);
    if (reader->range_left == 1) end = reader->range_end;
    reader->range_at = end;
    return (drg_span){(uint32_t)begin, (uint32_t)end};
}

static drg_span conllu_place(conllu_reader *reader, drg_text columns[COLUMNS], bool *ret_joined)
{
    if (reader->range_left) {
        *ret_joined = reader->range_started;
        reader->range_started = true;
        drg_span part = conllu_part(reader, columns[FORM]);
        if (--reader->range_left == 0) reader->space = reader->range_space;
        return part;
    }
    *ret_joined = false;
    conllu_append(reader, reader->space);
    size_t begin = reader->text.count;
    conllu_append(reader, columns[FORM]);
    reader->space = conllu_space_after(reader, columns[MISC]);
    return (drg_span){(uint32_t)begin, (uint32_t)reader->text.count};
}

static drg_status conllu_tags(conllu_reader *reader, drg_text columns[COLUMNS], drg_token *token)
{
    drg_text upos = conllu_value(columns[UPOS]), xpos = conllu_value(columns[XPOS]);
    uint32_t number = upos.size ? record_upos_from(upos) : DRG_X;
    if (number == DRG_NONE) return conllu_fail(reader, reader->line, "no universal part of speech", upos);
    token->upos = (uint8_t)number;
    uint32_t tag = language_tag_from(xpos);
    token->tag = (uint8_t)(tag == DRG_NONE ? LANGUAGE_TAG_XX : tag);
    token->xpos = tag == DRG_NONE ? conllu_intern(reader, xpos) : language_tag_name((language_tag)tag);
    token->feats = conllu_intern(reader, conllu_value(columns[FEATS]));
    bool underscore = base_text_is(columns[FORM], "_");
    token->lemma = conllu_intern(reader, underscore ? columns[LEMMA] : conllu_value(columns[LEMMA]));
    return DRG_OK;
}

/* The head as the index that the token will have; whether it is inside the sentence is asked at its end. */
static drg_status conllu_head(conllu_reader *reader, drg_text columns[COLUMNS], drg_token *token)
{
    drg_text head = conllu_value(columns[HEAD]), deprel = conllu_value(columns[DEPREL]);
    uint32_t relation = language_relation_from(deprel);
    token->relation = (uint8_t)(relation == DRG_NONE ? LANGUAGE_DEP : relation);
    drg_text name = language_relation_name((language_relation)token->relation);
    token->deprel = base_text_equal(name, deprel) ? name : conllu_intern(reader, deprel);
    token->head = DRG_NONE;
    if (head.size == 0) return DRG_OK;
    size_t number = 0;
    if (!conllu_number(head, &number)) return conllu_fail(reader, reader->line, "this head is no number", head);
    reader->heads++;
    if (number > 0) token->head = (uint32_t)(reader->first_token + number - 1);
    return DRG_OK;
}

static drg_status conllu_word(conllu_reader *reader, drg_text columns[COLUMNS])
{
    size_t id = 0, next = reader->document->tokens.count - reader->first_token + 1;
    if (!conllu_number(columns[ID], &id) || id != next)
        return conllu_fail(reader, reader->line, "the words are not numbered 1, 2, 3", columns[ID]);
    if (next > BOUND_SENTENCE_TOKENS)
        return base_fail(reader->error, DRG_ERROR_LIMIT, "CoNLL-U line %zu: a sentence of more than %d words",
                         reader->line, BOUND_SENTENCE_TOKENS);
    if (columns[FORM].size == 0) return conllu_fail(reader, reader->line, "a word without a form", columns[ID]);
    drg_token token = {0};
    token.span = conllu_place(reader, columns, &token.joined);
    drg_status status = conllu_tags(reader, columns, &token);
    if (status == DRG_OK) status = conllu_head(reader, columns, &token);
    if (status == DRG_OK) base_push(&reader->document->arena, &reader->document->tokens) = token;
    return status;
}

/* Every word's head inside the sentence, one root, no circle: each word must reach the root. The words found to reach
 * it are marked, so that all walks together take as many steps as there are words. */
static drg_status conllu_check_tree(conllu_reader *reader)
{
    const drg_token *tokens = reader->document->tokens.items + reader->first_token;
    size_t count = reader->document->tokens.count - reader->first_token, roots = 0;
    unsigned char reaches[BOUND_SENTENCE_TOKENS] = {0};
    for (size_t i = 0; i < count; i++) {
        if (tokens[i].head == DRG_NONE)
            reaches[i] = (unsigned char)++roots > 0;
        else if (tokens[i].head - reader->first_token >= count)
            return base_fail(reader->error, DRG_ERROR_FORMAT,
                             "CoNLL-U line %zu: the head of word %zu of this sentence is outside of it",
                             reader->first_line, i + 1);
    }
    if (roots != 1)
        return base_fail(reader->error, DRG_ERROR_FORMAT, "CoNLL-U line %zu: this sentence has %zu roots, not one",
                         reader->first_line, roots);
    for (size_t i = 0; i < count; i++) {
        size_t at = i, steps = 0;
        for (; !reaches[at] && steps <= count; steps++) at = tokens[at].head - reader->first_token;
        if (steps > count)
            return base_fail(reader->error, DRG_ERROR_FORMAT,
                             "CoNLL-U line %zu: the heads of word %zu of this sentence run in a circle",
                             reader->first_line, i + 1);
        for (at = i; !reaches[at]; at = tokens[at].head - reader->first_token) reaches[at] = 1;
    }
    return DRG_OK;
}

static drg_status conllu_end_sentence(conllu_reader *reader)
{
    drg_document *document = reader->document;
    size_t count = document->tokens.count - reader->first_token;
    reader->open = false;
    if (count == 0 || reader->range_left)
        return base_fail(reader->error, DRG_ERROR_FORMAT, "CoNLL-U line %zu: this sentence ends before its words do",
                         reader->first_line);
    if (reader->heads > 0 && reader->heads < count)
        return base_fail(reader->error, DRG_ERROR_FORMAT, "CoNLL-U line %zu: only %zu of %zu words have a head",
                         reader->first_line, reader->heads, count);
    drg_status status = reader->heads ? conllu_check_tree(reader) : DRG_OK;
    if (status != DRG_OK) return status;
    drg_token *tokens = document->tokens.items;
    base_push(&document->arena, &document->sentences) = (drg_sentence){
        .span = {tokens[reader->first_token].span.begin, tokens[document->tokens.count - 1].span.end},
        .first_token = (uint32_t)reader->first_token,
        .token_count = (uint32_t)count,
        .paragraph = reader->paragraph,
        .body = (uint32_t)reader->first_token,
    };
    return DRG_OK;
}

static drg_status conllu_line(conllu_reader *reader, drg_text line)
{
    if (line.size == 0) return reader->open ? conllu_end_sentence(reader) : DRG_OK;
    if (line.data[0] == '#') {
        drg_text comment = base_text_trim(base_text_slice(line, 1, line.size));
        if (!reader->open) {
            bool newpar = base_text_starts(comment, BASE_LITERAL("newpar")) &&
                          !base_text_starts(comment, BASE_LITERAL("newpar_"));
            reader->new_paragraph |= newpar || base_text_starts(comment, BASE_LITERAL("newdoc"));
        }
        return DRG_OK;
    }
    drg_text columns[COLUMNS];
    size_t count = conllu_columns(line, columns);
    if (count != COLUMNS)
        return base_fail(reader->error, DRG_ERROR_FORMAT, "CoNLL-U line %zu: %zu columns, not ten", reader->line,
                         count);
    if (!reader->open) conllu_start_sentence(reader);
    if (memchr(columns[ID].data, '.', columns[ID].size)) return DRG_OK;
    if (memchr(columns[ID].data, '-', columns[ID].size)) return conllu_range(reader, columns);
    return conllu_word(reader, columns);
}

drg_status language_read_conllu(base_arena *arena, drg_document *document, drg_text conllu, drg_error *error)
{
    conllu_reader reader = {.arena = arena, .document = document, .error = error};
    drg_status status = DRG_OK;
    if (base_text_starts(conllu, BASE_LITERAL("\xEF\xBB\xBF"))) conllu = base_text_slice(conllu, 3, conllu.size);
    for (size_t at = 0; at < conllu.size && status == DRG_OK;) {
        const char *end = memchr(conllu.data + at, '\n', conllu.size - at);
        size_t size = end ? (size_t)(end - conllu.data) - at : conllu.size - at;
        drg_text line = {conllu.data + at, size};
        if (size && line.data[size - 1] == '\r') line.size--;
        reader.line++;
        status = conllu_line(&reader, line);
        if (status == DRG_OK && reader.text.count > BOUND_DOCUMENT_BYTES)
            status = base_fail(error, DRG_ERROR_LIMIT, "CoNLL-U line %zu: the text is longer than %zu bytes",
                               reader.line, BOUND_DOCUMENT_BYTES);
        at += size + 1;
    }
    if (status == DRG_OK && reader.open) status = conllu_end_sentence(&reader);
    if (status != DRG_OK) return status;
    document->source.text = base_text_copy(&document->arena, (drg_text){reader.text.items, reader.text.count});
    return DRG_OK;
}
