/* SPDX-License-Identifier: Apache-2.0
 *
 * In: JSON lines of the factuality corpora (UDS-IH2, White et al. 2016; MEANTIME, Minard et al. 2016), each with the
 * words of a sentence and for some of them a factuality of -3 to 3. Out: how often the reading of the word
 * (drg_document_readings) has the sign right. On the common scale 3 is certain, 2 probable, 1 possible and 0 unknown
 * (Stanovsky et al., "Integrating Deep Linguistic Features in Factuality Prediction", 2017), so values between -1 and
 * 1, which are means of annotators who do not agree, commit to nothing and have no sign. UDS-IH2 asks whether the event
 * has happened: what is planned, wished or possible is negative. MEANTIME keeps time apart and gives certain events to
 * come +3: in its files all but the negated and denied is positive. A word without a reading counts as actual. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"

typedef struct factuality_state {
    size_t right[DRG_READING_COUNT], all[DRG_READING_COUNT], positive_right, positive, negative_right, negative;
    size_t unsigned_values;
} factuality_state;

static bool open_state(eval_run *run)
{
    run->state = memory_take(sizeof(factuality_state));
    return true;
}

static void close_state(eval_run *run)
{
    free(run->state);
}

static void add_words(drg_text text, line_buffer *conllu)
{
    size_t number = 0;
    for (size_t at = 0; at < text.size;) {
        const char *space = memchr(text.data + at, ' ', text.size - at);
        size_t end = space ? (size_t)(space - text.data) : text.size;
        if (end > at)
            buffer_format(conllu, "%zu\t%.*s\t_\t_\t_\t_\t_\t_\t_\t_\n", ++number,
                          TEXT_PRINT(text_slice(text, at, end)));
        at = end + 1;
    }
    buffer_add_string(conllu, "\n");
}

static bool expects_positive(const char *path, drg_reading reading)
{
    if (strstr(path, "MEANTIME")) return reading != DRG_READING_NEGATED && reading != DRG_READING_DENIED;
    return reading == DRG_READING_ACTUAL || reading == DRG_READING_NONE;
}

static void score_word(eval_run *run, const char *path, const drg_document *document, size_t word, double label)
{
    factuality_state *state = run->state;
    if (word >= drg_document_token_count(document)) return;
    if (label > -1.0 && label < 1.0) {
        state->unsigned_values++;
        return;
    }
    drg_reading reading = (drg_reading)drg_document_readings(document)[word];
    bool positive = label > 0.0, right = expects_positive(path, reading) == positive;
    state->all[reading]++;
    state->right[reading] += right;
    state->positive += positive;
    state->positive_right += positive && right;
    state->negative += !positive;
    state->negative_right += !positive && right;
    if (right) return;
    const drg_token *token = &drg_document_tokens(document)[word];
    drg_text all = drg_document_text(document);
    eval_error(run, path, "%+.1f %s %.*s: '%.*s' in: %.*s", label, drg_reading_name(reading), TEXT_PRINT(token->deprel),
               TEXT_PRINT(text_slice(all, token->span.begin, token->span.end)), TEXT_PRINT(text_trim(all)));
}

/* "span1": [4, 5], "label": 3.0 - for each target of the line. */
static void score_targets(eval_run *run, const char *path, const drg_document *document, drg_text line)
{
    static const char span[] = "\"span1\": [", label[] = "\"label\": ";
    for (size_t at = 0; (at = text_find(line, text_of(span), at)) != SIZE_MAX;) {
        at += sizeof span - 1;
        size_t value = text_find(line, text_of(label), at);
        if (value == SIZE_MAX) return;
        char *copy = memory_copy(text_slice(line, at, line.size));
        size_t word = strtoul(copy, NULL, 10);
        double number = strtod(copy + (value + sizeof label - 1 - at), NULL);
        free(copy);
        score_word(run, path, document, word, number);
    }
}

static bool read_words(drg_text line, const char *path, line_buffer *conllu, drg_error *error)
{
    drg_reader *reader;
    drg_item item;
    bool end = false;
    drg_reader_options options = {.input = DRG_INPUT_NDJSON};
    bool good = drg_reader_open_memory(line, path, &options, &reader, error) == DRG_OK;
    if (!good) return false;
    good = drg_reader_next(reader, &item, &end, error) == DRG_OK && !end;
    if (good) add_words(item.source.text, conllu);
    drg_reader_close(reader);
    return good;
}

static bool add_line(eval_run *run, const char *path, drg_text line)
{
    drg_error error = {"no text"};
    line_buffer conllu = {0};
    drg_document *document = NULL;
    drg_source source = {0};
    bool good = read_words(line, path, &conllu, &error) &&
                drg_session_read_conllu(run->session, &source, (drg_text){conllu.data, conllu.size}, DRG_CONLLU_TOKENS,
                                        &document, &error) == DRG_OK;
    if (good) score_targets(run, path, document, line);
    run->documents += good;
    drg_document_close(document);
    buffer_free(&conllu);
    return good || eval_complain(path, "%s", error.message);
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_line_end(bytes, at);
        drg_text line = text_trim(text_slice(bytes, at, end));
        at = end + 1;
        if (line.size && !add_line(run, path, line)) return false;
    }
    return true;
}

static void report(eval_run *run)
{
    const factuality_state *state = run->state;
    for (drg_reading reading = 0; reading < DRG_READING_COUNT; reading++) {
        const char *name = reading ? drg_reading_name(reading) : "none";
        if (state->all[reading])
            printf("  read %-19s %7zu of %7zu right\n", name, state->right[reading], state->all[reading]);
    }
    printf("  without a sign           %7zu\n", state->unsigned_values);
    eval_put_share(run, "sign", state->positive_right + state->negative_right, state->positive + state->negative);
    eval_put_share(run, "sign-positive", state->positive_right, state->positive);
    eval_put_share(run, "sign-negative", state->negative_right, state->negative);
}

const eval_task EVAL_FACTUALITY = {
    .name = "factuality",
    .about = "JSON lines with words and a factuality of -3 to 3 each: did it happen, by its sign",
    .suffix = ".jsonl",
    .depth = DRG_DEPTH_LANGUAGE,
    .readings = true,
    .open = open_state,
    .add = add_file,
    .report = report,
    .close = close_state,
};
