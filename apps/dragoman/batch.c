/* SPDX-License-Identifier: Apache-2.0 */
#include "batch.h"

#include <errno.h>
#include <string.h>

#include "buffer.h"
#include "progress.h"

typedef struct batch_state {
    const text_batch *batch;
    drg_reader *reader;
    progress_bar progress;
    output_file output;
    size_t documents, failed;
} batch_state;

bool output_write(void *context, const char *bytes, size_t size)
{
    output_file *output = context;
    if (output->error) return false;
    if (fwrite(bytes, 1, size, output->file) == size) return true;
    output->error = errno ? errno : EIO;
    return false;
}

static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    batch_state *state = context;
    const text_batch *batch = state->batch;
    if (batch->pull) return batch->pull(batch->context, ret_item, ret_end, error);
    drg_status status = DRG_OK;
    bool passed = false;
    do {
        status = drg_reader_next(state->reader, ret_item, ret_end, error);
        passed = status == DRG_OK && !*ret_end && batch->pass_over && batch->pass_over(batch->context, ret_item);
    } while (passed);
    uint64_t done, total;
    drg_reader_progress(state->reader, &done, &total);
    progress_reach(&state->progress, done, total);
    return status;
}

static void report(batch_state *state, const drg_delivery *delivery)
{
    progress_hide(&state->progress);
    state->failed++;
    fprintf(stderr, "dragoman: %.*s%s%s\n", TEXT_PRINT(delivery->origin), delivery->origin.size ? ": " : "",
            delivery->message);
}

static bool deliver(void *context, const drg_delivery *delivery)
{
    batch_state *state = context;
    state->documents++;
    if (delivery->document) {
        if (!state->batch->write(state->batch->context, delivery->document, &state->output)) return false;
    } else {
        report(state, delivery);
    }
    progress_show(&state->progress, state->documents);
    return true;
}

static drg_status open_reader(const run_settings *settings, drg_reader **ret_reader, drg_error *error)
{
    static const char *const STANDARD_INPUT[] = {"-"};
    if (settings->text) {
        drg_reader_options options = settings->reader;
        if (options.input == DRG_INPUT_SNIFF) options.input = DRG_INPUT_TEXT;
        return drg_reader_open_memory(text_of(settings->text), "--text", &options, ret_reader, error);
    }
    if (!settings->path_count) return drg_reader_open(STANDARD_INPUT, 1, &settings->reader, ret_reader, error);
    return drg_reader_open(settings->paths, settings->path_count, &settings->reader, ret_reader, error);
}

/* The exit code, after the last words. */
static int close_run(batch_state *state, drg_status status, const drg_error *error)
{
    progress_hide(&state->progress);
    if (!state->output.error && fflush(state->output.file) != 0) state->output.error = errno ? errno : EIO;
    if (state->output.error) {
        fprintf(stderr, "dragoman: cannot write the output: %s\n", strerror(state->output.error));
        return EXIT_FAILED;
    }
    if (status != DRG_OK) {
        const char *problem = state->output.problem.message;
        fprintf(stderr, "dragoman: %s\n", *problem ? problem : error->message);
        return EXIT_FAILED;
    }
    if (state->failed) fprintf(stderr, "dragoman: %zu of %zu texts failed\n", state->failed, state->documents);
    return state->failed ? EXIT_FAILED : 0;
}

static drg_status run_texts(batch_state *state, const drg_engine *engine, drg_error *error)
{
    const text_batch *batch = state->batch;
    drg_status status = batch->pull ? DRG_OK : open_reader(batch->settings, &state->reader, error);
    if (status != DRG_OK) return status;
    progress_start(&state->progress);
    status = drg_engine_run(engine, &batch->options, batch->settings->threads, pull, state, deliver, state, error);
    drg_reader_close(state->reader);
    return status;
}

int batch_run(const text_batch *batch)
{
    batch_state state = {.batch = batch, .output = {.file = stdout}};
    drg_error error = {""};
    drg_engine *engine = settings_engine(batch->settings);
    if (!engine) return EXIT_WRONG;
    drg_status status = batch->start && !batch->start(batch->context, engine, &error) ? DRG_ERROR_IO : DRG_OK;
    if (status == DRG_OK) status = run_texts(&state, engine, &error);
    if (status == DRG_OK && batch->finish && !batch->finish(batch->context, &error)) status = DRG_ERROR_IO;
    int code = close_run(&state, status, &error);
    drg_engine_close(engine);
    return code;
}
