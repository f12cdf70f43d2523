/* SPDX-License-Identifier: Apache-2.0
 *
 * Wrong lines in the lists are refused with file, line, column, value and what was expected; the lists that ship are
 * not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "find/find.h"

static const char *const FILES[] = {"actors/countries.tsv", "actors/organizations.tsv",
                                    "actors/groups.tsv",    "actors/media.tsv",
                                    "actors/offices.tsv",   "actors/holders.tsv",
                                    "actors/people.tsv",    "actors/names.tsv",
                                    "places/places.tsv",    "places/governors.tsv",
                                    "time/words.tsv"};

typedef struct test_folder {
    char path[64];
} test_folder;

static void write_file(const test_folder *folder, const char *name, const char *text)
{
    char path[160];
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static void make_folder(test_folder *folder)
{
    static const char *const folders[] = {"actors", "places", "time"};
    snprintf(folder->path, sizeof folder->path, "/tmp/dragoman-lists-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    for (size_t i = 0; i < 3; i++) {
        char path[160];
        snprintf(path, sizeof path, "%s/%s", folder->path, folders[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) write_file(folder, FILES[i], "# empty\n");
}

static void remove_folder(const test_folder *folder)
{
    static const char *const folders[] = {"/actors", "/places", "/time", ""};
    char path[160];
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, FILES[i]);
        unlink(path);
    }
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s%s", folder->path, folders[i]);
        rmdir(path);
    }
}

static drg_status compile(const char *folder, drg_error *error)
{
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail_msg("out of memory");
    drg_status status = find_compile(&arena, folder, model_builder_new(&arena), error);
    base_arena_close(&arena);
    return status;
}

static void check_refused(const char *file, const char *text, const char *message)
{
    test_folder folder;
    drg_error error = {""};
    make_folder(&folder);
    write_file(&folder, file, text);
    drg_status status = compile(folder.path, &error);
    remove_folder(&folder);
    assert_int_equal(status, DRG_ERROR_FORMAT);
    assert_string_equal(error.message, message);
}

static void test_wrong_lines_are_refused(void **state)
{
    (void)state;
    check_refused("actors/countries.tsv", "FRA\tFrance\n", "actors/countries.tsv line 1: 2 fields, expected 8");
    check_refused(
        "actors/countries.tsv", "# x\n\nFr\tFrance\tmember\t\t\t\t\t\n",
        "actors/countries.tsv line 3: code 'Fr': expected an ISO 3166-1 alpha-3 code, or --- for international");
    check_refused("actors/countries.tsv", "FRA\tFrance\tmember\t\t\t\t\t\nFRA\tFrance\tmember\t\t\t\t\t\n",
                  "actors/countries.tsv line 2: code 'fra': expected an id that stands nowhere else");
    check_refused("actors/groups.tsv", "x\tX\tgroup\tFRA\tREB|XXX\t\n",
                  "actors/groups.tsv line 1: sectors 'XXX': expected a PLOVER sector");
    check_refused("actors/media.tsv", "x\tX\tpaper\tFRA\tJRN\t\n",
                  "actors/media.tsv line 1: type 'paper': expected organization or group");
    check_refused(
        "actors/holders.tsv", "A B\tPresident\tGOV\t2020-01-01\t\tx\n",
        "actors/holders.tsv line 1: title 'President': expected a title that ends in a word of actors/offices.tsv");
    check_refused("places/places.tsv", "X\t\tFRA\t\t91\t0\t\tcity\n",
                  "places/places.tsv line 1: latitude '91': expected a number within its bounds");
    check_refused("places/places.tsv", "X\t\tFRA\t\tnan\t0\t\tcity\n",
                  "places/places.tsv line 1: latitude 'nan': expected a number within its bounds");
    check_refused("places/places.tsv", "X\t\tFRA\t\t5,5\t0\t\tcity\n",
                  "places/places.tsv line 1: latitude '5,5': expected a number within its bounds");
    check_refused("places/governors.tsv", "site\tattack\nsite\tattack\n",
                  "places/governors.tsv line 2: lemma 'attack': expected a lemma once of each kind");
    check_refused("time/words.tsv", "hour\tnoon\t12\n",
                  "time/words.tsv line 1: kind 'hour': expected a kind of date word");
    check_refused("time/words.tsv", "month\t\xFFmay\t5\n", "time/words.tsv line 1: expected UTF-8");
}

static void test_wrong_offices_are_refused(void **state)
{
    (void)state;
    test_folder folder;
    drg_error error = {""};
    make_folder(&folder);
    write_file(&folder, "actors/offices.tsv", "president\tpresidents\tperson\tpresident\tGOV\t\t\n");
    write_file(&folder, "actors/holders.tsv", "A B\tPresident\tGOV\t2020-02-30\t\tx\n");
    assert_int_equal(compile(folder.path, &error), DRG_ERROR_FORMAT);
    assert_string_equal(error.message,
                        "actors/holders.tsv line 1: from '2020-02-30': expected a date YYYY-MM-DD, or nothing");
    write_file(&folder, "actors/holders.tsv", "A B\tPresident\tGOV\t2020-02-02\t2019-01-01\tx\n");
    assert_int_equal(compile(folder.path, &error), DRG_ERROR_FORMAT);
    assert_string_equal(error.message,
                        "actors/holders.tsv line 1: to '2019-01-01': expected an end that is not before the beginning");
    write_file(&folder, "actors/holders.tsv", "");
    write_file(&folder, "actors/people.tsv", "A B\tmale\tFRA\tB\tyes\t\n");
    assert_int_equal(compile(folder.path, &error), DRG_ERROR_FORMAT);
    assert_string_equal(error.message,
                        "actors/people.tsv line 1: name 'A B': expected a row of actors/holders.tsv with this name");
    remove_folder(&folder);
}

static void test_missing_list_is_named(void **state)
{
    (void)state;
    drg_error error = {""};
    assert_int_equal(compile("/nonexistent", &error), DRG_ERROR_IO);
    assert_non_null(strstr(error.message, "/nonexistent/actors/countries.tsv"));
}

static void test_shipped_lists_are_right(void **state)
{
    (void)state;
    drg_error error = {""};
    if (compile(SOURCE_FOLDER "/data", &error) != DRG_OK) fail_msg("%s", error.message);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_wrong_lines_are_refused),
        cmocka_unit_test(test_wrong_offices_are_refused),
        cmocka_unit_test(test_missing_list_is_named),
        cmocka_unit_test(test_shipped_lists_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
