/* SPDX-License-Identifier: Apache-2.0
 *
 * In: PolNeAR (Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political News", 2018): BRAT files with
 * the spans of sources, cues and contents; the text lies in ../text. Out: F1 of the tokens of sources and of contents.
 * All attributions of a text are taken together: a token counts once as part of a source however many attributions it
 * is the source of, so that nothing hangs on which of two nested ones is paired with which. Punctuation is not
 * counted, nor what the annotators discarded. Of several annotators of a text the first file, by name, is gold. */
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum { SOURCE = 1, CONTENT = 2, DISCARD = 4, FOUND_SOURCE = 8, FOUND_CONTENT = 16 };

typedef struct attribution_state {
    score_count sources, contents, attributions;
    line_buffer last; /* the text that was scored last */
} attribution_state;

/* A text with what gold and record say of each of its bytes. */
typedef struct attribution_text {
    drg_text text;
    size_t *byte_of; /* of each code point, and the end */
    size_t point_count;
    uint8_t *marks; /* of each byte */
} attribution_text;

static bool open_state(eval_run *run)
{
    run->state = memory_take(sizeof(attribution_state));
    return true;
}

static void close_state(eval_run *run)
{
    attribution_state *state = run->state;
    if (state) buffer_free(&state->last);
    free(state);
}

/* BRAT counts code points. */
static attribution_text map_text(drg_text text)
{
    attribution_text map = {.text = text,
                            .byte_of = memory_take((text.size + 1) * sizeof(size_t)),
                            .marks = memory_take(text.size + 1)};
    for (size_t i = 0; i < text.size; i++)
        if (((unsigned char)text.data[i] & 0xC0) != 0x80) map.byte_of[map.point_count++] = i;
    map.byte_of[map.point_count] = text.size;
    return map;
}

static void free_map(attribution_text *map)
{
    free(map->byte_of);
    free(map->marks);
}

static void mark(attribution_text *map, size_t begin, size_t end, unsigned bit)
{
    for (size_t i = begin; i < end && i < map->text.size; i++) map->marks[i] |= (uint8_t)bit;
}

static unsigned role_of(drg_text name)
{
    if (text_is(name, "Source")) return SOURCE;
    if (text_is(name, "Content")) return CONTENT;
    return text_is(name, "Discard") ? DISCARD : 0;
}

/* "10 20;30 40": marks what the numbers enclose, or counts of how many bytes it is and how many have the bit. */
static void each_range(attribution_text *map, drg_text ranges, unsigned set, unsigned asked, size_t *all, size_t *have)
{
    char *copy = memory_copy(ranges), *at = copy;
    while (*at) {
        size_t begin = strtoul(at, &at, 10), end = strtoul(at, &at, 10);
        if (begin > map->point_count) begin = map->point_count;
        if (end > map->point_count) end = map->point_count;
        mark(map, map->byte_of[begin], map->byte_of[end], set);
        for (size_t i = map->byte_of[begin]; asked && i < map->byte_of[end]; i++) {
            ++*all;
            *have += (map->marks[i] & asked) != 0;
        }
        at += strcspn(at, ";");
        if (*at) at++;
    }
    free(copy);
}

/* "T3<tab>Content 115 290<tab>words". False when the line is none of these. */
static bool split_line(drg_text line, drg_text *ret_role, drg_text *ret_ranges, drg_text *ret_words)
{
    size_t tab = text_find(line, text_of("\t"), 0);
    if (!line.size || line.data[0] != 'T' || tab == SIZE_MAX) return false;
    size_t space = text_find(line, text_of(" "), tab), second = text_find(line, text_of("\t"), tab + 1);
    if (space == SIZE_MAX || second == SIZE_MAX || space > second) return false;
    *ret_role = text_slice(line, tab + 1, space);
    *ret_ranges = text_slice(line, space + 1, second);
    *ret_words = text_slice(line, second + 1, line.size);
    return true;
}

static void mark_gold(attribution_text *map, drg_text annotations)
{
    drg_text role, ranges, words;
    for (size_t at = 0; at < annotations.size;) {
        size_t end = eval_line_end(annotations, at);
        if (split_line(text_slice(annotations, at, end), &role, &ranges, &words) && role_of(role))
            each_range(map, ranges, role_of(role), 0, NULL, NULL);
        at = end + 1;
    }
}

static void mark_found(attribution_text *map, const drg_document *document)
{
    for (size_t i = 0; i < drg_document_statement_count(document); i++) {
        const drg_statement *statement = &drg_document_statements(document)[i];
        drg_span speaker = statement->said.speaker_span;
        if (speaker.end <= speaker.begin && statement->said.speaker != DRG_NONE)
            speaker = drg_document_mentions(document)[statement->said.speaker].span;
        mark(map, speaker.begin, speaker.end, FOUND_SOURCE);
        mark(map, statement->span.begin, statement->span.end, FOUND_CONTENT);
    }
}

/* Contents of the gold of which less than half was found, and statements of which less than half is gold. */
static void count_attributions(eval_run *run, const char *path, attribution_text *map, drg_text annotations,
                               const drg_document *document)
{
    attribution_state *state = run->state;
    drg_text role, ranges, words;
    for (size_t at = 0; at < annotations.size;) {
        size_t end = eval_line_end(annotations, at), all = 0, have = 0;
        bool content = split_line(text_slice(annotations, at, end), &role, &ranges, &words) && role_of(role) == CONTENT;
        at = end + 1;
        if (!content) continue;
        each_range(map, ranges, 0, FOUND_CONTENT, &all, &have);
        state->attributions.gold++;
        if (2 * have < all) eval_error(run, path, "missed: %.*s", TEXT_PRINT(words));
    }
    for (size_t i = 0; i < drg_document_statement_count(document); i++) {
        const drg_statement *statement = &drg_document_statements(document)[i];
        size_t have = 0, all = statement->span.end - statement->span.begin;
        for (size_t k = statement->span.begin; k < statement->span.end; k++) have += (map->marks[k] & CONTENT) != 0;
        state->attributions.found++;
        state->attributions.right += 2 * have >= all;
        if (2 * have < all)
            eval_error(run, path, "invented (%.*s): %.*s", TEXT_PRINT(statement->said.verb),
                       TEXT_PRINT(text_slice(map->text, statement->span.begin, statement->span.end)));
    }
}

static void count_token(score_count *count, bool gold, bool found)
{
    count->gold += gold;
    count->found += found;
    count->right += gold && found;
}

static void count_tokens(attribution_state *state, const attribution_text *map, const drg_document *document)
{
    for (size_t i = 0; i < drg_document_token_count(document); i++) {
        const drg_token *token = &drg_document_tokens(document)[i];
        uint8_t marks = map->marks[token->span.begin];
        if (token->upos == DRG_PUNCT || (marks & DISCARD)) continue;
        count_token(&state->sources, marks & SOURCE, marks & FOUND_SOURCE);
        count_token(&state->contents, marks & CONTENT, marks & FOUND_CONTENT);
    }
}

/* ".../attributions/NAME_1a2b.ann" has its text in ".../text/NAME.txt". */
static bool text_path(const char *path, line_buffer *ret_path)
{
    const char *name = strrchr(path, '/'), *mark = strrchr(path, '_');
    if (!name || !mark || mark < name) return false;
    drg_text folder = {path, (size_t)(name - path)};
    buffer_format(ret_path, "%.*s/../text/%.*s.txt", TEXT_PRINT(folder), (int)(mark - name - 1), name + 1);
    return true;
}

static bool score_text(eval_run *run, const char *path, drg_text annotations, drg_text text)
{
    drg_error error = {""};
    drg_document *document = NULL;
    drg_source source = {.text = text};
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    attribution_text map = map_text(text);
    mark_gold(&map, annotations);
    mark_found(&map, document);
    count_tokens(run->state, &map, document);
    count_attributions(run, path, &map, annotations, document);
    run->documents++;
    free_map(&map);
    drg_document_close(document);
    return true;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    attribution_state *state = run->state;
    line_buffer name = {0}, text = {0};
    bool good = text_path(path, &name) || eval_complain(path, "no NAME_ANNOTATOR.ann in a folder beside text/");
    bool again = good && state->last.data && strcmp(state->last.data, name.data) == 0;
    if (good && !again) good = eval_read_file(name.data, &text);
    if (good && !again) good = score_text(run, path, bytes, (drg_text){text.data ? text.data : "", text.size});
    buffer_free(&text);
    buffer_free(&state->last);
    state->last = name;
    return good;
}

static void report(eval_run *run)
{
    const attribution_state *state = run->state;
    eval_put_count(run, "source-tokens", state->sources);
    eval_put_count(run, "content-tokens", state->contents);
    eval_put_share(run, "statements-in-contents", state->attributions.right, state->attributions.found);
}

const eval_task EVAL_ATTRIBUTION = {
    .name = "attribution",
    .about = "PolNeAR: tokens of sources and contents of all attributions of a text",
    .suffix = ".ann",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_state,
    .add = add_file,
    .report = report,
    .close = close_state,
};
