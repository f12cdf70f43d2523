/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as the lists of data/actors, data/places, data/time and as a gazetteer: compiled, or refused with a message
 * that names the file. The input is cut at lines "=== FILE"; what stands behind one is that file, the other files are
 * empty. They lie in a folder of their own, since the builder reads files and nothing else.
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "find/find.h"
#include "fuzz.h"

static const char *const FOLDERS[] = {"actors",           "places",          "time",           "actors/organizations",
                                      "actors/groups",    "actors/media",    "actors/holders", "actors/people",
                                      "places/divisions", "places/counties", "actors/offices", "actors/discards"};
static const char *const FILES[] = {"actors/countries.tsv", "actors/names.tsv",       "actors/nouns.tsv",
                                    "actors/members.tsv",   "actors/offices.tsv",     "actors/organizations/a.tsv",
                                    "actors/groups/a.tsv",  "actors/media/a.tsv",     "actors/holders/a.tsv",
                                    "actors/people/a.tsv",  "actors/offices/a.tsv",   "actors/discards/a.tsv",
                                    "places/countries.tsv", "places/divisions/a.tsv", "places/counties/a.tsv",
                                    "places/places.tsv",    "places/supplement.tsv",  "places/words.tsv",
                                    "places/cues.tsv",      "places/governors.tsv",   "time/words.tsv",
                                    "time/holidays.tsv",    "time/moving.tsv",        "gazetteer"};
#define FOLDER_COUNT (sizeof FOLDERS / sizeof *FOLDERS)
#define FILE_COUNT (sizeof FILES / sizeof *FILES)

static char folder[64]; /* made by the first input, removed at the end */

static void write_file(size_t index, drg_text bytes)
{
    char path[128];
    snprintf(path, sizeof path, "%s/%s", folder, FILES[index]);
    FILE *out = fopen(path, "wb");
    FUZZ_HOLDS(out && fwrite(bytes.size ? bytes.data : "", 1, bytes.size, out) == bytes.size);
    FUZZ_HOLDS(fclose(out) == 0);
}

static void remove_folder(void)
{
    char path[128];
    for (size_t i = 0; i < FILE_COUNT; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, FILES[i]);
        unlink(path);
    }
    for (size_t i = FOLDER_COUNT; i-- > 0;) {
        snprintf(path, sizeof path, "%s/%s", folder, FOLDERS[i]);
        rmdir(path);
    }
    rmdir(folder);
}

static void make_folder(void)
{
    char path[128];
    snprintf(folder, sizeof folder, "/tmp/dragoman-fuzz-XXXXXX");
    FUZZ_HOLDS(mkdtemp(folder));
    for (size_t i = 0; i < FOLDER_COUNT; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, FOLDERS[i]);
        FUZZ_HOLDS(mkdir(path, 0700) == 0);
    }
    for (size_t i = 0; i < FILE_COUNT; i++) write_file(i, (drg_text){NULL, 0});
    FUZZ_HOLDS(atexit(remove_folder) == 0);
}

/* The next file of the input; false at its end. */
static bool next_part(drg_text *rest, size_t *ret_file, drg_text *ret_bytes)
{
    static const drg_text rule = {"=== ", 4};
    while (rest->size) {
        const char *end = memchr(rest->data, '\n', rest->size);
        size_t size = end ? (size_t)(end - rest->data) : rest->size, file = 0;
        drg_text line = {rest->data, size};
        *rest = base_text_slice(*rest, end ? size + 1 : size, rest->size);
        if (!base_text_starts(line, rule)) continue;
        while (file < FILE_COUNT && !base_text_is(base_text_slice(line, rule.size, size), FILES[file])) file++;
        if (file == FILE_COUNT) continue;
        size_t at = 0;
        while (at < rest->size && !((at == 0 || rest->data[at - 1] == '\n') &&
                                    base_text_starts(base_text_slice(*rest, at, rest->size), rule)))
            at++;
        *ret_file = file;
        *ret_bytes = base_text_slice(*rest, 0, at);
        *rest = base_text_slice(*rest, at, rest->size);
        return true;
    }
    return false;
}

/* A message names the list, or the whole path of the gazetteer. */
static bool names_file(const char *message)
{
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (strstr(message, FILES[i])) return true;
    return strstr(message, folder);
}

static void compile(base_arena *arena)
{
    char gazetteer[128];
    jmp_buf escape;
    base_arena_open(arena, (size_t)256 << 20, &escape);
    if (setjmp(escape)) return;
    snprintf(gazetteer, sizeof gazetteer, "%s/gazetteer", folder);
    drg_error error = {""};
    drg_status status = find_compile(arena, folder, gazetteer, model_builder_new(arena), &error);
    FUZZ_HOLDS(status == DRG_OK || names_file(error.message));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drg_text rest = {(const char *)data, size}, bytes;
    bool written[FILE_COUNT] = {false};
    base_arena arena;
    if (!folder[0]) make_folder();
    for (size_t file; next_part(&rest, &file, &bytes);) {
        write_file(file, bytes);
        written[file] = true;
    }
    compile(&arena);
    base_arena_close(&arena);
    for (size_t i = 0; i < FILE_COUNT; i++)
        if (written[i]) write_file(i, (drg_text){NULL, 0});
    return 0;
}
