/* SPDX-License-Identifier: Apache-2.0
 *
 * In: joined meetings and proposals, positions, statements, events. Out: negotiations: what is told of the same two
 * parties, with no gap of more than a year, is one; definitions that the user gives come first and keep what is theirs.
 * A union over pairs of parties in the order of days (union-find; Tarjan 1975) is near linear in the rows.
 */
#include "talks/talks.h"

#include <stdlib.h>

enum {
    GAP = 400,
    MOST_PARTIES = 6,
    MOST_NAMED = 12,
    BESIDE = 300,
    SHORT = 8
}; /* days; bytes; what a short report tells at the most; a meeting of more parties ties no two of them together */

/* A joined meeting or proposal. */
typedef struct process_item {
    uint32_t index;
    bool proposal;
    int32_t day;
    drg_text when;
    uint32_t root;
    uint32_t given; /* among the given, DRG_NONE */
    uint32_t parties[MOST_PARTIES];
    size_t party_count;
} process_item;

typedef struct process_maker {
    record_gathering *all;
    BASE_VECTOR(process_item) items;
    uint32_t *of_meeting, *of_proposal; /* the item of each joined one */
    uint32_t *roots;
} process_maker;

static void add_party(const record_gathering *all, process_item *item, uint32_t party)
{
    if (all->parties.items[party].vague) return;
    for (size_t i = 0; i < item->party_count; i++)
        if (i < MOST_PARTIES && item->parties[i] == party) return;
    if (item->party_count < MOST_PARTIES) item->parties[item->party_count] = party;
    item->party_count++;
}

static void add_people(process_maker *maker, process_item *item, uint32_t first, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) add_party(maker->all, item, maker->all->persons.items[first + i].party);
}

static int by_day(const void *left, const void *right)
{
    const process_item *a = left, *b = right;
    if (a->day != b->day) return a->day < b->day ? -1 : 1;
    if (a->proposal != b->proposal) return a->proposal ? 1 : -1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static process_item new_item(uint32_t index, bool proposal, drg_text when)
{
    return (
        process_item){.index = index, .proposal = proposal, .when = when, .day = gather_day(when), .given = DRG_NONE};
}

static void make_items(process_maker *maker)
{
    record_gathering *all = maker->all;
    size_t meetings = all->joined_meetings.count, proposals = all->joined_proposals.count;
    for (uint32_t i = 0; i < meetings; i++) {
        const gather_joined_meeting *meeting = &all->joined_meetings.items[i];
        drg_text when = gather_day_of(meeting->first_day, all->meetings.items[meeting->first].published);
        base_push(all->arena, &maker->items) = new_item(i, false, when);
    }
    for (uint32_t i = 0; i < proposals; i++)
        base_push(all->arena, &maker->items) = new_item(i, true, all->joined_proposals.items[i].day);
    for (size_t i = 0; i < all->meetings.count; i++)
        add_people(maker, &maker->items.items[all->meetings.items[i].into], all->meetings.items[i].people,
                   all->meetings.items[i].people_count);
    for (size_t i = 0; i < all->proposals.count; i++) {
        const gather_proposal *row = &all->proposals.items[i];
        process_item *item = &maker->items.items[meetings + row->into];
        add_people(maker, item, row->people, row->people_count);
        add_people(maker, item, row->others, row->other_count);
    }
    for (size_t i = 0; i < all->positions.count; i++) { /* who takes a position on it is a party to it */
        gather_position *row = &all->positions.items[i];
        row->into = row->into_term = row->process = DRG_NONE;
        if (row->proposal == DRG_NONE) continue;
        size_t low = 0, high = all->proposals.count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            const gather_proposal *at = &all->proposals.items[middle];
            bool before = at->told.document < row->told.document ||
                          (at->told.document == row->told.document && at->number < row->proposal);
            if (before)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == all->proposals.count || all->proposals.items[low].told.document != row->told.document) continue;
        const gather_proposal *proposal = &all->proposals.items[low];
        row->into = proposal->into;
        if (row->term != DRG_NONE && row->term < proposal->term_count)
            row->into_term = all->terms.items[proposal->terms + row->term].into;
        add_party(all, &maker->items.items[meetings + row->into], row->party);
    }
    if (maker->items.count) qsort(maker->items.items, maker->items.count, sizeof *maker->items.items, by_day);
    maker->of_meeting = BASE_ARRAY(all->arena, uint32_t, meetings + 1);
    maker->of_proposal = BASE_ARRAY(all->arena, uint32_t, proposals + 1);
    for (uint32_t i = 0; i < maker->items.count; i++) {
        process_item *item = &maker->items.items[i];
        item->root = i;
        (item->proposal ? maker->of_proposal : maker->of_meeting)[item->index] = i;
    }
}

/* ---- given ones */

/* How many of the item's parties are parties of the definition. */
static size_t shared_with(const process_maker *maker, const process_item *item, const gather_given *given)
{
    size_t shared = 0, count = item->party_count < MOST_PARTIES ? item->party_count : MOST_PARTIES;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < given->parties.count; k++)
            shared += base_text_equal(maker->all->parties.items[item->parties[i]].key, given->parties.items[k]);
    return shared;
}

static uint32_t first_hit(const record_gathering *all, int64_t document)
{
    size_t low = 0, high = all->hits.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->hits.items[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    return (uint32_t)low;
}

/* What is told beside a word of the definition belongs to it with one of its parties, what stands elsewhere in such a
 * document with two. */
static void give(process_maker *maker, uint32_t index, gather_place told)
{
    record_gathering *all = maker->all;
    process_item *item = &maker->items.items[index];
    for (size_t h = first_hit(all, told.document); h < all->hits.count && all->hits.items[h].document == told.document;
         h++) {
        const gather_hit *hit = &all->hits.items[h];
        uint32_t apart = hit->begin > told.span.begin ? hit->begin - told.span.begin : told.span.begin - hit->begin;
        if (item->given != DRG_NONE) return;
        const gather_given *given = &all->given.items[hit->given];
        bool early = given->from.size && base_text_compare(item->when, given->from) < 0;
        bool late = given->to.size && base_text_compare(item->when, given->to) > 0;
        if (!early && !late && shared_with(maker, item, given) > (apart > BESIDE)) item->given = hit->given;
    }
}

static void find_given(process_maker *maker)
{
    record_gathering *all = maker->all;
    for (size_t i = 0; i < all->meetings.count && all->hits.count; i++)
        give(maker, maker->of_meeting[all->meetings.items[i].into], all->meetings.items[i].told);
    for (size_t i = 0; i < all->proposals.count && all->hits.count; i++)
        give(maker, maker->of_proposal[all->proposals.items[i].into], all->proposals.items[i].told);
}

/* ---- union */

static uint32_t root_of(process_maker *maker, uint32_t item)
{
    process_item *items = maker->items.items;
    while (items[item].root != item) {
        items[item].root = items[items[item].root].root;
        item = items[item].root;
    }
    return item;
}

static void unite(process_maker *maker, uint32_t left, uint32_t right)
{
    left = root_of(maker, left);
    right = root_of(maker, right);
    if (left < right)
        maker->items.items[right].root = left;
    else
        maker->items.items[left].root = right;
}

static bool can_tie(const process_item *item)
{
    return item->given == DRG_NONE && item->party_count >= 2 && item->party_count <= MOST_PARTIES;
}

static bool share_party(const process_item *left, const process_item *right)
{
    for (size_t i = 0; i < left->party_count && i < MOST_PARTIES; i++)
        for (size_t k = 0; k < right->party_count && k < MOST_PARTIES; k++)
            if (left->parties[i] == right->parties[k]) return true;
    return false;
}

static void unite_all(process_maker *maker)
{
    base_map pairs = {0};
    base_arena *arena = maker->all->arena;
    for (uint32_t i = 0; i < maker->items.count; i++) {
        const process_item *item = &maker->items.items[i];
        if (!can_tie(item)) continue;
        for (size_t a = 0; a < item->party_count; a++)
            for (size_t b = 0; b < item->party_count; b++) {
                if (item->parties[a] >= item->parties[b]) continue;
                drg_text key = base_text_format(arena, "%u %u", item->parties[a], item->parties[b]);
                uint32_t *last = base_map_put(arena, &pairs, key, DRG_NONE);
                if (*last != DRG_NONE && item->day - maker->items.items[*last].day <= GAP) unite(maker, i, *last);
                *last = i;
            }
    }
}

/* In a short report all that shares a party is of one matter; in a long one, a briefing, it is not. */
static void unite_short(process_maker *maker)
{
    record_gathering *all = maker->all;
    BASE_VECTOR(uint32_t) items = {0};
    int64_t document = 0;
    size_t meeting = 0, proposal = 0;
    while (meeting < all->meetings.count || proposal < all->proposals.count) {
        bool next = proposal == all->proposals.count ||
                    (meeting < all->meetings.count &&
                     all->meetings.items[meeting].told.document <= all->proposals.items[proposal].told.document);
        document = next ? all->meetings.items[meeting].told.document : all->proposals.items[proposal].told.document;
        items.count = 0;
        for (; meeting < all->meetings.count && all->meetings.items[meeting].told.document == document; meeting++)
            base_push(all->arena, &items) = maker->of_meeting[all->meetings.items[meeting].into];
        for (; proposal < all->proposals.count && all->proposals.items[proposal].told.document == document; proposal++)
            base_push(all->arena, &items) = maker->of_proposal[all->proposals.items[proposal].into];
        if (items.count > SHORT) continue;
        for (size_t i = 0; i < items.count; i++)
            for (size_t k = 0; k < i; k++)
                if (can_tie(&maker->items.items[items.items[i]]) && can_tie(&maker->items.items[items.items[k]]) &&
                    share_party(&maker->items.items[items.items[i]], &maker->items.items[items.items[k]]))
                    unite(maker, items.items[i], items.items[k]);
    }
}

/* ---- processes */

static gather_member *member_of(gather_process *process, uint32_t party)
{
    for (size_t i = 0; i < process->parties.count; i++)
        if (process->parties.items[i].party == party) return &process->parties.items[i];
    return NULL;
}

static void count_party(record_gathering *all, gather_process *process, uint32_t party)
{
    gather_member *member = member_of(process, party);
    if (member) {
        member->count++;
        return;
    }
    if (process->parties.count < 200)
        base_push(all->arena, &process->parties) = (gather_member){party, 1, DRG_PART_PARTY};
}

static int by_count(const void *left, const void *right)
{
    const gather_member *a = left, *b = right;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    return a->party < b->party ? -1 : a->party > b->party;
}

static uint32_t add_process(process_maker *maker, drg_text id, drg_text name, bool given)
{
    record_gathering *all = maker->all;
    base_push(all->arena, &all->processes) =
        (gather_process){.id = id, .name = name, .given = given, .status = "exploratory"};
    return (uint32_t)all->processes.count - 1;
}

static void take_item(process_maker *maker, uint32_t process, const process_item *item)
{
    record_gathering *all = maker->all;
    gather_process *to = &all->processes.items[process];
    size_t count = item->party_count < MOST_PARTIES ? item->party_count : MOST_PARTIES;
    for (size_t i = 0; i < count; i++) count_party(all, to, item->parties[i]);
    if (item->when.size && (!to->since.size || base_text_compare(item->when, to->since) < 0)) to->since = item->when;
    if (item->proposal)
        all->joined_proposals.items[item->index].process = process;
    else
        all->joined_meetings.items[item->index].process = process;
}

/* The ids of what began it, so that they stay when more documents come. */
static drg_text id_of(process_maker *maker, const process_item *item)
{
    const record_gathering *all = maker->all;
    drg_text first = item->proposal ? all->proposals.items[all->joined_proposals.items[item->index].first].id
                                    : all->meetings.items[all->joined_meetings.items[item->index].first].id;
    return base_text_format(maker->all->arena, "n%.*s", BASE_PRINT(first));
}

static void make_processes(process_maker *maker)
{
    record_gathering *all = maker->all;
    size_t count = maker->items.count;
    uint32_t *given = BASE_ARRAY(all->arena, uint32_t, all->given.count + 1);
    uint32_t *sizes = BASE_ARRAY(all->arena, uint32_t, count + 1), *made = BASE_ARRAY(all->arena, uint32_t, count + 1);
    for (size_t i = 0; i < all->given.count; i++) given[i] = DRG_NONE;
    for (uint32_t i = 0; i < count; i++) {
        sizes[i] = 0;
        made[i] = DRG_NONE;
    }
    for (uint32_t i = 0; i < count; i++) sizes[root_of(maker, i)] += can_tie(&maker->items.items[i]);
    for (uint32_t i = 0; i < count; i++) {
        const process_item *item = &maker->items.items[i];
        if (item->given != DRG_NONE) {
            const gather_given *definition = &all->given.items[item->given];
            if (given[item->given] == DRG_NONE)
                given[item->given] = add_process(maker, definition->id, definition->name, true);
            take_item(maker, given[item->given], item);
            continue;
        }
        uint32_t root = root_of(maker, i);
        if (!can_tie(item) || sizes[root] < 2) continue;
        if (made[root] == DRG_NONE) made[root] = add_process(maker, id_of(maker, item), (drg_text){"", 0}, false);
        take_item(maker, made[root], item);
    }
}

/* "Armenia - Azerbaijan": the two that are named most. */
static void name_processes(process_maker *maker)
{
    record_gathering *all = maker->all;
    for (size_t i = 0; i < all->processes.count; i++) {
        gather_process *process = &all->processes.items[i];
        if (process->parties.count)
            qsort(process->parties.items, process->parties.count, sizeof *process->parties.items, by_count);
        while (process->parties.count > 2 &&
               (process->parties.count > MOST_NAMED || process->parties.items[process->parties.count - 1].count < 2))
            process->parties.count--; /* named once in passing */
        if (process->name.size) continue;
        drg_text first = {"", 0}, second = {"", 0};
        if (process->parties.count) first = all->parties.items[process->parties.items[0].party].name;
        if (process->parties.count > 1) second = all->parties.items[process->parties.items[1].party].name;
        process->name = base_text_format(all->arena, "%.*s - %.*s", BASE_PRINT(first), BASE_PRINT(second));
    }
}

/* A party that is named as mediator or host more often than as a party is one. */
static void find_parts(record_gathering *all)
{
    for (size_t i = 0; i < all->meetings.count; i++) {
        const gather_meeting *row = &all->meetings.items[i];
        uint32_t process = all->joined_meetings.items[row->into].process;
        for (uint32_t k = 0; process != DRG_NONE && k < row->people_count; k++) {
            const gather_person *person = &all->persons.items[row->people + k];
            gather_member *member = member_of(&all->processes.items[process], person->party);
            bool helps = person->part == DRG_PART_MEDIATOR || person->part == DRG_PART_HOST;
            if (member && helps && member->part == DRG_PART_PARTY) member->part = person->part;
        }
    }
}

/* ---- what else belongs to them */

typedef struct document_process {
    int64_t document;
    uint32_t process;
} document_process;

static int by_document(const void *left, const void *right)
{
    const document_process *a = left, *b = right;
    if (a->document != b->document) return a->document < b->document ? -1 : 1;
    return a->process < b->process ? -1 : a->process > b->process;
}

typedef BASE_VECTOR(document_process) document_list;

/* The process among those of the document that has the parties; the first when none is asked for. */
static uint32_t process_in(const record_gathering *all, const document_list *list, int64_t document,
                           const uint32_t *parties, size_t count)
{
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list->items[middle].document < document)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < list->count && list->items[low].document == document; low++) {
        gather_process *process = &all->processes.items[list->items[low].process];
        size_t shared = 0;
        for (size_t i = 0; i < count; i++) shared += member_of(process, parties[i]) != NULL;
        if (shared == count) return list->items[low].process;
    }
    return DRG_NONE;
}

static void list_documents(record_gathering *all, document_list *list)
{
    for (size_t i = 0; i < all->meetings.count; i++) {
        uint32_t process = all->joined_meetings.items[all->meetings.items[i].into].process;
        if (process != DRG_NONE)
            base_push(all->arena, list) = (document_process){all->meetings.items[i].told.document, process};
    }
    for (size_t i = 0; i < all->proposals.count; i++) {
        uint32_t process = all->joined_proposals.items[all->proposals.items[i].into].process;
        if (process != DRG_NONE)
            base_push(all->arena, list) = (document_process){all->proposals.items[i].told.document, process};
    }
    if (!list->count) return;
    if (list->count) qsort(list->items, list->count, sizeof *list->items, by_document);
    size_t kept = 1;
    for (size_t i = 1; i < list->count; i++)
        if (by_document(&list->items[i], &list->items[kept - 1])) list->items[kept++] = list->items[i];
    list->count = kept;
}

static void seen(record_gathering *all, uint32_t process, drg_text published)
{
    drg_text day = gather_day_of((drg_text){"", 0}, published);
    if (process != DRG_NONE && base_text_compare(day, all->processes.items[process].last_day) > 0)
        all->processes.items[process].last_day = day;
}

/* What has one party, or none, belongs to the negotiation of its report that has the party, if there is one. */
static void attach_single(record_gathering *all, const document_list *list)
{
    for (size_t i = 0; i < all->meetings.count; i++) {
        const gather_meeting *row = &all->meetings.items[i];
        gather_joined_meeting *joined = &all->joined_meetings.items[row->into];
        if (joined->process != DRG_NONE || row->people_count > 1) continue;
        uint32_t party = row->people_count ? all->persons.items[row->people].party : 0;
        joined->process = process_in(all, list, row->told.document, &party, row->people_count);
    }
    for (size_t i = 0; i < all->proposals.count; i++) {
        const gather_proposal *row = &all->proposals.items[i];
        gather_joined_proposal *joined = &all->joined_proposals.items[row->into];
        if (joined->process != DRG_NONE || row->people_count > 1) continue;
        uint32_t party = row->people_count ? all->persons.items[row->people].party : 0;
        joined->process = process_in(all, list, row->told.document, &party, row->people_count);
    }
}

static void attach(record_gathering *all)
{
    document_list list = {0};
    list_documents(all, &list);
    attach_single(all, &list);
    for (size_t i = 0; i < all->positions.count; i++) {
        gather_position *row = &all->positions.items[i];
        if (row->into != DRG_NONE) row->process = all->joined_proposals.items[row->into].process;
        if (row->process == DRG_NONE) row->process = process_in(all, &list, row->told.document, &row->party, 1);
        seen(all, row->process, row->published);
    }
    for (size_t i = 0; i < all->statements.count; i++) {
        gather_statement *row = &all->statements.items[i];
        row->process = process_in(all, &list, row->told.document, &row->party, 1);
        seen(all, row->process, row->published);
    }
    for (size_t i = 0; i < all->events.count; i++) {
        gather_event *row = &all->events.items[i];
        uint32_t parties[MOST_PARTIES];
        size_t count = 0;
        for (uint32_t k = 0; k < row->people_count && count < MOST_PARTIES; k++)
            parties[count++] = all->persons.items[row->people + k].party;
        row->process = count > 1 ? process_in(all, &list, row->told.document, parties, count) : DRG_NONE;
    }
    for (size_t i = 0; i < all->meetings.count; i++)
        seen(all, all->joined_meetings.items[all->meetings.items[i].into].process, all->meetings.items[i].published);
    for (size_t i = 0; i < all->proposals.count; i++)
        seen(all, all->joined_proposals.items[all->proposals.items[i].into].process, all->proposals.items[i].published);
}

void gather_find_processes(record_gathering *all)
{
    process_maker maker = {.all = all};
    make_items(&maker);
    find_given(&maker);
    unite_all(&maker);
    unite_short(&maker);
    make_processes(&maker);
    name_processes(&maker);
    find_parts(all);
    attach(all);
}
