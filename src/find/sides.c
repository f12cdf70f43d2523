/* SPDX-License-Identifier: Apache-2.0
 *
 * In: "both sides", "the two countries", and the drafts before them, settled. Out: the two parties that are meant. They
 * are the last pair that the text joined ("Ukraine and Russia", "Russian-Ukrainian"), or the only two parties in this
 * sentence and the one before; a document of several pairs is believed only near the last one. */
#include "find/reading.h"

/* The draft whose wording holds the token, among those already settled; DRG_NONE. */
static uint32_t draft_over(const find_reading *reading, uint32_t token)
{
    uint32_t index = reading->draft_at[token];
    if (index == DRG_NONE || reading->drafts.items[index].actor == DRG_NONE) return DRG_NONE;
    return index;
}

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

/* Are hardly any other parties named up to here? */
static bool is_about_two(const find_reading *reading, const find_draft *sides)
{
    uint32_t found[3], count = 0;
    uint32_t from = sides->first > FIND_REACH ? sides->first - FIND_REACH : 0;
    for (uint32_t at = from; at < sides->first; at++) {
        uint32_t index = draft_over(reading, at);
        if (index == DRG_NONE || !is_party(reading, &reading->drafts.items[index])) continue;
        uint32_t actor = reading->drafts.items[index].actor;
        bool known = false;
        for (uint32_t i = 0; i < count; i++) known |= found[i] == actor;
        if (known) continue;
        if (count == 3) return false;
        found[count++] = actor;
    }
    return true;
}

void find_resolve_sides(find_reading *reading, uint32_t index)
{
    uint32_t left = DRG_NONE, right = DRG_NONE;
    find_draft *sides = &reading->drafts.items[index];
    bool pair = reading->pair_left != DRG_NONE;
    bool near = pair && reading->drafts.items[reading->pair_right].sentence + 1 >= sides->sentence;
    if (pair && (near || (!reading->several_pairs && is_about_two(reading, sides)))) {
        left = reading->pair_left;
        right = reading->pair_right;
    } else if (pair || !two_parties(reading, sides, &left, &right)) {
        return;
    }
    find_take_identity(sides, &reading->drafts.items[left]);
    find_add_member(reading, sides, right);
}
