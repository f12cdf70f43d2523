/* SPDX-License-Identifier: Apache-2.0
 *
 * The repair of trees: each kind of mistake once, with every node that must come out otherwise than tagger and parser
 * left it; and beside each what looks like it and must stay.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

#include "../../tests/trees.h"

static const char FRAMES[] =
    "- name: obstruct\n  type: PROTEST\n  verbs: [block, march, boycott, sit, walk, drive]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: shoot\n  type: ASSAULT\n  verbs: [fire, strike]\n  nouns: [strike, attack]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n"
    "- name: unrest\n  type: PROTEST\n  nouns: [rioting, fast, sit-in, drivepast]\n  actor: subject\n"
    "  fires: [{text: A.}]\n  silent: [B.]\n";

static int open_suite(void **state)
{
    return tree_suite_open(state, FRAMES);
}

/* The lexicon's words that the hyphens of these tests may make. */
static const char *joined_name(const code_frames *frames, uint32_t word)
{
    static const char *const names[] = {"sit-in", "drivepast"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (word == code_look_up(frames, base_text_from(names[i]))) return names[i];
    return word == DRG_NONE ? "nothing" : "another word";
}

static bool is_changed(const code_sentence *sentence, uint32_t i)
{
    const code_node *node = &sentence->nodes[i];
    const drg_token *token = &sentence->tokens[i];
    return node->upos != token->upos || node->tag != token->tag || node->relation != token->relation ||
           node->head != token->head;
}

/* "block VERB VBP root; sit means nothing" for the nodes that differ from their tokens, with "; " between. */
static void print_changes(char *text, size_t size, const code_sentence *sentence)
{
    *text = '\0';
    for (uint32_t i = 0; i < sentence->count; i++) {
        const code_node *node = &sentence->nodes[i];
        drg_text form = record_wording(sentence->document, sentence->tokens[i].span);
        drg_text tag = language_tag_name(node->tag), relation = language_relation_name(node->relation);
        size_t used = strlen(text);
        if (is_changed(sentence, i)) {
            drg_text head = node->head == DRG_NONE
                                ? (drg_text){"", 0}
                                : record_wording(sentence->document, sentence->tokens[node->head].span);
            snprintf(text + used, size - used, "%s%.*s %s %.*s %.*s%s%.*s", used ? "; " : "", BASE_PRINT(form),
                     drg_upos_name(node->upos), BASE_PRINT(tag), BASE_PRINT(relation), head.size ? " " : "",
                     BASE_PRINT(head));
            used = strlen(text);
        }
        if (node->upos != DRG_PUNCT && node->word != code_look_up(sentence->frames, code_lemma(sentence, i)))
            snprintf(text + used, size - used, "%s%.*s means %s", used ? "; " : "", BASE_PRINT(form),
                     joined_name(sentence->frames, node->word));
    }
}

static void check(void **state, const char *words, const char *expected)
{
    tree_reading reading;
    code_workspace workspace;
    char got[1024];
    tree_open(&reading, words);
    print_changes(got, sizeof got, tree_load(&reading, *state, &workspace));
    if (strcmp(got, expected) != 0) fail_msg("%s\nexpected '%s', got '%s'", words, expected, got);
    tree_close(&reading);
}

/* ---- headings without a verb */

static void heading_under_its_last_noun_gets_its_verb(void **state)
{
    check(state, "Nurses|nurse|NOUN|NNS|3|compound block|block|NOUN|NN|3|compound street|street|NOUN|NN|0|root",
          "Nurses NOUN NNS nsubj block; block VERB VBP root; street NOUN NN obj block");
    check(state,
          "Panic|panic|NOUN|NN|0|root after|after|ADP|IN|5|case nurses|nurse|NOUN|NNS|5|compound "
          "block|block|NOUN|NN|5|compound street|street|NOUN|NN|1|nmod",
          "after ADP IN mark block; nurses NOUN NNS nsubj block; block VERB VBP advcl Panic; "
          "street NOUN NN obj block");
}

static void heading_under_its_subject_gets_its_verb(void **state)
{
    check(state,
          "Angry|angry|ADJ|JJ|2|amod thousands|thousand|NOUN|NNS|0|root march|march|NOUN|NN|2|nmod "
          "in|in|ADP|IN|5|case capital|capital|NOUN|NN|2|nmod",
          "thousands NOUN NNS nsubj march; march VERB VBP root; capital NOUN NN obl march");
}

static void heading_under_its_verb_gets_it(void **state)
{
    check(state,
          "Korea|Korea|PROPN|NNP|2|compound fires|fire|NOUN|NNS|0|root missile|missile|NOUN|NN|2|nmod:unmarked "
          "Monday|Monday|PROPN|NNP|2|nmod:unmarked",
          "Korea PROPN NNP nsubj fires; fires VERB VBP root; missile NOUN NN obj fires");
}

static void what_may_be_a_noun_stays_one(void **state)
{
    /* an act of its own behind a name */
    check(state,
          "Gaza|Gaza|PROPN|NNP|2|compound strikes|strike|NOUN|NNS|0|root overnight|overnight|NOUN|NN|2|nmod:unmarked",
          "");
    /* the last noun tells the act */
    check(state, "Nurses|nurse|NOUN|NNS|3|compound block|block|NOUN|NN|3|compound attack|attack|NOUN|NN|0|root", "");
    /* behind a singular the bare form is no verb */
    check(state, "Nurse|nurse|NOUN|NN|3|compound block|block|NOUN|NN|3|compound street|street|NOUN|NN|0|root", "");
    /* a name */
    check(state, "Nurses|nurse|NOUN|NNS|3|compound Block|block|NOUN|NN|3|compound street|street|NOUN|NN|0|root", "");
    /* nothing behind it */
    check(state, "Nurses|nurse|NOUN|NNS|2|compound block|block|NOUN|NN|0|root", "");
    check(state, "Nurses|nurse|NOUN|NNS|2|compound block|block|NOUN|NN|0|root .|.|PUNCT|.|2|punct", "");
    /* no verb of the frames */
    check(state, "Nurses|nurse|NOUN|NNS|3|compound desk|desk|NOUN|NN|3|compound street|street|NOUN|NN|0|root", "");
}

static void sentence_with_a_verb_is_left_alone(void **state)
{
    check(state,
          "Nurses|nurse|NOUN|NNS|3|compound block|block|NOUN|NN|3|compound street|street|NOUN|NN|4|nsubj "
          "reopened|reopen|VERB|VBD|0|root",
          "");
}

/* ---- single words */

static void word_under_an_auxiliary_is_a_verb(void **state)
{
    check(state,
          "Paris|Paris|PROPN|NNP|3|nsubj would|would|AUX|MD|3|aux boycott|boycott|NOUN|NN|0|root "
          "talks|talk|NOUN|NNS|3|obj",
          "boycott VERB VB root");
    check(state,
          "It|it|PRON|PRP|5|nsubj would|would|AUX|MD|5|aux be|be|AUX|VB|5|cop a|a|DET|DT|5|det "
          "boycott|boycott|NOUN|NN|0|root",
          "");
    check(state, "Paris|Paris|PROPN|NNP|3|nsubj would|would|AUX|MD|3|aux ballot|ballot|NOUN|NN|0|root", "");
}

static void noun_at_the_beginning_is_no_name(void **state)
{
    check(state, "Rioting|rioting|PROPN|NNP|2|nsubj spread|spread|VERB|VBD|0|root", "Rioting NOUN NN nsubj spread");
    check(state, "Rioting|rioting|PROPN|NNP|3|nsubj Sunday|Sunday|PROPN|NNP|1|flat played|play|VERB|VBD|0|root", "");
    check(state, "Oslo|Oslo|PROPN|NNP|2|nsubj spread|spread|VERB|VBD|0|root", "");
}

static void article_makes_a_noun(void **state)
{
    check(state,
          "began|begin|VERB|VBD|0|root a|a|DET|DT|3|det fast|fast|ADJ|JJ|1|xcomp outside|outside|ADP|IN|1|advmod",
          "fast NOUN NN obj began");
    check(state, "began|begin|VERB|VBD|0|root a|a|DET|DT|3|det fast|fast|ADJ|JJ|1|xcomp march|march|NOUN|NN|1|obj", "");
    check(state,
          "began|begin|VERB|VBD|0|root a|a|DET|DT|3|det loud|loud|ADJ|JJ|1|xcomp outside|outside|ADP|IN|1|advmod", "");
}

/* ---- words that a hyphen joins */

static void hyphen_joins_a_word_of_the_lists(void **state)
{
    check(state,
          "staged|stage|VERB|VBD|0|root a|a|DET|DT|5|det sit|sit|NOUN|NN|5|compound|_ -|-|PUNCT|HYPH|3|punct|_ "
          "in|in|ADV|RB|1|advmod",
          "sit means nothing; in NOUN NN obj staged; in means sit-in");
    check(state,
          "staged|stage|VERB|VBD|0|root sit|sit|NOUN|NN|4|compound|_ -|-|PUNCT|HYPH|2|punct|_ ins|in|NOUN|NNS|1|obj",
          "sit means nothing; ins means sit-in");
}

static void hyphen_joins_what_the_lists_write_as_one(void **state)
{
    check(state,
          "staged|stage|VERB|VBD|0|root a|a|DET|DT|5|det drive|drive|NOUN|NN|5|compound|_ -|-|PUNCT|HYPH|3|punct|_ "
          "past|past|NOUN|NN|1|obj",
          "drive means nothing; past means drivepast");
}

static void hyphen_joins_nothing_else(void **state)
{
    /* blanks around the dash */
    check(state, "staged|stage|VERB|VBD|0|root sit|sit|NOUN|NN|4|compound -|-|PUNCT|HYPH|2|punct in|in|ADV|RB|1|advmod",
          "");
    /* the first part hangs on another word */
    check(state, "staged|stage|VERB|VBD|0|root sit|sit|NOUN|NN|1|obj|_ -|-|PUNCT|HYPH|2|punct|_ in|in|ADV|RB|1|advmod",
          "");
    /* no word of the lists */
    check(state,
          "staged|stage|VERB|VBD|0|root walk|walk|NOUN|NN|4|compound|_ -|-|PUNCT|HYPH|2|punct|_ by|by|ADV|RB|1|advmod",
          "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heading_under_its_last_noun_gets_its_verb),
        cmocka_unit_test(heading_under_its_subject_gets_its_verb),
        cmocka_unit_test(heading_under_its_verb_gets_it),
        cmocka_unit_test(what_may_be_a_noun_stays_one),
        cmocka_unit_test(sentence_with_a_verb_is_left_alone),
        cmocka_unit_test(word_under_an_auxiliary_is_a_verb),
        cmocka_unit_test(noun_at_the_beginning_is_no_name),
        cmocka_unit_test(article_makes_a_noun),
        cmocka_unit_test(hyphen_joins_a_word_of_the_lists),
        cmocka_unit_test(hyphen_joins_what_the_lists_write_as_one),
        cmocka_unit_test(hyphen_joins_nothing_else),
    };
    return cmocka_run_group_tests(tests, open_suite, tree_suite_close);
}
