/* SPDX-License-Identifier: Apache-2.0
 * The treebanks as the parser's trainer uses them: sentences of words with their features and their gold answers. */
#ifndef TRAIN_PARSER_DATA_H
#define TRAIN_PARSER_DATA_H

#include "language/features.h"
#include "language/language.h"
#include "parser_math.h"

#define DATA_ROOT 0 /* the head of a sentence's root; the head of others is 1 + the word's index */

typedef struct data_word {
    drg_text wording, lemma;
    uint32_t word;                      /* row of the known words, 0 unknown */
    uint32_t affixes[FEATURES_AFFIXES]; /* rows of the affix table */
    uint32_t affix_count;
    uint16_t head;
    uint16_t upos, tag, feats, relation;
} data_word;

typedef struct data_sentence {
    data_word *words;
    size_t count;
} data_sentence;

typedef struct data_set {
    drg_document document; /* owns the wordings */
    data_sentence *sentences;
    size_t count, word_count;
} data_set;

/* What the trained model knows by name. */
typedef struct data_names {
    base_arena arena;
    drg_text *words; /* normalised forms, from 1; 0 is the unknown word */
    size_t word_count;
    drg_text *feats; /* FEATS bundles */
    size_t feats_count;
    base_map word_map, feats_map;
    uint32_t buckets; /* rows of the affix table, a power of two */
    drg_text *peers;  /* content words, each wording once a kind, kind by kind */
    uint32_t *counts; /* of each row of the known words, in the training set */
    size_t *kinds;    /* where each kind starts; kind: tag * FEATS bundles + bundle */
} data_names;

/* Reads CoNLL-U files into one set. `genres` NULL, or the documents wanted: those whose "newdoc id" holds one of the
 * words between commas. Exits with a message when it cannot. */
void data_read(data_set *set, const char *const *paths, size_t path_count, const char *genres);

/* Makes the names from a training set: forms that occur at least `least` times, every FEATS bundle. */
void data_names_make(data_names *names, const data_set *set, size_t least, uint32_t buckets);

/* Fills the words' rows and the FEATS numbers (65535: unknown). */
void data_number(const data_names *names, data_set *set);

/* A word's rows anew, after its wording was changed. */
void data_word_number(const data_names *names, data_word *word);

/* Leaves out the words marked in `gone`, a mark a word; no word that stays may hang on one that goes. */
void data_words_drop(data_sentence *sentence, const bool *gone);

/* Collects the content words of a numbered training set by tag and features, for data_exchange, and counts the words.
 */
void data_peers_make(data_names *names, const data_set *set);

/* Any content word of the tag and features, empty when there is none. */
drg_text data_peer(const data_names *names, uint16_t tag, const char *feats, math_random *random);

/* A copy of a sentence in which some content words are exchanged for others of the same tag, features and capitals: the
 * tree must then be read from the endings and the place of words, as it must be with words never seen. */
data_sentence data_exchange(const data_names *names, base_arena *arena, const data_sentence *sentence, float rate,
                            math_random *random);

/* A copy of a sentence as other texts would write it: all capitals, all small, headline capitals, without articles, or
 * without its last full stop. The copy's memory is `arena`'s. */
data_sentence data_vary(const data_names *names, base_arena *arena, const data_sentence *sentence, math_random *random);

#endif
