/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/base.h"

static void arena_gives_zeroed_aligned_pieces(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    for (size_t size = 0; size < 10000; size += 37) {
        unsigned char *piece = base_arena_take(&arena, size);
        assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(piece[i], 0);
        memset(piece, 0xAA, size);
    }
    base_arena_reset(&arena);
    unsigned char *again = base_arena_take(&arena, 100);
    for (size_t i = 0; i < 100; i++) assert_int_equal(again[i], 0);
    base_arena_close(&arena);
    base_arena_close(&arena);
}

static void arena_escapes_at_its_cap(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    volatile int pieces = 0;
    base_arena_open(&arena, 100000, &escape);
    if (setjmp(escape) == 0)
        for (;;) {
            base_arena_take(&arena, 1000);
            pieces++;
        }
    assert_in_range(pieces, 50, 100);
    assert_true(arena.taken <= 100000 + 2 * 64);
    if (setjmp(escape) == 0) {
        base_arena_array(&arena, SIZE_MAX / 2, 4);
        fail();
    }
    base_arena_close(&arena);
}

static void arena_fails_on_demand(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    volatile int pieces = 0;
    base_arena_open(&arena, 0, &escape);
    arena.fail_after = 5;
    if (setjmp(escape) == 0)
        for (;;) {
            base_arena_take(&arena, 8);
            pieces++;
        }
    assert_int_equal(pieces, 4);
    base_arena_close(&arena);
}

static void vectors_grow(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    BASE_VECTOR(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 5000; i++) base_push(&arena, &numbers) = i * 3;
    assert_int_equal(numbers.count, 5000);
    for (uint32_t i = 0; i < 5000; i++) assert_int_equal(numbers.items[i], i * 3);
    base_arena_close(&arena);
}

static void maps_find_what_was_put(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    base_map map = {0};
    assert_int_equal(base_map_get(&map, BASE_LITERAL("absent")), DRG_NONE);
    for (uint32_t i = 0; i < 3000; i++) *base_map_put(&arena, &map, base_text_format(&arena, "key %u", i), 0) += i + 1;
    for (uint32_t i = 0; i < 3000; i++)
        assert_int_equal(base_map_get(&map, base_text_format(&arena, "key %u", i)), i + 1);
    assert_int_equal(base_map_get(&map, BASE_LITERAL("key 3000")), DRG_NONE);
    assert_int_equal(*base_map_put(&arena, &map, BASE_LITERAL("key 7"), 99), 8);
    *base_map_put(&arena, &map, (drg_text){0}, 5) = 6;
    assert_int_equal(base_map_get(&map, BASE_LITERAL("")), 6);
    base_arena_close(&arena);
}

static size_t next_size(const char *bytes, size_t size, int32_t *point)
{
    return base_utf8_next((drg_text){bytes, size}, 0, point);
}

static void utf8_tells_broken_bytes(void **state)
{
    (void)state;
    int32_t point;
    assert_int_equal(next_size("A", 1, &point), 1);
    assert_int_equal(point, 'A');
    assert_int_equal(next_size("\xC3\xA9", 2, &point), 2);
    assert_int_equal(point, 0xE9);
    assert_int_equal(next_size("\xF0\x9F\x95\x8A", 4, &point), 4);
    assert_int_equal(point, 0x1F54A);
    assert_int_equal(next_size("\0", 1, &point), 1);
    assert_int_equal(point, 0);
    const char *broken[] = {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xFF", "\xE2\x82", "\xC3"};
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        assert_int_equal(next_size(broken[i], strlen(broken[i]), &point), 1);
        assert_int_equal(point, -1);
    }
}

static void utf8_repairs(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    drg_text good = BASE_LITERAL("Zelenskyy \xC3\xA9");
    assert_ptr_equal(base_utf8_repair(&arena, good).data, good.data);
    drg_text repaired = base_utf8_repair(&arena, BASE_LITERAL("a\xFF\xFE"
                                                              "b\xC3"));
    assert_true(base_text_is(repaired, "a\xEF\xBF\xBD\xEF\xBF\xBD"
                                       "b\xEF\xBF\xBD"));
    assert_int_equal(base_utf8_broken(BASE_LITERAL("ab\x80"), 0), 2);
    base_arena_close(&arena);
}

static void text_is_cut_compared_and_lowered(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    assert_true(base_text_is(base_text_trim(BASE_LITERAL(" \t a b\r\n")), "a b"));
    assert_int_equal(base_text_trim(BASE_LITERAL(" \n")).size, 0);
    assert_true(base_text_compare(BASE_LITERAL("a"), BASE_LITERAL("ab")) < 0);
    assert_true(base_text_compare(BASE_LITERAL("b"), BASE_LITERAL("ab")) > 0);
    assert_int_equal(base_text_compare((drg_text){0}, BASE_LITERAL("")), 0);
    assert_true(base_text_starts(BASE_LITERAL("Kyiv"), BASE_LITERAL("Ky")));
    assert_true(base_text_ends(BASE_LITERAL("Kyiv"), BASE_LITERAL("iv")));
    assert_false(base_text_ends(BASE_LITERAL("iv"), BASE_LITERAL("Kyiv")));
    drg_text lowered = base_text_lower(&arena, BASE_LITERAL("\xC3\x89LYS\xC3\x89"
                                                            "E \xC4\xB0\xFF"));
    assert_true(base_text_starts(lowered, BASE_LITERAL("\xC3\xA9lys\xC3\xA9"
                                                       "e i")));
    assert_int_equal((unsigned char)lowered.data[lowered.size - 1], 0xFF);
    base_arena_close(&arena);
}

static void points_are_classed(void **state)
{
    (void)state;
    assert_true(base_point_is_letter(0x416) && base_point_is_upper(0x416) && !base_point_is_upper(0x436));
    assert_true(base_point_is_space(0xA0) && base_point_is_space(0x2009) && !base_point_is_space('_'));
    assert_true(base_point_is_digit(0x661) && !base_point_is_digit('x'));
    assert_false(base_point_is_letter(-1) || base_point_is_space(-1) || base_point_is_digit(-1));
}

static void errors_are_cut_at_a_character(void **state)
{
    (void)state;
    drg_error error;
    char text[600];
    for (size_t shift = 0; shift < 3; shift++) {
        memset(text, 'x', sizeof text);
        for (size_t i = shift; i + 1 < sizeof text; i += 2) memcpy(text + i, "\xC3\xA9", 2);
        text[sizeof text - 1] = '\0';
        assert_int_equal(base_fail(&error, DRG_ERROR_FORMAT, "%s", text), DRG_ERROR_FORMAT);
        drg_text message = base_text_from(error.message);
        assert_int_equal(base_utf8_broken(message, 0), message.size);
    }
    base_fail(&error, DRG_ERROR_IO, "line\nbreak %d", 7);
    assert_string_equal(error.message, "line?break 7");
    assert_int_equal(base_fail(NULL, DRG_ERROR_IO, "nobody listens"), DRG_ERROR_IO);
}

static void files_are_written_whole_and_read_back(void **state)
{
    (void)state;
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail();
    char folder[] = "/tmp/dragoman-base-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = base_text_format(&arena, "%s/b.tsv", folder).data;
    drg_error error;
    drg_text read, mapped;
    assert_int_equal(base_file_write(path, BASE_LITERAL("one\0two"), &error), DRG_OK);
    assert_int_equal(base_file_read(&arena, path, 100, &read, &error), DRG_OK);
    assert_int_equal(read.size, 7);
    assert_int_equal(base_file_map(path, 100, &mapped, &error), DRG_OK);
    assert_memory_equal(mapped.data, "one\0two", 7);
    base_file_unmap(mapped);
    assert_int_equal(base_file_read(&arena, path, 6, &read, &error), DRG_ERROR_LIMIT);
    assert_int_equal(base_file_read(&arena, folder, 100, &read, &error), DRG_ERROR_IO);
    assert_int_equal(base_file_map("/nonexistent/x", 100, &mapped, &error), DRG_ERROR_IO);
    assert_non_null(strstr(error.message, "/nonexistent/x"));
    const char *other = base_text_format(&arena, "%s/a.tsv", folder).data;
    assert_int_equal(base_file_write(other, BASE_LITERAL(""), &error), DRG_OK);
    assert_int_equal(base_file_map(other, 100, &mapped, &error), DRG_ERROR_FORMAT);
    drg_texts names;
    assert_int_equal(base_folder_list(&arena, folder, ".tsv", false, &names, &error), DRG_OK);
    assert_int_equal(names.count, 2);
    assert_true(base_text_is(names.items[0], "a.tsv") && base_text_is(names.items[1], "b.tsv"));
    unlink(path), unlink(other), rmdir(folder);
    base_arena_close(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_pieces),
        cmocka_unit_test(arena_escapes_at_its_cap),
        cmocka_unit_test(arena_fails_on_demand),
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(maps_find_what_was_put),
        cmocka_unit_test(utf8_tells_broken_bytes),
        cmocka_unit_test(utf8_repairs),
        cmocka_unit_test(text_is_cut_compared_and_lowered),
        cmocka_unit_test(points_are_classed),
        cmocka_unit_test(errors_are_cut_at_a_character),
        cmocka_unit_test(files_are_written_whole_and_read_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
