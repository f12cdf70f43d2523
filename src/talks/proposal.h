/* SPDX-License-Identifier: Apache-2.0
 * Proposals while they are read: a draft for each word that speaks of one, joined in the end. Use in proposal.c, term.c
 * and position.c only. */
#ifndef TALKS_PROPOSAL_H
#define TALKS_PROPOSAL_H

#include "talks/reader.h"

typedef struct proposal_draft {
    uint32_t token, sentence;
    uint32_t last; /* sentence that speaks of it last */
    drg_span span;
    bool verb;     /* a verb tells it: "offered to free the prisoners" */
    bool definite; /* "the plan" */
    bool apart;    /* "a new draft": another one */
    bool anchored; /* the text tells who put it, what is in it or who stands where */
    drg_text version;
    uint32_t place, date;
    talks_people proposers, presented_to;
    BASE_VECTOR(drg_term) terms;
    BASE_VECTOR(drg_place_told) tellings;
    uint32_t into;   /* the draft that it was joined to, itself when none */
    uint32_t number; /* among the document's proposals, once written */
} proposal_draft;

typedef struct proposal_reader {
    talks_reader *reader;
    BASE_VECTOR(proposal_draft) drafts;
    uint32_t *at;        /* of each token its draft, DRG_NONE */
    uint32_t *statement; /* of each token the innermost statement whose words it is in, DRG_NONE */
} proposal_reader;

static inline const talks_tree *proposal_tree(const proposal_reader *self)
{
    return &self->reader->tree;
}

/* The draft that a token speaks of, by its noun or as a pronoun for the one before; DRG_NONE. */
uint32_t proposal_at(const proposal_reader *self, uint32_t token);

/* Who a slot of the predicate names; when it is a pronoun without a name, or nothing, inside the words of a statement:
 * whoever says them. */
talks_people proposal_party(const proposal_reader *self, uint32_t predicate, drg_text slot);

/* What somebody is to do, as a term: the clause or phrase under the token, without what is joined to it by "and". */
drg_term proposal_term(proposal_reader *self, uint32_t token);
void proposal_add_term(proposal_reader *self, uint32_t draft, uint32_t token);

/* The terms that the text tells of the drafts. */
void proposal_read_terms(proposal_reader *self);

/* Where parties stand; anchors the drafts that they stand on. After the drafts were joined. */
typedef struct position_draft {
    uint32_t token; /* the word that says so */
    uint32_t mention, draft, content;
    drg_stance stance;
    drg_span condition;
} position_draft;

typedef struct position_list {
    position_draft *items;
    size_t count, capacity;
} position_list;

void proposal_find_positions(proposal_reader *self, position_list *ret_positions);
void proposal_write_positions(proposal_reader *self, const position_list *positions);

#endif
