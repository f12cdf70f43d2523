/* SPDX-License-Identifier: Apache-2.0 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "input/input.h"

static drg_reader *open_bytes(const char *bytes, size_t size, drg_input input)
{
    drg_reader_options options = {.input = input};
    drg_reader *reader = NULL;
    assert_int_equal(drg_reader_open_memory((drg_text){bytes, size}, "lines", &options, &reader, NULL), DRG_OK);
    return reader;
}

static drg_reader *open_text(const char *text, drg_input input)
{
    return open_bytes(text, strlen(text), input);
}

static void expect_text(drg_reader *reader, const char *text)
{
    drg_item item;
    bool end = true;
    drg_error error = {""};
    assert_int_equal(drg_reader_next(reader, &item, &end, &error), DRG_OK);
    assert_false(end);
    assert_int_equal(item.source.text.size, strlen(text));
    assert_memory_equal(item.source.text.data, text, strlen(text));
}

static void expect_error(drg_reader *reader, drg_status status, const char *message)
{
    drg_item item;
    bool end = true;
    drg_error error = {""};
    assert_int_equal(drg_reader_next(reader, &item, &end, &error), status);
    assert_string_equal(error.message, message);
}

static void expect_end(drg_reader *reader)
{
    for (int i = 0; i < 2; i++) { /* and the end stays the end */
        drg_item item;
        bool end = false;
        assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
        assert_true(end);
    }
    drg_reader_close(reader);
}

static void reads_the_fields_of_a_line(void **state)
{
    (void)state;
    drg_reader *reader =
        open_text("{\"id\": 7, \"text\": \"a\\u0000b\", \"date\": \"2024-05-14 10:30:00Z\", \"title\": null, "
                  "\"url\": \"u\", \"publisher\": \"p\", \"author\": \"\", \"more\": [1]}\n",
                  DRG_INPUT_SNIFF);
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.id, "7"));
    assert_int_equal(item.source.text.size, 3);
    assert_memory_equal(item.source.text.data, "a\0b", 3);
    assert_true(base_text_is(item.source.published, "2024-05-14T10:30:00Z"));
    assert_null(item.source.title.data);
    assert_true(base_text_is(item.source.url, "u"));
    assert_true(base_text_is(item.source.publisher, "p"));
    assert_null(item.source.author.data);
    assert_true(base_text_is(item.origin, "lines line 1"));
    expect_end(reader);
}

static void names_each_bad_line_and_goes_on(void **state)
{
    (void)state;
    drg_reader *reader = open_text("{\"text\": \"one\"}\r\n"
                                   "\n"
                                   "no json\n"
                                   "{\"text\": \"cut\n"
                                   "{\"id\": \"x\"}\n"
                                   "{\"text\": 5}\n"
                                   "{\"text\": \"a\"} {\"text\": \"b\"}\n"
                                   "{\"text\": \"a\", \"date\": \"2025-13-01\"}\n"
                                   "{\"text\": \"a\", \"title\": {}}\n"
                                   "{\"text\": \"last\"}",
                                   DRG_INPUT_NDJSON);
    expect_text(reader, "one");
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 3: not a JSON object");
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 4: not JSON: it breaks off after 13 bytes");
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 5: the field 'text' is missing");
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 6: the field 'text' is no text but int");
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_ERROR_FORMAT);
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 8: date '2025-13-01' has no month 13");
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 9: the field 'title' is no text but object");
    expect_text(reader, "last");
    expect_end(reader);
}

static void reads_other_field_names(void **state)
{
    (void)state;
    drg_reader_options options = {.input = DRG_INPUT_NDJSON,
                                  .fields = {.text = "body", .title = "head", .published = ""},
                                  .published = BASE_LITERAL("2024-01-02")};
    drg_text line = BASE_LITERAL("{\"body\": \"b\", \"text\": 1, \"head\": \"h\", \"date\": \"not read\"}");
    drg_reader *reader;
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_open_memory(line, "m", &options, &reader, NULL), DRG_OK);
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.text, "b"));
    assert_true(base_text_is(item.source.title, "h"));
    assert_true(base_text_is(item.source.published, "2024-01-02"));
    expect_end(reader);
}

static void refuses_wrong_options(void **state)
{
    (void)state;
    drg_reader *reader;
    drg_error error;
    drg_reader_options options = {.published = BASE_LITERAL("yesterday")};
    assert_int_equal(drg_reader_open(NULL, 0, &options, &reader, &error), DRG_ERROR_FORMAT);
    assert_string_equal(error.message, "date 'yesterday' is not of the form YYYY-MM-DD");
    options = (drg_reader_options){.fields = {.text = ""}};
    assert_int_equal(drg_reader_open(NULL, 0, &options, &reader, &error), DRG_ERROR_USAGE);
}

static void tells_text_from_ndjson(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *text;
    } CASES[] = {{"\xEF\xBB\xBF \n {\n \"text\": \"t\"}", NULL}, /* an object, but over two lines */
                 {"\xEF\xBB\xBF{\"text\": \"t\"}", "t"},
                 {" \n\n { \"text\": \"t\"}", "t"},
                 {"{braces} in a text", "{braces} in a text"},
                 {"{", "{"},
                 {"", ""},
                 {"  ", "  "}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        drg_reader *reader = open_text(CASES[i].bytes, DRG_INPUT_SNIFF);
        drg_item item;
        bool end;
        drg_status status = drg_reader_next(reader, &item, &end, NULL);
        assert_int_equal(status, CASES[i].text ? DRG_OK : DRG_ERROR_FORMAT);
        if (CASES[i].text) assert_true(base_text_is(item.source.text, CASES[i].text));
        drg_reader_close(reader);
    }
}

static void dates_a_text_by_its_first_line(void **state)
{
    (void)state;
    drg_reader *reader = open_text("2024-05-14\r\nTalks began.", DRG_INPUT_TEXT);
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.published, "2024-05-14"));
    assert_int_equal(item.source.text.size, 24); /* the line stays */
    expect_end(reader);
    reader = open_text("2024-02-30\nTalks began.", DRG_INPUT_TEXT);
    expect_error(reader, DRG_ERROR_FORMAT, "lines line 1: date '2024-02-30' has no day 30: February 2024 has 29");
    expect_end(reader);
    reader = open_text("2024-05-14 was a day.\n", DRG_INPUT_TEXT);
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_null(item.source.published.data);
    drg_reader_close(reader);
}

static void takes_front_matter(void **state)
{
    (void)state;
    static const char TEXT[] =
        "---\ndate: '2023-11-01'\nsource_url: https://example.org/a\ntags: x\ntitle: \"Talks\\\n  "
        "go on\"\n---\nTalks began.";
    drg_reader *reader = open_text(TEXT, DRG_INPUT_TEXT);
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.published, "2023-11-01"));
    assert_true(base_text_is(item.source.url, "https://example.org/a"));
    assert_true(base_text_is(item.source.text, "Talks began."));
    assert_int_equal(item.source.title.size, 0); /* it goes on in the next line */
    expect_end(reader);
    static const char *const PLAIN[] = {"---\nA rule and no head.\n---\nText.", "---\ndate: 2023-11-01\nno end",
                                        "---\n---\nText.", "---"};
    for (size_t i = 0; i < sizeof PLAIN / sizeof *PLAIN; i++) {
        reader = open_text(PLAIN[i], DRG_INPUT_TEXT);
        assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
        assert_true(base_text_is(item.source.text, PLAIN[i]));
        assert_int_equal(item.source.published.size, 0);
        drg_reader_close(reader);
    }
    reader = open_text("---\r\ndate: 2023-02-30\r\nauthor: Lena Arvid\r\n---\r\nText.", DRG_INPUT_TEXT);
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_int_equal(item.source.published.size, 0); /* no such day */
    assert_true(base_text_is(item.source.author, "Lena Arvid"));
    assert_true(base_text_is(item.source.text, "Text."));
    drg_reader_close(reader);
}

static void checks_dates(void **state)
{
    (void)state;
    static const char *const GOOD[] = {"2024-02-29",           "2000-02-29",
                                       "0001-01-01",           "2024-05-14T10:30",
                                       "2024-05-14T10:30Z",    "2024-05-14T10:30:59.125+05:30",
                                       "2024-05-14T23:59:60Z", "2024-05-14T10:30:00-0300"};
    static const char *const BAD[] = {"",
                                      "2024",
                                      "2024-5-14",
                                      "2023-02-29",
                                      "1900-02-29",
                                      "2024-00-10",
                                      "2024-04-31",
                                      "2024-05-14x",
                                      "2024/05/14",
                                      "0000-01-01",
                                      "2024-05-14T",
                                      "2024-05-14T9:30",
                                      "2024-05-14T10:30+",
                                      "2024-05-14T10:61",
                                      "-024-05-14"};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++)
        assert_int_equal(drg_date_check(base_text_from(GOOD[i]), NULL), DRG_OK);
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        assert_int_equal(drg_date_check(base_text_from(BAD[i]), NULL), DRG_ERROR_FORMAT);
}

static void splits_conllu_at_new_documents(void **state)
{
    (void)state;
    drg_reader *reader =
        open_text("# newdoc id = first\n# text = A\n1\tA\n\n1\tB\n\n# newdoc id = second \n1\tC\n", DRG_INPUT_CONLLU);
    drg_item item;
    bool end;
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.id, "first"));
    assert_true(base_text_is(item.conllu, "# newdoc id = first\n# text = A\n1\tA\n\n1\tB\n\n"));
    assert_int_equal(drg_reader_next(reader, &item, &end, NULL), DRG_OK);
    assert_true(base_text_is(item.source.id, "second"));
    assert_true(base_text_is(item.origin, "lines line 7"));
    expect_end(reader);
}

/* A stream from a pipe gives the same lines as memory, whatever their length and wherever the limit cuts. */
static void skips_lines_beyond_the_limit(void **state)
{
    (void)state;
    FILE *file = tmpfile();
    assert_non_null(file);
    for (int i = 0; i < 300000; i++) fputc('x', file);
    fputs("\nshort\n", file);
    for (int i = 0; i < 200000; i++) fputc('y', file);
    fputs("\nlast", file);
    fflush(file);
    rewind(file);
    input_stream stream = {.file = fileno(file)};
    drg_text line;
    bool end;
    drg_error error;
    assert_int_equal(input_stream_line(&stream, 1000, &line, &end, &error), DRG_ERROR_LIMIT);
    assert_int_equal(stream.line, 1);
    assert_int_equal(input_stream_line(&stream, 1000, &line, &end, &error), DRG_OK);
    assert_true(base_text_is(line, "short"));
    assert_int_equal(input_stream_line(&stream, 200000, &line, &end, &error), DRG_OK);
    assert_int_equal(line.size, 200000);
    assert_int_equal(input_stream_line(&stream, 4, &line, &end, &error), DRG_OK);
    assert_true(base_text_is(line, "last"));
    assert_int_equal(input_stream_line(&stream, 4, &line, &end, &error), DRG_OK);
    assert_true(end);
    assert_int_equal(stream.consumed, 500012);
    assert_true(stream.capacity <= (size_t)1 << 19);
    input_stream_close(&stream);
    fclose(file);
}

static void put_file(const char *folder, const char *name, const char *content)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(content, file);
    fclose(file);
}

static void remove_all(const char *folder, const char *const *names, size_t count)
{
    char path[512];
    for (size_t i = 0; i < count; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        remove(path);
    }
    rmdir(folder);
}

static void walks_folders_in_byte_order(void **state)
{
    (void)state;
    char folder[] = "/tmp/dragoman-walk-XXXXXX", inner[64], link[64];
    assert_non_null(mkdtemp(folder));
    snprintf(inner, sizeof inner, "%s/b", folder);
    snprintf(link, sizeof link, "%s/b/again", folder);
    assert_int_equal(mkdir(inner, 0755), 0);
    assert_int_equal(symlink(folder, link), 0);
    put_file(folder, "b.txt", "second");
    put_file(folder, "a.md", "first");
    put_file(folder, "c.pdf", "never");
    put_file(inner, "x.ndjson", "{\"text\": \"third\"}\n");
    const char *paths[] = {folder, "/nowhere/at-all.txt"};
    drg_reader *reader;
    uint64_t done, total;
    assert_int_equal(drg_reader_open(paths, 2, NULL, &reader, NULL), DRG_OK);
    expect_text(reader, "first");
    expect_text(reader, "second");
    expect_text(reader, "third");
    expect_error(reader, DRG_ERROR_IO, "/nowhere/at-all.txt: cannot open: No such file or directory");
    drg_reader_progress(reader, &done, &total);
    assert_int_equal(done, 5 + 6 + 18);
    assert_int_equal(total, 5 + 6 + 18);
    expect_end(reader);
    remove_all(folder, (const char *const[]){"b/x.ndjson", "b/again", "b", "b.txt", "a.md", "c.pdf"}, 6);
}

static void refuses_utf16(void **state)
{
    (void)state;
    drg_reader *reader = open_bytes("\xFF\xFEH\0i\0", 6, DRG_INPUT_SNIFF);
    expect_error(reader, DRG_ERROR_FORMAT, "lines: UTF-16, convert it first: iconv -f UTF-16 -t UTF-8");
    expect_end(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_fields_of_a_line),
        cmocka_unit_test(names_each_bad_line_and_goes_on),
        cmocka_unit_test(reads_other_field_names),
        cmocka_unit_test(refuses_wrong_options),
        cmocka_unit_test(tells_text_from_ndjson),
        cmocka_unit_test(dates_a_text_by_its_first_line),
        cmocka_unit_test(takes_front_matter),
        cmocka_unit_test(checks_dates),
        cmocka_unit_test(splits_conllu_at_new_documents),
        cmocka_unit_test(skips_lines_beyond_the_limit),
        cmocka_unit_test(walks_folders_in_byte_order),
        cmocka_unit_test(refuses_utf16),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
