/* SPDX-License-Identifier: Apache-2.0
 * The data file: written and read back; every damage refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../tests/random.h"

#include "model/container.h"

#define FLIPS 10000
#define CUTS 1000

static base_arena arena;
static jmp_buf escape;
static char path[128];
static drg_text built; /* the bytes of the file at `path` */

static const drg_text KEYS[] = {{"Kyiv", 4}, {"", 0}, {"Doha", 4}, {"a\0b", 3}};
static const uint32_t VALUES[] = {7, 0, UINT32_MAX - 1, 12};

static int setup(void **state)
{
    (void)state;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) return -1;
    const char *folder = getenv("TMPDIR");
    snprintf(path, sizeof path, "%s/dragoman-model-%ld.drg", folder ? folder : "/tmp", (long)getpid());
    model_builder *builder = model_builder_new(&arena);
    model_builder_value(builder, BASE_LITERAL("source/z"), BASE_LITERAL("last"));
    model_builder_value(builder, BASE_LITERAL("licence/a"), BASE_LITERAL("CC BY 4.0"));
    model_builder_value(builder, BASE_LITERAL("source/empty"), BASE_LITERAL(""));
    model_bytes numbers = {.arena = &arena}, table = {.arena = &arena};
    model_put_u8(&numbers, 200);
    model_put_u16(&numbers, 60000);
    model_put_u32(&numbers, 4000000000);
    model_put_u64(&numbers, UINT64_MAX - 5);
    model_put_f32(&numbers, -1.5F);
    model_put_text(&numbers, BASE_LITERAL("words"));
    model_put_align(&numbers, 8);
    model_put_raw(&numbers, "raw", 3);
    model_put_u8(&table, 1); /* so that the table has to align */
    model_put_table(&table, KEYS, VALUES, 4);
    char *large = BASE_ARRAY(&arena, char, 5000);
    for (size_t i = 0; i < 5000; i++) large[i] = (char)(i * 7);
    model_builder_section(builder, "numbers", numbers.data.items, numbers.data.count);
    model_builder_section(builder, "table", table.data.items, table.data.count);
    model_builder_section(builder, "empty", NULL, 0);
    model_builder_section(builder, "large.1", large, 5000);
    drg_error error;
    if (model_builder_write(builder, path, &error) != DRG_OK) return -1;
    drg_text bytes;
    if (base_file_read(&arena, path, 1 << 20, &bytes, &error) != DRG_OK) return -1;
    char *aligned = aligned_alloc(CONTAINER_ALIGNMENT, (size_t)container_padded(bytes.size));
    if (!aligned) return -1;
    memcpy(aligned, bytes.data, bytes.size);
    built = (drg_text){aligned, bytes.size};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    unlink(path);
    free((void *)(uintptr_t)built.data);
    base_arena_close(&arena);
    return 0;
}

static void test_values(void **state)
{
    (void)state;
    model_file *file;
    drg_error error;
    assert_int_equal(model_file_open(path, &file, &error), DRG_OK);
    assert_string_equal(model_file_path(file), path);
    assert_int_equal(model_file_value_count(file), 3);
    drg_text key, value;
    model_file_value_at(file, 0, &key, &value);
    assert_true(base_text_is(key, "licence/a") && base_text_is(value, "CC BY 4.0"));
    assert_true(base_text_is(model_file_value(file, BASE_LITERAL("source/z")), "last"));
    value = model_file_value(file, BASE_LITERAL("source/empty"));
    assert_true(value.data && value.size == 0);
    assert_null(model_file_value(file, BASE_LITERAL("source/q")).data);
    model_file_close(file);
}

static void test_sections(void **state)
{
    (void)state;
    model_file *file;
    drg_error error;
    drg_text bytes;
    assert_int_equal(model_file_open(path, &file, &error), DRG_OK);
    assert_int_equal(model_file_section(file, "numbers", &bytes, &error), DRG_OK);
    assert_int_equal((uintptr_t)bytes.data % CONTAINER_ALIGNMENT, 0);
    model_reader reader = {.bytes = bytes};
    assert_int_equal(model_get_u8(&reader), 200);
    assert_int_equal(model_get_u16(&reader), 60000);
    assert_true(model_get_u32(&reader) == 4000000000);
    assert_true(model_get_u64(&reader) == UINT64_MAX - 5);
    assert_true(model_get_f32(&reader) == -1.5F);
    assert_true(base_text_is(model_get_text(&reader), "words"));
    model_get_align(&reader, 8);
    assert_int_equal(model_reader_done(&reader, file, "numbers", &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "3 bytes left over after offset 32"));
    assert_memory_equal(model_get_array(&reader, 3, 1), "raw", 3);
    assert_int_equal(model_reader_done(&reader, file, "numbers", &error), DRG_OK);
    assert_int_equal(model_file_section(file, "empty", &bytes, &error), DRG_OK);
    assert_int_equal(bytes.size, 0);
    assert_int_equal(model_file_section(file, "large.1", &bytes, &error), DRG_OK);
    assert_int_equal(bytes.size, 5000);
    assert_int_equal((unsigned char)bytes.data[4999], (4999 * 7) & 0xFF);
    assert_int_equal(model_file_section(file, "large", &bytes, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "has no section 'large'"));
    model_file_close(file);
}

static void test_table(void **state)
{
    (void)state;
    model_file *file;
    drg_error error;
    model_reader reader = {0};
    model_table table;
    assert_int_equal(model_file_open(path, &file, &error), DRG_OK);
    assert_int_equal(model_file_section(file, "table", &reader.bytes, &error), DRG_OK);
    assert_int_equal(model_get_u8(&reader), 1);
    model_get_table(&reader, &table);
    assert_int_equal(model_reader_done(&reader, file, "table", &error), DRG_OK);
    for (size_t i = 0; i < 4; i++) assert_int_equal(model_table_get(&table, KEYS[i]), VALUES[i]);
    assert_int_equal(model_table_get(&table, BASE_LITERAL("Kyi")), DRG_NONE);
    assert_int_equal(model_table_get(&table, BASE_LITERAL("Geneva")), DRG_NONE);
    model_file_close(file);
}

static void test_table_large(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    drg_text *keys = BASE_ARRAY(&arena, drg_text, COUNT);
    uint32_t *values = BASE_ARRAY(&arena, uint32_t, COUNT);
    for (uint32_t i = 0; i < COUNT; i++) {
        keys[i] = base_text_format(&arena, "name %u", i * 3);
        values[i] = i;
    }
    model_bytes bytes = {.arena = &arena};
    model_put_table(&bytes, keys, values, COUNT);
    model_reader reader = {.bytes = {bytes.data.items, bytes.data.count}};
    model_table table;
    model_get_table(&reader, &table);
    assert_false(reader.broken);
    for (uint32_t i = 0; i < COUNT; i++) assert_int_equal(model_table_get(&table, keys[i]), i);
    for (uint32_t i = 0; i < COUNT; i++)
        assert_int_equal(model_table_get(&table, base_text_format(&arena, "name %u", i * 3 + 1)), DRG_NONE);
}

/* A table whose numbers were changed with the checksum made good again (a forged file) is refused or stays inside. */
static void test_table_forged(void **state)
{
    (void)state;
    model_bytes bytes = {.arena = &arena};
    model_put_table(&bytes, KEYS, VALUES, 4);
    uint64_t random = random_seed();
    char *copy = base_arena_take(&arena, bytes.data.count);
    for (size_t round = 0; round < 20000; round++) {
        memcpy(copy, bytes.data.items, bytes.data.count);
        for (size_t i = 0; i < 3; i++) copy[random_next(&random) % bytes.data.count] = (char)random_next(&random);
        model_reader reader = {.bytes = {copy, bytes.data.count - (size_t)(random_next(&random) % 3)}};
        model_table table;
        model_get_table(&reader, &table);
        if (reader.broken) assert_int_equal(table.slot_count, 0);
        for (size_t i = 0; i < 4; i++) model_table_get(&table, KEYS[i]);
    }
}

static void test_short_reads(void **state)
{
    (void)state;
    const char bytes[5] = {1, 2, 3, 4, 5};
    model_reader reader = {.bytes = {bytes, sizeof bytes}};
    assert_int_equal(model_get_u16(&reader), 0x0201);
    assert_int_equal(model_get_u32(&reader), 0);
    assert_true(reader.broken);
    assert_int_equal(model_get_u8(&reader), 0); /* stays broken, although a byte is left */
    reader = (model_reader){.bytes = {bytes, sizeof bytes}};
    assert_int_equal(model_get_text(&reader).size, 0); /* a size of 0x04030201 */
    assert_true(reader.broken);
    reader = (model_reader){.bytes = {bytes, sizeof bytes}};
    assert_null(model_get_array(&reader, SIZE_MAX, 2));
    assert_true(reader.broken);
    reader = (model_reader){.bytes = {bytes, sizeof bytes}, .at = 5};
    model_get_align(&reader, 8);
    assert_true(reader.broken);
}

static drg_status view(drg_text bytes, drg_error *error)
{
    model_file *file = NULL;
    drg_status status = model_file_view(bytes, "test", &file, error);
    if (status == DRG_OK) model_file_close(file);
    return status;
}

static void test_flipped_bits(void **state)
{
    (void)state;
    uint64_t random = random_seed();
    char *bytes = (char *)(uintptr_t)built.data;
    drg_error error;
    for (size_t i = 0; i < FLIPS; i++) {
        uint64_t bit = random_next(&random) % (built.size * 8);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        drg_status status = view(built, &error);
        bytes[bit / 8] ^= (char)(1 << bit % 8);
        if (status != DRG_ERROR_FORMAT && status != DRG_ERROR_VERSION)
            fail_msg("bit %ju: status %d", (uintmax_t)bit, status);
        assert_true(strlen(error.message) > 10);
    }
    assert_int_equal(view(built, &error), DRG_OK);
}

static void expect_cut(size_t size)
{
    drg_error error;
    assert_int_equal(view((drg_text){built.data, size}, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "truncated"));
}

static void test_truncated(void **state)
{
    (void)state;
    uint64_t random = random_seed();
    for (size_t size = 0; size < built.size; size += CONTAINER_ALIGNMENT)
        expect_cut(size); /* all sections' ends among them */
    for (size_t i = 0; i < CUTS; i++) expect_cut(random_next(&random) % built.size);
}

static void write_file(drg_text bytes)
{
    drg_error error;
    if (base_file_write(path, bytes, &error) != DRG_OK) fail_msg("%s", error.message);
}

/* The same through a file on disk, and what the messages say. */
static void test_messages(void **state)
{
    (void)state;
    drg_error error;
    model_file *file = NULL;
    write_file((drg_text){built.data, 1000});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "truncated: ends at offset 1000, the header says"));
    write_file(BASE_LITERAL("PK\3\4 some other file, long enough to be one of ours, but it is not one"));
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "not a dragoman data file"));
    char *bytes = base_arena_take(&arena, built.size + 1);
    memcpy(bytes, built.data, built.size);
    write_file((drg_text){bytes, built.size + 1});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "1 bytes after the end"));
    bytes[CONTAINER_AT_VERSION] = 9;
    bytes[CONTAINER_AT_OLDEST_READER] = 8;
    write_file((drg_text){bytes, built.size});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_VERSION);
    assert_non_null(strstr(error.message, "of format 9, which needs a reader of format 8; this library reads up to 1"));
    bytes[CONTAINER_AT_VERSION] = bytes[CONTAINER_AT_OLDEST_READER] = 0;
    write_file((drg_text){bytes, built.size});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_VERSION);
    assert_non_null(strstr(error.message, "too old: of format 0; this library reads formats 1 to 1"));
    memcpy(bytes + CONTAINER_AT_ORDER, "\1\2\3\4", 4);
    write_file((drg_text){bytes, built.size});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "of another byte order"));
    memcpy(bytes, built.data, built.size);
    bytes[built.size - 70] ^= 1;
    write_file((drg_text){bytes, built.size});
    assert_int_equal(model_file_open(path, &file, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "damaged: section large.1 (offset "));
    assert_null(file);
    write_file(built);
}

static void test_same_bytes(void **state)
{
    (void)state;
    assert_int_equal(model_file_open("/nonexistent/x.drg", NULL, NULL), DRG_ERROR_IO);
    model_builder *builder = model_builder_new(&arena);
    model_builder_section(builder, "a", "x", 1);
    model_builder_section(builder, "a", "y", 1);
    drg_error error;
    assert_int_equal(model_builder_write(builder, path, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "section 'a' twice"));
    builder = model_builder_new(&arena);
    model_builder_value(builder, BASE_LITERAL("k"), BASE_LITERAL("1"));
    model_builder_value(builder, BASE_LITERAL("k"), BASE_LITERAL("2"));
    assert_int_equal(model_builder_write(builder, path, &error), DRG_ERROR_FORMAT);
    assert_non_null(strstr(error.message, "key 'k' twice"));
    drg_text bytes; /* a refused build leaves the file as it was */
    assert_int_equal(base_file_read(&arena, path, 1 << 20, &bytes, &error), DRG_OK);
    assert_true(base_text_equal(bytes, built));
}

static void expect_digest(drg_text bytes, const char *digits)
{
    char result[65];
    model_sha256(bytes, result);
    assert_string_equal(result, digits);
}

/* Vectors: FIPS 180-4 examples (NIST), and lengths around the padding's edge, checked with coreutils. */
static void test_sha256(void **state)
{
    (void)state;
    expect_digest(BASE_LITERAL(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect_digest(BASE_LITERAL("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect_digest(BASE_LITERAL("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *many = base_arena_take(&arena, 1000000);
    memset(many, 'a', 1000000);
    expect_digest((drg_text){many, 1000000}, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    expect_digest((drg_text){many, 55}, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    expect_digest((drg_text){many, 56}, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    expect_digest((drg_text){many, 63}, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    expect_digest((drg_text){many, 64}, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),       cmocka_unit_test(test_sections),     cmocka_unit_test(test_table),
        cmocka_unit_test(test_table_large),  cmocka_unit_test(test_table_forged), cmocka_unit_test(test_short_reads),
        cmocka_unit_test(test_flipped_bits), cmocka_unit_test(test_truncated),    cmocka_unit_test(test_messages),
        cmocka_unit_test(test_same_bytes),   cmocka_unit_test(test_sha256),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
