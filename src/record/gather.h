/* SPDX-License-Identifier: Apache-2.0
 * The rows of a record as they are joined across documents: src/store loads them and keeps what comes out, src/talks
 * joins them. All rows stand in the order of their documents. Days are "2024-05-31", empty unknown. */
#ifndef RECORD_GATHER_H
#define RECORD_GATHER_H

#include "base/base.h"

/* One party in all documents: a country with what speaks for it, a body, a movement, a person of no country. */
typedef struct gather_party {
    drg_text key;  /* "UKR"; "YEM REB"; else the actor's id */
    drg_text name; /* for people */
    bool named;    /* the name is a state's own */
    bool vague;    /* "the president", "families", of no country: no party to a negotiation */
} gather_party;

typedef struct gather_person {
    uint32_t party; /* among the parties */
    drg_part part;
} gather_person;

typedef struct gather_place {
    int64_t document; /* documents.key */
    uint32_t sentence;
    drg_span span;
} gather_place;

typedef struct gather_meeting {
    gather_place told;
    uint32_t number;
    drg_text id, level, place, country, first, last, published;
    drg_meeting_status status;
    uint32_t people, people_count; /* among the persons */
    uint32_t into;                 /* out: among the joined meetings */
} gather_meeting;

typedef struct gather_term {
    uint32_t number;
    drg_text words;
    uint32_t into; /* out: number within the joined proposal */
} gather_term;

typedef struct gather_proposal {
    gather_place told;
    uint32_t number, answers; /* within the document, DRG_NONE */
    drg_text id, name, version, day, published;
    uint32_t people, people_count; /* proposers */
    uint32_t others, other_count;  /* whom it is put to */
    uint32_t terms, term_count;
    uint32_t into; /* out */
} gather_proposal;

typedef struct gather_position {
    gather_place told;
    uint32_t number, party;
    drg_stance stance;
    uint32_t proposal, term; /* within the document, DRG_NONE */
    drg_text words, day, published;
    uint32_t process, into, into_term; /* out: the process, the joined proposal and its term; DRG_NONE */
} gather_position;

typedef struct gather_matter {
    drg_matter matter;
    uint32_t item, term; /* within the document */
} gather_matter;

typedef struct gather_statement {
    gather_place told;
    uint32_t number, party;
    drg_text speaker; /* the actor's id */
    drg_stance stance;
    drg_text day, published;
    uint32_t matters, matter_count;
    uint32_t reverses;  /* of this document; DRG_NONE */
    bool told_reversal; /* the text says that it is one */
    uint32_t process;   /* out */
    uint32_t earlier;   /* out: the statement, among all, that it is the opposite of; DRG_NONE */
} gather_statement;

typedef struct gather_event {
    gather_place told;
    uint32_t number;
    drg_type type;
    drg_text words, day, published;
    uint32_t people, people_count;
    uint32_t process; /* out */
} gather_event;

/* A negotiation that the user defines, data/processes/ID.yaml. */
typedef struct gather_given {
    drg_text id, name, from, to; /* the first and last day of what belongs to it; empty open */
    drg_texts parties;           /* keys */
    drg_texts words;             /* one of them stands beside what belongs to it */
} gather_given;

/* A place that has a word of the definition. */
typedef struct gather_hit {
    int64_t document;
    uint32_t begin; /* byte of the text */
    uint32_t given;
} gather_hit;

/* ---- what comes out */

typedef struct gather_joined_meeting {
    uint32_t first, last; /* rows: the first member, and the one that was reported last */
    drg_meeting_status status;
    drg_text level, place, country, first_day, last_day;
    uint32_t process;
} gather_joined_meeting;

typedef struct gather_joined_proposal {
    uint32_t first;
    drg_text name, version, day;
    uint32_t answers; /* among the joined proposals */
    uint32_t term_count, process;
} gather_joined_proposal;

typedef struct gather_step {
    uint32_t process;
    drg_text day;
    const char *status;
    gather_place told;
} gather_step;

typedef struct gather_next {
    uint32_t process;
    drg_text day;
    uint32_t meeting; /* among the joined */
    gather_place told;
} gather_next;

typedef struct gather_member {
    uint32_t party, count;
    drg_part part;
} gather_member;

typedef struct gather_process {
    drg_text id, name, since, last_day;
    bool given;
    const char *status;
    BASE_VECTOR(gather_member) parties; /* most named first */
} gather_process;

typedef struct record_gathering {
    base_arena *arena;
    base_map keys; /* of parties */
    BASE_VECTOR(gather_party) parties;
    BASE_VECTOR(gather_person) persons;
    BASE_VECTOR(gather_meeting) meetings;
    BASE_VECTOR(gather_term) terms;
    BASE_VECTOR(gather_proposal) proposals;
    BASE_VECTOR(gather_position) positions;
    BASE_VECTOR(gather_matter) matters;
    BASE_VECTOR(gather_statement) statements;
    BASE_VECTOR(gather_event) events;
    BASE_VECTOR(gather_given) given;
    BASE_VECTOR(gather_hit) hits; /* in the order of documents and places */

    BASE_VECTOR(gather_joined_meeting) joined_meetings;
    BASE_VECTOR(gather_joined_proposal) joined_proposals;
    BASE_VECTOR(gather_process) processes;
    BASE_VECTOR(gather_step) steps; /* by process and day */
    BASE_VECTOR(gather_next) next;  /* the same */
} record_gathering;

/* The party of a mention by its country, first sector and actor; made when it is new. Texts are kept, not copied. */
uint32_t record_gather_party(record_gathering *gathering, drg_text country, drg_text sector, drg_text actor,
                             drg_text name, drg_text type);

#endif
