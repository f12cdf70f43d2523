/* SPDX-License-Identifier: Apache-2.0
 * Files: read whole, mapped, written whole or not at all, folders listed in byte order. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "dragoman.h"

/* Reads a file of at most `limit` bytes into the arena, NUL-terminated beyond the size. */
drg_status base_file_read(base_arena *arena, const char *path, size_t limit, drg_text *ret_text, drg_error *error);

/* Maps a file read-only. Unmap with base_file_unmap. An empty file is an error. */
drg_status base_file_map(const char *path, size_t limit, drg_text *ret_text, drg_error *error);
void base_file_unmap(drg_text mapped);

/* Writes to a temporary file beside `path`, syncs, and renames: the file is there whole or as it was. */
drg_status base_file_write(const char *path, drg_text bytes, drg_error *error);

/* Is there a folder at `path`? */
bool base_folder_exists(const char *path);

/* The names (not paths) in a folder that end in `suffix` and start with no dot, sorted in byte order. `folders` asks
 * for sub-folders instead, and `suffix` may then be "". */
drg_status base_folder_list(base_arena *arena, const char *path, const char *suffix, bool folders, drg_texts *ret_names,
                            drg_error *error);

#endif
