/* SPDX-License-Identifier: Apache-2.0
 *
 * Numbers of phrases: digits and words, how many people a phrase counts, sums of money; and what must stay unknown
 * rather than be guessed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../tests/trees.h"
#include "code/quantity.h"

static const char FRAMES[] = "- name: meet\n  type: CONSULT\n  verbs: [meet]\n  actor: subject\n"
                             "  fires: [{text: A.}]\n  silent: [B.]\n";

static int open_suite(void **state)
{
    return tree_suite_open(state, FRAMES);
}

/* The phrase is the whole sentence, its head the root. */
static uint32_t root_of(const code_sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++)
        if (sentence->nodes[i].head == DRG_NONE) return i;
    fail_msg("no root");
    return DRG_NONE;
}

typedef double count_function(const code_sentence *sentence, uint32_t token);

static void check_count(void **state, const char *words, count_function *count, double expected)
{
    tree_reading reading;
    code_workspace workspace;
    tree_open(&reading, words);
    const code_sentence *sentence = tree_load(&reading, *state, &workspace);
    double got = count(sentence, root_of(sentence));
    if (expected < 0 ? got >= 0 : got != expected) fail_msg("%s\nexpected %g, got %g", words, expected, got);
    tree_close(&reading);
}

static void check_number(void **state, const char *words, double expected)
{
    check_count(state, words, code_number_at, expected);
}

static double people_at(const code_sentence *sentence, uint32_t token)
{
    return (double)code_people_at(sentence, token);
}

static void check_people(void **state, const char *words, double expected)
{
    check_count(state, words, people_at, expected);
}

/* ---- numbers */

static void digits_are_read(void **state)
{
    check_number(state, "7|7|NUM|CD|0|root", 7);
    check_number(state, "1,200|1,200|NUM|CD|0|root", 1200);
    check_number(state, "0.25|0.25|NUM|CD|0|root", 0.25);
    check_number(state, "999999999999999|9|NUM|CD|0|root", 999999999999999);
    /* no numbers, or more digits than are kept exactly */
    check_number(state, ",200|200|NUM|CD|0|root", -1);
    check_number(state, "12x|12x|NUM|CD|0|root", -1);
    check_number(state, "1.2.3|1.2.3|NUM|CD|0|root", -1);
    check_number(state, "-5|5|NUM|CD|0|root", -1);
    check_number(state, "0.1234567|0|NUM|CD|0|root", -1);
    check_number(state, "9999999999999999|9|NUM|CD|0|root", -1);
}

static void number_words_are_read(void **state)
{
    check_number(state, "Nineteen|nineteen|NUM|CD|0|root", 19);
    check_number(state, "ninety|ninety|NUM|CD|0|root", 90);
    check_number(state, "twenty|twenty|NUM|CD|3|compound|_ -|-|PUNCT|HYPH|1|punct|_ one|one|NUM|CD|0|root", 21);
    /* a year's parts are no sum */
    check_number(state, "twenty|twenty|NUM|CD|2|compound twelve|twelve|NUM|CD|0|root", 12);
    check_number(state, "several|several|NUM|CD|0|root", -1);
}

static void scales_multiply(void **state)
{
    check_number(state, "2.5|2.5|NUM|CD|2|compound million|million|NUM|CD|0|root", 2.5e6);
    check_number(state, "three|three|NUM|CD|2|compound dozen|dozen|NUM|CD|0|root", 36);
    check_number(state, "40|40|NUM|CD|2|compound bn|bn|NUM|CD|0|root", 4e10);
    check_number(state, "a|a|DET|DT|2|det hundred|hundred|NUM|CD|0|root", 100);
    check_number(state, "half|half|DET|PDT|3|det a|a|DET|DT|3|det million|million|NUM|CD|0|root", 5e5);
    /* how many thousands nobody says */
    check_number(state, "thousands|thousand|NOUN|NNS|0|root", -1);
    check_number(state, "hundred|hundred|NUM|CD|0|root", -1);
}

/* ---- phrases */

static void number_counts_its_head(void **state)
{
    check_count(state, "12|12|NUM|CD|2|nummod soldiers|soldier|NOUN|NNS|0|root", code_count_at, 12);
    check_count(state, "Fourteen|fourteen|NOUN|NN|2|compound people|people|NOUN|NNS|0|root", code_count_at, 14);
    check_count(state, "Army|army|NOUN|NN|2|compound people|people|NOUN|NNS|0|root", code_count_at, -1);
    /* of that year, not so many */
    check_count(state, "1976|1976|NUM|CD|2|nummod laureate|laureate|NOUN|NN|0|root", code_count_at, -1);
    check_count(state, "1976|1976|NUM|CD|2|nummod laureates|laureate|NOUN|NNS|0|root", code_count_at, 1976);
}

static void people_are_summed_up(void **state)
{
    check_people(state,
                 "12|12|NUM|CD|2|nummod rebels|rebel|NOUN|NNS|0|root and|and|CCONJ|CC|5|cc three|three|NUM|CD|5|nummod "
                 "guards|guard|NOUN|NNS|2|conj",
                 15);
    check_people(state,
                 "12|12|NUM|CD|2|nummod rebels|rebel|NOUN|NNS|0|root and|and|CCONJ|CC|5|cc a|a|DET|DT|5|det "
                 "guard|guard|NOUN|NN|2|conj",
                 13);
    /* one number in front of both */
    check_people(state,
                 "13|13|NUM|CD|2|nummod women|woman|NOUN|NNS|0|root and|and|CCONJ|CC|4|cc "
                 "children|child|NOUN|NNS|2|conj",
                 13);
    /* a part that nobody counted leaves the sum unknown */
    check_people(state,
                 "12|12|NUM|CD|2|nummod rebels|rebel|NOUN|NNS|0|root and|and|CCONJ|CC|5|cc some|some|DET|DT|5|det "
                 "guards|guard|NOUN|NNS|2|conj",
                 -1);
    /* another verb's number, whatever the parser takes the verb for */
    check_people(
        state,
        "12|12|NUM|CD|2|nummod rebels|rebel|NOUN|NNS|0|root and|and|CCONJ|CC|6|cc wounded|wound|VERB|VBN|6|amod "
        "30|30|NUM|CD|6|nummod guards|guard|NOUN|NNS|2|conj",
        12);
}

static void one_person_is_one(void **state)
{
    check_people(state, "the|the|DET|DT|2|det mayor|mayor|NOUN|NN|0|root|MLI-GOV", 1);
    check_people(state, "mayors|mayor|NOUN|NNS|0|root|MLI-GOV", -1);
    /* a state, a body of people, somebody of whom nothing is known */
    check_people(state, "Mali|Mali|PROPN|NNP|0|root|MLI", -1);
    check_people(state, "the|the|DET|DT|2|det delegation|delegation|NOUN|NN|0|root|MLI-GOV", -1);
    check_people(state, "the|the|DET|DT|2|det mayor|mayor|NOUN|NN|0|root", -1);
    check_people(state, "several|several|ADJ|JJ|2|nummod mayors|mayor|NOUN|NNS|0|root|MLI-GOV", -1);
}

static void check_counts_people(void **state, const char *words, bool expected)
{
    tree_reading reading;
    code_workspace workspace;
    tree_open(&reading, words);
    const code_sentence *sentence = tree_load(&reading, *state, &workspace);
    if (code_counts_people(sentence, root_of(sentence)) != expected) fail_msg("%s", words);
    tree_close(&reading);
}

static void only_people_are_counted_one_by_one(void **state)
{
    check_counts_people(state, "40|40|NUM|CD|2|nummod police|police|NOUN|NNS|0|root", true);
    check_counts_people(state, "police|police|NOUN|NNS|0|root", false);
    check_counts_people(state, "40|40|NUM|CD|0|root", true);
    check_counts_people(state, "2014|2014|NUM|CD|0|root|%2014-01-01", false);
    check_counts_people(state, "40|40|NUM|CD|2|nummod brigades|brigade|NOUN|NNS|0|root|MLI-MIL", false);
    check_counts_people(state, "40|40|NUM|CD|2|nummod mayors|mayor|NOUN|NNS|0|root|MLI-GOV", true);
    check_counts_people(state, "40|40|NUM|CD|2|nummod tents|tent|NOUN|NNS|0|root", false);
}

/* ---- money */

/* "USD 500", "none". */
static void check_money(void **state, const char *words, const char *expected)
{
    tree_reading reading;
    code_workspace workspace;
    drg_money money = {0};
    char got[64] = "none";
    tree_open(&reading, words);
    const code_sentence *sentence = tree_load(&reading, *state, &workspace);
    if (code_money_in(sentence, root_of(sentence), &money))
        snprintf(got, sizeof got, "%s %.0f", money.currency, money.amount);
    if (strcmp(got, expected) != 0) fail_msg("%s\nexpected %s, got %s", words, expected, got);
    tree_close(&reading);
}

static void sums_have_their_currency(void **state)
{
    check_money(state,
                "package|package|NOUN|NN|0|root of|of|ADP|IN|3|case $|$|SYM|$|1|nmod|_ 500|500|NUM|CD|5|compound "
                "million|million|NUM|CD|3|nummod",
                "USD 500000000");
    check_money(state, "\xe2\x82\xac|\xe2\x82\xac|SYM|$|0|root|_ 20|20|NUM|CD|1|nummod", "EUR 20");
    check_money(state, "30|30|NUM|CD|2|nummod shekels|shekel|NOUN|NNS|0|root", "ILS 30");
    /* the first of two */
    check_money(state,
                "30|30|NUM|CD|2|nummod dollars|dollar|NOUN|NNS|0|root and|and|CCONJ|CC|5|cc 9|9|NUM|CD|5|nummod "
                "yen|yen|NOUN|NN|2|conj",
                "USD 30");
    /* a currency without a number, a number without a currency */
    check_money(state, "dollars|dollar|NOUN|NNS|0|root", "none");
    check_money(state, "30|30|NUM|CD|2|nummod tents|tent|NOUN|NNS|0|root", "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(digits_are_read),
        cmocka_unit_test(number_words_are_read),
        cmocka_unit_test(scales_multiply),
        cmocka_unit_test(number_counts_its_head),
        cmocka_unit_test(people_are_summed_up),
        cmocka_unit_test(one_person_is_one),
        cmocka_unit_test(only_people_are_counted_one_by_one),
        cmocka_unit_test(sums_have_their_currency),
    };
    return cmocka_run_group_tests(tests, open_suite, tree_suite_close);
}
