/* SPDX-License-Identifier: Apache-2.0
 *
 * In: "it", "its", "they", "their". Out: the state, organisation or group that acts in the clause above, or nobody. In
 * news that is by far the most frequent antecedent of these pronouns, and one that trees show well; the ranking model
 * has few such cases to learn from. It must be the only one: nothing else that fits is named between the subject and
 * the pronoun, and no two subjects above differ (compare the centering literature: Grosz, Joshi and Weinstein 1995). */
#include "find/referent.h"

static const find_noun *noun_over(const find_reading *reading, uint32_t token)
{
    uint32_t index = token == DRG_NONE ? DRG_NONE : reading->referents->noun_at[token];
    return index == DRG_NONE ? NULL : &reading->referents->nouns.items[index];
}

static bool has_row(const find_reading *reading, const find_noun *noun, uint32_t *ret_row)
{
    const find_referents *referents = reading->referents;
    for (uint32_t i = referents->first_noun[noun->sentence + 1]; i-- > referents->first_noun[noun->sentence];) {
        const find_noun *row = &referents->nouns.items[i];
        if (row->kind != FIND_NOUN_ROW || row->draft != DRG_NONE) return false;
        if (row->token != noun->token) continue;
        *ret_row = i;
        return true;
    }
    return false;
}

static uint32_t actor_of(const find_reading *reading, const find_noun *noun)
{
    if (noun->draft != DRG_NONE) return reading->drafts.items[noun->draft].actor;
    return DRG_NONE;
}

/* A state, organisation or group with an actor; for "they" several people, or a row of actors. */
static bool fits(const find_reading *reading, const find_noun *noun, bool plural)
{
    if (noun->kind == FIND_NOUN_PRONOUN || actor_of(reading, noun) == DRG_NONE) return false;
    drg_actor_type type = reading->document->actors.items[actor_of(reading, noun)].type;
    if (type == DRG_ACTOR_STATE || type == DRG_ACTOR_ORGANIZATION) {
        uint32_t row;
        return plural ? has_row(reading, noun, &row) : !noun->plural;
    }
    return type == DRG_ACTOR_GROUP && plural == noun->plural;
}

static bool is_reflexive(const find_reading *reading, const find_noun *pronoun)
{
    return find_is_word(reading, pronoun->token, "itself") || find_is_word(reading, pronoun->token, "themselves");
}

/* "China urged Russia to leave it": subject and object of one verb are two. */
static bool shares_verb(const find_reading *reading, const find_noun *subject, const find_noun *pronoun)
{
    bool argument = pronoun->role == FIND_AS_OBJECT || pronoun->role == FIND_AS_OBLIQUE;
    return argument && !is_reflexive(reading, pronoun) && subject->governor == pronoun->governor;
}

static uint32_t child_with(const find_reading *reading, uint32_t head, uint32_t begin, uint32_t end, bool object)
{
    for (uint32_t i = begin; i < end; i++) {
        const drg_token *word = &reading->tokens[i];
        bool wanted = object ? word->relation == LANGUAGE_OBJ || word->relation == LANGUAGE_IOBJ
                             : word->relation == LANGUAGE_NSUBJ || word->relation == LANGUAGE_NSUBJ_PASS;
        if (word->head == head && wanted) return i;
    }
    return DRG_NONE;
}

/* The subjects of the clauses above, and the objects that are told to do what stands below ("urged Russia to withdraw
 * its troops"). */
static uint32_t subject_above(const find_reading *reading, const find_noun *pronoun, bool plural)
{
    const drg_sentence *whole = &reading->document->sentences.items[pronoun->sentence];
    uint32_t found = DRG_NONE, at = reading->tokens[pronoun->token].head;
    uint32_t own = reading->tokens[pronoun->token].relation == LANGUAGE_NSUBJ ? at : DRG_NONE;
    bool controlled = false;
    for (int step = 0; step < FIND_WALK && at != DRG_NONE; step++) {
        uint32_t object = controlled ? child_with(reading, at, whole->body, pronoun->token, true) : DRG_NONE;
        uint32_t actor = object != DRG_NONE ? object
                         : at == own        ? DRG_NONE
                                            : child_with(reading, at, whole->body, pronoun->token, false);
        const find_noun *noun = noun_over(reading, actor);
        if (actor != DRG_NONE && (!noun || actor_of(reading, noun) == DRG_NONE)) return found;
        if (noun && is_reflexive(reading, pronoun)) return fits(reading, noun, plural) ? actor : DRG_NONE;
        if (noun && fits(reading, noun, plural) && !shares_verb(reading, noun, pronoun)) {
            if (found != DRG_NONE && actor_of(reading, noun_over(reading, found)) != actor_of(reading, noun))
                return DRG_NONE;
            found = actor;
            if (object != DRG_NONE) return found;
        }
        controlled = reading->tokens[at].relation == LANGUAGE_XCOMP;
        at = reading->tokens[at].head;
    }
    return found;
}

/* Another that fits is named between the subject and the pronoun: "The U.S. imposed sanctions on Russia over its war".
 */
static bool has_rival(const find_reading *reading, const find_noun *subject, const find_noun *pronoun, bool plural)
{
    uint32_t row = DRG_NONE, from = subject->last + 1;
    if (plural && has_row(reading, subject, &row)) from = reading->referents->nouns.items[row].last + 1;
    for (uint32_t i = from; i < pronoun->token; i++) {
        const find_noun *other = noun_over(reading, i);
        if (other && plural && (other->plural || other->kind == FIND_NOUN_HUMANS)) return true;
        if (!other || !fits(reading, other, plural)) continue;
        uint8_t relation = reading->tokens[other->token].relation;
        bool describes = relation == LANGUAGE_AMOD || relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD_POSS;
        if (actor_of(reading, other) == actor_of(reading, subject) || describes || shares_verb(reading, other, pronoun))
            continue;
        uint32_t first = reading->drafts.items[other->draft].first;
        if (!find_is_locative(reading, find_preposition_of(reading, first, other->token))) return true;
    }
    return false;
}

/* "It said ..." at the beginning: who said something in the sentence before. */
static uint32_t subject_before(const find_reading *reading, const find_noun *pronoun, bool plural)
{
    const drg_sentence *sentences = reading->document->sentences.items, *whole = &sentences[pronoun->sentence];
    const drg_token *word = &reading->tokens[pronoun->token];
    bool opens = pronoun->token == whole->body && word->relation == LANGUAGE_NSUBJ && word->head != DRG_NONE &&
                 base_text_is(reading->tokens[word->head].lemma, "say");
    if (!opens || !pronoun->sentence || sentences[pronoun->sentence - 1].kind != DRG_SENTENCE_TEXT) return DRG_NONE;
    const drg_sentence *before = &sentences[pronoun->sentence - 1];
    for (uint32_t i = before->body; i < find_sentence_end(before); i++) {
        const drg_token *subject = &reading->tokens[i];
        bool acts = subject->relation == LANGUAGE_NSUBJ || subject->relation == LANGUAGE_NSUBJ_PASS;
        if (!acts || subject->head == DRG_NONE || reading->tokens[subject->head].relation != LANGUAGE_ROOT) continue;
        const find_noun *noun = noun_over(reading, i);
        return noun && fits(reading, noun, plural) ? i : DRG_NONE;
    }
    return DRG_NONE;
}

/* "It was a mistake", "making it the third": not said of one who acts. */
static bool is_told_of(const find_reading *reading, const find_noun *pronoun)
{
    const drg_token *word = &reading->tokens[pronoun->token];
    if (word->head == DRG_NONE) return false;
    const drg_token *governor = &reading->tokens[word->head];
    if (word->relation == LANGUAGE_NSUBJ) return governor->upos == DRG_NOUN || governor->upos == DRG_PROPN;
    return word->relation == LANGUAGE_OBJ && base_text_is(governor->lemma, "make");
}

uint32_t find_acting_subject(const find_reading *reading, uint32_t index)
{
    const find_noun *pronoun = &reading->referents->nouns.items[index];
    bool plural = find_class_of(reading, pronoun) == FIND_THEY;
    if (!plural && is_told_of(reading, pronoun)) return DRG_NONE;
    uint32_t token = subject_above(reading, pronoun, plural);
    if (token != DRG_NONE && has_rival(reading, noun_over(reading, token), pronoun, plural)) token = DRG_NONE;
    if (token == DRG_NONE) token = subject_before(reading, pronoun, plural);
    if (token == DRG_NONE) return DRG_NONE;
    uint32_t noun = reading->referents->noun_at[token], row = DRG_NONE;
    if (!has_row(reading, &reading->referents->nouns.items[noun], &row)) return noun;
    bool inside = pronoun->token < reading->referents->nouns.items[row].last; /* "Ukraine and its allies" */
    return inside ? noun : plural ? row : DRG_NONE;
}

uint32_t find_clause_subject(const find_reading *reading, uint32_t token)
{
    uint32_t at = reading->tokens[token].head;
    for (int step = 0; step < FIND_WALK && at != DRG_NONE; step++, at = reading->tokens[at].head) {
        uint32_t from = at > token ? token : at;
        uint32_t begin = from > 4 * FIND_WALK ? from - 4 * FIND_WALK : 0;
        uint32_t subject = child_with(reading, at, begin, at > token ? at : token, false);
        bool relative = reading->tokens[at].relation == LANGUAGE_ACL_RELCL;
        if (subject == DRG_NONE && !relative) continue;
        uint8_t tag = subject == DRG_NONE ? LANGUAGE_TAG_WP : reading->tokens[subject].tag;
        bool pronoun = tag == LANGUAGE_TAG_WP || tag == LANGUAGE_TAG_WDT;
        return relative && pronoun ? reading->tokens[at].head : subject;
    }
    return DRG_NONE;
}
