/* SPDX-License-Identifier: Apache-2.0
 *
 * In: files and folders of files. Out: each given once to the fuzz target, without libFuzzer. Fails when there are
 * none.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "fuzz.h"

/* The bytes in memory of exactly their size, so that the address sanitizer sees a read beyond. */
static int replay_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct stat info;
    if (!file || fstat(fileno(file), &info) != 0) {
        perror(path);
        exit(1);
    }
    size_t size = (size_t)info.st_size;
    uint8_t *bytes = malloc(size ? size : 1);
    if (!bytes || fread(bytes, 1, size, file) != size) {
        perror(path);
        exit(1);
    }
    fclose(file);
    LLVMFuzzerTestOneInput(bytes, size);
    free(bytes);
    return 1;
}

static int replay(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) return replay_file(path);
    int count = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char whole[4096];
        if (entry->d_name[0] == '.') continue;
        snprintf(whole, sizeof whole, "%s/%s", path, entry->d_name);
        count += replay_file(whole);
    }
    closedir(folder);
    return count;
}

int main(int argc, char **argv)
{
    int count = 0;
    for (int i = 1; i < argc; i++) count += replay(argv[i]);
    printf("%d seeds replayed\n", count);
    return count ? 0 : 1;
}
