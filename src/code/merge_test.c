/* SPDX-License-Identifier: Apache-2.0
 *
 * Events made by hand, one a sentence: which are joined, which telling stays, and in what order the others stand.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "code/merge.h"

enum { RUSSIA, UKRAINE, FRANCE, PARTIES };

typedef struct test_text {
    base_arena arena;
    drg_document document;
} test_text;

/* A mention of each state, which all sentences share. */
static void open_text(test_text *text)
{
    static const char *const codes[PARTIES] = {"RUS", "UKR", "FRA"};
    memset(text, 0, sizeof *text);
    base_arena_open(&text->arena, 0, NULL);
    base_arena_open(&text->document.arena, 0, NULL);
    for (uint32_t i = 0; i < PARTIES; i++) {
        drg_text code = base_text_from(codes[i]);
        base_push(&text->document.arena, &text->document.actors) =
            (drg_actor){.id = code, .name = code, .type = DRG_ACTOR_STATE, .country = code};
        base_push(&text->document.arena, &text->document.mentions) = (drg_mention){.actor = i, .country = code};
    }
}

static void close_text(test_text *text)
{
    base_arena_close(&text->arena);
    base_arena_close(&text->document.arena);
}

static drg_indexes party(base_arena *arena, uint32_t mention)
{
    uint32_t *items = BASE_NEW(arena, uint32_t);
    *items = mention;
    return (drg_indexes){items, 1};
}

/* A sentence of one word, ten bytes long, with an attack on `victim` by `actor`. */
static drg_event *add_attack(test_text *text, uint32_t actor, uint32_t victim)
{
    drg_document *document = &text->document;
    uint32_t index = (uint32_t)document->sentences.count;
    drg_span span = {index * 10, index * 10 + 9};
    base_push(&document->arena, &document->tokens) = (drg_token){.span = span, .lemma = BASE_LITERAL("attack")};
    base_push(&document->arena, &document->sentences) = (drg_sentence){.span = span, .kind = DRG_SENTENCE_TEXT};
    drg_event event = {.sentence = index,
                       .span = span,
                       .trigger = span,
                       .trigger_head = index,
                       .type = DRG_ASSAULT,
                       .actors = party(&document->arena, actor),
                       .recipients = party(&document->arena, victim),
                       .date = DRG_NONE,
                       .place = DRG_NONE,
                       .magnitude = {.dead = -1, .injured = -1, .detained = -1, .people = -1}};
    base_push(&document->arena, &document->events) = event;
    return &document->events.items[index];
}

static void same_parties_and_word_are_one_event(void **state)
{
    (void)state;
    test_text text;
    open_text(&text);
    add_attack(&text, RUSSIA, UKRAINE);
    add_attack(&text, UKRAINE, RUSSIA);
    add_attack(&text, RUSSIA, UKRAINE);
    add_attack(&text, RUSSIA, FRANCE);
    code_merge(&text.arena, &text.document);
    const drg_event *events = text.document.events.items;
    assert_int_equal(text.document.events.count, 3);
    assert_int_equal(events[0].telling_count, 1);
    assert_int_equal(events[0].tellings[0].sentence, 2);
    assert_int_equal(events[1].telling_count, 0);
    assert_int_equal(events[2].sentence, 3);
    close_text(&text);
}

/* It takes its own place in the text; what it leaves open comes from the others. */
static void the_fullest_telling_stays(void **state)
{
    (void)state;
    test_text text;
    open_text(&text);
    add_attack(&text, RUSSIA, UKRAINE)->magnitude.people = 7;
    add_attack(&text, FRANCE, UKRAINE);
    add_attack(&text, RUSSIA, UKRAINE);
    add_attack(&text, RUSSIA, UKRAINE)->magnitude.dead = 5;
    add_attack(&text, RUSSIA, UKRAINE);
    code_merge(&text.arena, &text.document);
    const drg_event *events = text.document.events.items;
    assert_int_equal(text.document.events.count, 2);
    assert_int_equal(events[0].sentence, 1);
    assert_int_equal(events[1].sentence, 3);
    assert_int_equal(events[1].magnitude.dead, 5);
    assert_int_equal(events[1].magnitude.people, 7);
    assert_int_equal(events[1].telling_count, 3);
    assert_int_equal(events[1].tellings[0].sentence, 0);
    assert_int_equal(events[1].tellings[1].sentence, 2);
    assert_int_equal(events[1].tellings[2].sentence, 4);
    close_text(&text);
}

/* One event on each line of a long text: the memory grows with the text, not with its square. */
static void many_tellings_cost_no_more_than_their_number(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    test_text text;
    open_text(&text);
    for (size_t i = 0; i < LINES; i++) add_attack(&text, RUSSIA, UKRAINE);
    size_t before = text.document.arena.taken + text.arena.taken;
    code_merge(&text.arena, &text.document);
    assert_true(text.document.arena.taken + text.arena.taken - before < (size_t)LINES * 256);
    assert_int_equal(text.document.events.count, 1);
    assert_int_equal(text.document.events.items[0].telling_count, LINES - 1);
    for (uint32_t i = 1; i < LINES; i++) assert_int_equal(text.document.events.items[0].tellings[i - 1].sentence, i);
    close_text(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_parties_and_word_are_one_event),
        cmocka_unit_test(the_fullest_telling_stays),
        cmocka_unit_test(many_tellings_cost_no_more_than_their_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
