/* SPDX-License-Identifier: Apache-2.0
 *
 * In: sentences with a quad class each (TSV: sentence, 0 to 4; CAMEO's 0 is a statement or nothing political). Out: how
 * often the class is right, by class and as macro F1.
 *
 * The answer is the class with the most evidence among the asserted events, each with its confidence; where there is no
 * event, the ranking of the sentence as a whole (drg_relate over all of it) when it is sure enough, else 0. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"
#include "expectation.h"

enum { CLASSES = 5 };
static const char *const NAMES[CLASSES] = {"statement", "verbal-cooperation", "material-cooperation", "verbal-conflict",
                                           "material-conflict"};

typedef struct quad_counts {
    size_t table[CLASSES][CLASSES]; /* gold by found */
} quad_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(quad_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

/* As PLOVER has it, but for CONCEDE (CAMEO's 08, yield, is material) and SANCTION (its 16, reduce relations, is
 * verbal, as in one of PLOVER's own tables). */
static const size_t QUADS[DRG_TYPE_COUNT] = {
    [DRG_AGREE] = 1,     [DRG_CONSULT] = 1,  [DRG_SUPPORT] = 1,  [DRG_CONCEDE] = 2,
    [DRG_COOPERATE] = 2, [DRG_AID] = 2,      [DRG_RETREAT] = 2,  [DRG_REQUEST] = 0,
    [DRG_ACCUSE] = 3,    [DRG_REJECT] = 3,   [DRG_THREATEN] = 3, [DRG_PROTEST] = 4,
    [DRG_SANCTION] = 3,  [DRG_MOBILIZE] = 4, [DRG_COERCE] = 4,   [DRG_ASSAULT] = 4};

/* What CAMEO counts otherwise, by the predicate: appeals are its 02 and so no more than a statement, demands its 10;
 * condolences, denials and refusals to comment its 01. */
static const struct {
    drg_type type;
    const char *lemma;
    size_t quad;
} WORDS[] = {{DRG_REQUEST, "demand", 3},     {DRG_REQUEST, "insist", 3},    {DRG_REQUEST, "order", 3},
             {DRG_REQUEST, "require", 3},    {DRG_REQUEST, "pressure", 3},  {DRG_REQUEST, "summon", 3},
             {DRG_SUPPORT, "condolence", 0}, {DRG_SUPPORT, "sympathy", 0},  {DRG_SUPPORT, "condole", 0},
             {DRG_SUPPORT, "express", 0},    {DRG_REJECT, "deny", 0},       {DRG_REJECT, "comment", 0},
             {DRG_REJECT, "accusation", 0},  {DRG_REJECT, "allegation", 0}, {DRG_REJECT, "charge", 0},
             {DRG_ACCUSE, "concern", 0},     {DRG_ACCUSE, "concerned", 0}};

static bool has_word(const drg_document *document, uint32_t token, const char *lemma)
{
    const drg_token *tokens = drg_document_tokens(document);
    if (text_is(tokens[token].lemma, lemma)) return true;
    for (size_t i = 0; i < drg_document_token_count(document); i++)
        if (tokens[i].head == token && text_is(tokens[i].lemma, lemma)) return true;
    return false;
}

static size_t class_of(const drg_document *document, drg_type type, uint32_t token, drg_event_status status)
{
    /* what lies ahead of a concession is an intent to yield, CAMEO's 035 */
    if (status == DRG_STATUS_PLANNED && QUADS[type] == 2) return 1;
    for (size_t i = 0; token != DRG_NONE && i < sizeof WORDS / sizeof *WORDS; i++)
        if (WORDS[i].type == type && has_word(document, token, WORDS[i].lemma)) return WORDS[i].quad;
    return QUADS[type];
}

static size_t best_of(const double *values)
{
    size_t best = 0;
    for (size_t i = 1; i < CLASSES; i++)
        if (values[i] > values[best]) best = i;
    return best;
}

/* The ranking's nothing is half as loud: most sentences of the set tell something. */
#define NOTHING 0.25

static size_t answer(eval_run *run, const drg_document *document)
{
    double sums[CLASSES] = {0};
    drg_text text = drg_document_text(document);
    drg_relation ranking[DRG_TYPE_COUNT];
    bool found = false;
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        if (!expectation_is_asserted(event->status, event->negated)) continue;
        sums[class_of(document, event->type, event->trigger_head, event->status)] += event->confidence;
        found = true;
    }
    drg_span whole = {0, (uint32_t)text.size}, nobody = {0, 0};
    if (found || drg_relate(run->session, document, whole, nobody, ranking, NULL) != DRG_OK) return best_of(sums);
    double nothing = 1;
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++) {
        sums[class_of(document, ranking[i].type, ranking[i].token, ranking[i].status)] += ranking[i].probability;
        nothing -= ranking[i].probability;
    }
    sums[0] += NOTHING * nothing;
    return best_of(sums);
}

static bool add_line(eval_run *run, const char *path, drg_text sentence, size_t gold)
{
    quad_counts *counts = run->state;
    drg_document *document = NULL;
    drg_source source = {.text = sentence};
    drg_error error = {""};
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "%s", error.message);
    size_t found = answer(run, document);
    counts->table[gold][found]++;
    if (found != gold) eval_error(run, path, "%s for %s: %.*s", NAMES[found], NAMES[gold], TEXT_PRINT(sentence));
    drg_document_close(document);
    run->documents++;
    return true;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    size_t number = 0;
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_line_end(bytes, at);
        drg_text line = text_trim(text_slice(bytes, at, end));
        at = end + 1;
        number++;
        if (!line.size) continue;
        char last = line.data[line.size - 1];
        if (line.size < 3 || line.data[line.size - 2] != '\t' || last < '0' || last > '4')
            return eval_complain(path, "line %zu: wants a sentence, a tab and a class of 0 to 4", number);
        if (!add_line(run, path, text_slice(line, 0, line.size - 2), (size_t)(last - '0'))) return false;
    }
    return true;
}

static void report(eval_run *run)
{
    const quad_counts *counts = run->state;
    double sum = 0;
    for (size_t i = 0; i < CLASSES; i++) {
        score_count count = {0, 0, counts->table[i][i]};
        for (size_t k = 0; k < CLASSES; k++) {
            count.gold += counts->table[i][k];
            count.found += counts->table[k][i];
        }
        eval_put_count(run, NAMES[i], count);
        sum += score_f1(count);
    }
    eval_put_value(run, "quad-macro-f1", sum / CLASSES);
    for (size_t i = 0; i < CLASSES; i++) {
        printf("gold %-21s found", NAMES[i]);
        for (size_t k = 0; k < CLASSES; k++) printf(" %5zu", counts->table[i][k]);
        putchar('\n');
    }
}

const eval_task EVAL_QUAD = {
    .name = "quad",
    .about = "sentences with a quad class of 0 to 4 (TSV)",
    .suffix = ".tsv",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
