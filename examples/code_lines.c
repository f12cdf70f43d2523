/* SPDX-License-Identifier: Apache-2.0
 * Reads files of NDJSON (or text) on all processors and prints how many events of each type they report, in the order
 * of the files. Lines that cannot be read are named. usage: code_lines DATA_FILE PATH...
 */
#include <stdio.h>

#include "dragoman.h"

/* A reader is pulled from by one thread at a time: no lock of our own is needed. */
static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    return drg_reader_next(context, ret_item, ret_end, error);
}

static bool deliver(void *context, const drg_delivery *delivery)
{
    size_t *failed = context, counts[DRG_TYPE_COUNT] = {0};
    if (!delivery->document) {
        fprintf(stderr, "%s\n", delivery->message);
        ++*failed;
        return true;
    }
    for (size_t i = 0; i < drg_document_event_count(delivery->document); i++)
        counts[drg_document_events(delivery->document)[i].type]++;
    printf("%.*s:", (int)delivery->origin.size, delivery->origin.data);
    for (int type = 0; type < DRG_TYPE_COUNT; type++)
        if (counts[type]) printf(" %s %zu", drg_type_name((drg_type)type), counts[type]);
    printf("\n");
    return true;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: %s DATA_FILE PATH...\n", argv[0]);
        return 2;
    }
    drg_error error = {""};
    drg_engine *engine = NULL;
    drg_reader *reader = NULL;
    size_t failed = 0;
    drg_status status = drg_engine_open(argv[1], &engine, &error);
    if (status == DRG_OK)
        status = drg_reader_open((const char *const *)argv + 2, (size_t)argc - 2, NULL, &reader, &error);
    if (status == DRG_OK) status = drg_engine_run(engine, NULL, 0, pull, reader, deliver, &failed, &error);
    if (status != DRG_OK) fprintf(stderr, "%s\n", error.message);
    drg_reader_close(reader);
    drg_engine_close(engine);
    return status != DRG_OK || failed ? 1 : 0;
}
