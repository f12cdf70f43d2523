/* SPDX-License-Identifier: Apache-2.0
 *
 * In: processes with their meetings, proposals, positions and events. Out: the steps by which each went on, its state
 * by the last of them, what lies ahead, and who said the opposite of what he had said before. */
#include "talks/talks.h"

#include <stdlib.h>

/* ---- steps */

static void add_step(record_gathering *all, uint32_t process, drg_text day, const char *status, gather_place told)
{
    if (process == DRG_NONE || !day.size) return;
    base_push(all->arena, &all->steps) = (gather_step){process, day, status, told};
}

static const char *after_meeting(drg_meeting_status status)
{
    switch (status) {
    case DRG_MEETING_PROPOSED:
    case DRG_MEETING_PLANNED: return "exploratory";
    case DRG_MEETING_POSTPONED:
    case DRG_MEETING_CANCELLED: return "stalled";
    case DRG_MEETING_COLLAPSED: return "broken-off";
    default: return "under-way";
    }
}

static bool contains(drg_text text, const char *word)
{
    drg_text part = base_text_from(word);
    for (size_t at = 0; at + part.size <= text.size; at++)
        if (memcmp(text.data + at, part.data, part.size) == 0) return true;
    return false;
}

static int by_process(const void *left, const void *right)
{
    const gather_step *a = left, *b = right;
    if (a->process != b->process) return a->process < b->process ? -1 : 1;
    int days = base_text_compare(a->day, b->day);
    if (days) return days;
    if (a->told.document != b->told.document) return a->told.document < b->told.document ? -1 : 1;
    if (a->told.span.begin != b->told.span.begin) return a->told.span.begin < b->told.span.begin ? -1 : 1;
    return strcmp(a->status, b->status);
}

/* Steps that say what the one before said are left out; talk of what is planned takes nobody back to the beginning. */
static void keep_changes(record_gathering *all)
{
    size_t kept = 0;
    for (size_t i = 0; i < all->steps.count; i++) {
        gather_step step = all->steps.items[i];
        gather_process *process = &all->processes.items[step.process];
        bool first = !kept || all->steps.items[kept - 1].process != step.process;
        const char *before = first ? "" : all->steps.items[kept - 1].status;
        bool ahead = strcmp(step.status, "exploratory") == 0;
        if (!first && (strcmp(before, step.status) == 0 || ahead)) continue;
        bool settled = strcmp(before, "signed") == 0 || strcmp(before, "implementing") == 0;
        if (settled && strcmp(step.status, "under-way") == 0) continue;
        all->steps.items[kept++] = step;
        process->status = step.status;
    }
    all->steps.count = kept;
}

static int by_next(const void *left, const void *right)
{
    const gather_next *a = left, *b = right;
    if (a->process != b->process) return a->process < b->process ? -1 : 1;
    int days = base_text_compare(a->day, b->day);
    return days ? days : a->meeting < b->meeting ? -1 : a->meeting > b->meeting;
}

/* Meetings of which nothing is known but that they are planned, on a day behind the last report. */
static void find_next(record_gathering *all)
{
    for (uint32_t i = 0; i < all->joined_meetings.count; i++) {
        const gather_joined_meeting *meeting = &all->joined_meetings.items[i];
        bool ahead = meeting->status == DRG_MEETING_PLANNED || meeting->status == DRG_MEETING_PROPOSED;
        if (!ahead || meeting->process == DRG_NONE || !meeting->first_day.size) continue;
        if (base_text_compare(meeting->first_day, all->processes.items[meeting->process].last_day) < 0) continue;
        base_push(all->arena, &all->next) =
            (gather_next){meeting->process, meeting->first_day, i, all->meetings.items[meeting->last].told};
    }
    if (all->next.count) qsort(all->next.items, all->next.count, sizeof *all->next.items, by_next);
}

/* Of meetings that came about, those of which the day is told, or else the others, which may have been at any time. */
static void add_meetings(record_gathering *all, bool dated, const bool *has_steps)
{
    for (size_t i = 0; i < all->meetings.count; i++) {
        const gather_meeting *row = &all->meetings.items[i];
        bool came = row->status == DRG_MEETING_HELD || row->status == DRG_MEETING_ONGOING ||
                    row->status == DRG_MEETING_COLLAPSED;
        drg_text day =
            came ? gather_day_of(row->first, row->published) : gather_day_of((drg_text){"", 0}, row->published);
        uint32_t process = all->joined_meetings.items[row->into].process;
        bool undated = came && !row->first.size && row->status != DRG_MEETING_ONGOING;
        if (undated == dated || (undated && process != DRG_NONE && has_steps[process])) continue;
        add_step(all, process, day, after_meeting(row->status), row->told);
    }
}

void gather_find_steps(record_gathering *all)
{
    bool *has_steps = BASE_ARRAY(all->arena, bool, all->processes.count + 1);
    memset(has_steps, 0, all->processes.count + 1);
    add_meetings(all, true, has_steps);
    for (size_t i = 0; i < all->steps.count; i++) has_steps[all->steps.items[i].process] = true;
    add_meetings(all, false, has_steps);
    for (size_t i = 0; i < all->events.count; i++) {
        const gather_event *row = &all->events.items[i];
        if (row->type == DRG_AGREE)
            add_step(all, row->process, gather_day_of(row->day, row->published),
                     contains(row->words, "sign") ? "signed" : "agreed", row->told);
    }
    if (all->steps.count) qsort(all->steps.items, all->steps.count, sizeof *all->steps.items, by_process);
    keep_changes(all);
    find_next(all);
}

/* ---- reversals */

/* 1 for it, -1 against it, 0 neither. */
static int side_of(drg_stance stance)
{
    switch (stance) {
    case DRG_STANCE_ACCEPTS:
    case DRG_STANCE_CONFIRMS:
    case DRG_STANCE_OFFERS:
    case DRG_STANCE_OPEN:
    case DRG_STANCE_CONDITIONAL: return 1;
    case DRG_STANCE_REJECTS:
    case DRG_STANCE_DENIES: return -1;
    default: return 0;
    }
}

/* What a matter of a document is in the whole record; 0 an event of this document alone. */
static drg_text key_of(record_gathering *all, const gather_statement *statement, const gather_matter *matter)
{
    bool meeting = matter->matter == DRG_MATTER_MEETING;
    if (matter->matter == DRG_MATTER_EVENT) return (drg_text){"", 0};
    size_t low = 0, high = meeting ? all->meetings.count : all->proposals.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int64_t document =
            meeting ? all->meetings.items[middle].told.document : all->proposals.items[middle].told.document;
        uint32_t number = meeting ? all->meetings.items[middle].number : all->proposals.items[middle].number;
        if (document < statement->told.document || (document == statement->told.document && number < matter->item))
            low = middle + 1;
        else
            high = middle;
    }
    size_t count = meeting ? all->meetings.count : all->proposals.count;
    if (low == count) return (drg_text){"", 0};
    if (meeting)
        return all->meetings.items[low].told.document == statement->told.document
                   ? base_text_format(all->arena, "m%u", all->meetings.items[low].into)
                   : (drg_text){"", 0};
    const gather_proposal *proposal = &all->proposals.items[low];
    if (proposal->told.document != statement->told.document) return (drg_text){"", 0};
    if (matter->term == DRG_NONE || matter->term >= proposal->term_count)
        return base_text_format(all->arena, "p%u", proposal->into);
    return base_text_format(all->arena, "p%u t%u", proposal->into,
                            all->terms.items[proposal->terms + matter->term].into);
}

typedef struct statement_order {
    drg_text day;
    uint32_t index;
} statement_order;

static int by_day(const void *left, const void *right)
{
    const statement_order *a = left, *b = right;
    int days = base_text_compare(a->day, b->day);
    return days ? days : a->index < b->index ? -1 : a->index > b->index;
}

/* In the order of the days on which they were said: the last side that the same speaker took on the same matter. */
void gather_find_reversals(record_gathering *all)
{
    base_map last = {0};
    size_t count = all->statements.count;
    statement_order *order = BASE_ARRAY(all->arena, statement_order, count + 1);
    for (uint32_t i = 0; i < count; i++) {
        all->statements.items[i].earlier = DRG_NONE;
        order[i] =
            (statement_order){gather_day_of(all->statements.items[i].day, all->statements.items[i].published), i};
    }
    if (count) qsort(order, count, sizeof *order, by_day);
    for (size_t n = 0; n < count; n++) {
        gather_statement *row = &all->statements.items[order[n].index];
        int side = side_of(row->stance);
        for (uint32_t k = 0; side && k < row->matter_count; k++) {
            drg_text matter = key_of(all, row, &all->matters.items[row->matters + k]);
            if (!matter.size) continue;
            drg_text key = base_text_format(all->arena, "%.*s %.*s", BASE_PRINT(row->speaker), BASE_PRINT(matter));
            uint32_t *before = base_map_put(all->arena, &last, key, DRG_NONE);
            const gather_statement *old = *before == DRG_NONE ? NULL : &all->statements.items[*before];
            if (old && side_of(old->stance) == -side && old->told.document != row->told.document &&
                row->earlier == DRG_NONE)
                row->earlier = *before;
            *before = order[n].index;
        }
    }
}
