/* SPDX-License-Identifier: Apache-2.0
 * All stages with memory that runs out at each place in turn: always a clean escape, never half a record passed off as
 * a whole one. Leaks are seen by the address sanitizer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "pipeline/pipeline.h"

static const char TEXT[] =
    "GENEVA (Agency) \xE2\x80\x94 Envoys of France, Germany and Britain met Iran\xE2\x80\x99s foreign minister on "
    "Tuesday.\n\n"
    "President Emmanuel Macron said he would not sign the agreement unless Tehran released two detained teachers. "
    "\xE2\x80\x9CWe reject it,\xE2\x80\x9D a diplomat told the Herald, adding that Israel had threatened to attack.\n\n"
    "Turkey sent 300 tonnes of aid to Lebanon last week, and won\xE2\x80\x99t withdraw its troops from \xFFSyria.\n";

static model_file *file;
static pipeline_rooms rooms;
static language_scratch *scratch;

static int setup(void **state)
{
    (void)state;
    const char *path = getenv("DRAGOMAN_DATA");
    FILE *there = path ? fopen(path, "rb") : NULL;
    if (!there) return 0; /* each test is then skipped */
    fclose(there);
    drg_error error;
    if (model_file_open(path, &file, &error) != DRG_OK || pipeline_open(file, &rooms, &error) != DRG_OK) {
        print_error("%s\n", error.message);
        return -1;
    }
    scratch = language_scratch_new(rooms.language);
    return scratch ? 0 : -1;
}

static int teardown(void **state)
{
    (void)state;
    if (scratch) language_scratch_free(scratch);
    pipeline_close(&rooms);
    model_file_close(file);
    return 0;
}

/* Reads the text; the given allocation of each arena fails (0: none). Tells whether the reading came to its end. */
static bool attempt(size_t fail_document, size_t fail_scratch, drg_document *document, base_arena *arena)
{
    jmp_buf escape;
    base_arena_open(&document->arena, 0, &escape);
    base_arena_open(arena, 0, &escape);
    document->arena.fail_after = fail_document;
    arena->fail_after = fail_scratch;
    if (setjmp(escape)) return false;
    drg_timing timing = {0};
    document->source.text = (drg_text){TEXT, sizeof TEXT - 1};
    document->source.published = BASE_LITERAL("2024-05-15");
    document->id = BASE_LITERAL("d");
    pipeline_order order = {PIPELINE_TEXT, DRG_DEPTH_EVENTS, true, true};
    pipeline_read(&rooms, scratch, arena, order, document, &timing);
    return true;
}

static bool completes(size_t fail_document, size_t fail_scratch)
{
    drg_document document = {0};
    base_arena arena;
    drg_error error = {""};
    bool done = attempt(fail_document, fail_scratch, &document, &arena);
    if (done && record_check(&document, &error) != DRG_OK) fail_msg("%s", error.message);
    base_arena_close(&document.arena);
    base_arena_close(&arena);
    return done;
}

static void record_is_lawful(void **state)
{
    (void)state;
    if (!file) skip();
    assert_true(completes(0, 0));
}

/* Every allocation up to 200, then ever larger steps, until no allocation is left to fail. */
static size_t fail_each(bool of_document)
{
    size_t failed = 0;
    for (size_t k = 1; !(of_document ? completes(k, 0) : completes(0, k)); k += k < 200 ? 1 : k / 100) {
        failed++;
        if (k % 10 == 0) assert_true(completes(0, 0)); /* the scratch of the session still serves */
    }
    return failed;
}

static void failing_allocations_escape(void **state)
{
    (void)state;
    if (!file) skip();
    size_t document = fail_each(true), arena = fail_each(false);
    print_message("%zu allocations of the document failed, %zu of the scratch memory\n", document, arena);
    assert_true(document > 10 && arena > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(record_is_lawful),
        cmocka_unit_test(failing_allocations_escape),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
