/* SPDX-License-Identifier: Apache-2.0
 * Random numbers for property tests: the seed is printed, and $DRAGOMAN_SEED sets another. After cmocka.h. */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include <inttypes.h>
#include <stdlib.h>

/* splitmix64, Sebastiano Vigna */
static inline uint64_t random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
    return z ^ z >> 31;
}

static inline uint64_t random_seed(void)
{
    const char *given = getenv("DRAGOMAN_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 0) : 20260307;
    print_message("seed %" PRIu64 " (set DRAGOMAN_SEED for another)\n", seed);
    return seed;
}

#endif
