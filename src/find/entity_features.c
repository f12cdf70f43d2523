/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a run of words that may be a name. Out: the hashed features that the classifier knows it by: its words, their
 * ends and shapes, what the lists say of them, the words on both sides, and where the tree puts it. */
#include "find/entity.h"

enum feature {
    FEATURE_BIAS = 1,
    FEATURE_WHOLE,
    FEATURE_WORD,
    FEATURE_FIRST,
    FEATURE_LAST,
    FEATURE_HEAD,
    FEATURE_LENGTH,
    FEATURE_SHAPE_FIRST,
    FEATURE_SHAPE_LAST,
    FEATURE_SUFFIX_FIRST,
    FEATURE_SUFFIX_LAST,
    FEATURE_PREFIX_LAST,
    FEATURE_PART_FIRST,
    FEATURE_PART_LAST,
    FEATURE_PART_ANY,
    FEATURE_USE_FIRST,
    FEATURE_USE_LAST,
    FEATURE_BEFORE,
    FEATURE_BEFORE_TWO,
    FEATURE_AFTER,
    FEATURE_AFTER_TWO,
    FEATURE_TAG_BEFORE,
    FEATURE_TAG_AFTER,
    FEATURE_TAG_LAST,
    FEATURE_RELATION,
    FEATURE_GOVERNOR,
    FEATURE_PREPOSITION,
    FEATURE_PREPOSITION_GOVERNOR,
    FEATURE_ARTICLE,
    FEATURE_START,
    FEATURE_PERSON_SURNAME,
    FEATURE_PERSON_FIRST,
    FEATURE_SHAPE_LENGTH,
    FEATURE_LIST_BEFORE,
    FEATURE_LIST_AFTER,
    FEATURE_ARTICLE_LAST,
    FEATURE_SMALL,
    FEATURE_RELATION_LAST
};

static uint32_t mix(uint32_t hash, uint32_t value)
{
    hash ^= value + 0x9E3779B9u + (hash << 6) + (hash >> 2);
    hash *= 0x85EBCA6Bu;
    return hash ^ (hash >> 15);
}

static void put(find_entity_features *features, enum feature feature, uint32_t value)
{
    if (features->count == FIND_ENTITY_FEATURES) return;
    uint32_t hash = mix(mix(17, (uint32_t)feature), value);
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35u;
    features->items[features->count++] = hash ^ (hash >> 16);
}

/* FNV-1a of the word in small letters. */
static uint32_t lower_hash(drg_text word)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < word.size && i < 48; i++) {
        unsigned char byte = (unsigned char)word.data[i];
        if (byte >= 'A' && byte <= 'Z') byte |= 0x20;
        hash = (hash ^ byte) * 16777619u;
    }
    return hash;
}

static drg_text ending(drg_text word, size_t size)
{
    return base_text_slice(word, word.size > size ? word.size - size : 0, word.size);
}

/* Capitals, dots, figures: "U.S." 7, "NATO" 3, "Paris" 1. */
static uint32_t shape_of(drg_text word)
{
    uint32_t shape = 0;
    for (size_t i = 0; i < word.size; i++) {
        char byte = word.data[i];
        if (byte >= 'A' && byte <= 'Z') shape |= i ? 2 : 1;
        if (byte >= 'a' && byte <= 'z') shape |= 16;
        if (byte == '.') shape |= 4;
        if (byte >= '0' && byte <= '9') shape |= 8;
        if (byte == '-' || byte == '\'') shape |= 32;
    }
    return shape | (uint32_t)(word.size == 1) << 6;
}

static uint32_t use_of(const find_reading *reading, uint32_t token)
{
    const find_match *match = find_match_of(reading, token);
    if (!match) return 99;
    uint32_t type = 0;
    if (match->use == FIND_NAME)
        type = 1 + find_cell(&reading->lists->actors, find_row(reading, match), FIND_ACTOR_TYPE);
    return match->use + 32 * type;
}

/* The very words: what a trainer hides from time to time, so that names never seen are known by the rest. */
static void put_words(const find_reading *reading, const find_run *run, find_entity_features *features)
{
    uint32_t whole = 0;
    for (uint32_t i = run->first; i <= run->last; i++) {
        uint32_t hash = lower_hash(find_wording(reading, i));
        whole = mix(whole, hash);
        put(features, FEATURE_WORD, hash);
    }
    put(features, FEATURE_WHOLE, whole);
    put(features, FEATURE_FIRST, lower_hash(find_wording(reading, run->first)));
    put(features, FEATURE_LAST, lower_hash(find_wording(reading, run->last)));
    put(features, FEATURE_HEAD, lower_hash(find_wording(reading, run->head)));
    features->lexical = features->count;
}

static void put_forms(const find_reading *reading, const find_run *run, find_entity_features *features)
{
    drg_text first = find_wording(reading, run->first), last = find_wording(reading, run->last);
    uint32_t length = run->last - run->first < 4 ? run->last - run->first : 4;
    put(features, FEATURE_BIAS, 0);
    for (uint32_t i = run->first; i <= run->last; i++) put(features, FEATURE_PART_ANY, find_name_part_of(reading, i));
    put(features, FEATURE_LENGTH, length);
    put(features, FEATURE_SHAPE_FIRST, shape_of(first));
    put(features, FEATURE_SHAPE_LAST, shape_of(last));
    put(features, FEATURE_SHAPE_LENGTH, shape_of(last) * 8 + length);
    for (size_t size = 2; size <= 4; size++) {
        put(features, FEATURE_SUFFIX_LAST, lower_hash(ending(last, size)));
        if (run->first != run->last) put(features, FEATURE_SUFFIX_FIRST, lower_hash(ending(first, size)));
    }
    put(features, FEATURE_PREFIX_LAST, lower_hash(base_text_slice(last, 0, last.size < 3 ? last.size : 3)));
    put(features, FEATURE_PART_FIRST, find_name_part_of(reading, run->first) * 8 + length);
    put(features, FEATURE_PART_LAST, find_name_part_of(reading, run->last) * 8 + length);
    put(features, FEATURE_USE_FIRST, use_of(reading, run->first) * 8 + length);
    put(features, FEATURE_USE_LAST, use_of(reading, run->last) * 8 + length);
}

static void put_neighbours(const find_reading *reading, const find_run *run, find_entity_features *features)
{
    const drg_sentence *whole = &reading->document->sentences.items[run->sentence];
    uint32_t begin = whole->first_token, end = find_sentence_end(whole);
    uint32_t words[4] = {0, 0, 0, 0}; /* two before, two after */
    if (run->first > begin) words[0] = lower_hash(find_wording(reading, run->first - 1));
    if (run->first > begin + 1) words[1] = lower_hash(find_wording(reading, run->first - 2));
    if (run->last + 1 < end) words[2] = lower_hash(find_wording(reading, run->last + 1));
    if (run->last + 2 < end) words[3] = lower_hash(find_wording(reading, run->last + 2));
    put(features, FEATURE_BEFORE, words[0]);
    put(features, FEATURE_BEFORE_TWO, mix(words[0], words[1]));
    put(features, FEATURE_AFTER, words[2]);
    put(features, FEATURE_AFTER_TWO, mix(words[2], words[3]));
    put(features, FEATURE_TAG_BEFORE, run->first > begin ? reading->tokens[run->first - 1].tag : 99u);
    put(features, FEATURE_TAG_AFTER, run->last + 1 < end ? reading->tokens[run->last + 1].tag : 99u);
    put(features, FEATURE_TAG_LAST, reading->tokens[run->last].tag);
    put(features, FEATURE_START, run->first == begin);
    put(features, FEATURE_LIST_BEFORE, run->first > begin ? use_of(reading, run->first - 1) : 98u);
    put(features, FEATURE_LIST_AFTER, run->last + 1 < end ? use_of(reading, run->last + 1) : 98u);
}

static void put_tree(const find_reading *reading, const find_run *run, find_entity_features *features)
{
    const drg_token *head = &reading->tokens[run->head];
    uint32_t governor = head->head == DRG_NONE ? 0 : lower_hash(reading->tokens[head->head].lemma);
    uint32_t preposition = find_preposition_of(reading, run->first, run->head);
    uint32_t word = preposition == DRG_NONE ? 0 : lower_hash(find_wording(reading, preposition));
    uint32_t before = run->first ? run->first - 1 : 0;
    bool article = run->first && reading->tokens[before].tag == LANGUAGE_TAG_DT;
    put(features, FEATURE_RELATION, head->relation);
    if (run->first != run->last) put(features, FEATURE_RELATION_LAST, reading->tokens[run->last].relation);
    put(features, FEATURE_GOVERNOR, mix(governor, head->relation));
    put(features, FEATURE_PREPOSITION, word);
    put(features, FEATURE_PREPOSITION_GOVERNOR, mix(word, governor));
    put(features, FEATURE_ARTICLE, article);
    put(features, FEATURE_ARTICLE_LAST, mix(article, lower_hash(find_wording(reading, run->last))));
}

static void put_document(const find_reading *reading, const find_run *run, find_entity_features *features)
{
    drg_text last = find_key_of(reading->arena, find_wording(reading, run->last));
    drg_text first = find_key_of(reading->arena, find_wording(reading, run->first));
    bool begins = base_map_get(&reading->first_names, first) != DRG_NONE;
    put(features, FEATURE_PERSON_SURNAME, base_map_get(&reading->person_of_surname, last) != DRG_NONE);
    put(features, FEATURE_PERSON_FIRST, begins);
    drg_text small = base_text_lower(reading->arena, find_wording(reading, run->last));
    put(features, FEATURE_SMALL, base_map_get(&reading->small_words, small) != DRG_NONE);
}

void find_run_features(const find_reading *reading, const find_run *run, find_entity_features *ret_features)
{
    ret_features->count = 0;
    put_words(reading, run, ret_features);
    put_forms(reading, run, ret_features);
    put_neighbours(reading, run, ret_features);
    put_tree(reading, run, ret_features);
    put_document(reading, run, ret_features);
}
