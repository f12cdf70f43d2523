/* SPDX-License-Identifier: Apache-2.0
 *
 * Parsing of documents: every sentence a tree with one root, whatever its length; datelines apart; fields filled; the
 * same for a sentence alone and among others.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/models.h"

#define MODEL SOURCE_FOLDER "/models/parser.model"

static drg_text model;
static language_models models;
static language_scratch *scratch;
static jmp_buf escape;

static int models_open(void **unused)
{
    (void)unused;
    drg_error error;
    if (base_file_map(MODEL, BOUND_DATA_FILE_BYTES, &model, &error) ||
        network_open(model, MODEL, &models.parser, &error)) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    scratch = language_scratch_new(&models);
    return scratch == NULL;
}

static int models_close(void **unused)
{
    (void)unused;
    language_scratch_free(scratch);
    network_close(models.parser);
    base_file_unmap(model);
    return 0;
}

/* A document of sentences, one a line, words apart by spaces. */
static void document_fill(drg_document *document, const char *text)
{
    memset(document, 0, sizeof *document);
    assert_int_equal(setjmp(escape), 0);
    base_arena_open(&document->arena, 0, &escape);
    document->source.text = base_text_from(text);
    for (uint32_t at = 0; text[at];) {
        drg_sentence sentence = {.first_token = (uint32_t)document->tokens.count,
                                 .body = (uint32_t)document->tokens.count};
        sentence.span.begin = at;
        while (text[at] && text[at] != '\n') {
            uint32_t size = (uint32_t)strcspn(text + at, " \n");
            base_push(&document->arena, &document->tokens) = (drg_token){.span = {at, at + size}, .head = DRG_NONE};
            at += size + (text[at + size] == ' ');
        }
        sentence.span.end = at;
        sentence.token_count = (uint32_t)document->tokens.count - sentence.first_token;
        base_push(&document->arena, &document->sentences) = sentence;
        at += text[at] == '\n';
    }
}

static void document_parse(drg_document *document)
{
    base_arena arena;
    assert_int_equal(setjmp(escape), 0);
    base_arena_open(&arena, 0, &escape);
    language_parse(&models, scratch, &arena, document);
    base_arena_close(&arena);
}

/* The root of a sentence, once it has been seen to be a tree with that one root. */
static uint32_t tree_check(const drg_document *document, const drg_sentence *sentence)
{
    uint32_t root = DRG_NONE, end = sentence->first_token + sentence->token_count;
    for (uint32_t t = sentence->first_token; t < end; t++) {
        const drg_token *token = &document->tokens.items[t];
        assert_true(base_text_equal(token->deprel, language_relation_name((language_relation)token->relation)));
        assert_true(base_text_equal(token->xpos, language_tag_name((language_tag)token->tag)));
        assert_non_null(token->feats.data);
        uint32_t at = t, steps = 0;
        while (document->tokens.items[at].head != DRG_NONE && steps++ <= sentence->token_count) {
            at = document->tokens.items[at].head;
            assert_in_range(at, sentence->first_token, end - 1);
        }
        assert_true(steps <= sentence->token_count);
        assert_true(root == DRG_NONE || root == at);
        root = at;
    }
    assert_int_equal(document->tokens.items[root].relation, LANGUAGE_ROOT);
    return root;
}

static bool is_word(const drg_document *document, uint32_t token, const char *word)
{
    return base_text_is(record_wording(document, document->tokens.items[token].span), word);
}

static void test_dateline_is_a_tree_apart(void **unused)
{
    (void)unused;
    drg_document document;
    document_fill(&document, "LONDON ( AP ) - The ministers of two countries met on Monday .\n");
    drg_sentence *sentence = &document.sentences.items[0];
    sentence->body = 5;
    document_parse(&document);
    uint32_t root = tree_check(&document, sentence), joints = 0;
    assert_true(is_word(&document, root, "met"));
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        uint32_t head = document.tokens.items[t].head;
        if (t == root || (t < 5) == (head < 5)) continue;
        joints++;
        assert_int_equal(head, root);
        assert_int_equal(document.tokens.items[t].relation, LANGUAGE_PARATAXIS);
    }
    assert_int_equal(joints, 1);
    base_arena_close(&document.arena);
}

static void test_long_sentences(void **unused)
{
    (void)unused;
    enum { WORDS = 3 * BOUND_SENTENCE_TOKENS + 7 };
    static char text[WORDS * 8];
    static const char *const words[] = {"talks", "began", "in", "Geneva", "and", "the", "envoy", ","};
    size_t size = 0;
    for (size_t i = 0; i < WORDS; i++) size += (size_t)sprintf(text + size, "%s ", words[(i * i + i / 3) % 8]);
    text[size - 1] = '\n';
    drg_document document;
    document_fill(&document, text);
    assert_int_equal(document.tokens.count, WORDS);
    document_parse(&document);
    tree_check(&document, &document.sentences.items[0]);
    base_arena_close(&document.arena);
}

static const char story[] = "The president met the ministers in London on Monday .\n"
                            "TALKS FAIL\n"
                            "Two of them had come from Kyiv , where the fighting goes on , and left again .\n"
                            "No\n"
                            "\xFF\xFE broken b\xC3tes \xE2\x80\x9Cquoted\xE2\x80\x9D words\n";

static void test_alone_as_among_others(void **unused)
{
    (void)unused;
    drg_document all;
    document_fill(&all, story);
    document_parse(&all);
    size_t at = 0;
    for (size_t s = 0; s < all.sentences.count; s++) {
        char line[256];
        size_t size = strcspn(story + at, "\n") + 1;
        memcpy(line, story + at, size);
        line[size] = 0;
        at += size;
        drg_document one;
        document_fill(&one, line);
        document_parse(&one);
        const drg_sentence *sentence = &all.sentences.items[s];
        tree_check(&all, sentence);
        assert_int_equal(one.tokens.count, sentence->token_count);
        for (uint32_t t = 0; t < sentence->token_count; t++) {
            const drg_token *a = &one.tokens.items[t], *b = &all.tokens.items[sentence->first_token + t];
            assert_int_equal(a->upos, b->upos);
            assert_int_equal(a->relation, b->relation);
            assert_true(base_text_equal(a->feats, b->feats));
            assert_int_equal(a->head == DRG_NONE ? DRG_NONE : a->head + sentence->first_token, b->head);
        }
        base_arena_close(&one.arena);
    }
    base_arena_close(&all.arena);
}

static void test_nothing(void **unused)
{
    (void)unused;
    drg_document document;
    document_fill(&document, "");
    document_parse(&document);
    base_push(&document.arena, &document.sentences) = (drg_sentence){0};
    document_parse(&document);
    assert_int_equal(document.tokens.count, 0);
    base_arena_close(&document.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_dateline_is_a_tree_apart),
                                       cmocka_unit_test(test_long_sentences),
                                       cmocka_unit_test(test_alone_as_among_others), cmocka_unit_test(test_nothing)};
    return cmocka_run_group_tests(tests, models_open, models_close);
}
