/* SPDX-License-Identifier: Apache-2.0
 * What the room's stages share: the opened models, one member a stage. */
#ifndef LANGUAGE_MODELS_H
#define LANGUAGE_MODELS_H

#include "language/language.h"
#include "language/lemma.h"
#include "language/network.h"
#include "language/segment.h"

struct language_models {
    network_model *parser;
    segment_models segment;
    lemma_model lemma;
};

#endif
