/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as CoNLL-U: refused with a line, or a document whose spans, sentences and trees hold.
 */
#include "fuzz.h"
#include "language/language.h"

static void check_sentence(const drg_document *document, const drg_sentence *sentence)
{
    size_t roots = 0, first = sentence->first_token;
    FUZZ_HOLDS(sentence->token_count > 0 && sentence->token_count <= BOUND_SENTENCE_TOKENS);
    FUZZ_HOLDS(sentence->span.begin == document->tokens.items[first].span.begin);
    for (size_t i = first; i < first + sentence->token_count; i++) {
        size_t at = i, steps = 0;
        for (; document->tokens.items[at].head != DRG_NONE; at = document->tokens.items[at].head) {
            FUZZ_HOLDS(document->tokens.items[at].head - first < sentence->token_count);
            FUZZ_HOLDS(steps++ < sentence->token_count);
        }
        roots += document->tokens.items[i].head == DRG_NONE;
    }
    FUZZ_HOLDS(roots == 1 || roots == sentence->token_count);
}

static void check_document(const drg_document *document)
{
    size_t end = 0, count = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        drg_span span = document->tokens.items[i].span;
        FUZZ_HOLDS(span.begin >= end && span.end > span.begin && span.end <= document->source.text.size);
        end = span.end;
    }
    for (size_t i = 0; i < document->sentences.count; i++) {
        FUZZ_HOLDS(document->sentences.items[i].first_token == count);
        check_sentence(document, &document->sentences.items[i]);
        count += document->sentences.items[i].token_count;
    }
    FUZZ_HOLDS(count == document->tokens.count);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    jmp_buf escape;
    base_arena arena;
    drg_document document = {0};
    drg_error error = {""};
    if (setjmp(escape)) abort();
    base_arena_open(&arena, 0, &escape);
    base_arena_open(&document.arena, 0, &escape);
    if (language_read_conllu(&arena, &document, (drg_text){(const char *)data, size}, &error) == DRG_OK)
        check_document(&document);
    else
        FUZZ_HOLDS(strncmp(error.message, "CoNLL-U line ", 13) == 0);
    base_arena_close(&document.arena);
    base_arena_close(&arena);
    return 0;
}
