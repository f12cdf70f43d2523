/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "find/calendar.h"
#include "find/key.h"

static void test_known_days(void **state)
{
    (void)state;
    assert_int_equal(find_day_number(1970, 1, 1), 0);
    assert_int_equal(find_day_number(2000, 3, 1), 11017);
    assert_int_equal(find_weekday(find_day_number(2025, 4, 23)), 3);
    assert_int_equal(find_weekday(find_day_number(1969, 7, 20)), 7);
    assert_int_equal(find_month_length(2024, 2), 29);
    assert_int_equal(find_month_length(2100, 2), 28);
    assert_int_equal(find_month_length(2025, 12), 31);
}

/* Each day from year 1 on comes back from its parts, one after the other, with the weekdays in their turn. */
static void test_every_day_comes_back(void **state)
{
    (void)state;
    int32_t weekday = find_weekday(find_day_number(1, 1, 1));
    for (int32_t number = find_day_number(1, 1, 1); number < find_day_number(3000, 1, 1); number++) {
        int32_t year, month, day, again = -1;
        char text[11];
        find_day_parts(number, &year, &month, &day);
        assert_int_equal(find_day_number(year, month, day), number);
        assert_true(find_day_write(number, text) && find_day_read((drg_text){text, 10}, &again));
        assert_int_equal(again, number);
        assert_int_equal(find_weekday(number), weekday);
        weekday = weekday % 7 + 1;
    }
}

static void test_what_is_no_day(void **state)
{
    (void)state;
    int32_t number;
    char text[11] = "untouched";
    assert_false(find_day_read(BASE_LITERAL("2025-02-29"), &number));
    assert_false(find_day_read(BASE_LITERAL("2025-13-01"), &number));
    assert_false(find_day_read(BASE_LITERAL("2025"), &number));
    assert_true(find_day_read(BASE_LITERAL("2025-04-23T10:00:00Z"), &number));
    assert_false(find_day_write(find_day_number(10000, 1, 1), text));
    assert_false(find_day_write(find_day_number(0, 12, 31), text));
    assert_string_equal(text, "untouched");
}

static void check_key(const char *text, const char *key, const char *slug)
{
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail_msg("out of memory");
    drg_text got = find_key_of(&arena, base_text_from(text)), made = find_slug(&arena, base_text_from(text));
    if (!base_text_is(got, key)) fail_msg("'%.*s' is not '%s'", BASE_PRINT(got), key);
    if (!base_text_is(made, slug)) fail_msg("'%.*s' is not '%s'", BASE_PRINT(made), slug);
    base_arena_close(&arena);
}

static void test_keys_and_slugs(void **state)
{
    (void)state;
    check_key("Recep Tayyip Erdo\xC4\x9F"
              "an",
              "recep tayyip erdogan", "recep-tayyip-erdogan");
    check_key("C\xC3\xB4te d\xE2\x80\x99Ivoire", "cote d'ivoire", "cote-divoire");
    check_key("Al-Qaeda", "al qaeda", "al-qaeda");
    check_key("U.S.", "u.s.", "us");
    check_key("  two\n words ", "two words", "two-words");
    check_key("Wa\xC5\x82\xC4\x99sa", "walesa", "walesa");
    check_key("\xFF", "", "");
    check_key("---", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_every_day_comes_back),
        cmocka_unit_test(test_what_is_no_day),
        cmocka_unit_test(test_keys_and_slugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
