/* SPDX-License-Identifier: Apache-2.0
 * In: a path. Out: the files that it stands for, in byte order of their paths, with their sizes for the progress bar.
 * The whole list first and not a file at a time: the order of a folder's entries is the machine's, not ours. */
#include <stdlib.h>
#include <sys/stat.h>

#include "input/input.h"

static const struct {
    const char *ending;
    drg_input kind;
} ENDINGS[] = {
    {".ndjson", DRG_INPUT_NDJSON}, {".jsonl", DRG_INPUT_NDJSON},  {".txt", DRG_INPUT_TEXT},
    {".md", DRG_INPUT_TEXT},       {".conllu", DRG_INPUT_CONLLU},
};

drg_input input_kind_of_name(drg_text path)
{
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (base_text_ends(path, base_text_from(ENDINGS[i].ending))) return ENDINGS[i].kind;
    return DRG_INPUT_SNIFF;
}

static void add_problem(base_arena *arena, input_files *files, drg_text path, drg_text problem)
{
    base_push(arena, files) = (input_file){.path = path, .problem = problem};
}

static void add_file(base_arena *arena, input_files *files, drg_text path)
{
    struct stat info;
    uint64_t size = stat(path.data, &info) == 0 && S_ISREG(info.st_mode) ? (uint64_t)info.st_size : 0;
    base_push(arena, files) = (input_file){.path = path, .size = size};
}

static drg_text join(base_arena *arena, drg_text folder, drg_text name)
{
    const char *slash = folder.size && folder.data[folder.size - 1] == '/' ? "" : "/";
    return base_text_format(arena, "%s%s%s", folder.data, slash, name.data);
}

static bool is_wanted(drg_text name, bool conllu)
{
    drg_input kind = input_kind_of_name(name);
    return conllu ? kind == DRG_INPUT_CONLLU : kind == DRG_INPUT_TEXT || kind == DRG_INPUT_NDJSON;
}

static bool is_link(const char *path)
{
    struct stat info;
    return lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
}

static void walk_folder(base_arena *arena, drg_text folder, bool conllu, size_t depth, input_files *files)
{
    if (depth > BOUND_FOLDER_DEPTH) {
        add_problem(arena, files, folder, BASE_LITERAL("folders are nested too deep"));
        return;
    }
    drg_texts names;
    drg_error error;
    if (base_folder_list(arena, folder.data, "", false, &names, &error) != DRG_OK) {
        add_problem(arena, files, folder, BASE_LITERAL("cannot open the folder"));
        return;
    }
    for (size_t i = 0; i < names.count; i++)
        if (is_wanted(names.items[i], conllu)) add_file(arena, files, join(arena, folder, names.items[i]));
    if (base_folder_list(arena, folder.data, "", true, &names, &error) != DRG_OK) return;
    for (size_t i = 0; i < names.count; i++) {
        drg_text inner = join(arena, folder, names.items[i]);
        if (!is_link(inner.data)) walk_folder(arena, inner, conllu, depth + 1, files);
    }
}

static int compare_files(const void *a, const void *b)
{
    return base_text_compare(((const input_file *)a)->path, ((const input_file *)b)->path);
}

void input_walk(base_arena *arena, const char *path, bool conllu, input_files *files)
{
    drg_text copy = base_text_copy(arena, base_text_from(path));
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode)) {
        add_file(arena, files, copy);
        return;
    }
    size_t first = files->count;
    walk_folder(arena, copy, conllu, 0, files);
    if (files->count == first) return;
    qsort(files->items + first, files->count - first, sizeof *files->items, compare_files);
}
