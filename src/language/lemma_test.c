/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/language.h"
#include "language/lemma.h"
#include "language/models.h"

typedef struct test_model {
    base_arena arena;
    lemma_model model;
} test_model;

static int open_model(void **state)
{
    static test_model opened;
    drg_error error = {""};
    model_reader reader = {0};
    base_arena_open(&opened.arena, 0, NULL);
    const char *path = SOURCE_FOLDER "/models/" LEMMA_MODEL_FILE;
    if (base_file_read(&opened.arena, path, BOUND_DATA_FILE_BYTES, &reader.bytes, &error) != DRG_OK)
        fail_msg("%s", error.message);
    lemma_get(&reader, &opened.model);
    assert_false(reader.broken);
    assert_int_equal(reader.at, reader.bytes.size);
    *state = &opened;
    return 0;
}

static int close_model(void **state)
{
    test_model *model = *state;
    base_arena_close(&model->arena);
    return 0;
}

static void check(void **state, const char *form, const char *tag, const char *expected)
{
    test_model *model = *state;
    char lemma[256];
    lemma_word word = {base_text_from(form),
                       base_text_lower(&model->arena, base_text_from(form)),
                       base_text_from(tag),
                       false,
                       false,
                       false};
    drg_text got = {lemma, lemma_write(&model->model, &word, lemma)};
    if (!base_text_is(got, expected)) fail_msg("%s %s: '%.*s' is not '%s'", form, tag, BASE_PRINT(got), expected);
}

static void test_words_that_were_seen(void **state)
{
    check(state, "was", "VBD", "be");
    check(state, "'s", "POS", "'s");
    check(state, "'s", "VBZ", "be");
    check(state, "n't", "RB", "not");
    check(state, "n’t", "RB", "not");
    check(state, "wo", "MD", "will");
    check(state, "The", "DT", "the");
    check(state, "an", "DT", "a");
    check(state, "I", "PRP", "I");
    check(state, "i", "PRP", "I");
    check(state, "him", "PRP", "he");
    check(state, "better", "JJR", "good");
    check(state, "children", "NNS", "child");
    check(state, "left", "VBD", "leave");
    check(state, "left", "JJ", "left");
    check(state, "Talks", "NNS", "talk");
    check(state, "American", "JJ", "American");
    check(state, "Bush", "NNP", "Bush");
}

static void test_words_by_rule(void **state)
{
    check(state, "withdrew", "VBD", "withdraw");
    check(state, "overthrew", "VBD", "overthrow");
    check(state, "underwent", "VBD", "undergo");
    check(state, "bound", "VBN", "bind");
    check(state, "shelling", "VBG", "shell");
    check(state, "reaffirmed", "VBD", "reaffirm");
    check(state, "provoked", "VBN", "provoke");
    check(state, "timed", "VBN", "time");
    check(state, "kidnapped", "VBN", "kidnap");
    check(state, "vetoes", "VBZ", "veto");
    check(state, "condemns", "VBZ", "condemn");
    check(state, "denies", "VBZ", "deny");
    check(state, "ceasefires", "NNS", "ceasefire");
    check(state, "embassies", "NNS", "embassy");
    check(state, "gunmen", "NNS", "gunman");
    check(state, "referenda", "NNS", "referendum");
    check(state, "series", "NNS", "series");
    check(state, "simplest", "JJS", "simple");
    check(state, "tougher", "JJR", "tough");
    check(state, "NGOs", "NNS", "NGO");
    check(state, "Zelenskyy", "NNP", "Zelenskyy");
    check(state, "1,250,000", "CD", "1250000");
    check(state, "Foo.Com", "ADD", "Foo.Com");
    check(state, "Zzyzxian", "JJ", "Zzyzxian");
}

/* A whole document, with names and capitals, broken bytes (whose lemma is UTF-8) and empty tags. */
static void test_document(void **state)
{
    test_model *model = *state;
    static const char text[] = "Rebels SEIZED \xFF\xFE Towns";
    static drg_token tokens[] = {{.span = {0, 6}, .xpos = {"NNS", 3}},
                                 {.span = {7, 13}, .xpos = {"VBD", 3}},
                                 {.span = {14, 16}, .xpos = {"", 0}},
                                 {.span = {17, 22}, .xpos = {"NNS", 3}}};
    static drg_sentence sentence = {.span = {0, 22}, .token_count = 4};
    static const char *const expected[] = {"rebel", "seize", "\xEF\xBF\xBD\xEF\xBF\xBD", "town"};
    drg_document document = {.source = {.text = {text, sizeof text - 1}}};
    base_arena_open(&document.arena, 0, NULL);
    document.sentences.items = &sentence;
    document.sentences.count = 1;
    document.tokens.items = tokens;
    document.tokens.count = 4;
    language_models models = {.lemma = model->model};
    language_lemmatize(&models, &model->arena, &document);
    for (int i = 0; i < 4; i++)
        if (!base_text_is(tokens[i].lemma, expected[i]))
            fail_msg("'%.*s' is not '%s'", BASE_PRINT(tokens[i].lemma), expected[i]);
    base_arena_close(&document.arena);
}

/* Any form with any tag has a lemma that is not empty and not too long. */
static void test_random_forms(void **state)
{
    test_model *model = *state;
    static char lemma[BOUND_TOKEN_BYTES * 2 + LEMMA_APPEND];
    uint64_t seed = 20261123;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 50000; round++) {
        char form[48];
        size_t size = 1;
        for (size_t i = 0; i < sizeof form; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            form[i] = round % 2 ? "abdeginsuyASE'-1,.\xC3\xA9"[(seed >> 33) % 20] : (char)(seed >> 40);
            if ((seed >> 50) % 12)
                size = i + 1;
            else
                break;
        }
        drg_text tag = language_tag_name((language_tag)(round % LANGUAGE_TAG_COUNT));
        lemma_word word = {{form, size}, base_text_lower(&model->arena, (drg_text){form, size}), tag, round % 3, false,
                           round % 2};
        size_t written = lemma_write(&model->model, &word, lemma);
        assert_true(written > 0 && written <= size * 2 + LEMMA_APPEND);
    }
}

static void test_damaged_model_is_refused(void **state)
{
    test_model *model = *state;
    drg_text bytes;
    const char *path = SOURCE_FOLDER "/models/" LEMMA_MODEL_FILE;
    assert_int_equal(base_file_read(&model->arena, path, BOUND_DATA_FILE_BYTES, &bytes, NULL), DRG_OK);
    for (size_t size = 0; size < bytes.size; size += 1 + bytes.size / 97) {
        model_reader reader = {.bytes = {bytes.data, size}};
        lemma_model cut = {0};
        lemma_get(&reader, &cut);
        assert_true(reader.broken);
        assert_null(cut.scripts);
    }
    char *changed = (char *)base_text_copy(&model->arena, bytes).data;
    changed[8] = 99; /* letters of the first script */
    model_reader reader = {.bytes = {changed, bytes.size}};
    lemma_model odd = {0};
    lemma_get(&reader, &odd);
    assert_true(reader.broken);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_that_were_seen),
        cmocka_unit_test(test_words_by_rule),
        cmocka_unit_test(test_document),
        cmocka_unit_test(test_random_forms),
        cmocka_unit_test(test_damaged_model_is_refused),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
