/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a token of a date. Out: whether the clause around it tells of what was, is or is to come, by verbs, auxiliaries
 * and words of plans (data/time/words.tsv, "future"). */
#include "find/tense.h"

/* What the words around a verb say: its auxiliaries, its copula, "to". */
typedef struct find_verb {
    find_tense tense;
    bool infinitive;
} find_verb;

static find_verb auxiliaries_of(const find_reading *reading, uint32_t verb, uint32_t begin, uint32_t end)
{
    find_verb found = {FIND_TENSE_UNKNOWN, reading->tokens[verb].tag == LANGUAGE_TAG_VB};
    uint32_t low = verb > begin + FIND_WALK ? verb - FIND_WALK : begin, high = verb + 4 < end ? verb + 4 : end;
    bool copula = false;
    for (uint32_t i = low; i < high; i++) {
        const drg_token *word = &reading->tokens[i];
        if (word->head != verb) continue;
        bool mark = word->relation == LANGUAGE_MARK && word->tag == LANGUAGE_TAG_TO;
        bool helper =
            word->relation == LANGUAGE_AUX || word->relation == LANGUAGE_AUX_PASS || word->relation == LANGUAGE_COP;
        if (mark) found.infinitive = true;
        if (!helper) continue;
        copula = copula || word->relation == LANGUAGE_COP;
        if (word->tag == LANGUAGE_TAG_MD && base_text_is(word->lemma, "could"))
            continue; /* "could not be reached Friday" */
        if (word->tag == LANGUAGE_TAG_MD) return (find_verb){FIND_TENSE_FUTURE, false};
        if (word->tag == LANGUAGE_TAG_VBD) found.tense = FIND_TENSE_PAST;
        if (found.tense == FIND_TENSE_UNKNOWN && (word->tag == LANGUAGE_TAG_VBZ || word->tag == LANGUAGE_TAG_VBP))
            found.tense = base_text_is(word->lemma, "have") ? FIND_TENSE_PAST : FIND_TENSE_PRESENT;
    }
    if (copula && found.infinitive && found.tense == FIND_TENSE_PRESENT && reading->tokens[verb].upos == DRG_VERB)
        return (find_verb){FIND_TENSE_FUTURE, false}; /* "the ministers are to meet in November" */
    return found;
}

/* 1: a word that plans what is to be done; 2: also one whose participle tells of what is planned; 0: neither. */
static int looks_ahead(const find_reading *reading, uint32_t token)
{
    uint32_t packed = model_table_get(&reading->lists->times, reading->tokens[token].lemma);
    return packed != DRG_NONE && find_time_kind_of(packed) == FIND_FUTURE ? find_time_value_of(packed) : 0;
}

static bool is_aside(const find_reading *reading, uint32_t token)
{
    uint32_t packed = model_table_get(&reading->lists->times, reading->tokens[token].lemma);
    return packed != DRG_NONE && find_time_kind_of(packed) == FIND_ASIDE;
}

/* A participle or adjective that describes something: "talks scheduled for Friday", "is due on Friday". */
static bool is_description(const find_reading *reading, uint32_t token)
{
    const drg_token *word = &reading->tokens[token];
    if (word->upos == DRG_ADJ) return true;
    if (word->tag != LANGUAGE_TAG_VBN && word->tag != LANGUAGE_TAG_VBD) return false;
    if (word->relation == LANGUAGE_ACL || word->relation == LANGUAGE_AMOD || word->relation == LANGUAGE_ADVCL)
        return true;
    uint32_t low = token > FIND_WALK ? token - FIND_WALK : 0;
    for (uint32_t i = low; i < token; i++)
        if (reading->tokens[i].head == token && reading->tokens[i].relation == LANGUAGE_AUX_PASS) return true;
    return false;
}

static find_tense tense_of_tag(uint8_t tag)
{
    switch (tag) {
    case LANGUAGE_TAG_VBD:
    case LANGUAGE_TAG_VBN: return FIND_TENSE_PAST;
    case LANGUAGE_TAG_VBZ:
    case LANGUAGE_TAG_VBP: return FIND_TENSE_PRESENT;
    default: return FIND_TENSE_UNKNOWN;
    }
}

/* The tense of the clause that the token stands in: up the tree to the first word that says. A word of plans decides
 * for what is planned, whatever its own tense: "agreed to meet on Friday", "talks scheduled for Friday". */
find_tense find_tense_of(const find_reading *reading, uint32_t token, uint32_t begin, uint32_t end)
{
    bool infinitive = false;
    uint32_t at = reading->tokens[token].head;
    for (int step = 0; step < FIND_WALK && at != DRG_NONE; step++, at = reading->tokens[at].head) {
        int ahead = looks_ahead(reading, at);
        if (ahead && (infinitive || (ahead == 2 && step < 2 && is_description(reading, at)))) return FIND_TENSE_FUTURE;
        find_verb verb = auxiliaries_of(reading, at, begin, end);
        if (verb.tense != FIND_TENSE_UNKNOWN) return verb.tense;
        infinitive = verb.infinitive;
        if (infinitive && reading->tokens[at].relation == LANGUAGE_ACL)
            return FIND_TENSE_FUTURE; /* "talks to be held" */
        find_tense tense = infinitive ? FIND_TENSE_UNKNOWN : tense_of_tag(reading->tokens[at].tag);
        if (tense == FIND_TENSE_PRESENT && is_aside(reading, at)) return FIND_TENSE_UNKNOWN;
        if (tense != FIND_TENSE_UNKNOWN) return tense;
    }
    return FIND_TENSE_UNKNOWN;
}
