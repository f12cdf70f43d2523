/* SPDX-License-Identifier: Apache-2.0
 * What a fuzz target defines: takes any bytes, and aborts when something does not hold. The return value is 0. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A condition that holds whatever the bytes; in every build. */
#define FUZZ_HOLDS(condition)                                                                                          \
    do {                                                                                                               \
        if (!(condition)) fuzz_broken(__FILE__, __LINE__, #condition);                                                 \
    } while (0)

#include <stdio.h>
#include <stdlib.h>

static inline _Noreturn void fuzz_broken(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

#endif
