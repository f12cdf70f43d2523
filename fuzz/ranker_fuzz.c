/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as the ranker's model: refused, or probabilities that sum to 1, a mode of the type, a confidence of 0 to 1.
 */
#include <math.h>

#include "code/ranker_model.h"
#include "fuzz.h"

static void use(const code_ranker *ranker, const code_features *features)
{
    double classes[CODE_RANKER_CLASSES], sum = 0;
    code_ranker_classes(ranker, features, classes);
    for (size_t i = 0; i < CODE_RANKER_CLASSES; i++) sum += classes[i];
    FUZZ_HOLDS(fabs(sum - 1) < 1e-6);
    for (int type = 0; type < DRG_TYPE_COUNT; type++) {
        FUZZ_HOLDS(record_mode_exists((drg_type)type, code_ranker_mode(ranker, features, (drg_type)type)));
        double right = code_ranker_calibrate(ranker, type % 2 == 0, classes[type]);
        FUZZ_HOLDS(right >= 0 && right <= 1);
    }
    (void)code_ranker_carrier(ranker, features);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    /* sections start at multiples of 64, and weights are read in place */
    _Alignas(64) static char place[1 << 16];
    if (size > sizeof place) return 0;
    if (size) memcpy(place, data, size);
    model_reader reader = {.bytes = {place, size}};
    code_ranker ranker;
    code_ranker_get(&reader, &ranker);
    if (reader.broken) return 0;
    code_features features = {.count = CODE_RANKER_FEATURES};
    for (size_t i = 0; i < CODE_RANKER_FEATURES; i++) features.items[i] = (uint32_t)(i * 2654435761u);
    use(&ranker, &features);
    return 0;
}
