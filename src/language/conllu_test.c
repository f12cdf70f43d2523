/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/language.h"

#define WORD(id, form, head, misc) id "\t" form "\t" form "\tNOUN\tNN\tNumber=Sing\t" head "\tdep\t_\t" misc "\n"

typedef struct test_reading {
    base_arena scratch;
    drg_document document;
    drg_error error;
    drg_status status;
} test_reading;

static void reading_open(test_reading *reading, drg_text conllu)
{
    memset(&reading->document, 0, sizeof reading->document);
    memset(&reading->scratch, 0, sizeof reading->scratch);
    reading->error.message[0] = '\0';
    base_arena_open(&reading->scratch, 0, NULL);
    base_arena_open(&reading->document.arena, 0, NULL);
    reading->status = language_read_conllu(&reading->scratch, &reading->document, conllu, &reading->error);
}

static void reading_close(test_reading *reading)
{
    base_arena_close(&reading->scratch);
    base_arena_close(&reading->document.arena);
}

static void check_text(const char *conllu, const char *text)
{
    test_reading reading;
    reading_open(&reading, base_text_from(conllu));
    if (reading.status != DRG_OK) fail_msg("%s", reading.error.message);
    drg_text got = reading.document.source.text;
    if (!base_text_is(got, text)) fail_msg("'%.*s' is not '%s'", BASE_PRINT(got), text);
    reading_close(&reading);
}

static void test_text_is_put_together(void **state)
{
    (void)state;
    check_text("", "");
    check_text(WORD("1", "Talks", "0", "SpaceAfter=No") WORD("2", ".", "1", "_"), "Talks.");
    check_text(WORD("1", "One", "0", "_") "\n" WORD("1", "Two", "0", "_") "\n", "One Two");
    check_text("# newpar\n" WORD("1", "One", "0", "_") "\n# newpar id = p2\n" WORD("1", "Two", "0", "_"), "One\n\nTwo");
    check_text("# newpar_block = x\n" WORD("1", "One", "0", "_") "\n# newdoc\n" WORD("1", "Two", "0", "_"),
               "One\n\nTwo");
    check_text(WORD("1", "One", "0", "SpacesAfter=\\s\\n") "\n" WORD("1", "Two", "0", "_"), "One \nTwo");
    check_text("\xEF\xBB\xBF" WORD("1", "One", "0", "_") "\r\n\r\n\r\n", "One");
}

static void test_multiword_ranges_are_joined(void **state)
{
    (void)state;
    const char *conllu = "1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" WORD("1", "do", "0", "_")
        WORD("2", "n't", "1", "_") "2.1\tempty\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("3", "!", "1", "_");
    test_reading reading;
    reading_open(&reading, base_text_from(conllu));
    assert_int_equal(reading.status, DRG_OK);
    assert_true(base_text_is(reading.document.source.text, "don't!"));
    const drg_token *tokens = reading.document.tokens.items;
    assert_int_equal(reading.document.tokens.count, 3);
    assert_true(base_text_is(record_wording(&reading.document, tokens[0].span), "do"));
    assert_true(base_text_is(record_wording(&reading.document, tokens[1].span), "n't"));
    assert_false(tokens[0].joined);
    assert_true(tokens[1].joined);
    assert_false(tokens[2].joined);
    assert_int_equal(tokens[0].head, DRG_NONE);
    assert_int_equal(tokens[1].head, 0);
    reading_close(&reading);
}

/* The words need not spell the surface form; each still gets whole characters, and all of them are covered. */
static void test_ranges_whose_words_differ(void **state)
{
    (void)state;
    const char *conllu = "1-3\téàü\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("1", "some", "0", "_") WORD("2", "thing", "1", "_")
        WORD("3", "longer", "1", "_");
    test_reading reading;
    reading_open(&reading, base_text_from(conllu));
    assert_int_equal(reading.status, DRG_OK);
    const drg_token *tokens = reading.document.tokens.items;
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(tokens[i].span.begin, 2 * i);
        assert_int_equal(tokens[i].span.end, 2 * i + 2);
    }
    reading_close(&reading);
}

static void test_fields(void **state)
{
    (void)state;
    const char *conllu = "1\tran\trun\tVERB\tVBD\tMood=Ind|Tense=Past\t0\troot\t_\t_\n"
                         "2\tnow\tnow\tADV\tQQ\t_\t1\tadvmod:emph\t_\t_\n"
                         "3\t_\t_\tSYM\tNFP\t_\t1\tdiscourse:emo\t_\t_\n";
    test_reading reading;
    reading_open(&reading, base_text_from(conllu));
    if (reading.status != DRG_OK) fail_msg("%s", reading.error.message);
    const drg_token *tokens = reading.document.tokens.items;
    assert_int_equal(tokens[0].upos, DRG_VERB);
    assert_int_equal(tokens[0].tag, LANGUAGE_TAG_VBD);
    assert_int_equal(tokens[0].relation, LANGUAGE_ROOT);
    assert_true(base_text_is(tokens[0].lemma, "run"));
    assert_true(base_text_is(language_feature(tokens[0].feats, "Tense"), "Past"));
    assert_true(base_text_is(language_feature(tokens[0].feats, "Mood"), "Ind"));
    assert_int_equal(language_feature(tokens[0].feats, "Ten").size, 0);
    assert_int_equal(tokens[1].tag, LANGUAGE_TAG_XX);
    assert_true(base_text_is(tokens[1].xpos, "QQ"));
    assert_int_equal(tokens[1].relation, LANGUAGE_ADVMOD);
    assert_true(base_text_is(tokens[1].deprel, "advmod:emph"));
    assert_int_equal(tokens[1].feats.size, 0);
    assert_true(base_text_is(tokens[2].lemma, "_"));
    reading_close(&reading);
}

static void check_refused(const char *conllu, drg_status status, const char *message)
{
    test_reading reading;
    reading_open(&reading, base_text_from(conllu));
    assert_int_equal(reading.status, status);
    if (!strstr(reading.error.message, message)) fail_msg("'%s' lacks '%s'", reading.error.message, message);
    reading_close(&reading);
}

static void test_errors_name_the_line(void **state)
{
    (void)state;
    check_refused("\n\nno columns\n", DRG_ERROR_FORMAT, "line 3: 1 columns, not ten");
    check_refused(WORD("2", "x", "0", "_"), DRG_ERROR_FORMAT, "line 1: the words are not numbered");
    check_refused(WORD("1", "x", "0", "_") WORD("3", "x", "1", "_"), DRG_ERROR_FORMAT, "line 2: the words are not");
    check_refused(WORD("1", "x", "9", "_"), DRG_ERROR_FORMAT, "line 1: the head of word 1 of this sentence is outside");
    check_refused(WORD("1", "x", "x", "_"), DRG_ERROR_FORMAT, "line 1: this head is no number: 'x'");
    check_refused(WORD("1", "x", "0", "_") WORD("2", "x", "0", "_"), DRG_ERROR_FORMAT, "has 2 roots");
    check_refused(WORD("1", "x", "2", "_") WORD("2", "x", "1", "_") WORD("3", "x", "0", "_"), DRG_ERROR_FORMAT,
                  "run in a circle");
    check_refused(WORD("1", "x", "0", "_") WORD("2", "x", "_", "_"), DRG_ERROR_FORMAT, "only 1 of 2 words have a head");
    check_refused("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n" WORD("1", "a", "0", "_"), DRG_ERROR_FORMAT, "ends before");
    check_refused("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", DRG_ERROR_FORMAT, "shorter than its range");
    check_refused("2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", DRG_ERROR_FORMAT, "does not fit here: '2-3'");
    check_refused("1.1\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", DRG_ERROR_FORMAT, "ends before");
    check_refused("1\tx\tx\tNOUNS\tNN\t_\t0\troot\t_\t_\n", DRG_ERROR_FORMAT, "part of speech: 'NOUNS'");
}

static void test_long_sentence_is_refused(void **state)
{
    (void)state;
    char *conllu = test_malloc(BOUND_SENTENCE_TOKENS * 40 + 80);
    size_t size = 0;
    for (int i = 1; i <= BOUND_SENTENCE_TOKENS + 1; i++)
        size += (size_t)sprintf(conllu + size, "%d\tx\tx\tX\tXX\t_\t_\t_\t_\t_\n", i);
    check_refused(conllu, DRG_ERROR_LIMIT, "more than 512 words");
    test_free(conllu);
}

/* Damaged input never reads outside, and what is accepted is whole: spans in order, heads inside. */
static void test_damaged_input(void **state)
{
    (void)state;
    static const char good[] = "# newdoc\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" WORD("1", "do", "3", "_")
        WORD("2", "n't", "1", "_") WORD("3", "go", "0", "SpacesAfter=\\n\\s") "\n" WORD("1", "Kyiv", "0", "_") "\n";
    uint64_t seed = 20261123;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 20000; round++) {
        char *bytes = malloc(sizeof good - 1);
        assert_non_null(bytes);
        memcpy(bytes, good, sizeof good - 1);
        for (int change = 0; change < 1 + round % 4; change++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            bytes[(seed >> 33) % (sizeof good - 1)] = "\n\t-.019_#\xC3z"[(seed >> 20) % 11];
        }
        test_reading reading;
        reading_open(&reading, (drg_text){bytes, sizeof good - 1});
        uint32_t end = 0;
        for (size_t i = 0; reading.status == DRG_OK && i < reading.document.tokens.count; i++) {
            const drg_token *token = &reading.document.tokens.items[i];
            assert_true(token->span.begin >= end && token->span.end > token->span.begin);
            assert_true(token->head == DRG_NONE || token->head < reading.document.tokens.count);
            end = token->span.end;
        }
        assert_true(end <= reading.document.source.text.size);
        reading_close(&reading);
        free(bytes);
    }
}

static void test_names(void **state)
{
    (void)state;
    for (unsigned i = 0; i < LANGUAGE_RELATION_COUNT; i++)
        assert_int_equal(language_relation_from(language_relation_name((language_relation)i)), i);
    for (unsigned i = 0; i < LANGUAGE_TAG_COUNT; i++)
        assert_int_equal(language_tag_from(language_tag_name((language_tag)i)), i);
    assert_int_equal(language_relation_from(BASE_LITERAL("nsubj:foo")), LANGUAGE_NSUBJ);
    assert_int_equal(language_relation_from(BASE_LITERAL("foo")), DRG_NONE);
    assert_int_equal(language_relation_from((drg_text){NULL, 0}), DRG_NONE);
    assert_int_equal(language_tag_from(BASE_LITERAL("FOO")), DRG_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_put_together),
        cmocka_unit_test(test_multiword_ranges_are_joined),
        cmocka_unit_test(test_ranges_whose_words_differ),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_errors_name_the_line),
        cmocka_unit_test(test_long_sentence_is_refused),
        cmocka_unit_test(test_damaged_input),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
