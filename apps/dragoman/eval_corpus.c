/* SPDX-License-Identifier: Apache-2.0
 *
 * In: files of the open corpus (docs/corpus-format.md), every event of a text with its line. Out: how many of the
 * asserted events are found with their type, their mode and both arguments; which texts without one got one; how often
 * status, date, place, source and figures are right where the type is; what the corpus holds.
 *
 * Gold and found events of a text are paired one to one within a type, the pair that agrees most first. An argument
 * list is right when each gold name answers to a found mention and each found mention to a gold name; a line without
 * the field wants nobody. Events that are negated, denied, conditional or hypothetical are counted apart: they never
 * make up for, nor count against, an asserted one.
 *
 * One fifth (by a hash of the text) is held back: --only held counts it and shows no errors, --only development is
 * the rest. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "eval.h"
#include "text_map.h"

enum { NOTHING = DRG_TYPE_COUNT, ROWS = DRG_TYPE_COUNT + 1 };

/* What is asked of a found event whose type is right. */
enum { STATUS, DATE, PLACE, ATTRIBUTED, CAMEO, DEAD, INJURED, DETAINED, PEOPLE, ASKED };
static const char *const ASKED_FIELDS[ASKED] = {"status", "date",    "place",    "attributed", "cameo",
                                                "dead",   "injured", "detained", "people"};

/* What of the asserted events of a confidence is right: steps of a tenth, of written frames and of the model. */
enum { STEPS = 10 };
typedef struct confidence_step {
    size_t events, right;
    double sum;
} confidence_step;

typedef struct corpus_counts {
    size_t cases, events, marked_cases; /* marked: without an event, or with one that is not plainly told as done */
    score_count types[DRG_TYPE_COUNT], modes, arguments, unasserted, recipients, actors;
    size_t quiet, quiet_wrong;   /* texts without an asserted event, those that got one */
    size_t bare, bare_wrong;     /* texts without any line */
    size_t confused[ROWS][ROWS]; /* gold by found, of events at the same words */
    size_t asked[ASKED], right[ASKED];
    confidence_step confidence[2][STEPS];
    text_map lemmas[DRG_TYPE_COUNT]; /* of the words that gold events stand at */
} corpus_counts;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(corpus_counts));
    return true;
}

/* ---------------------------------------------------------------- arguments */

static bool list_is_right(const drg_document *document, const drg_indexes *found, const char *gold)
{
    drg_text list = text_of(gold ? gold : ""), name;
    for (size_t at = 0; expectation_next_name(list, &at, &name);) {
        bool there = false;
        for (size_t i = 0; i < found->count && !there; i++)
            there = expectation_answers_widely(document, found->items[i], name);
        if (!there) return false;
    }
    for (size_t i = 0; i < found->count; i++) {
        bool wanted = false;
        for (size_t at = 0; !wanted && expectation_next_name(list, &at, &name);)
            wanted = expectation_answers_widely(document, found->items[i], name);
        if (!wanted) return false;
    }
    return true;
}

/* ---------------------------------------------------------------- one text */

typedef struct corpus_pair {
    size_t line, event;
} corpus_pair;

typedef struct corpus_trial {
    const corpus_case *one;
    const drg_document *document;
    bool *line_taken, *event_taken;
} corpus_trial;

static bool line_is_asserted(const corpus_expectation *line)
{
    const char *status = expectation_field(line, "status"), *negated = expectation_field(line, "negated");
    drg_event_status value = DRG_STATUS_ACTUAL;
    for (int i = 0; status && i <= DRG_STATUS_HISTORICAL; i++)
        if (strcmp(status, drg_event_status_name((drg_event_status)i)) == 0) value = (drg_event_status)i;
    return expectation_is_asserted(value, negated && expectation_is_true(*negated ? negated : NULL));
}

static bool event_is_asserted(const drg_event *event)
{
    return expectation_is_asserted(event->status, event->negated);
}

static bool mode_is_right(const corpus_expectation *line, const drg_event *event)
{
    const char *mode = expectation_field(line, "mode");
    return text_is(event->mode, mode ? mode : "");
}

static bool actors_are_right(const corpus_trial *trial, const corpus_expectation *line, const drg_event *event)
{
    return list_is_right(trial->document, &event->actors, expectation_field(line, "actors"));
}

static bool recipients_are_right(const corpus_trial *trial, const corpus_expectation *line, const drg_event *event)
{
    return list_is_right(trial->document, &event->recipients, expectation_field(line, "recipients"));
}

/* 0: another type, or one of them is asserted and the other is not. Else the more, the more they agree. */
static size_t agreement(const corpus_trial *trial, size_t line_at, size_t event_at)
{
    const corpus_expectation *line = &trial->one->lines[line_at].expectation;
    const drg_event *event = &drg_document_events(trial->document)[event_at];
    if (event->type != line->type || event_is_asserted(event) != line_is_asserted(line)) return 0;
    size_t points = expectation_field_holds(line, trial->document, event, "at") ? 5 : 1;
    points += mode_is_right(line, event) ? 2 : 0;
    points += actors_are_right(trial, line, event) ? 1 : 0;
    return points + (recipients_are_right(trial, line, event) ? 1 : 0);
}

static bool best_pair(const corpus_trial *trial, corpus_pair *ret_pair)
{
    size_t most = 0;
    for (size_t line = 0; line < trial->one->line_count; line++)
        for (size_t event = 0; event < drg_document_event_count(trial->document); event++) {
            if (trial->line_taken[line] || trial->event_taken[event]) continue;
            size_t points = agreement(trial, line, event);
            if (points > most) *ret_pair = (corpus_pair){line, event};
            if (points > most) most = points;
        }
    return most > 0;
}

static void show(eval_run *run, const char *path, const corpus_trial *trial, const char *what, const drg_event *event,
                 drg_text raw)
{
    line_buffer line = {0}, text = {0};
    if (!run->errors || corpus_is_held(trial->one)) return;
    if (event) expectation_write(trial->document, event, &line);
    if (event) buffer_format(&line, " rule=\"%.*s\"", TEXT_PRINT(event->rule));
    buffer_add_clean(&text, trial->one->text);
    eval_error(run, path, "line %zu: %s %.*s%s%.*s | %s", trial->one->line, what, TEXT_PRINT(text_trim(raw)),
               raw.size && event ? " <> " : "", (int)line.size, line.size ? line.data : "", text.data ? text.data : "");
    buffer_free(&line);
    buffer_free(&text);
}

static void count_asked(corpus_counts *counts, const corpus_trial *trial, const corpus_expectation *line,
                        const drg_event *event)
{
    for (size_t i = 0; i < ASKED; i++) {
        bool wanted = i == STATUS || expectation_field(line, ASKED_FIELDS[i]);
        bool plain = i == STATUS && !expectation_field(line, "status");
        if (!wanted) continue;
        counts->asked[i]++;
        counts->right[i] += plain ? event->status == DRG_STATUS_ACTUAL
                                  : expectation_field_holds(line, trial->document, event, ASKED_FIELDS[i]);
    }
}

static confidence_step *step_of(corpus_counts *counts, const drg_event *event)
{
    size_t step = (size_t)(event->confidence * STEPS);
    bool model = event->rule.size > 6 && memcmp(event->rule.data, "model#", 6) == 0;
    return &counts->confidence[model][step < STEPS ? step : STEPS - 1];
}

static void count_pair(eval_run *run, const char *path, const corpus_trial *trial, corpus_pair pair)
{
    corpus_counts *counts = run->state;
    const corpus_line *line = &trial->one->lines[pair.line];
    const drg_event *event = &drg_document_events(trial->document)[pair.event];
    if (!event_is_asserted(event)) {
        counts->unasserted.right++;
        return;
    }
    bool mode = mode_is_right(&line->expectation, event);
    bool actors = actors_are_right(trial, &line->expectation, event);
    bool recipients = recipients_are_right(trial, &line->expectation, event);
    counts->types[event->type].right++;
    step_of(counts, event)->right++;
    counts->confused[event->type][event->type]++;
    counts->modes.right += mode;
    counts->actors.right += actors;
    counts->recipients.right += recipients;
    counts->arguments.right += actors && recipients;
    count_asked(counts, trial, &line->expectation, event);
    if (!mode) show(run, path, trial, "mode", event, line->raw);
    if (!actors || !recipients) show(run, path, trial, actors ? "recipients" : "actors", event, line->raw);
}

/* The type that was found at the words of a gold event that has no pair, and takes that event; NOTHING when none. */
static size_t mistaken_for(const corpus_trial *trial, const corpus_expectation *line)
{
    for (size_t i = 0; i < drg_document_event_count(trial->document); i++) {
        const drg_event *event = &drg_document_events(trial->document)[i];
        if (trial->event_taken[i] || !event_is_asserted(event)) continue;
        if (!expectation_field_holds(line, trial->document, event, "at")) continue;
        trial->event_taken[i] = true;
        return event->type;
    }
    return NOTHING;
}

static void count_rest(eval_run *run, const char *path, const corpus_trial *trial)
{
    corpus_counts *counts = run->state;
    drg_text none = {"", 0};
    for (size_t i = 0; i < drg_document_event_count(trial->document); i++) {
        const drg_event *event = &drg_document_events(trial->document)[i];
        if (trial->event_taken[i]) continue;
        show(run, path, trial, event_is_asserted(event) ? "too many" : "too many (unasserted)", event, none);
    }
    for (size_t i = 0; i < trial->one->line_count; i++) {
        const corpus_line *line = &trial->one->lines[i];
        if (trial->line_taken[i]) continue;
        bool asserted = line_is_asserted(&line->expectation);
        show(run, path, trial, asserted ? "missing" : "missing (unasserted)", NULL, line->raw);
        if (asserted) counts->confused[line->expectation.type][mistaken_for(trial, &line->expectation)]++;
    }
    for (size_t i = 0; i < drg_document_event_count(trial->document); i++) {
        const drg_event *event = &drg_document_events(trial->document)[i];
        if (!trial->event_taken[i] && event_is_asserted(event)) counts->confused[NOTHING][event->type]++;
    }
}

static void count_totals(corpus_counts *counts, const corpus_trial *trial)
{
    size_t gold = 0, found = 0;
    for (size_t i = 0; i < trial->one->line_count; i++) {
        const corpus_expectation *line = &trial->one->lines[i].expectation;
        if (line_is_asserted(line)) counts->types[line->type].gold++;
        gold += line_is_asserted(line);
    }
    for (size_t i = 0; i < drg_document_event_count(trial->document); i++) {
        const drg_event *event = &drg_document_events(trial->document)[i];
        if (!event_is_asserted(event)) continue;
        counts->types[event->type].found++;
        step_of(counts, event)->events++;
        step_of(counts, event)->sum += event->confidence;
        found++;
    }
    counts->unasserted.gold += trial->one->line_count - gold;
    counts->unasserted.found += drg_document_event_count(trial->document) - found;
    counts->quiet += !gold;
    counts->quiet_wrong += !gold && found;
    counts->bare += !trial->one->line_count;
    counts->bare_wrong += !trial->one->line_count && found;
}

/* ---------------------------------------------------------------- what the corpus holds */

/* The lemma of the first word of the gold wording. */
static void count_lemma(corpus_counts *counts, const corpus_trial *trial, const corpus_expectation *line)
{
    const char *wording = expectation_field(line, "at");
    size_t at = wording ? text_find(trial->one->text, text_of(wording), 0) : SIZE_MAX;
    if (at == SIZE_MAX) return;
    const drg_token *tokens = drg_document_tokens(trial->document);
    for (size_t i = 0; i < drg_document_token_count(trial->document); i++) {
        if (tokens[i].span.end <= at) continue;
        char *lemma = memory_copy(tokens[i].lemma);
        size_t *count = text_map_put(&counts->lemmas[line->type], text_of(lemma), 0);
        if ((*count)++) free(lemma);
        return;
    }
}

static bool line_is_marked(const corpus_expectation *line)
{
    const char *status = expectation_field(line, "status");
    return !line_is_asserted(line) || expectation_field(line, "attributed") ||
           (status && strcmp(status, "actual") != 0 && strcmp(status, "ongoing") != 0);
}

static void count_holdings(corpus_counts *counts, const corpus_trial *trial)
{
    bool marked = !trial->one->line_count;
    for (size_t i = 0; i < trial->one->line_count; i++) {
        const corpus_expectation *line = &trial->one->lines[i].expectation;
        marked = marked || line_is_marked(line);
        count_lemma(counts, trial, line);
    }
    counts->events += trial->one->line_count;
    counts->marked_cases += marked;
    counts->cases++;
}

/* ---------------------------------------------------------------- the files */

static bool check_case(const char *path, const corpus_case *one)
{
    if (!one->line_count && !one->kind.size)
        return eval_complain(path, "line %zu: a text without events wants its :kind", one->line);
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_expectation *line = &one->lines[i].expectation;
        const char *at = expectation_field(line, "at");
        if (line->kind != EXPECT_EVENT || line->negative)
            return eval_complain(path, "line %zu: a case of the open corpus has event lines only", one->lines[i].line);
        if (!at || text_find(one->text, text_of(at), 0) == SIZE_MAX)
            return eval_complain(path, "line %zu: at= must name words of the text", one->lines[i].line);
    }
    return true;
}

static bool add_case(eval_run *run, const char *path, const corpus_case *one)
{
    drg_document *document = NULL;
    drg_source source = {.text = one->text, .published = one->date};
    drg_error error = {""};
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "line %zu: %s", one->line, error.message);
    corpus_trial trial = {one, document, memory_take(one->line_count * sizeof(bool) + 1),
                          memory_take(drg_document_event_count(document) * sizeof(bool) + 1)};
    count_totals(run->state, &trial);
    count_holdings(run->state, &trial);
    for (corpus_pair pair; best_pair(&trial, &pair);) {
        trial.line_taken[pair.line] = trial.event_taken[pair.event] = true;
        count_pair(run, path, &trial, pair);
    }
    count_rest(run, path, &trial);
    free(trial.line_taken);
    free(trial.event_taken);
    drg_document_close(document);
    run->documents++;
    return true;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    corpus_file file;
    line_buffer problem = {0};
    bool good = corpus_read(path, bytes, &file, &problem);
    if (!good) fprintf(stderr, "dragoman eval: %s\n", problem.data);
    buffer_free(&problem);
    if (!good) return false;
    for (size_t i = 0; good && i < file.case_count; i++) {
        const corpus_case *one = &file.cases[i];
        if (!eval_is_wanted(run, text_of(corpus_is_held(one) ? "held" : "development"))) continue;
        good = check_case(path, one) && add_case(run, path, one);
    }
    corpus_free(&file);
    return good;
}

/* ---------------------------------------------------------------- the report */

static score_count sum_of_types(const corpus_counts *counts)
{
    score_count sum = {0};
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++) {
        sum.gold += counts->types[i].gold;
        sum.found += counts->types[i].found;
        sum.right += counts->types[i].right;
    }
    return sum;
}

static void put_confusion(const corpus_counts *counts)
{
    printf("\nrows: gold, columns: found\n%-10s", "");
    for (int found = 0; found < ROWS; found++)
        printf(" %5.5s", found == NOTHING ? "-" : drg_type_name((drg_type)found));
    for (int gold = 0; gold < ROWS; gold++) {
        printf("\n%-10s", gold == NOTHING ? "-" : drg_type_name((drg_type)gold));
        for (int found = 0; found < ROWS; found++) printf(" %5zu", counts->confused[gold][found]);
    }
    printf("\n\n");
}

/* The share of the type's events that its most frequent lemma has, in the type where it is largest. */
static void put_lemmas(eval_run *run, const corpus_counts *counts)
{
    double largest = 0;
    for (size_t type = 0; type < DRG_TYPE_COUNT; type++) {
        const text_map *map = &counts->lemmas[type];
        size_t all = 0, best = 0;
        for (size_t i = 0; i < map->count; i++) {
            all += map->values[i];
            if (map->values[i] > map->values[best]) best = i;
        }
        if (!all) continue;
        double share = 100.0 * (double)map->values[best] / (double)all;
        printf("%-24s %7zu events %7zu lemmas   most: %.*s %.2f %%\n", drg_type_name((drg_type)type), all, map->count,
               TEXT_PRINT(map->keys[best]), share);
        if (share > largest) largest = share;
    }
    eval_put_value(run, "largest-share-of-a-lemma", largest);
}

/* How far the confidence is from the share that is right, over all asserted events: the expected calibration error of
 * Naeini, Cooper and Hauskrecht (2015). */
static void put_confidence(eval_run *run, const corpus_counts *counts)
{
    double apart = 0;
    size_t all = 0;
    for (size_t model = 0; model < 2; model++)
        for (size_t i = 0; i < STEPS; i++) {
            const confidence_step *step = &counts->confidence[model][i];
            if (!step->events) continue;
            double mean = step->sum / (double)step->events, right = (double)step->right / (double)step->events;
            printf("confidence of %s from %.1f: %5zu events  mean %.2f  right %.2f\n", model ? "proposals" : "frames",
                   (double)i / STEPS, step->events, mean, right);
            apart += (mean > right ? mean - right : right - mean) * (double)step->events;
            all += step->events;
        }
    eval_put_value(run, "confidence-error", all ? 100 * apart / (double)all : 0);
}

static void report(eval_run *run)
{
    corpus_counts *counts = run->state;
    score_count all = sum_of_types(counts);
    score_count *parts[] = {&counts->modes, &counts->actors, &counts->recipients, &counts->arguments};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        parts[i]->gold = all.gold;
        parts[i]->found = all.found;
    }
    for (size_t i = 0; i < DRG_TYPE_COUNT; i++) eval_put_count(run, drg_type_name((drg_type)i), counts->types[i]);
    eval_put_count(run, "type", all);
    eval_put_count(run, "type-mode", counts->modes);
    eval_put_count(run, "type-actors", counts->actors);
    eval_put_count(run, "type-recipients", counts->recipients);
    eval_put_count(run, "type-arguments", counts->arguments);
    eval_put_count(run, "unasserted", counts->unasserted);
    eval_put_share(run, "near-misses-wrong", counts->bare_wrong, counts->bare);
    eval_put_share(run, "unasserted-wrong", counts->quiet_wrong - counts->bare_wrong, counts->quiet - counts->bare);
    for (size_t i = 0; i < ASKED; i++) eval_put_share(run, ASKED_FIELDS[i], counts->right[i], counts->asked[i]);
    put_confusion(counts);
    put_confidence(run, counts);
    eval_put_value(run, "cases", (double)counts->cases);
    eval_put_value(run, "events", (double)counts->events);
    eval_put_value(run, "texts-without-event", (double)counts->bare);
    eval_put_share(run, "special", counts->marked_cases, counts->cases);
    put_lemmas(run, counts);
}

static void close_counts(eval_run *run)
{
    corpus_counts *counts = run->state;
    for (size_t type = 0; type < DRG_TYPE_COUNT; type++) {
        for (size_t i = 0; i < counts->lemmas[type].count; i++) free((char *)counts->lemmas[type].keys[i].data);
        text_map_free(&counts->lemmas[type]);
    }
    free(counts);
}

const eval_task EVAL_CORPUS = {
    .name = "corpus",
    .about = "the open corpus: events by type, mode and arguments, and texts without any",
    .suffix = ".txt",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
