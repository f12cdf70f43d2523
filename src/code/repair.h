/* SPDX-License-Identifier: Apache-2.0
 * Mends what taggers and parsers are known to get wrong and what frames cannot see through: words cut at a hyphen,
 * verbs taken for nouns. Only the nodes change, the document's tokens stay as they are. */
#ifndef CODE_REPAIR_H
#define CODE_REPAIR_H

#include "code/sentence.h"

/* Before the nodes know their children: headings without a verb get one back, a noun with an object is a verb, and
 * "protests" in "2011 Sudan protests" is a noun. */
void code_repair_tree(code_sentence *sentence);

/* When they do: "sit-in" is one word, "would boycott" a verb, "Rioting" at the beginning no name. */
void code_repair_words(code_sentence *sentence);

#endif
