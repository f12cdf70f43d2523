/* SPDX-License-Identifier: Apache-2.0
 *
 * In: "the council", "the party", "the commission"; the organisations settled before. Out: which of them is meant: the
 * only one whose own name ends in that word so far, a few sentences back at most. (What names of every ending may be
 * called, "the group", "the country", is read in nominal.c.) */
#include "find/reading.h"

enum { KIND_SENTENCES = 3 };

static const char *const KINDS[] = {"council", "party",     "union",     "agency",  "commission", "bank",    "front",
                                    "league",  "coalition", "committee", "company", "authority",  "network", NULL};

static bool is_kind_noun(const find_reading *reading, uint32_t token)
{
    if (reading->tokens[token].tag != LANGUAGE_TAG_NN || find_match_of(reading, token)) return false;
    for (size_t i = 0; KINDS[i]; i++)
        if (find_is_word(reading, token, KINDS[i])) return true;
    return false;
}

/* "the council", not "the council of elders", "the council leader". */
static bool stands_alone(const find_reading *reading, uint32_t token, uint32_t end)
{
    if (token + 1 >= end) return true;
    const drg_token *next = &reading->tokens[token + 1];
    bool noun = next->upos == DRG_NOUN || next->upos == DRG_PROPN || next->upos == DRG_ADJ || next->upos == DRG_NUM;
    return !noun && !find_is_word(reading, token + 1, "of") && !find_is_word(reading, token + 1, "for") &&
           !find_is_hyphen(reading, token + 1);
}

void find_read_kinds(find_reading *reading)
{
    for (uint32_t i = 0; i < reading->document->sentences.count; i++) {
        const drg_sentence *whole = &reading->document->sentences.items[i];
        uint32_t end = find_sentence_end(whole);
        if (whole->kind != DRG_SENTENCE_TEXT) continue;
        for (uint32_t at = whole->body + 1; at < end; at++)
            if (reading->draft_at[at] == DRG_NONE && find_is_word(reading, at - 1, "the") &&
                is_kind_noun(reading, at) && stands_alone(reading, at, end))
                (void)find_draft_new(reading, FIND_DRAFT_KIND, DRG_VIA_ROLE, i, at, at);
    }
}

/* ---- what was named */

static void put(find_reading *reading, drg_text kind, uint32_t index)
{
    uint32_t *known = base_map_put(reading->arena, &reading->kinds, kind, index);
    if (*known == FIND_SEVERAL) return;
    bool same = reading->drafts.items[*known].actor == reading->drafts.items[index].actor;
    *known = same ? index : FIND_SEVERAL;
}

void find_remember_kind(find_reading *reading, uint32_t index)
{
    const find_draft *draft = &reading->drafts.items[index];
    if (draft->kind != FIND_DRAFT_LISTED && draft->kind != FIND_DRAFT_ORGANIZATION) return;
    const drg_actor *actor = &reading->document->actors.items[draft->actor];
    if (actor->type == DRG_ACTOR_STATE) return;
    drg_text name = base_text_lower(reading->arena, actor->name);
    size_t begin = name.size;
    while (begin && name.data[begin - 1] != ' ') begin--;
    drg_text last = base_text_slice(name, begin, name.size);
    for (size_t i = 0; KINDS[i]; i++)
        if (base_text_is(last, KINDS[i])) {
            put(reading, last, index);
            return;
        }
}

void find_recall_kind(find_reading *reading, find_draft *draft)
{
    drg_text noun = base_text_lower(reading->arena, find_wording(reading, draft->first));
    uint32_t known = base_map_get(&reading->kinds, noun);
    if (known == DRG_NONE || known == FIND_SEVERAL) return;
    const find_draft *named = &reading->drafts.items[known];
    if (draft->sentence > named->sentence + KIND_SENTENCES) return;
    draft->actor = named->actor;
    draft->listed = named->listed;
    draft->country = named->country;
    draft->sectors = named->sectors;
}
