/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a draft of a grouping that is nothing but its members ("the E3", "the Baltic states"). Out: one draft a member on
 * the day of the report, all over the one wording. A body that acts by itself (the EU, NATO) stays one actor, however
 * many members the lists know; whether it does is said by its type in the lists. */
#include "find/reading.h"

#define FIND_MEMBERS 64 /* most members of a grouping that are looked at */

bool find_is_grouping(const find_reading *reading, uint32_t row)
{
    return find_cell(&reading->lists->actors, row, FIND_ACTOR_PLURAL);
}

/* Without a day of the report: a member to this day. */
static bool is_member(const find_reading *reading, uint32_t at)
{
    const find_sheet *members = &reading->lists->members;
    int32_t from = (int32_t)find_cell(members, at, FIND_MEMBER_FROM);
    int32_t to = (int32_t)find_cell(members, at, FIND_MEMBER_TO);
    return reading->dated ? reading->day >= from && reading->day <= to : to == FIND_DAY_LAST;
}

/* The members' rows of the actors; returns how many. */
static size_t members_of(const find_reading *reading, uint32_t row, uint32_t rows[FIND_MEMBERS])
{
    uint32_t first = find_cell(&reading->lists->actors, row, FIND_ACTOR_MEMBERS);
    uint32_t count = find_cell(&reading->lists->actors, row, FIND_ACTOR_MEMBER_COUNT);
    size_t found = 0;
    for (uint32_t i = 0; i < count && i < FIND_MEMBERS; i++)
        if (is_member(reading, first + i))
            rows[found++] = find_cell(&reading->lists->members, first + i, FIND_MEMBER_ROW);
    return found;
}

static drg_text actor_text(const find_reading *reading, uint32_t row, uint32_t column)
{
    return find_cell_text(reading->lists, &reading->lists->actors, row, column);
}

size_t find_members_named(const find_reading *reading, uint32_t row)
{
    uint32_t rows[FIND_MEMBERS];
    size_t count = members_of(reading, row, rows), named = 0;
    for (size_t i = 0; i < count; i++)
        named += base_map_get(&reading->countries, actor_text(reading, rows[i], FIND_ACTOR_COUNTRY)) != DRG_NONE;
    return named;
}

/* "countries" of "the E3 countries", "members" of "NATO members": heads the phrase, and adds nobody. Where a name
 * follows ("NATO allies Greece and Turkey"), the noun is that of the name. */
static bool is_member_noun(const find_reading *reading, uint32_t token)
{
    static const char *const words[] = {"countries", "states",   "nations",     "powers",   "members",
                                        "allies",    "partners", "governments", "capitals", NULL};
    bool known = false;
    for (size_t i = 0; words[i]; i++) known |= find_is_word(reading, token, words[i]);
    bool name = token + 1 < reading->token_count && find_is_capital(reading, token + 1);
    return known && !name;
}

static void take_member_noun(find_reading *reading, find_draft *draft)
{
    uint32_t next = draft->last + 1;
    if (next < reading->token_count && find_is_word(reading, next, "member")) next++;
    if (next >= reading->token_count || reading->draft_at[next] != DRG_NONE || !is_member_noun(reading, next)) return;
    uint32_t index = reading->draft_at[draft->last];
    for (uint32_t i = draft->last + 1; i <= next; i++) reading->draft_at[i] = index;
    draft->last = draft->phrase_last = draft->head = next;
}

void find_draft_members(find_reading *reading)
{
    find_draft *draft = &reading->drafts.items[reading->drafts.count - 1];
    if (!find_cell(&reading->lists->actors, draft->listed, FIND_ACTOR_MEMBER_COUNT)) return;
    take_member_noun(reading, draft);
    uint32_t rows[FIND_MEMBERS];
    size_t count = find_is_grouping(reading, draft->listed) ? members_of(reading, draft->listed, rows) : 0;
    find_draft copy = *draft;
    for (size_t i = 0; i < count; i++) {
        copy.listed = rows[i];
        copy.country = actor_text(reading, rows[i], FIND_ACTOR_COUNTRY);
        copy.sectors = actor_text(reading, rows[i], FIND_ACTOR_SECTORS);
        copy.via = DRG_VIA_GROUP;
        copy.twin = i > 0;
        if (copy.twin)
            base_push(reading->arena, &reading->drafts) = copy;
        else
            reading->drafts.items[reading->drafts.count - 1] = copy;
    }
}

void find_draft_members_offices(find_reading *reading, uint32_t row, drg_text sectors)
{
    uint32_t rows[FIND_MEMBERS];
    size_t count = members_of(reading, row, rows);
    find_draft copy = reading->drafts.items[reading->drafts.count - 1];
    copy.organization = (drg_text){NULL, 0};
    copy.sectors = sectors;
    for (size_t i = 0; i < count; i++) {
        copy.country = actor_text(reading, rows[i], FIND_ACTOR_COUNTRY);
        copy.twin = i > 0;
        if (copy.twin)
            base_push(reading->arena, &reading->drafts) = copy;
        else
            reading->drafts.items[reading->drafts.count - 1] = copy;
    }
}
