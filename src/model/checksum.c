/* SPDX-License-Identifier: Apache-2.0
 *
 * Checksums of the data file: XXH3 with 128 bits (Yann Collet's xxHash, v0.8). Against damage, not against forgers: a
 * CRC-32 would miss one damaged file in four thousand million and be slower, a cryptographic hash would take a tenth of
 * a second on each start.
 */
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "model/container.h"

static void finish(XXH3_state_t *state, unsigned char ret_checksum[CONTAINER_CHECKSUM_BYTES])
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state));
    memcpy(ret_checksum, canonical.digest, CONTAINER_CHECKSUM_BYTES);
}

void container_front_checksum(drg_text front, unsigned char ret_checksum[CONTAINER_CHECKSUM_BYTES])
{
    XXH3_state_t state;
    XXH3_128bits_reset(&state);
    XXH3_128bits_update(&state, front.data, CONTAINER_AT_CHECKSUM);
    XXH3_128bits_update(&state, front.data + CONTAINER_HEADER_SIZE, front.size - CONTAINER_HEADER_SIZE);
    finish(&state, ret_checksum);
}

void container_section_checksum(drg_text padded, unsigned char ret_checksum[CONTAINER_CHECKSUM_BYTES])
{
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(padded.data, padded.size));
    memcpy(ret_checksum, canonical.digest, CONTAINER_CHECKSUM_BYTES);
}
