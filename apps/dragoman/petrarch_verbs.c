/* SPDX-License-Identifier: Apache-2.0
 * In: a verb dictionary. Out: its sets, verbs and patterns, in one notation. The three dialects differ in what a
 * pattern may hold: "(WITH TALKS)" and "{PEACE TALKS}" of PETRARCH2 stand for phrases of a tree, here for their words
 * in their order; "{A|B}" of TABARI are not read, as PETRARCH does not. Regular forms are made as PETRARCH makes them.
 */
#include "petrarch_verbs.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "petrarch_lines.h"

typedef struct verb_reader {
    petrarch_verb_book *book;
    petrarch_lines lines;
    bool in_set, in_block; /* which kind of line is expected */
    drg_text code;         /* of the block */
} verb_reader;

static const drg_text NOTHING = {"", 0};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '.' || byte == '\'' ||
           (unsigned char)byte >= 0x80;
}

static drg_text keep(petrarch_verb_book *book, const line_buffer *buffer)
{
    return buffer->size ? petrarch_keep(&book->texts, (drg_text){buffer->data, buffer->size}) : NOTHING;
}

static void add_text(petrarch_verb_book *book, drg_text text)
{
    *PETRARCH_PUSH(&book->items) = text;
}

/* ---- codes */

/* Cuts "[CODE]" off the end of a line; of several the last. False after a complaint when a bracket is not closed. */
static bool cut_code(const verb_reader *reader, drg_text *line, drg_text *ret_code)
{
    *ret_code = NOTHING;
    size_t open = line->size;
    while (open > 0 && line->data[open - 1] != '[') open--;
    if (!open) return true;
    size_t size = petrarch_find(text_slice(*line, open, line->size), ']');
    if (open + size == line->size) {
        petrarch_wrong(&reader->lines, "'[' without ']'");
        return false;
    }
    *ret_code = petrarch_keep(&reader->book->texts, text_trim(text_slice(*line, open, open + size)));
    *line = text_trim(text_slice(*line, 0, petrarch_find(*line, '[')));
    return true;
}

/* ---- words */

/* One word in small letters; "don't" is cut as it is in the texts that are read: "do_n't". */
static void add_word(line_buffer *out, drg_text word)
{
    size_t cut = word.size > 3 ? word.size - 3 : 0;
    bool contraction =
        cut && (text_is(text_slice(word, cut, word.size), "n't") || text_is(text_slice(word, cut, word.size), "N'T"));
    for (size_t i = 0; i < word.size; i++) {
        char byte = lower(word.data[i]);
        if (contraction && i == cut) buffer_add_string(out, "_");
        buffer_add(out, (drg_text){&byte, 1});
    }
}

static bool is_word(drg_text word)
{
    bool letter = false;
    for (size_t i = 0; i < word.size; i++) {
        char byte = lower(word.data[i]);
        if (!is_word_byte(byte)) return false;
        letter |= (byte >= 'a' && byte <= 'z') || (unsigned char)byte >= 0x80 || (byte >= '0' && byte <= '9');
    }
    return letter;
}

/* "&TIETYPES_" -> "&tietypes"; false when the name is none. */
static bool add_set_name(line_buffer *out, drg_text name)
{
    if (name.size < 2 || name.data[0] != '&') return false;
    buffer_add_string(out, "&");
    for (size_t i = 1; i < name.size; i++) {
        char byte = lower(name.data[i]);
        if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9')) return false;
        buffer_add(out, (drg_text){&byte, 1});
    }
    return true;
}

/* ---- sets */

static void begin_set(verb_reader *reader, drg_text line)
{
    line_buffer name = {0};
    while (line.size && line.data[line.size - 1] == '_') line.size--;
    line = text_slice(line, 0, petrarch_find(line, ' '));
    reader->in_set = add_set_name(&name, line);
    reader->in_block = false;
    drg_text kept = keep(reader->book, &name);
    for (size_t i = 0; reader->in_set && i < reader->book->sets.count; i++)
        if (text_equal(reader->book->sets.items[i].name, text_slice(kept, 1, kept.size))) reader->in_set = false;
    if (reader->in_set)
        *PETRARCH_PUSH(&reader->book->sets) = (petrarch_set){.name = text_slice(kept, 1, kept.size),
                                                             .line = reader->lines.number,
                                                             .first_member = reader->book->items.count};
    else
        petrarch_wrong(&reader->lines, "a set wants a name of letters and digits that no other has, as &CURRENCY");
    buffer_free(&name);
}

static void add_plural(line_buffer *out, drg_text words)
{
    char last = words.size ? words.data[words.size - 1] : 's';
    char before = words.size > 1 ? words.data[words.size - 2] : 'a';
    bool vowel = strchr("aeiou", before) != NULL;
    buffer_add(out, last == 'y' && !vowel ? text_slice(words, 0, words.size - 1) : words);
    buffer_add_string(out, last == 'y' && !vowel ? "ies" : last == 's' || last == 'x' ? "es" : "s");
}

/* "+SWISS FRANCS", "+CASH_", "+&TIETYPES". */
static void add_member(verb_reader *reader, drg_text line, bool plurals)
{
    petrarch_verb_book *book = reader->book;
    petrarch_set *set = &book->sets.items[book->sets.count - 1];
    line_buffer words = {0}, plural = {0};
    size_t count = 0;
    line = text_trim(text_slice(line, 1, line.size));
    bool closed = line.size && line.data[line.size - 1] == '_', good = line.size > 0;
    if (line.size && line.data[0] == '&') {
        while (line.size && line.data[line.size - 1] == '_') line.size--;
        good = add_set_name(&words, line);
        closed = true;
    } else {
        for (size_t at = 0, end; good && at < line.size; at = end + 1) {
            for (end = at; end < line.size && line.data[end] != ' ' && line.data[end] != '_';) end++;
            if (end == at) continue;
            good = is_word(text_slice(line, at, end));
            if (count++) buffer_add_string(&words, "_");
            add_word(&words, text_slice(line, at, end));
        }
    }
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] == '_') {
            words.data[i] = ' ';
            count += good;
        }
    if (!good || !words.size)
        petrarch_wrong(&reader->lines, "a set has words or other sets, not '%.*s'", TEXT_PRINT(line));
    else {
        add_text(book, keep(book, &words));
        set->member_count++;
        if (plurals && !closed) {
            add_plural(&plural, (drg_text){words.data, words.size});
            add_text(book, keep(book, &plural));
            set->member_count++;
        }
    }
    buffer_free(&words);
    buffer_free(&plural);
}

/* ---- verbs */

static void add_form(verb_reader *reader, petrarch_verb *verb, drg_text stem, const char *ending)
{
    line_buffer form = {0};
    buffer_add(&form, stem);
    buffer_add_string(&form, ending);
    drg_text text = {form.data ? form.data : "", form.size};
    bool there = verb->form_count == PETRARCH_FORMS || !text.size;
    for (size_t i = 0; !there && i < verb->form_count; i++)
        there = text_equal(reader->book->items.items[verb->first_form + i], text);
    if (!there) {
        add_text(reader->book, keep(reader->book, &form));
        verb->form_count++;
    }
    buffer_free(&form);
}

static void add_regular_forms(verb_reader *reader, petrarch_verb *verb, drg_text base)
{
    char last = base.data[base.size - 1], before = base.size > 1 ? base.data[base.size - 2] : 'a';
    drg_text cut = text_slice(base, 0, base.size - 1);
    bool y = last == 'y' && !strchr("aeiou", before), e = last == 'e';
    bool hiss = strchr("sxz", last) || (last == 'h' && (before == 's' || before == 'c'));
    add_form(reader, verb, y ? cut : base, y ? "ies" : hiss ? "es" : "s");
    add_form(reader, verb, y ? cut : base, y ? "ied" : e ? "d" : "ed");
    add_form(reader, verb, e ? cut : base, "ing");
}

/* Cuts "WIRE_+TAP" or "RULE OUT": the verb is what "+" marks, else the first word. False when a part is no word. */
static bool cut_verb(const verb_reader *reader, drg_text text, drg_text *ret_verb, drg_text *ret_before,
                     drg_text *ret_after)
{
    line_buffer parts[3] = {{0}};
    bool marked = petrarch_find(text, '+') < text.size, found = false, good = true;
    for (size_t at = 0, end; good && at < text.size; at = end + 1) {
        for (end = at; end < text.size && text.data[end] != ' ' && text.data[end] != '_';) end++;
        drg_text word = text_slice(text, at, end);
        if (!word.size) continue;
        bool here = !found && (!marked || word.data[0] == '+');
        if (here && marked) word = text_slice(word, 1, word.size);
        good = is_word(word);
        line_buffer *part = &parts[here ? 1 : found ? 2 : 0];
        if (part->size) buffer_add_string(part, "_");
        add_word(part, word);
        found |= here;
    }
    good = good && found;
    *ret_verb = good ? keep(reader->book, &parts[1]) : NOTHING;
    *ret_before = good ? keep(reader->book, &parts[0]) : NOTHING;
    *ret_after = good ? keep(reader->book, &parts[2]) : NOTHING;
    for (size_t i = 0; i < 3; i++) buffer_free(&parts[i]);
    return good;
}

static void add_listed_forms(verb_reader *reader, petrarch_verb *verb, drg_text forms)
{
    for (size_t at = 0, end; at < forms.size; at = end + 1) {
        for (end = at; end < forms.size && forms.data[end] != ' ' && forms.data[end] != '\t';) end++;
        drg_text form, before, after, text = text_slice(forms, at, end);
        if (!text.size) continue;
        if (cut_verb(reader, text, &form, &before, &after) && text_equal(before, verb->before) &&
            text_equal(after, verb->after))
            add_form(reader, verb, form, "");
        else
            petrarch_wrong(&reader->lines, "'%.*s' is no form of its verb", TEXT_PRINT(text));
    }
}

/* "BREAK {BROKE BROKEN} [161]". */
static void add_verb(verb_reader *reader, drg_text line)
{
    petrarch_verb_book *book = reader->book;
    drg_text own, base, forms = NOTHING, whole = line;
    if (!cut_code(reader, &line, &own)) return;
    size_t open = petrarch_find(line, '{');
    bool listed = open < line.size;
    if (listed) {
        forms = text_slice(line, open + 1, line.size);
        forms = text_trim(text_slice(forms, 0, petrarch_find(forms, '}')));
        line = text_trim(text_slice(line, 0, open));
    }
    petrarch_verb verb = {.line = reader->lines.number,
                          .first_form = book->items.count,
                          .code = own.size ? own : reader->code,
                          .block = book->block_count - 1};
    if (!cut_verb(reader, line, &base, &verb.before, &verb.after)) {
        petrarch_wrong(&reader->lines, "expected a verb, as BREAK {BROKE BROKEN}, not '%.*s'", TEXT_PRINT(whole));
        return;
    }
    add_form(reader, &verb, base, "");
    if (listed)
        add_listed_forms(reader, &verb, forms);
    else
        add_regular_forms(reader, &verb, base);
    *PETRARCH_PUSH(&book->verbs) = verb;
}

/* "--- GRANT [070] ---": the name is that of a verb below it. */
static void begin_block(verb_reader *reader, drg_text line)
{
    drg_text code;
    reader->in_set = false;
    reader->in_block = cut_code(reader, &line, &code);
    reader->code = code;
    reader->book->block_count++;
}

/* ---- patterns */

/* One token of a pattern; false when there is no such. */
static bool add_element(line_buffer *out, drg_text token)
{
    static const char *const marks[] = {"*", "$", "+", "^", "%"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (text_is(token, marks[i])) {
            buffer_add(out, token);
            return true;
        }
    if (token.data[0] == '&') return add_set_name(out, token);
    add_word(out, token);
    return is_word(token);
}

static bool has_set(const verb_reader *reader, drg_text name)
{
    for (size_t i = 0; i < reader->book->sets.count; i++) {
        drg_text set = reader->book->sets.items[i].name;
        bool same = set.size + 1 == name.size;
        for (size_t k = 0; same && k < set.size; k++) same = lower(name.data[k + 1]) == set.data[k];
        if (same) return true;
    }
    return false;
}

/* The words in the notation of petrarch_pattern. False after a complaint. */
static bool add_words(const verb_reader *reader, drg_text text, line_buffer *out)
{
    size_t stars = 0, count = 0;
    bool joined = false;
    for (size_t at = 0; at < text.size;) {
        if (strchr(" \t_(){}", text.data[at])) {
            joined = text.data[at] == '_' && out->size && at && !strchr(" \t", text.data[at - 1]);
            at++;
            continue;
        }
        size_t end = at;
        while (end < text.size && !strchr(" \t_(){}", text.data[end])) end++;
        drg_text token = text_slice(text, at, end);
        if (out->size) buffer_add_string(out, joined ? "_" : " ");
        joined = false;
        if (!add_element(out, token)) {
            petrarch_wrong(&reader->lines, "'%.*s' is no part of a pattern that is known here", TEXT_PRINT(token));
            return false;
        }
        if (token.data[0] == '&' && !has_set(reader, token)) {
            petrarch_wrong(&reader->lines, "no set '%.*s' stands before this pattern", TEXT_PRINT(token));
            return false;
        }
        stars += text_is(token, "*");
        count++;
        at = end;
    }
    if (stars == 1 && count <= PETRARCH_ELEMENTS) return true;
    petrarch_wrong(&reader->lines, stars == 1 ? "a pattern of too many words" : "a pattern wants one '*' for its verb");
    return false;
}

/* "- WILL NOT * TALKS [125] # comment". */
static void add_pattern(verb_reader *reader, drg_text line)
{
    drg_text code;
    line_buffer words = {0};
    if (!reader->in_block) {
        petrarch_wrong(&reader->lines, "a pattern outside of a block of verbs");
        return;
    }
    if (cut_code(reader, &line, &code)) {
        if (!code.size)
            petrarch_wrong(&reader->lines, "a pattern without its [CODE]");
        else if (add_words(reader, text_slice(line, 1, line.size), &words))
            *PETRARCH_PUSH(&reader->book->patterns) = (petrarch_pattern){.line = reader->lines.number,
                                                                         .words = keep(reader->book, &words),
                                                                         .code = code,
                                                                         .block = reader->book->block_count - 1};
    }
    buffer_free(&words);
}

/* ---- the file */

static bool starts(drg_text line, const char *with)
{
    size_t size = strlen(with);
    return line.size >= size && memcmp(line.data, with, size) == 0;
}

void petrarch_read_verbs(petrarch_verb_book *book, petrarch_complain *complain, void *context, drg_text file)
{
    petrarch_reading reading = {.book = &book->texts, .complain = complain, .context = context};
    verb_reader reader = {.book = book, .lines = petrarch_open(&reading, file, "#")};
    bool plurals = false;
    for (drg_text line; petrarch_next(&reader.lines, &line);) {
        if (starts(line, "---")) {
            begin_block(&reader, line);
        } else if (line.data[0] == '&') {
            plurals = line.data[line.size - 1] != '_';
            begin_set(&reader, line);
        } else if (line.data[0] == '~') {
            petrarch_wrong(&reader.lines, "a transformation; what is said, wanted or tried is read from the sentence");
        } else if (line.data[0] == '-') {
            add_pattern(&reader, line);
        } else if (line.data[0] == '+' && reader.in_set) {
            add_member(&reader, line, plurals);
        } else if (reader.in_block) {
            add_verb(&reader, line);
        } else {
            petrarch_wrong(&reader.lines, "neither a set (&NAME) nor a block of verbs (--- NAME [CODE] ---) is open");
        }
    }
}

void petrarch_verbs_free(petrarch_verb_book *book)
{
    free(book->items.items);
    free(book->sets.items);
    free(book->verbs.items);
    free(book->patterns.items);
    petrarch_free(&book->texts);
    *book = (petrarch_verb_book){0};
}
