/* SPDX-License-Identifier: Apache-2.0
 * The trees of a document as the talks room walks them: children, the slots of a predicate, extents. Use inside the
 * talks room only. */
#ifndef TALKS_TREE_H
#define TALKS_TREE_H

#include "talks/talks.h"

#define TALKS_FOUND 16 /* most words of one slot */

typedef struct talks_tree {
    const drg_document *document;
    const drg_token *tokens;
    uint32_t *first, *next;  /* of each token its first child and its next sibling, DRG_NONE */
    uint32_t *sentence;      /* of each token */
    const uint8_t *readings; /* drg_reading of each token */
} talks_tree;

/* Words of a sentence, as indexes among the document's tokens. */
typedef struct talks_tokens {
    size_t count;
    uint32_t items[TALKS_FOUND];
} talks_tokens;

#define TALKS_EACH_CHILD(tree, child, token)                                                                           \
    for (uint32_t child = (tree)->first[token]; child != DRG_NONE; child = (tree)->next[child])

void talks_tree_make(talks_tree *tree, base_arena *arena, const drg_document *document);

drg_text talks_lemma(const talks_tree *tree, uint32_t token);

/* The child with the relation, DRG_NONE. */
uint32_t talks_child(const talks_tree *tree, uint32_t token, language_relation relation);

/* "The four are to meet": is it such a verb? */
bool talks_is_to(const talks_tree *tree, uint32_t verb);

/* Is there a child of that lemma? */
bool talks_has_child(const talks_tree *tree, uint32_t token, const char *lemma);

/* Is there a preposition of that lemma on the token ("out of" has both)? An empty one: any. */
bool talks_has_case(const talks_tree *tree, uint32_t token, drg_text preposition);

/* Do the lemmas stand with the predicate: as particle, object, adverb, or before its preposition? */
bool talks_goes_with(const talks_tree *tree, uint32_t token, drg_text lemma);

/* The heads of what stands in a slot of the predicate, with what is joined to them by "and": "subject", "object" (of a
 * passive its subject, of a noun "of"), "clause", or a preposition. Subjects are found across "to", "and" and relative
 * clauses. */
void talks_slot(const talks_tree *tree, uint32_t predicate, drg_text slot, talks_tokens *ret_tokens);

/* Does the token stand under the other, or is it the other? */
bool talks_is_under(const talks_tree *tree, uint32_t token, uint32_t top);

/* The wording of all under a token, without a comma or preposition at its ends. */
drg_span talks_span(const talks_tree *tree, uint32_t token);

/* The clause that a token stands in: its nearest ancestor or itself that is a verb or heads a clause. */
uint32_t talks_clause(const talks_tree *tree, uint32_t token);

/* The mentions that stand at the tokens, each actor once. */
typedef struct talks_people {
    size_t count;
    uint32_t items[TALKS_FOUND];
} talks_people;
void talks_add_people(const talks_tree *tree, uint32_t token, talks_people *people);

#endif
