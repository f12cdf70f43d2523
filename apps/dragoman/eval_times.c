/* SPDX-License-Identifier: Apache-2.0
 *
 * In: TimeML (TIMEX3), or text with inline TIMEX2. Out: how many time expressions dragoman finds and understands, as in
 * TempEval-3 (UzZaman et al. 2013): precision and recall over all expressions of all files.
 *
 *   strict    the wording is the gold one
 *   relaxed   the wordings overlap, one with one
 *   type      relaxed, and DATE, TIME, DURATION or SET is the gold one (TIMEX3 only)
 *   value     relaxed, and the normalised value is the gold one
 *
 * The text is that of the element TEXT with the tags left out. The session is given the document's creation time
 * (TimeML's DCT, the DATETIME before the text of TIMEX2 files), and nothing else.
 *
 * TIMEX2's VAL is brought to the form of TIMEX3 so: a seconds part is cut off; what recurs (SET="YES") has "P1D" for
 * "XXXX-XX-XX", "P1W" for "XXXX-WXX", "P1M" for "XXXX-XX", "P1Y" for "XXXX"; a leading "P" of lengths, seasons, weeks,
 * parts of days, "BC" and the three references are the same in both. An expression without a VAL (its time cannot be
 * given) counts for the wording, but neither for nor against the value. Of nested expressions the outer one counts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/tree.h>

#include "eval.h"
#include "eval_xml.h"

typedef struct gold_time {
    drg_span span;
    char type[12], value[40];
    bool matched;
} gold_time;

typedef struct gold_text {
    line_buffer text;
    gold_time *times;
    size_t count;
    bool inside; /* a time expression */
    char date[40];
} gold_text;

typedef struct times_counts {
    score_count strict, relaxed, type, value;
    bool typed; /* the gold has types */
} times_counts;

/* ---- gold */

static void read_attribute(const xmlNode *node, const char *name, char *ret_value, size_t size)
{
    xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
    snprintf(ret_value, size, "%s", value ? (const char *)value : "");
    xmlFree(value);
}

static bool is_called(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

/* The value as TIMEX3 would have it. */
static void read_timex2(const xmlNode *node, gold_time *time)
{
    static const char *const sets[][2] = {{"XXXX-XX-XX", "P1D"},
                                          {"XXXX-WXX", "P1W"},
                                          {"XXXX-XX", "P1M"},
                                          {"XXXX", "P1Y"}};
    char set[8];
    read_attribute(node, "val", time->value, sizeof time->value);
    if (!time->value[0]) read_attribute(node, "VAL", time->value, sizeof time->value);
    read_attribute(node, "set", set, sizeof set);
    if (!set[0]) read_attribute(node, "SET", set, sizeof set);
    size_t size = strlen(time->value);
    if (size == 19 && time->value[10] == 'T') time->value[16] = '\0';
    for (size_t i = 0; set[0] && i < sizeof sets / sizeof *sets; i++)
        if (strcmp(time->value, sets[i][0]) == 0) snprintf(time->value, sizeof time->value, "%s", sets[i][1]);
}

static void add_gold(gold_text *gold, const xmlNode *node, uint32_t begin)
{
    gold_time time = {.span = {begin, (uint32_t)gold->text.size}};
    if (is_called(node, "TIMEX3")) {
        read_attribute(node, "type", time.type, sizeof time.type);
        read_attribute(node, "value", time.value, sizeof time.value);
    } else
        read_timex2(node, &time);
    if (time.span.begin == time.span.end) return;
    gold->times = memory_grow(gold->times, (gold->count + 1) * sizeof *gold->times);
    gold->times[gold->count++] = time;
}

/* The depth of the nodes is bounded by the parser. */
static void read_text(gold_text *gold, const xmlNode *first)
{
    for (const xmlNode *node = first; node; node = node->next) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
            buffer_add_string(&gold->text, (const char *)node->content);
        bool timex = !gold->inside && (is_called(node, "TIMEX3") || is_called(node, "TIMEX2"));
        uint32_t begin = (uint32_t)gold->text.size;
        if (timex) gold->inside = true;
        if (node->type == XML_ELEMENT_NODE) read_text(gold, node->children);
        if (!timex) continue;
        gold->inside = false;
        add_gold(gold, node, begin);
    }
}

/* The first time expression below a DCT or DATETIME. */
static void read_date(gold_text *gold, const xmlNode *node)
{
    for (node = node->children; node; node = node->next) {
        if (is_called(node, "TIMEX3")) read_attribute(node, "value", gold->date, sizeof gold->date);
        if (is_called(node, "TIMEX2")) read_attribute(node, "val", gold->date, sizeof gold->date);
        if (gold->date[0]) return;
    }
}

static void read_document(gold_text *gold, const xmlNode *root)
{
    for (const xmlNode *node = root ? root->children : NULL; node; node = node->next) {
        if (is_called(node, "DCT") || is_called(node, "DATETIME")) read_date(gold, node);
        if (is_called(node, "TEXT")) read_text(gold, node->children);
    }
}

/* ---- counting */

static bool overlap(drg_span a, drg_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

/* The wording with the text on both sides. */
static void complain(const eval_run *run, const char *path, const gold_text *gold, drg_span span, const char *what,
                     const char *wanted, const char *found)
{
    if (!run->errors) return;
    drg_text text = {gold->text.data, gold->text.size};
    size_t from = span.begin > 90 ? span.begin - 90 : 0, to = span.end + 60 < text.size ? span.end + 60 : text.size;
    line_buffer line = {0};
    buffer_add_clean(&line, text_slice(text, from, span.begin));
    buffer_add_string(&line, "[");
    buffer_add_clean(&line, text_slice(text, span.begin, span.end));
    buffer_add_string(&line, "]");
    buffer_add_clean(&line, text_slice(text, span.end, to));
    eval_error(run, path, "%s: gold %s, found %s: %s", what, wanted, found, line.data);
    buffer_free(&line);
}

static void compare(eval_run *run, const char *path, const gold_text *gold, const gold_time *time, const drg_date *date)
{
    times_counts *counts = run->state;
    bool strict = time->span.begin == date->span.begin && time->span.end == date->span.end;
    bool type = strcmp(time->type, drg_timex_name(date->kind)) == 0, value = strcmp(time->value, date->value) == 0;
    counts->strict.right += strict;
    counts->relaxed.right++;
    counts->type.right += type;
    if (time->value[0])
        counts->value.right += value;
    else
        counts->value.found--;
    if (time->value[0] && !value) complain(run, path, gold, date->span, "value", time->value, date->value);
    if (time->type[0] && !type) complain(run, path, gold, date->span, "type", time->type, drg_timex_name(date->kind));
    if (!strict) {
        drg_text text = {gold->text.data, gold->text.size};
        eval_error(run, path, "span: gold \"%.*s\", found \"%.*s\"",
                   TEXT_PRINT(text_slice(text, time->span.begin, time->span.end)),
                   TEXT_PRINT(text_slice(text, date->span.begin, date->span.end)));
    }
}

static void count(eval_run *run, const char *path, gold_text *gold, const drg_document *document)
{
    times_counts *counts = run->state;
    score_count *all[] = {&counts->strict, &counts->relaxed, &counts->type, &counts->value};
    const drg_date *dates = drg_document_dates(document);
    size_t next = 0;
    for (size_t i = 0; i < gold->count; i++) {
        for (size_t k = 0; k < 3; k++) all[k]->gold++;
        counts->value.gold += gold->times[i].value[0] != '\0';
        counts->typed |= gold->times[i].type[0] != '\0';
    }
    for (size_t i = 0; i < drg_document_date_count(document); i++) {
        if (dates[i].inherited) continue;
        for (size_t k = 0; k < 4; k++) all[k]->found++;
        while (next < gold->count && gold->times[next].span.end <= dates[i].span.begin) next++;
        size_t at = next;
        while (at < gold->count && gold->times[at].matched) at++;
        if (at < gold->count && overlap(gold->times[at].span, dates[i].span)) {
            gold->times[at].matched = true;
            compare(run, path, gold, &gold->times[at], &dates[i]);
        } else
            complain(run, path, gold, dates[i].span, "found too much", "none", dates[i].value);
    }
    for (size_t i = 0; i < gold->count; i++)
        if (!gold->times[i].matched)
            complain(run, path, gold, gold->times[i].span, "missed", gold->times[i].value, "none");
}

/* ---- the task */

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(times_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

static bool read_and_count(eval_run *run, const char *path, gold_text *gold)
{
    drg_error error = {""};
    drg_document *document = NULL;
    drg_source source = {.text = {gold->text.data ? gold->text.data : "", gold->text.size}};
    drg_text day = text_slice(text_of(gold->date), 0, strlen(gold->date) < 10 ? strlen(gold->date) : 10);
    if (drg_date_check(day, NULL) == DRG_OK) source.published = day;
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    count(run, path, gold, document);
    run->documents++;
    drg_document_close(document);
    return true;
}

static bool add_times(eval_run *run, const char *path, drg_text bytes)
{
    xmlDoc *xml = eval_read_xml(path, bytes);
    if (!xml) return false;
    gold_text gold = {0};
    read_document(&gold, xmlDocGetRootElement(xml));
    xmlFreeDoc(xml);
    bool good = gold.text.size ? read_and_count(run, path, &gold) : eval_complain(path, "it has no element TEXT");
    buffer_free(&gold.text);
    free(gold.times);
    return good;
}

static void report(eval_run *run)
{
    const times_counts *counts = run->state;
    eval_put_count(run, "timex-strict", counts->strict);
    eval_put_count(run, "timex-relaxed", counts->relaxed);
    if (counts->typed) eval_put_count(run, "timex-type", counts->type);
    eval_put_count(run, "timex-value", counts->value);
}

const eval_task EVAL_TIMES = {
    .name = "times",
    .about = "TimeML (.tml) or inline TIMEX2: F1 of time expressions, their types and values (TempEval-3)",
    .suffix = ".tml",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_times,
    .report = report,
    .close = close_counts,
};
