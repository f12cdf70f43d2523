/* SPDX-License-Identifier: Apache-2.0
 *
 * One happening told in headline, lead and body is one event. Use inside the code room only.
 */
#ifndef CODE_MERGE_H
#define CODE_MERGE_H

#include "code/sentence.h"

/* Joins the document's events that tell the same; the fullest telling stays, the others become its `tellings`. */
void code_merge(base_arena *arena, drg_document *document);

#endif
