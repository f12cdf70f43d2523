/* SPDX-License-Identifier: Apache-2.0
 * The lists data/talks/NAME.tsv as the room uses them. Use inside the talks room only.
 *
 * A line is a construction: the word that heads it and the words that go with it ("pull out"), who does it, what it is
 * done to, and what it says. Who and what are slots: subject, object, clause, place, or a preposition. */
#ifndef TALKS_WORDS_H
#define TALKS_WORDS_H

#include "talks/tree.h"

typedef enum talks_list {
    TALKS_MEETING,        /* nouns for meetings; says: the level, or nothing; who: "not" for what is none */
    TALKS_MEETING_STATUS, /* what happens to a meeting (who); says: its status */
    TALKS_ATTENDANCE,     /* who has to do with a meeting (what); says: the attendance */
    TALKS_LEVEL,          /* titles and adjectives; says: the level of a meeting */
    TALKS_OFFER,          /* who is willing or asks (who) to meet; no last column */
    TALKS_MEETING_VERB,   /* verbs that tell a meeting (who, with what); says: its status, else by the tense */
    TALKS_GROUP,          /* nouns for those who meet; says: several, or nothing */
    TALKS_STANCE,         /* words by which a speaker takes a side; says: the stance */
    TALKS_REVERSAL,       /* words that tell a reversal; no last column */
    TALKS_PROPOSAL,       /* nouns for what is put on the table; who: "not" for what is none; says: the version */
    TALKS_PROPOSING,      /* who puts what; says: the slot of those whom it is put to */
    TALKS_TERM,           /* a proposal (who) and its terms (what); no last column */
    TALKS_POSITION,       /* where a party (who) stands on something (what); says: the stance */
    TALKS_SUBJECT,        /* words of terms; says: what they are about */
    TALKS_LIST_COUNT
} talks_list;

/* One line. Texts lie in the data file. */
typedef struct talks_entry {
    talks_list list;
    drg_upos upos;
    drg_text head; /* lemma */
    uint32_t other_count;
    drg_text others[4]; /* lemmas beside the head */
    drg_text who, what; /* slots, empty none */
    drg_text says;
    uint32_t next; /* of the same head, 1 + index, 0 none */
} talks_entry;

struct talks_words {
    model_table heads; /* lemma -> 1 + index of its first entry in the order of heads */
    const talks_entry *entries;
    size_t count;
    const struct gather_given *given; /* negotiations that the user defines */
    size_t given_count;
    base_arena arena;
};

/* The negotiations that the user defines: their section (given.c). */
drg_status talks_compile_processes(base_arena *arena, const char *data_folder, model_builder *builder,
                                   drg_error *error);
drg_status talks_open_processes(const model_file *file, talks_words *words, drg_error *error);

/* The next entry of the list that holds at the token, after `after` or from the first; NULL when there is none. */
const talks_entry *talks_find(const talks_words *words, const talks_tree *tree, talks_list list, uint32_t token,
                              const talks_entry *after);

#endif
