/* SPDX-License-Identifier: Apache-2.0
 *
 * The rule files: the shipped ones compile and open; each kind of wrong line is refused with its place and with what
 * was expected.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "code/compiler.h"

static drg_status compile_folder(base_arena *arena, const char *folder, const char *path, drg_error *error)
{
    model_builder *builder = model_builder_new(arena);
    drg_status status = code_compile(arena, folder, SOURCE_FOLDER "/models", builder, error);
    return status == DRG_OK ? model_builder_write(builder, path, error) : status;
}

static void shipped_rules_compile_and_open(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    drg_error error = {""};
    char path[] = "/tmp/dragoman-frames-XXXXXX";
    int handle = mkstemp(path);
    assert_true(handle >= 0);
    close(handle);
    drg_status status = compile_folder(&arena, SOURCE_FOLDER "/data", path, &error);
    if (status != DRG_OK) print_error("%s\n", error.message);
    assert_int_equal(status, DRG_OK);
    model_file *file;
    code_frames *frames;
    assert_int_equal(model_file_open(path, &file, &error), DRG_OK);
    status = code_open(file, &frames, &error);
    if (status != DRG_OK) print_error("%s\n", error.message);
    assert_int_equal(status, DRG_OK);
    size_t count;
    const drg_example *examples = code_examples(frames, &count);
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_true(examples[i].text.size > 0);
        assert_true(examples[i].line > 0);
    }
    code_close(frames);
    model_file_close(file);
    remove(path);
    base_arena_close(&arena);
}

/* ---- wrong lines */

typedef struct wrong_line {
    const char *yaml;
    const char *place;    /* what the message must start with, after the path */
    const char *expected; /* what it must contain */
} wrong_line;

#define HEAD "- name: x\n  type: CONSULT\n"
#define TAIL "  verbs: [meet]\n  actor: subject\n  fires: [{text: A met B., actors: [FRA]}]\n  silent: [C met D.]\n"

static const wrong_line WRONG[] = {
    {"- nam: x\n", "line 1, column 3", "expected one of: name, type"},
    {"- name: X y\n", "line 1, column 9", "small letters"},
    {HEAD "  name: y\n", "line 3, column 3", "stands twice"},
    {"- name: x\n  type: TALK\n", "line 2, column 9", "expected AGREE, CONSULT"},
    {HEAD "  mode: telephone\n" TAIL, "line 3, column 9", "'telephone' is no mode of CONSULT"},
    {HEAD "  cameo: 40\n", "line 3, column 10", "in quotes"},
    {HEAD "  verbs: []\n", "line 3, column 10", "an empty list"},
    {HEAD "  verbs: [meet, {a: b}]\n", "line 3, column 17", "expected verbs"},
    {HEAD "  verbs: [me/et]\n", "line 3, column 11", "letters, hyphens"},
    {HEAD "  actor: subjekt\n", "line 3, column 10", "'subjekt' is no slot"},
    {HEAD "  actor: subject.wiht\n", "line 3, column 10", "is no slot"},
    {HEAD "  actor: [subject + ]\n", "line 3, column 11", "is no slot"},
    {HEAD "  need: [actors]\n", "line 3, column 10", "actor, recipient or third"},
    {HEAD "  where: {object: <agreement}\n", "line 3, column 19", "closing '>'"},
    {HEAD "  where: {object: <MLI>}\n", "line 3, column 19", "neither a PLOVER type nor a sector"},
    {HEAD "  where: [object]\n", "line 3, column 10", "slots with conditions"},
    {HEAD "  readings: {plan: AGREE}\n" TAIL, "line 3, column 14", "is no reading"},
    {HEAD "  readings: {planned: AGREE meet}\n" TAIL, "line 3, column 23", "is no mode of AGREE"},
    {HEAD "  priority: 10\n", "line 3, column 13", "-9 to 9"},
    {HEAD "  also: maybe\n", "line 3, column 9", "true or false"},
    {HEAD "  figures: {deads: object}\n", "line 3, column 13", "dead, injured"},
    {HEAD TAIL HEAD TAIL, "line 7, column 3", "the first is in line 1"},
    {HEAD "  verbs: [meet]\n  actor: subject\n  silent: [C met D.]\n", "line 1, column 3", "lacks 'fires:'"},
    {HEAD "  verbs: [meet]\n  actor: subject\n  fires: [{text: A met B.}]\n", "line 1, column 3", "lacks 'silent:'"},
    {HEAD "  forms: [met, sat down]\n", "line 3, column 16", "expected one word"},
    {HEAD "  forms: [met]\n", "line 1, column 3", "lacks 'pattern:'"},
    {HEAD "  pattern: \"with *\"\n", "line 1, column 3", "lacks 'forms:'"},
    {HEAD "  pattern: \"with him\"\n", "line 3, column 12", "a pattern without *"},
    {HEAD "  pattern: \"* with *\"\n", "line 3, column 12", "around one *"},
    {HEAD "  pattern: \"*_ with\"\n", "line 3, column 12", "'_' with nothing on one side"},
    {HEAD "  pattern: \"_*\"\n", "line 3, column 12", "'_' with nothing on one side"},
    {HEAD "  pattern: \"* a/b\"\n", "line 3, column 12", "'a/b'"},
    {HEAD "  forms: [met]\n  pattern: \"*\"\n  actor: subject\n", "line 1, column 3", "roles of its pattern"},
    {HEAD "  forms: [met]\n  pattern: \"*\"\n  verbs: [meet]\n", "line 1, column 3", "nothing but forms"},
    {"- name: x\n  forms: [met]\n  pattern: \"*\"\n", "line 1, column 3", "lacks a type"},
    {HEAD "  actor: subject\n", "line 1, column 3", "lacks triggers"},
    {HEAD "  verbs: [meet]\n", "line 1, column 3", "lacks 'actor:'"},
    {HEAD "  verbs: [meet]\n  actor: subject\n  fires: [{text: A met B., status: done}]\n  silent: [C.]\n",
     "line 5, column 36", "is no status"},
    {HEAD "  verbs: [meet]\n  actor: subject\n  fires: [{text: A., date: 2024-13-01}]\n  silent: [C.]\n",
     "line 5, column 28", "is no day"},
    {HEAD "  verbs: &a [meet]\n", "line 3, column 10", "anchors and tags"},
    {HEAD "  verbs: *a\n", "line 3, column 10", "aliases"},
    {HEAD "  verbs: [meet\n", "line 4, column 1", "not valid YAML"},
    {"a: b\n", "line 1, column 1", "a list of frames"},
    {HEAD TAIL "---\n- a\n", "line 8, column 1", "a second document"},
    {"- [[[[[[[[[[[[a]]]]]]]]]]]]\n", "line 1, column 10", "too deep"},
};

static void check_wrong(base_arena *arena, const wrong_line *wrong)
{
    drg_error error = {""};
    code_compiler compiler = {.arena = arena, .error = &error, .path = "x.yaml"};
    drg_status status = compiler_read_frame_file(&compiler, BASE_LITERAL("x"), base_text_from(wrong->yaml));
    char start[64];
    snprintf(start, sizeof start, "x.yaml %s: ", wrong->place);
    if (status != DRG_ERROR_FORMAT || strncmp(error.message, start, strlen(start)) != 0 ||
        !strstr(error.message, wrong->expected))
        fail_msg("for\n%s\nexpected '%s... %s', got status %d '%s'", wrong->yaml, start, wrong->expected, status,
                 error.message);
}

static void wrong_lines_are_refused_with_their_place(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) check_wrong(&arena, &WRONG[i]);
    base_arena_close(&arena);
}

static void unknown_class_is_refused_where_it_is_named(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    drg_error error = {""};
    code_compiler compiler = {.arena = &arena, .error = &error};
    assert_int_equal(compiler_read_classes(&compiler, SOURCE_FOLDER "/data"), DRG_OK);
    compiler.path = "x.yaml";
    const char *yaml = HEAD "  where: {object: <agreemnt>}\n" TAIL;
    assert_int_equal(compiler_read_frame_file(&compiler, BASE_LITERAL("x"), base_text_from(yaml)), DRG_OK);
    assert_int_equal(compiler_finish_classes(&compiler), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "x.yaml line 3, column 19: <agreemnt>: no such class"));
    base_arena_close(&arena);
}

/* Reads a frame with the given allocation failing; false when it ran out of memory. */
static bool read_with_failure(size_t fail_after)
{
    jmp_buf escape;
    base_arena arena = {0};
    if (setjmp(escape)) {
        base_arena_close(&arena);
        return false;
    }
    base_arena_open(&arena, 0, &escape);
    arena.fail_after = fail_after;
    rule_node *root;
    assert_int_equal(rule_file_read(&arena, "x.yaml", BASE_LITERAL(HEAD TAIL), &root, NULL), DRG_OK);
    base_arena_close(&arena);
    return true;
}

static void memory_that_runs_out_is_given_back(void **state)
{
    (void)state;
    size_t failures = 0;
    while (!read_with_failure(failures + 1)) failures++;
    assert_true(failures > 20);
}

static void expected_fields_are_written_as_in_a_corpus_file(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    if (setjmp(escape)) fail_msg("out of memory");
    base_arena_open(&arena, 0, &escape);
    drg_error error = {""};
    code_compiler compiler = {.arena = &arena, .error = &error, .path = "x.yaml"};
    const char *yaml =
        HEAD "  mode: visit\n  verbs: [visit]\n  actor: subject\n  fires:\n"
             "    - {text: A visited B., date: 2024-05-14, actors: [FRA GOV, DEU], when: 2024-05-13, status: actual}\n"
             "    - {text: A will visit B., type: AGREE}\n"
             "  silent: [C.]\n";
    drg_status status = compiler_read_frame_file(&compiler, BASE_LITERAL("x"), base_text_from(yaml));
    if (status != DRG_OK) fail_msg("%s", error.message);
    assert_int_equal(compiler.examples.count, 3);
    const compiler_example *example = &compiler.examples.items[0];
    assert_true(base_text_is(example->expected,
                             "actors=\"FRA GOV; DEU\" date=2024-05-13 status=actual type=CONSULT mode=visit"));
    assert_true(base_text_is(example->date, "2024-05-14"));
    assert_int_equal(example->line, 7);
    assert_true(base_text_is(compiler.examples.items[1].expected, "type=AGREE"));
    assert_false(compiler.examples.items[2].fires);
    base_arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shipped_rules_compile_and_open),
        cmocka_unit_test(wrong_lines_are_refused_with_their_place),
        cmocka_unit_test(unknown_class_is_refused_where_it_is_named),
        cmocka_unit_test(memory_that_runs_out_is_given_back),
        cmocka_unit_test(expected_fields_are_written_as_in_a_corpus_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
