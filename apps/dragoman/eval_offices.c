/* SPDX-License-Identifier: Apache-2.0
 *
 * In: eval/offices.tsv, sentences with a day and a mention each. Out: how often dragoman knows the mention's country,
 * sector, person and role, and all four. Of the mentions that overlap the wording those count that overlap it most; one
 * of them must have everything right ("officials from Britain and France" are two). The country must be the same; the
 * sector is the first one; a person answers to its canonical name or an alias, in any case and without accents; the
 * role that is asked for must stand in the mention's role as whole words.
 *
 * Half of the sentences (by a hash of their text) is for development, half is held back: --only development, --only
 * held. */
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum { DATE, TEXT, MENTION, COUNTRY, SECTOR, PERSON, ROLE, COLUMNS };
enum { ASKED = 4 }; /* COUNTRY .. ROLE */

static const char *const NAMES[ASKED] = {"country", "sector", "person", "role"};

typedef struct office_counts {
    size_t sentences, all, right[ASKED];
} office_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(office_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

/* ---------------------------------------------------------------- comparing */

/* The letters of Latin-1 and Latin Extended-A without their marks, small; other bytes stay. Enough for names as English
 * news writes them. */
static size_t fold_character(drg_text text, size_t at, char *ret_letter)
{
    static const char latin1[] = "aaaaaaaceeeeiiiidnooooo*ouuuuypsaaaaaaaceeeeiiiidnooooo*ouuuuypy";
    static const char extended[] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllllllln"
                                   "nnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
    int32_t point;
    size_t size = text_character(text, at, &point);
    char letter = size == 1 ? text.data[at] : '?';
    if (letter >= 'A' && letter <= 'Z') letter = (char)(letter + 32);
    if (point >= 0xC0 && point <= 0xFF) letter = latin1[point - 0xC0];
    if (point >= 0x100 && point < 0x100 + (int32_t)sizeof extended - 1) letter = extended[point - 0x100];
    *ret_letter = letter == '-' ? ' ' : letter;
    return size;
}

static void fold(line_buffer *buffer, drg_text text)
{
    for (size_t at = 0; at < text.size;) {
        char letter;
        at += fold_character(text, at, &letter);
        buffer_add(buffer, (drg_text){&letter, 1});
    }
}

static bool same(drg_text a, drg_text b, bool inside)
{
    line_buffer left = {0}, right = {0};
    buffer_add_string(&left, " ");
    fold(&left, a);
    buffer_add_string(&left, " ");
    buffer_add_string(&right, " ");
    fold(&right, b);
    buffer_add_string(&right, " ");
    bool found = inside ? strstr(left.data, right.data) != NULL : strcmp(left.data, right.data) == 0;
    buffer_free(&left);
    buffer_free(&right);
    return found;
}

static bool answers(drg_text wanted, drg_text known, bool inside)
{
    for (size_t at = 0; at <= wanted.size;) {
        size_t end = at;
        while (end < wanted.size && wanted.data[end] != ';') end++;
        drg_text one = text_trim(text_slice(wanted, at, end));
        if (text_is(one, "*") || (one.size ? same(known, one, inside) : !known.size)) return true;
        at = end + 1;
    }
    return false;
}

static bool person_answers(drg_text wanted, const drg_actor *actor)
{
    bool person = actor->type == DRG_ACTOR_PERSON;
    if (answers(wanted, person ? actor->name : (drg_text){"", 0}, false)) return true;
    for (size_t i = 0; person && wanted.size && i < actor->aliases.count; i++)
        if (answers(wanted, actor->aliases.items[i], false)) return true;
    return false;
}

static void judge(const drg_document *found, const drg_mention *mention, const drg_text *fields, bool *ret_right)
{
    const drg_actor *actor = &drg_document_actors(found)[mention->actor];
    drg_text sector = mention->sector.count ? mention->sector.items[0] : (drg_text){"", 0};
    ret_right[0] = answers(fields[COUNTRY], mention->country, false);
    ret_right[1] = answers(fields[SECTOR], sector, false);
    ret_right[2] = person_answers(fields[PERSON], actor);
    ret_right[3] = answers(fields[ROLE], mention->role, true);
}

/* ---------------------------------------------------------------- one sentence */

static size_t overlap(drg_span a, drg_span b)
{
    uint32_t begin = a.begin > b.begin ? a.begin : b.begin, end = a.end < b.end ? a.end : b.end;
    return begin < end ? end - begin : 0;
}

static size_t count_right(const bool *right)
{
    size_t count = 0;
    for (size_t i = 0; i < ASKED; i++) count += right[i];
    return count;
}

/* Nothing was found: right only where nothing was wanted. */
static void judge_nothing(const drg_text *fields, bool *ret_right)
{
    for (size_t i = 0; i < ASKED; i++) ret_right[i] = answers(fields[COUNTRY + i], (drg_text){"", 0}, false);
}

static void judge_best(const drg_document *found, const drg_text *fields, bool *ret_right, const drg_mention **ret_best)
{
    size_t at = text_find(fields[TEXT], fields[MENTION], 0), most = 0;
    drg_span wording = {(uint32_t)at, (uint32_t)(at + fields[MENTION].size)};
    const drg_mention *mentions = drg_document_mentions(found);
    judge_nothing(fields, ret_right);
    *ret_best = NULL;
    for (size_t i = 0; i < drg_document_mention_count(found); i++) {
        bool right[ASKED];
        size_t size = overlap(mentions[i].span, wording);
        if (!size || size < most) continue;
        judge(found, &mentions[i], fields, right);
        if (size == most && count_right(right) <= count_right(ret_right)) continue;
        most = size;
        *ret_best = &mentions[i];
        memcpy(ret_right, right, sizeof right);
    }
}

static void show(const eval_run *run, const char *path, const drg_document *found, const drg_text *fields,
                 const bool *right, const drg_mention *best)
{
    line_buffer wrong = {0};
    for (size_t i = 0; i < ASKED; i++)
        if (!right[i]) buffer_format(&wrong, "%s ", NAMES[i]);
    drg_text none = {"", 0}, name = best ? drg_document_actors(found)[best->actor].name : none;
    eval_error(run, path, "%.*s wrong: %.*s [%.*s] found: %.*s/%.*s/%.*s/%.*s", (int)wrong.size, wrong.data,
               TEXT_PRINT(fields[TEXT]), TEXT_PRINT(fields[MENTION]), TEXT_PRINT(best ? best->country : none),
               TEXT_PRINT(best && best->sector.count ? best->sector.items[0] : none), TEXT_PRINT(name),
               TEXT_PRINT(best ? best->role : none));
    buffer_free(&wrong);
}

static bool add_sentence(eval_run *run, const char *path, const drg_text *fields)
{
    office_counts *counts = run->state;
    drg_document *found = NULL;
    drg_source source = {.text = fields[TEXT], .published = fields[DATE]};
    drg_error error = {""};
    if (text_find(fields[TEXT], fields[MENTION], 0) == SIZE_MAX)
        return eval_complain(path, "'%.*s' does not stand in its sentence", TEXT_PRINT(fields[MENTION]));
    if (drg_session_read(run->session, &source, &found, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    bool right[ASKED];
    const drg_mention *best;
    judge_best(found, fields, right, &best);
    counts->sentences++;
    counts->all += count_right(right) == ASKED;
    for (size_t i = 0; i < ASKED; i++) counts->right[i] += right[i];
    if (count_right(right) < ASKED) show(run, path, found, fields, right, best);
    drg_document_close(found);
    run->documents++;
    return true;
}

/* ---------------------------------------------------------------- the file */

static drg_text half_of(drg_text text)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < text.size; i++) hash = (hash ^ (unsigned char)text.data[i]) * 16777619u;
    return text_of((hash >> 16) & 1 ? "held" : "development");
}

static size_t read_fields(drg_text line, drg_text *fields)
{
    size_t count = 0;
    for (size_t at = 0; at <= line.size; count++) {
        const char *tab = at < line.size ? memchr(line.data + at, '\t', line.size - at) : NULL;
        size_t end = tab ? (size_t)(tab - line.data) : line.size;
        if (count < COLUMNS) fields[count] = text_slice(line, at, end);
        at = end + 1;
    }
    return count;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    size_t number = 0;
    for (size_t at = 0; at < bytes.size; number++) {
        size_t end = eval_line_end(bytes, at);
        drg_text line = text_slice(bytes, at, end), fields[COLUMNS];
        at = end + 1;
        if (!line.size || line.data[0] == '#') continue;
        if (read_fields(line, fields) != COLUMNS)
            return eval_complain(path, "line %zu: wants %d fields", number + 1, COLUMNS);
        if (eval_is_wanted(run, half_of(fields[TEXT])) && !add_sentence(run, path, fields)) return false;
    }
    return true;
}

static void report(eval_run *run)
{
    const office_counts *counts = run->state;
    eval_put_share(run, "all-four", counts->all, counts->sentences);
    for (size_t i = 0; i < ASKED; i++) eval_put_share(run, NAMES[i], counts->right[i], counts->sentences);
}

const eval_task EVAL_OFFICES = {
    .name = "offices",
    .about = "sentences with a day and a mention: its country, sector, person and role",
    .suffix = ".tsv",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
