/* SPDX-License-Identifier: Apache-2.0
 * Sentences of a treebank as headlines would put them. */
#ifndef TRAIN_PARSER_HEADLINE_H
#define TRAIN_PARSER_HEADLINE_H

#include "parser_data.h"

#define HEADLINE_MORE 2 /* words that it may add: a place and a colon */

/* Rewrites `sentence`, a copy whose words the caller owns with room for HEADLINE_MORE, as a headline: no articles, no
 * form of "be" beside the verb, the present for the past ("The police freed the men" -> "Police free men"), "to" for
 * "will", a comma for "and" in the subject, any other verb in half of them, little beside the subject, the verb and
 * what stands close to it. False, and nothing changed, where the sentence has no noun as subject before a verb, or is
 * denied or asked. */
bool headline_make(const data_names *names, base_arena *arena, data_sentence *sentence, math_random *random);

#endif
