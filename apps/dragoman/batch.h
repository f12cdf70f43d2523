/* SPDX-License-Identifier: Apache-2.0
 * A sub-command over many texts: reads the inputs, writes what comes out in their order, names what failed. */
#ifndef BATCH_H
#define BATCH_H

#include <stdio.h>

#include "settings.h"

/* Standard output. Once writing failed, it stays failed. */
typedef struct output_file {
    FILE *file;
    int error;         /* errno of the first failure */
    drg_error problem; /* why a document could not be written, where that was not the file */
} output_file;

/* A drg_sink; `context` is an output. */
bool output_write(void *context, const char *bytes, size_t size);

/* Writes one document. False when the run has to stop: the output failed. */
typedef bool (*batch_writer)(void *context, const drg_document *document, output_file *output);

typedef struct text_batch {
    const run_settings *settings;
    drg_options options;
    batch_writer write;
    void *context;
    /* What follows may be NULL. */
    bool (*start)(void *context, const drg_engine *engine,
                  drg_error *error);                        /* before the first text; false: the end */
    bool (*pass_over)(void *context, const drg_item *item); /* shall this one not be read? In any thread */
    bool (*finish)(void *context, drg_error *error);        /* after the last text; false: it failed */
    drg_pull pull;                                          /* gives the texts in place of the settings' inputs */
} text_batch;

/* Does all and returns the exit code. */
int batch_run(const text_batch *batch);

#endif
