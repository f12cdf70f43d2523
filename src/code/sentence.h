/* SPDX-License-Identifier: Apache-2.0
 *
 * One sentence as the engine walks over it: the tree with children, the lexicon entry, mention, date and place of each
 * token. Tokens are named by their index within the sentence. Use inside the code room only.
 */
#ifndef CODE_SENTENCE_H
#define CODE_SENTENCE_H

#include "code/frame.h"

typedef struct code_node {
    uint32_t head;        /* DRG_NONE at the root */
    uint32_t first, last; /* children in the order of the text, DRG_NONE none */
    uint32_t next;        /* the head's next child */
    uint32_t word;        /* in the lexicon, DRG_NONE none */
    uint32_t form;        /* the same of the token as it stands; only where some frame has a pattern */
    uint32_t mention;     /* first of the document's mentions headed here; the others by code_sentence.next_mention */
    uint32_t date, place; /* of the document, DRG_NONE none */
    uint8_t relation, upos, tag;
    uint8_t preposition; /* code_slot, 0 none */
} code_node;

struct code_predicate;

typedef struct code_sentence {
    const code_frames *frames;
    base_arena *arena; /* scratch */
    drg_document *document;
    bool explain;
    uint32_t index;       /* of the sentence */
    uint32_t first_token; /* among the document's tokens */
    uint32_t body;        /* first token that is coded */
    uint32_t count;
    const drg_token *tokens;
    code_node *nodes;
    uint32_t *next_mention; /* for each mention of the document, and as many more as it has tokens: the next one with
                               the same head */
    const uint8_t *quoted;  /* for each token of the document: inside quotation marks */
    struct code_predicate **predicates; /* for each token, made when asked for */
    bool question;
    bool unpolitical; /* a word of sports, markets or weather stands in it */
} code_sentence;

/* Memory for the sentences of one document, made once. */
typedef struct code_workspace {
    code_sentence sentence;
    uint32_t mention_at, date_at, place_at; /* how far the document's arrays have been handed out */
    uint32_t mention_end;                   /* the mentions from there on were made here */
} code_workspace;

void code_workspace_open(code_workspace *workspace, const code_frames *frames, base_arena *arena, bool explain,
                         drg_document *document);

/* The lexicon's word, DRG_NONE when it has none; it knows lower case only. */
uint32_t code_look_up(const code_frames *frames, drg_text lemma);

/* Loads a sentence; sentences come in order. */
code_sentence *code_workspace_load(code_workspace *workspace, uint32_t index);

/* ---- looking at a sentence */

#define CODE_EACH_CHILD(sentence, child, parent)                                                                       \
    for (uint32_t child = (sentence)->nodes[parent].first; child != DRG_NONE; child = (sentence)->nodes[child].next)

/* The first child with the relation, DRG_NONE none. */
uint32_t code_child(const code_sentence *sentence, uint32_t token, language_relation relation);

/* Lemma, as written in the document. */
static inline drg_text code_lemma(const code_sentence *sentence, uint32_t token)
{
    return sentence->tokens[token].lemma;
}

/* Is the token's word, with its modifiers or particles, the phrase? Number is asked too. */
bool code_phrase_holds(const code_sentence *sentence, uint32_t token, const code_phrase *phrase, bool verb);

/* Is the token a word of the class? The second looks through containers. */
bool code_is_own_member(const code_sentence *sentence, uint32_t token, uint32_t noun_class);
bool code_is_member(const code_sentence *sentence, uint32_t token, uint32_t noun_class);

/* The cue of the class that the token is, NULL none. `upos` of the token decides which entries count. */
const code_cue *code_cue_of(const code_sentence *sentence, uint32_t token, code_cue_class cue_class);

/* Bits (1 << code_cue_class) of all classes of the token. */
uint32_t code_cues_of(const code_sentence *sentence, uint32_t token);
#define CODE_CUE_BIT(cue_class) (1u << (cue_class))

/* Does the cue govern what stands in a slot beside object and clause? */
bool code_cue_takes(const code_sentence *sentence, const code_cue *cue, code_slot slot);

/* Is the token right behind the verb a particle that some trigger or cue of the verb has? */
bool code_has_listed_particle(const code_sentence *sentence, uint32_t verb);

/* Is that the mention's first sector? */
static inline bool code_is_of_sector(const drg_mention *mention, const char *sector)
{
    return mention->sector.count && base_text_is(mention->sector.items[0], sector);
}

/* The preposition of a nominal, 0 none; "out of" gives OF. */
code_slot code_case_of(const code_sentence *sentence, uint32_t token);

/* The noun that a container stands for ("a round of talks": talks); the token itself when it is none. */
uint32_t code_contained(const code_sentence *sentence, uint32_t token);

/* The container that stands for the noun, outermost; the token itself when there is none. */
uint32_t code_container(const code_sentence *sentence, uint32_t token);

/* First and last token of the subtree, without relative clauses when `bare`, without outer punctuation. */
void code_extent(const code_sentence *sentence, uint32_t token, bool bare, uint32_t *ret_first, uint32_t *ret_last);

/* What a clause hangs on. A "that" clause that a parser hangs on a word of time between it and a verb ("suggested last
 * week that", "said for the first time that") hangs on the verb. */
uint32_t code_governor(const code_sentence *sentence, uint32_t clause, language_relation *ret_relation);

bool code_is_ancestor(const code_sentence *sentence, uint32_t ancestor, uint32_t token);

drg_span code_span(const code_sentence *sentence, uint32_t first, uint32_t last);

#endif
