/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a draft that is a pronoun, "both sides", or has a pronoun as its owner; the drafts before it, settled. Out: what
 * it stands for, or nothing. There is no ranking: a pronoun is resolved when one candidate fits, or when several fit
 * and one of them is the subject of the nearest clause above; in doubt it is left out (compare Hobbs 1978 and the
 * centering literature, whose preference for subjects of the same and the previous sentence this keeps). */
#include "find/reading.h"

/* The draft whose wording holds the token, among those already settled; DRG_NONE. */
static uint32_t draft_over(const find_reading *reading, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    if (index == DRG_NONE || reading->drafts.items[index].actor == DRG_NONE) return DRG_NONE;
    return index;
}

static bool is_thing(const find_reading *reading, const find_draft *draft)
{
    drg_actor_type type = reading->document->actors.items[draft->actor].type;
    return type == DRG_ACTOR_STATE || type == DRG_ACTOR_ORGANIZATION || (type == DRG_ACTOR_GROUP && !draft->plural);
}

static bool is_subject(const find_reading *reading, uint32_t token)
{
    uint8_t relation = reading->tokens[find_climb_conjunction(reading, token)].relation;
    return relation == LANGUAGE_NSUBJ || relation == LANGUAGE_NSUBJ_PASS;
}

/* "Putin met him": subject and object of one verb are two. */
static bool shares_verb(const find_reading *reading, uint32_t subject, uint32_t pronoun)
{
    const drg_token *object = &reading->tokens[pronoun],
                    *other = &reading->tokens[find_climb_conjunction(reading, subject)];
    bool argument =
        object->relation == LANGUAGE_OBJ || object->relation == LANGUAGE_IOBJ || object->relation == LANGUAGE_OBL;
    return argument && object->tag == LANGUAGE_TAG_PRP && other->head == object->head;
}

static bool fits(const find_reading *reading, const find_draft *candidate, const find_draft *pronoun)
{
    if (shares_verb(reading, candidate->head, pronoun->first)) return false;
    if (candidate->actor == DRG_NONE || candidate->via == DRG_VIA_GROUP || candidate->twin) return false;
    if (!pronoun->gender) return is_thing(reading, candidate) && candidate->kind != FIND_DRAFT_PRONOUN;
    if (candidate->person == DRG_NONE)
        return candidate->kind == FIND_DRAFT_ROLE && is_subject(reading, candidate->head);
    find_gender gender = reading->persons.items[candidate->person].gender;
    return gender == FIND_GENDER_UNKNOWN || gender == pronoun->gender;
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

/* The one that acts in the clauses above the token: their subjects, and the objects that are told to do what stands
 * below
 * ("urged Russia to withdraw its troops"). DRG_NONE where none fits, or two do. */
static uint32_t subject_above(const find_reading *reading, uint32_t token, const find_draft *pronoun, uint32_t begin)
{
    uint32_t found = DRG_NONE, at = reading->tokens[token].head;
    uint32_t own = reading->tokens[token].relation == LANGUAGE_NSUBJ ? at : DRG_NONE;
    bool controlled = false;
    for (int step = 0; step < FIND_WALK && at != DRG_NONE; step++) {
        uint32_t object = controlled ? child_with(reading, at, begin, token, true) : DRG_NONE;
        uint32_t actor = object != DRG_NONE ? object
                         : at == own        ? DRG_NONE
                                            : child_with(reading, at, begin, token, false);
        uint32_t index = actor == DRG_NONE ? DRG_NONE : draft_over(reading, actor);
        if (actor != DRG_NONE && index == DRG_NONE) return found; /* somebody who is no mention */
        if (index != DRG_NONE && fits(reading, &reading->drafts.items[index], pronoun)) {
            bool other = found != DRG_NONE && reading->drafts.items[found].actor != reading->drafts.items[index].actor;
            if (other) return DRG_NONE;
            found = index;
            if (object != DRG_NONE) return found;
        }
        controlled = reading->tokens[at].relation == LANGUAGE_XCOMP;
        at = reading->tokens[at].head;
    }
    return found;
}

/* The subject of the sentence's main clause, when it fits. */
static uint32_t main_subject(const find_reading *reading, uint32_t sentence, const find_draft *pronoun)
{
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    for (uint32_t i = whole->body; i < find_sentence_end(whole); i++) {
        const drg_token *word = &reading->tokens[i];
        if (word->relation != LANGUAGE_NSUBJ && word->relation != LANGUAGE_NSUBJ_PASS) continue;
        if (word->head == DRG_NONE || reading->tokens[word->head].relation != LANGUAGE_ROOT) continue;
        uint32_t index = draft_over(reading, i);
        return index != DRG_NONE && fits(reading, &reading->drafts.items[index], pronoun) ? index : DRG_NONE;
    }
    return DRG_NONE;
}

/* The distinct actors that fit, in that sentence and before the token. */
typedef struct find_candidates {
    uint32_t draft; /* of the first */
    uint32_t count; /* of distinct actors, at most 2 */
} find_candidates;

static find_candidates candidates_in(const find_reading *reading, uint32_t sentence, uint32_t before,
                                     const find_draft *pronoun)
{
    find_candidates found = {DRG_NONE, 0};
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    uint32_t end = find_sentence_end(whole) < before ? find_sentence_end(whole) : before;
    for (uint32_t i = whole->body; i < end; i++) {
        uint32_t index = draft_over(reading, i);
        if (index == DRG_NONE || !fits(reading, &reading->drafts.items[index], pronoun)) continue;
        if (found.count && reading->drafts.items[found.draft].actor == reading->drafts.items[index].actor) continue;
        if (!found.count) found.draft = index;
        if (found.count < 2) found.count++;
    }
    return found;
}

static bool has_person(const find_reading *reading, uint32_t sentence)
{
    const drg_sentence *whole = &reading->document->sentences.items[sentence];
    for (uint32_t i = whole->body; i < find_sentence_end(whole); i++) {
        uint32_t index = draft_over(reading, i);
        if (index != DRG_NONE && reading->drafts.items[index].person != DRG_NONE) return true;
    }
    return false;
}

/* The sentence before; where that names no person at all, in the same paragraph, the one before it. */
static uint32_t sentence_before(const find_reading *reading, uint32_t sentence)
{
    const drg_sentence *items = reading->document->sentences.items;
    if (!sentence || items[sentence - 1].kind != DRG_SENTENCE_TEXT) return DRG_NONE;
    if (sentence < 2 || items[sentence - 2].kind != DRG_SENTENCE_TEXT || has_person(reading, sentence - 1))
        return sentence - 1;
    return items[sentence - 2].paragraph == items[sentence].paragraph ? sentence - 2 : sentence - 1;
}

static uint32_t antecedent_person(const find_reading *reading, const find_draft *pronoun)
{
    const drg_sentence *whole = &reading->document->sentences.items[pronoun->sentence];
    find_candidates here = candidates_in(reading, pronoun->sentence, pronoun->first, pronoun);
    if (here.count == 1) return here.draft;
    if (here.count > 1) return subject_above(reading, pronoun->first, pronoun, whole->body);
    uint32_t previous = sentence_before(reading, pronoun->sentence);
    if (previous == DRG_NONE) return DRG_NONE;
    find_candidates there = candidates_in(reading, previous, UINT32_MAX, pronoun);
    if (there.count == 1) return there.draft;
    return there.count > 1 ? main_subject(reading, previous, pronoun) : DRG_NONE;
}

/* Another thing is named between the subject and the pronoun: "The U.S. imposed sanctions on Russia over its war". */
static bool has_rival(const find_reading *reading, const find_draft *subject, const find_draft *pronoun)
{
    for (uint32_t i = subject->phrase_last + 1; i < pronoun->first; i++) {
        uint32_t index = draft_over(reading, i);
        if (index == DRG_NONE) continue;
        const find_draft *other = &reading->drafts.items[index];
        uint8_t relation = reading->tokens[other->head].relation;
        bool describes = relation == LANGUAGE_AMOD || relation == LANGUAGE_COMPOUND || relation == LANGUAGE_NMOD_POSS;
        if (other->actor == subject->actor || describes || !fits(reading, other, pronoun)) continue;
        if (!find_is_locative(reading, find_preposition_of(reading, other->first, other->head))) return true;
    }
    return false;
}

static uint32_t antecedent_thing(const find_reading *reading, const find_draft *pronoun)
{
    const drg_sentence *whole = &reading->document->sentences.items[pronoun->sentence];
    uint32_t above = subject_above(reading, pronoun->first, pronoun, whole->body);
    if (above != DRG_NONE) return has_rival(reading, &reading->drafts.items[above], pronoun) ? DRG_NONE : above;
    const drg_token *token = &reading->tokens[pronoun->first];
    bool opens = pronoun->first == whole->body && token->relation == LANGUAGE_NSUBJ && token->head != DRG_NONE &&
                 base_text_is(reading->tokens[token->head].lemma, "say");
    uint32_t previous = opens ? sentence_before(reading, pronoun->sentence) : DRG_NONE;
    return previous == DRG_NONE ? DRG_NONE : main_subject(reading, previous, pronoun);
}

static void copy_identity(find_draft *to, const find_draft *from)
{
    to->actor = from->actor;
    to->listed = from->listed;
    to->person = from->person;
    to->country = from->country;
    to->sectors = from->sectors;
    to->title = from->title;
    to->office = from->office;
}

static void resolve_pronoun(find_reading *reading, find_draft *pronoun)
{
    uint32_t index = pronoun->gender ? antecedent_person(reading, pronoun) : antecedent_thing(reading, pronoun);
    if (index != DRG_NONE) copy_identity(pronoun, &reading->drafts.items[index]);
}

/* ---- "its foreign minister", "his government" */

static void resolve_owner(find_reading *reading, find_draft *draft)
{
    find_draft pronoun = {.kind = FIND_DRAFT_PRONOUN, .sentence = draft->sentence, .first = draft->owner};
    pronoun.last = draft->owner;
    bool his = find_is_word(reading, draft->owner, "his"), her = find_is_word(reading, draft->owner, "her");
    pronoun.gender = his ? FIND_MALE : her ? FIND_FEMALE : FIND_GENDER_UNKNOWN;
    if (!his && !her && !find_is_word(reading, draft->owner, "its")) return;
    uint32_t index = his || her ? antecedent_person(reading, &pronoun) : DRG_NONE;
    if (!his && !her) index = antecedent_thing(reading, &pronoun);
    if (index == DRG_NONE) return;
    const find_draft *owner = &reading->drafts.items[index];
    draft->country = reading->document->actors.items[owner->actor].country;
    if (owner->country.size) draft->country = owner->country;
}

/* ---- "both sides" */

static bool is_party(const find_reading *reading, const find_draft *draft)
{
    if (draft->actor == DRG_NONE || draft->via == DRG_VIA_GROUP || draft->kind == FIND_DRAFT_PRONOUN) return false;
    if (draft->kind == FIND_DRAFT_LISTED) {
        drg_actor_type type = reading->document->actors.items[draft->actor].type;
        return type == DRG_ACTOR_STATE || type == DRG_ACTOR_GROUP;
    }
    return false;
}

/* Two parties joined by "and" or a hyphen, and no third: exactly two members of the row. */
static bool is_pair(const find_reading *reading, const find_draft *left, const find_draft *right)
{
    if (left->sentence != right->sentence || left->actor == right->actor) return false;
    if (right->first == left->last + 2 && find_is_hyphen(reading, left->last + 1)) return true;
    const drg_token *tail = &reading->tokens[right->head];
    if (tail->relation != LANGUAGE_CONJ || tail->head != left->head) return false;
    if (reading->tokens[left->head].relation == LANGUAGE_CONJ) return false;
    for (uint32_t i = left->first; i < right->first; i++)
        if (base_text_is(find_wording(reading, i), ",")) return false;
    uint32_t end = find_sentence_end(&reading->document->sentences.items[right->sentence]);
    for (uint32_t i = right->last + 1; i < end; i++)
        if (reading->tokens[i].relation == LANGUAGE_CONJ && reading->tokens[i].head == left->head) return false;
    return true;
}

/* Remembers the pairs of parties as the drafts go by; called for each settled draft in the order of the text. */
void find_watch_pairs(find_reading *reading, uint32_t index)
{
    const find_draft *right = &reading->drafts.items[index];
    if (!is_party(reading, right)) return;
    uint32_t last = reading->last_party;
    reading->last_party = index;
    if (last == DRG_NONE || !is_pair(reading, &reading->drafts.items[last], right)) return;
    uint32_t first = reading->drafts.items[last].actor, second = right->actor;
    bool same = reading->pair_left != DRG_NONE && ((reading->drafts.items[reading->pair_left].actor == first &&
                                                    reading->drafts.items[reading->pair_right].actor == second) ||
                                                   (reading->drafts.items[reading->pair_left].actor == second &&
                                                    reading->drafts.items[reading->pair_right].actor == first));
    if (reading->pair_left != DRG_NONE && !same) reading->several_pairs = true;
    reading->pair_left = last;
    reading->pair_right = index;
}

/* Exactly two parties in this sentence, up to here, and the one before. */
static bool two_parties(const find_reading *reading, const find_draft *sides, uint32_t *ret_left, uint32_t *ret_right)
{
    uint32_t found[2] = {DRG_NONE, DRG_NONE};
    uint32_t from = sides->sentence ? sides->sentence - 1 : 0;
    uint32_t at = reading->document->sentences.items[from].first_token;
    for (; at < sides->first; at++) {
        uint32_t index = draft_over(reading, at);
        if (index == DRG_NONE || !is_party(reading, &reading->drafts.items[index])) continue;
        uint32_t actor = reading->drafts.items[index].actor;
        if (found[0] == DRG_NONE)
            found[0] = index;
        else if (actor == reading->drafts.items[found[0]].actor)
            continue;
        else if (found[1] == DRG_NONE)
            found[1] = index;
        else if (actor != reading->drafts.items[found[1]].actor)
            return false;
    }
    *ret_left = found[0];
    *ret_right = found[1];
    return found[1] != DRG_NONE;
}

static void resolve_sides(find_reading *reading, uint32_t index)
{
    uint32_t left = DRG_NONE, right = DRG_NONE;
    find_draft *sides = &reading->drafts.items[index];
    bool pair = reading->pair_left != DRG_NONE;
    bool near = pair && reading->drafts.items[reading->pair_right].sentence + 1 >= sides->sentence;
    if (pair && (near || !reading->several_pairs)) {
        left = reading->pair_left;
        right = reading->pair_right;
    } else if (pair || !two_parties(reading, sides, &left, &right)) {
        return;
    }
    copy_identity(sides, &reading->drafts.items[left]);
    reading->second_side = right; /* settle.c adds the other member */
}

void find_resolve(find_reading *reading, uint32_t index)
{
    find_draft *draft = &reading->drafts.items[index];
    reading->second_side = DRG_NONE;
    if (draft->kind == FIND_DRAFT_PRONOUN)
        resolve_pronoun(reading, draft);
    else if (draft->kind == FIND_DRAFT_SIDES)
        resolve_sides(reading, index);
    else if (draft->owner != DRG_NONE && !draft->country.size)
        resolve_owner(reading, draft);
}
