/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes written as JSON, a text and a number, and read back with json-c: the same, but for broken bytes, which are
 * U+FFFD.
 */
#include <json.h>
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "output/output.h"

typedef struct kept {
    char *bytes;
    size_t size;
} kept;

static bool keep(void *context, const char *bytes, size_t size)
{
    kept *all = context;
    all->bytes = realloc(all->bytes, all->size + size + 1);
    FUZZ_HOLDS(all->bytes);
    memcpy(all->bytes + all->size, bytes, size);
    all->size += size;
    all->bytes[all->size] = '\0';
    return true;
}

static void write_both(drg_text text, double number, kept *all)
{
    output_stream stream = {.sink = keep, .context = all};
    output_json json = {.stream = &stream};
    output_json_open(&json, '{');
    output_json_key(&json, "text");
    output_json_text(&json, text);
    output_json_key(&json, "number");
    output_json_number(&json, number);
    output_json_close(&json, '}');
    output_flush(&stream);
}

static void compare(const kept *all, drg_text text, double number)
{
    json_object *read = json_tokener_parse(all->bytes), *value;
    FUZZ_HOLDS(read);
    FUZZ_HOLDS(json_object_object_get_ex(read, "text", &value));
    drg_text back = {json_object_get_string(value), (size_t)json_object_get_string_len(value)};
    FUZZ_HOLDS(base_text_equal(back, text));
    FUZZ_HOLDS(json_object_object_get_ex(read, "number", &value));
    FUZZ_HOLDS(json_object_get_double(value) == number);
    json_object_put(read);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    double number = 0;
    memcpy(&number, data, size < sizeof number ? size : sizeof number);
    if (!isfinite(number)) number = (double)size;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) abort();
    kept all = {0};
    drg_text text = {(const char *)data, size};
    write_both(text, number, &all);
    compare(&all, base_utf8_repair(&arena, text), number);
    free(all.bytes);
    base_arena_close(&arena);
    return 0;
}
