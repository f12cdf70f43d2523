/* SPDX-License-Identifier: Apache-2.0
 *
 * In: gold CoNLL-U. Out: F1 of tokens, sentences, words, tags, lemmas and heads, by the measures of score.c. The raw
 * text is put together from the forms, with an empty line between paragraphs; each document of the file ("# newdoc")
 * is read on its own. */
#include <stdlib.h>
#include <string.h>

#include "eval.h"

static bool open_counts(eval_run *run)
{
    run->state = memory_take(sizeof(score_counts));
    return true;
}

static void close_counts(eval_run *run)
{
    free(run->state);
}

static bool starts_document(drg_text text, size_t at)
{
    static const char mark[] = "# newdoc";
    return text.size - at >= sizeof mark - 1 && memcmp(text.data + at, mark, sizeof mark - 1) == 0;
}

size_t eval_document_end(drg_text text, size_t at)
{
    for (at = eval_line_end(text, at) + 1; at < text.size; at = eval_line_end(text, at) + 1)
        if (starts_document(text, at)) return at;
    return text.size;
}

drg_text eval_document_name(drg_text document)
{
    if (!starts_document(document, 0)) return (drg_text){"", 0};
    drg_text line = text_slice(document, 0, eval_line_end(document, 0));
    const char *equals = memchr(line.data, '=', line.size);
    return equals ? text_trim(text_slice(line, (size_t)(equals - line.data) + 1, line.size)) : (drg_text){"", 0};
}

static drg_status add_document(eval_run *run, drg_text conllu, drg_error *error)
{
    drg_document *gold = NULL, *found = NULL;
    drg_source source = {0};
    drg_status status = drg_session_read_conllu(run->session, &source, conllu, DRG_CONLLU_TREES, &gold, error);
    if (status == DRG_OK && run->gold_tokens)
        status = drg_session_read_conllu(run->session, &source, conllu, DRG_CONLLU_TOKENS, &found, error);
    else if (status == DRG_OK) {
        source.text = drg_document_text(gold);
        status = drg_session_read(run->session, &source, &found, error);
    }
    if (status == DRG_OK && score_add(run->state, gold, found)) run->documents++;
    drg_document_close(gold);
    drg_document_close(found);
    return status;
}

static bool add_treebank(eval_run *run, const char *path, drg_text bytes)
{
    drg_error error = {""};
    for (size_t at = 0; at < bytes.size;) {
        size_t end = eval_document_end(bytes, at);
        drg_text document = text_slice(bytes, at, end);
        drg_text name = eval_document_name(document);
        at = end;
        if (!eval_is_wanted(run, name)) continue;
        if (add_document(run, document, &error) != DRG_OK)
            return eval_complain(path, "document '%.*s': %s", TEXT_PRINT(name), error.message);
    }
    return true;
}

static void report_counts(eval_run *run)
{
    const score_counts *counts = run->state;
    for (score_metric metric = 0; metric < SCORE_METRIC_COUNT; metric++)
        eval_put_count(run, score_name(metric), counts->of[metric]);
}

const eval_task EVAL_TREEBANK = {
    .name = "treebank",
    .about = "gold CoNLL-U: tokens, sentences, tags, lemmas, heads (UAS), relations (LAS), as in CoNLL 2018",
    .suffix = ".conllu",
    .depth = DRG_DEPTH_LANGUAGE,
    .open = open_counts,
    .add = add_treebank,
    .report = report_counts,
    .close = close_counts,
};
