/* SPDX-License-Identifier: Apache-2.0
 * The codes' names, the codebook, days, notes; and that record_check sees every break of the record's laws. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "record/record.h"

static jmp_buf escape;

#define TEXT "Paris. France\xE2\x80\x99s foreign minister met Iran\xE2\x80\x99s on Monday in Doha."

static void push_word(drg_document *document, uint32_t begin, uint32_t end, uint32_t head)
{
    drg_token token = {.span = {begin, end}, .lemma = BASE_LITERAL("x"), .deprel = BASE_LITERAL("dep"), .head = head};
    base_push(&document->arena, &document->tokens) = token;
}

/* Two sentences, and one of everything that a document holds. */
static void fill(drg_document *document)
{
    base_arena *arena = &document->arena;
    base_arena_open(arena, 0, &escape);
    document->source.text = BASE_LITERAL(TEXT);
    document->id = BASE_LITERAL("d");
    base_push(arena, &document->sentences) = (drg_sentence){.span = {0, 6}, .first_token = 0, .token_count = 2};
    base_push(arena, &document->sentences) = (drg_sentence){
        .span = {7, (uint32_t)sizeof TEXT - 1}, .first_token = 2, .token_count = 3, .paragraph = 1, .body = 2};
    push_word(document, 0, 5, DRG_NONE);
    push_word(document, 5, 6, 0);
    push_word(document, 7, 13, 3);
    push_word(document, 13, 17, DRG_NONE);
    push_word(document, 18, 25, 3);
    static const drg_text sectors[] = {{"GOV", 3}, {"EUR", 3}};
    drg_role *role = BASE_NEW(arena, drg_role);
    *role = (drg_role){.title = BASE_LITERAL("foreign minister"), .from = BASE_LITERAL("2024-09"), .span = {18, 25}};
    for (int i = 0; i < 2; i++)
        base_push(arena, &document->actors) = (drg_actor){.id = i ? BASE_LITERAL("fra") : BASE_LITERAL("irn"),
                                                          .name = BASE_LITERAL("France"),
                                                          .type = DRG_ACTOR_STATE,
                                                          .country = BASE_LITERAL("FRA"),
                                                          .sector = {sectors, 2},
                                                          .roles = role,
                                                          .role_count = 1,
                                                          .sentence = 1,
                                                          .span = {7, 13}};
    for (uint32_t i = 0; i < 2; i++)
        base_push(arena, &document->mentions) =
            (drg_mention){.actor = i, .sentence = 1, .head = 2 + i, .span = {7, 13}, .sector = {sectors, 1}};
    base_push(arena, &document->dates) = (drg_date){.sentence = 1,
                                                    .head = 4,
                                                    .span = {18, 25},
                                                    .from = "2024-02-29",
                                                    .to = "2024-02-29",
                                                    .precision = DRG_PRECISION_DAY};
    base_push(arena, &document->places) = (drg_place){
        .sentence = 1, .head = 4, .span = {18, 25}, .name = BASE_LITERAL("Doha"), .lat = 25, .located = true};
    uint32_t *actors = BASE_ARRAY(arena, uint32_t, 2);
    actors[1] = 1;
    drg_attribution *said = BASE_NEW(arena, drg_attribution);
    *said = (drg_attribution){.speaker = 0, .medium = BASE_LITERAL("post")};
    static const drg_text contexts[] = {{"diplomatic", 10}};
    for (int i = 0; i < 2; i++)
        base_push(arena, &document->events) = (drg_event){.id = i ? BASE_LITERAL("e1") : BASE_LITERAL("e0"),
                                                          .sentence = 1,
                                                          .span = {7, 25},
                                                          .trigger_head = 3,
                                                          .trigger = {18, 25},
                                                          .type = DRG_CONSULT,
                                                          .mode = BASE_LITERAL("visit"),
                                                          .cameo = BASE_LITERAL("040"),
                                                          .quad = record_quad(DRG_CONSULT),
                                                          .score = 4,
                                                          .goldstein = 1,
                                                          .has_goldstein = true,
                                                          .actors = {actors, 2},
                                                          .attribution = said,
                                                          .attribution_count = 1,
                                                          .contexts = {contexts, 1},
                                                          .magnitude = {-1, -1, -1, -1, {0}, false},
                                                          .rule = BASE_LITERAL("consult.yaml#meet"),
                                                          .confidence = 0.5};
    record_note(document, (drg_span){0, 5}, "a note on %s", "Paris");
    base_push(arena, &document->refusals) = (drg_refusal){.sentence = 0,
                                                          .trigger_head = 1,
                                                          .rule = BASE_LITERAL("a#b"),
                                                          .reason = BASE_LITERAL("no actor")};
}

static void good_document_passes(void **state)
{
    (void)state;
    drg_document document = {0};
    drg_error error = {"nothing"};
    fill(&document);
    drg_status status = record_check(&document, &error);
    if (status != DRG_OK) fail_msg("%s", error.message);
    base_arena_close(&document.arena);
}

/* Makes a good document, does `harm` to it, and expects the check to say `said`. */
#define BREAK(harm, said)                                                                                              \
    do {                                                                                                               \
        drg_document document = {0};                                                                                   \
        drg_error error = {""};                                                                                        \
        fill(&document);                                                                                               \
        drg_sentence *sentence = &document.sentences.items[1];                                                         \
        drg_token *token = &document.tokens.items[3];                                                                  \
        drg_actor *actor = &document.actors.items[1];                                                                  \
        drg_mention *mention = &document.mentions.items[1];                                                            \
        drg_date *date = &document.dates.items[0];                                                                     \
        drg_place *place = &document.places.items[0];                                                                  \
        drg_event *event = &document.events.items[1];                                                                  \
        drg_note *note = &document.notes.items[0];                                                                     \
        drg_refusal *refusal = &document.refusals.items[0];                                                            \
        (void)sentence, (void)token, (void)actor, (void)mention, (void)date, (void)place, (void)event, (void)note;     \
        (void)refusal;                                                                                                 \
        harm;                                                                                                          \
        drg_status status = record_check(&document, &error);                                                           \
        if (status != DRG_ERROR_FORMAT || !strstr(error.message, said))                                                \
            fail_msg("%s: status %d, '%s'", #harm, status, error.message);                                             \
        base_arena_close(&document.arena);                                                                             \
    } while (0)

static void broken_language_is_seen(void **state)
{
    (void)state;
    BREAK(document.id.size = 0, "document 0: it has no id");
    BREAK(sentence->span.end = 5000, "sentence 1: its span is not inside the text");
    BREAK(sentence->span.begin = 8, "sentence 1: its words are not one after the other");
    BREAK(sentence->span.begin = 3, "sentence 1: it is out of order");
    BREAK(document.sentences.items[0].paragraph = 2, "sentence 1: it is out of order");
    BREAK(sentence->first_token = 1, "sentence 1: its words are not those after");
    BREAK(sentence->token_count = 4, "sentence 1: its words are not those after");
    BREAK(sentence->token_count = 0, "sentence 1: it has no words");
    BREAK(sentence->token_count = 1, "a head is not in the sentence");
    BREAK(sentence->token_count = 2, "word 4: it belongs to no sentence");
    BREAK(sentence->body = 6, "sentence 1: its body is outside");
    BREAK(token->span.end = 14, "sentence 1: its span cuts a character");
    BREAK(token->span.end = token->span.begin, "sentence 1: its words are not one after");
    BREAK(token->span.begin = 12, "sentence 1: its words are not one after");
    BREAK(token->upos = 40, "a word has no part of speech");
    BREAK(token->lemma = BASE_LITERAL("\xC3"), "a lemma is broken UTF-8");
    BREAK(token->head = 1, "a head is not in the sentence");
    BREAK(token->head = 77, "a head is not in the sentence");
    BREAK(token->head = 2, "it has not one root");
    BREAK((token[1].head = DRG_NONE), "it has not one root");
    BREAK((token->head = 2, token[1].head = DRG_NONE), "its heads run in a circle");
}

static void broken_finds_are_seen(void **state)
{
    (void)state;
    BREAK(actor->id = document.actors.items[0].id, "actor 1: its id is another's too");
    BREAK(actor->id.size = 0, "actor 1: it has no id");
    BREAK(actor->name = BASE_LITERAL("\xFF"), "actor 1: it has no name");
    BREAK(actor->type = (drg_actor_type)9, "actor 1: its type is none");
    BREAK(actor->country = BASE_LITERAL("FR"), "actor 1: its country is no code");
    BREAK(actor->country = BASE_LITERAL("fra"), "actor 1: its country is no code");
    BREAK(actor->sector = ((drg_texts){&actor->id, 1}), "actor 1: a sector is none");
    BREAK(actor->sentence = 2, "actor 1: there is no such sentence");
    BREAK(actor->span.begin = 2, "actor 1: its span leaves its sentence");
    BREAK(actor->span.end = 7, "actor 1: its span is empty");
    BREAK(((drg_role *)(uintptr_t)actor->roles)->title.size = 0, "a role has no title");
    BREAK(((drg_role *)(uintptr_t)actor->roles)->to = BASE_LITERAL("2024-13"), "a role's time is no date");
    BREAK(((drg_role *)(uintptr_t)actor->roles)->span.end = 3000, "its span is not inside the text");
    BREAK(mention->actor = 2, "mention 1: there is no such actor");
    BREAK(mention->head = 1, "mention 1: its head word is not in its sentence");
    BREAK(mention->head = 5, "mention 1: its head word is not in its sentence");
    BREAK((mention->sentence = 0, mention->head = 0, mention->span = (drg_span){0, 5}),
          "mention 1: it is out of order");
    BREAK(mention->via = (drg_via)6, "mention 1: its via is none");
    BREAK(mention->span = ((drg_span){9, 8}), "mention 1: its span is not inside");
    BREAK(strcpy(date->from, "2023-02-29"), "date 0: no day");
    BREAK(strcpy(date->to, "2024-02-28"), "date 0: it ends before it begins");
    BREAK((date->from[0] = 0, date->to[0] = 0, date->value[0] = 0), "date 0: neither from nor to nor a value");
    BREAK(date->kind = DRG_TIMEX_SET, "date 0: what recurs has no day");
    BREAK(date->kind = DRG_TIMEX_COUNT, "date 0: its type, mod or anchor is none");
    BREAK(date->mod = DRG_MOD_COUNT, "date 0: its type, mod or anchor is none");
    BREAK(memcpy(date->value, "p3d", 4), "date 0: its value is none");
    BREAK(memset(date->value, 'P', sizeof date->value), "date 0: its value is none");
    BREAK(date->precision = DRG_PRECISION_UNKNOWN, "date 0: its precision is not known");
    BREAK((date->anchored = DRG_ANCHOR_TEXT, date->anchor[0] = 0), "date 0: the day of its anchor is not known");
    BREAK(memset(date->anchor, '1', 11), "date 0: no day");
    BREAK(place->lat = 91, "place 0: nowhere on earth");
    BREAK(place->lon = NAN, "place 0: nowhere on earth");
    BREAK(place->name.size = 0, "place 0: it has no name");
}

static void broken_events_are_seen(void **state)
{
    (void)state;
    uint32_t twice[] = {0, 0}, beyond[] = {2};
    BREAK(event->id = document.events.items[0].id, "event 1: its id is another's too");
    BREAK(event->id.size = 0, "event 1: it has no id");
    BREAK((event->sentence = 0, event->span = (drg_span){0, 5}), "event 1: its span leaves its sentence");
    BREAK(event->trigger = ((drg_span){0, 5}), "event 1: its span leaves its sentence");
    BREAK(event->trigger_head = 0, "event 1: its head word is not in its sentence");
    BREAK(event->type = (drg_type)16, "event 1: its type is none");
    BREAK(event->type = DRG_AID, "event 1: its type has no such mode");
    BREAK(event->mode = BASE_LITERAL("riot"), "event 1: its type has no such mode");
    BREAK(event->cameo = BASE_LITERAL("40"), "event 1: there is no such CAMEO code");
    BREAK(event->quad = BASE_LITERAL("material-conflict"), "event 1: its quad is not its type's");
    BREAK(event->score = NAN, "event 1: its score is not its mode's");
    BREAK(event->goldstein = 2, "event 1: its Goldstein score is not");
    BREAK(event->contexts = ((drg_texts){&event->mode, 1}), "event 1: a context is none");
    BREAK(event->actors = ((drg_indexes){twice, 2}), "event 1: a mention stands twice");
    BREAK(event->third = ((drg_indexes){beyond, 1}), "event 1: there is no such mention");
    BREAK(event->status = (drg_event_status)8, "event 1: its status is none");
    BREAK(event->date = 1, "event 1: there is no such date");
    BREAK(event->place = 1, "event 1: there is no such place");
    BREAK(event->magnitude.dead = -2, "event 1: a figure is none");
    BREAK((event->magnitude.has_money = true, event->magnitude.money.amount = INFINITY), "event 1: a figure is none");
    BREAK(event->rule = BASE_LITERAL("meet"), "event 1: its rule is none");
    BREAK(event->confidence = 1.01, "event 1: its confidence");
    BREAK(event->confidence = NAN, "event 1: its confidence");
    BREAK(((drg_attribution *)(uintptr_t)event->attribution)->speaker = 2, "there is no such speaker");
    BREAK(((drg_attribution *)(uintptr_t)event->attribution)->speaker = DRG_NONE, "an attribution to nobody");
    BREAK(((drg_attribution *)(uintptr_t)event->attribution)->medium = BASE_LITERAL("radio"), "its medium is none");
    BREAK(note->span.end = 4000, "note 0: its span is not inside the text");
    BREAK(note->text.size = 0, "note 0: it says nothing");
    BREAK(refusal->trigger_head = 2, "refusal 0: its head word");
    BREAK(refusal->reason.size = 0, "refusal 0: it has no reason");
}

static void names_go_both_ways(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < DRG_TYPE_COUNT; i++)
        assert_int_equal(record_type_from(base_text_from(drg_type_name((drg_type)i))), i);
    for (uint32_t i = 0; i < DRG_UPOS_COUNT; i++)
        assert_int_equal(record_upos_from(base_text_from(drg_upos_name((drg_upos)i))), i);
    for (uint32_t i = 0; i <= DRG_STATUS_HISTORICAL; i++)
        assert_int_equal(record_event_status_from(base_text_from(drg_event_status_name((drg_event_status)i))), i);
    assert_string_equal(drg_type_name(DRG_SANCTION), "SANCTION");
    assert_string_equal(drg_upos_name(DRG_X), "X");
    assert_string_equal(drg_via_name(DRG_VIA_GROUP), "group");
    assert_string_equal(drg_precision_name(DRG_PRECISION_YEAR), "year");
    assert_string_equal(drg_actor_type_name(DRG_ACTOR_ROLE), "role");
    assert_int_equal(record_type_from(BASE_LITERAL("DEMAND")), DRG_NONE);
    assert_string_equal(drg_type_name((drg_type)-1), "");
}

static void codebook_gives_its_facts(void **state)
{
    (void)state;
    assert_true(record_mode_exists(DRG_RETREAT, BASE_LITERAL("ceasefire")));
    assert_false(record_mode_exists(DRG_AGREE, BASE_LITERAL("meet")));
    assert_true(record_mode_exists(DRG_AGREE, BASE_LITERAL("")));
    assert_true(record_score(DRG_REQUEST, BASE_LITERAL("assist")) == 0.5);
    assert_true(record_score(DRG_ACCUSE, (drg_text){0}) == -3);
    assert_true(base_text_is(record_quad(DRG_SANCTION), "material-conflict"));
    assert_true(base_text_is(record_quad(DRG_RETREAT), "material-cooperation"));
    double score = 99;
    assert_true(record_goldstein(BASE_LITERAL("0233"), &score) && score == 3.4);
    assert_true(record_goldstein(BASE_LITERAL("13"), &score) && score == -6);
    assert_true(record_goldstein(BASE_LITERAL("164"), &score) && score == -7);
    assert_false(record_goldstein(BASE_LITERAL("1951"), &score));
    assert_true(record_cameo_exists(BASE_LITERAL("1951")) && record_cameo_exists(BASE_LITERAL("01")));
    assert_false(record_cameo_exists(BASE_LITERAL("1213")) || record_cameo_exists(BASE_LITERAL("1")) ||
                 record_cameo_exists(BASE_LITERAL("")) || record_cameo_exists(BASE_LITERAL("21")));
    assert_true(record_sector_exists(BASE_LITERAL("GOV")) && !record_sector_exists(BASE_LITERAL("GO")));
    assert_true(record_context_exists(BASE_LITERAL("pro_democracy")) && !record_context_exists(BASE_LITERAL("")));
}

static void days_are_those_of_the_calendar(void **state)
{
    (void)state;
    assert_true(record_day_exists(BASE_LITERAL("2000-02-29")) && record_day_exists(BASE_LITERAL("2024-12-31")));
    const char *none[] = {"1900-02-29", "2023-02-29", "2024-00-10", "2024-13-01", "2024-04-31",
                          "2024-4-01",  "2024/04/01", "2024-04-0x", "",           "2024-04-01T"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) assert_false(record_day_exists(base_text_from(none[i])));
}

static void notes_are_bounded(void **state)
{
    (void)state;
    drg_document document = {0};
    base_arena_open(&document.arena, 0, &escape);
    for (size_t i = 0; i < BOUND_NOTES + 10; i++) record_note(&document, (drg_span){0, 0}, "note %zu", i);
    assert_int_equal(document.notes.count, BOUND_NOTES);
    assert_true(base_text_is(document.notes.items[7].text, "note 7"));
    assert_true(base_text_ends(document.notes.items[BOUND_NOTES - 1].text, BASE_LITERAL("left out")));
    base_arena_close(&document.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(good_document_passes),
        cmocka_unit_test(broken_language_is_seen),
        cmocka_unit_test(broken_finds_are_seen),
        cmocka_unit_test(broken_events_are_seen),
        cmocka_unit_test(names_go_both_ways),
        cmocka_unit_test(codebook_gives_its_facts),
        cmocka_unit_test(days_are_those_of_the_calendar),
        cmocka_unit_test(notes_are_bounded),
    };
    if (setjmp(escape)) return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
