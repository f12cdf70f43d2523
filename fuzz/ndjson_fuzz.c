/* SPDX-License-Identifier: Apache-2.0
 * In: bytes, taken for an NDJSON file, for text and for CoNLL-U in turn. Whatever they are, the reader comes to its
 * end, every item stays inside the input's bounds, and every failure says where it is. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "dragoman.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_item(const drg_item *item, size_t size)
{
    assert(item->origin.size > 0);
    assert(item->source.text.data || item->conllu.data);
    assert(item->conllu.size <= size + 1); /* a last line without a line end gets one */
    drg_text date = item->source.published;
    assert(!date.size || drg_date_check(date, NULL) == DRG_OK);
}

static void read_all(const uint8_t *data, size_t size, drg_input input)
{
    drg_reader_options options = {.input = input, .published = {"2024-05-14", 10}};
    drg_reader *reader;
    if (drg_reader_open_memory((drg_text){(const char *)data, size}, "seed", &options, &reader, NULL) != DRG_OK)
        abort();
    size_t items = 0;
    for (bool end = false; !end;) {
        drg_item item;
        drg_error error = {""};
        drg_status status = drg_reader_next(reader, &item, &end, &error);
        if (status != DRG_OK) {
            end = false;
            assert(strncmp(error.message, "seed", 4) == 0);
        } else if (!end) {
            check_item(&item, size);
        }
        assert(items++ <= size + 1);
    }
    uint64_t done, total;
    drg_reader_progress(reader, &done, &total);
    assert(done == size && total == size);
    drg_reader_close(reader);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_all(data, size, DRG_INPUT_SNIFF);
    read_all(data, size, DRG_INPUT_NDJSON);
    read_all(data, size, DRG_INPUT_TEXT);
    read_all(data, size, DRG_INPUT_CONLLU);
    return 0;
}
