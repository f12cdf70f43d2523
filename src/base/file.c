/* SPDX-License-Identifier: Apache-2.0 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/text.h"
#include "base/vector.h"

static drg_status fail_errno(drg_error *error, const char *what, const char *path)
{
    int number = errno;
    char reason[128] = "";
    if (strerror_r(number, reason, sizeof reason) != 0) snprintf(reason, sizeof reason, "error %d", number);
    return base_fail(error, DRG_ERROR_IO, "%s: %s: %s", path, what, reason);
}

static drg_status open_file(const char *path, size_t limit, int *ret_file, size_t *ret_size, drg_error *error)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail_errno(error, "cannot open", path);
    struct stat info;
    drg_status status = DRG_OK;
    if (fstat(file, &info) != 0)
        status = fail_errno(error, "cannot look at", path);
    else if (!S_ISREG(info.st_mode))
        status = base_fail(error, DRG_ERROR_IO, "%s: not a regular file", path);
    else if ((uintmax_t)info.st_size > limit)
        status = base_fail(error, DRG_ERROR_LIMIT, "%s: %jd bytes, at most %zu are read", path, (intmax_t)info.st_size,
                           limit);
    if (status != DRG_OK) {
        close(file);
        return status;
    }
    *ret_file = file;
    *ret_size = (size_t)info.st_size;
    return DRG_OK;
}

static drg_status read_all(int file, char *bytes, size_t size, size_t *ret_got)
{
    size_t got = 0;
    while (got < size) {
        ssize_t count = read(file, bytes + got, size - got);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return DRG_ERROR_IO;
        if (count == 0) break;
        got += (size_t)count;
    }
    *ret_got = got;
    return DRG_OK;
}

drg_status base_file_read(base_arena *arena, const char *path, size_t limit, drg_text *ret_text, drg_error *error)
{
    struct stat info;
    if (stat(path, &info) != 0) return fail_errno(error, "cannot open", path);
    if (!S_ISREG(info.st_mode)) return base_fail(error, DRG_ERROR_IO, "%s: not a regular file", path);
    if ((uintmax_t)info.st_size > limit)
        return base_fail(error, DRG_ERROR_LIMIT, "%s: %jd bytes, at most %zu are read", path, (intmax_t)info.st_size,
                         limit);
    char *bytes = base_arena_take(arena, (size_t)info.st_size + 1); /* before a file is held: it may jump */
    int file;
    size_t size, got = 0;
    drg_status status = open_file(path, limit, &file, &size, error);
    if (status != DRG_OK) return status;
    if (size > (size_t)info.st_size) size = (size_t)info.st_size;
    status = read_all(file, bytes, size, &got);
    if (status != DRG_OK) status = fail_errno(error, "cannot read", path);
    close(file);
    if (status == DRG_OK) *ret_text = (drg_text){bytes, got};
    return status;
}

drg_status base_file_map(const char *path, size_t limit, drg_text *ret_text, drg_error *error)
{
    int file;
    size_t size;
    drg_status status = open_file(path, limit, &file, &size, error);
    if (status != DRG_OK) return status;
    if (size == 0) {
        close(file);
        return base_fail(error, DRG_ERROR_FORMAT, "%s: empty file", path);
    }
    void *mapped = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped == MAP_FAILED) status = fail_errno(error, "cannot map", path);
    close(file);
    if (status == DRG_OK) *ret_text = (drg_text){mapped, size};
    return status;
}

void base_file_unmap(drg_text mapped)
{
    if (mapped.data) munmap((void *)(uintptr_t)mapped.data, mapped.size);
}

static bool write_all(int file, drg_text bytes)
{
    while (bytes.size) {
        ssize_t count = write(file, bytes.data, bytes.size);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        bytes.data += count;
        bytes.size -= (size_t)count;
    }
    return true;
}

drg_status base_file_write(const char *path, drg_text bytes, drg_error *error)
{
    char temporary[4096];
    int size = snprintf(temporary, sizeof temporary, "%s.%ld.part", path, (long)getpid());
    if (size < 0 || (size_t)size >= sizeof temporary)
        return base_fail(error, DRG_ERROR_IO, "%s: the path is too long", path);
    int file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return fail_errno(error, "cannot create", temporary);
    bool written = write_all(file, bytes) && fsync(file) == 0;
    drg_status status = written ? DRG_OK : fail_errno(error, "cannot write", temporary);
    if (close(file) != 0 && status == DRG_OK) status = fail_errno(error, "cannot write", temporary);
    if (status == DRG_OK && rename(temporary, path) != 0) status = fail_errno(error, "cannot rename to", path);
    if (status != DRG_OK) unlink(temporary);
    return status;
}

/* One pass over a folder. With `names` NULL it only counts, so that the second pass need not allocate while the folder
 * is held open. */
static size_t scan(DIR *folder, const char *path, const char *suffix, bool folders, char (*names)[256], size_t limit)
{
    size_t count = 0;
    rewinddir(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        drg_text name = base_text_from(entry->d_name);
        if (name.data[0] == '.' || name.size >= 256 || !base_text_ends(name, base_text_from(suffix))) continue;
        char whole[4096];
        int size = snprintf(whole, sizeof whole, "%s/%s", path, entry->d_name);
        struct stat info;
        if (size < 0 || (size_t)size >= sizeof whole || stat(whole, &info) != 0) continue;
        if (folders ? !S_ISDIR(info.st_mode) : !S_ISREG(info.st_mode)) continue;
        if (names && count < limit) memcpy(names[count], name.data, name.size + 1);
        count++;
    }
    return names && count > limit ? limit : count;
}

static int compare_names(const void *a, const void *b)
{
    return base_text_compare(*(const drg_text *)a, *(const drg_text *)b);
}

bool base_folder_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

drg_status base_folder_list(base_arena *arena, const char *path, const char *suffix, bool folders, drg_texts *ret_names,
                            drg_error *error)
{
    DIR *folder = opendir(path);
    if (!folder) return fail_errno(error, "cannot open the folder", path);
    size_t count = scan(folder, path, suffix, folders, NULL, 0);
    closedir(folder);
    char(*names)[256] = base_arena_array(arena, count + 1, 256);
    drg_text *texts = BASE_ARRAY(arena, drg_text, count + 1);
    folder = opendir(path);
    if (!folder) return fail_errno(error, "cannot open the folder", path);
    count = scan(folder, path, suffix, folders, names, count);
    closedir(folder);
    for (size_t i = 0; i < count; i++) texts[i] = base_text_from(names[i]);
    qsort(texts, count, sizeof *texts, compare_names);
    *ret_names = (drg_texts){texts, count};
    return DRG_OK;
}
