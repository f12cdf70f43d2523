/* SPDX-License-Identifier: Apache-2.0
 * A bar on standard error with the rate and the time left: when that is a terminal, standard output is none, and the
 * work takes more than a second. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct progress_bar {
    bool active, shown;
    double started, drawn; /* seconds */
    _Atomic uint64_t done, total;
} progress_bar;

void progress_start(progress_bar *progress);

/* How far the input is; may be called by another thread than the rest. A total of 0 is unknown. */
void progress_reach(progress_bar *progress, uint64_t done, uint64_t total);

/* Draws the bar when it is due. */
void progress_show(progress_bar *progress, size_t documents);

/* Takes it away, before other words on standard error. */
void progress_hide(progress_bar *progress);

#endif
