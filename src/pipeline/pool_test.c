/* SPDX-License-Identifier: Apache-2.0
 * The order of delivery, and what a run does when pulling or delivering fails, for one thread and for many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/base.h"
#include "dragoman.h"

#define ITEMS 300

typedef struct pool_trial {
    size_t pulled, delivered, stop_at;
    char text[128], origin[32];
} pool_trial;

static drg_engine *engine;

/* Items of different length; each seventh fails. */
static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    pool_trial *trial = context;
    *ret_end = trial->pulled == ITEMS;
    if (*ret_end) return DRG_OK;
    size_t index = trial->pulled++;
    if (index % 7 == 3) return base_fail(error, DRG_ERROR_FORMAT, "item %zu is bad", index);
    snprintf(trial->text, sizeof trial->text, "Item %zu: ministers met in Oslo.%.*s", index, (int)(index % 40),
             " They talked and they talked and they talked.");
    snprintf(trial->origin, sizeof trial->origin, "item %zu", index);
    ret_item->source.text = base_text_from(trial->text);
    ret_item->origin = base_text_from(trial->origin);
    return DRG_OK;
}

static bool deliver(void *context, const drg_delivery *delivery)
{
    pool_trial *trial = context;
    char expected[64];
    size_t index = trial->delivered++;
    assert_int_equal(delivery->index, index);
    if (index % 7 == 3) {
        snprintf(expected, sizeof expected, "item %zu is bad", index);
        assert_int_equal(delivery->status, DRG_ERROR_FORMAT);
        assert_string_equal(delivery->message, expected);
        assert_null(delivery->document);
    } else {
        snprintf(expected, sizeof expected, "item %zu", index);
        assert_int_equal(delivery->status, DRG_OK);
        assert_true(base_text_is(delivery->origin, expected));
        snprintf(expected, sizeof expected, "Item %zu:", index);
        assert_true(base_text_starts(drg_document_text(delivery->document), base_text_from(expected)));
        assert_true(drg_document_token_count(delivery->document) > 5);
    }
    return delivery->index + 1 != trial->stop_at;
}

static void run_all(size_t threads)
{
    pool_trial trial = {0};
    drg_options options = {.depth = DRG_DEPTH_LANGUAGE};
    drg_error error = {""};
    assert_int_equal(drg_engine_run(engine, &options, threads, pull, &trial, deliver, &trial, &error), DRG_OK);
    assert_int_equal(trial.delivered, ITEMS);
}

static void delivers_in_order(void **state)
{
    (void)state;
    run_all(1);
    run_all(2);
    run_all(8);
    run_all(0);
}

static void stops_where_it_is_told(void **state)
{
    (void)state;
    for (size_t threads = 1; threads <= 8; threads *= 2) {
        pool_trial trial = {.stop_at = 100};
        drg_error error = {""};
        assert_int_equal(drg_engine_run(engine, NULL, threads, pull, &trial, deliver, &trial, &error), DRG_ERROR_IO);
        assert_string_equal(error.message, "the run was stopped");
        assert_int_equal(trial.delivered, 100);
        assert_true(trial.pulled <= 100 + threads * 32 + 1);
    }
}

static drg_status pull_nothing(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    (void)context, (void)ret_item, (void)error;
    *ret_end = true;
    return DRG_OK;
}

static void runs_without_items(void **state)
{
    (void)state;
    pool_trial trial = {0};
    assert_int_equal(drg_engine_run(engine, NULL, 4, pull_nothing, NULL, deliver, &trial, NULL), DRG_OK);
    assert_int_equal(trial.delivered, 0);
}

/* A CoNLL-U item goes the way of CoNLL-U. */
static drg_status pull_tree(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    pool_trial *trial = context;
    (void)error;
    *ret_end = trial->pulled++ == 1;
    ret_item->conllu = BASE_LITERAL(
        "1\tHello\thello\tINTJ\tUH\t_\t0\troot\t_\tSpaceAfter=No\n2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n\n");
    ret_item->conllu_use = DRG_CONLLU_TREES;
    ret_item->origin = BASE_LITERAL("tree");
    return DRG_OK;
}

static bool deliver_tree(void *context, const drg_delivery *delivery)
{
    pool_trial *trial = context;
    trial->delivered++;
    assert_int_equal(delivery->status, DRG_OK);
    assert_true(base_text_starts(drg_document_text(delivery->document), BASE_LITERAL("Hello!")));
    return true;
}

static void reads_trees(void **state)
{
    (void)state;
    pool_trial trial = {0};
    assert_int_equal(drg_engine_run(engine, NULL, 2, pull_tree, &trial, deliver_tree, &trial, NULL), DRG_OK);
    assert_int_equal(trial.delivered, 1);
}

static int open_engine(void **state)
{
    (void)state;
    const char *path = getenv("DRAGOMAN_DATA");
    drg_error error = {""};
    if (drg_engine_open(path ? path : "dragoman.drg", &engine, &error) == DRG_OK) return 0;
    fprintf(stderr, "%s\n", error.message);
    return -1;
}

static int close_engine(void **state)
{
    (void)state;
    drg_engine_close(engine);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(delivers_in_order),
        cmocka_unit_test(stops_where_it_is_told),
        cmocka_unit_test(runs_without_items),
        cmocka_unit_test(reads_trees),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
