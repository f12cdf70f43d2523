/* SPDX-License-Identifier: Apache-2.0
 *
 * In: sentences of Zero-Shot-PLOVER (TSV with a head line: uid, root, quad, source, target, sentence, marked), each
 * with the phrases of who acts and who is acted on. Out: how often the root type and the quad class are right when both
 * parties are given; precision, recall and F1 by class, their macro averages, and the confusion table.
 *
 * The gold follows an older PLOVER. The mapping stands in READINGS, AHEAD and WORDS alone: the coder is not bent to it.
 * The answer is the gold class with the highest sum of the probabilities of what maps to it (drg_relate). An event of
 * the record whose actors and recipients overlap the two phrases counts as one more voice. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum { ROOTS = 15, QUADS = 4, UID = 0, ROOT, QUAD, SOURCE, TARGET, SENTENCE, MARKED, COLUMNS };

/* The classes of the set and their quads. */
static const struct {
    const char *name;
    int quad;
} GOLD[ROOTS] = {{"AGREE", 1},   {"CONSULT", 1},  {"SUPPORT", 1},  {"COOPERATE", 2}, {"AID", 2},
                 {"YIELD", 2},   {"REQUEST", 3},  {"ACCUSE", 3},   {"REJECT", 3},    {"THREATEN", 3},
                 {"PROTEST", 4}, {"SANCTION", 4}, {"MOBILIZE", 4}, {"COERCE", 4},    {"ASSAULT", 4}};
enum {
    G_AGREE,
    G_CONSULT,
    G_SUPPORT,
    G_COOPERATE,
    G_AID,
    G_YIELD,
    G_REQUEST,
    G_ACCUSE,
    G_REJECT,
    G_THREATEN,
    G_PROTEST,
    G_SANCTION,
    G_MOBILIZE,
    G_COERCE,
    G_ASSAULT
};

/* What each type of PLOVER 2.0 is called there. */
static const int READINGS[DRG_TYPE_COUNT] = {
    [DRG_AGREE] = G_AGREE,         [DRG_CONSULT] = G_CONSULT,   [DRG_SUPPORT] = G_SUPPORT,   [DRG_CONCEDE] = G_YIELD,
    [DRG_COOPERATE] = G_COOPERATE, [DRG_AID] = G_AID,           [DRG_RETREAT] = G_YIELD,     [DRG_REQUEST] = G_REQUEST,
    [DRG_ACCUSE] = G_ACCUSE,       [DRG_REJECT] = G_REJECT,     [DRG_THREATEN] = G_THREATEN, [DRG_PROTEST] = G_PROTEST,
    [DRG_SANCTION] = G_SANCTION,   [DRG_MOBILIZE] = G_MOBILIZE, [DRG_COERCE] = G_COERCE,     [DRG_ASSAULT] = G_ASSAULT};

/* That PLOVER reads what lies ahead of a concession or withdrawal as AGREE, of a protest or a mobilization as THREATEN
 * (its table of modality); 2.0 keeps CONCEDE, PROTEST and MOBILIZE. */
static const int AHEAD[DRG_TYPE_COUNT] = {
    [DRG_CONCEDE] = G_AGREE, [DRG_RETREAT] = G_AGREE, [DRG_PROTEST] = G_THREATEN, [DRG_MOBILIZE] = G_THREATEN};

/* What it names otherwise than 2.0, told by the predicate or what stands right under it: sanctions and embargoes
 * imposed are COERCE, convictions ACCUSE, blockades and towns captured ASSAULT, as are attacks on computers;
 * peacekeepers withdrawn are SANCTION. */
static const struct {
    drg_type type;
    const char *lemma;
    int gold;
} WORDS[] = {{DRG_SANCTION, "sanction", G_COERCE}, {DRG_SANCTION, "embargo", G_COERCE},
             {DRG_SANCTION, "convict", G_ACCUSE},  {DRG_SANCTION, "conviction", G_ACCUSE},
             {DRG_SANCTION, "guilty", G_ACCUSE},   {DRG_COERCE, "blockade", G_ASSAULT},
             {DRG_COERCE, "capture", G_ASSAULT},   {DRG_COERCE, "occupy", G_ASSAULT},
             {DRG_COERCE, "cyber", G_ASSAULT},     {DRG_COERCE, "cyberattack", G_ASSAULT},
             {DRG_COERCE, "hack", G_ASSAULT},      {DRG_RETREAT, "peacekeeper", G_SANCTION},
             {DRG_RETREAT, "observer", G_SANCTION}};

typedef struct relation_counts {
    size_t roots[ROOTS][ROOTS], quads[QUADS][QUADS]; /* gold by found */
} relation_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(relation_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

/* ---------------------------------------------------------------- where the parties stand */

/* The phrase between two marks of the marked text, as a span of the text without any mark. Empty when there is none. */
static drg_span marked_span(drg_text marked, const char *open, const char *close)
{
    static const char *const marks[] = {"<s>", "</s>", "<t>", "</t>"};
    drg_span span = {0, 0};
    size_t plain = 0;
    for (size_t at = 0; at < marked.size;) {
        const char *mark = NULL;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            size_t size = strlen(marks[i]);
            if (at + size <= marked.size && memcmp(marked.data + at, marks[i], size) == 0) mark = marks[i];
        }
        if (!mark) {
            at++;
            plain++;
            continue;
        }
        if (strcmp(mark, open) == 0 && !span.end) span.begin = (uint32_t)plain;
        if (strcmp(mark, close) == 0 && !span.end) span.end = (uint32_t)plain;
        at += strlen(mark);
    }
    return span.end > span.begin ? span : (drg_span){0, 0};
}

static char *without_marks(drg_text marked)
{
    char *plain = memory_take(marked.size + 1);
    size_t size = 0;
    for (size_t at = 0; at < marked.size; at++) {
        bool close = at + 3 < marked.size && memcmp(marked.data + at, "</", 2) == 0 && marked.data[at + 3] == '>';
        bool open = at + 2 < marked.size && marked.data[at] == '<' && marked.data[at + 2] == '>';
        char letter = open ? marked.data[at + 1] : close ? marked.data[at + 2] : ' ';
        if (letter == 's' || letter == 't')
            at += close ? 3 : 2;
        else
            plain[size++] = marked.data[at];
    }
    plain[size] = '\0';
    return plain;
}

/* ---------------------------------------------------------------- one sentence */

static bool touches(const drg_document *document, const drg_indexes *list, drg_span span)
{
    for (size_t i = 0; i < list->count; i++) {
        drg_span own = drg_document_mentions(document)[list->items[i]].span;
        if (own.begin < span.end && span.begin < own.end) return true;
    }
    return false;
}

static bool has_word(const drg_document *document, uint32_t token, const char *lemma)
{
    const drg_token *tokens = drg_document_tokens(document);
    if (text_is(tokens[token].lemma, lemma)) return true;
    for (size_t i = 0; i < drg_document_token_count(document); i++)
        if (tokens[i].head == token && tokens[i].upos != DRG_PROPN && text_is(tokens[i].lemma, lemma)) return true;
    return false;
}

/* The gold class of a type whose act stands at the token. */
static int reading_of(const drg_document *document, drg_type type, uint32_t token, drg_event_status status)
{
    if (token == DRG_NONE) return READINGS[type];
    bool ahead = status == DRG_STATUS_PLANNED || status == DRG_STATUS_CONDITIONAL;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (!ahead && WORDS[i].type == type && has_word(document, token, WORDS[i].lemma)) return WORDS[i].gold;
    bool other = type == DRG_CONCEDE || type == DRG_RETREAT || type == DRG_PROTEST || type == DRG_MOBILIZE;
    return ahead && other ? AHEAD[type] : READINGS[type];
}

/* Events of the record that name both parties speak too: as loud as the ranking for both roles, a fifth for one. */
static void add_events(const drg_document *document, drg_span source, drg_span target, double *scores)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        bool from = touches(document, &event->actors, source), to = touches(document, &event->recipients, target);
        bool both = touches(document, &event->actors, target) && from;
        if (!from && !to) continue;
        int reading = reading_of(document, event->type, event->trigger_head, event->status);
        scores[reading] += (from && (to || both) ? 1.0 : from ? 0.2 : 0.1) * event->confidence;
    }
}

static int best_root(const double *scores)
{
    int best = 0;
    for (int i = 1; i < ROOTS; i++)
        if (scores[i] > scores[best]) best = i;
    return best;
}

static int best_quad(const double *scores)
{
    double sums[QUADS] = {0};
    int best = 0;
    for (int i = 0; i < ROOTS; i++) sums[GOLD[i].quad - 1] += scores[i];
    for (int i = 1; i < QUADS; i++)
        if (sums[i] > sums[best]) best = i;
    return best;
}

static bool judge(eval_run *run, const char *path, const drg_text *fields, const char *plain, int root, int quad)
{
    relation_counts *counts = run->state;
    drg_span source = marked_span(fields[MARKED], "<s>", "</s>"), target = marked_span(fields[MARKED], "<t>", "</t>");
    drg_document *document = NULL;
    drg_source text = {.text = text_of(plain)};
    drg_relation ranking[DRG_TYPE_COUNT];
    drg_error error = {""};
    double scores[ROOTS] = {0};
    if (drg_session_read(run->session, &text, &document, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    if (source.end <= source.begin) source = target;
    bool good = drg_relate(run->session, document, source, target, ranking, &error) == DRG_OK;
    for (size_t i = 0; good && i < DRG_TYPE_COUNT; i++)
        scores[reading_of(document, ranking[i].type, ranking[i].token, ranking[i].status)] += ranking[i].probability;
    if (good) add_events(document, source, target, scores);
    int found = best_root(scores), found_quad = best_quad(scores);
    counts->roots[root][found]++;
    counts->quads[quad][found_quad]++;
    if (good && found != root) {
        drg_text token = {"", 0};
        if (ranking[0].token != DRG_NONE) token = drg_document_tokens(document)[ranking[0].token].lemma;
        eval_error(run, path, "%s for %s (%.2f, %.*s): %.*s", GOLD[found].name, GOLD[root].name, scores[found],
                   TEXT_PRINT(token), TEXT_PRINT(fields[MARKED]));
    }
    drg_document_close(document);
    run->documents++;
    return good || eval_complain(path, "%s", error.message);
}

static bool add_line(eval_run *run, const char *path, size_t number, const drg_text *fields)
{
    int root = 0, quad = fields[QUAD].size == 1 ? fields[QUAD].data[0] - '1' : -1;
    while (root < ROOTS && !text_is(fields[ROOT], GOLD[root].name)) root++;
    if (root == ROOTS || quad < 0 || quad >= QUADS)
        return eval_complain(path, "line %zu: wants a root type and a quad class of 1 to 4", number);
    char *plain = without_marks(fields[MARKED]);
    bool good = judge(run, path, fields, plain, root, quad);
    free(plain);
    return good;
}

/* ---------------------------------------------------------------- the file */

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    size_t number = 0;
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_line_end(bytes, at), count = 0, begin = at;
        drg_text fields[COLUMNS];
        for (size_t i = at; i <= end && count < COLUMNS; i++) {
            if (i < end && bytes.data[i] != '\t') continue;
            fields[count++] = text_trim(text_slice(bytes, begin, i));
            begin = i + 1;
        }
        at = end + 1;
        if (number++ == 0) continue; /* the head line */
        if (count != COLUMNS) return eval_complain(path, "line %zu: wants %d columns", number, COLUMNS);
        if (!add_line(run, path, number, fields)) return false;
    }
    return true;
}

static double macro(eval_run *run, size_t size, const size_t *table, const char *(*name)(size_t))
{
    double sum = 0;
    for (size_t i = 0; i < size; i++) {
        score_count count = {0, 0, table[i * size + i]};
        for (size_t k = 0; k < size; k++) {
            count.gold += table[i * size + k];
            count.found += table[k * size + i];
        }
        eval_put_count(run, name(i), count);
        sum += score_f1(count);
    }
    return sum / (double)size;
}

static const char *root_name(size_t root)
{
    return GOLD[root].name;
}

static const char *quad_name(size_t quad)
{
    static const char *const names[QUADS] = {"verbal-cooperation", "material-cooperation", "verbal-conflict",
                                             "material-conflict"};
    return names[quad];
}

static void print_confusion(const relation_counts *counts)
{
    printf("confusion, gold down, found across\n%-10s", "");
    for (size_t i = 0; i < ROOTS; i++) printf(" %5.5s", GOLD[i].name);
    for (size_t i = 0; i < ROOTS; i++) {
        printf("\n%-10s", GOLD[i].name);
        for (size_t k = 0; k < ROOTS; k++) printf(" %5zu", counts->roots[i][k]);
    }
    putchar('\n');
}

static void report(eval_run *run)
{
    const relation_counts *counts = run->state;
    eval_put_value(run, "root-macro-f1", macro(run, ROOTS, &counts->roots[0][0], root_name));
    eval_put_value(run, "quad-macro-f1", macro(run, QUADS, &counts->quads[0][0], quad_name));
    print_confusion(counts);
}

const eval_task EVAL_RELATION = {
    .name = "relation",
    .about = "sentences with who acts and who is acted on (TSV of Zero-Shot-PLOVER): root type and quad class",
    .suffix = ".tsv",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
