/* SPDX-License-Identifier: Apache-2.0
 *
 * PLOVER's contexts, the why of an event: any number of 37. Use inside the code room only.
 */
#ifndef CODE_PLOVER_CONTEXT_H
#define CODE_PLOVER_CONTEXT_H

#include "code/sentence.h"

/* One bit a context, in the order of record_context_name, of the words of the loaded sentence. */
uint64_t code_contexts_of_words(const code_sentence *sentence);

/* Gives each event the contexts of its paragraph and those that its mode and parties say. `of_sentences`: what
 * code_contexts_of_words said of each sentence. */
void code_contexts_set(drg_document *document, const uint64_t *of_sentences);

#endif
