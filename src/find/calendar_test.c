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

static int32_t day_of(const char *text)
{
    int32_t day = 0;
    assert_true(find_day_read(base_text_from(text), &day));
    return day;
}

static void test_weeks(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        int32_t year, week;
    } weeks[] = {{"2025-04-23", 2025, 17}, {"2024-12-30", 2025, 1}, {"2021-01-03", 2020, 53},
                 {"2000-01-01", 1999, 52}, {"1998-01-01", 1998, 1}, {"2026-12-31", 2026, 53}};
    for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++) {
        int32_t year, week;
        find_week_of(day_of(weeks[i].day), &year, &week);
        assert_int_equal(year, weeks[i].year);
        assert_int_equal(week, weeks[i].week);
    }
}

static void test_easter(void **state)
{
    (void)state;
    static const struct {
        int32_t year;
        const char *western, *eastern;
    } days[] = {{1916, "1916-04-23", "1916-04-23"}, {1961, "1961-04-02", "1961-04-09"},
                {2000, "2000-04-23", "2000-04-30"}, {2008, "2008-03-23", "2008-04-27"},
                {2024, "2024-03-31", "2024-05-05"}, {2025, "2025-04-20", "2025-04-20"},
                {2038, "2038-04-25", "2038-04-25"}};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal(find_easter(days[i].year), day_of(days[i].western));
        assert_int_equal(find_easter_julian(days[i].year), day_of(days[i].eastern));
    }
}

static void test_weekdays_of_months(void **state)
{
    (void)state;
    assert_int_equal(find_weekday_of_month(2024, 11, 4, 4), day_of("2024-11-28"));
    assert_int_equal(find_weekday_of_month(2025, 5, 1, -1), day_of("2025-05-26"));
    assert_int_equal(find_weekday_of_month(2025, 9, 1, 1), day_of("2025-09-01"));
    assert_int_equal(find_weekday_of_month(2024, 2, 4, -1), day_of("2024-02-29"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_weeks),
        cmocka_unit_test(test_easter),
        cmocka_unit_test(test_weekdays_of_months),
        cmocka_unit_test(test_known_days),
        cmocka_unit_test(test_every_day_comes_back),
        cmocka_unit_test(test_what_is_no_day),
        cmocka_unit_test(test_keys_and_slugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
