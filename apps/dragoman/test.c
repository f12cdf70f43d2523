/* SPDX-License-Identifier: Apache-2.0
 * dragoman test: the frames' own example sentences and corpus files in; what does not hold out. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands.h"
#include "settings.h"
#include "verdict.h"

static const command_option OPTIONS[] = {
    {OPTION_ONLY, "only", "WORDS", "only cases whose title, file, frame or text has these words in it"},
    {OPTION_ACCEPT, "accept", NULL,
     "rewrite the expected part of the corpus cases that fail with what comes out;\n"
     "comments, \"not\" lines and lines that hold stay"},
    {OPTION_VERBOSE, "verbose", NULL, "name each case that passes too"},
    {OPTION_THREADS, "threads", "N", "threads, 1 to 1024; else one for each processor"},
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "test",
    .arguments = "[PATH...]",
    .about =
        "Runs cases: without a PATH, the example sentences of all frames and the folder corpus/cases, if\n"
        "there is one; else the corpus files at the PATHs (files, or folders with .txt files). docs/corpus-format.md\n"
        "describes them. A :todo case has to fail still: when it passes, its mark is out of date.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman test\n"
                "  dragoman test --only consult.yaml#meet\n"
                "      the examples of one frame\n"
                "  dragoman test --accept corpus/cases/visits.txt && git diff corpus\n"
                "      to read what changed, and keep it or not\n",
};

/* A case of a corpus file, or an example of a frame. */
typedef struct test_trial {
    corpus_file *file;
    const corpus_case *one;
    const drg_example *example;
    line_buffer accepted; /* the new expected part */
    bool rewrite;
} test_trial;

typedef struct test_state {
    run_settings settings;
    const char *only;
    bool accept, verbose;
    corpus_file *files;
    size_t file_count;
    test_trial *trials;
    size_t trial_count, next;
    size_t passed, failed, todo, accepted, skipped;
} test_state;

static bool take(void *context, option_id id, const char *value)
{
    test_state *state = context;
    switch (id) {
    case OPTION_ONLY: state->only = value; return true;
    case OPTION_ACCEPT: state->accept = true; return true;
    case OPTION_VERBOSE: state->verbose = true; return true;
    default: return settings_take(&state->settings, id, value);
    }
}

/* ---------------------------------------------------------------- gathering */

static void add_file(test_state *state, const drg_item *item)
{
    line_buffer problem = {0};
    corpus_file file;
    char *path = memory_copy(item->origin);
    if (corpus_read(path, item->source.text, &file, &problem)) {
        state->files = memory_grow(state->files, (state->file_count + 1) * sizeof *state->files);
        state->files[state->file_count++] = file;
    } else {
        fprintf(stderr, "dragoman test: %s\n", problem.data);
        state->failed++;
    }
    buffer_free(&problem);
    free(path);
}

static bool read_files(test_state *state, const char *const *paths, size_t count)
{
    drg_reader *reader;
    drg_error error = {""};
    drg_reader_options options = {.input = DRG_INPUT_TEXT};
    if (drg_reader_open(paths, count, &options, &reader, &error) != DRG_OK) {
        fprintf(stderr, "dragoman test: %s\n", error.message);
        return false;
    }
    for (bool end = false; !end;) {
        drg_item item;
        if (drg_reader_next(reader, &item, &end, &error) != DRG_OK) {
            fprintf(stderr, "dragoman test: %s\n", error.message);
            state->failed++;
        } else if (!end) {
            add_file(state, &item);
        }
    }
    drg_reader_close(reader);
    return true;
}

static bool gather_files(test_state *state)
{
    static const char *const CORPUS[] = {"corpus/cases"};
    if (state->settings.path_count) return read_files(state, state->settings.paths, state->settings.path_count);
    return access(CORPUS[0], F_OK) != 0 || read_files(state, CORPUS, 1);
}

static bool has_words(const test_state *state, drg_text text)
{
    return text_find(text, text_of(state->only), 0) != SIZE_MAX;
}

static bool is_wanted(const test_state *state, const test_trial *trial)
{
    if (!state->only || !*state->only) return true;
    if (trial->example) return has_words(state, trial->example->rule) || has_words(state, trial->example->text);
    return has_words(state, text_of(trial->file->path)) || has_words(state, trial->one->title) ||
           has_words(state, trial->one->text);
}

static void add_trial(test_state *state, test_trial trial)
{
    if (!is_wanted(state, &trial)) return;
    if (trial.one && trial.one->skip) {
        state->skipped++;
        return;
    }
    state->trials[state->trial_count++] = trial;
}

static void gather_trials(test_state *state, const drg_engine *engine)
{
    size_t examples = state->settings.path_count ? 0 : drg_engine_example_count(engine), count = examples;
    for (size_t i = 0; i < state->file_count; i++) count += state->files[i].case_count;
    state->trials = memory_take(count * sizeof *state->trials);
    for (size_t i = 0; i < examples; i++) add_trial(state, (test_trial){.example = &drg_engine_examples(engine)[i]});
    for (size_t i = 0; i < state->file_count; i++)
        for (size_t k = 0; k < state->files[i].case_count; k++)
            add_trial(state, (test_trial){.file = &state->files[i], .one = &state->files[i].cases[k]});
}

/* ---------------------------------------------------------------- running */

static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    test_state *state = context;
    (void)error;
    *ret_end = state->next == state->trial_count;
    if (*ret_end) return DRG_OK;
    const test_trial *trial = &state->trials[state->next++];
    *ret_item = (drg_item){0};
    ret_item->source.text = trial->example ? trial->example->text : trial->one->text;
    ret_item->source.published = trial->example ? trial->example->date : trial->one->date;
    if (trial->one) ret_item->source.id = trial->one->id;
    return DRG_OK;
}

static void print_name(const test_trial *trial)
{
    if (trial->example)
        printf("%.*s line %u: %.*s\n", TEXT_PRINT(trial->example->rule), (unsigned)trial->example->line,
               TEXT_PRINT(trial->example->text));
    else
        printf("%s line %zu: %.*s\n", trial->file->path, trial->one->line, TEXT_PRINT(trial->one->title));
}

static void print_failure(test_state *state, const test_trial *trial, const char *complaints)
{
    state->failed++;
    printf("FAILED ");
    print_name(trial);
    printf("%s", complaints);
}

static void settle_todo(test_state *state, const test_trial *trial, const test_verdict *verdict)
{
    if (verdict->complaints)
        state->todo++;
    else
        print_failure(state, trial, "    passes: it is no longer :todo\n");
}

static void settle(test_state *state, test_trial *trial, const test_verdict *verdict, const drg_document *document,
                   const line_buffer *complaints)
{
    if (trial->one && trial->one->todo) {
        settle_todo(state, trial, verdict);
    } else if (!verdict->complaints) {
        state->passed++;
        if (state->verbose) printf("passed ");
        if (state->verbose) print_name(trial);
    } else if (state->accept && trial->one) {
        state->accepted++;
        trial->rewrite = true;
        verdict_accept(trial->file, trial->one, verdict, document, &trial->accepted);
        printf("accepted ");
        print_name(trial);
    } else {
        print_failure(state, trial, complaints->data);
    }
}

static bool deliver(void *context, const drg_delivery *delivery)
{
    test_state *state = context;
    test_trial *trial = &state->trials[delivery->index];
    line_buffer complaints = {0};
    if (delivery->document) {
        test_verdict verdict = trial->example ? verdict_of_example(trial->example, delivery->document, &complaints)
                                              : verdict_of_case(trial->one, delivery->document, &complaints);
        settle(state, trial, &verdict, delivery->document, &complaints);
        verdict_free(&verdict);
    } else {
        buffer_format(&complaints, "    %s\n", delivery->message);
        print_failure(state, trial, complaints.data);
    }
    buffer_free(&complaints);
    return true;
}

/* ---------------------------------------------------------------- rewriting */

static bool write_whole(const char *path, const line_buffer *content)
{
    line_buffer part = {0};
    buffer_format(&part, "%s.part", path);
    FILE *file = fopen(part.data, "wb");
    bool good = file && (content->size == 0 || fwrite(content->data, 1, content->size, file) == content->size);
    if (file && fclose(file) != 0) good = false;
    good = good && rename(part.data, path) == 0;
    if (!good) {
        fprintf(stderr, "dragoman test: cannot write %s: %s\n", path, strerror(errno));
        remove(part.data);
    }
    buffer_free(&part);
    return good;
}

/* Puts the accepted parts into the file. The trials of a file stand in its order. */
static bool rewrite_file(const test_state *state, const corpus_file *file)
{
    line_buffer content = {0};
    size_t at = 0;
    for (size_t i = 0; i < state->trial_count; i++) {
        const test_trial *trial = &state->trials[i];
        if (trial->file != file || !trial->rewrite) continue;
        buffer_add(&content, (drg_text){file->bytes + at, trial->one->expected_begin - at});
        buffer_add(&content, (drg_text){trial->accepted.data, trial->accepted.size});
        at = trial->one->expected_end;
    }
    bool good = true;
    if (at) {
        buffer_add(&content, (drg_text){file->bytes + at, file->size - at});
        good = write_whole(file->path, &content);
    }
    buffer_free(&content);
    return good;
}

static int run(test_state *state, const drg_engine *engine)
{
    drg_error error = {""};
    drg_options options = {.depth = DRG_DEPTH_EVENTS};
    gather_trials(state, engine);
    drg_status status = drg_engine_run(engine, &options, state->settings.threads, pull, state, deliver, state, &error);
    if (status != DRG_OK) {
        fprintf(stderr, "dragoman test: %s\n", error.message);
        return EXIT_FAILED;
    }
    for (size_t i = 0; i < state->file_count; i++)
        if (!rewrite_file(state, &state->files[i])) state->failed++;
    printf("%zu passed, %zu failed", state->passed, state->failed);
    if (state->accepted) printf(", %zu accepted", state->accepted);
    if (state->todo) printf(", %zu to do", state->todo);
    if (state->skipped) printf(", %zu skipped", state->skipped);
    printf("\n");
    if (fflush(stdout) != 0) return EXIT_FAILED;
    if (!state->trial_count && !state->skipped) fprintf(stderr, "dragoman test: there is no such case\n");
    return state->failed || (!state->trial_count && !state->skipped) ? EXIT_FAILED : 0;
}

static void close_state(test_state *state)
{
    for (size_t i = 0; i < state->trial_count; i++) buffer_free(&state->trials[i].accepted);
    for (size_t i = 0; i < state->file_count; i++) corpus_free(&state->files[i]);
    free(state->trials);
    free(state->files);
    settings_end(&state->settings);
}

int test_main(int argc, char **argv)
{
    test_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) {
        drg_engine *engine = settings_engine(&state.settings);
        code = !engine ? EXIT_WRONG : gather_files(&state) ? run(&state, engine) : EXIT_FAILED;
        drg_engine_close(engine);
    }
    close_state(&state);
    return code;
}
