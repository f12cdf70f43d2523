/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the document's text, any bytes. Out: its sentences and tokens.
 *
 * Four steps, each one pass: line breaks are judged (layout.c), runs between white space are cut into tokens (token.c),
 * a classifier says which tokens end a sentence (ends.c), and what opens and closes a news report is told apart from
 * its sentences (opening.c). An empty line, and a line break that starts something new, always end a sentence.
 */
#include "language/segment.h"

#include "language/models.h"
#include "language/opening.h"

enum { HEADLINE_TOKENS = 40 };

/* ---------------------------------------------------------------- models */

void segment_put_ends(model_bytes *bytes, const int16_t *weights, uint32_t count, const int32_t bias[2])
{
    model_put_u32(bytes, count);
    model_put_u32(bytes, (uint32_t)bias[0]);
    model_put_u32(bytes, (uint32_t)bias[1]);
    model_put_align(bytes, 8);
    for (uint32_t i = 0; i < count; i++) model_put_u16(bytes, (uint16_t)weights[i]);
}

void segment_get_ends(model_reader *reader, ends_model *ret_model)
{
    uint32_t count = model_get_u32(reader);
    ends_model model = {.mask = count - 1};
    model.bias[0] = (int32_t)model_get_u32(reader);
    model.bias[1] = (int32_t)model_get_u32(reader);
    model_get_align(reader, 8);
    model.weights = model_get_array(reader, count, sizeof *model.weights);
    if (count == 0 || (count & (count - 1))) reader->broken = true;
    *ret_model = model;
}

drg_status segment_open(const model_file *file, segment_models *ret_models, drg_error *error)
{
    segment_models models = {0};
    model_reader words = {0}, ends = {0};
    drg_status status = model_file_section(file, SEGMENT_WORDS_SECTION, &words.bytes, error);
    if (status == DRG_OK) status = model_file_section(file, SEGMENT_ENDS_SECTION, &ends.bytes, error);
    if (status != DRG_OK) return status;
    model_get_table(&words, &models.words);
    status = model_reader_done(&words, file, SEGMENT_WORDS_SECTION, error);
    if (status != DRG_OK) return status;
    segment_get_ends(&ends, &models.ends);
    status = model_reader_done(&ends, file, SEGMENT_ENDS_SECTION, error);
    if (status == DRG_OK) *ret_models = models;
    return status;
}

drg_status segment_compile(base_arena *arena, const char *data_folder, const char *model_folder, model_builder *builder,
                           drg_error *error)
{
    model_bytes words = {.arena = arena};
    drg_status status = words_compile(arena, data_folder, &words, error);
    if (status != DRG_OK) return status;
    const char *path = base_text_format(arena, "%s/%s", model_folder, SEGMENT_MODEL_FILE).data;
    model_reader ends = {0};
    status = base_file_read(arena, path, BOUND_DATA_FILE_BYTES, &ends.bytes, error);
    if (status != DRG_OK) return status;
    ends_model model;
    segment_get_ends(&ends, &model);
    if (ends.broken || ends.at != ends.bytes.size)
        return base_fail(error, DRG_ERROR_FORMAT, "%s: not a model of sentence ends, or cut short", path);
    model_builder_section(builder, SEGMENT_WORDS_SECTION, words.data.items, words.data.count);
    model_builder_section(builder, SEGMENT_ENDS_SECTION, ends.bytes.data, ends.bytes.size);
    model_builder_value(builder, BASE_LITERAL("trained/segment"),
                        BASE_LITERAL("Universal Dependencies English EWT and GUM, training halves"));
    model_builder_value(builder, BASE_LITERAL("licence/segment"), BASE_LITERAL("CC BY-SA 4.0"));
    return DRG_OK;
}

/* ---------------------------------------------------------------- tokens */

static void note_oddities(const token_scanner *scanner, drg_document *document)
{
    if (scanner->odd_count) {
        uint32_t at = (uint32_t)scanner->odd_first;
        record_note(document, (drg_span){at, at + 1},
                    "%zu bytes that are no valid UTF-8 or are NUL, the first one here", scanner->odd_count);
    }
    if (scanner->cut_count) {
        uint32_t at = (uint32_t)scanner->cut_first;
        record_note(document, (drg_span){at, at + BOUND_TOKEN_BYTES},
                    "%zu runs of more than %d bytes without white space were read in pieces, the first one here",
                    scanner->cut_count, BOUND_TOKEN_BYTES);
    }
}

token_items segment_tokens(const model_table *words, base_arena *arena, drg_document *document, layout_lines *layout)
{
    drg_text text = document->source.text;
    token_scanner scanner = {.arena = arena, .words = words, .text = text};
    layout_break kind = LAYOUT_NONE;
    unsigned flags = 0;
    for (size_t at = token_skip_space(text, 0), end; at < text.size; at = scanner.next) {
        if (kind != LAYOUT_NONE) token_start_paragraph(&scanner);
        flags |= kind == LAYOUT_LINE ? TOKEN_LINE : kind == LAYOUT_BLANK ? TOKEN_BLANK : 0;
        end = token_run_end(&scanner, at);
        size_t next = token_skip_space(text, end);
        kind = layout_judge(layout, end, next);
        scanner.next = kind == LAYOUT_NONE ? next : text.size;
        token_scan_run(&scanner, at, end, flags);
        scanner.next = next;
        flags = TOKEN_SPACE;
    }
    note_oddities(&scanner, document);
    return scanner.items;
}

static void segment_fill_tokens(drg_document *document, token_items items)
{
    drg_token *tokens = BASE_ARRAY(&document->arena, drg_token, items.count);
    const drg_text empty = {"", 0};
    for (size_t i = 0; i < items.count; i++)
        tokens[i] = (drg_token){.span = {items.items[i].begin, items.items[i].end},
                                .lemma = empty,
                                .xpos = empty,
                                .feats = empty,
                                .deprel = empty,
                                .head = DRG_NONE,
                                .upos = DRG_X,
                                .relation = LANGUAGE_DEP,
                                .tag = LANGUAGE_TAG_XX,
                                .joined = items.items[i].flags & TOKEN_JOINED};
    document->tokens.items = tokens;
    document->tokens.count = document->tokens.capacity = items.count;
}

/* ---------------------------------------------------------------- sentences */

typedef struct sentence_maker {
    const segment_models *models;
    drg_document *document;
    layout_lines layout;
    ends_text tokens;
    opening_text opening;
    uint32_t paragraph;
    size_t paragraph_first;  /* token */
    size_t first;            /* token of the sentence */
    size_t body;             /* first token after a dateline */
    size_t sentences_before; /* sentences when the paragraph began */
    size_t cuts, cut_first;  /* sentences cut at BOUND_SENTENCE_TOKENS */
} sentence_maker;

static void push_sentence(sentence_maker *maker, size_t first, size_t end)
{
    const token_item *items = maker->tokens.items;
    bool has_body = maker->body > first && maker->body < end;
    base_push(&maker->document->arena, &maker->document->sentences) = (drg_sentence){
        .span = {items[first].begin, items[end - 1].end},
        .first_token = (uint32_t)first,
        .token_count = (uint32_t)(end - first),
        .paragraph = maker->paragraph,
        .body = (uint32_t)(has_body ? maker->body : first),
    };
}

/* Where a sentence that is too long is best cut: after the last semicolon of the second half of what fits, else after
 * the last dash or comma there, else at the bound; never between the words of one surface token. */
static size_t cut_place(const ends_text *tokens, size_t first)
{
    size_t best = 0, end = first + BOUND_SENTENCE_TOKENS;
    token_kind best_kind = TOKEN_WORD;
    for (size_t at = first + BOUND_SENTENCE_TOKENS / 2; at < end; at++) {
        token_kind kind = (token_kind)tokens->items[at - 1].kind;
        bool wanted =
            kind == TOKEN_SEMICOLON || ((kind == TOKEN_COMMA || kind == TOKEN_DASH) && best_kind != TOKEN_SEMICOLON);
        if (wanted) best = at, best_kind = kind;
    }
    if (best) return best;
    while (end > first + 1 && tokens->items[end].flags & TOKEN_JOINED) end--;
    return end;
}

static void end_sentence(sentence_maker *maker, size_t end)
{
    while (end - maker->first > BOUND_SENTENCE_TOKENS) {
        size_t cut = cut_place(&maker->tokens, maker->first);
        if (maker->cuts++ == 0) maker->cut_first = maker->first;
        push_sentence(maker, maker->first, cut);
        maker->first = cut;
    }
    push_sentence(maker, maker->first, end);
    maker->first = end;
}

static bool has_word(const ends_text *tokens, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (tokens->items[i].kind <= TOKEN_ABBREVIATION) return true;
    return false;
}

static bool is_star(const sentence_maker *maker, size_t at)
{
    return maker->document->source.text.data[maker->tokens.items[at].begin] == '*';
}

/* A line of its own without a stop at its end, and no item of a list. Markdown's bold marks around it do not count. */
static bool is_headline(const sentence_maker *maker, size_t first, size_t end)
{
    const ends_text *tokens = &maker->tokens;
    while (end - first > 2 && is_star(maker, first) && is_star(maker, end - 1)) first++, end--;
    uint8_t opens = tokens->items[first].kind, last = tokens->items[end - 1].kind;
    if (maker->document->source.text.data[tokens->items[first].begin] == '#' && opens == TOKEN_SYMBOL) return true;
    bool item = opens == TOKEN_BULLET || opens == TOKEN_DASH || (opens == TOKEN_SYMBOL && end - first > 1);
    bool open = last == TOKEN_COLON || last == TOKEN_SEMICOLON || last == TOKEN_COMMA || last == TOKEN_DASH;
    open |= last == TOKEN_ABBREVIATION; /* its stop may be the sentence's too: "Go ahead, M.J." */
    return !item && !open && !ends_after_stop(tokens, end - 1) && end - first <= HEADLINE_TOKENS &&
           maker->body <= first && has_word(tokens, first, end);
}

/* Kinds of the sentences of the paragraph that has just ended. */
static void end_paragraph(sentence_maker *maker)
{
    drg_sentence *sentences = maker->document->sentences.items;
    size_t count = maker->document->sentences.count;
    bool alone = count - maker->sentences_before == 1;
    for (size_t i = maker->sentences_before; i < count; i++) {
        size_t first = sentences[i].first_token, end = first + sentences[i].token_count;
        if (sentences[i].span.begin < maker->layout.front_matter ||
            opening_is_byline(&maker->opening, first, end, alone))
            sentences[i].kind = DRG_SENTENCE_BYLINE;
        else if (alone && is_headline(maker, first, end))
            sentences[i].kind = DRG_SENTENCE_HEADLINE;
    }
    maker->sentences_before = count;
}

/* A paragraph starts: what is before `body` is its dateline; a speaker's label is a sentence of its own. */
static size_t start_paragraph(sentence_maker *maker, size_t at)
{
    maker->paragraph_first = at;
    maker->body = opening_dateline_end(&maker->opening, at);
    return maker->body > at ? at : opening_speaker_end(&maker->opening, at);
}

static bool starts_line(const ends_text *tokens, size_t at)
{
    return tokens->items[at].flags & (TOKEN_LINE | TOKEN_BLANK);
}

static void make_sentences(sentence_maker *maker)
{
    const ends_text *tokens = &maker->tokens;
    ends_place place = {0};
    size_t label_end = 0;
    for (size_t at = 0; at < tokens->count; at++) {
        if (at == 0 || starts_line(tokens, at)) {
            if (at) maker->paragraph++;
            label_end = start_paragraph(maker, at);
        }
        ends_advance(tokens, at, &place);
        bool line_ends = at + 1 == tokens->count || starts_line(tokens, at + 1);
        bool ends = line_ends || at + 1 == label_end;
        if (!ends && at >= maker->body && ends_possible(tokens, at))
            ends = ends_decide(&maker->models->ends, tokens, &place, at);
        if (!ends) continue;
        end_sentence(maker, at + 1);
        place.first = at + 1;
        if (line_ends) end_paragraph(maker);
    }
}

void segment_document(const segment_models *models, base_arena *arena, drg_document *document)
{
    sentence_maker maker = {.models = models, .document = document, .layout = layout_read(document->source.text)};
    token_items items = segment_tokens(&models->words, arena, document, &maker.layout);
    maker.tokens = (ends_text){items.items, NULL, items.count};
    maker.tokens.marks = ends_marks(arena, &models->words, document->source.text, items.items, items.count);
    maker.opening = (opening_text){&models->words, document->source.text, &maker.tokens};
    segment_fill_tokens(document, items);
    make_sentences(&maker);
    if (maker.cuts) {
        const token_item *first = &items.items[maker.cut_first];
        record_note(document, (drg_span){first->begin, first->end},
                    "%zu cuts in sentences of more than %d tokens, the first sentence starts here", maker.cuts,
                    BOUND_SENTENCE_TOKENS);
    }
}

void language_segment(const language_models *models, base_arena *arena, drg_document *document)
{
    segment_document(&models->segment, arena, document);
}
