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

/* As PLOVER has it, but for CONCEDE: CAMEO's 08, yield, is material. */
static size_t class_of(drg_type type)
{
    static const size_t classes[DRG_TYPE_COUNT] = {
        [DRG_AGREE] = 1,     [DRG_CONSULT] = 1,  [DRG_SUPPORT] = 1,  [DRG_CONCEDE] = 2,
        [DRG_COOPERATE] = 2, [DRG_AID] = 2,      [DRG_RETREAT] = 2,  [DRG_REQUEST] = 3,
        [DRG_ACCUSE] = 3,    [DRG_REJECT] = 3,   [DRG_THREATEN] = 3, [DRG_PROTEST] = 4,
        [DRG_SANCTION] = 4,  [DRG_MOBILIZE] = 4, [DRG_COERCE] = 4,   [DRG_ASSAULT] = 4};
    return classes[type];
}

static size_t best_of(const double *values)
{
    size_t best = 0;
    for (size_t i = 1; i < CLASSES; i++)
        if (values[i] > values[best]) best = i;
    return best;
}

static size_t answer(eval_run *run, const drg_document *document)
{
    double sums[CLASSES] = {0};
    drg_text text = drg_document_text(document);
    drg_relation ranking[DRG_TYPE_COUNT];
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        if (expectation_is_asserted(event->status, event->negated)) sums[class_of(event->type)] += event->confidence;
    }
    drg_span whole = {0, (uint32_t)text.size}, nobody = {0, 0};
    if (best_of(sums) || drg_relate(run->session, document, whole, nobody, ranking, NULL) != DRG_OK)
        return best_of(sums);
    sums[0] = 1;
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++) {
        sums[class_of(ranking[i].type)] += ranking[i].probability;
        sums[0] -= ranking[i].probability;
    }
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
