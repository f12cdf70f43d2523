/* SPDX-License-Identifier: Apache-2.0
 *
 * In: PETRARCH's unit records (XML: sentences with the codings that must come out) and, beside them, the four small
 * dictionaries that they name. Out: how many codings (source, target, code) come out when these dictionaries are
 * imported and the raw text is read; how many records come out whole; by category of record.
 *
 * A coding is one pair of actor and recipient of one event of an imported frame, in PETRARCH's codes; parties that act
 * on each other give each pair of them. Left out, and counted: records that the suite itself marks as not implemented,
 * those that test error messages of its input, those whose tree has other words than their text (their gold was coded
 * from the tree); and codings that have a name made of words of the text in place of a code, or nobody on one side
 * (settings of the program). The figures over all codings are given beside. */
#include "eval_petrarch.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"
#include "eval_xml.h"

enum { NOT_IMPLEMENTED, ERRORS, OTHER_WORDS, INCLUDED, RECORD_KINDS };
static const char *const RECORD_KIND_NAMES[] = {"records left out: the suite has them as not implemented",
                                                "records left out: they expect an error message",
                                                "records left out: tree and text have other words", "records read"};

typedef struct coding_list {
    char **items; /* "ARN GON 064", each once */
    size_t count, capacity;
} coding_list;

#define CATEGORIES 32

typedef struct category_count {
    char name[32];
    size_t gold, right;
} category_count;

typedef struct petrarch_counts {
    petrarch_suite suite;
    bool open;
    size_t records[RECORD_KINDS];
    score_count codings;         /* those that count */
    size_t all, all_right;       /* all that the file has */
    size_t settings;             /* codings left out of records that are read */
    size_t whole, empty, silent; /* records as they should be; records that want no coding, and got none */
    category_count categories[CATEGORIES];
    size_t category_count;
} petrarch_counts;

/* ---------------------------------------------------------------- codings */

static bool has_coding(const coding_list *list, const char *coding)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], coding) == 0) return true;
    return false;
}

static void add_coding(coding_list *list, const char *source, const char *target, const char *code)
{
    line_buffer text = {0};
    buffer_format(&text, "%s %s %s", source, target, code);
    if (has_coding(list, text.data)) {
        buffer_free(&text);
        return;
    }
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 16;
        list->items = memory_grow(list->items, list->capacity * sizeof *list->items);
    }
    list->items[list->count++] = text.data;
}

static void free_codings(coding_list *list)
{
    for (size_t i = 0; i < list->count; i++) free(list->items[i]);
    free(list->items);
}

static void add_pair(const petrarch_suite *suite, const drg_document *document, uint32_t from, uint32_t to,
                     const char *day, const char *code, coding_list *list)
{
    char sources[SUITE_CODES][SUITE_CODE_SIZE], targets[SUITE_CODES][SUITE_CODE_SIZE];
    size_t source_count = suite_codes_of(suite, document, from, day, sources);
    size_t target_count = suite_codes_of(suite, document, to, day, targets);
    for (size_t i = 0; i < source_count; i++)
        for (size_t k = 0; k < target_count; k++) add_coding(list, sources[i], targets[k], code);
}

static void add_event(const petrarch_suite *suite, const drg_document *document, const drg_event *event,
                      const char *day, coding_list *list)
{
    const char *code = suite_code_of_rule(suite, event->rule);
    const drg_indexes *to = event->recipients.count ? &event->recipients : &event->actors;
    for (size_t i = 0; *code && i < event->actors.count; i++)
        for (size_t k = 0; k < to->count; k++)
            if (event->actors.items[i] != to->items[k])
                add_pair(suite, document, event->actors.items[i], to->items[k], day, code, list);
}

/* ---------------------------------------------------------------- records */

static xmlNode *child_of(xmlNode *parent, const char *name)
{
    for (xmlNode *node = parent ? parent->children : NULL; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0) return node;
    return NULL;
}

/* To be freed with xmlFree; NULL when it is not there. */
static char *property(xmlNode *node, const char *name)
{
    return (char *)xmlGetProp(node, (const xmlChar *)name);
}

static bool property_is(xmlNode *node, const char *name, const char *value)
{
    char *found = property(node, name);
    bool same = found && strcmp(found, value) == 0;
    xmlFree(found);
    return same;
}

static bool has_property(xmlNode *node, const char *name)
{
    return xmlHasProp(node, (const xmlChar *)name) != NULL;
}

/* The letters and digits of a text in small letters. */
static void add_letters(line_buffer *out, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) {
        char byte = (char)tolower((unsigned char)text.data[i]);
        if (isalnum((unsigned char)byte)) buffer_add(out, (drg_text){&byte, 1});
    }
}

/* Those of the words of a tree: "(NN embassy)" has one. */
static void add_leaves(line_buffer *out, drg_text tree)
{
    for (size_t at = 0; at < tree.size; at++) {
        if (!isspace((unsigned char)tree.data[at])) continue;
        size_t end = at + 1;
        while (end < tree.size && !strchr("() \n\r\t", tree.data[end])) end++;
        if (end < tree.size && tree.data[end] == ')') add_letters(out, text_slice(tree, at + 1, end));
    }
}

static bool has_same_words(xmlNode *record)
{
    char *text = (char *)xmlNodeGetContent(child_of(record, "Text"));
    char *tree = (char *)xmlNodeGetContent(child_of(record, "Parse"));
    line_buffer left = {0}, right = {0};
    add_letters(&left, text_of(text ? text : ""));
    add_leaves(&right, text_of(tree ? tree : ""));
    bool same = left.size == right.size && (!left.size || memcmp(left.data, right.data, left.size) == 0);
    buffer_free(&left);
    buffer_free(&right);
    xmlFree(text);
    xmlFree(tree);
    return same;
}

static int kind_of(xmlNode *record)
{
    if (property_is(record, "sentence", "false")) return NOT_IMPLEMENTED;
    for (xmlNode *node = record->children; node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && has_property(node, "error")) return ERRORS;
    return has_same_words(record) ? INCLUDED : OTHER_WORDS;
}

/* A side that no dictionary has: a name made of the text's words, nobody, or a code of TABARI's for what is dropped. */
static bool is_setting(const char *code)
{
    return code[0] == '"' || strcmp(code, "---") == 0 || strcmp(code, "###") == 0;
}

/* The record's codings; those that depend on settings into `others`. */
static void read_gold(xmlNode *record, coding_list *gold, coding_list *others)
{
    for (xmlNode *node = record->children; node; node = node->next) {
        if (node->type != XML_ELEMENT_NODE || strcmp((const char *)node->name, "EventCoding") != 0) continue;
        char *source = property(node, "sourcecode"), *target = property(node, "targetcode");
        char *code = property(node, "eventcode");
        if (source && target && code)
            add_coding(is_setting(source) || is_setting(target) ? others : gold, source, target, code);
        xmlFree(source);
        xmlFree(target);
        xmlFree(code);
    }
}

/* "19950101" -> "1995-01-01". */
static void read_day(xmlNode *record, char day[11])
{
    char *date = property(record, "date");
    day[0] = '\0';
    if (date && strlen(date) == 8) snprintf(day, 11, "%.4s-%.2s-%.2s", date, date + 4, date + 6);
    xmlFree(date);
}

/* The text with one blank for each line end: its lines are those of a printed page, not paragraphs. "_" joins words, as
 * in the dictionaries. */
static void add_text(xmlNode *record, line_buffer *out)
{
    char *text = (char *)xmlNodeGetContent(child_of(record, "Text"));
    for (size_t i = 0; text && text[i]; i++) {
        bool blank = isspace((unsigned char)text[i]) || text[i] == '_';
        if (!blank)
            buffer_add(out, (drg_text){&text[i], 1});
        else if (out->size && out->data[out->size - 1] != ' ')
            buffer_add_string(out, " ");
    }
    xmlFree(text);
}

static bool read_found(petrarch_counts *counts, const char *path, const char *id, xmlNode *record, coding_list *found)
{
    char day[11];
    line_buffer text = {0};
    drg_error error = {""};
    drg_document *document = NULL;
    read_day(record, day);
    add_text(record, &text);
    drg_source source = {.text = {text.data ? text.data : "", text.size}, .published = text_of(day)};
    bool good = drg_session_read(counts->suite.session, &source, &document, &error) == DRG_OK;
    if (!good) eval_complain(path, "record %s: %s", id, error.message);
    for (size_t i = 0; good && i < drg_document_event_count(document); i++)
        add_event(&counts->suite, document, &drg_document_events(document)[i], day, found);
    drg_document_close(document);
    buffer_free(&text);
    return good;
}

/* ---------------------------------------------------------------- counting */

static category_count *category_of(petrarch_counts *counts, xmlNode *record)
{
    char *name = property(record, "category");
    size_t i = 0;
    while (i < counts->category_count && strcmp(counts->categories[i].name, name ? name : "") != 0) i++;
    if (i == CATEGORIES) i--; /* the last one takes what is too much */
    if (i == counts->category_count) {
        snprintf(counts->categories[i].name, sizeof counts->categories[i].name, "%s", name ? name : "");
        counts->category_count++;
    }
    xmlFree(name);
    return &counts->categories[i];
}

static size_t count_right(const coding_list *gold, const coding_list *found)
{
    size_t right = 0;
    for (size_t i = 0; i < gold->count; i++) right += has_coding(found, gold->items[i]);
    return right;
}

static void count_included(eval_run *run, const char *path, const char *id, xmlNode *record, const coding_list *gold,
                           const coding_list *others, const coding_list *found)
{
    petrarch_counts *counts = run->state;
    size_t right = count_right(gold, found), extra = found->count - right - count_right(others, found);
    category_count *category = category_of(counts, record);
    counts->codings.gold += gold->count;
    counts->codings.right += right;
    counts->codings.found += right + extra;
    counts->settings += others->count;
    category->gold += gold->count;
    category->right += right;
    counts->whole += right == gold->count && !extra;
    bool empty = !gold->count && !others->count;
    counts->empty += empty;
    counts->silent += empty && !found->count;
    for (size_t i = 0; i < gold->count; i++)
        if (!has_coding(found, gold->items[i])) eval_error(run, path, "%s: missed: %s", id, gold->items[i]);
    for (size_t i = 0; i < found->count; i++)
        if (!has_coding(gold, found->items[i]) && !has_coding(others, found->items[i]))
            eval_error(run, path, "%s: wrong: %s", id, found->items[i]);
}

static bool add_record(eval_run *run, const char *path, xmlNode *record)
{
    petrarch_counts *counts = run->state;
    coding_list gold = {0}, others = {0}, found = {0};
    char *id = property(record, "id");
    int kind = kind_of(record);
    if (!eval_is_wanted(run, text_of(id ? id : ""))) {
        xmlFree(id);
        return true;
    }
    read_gold(record, &gold, &others);
    bool good = read_found(counts, path, id ? id : "", record, &found);
    counts->records[kind]++;
    counts->all += gold.count + others.count;
    counts->all_right += count_right(&gold, &found) + count_right(&others, &found);
    if (kind == INCLUDED) count_included(run, path, id ? id : "", record, &gold, &others, &found);
    run->documents++;
    free_codings(&gold);
    free_codings(&others);
    free_codings(&found);
    xmlFree(id);
    return good;
}

/* ---------------------------------------------------------------- the task */

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(petrarch_counts));
    return true;
}

/* The dictionaries' names from <Environment>, in the folder of the records. */
static bool open_suite(eval_run *run, const char *path, xmlNode *root)
{
    static const char *const elements[] = {"Actorfile", "Agentfile", "Discardfile", "Verbfile"};
    petrarch_counts *counts = run->state;
    xmlNode *environment = child_of(root, "Environment");
    const char *slash = strrchr(path, '/');
    drg_text folder = {path, slash ? (size_t)(slash - path) + 1 : 0};
    char *names[4];
    bool good = !counts->open;
    if (!good) eval_complain(path, "one file of records at a time");
    for (size_t i = 0; i < 4; i++) {
        xmlNode *node = child_of(environment, elements[i]);
        names[i] = node ? (char *)xmlNodeGetContent(node) : NULL;
        if (good && (!names[i] || strchr(names[i], '/'))) good = eval_complain(path, "no <%s>", elements[i]);
    }
    counts->open = good;
    good = good && suite_open(&counts->suite, run->data_folder ? run->data_folder : "data",
                              run->model_folder ? run->model_folder : "models", folder, (const char *const *)names);
    for (size_t i = 0; i < 4; i++) xmlFree(names[i]);
    return good;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    xmlDoc *parsed = eval_read_xml(path, bytes);
    if (!parsed) return false;
    xmlNode *root = xmlDocGetRootElement(parsed);
    xmlNode *records = child_of(root, "Sentences");
    bool good = records || eval_complain(path, "expected XML with <Sentences>");
    good = good && open_suite(run, path, root);
    for (xmlNode *node = good ? records->children : NULL; good && node; node = node->next)
        if (node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, "Sentence") == 0)
            good = add_record(run, path, node);
    xmlFreeDoc(parsed);
    return good;
}

static void report(eval_run *run)
{
    const petrarch_counts *counts = run->state;
    for (size_t i = 0; i < RECORD_KINDS; i++) printf("%zu %s\n", counts->records[i], RECORD_KIND_NAMES[i]);
    printf("%zu codings left out of records read: a side without a code\n", counts->settings);
    printf("%zu lines of the dictionaries not read\n", counts->suite.complaints);
    eval_put_share(run, "codings", counts->codings.right, counts->codings.gold);
    eval_put_share(run, "codings-all", counts->all_right, counts->all);
    eval_put_share(run, "codings-found-right", counts->codings.right, counts->codings.found);
    eval_put_share(run, "records-whole", counts->whole, counts->records[INCLUDED]);
    eval_put_share(run, "records-empty", counts->silent, counts->empty);
    for (size_t i = 0; i < counts->category_count; i++) {
        char name[48];
        snprintf(name, sizeof name, "category-%s", counts->categories[i].name);
        eval_put_share(run, name, counts->categories[i].right, counts->categories[i].gold);
    }
}

static void close_counts(eval_run *run)
{
    petrarch_counts *counts = run->state;
    if (counts) suite_close(&counts->suite);
    free(counts);
}

const eval_task EVAL_PETRARCH = {
    .name = "petrarch",
    .about = "PETRARCH's unit records: codings under their own dictionaries, which stand beside them",
    .suffix = ".xml",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
