/* SPDX-License-Identifier: Apache-2.0
 *
 * Each case is a text and what it must become: tokens parted by spaces, "+" before a word that is joined to the one
 * before, " / " between sentences, "[headline]" and "[byline]" before sentences of these kinds, ">" after a dateline.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "language/language.h"
#include "language/segment.h"

typedef struct test_models {
    base_arena arena;
    segment_models models;
} test_models;

static int open_models(void **state)
{
    static test_models opened;
    drg_error error = {""};
    drg_text bytes;
    base_arena_open(&opened.arena, 0, NULL);
    model_bytes words = {.arena = &opened.arena};
    if (words_compile(&opened.arena, SOURCE_FOLDER "/data", &words, &error) != DRG_OK) fail_msg("%s", error.message);
    model_reader reader = {.bytes = {words.data.items, words.data.count}};
    model_get_table(&reader, &opened.models.words);
    assert_false(reader.broken);
    const char *path = SOURCE_FOLDER "/models/" SEGMENT_MODEL_FILE;
    if (base_file_read(&opened.arena, path, BOUND_DATA_FILE_BYTES, &bytes, &error) != DRG_OK)
        fail_msg("%s", error.message);
    reader = (model_reader){.bytes = bytes};
    segment_get_ends(&reader, &opened.models.ends);
    assert_false(reader.broken);
    *state = &opened;
    return 0;
}

static int close_models(void **state)
{
    test_models *models = *state;
    base_arena_close(&models->arena);
    return 0;
}

typedef struct test_reading {
    base_arena scratch;
    drg_document document;
} test_reading;

static void read_text(const test_models *models, test_reading *reading, drg_text text)
{
    memset(reading, 0, sizeof *reading);
    base_arena_open(&reading->scratch, 0, NULL);
    base_arena_open(&reading->document.arena, 0, NULL);
    reading->document.source.text = text;
    segment_document(&models->models, &reading->scratch, &reading->document);
}

static void close_reading(test_reading *reading)
{
    base_arena_close(&reading->scratch);
    base_arena_close(&reading->document.arena);
}

typedef struct shown {
    char text[4096];
    size_t size;
} shown;

static void show(shown *out, drg_text part)
{
    assert_true(out->size + part.size < sizeof out->text);
    memcpy(out->text + out->size, part.data, part.size);
    out->size += part.size;
    out->text[out->size] = '\0';
}

static void show_sentence(shown *out, const drg_document *document, const drg_sentence *sentence)
{
    static const char *const kinds[] = {"", "[headline] ", "[byline] "};
    show(out, base_text_from(kinds[sentence->kind]));
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const drg_token *token = &document->tokens.items[sentence->first_token + i];
        bool body = sentence->first_token + i == sentence->body && i > 0;
        show(out, base_text_from(body ? " > " : i == 0 ? "" : token->joined ? "+" : " "));
        show(out, record_wording(document, token->span));
    }
}

static void check(void **state, const char *text, const char *expected)
{
    test_reading reading;
    shown got = {0};
    read_text(*state, &reading, base_text_from(text));
    for (size_t i = 0; i < reading.document.sentences.count; i++) {
        if (i) show(&got, BASE_LITERAL(" / "));
        show_sentence(&got, &reading.document, &reading.document.sentences.items[i]);
    }
    if (strcmp(got.text, expected) != 0)
        print_error("text:     %s\nexpected: %s\ngot:      %s\n", text, expected, got.text);
    assert_string_equal(got.text, expected);
    close_reading(&reading);
}

static void test_words(void **state)
{
    check(state, "They don't know.", "They do+n't know .");
    check(state, "He can't, won't and cannot.", "He ca+n't , wo+n't and can+not .");
    check(state, "Kyiv’s allies say they’ll help.", "Kyiv+’s allies say they+’ll help .");
    check(state, "I'd've gone; it's over.", "I+'d+'ve gone ; it+'s over .");
    check(state, "The ministers' talks failed.", "The ministers+' talks failed .");
    check(state, "It is 9 o'clock, said O'Brien.", "It is 9 o'clock , said O'Brien .");
    check(state, "A 15-year-old French-led force.", "A 15 - year - old French - led force .");
    check(state, "The anti-tank ex-minister re-elected him.", "The anti-tank ex-minister re-elected him .");
    check(state, "UN-backed talks with al-Qaeda.", "UN - backed talks with al - Qaeda .");
    check(state, "A U.S.-led, U.K.-based team.", "A U.S. - led , U.K. - based team .");
    check(state, "AT&T and R&D and/or oil/gas.", "AT&T and R&D and / or oil / gas .");
    check(state, "An e-mail to the co-chair.", "An e-mail to the co-chair .");
    check(state, "Tell 'em it was 'cause of that.", "Tell 'em it was 'cause of that .");
    check(state, "“We’re gonna win,” he said.", "“ We+’re gon+na win , ” he said .");
    check(state, "The group(s) met.", "The group ( s ) met .");
    check(state, "São Paulo’s Côte d’Ivoire embassy.", "São Paulo+’s Côte d’Ivoire embassy .");
}

static void test_figures(void **state)
{
    check(state, "It cost $5.4bn, or €1,200 each.", "It cost $ 5.4 bn , or € 1,200 each .");
    check(state, "Some 52% (up 3.5%) agreed.", "Some 52 % ( up 3.5 % ) agreed .");
    check(state, "They met at 7:30pm on 23/04/2025.", "They met at 7:30 pm on 23/04/2025 .");
    check(state, "Between 2019-2020 and 100-150 died.", "Between 2019 - 2020 and 100 - 150 died .");
    check(state, "Call 202-456-1414 by 2025-04-23.", "Call 202-456-1414 by 2025-04-23 .");
    check(state, "In the 1990s, the '90s and the 1960's.", "In the 1990s , the '90s and the 1960's .");
    check(state, "The 21st and 2nd of 3 km.", "The 21st and 2nd of 3 km .");
    check(state, "US$5m and A$20,000.", "US$ 5 m and A$ 20,000 .");
    check(state, "An F-16 and COVID-19 and 5G.", "An F - 16 and COVID - 19 and 5G .");
    check(state, "PM2.5 rose after 9/11.", "PM2.5 rose after 9/11 .");
    check(state, "Resolutions 1701, 2735 and 1,701.", "Resolutions 1701 , 2735 and 1,701 .");
}

static void test_abbreviations(void **state)
{
    check(state, "U.S. President Biden met Sen. Graham.", "U.S. President Biden met Sen. Graham .");
    check(state, "Lt. Gen. J. Smith arrived Jan. 5.", "Lt. Gen. J. Smith arrived Jan. 5 .");
    check(state, "See No. 2 on p. 7. No. He left.", "See No. 2 on p. 7 . / No . / He left .");
    check(state, "It began at 9 a.m. on Sept. 11.", "It began at 9 a.m. on Sept. 11 .");
    check(state, "George W. Bush met John F. Kerry.", "George W. Bush met John F. Kerry .");
    check(state, "He wrote it on X. The post was deleted.", "He wrote it on X . / The post was deleted .");
    check(state, "Plan B. It failed.", "Plan B . / It failed .");
    check(state, "They moved to the U.S. The family stayed.", "They moved to the U.S. / The family stayed .");
    check(state, "Roe v. Wade was heard in Springfield, Ill. on Monday.",
          "Roe v. Wade was heard in Springfield , Ill. on Monday .");
    check(state, "Acme Inc. and Foo Corp. of Washington, D.C. agreed.",
          "Acme Inc. and Foo Corp. of Washington , D.C. agreed .");
    check(state, "The U.N. Security Council met. The U.S. abstained.",
          "The U.N. Security Council met . / The U.S. abstained .");
    check(state, "Dr. Elkayam-Levy, Ph.D., spoke, i.e. lectured.",
          "Dr. Elkayam - Levy , Ph.D. , spoke , i.e. lectured .");
    check(state, "On Sat., Jan. 5 at 5 p.m. Monday it began.", "On Sat. , Jan. 5 at 5 p.m. Monday it began .");
    check(state, "It began at 5 p.m. The army left.", "It began at 5 p.m. / The army left .");
    check(state, "Rubio (R-Fla.) read Vol. III.", "Rubio ( R - Fla. ) read Vol. III .");
    check(state, "Lt. Col. (res.) Avi Cohen left.", "Lt. Col. ( res . ) Avi Cohen left .");
    check(state, "Is this the end? asked Mr. Smith.", "Is this the end ? asked Mr. Smith .");
    check(state, "GEN. PRELOGAR SPOKE TO SEN. SMITH.", "GEN. PRELOGAR SPOKE TO SEN. SMITH .");
}

static void test_quotes(void **state)
{
    check(state, "“We must go,” she said. “Now.”", "“ We must go , ” she said . / “ Now . ”");
    check(state, "\"Why?\" she asked. He left.", "\" Why ? \" she asked . / He left .");
    check(state, "“Peace!” President Trump said.", "“ Peace ! ” President Trump said .");
    check(state, "He called it \"a war.\" She did not.", "He called it \" a war . \" / She did not .");
    check(state, "``Yes,'' he said.", "`` Yes , '' he said .");
    check(state, "The 'quiet' deal and «la paix».", "The ' quiet ' deal and « la paix » .");
    check(state, "The so-called ‘leaders’ left.", "The so - called ‘ leaders ’ left .");
    check(state, "They said (in Doha.) that it was done.", "They said ( in Doha . ) that it was done .");
    check(state, "He paused... then spoke. . . . It ended…", "He paused ... then spoke . . . . / It ended …");
    check(state, "What?! No!! Yes.", "What ?! / No !! / Yes .");
}

static void test_addresses(void **state)
{
    check(state, "See https://un.org/a?b=1, or www.who.int.", "See https://un.org/a?b=1 , or www.who.int .");
    check(state, "Write to press.office@state.gov.", "Write to press.office@state.gov .");
    check(state, "Posted by @POTUS, #Ukraine (via un.org/news).", "Posted by @POTUS , #Ukraine ( via un.org/news ) .");
    check(state, "Amazon.com's offer.", "Amazon.com+'s offer .");
    check(state, "It ended.The next day began.", "It ended . / The next day began .");
    check(state, "Great news :) they met.", "Great news :) they met .");
    check(state, "Two points (see the list below:) follow.", "Two points ( see the list below : ) follow .");
    check(state, "Issue #3 — done -- at last – now.", "Issue # 3 — done -- at last – now .");
}

static void test_openings(void **state)
{
    check(state, "LONDON (AP) - Talks ended Wednesday.", "LONDON ( AP ) - > Talks ended Wednesday .");
    check(state, "LONDON — High-level talks ended.", "LONDON — > High - level talks ended .");
    check(state, "KYIV, Ukraine (Reuters) - Russia fired missiles.",
          "KYIV , Ukraine ( Reuters ) - > Russia fired missiles .");
    check(state, "BRUSSELS, April 3 (Xinhua) -- NATO met.", "BRUSSELS , April 3 ( Xinhua ) -- > NATO met .");
    check(state, "Kyiv (AFP) – The talks failed.", "Kyiv ( AFP ) – > The talks failed .");
    check(state, "WASHINGTON—The Senate voted.", "WASHINGTON — > The Senate voted .");
    check(state, "UNITED NATIONS, Sept. 5 (AP) — The council met.",
          "UNITED NATIONS , Sept. 5 ( AP ) — > The council met .");
    check(state, "(CNN) — Israel struck targets.", "( CNN ) — > Israel struck targets .");
    check(state, "FBI–Apple dispute goes on.", "FBI – Apple dispute goes on .");
    check(state, "Iran agrees to talks\n\nBy Jane Doe\n\nVIENNA — Iran agreed.",
          "[headline] Iran agrees to talks / [byline] By Jane Doe / VIENNA — > Iran agreed .");
    check(state, "They left.\n(Reporting by A. Smith in Kyiv; Editing by Joe Roe)",
          "They left . / [byline] ( Reporting by A. Smith in Kyiv ; Editing by Joe Roe )");
    check(state, "Photo: Jane Doe/AP\nThe army left.", "[byline] Photo : Jane Doe / AP / The army left .");
    check(state, "Analysis by CNN and others shows a bomb.", "Analysis by CNN and others shows a bomb .");
    check(state, "Written by officials, the paper leaked", "[headline] Written by officials , the paper leaked");
    check(state, "Go ahead, M.J.", "Go ahead , M.J.");
    check(state, "By Monday the army had left.", "By Monday the army had left .");
    check(state, "MR. KIRBY: Thanks. Good day.\n\nQ Is it over?",
          "MR. KIRBY : / Thanks . / Good day . / Q / Is it over ?");
    check(state, "MS. JEAN-PIERRE: I’ll say this.", "MS. JEAN - PIERRE : / I+’ll say this .");
}

static void test_lines(void **state)
{
    check(state, "Talks collapse\nThe talks collapsed on Monday.\nBoth sides left.",
          "[headline] Talks collapse / The talks collapsed on Monday . / Both sides left .");
    check(state,
          "Over the last 48 hours in Doha, senior officials from our governments\nhave engaged in intensive talks as "
          "mediators aiming to conclude the\nagreement.",
          "Over the last 48 hours in Doha , senior officials from our governments have engaged in intensive talks as "
          "mediators aiming to conclude the agreement .");
    check(state, "He named two aims:\n- peace\n- trade", "He named two aims : / - peace / - trade");
    check(state, "# Readout\n\n**Key points**\n\n• Sanctions on Russia",
          "[headline] # Readout / [headline] ** Key "
          "points ** / • Sanctions on Russia");
    check(state, "---\ntitle: A deal\n---\nThey met.",
          "[byline] --- / [byline] title : A deal / [byline] --- / They met .");
    check(state, "One.\r\n\r\nTwo.\r\nThree.", "One . / Two . / Three .");
    check(state, "", "");
    check(state, " \n\t ", "");
}

static void test_spans_and_paragraphs(void **state)
{
    test_reading reading;
    read_text(*state, &reading, BASE_LITERAL("  Ça va. Bien. \n\n Très bien.\n"));
    const drg_sentence *sentences = reading.document.sentences.items;
    assert_int_equal(reading.document.sentences.count, 3);
    assert_true(base_text_is(record_wording(&reading.document, sentences[0].span), "Ça va."));
    assert_true(base_text_is(record_wording(&reading.document, sentences[2].span), "Très bien."));
    assert_int_equal(sentences[1].paragraph, 0);
    assert_int_equal(sentences[2].paragraph, 1);
    close_reading(&reading);
}

static void test_broken_bytes_are_noted(void **state)
{
    static const char text[] = "Caf\xE9 talks\0 \xFF end.";
    test_reading reading;
    read_text(*state, &reading, (drg_text){text, sizeof text - 1});
    assert_int_equal(reading.document.tokens.count, 5);
    assert_true(base_text_is(record_wording(&reading.document, reading.document.tokens.items[0].span), "Caf\xE9"));
    assert_int_equal(reading.document.notes.count, 1);
    assert_int_equal(reading.document.notes.items[0].span.begin, 3);
    assert_true(base_text_starts(reading.document.notes.items[0].text, BASE_LITERAL("3 bytes")));
    close_reading(&reading);
}

/* What holds of every result: each byte that is no white space in one token, in order; sentences cover them. */
static void check_laws(const drg_document *document)
{
    drg_text text = document->source.text;
    size_t at = 0;
    for (size_t i = 0; i < document->tokens.count; i++) {
        drg_span span = document->tokens.items[i].span;
        assert_true(span.begin >= at && span.end > span.begin && span.end <= text.size);
        assert_true(span.end - span.begin <= BOUND_TOKEN_BYTES);
        assert_int_equal(token_skip_space(text, at), span.begin);
        at = span.end;
    }
    assert_int_equal(token_skip_space(text, at), text.size);
    uint32_t next = 0;
    for (size_t i = 0; i < document->sentences.count; i++) {
        const drg_sentence *sentence = &document->sentences.items[i];
        uint32_t last = sentence->first_token + sentence->token_count - 1;
        assert_int_equal(sentence->first_token, next);
        assert_true(sentence->token_count >= 1 && sentence->token_count <= BOUND_SENTENCE_TOKENS);
        assert_int_equal(sentence->span.begin, document->tokens.items[next].span.begin);
        assert_int_equal(sentence->span.end, document->tokens.items[last].span.end);
        assert_true(sentence->body >= sentence->first_token && sentence->body <= last);
        assert_false(document->tokens.items[next].joined);
        next = last + 1;
    }
    assert_int_equal(next, document->tokens.count);
}

static uint64_t random_next(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return *seed >> 33;
}

/* Texts thrown together from pieces that matter to the rules, and from any bytes. */
static void test_laws_on_random_text(void **state)
{
    static const char *const pieces[] = {"U.S.",    "Mr. ",  "don't", "'",     "’s",      "“",        "”",
                                         " ",       "\n",    "\n\n",  "- ",    "-",       "http://a", "@x",
                                         "#",       "1,000", "3-4",   "(",     ")",       ":",        "...",
                                         "LONDON ", "(AP) ", "— ",    "Q ",    "MR. X:",  "\xC3\xA9", "\xFF",
                                         "cannot",  "re-",   "word",  "Word ", ". ",      "?!",       "\t",
                                         "$5",      "pm ",   "X. ",   "\"",    "\xE2\x80"};
    uint64_t seed = 20261123;
    print_message("seed %llu\n", (unsigned long long)seed);
    for (int round = 0; round < 6000; round++) {
        char *bytes = malloc(1024);
        size_t size = 0, wanted = random_next(&seed) % 60;
        assert_non_null(bytes);
        for (size_t i = 0; i < wanted; i++) {
            const char *piece = pieces[random_next(&seed) % (sizeof pieces / sizeof *pieces)];
            if (round % 3 == 0)
                bytes[size++] = (char)random_next(&seed);
            else
                memcpy(bytes + size, piece, strlen(piece)), size += strlen(piece);
        }
        char *exact = malloc(size ? size : 1); /* no byte to spare: the sanitizer sees reads past the end */
        assert_non_null(exact);
        memcpy(exact, bytes, size);
        test_reading reading, again;
        read_text(*state, &reading, (drg_text){exact, size});
        read_text(*state, &again, (drg_text){exact, size});
        check_laws(&reading.document);
        assert_int_equal(reading.document.sentences.count, again.document.sentences.count);
        assert_int_equal(reading.document.tokens.count, again.document.tokens.count);
        for (size_t i = 0; i < again.document.tokens.count; i++)
            assert_int_equal(reading.document.tokens.items[i].span.end, again.document.tokens.items[i].span.end);
        close_reading(&reading);
        close_reading(&again);
        free(exact);
        free(bytes);
    }
}

/* A text of `count` times the piece obeys the laws, whatever its length. */
static void check_repeated(void **state, const char *piece, size_t count, size_t least_notes)
{
    size_t size = strlen(piece);
    char *bytes = malloc(size * count);
    assert_non_null(bytes);
    for (size_t i = 0; i < count; i++) memcpy(bytes + i * size, piece, size);
    test_reading reading;
    read_text(*state, &reading, (drg_text){bytes, size * count});
    check_laws(&reading.document);
    assert_true(reading.document.notes.count >= least_notes);
    close_reading(&reading);
    free(bytes);
}

static void test_bounds(void **state)
{
    check_repeated(state, "a", 1 << 20, 1);
    check_repeated(state, "word ", 100000, 1);
    check_repeated(state, "and so on; ", 2000, 1);
    check_repeated(state, "don't ", 2000, 1);
    check_repeated(state, "\xE2\x80\x9C", 1 << 18, 1);
    check_repeated(state, "a.b-'(@", 1 << 16, 1);
    check_repeated(state, "Mr. X. ", 1 << 14, 0);
    check_repeated(state, "\n", 1 << 20, 0);
    check_repeated(state, "\xF0\x9F", 1 << 12, 1);
}

/* A long sentence is cut after a semicolon where there is one. */
static void test_long_sentence_is_cut_well(void **state)
{
    char *bytes = malloc(600 * 6 + 2);
    size_t size = 0;
    assert_non_null(bytes);
    for (int i = 0; i < 600; i++)
        size += (size_t)sprintf(bytes + size, i == 400 ? "word; " : i == 450 ? "word, " : "word ");
    test_reading reading;
    read_text(*state, &reading, (drg_text){bytes, size});
    check_laws(&reading.document);
    assert_int_equal(reading.document.sentences.count, 2);
    assert_int_equal(reading.document.sentences.items[0].token_count, 402);
    close_reading(&reading);
    free(bytes);
}

static void test_damaged_model_is_refused(void **state)
{
    (void)state;
    static const unsigned char odd[] = {3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0};
    for (size_t size = 0; size <= sizeof odd; size++) {
        model_reader reader = {.bytes = {(const char *)odd, size}};
        ends_model model;
        segment_get_ends(&reader, &model);
        assert_true(reader.broken);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_abbreviations),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_openings),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_spans_and_paragraphs),
        cmocka_unit_test(test_broken_bytes_are_noted),
        cmocka_unit_test(test_laws_on_random_text),
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_long_sentence_is_cut_well),
        cmocka_unit_test(test_damaged_model_is_refused),
    };
    return cmocka_run_group_tests(tests, open_models, close_models);
}
