/* SPDX-License-Identifier: Apache-2.0
 * dragoman eval: gold treebanks in, accuracy out; kept in eval/scores.csv. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "commands.h"
#include "options.h"
#include "score.h"
#include "settings.h"

static const command_option OPTIONS[] = {
    SETTINGS_DATA,
    {OPTION_GOLD_TOKENS, "gold-tokens", NULL, "take sentences and tokens from the gold file; else from the raw text"},
    {OPTION_ONLY, "only", "START,...", "only documents whose \"# newdoc id\" starts like one of these"},
    {OPTION_NAME, "name", "NAME", "what the set is called in the scores (default: the first file's name)"},
    {OPTION_SAVE, "save", "FILE", "also put the scores into this CSV file, in place of the set's earlier ones"},
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "eval",
    .arguments = "FILE...",
    .about =
        "Reads gold CoNLL-U and measures how much of it dragoman finds by itself: F1 of tokens, sentences, words,\n"
        "tags, features, lemmas, heads (UAS) and heads with their relations (LAS), as in the CoNLL 2018 shared task.\n"
        "The raw text is put together from the forms, with an empty line between paragraphs; each document of the\n"
        "file (\"# newdoc\") is read on its own.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman eval --name ewt-dev-raw en_ewt-ud-dev.conllu\n"
                "      from raw text\n"
                "  dragoman eval --gold-tokens --only GUM_news,GUM_interview --save eval/scores.csv gum-dev.conllu\n",
};

typedef struct eval_state {
    run_settings settings;
    bool gold_tokens;
    const char *only, *name, *save;
    drg_session *session;
    score_counts counts;
    size_t documents;
} eval_state;

static bool take(void *context, option_id id, const char *value)
{
    eval_state *state = context;
    switch (id) {
    case OPTION_GOLD_TOKENS: state->gold_tokens = true; return true;
    case OPTION_NAME: state->name = value; return true;
    case OPTION_SAVE: state->save = value; return true;
    case OPTION_ONLY: state->only = value; return true;
    default: return settings_take(&state->settings, id, value);
    }
}

/* ---------------------------------------------------------------- reading */

/* The whole file; false after a message. The caller frees it. */
static bool read_file(const char *path, drg_text *ret_text)
{
    FILE *file = fopen(path, "rb");
    line_buffer bytes = {0};
    char piece[65536];
    size_t size;
    while (file && (size = fread(piece, 1, sizeof piece, file)) > 0) buffer_add(&bytes, (drg_text){piece, size});
    bool failed = !file || ferror(file);
    if (failed) fprintf(stderr, "dragoman eval: %s: %s\n", path, strerror(errno));
    if (file) fclose(file);
    *ret_text = (drg_text){bytes.data ? bytes.data : "", bytes.size};
    if (failed) buffer_free(&bytes);
    return !failed;
}

static size_t line_end(drg_text text, size_t at)
{
    const char *found = memchr(text.data + at, '\n', text.size - at);
    return found ? (size_t)(found - text.data) : text.size;
}

static bool starts_document(drg_text text, size_t at)
{
    static const char mark[] = "# newdoc";
    return text.size - at >= sizeof mark - 1 && memcmp(text.data + at, mark, sizeof mark - 1) == 0;
}

/* The end of the document that starts at `at`: the next line with "# newdoc". */
static size_t document_end(drg_text text, size_t at)
{
    for (at = line_end(text, at) + 1; at < text.size; at = line_end(text, at) + 1)
        if (starts_document(text, at)) return at;
    return text.size;
}

/* "GUM_news_iodine" of "# newdoc id = GUM_news_iodine"; empty when the document has no name. */
static drg_text document_name(drg_text document)
{
    if (!starts_document(document, 0)) return (drg_text){"", 0};
    drg_text line = text_slice(document, 0, line_end(document, 0));
    const char *equals = memchr(line.data, '=', line.size);
    return equals ? text_trim(text_slice(line, (size_t)(equals - line.data) + 1, line.size)) : (drg_text){"", 0};
}

static bool is_wanted(const char *only, drg_text name)
{
    for (const char *at = only; at && *at;) {
        size_t size = strcspn(at, ",");
        if (size && name.size >= size && memcmp(name.data, at, size) == 0) return true;
        at += size + (at[size] == ',');
    }
    return !only;
}

static drg_status add_document(eval_state *state, drg_text conllu, drg_error *error)
{
    drg_document *gold = NULL, *found = NULL;
    drg_source source = {0};
    drg_status status = drg_session_read_conllu(state->session, &source, conllu, DRG_CONLLU_TREES, &gold, error);
    if (status == DRG_OK && state->gold_tokens)
        status = drg_session_read_conllu(state->session, &source, conllu, DRG_CONLLU_TOKENS, &found, error);
    else if (status == DRG_OK) {
        source.text = drg_document_text(gold);
        status = drg_session_read(state->session, &source, &found, error);
    }
    if (status == DRG_OK && score_add(&state->counts, gold, found)) state->documents++;
    drg_document_close(gold);
    drg_document_close(found);
    return status;
}

static bool add_file(eval_state *state, const char *path)
{
    drg_text text;
    drg_error error = {""};
    if (!read_file(path, &text)) return false;
    drg_status status = DRG_OK;
    for (size_t at = 0; at < text.size && status == DRG_OK;) {
        size_t end = document_end(text, at);
        drg_text document = text_slice(text, at, end);
        drg_text name = document_name(document);
        at = end;
        if (!is_wanted(state->only, name)) continue;
        status = add_document(state, document, &error);
        if (status != DRG_OK)
            fprintf(stderr, "dragoman eval: %s, document '%.*s': %s\n", path, TEXT_PRINT(name), error.message);
    }
    free((void *)text.data);
    return status == DRG_OK;
}

/* ---------------------------------------------------------------- writing */

static void print_scores(const eval_state *state)
{
    printf("%s: %zu documents, %s\n%-10s %9s %9s %9s %9s %9s\n", state->name, state->documents,
           state->gold_tokens ? "gold tokens" : "raw text", "", "gold", "found", "right", "recall", "F1");
    for (score_metric metric = 0; metric < SCORE_METRIC_COUNT; metric++) {
        score_count count = state->counts.of[metric];
        double recall = count.gold ? 100.0 * (double)count.right / (double)count.gold : 0.0;
        printf("%-10s %9zu %9zu %9zu %9.2f %9.2f\n", score_name(metric), count.gold, count.found, count.right, recall,
               score_f1(count));
    }
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

typedef struct line_list {
    char **items;
    size_t count;
} line_list;

static void list_add(line_list *list, drg_text line)
{
    list->items = memory_grow(list->items, (list->count + 1) * sizeof *list->items);
    list->items[list->count++] = memory_copy(line);
}

/* The rows of the file that belong to other sets. */
static void list_keep_others(line_list *list, drg_text text, const char *name)
{
    size_t size = strlen(name);
    for (size_t at = 0; at < text.size;) {
        size_t end = line_end(text, at);
        drg_text line = text_trim(text_slice(text, at, end));
        bool ours = line.size > size && memcmp(line.data, name, size) == 0 && line.data[size] == ',';
        if (line.size && !ours && !text_is(line, "set,metric,value")) list_add(list, line);
        at = end + 1;
    }
}

static bool write_lines(const char *path, const line_list *list)
{
    line_buffer part = {0};
    buffer_format(&part, "%s.part", path);
    FILE *file = fopen(part.data, "wb");
    bool good = file && fputs("set,metric,value\n", file) >= 0;
    for (size_t i = 0; good && i < list->count; i++) good = fprintf(file, "%s\n", list->items[i]) > 0;
    if (file && fclose(file) != 0) good = false;
    good = good && rename(part.data, path) == 0;
    if (!good) fprintf(stderr, "dragoman eval: %s: %s\n", path, strerror(errno));
    buffer_free(&part);
    return good;
}

static bool save_scores(const eval_state *state)
{
    line_list list = {0};
    drg_text text;
    FILE *old = fopen(state->save, "rb");
    if (old) {
        fclose(old);
        if (!read_file(state->save, &text)) return false;
        list_keep_others(&list, text, state->name);
        if (text.size) free((void *)text.data);
    }
    for (score_metric metric = 0; metric < SCORE_METRIC_COUNT; metric++) {
        line_buffer line = {0};
        buffer_format(&line, "%s,%s,%.2f", state->name, score_name(metric), score_f1(state->counts.of[metric]));
        list_add(&list, (drg_text){line.data, line.size});
        buffer_free(&line);
    }
    qsort(list.items, list.count, sizeof *list.items, compare_lines);
    bool good = write_lines(state->save, &list);
    for (size_t i = 0; i < list.count; i++) free(list.items[i]);
    free(list.items);
    return good;
}

static bool run(eval_state *state)
{
    for (size_t i = 0; i < state->settings.path_count; i++)
        if (!add_file(state, state->settings.paths[i])) return false;
    if (!state->documents) {
        fprintf(stderr, "dragoman eval: there is no document to score\n");
        return false;
    }
    print_scores(state);
    return !state->save || save_scores(state);
}

static int evaluate(eval_state *state)
{
    drg_engine *engine = settings_engine(&state->settings);
    drg_error error = {""};
    drg_options options = {.depth = DRG_DEPTH_LANGUAGE};
    if (!engine) return EXIT_WRONG;
    bool good = drg_session_open(engine, &options, &state->session, &error) == DRG_OK;
    if (!good) fprintf(stderr, "dragoman eval: %s\n", error.message);
    good = good && run(state);
    drg_session_close(state->session);
    drg_engine_close(engine);
    return good ? options_exit(OPTIONS_GO_ON) : EXIT_FAILED;
}

int eval_main(int argc, char **argv)
{
    eval_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !state.settings.path_count) {
        options_complain(&COMMAND, "wants a file in CoNLL-U");
        result = OPTIONS_WRONG;
    }
    if (result == OPTIONS_GO_ON && !state.name) state.name = state.settings.paths[0];
    int code = result == OPTIONS_GO_ON ? evaluate(&state) : options_exit(result);
    settings_end(&state.settings);
    return code;
}
