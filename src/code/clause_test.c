/* SPDX-License-Identifier: Apache-2.0
 *
 * The marks of a clause: tense, modality, negation and condition, each from the words that say it and from none that
 * only look like it; and what the words beside a noun say of the act that it names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../tests/trees.h"
#include "code/clause.h"

static const char FRAMES[] = "- name: meet\n  type: CONSULT\n  verbs: [meet]\n  nouns: [\"talk (plural)\"]\n"
                             "  actor: subject\n  fires: [{text: A.}]\n  silent: [B.]\n";

/* The subject and object of the verb under test, at places 1 and, with the verb at 3, behind it. */
#define MALI "Mali|Mali|PROPN|NNP|3|nsubj|MLI "
#define CHAD " Chad|Chad|PROPN|NNP|3|obj|TCD"

static int open_suite(void **state)
{
    return tree_suite_open(state, FRAMES);
}

static void print_marks(char *text, const code_marks *marks)
{
    const struct {
        bool holds;
        const char *name;
    } all[] = {{marks->negated, "negated"},
               {marks->will, "will"},
               {marks->would, "would"},
               {marks->may, "may"},
               {marks->can, "can"},
               {marks->must, "must"},
               {marks->conditional, "conditional"},
               {marks->infinitive, "infinitive"},
               {marks->bare, "bare"},
               {marks->progressive, "progressive"},
               {marks->past_perfect, "past-perfect"},
               {marks->perfect, "perfect"},
               {marks->past, "past"},
               {marks->later, "later"}};
    *text = '\0';
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].holds) {
            if (*text) strcat(text, " ");
            strcat(text, all[i].name);
        }
}

/* The marks of the verb (adjective, noun) at a place, from 1. */
static void check(void **state, const char *words, uint32_t place, const char *expected)
{
    tree_reading reading;
    code_workspace workspace;
    char got[160];
    tree_open(&reading, words);
    code_marks marks = code_clause_marks(tree_load(&reading, *state, &workspace), place - 1);
    print_marks(got, &marks);
    if (strcmp(got, expected) != 0) fail_msg("%s\nexpected '%s', got '%s'", words, expected, got);
    tree_close(&reading);
}

static void tense_and_aspect(void **state)
{
    check(state, "Mali|Mali|PROPN|NNP|2|nsubj|MLI meets|meet|VERB|VBZ|0|root", 2, "");
    check(state, "Mali|Mali|PROPN|NNP|2|nsubj|MLI met|meet|VERB|VBD|0|root", 2, "past");
    check(state, MALI "is|be|AUX|VBZ|3|aux meeting|meet|VERB|VBG|0|root" CHAD, 3, "progressive");
    check(state, MALI "was|be|AUX|VBD|3|aux meeting|meet|VERB|VBG|0|root" CHAD, 3, "progressive past");
    check(state, MALI "has|have|AUX|VBZ|3|aux met|meet|VERB|VBN|0|root" CHAD, 3, "perfect past");
    check(state, MALI "had|have|AUX|VBD|3|aux met|meet|VERB|VBN|0|root" CHAD, 3, "past-perfect perfect past");
}

static void modals(void **state)
{
    check(state, MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root" CHAD, 3, "will");
    check(state, MALI "would|would|AUX|MD|3|aux meet|meet|VERB|VB|0|root" CHAD, 3, "would");
    check(state, MALI "may|may|AUX|MD|3|aux meet|meet|VERB|VB|0|root" CHAD, 3, "may");
    check(state, MALI "could|could|AUX|MD|3|aux meet|meet|VERB|VB|0|root" CHAD, 3, "may can");
    check(state, MALI "must|must|AUX|MD|3|aux meet|meet|VERB|VB|0|root" CHAD, 3, "must");
    /* the will of a testator is a noun */
    check(state, MALI "will|will|NOUN|NN|3|obl meet|meet|VERB|VBP|0|root" CHAD, 3, "");
}

static void infinitive_and_imperative(void **state)
{
    check(state, MALI "to|to|PART|TO|3|mark meet|meet|VERB|VB|0|root" CHAD, 3, "infinitive");
    check(state, "meet|meet|VERB|VB|0|root", 1, "bare");
}

static void conjunct_shares_the_auxiliary(void **state)
{
    check(state, MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root and|and|CCONJ|CC|5|cc sign|sign|VERB|VB|3|conj",
          5, "will");
    check(state,
          MALI "had|have|AUX|VBD|3|aux met|meet|VERB|VBN|0|root and|and|CCONJ|CC|5|cc signed|sign|VERB|VBN|3|conj", 5,
          "past-perfect perfect past");
    /* a subject or an auxiliary of its own */
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root and|and|CCONJ|CC|6|cc Chad|Chad|PROPN|NNP|6|nsubj|TCD "
               "sign|sign|VERB|VB|3|conj",
          6, "bare");
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root and|and|CCONJ|CC|6|cc may|may|AUX|MD|6|aux "
               "sign|sign|VERB|VB|3|conj",
          6, "may");
    /* a past tense says that it happened */
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root and|and|CCONJ|CC|5|cc signed|sign|VERB|VBD|3|conj", 5,
          "past");
}

static void negation_of_the_verb(void **state)
{
    check(state,
          "Mali|Mali|PROPN|NNP|4|nsubj|MLI did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod meet|meet|VERB|VB|0|root", 4,
          "negated past");
    check(state, MALI "never|never|ADV|RB|3|advmod meets|meet|VERB|VBZ|0|root", 3, "negated");
    check(state,
          "Mali|Mali|PROPN|NNP|4|nsubj|MLI no|no|ADV|RB|3|advmod longer|long|ADV|RBR|4|advmod "
          "meets|meet|VERB|VBZ|0|root",
          4, "negated");
    check(state, "without|without|SCONJ|IN|2|mark meeting|meet|VERB|VBG|0|root", 2, "negated");
    /* a conjunct in the bare form shares it, one that tells what happened does not */
    check(state,
          "Mali|Mali|PROPN|NNP|4|nsubj|MLI did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod meet|meet|VERB|VB|0|root "
          "or|or|CCONJ|CC|6|cc sign|sign|VERB|VB|4|conj",
          6, "negated");
    check(state,
          "Mali|Mali|PROPN|NNP|4|nsubj|MLI did|do|AUX|VBD|4|aux not|not|PART|RB|4|advmod meet|meet|VERB|VB|0|root "
          "but|but|CCONJ|CC|6|cc signed|sign|VERB|VBD|4|conj",
          6, "past");
    /* "no" of an answer, "not" of another clause */
    check(state, "No|no|INTJ|UH|3|discourse Mali|Mali|PROPN|NNP|3|nsubj|MLI meets|meet|VERB|VBZ|0|root", 3, "");
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI says|say|VERB|VBZ|0|root not|not|PART|RB|4|advmod "
          "meeting|meet|VERB|VBG|2|ccomp",
          2, "");
}

static void negation_of_a_party(void **state)
{
    check(state, "Nobody|nobody|NOUN|NN|2|nsubj met|meet|VERB|VBD|0|root", 2, "negated past");
    check(state, "No|no|DET|DT|2|det envoy|envoy|NOUN|NN|3|nsubj met|meet|VERB|VBD|0|root", 3, "negated past");
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI held|hold|VERB|VBD|0|root no|no|DET|DT|4|det talks|talk|NOUN|NNS|2|obj", 2,
          "negated past");
    check(state,
          "Neither|neither|CCONJ|CC|2|cc:preconj Mali|Mali|PROPN|NNP|5|nsubj|MLI nor|nor|CCONJ|CC|4|cc "
          "Chad|Chad|PROPN|NNP|2|conj|TCD met|meet|VERB|VBD|0|root",
          5, "negated past");
    /* of what happened beside it */
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI met|meet|VERB|VBD|0|root at|at|ADP|IN|5|case no|no|DET|DT|5|det "
          "cost|cost|NOUN|NN|2|obl",
          2, "past");
}

static void conditions_make_it_conditional(void **state)
{
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root if|if|SCONJ|IN|5|mark asked|ask|VERB|VBN|3|advcl", 3,
          "will conditional");
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root failing|failing|ADP|IN|5|case aid|aid|NOUN|NN|3|obl", 3,
          "will conditional");
    check(state,
          "Should|should|AUX|MD|3|aux Chad|Chad|PROPN|NNP|3|nsubj|TCD attack|attack|VERB|VB|6|advcl "
          "Mali|Mali|PROPN|NNP|6|nsubj|MLI will|will|AUX|MD|6|aux meet|meet|VERB|VB|0|root",
          6, "will conditional");
    /* either way */
    check(state,
          MALI
          "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root whether|whether|SCONJ|IN|5|mark asked|ask|VERB|VBN|3|advcl",
          3, "will");
    check(state,
          MALI "will|will|AUX|MD|3|aux meet|meet|VERB|VB|0|root after|after|SCONJ|IN|5|mark asked|ask|VERB|VBN|3|advcl",
          3, "will");
    /* an adverb leaves it possible */
    check(state, MALI "perhaps|perhaps|ADV|RB|3|advmod met|meet|VERB|VBD|0|root", 3, "may past");
}

/* The report is of 2024-05-15. */
static void dates_to_come(void **state)
{
    check(state, "Mali|Mali|PROPN|NNP|2|nsubj|MLI meets|meet|VERB|VBZ|0|root Friday|Friday|PROPN|NNP|2|obl|%2024-05-17",
          2, "later");
    check(state, "Mali|Mali|PROPN|NNP|2|nsubj|MLI meets|meet|VERB|VBZ|0|root today|today|NOUN|NN|2|obl|%2024-05-15", 2,
          "");
    /* when it ends */
    check(state,
          "Mali|Mali|PROPN|NNP|2|nsubj|MLI meets|meet|VERB|VBZ|0|root until|until|ADP|IN|4|case "
          "Friday|Friday|PROPN|NNP|2|obl|%2024-05-17",
          2, "");
}

/* ---- nouns */

static void check_outlook(void **state, const char *words, uint32_t place, code_outlook expected)
{
    tree_reading reading;
    code_workspace workspace;
    tree_open(&reading, words);
    code_outlook got = code_noun_outlook(tree_load(&reading, *state, &workspace), place - 1);
    if (got != expected) fail_msg("%s\nexpected outlook %d, got %d", words, expected, got);
    tree_close(&reading);
}

static void words_beside_a_noun(void **state)
{
    check_outlook(state, "peace|peace|NOUN|NN|2|compound talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_PLAIN);
    check_outlook(state, "no|no|DET|DT|2|det talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_NEGATED);
    check_outlook(state, "planned|planned|ADJ|JJ|2|amod talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_PLANNED);
    check_outlook(state, "possible|possible|ADJ|JJ|2|amod talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_POSSIBLE);
    check_outlook(state, "any|any|DET|DT|2|det talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_POSSIBLE);
    check_outlook(state, "previous|previous|ADJ|JJ|2|amod talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_PAST);
    check_outlook(state, "postponed|postpone|VERB|VBN|2|amod talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_CANCELLED);
    check_outlook(state, "talks|talk|NOUN|NNS|0|root scheduled|schedule|VERB|VBN|1|acl", 1, CODE_OUTLOOK_PLANNED);
    check_outlook(state, "promised|promise|VERB|VBN|2|amod talks|talk|NOUN|NNS|0|root", 2, CODE_OUTLOOK_POSSIBLE);
    /* a verb of its own, no participle: "talks postponing the vote" */
    check_outlook(state, "talks|talk|NOUN|NNS|0|root postponing|postpone|VERB|VBG|1|acl", 1, CODE_OUTLOOK_PLAIN);
}

static void those_who_are_quoted(void **state)
{
    tree_reading reading;
    code_workspace workspace;
    tree_open(&reading, "papers|paper|NOUN|NNS|2|nsubj quoted|quote|VERB|VBD|0|root Mali|Mali|PROPN|NNP|2|obj|MLI "
                        "as|as|SCONJ|IN|5|mark saying|say|VERB|VBG|2|advcl");
    const code_sentence *sentence = tree_load(&reading, *state, &workspace);
    assert_int_equal(code_quoted_as(sentence, 4), 2);
    assert_int_equal(code_quoted_as(sentence, 1), DRG_NONE);
    tree_close(&reading);
    tree_open(&reading, "papers|paper|NOUN|NNS|2|nsubj mocked|mock|VERB|VBD|0|root Mali|Mali|PROPN|NNP|2|obj|MLI "
                        "as|as|SCONJ|IN|5|mark saying|say|VERB|VBG|2|advcl");
    assert_int_equal(code_quoted_as(tree_load(&reading, *state, &workspace), 4), DRG_NONE);
    tree_close(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tense_and_aspect),
        cmocka_unit_test(modals),
        cmocka_unit_test(infinitive_and_imperative),
        cmocka_unit_test(conjunct_shares_the_auxiliary),
        cmocka_unit_test(negation_of_the_verb),
        cmocka_unit_test(negation_of_a_party),
        cmocka_unit_test(conditions_make_it_conditional),
        cmocka_unit_test(dates_to_come),
        cmocka_unit_test(words_beside_a_noun),
        cmocka_unit_test(those_who_are_quoted),
    };
    return cmocka_run_group_tests(tests, open_suite, tree_suite_close);
}
