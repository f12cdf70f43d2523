/* SPDX-License-Identifier: Apache-2.0
 * In: a case and its document. Out: what does not hold.
 * Lines and events are paired one to one, by augmenting paths (Kuhn's method for bipartite matching): two lines that
 * one event would satisfy are two events, however the lines are ordered. */
#include "verdict.h"

#include <stdlib.h>

#define NO_PAIR SIZE_MAX

typedef struct line_pairing {
    const corpus_case *one;
    const drg_document *document;
    size_t event_count;
    size_t *line_of_event; /* NO_PAIR: none yet */
    bool *tried;           /* in the search at hand */
} line_pairing;

static bool is_event_line(const corpus_line *line)
{
    return line->expectation.kind == EXPECT_EVENT && !line->expectation.negative;
}

/* Finds an event for the line, moving lines that have one already. Depth is at most the number of lines. */
static bool find_event(line_pairing *pairing, size_t line)
{
    const drg_event *events = drg_document_events(pairing->document);
    for (size_t i = 0; i < pairing->event_count; i++) {
        if (pairing->tried[i]) continue;
        if (expectation_misses(&pairing->one->lines[line].expectation, pairing->document, &events[i], false, NULL))
            continue;
        pairing->tried[i] = true;
        if (pairing->line_of_event[i] != NO_PAIR && !find_event(pairing, pairing->line_of_event[i])) continue;
        pairing->line_of_event[i] = line;
        return true;
    }
    return false;
}

/* Sets which event lines hold and which events they take. */
static void pair(const corpus_case *one, const drg_document *document, test_verdict *verdict)
{
    size_t count = drg_document_event_count(document);
    line_pairing pairing = {one, document, count, memory_take(count * sizeof(size_t)),
                            memory_take(count * sizeof(bool))};
    for (size_t i = 0; i < count; i++) pairing.line_of_event[i] = NO_PAIR;
    for (size_t line = 0; line < one->line_count; line++) {
        if (!is_event_line(&one->lines[line])) continue;
        for (size_t i = 0; i < count; i++) pairing.tried[i] = false;
        verdict->line_holds[line] = find_event(&pairing, line);
    }
    for (size_t i = 0; i < count; i++) verdict->event_matched[i] = pairing.line_of_event[i] != NO_PAIR;
    free(pairing.line_of_event);
    free(pairing.tried);
}

/* ---------------------------------------------------------------- complaints */

/* The event that meets most of the conditions, of those of the type when there are some. */
static const drg_event *nearest(const corpus_expectation *expectation, const drg_document *document)
{
    const drg_event *best = NULL;
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        size_t misses = expectation_misses(expectation, document, event, false, NULL);
        if (!expectation->any_type && event->type != expectation->type) misses += 1000;
        if (misses < fewest) {
            fewest = misses;
            best = event;
        }
    }
    return best;
}

static void complain_of_missing(const corpus_line *line, const drg_document *document, line_buffer *complaints)
{
    buffer_format(complaints, "    line %zu: missing: %.*s\n", line->line, TEXT_PRINT(text_trim(line->raw)));
    const drg_event *event = line->expectation.kind != EXPECT_EVENT ? NULL : nearest(&line->expectation, document);
    if (!event || event->type != line->expectation.type) return;
    line_buffer why = {0};
    if (expectation_misses(&line->expectation, document, event, false, &why))
        buffer_format(complaints, "             the nearest lacks: %s\n", why.data);
    buffer_free(&why);
}

static void complain_of_forbidden(const corpus_line *line, const drg_document *document, line_buffer *complaints)
{
    buffer_format(complaints, "    line %zu: is there: %.*s\n", line->line, TEXT_PRINT(text_trim(line->raw)));
    (void)document;
}

static bool any_event_meets(const corpus_expectation *expectation, const drg_document *document)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++)
        if (!expectation_misses(expectation, document, &drg_document_events(document)[i], false, NULL)) return true;
    return false;
}

static void list_events(const drg_document *document, const char *heading, line_buffer *complaints)
{
    buffer_format(complaints, "    %s\n", drg_document_event_count(document) ? heading : "nothing came out");
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        buffer_add_string(complaints, "      ");
        expectation_write(document, &drg_document_events(document)[i], complaints);
        buffer_format(complaints, " rule=\"%.*s\"\n", TEXT_PRINT(drg_document_events(document)[i].rule));
    }
}

static void judge_lines(const corpus_case *one, const drg_document *document, test_verdict *verdict,
                        line_buffer *complaints)
{
    for (size_t i = 0; i < one->line_count; i++) {
        const corpus_line *line = &one->lines[i];
        const corpus_expectation *expectation = &line->expectation;
        if (!is_event_line(line)) {
            bool there = expectation->kind != EXPECT_EVENT ? expectation_is_there(expectation, document)
                                                           : any_event_meets(expectation, document);
            verdict->line_holds[i] = there != expectation->negative;
        }
        if (verdict->line_holds[i]) continue;
        verdict->complaints++;
        if (expectation->negative)
            complain_of_forbidden(line, document, complaints);
        else
            complain_of_missing(line, document, complaints);
    }
}

static void judge_extra(const drg_document *document, test_verdict *verdict, line_buffer *complaints)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        if (verdict->event_matched[i] || !drg_event_is_asserted(&drg_document_events(document)[i])) continue;
        verdict->complaints++;
        buffer_add_string(complaints, "    not expected (the case is :exact): ");
        expectation_write(document, &drg_document_events(document)[i], complaints);
        buffer_add_string(complaints, "\n");
    }
}

test_verdict verdict_of_case(const corpus_case *one, const drg_document *document, line_buffer *complaints)
{
    size_t events = drg_document_event_count(document);
    test_verdict verdict = {.line_holds = memory_take(one->line_count * sizeof(bool)),
                            .event_matched = memory_take(events * sizeof(bool))};
    pair(one, document, &verdict);
    judge_lines(one, document, &verdict, complaints);
    if (one->exact) judge_extra(document, &verdict, complaints);
    if (!one->line_count && !one->exact) {
        verdict.complaints++;
        buffer_add_string(complaints, "    the case expects nothing: give it lines, :exact, or run with --accept\n");
    }
    if (verdict.complaints) list_events(document, "what came out:", complaints);
    return verdict;
}

void verdict_free(test_verdict *verdict)
{
    free(verdict->line_holds);
    free(verdict->event_matched);
    *verdict = (struct test_verdict){0};
}

/* ---------------------------------------------------------------- examples of frames */

/* The event of the frame that misses least of what is expected; *ret_misses SIZE_MAX when the frame did not fire. */
static const drg_event *best_of_rule(const drg_example *example, const corpus_expectation *expectation,
                                     const drg_document *document, size_t *ret_misses)
{
    const drg_event *best = NULL;
    *ret_misses = SIZE_MAX;
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        if (!text_equal(event->rule, example->rule)) continue;
        size_t misses = expectation_misses(expectation, document, event, true, NULL);
        if (misses >= *ret_misses) continue;
        *ret_misses = misses;
        best = event;
    }
    return best;
}

test_verdict verdict_of_example(const drg_example *example, const drg_document *document, line_buffer *complaints)
{
    test_verdict verdict = {0};
    corpus_expectation expectation = {0};
    line_buffer problem = {0}, why = {0};
    size_t misses;
    if (!expectation_read_fields(example->expected, &expectation, &problem)) {
        buffer_format(complaints, "    %s\n", problem.data);
        verdict.complaints++;
    } else {
        const drg_event *event = best_of_rule(example, &expectation, document, &misses);
        if (!example->fires && misses) event = NULL; /* it fired, but only with a mark that the example allows */
        if (!event) misses = SIZE_MAX;
        if (!event == !example->fires && misses == (event ? 0 : SIZE_MAX)) {
            expectation_free(&expectation);
            return verdict;
        }
        verdict.complaints++;
        if (!example->fires) {
            buffer_add_string(complaints, "    the frame fired and must not\n");
        } else if (!event) {
            buffer_add_string(complaints, "    the frame did not fire\n");
        } else {
            expectation_misses(&expectation, document, event, true, &why);
            buffer_format(complaints, "    the frame fired, but without %s\n", why.data);
        }
        list_events(document, "what came out:", complaints);
    }
    expectation_free(&expectation);
    buffer_free(&problem);
    buffer_free(&why);
    return verdict;
}

/* ---------------------------------------------------------------- accepting */

static bool stays(const corpus_case *one, const test_verdict *verdict, drg_text raw)
{
    for (size_t i = 0; i < one->line_count; i++)
        if (one->lines[i].raw.data == raw.data) return verdict->line_holds[i] || one->lines[i].expectation.negative;
    return true; /* a comment, a blank line */
}

/* Moves the blank lines at the end of `part` into `blanks`. */
static void split_blank_end(line_buffer *part, line_buffer *blanks)
{
    size_t end = part->size;
    while (end && part->data[end - 1] == '\n' && (end == 1 || part->data[end - 2] == '\n')) end--;
    if (end == part->size) return;
    buffer_add(blanks, (drg_text){part->data + end, part->size - end});
    part->data[end] = '\0';
    part->size = end;
}

void verdict_accept(const corpus_file *file, const corpus_case *one, const test_verdict *verdict,
                    const drg_document *document, line_buffer *part)
{
    line_buffer blanks = {0};
    for (size_t at = one->expected_begin; at < one->expected_end;) {
        drg_text bytes = {file->bytes, one->expected_end};
        size_t end = text_find(bytes, text_of("\n"), at);
        end = end == SIZE_MAX ? one->expected_end : end + 1;
        drg_text line = text_slice(bytes, at, end);
        if (stays(one, verdict, line)) buffer_add(part, line);
        at = end;
    }
    if (part->size && part->data[part->size - 1] != '\n') buffer_add_string(part, "\n");
    split_blank_end(part, &blanks);
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        if (verdict->event_matched[i]) continue;
        expectation_write(document, &drg_document_events(document)[i], part);
        buffer_add_string(part, "\n");
    }
    buffer_add(part, (drg_text){blanks.data, blanks.size});
    buffer_free(&blanks);
}
