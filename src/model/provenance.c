/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a folder of files that a data file is built from. Out: key-values that name each of them by its SHA-256, and tell
 * where it is from and what may be done with it, as far as its opening comment says ("# source: ...", "# licence:
 * ...").
 */
#include "model/model.h"

typedef struct provenance_walk {
    base_arena *arena;
    model_builder *builder;
    drg_error *error;
} provenance_walk;

/* What a line of the opening comment says after "# NAME:", in large or small letters; empty when it says something
 * else. */
static drg_text stated(base_arena *arena, drg_text line, const char *name)
{
    drg_text rest = base_text_trim(line), label = base_text_from(name);
    while (rest.size && rest.data[0] == '#') rest = base_text_trim(base_text_slice(rest, 1, rest.size));
    drg_text start = base_text_lower(arena, base_text_slice(rest, 0, label.size));
    if (!base_text_equal(start, label) || rest.size == label.size || rest.data[label.size] != ':') return (drg_text){0};
    return base_text_trim(base_text_slice(rest, label.size + 1, rest.size));
}

/* All that the opening comment states under that name, in its order. */
static drg_text all_stated(base_arena *arena, drg_text bytes, const char *name)
{
    model_bytes all = {.arena = arena};
    for (size_t at = 0; at < bytes.size && bytes.data[at] == '#';) {
        const char *newline = memchr(bytes.data + at, '\n', bytes.size - at);
        size_t end = newline ? (size_t)(newline - bytes.data) : bytes.size;
        drg_text value = stated(arena, base_text_slice(bytes, at, end), name);
        if (value.size && all.data.count) model_put_raw(&all, "; ", 2);
        model_put_raw(&all, value.data, value.size);
        at = end + 1;
    }
    return base_utf8_repair(arena, (drg_text){all.data.items, all.data.count});
}

static void add_stated(provenance_walk *walk, drg_text bytes, const char *name, const char *key)
{
    drg_text value = all_stated(walk->arena, bytes, name);
    if (value.size) model_builder_value(walk->builder, base_text_format(walk->arena, "%s/%s", name, key), value);
}

static drg_status add_file(provenance_walk *walk, const char *path, const char *key)
{
    drg_text bytes;
    drg_status status = base_file_read(walk->arena, path, BOUND_DATA_FILE_BYTES, &bytes, walk->error);
    if (status != DRG_OK) return status;
    char digits[65];
    model_sha256(bytes, digits);
    model_builder_value(walk->builder, base_text_format(walk->arena, "sha256/%s", key), base_text_from(digits));
    add_stated(walk, bytes, "source", key);
    add_stated(walk, bytes, "licence", key);
    return DRG_OK;
}

/* Files for people, which nothing is built from. */
static bool is_remark(drg_text name)
{
    return base_text_ends(name, BASE_LITERAL(".md")) || base_text_is(name, "LICENSE");
}

static drg_status add_folder(provenance_walk *walk, const char *folder, const char *key, size_t depth)
{
    if (depth > BOUND_FOLDER_DEPTH)
        return base_fail(walk->error, DRG_ERROR_LIMIT, "%s: more than %d folders deep", folder, BOUND_FOLDER_DEPTH);
    for (int folders = 0; folders < 2; folders++) {
        drg_texts names;
        drg_status status = base_folder_list(walk->arena, folder, "", folders, &names, walk->error);
        for (size_t i = 0; i < names.count && status == DRG_OK; i++) {
            const char *path = base_text_format(walk->arena, "%s/%s", folder, names.items[i].data).data;
            const char *name = base_text_format(walk->arena, "%s/%s", key, names.items[i].data).data;
            if (folders)
                status = add_folder(walk, path, name, depth + 1);
            else if (!is_remark(names.items[i]))
                status = add_file(walk, path, name);
        }
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

drg_status model_builder_provenance(model_builder *builder, base_arena *arena, const char *folder, const char *name,
                                    drg_error *error)
{
    provenance_walk walk = {arena, builder, error};
    return add_folder(&walk, folder, name, 0);
}
