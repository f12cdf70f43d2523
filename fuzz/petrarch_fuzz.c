/* SPDX-License-Identifier: Apache-2.0
 *
 * Any bytes as each of the four PETRARCH dictionaries: what is read lies inside the book, its phrases are words, its
 * days are days in order, every complaint has a line of the file, and frames come of verbs whatever they are.
 */
#include <string.h>

#include "base/base.h"
#include "fuzz.h"
#include "import_verbs.h"
#include "petrarch.h"
#include "record/record.h"

typedef struct listener {
    size_t lines, complaints;
} listener;

static void listen(void *context, size_t line, const char *message)
{
    listener *ear = context;
    ear->complaints++;
    FUZZ_HOLDS(line >= 1 && line <= ear->lines && message[0]);
}

static void check_phrase(drg_text phrase)
{
    FUZZ_HOLDS(phrase.size > 0 && phrase.size < PETRARCH_LINE_BYTES);
    FUZZ_HOLDS(phrase.data[0] != ' ' && phrase.data[phrase.size - 1] != ' ');
    FUZZ_HOLDS(base_utf8_broken(phrase, 0) == phrase.size);
    for (size_t i = 0; i < phrase.size; i++) FUZZ_HOLDS((unsigned char)phrase.data[i] >= ' ');
}

static void check_day(const char *day)
{
    FUZZ_HOLDS(!day[0] || record_day_exists((drg_text){day, strlen(day)}));
}

static void check_actor(const petrarch_book *book, const petrarch_actor *actor)
{
    check_phrase(actor->phrase);
    FUZZ_HOLDS(actor->first_synonym + actor->synonym_count <= book->synonyms.count);
    FUZZ_HOLDS(actor->term_count > 0 && actor->first_term + actor->term_count <= book->terms.count);
    for (size_t i = 0; i < actor->term_count; i++) {
        const petrarch_term *term = &book->terms.items[actor->first_term + i];
        check_day(term->from);
        check_day(term->to);
        bool several = memchr(term->code.data, '/', term->code.size) != NULL; /* "FRO/BIL" */
        FUZZ_HOLDS(term->code.size > 0 && (several || term->code.size % 3 == 0));
        FUZZ_HOLDS(!term->from[0] || !term->to[0] || strcmp(term->from, term->to) <= 0);
        FUZZ_HOLDS(i == 0 || strcmp(term[-1].to, term->from) < 0);
    }
}

static void check_book(const petrarch_book *book)
{
    for (size_t i = 0; i < book->actors.count; i++) check_actor(book, &book->actors.items[i]);
    for (size_t i = 0; i < book->synonyms.count; i++) check_phrase(book->synonyms.items[i]);
    for (size_t i = 0; i < book->discards.count; i++) check_phrase(book->discards.items[i].phrase);
    for (size_t i = 0; i < book->agents.count; i++) {
        check_phrase(book->agents.items[i].phrase);
        check_phrase(book->agents.items[i].plural);
        FUZZ_HOLDS(book->agents.items[i].code.size > 0);
    }
}

static void read_as(void (*read)(const petrarch_reading *reading, drg_text file), drg_text bytes, bool inclusive)
{
    petrarch_book book = {0};
    listener ear = {.lines = 1};
    for (size_t i = 0; i < bytes.size; i++) ear.lines += bytes.data[i] == '\n';
    petrarch_reading reading = {&book, inclusive, listen, &ear};
    read(&reading, bytes);
    check_book(&book);
    petrarch_free(&book);
}

static void check_items(const petrarch_verb_book *book, size_t first, size_t count)
{
    FUZZ_HOLDS(first + count <= book->items.count);
    for (size_t i = 0; i < count; i++) check_phrase(book->items.items[first + i]);
}

static void check_verbs(const petrarch_verb_book *book)
{
    for (size_t i = 0; i < book->sets.count; i++)
        check_items(book, book->sets.items[i].first_member, book->sets.items[i].member_count);
    for (size_t i = 0; i < book->verbs.count; i++) {
        const petrarch_verb *verb = &book->verbs.items[i];
        check_items(book, verb->first_form, verb->form_count);
        FUZZ_HOLDS(verb->form_count > 0 && verb->form_count <= PETRARCH_FORMS && verb->block < book->block_count);
    }
    for (size_t i = 0; i < book->patterns.count; i++) {
        check_phrase(book->patterns.items[i].words);
        FUZZ_HOLDS(memchr(book->patterns.items[i].words.data, '*', book->patterns.items[i].words.size));
    }
}

static void read_verbs(drg_text bytes)
{
    petrarch_verb_book book = {0};
    listener ear = {.lines = 1};
    for (size_t i = 0; i < bytes.size; i++) ear.lines += bytes.data[i] == '\n';
    petrarch_read_verbs(&book, listen, &ear, bytes);
    check_verbs(&book);
    import_verbs import = {.book = &book, .slug = {"fuzz", 4}, .other_act = "CONSULT"};
    import_verbs_make(&import);
    FUZZ_HOLDS(!import.frame_count == !import.frames.size);
    import_verbs_free(&import);
    petrarch_verbs_free(&book);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    drg_text bytes = {(const char *)data, size};
    read_as(petrarch_read_actors, bytes, false);
    read_as(petrarch_read_actors, bytes, true);
    read_as(petrarch_read_agents, bytes, false);
    read_as(petrarch_read_discards, bytes, false);
    read_verbs(bytes);
    return 0;
}
