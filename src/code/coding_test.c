/* SPDX-License-Identifier: Apache-2.0
 *
 * The engine on hand-made trees, written as tests/trees.h says: each construction and each cue once, with what must
 * come out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../tests/trees.h"

static const char FRAMES[] =
    "- name: meet\n  type: CONSULT\n  cameo: \"040\"\n  verbs: [meet]\n  actor: subject\n  recipient: [object, with]\n"
    "  need: [actor, recipient]\n  reciprocal: true\n  where: {object: not <deadline>}\n  fires: [{text: A.}]\n  "
    "silent: [B.]\n"
    "- name: talks\n  type: CONSULT\n  nouns: [\"talk (plural)\"]\n  actor: [between, subject]\n  recipient: with\n"
    "  need: [actor, recipient]\n  reciprocal: true\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: led-talks\n  type: CONSULT\n  mode: third-party\n  nouns: [\"indirect talk (plural)\"]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: arrive\n  type: CONSULT\n  mode: visit\n  verbs: [arrive]\n  actor: subject\n  where: {place: <any>}\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: attack\n  type: ASSAULT\n  verbs: [attack]\n  nouns: [attack, invasion]\n  actor: subject\n"
    "  recipient: [object, on]\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: kill\n  type: ASSAULT\n  verbs: [kill]\n  actor: subject\n  recipient: object\n  figures: {dead: object}\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: withdraw\n  type: RETREAT\n  mode: withdraw\n  verbs: [withdraw, \"pull out\"]\n  nouns: [withdrawal]\n  "
    "of: subject\n"
    "  actor: subject\n  recipient: from\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: release\n  type: RETREAT\n  mode: release\n  verbs: [release]\n  nouns: [release]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: aid\n  type: AID\n  verbs: [send]\n  actor: subject\n  recipient: [indirect, to]\n  where: {object: [aid, "
    "arms]}\n"
    "  figures: {money: object}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: leave-talks\n  type: REJECT\n  mode: meet\n  verbs: [\"pull out\"]\n  actor: subject\n"
    "  where: {of: <meeting>}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: skip-talks\n  type: REJECT\n  mode: meet\n  verbs: [skip]\n  actor: subject\n"
    "  where: {object: <meeting>}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: leave-efforts\n  type: SANCTION\n  mode: withdraw\n  verbs: [\"walk away\"]\n  actor: subject\n"
    "  where: {from: effort}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: push\n  type: REQUEST\n  mode: yield\n  verbs: [push]\n  actor: subject\n  recipient: object\n"
    "  where: {toward: <peace>}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: unacceptable\n  type: REJECT\n  mode: change\n  verbs: [see, call]\n  actor: subject\n  recipient: "
    "object.subject\n"
    "  where: {as: <unacceptable>, object: <proposal>}\n  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: condemn\n  type: ACCUSE\n  mode: disapprove\n  verbs: [condemn]\n  actor: subject\n"
    "  recipient: [object.subject, object]\n  fires: [{text: A.}]\n  silent: [B.]\n"
    /* by the order of words */
    "- name: vow\n  type: AGREE\n  forms: [vowed, vows]\n  pattern: \"*\"\n"
    "- name: vow-war\n  type: THREATEN\n  forms: [vowed, vows]\n  pattern: \"* to_wage <hostilities>\"\n"
    "- name: not-vow\n  nothing: true\n  forms: [vowed, vows]\n  pattern: \"never_*\"\n"
    "- name: hear\n  type: CONSULT\n  forms: [heard]\n  pattern: \"+ * from $\"\n"
    "- name: leave-for\n  type: CONSULT\n  mode: visit\n  forms: [left]\n  pattern: \"* for\"\n"
    "- name: host\n  type: CONSULT\n  forms: [left]\n  pattern: \"* for\"\n  reversed: true\n  also: true\n"
    "- name: postpone\n  type: REJECT\n  forms: [postponed]\n  pattern: \"% have *\"\n"
    "- name: scold\n  type: ACCUSE\n  forms: [scolded]\n  pattern: \"*\"\n"
    "- name: scold-far\n  type: REJECT\n  forms: [scolded]\n  pattern: \"* ^ over ^\"\n";

static int open_suite(void **state)
{
    return tree_suite_open(state, FRAMES);
}

static void open_reading(tree_reading *reading, const tree_suite *suite, const char *sentence)
{
    drg_error error = {""};
    tree_open(reading, sentence);
    code_read(suite->frames, &reading->arena, true, &reading->document);
    if (record_check(&reading->document, &error) != DRG_OK) fail_msg("%s\n%s", error.message, sentence);
}

static void print_indexes(char *text, size_t size, const drg_document *document, drg_indexes indexes)
{
    for (size_t i = 0; i < indexes.count; i++) {
        const drg_mention *mention = &document->mentions.items[indexes.items[i]];
        size_t used = strlen(text);
        snprintf(text + used, size - used, "%s%.*s", i ? "+" : "",
                 BASE_PRINT(document->actors.items[mention->actor].id));
    }
}

/* "CONSULT meet FRA-GOV > DEU-GOV actual", "NOT ASSAULT RUS > UKR actual" for each event, with "; " between. */
static void print_events(char *text, size_t size, const drg_document *document)
{
    *text = '\0';
    for (size_t i = 0; i < document->events.count; i++) {
        const drg_event *event = &document->events.items[i];
        size_t used = strlen(text);
        snprintf(text + used, size - used, "%s%s%s%s%.*s ", i ? "; " : "", event->negated ? "NOT " : "",
                 drg_type_name(event->type), event->mode.size ? " " : "", BASE_PRINT(event->mode));
        print_indexes(text, size, document, event->actors);
        if (event->recipients.count) strcat(text, " > ");
        print_indexes(text, size, document, event->recipients);
        used = strlen(text);
        snprintf(text + used, size - used, " %s", drg_event_status_name(event->status));
    }
}

static void check(void **state, const char *sentence, const char *expected)
{
    tree_reading reading;
    open_reading(&reading, *state, sentence);
    char got[2048];
    print_events(got, sizeof got, &reading.document);
    if (strcmp(got, expected) != 0) {
        print_error("%s\n", sentence);
        for (size_t i = 0; i < reading.document.refusals.count; i++)
            print_error("refused %.*s: %.*s\n", BASE_PRINT(reading.document.refusals.items[i].rule),
                        BASE_PRINT(reading.document.refusals.items[i].reason));
        fail_msg("expected '%s', got '%s'", expected, got);
    }
    tree_close(&reading);
}

/* ---- constructions */

static void plain_clause(void **state)
{
    check(state,
          "Macron|Macron|PROPN|NNP|2|nsubj|FRA-GOV met|meet|VERB|VBD|0|root Scholz|Scholz|PROPN|NNP|2|obj|DEU-GOV",
          "CONSULT FRA-GOV > DEU-GOV actual");
    check(state,
          "Macron|Macron|PROPN|NNP|2|nsubj|FRA-GOV met|meet|VERB|VBD|0|root the|the|DET|DT|4|det "
          "deadline|deadline|NOUN|NN|2|obj",
          "");
}

static void passive(void **state)
{
    check(state,
          "Ukraine|Ukraine|PROPN|NNP|3|nsubj:pass|UKR was|be|AUX|VBD|3|aux:pass attacked|attack|VERB|VBN|0|root "
          "by|by|ADP|IN|5|case "
          "Russia|Russia|PROPN|NNP|3|obl:agent|RUS",
          "ASSAULT RUS > UKR actual");
    check(state, "Ukraine|Ukraine|PROPN|NNP|3|nsubj:pass|UKR was|be|AUX|VBD|3|aux:pass attacked|attack|VERB|VBN|0|root",
          "");
}

static void coordination(void **state)
{
    check(state,
          "Macron|Macron|PROPN|NNP|2|nsubj|FRA-GOV arrived|arrive|VERB|VBD|0|root in|in|ADP|IN|4|case "
          "Kyiv|Kyiv|PROPN|NNP|2|obl|@Kyiv "
          "and|and|CCONJ|CC|6|cc met|meet|VERB|VBD|2|conj Zelenskyy|Zelenskyy|PROPN|NNP|6|obj|UKR-GOV",
          "CONSULT visit FRA-GOV actual; CONSULT FRA-GOV > UKR-GOV actual");
    check(state,
          "Macron|Macron|PROPN|NNP|5|nsubj|FRA-GOV and|and|CCONJ|CC|3|cc Scholz|Scholz|PROPN|NNP|1|conj|DEU-GOV "
          "both|both|ADV|RB|5|advmod "
          "met|meet|VERB|VBD|0|root",
          "CONSULT FRA-GOV+DEU-GOV actual");
    check(state,
          "Russia|Russia|PROPN|NNP|3|nsubj|RUS will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root "
          "China|China|PROPN|NNP|3|obj|CHN "
          "and|and|CCONJ|CC|6|cc attack|attack|VERB|VB|3|conj Ukraine|Ukraine|PROPN|NNP|6|obj|UKR",
          "AGREE RUS > CHN planned; THREATEN violence RUS > UKR planned");
}

static void relative_clause(void **state)
{
    check(state,
          "Yermak|Yermak|PROPN|NNP|5|nsubj|UKR-GOV ,|,|PUNCT|,|4|punct who|who|PRON|WP|4|nsubj "
          "arrived|arrive|VERB|VBD|1|acl:relcl "
          "smiled|smile|VERB|VBD|0|root in|in|ADP|IN|7|case London|London|PROPN|NNP|4|obl|@London",
          "CONSULT visit UKR-GOV actual");
    check(state,
          "the|the|DET|DT|2|det proposal|proposal|NOUN|NN|8|nsubj that|that|PRON|WDT|5|obj "
          "Russia|Russia|PROPN|NNP|5|nsubj|RUS "
          "saw|see|VERB|VBD|2|acl:relcl as|as|ADP|IN|7|case unacceptable|unacceptable|ADJ|JJ|5|xcomp "
          "failed|fail|VERB|VBD|0|root",
          "REJECT change RUS actual");
}

static void light_verbs(void **state)
{
    check(state,
          "Turkey|Turkey|PROPN|NNP|2|nsubj|TUR held|hold|VERB|VBD|0|root talks|talk|NOUN|NNS|2|obj "
          "with|with|ADP|IN|5|case "
          "Greece|Greece|PROPN|NNP|2|obl|GRC",
          "CONSULT TUR > GRC actual");
    check(state,
          "Talks|talk|NOUN|NNS|3|nsubj:pass were|be|AUX|VBD|3|aux:pass held|hold|VERB|VBN|0|root "
          "between|between|ADP|IN|5|case "
          "Iran|Iran|PROPN|NNP|3|obl|IRN and|and|CCONJ|CC|7|cc Iraq|Iraq|PROPN|NNP|5|conj|IRQ",
          "CONSULT IRN+IRQ actual");
    check(state,
          "Russia|Russia|PROPN|NNP|2|nsubj|RUS launched|launch|VERB|VBD|0|root a|a|DET|DT|4|det "
          "series|series|NOUN|NN|2|obj "
          "of|of|ADP|IN|6|case attacks|attack|NOUN|NNS|4|nmod on|on|ADP|IN|8|case Ukraine|Ukraine|PROPN|NNP|6|nmod|UKR",
          "ASSAULT RUS > UKR actual");
    check(state,
          "Ukraine|Ukraine|PROPN|NNP|2|nsubj|UKR came|come|VERB|VBD|0|root under|under|ADP|IN|4|case "
          "attack|attack|NOUN|NN|2|obl "
          "by|by|ADP|IN|6|case Russia|Russia|PROPN|NNP|4|nmod|RUS",
          "ASSAULT RUS > UKR actual");
}

static void nominal_events(void **state)
{
    check(state,
          "The|the|DET|DT|2|det withdrawal|withdrawal|NOUN|NN|7|nsubj of|of|ADP|IN|4|case "
          "Russia|Russia|PROPN|NNP|2|nmod|RUS "
          "from|from|ADP|IN|6|case Syria|Syria|PROPN|NNP|2|nmod|SYR began|begin|VERB|VBD|0|root",
          "RETREAT withdraw RUS > SYR actual");
    check(state,
          "Russia|Russia|PROPN|NNP|3|nmod:poss|RUS 's|'s|PART|POS|1|case invasion|invasion|NOUN|NN|6|nsubj "
          "of|of|ADP|IN|5|case "
          "Ukraine|Ukraine|PROPN|NNP|3|nmod|UKR changed|change|VERB|VBD|0|root it|it|PRON|PRP|6|obj",
          "ASSAULT RUS > UKR actual");
    check(
        state,
        "Poland|Poland|PROPN|NNP|2|nsubj|POL likes|like|VERB|VBZ|0|root views|view|NOUN|NNS|2|obj on|on|ADP|IN|6|case "
        "indirect|indirect|ADJ|JJ|6|amod talks|talk|NOUN|NNS|3|nmod",
        "");
    check(state,
          "statements|statement|NOUN|NNS|0|root on|on|ADP|IN|7|case indirect|indirect|ADJ|JJ|7|amod "
          "U.S.|U.S.|PROPN|NNP|6|compound|USA "
          "-|-|PUNCT|HYPH|6|punct led|lead|VERB|VBN|7|amod talks|talk|NOUN|NNS|1|nmod",
          "CONSULT third-party USA actual");
}

static void control(void **state)
{
    check(state,
          "Israel|Israel|PROPN|NNP|2|nsubj|ISR began|begin|VERB|VBD|0|root to|to|PART|TO|4|mark "
          "withdraw|withdraw|VERB|VB|2|xcomp "
          "from|from|ADP|IN|6|case Gaza|Gaza|PROPN|NNP|4|obl|PSE",
          "RETREAT withdraw ISR > PSE actual");
    check(state,
          "Israel|Israel|PROPN|NNP|3|nsubj:pass|ISR was|be|AUX|VBD|3|aux:pass seen|see|VERB|VBN|0|root "
          "as|as|ADP|IN|5|case "
          "attacking|attack|VERB|VBG|3|advcl Gaza|Gaza|PROPN|NNP|5|obj|PSE",
          "");
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA condemned|condemn|VERB|VBD|0|root Russia|Russia|PROPN|NNP|2|obj|RUS "
          ",|,|PUNCT|,|5|punct "
          "sending|send|VERB|VBG|2|advcl arms|arm|NOUN|NNS|5|obj to|to|ADP|IN|8|case Kyiv|Kyiv|PROPN|NNP|5|obl|UKR",
          "ACCUSE disapprove FRA > RUS actual");
}

static void companions_and_owners(void **state)
{
    check(state,
          "Yermak|Yermak|PROPN|NNP|2|nsubj|UKR-GOV arrived|arrive|VERB|VBD|0|root in|in|ADP|IN|4|case "
          "London|London|PROPN|NNP|2|obl|@London "
          "along|along|ADP|IN|7|case the|the|DET|DT|7|det minister|minister|NOUN|NN|2|obl|UKR-MIL",
          "CONSULT visit UKR-GOV+UKR-MIL actual");
    check(state,
          "Russian|Russian|ADJ|JJ|2|amod|RUS jets|jet|NOUN|NNS|3|nsubj attacked|attack|VERB|VBD|0|root "
          "Ukrainian|Ukrainian|ADJ|JJ|5|amod|UKR "
          "bridges|bridge|NOUN|NNS|3|obj",
          "ASSAULT RUS > UKR actual");
    check(state,
          "Russian|Russian|ADJ|JJ|2|amod|RUS hackathons|hackathon|NOUN|NNS|3|nsubj attacked|attack|VERB|VBD|0|root "
          "problems|problem|NOUN|NNS|3|obj",
          "");
}

/* ---- readings */

#define WITHDRAW "to|to|PART|TO|4|mark withdraw|withdraw|VERB|VB|2|xcomp"

static void governed_infinitives(void **state)
{
    static const struct {
        const char *governor, *expected;
    } cases[] = {
        {"planned|plan", "CONCEDE ISR planned"},
        {"promised|promise", "CONCEDE ISR planned"},
        {"agreed|agree", "CONCEDE ISR planned"},
        {"refused|refuse", "REJECT yield ISR actual"},
        {"failed|fail", "NOT RETREAT withdraw ISR actual"},
        {"wanted|want", ""},
        {"tried|try", ""},
        {"seemed|seem", "RETREAT withdraw ISR actual"},
        {"continued|continue", "RETREAT withdraw ISR actual"},
        {"slept|sleep", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sentence[512];
        snprintf(sentence, sizeof sentence, "Israel|Israel|PROPN|NNP|2|nsubj|ISR %s|VERB|VBD|0|root " WITHDRAW,
                 cases[i].governor);
        check(state, sentence, cases[i].expected);
    }
}

static void auxiliaries(void **state)
{
    static const struct {
        const char *auxiliary, *verb, *expected;
    } cases[] = {
        {"will|will|AUX|MD", "attack|attack|VERB|VB", "THREATEN violence RUS > UKR planned"},
        {"may|may|AUX|MD", "attack|attack|VERB|VB", "ASSAULT RUS > UKR hypothetical"},
        {"would|would|AUX|MD", "attack|attack|VERB|VB", "ASSAULT RUS > UKR hypothetical"},
        {"should|should|AUX|MD", "attack|attack|VERB|VB", ""},
        {"has|have|AUX|VBZ", "attacked|attack|VERB|VBN", "ASSAULT RUS > UKR actual"},
        {"is|be|AUX|VBZ", "attacking|attack|VERB|VBG", "ASSAULT RUS > UKR ongoing"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sentence[512];
        snprintf(sentence, sizeof sentence,
                 "Russia|Russia|PROPN|NNP|3|nsubj|RUS %s|3|aux %s|0|root Ukraine|Ukraine|PROPN|NNP|3|obj|UKR",
                 cases[i].auxiliary, cases[i].verb);
        check(state, sentence, cases[i].expected);
    }
}

static void negation(void **state)
{
    check(state,
          "Russia|Russia|PROPN|NNP|4|nsubj|RUS did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod "
          "attack|attack|VERB|VB|0|root "
          "Ukraine|Ukraine|PROPN|NNP|4|obj|UKR",
          "NOT ASSAULT RUS > UKR actual");
    check(state,
          "Neither|neither|CCONJ|CC|2|cc:preconj Rubio|Rubio|PROPN|NNP|5|nsubj|USA-GOV nor|nor|CCONJ|CC|4|cc "
          "Kellogg|Kellogg|PROPN|NNP|2|conj|USA-MIL "
          "met|meet|VERB|VBD|0|root Putin|Putin|PROPN|NNP|5|obj|RUS-GOV",
          "NOT CONSULT USA-GOV+USA-MIL > RUS-GOV actual");
    check(state,
          "Turkey|Turkey|PROPN|NNP|2|nsubj|TUR held|hold|VERB|VBD|0|root no|no|DET|DT|4|det talks|talk|NOUN|NNS|2|obj "
          "with|with|ADP|IN|6|case "
          "Greece|Greece|PROPN|NNP|4|nmod|GRC",
          "NOT CONSULT TUR > GRC actual");
    check(state,
          "Russia|Russia|PROPN|NNP|2|nsubj|RUS denied|deny|VERB|VBD|0|root attacking|attack|VERB|VBG|2|xcomp "
          "Ukraine|Ukraine|PROPN|NNP|3|obj|UKR",
          "ASSAULT RUS > UKR denied");
}

static void conditions(void **state)
{
    check(state,
          "If|if|SCONJ|IN|3|mark Russia|Russia|PROPN|NNP|3|nsubj|RUS attacks|attack|VERB|VBZ|6|advcl "
          "Ukraine|Ukraine|PROPN|NNP|3|obj|UKR "
          "we|we|PRON|PRP|6|nsubj cry|cry|VERB|VBP|0|root",
          "ASSAULT RUS > UKR hypothetical");
}

static void cues_over_nouns(void **state)
{
    static const struct {
        const char *governor, *expected;
    } cases[] = {
        {"cancelled|cancel", "REJECT meet TUR > GRC actual"},
        {"rejected|reject", "REJECT meet TUR > GRC actual"},
        {"planned|plan", "AGREE TUR > GRC planned"},
        {"demanded|demand", "REQUEST meet TUR > GRC actual"},
        {"wanted|want", ""},
        {"remembered|remember", "CONSULT TUR > GRC historical"},
    };
    for (size_t i = 0; i + 1 < sizeof cases / sizeof *cases; i++) {
        char sentence[512];
        snprintf(
            sentence, sizeof sentence,
            "Turkey|Turkey|PROPN|NNP|2|nsubj|TUR %s|VERB|VBD|0|root talks|talk|NOUN|NNS|2|obj with|with|ADP|IN|5|case "
            "Greece|Greece|PROPN|NNP|3|nmod|GRC",
            cases[i].governor);
        check(state, sentence, cases[i].expected);
    }
    check(state,
          "Putin|Putin|PROPN|NNP|4|nsubj|RUS-GOV would|would|AUX|MD|4|aux be|be|AUX|VB|4|cop open|open|ADJ|JJ|0|root "
          "to|to|ADP|IN|6|case "
          "talks|talk|NOUN|NNS|4|obl with|with|ADP|IN|8|case Zelenskyy|Zelenskyy|PROPN|NNP|6|nmod|UKR-GOV",
          "AGREE RUS-GOV > UKR-GOV planned");
    check(state,
          "Xi|Xi|PROPN|NNP|2|nsubj|CHN-GOV called|call|VERB|VBD|0|root for|for|ADP|IN|4|case talks|talk|NOUN|NNS|2|obl "
          "between|between|ADP|IN|6|case Iran|Iran|PROPN|NNP|4|nmod|IRN and|and|CCONJ|CC|8|cc "
          "Israel|Israel|PROPN|NNP|6|conj|ISR",
          "REQUEST meet CHN-GOV > IRN+ISR actual");
}

static void demands_and_accusations(void **state)
{
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA urged|urge|VERB|VBD|0|root Israel|Israel|PROPN|NNP|2|obj|ISR "
          "to|to|PART|TO|5|mark "
          "release|release|VERB|VB|2|xcomp them|they|PRON|PRP|5|obj",
          "REQUEST yield FRA > ISR actual");
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA called|call|VERB|VBD|0|root on|on|ADP|IN|4|case "
          "Israel|Israel|PROPN|NNP|2|obl|ISR "
          "to|to|PART|TO|6|mark withdraw|withdraw|VERB|VB|2|advcl",
          "REQUEST yield FRA > ISR actual");
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA accused|accuse|VERB|VBD|0|root Iran|Iran|PROPN|NNP|2|obj|IRN "
          "of|of|SCONJ|IN|5|mark "
          "attacking|attack|VERB|VBG|2|advcl Iraq|Iraq|PROPN|NNP|5|obj|IRQ",
          "ACCUSE allege FRA > IRN actual");
}

static void reports(void **state)
{
    check(state,
          "Rubio|Rubio|PROPN|NNP|2|nsubj|USA-GOV suggested|suggest|VERB|VBD|0|root that|that|SCONJ|IN|6|mark "
          "America|America|PROPN|NNP|6|nsubj|USA "
          "may|may|AUX|MD|6|aux walk|walk|VERB|VB|2|ccomp away|away|ADV|RB|6|advmod from|from|ADP|IN|9|case "
          "efforts|effort|NOUN|NNS|6|obl",
          "THREATEN relations USA-GOV conditional");
    check(state,
          "Bruce|Bruce|PROPN|NNP|2|nsubj|USA-LEG confirmed|confirm|VERB|VBD|0|root that|that|SCONJ|IN|6|mark "
          "Rubio|Rubio|PROPN|NNP|6|nsubj|USA-GOV "
          "would|would|AUX|MD|6|aux skip|skip|VERB|VB|2|ccomp the|the|DET|DT|8|det meeting|meeting|NOUN|NN|6|obj",
          "REJECT meet USA-GOV planned");
    check(state,
          "Zelenskyy|Zelenskyy|PROPN|NNP|2|nsubj|UKR-GOV said|say|VERB|VBD|0|root Russia|Russia|PROPN|NNP|5|nsubj|RUS "
          "would|would|AUX|MD|5|aux "
          "attack|attack|VERB|VB|2|ccomp Poland|Poland|PROPN|NNP|5|obj|POL",
          "");
    check(state,
          "Zelenskyy|Zelenskyy|PROPN|NNP|2|nsubj|UKR-GOV said|say|VERB|VBD|0|root Russia|Russia|PROPN|NNP|5|nsubj|RUS "
          "must|must|AUX|MD|5|aux "
          "withdraw|withdraw|VERB|VB|2|ccomp",
          "REQUEST yield UKR-GOV > RUS actual");
    check(state,
          "Zelenskyy|Zelenskyy|PROPN|NNP|4|nsubj|UKR-GOV did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod "
          "say|say|VERB|VB|0|root Russia|Russia|PROPN|NNP|6|nsubj|RUS "
          "attacked|attack|VERB|VBD|4|ccomp Poland|Poland|PROPN|NNP|6|obj|POL",
          "");
}

static void efforts_and_particles(void **state)
{
    check(state,
          "Trump|Trump|PROPN|NNP|2|nsubj|USA-GOV doubled|double|VERB|VBD|0|root down|down|ADP|RP|2|compound:prt "
          "in|in|ADP|IN|5|case "
          "efforts|effort|NOUN|NNS|2|obl to|to|PART|TO|7|mark push|push|VERB|VB|5|acl Kyiv|Kyiv|PROPN|NNP|7|obj|UKR "
          "and|and|CCONJ|CC|10|cc Moscow|Moscow|PROPN|NNP|8|conj|RUS towards|towards|ADP|IN|13|case a|a|DET|DT|13|det "
          "truce|truce|NOUN|NN|7|obl",
          "REQUEST yield USA-GOV > UKR+RUS actual");
    check(state,
          "Rubio|Rubio|PROPN|NNP|4|nsubj|USA-GOV and|and|CCONJ|CC|3|cc Witkoff|Witkoff|PROPN|NNP|1|conj|USA-MIL "
          "pulled|pull|VERB|VBD|0|root "
          "out|out|ADP|IN|7|case of|of|ADP|IN|7|case talks|talk|NOUN|NNS|4|obl",
          "REJECT meet USA-GOV+USA-MIL actual");
}

/* ---- what parsers get wrong */

static void phrases_hung_elsewhere(void **state)
{
    check(state,
          "Turkey|Turkey|PROPN|NNP|2|nsubj|TUR cancelled|cancel|VERB|VBD|0|root talks|talk|NOUN|NNS|2|obj "
          "with|with|ADP|IN|5|case "
          "Greece|Greece|PROPN|NNP|2|obl|GRC",
          "REJECT meet TUR > GRC actual");
    check(state,
          "The|the|DET|DT|2|det release|release|NOUN|NN|7|nsubj of|of|ADP|IN|4|case hostages|hostage|NOUN|NNS|2|nmod "
          "by|by|ADP|IN|6|case "
          "Iran|Iran|PROPN|NNP|4|nmod|IRN began|begin|VERB|VBD|0|root",
          "RETREAT release IRN actual");
    check(state,
          "Rubio|Rubio|PROPN|NNP|0|root|USA-GOV and|and|CCONJ|CC|4|cc envoy|envoy|NOUN|NN|4|nmod:desc "
          "Witkoff|Witkoff|PROPN|NNP|5|nsubj|USA-MIL "
          "skipped|skip|VERB|VBD|1|parataxis talks|talk|NOUN|NNS|5|obj",
          "REJECT meet USA-GOV+USA-MIL actual");
}

static void sentence_read_as_a_noun_phrase(void **state)
{
    check(
        state,
        "France|France|PROPN|NNP|0|root|FRA met|meet|VERB|VBD|1|acl Chad|Chad|PROPN|NNP|2|obj|TCD .|.|PUNCT|.|1|punct",
        "CONSULT FRA > TCD actual");
}

static void particle_taken_for_a_preposition(void **state)
{
    check(state,
          "Israel|Israel|PROPN|NNP|3|nsubj|ISR is|be|AUX|VBZ|3|aux pulling|pull|VERB|VBG|0|root out|out|ADP|IN|6|case "
          "from|from|ADP|IN|6|case "
          "Gaza|Gaza|PROPN|NNP|3|obl|PSE",
          "RETREAT withdraw ISR > PSE ongoing");
}

static void will_not_is_a_refusal(void **state)
{
    check(state,
          "Israel|Israel|PROPN|NNP|4|nsubj|ISR will|will|AUX|MD|4|aux not|not|PART|RB|4|advmod "
          "withdraw|withdraw|VERB|VB|0|root",
          "REJECT yield ISR actual");
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA said|say|VERB|VBD|0|root Israel|Israel|PROPN|NNP|6|nsubj|ISR "
          "will|will|AUX|MD|6|aux "
          "not|not|PART|RB|6|advmod withdraw|withdraw|VERB|VB|2|ccomp",
          "");
}

static void outcome_belongs_to_the_attack(void **state)
{
    tree_reading reading;
    open_reading(
        &reading, *state,
        "Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|0|root Ukraine|Ukraine|PROPN|NNP|2|obj|UKR "
        "killing|kill|VERB|VBG|2|advcl five|five|NUM|CD|6|nummod people|person|NOUN|NNS|4|obj");
    assert_int_equal(reading.document.events.count, 1);
    assert_int_equal(reading.document.events.items[0].magnitude.dead, 5);
    tree_close(&reading);
}

static void content_of_a_noun_is_not_asserted(void **state)
{
    /* "that" as object of a verb that has one already */
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN denies|deny|VERB|VBZ|0|root the|the|DET|DT|4|det claim|claim|NOUN|NN|2|obj "
          "that|that|PRON|WDT|7|obj Russia|Russia|PROPN|NNP|7|nsubj|RUS attacked|attack|VERB|VBD|4|acl:relcl "
          "Israel|Israel|PROPN|NNP|7|obj|ISR",
          "");
    check(state,
          "Iran|Iran|PROPN|NNP|2|compound|IRN demands|demand|NOUN|NNS|0|root that|that|PRON|WDT|5|obj "
          "Russia|Russia|PROPN|NNP|5|nsubj|RUS release|release|VERB|VBP|2|acl:relcl prisoners|prisoner|NOUN|NNS|5|obj",
          "REQUEST yield IRN > RUS actual");
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN condemned|condemn|VERB|VBD|0|root Russia|Russia|PROPN|NNP|2|obj|RUS "
          "for|for|SCONJ|IN|5|mark attacking|attack|VERB|VBG|2|advcl Ukraine|Ukraine|PROPN|NNP|5|obj|UKR",
          "ACCUSE disapprove IRN > RUS actual");
    check(state,
          "Israel|Israel|PROPN|NNP|2|nsubj|ISR spoke|speak|VERB|VBD|0|root about|about|SCONJ|IN|4|mark "
          "withdrawing|withdraw|VERB|VBG|2|advcl from|from|ADP|IN|6|case Gaza|Gaza|PROPN|NNP|4|obl|PSE",
          "");
}

static void conjuncts_share_the_reading(void **state)
{
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN plans|plan|VERB|VBZ|0|root to|to|PART|TO|4|mark "
          "regroup|regroup|VERB|VB|2|xcomp and|and|CCONJ|CC|7|cc is|be|AUX|VBZ|7|aux attacking|attack|VERB|VBG|4|conj "
          "Israel|Israel|PROPN|NNP|7|obj|ISR",
          "ASSAULT IRN > ISR ongoing");
    check(
        state,
        "Iran|Iran|PROPN|NNP|2|nsubj|IRN says|say|VERB|VBZ|0|root it|it|PRON|PRP|6|nsubj:outer|IRN is|be|AUX|VBZ|6|cop "
        "to|to|PART|TO|6|mark regroup|regroup|VERB|VB|2|ccomp and|and|CCONJ|CC|8|cc attack|attack|VERB|VB|6|conj "
        "Israel|Israel|PROPN|NNP|8|obj|ISR",
        "THREATEN violence IRN > ISR planned");
    check(state,
          "Israel|Israel|PROPN|NNP|4|nsubj:outer|ISR is|be|AUX|VBZ|4|cop to|to|PART|TO|4|mark "
          "regroup|regroup|VERB|VB|0|root and|and|CCONJ|CC|6|cc attack|attack|VERB|VB|4|conj Iran|Iran|PROPN|NNP|6|obj|"
          "IRN",
          "THREATEN violence ISR > IRN planned");
    check(state,
          "Israel|Israel|PROPN|NNP|3|nsubj:pass|ISR was|be|AUX|VBD|3|aux:pass accused|accuse|VERB|VBN|0|root "
          "of|of|ADP|IN|5|case crimes|crime|NOUN|NNS|3|obl and|and|CCONJ|CC|7|cc killing|kill|VERB|VBG|3|conj "
          "Iranians|Iranian|PROPN|NNPS|7|obj|IRN-CVL",
          "");
}

static void base_form_beside_a_finite_verb(void **state)
{
    check(state,
          "Israel|Israel|PROPN|NNP|2|nsubj|ISR agreed|agree|VERB|VBD|0|root to|to|ADP|IN|4|case "
          "resume|resume|NOUN|NN|2|obl and|and|CCONJ|CC|6|cc withdraw|withdraw|VERB|VB|2|conj from|from|ADP|IN|8|case "
          "Gaza|Gaza|PROPN|NNP|6|obl|PSE",
          "CONCEDE ISR > PSE planned");
    check(state,
          "Israel|Israel|PROPN|NNP|4|nsubj|ISR no|no|ADV|RB|3|advmod longer|longer|ADV|RBR|4|advmod "
          "attacks|attack|VERB|VBZ|0|root Iran|Iran|PROPN|NNP|4|obj|IRN",
          "NOT ASSAULT ISR > IRN actual");
    check(state,
          "Iran|Iran|PROPN|NNP|2|compound|IRN attack|attack|NOUN|NN|0|root 10|10|NUM|CD|4|nummod "
          "people|person|NOUN|NNS|2|obj",
          "ASSAULT IRN > people actual");
}

static void active_verbs_have_no_agent(void **state)
{
    check(state,
          "Sides|side|NOUN|NNS|2|nsubj attacked|attack|VERB|VBD|0|root Ukraine|Ukraine|PROPN|NNP|2|obj|UKR "
          "by|by|ADP|IN|5|case Russia|Russia|PROPN|NNP|2|obl:agent|RUS",
          "");
}

static void doers_of_participles(void **state)
{
    /* hung on the owner of a place: not the owner's act */
    check(state,
          "Bombs|bomb|NOUN|NNS|2|nsubj exploded|explode|VERB|VBD|0|root near|near|ADP|IN|4|case "
          "offices|office|NOUN|NNS|2|obl of|of|ADP|IN|6|case Iran|Iran|PROPN|NNP|4|nmod|IRN ,|,|PUNCT|,|8|punct "
          "killing|kill|VERB|VBG|6|acl Russians|Russian|PROPN|NNPS|8|obj|RUS-CVL",
          "");
    /* right behind a person, without a comma: nobody's */
    check(state,
          "Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|0|root rebels|rebel|NOUN|NNS|2|obj|SYR-REB "
          "killing|kill|VERB|VBG|2|advcl Iranians|Iranian|PROPN|NNPS|4|obj|IRN-CVL",
          "ASSAULT RUS > SYR-REB actual");
    /* the subject of a copula does nothing */
    check(state,
          "Russia|Russia|PROPN|NNP|2|nsubj|RUS says|say|VERB|VBZ|0|root it|it|PRON|PRP|6|nsubj|RUS is|be|AUX|VBZ|6|cop "
          "an|a|DET|DT|6|det attack|attack|NOUN|NN|2|ccomp on|on|ADP|IN|8|case Syria|Syria|PROPN|NNP|6|nmod|SYR",
          "");
}

static void conditions_claims_and_days_to_come(void **state)
{
    check(state,
          "In|in|ADP|IN|3|case the|the|DET|DT|3|det event|event|NOUN|NN|9|obl that|that|SCONJ|IN|7|mark "
          "Russia|Russia|PROPN|NNP|7|nsubj|RUS does|do|AUX|VBZ|7|aux attack|attack|VERB|VB|3|acl "
          "Ukraine|Ukraine|PROPN|NNP|7|obj|UKR slept|sleep|VERB|VBD|0|root",
          "");
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN claimed|claim|VERB|VBD|0|root they|they|PRON|PRP|4|nsubj "
          "attacked|attack|VERB|VBD|2|ccomp Israel|Israel|PROPN|NNP|4|obj|ISR",
          "");
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN attacks|attack|VERB|VBZ|0|root Israel|Israel|PROPN|NNP|2|obj|ISR "
          "Saturday|Saturday|PROPN|NNP|2|obl:unmarked|%2024-05-18",
          "ASSAULT IRN > ISR actual");
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN meets|meet|VERB|VBZ|0|root Israel|Israel|PROPN|NNP|2|obj|ISR "
          "Saturday|Saturday|PROPN|NNP|2|obl:unmarked|%2024-05-18",
          "AGREE IRN > ISR planned");
    check(state,
          "Iran|Iran|PROPN|NNP|2|nsubj|IRN calls|call|VERB|VBZ|0|root proposals|proposal|NOUN|NNS|2|obj "
          "not|not|PART|RB|5|advmod unacceptable|unacceptable|ADJ|JJ|2|xcomp",
          "NOT REJECT change IRN actual");
}

/* ---- figures */

static void counts_of_several(void **state)
{
    static const struct {
        const char *objects;
        int64_t dead;
    } cases[] = {
        {"12|12|NUM|CD|4|nummod rebels|rebel|NOUN|NNS|2|obj and|and|CCONJ|CC|7|cc three|three|NUM|CD|7|nummod "
         "guards|guard|NOUN|NNS|4|conj",
         15},
        {"12|12|NUM|CD|4|nummod rebels|rebel|NOUN|NNS|2|obj and|and|CCONJ|CC|7|cc a|a|DET|DT|7|det "
         "guard|guard|NOUN|NN|4|conj",
         13},
        {"12|12|NUM|CD|4|nummod rebels|rebel|NOUN|NNS|2|obj and|and|CCONJ|CC|7|cc many|many|ADJ|JJ|7|amod "
         "guards|guard|NOUN|NNS|4|conj",
         -1},
        {"12|12|NUM|CD|4|nummod rebels|rebel|NOUN|NNS|2|obj and|and|CCONJ|CC|7|cc wounded|wound|VERB|VBN|7|amod "
         "30|30|NUM|CD|4|conj",
         12},
        {"1976|1976|NUM|CD|4|nummod laureate|laureate|NOUN|NN|2|obj", -1},
        {"Fourteen|fourteen|NOUN|NN|4|compound rebels|rebel|NOUN|NNS|2|obj", 14},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sentence[512];
        snprintf(sentence, sizeof sentence, "Israel|Israel|PROPN|NNP|2|nsubj|ISR killed|kill|VERB|VBD|0|root %s",
                 cases[i].objects);
        tree_reading reading;
        open_reading(&reading, *state, sentence);
        assert_int_equal(reading.document.events.count, 1);
        assert_int_equal(reading.document.events.items[0].magnitude.dead, cases[i].dead);
        tree_close(&reading);
    }
}

/* ---- setting */

static void dates_places_figures_attribution(void **state)
{
    tree_reading reading;
    open_reading(&reading, *state,
                 "Israel|Israel|PROPN|NNP|2|nsubj|ISR killed|kill|VERB|VBD|10|ccomp 1,200|1,200|NUM|CD|4|nummod "
                 "fighters|fighter|NOUN|NNS|2|obj "
                 "in|in|ADP|IN|6|case Rafah|Rafah|PROPN|NNP|2|obl|@Rafah on|on|ADP|IN|8|case "
                 "Monday|Monday|PROPN|NNP|2|obl|%2024-05-13 "
                 "Hamas|Hamas|PROPN|NNP|10|nsubj|PSE-REB told|tell|VERB|VBD|0|root CNN|CNN|PROPN|NNP|10|obj|USA-JRN");
    drg_document *document = &reading.document;
    document->actors.items[2].type = DRG_ACTOR_ORGANIZATION;
    assert_int_equal(document->events.count, 1);
    const drg_event *event = &document->events.items[0];
    assert_int_equal(event->magnitude.dead, 1200);
    assert_int_equal(event->place, 0);
    assert_int_equal(event->date, 0);
    assert_false(document->dates.items[event->date].inherited);
    assert_int_equal(event->attribution_count, 1);
    assert_true(base_text_is(event->attribution[0].verb, "tell"));
    assert_int_equal(document->mentions.items[event->attribution[0].speaker].actor, 1);
    tree_close(&reading);
}

/* "say ISR < report -" for the first event: the words of reporting from the nearest outward, each with its speaker. */
static void check_sources(void **state, const char *sentence, const char *expected)
{
    tree_reading reading;
    open_reading(&reading, *state, sentence);
    const drg_document *document = &reading.document;
    char got[256] = "";
    assert_int_equal(document->events.count, 1);
    const drg_event *event = &document->events.items[0];
    for (size_t i = 0; i < event->attribution_count; i++) {
        const drg_attribution *said = &event->attribution[i];
        size_t used = strlen(got);
        drg_text speaker = said->speaker == DRG_NONE
                               ? BASE_LITERAL("-")
                               : document->actors.items[document->mentions.items[said->speaker].actor].id;
        snprintf(got + used, sizeof got - used, "%s%.*s %.*s", i ? " < " : "", BASE_PRINT(said->verb),
                 BASE_PRINT(speaker));
    }
    assert_string_equal(got, expected);
    tree_close(&reading);
}

static void sources_from_the_nearest_outward(void **state)
{
    check_sources(
        state,
        "Russia|Russia|PROPN|NNP|3|nsubj|RUS allegedly|allegedly|ADV|RB|3|advmod attacked|attack|VERB|VBD|0|root "
        "Ukraine|Ukraine|PROPN|NNP|3|obj|UKR",
        "allegedly -");
    check_sources(state,
                  "Russia|Russia|PROPN|NNP|3|nsubj:pass|RUS is|be|AUX|VBZ|3|aux:pass said|say|VERB|VBN|0|root "
                  "to|to|PART|TO|6|mark have|have|AUX|VB|6|aux attacked|attack|VERB|VBN|3|xcomp "
                  "Ukraine|Ukraine|PROPN|NNP|6|obj|UKR",
                  "say -");
    check_sources(state,
                  "Japan|Japan|PROPN|NNP|2|nsubj|JPN quoted|quote|VERB|VBD|0|root Poland|Poland|PROPN|NNP|2|obj|POL "
                  "as|as|SCONJ|IN|5|mark saying|say|VERB|VBG|2|advcl Russia|Russia|PROPN|NNP|7|nsubj|RUS "
                  "attacked|attack|VERB|VBD|5|ccomp Ukraine|Ukraine|PROPN|NNP|7|obj|UKR",
                  "say POL < quote JPN");
    check_sources(state,
                  "Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|5|ccomp "
                  "Ukraine|Ukraine|PROPN|NNP|2|obj|UKR Poland|Poland|PROPN|NNP|5|nsubj|POL said|say|VERB|VBD|0|root "
                  "citing|cite|VERB|VBG|5|advcl Japan|Japan|PROPN|NNP|6|obj|JPN",
                  "cite JPN < say POL");
    check_sources(state,
                  "Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|0|root "
                  "Ukraine|Ukraine|PROPN|NNP|2|obj|UKR according|accord|VERB|VBG|6|case to|to|ADP|IN|4|fixed "
                  "Poland|Poland|PROPN|NNP|2|obl|POL quoted|quote|VERB|VBN|6|acl by|by|ADP|IN|9|case "
                  "Japan|Japan|PROPN|NNP|7|obl:agent|JPN",
                  "according to POL < quote JPN");
    check_sources(state,
                  "Poland|Poland|PROPN|NNP|2|nsubj|POL said|say|VERB|VBD|0|root Russia|Russia|PROPN|NNP|4|nsubj|RUS "
                  "denied|deny|VERB|VBD|2|ccomp attacking|attack|VERB|VBG|4|xcomp Ukraine|Ukraine|PROPN|NNP|5|obj|UKR",
                  "deny RUS < say POL");
}

static void check_readings(void **state, const char *sentence, const char *expected)
{
    tree_suite *suite = *state;
    tree_reading reading;
    open_reading(&reading, suite, sentence);
    code_read_predicates(suite->frames, &reading.arena, &reading.document);
    char got[256] = "";
    for (size_t i = 0; i < reading.document.tokens.count; i++) {
        const char *name = drg_reading_name((drg_reading)reading.document.readings[i]);
        size_t used = strlen(got);
        if (*name) snprintf(got + used, sizeof got - used, "%s%s", used ? " " : "", name);
    }
    assert_string_equal(got, expected);
    tree_close(&reading);
}

static void readings_of_predicates(void **state)
{
    static const char *const cases[][2] = {
        {"Dogs|dog|NOUN|NNS|2|nsubj bark|bark|VERB|VBP|0|root", "Actual"},
        {"Dogs|dog|NOUN|NNS|4|nsubj do|do|AUX|VBP|4|aux not|not|PART|RB|4|advmod bark|bark|VERB|VB|0|root", "Negated"},
        {"Dogs|dog|NOUN|NNS|3|nsubj will|will|AUX|MD|3|aux bark|bark|VERB|VB|0|root", "Planned"},
        {"Dogs|dog|NOUN|NNS|3|nsubj may|may|AUX|MD|3|aux bark|bark|VERB|VB|0|root", "Hypothetical"},
        {"Dogs|dog|NOUN|NNS|3|nsubj would|would|AUX|MD|3|aux bark|bark|VERB|VB|0|root if|if|SCONJ|IN|6|mark "
         "cats|cat|NOUN|NNS|6|nsubj came|come|VERB|VBD|3|advcl",
         "Conditional Hypothetical"},
        {"Dogs|dog|NOUN|NNS|2|nsubj failed|fail|VERB|VBD|0|root to|to|PART|TO|4|mark bark|bark|VERB|VB|2|xcomp",
         "Actual Negated"},
        {"Dogs|dog|NOUN|NNS|2|nsubj managed|manage|VERB|VBD|0|root to|to|PART|TO|4|mark bark|bark|VERB|VB|2|xcomp",
         "Actual Actual"},
        {"Dogs|dog|NOUN|NNS|2|nsubj want|want|VERB|VBP|0|root to|to|PART|TO|4|mark bark|bark|VERB|VB|2|xcomp",
         "Actual Wished"},
        {"Dogs|dog|NOUN|NNS|2|nsubj deny|deny|VERB|VBP|0|root that|that|SCONJ|IN|5|mark they|they|PRON|PRP|5|nsubj "
         "barked|bark|VERB|VBD|2|ccomp",
         "Actual Denied"},
        {"Bark|bark|VERB|VB|0|root", "Wished"},
        {"Bark|bark|VERB|VB|0|xcomp", "Wished"}, /* a relation that no root has */
        {"Did|do|AUX|VBD|3|aux dogs|dog|NOUN|NNS|3|nsubj bark|bark|VERB|VB|0|root ?|?|PUNCT|.|3|punct", "Wished"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_readings(state, cases[i][0], cases[i][1]);
}

static void date_of_the_governing_clause_is_inherited(void **state)
{
    tree_reading reading;
    open_reading(&reading, *state,
                 "Talks|talk|NOUN|NNS|2|nsubj collapsed|collapse|VERB|VBD|0|root "
                 "Wednesday|Wednesday|PROPN|NNP|2|obl:tmod|%2024-05-15 "
                 "after|after|SCONJ|IN|6|mark Rubio|Rubio|PROPN|NNP|6|nsubj|USA-GOV skipped|skip|VERB|VBD|2|advcl "
                 "the|the|DET|DT|8|det "
                 "meeting|meeting|NOUN|NN|6|obj");
    assert_int_equal(reading.document.events.count, 1);
    const drg_event *event = &reading.document.events.items[0];
    assert_int_equal(event->date, 1);
    assert_true(reading.document.dates.items[1].inherited);
    assert_string_equal(reading.document.dates.items[1].from, "2024-05-15");
    tree_close(&reading);
}

static void clauses_of_another_time_inherit_no_date(void **state)
{
    static const char *const sentences[] = {
        "Macron|Macron|PROPN|NNP|2|nsubj|FRA-GOV arrived|arrive|VERB|VBD|0|root Wednesday|Wednesday|PROPN|NNP|2|"
        "obl|%2024-05-15 a|a|DET|DT|5|det day|day|NOUN|NN|8|obl:unmarked after|after|SCONJ|IN|8|mark "
        "Russia|Russia|PROPN|NNP|8|nsubj|RUS attacked|attack|VERB|VBD|2|advcl Ukraine|Ukraine|PROPN|NNP|8|obj|UKR",
        "Macron|Macron|PROPN|NNP|2|nsubj|FRA-GOV slept|sleep|VERB|VBD|0|root Wednesday|Wednesday|PROPN|NNP|2|"
        "obl|%2024-05-15 when|when|ADV|WRB|6|advmod "
        "Russia|Russia|PROPN|NNP|6|nsubj|RUS attacked|attack|VERB|VBD|2|advcl Ukraine|Ukraine|PROPN|NNP|6|obj|UKR",
        ("Russia|Russia|PROPN|NNP|2|nsubj|RUS attacked|attack|VERB|VBD|0|root Ukraine|Ukraine|PROPN|NNP|2|obj|UKR "
         "until|until|ADP|IN|5|case Wednesday|Wednesday|PROPN|NNP|2|obl|%2024-05-22"),
    };
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        tree_reading reading;
        open_reading(&reading, *state, sentences[i]);
        assert_int_equal(reading.document.events.count, 1);
        assert_int_equal(reading.document.events.items[0].type, DRG_ASSAULT);
        assert_int_equal(reading.document.events.items[0].status, DRG_STATUS_ACTUAL);
        assert_int_equal(reading.document.events.items[0].date, DRG_NONE);
        tree_close(&reading);
    }
}

/* ---- patterns */

#define FRANCE "France|France|PROPN|NNP|2|nsubj|FRA "
#define LIBYA(head, relation) "Libya|Libya|PROPN|NNP|" head "|" relation "|LBY"

static void order_of_words(void **state)
{
    check(state, FRANCE "vowed|vow|VERB|VBD|0|root to|to|ADP|IN|4|case " LIBYA("2", "obl"), "AGREE FRA > LBY actual");
    check(state,
          FRANCE "vowed|vow|VERB|VBD|0|root to|to|PART|TO|4|mark wage|wage|VERB|VB|2|xcomp war|war|NOUN|NN|4|obj "
                 "on|on|ADP|IN|7|case " LIBYA("4", "obl"),
          "THREATEN FRA > LBY actual");
    /* "_" joins: not with a word between */
    check(state,
          FRANCE "vowed|vow|VERB|VBD|0|root to|to|PART|TO|5|mark soon|soon|ADV|RB|5|advmod wage|wage|VERB|VB|2|xcomp "
                 "war|war|NOUN|NN|5|obj on|on|ADP|IN|8|case " LIBYA("5", "obl"),
          "AGREE FRA > LBY actual");
    check(state,
          "France|France|PROPN|NNP|3|nsubj|FRA never|never|ADV|RB|3|advmod vowed|vow|VERB|VBD|0|root "
          "to|to|ADP|IN|5|case " LIBYA("3", "obl"),
          "");
    /* one side alone is nothing, and the form must be the frame's */
    check(state, FRANCE "vowed|vow|VERB|VBD|0|root", "");
    check(state, FRANCE "vow|vow|VERB|VBP|0|root to|to|ADP|IN|4|case " LIBYA("2", "obl"), "");
}

static void roles_of_a_pattern(void **state)
{
    check(state, FRANCE "heard|hear|VERB|VBD|0|root from|from|ADP|IN|4|case " LIBYA("2", "obl"),
          "CONSULT LBY > FRA actual");
    check(state, FRANCE "left|leave|VERB|VBD|0|root for|for|ADP|IN|4|case " LIBYA("2", "obl"),
          "CONSULT visit FRA > LBY actual; CONSULT LBY > FRA actual");
    check(state,
          "France|France|PROPN|NNP|5|nsubj|FRA and|and|CCONJ|CC|3|cc Libya|Libya|PROPN|NNP|1|conj|LBY "
          "have|have|AUX|VBP|5|aux postponed|postpone|VERB|VBN|0|root dinner|dinner|NOUN|NN|5|obj",
          "REJECT FRA+LBY actual");
    check(state,
          "France|France|PROPN|NNP|3|nsubj:pass|FRA was|be|AUX|VBD|3|aux:pass scolded|scold|VERB|VBN|0|root "
          "by|by|ADP|IN|5|case " LIBYA("3", "obl:agent"),
          "ACCUSE LBY > FRA actual");
    check(state,
          FRANCE
          "scolded|scold|VERB|VBD|0|root " LIBYA("2", "obj") " over|over|ADP|IN|5|case Mali|Mali|PROPN|NNP|2|obl|MLI",
          "REJECT FRA > LBY actual");
    /* who says so is nobody's target */
    check(state,
          "France|France|PROPN|NNP|2|nsubj|FRA scolded|scold|VERB|VBD|5|ccomp ,|,|PUNCT|,|2|punct "
          "Libya|Libya|PROPN|NNP|5|nsubj|LBY said|say|VERB|VBD|0|root",
          "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_clause),
        cmocka_unit_test(passive),
        cmocka_unit_test(coordination),
        cmocka_unit_test(relative_clause),
        cmocka_unit_test(light_verbs),
        cmocka_unit_test(nominal_events),
        cmocka_unit_test(control),
        cmocka_unit_test(companions_and_owners),
        cmocka_unit_test(governed_infinitives),
        cmocka_unit_test(auxiliaries),
        cmocka_unit_test(negation),
        cmocka_unit_test(conditions),
        cmocka_unit_test(cues_over_nouns),
        cmocka_unit_test(demands_and_accusations),
        cmocka_unit_test(reports),
        cmocka_unit_test(efforts_and_particles),
        cmocka_unit_test(phrases_hung_elsewhere),
        cmocka_unit_test(sentence_read_as_a_noun_phrase),
        cmocka_unit_test(particle_taken_for_a_preposition),
        cmocka_unit_test(will_not_is_a_refusal),
        cmocka_unit_test(outcome_belongs_to_the_attack),
        cmocka_unit_test(content_of_a_noun_is_not_asserted),
        cmocka_unit_test(conjuncts_share_the_reading),
        cmocka_unit_test(active_verbs_have_no_agent),
        cmocka_unit_test(doers_of_participles),
        cmocka_unit_test(conditions_claims_and_days_to_come),
        cmocka_unit_test(base_form_beside_a_finite_verb),
        cmocka_unit_test(counts_of_several),
        cmocka_unit_test(dates_places_figures_attribution),
        cmocka_unit_test(sources_from_the_nearest_outward),
        cmocka_unit_test(readings_of_predicates),
        cmocka_unit_test(date_of_the_governing_clause_is_inherited),
        cmocka_unit_test(clauses_of_another_time_inherit_no_date),
        cmocka_unit_test(order_of_words),
        cmocka_unit_test(roles_of_a_pattern),
    };
    return cmocka_run_group_tests(tests, open_suite, tree_suite_close);
}
