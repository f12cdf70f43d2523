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

static const char *const FOLDERS[] = {"actors",           "places",          "time",           "actors/organizations",
                                      "actors/groups",    "actors/media",    "actors/holders", "actors/people",
                                      "places/divisions", "places/counties", "actors/offices", "actors/discards"};
static const char *const FILES[] = {"actors/countries.tsv",   "actors/offices.tsv",    "actors/names.tsv",
                                    "actors/nouns.tsv",       "actors/members.tsv",    "actors/organizations/a.tsv",
                                    "actors/groups/a.tsv",    "actors/groups/b.tsv",   "time/holidays.tsv",
                                    "time/moving.tsv",        "actors/media/a.tsv",    "actors/holders/a.tsv",
                                    "actors/people/a.tsv",    "places/places.tsv",     "places/governors.tsv",
                                    "time/words.tsv",         "places/supplement.tsv", "places/countries.tsv",
                                    "places/divisions/a.tsv", "places/counties/a.tsv", "places/words.tsv",
                                    "places/cues.tsv",        "actors/offices/a.tsv",  "actors/discards/a.tsv"};
#define FOLDER_COUNT (sizeof FOLDERS / sizeof *FOLDERS)

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
    snprintf(folder->path, sizeof folder->path, "/tmp/dragoman-lists-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        char path[160];
        snprintf(path, sizeof path, "%s/%s", folder->path, FOLDERS[i]);
        assert_int_equal(mkdir(path, 0700), 0);
    }
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) write_file(folder, FILES[i], "# empty\n");
}

static void remove_folder(const test_folder *folder)
{
    char path[160];
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, FILES[i]);
        unlink(path);
    }
    for (size_t i = FOLDER_COUNT; i-- > 0;) {
        snprintf(path, sizeof path, "%s/%s", folder->path, FOLDERS[i]);
        rmdir(path);
    }
    rmdir(folder->path);
}

static drg_status compile(const char *folder, drg_error *error)
{
    jmp_buf escape;
    base_arena arena;
    base_arena_open(&arena, 0, &escape);
    if (setjmp(escape)) fail_msg("out of memory");
    drg_status status = find_compile(&arena, folder, NULL, model_builder_new(&arena), error);
    base_arena_close(&arena);
    return status;
}

/* Compiles lists that are empty but for `file`, a state and an office. */
static drg_status compile_one(const char *file, const char *text, drg_error *error)
{
    test_folder folder;
    make_folder(&folder);
    write_file(&folder, "actors/countries.tsv", "FRA\tFR\t220\t220\tFrance\tmember\t\t\t\t\t\t\t\tx\n");
    write_file(&folder, "actors/offices.tsv", "president\tpresidents\tperson\tpresident\tGOV\t\t\n");
    write_file(&folder, "actors/holders/a.tsv", "A B\tFRA\tPresident\t\tGOV\t2020\t\tx\n");
    write_file(&folder, file, text);
    drg_status status = compile(folder.path, error);
    remove_folder(&folder);
    return status;
}

static void check_refused(const char *file, const char *text, const char *message)
{
    drg_error error = {""};
    drg_status status = compile_one(file, text, &error);
    assert_string_equal(error.message, message);
    assert_int_equal(status, DRG_ERROR_FORMAT);
}

static void check_taken(const char *file, const char *text)
{
    drg_error error = {""};
    if (compile_one(file, text, &error) != DRG_OK) fail_msg("%s", error.message);
}

static void test_wrong_lines_are_refused(void **state)
{
    (void)state;
    check_refused("actors/countries.tsv", "FRA\tFrance\n", "actors/countries.tsv line 1: 2 fields, expected 14");
    check_refused(
        "actors/countries.tsv", "# x\n\nFr\tFR\t220\t220\tFrance\tmember\t\t\t\t\t\t\t\tx\n",
        "actors/countries.tsv line 3: code 'Fr': expected an ISO 3166-1 alpha-3 code, or --- for international");
    check_refused(
        "actors/countries.tsv",
        "FRA\tFR\t220\t220\tFrance\tmember\t\t\t\t\t\t\t\tx\nFRA\tFR\t220\t220\tFrance\tmember\t\t\t\t\t\t\t\tx\n",
        "actors/countries.tsv line 2: code 'fra': expected an id that stands nowhere else");
    check_refused("actors/countries.tsv", "FRA\tfr\t\t\tFrance\tmember\t\t\t\t\t\t\t\tx\n",
                  "actors/countries.tsv line 1: alpha2 'fr': expected an ISO 3166-1 alpha-2 code, or nothing");
    check_refused("actors/countries.tsv", "FRA\t\tx\t\tFrance\tmember\t\t\t\t\t\t\t\tx\n",
                  "actors/countries.tsv line 1: cow 'x': expected a number within its bounds");
    check_refused("actors/countries.tsv", "FRA\t\t\t\tFrance\tempire\t\t\t\t\t\t\t\tx\n",
                  "actors/countries.tsv line 1: status 'empire': expected member, observer, partial, territory, "
                  "former, claimed or dependency");
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
    check_refused("time/holidays.tsv", "Doomsday\tsometimes 1\t1\tnobody\n",
                  "time/holidays.tsv line 1: rule 'sometimes 1': expected a rule as the head of the list explains it");
    check_refused("time/holidays.tsv", "Doomsday\tfixed 13 1\t1\tnobody\n",
                  "time/holidays.tsv line 1: rule 'fixed 13 1': expected a rule as the head of the list explains it");
    check_refused("time/holidays.tsv", "Doomsday\tfixed 12 1\t99\tnobody\n",
                  "time/holidays.tsv line 1: days '99': expected days, 1 to 60");
    check_refused("time/moving.tsv", "Doomsday\t2024-01-01\t\n",
                  "time/moving.tsv line 1: name 'Doomsday': expected the first name of a holiday of holidays.tsv");
    check_refused("time/words.tsv", "month\t\xFFmay\t5\n", "time/words.tsv line 1: expected UTF-8");
}

static void test_wrong_additions_are_refused(void **state)
{
    (void)state;
    check_taken("actors/offices/a.tsv",
                "president\tpresidents\tperson\tchair\tBUS\t\t\nbosun\tbosuns\tperson\tbosun\tMIL\t\t\n");
    check_refused("actors/offices/a.tsv", "bosun\tbosuns\trank\tbosun\tMIL\t\t\n",
                  "actors/offices/a.tsv line 1: kind 'rank': expected person, group or body");
    check_taken("actors/discards/a.tsv", "golf cup\tstory\tx\nyears later\tsentence\tx\n");
    check_refused("actors/discards/a.tsv", "golf cup\tpage\tx\n",
                  "actors/discards/a.tsv line 1: scope 'page': expected sentence or story");
    check_refused("actors/discards/a.tsv", "\tstory\tx\n",
                  "actors/discards/a.tsv line 1: words '': expected some text");
    check_refused("actors/discards/a.tsv", "golf cup\tstory\t\n",
                  "actors/discards/a.tsv line 1: source '': expected some text");
}

static void test_wrong_bodies_are_refused(void **state)
{
    (void)state;
    check_taken("actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB\tY|Z@1990..2001-05|V?\t1980\t2010-12\ts\n");
    check_refused("actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB|XXX\t\t\t\ts\n",
                  "actors/groups/b.tsv line 1: sectors 'XXX': expected a PLOVER sector");
    check_refused("actors/groups/b.tsv", "x\tX\tgroup\tFRA\t\t\t\t\ts\n",
                  "actors/groups/b.tsv line 1: sectors '': expected some text");
    check_refused("actors/media/a.tsv", "x\tX\tpaper\tFRA\tJRN\t\t\t\ts\n",
                  "actors/media/a.tsv line 1: type 'paper': expected organization, group or grouping");
    check_refused("actors/media/a.tsv", "x\tX\torganization\tGER\tJRN\t\t\t\ts\n",
                  "actors/media/a.tsv line 1: country 'GER': expected a code of actors/countries.tsv, or --- for "
                  "international");
    check_refused("actors/media/a.tsv", "X Y\tX\torganization\tFRA\tJRN\t\t\t\ts\n",
                  "actors/media/a.tsv line 1: id 'X Y': expected small letters and digits, joined by hyphens");
    check_refused("actors/media/a.tsv", "x\tX\torganization\tFRA\tJRN\t\t\t\t\n",
                  "actors/media/a.tsv line 1: source '': expected some text");
    check_refused(
        "actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB\tY@1990\t\t\ts\n",
        "actors/groups/b.tsv line 1: names 'Y@1990': expected a name with its time as NAME@FROM..TO or NAME@FROM..TO!");
    check_refused("actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB\tY@2001..1990\t\t\ts\n",
                  "actors/groups/b.tsv line 1: names 'Y@2001..1990': expected a name with its time as NAME@FROM..TO or "
                  "NAME@FROM..TO!");
    check_refused(
        "actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB\t\t2001-13\t\ts\n",
        "actors/groups/b.tsv line 1: from '2001-13': expected a date YYYY, YYYY-MM or YYYY-MM-DD, or nothing");
    check_refused("actors/groups/b.tsv", "x\tX\tgroup\tFRA\tREB\t\t2001\t1999\ts\n",
                  "actors/groups/b.tsv line 1: to '1999': expected an end that is not before the beginning");
}

static void test_wrong_members_are_refused(void **state)
{
    (void)state;
    const char *body = "x\tX\torganization\tFRA\tIGO\t\t\t\ts\n";
    check_taken("actors/groups/b.tsv", body);
    check_refused("actors/groups/b.tsv", "x\tX\tgrouping\tFRA\tIGO\t\t\t\ts\n",
                  "actors/members.tsv: grouping 'x': expected at least one member");
    check_taken("actors/members.tsv", "fra\tFRA\t2001\t\ts\n");
    check_refused("actors/members.tsv", "fra\tDEU\t2001\t\ts\n",
                  "actors/members.tsv line 1: member 'DEU': expected the id of a listed body or the code of a state");
    check_refused("actors/members.tsv", "x\tFRA\t2001\t\ts\n",
                  "actors/members.tsv line 1: grouping 'x': expected the id of a listed body or the code of a state");
    check_refused("actors/members.tsv", "fra\tFRA\t2001\t1999\ts\n",
                  "actors/members.tsv line 1: to '1999': expected an end that is not before the beginning");
}

static void test_every_list_of_a_folder_is_read(void **state)
{
    (void)state;
    drg_error error = {""};
    test_folder folder;
    make_folder(&folder);
    write_file(&folder, "actors/groups/a.tsv", "x\tX\tgroup\t---\tREB\t\t\t\ts\n");
    write_file(&folder, "actors/groups/b.tsv", "x\tX\tgroup\t---\tREB\t\t\t\ts\n");
    drg_status status = compile(folder.path, &error);
    remove_folder(&folder);
    assert_string_equal(error.message, "actors/groups/b.tsv line 1: id 'x': expected an id that stands nowhere else");
    assert_int_equal(status, DRG_ERROR_FORMAT);
}

static void test_wrong_holders_are_refused(void **state)
{
    (void)state;
    check_refused("actors/holders/a.tsv", "A B\tFRA\tChief\t\tGOV\t2020-01-01\t\tx\n",
                  "actors/holders/a.tsv line 1: title 'Chief': expected a title that ends in a word of "
                  "actors/offices.tsv");
    check_refused("actors/holders/a.tsv", "A B\tFRA\tPresident\t\tGOV\t2020-02-30\t\tx\n",
                  "actors/holders/a.tsv line 1: from '2020-02-30': expected a date YYYY, YYYY-MM or YYYY-MM-DD, or "
                  "nothing");
    check_refused("actors/holders/a.tsv", "A B\tFRA\tPresident\t\tGOV\t\t2020\tx\n",
                  "actors/holders/a.tsv line 1: from '': expected some text");
    check_refused("actors/holders/a.tsv", "A B\tFRA\tPresident\t\tGOV\t2020-02-02\t2019\tx\n",
                  "actors/holders/a.tsv line 1: to '2019': expected an end that is not before the beginning");
    check_refused("actors/holders/a.tsv", "A B\tDEU\tPresident\t\tGOV\t2020-02-02\t\tx\n",
                  "actors/holders/a.tsv line 1: country 'DEU': expected a code of actors/countries.tsv, or --- for "
                  "international");
    check_refused("actors/people/a.tsv", "A C\tmale\tFRA\tC\tyes\t\n",
                  "actors/people/a.tsv line 1: name 'A C': expected a row of actors/holders with this name");
    check_refused("actors/people/a.tsv", "A B\tmale\tFRA\tB\tperhaps\t\n",
                  "actors/people/a.tsv line 1: bare 'perhaps': expected yes or no");
    check_refused("actors/people/a.tsv", "A B\t\tFRA\tB\tno\t\nÁ B\t\tFRA\tB\tno\t\n",
                  "actors/people/a.tsv line 2: name 'a-b': expected an id that stands nowhere else");
    check_taken("actors/people/a.tsv", "A B\t\tFRA\tB\tno\t\n");
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
        cmocka_unit_test(test_wrong_lines_are_refused),        cmocka_unit_test(test_wrong_additions_are_refused),
        cmocka_unit_test(test_wrong_bodies_are_refused),       cmocka_unit_test(test_wrong_members_are_refused),
        cmocka_unit_test(test_every_list_of_a_folder_is_read), cmocka_unit_test(test_wrong_holders_are_refused),
        cmocka_unit_test(test_missing_list_is_named),          cmocka_unit_test(test_shipped_lists_are_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
