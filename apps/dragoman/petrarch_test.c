/* SPDX-License-Identifier: Apache-2.0
 * Small dictionaries of our own, and bytes that are none. */
#include "petrarch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buffer.h"

typedef void read_book(const petrarch_reading *reading, drg_text file);

typedef struct trial {
    petrarch_book book;
    line_buffer complaints; /* "LINE: MESSAGE\n" */
} trial;

static void note(void *context, size_t line, const char *message)
{
    buffer_format(&((trial *)context)->complaints, "%zu: %s\n", line, message);
}

static trial read_bytes(read_book *read, drg_text bytes, bool inclusive)
{
    trial out = {0};
    petrarch_reading reading = {&out.book, inclusive, note, &out};
    read(&reading, bytes);
    return out;
}

static void end_trial(trial *one)
{
    petrarch_free(&one->book);
    buffer_free(&one->complaints);
}

/* The book as text: "PHRASE=SYNONYM: CODE FROM..TO, CODE FROM..TO", a line an actor. */
static void write_actors(const petrarch_book *book, line_buffer *out)
{
    for (size_t i = 0; i < book->actors.count; i++) {
        const petrarch_actor *actor = &book->actors.items[i];
        buffer_add(out, actor->phrase);
        for (size_t k = 0; k < actor->synonym_count; k++) {
            buffer_add_string(out, "=");
            buffer_add(out, book->synonyms.items[actor->first_synonym + k]);
        }
        for (size_t k = 0; k < actor->term_count; k++) {
            const petrarch_term *term = &book->terms.items[actor->first_term + k];
            buffer_add_string(out, k ? ", " : ": ");
            buffer_add(out, term->code);
            if (term->from[0] || term->to[0]) buffer_format(out, " %s..%s", term->from, term->to);
        }
        buffer_add_string(out, "\n");
    }
}

static void check_read(const char *file, bool inclusive, const char *actors, const char *complaints)
{
    trial one = read_bytes(petrarch_read_actors, text_of(file), inclusive);
    line_buffer out = {0};
    write_actors(&one.book, &out);
    assert_string_equal(out.data ? out.data : "", actors);
    assert_string_equal(one.complaints.data ? one.complaints.data : "", complaints);
    buffer_free(&out);
    end_trial(&one);
}

static void check_actors(const char *file, const char *actors, const char *complaints)
{
    check_read(file, false, actors, complaints);
}

static void test_actors(void **state)
{
    (void)state;
    check_actors("NORTHLAND_ [NOR]\n+NORTHERN__COAST_ # a remark\n\n<!-- one -->\n<!-- two\nNOBODY "
                 "[XXX]\n-->\nSOUTHLAND [SOU]\n",
                 "NORTHLAND=NORTHERN COAST: NOR\nSOUTHLAND: SOU\n", "");
    check_actors("ANNA_ONE\n\t[NORELI 500101-600101]\n\t[NORGOV >600101] ; joined\n  [norjud <20000101]\n",
                 "ANNA ONE: NORJUD ..1949-12-31, NORELI 1950-01-01..1959-12-31, NORGOV 1960-01-01..\n", "");
    check_actors("A_B [NORGOV 010120-050120] [SOUGOV > 20060101] [NORELI]; both\r\nC_D [---]\r\n",
                 "A B: NORELI ..2001-01-19, NORGOV 2001-01-20..2005-01-19, NORELI 2005-01-20..2005-12-31, SOUGOV "
                 "2006-01-01..\nC D: ---\n",
                 "");
    check_actors("SHIRE [FRO/bilgov]\n", "SHIRE: FRO/BILGOV\n", "");
    check_actors(
        "SHIRE [FRO/]\n[/BIL]\n[FR/OBIL]\n[SAM]\n", "SHIRE: SAM\n",
        "1: code 'FRO/': expected triples of letters, or ---\n2: code '/BIL': expected triples of letters, or ---\n"
        "3: code 'FR/OBIL': expected triples of letters, or ---\n");
    check_actors("KURD [KRD]\n+KURDISH [KUR]\n+KURDS\n", "KURD: KRD\nKURDISH=KURDS: KUR\n", "");
    check_actors("\xEF\xBB\xBF"
                 "FIRST [NOR]\n\x1A\n",
                 "FIRST: NOR\n", "");
}

/* The first code that fits is taken, whatever comes behind it. */
static void test_order(void **state)
{
    (void)state;
    check_actors("X\n[NOR]\n[SOU >000101]\n", "X: NOR\n", "");
    check_actors("X\n[NOR 20000101-20100101]\n[SOU 20050101-20150101]\n[NOR 20150101-20160101]\n",
                 "X: NOR 2000-01-01..2009-12-31, SOU 2010-01-01..2014-12-31, NOR 2015-01-01..2015-12-31\n", "");
    check_actors("X\n[NOR 20000201-20000301]\n[NOR 20000301-20000401]\n[SOU]\n",
                 "X: SOU ..2000-01-31, NOR 2000-02-01..2000-03-31, SOU 2000-04-01..\n", "");
    check_read("X\n[NOR 20000101-20100101]\n[SOU <20000101]\n", true,
               "X: SOU ..1999-12-31, NOR 2000-01-01..2010-01-01\n", "");
}

static void test_wrong_dates(void **state)
{
    (void)state;
    check_actors("X\n[NOR 9008223-911221]\n[NOR >201005011]\n[NOR 17041975]\n[NOR 000230-000301]\n[SOU]\n", "X: SOU\n",
                 "2: date '9008223-911221': expected <, > or - with YYMMDD or YYYYMMDD\n"
                 "3: date '>201005011': expected <, > or - with YYMMDD or YYYYMMDD\n"
                 "4: date '17041975': expected <, > or - with YYMMDD or YYYYMMDD\n"
                 "5: date '000230-000301': expected <, > or - with YYMMDD or YYYYMMDD\n");
    check_actors("X [NOR 20121204]\n", "X: NOR 2012-12-04..\n", "1: '20121204': a day without <, > or -: read as >\n");
    check_actors("X [NOR 20121204-20121204]\n", "",
                 "1: date '20121204-20121204': never true, expected the earlier day first\n"
                 "1: an actor without a code is nobody\n");
    check_actors("X [NOR 000101-310101]\n", "",
                 "1: date '000101-310101': never true, expected the earlier day first\n"
                 "1: an actor without a code is nobody\n");
    check_actors("X [NOR 18970101-450703]\n", "X: NOR 1897-01-01..1945-07-02\n", "");
    check_actors("X [NOR 960229-000229]\n", "X: NOR 1996-02-29..2000-02-28\n", "");
}

static void test_wrong_lines(void **state)
{
    (void)state;
    check_actors("+LOST\n[NOR]\nONE [NO]\nTWO [NOR\n_ [NOR]\nTHREE [NOR]\n", "THREE: NOR\n",
                 "1: '+LOST': expected a phrase behind an actor\n2: '[NOR]': expected a phrase before it\n"
                 "3: code 'NO': expected triples of letters, or ---\n3: an actor without a code is nobody\n"
                 "4: 'NOR': expected ] at the end of a code\n4: an actor without a code is nobody\n"
                 "5: '_ [NOR]': expected a phrase\n");
    check_actors("<!-- open\nONE [NOR]\n", "ONE: NOR\n", "1: a comment without its end, expected -->\n");
    check_actors("ONE [NOR]\n+TWO\x01\n+\xFF\n+THREE\n", "ONE=THREE: NOR\n",
                 "2: byte 0x01, expected text in UTF-8\n3: byte 0xFF, expected text in UTF-8\n");
    check_actors("ONE [NOR]\nT\x1AO\n[SOU]\nTHREE [NOR]\n", "ONE: NOR\nTHREE: NOR\n",
                 "2: byte 0x1A, expected text in UTF-8\n3: '[SOU]': expected a phrase before it\n");
    check_actors("ONE [NOR]", "ONE: NOR\n", "");
    check_actors("", "", "");
}

static void test_agents(void **state)
{
    (void)state;
    const char *file =
        "!WHO! = MAN, WOMEN\nFARMER [~AGR] # soil\nCHARITY [NGO~]\nATTORNEY [~JUD]\nBOSS {} [~BUS]\n"
        "ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [ ~GOV]\nPOLICE!WHO! [~COP]\nSEA!WHAT! [~COP]\nBAD [GOV]\nABYSS [~MED]\n"
        "NONE [~XX]\n!WHO = X\n[~GOV]\n";
    trial one = read_bytes(petrarch_read_agents, text_of(file), false);
    line_buffer out = {0};
    for (size_t i = 0; i < one.book.agents.count; i++) {
        const petrarch_agent *agent = &one.book.agents.items[i];
        buffer_format(&out, "%.*s/%.*s %.*s%s\n", TEXT_PRINT(agent->phrase), TEXT_PRINT(agent->plural),
                      TEXT_PRINT(agent->code), agent->before ? " before" : "");
    }
    assert_string_equal(out.data,
                        "FARMER/FARMERS AGR\nCHARITY/CHARITIES NGO before\nATTORNEY/ATTORNEYS JUD\nBOSS/BOSS BUS\n"
                        "ATTORNEY GENERAL/ATTORNEYS GENERAL GOV\nPOLICEMAN/POLICEMAN COP\nPOLICEWOMEN/POLICEWOMEN COP\n"
                        "ABYSS/ABYSSES MED\n");
    assert_string_equal(one.complaints.data,
                        "8: 'SEA!WHAT! ': there is no such set of words\n9: code 'GOV': expected [~CODE] or [CODE~]\n"
                        "11: code '~XX': expected [~CODE] or [CODE~]\n12: set '!WHO': expected !NAME! = WORD, WORD\n"
                        "13: '[~GOV]': expected a phrase\n");
    buffer_free(&out);
    end_trial(&one);
}

static void test_discards(void **state)
{
    (void)state;
    trial one = read_bytes(petrarch_read_discards, text_of("YEARS LATER\n+ Golf Cup  # p\n+CUP_\n+\n1914\n"), false);
    static const struct {
        const char *phrase;
        bool story;
    } wanted[] = {{"YEARS LATER", false}, {"Golf Cup", true}, {"CUP", true}, {"1914", false}};
    assert_int_equal(one.book.discards.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_true(text_is(one.book.discards.items[i].phrase, wanted[i].phrase));
        assert_int_equal(one.book.discards.items[i].story, wanted[i].story);
    }
    assert_string_equal(one.complaints.data, "4: '+': expected words\n");
    end_trial(&one);
}

/* No date has a year of five digits. */
static void test_last_day(void **state)
{
    (void)state;
    trial one = read_bytes(petrarch_read_actors, text_of("A\n[NOR <99991231]\n[SOU]\n"), true);
    line_buffer out = {0};
    write_actors(&one.book, &out);
    assert_string_equal(out.data, "A: NOR ..9999-12-31\n");
    buffer_free(&out);
    end_trial(&one);
}

/* A file of comments that never end is gone through once. */
static void test_open_comments(void **state)
{
    (void)state;
    line_buffer file = {0};
    for (int i = 0; i < 200000; i++) buffer_add_string(&file, "<!--\n");
    buffer_add_string(&file, "LAST [NOR]\n");
    trial one = read_bytes(petrarch_read_actors, (drg_text){file.data, file.size}, false);
    assert_int_equal(one.book.actors.count, 1);
    end_trial(&one);
    buffer_free(&file);
}

/* More than fits, in each direction: named, and on with the next line. */
static void test_bounds(void **state)
{
    (void)state;
    line_buffer file = {0};
    buffer_add_string(&file, "MANY\n");
    for (int i = 0; i < PETRARCH_CODES + 1; i++) buffer_format(&file, "[NOR %d0101-%d0301]\n", 1500 + i, 1500 + i);
    for (int i = 0; i < PETRARCH_LINE_BYTES + 1; i++) buffer_add_string(&file, "A");
    buffer_add_string(&file, " [NOR]\nLAST [NOR]\n");
    trial one = read_bytes(petrarch_read_actors, (drg_text){file.data, file.size}, false);
    assert_int_equal(one.book.actors.count, 2);
    assert_int_equal(one.book.actors.items[0].term_count, PETRARCH_CODES);
    assert_string_equal(one.complaints.data, "258: more than 256 codes\n259: 4103 bytes, expected at most 4096\n");
    end_trial(&one);
    buffer_free(&file);
}

/* Every piece of a dictionary, and the dictionary with each byte changed: nothing is read outside of it, and the days
 * of an actor stay in order. */
static void test_damage(void **state)
{
    (void)state;
    static const char file[] = "!A! = B, C\nX_Y {Z} [~GOV]\n+S [NOR <900823]\n\t[SOU 900823-950101] [EAS "
                               ">20000101]\n<!--\n-->\n+T\nQ!A! [NGO~]\n";
    static read_book *const readers[] = {petrarch_read_actors, petrarch_read_agents, petrarch_read_discards};
    static const char bytes[] = {0, '\n', '[', ']', '!', '+', '\xC3', '9', '-', '<', '{', ' '};
    for (size_t at = 0; at < sizeof file; at++)
        for (size_t k = 0; k < sizeof bytes; k++)
            for (size_t r = 0; r < 3; r++) {
                char *copy = memory_copy((drg_text){file, sizeof file - 1});
                copy[at] = bytes[k];
                size_t size = k ? sizeof file - 1 : at; /* the first time: cut */
                trial one = read_bytes(readers[r], (drg_text){copy, size}, at % 2);
                for (size_t i = 0; i < one.book.actors.count; i++) {
                    const petrarch_actor *actor = &one.book.actors.items[i];
                    const petrarch_term *terms = &one.book.terms.items[actor->first_term];
                    for (size_t t = 1; t < actor->term_count; t++)
                        assert_true(terms[t - 1].to[0] && strcmp(terms[t - 1].to, terms[t].from) < 0);
                }
                end_trial(&one);
                free(copy);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_actors),        cmocka_unit_test(test_order),  cmocka_unit_test(test_wrong_dates),
        cmocka_unit_test(test_wrong_lines),   cmocka_unit_test(test_agents), cmocka_unit_test(test_discards),
        cmocka_unit_test(test_bounds),        cmocka_unit_test(test_damage), cmocka_unit_test(test_last_day),
        cmocka_unit_test(test_open_comments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
