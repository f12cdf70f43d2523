/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "talks/talks.h"

typedef struct gather_case {
    base_arena arena;
    jmp_buf escape;
    record_gathering all;
} gather_case;

static int open_case(void **state)
{
    gather_case *self = calloc(1, sizeof *self);
    if (!self) return 1;
    base_arena_open(&self->arena, 0, &self->escape);
    self->all.arena = &self->arena;
    *state = self;
    return 0;
}

static int close_case(void **state)
{
    gather_case *self = *state;
    base_arena_close(&self->arena);
    free(self);
    return 0;
}

static uint32_t party(gather_case *self, const char *country)
{
    return record_gather_party(&self->all, base_text_from(country), BASE_LITERAL("GOV"), base_text_from(country),
                               base_text_from(country), BASE_LITERAL("state"));
}

/* A meeting of two countries, told by a document of the day `published`. */
static void meet(gather_case *self, int64_t document, const char *published, const char *day, const char *place,
                 drg_meeting_status status, const char *one, const char *other)
{
    record_gathering *all = &self->all;
    gather_meeting row = {.told = {.document = document, .span = {10, 14}},
                          .id = base_text_format(&self->arena, "m%d", (int)document),
                          .status = status,
                          .place = base_text_from(place),
                          .first = base_text_from(day),
                          .last = base_text_from(day),
                          .published = base_text_from(published),
                          .people = (uint32_t)all->persons.count,
                          .people_count = 2};
    base_push(&self->arena, &all->persons) = (gather_person){party(self, one), DRG_PART_PARTY};
    base_push(&self->arena, &all->persons) = (gather_person){party(self, other), DRG_PART_PARTY};
    base_push(&self->arena, &all->meetings) = row;
}

static void one_meeting_told_thrice(void **state)
{
    gather_case *self = *state;
    meet(self, 1, "2024-05-10", "2024-05-14", "Geneva", DRG_MEETING_PLANNED, "FRA", "DEU");
    meet(self, 2, "2024-05-14", "2024-05-14", "", DRG_MEETING_ONGOING, "DEU", "FRA");
    meet(self, 3, "2024-05-15", "2024-05-14", "Geneva", DRG_MEETING_HELD, "FRA", "DEU");
    talks_gather(&self->all);
    assert_int_equal(self->all.joined_meetings.count, 1);
    assert_int_equal(self->all.joined_meetings.items[0].status, DRG_MEETING_HELD);
    assert_true(base_text_is(self->all.joined_meetings.items[0].place, "Geneva"));
}

static void a_late_report_of_the_plan_undoes_nothing(void **state)
{
    gather_case *self = *state;
    meet(self, 1, "2024-05-15", "2024-05-14", "Geneva", DRG_MEETING_HELD, "FRA", "DEU");
    meet(self, 2, "2024-05-16", "2024-05-14", "Geneva", DRG_MEETING_PLANNED, "FRA", "DEU");
    talks_gather(&self->all);
    assert_int_equal(self->all.joined_meetings.count, 1);
    assert_int_equal(self->all.joined_meetings.items[0].status, DRG_MEETING_HELD);
}

static void other_days_places_and_parties_are_other_meetings(void **state)
{
    gather_case *self = *state;
    meet(self, 1, "2024-05-15", "2024-05-14", "Geneva", DRG_MEETING_HELD, "FRA", "DEU");
    meet(self, 2, "2024-05-15", "2024-05-13", "Geneva", DRG_MEETING_HELD, "FRA", "DEU");
    meet(self, 3, "2024-05-15", "2024-05-14", "Vienna", DRG_MEETING_HELD, "FRA", "DEU");
    meet(self, 4, "2024-05-15", "2024-05-14", "Geneva", DRG_MEETING_HELD, "IRN", "OMN");
    talks_gather(&self->all);
    assert_int_equal(self->all.joined_meetings.count, 4);
}

static void two_parties_within_a_year_are_one_negotiation(void **state)
{
    gather_case *self = *state;
    meet(self, 1, "2020-01-05", "2020-01-05", "Geneva", DRG_MEETING_HELD, "ARM", "AZE");
    meet(self, 2, "2020-06-05", "2020-06-05", "Prague", DRG_MEETING_COLLAPSED, "ARM", "AZE");
    meet(self, 3, "2020-06-05", "2020-06-05", "Geneva", DRG_MEETING_HELD, "FRA", "DEU");
    meet(self, 4, "2023-06-05", "2023-06-05", "Geneva", DRG_MEETING_HELD, "ARM", "AZE");
    talks_gather(&self->all);
    assert_int_equal(self->all.processes.count, 1); /* the others are a single meeting each */
    assert_string_equal(self->all.processes.items[0].status, "broken-off");
    assert_int_equal(self->all.joined_meetings.items[0].process, 0);
    assert_int_equal(self->all.joined_meetings.items[1].process, 0);
    assert_int_equal(self->all.joined_meetings.items[3].process, DRG_NONE);
    assert_int_equal(self->all.steps.count, 2);
}

static void what_the_user_defines_comes_first(void **state)
{
    gather_case *self = *state;
    static const drg_text parties[] = {{"ARM", 3}}, words[] = {{"corridor", 8}};
    base_push(&self->arena, &self->all.given) = (gather_given){.id = BASE_LITERAL("corridor"),
                                                               .name = BASE_LITERAL("The corridor"),
                                                               .parties = {parties, 1},
                                                               .words = {words, 1}};
    meet(self, 1, "2020-01-05", "2020-01-05", "Geneva", DRG_MEETING_HELD, "ARM", "AZE");
    meet(self, 2, "2020-06-05", "2020-06-05", "Prague", DRG_MEETING_HELD, "ARM", "AZE");
    meet(self, 3, "2020-07-05", "2020-07-05", "Prague", DRG_MEETING_HELD, "ARM", "AZE");
    self->all.given.items[0].from = BASE_LITERAL("2020-01-05");
    self->all.given.items[0].to = BASE_LITERAL("2020-12-31");
    meet(self, 4, "2021-02-05", "2021-02-05", "Prague", DRG_MEETING_HELD, "ARM", "AZE"); /* behind its time */
    base_push(&self->arena, &self->all.hits) = (gather_hit){1, 40, 0};
    base_push(&self->arena, &self->all.hits) = (gather_hit){2, 4000, 0}; /* too far off for one party */
    base_push(&self->arena, &self->all.hits) = (gather_hit){4, 40, 0};
    talks_gather(&self->all);
    assert_int_equal(self->all.processes.count, 2);
    assert_true(self->all.processes.items[self->all.joined_meetings.items[0].process].given);
    assert_false(self->all.processes.items[self->all.joined_meetings.items[1].process].given);
    assert_false(self->all.processes.items[self->all.joined_meetings.items[3].process].given);
}

static void put(gather_case *self, int64_t document, const char *day, const char *name, const char *by)
{
    record_gathering *all = &self->all;
    gather_proposal row = {.told = {.document = document, .span = {20, 24}},
                           .answers = DRG_NONE,
                           .id = base_text_format(&self->arena, "p%d", (int)document),
                           .name = base_text_from(name),
                           .published = base_text_from(day),
                           .people = (uint32_t)all->persons.count,
                           .people_count = by ? 1 : 0};
    if (by) base_push(&self->arena, &all->persons) = (gather_person){party(self, by), DRG_PART_PARTY};
    base_push(&self->arena, &all->proposals) = row;
}

static void proposals_are_one_by_their_name(void **state)
{
    gather_case *self = *state;
    put(self, 1, "2024-05-31", "three-phase proposal", "USA");
    put(self, 2, "2024-06-10", "Three-phase proposal", NULL);
    put(self, 3, "2024-06-11", "three-phase proposal", "EGY"); /* another's */
    put(self, 4, "2024-06-12", "plan", "USA");
    put(self, 5, "2024-06-13", "plan", "USA"); /* a plain word: nobody says that it is the same */
    talks_gather(&self->all);
    assert_int_equal(self->all.proposals.items[0].into, self->all.proposals.items[1].into);
    assert_int_not_equal(self->all.proposals.items[0].into, self->all.proposals.items[2].into);
    assert_int_not_equal(self->all.proposals.items[3].into, self->all.proposals.items[4].into);
}

static void say(gather_case *self, int64_t document, const char *day, drg_stance stance)
{
    record_gathering *all = &self->all;
    gather_statement row = {.told = {.document = document, .span = {30, 34}},
                            .speaker = BASE_LITERAL("anna-lind"),
                            .party = party(self, "NOR"),
                            .stance = stance,
                            .published = base_text_from(day),
                            .matters = (uint32_t)all->matters.count,
                            .matter_count = 1,
                            .reverses = DRG_NONE};
    base_push(&self->arena, &all->matters) = (gather_matter){DRG_MATTER_PROPOSAL, 0, DRG_NONE};
    base_push(&self->arena, &all->statements) = row;
}

static void the_opposite_on_the_same_proposal_is_a_reversal(void **state)
{
    gather_case *self = *state;
    for (int document = 1; document <= 3; document++) put(self, document, "2024-05-31", "three-phase proposal", "USA");
    say(self, 1, "2024-06-01", DRG_STANCE_REJECTS);
    say(self, 2, "2024-06-02", DRG_STANCE_REJECTS);
    say(self, 3, "2024-06-03", DRG_STANCE_ACCEPTS);
    talks_gather(&self->all);
    assert_int_equal(self->all.statements.items[0].earlier, DRG_NONE);
    assert_int_equal(self->all.statements.items[1].earlier, DRG_NONE);
    assert_int_equal(self->all.statements.items[2].earlier, 1);
}

static void parties_are_told_apart(void **state)
{
    gather_case *self = *state;
    record_gathering *all = &self->all;
    drg_text yemen = BASE_LITERAL("YEM"), none = {"", 0};
    uint32_t state_party = record_gather_party(all, yemen, BASE_LITERAL("GOV"), BASE_LITERAL("a"), BASE_LITERAL("a"),
                                               BASE_LITERAL("person"));
    uint32_t army = record_gather_party(all, yemen, BASE_LITERAL("MIL"), BASE_LITERAL("b"), BASE_LITERAL("b"),
                                        BASE_LITERAL("group"));
    uint32_t rebels = record_gather_party(all, yemen, BASE_LITERAL("REB"), BASE_LITERAL("c"), BASE_LITERAL("Houthis"),
                                          BASE_LITERAL("organization"));
    uint32_t vague = record_gather_party(all, none, BASE_LITERAL("GOV"), BASE_LITERAL("president"),
                                         BASE_LITERAL("president"), BASE_LITERAL("role"));
    assert_int_equal(state_party, army);
    assert_int_not_equal(state_party, rebels);
    assert_true(base_text_is(all->parties.items[rebels].key, "YEM REB"));
    assert_true(all->parties.items[vague].vague);
    assert_false(all->parties.items[rebels].vague);
}

static void nothing_gives_nothing(void **state)
{
    gather_case *self = *state;
    talks_gather(&self->all);
    assert_int_equal(self->all.processes.count, 0);
}

static void days_are_counted(void **state)
{
    (void)state;
    assert_int_equal(gather_day(BASE_LITERAL("1970-01-01")), 0);
    assert_int_equal(gather_day(BASE_LITERAL("2024-03-01")) - gather_day(BASE_LITERAL("2024-02-28")), 2);
    assert_int_equal(gather_day(BASE_LITERAL("2023-12")), gather_day(BASE_LITERAL("2023-12-01")));
    assert_int_equal(gather_day((drg_text){"", 0}), INT32_MIN);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_case, close_case)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(one_meeting_told_thrice),
        CASE(a_late_report_of_the_plan_undoes_nothing),
        CASE(other_days_places_and_parties_are_other_meetings),
        CASE(two_parties_within_a_year_are_one_negotiation),
        CASE(what_the_user_defines_comes_first),
        CASE(proposals_are_one_by_their_name),
        CASE(the_opposite_on_the_same_proposal_is_a_reversal),
        CASE(parties_are_told_apart),
        CASE(nothing_gives_nothing),
        cmocka_unit_test(days_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
