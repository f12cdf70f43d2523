/* SPDX-License-Identifier: Apache-2.0
 *
 * The shipped network: it opens, damaged bytes are refused or harmless, short sentences get the trees that they must
 * have, every path of the arithmetic gives the same answers, and sentences run together do not see each other.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/network.h"

#define SEED 31337u
#define MODEL SOURCE_FOLDER "/models/parser.model"

static drg_text model;
static network_model *network;
static network_scratch *scratch;

static uint32_t random_next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static int model_open(void **unused)
{
    (void)unused;
    drg_error error;
    if (base_file_map(MODEL, BOUND_DATA_FILE_BYTES, &model, &error) || network_open(model, MODEL, &network, &error)) {
        fprintf(stderr, "%s\n", error.message);
        return 1;
    }
    scratch = network_scratch_new(network);
    return scratch == NULL;
}

static int model_close(void **unused)
{
    (void)unused;
    network_scratch_free(scratch);
    network_close(network);
    base_file_unmap(model);
    return 0;
}

static size_t words_split(const char *sentence, drg_text *wordings)
{
    size_t count = 0;
    while (*sentence) {
        size_t size = strcspn(sentence, " ");
        wordings[count++] = (drg_text){sentence, size};
        sentence += size + (sentence[size] == ' ');
    }
    return count;
}

static void test_simple_sentences(void **unused)
{
    (void)unused;
    drg_text wordings[16];
    network_answer answers[16];
    uint16_t size = (uint16_t)words_split("The president met the ministers in London .", wordings);
    static const uint16_t heads[] = {2, 3, 0, 5, 3, 7, 3, 3},
                          upos[] = {DRG_DET, DRG_NOUN, DRG_VERB, DRG_DET, DRG_NOUN, DRG_ADP, DRG_PROPN, DRG_PUNCT};
    static const uint16_t relations[] = {LANGUAGE_DET, LANGUAGE_NSUBJ, LANGUAGE_ROOT, LANGUAGE_DET,
                                         LANGUAGE_OBJ, LANGUAGE_CASE,  LANGUAGE_OBL,  LANGUAGE_PUNCT};
    network_run(network, scratch, wordings, &size, 1, answers);
    for (size_t i = 0; i < size; i++) {
        assert_int_equal(answers[i].head, heads[i]);
        assert_int_equal(answers[i].upos, upos[i]);
        assert_int_equal(answers[i].relation, relations[i]);
    }
    assert_int_equal(answers[2].tag, LANGUAGE_TAG_VBD);
    drg_text feats = network->feats[answers[2].feats];
    assert_true(base_text_is(language_feature(feats, "Tense"), "Past"));
}

/* A root with a subject and without auxiliary is finite, whatever its ending leaves open. */
static void test_roots_with_subjects_are_finite(void **unused)
{
    (void)unused;
    static const char *const sentences[] = {"Some called for younger leadership .",
                                            "A grenade exploded in the capital hours earlier .",
                                            "Twin bombings yesterday struck the cathedral in Mindanao , Philippines ."};
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        drg_text wordings[16];
        network_answer answers[16];
        uint16_t size = (uint16_t)words_split(sentences[i], wordings);
        network_run(network, scratch, wordings, &size, 1, answers);
        for (size_t k = 0; k < size; k++) {
            assert_int_not_equal(answers[k].relation, LANGUAGE_NSUBJ_PASS);
            if (answers[k].head) continue;
            assert_int_equal(answers[k].tag, LANGUAGE_TAG_VBD);
            assert_int_equal(answers[k].upos, DRG_VERB);
            assert_true(base_text_is(language_feature(network->feats[answers[k].feats], "Tense"), "Past"));
        }
    }
}

/* Words of any bytes, in sentences of many sizes. */
static size_t words_random(drg_text *wordings, char *letters, size_t size, uint32_t *state)
{
    for (size_t i = 0; i < size; i++)
        letters[i] = (char)(random_next(state) % 4 ? 'a' + random_next(state) % 26 : random_next(state));
    size_t at = 0, count = 0;
    while (count < NETWORK_ROWS) {
        size_t length = random_next(state) % 50 ? random_next(state) % 9 : random_next(state) % 1000;
        if (at + length > size) break;
        wordings[count++] = (drg_text){letters + at, length};
        at += length;
    }
    return count;
}

static void answers_check(const network_answer *answers, const uint16_t *sizes, size_t sentence_count)
{
    for (size_t s = 0; s < sentence_count; answers += sizes[s++]) {
        size_t roots = 0;
        for (size_t i = 0; i < sizes[s]; i++) {
            assert_in_range(answers[i].head, 0, sizes[s]);
            assert_in_range(answers[i].upos, 0, DRG_UPOS_COUNT - 1);
            assert_in_range(answers[i].tag, 0, LANGUAGE_TAG_COUNT - 1);
            assert_in_range(answers[i].feats, 0, network->shape.feats - 1);
            assert_in_range(answers[i].relation, 0, LANGUAGE_RELATION_COUNT - 1);
            assert_int_equal(answers[i].relation == LANGUAGE_ROOT, answers[i].head == 0);
            roots += answers[i].head == 0;
        }
        assert_int_equal(roots, 1);
    }
}

static size_t sizes_random(uint16_t *sizes, size_t words, uint32_t *state)
{
    size_t count = 0;
    while (words) {
        size_t size = 1 + random_next(state) % (random_next(state) % 3 ? 30 : 300);
        if (size > words) size = words;
        sizes[count++] = (uint16_t)size;
        words -= size;
    }
    return count;
}

static void test_together_as_alone_on_every_path(void **unused)
{
    (void)unused;
    static char letters[8192];
    static drg_text wordings[NETWORK_ROWS];
    static uint16_t sizes[NETWORK_ROWS];
    static network_answer together[NETWORK_ROWS], alone[NETWORK_ROWS];
    const tensor_ops *ops[3], *usual = network->ops;
    size_t path_count = tensor_ops_all(ops);
    uint32_t state = SEED;
    for (size_t round = 0; round < 4; round++) {
        size_t words = words_random(wordings, letters, sizeof letters, &state);
        size_t count = sizes_random(sizes, words, &state);
        network_run(network, scratch, wordings, sizes, count, together);
        answers_check(together, sizes, count);
        for (size_t k = 0; k < path_count; k++) {
            network->ops = ops[k];
            memset(alone, 0, sizeof alone);
            for (size_t s = 0, start = 0; s < count; start += sizes[s++])
                network_run(network, scratch, wordings + start, sizes + s, 1, alone + start);
            assert_memory_equal(together, alone, words * sizeof *alone);
        }
        network->ops = usual;
    }
}

static void test_damage(void **unused)
{
    (void)unused;
    char *copy = aligned_alloc(64, (model.size + 63) / 64 * 64);
    assert_non_null(copy);
    memcpy(copy, model.data, model.size);
    uint32_t state = SEED;
    drg_error error;
    network_model *opened;
    for (size_t i = 0; i < 40; i++) { /* cut short */
        size_t size = i < 20 ? i * 7 : (size_t)random_next(&state) % model.size;
        assert_int_not_equal(network_open((drg_text){copy, size}, "cut", &opened, &error), DRG_OK);
    }
    drg_text wordings[] = {BASE_LITERAL("Israel"), BASE_LITERAL("agreed"), BASE_LITERAL(".")};
    uint16_t size = 3;
    for (size_t i = 0; i < 60; i++) { /* a byte changed, half of the time near the front */
        size_t at = random_next(&state) % (i % 2 ? model.size : 4096);
        char kept = copy[at];
        copy[at] = (char)(kept ^ (1 << random_next(&state) % 8));
        if (network_open((drg_text){copy, model.size}, "changed", &opened, &error) == DRG_OK) {
            network_scratch *own = network_scratch_new(opened);
            network_answer answers[3];
            network_run(opened, own, wordings, &size, 1, answers);
            answers_check(answers, &size, 1);
            network_scratch_free(own);
            network_close(opened);
        }
        copy[at] = kept;
    }
    free(copy);
}

int main(void)
{
    printf("seed %u\n", SEED);
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_simple_sentences),
                                       cmocka_unit_test(test_roots_with_subjects_are_finite),
                                       cmocka_unit_test(test_together_as_alone_on_every_path),
                                       cmocka_unit_test(test_damage)};
    return cmocka_run_group_tests(tests, model_open, model_close);
}
