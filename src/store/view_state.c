/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a day. Out: where negotiations, meetings, proposals and parties stood, as far as reports up to that day tell. Two
 * such states compared are what changed between the days: dragoman diff --since, and a part of the brief.
 */
#include "store/view.h"

static void add(view_maker *maker, view_standings *state, view_standing standing)
{
    base_push(maker->arena, state) = standing;
}

static drg_text key_of(view_maker *maker, const char *kind, int64_t document, int64_t number)
{
    return base_text_format(maker->arena, "%s %lld %lld", kind, (long long)document, (long long)number);
}

/* ---------------------------------------------------------------- the parts */

static const char STEP_BY[] = "SELECT document, sentence, span_begin, span_end, status, day FROM process_steps "
                              "WHERE process = ?1 AND (day IS NULL OR day <= ?2) ORDER BY number DESC LIMIT 1";

static void add_processes(view_maker *maker, view_standings *state)
{
    view_processes_list list = view_processes_of(maker);
    for (size_t i = 0; i < list.count; i++) {
        sqlite3_stmt *row = view_statement(maker, STEP_BY);
        view_bind_integer(maker, row, 1, list.items[i].process);
        view_bind_text(maker, row, 2, maker->by);
        if (view_step(maker, row)) {
            view_standing standing = {.kind = BASE_LITERAL("process"), .name = list.items[i].name};
            standing.head.number = list.items[i].process;
            standing.key = key_of(maker, "process", 0, list.items[i].process);
            standing.source = view_source_at(row, 0);
            standing.source.span = (drg_span){0}; /* the sentence */
            standing.value = view_text(maker, row, 4);
            standing.day = view_text(maker, row, 5);
            add(maker, state, standing);
        }
        sqlite3_reset(row);
    }
}

static void add_meetings(view_maker *maker, view_standings *state)
{
    view_heads heads = {0};
    view_collect(maker, VIEW_MEETING, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        view_meeting meeting = view_meeting_of(maker, &heads.items[i]);
        if (!meeting.source_count) continue; /* not reported yet */
        view_standing standing = {.kind = BASE_LITERAL("meeting"), .name = meeting.name, .source = meeting.source};
        standing.head = heads.items[i];
        standing.key = key_of(maker, "meeting", heads.items[i].document, heads.items[i].number);
        standing.value = meeting.status;
        standing.day = meeting.first_day;
        if (meeting.who.size) {
            view_words name = {0};
            view_add(maker, &name, meeting.name);
            view_add_string(maker, &name, " (");
            view_add(maker, &name, meeting.who);
            view_add_string(maker, &name, ")");
            standing.name = view_done(&name);
        }
        add(maker, state, standing);
    }
}

/* What the position is on: "Brevia on a draft accord: its troops withdraw". */
static drg_text name_position(view_maker *maker, const view_position *position, drg_text proposal, drg_text term)
{
    view_words words = {0};
    view_add(maker, &words, view_party_name(maker, position->party));
    drg_text matter = proposal.size ? proposal : position->content;
    if (matter.size) view_add_string(maker, &words, " on ");
    view_add(maker, &words, matter);
    if (term.size) view_add_string(maker, &words, ": ");
    view_add(maker, &words, term);
    return view_done(&words);
}

static drg_text stance_of(view_maker *maker, const view_position *position)
{
    if (!position->condition.size) return position->stance;
    view_words words = {0};
    view_add(maker, &words, position->stance);
    view_add_string(maker, &words, ": ");
    view_add(maker, &words, position->condition);
    return view_done(&words);
}

/* The latest of each party on each term. */
static void add_positions_on(view_maker *maker, view_standings *state, const view_head *head,
                             const view_proposal *proposal)
{
    view_positions positions = view_positions_on(maker, head);
    for (size_t i = 0; i < positions.count; i++) {
        const view_position *position = &positions.items[i];
        if (!view_is_latest(&positions, i)) continue;
        view_standing standing = {.kind = BASE_LITERAL("position"), .source = position->source, .day = position->day};
        standing.head = (view_head){.kind = VIEW_POSITION, .document = position->document, .number = position->number};
        standing.key =
            base_text_format(maker->arena, "position %lld %lld %lld %.*s", (long long)head->document,
                             (long long)head->number, (long long)position->term, BASE_PRINT(position->party));
        standing.name =
            name_position(maker, position, proposal->name, view_term_wording(&proposal->terms, position->term));
        standing.value = stance_of(maker, position);
        add(maker, state, standing);
    }
}

static void add_proposals(view_maker *maker, view_standings *state)
{
    view_heads heads = {0};
    view_collect(maker, VIEW_PROPOSAL, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        view_proposal proposal = view_proposal_of(maker, &heads.items[i]);
        if (!proposal.source_count) continue;
        view_standing standing = {.kind = BASE_LITERAL("proposal"), .name = proposal.name, .source = proposal.source};
        standing.head = heads.items[i];
        standing.key = key_of(maker, "proposal", heads.items[i].document, heads.items[i].number);
        standing.value = proposal.version.size ? proposal.version : BASE_LITERAL("put");
        standing.day = base_text_copy(maker->arena, base_text_from(heads.items[i].day));
        add(maker, state, standing);
        add_positions_on(maker, state, &heads.items[i], &proposal);
    }
}

static void add_demands(view_maker *maker, view_standings *state)
{
    view_heads heads = {0};
    view_collect(maker, VIEW_POSITION, &heads);
    view_order(maker, &heads);
    for (size_t i = 0; i < heads.count; i++) {
        view_position position = view_position_of(maker, heads.items[i].document, heads.items[i].number);
        if (position.proposal >= 0 || base_text_compare(position.day, maker->by) > 0) continue;
        view_standing standing = {.kind = BASE_LITERAL("position"), .source = position.source, .day = position.day};
        standing.head = heads.items[i];
        standing.key = key_of(maker, "demand", heads.items[i].document, heads.items[i].number);
        standing.name = name_position(maker, &position, (drg_text){0}, (drg_text){0});
        standing.value = stance_of(maker, &position);
        add(maker, state, standing);
    }
}

view_standings view_state(view_maker *maker, drg_text day)
{
    view_standings state = {0};
    maker->by = day;
    add_processes(maker, &state);
    add_meetings(maker, &state);
    add_proposals(maker, &state);
    add_demands(maker, &state);
    maker->by = (drg_text){0};
    return state;
}

/* ---------------------------------------------------------------- comparing */

view_differences view_compare(view_maker *maker, const view_standings *before, const view_standings *after)
{
    view_differences differences = {0};
    base_map at = {0};
    for (size_t i = 0; i < before->count; i++)
        *base_map_put(maker->arena, &at, before->items[i].key, DRG_NONE) = (uint32_t)i;
    for (size_t i = 0; i < after->count; i++) {
        uint32_t earlier = base_map_get(&at, after->items[i].key);
        const view_standing *old = earlier == DRG_NONE ? NULL : &before->items[earlier];
        if (old && base_text_equal(old->value, after->items[i].value)) continue;
        base_push(maker->arena, &differences) = (view_difference){old, &after->items[i]};
    }
    return differences;
}
