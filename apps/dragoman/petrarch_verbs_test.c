/* SPDX-License-Identifier: Apache-2.0
 * A verb dictionary of our own with each kind of line, right and wrong; the frames that come of it; the codes of
 * PLOVER. */
#include "petrarch_verbs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"
#include "import_plover.h"
#include "import_verbs.h"

typedef struct trial {
    petrarch_verb_book book;
    line_buffer complaints; /* "LINE: MESSAGE\n" */
} trial;

static void note(void *context, size_t line, const char *message)
{
    buffer_format(&((trial *)context)->complaints, "%zu: %s\n", line, message);
}

static void read_file(trial *one, const char *file)
{
    *one = (trial){0};
    petrarch_read_verbs(&one->book, note, one, text_of(file));
}

static void end_trial(trial *one)
{
    petrarch_verbs_free(&one->book);
    buffer_free(&one->complaints);
}

static void add_items(const petrarch_verb_book *book, size_t first, size_t count, line_buffer *out)
{
    for (size_t i = 0; i < count; i++) {
        buffer_add_string(out, i ? "," : " ");
        buffer_add(out, book->items.items[first + i]);
    }
}

/* The book as text: a line for each set, verb and pattern. */
static void write_book(const petrarch_verb_book *book, line_buffer *out)
{
    for (size_t i = 0; i < book->sets.count; i++) {
        const petrarch_set *set = &book->sets.items[i];
        buffer_format(out, "&%.*s", TEXT_PRINT(set->name));
        add_items(book, set->first_member, set->member_count, out);
        buffer_add_string(out, "\n");
    }
    for (size_t i = 0; i < book->verbs.count; i++) {
        const petrarch_verb *verb = &book->verbs.items[i];
        buffer_format(out, "%zu <%.*s|%.*s> [%.*s]", verb->block, TEXT_PRINT(verb->before), TEXT_PRINT(verb->after),
                      TEXT_PRINT(verb->code));
        add_items(book, verb->first_form, verb->form_count, out);
        buffer_add_string(out, "\n");
    }
    for (size_t i = 0; i < book->patterns.count; i++) {
        const petrarch_pattern *pattern = &book->patterns.items[i];
        buffer_format(out, "%zu: %.*s [%.*s]\n", pattern->block, TEXT_PRINT(pattern->words), TEXT_PRINT(pattern->code));
    }
}

static void check_book(const char *file, const char *expected, const char *complaints)
{
    trial one;
    line_buffer got = {0};
    read_file(&one, file);
    write_book(&one.book, &got);
    assert_string_equal(got.data ? got.data : "", expected);
    assert_string_equal(one.complaints.data ? one.complaints.data : "", complaints);
    buffer_free(&got);
    end_trial(&one);
}

static void sets_have_words_plurals_and_sets(void **state)
{
    (void)state;
    check_book("&COIN\n+PENNY\n+GOLD_PIECE\n+CASH_\n&Money1_\n+&COIN_\n+LOOSE CHANGE # small\n",
               "&coin penny,pennies,gold piece,gold pieces,cash\n&money1 &coin,loose change\n", "");
    check_book("&COIN\n+A/B\n+\n&COIN\n+PENNY\n", "&coin\n",
               "2: a set has words or other sets, not 'A/B'\n3: a set has words or other sets, not ''\n"
               "4: a set wants a name of letters and digits that no other has, as &CURRENCY\n"
               "5: neither a set (&NAME) nor a block of verbs (--- NAME [CODE] ---) is open\n");
}

static void verbs_have_forms(void **state)
{
    (void)state;
    check_book("--- CARRY [070] ---\nCARRY\nPUSH [071] # own\nMAKE\nBREAK {BROKE BROKEN}\n",
               "0 <|> [070] carry,carries,carried,carrying\n0 <|> [071] push,pushes,pushed,pushing\n"
               "0 <|> [070] make,makes,maked,making\n0 <|> [070] break,broke,broken\n",
               "");
    check_book("--- TAP ---\nWIRE_+TAP {WIRE_+TAPPED}\n+RING_UP {+RANG_UP +RANG_OFF}\nRULE OUT\n--- [---]\n?!\n",
               "0 <wire|> [] tap,tapped\n0 <|up> [] ring,rang\n0 <|out> [] rule,rules,ruled,ruling\n",
               "3: '+RANG_OFF' is no form of its verb\n6: expected a verb, as BREAK {BROKE BROKEN}, not '?!'\n");
}

static void patterns_come_in_one_notation(void **state)
{
    (void)state;
    check_book("&COIN_\n+CENT\n--- PAY [070] ---\nPAY\n- WO N'T_*  [120]\n- * (IN {GOLD COIN}) [071]\n"
               "- $ WAS * TO_ ^ BY + &COIN_ [072:073]\n- DON'T * [---]\n",
               "&coin cent\n0 <|> [070] pay,pays,payed,paying\n0: wo n't_* [120]\n0: * in gold coin [071]\n"
               "0: $ was * to ^ by + &coin [072:073]\n0: do_n't * [---]\n",
               "");
    check_book("- * X [070]\n--- PAY [070] ---\n- * X\n- X [070]\n- * &NONE [070]\n- * A|B [070]\n- * [070\n~ a b\n",
               "",
               "1: a pattern outside of a block of verbs\n3: a pattern without its [CODE]\n"
               "4: a pattern wants one '*' for its verb\n5: no set '&NONE' stands before this pattern\n"
               "6: 'A|B' is no part of a pattern that is known here\n7: '[' without ']'\n"
               "8: a transformation; what is said, wanted or tried is read from the sentence\n");
}

/* ---- frames */

static void check_frames(const char *file, const char *other, const char *expected, const char *left_out)
{
    trial one;
    read_file(&one, file);
    import_verbs import = {.book = &one.book, .slug = {"d-1", 3}, .other_act = other};
    import_verbs_make(&import);
    assert_string_equal(import.frames.data ? import.frames.data : "", expected);
    assert_string_equal(import.left_out.data ? import.left_out.data : "", left_out);
    import_verbs_free(&import);
    end_trial(&one);
}

static void codes_become_types(void **state)
{
    (void)state;
    static const char file[] = "&S_\n+X\n--- A [112:] ---\nHIT {HITS} [:173]\nSEE_OFF {SEES_OFF}\n- * &S [999]\n";
    check_frames(file, NULL,
                 "- name: line-4-reversed\n  type: COERCE\n  mode: arrest\n  cameo: \"173\"\n  reversed: true\n"
                 "  forms: [\"hit\", \"hits\"]\n  pattern: \"*\"\n"
                 "- name: line-5\n  type: ACCUSE\n  mode: disapprove\n  cameo: \"112\"\n"
                 "  forms: [\"see\", \"sees\"]\n  pattern: \"*_off\"\n"
                 "- name: line-6\n  nothing: true\n  forms: [\"hit\", \"hits\"]\n  pattern: \"* <d-b-s>\"\n"
                 "- name: line-6-verb-5\n  nothing: true\n  forms: [\"see\", \"sees\"]\n  pattern: \"*_off <d-b-s>\"\n",
                 "6\t* &s\t999\tno CAMEO code\n");
    check_frames("--- A [---] ---\nHIT {HITS}\n- * WELL [010]\n", "CONSULT",
                 "- name: line-3\n  type: CONSULT\n  forms: [\"hit\", \"hits\"]\n  pattern: \"* well\"\n", "");
}

static void check_plover(const char *code, const char *act)
{
    const char *got = import_plover_of(text_of(code));
    if (act)
        assert_string_equal(got ? got : "none", act);
    else
        assert_null(got);
}

static void plover_has_types_of_codes(void **state)
{
    (void)state;
    check_plover("040", "CONSULT");
    check_plover("1724", "COERCE martial-law");
    check_plover("163", "SANCTION discontinue");
    check_plover("1952", "ASSAULT drone");
    check_plover("010", NULL);
    check_plover("023", NULL);
    check_plover("04", "CONSULT");
    check_plover("0", NULL);
    check_plover("", NULL);
    check_plover("40 0", NULL);
    check_plover("17 2", NULL);
    check_plover("17240", NULL);
    check_plover("999", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_have_words_plurals_and_sets), cmocka_unit_test(verbs_have_forms),
        cmocka_unit_test(patterns_come_in_one_notation),    cmocka_unit_test(codes_become_types),
        cmocka_unit_test(plover_has_types_of_codes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
