/* SPDX-License-Identifier: Apache-2.0
 * The base room: memory, text, vectors, hash maps, UTF-8, files, errors. Knows nothing of language.
 *
 * This is the room's one door: other rooms include "base/base.h" and no other file of this folder.
 */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "base/arena.h"
#include "base/bounds.h"
#include "base/error.h"
#include "base/file.h"
#include "base/map.h"
#include "base/text.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "base/vector.h"

#endif
