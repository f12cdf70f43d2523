/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as a text: each byte that is no white space is in one token, in order, and sentences cover the tokens. The
 * target brings its own few words and a classifier that says yes and no without sense, so that it needs no data file
 * and reaches what a trained one would not.
 */
#include "fuzz.h"
#include "language/segment.h"

enum { WEIGHTS = 512 };

static const struct {
    const char *word;
    uint32_t flags;
} words[] = {
    {"Mr", WORDS_TITLE},     {"Inc", WORDS_PLAIN},      {"No", WORDS_NUMBER},   {"Ill", WORDS_REGION},
    {"etc", WORDS_MIDDLE},   {"re", WORDS_PREFIX},      {"pm", WORDS_UNIT},     {"AP", WORDS_SOURCE},
    {"by", WORDS_BYLINE},    {"photo :", WORDS_BYLINE}, {"said", WORDS_SPEECH}, {":)", WORDS_EMOTICON},
    {"'em", WORDS_ELISION},  {"com", WORDS_ADDRESS},    {"The", WORDS_OPENER},  {"cannot", 3},
    {"dunno", 2 | (3 << 4)},
};
enum { WORDS = sizeof words / sizeof *words };

static void make_models(base_arena *arena, segment_models *models)
{
    drg_text keys[WORDS];
    uint32_t values[WORDS];
    for (size_t i = 0; i < WORDS; i++) keys[i] = base_text_from(words[i].word), values[i] = words[i].flags;
    model_bytes bytes = {.arena = arena};
    model_put_table(&bytes, keys, values, WORDS);
    model_reader reader = {.bytes = {bytes.data.items, bytes.data.count}};
    model_get_table(&reader, &models->words);
    int16_t *weights = BASE_ARRAY(arena, int16_t, WEIGHTS);
    for (size_t i = 0; i < WEIGHTS; i++) weights[i] = (int16_t)((i * 2654435761u >> 16) % 200) - 100;
    models->ends = (ends_model){weights, WEIGHTS - 1, {0, 0}};
}

static void check_tokens(const drg_document *document)
{
    size_t at = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        drg_span span = document->tokens.items[i].span;
        FUZZ_HOLDS(span.end > span.begin && span.end - span.begin <= BOUND_TOKEN_BYTES);
        FUZZ_HOLDS(token_skip_space(document->source.text, at) == span.begin);
        at = span.end;
    }
    FUZZ_HOLDS(token_skip_space(document->source.text, at) == document->source.text.size);
}

static void check_sentences(const drg_document *document)
{
    uint32_t next = 0, paragraph = 0;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const drg_sentence *sentence = &document->sentences.items[i];
        FUZZ_HOLDS(sentence->first_token == next && sentence->token_count > 0);
        FUZZ_HOLDS(sentence->token_count <= BOUND_SENTENCE_TOKENS);
        FUZZ_HOLDS(sentence->body >= next && sentence->body < next + sentence->token_count);
        FUZZ_HOLDS(sentence->paragraph >= paragraph && !document->tokens.items[next].joined);
        paragraph = sentence->paragraph;
        next += sentence->token_count;
    }
    FUZZ_HOLDS(next == document->tokens.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    base_arena arena;
    drg_document document = {.source = {.text = {(const char *)data, size}}};
    segment_models models;
    if (setjmp(escape)) abort();
    base_arena_open(&arena, 0, &escape);
    base_arena_open(&document.arena, 0, &escape);
    make_models(&arena, &models);
    segment_document(&models, &arena, &document);
    check_tokens(&document);
    check_sentences(&document);
    base_arena_close(&document.arena);
    base_arena_close(&arena);
    return 0;
}
