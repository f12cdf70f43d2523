/* SPDX-License-Identifier: Apache-2.0
 * What pronouns choose from: the nouns of the document, each the mention of an entity.
 *
 * A noun is a word that heads a phrase: of a draft, of a plain noun, of an unknown name, of a row ("Ukraine and
 * Russia"), or a pronoun. An entity is what several nouns speak of. Plain nouns are kept because they win pronouns away
 * from actors: of "Her sister said she ..." it is better known that the sister may be meant. */
#ifndef FIND_REFERENT_H
#define FIND_REFERENT_H

#include "find/reading.h"

typedef enum find_noun_kind {
    FIND_NOUN_PERSON,  /* a person by name */
    FIND_NOUN_UNKNOWN, /* a name, perhaps a person's */
    FIND_NOUN_LISTED,  /* a state, an organisation, a group of the lists */
    FIND_NOUN_ROLE,    /* one holder of an office */
    FIND_NOUN_BODY,    /* a body or group by its office word */
    FIND_NOUN_HUMAN,   /* a plain noun for a person: "actress" */
    FIND_NOUN_HUMANS,  /* the same in the plural, or for a group of people: "crowd" */
    FIND_NOUN_THING,
    FIND_NOUN_THINGS,
    FIND_NOUN_NAME, /* a name of nobody knows what */
    FIND_NOUN_ROW,
    FIND_NOUN_PRONOUN,
    FIND_NOUN_KINDS
} find_noun_kind;

typedef enum find_noun_role {
    FIND_AS_SUBJECT,
    FIND_AS_OBJECT,
    FIND_AS_OBLIQUE,
    FIND_AS_POSSESSOR,
    FIND_AS_COMPLEMENT, /* of another noun */
    FIND_AS_OTHER,
    FIND_NOUN_ROLES
} find_noun_role;

typedef struct find_noun {
    uint32_t token, last; /* last: of a row its last member's head, else the token */
    uint32_t sentence;
    uint32_t draft;  /* DRG_NONE: no draft's */
    uint32_t entity; /* DRG_NONE: not read yet */
    uint32_t governor;
    find_noun_kind kind;
    find_noun_role role;
    find_gender gender;
    bool plural, definite, joined; /* joined: member of a row */
    int32_t surety;                /* of a pronoun: by how much its entity won */
} find_noun;

typedef struct find_referent {
    uint32_t draft;           /* tells who it is, DRG_NONE */
    uint32_t first_noun;      /* index of the nouns */
    uint32_t names, pronouns; /* mentions so far */
    uint32_t subjects;        /* of them, as a subject */
    find_noun_kind kind;      /* of the best mention: a name before a noun before a pronoun */
    find_gender gender;
    uint32_t row_first, row_count; /* of a row: its members in `row_members` */
    bool plural, headline;
    bool titled;     /* the title that came with the text has its name */
    bool namesake;   /* a longer name of it has a word of the title, and others */
    bool full, bare; /* named by several words; by one */
} find_referent;

typedef struct find_referents {
    BASE_VECTOR(find_noun) nouns;
    BASE_VECTOR(find_referent) entities;
    BASE_VECTOR(uint32_t) row_members; /* entities */
    uint32_t *first_noun;              /* per sentence, and one more */
    uint32_t *noun_at;                 /* per token: index of its noun (of a row, of its first member) */
    base_map of_actor, of_name;        /* -> entity */
    base_map title_words;              /* keys of the words of the title that came with the text */
    uint32_t open_chain[3];            /* by gender: the last entity of nothing but pronouns, DRG_NONE */
    uint32_t last_pronoun[3];          /* by gender: entity of the last pronoun, DRG_NONE */
} find_referents;

/* Gathers the nouns of all sentences. */
void find_referents_open(find_reading *reading);

/* Gives the sentence's nouns but its pronouns their entities; its drafts are settled as far as they need no pronoun. */
void find_referents_enter(find_reading *reading, uint32_t sentence);

/* The noun is a mention of that entity. */
void find_referents_join(find_reading *reading, uint32_t noun, uint32_t entity);

/* A new entity whose first mention is that noun. */
uint32_t find_referents_new(find_reading *reading, uint32_t noun);

/* A draft has been settled after its sentence was entered. */
void find_referents_settled(find_reading *reading, uint32_t draft);

/* The pronoun's class. */
find_pronoun_class find_class_of(const find_reading *reading, const find_noun *pronoun);

/* ---- pronoun.c */

#define FIND_CANDIDATES 32 /* most entities that a pronoun chooses from */
#define FIND_FEATURES 32   /* most features of one candidate */

typedef struct find_candidate {
    uint32_t entity; /* DRG_NONE: nobody */
    uint32_t noun;   /* its mention that is nearest */
    uint16_t features[FIND_FEATURES];
    uint32_t feature_count;
    int64_t score;
} find_candidate;

typedef struct find_candidates {
    find_pronoun_class kind;
    find_candidate items[FIND_CANDIDATES + 1]; /* the first is nobody */
    uint32_t count;
} find_candidates;

/* The entities that the pronoun may mean, nobody first, with their features. */
void find_pronoun_candidates(const find_reading *reading, uint32_t noun, find_candidates *ret_candidates);

/* subject.c: the noun that acts in the clauses above "it" or "they", when it fits and has no rival; else DRG_NONE. */
uint32_t find_acting_subject(const find_reading *reading, uint32_t pronoun);
/* subject.c: the token that is the subject of the clause that the token stands in; of a relative clause, the word that
 * it describes. DRG_NONE. */
uint32_t find_clause_subject(const find_reading *reading, uint32_t token);

/* Resolves the pronouns of a sentence. */
void find_resolve_pronouns(find_reading *reading, uint32_t sentence);

/* find_reading.watch is called for each pronoun with its candidates, and returns the entity to be taken for it
 * (DRG_NONE: none of them): so a trainer learns from what the room itself sees. */

#endif
