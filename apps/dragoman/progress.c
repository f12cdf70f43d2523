/* SPDX-License-Identifier: Apache-2.0 */
#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#define QUIET_SECONDS 1.0
#define REDRAW_SECONDS 0.2
#define BAR 24

static double now(void)
{
    struct timespec time = {0};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

void progress_start(progress_bar *progress)
{
    progress->active = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO);
    progress->started = progress->drawn = now();
}

void progress_reach(progress_bar *progress, uint64_t done, uint64_t total)
{
    atomic_store_explicit(&progress->total, total, memory_order_relaxed);
    atomic_store_explicit(&progress->done, done, memory_order_relaxed);
}

static void draw_bar(double part, double left)
{
    char bar[BAR + 1];
    for (int i = 0; i < BAR; i++) bar[i] = (double)i < part * BAR ? '#' : '.';
    bar[BAR] = '\0';
    unsigned seconds = left < 1e6 ? (unsigned)left : 1000000;
    fprintf(stderr, "\r[%s] %3.0f%%  %u:%02u left ", bar, part * 100, seconds / 60, seconds % 60);
}

void progress_show(progress_bar *progress, size_t documents)
{
    if (!progress->active) return;
    double time = now(), spent = time - progress->started;
    if (spent < QUIET_SECONDS || time - progress->drawn < REDRAW_SECONDS) return;
    double done = (double)atomic_load_explicit(&progress->done, memory_order_relaxed);
    double total = (double)atomic_load_explicit(&progress->total, memory_order_relaxed);
    if (done > 0 && total >= done)
        draw_bar(done / total, spent * (total - done) / done);
    else
        fprintf(stderr, "\r");
    fprintf(stderr, "%zu texts, %.0f a second, %.1f MB/s\033[K", documents, (double)documents / spent,
            done / spent * 1e-6);
    progress->drawn = time;
    progress->shown = true;
}

void progress_hide(progress_bar *progress)
{
    if (progress->shown) fprintf(stderr, "\r\033[K");
    progress->shown = false;
}
