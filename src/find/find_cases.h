/* SPDX-License-Identifier: Apache-2.0
 * For tests only.
 *
 * Sentences and what must be found in them, read by the whole way from raw text with the built data file. What is
 * expected is written in items between ";":
 *
 *     WORDING=ID/COUNTRY/SECTORS/VIA[/ROLE]   a mention; a field "*" is not looked at; of several of that wording,
 *                                        one
 *     !WORDING                           no mention of that wording
 *     @WORDING=FROM..TO/PRECISION        a date
 *     !@WORDING                          no date of that wording
 *     #WORDING=NAME/COUNTRY[/ADMIN1[/WHERE]]   a place; WHERE is "there" or "aside"
 *     !#WORDING                          no place of that wording
 *     =N                                 so many mentions in all
 */
#ifndef FIND_FIND_CASES_H
#define FIND_FIND_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "find/find.h"

typedef struct test_case {
    const char *day, *text, *expected;
} test_case;

/* ---- reading */

static model_file *file;
static language_models *models;
static language_scratch *scratch;
static find_lists *lists;

static int setup(void **state)
{
    (void)state;
    const char *path = getenv("DRAGOMAN_DATA");
    FILE *there = path ? fopen(path, "rb") : NULL;
    if (!there) return 0; /* each test is then skipped */
    fclose(there);
    drg_error error;
    if (model_file_open(path, &file, &error) == DRG_OK && language_open(file, &models, &error) == DRG_OK &&
        find_open(file, &lists, &error) == DRG_OK && (scratch = language_scratch_new(models)))
        return 0;
    print_error("%s\n", error.message);
    return -1;
}

static int teardown(void **state)
{
    (void)state;
    if (scratch) language_scratch_free(scratch);
    if (lists) find_close(lists);
    if (models) language_close(models);
    if (file) model_file_close(file);
    return 0;
}

typedef struct test_reading {
    drg_document document;
    base_arena arena;
} test_reading;

static void read_text(test_reading *reading, drg_text day, drg_text text)
{
    memset(reading, 0, sizeof *reading);
    base_arena_open(&reading->document.arena, 0, NULL);
    base_arena_open(&reading->arena, 0, NULL);
    reading->document.id = BASE_LITERAL("test");
    reading->document.source.text = text;
    reading->document.source.published = day;
    language_segment(models, &reading->arena, &reading->document);
    language_parse(models, scratch, &reading->arena, &reading->document);
    language_lemmatize(models, &reading->arena, &reading->document);
    find_read(lists, &reading->arena, &reading->document);
}

static void close_text(test_reading *reading)
{
    base_arena_close(&reading->document.arena);
    base_arena_close(&reading->arena);
}

/* ---- expectations */

static drg_text cut(drg_text *rest, const char *mark)
{
    size_t size = strlen(mark);
    for (size_t i = 0; i + size <= rest->size; i++)
        if (memcmp(rest->data + i, mark, size) == 0) {
            drg_text part = base_text_slice(*rest, 0, i);
            *rest = base_text_slice(*rest, i + size, rest->size);
            return part;
        }
    drg_text all = *rest;
    *rest = base_text_slice(*rest, rest->size, rest->size);
    return all;
}

static bool field_fits(drg_text want, drg_text have)
{
    return base_text_is(want, "*") || base_text_equal(want, have);
}

static drg_text joined(base_arena *arena, drg_texts parts)
{
    drg_text out = {"", 0};
    for (size_t i = 0; i < parts.count; i++)
        out = base_text_format(arena, "%.*s%s%.*s", BASE_PRINT(out), i ? " " : "", BASE_PRINT(parts.items[i]));
    return out;
}

static bool mention_fits(test_reading *reading, const drg_mention *mention, drg_text fields)
{
    const drg_actor *actor = &reading->document.actors.items[mention->actor];
    drg_text id = cut(&fields, "/"), country = cut(&fields, "/"), sectors = cut(&fields, "/"), via = cut(&fields, "/");
    return field_fits(id, actor->id) && field_fits(country, mention->country) &&
           field_fits(sectors, joined(&reading->arena, mention->sector)) &&
           field_fits(via, base_text_from(drg_via_name(mention->via))) &&
           (!fields.size || field_fits(fields, mention->role));
}

static size_t count_mentions(test_reading *reading, drg_text wording, const drg_text *fields)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->document.mentions.count; i++) {
        const drg_mention *mention = &reading->document.mentions.items[i];
        if (base_text_equal(record_wording(&reading->document, mention->span), wording) &&
            (!fields || mention_fits(reading, mention, *fields)))
            count++;
    }
    return count;
}

static size_t count_dates(test_reading *reading, drg_text wording, const drg_text *fields)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->document.dates.count; i++) {
        const drg_date *date = &reading->document.dates.items[i];
        drg_text have =
            base_text_format(&reading->arena, "%s..%s/%s", date->from, date->to, drg_precision_name(date->precision));
        if (base_text_equal(record_wording(&reading->document, date->span), wording) &&
            (!fields || base_text_equal(*fields, have)))
            count++;
    }
    return count;
}

static bool place_fits(const drg_place *place, drg_text fields)
{
    drg_text name = cut(&fields, "/"), country = cut(&fields, "/"), division = cut(&fields, "/");
    return field_fits(name, place->name) && field_fits(country, place->country) &&
           (!division.size || field_fits(division, place->admin1)) &&
           (!fields.size || base_text_is(fields, place->aside ? "aside" : "there"));
}

static size_t count_places(test_reading *reading, drg_text wording, const drg_text *fields)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->document.places.count; i++) {
        const drg_place *place = &reading->document.places.items[i];
        if (base_text_equal(record_wording(&reading->document, place->span), wording) &&
            (!fields || place_fits(place, *fields)))
            count++;
    }
    return count;
}

static bool holds(test_reading *reading, drg_text item)
{
    size_t number = 0;
    if (item.data[0] == '=') {
        for (size_t i = 1; i < item.size; i++) number = number * 10 + (size_t)(item.data[i] - '0');
        return reading->document.mentions.count == number;
    }
    bool absent = item.data[0] == '!';
    if (absent) item = base_text_slice(item, 1, item.size);
    char mark = item.data[0];
    if (mark == '@' || mark == '#') item = base_text_slice(item, 1, item.size);
    drg_text wording = cut(&item, "=");
    const drg_text *fields = absent ? NULL : &item;
    size_t count = mark == '@'   ? count_dates(reading, wording, fields)
                   : mark == '#' ? count_places(reading, wording, fields)
                                 : count_mentions(reading, wording, fields);
    return absent ? count == 0 : count > 0;
}

static void show(test_reading *reading)
{
    drg_document *document = &reading->document;
    for (size_t i = 0; i < document->mentions.count; i++) {
        const drg_mention *mention = &document->mentions.items[i];
        print_message("    %.*s=%.*s/%.*s/%.*s/%s/%.*s\n", BASE_PRINT(record_wording(document, mention->span)),
                      BASE_PRINT(document->actors.items[mention->actor].id), BASE_PRINT(mention->country),
                      BASE_PRINT(joined(&reading->arena, mention->sector)), drg_via_name(mention->via),
                      BASE_PRINT(mention->role));
    }
    for (size_t i = 0; i < document->dates.count; i++)
        print_message("    @%.*s=%s..%s\n", BASE_PRINT(record_wording(document, document->dates.items[i].span)),
                      document->dates.items[i].from, document->dates.items[i].to);
    for (size_t i = 0; i < document->places.count; i++)
        print_message("    #%.*s=%.*s/%.*s/%.*s/%s\n",
                      BASE_PRINT(record_wording(document, document->places.items[i].span)),
                      BASE_PRINT(document->places.items[i].name), BASE_PRINT(document->places.items[i].country),
                      BASE_PRINT(document->places.items[i].admin1),
                      document->places.items[i].aside ? "aside" : "there");
}

/* How many items of the case fail. */
static size_t check(const test_case *one)
{
    test_reading reading;
    read_text(&reading, base_text_from(one->day), base_text_from(one->text));
    drg_error error;
    size_t wrong = 0;
    if (record_check(&reading.document, &error) != DRG_OK) {
        print_error("%s: %s\n", one->text, error.message);
        wrong++;
    }
    drg_text rest = base_text_from(one->expected);
    while (rest.size) {
        drg_text item = base_text_trim(cut(&rest, ";"));
        if (!item.size || holds(&reading, item)) continue;
        print_error("%s\n  not so: %.*s\n", one->text, BASE_PRINT(item));
        wrong++;
    }
    if (wrong) show(&reading);
    close_text(&reading);
    return wrong;
}

static void check_all(const test_case *cases, size_t count)
{
    if (!file) skip();
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) wrong += check(&cases[i]);
    assert_int_equal(wrong, 0);
}

#define CHECK_ALL(name, cases)                                                                                         \
    static void name(void **state)                                                                                     \
    {                                                                                                                  \
        (void)state;                                                                                                   \
        check_all(cases, sizeof(cases) / sizeof *(cases));                                                             \
    }

#endif
