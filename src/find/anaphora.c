/* SPDX-License-Identifier: Apache-2.0
 *
 * In: an antecedent that was chosen (pronoun.c). Out: a draft with its identity: one actor, the members of a row, or a
 * name that a pronoun has proved to be a person's. And the owners of offices: "its foreign minister" is of the country
 * that "its" means. */
#include "find/referent.h"

#define NOUNS_PROVED 4000 /* nouns back to which a name that was proved is a person's */

void find_take_identity(find_draft *to, const find_draft *from)
{
    to->actor = from->actor;
    to->listed = from->listed;
    to->person = from->person;
    to->country = from->country;
    to->sectors = from->sectors;
    to->title = from->title;
    to->office = from->office;
}

void find_add_member(find_reading *reading, find_draft *draft, uint32_t member)
{
    if (draft->member_count == 0) draft->member_first = (uint32_t)reading->members.count;
    base_push(reading->arena, &reading->members) = member;
    draft->member_count++;
}

/* "They" for a row: all its members are known, or none is taken. */
void find_take_row(find_reading *reading, find_draft *draft, uint32_t entity)
{
    const find_referents *referents = reading->referents;
    const find_referent *row = &referents->entities.items[entity];
    for (uint32_t i = 0; i < row->row_count; i++) {
        uint32_t member = referents->entities.items[referents->row_members.items[row->row_first + i]].draft;
        if (member == DRG_NONE || reading->drafts.items[member].actor == DRG_NONE) return;
    }
    for (uint32_t i = 0; i < row->row_count; i++) {
        uint32_t member = referents->entities.items[referents->row_members.items[row->row_first + i]].draft;
        if (i == 0)
            find_take_identity(draft, &reading->drafts.items[member]);
        else
            find_add_member(reading, draft, member);
    }
    if (row->row_count) draft->via = DRG_VIA_GROUP;
}

/* ---- names proved by a pronoun */

static bool may_be_person(const find_reading *reading, const find_draft *draft)
{
    if (draft->kind != FIND_DRAFT_PERSON || draft->person != DRG_NONE) return false;
    if (draft->first > 0 && reading->tokens[draft->first - 1].tag == LANGUAGE_TAG_DT) return false;
    drg_text word = find_wording(reading, draft->last);
    bool small = false;
    for (size_t i = 0; i < word.size; i++) small |= word.data[i] >= 'a' && word.data[i] <= 'z';
    return small && find_time_of(reading, draft->first) == DRG_NONE;
}

void find_name_proves(find_reading *reading, uint32_t index, uint32_t sentence)
{
    find_referents *referents = reading->referents;
    find_referent *entity = &referents->entities.items[index];
    find_draft *first = &reading->drafts.items[entity->draft];
    if (!may_be_person(reading, first)) return;
    uint32_t person = find_person_named(reading, first->first, first->last, (find_claim){0});
    if (!reading->persons.items[person].gender) reading->persons.items[person].gender = entity->gender;
    entity->kind = FIND_NOUN_PERSON;
    uint32_t end = referents->first_noun[sentence + 1];
    uint32_t from = end > NOUNS_PROVED ? end - NOUNS_PROVED : 0;
    for (uint32_t i = from > entity->first_noun ? from : entity->first_noun; i < end; i++) {
        const find_noun *noun = &referents->nouns.items[i];
        if (noun->entity != index || noun->draft == DRG_NONE) continue;
        find_draft *draft = &reading->drafts.items[noun->draft];
        if (draft->kind != FIND_DRAFT_PERSON || draft->person != DRG_NONE) continue;
        draft->person = person;
        find_settle_person(reading, draft);
    }
    find_referents_settled(reading, entity->draft);
}

/* ---- "its foreign minister", "his government" */

void find_resolve_owner(find_reading *reading, find_draft *draft)
{
    uint32_t index = reading->draft_at[draft->owner];
    if (index == DRG_NONE) return;
    const find_draft *owner = &reading->drafts.items[index];
    if (owner->actor == DRG_NONE || owner->member_count) return;
    draft->country = reading->document->actors.items[owner->actor].country;
    if (owner->country.size) draft->country = owner->country;
}
