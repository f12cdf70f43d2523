/* SPDX-License-Identifier: Apache-2.0
 *
 * The predicate normaliser: what fills the slots of a verb, a noun or an adjective in each construction, and where a
 * parser hung a phrase wrongly; beside the repairs what looks like it and must stay.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../tests/trees.h"
#include "code/predicate.h"

static const char FRAMES[] =
    "- name: meet\n  type: CONSULT\n  verbs: [meet]\n  nouns: [\"talk (plural)\", visit]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: attack\n  type: ASSAULT\n  verbs: [attack, \"shoot down\", \"hand over\"]\n  nouns: [attack]\n"
    "  adjectives: [open]\n  actor: subject\n  fires: [{text: A.}]\n  silent: [B.]\n";

static int open_suite(void **state)
{
    return tree_suite_open(state, FRAMES);
}

static drg_text form_of(const code_sentence *sentence, uint32_t token)
{
    return record_wording(sentence->document, sentence->tokens[token].span);
}

static uint32_t token_named(const code_sentence *sentence, const char *form)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        if (base_text_is(form_of(sentence, i), form)) return i;
    fail_msg("no token '%s'", form);
    return DRG_NONE;
}

/* "passive subject=Russia object=Ukraine with=Paris+Berlin", slots in the order of their numbers, fillers in that of
 * the text. */
static void print_slots(char *text, size_t size, const code_sentence *sentence, const code_predicate *predicate)
{
    snprintf(text, size, "%s", predicate->passive ? "passive" : "");
    for (unsigned slot = 1; slot < CODE_SLOT_COUNT; slot++) {
        bool more = false;
        for (uint32_t token = 0; token < sentence->count; token++)
            for (size_t i = 0; i < predicate->argument_count; i++) {
                if (predicate->arguments[i].slot != slot || predicate->arguments[i].token != token) continue;
                size_t used = strlen(text);
                const char *name = more ? "" : code_slot_name((code_slot)slot);
                snprintf(text + used, size - used, "%s%s%s%.*s", used && !more ? " " : "", name, more ? "+" : "=",
                         BASE_PRINT(form_of(sentence, token)));
                more = true;
            }
    }
}

static void check(void **state, const char *words, const char *predicate, const char *expected)
{
    tree_reading reading;
    code_workspace workspace;
    char got[512];
    tree_open(&reading, words);
    code_sentence *sentence = tree_load(&reading, *state, &workspace);
    print_slots(got, sizeof got, sentence, code_predicate_of(sentence, token_named(sentence, predicate)));
    if (strcmp(got, expected) != 0) fail_msg("%s\nof '%s' expected '%s', got '%s'", words, predicate, expected, got);
    tree_close(&reading);
}

/* The same of one slot alone, "-" when it is empty. */
static void check_slot(void **state, const char *words, const char *predicate, code_slot slot, const char *expected)
{
    tree_reading reading;
    code_workspace workspace;
    tree_open(&reading, words);
    code_sentence *sentence = tree_load(&reading, *state, &workspace);
    uint32_t filler = code_argument_get(code_predicate_of(sentence, token_named(sentence, predicate)), slot);
    drg_text got = filler == DRG_NONE ? BASE_LITERAL("-") : form_of(sentence, filler);
    if (!base_text_is(got, expected))
        fail_msg("%s\nof '%s' expected %s '%s', got '%.*s'", words, predicate, code_slot_name(slot), expected,
                 BASE_PRINT(got));
    tree_close(&reading);
}

/* ---- verbs as a parser gives them */

static void clause_in_the_active(void **state)
{
    check(state,
          "Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|0|root Ukraine|Ukraine|PROPN|NNP|2|obj|UKR "
          "from|from|ADP|IN|5|case Belarus|Belarus|PROPN|NNP|2|obl|@Belarus",
          "attacked", "subject=Russia object=Ukraine from=Belarus");
}

static void passive_turns_its_slots(void **state)
{
    check(state,
          "Ukraine|Ukraine|PROPN|NNP|3|nsubj:pass|UKR was|be|AUX|VBD|3|aux:pass attacked|attack|VERB|VBN|0|root "
          "by|by|ADP|IN|5|case Russia|Russia|PROPN|NNP|3|obl:agent|RUS",
          "attacked", "passive subject=Russia object=Ukraine");
    /* a verb with a subject of its own has no agent, whatever the parser says */
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI accepted|accept|VERB|VBD|0|root by|by|ADP|IN|4|case "
          "Friday|Friday|PROPN|NNP|2|obl:agent",
          "accepted", "subject=Mali by=Friday");
}

static void second_of_two_passives(void **state)
{
    check(state,
          "Fazil|Fazil|PROPN|NNP|3|nsubj:pass|TUR-OPP was|be|AUX|VBD|3|aux:pass arrested|arrest|VERB|VBN|0|root "
          "and|and|CCONJ|CC|5|cc deported|deport|VERB|VBD|3|conj",
          "deported", "passive object=Fazil");
    check(state,
          "Fazil|Fazil|PROPN|NNP|3|nsubj:pass|TUR-OPP was|be|AUX|VBD|3|aux:pass arrested|arrest|VERB|VBN|0|root "
          "and|and|CCONJ|CC|5|cc smiled|smile|VERB|VBD|3|conj",
          "smiled", "subject=Fazil");
}

/* Who receives and what, or what somebody is called: each slot has what a frame for one of the two asks for. */
static void two_objects_leave_it_to_the_frame(void **state)
{
    const char *words = "Chad|Chad|PROPN|NNP|2|nsubj|TCD offered|offer|VERB|VBD|0|root Niger|Niger|PROPN|NNP|2|obj|NER "
                        "arms|arm|NOUN|NNS|2|obj";
    check_slot(state, words, "offered", CODE_SLOT_INDIRECT, "Niger");
    check_slot(state, words, "offered", CODE_SLOT_AS, "arms");
    check(state,
          "Chad|Chad|PROPN|NNP|2|nsubj|TCD branded|brand|VERB|VBD|0|root envoy|envoy|NOUN|NN|2|iobj "
          "liar|liar|NOUN|NN|2|obj",
          "branded", "subject=Chad object=envoy+liar indirect=envoy as=liar");
}

static void time_before_a_preposition_is_no_object(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI skipped|skip|VERB|VBD|0|root talks|talk|NOUN|NNS|4|compound "
          "hours|hour|NOUN|NNS|2|obj after|after|ADP|IN|6|case raids|raid|NOUN|NNS|2|obl",
          "skipped", "subject=Mali object=talks after=raids");
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI skipped|skip|VERB|VBD|0|root peace|peace|NOUN|NN|4|compound "
          "talks|talk|NOUN|NNS|2|obj after|after|ADP|IN|6|case raids|raid|NOUN|NNS|2|obl",
          "skipped", "subject=Mali object=talks after=raids");
}

static void coordinated_verbs_share(void **state)
{
    const char *words = "Chad|Chad|PROPN|NNP|2|nsubj|TCD condemned|condemn|VERB|VBD|0|root and|and|CCONJ|CC|4|cc "
                        "rejected|reject|VERB|VBD|2|conj raid|raid|NOUN|NN|2|obj";
    check(state, words, "rejected", "subject=Chad object=raid");
    /* an object before the second verb is the first verb's alone */
    words = "Chad|Chad|PROPN|NNP|2|nsubj|TCD condemned|condemn|VERB|VBD|0|root raid|raid|NOUN|NN|2|obj "
            "and|and|CCONJ|CC|5|cc left|leave|VERB|VBD|2|conj";
    check(state, words, "left", "subject=Chad");
}

static void relative_clause_fills_its_gap(void **state)
{
    check(state,
          "envoy|envoy|NOUN|NN|0|root|MLI-GOV who|who|PRON|WP|3|nsubj met|meet|VERB|VBD|1|acl:relcl "
          "rebels|rebel|NOUN|NNS|3|obj",
          "met", "subject=envoy object=rebels");
    check(state,
          "town|town|NOUN|NN|0|root that|that|PRON|WDT|4|obj Mali|Mali|PROPN|NNP|4|nsubj|MLI "
          "attacked|attack|VERB|VBD|1|acl:relcl",
          "attacked", "subject=Mali object=town");
}

static void infinitive_borrows_its_subject(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI plans|plan|VERB|VBZ|0|root to|to|PART|TO|4|mark "
          "attack|attack|VERB|VB|2|xcomp Niger|Niger|PROPN|NNP|4|obj|NER",
          "attack", "subject=Mali object=Niger");
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI urged|urge|VERB|VBD|0|root Chad|Chad|PROPN|NNP|2|obj|TCD "
          "to|to|PART|TO|5|mark attack|attack|VERB|VB|2|xcomp Niger|Niger|PROPN|NNP|5|obj|NER",
          "attack", "subject=Chad object=Niger");
}

/* ---- objects and complements that a parser mixed up */

static void only_receiver_is_the_object(void **state)
{
    const char *words = "Mali|Mali|PROPN|NNP|2|nsubj|MLI urged|urge|VERB|VBD|0|root Chad|Chad|PROPN|NNP|2|iobj|TCD "
                        "to|to|PART|TO|5|mark respect|respect|VERB|VB|3|acl truce|truce|NOUN|NN|5|obj";
    check_slot(state, words, "urged", CODE_SLOT_OBJECT, "Chad");
    check_slot(state, words, "urged", CODE_SLOT_CLAUSE, "respect");
    check_slot(state, words, "respect", CODE_SLOT_SUBJECT, "Chad");
}

static void complement_hung_on_the_person(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI authorised|authorise|VERB|VBD|0|root troops|troops|NOUN|NNS|2|obj|MLI-MIL "
          "to|to|PART|TO|5|mark fire|fire|VERB|VB|3|acl",
          "authorised", "subject=Mali object=troops clause=fire");
    check_slot(state,
               "Mali|Mali|PROPN|NNP|2|nsubj|MLI told|tell|VERB|VBD|0|root mayors|mayor|NOUN|NNS|2|obj|MLI-GOV "
               "that|that|SCONJ|IN|6|mark they|they|PRON|PRP|6|nsubj risked|risk|VERB|VBD|3|acl "
               "arrest|arrest|NOUN|NN|6|obj",
               "told", CODE_SLOT_CLAUSE, "risked");
    /* "that" stands for the object: a relative clause */
    check_slot(state,
               "Mali|Mali|PROPN|NNP|2|nsubj|MLI met|meet|VERB|VBD|0|root mayors|mayor|NOUN|NNS|2|obj|MLI-GOV "
               "that|that|PRON|WDT|6|obj they|they|PRON|PRP|6|nsubj trusted|trust|VERB|VBD|3|acl:relcl",
               "met", CODE_SLOT_CLAUSE, "-");
}

static void time_that_is_given(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI gave|give|VERB|VBD|0|root Chad|Chad|PROPN|NNP|2|iobj|TCD "
          "a|a|DET|DT|5|det week|week|NOUN|NN|2|obl:unmarked to|to|PART|TO|7|mark withdraw|withdraw|VERB|VB|5|acl",
          "gave", "subject=Mali object=Chad+week indirect=Chad clause=withdraw as=week");
    /* when it was, where nobody is given time */
    check_slot(state,
               "Mali|Mali|PROPN|NNP|2|nsubj|MLI told|tell|VERB|VBD|0|root Chad|Chad|PROPN|NNP|2|iobj|TCD "
               "last|last|ADJ|JJ|5|amod week|week|NOUN|NN|2|obl:unmarked",
               "told", CODE_SLOT_OBJECT, "Chad");
}

static void object_behind_a_particle(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI shot|shoot|VERB|VBD|0|root down|down|ADP|RP|2|compound:prt "
          "warplane|warplane|NOUN|NN|2|obl",
          "shot", "subject=Mali object=warplane");
    /* the particle taken for a preposition */
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI handed|hand|VERB|VBD|0|root over|over|ADP|IN|4|case "
          "suspect|suspect|NOUN|NN|2|obl",
          "handed", "subject=Mali object=suspect over=suspect");
}

static void phrase_of_the_object_fills_the_verb(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI discussed|discuss|VERB|VBD|0|root pipeline|pipeline|NOUN|NN|2|obj "
          "with|with|ADP|IN|5|case Chad|Chad|PROPN|NNP|3|nmod|TCD",
          "discussed", "subject=Mali object=pipeline with=Chad");
    /* where the verb has such a phrase itself, the object keeps its own */
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI discussed|discuss|VERB|VBD|0|root treaty|treaty|NOUN|NN|2|obj "
          "with|with|ADP|IN|5|case Chad|Chad|PROPN|NNP|3|nmod|TCD with|with|ADP|IN|7|case "
          "Niger|Niger|PROPN|NNP|2|obl|NER",
          "discussed", "subject=Mali object=treaty with=Niger");
}

/* ---- main verbs and subjects that a parser lost */

static void sentence_read_as_one_phrase(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|0|root|MLI called|call|VERB|VBN|1|acl for|for|ADP|IN|4|case truce|truce|NOUN|NN|2|obl",
          "called", "subject=Mali for=truce");
    check(state,
          "Mali|Mali|PROPN|NNP|3|compound|MLI severed|sever|VERB|VBN|3|amod ties|tie|NOUN|NNS|0|root "
          "with|with|ADP|IN|5|case Niger|Niger|PROPN|NNP|3|nmod|NER",
          "severed", "subject=Mali object=ties with=Niger");
    /* a finite verb stands elsewhere: the participle only modifies */
    check(state,
          "Mali|Mali|PROPN|NNP|3|compound|MLI severed|sever|VERB|VBN|3|amod ties|tie|NOUN|NNS|4|nsubj "
          "hurt|hurt|VERB|VBD|0|root",
          "severed", "passive");
}

static void perfect_taken_for_a_modifier(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI has|have|VERB|VBZ|0|root renewed|renew|VERB|VBN|4|amod "
          "curfew|curfew|NOUN|NN|2|obj in|in|ADP|IN|6|case Gao|Gao|PROPN|NNP|2|obl|@Gao",
          "renewed", "subject=Mali object=curfew in=Gao");
}

static void subject_taken_for_an_adverb(void **state)
{
    check(state, "premier|premier|ADV|RB|2|advmod|MLI-GOV met|meet|VERB|VBD|0|root rebels|rebel|NOUN|NNS|2|obj", "met",
          "subject=premier object=rebels manner=premier");
    /* nobody: an adverb */
    check(state, "yesterday|yesterday|ADV|RB|2|advmod met|meet|VERB|VBD|0|root rebels|rebel|NOUN|NNS|2|obj", "met",
          "object=rebels manner=yesterday");
}

static void subject_between_conjunction_and_verb(void **state)
{
    check(state,
          "talks|talk|NOUN|NNS|2|nsubj fell|fall|VERB|VBD|0|root after|after|SCONJ|IN|5|mark "
          "envoy|envoy|NOUN|NN|2|obl|MLI-GOV left|leave|VERB|VBD|2|advcl",
          "left", "subject=envoy");
}

static void subject_right_before_the_verb(void **state)
{
    check(state,
          "As|as|SCONJ|IN|3|mark gas|gas|NOUN|NN|3|nsubj crossed|cross|VERB|VBD|6|advcl "
          "square|square|NOUN|NN|3|obj envoys|envoy|NOUN|NNS|3|obj huddled|huddle|VERB|VBD|0|root",
          "huddled", "subject=envoys as=crossed");
}

/* ---- nouns and adjectives */

static void noun_takes_its_modifiers(void **state)
{
    check(state,
          "Malian|malian|ADJ|JJ|2|amod|MLI attacks|attack|NOUN|NNS|0|root on|on|ADP|IN|4|case "
          "Chad|Chad|PROPN|NNP|2|nmod|TCD",
          "attacks", "place=Malian on=Chad");
}

static void noun_takes_the_slots_of_its_light_verb(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI held|hold|VERB|VBD|0|root talks|talk|NOUN|NNS|2|obj "
          "with|with|ADP|IN|5|case Chad|Chad|PROPN|NNP|2|obl|TCD",
          "talks", "subject=Mali with=Chad");
}

static void adjective_has_a_subject(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|3|nsubj|MLI is|be|AUX|VBZ|3|cop open|open|ADJ|JJ|0|root to|to|ADP|IN|5|case "
          "talks|talk|NOUN|NNS|3|obl",
          "open", "subject=Mali to=talks");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clause_in_the_active),
        cmocka_unit_test(passive_turns_its_slots),
        cmocka_unit_test(second_of_two_passives),
        cmocka_unit_test(two_objects_leave_it_to_the_frame),
        cmocka_unit_test(time_before_a_preposition_is_no_object),
        cmocka_unit_test(coordinated_verbs_share),
        cmocka_unit_test(relative_clause_fills_its_gap),
        cmocka_unit_test(infinitive_borrows_its_subject),
        cmocka_unit_test(only_receiver_is_the_object),
        cmocka_unit_test(complement_hung_on_the_person),
        cmocka_unit_test(time_that_is_given),
        cmocka_unit_test(object_behind_a_particle),
        cmocka_unit_test(phrase_of_the_object_fills_the_verb),
        cmocka_unit_test(sentence_read_as_one_phrase),
        cmocka_unit_test(perfect_taken_for_a_modifier),
        cmocka_unit_test(subject_taken_for_an_adverb),
        cmocka_unit_test(subject_between_conjunction_and_verb),
        cmocka_unit_test(subject_right_before_the_verb),
        cmocka_unit_test(noun_takes_its_modifiers),
        cmocka_unit_test(noun_takes_the_slots_of_its_light_verb),
        cmocka_unit_test(adjective_has_a_subject),
    };
    return cmocka_run_group_tests(tests, open_suite, tree_suite_close);
}
