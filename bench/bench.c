/* SPDX-License-Identifier: Apache-2.0
 *
 * In: texts, as the command reads them. Out: how fast they become records, on one thread: texts, sentences, tokens and
 * megabytes a second, the share of each stage, start-up time and peak memory. With --threads also how much faster that
 * many threads are. Reading the input is not counted; writing NDJSON is, as a stage of its own. One thread is
 * measured in processor seconds, several in seconds of the wall, which other work on the machine spoils.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "dragoman.h"

typedef struct bench_totals {
    size_t texts, failed, bytes, sentences, tokens, events, written;
    double read, write;
} bench_totals;

typedef struct bench_settings {
    const char *data;
    const char *const *paths;
    size_t path_count, threads;
    drg_options options;
} bench_settings;

static double clock_of(clockid_t clock)
{
    struct timespec time;
    clock_gettime(clock, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static _Noreturn void stop(const char *message)
{
    fprintf(stderr, "dragoman-bench: %s\n", message);
    exit(1);
}

static bool count_bytes(void *context, const char *bytes, size_t size)
{
    (void)bytes;
    *(size_t *)context += size;
    return true;
}

static void count(bench_totals *totals, const drg_document *document)
{
    totals->texts++;
    totals->bytes += drg_document_text(document).size;
    totals->sentences += drg_document_sentence_count(document);
    totals->tokens += drg_document_token_count(document);
    totals->events += drg_document_event_count(document);
}

static void read_item(drg_session *session, const drg_item *item, bench_totals *totals)
{
    drg_document *document = NULL;
    double start = clock_of(CLOCK_THREAD_CPUTIME_ID);
    drg_status status = item->conllu.data ? drg_session_read_conllu(session, &item->source, item->conllu,
                                                                    item->conllu_use, &document, NULL)
                                          : drg_session_read(session, &item->source, &document, NULL);
    double read = clock_of(CLOCK_THREAD_CPUTIME_ID);
    totals->read += read - start;
    if (status != DRG_OK) {
        totals->failed++;
        return;
    }
    drg_document_write(document, DRG_FORMAT_NDJSON, NULL, count_bytes, &totals->written, NULL);
    totals->write += clock_of(CLOCK_THREAD_CPUTIME_ID) - read;
    count(totals, document);
    drg_document_close(document);
}

static drg_reader *open_reader(const bench_settings *settings)
{
    drg_reader *reader = NULL;
    drg_error error;
    if (drg_reader_open(settings->paths, settings->path_count, NULL, &reader, &error) != DRG_OK) stop(error.message);
    return reader;
}

static drg_timing read_all(const drg_engine *engine, const bench_settings *settings, bench_totals *totals)
{
    drg_session *session = NULL;
    drg_error error;
    if (drg_session_open(engine, &settings->options, &session, &error) != DRG_OK) stop(error.message);
    drg_reader *reader = open_reader(settings);
    for (bool end = false;;) {
        drg_item item;
        drg_status status = drg_reader_next(reader, &item, &end, &error);
        if (status == DRG_OK && end) break;
        if (status == DRG_OK)
            read_item(session, &item, totals);
        else
            totals->failed++;
    }
    drg_reader_close(reader);
    drg_timing timing = drg_session_timing(session);
    drg_session_close(session);
    return timing;
}

static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    return drg_reader_next(context, ret_item, ret_end, error);
}

static bool deliver(void *context, const drg_delivery *delivery)
{
    bench_totals *totals = context;
    if (delivery->document) count(totals, delivery->document);
    return true;
}

/* Seconds that all texts take with that many threads, the reading of the input among them. */
static double run_threads(const drg_engine *engine, const bench_settings *settings, size_t threads)
{
    bench_totals totals = {0};
    drg_error error;
    drg_reader *reader = open_reader(settings);
    double start = clock_of(CLOCK_MONOTONIC);
    if (drg_engine_run(engine, &settings->options, threads, pull, reader, deliver, &totals, &error) != DRG_OK)
        stop(error.message);
    double seconds = clock_of(CLOCK_MONOTONIC) - start;
    drg_reader_close(reader);
    return seconds;
}

static void print_stage(const char *name, double seconds, const bench_totals *totals)
{
    double all = totals->read + totals->write;
    if (seconds > 0)
        printf("  %-10s %6.1f %%  %12.0f tokens/s\n", name, 100 * seconds / all, (double)totals->tokens / seconds);
}

static void print_totals(const bench_totals *totals, drg_timing timing)
{
    double seconds = totals->read + totals->write;
    printf("%zu texts (%zu failed), %.2f MB, %zu sentences, %zu tokens, %zu events in %.2f processor s\n",
           totals->texts, totals->failed, (double)totals->bytes / 1e6, totals->sentences, totals->tokens,
           totals->events, seconds);
    printf("  %.0f texts/s, %.0f sentences/s, %.0f tokens/s, %.2f MB/s\n", (double)totals->texts / seconds,
           (double)totals->sentences / seconds, (double)totals->tokens / seconds,
           (double)totals->bytes / 1e6 / seconds);
    print_stage("segment", timing.segment, totals);
    print_stage("tag", timing.tag, totals);
    print_stage("parse", timing.parse, totals);
    print_stage("lemma", timing.lemma, totals);
    print_stage("find", timing.find, totals);
    print_stage("code", timing.code, totals);
    print_stage("talks", timing.talks, totals);
    print_stage("write", totals->write, totals);
    double staged =
        timing.segment + timing.tag + timing.parse + timing.lemma + timing.find + timing.code + timing.talks;
    print_stage("other", totals->read - staged, totals);
}

static bench_settings read_arguments(int argc, char **argv)
{
    bench_settings settings = {.data = getenv("DRAGOMAN_DATA"), .options = {.depth = DRG_DEPTH_EVENTS}};
    int at = 1;
    for (; at < argc && strncmp(argv[at], "--", 2) == 0; at++) {
        bool valued = at + 1 < argc;
        if (strcmp(argv[at], "--language") == 0)
            settings.options.depth = DRG_DEPTH_LANGUAGE;
        else if (strcmp(argv[at], "--data") == 0 && valued)
            settings.data = argv[++at];
        else if (strcmp(argv[at], "--threads") == 0 && valued)
            settings.threads = strtoul(argv[++at], NULL, 10);
        else
            break;
    }
    settings.paths = (const char *const *)argv + at;
    settings.path_count = (size_t)(argc - at);
    if (!settings.data || !settings.path_count || argv[at][0] == '-')
        stop("usage: dragoman-bench --data FILE [--language] [--threads N] PATH...");
    return settings;
}

int main(int argc, char **argv)
{
    bench_settings settings = read_arguments(argc, argv);
    drg_engine *engine = NULL;
    drg_error error;
    double start = clock_of(CLOCK_MONOTONIC);
    if (drg_engine_open(settings.data, &engine, &error) != DRG_OK) stop(error.message);
    double opened = clock_of(CLOCK_MONOTONIC) - start;
    bench_totals totals = {0};
    drg_timing timing = read_all(engine, &settings, &totals);
    print_totals(&totals, timing);
    if (settings.threads > 1) {
        double one = run_threads(engine, &settings, 1), many = run_threads(engine, &settings, settings.threads);
        printf("  %zu threads: %.2f s of the wall against %.2f s with one, %.2f times as fast\n", settings.threads,
               many, one, one / many);
    }
    drg_engine_close(engine);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("  start-up %.1f ms, peak memory %.0f MB\n", opened * 1e3, (double)usage.ru_maxrss / 1024);
    return totals.texts ? 0 : 1;
}
