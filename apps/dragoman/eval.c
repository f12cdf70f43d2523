/* SPDX-License-Identifier: Apache-2.0
 * dragoman eval: gold files in, accuracy out; kept in eval/scores.csv. Each kind of gold file is a task of its own, see
 * eval.h. */
#include "eval.h"

#include <dirent.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "commands.h"

static const eval_task *const TASKS[] = {&EVAL_TREEBANK, &EVAL_ENTITIES, &EVAL_OFFICES,    &EVAL_COREFERENCE,
                                         &EVAL_TIMES,    &EVAL_PLACES,   &EVAL_CORPUS,     &EVAL_RELATION,
                                         &EVAL_QUAD,     &EVAL_ROLES,    &EVAL_FACTUALITY, &EVAL_ATTRIBUTION,
                                         &EVAL_PETRARCH, &EVAL_TRIGGERS, &EVAL_TALKS};

static const command_option OPTIONS[] = {
    SETTINGS_DATA,
    {OPTION_TASK, "task", "TASK", "what is measured, see above; else treebank"},
    {OPTION_GOLD_TOKENS, "gold-tokens", NULL, "take sentences and tokens from the gold file; else from the raw text"},
    {OPTION_ONLY, "only", "START,...",
     "only documents whose name (\"# newdoc id\", DOCNO, docid) starts like one of these"},
    {OPTION_NAME, "name", "NAME", "what the set is called in the scores (default: the first file's name)"},
    {OPTION_DATA_FOLDER, "data-folder", "FOLDER",
     "petrarch: the cues, classes and language lists that the dictionaries are built with\n(default: data)"},
    {OPTION_MODELS, "models", "FOLDER", "petrarch: the trained models (default: models)"},
    {OPTION_SAVE, "save", "FILE", "also put the scores into this CSV file, in place of the set's earlier ones"},
    {OPTION_ERRORS, "errors", NULL, "print each error with its words"},
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "eval",
    .arguments = "FILE|FOLDER...",
    .about = "Reads gold files and measures how much of them dragoman finds by itself: precision, recall and F1. Of a\n"
             "folder, all files of the task's kind are read. Tasks:\n"
             "  treebank   gold CoNLL-U: tokens, sentences, tags, lemmas, heads (UAS), relations (LAS), as in\n"
             "             the CoNLL 2018 shared task\n"
             "  entities   CoNLL-U with GUM's entity brackets: named persons, organisations, places in the raw text\n"
             "  offices    sentences with a day and a mention: its country, sector, person and role\n"
             "  coreference  rows of GAP (TSV): a pronoun resolved to the right one of two names\n"
             "  places     XML of LGL and GeoVirus: names of places, found and put where they lie\n"
             "  factuality  JSON lines with words and a factuality of -3 to 3: did it happen, by its sign; values\n"
             "             between -1 and 1 have none. Files of MEANTIME leave time out: planned is positive there\n"
             "  attribution  PolNeAR (.ann beside ../text): tokens of sources and contents of all attributions\n"
             "             of a text together\n"
             "  corpus     the open corpus: events by type, mode and arguments, and texts without any; one fifth is\n"
             "             held back (--only held), the rest is for development (--only development)\n"
             "  relation   sentences with who acts and who is acted on (TSV): the PLOVER root type and quad class\n"
             "  quad       sentences with a quad class of 0 to 4 (TSV)\n"
             "  roles      tokens tagged as who acts (S) and who is acted on (T)\n"
             "  triggers   M2E2 (JSON): words that tell of a meeting, an attack, a demonstration or an arrest, also\n"
             "             those that make no event because no party is named or the act is only mentioned\n"
             "  petrarch   PETRARCH's unit records (XML), coded with the dictionaries beside them",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman eval --name ewt-dev-raw en_ewt-ud-dev.conllu\n"
                "      from raw text\n"
                "  dragoman eval --gold-tokens --only GUM_news,GUM_interview --save eval/scores.csv gum-dev.conllu\n",
};

static bool take_task(eval_run *run, const char *value)
{
    for (size_t i = 0; i < sizeof TASKS / sizeof *TASKS; i++)
        if (strcmp(TASKS[i]->name, value) == 0) {
            run->task = TASKS[i];
            return true;
        }
    return options_complain(&COMMAND, "there is no task '%s'", value);
}

static bool take(void *context, option_id id, const char *value)
{
    eval_run *run = context;
    switch (id) {
    case OPTION_TASK: return take_task(run, value);
    case OPTION_GOLD_TOKENS: run->gold_tokens = true; return true;
    case OPTION_ERRORS: run->errors = true; return true;
    case OPTION_NAME: run->name = value; return true;
    case OPTION_SAVE: run->save = value; return true;
    case OPTION_ONLY: run->only = value; return true;
    case OPTION_DATA_FOLDER: run->data_folder = value; return true;
    case OPTION_MODELS: run->model_folder = value; return true;
    default: return settings_take(&run->settings, id, value);
    }
}

/* ---------------------------------------------------------------- for the tasks */

bool eval_complain(const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "dragoman eval: %s: ", path);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return false;
}

void eval_error(const eval_run *run, const char *path, const char *format, ...)
{
    if (!run->errors) return;
    va_list arguments;
    va_start(arguments, format);
    printf("%s: ", path);
    vprintf(format, arguments);
    putchar('\n');
    va_end(arguments);
}

size_t eval_line_end(drg_text text, size_t at)
{
    const char *found = memchr(text.data + at, '\n', text.size - at);
    return found ? (size_t)(found - text.data) : text.size;
}

bool eval_is_wanted(const eval_run *run, drg_text name)
{
    for (const char *at = run->only; at && *at;) {
        size_t size = strcspn(at, ",");
        if (size && name.size >= size && memcmp(name.data, at, size) == 0) return true;
        at += size + (at[size] == ',');
    }
    return !run->only;
}

static void keep_figure(eval_run *run, const char *name, double value)
{
    if (run->figure_count == EVAL_FIGURES) return;
    eval_figure *figure = &run->figures[run->figure_count++];
    snprintf(figure->name, sizeof figure->name, "%s", name);
    figure->value = value;
}

static double percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0.0;
}

void eval_put_count(eval_run *run, const char *name, score_count count)
{
    printf("%-24s %7zu gold %7zu found %7zu right   P %6.2f  R %6.2f  F1 %6.2f\n", name, count.gold, count.found,
           count.right, percent(count.right, count.found), percent(count.right, count.gold), score_f1(count));
    keep_figure(run, name, score_f1(count));
}

void eval_put_share(eval_run *run, const char *name, size_t right, size_t all)
{
    printf("%-24s %7zu of %7zu   %6.2f %%\n", name, right, all, percent(right, all));
    keep_figure(run, name, percent(right, all));
}

void eval_put_value(eval_run *run, const char *name, double value)
{
    printf("%-24s %43.2f\n", name, value);
    keep_figure(run, name, value);
}

/* ---------------------------------------------------------------- files */

bool eval_read_file(const char *path, line_buffer *ret_bytes)
{
    FILE *file = fopen(path, "rb");
    line_buffer bytes = {0};
    char piece[65536];
    size_t size;
    while (file && (size = fread(piece, 1, sizeof piece, file)) > 0) buffer_add(&bytes, (drg_text){piece, size});
    bool failed = !file || ferror(file);
    if (failed) eval_complain(path, "%s", strerror(errno));
    if (file) fclose(file);
    if (failed) buffer_free(&bytes);
    *ret_bytes = bytes;
    return !failed;
}

static bool add_file(eval_run *run, const char *path)
{
    line_buffer bytes;
    if (!eval_read_file(path, &bytes)) return false;
    bool good = run->task->add(run, path, (drg_text){bytes.data ? bytes.data : "", bytes.size});
    buffer_free(&bytes);
    return good;
}

static bool has_suffix(const char *name, const char *suffix)
{
    size_t size = strlen(name), wanted = strlen(suffix);
    return size > wanted && strcmp(name + size - wanted, suffix) == 0;
}

static int compare_entries(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name); /* bytes, not the locale */
}

static bool add_folder(eval_run *run, const char *path)
{
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, compare_entries);
    if (count < 0) return eval_complain(path, "%s", strerror(errno));
    bool good = true;
    for (int i = 0; i < count; i++) {
        line_buffer file = {0};
        buffer_format(&file, "%s/%s", path, entries[i]->d_name);
        if (good && has_suffix(entries[i]->d_name, run->task->suffix)) good = add_file(run, file.data);
        buffer_free(&file);
        free(entries[i]);
    }
    free(entries);
    return good;
}

static bool add_path(eval_run *run, const char *path)
{
    struct stat about;
    bool folder = stat(path, &about) == 0 && S_ISDIR(about.st_mode);
    return folder ? add_folder(run, path) : add_file(run, path);
}

/* ---------------------------------------------------------------- scores.csv */

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
        size_t end = eval_line_end(text, at);
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
    if (!good) eval_complain(path, "%s", strerror(errno));
    buffer_free(&part);
    return good;
}

static bool save_scores(const eval_run *run)
{
    line_list list = {0};
    FILE *old = fopen(run->save, "rb");
    if (old) {
        line_buffer bytes;
        fclose(old);
        if (!eval_read_file(run->save, &bytes)) return false;
        list_keep_others(&list, (drg_text){bytes.data ? bytes.data : "", bytes.size}, run->name);
        buffer_free(&bytes);
    }
    for (size_t i = 0; i < run->figure_count; i++) {
        line_buffer line = {0};
        buffer_format(&line, "%s,%s,%.2f", run->name, run->figures[i].name, run->figures[i].value);
        list_add(&list, (drg_text){line.data, line.size});
        buffer_free(&line);
    }
    qsort(list.items, list.count, sizeof *list.items, compare_lines);
    bool good = write_lines(run->save, &list);
    for (size_t i = 0; i < list.count; i++) free(list.items[i]);
    free(list.items);
    return good;
}

/* ---------------------------------------------------------------- the command */

static bool measure(eval_run *run)
{
    for (size_t i = 0; i < run->settings.path_count; i++)
        if (!add_path(run, run->settings.paths[i])) return false;
    if (!run->documents) {
        fprintf(stderr, "dragoman eval: there is no document to score\n");
        return false;
    }
    printf("%s: %zu documents%s\n", run->name, run->documents, run->gold_tokens ? ", gold tokens" : "");
    run->task->report(run);
    return !run->save || save_scores(run);
}

static int evaluate(eval_run *run)
{
    drg_engine *engine = settings_engine(&run->settings);
    drg_error error = {""};
    drg_options options = {.depth = run->task->depth, .readings = run->task->readings, .explain = run->task->explain};
    if (!engine) return EXIT_WRONG;
    run->engine = engine;
    bool good = drg_session_open(engine, &options, &run->session, &error) == DRG_OK;
    if (!good) fprintf(stderr, "dragoman eval: %s\n", error.message);
    if (good && run->task->open) good = run->task->open(run);
    good = good && measure(run);
    if (run->task->close) run->task->close(run);
    drg_session_close(run->session);
    drg_engine_close(engine);
    return good ? options_exit(OPTIONS_GO_ON) : EXIT_FAILED;
}

int eval_main(int argc, char **argv)
{
    eval_run run = {.task = &EVAL_TREEBANK};
    settings_start(&run.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &run);
    if (result == OPTIONS_GO_ON && !run.settings.path_count) {
        options_complain(&COMMAND, "wants a file or folder of gold data");
        result = OPTIONS_WRONG;
    }
    if (result == OPTIONS_GO_ON && !run.name) run.name = run.settings.paths[0];
    int code = result == OPTIONS_GO_ON ? evaluate(&run) : options_exit(result);
    settings_end(&run.settings);
    return code;
}
