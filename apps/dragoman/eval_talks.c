/* SPDX-License-Identifier: Apache-2.0
 * In: reports of negotiations with their talks record (corpus/talks). Out: how much of it is found.
 *
 * A line and an entry of the record are a pair when the entry is told on the words that the line names, or in their
 * sentence, by the same speaker or party; each takes one partner, the nearest and most alike first. A meeting is right
 * with its status, a proposal when it is found, a position with actor and stance, a statement with speaker and words.
 * One third of the reports (by a hash of the text) is held back: --only held counts it and shows no errors.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "corpus.h"
#include "eval.h"
#include "talks_match.h"

static const expectation_kind SCORED[] = {EXPECT_MEETING, EXPECT_PROPOSAL, EXPECT_POSITION, EXPECT_STATEMENT,
                                          EXPECT_REVERSAL};
static const char *const NAMES[] = {"meetings", "proposals", "positions", "statements", "reversals"};
#define SCORED_COUNT (sizeof SCORED / sizeof *SCORED)

typedef struct talks_counts {
    score_count right[SCORED_COUNT];     /* with what makes each right */
    score_count found[SCORED_COUNT];     /* only told at that place */
    score_count stances;                 /* of statements */
    score_count people;                  /* who takes part in meetings that are found */
    size_t attendance_right, attendance; /* of those */
    size_t terms_right, terms;           /* of proposals that are found */
    size_t dates_right, dates;           /* of meetings that are found */
    size_t places_right, places;         /* the same */
    size_t about_right, about;           /* of statements that are found */
    size_t reports;
} talks_counts;

/* Words of a report that go back on what an earlier report says. */
typedef struct told_reversal {
    const char *report; /* its id */
    drg_span span;
} told_reversal;

typedef struct talks_trial {
    eval_run *run;
    const char *path;
    const corpus_case *one;
    const drg_document *document;
    size_t kind; /* among SCORED */
    const told_reversal *told;
    size_t told_count;
    bool *line_taken, *entry_taken;
} talks_trial;

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(talks_counts));
    return true;
}

static bool is_reversal(const talks_trial *trial, size_t index)
{
    const drg_statement *statement = &drg_document_statements(trial->document)[index];
    for (size_t i = 0; i < trial->told_count; i++)
        if (text_is(drg_document_id(trial->document), trial->told[i].report) &&
            statement->span.begin == trial->told[i].span.begin && statement->span.end == trial->told[i].span.end)
            return true;
    return statement->reverses != DRG_NONE || statement->reversal.begin < statement->reversal.end;
}

static bool is_scored_entry(const talks_trial *trial, size_t index)
{
    return SCORED[trial->kind] != EXPECT_REVERSAL || is_reversal(trial, index);
}

static const expected_field *field_of(const corpus_expectation *line, const char *name)
{
    for (size_t i = 0; i < line->field_count; i++)
        if (text_is(line->fields[i].name, name)) return &line->fields[i];
    return NULL;
}

static bool is_right(const talks_trial *trial, size_t line, size_t entry)
{
    const corpus_expectation *expectation = &trial->one->lines[line].expectation;
    const char *asked = expectation->kind == EXPECT_MEETING    ? "status"
                        : expectation->kind == EXPECT_POSITION ? "stance"
                                                               : NULL;
    const expected_field *field = asked ? field_of(expectation, asked) : NULL;
    return !field || talks_field_holds(expectation, trial->document, entry, field);
}

/* A position of one of several parties that one line names together. */
static bool is_told_for_another(const talks_trial *trial, size_t index)
{
    for (size_t i = 0; SCORED[trial->kind] == EXPECT_POSITION && i < trial->one->line_count; i++) {
        const corpus_expectation *line = &trial->one->lines[i].expectation;
        if (!trial->line_taken[i] || line->kind != EXPECT_POSITION || !strchr(line->name, ';')) continue;
        if (talks_nearness(line, trial->document, index) && is_right(trial, i, index)) return true;
    }
    return false;
}

/* Attitudes beside the gold are not wrong: the reports' lines are sayings, and attitudes where they amount to one. */
static bool is_counted_entry(const talks_trial *trial, size_t index)
{
    if (!is_scored_entry(trial, index)) return false;
    bool attitude = SCORED[trial->kind] == EXPECT_STATEMENT && drg_document_statements(trial->document)[index].attitude;
    if (trial->entry_taken[index]) return true;
    return !attitude && !is_told_for_another(trial, index);
}

static bool is_scored_line(const talks_trial *trial, size_t index)
{
    return trial->one->lines[index].expectation.kind == SCORED[trial->kind];
}

static bool best_pair(const talks_trial *trial, size_t *ret_line, size_t *ret_entry)
{
    unsigned most = 0;
    size_t entries = talks_count(SCORED[trial->kind], trial->document);
    for (size_t line = 0; line < trial->one->line_count; line++) {
        if (trial->line_taken[line] || !is_scored_line(trial, line)) continue;
        for (size_t entry = 0; entry < entries; entry++) {
            if (trial->entry_taken[entry] || !is_scored_entry(trial, entry)) continue;
            unsigned near = talks_nearness(&trial->one->lines[line].expectation, trial->document, entry);
            if (near <= most) continue;
            most = near;
            *ret_line = line;
            *ret_entry = entry;
        }
    }
    return most > 0;
}

/* Adds to the counts of a field, when the line has it. */
static void count_field(const talks_trial *trial, size_t line, size_t entry, const char *name, size_t *all,
                        size_t *right)
{
    const corpus_expectation *expectation = &trial->one->lines[line].expectation;
    const expected_field *field = field_of(expectation, name);
    if (!field || !field->value || !*field->value) return;
    (*all)++;
    *right += talks_field_holds(expectation, trial->document, entry, field);
}

static void count_pair(const talks_trial *trial, size_t line, size_t entry)
{
    talks_counts *counts = trial->run->state;
    const corpus_expectation *expectation = &trial->one->lines[line].expectation;
    counts->found[trial->kind].right++;
    counts->right[trial->kind].right += is_right(trial, line, entry);
    if (expectation->kind == EXPECT_MEETING) {
        talks_people_count people = talks_count_people(expectation, trial->document, entry);
        counts->people.gold += people.gold;
        counts->people.found += people.found;
        counts->people.right += people.right;
        counts->attendance += people.attendance_gold;
        counts->attendance_right += people.attendance_right;
        count_field(trial, line, entry, "date", &counts->dates, &counts->dates_right);
        count_field(trial, line, entry, "place", &counts->places, &counts->places_right);
    }
    if (expectation->kind == EXPECT_PROPOSAL)
        talks_count_terms(expectation, trial->document, entry, &counts->terms, &counts->terms_right);
    if (expectation->kind == EXPECT_STATEMENT) {
        size_t all = 0;
        count_field(trial, line, entry, "stance", &all, &counts->stances.right);
        count_field(trial, line, entry, "about", &counts->about, &counts->about_right);
    }
}

/* ---------------------------------------------------------------- errors */

/* The words of an entry and what it says, for people. */
static void describe(const talks_trial *trial, size_t index, line_buffer *line)
{
    const drg_document *document = trial->document;
    drg_text words = {"", 0};
    switch (SCORED[trial->kind]) {
    case EXPECT_MEETING: {
        const drg_meeting *one = &drg_document_meetings(document)[index];
        buffer_format(line, "%s: ", drg_meeting_status_name(one->status));
        words = expectation_wording(document, drg_document_sentences(document)[one->sentence].span);
        buffer_add_clean(line, expectation_wording(document, one->span));
        break;
    }
    case EXPECT_PROPOSAL: {
        const drg_proposal *one = &drg_document_proposals(document)[index];
        words = expectation_wording(document, drg_document_sentences(document)[one->sentence].span);
        buffer_add_clean(line, expectation_wording(document, one->span));
        break;
    }
    case EXPECT_POSITION: {
        const drg_position *one = &drg_document_positions(document)[index];
        const drg_mention *who = &drg_document_mentions(document)[one->mention];
        words = expectation_wording(document, drg_document_sentences(document)[one->sentence].span);
        buffer_add_clean(line, expectation_wording(document, who->span));
        buffer_format(line, " %s: ", drg_stance_name(one->stance));
        buffer_add_clean(line, expectation_wording(document, one->span));
        break;
    }
    default: {
        const drg_statement *one = &drg_document_statements(document)[index];
        buffer_add_clean(line, expectation_wording(document, one->said.speaker_span));
        buffer_format(line, " %s: ", drg_stance_name(one->stance));
        words = expectation_wording(document, one->span);
    }
    }
    buffer_add_string(line, " | ");
    buffer_add_clean(line, words);
}

static void show_line(const talks_trial *trial, const char *what, size_t line, const line_buffer *entry)
{
    drg_span at;
    line_buffer around = {0};
    const corpus_line *gold = &trial->one->lines[line];
    if (talks_place_of(trial->document, &gold->expectation, &at)) {
        const drg_sentence *sentences = drg_document_sentences(trial->document);
        for (size_t i = 0; i < drg_document_sentence_count(trial->document); i++)
            if (at.begin >= sentences[i].span.begin && at.begin < sentences[i].span.end)
                buffer_add_clean(&around, expectation_wording(trial->document, sentences[i].span));
    }
    eval_error(trial->run, trial->path, "line %zu: %s %.*s%s%s | %s", gold->line, what,
               TEXT_PRINT(text_trim(gold->raw)), entry ? " <> " : "", entry ? entry->data : "",
               around.data ? around.data : "");
    buffer_free(&around);
}

static void show_pair(const talks_trial *trial, size_t line, size_t entry)
{
    line_buffer words = {0};
    const corpus_expectation *gold = &trial->one->lines[line].expectation;
    const expected_field *stance = field_of(gold, "stance");
    bool stands = !stance || talks_field_holds(gold, trial->document, entry, stance);
    if (!trial->run->errors || corpus_is_held_report(trial->one) || (stands && is_right(trial, line, entry))) return;
    describe(trial, entry, &words);
    show_line(trial, "otherwise", line, &words);
    buffer_free(&words);
}

static void show_rest(const talks_trial *trial)
{
    if (!trial->run->errors || corpus_is_held_report(trial->one)) return;
    for (size_t line = 0; line < trial->one->line_count; line++)
        if (!trial->line_taken[line] && is_scored_line(trial, line)) show_line(trial, "missing", line, NULL);
    for (size_t entry = 0; entry < talks_count(SCORED[trial->kind], trial->document); entry++) {
        if (trial->entry_taken[entry] || !is_counted_entry(trial, entry)) continue;
        line_buffer words = {0};
        describe(trial, entry, &words);
        eval_error(trial->run, trial->path, "line %zu: wrong %s %s", trial->one->line, NAMES[trial->kind], words.data);
        buffer_free(&words);
    }
}

/* ---------------------------------------------------------------- the files */

static void count_kind(talks_trial *trial)
{
    talks_counts *counts = trial->run->state;
    score_count *found = &counts->found[trial->kind];
    size_t entries = talks_count(SCORED[trial->kind], trial->document);
    trial->line_taken = memory_take(trial->one->line_count + 1);
    trial->entry_taken = memory_take(entries + 1);
    for (size_t i = 0; i < trial->one->line_count; i++) found->gold += is_scored_line(trial, i);
    for (size_t line, entry; best_pair(trial, &line, &entry);) {
        trial->line_taken[line] = trial->entry_taken[entry] = true;
        count_pair(trial, line, entry);
        show_pair(trial, line, entry);
    }
    for (size_t i = 0; i < entries; i++) found->found += is_counted_entry(trial, i);
    show_rest(trial);
    free(trial->line_taken);
    free(trial->entry_taken);
}

static void count_stances(const talks_trial *trial)
{
    talks_counts *counts = trial->run->state;
    for (size_t i = 0; i < trial->one->line_count; i++) {
        const corpus_expectation *line = &trial->one->lines[i].expectation;
        counts->stances.gold += line->kind == EXPECT_STATEMENT && expectation_field(line, "stance") != NULL;
    }
    for (size_t i = 0; i < drg_document_statement_count(trial->document); i++)
        counts->stances.found += !drg_document_statements(trial->document)[i].attitude &&
                                 drg_document_statements(trial->document)[i].stance != DRG_STANCE_NONE;
}

static bool add_report(eval_run *run, const char *path, const corpus_case *one, const told_reversal *told,
                       size_t told_count)
{
    talks_counts *counts = run->state;
    drg_document *document = NULL;
    drg_source source = {.text = one->text, .published = one->date, .id = one->id};
    drg_error error = {""};
    if (drg_session_read(run->session, &source, &document, &error) != DRG_OK)
        return eval_complain(path, "line %zu: %s", one->line, error.message);
    talks_trial trial = {
        .run = run, .path = path, .one = one, .document = document, .told = told, .told_count = told_count};
    for (trial.kind = 0; trial.kind < SCORED_COUNT; trial.kind++) count_kind(&trial);
    count_stances(&trial);
    drg_document_close(document);
    counts->reports++;
    run->documents++;
    return true;
}

static bool check_report(const char *path, const corpus_case *one)
{
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_expectation *line = &one->lines[i].expectation;
        const char *at = expectation_field(line, "at");
        if (line->kind < EXPECT_STATEMENT || line->negative)
            return eval_complain(path, "line %zu: a report has lines about its talks only", one->lines[i].line);
        if (line->kind != EXPECT_PROCESS && (!at || text_find(one->text, text_of(at), 0) == SIZE_MAX))
            return eval_complain(path, "line %zu: at= must name words of the text", one->lines[i].line);
    }
    return true;
}

/* ---------------------------------------------------------------- across reports */

/* All reports of the file in a record that is forgotten afterwards, so that they are joined. */
static bool put_reports(eval_run *run, const corpus_file *file, drg_record *record, drg_error *error)
{
    bool good = drg_record_engine(record, run->engine, error) == DRG_OK;
    for (size_t i = 0; good && i < file->case_count; i++) {
        drg_document *document = NULL;
        drg_presence presence;
        drg_source source = {.text = file->cases[i].text, .published = file->cases[i].date, .id = file->cases[i].id};
        good = drg_session_read(run->session, &source, &document, error) == DRG_OK;
        if (good) good = drg_record_put(record, document, true, &presence, error) == DRG_OK;
        drg_document_close(document);
    }
    return good && drg_record_gather(record, run->engine, error) == DRG_OK;
}

static told_reversal *find_reversals(eval_run *run, const corpus_file *file, size_t *ret_count)
{
    drg_record *record = NULL;
    drg_table *table = NULL;
    drg_error error = {""};
    told_reversal *told = NULL;
    bool good = drg_record_open(":memory:", DRG_ACCESS_CREATE, &record, &error) == DRG_OK &&
                put_reports(run, file, record, &error) &&
                drg_record_view(record, DRG_VIEW_REVERSALS, NULL, &table, &error) == DRG_OK;
    *ret_count = good ? table->row_count : 0;
    told = memory_take((*ret_count + 1) * sizeof *told);
    for (size_t i = 0; i < *ret_count; i++) {
        const drg_reference *source = &table->sources[table->rows[i].sources.items[0]];
        told[i] = (told_reversal){memory_copy(source->document), source->span};
    }
    if (!good) eval_complain(file->path, "%s", error.message);
    if (table) drg_table_close(table);
    drg_record_close(record);
    return told;
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    corpus_file file;
    line_buffer problem = {0};
    bool good = corpus_read(path, bytes, &file, &problem);
    if (!good) fprintf(stderr, "dragoman eval: %s\n", problem.data);
    buffer_free(&problem);
    if (!good) return false;
    size_t told_count;
    told_reversal *told = find_reversals(run, &file, &told_count);
    for (size_t i = 0; good && i < file.case_count; i++) {
        const corpus_case *one = &file.cases[i];
        if (!eval_is_wanted(run, text_of(corpus_is_held_report(one) ? "held" : "development"))) continue;
        good = check_report(path, one) && add_report(run, path, one, told, told_count);
    }
    for (size_t i = 0; i < told_count; i++) free((char *)told[i].report);
    free(told);
    corpus_free(&file);
    return good;
}

/* ---------------------------------------------------------------- the report */

static void report(eval_run *run)
{
    talks_counts *counts = run->state;
    for (size_t i = 0; i < SCORED_COUNT; i++) {
        counts->right[i].gold = counts->found[i].gold;
        counts->right[i].found = counts->found[i].found;
        eval_put_count(run, NAMES[i], counts->right[i]);
    }
    eval_put_count(run, "meetings-told", counts->found[0]);
    eval_put_count(run, "positions-told", counts->found[2]);
    eval_put_count(run, "participants", counts->people);
    eval_put_share(run, "attendance", counts->attendance_right, counts->attendance);
    eval_put_share(run, "meeting-dates", counts->dates_right, counts->dates);
    eval_put_share(run, "meeting-places", counts->places_right, counts->places);
    eval_put_share(run, "terms", counts->terms_right, counts->terms);
    eval_put_count(run, "stances", counts->stances);
    eval_put_share(run, "about", counts->about_right, counts->about);
    eval_put_value(run, "reports", (double)counts->reports);
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

const eval_task EVAL_TALKS = {
    .name = "talks",
    .about = "reports of negotiations: meetings, proposals, positions, statements, reversals",
    .suffix = ".txt",
    .depth = DRG_DEPTH_EVENTS,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
