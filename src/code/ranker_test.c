/* SPDX-License-Identifier: Apache-2.0
 *
 * The ranker's model: what it computes, and that a file that is missing, cut short or changed is refused; ranking of
 * the types between two parties, with the shipped data file where there is one.
 */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "code/ranker_model.h"

enum { ROWS = 4, CARRIERS = 2, TABLE = 2 * (CODE_RANKER_STEPS + 1) };

static void put_model(model_bytes *bytes)
{
    int16_t weights[ROWS * CODE_RANKER_CLASSES] = {0}, modes[CODE_RANKER_MODES] = {0}, carrier[CARRIERS] = {3, -5};
    uint16_t calibration[TABLE];
    for (size_t i = 0; i < TABLE; i++) calibration[i] = (uint16_t)(40 * (i % (CODE_RANKER_STEPS + 1)) + 100);
    weights[1 * CODE_RANKER_CLASSES + DRG_AID] = 2 * CODE_RANKER_SCALE;
    weights[2 * CODE_RANKER_CLASSES + DRG_ASSAULT] = CODE_RANKER_SCALE;
    modes[2] = 7; /* one row for all: the second mode of every type */
    code_ranker ranker = {.weights = weights,
                          .mask = ROWS - 1,
                          .modes = modes,
                          .carrier = carrier,
                          .carrier_mask = CARRIERS - 1,
                          .calibration = calibration};
    code_ranker_put(bytes, &ranker);
}

static void probabilities_are_those_of_the_sums(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    model_bytes bytes = {.arena = &arena};
    put_model(&bytes);
    model_reader reader = {.bytes = {bytes.data.items, bytes.data.count}};
    code_ranker ranker;
    code_ranker_get(&reader, &ranker);
    assert_false(reader.broken);
    assert_int_equal(reader.at, bytes.data.count);
    code_features features = {.count = 2, .items = {1, 2 + ROWS}}; /* rows wrap round */
    double classes[CODE_RANKER_CLASSES], sum = 0, whole = exp(2) + exp(1) + CODE_RANKER_CLASSES - 2;
    code_ranker_classes(&ranker, &features, classes);
    for (size_t i = 0; i < CODE_RANKER_CLASSES; i++) sum += classes[i];
    assert_true(fabs(sum - 1) < 1e-9);
    assert_true(fabs(classes[DRG_AID] - exp(2) / whole) < 1e-9);
    assert_true(fabs(classes[DRG_ASSAULT] - exp(1) / whole) < 1e-9);
    assert_true(fabs(classes[CODE_RANKER_NOTHING] - 1 / whole) < 1e-9);
    assert_true(base_text_is(code_ranker_mode(&ranker, &features, DRG_ASSAULT), "beat"));
    assert_int_equal(code_ranker_mode(&ranker, &features, DRG_AID).size, 0); /* it has none */
    assert_int_equal(code_ranker_carrier(&ranker, &features), -5 + 3);
    assert_true(fabs(code_ranker_calibrate(&ranker, false, 0) - 0.1) < 1e-9);
    assert_true(fabs(code_ranker_calibrate(&ranker, false, 0.525) - 0.52) < 1e-9);
    assert_true(fabs(code_ranker_calibrate(&ranker, true, 1) - 0.9) < 1e-9);
    base_arena_close(&arena);
}

static void exponential_is_right(void **state)
{
    (void)state;
    for (int32_t i = 0; i < 8000; i += 7)
        assert_true(fabs(code_ranker_exp(i) / exp(-i / (double)CODE_RANKER_SCALE) - 1) < 1e-12);
    assert_true(code_ranker_exp(INT32_MAX) < 1e-12);
}

/* ---- files that are no model */

typedef struct model_folder {
    char path[40];
    char file[64];
} model_folder;

static void make_folder(model_folder *folder)
{
    snprintf(folder->path, sizeof folder->path, "/tmp/dragoman-ranker-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->file, sizeof folder->file, "%s/%s", folder->path, CODE_RANKER_FILE);
}

static drg_status compile_bytes(base_arena *arena, const model_folder *folder, drg_text bytes, drg_error *error)
{
    assert_int_equal(base_file_write(folder->file, bytes, error), DRG_OK);
    return code_ranker_compile(arena, folder->path, model_builder_new(arena), error);
}

static void a_model_that_is_none_is_refused(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    model_folder folder;
    drg_error error = {""};
    make_folder(&folder);
    assert_int_equal(code_ranker_compile(&arena, folder.path, model_builder_new(&arena), &error), DRG_ERROR_IO);
    assert_non_null(strstr(error.message, CODE_RANKER_FILE));
    model_bytes bytes = {.arena = &arena};
    put_model(&bytes);
    drg_text whole = {bytes.data.items, bytes.data.count};
    assert_int_equal(compile_bytes(&arena, &folder, whole, &error), DRG_OK);
    for (size_t size = 0; size < whole.size; size++) {
        assert_int_equal(compile_bytes(&arena, &folder, base_text_slice(whole, 0, size), &error), DRG_ERROR_FORMAT);
        assert_non_null(strstr(error.message, "cut short"));
    }
    model_put_u8(&bytes, 0);
    whole = (drg_text){bytes.data.items, bytes.data.count};
    assert_int_equal(compile_bytes(&arena, &folder, whole, &error), DRG_ERROR_FORMAT);
    remove(folder.file);
    rmdir(folder.path);
    base_arena_close(&arena);
}

/* A bit of the sizes or of the calibration that is turned: refused, or still inside its bounds. Weights may be any. */
static void turned_bits_stay_inside(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    model_bytes bytes = {.arena = &arena};
    put_model(&bytes);
    size_t refused = 0;
    for (size_t bit = 0; bit < bytes.data.count * 8; bit++) {
        bytes.data.items[bit / 8] = (char)(bytes.data.items[bit / 8] ^ (1 << bit % 8));
        model_reader reader = {.bytes = {bytes.data.items, bytes.data.count}};
        code_ranker ranker;
        code_ranker_get(&reader, &ranker);
        bool good = !reader.broken && reader.at == bytes.data.count;
        refused += !good;
        assert_true(good || bit < 96 || bit >= (bytes.data.count - TABLE * 2) * 8);
        for (double p = 0; good && p <= 1; p += 0.25) {
            double right = code_ranker_calibrate(&ranker, bit % 2 == 0, p);
            assert_true(right >= 0 && right <= 1);
        }
        bytes.data.items[bit / 8] = (char)(bytes.data.items[bit / 8] ^ (1 << bit % 8));
    }
    assert_true(refused > 64);
    base_arena_close(&arena);
}

/* ---- relations */

static drg_span span_of(drg_text text, const char *wording)
{
    for (size_t at = 0; at + strlen(wording) <= text.size; at++)
        if (memcmp(text.data + at, wording, strlen(wording)) == 0)
            return (drg_span){(uint32_t)at, (uint32_t)(at + strlen(wording))};
    fail_msg("no '%s'", wording);
    return (drg_span){0, 0};
}

typedef struct relation_case {
    const char *text, *from, *to;
    drg_type type;
    const char *token; /* the predicate, NULL any */
} relation_case;

static void check_relation(drg_session *session, const relation_case *one)
{
    drg_document *document;
    drg_source source = {.text = base_text_from(one->text)};
    drg_relation ranking[DRG_TYPE_COUNT];
    drg_error error = {""};
    assert_int_equal(drg_session_read(session, &source, &document, &error), DRG_OK);
    drg_span nobody = {0, 0}, to = one->to ? span_of(source.text, one->to) : nobody;
    drg_status status = drg_relate(session, document, span_of(source.text, one->from), to, ranking, &error);
    if (status != DRG_OK) fail_msg("%s", error.message);
    double sum = 0;
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++) {
        sum += ranking[i].probability;
        assert_true(i == 0 || ranking[i].probability <= ranking[i - 1].probability);
    }
    assert_true(sum > 0 && sum <= 1 + 1e-9);
    if (ranking[0].type != one->type) fail_msg("%s: %s", one->text, drg_type_name(ranking[0].type));
    assert_true(ranking[0].token < drg_document_token_count(document));
    drg_text lemma = drg_document_tokens(document)[ranking[0].token].lemma;
    if (one->token && !base_text_is(lemma, one->token)) fail_msg("%s: %.*s", one->text, BASE_PRINT(lemma));
    assert_int_equal(drg_relate(session, document, nobody, nobody, ranking, &error), DRG_ERROR_USAGE);
    drg_document_close(document);
}

static void types_between_two_parties_are_ranked(void **state)
{
    (void)state;
    static const relation_case cases[] = {
        {"Chad expelled two Libyan diplomats on Monday.", "Chad", "Libyan diplomats", DRG_SANCTION, "expel"},
        {"Peru has refused to send rice to Bolivia.", "Peru", "Bolivia", DRG_REJECT, NULL},
        {"Kenyan warplanes bombed rebels near the border with Somalia.", "Kenyan warplanes", "rebels", DRG_ASSAULT,
         "bomb"},
        {"The Danish minister met his Polish colleague after Norway had condemned Iran.", "Norway", "Iran", DRG_ACCUSE,
         "condemn"},
        {"The Danish minister met his Polish colleague after Norway had condemned Iran.", "The Danish minister",
         "his Polish colleague", DRG_CONSULT, "meet"},
        {"Thousands of teachers marched through Lima.", "teachers", NULL, DRG_PROTEST, "march"},
    };
    const char *path = getenv("DRAGOMAN_DATA");
    drg_engine *engine;
    drg_session *session;
    drg_error error = {""};
    if (!path || drg_engine_open(path, &engine, &error) != DRG_OK) skip();
    assert_int_equal(drg_session_open(engine, NULL, &session, &error), DRG_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_relation(session, &cases[i]);
    drg_session_close(session);
    drg_engine_close(engine);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(probabilities_are_those_of_the_sums),  cmocka_unit_test(exponential_is_right),
        cmocka_unit_test(a_model_that_is_none_is_refused),      cmocka_unit_test(turned_bits_stay_inside),
        cmocka_unit_test(types_between_two_parties_are_ranked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
