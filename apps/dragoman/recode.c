/* SPDX-License-Identifier: Apache-2.0
 * dragoman recode: the texts of a record file coded again; what came, went or changed. */
#include <errno.h>
#include <stdio.h>

#include "batch.h"
#include "buffer.h"
#include "commands.h"
#include "comparison.h"

static const command_option OPTIONS[] = {
    {OPTION_DATABASE, "database", "FILE", "the record file; also -d FILE"},
    {OPTION_DIFF, "diff", NULL, "list each line that came (+), went (-) or changed (~)"},
    {OPTION_FORMAT, "format", "FORMAT", "of the list: text (default), or ndjson"},
    {OPTION_REPLACE, "replace", NULL, "write the new coding into the record; else it stays as it is"},
    {OPTION_THREADS, "threads", "N", "threads, 1 to 1024; else one for each processor. The output is the same"},
    {OPTION_THREADS, "jobs", "N", "the same as --threads"},
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "recode",
    .arguments = "-d FILE",
    .about = "Codes the texts that a record file holds again, with this program and data file, and counts what\n"
             "came, went or changed: documents, actors, events, statements. An event or statement that was told\n"
             "by the same words counts as changed.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman recode -d record.db --diff\n"
                "      after a change under data/: what it does to the record\n"
                "  dragoman recode -d record.db --diff --format ndjson > changes.ndjson\n"
                "      the same for programs: the lines before and after\n"
                "  dragoman recode -d record.db --replace\n"
                "      and now for good\n",
};

/* Counted in this order. */
static const char *const KINDS[] = {"document", "actor", "event", "statement"};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

typedef struct recode_state {
    const drg_engine *engine;
    run_settings settings;
    const char *file;
    bool diff, ndjson, replace;
    drg_record *record; /* used where documents are delivered */
    drg_record *source; /* another handle, used where items are pulled */
    int64_t cursor;
    bool ended; /* the source is read, or cannot be read further */
    size_t documents, differing;
    size_t counts[KIND_COUNT][CHANGE_COUNT];
} recode_state;

static bool take(void *context, option_id id, const char *value)
{
    static const char *const FORMATS[] = {"text", "ndjson"};
    recode_state *state = context;
    switch (id) {
    case OPTION_DATABASE: state->file = value; return true;
    case OPTION_DIFF: state->diff = true; return true;
    case OPTION_REPLACE: state->replace = true; return true;
    case OPTION_FORMAT:
        if (options_choice(value, FORMATS, 2) == 2)
            return options_complain(&COMMAND, "--format is text or ndjson, not '%s'", value);
        state->ndjson = options_choice(value, FORMATS, 2) == 1;
        return true;
    case OPTION_PATH: return options_complain(&COMMAND, "the texts are those of the record; what is '%s'?", value);
    default: return settings_take(&state->settings, id, value);
    }
}

static bool start(void *context, const drg_engine *engine, drg_error *error)
{
    recode_state *state = context;
    drg_access access = state->replace ? DRG_ACCESS_WRITE : DRG_ACCESS_READ;
    state->engine = engine;
    return drg_record_open(state->file, access, &state->record, error) == DRG_OK &&
           drg_record_open(state->file, DRG_ACCESS_READ, &state->source, error) == DRG_OK &&
           drg_record_engine(state->record, engine, error) == DRG_OK;
}

/* A record that cannot be read on is one failure, and the end. */
static drg_status pull(void *context, drg_item *ret_item, bool *ret_end, drg_error *error)
{
    recode_state *state = context;
    if (state->ended) {
        *ret_end = true;
        return DRG_OK;
    }
    drg_status status = drg_record_next(state->source, &state->cursor, ret_item, ret_end, error);
    state->ended = status != DRG_OK || *ret_end;
    return status;
}

/* ---------------------------------------------------------------- what is shown */

static void print_text(drg_text text, output_file *output)
{
    line_buffer clean = {0};
    buffer_add_clean(&clean, text);
    output_write(output, clean.data ? clean.data : "", clean.size);
    buffer_free(&clean);
}

static void print_fields(const record_change *change, output_file *output)
{
    drg_text name, value;
    for (size_t at = 0; json_next(change->before, &at, &name, &value);) {
        char key[64];
        snprintf(key, sizeof key, "%.*s", TEXT_PRINT(name));
        drg_text other = json_field(change->after, key);
        if (text_equal(value, other)) continue;
        fprintf(output->file, "      %s: ", key);
        print_text(value, output);
        fprintf(output->file, " -> ");
        print_text(other.size ? other : text_of("(none)"), output);
        fputc('\n', output->file);
    }
    for (size_t at = 0; json_next(change->after, &at, &name, &value);) {
        char key[64];
        snprintf(key, sizeof key, "%.*s", TEXT_PRINT(name));
        if (json_field(change->before, key).size) continue;
        fprintf(output->file, "      %s: (none) -> ", key);
        print_text(value, output);
        fputc('\n', output->file);
    }
}

/* What a reader knows the line by: an event's type and words, a statement's words, an actor's name. */
static void print_title(drg_text line, drg_text kind, output_file *output)
{
    static const char *const FIELDS[] = {"type", "mode", "status", "name"};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        drg_text value = json_field(line, FIELDS[i]);
        if (value.size < 2) continue;
        fputc(' ', output->file);
        print_text(text_slice(value, 1, value.size - 1), output);
    }
    drg_text words =
        text_is(kind, "event") ? json_field(json_field(line, "trigger"), "text") : json_field(line, "text");
    if (words.size) fputc(' ', output->file);
    print_text(words, output);
    fputc('\n', output->file);
}

static void print_change(const record_change *change, output_file *output)
{
    static const char MARKS[CHANGE_COUNT] = {'-', '+', '~'};
    drg_text line = change->before.size ? change->before : change->after, id = json_field(line, "id");
    fprintf(output->file, "  %c %.*s ", MARKS[change->change], TEXT_PRINT(change->kind));
    if (id.size > 2) print_text(text_slice(id, 1, id.size - 1), output);
    print_title(line, change->kind, output);
    if (change->change == CHANGE_CHANGED) print_fields(change, output);
}

static void print_json(const record_change *change, output_file *output)
{
    static const char *const NAMES[CHANGE_COUNT] = {"gone", "came", "changed"};
    fprintf(output->file, "{\"kind\":\"change\",\"change\":\"%s\",\"of\":\"%.*s\"", NAMES[change->change],
            TEXT_PRINT(change->kind));
    if (change->before.size) {
        fputs(",\"before\":", output->file);
        output_write(output, change->before.data, change->before.size);
    }
    if (change->after.size) {
        fputs(",\"after\":", output->file);
        output_write(output, change->after.data, change->after.size);
    }
    fputs("}\n", output->file);
}

static void print_changes(const recode_state *state, const drg_document *document, const record_changes *changes,
                          output_file *output)
{
    if (!state->diff || !changes->count) return;
    if (!state->ndjson) {
        print_text(drg_document_id(document), output);
        drg_text url = drg_document_source(document)->url;
        if (url.size) fputc(' ', output->file);
        print_text(url, output);
        fputc('\n', output->file);
    }
    for (size_t i = 0; i < changes->count; i++) {
        if (state->ndjson)
            print_json(&changes->items[i], output);
        else
            print_change(&changes->items[i], output);
    }
}

/* ---------------------------------------------------------------- comparing */

static bool into_buffer(void *context, const char *bytes, size_t size)
{
    buffer_add(context, (drg_text){bytes, size});
    return true;
}

static void count(recode_state *state, const record_changes *changes)
{
    state->differing += changes->count > 0;
    for (size_t i = 0; i < changes->count; i++)
        for (size_t k = 0; k < KIND_COUNT; k++)
            if (text_is(changes->items[i].kind, KINDS[k])) state->counts[k][changes->items[i].change]++;
}

static drg_status compare(recode_state *state, const drg_document *document, output_file *output)
{
    drg_document *stored = NULL;
    drg_error *problem = &output->problem;
    drg_status status = drg_record_load(state->record, drg_document_id(document), &stored, problem);
    if (status != DRG_OK) return status;
    line_buffer before = {0}, after = {0};
    status = drg_document_write(stored, DRG_FORMAT_NDJSON, NULL, into_buffer, &before, problem);
    if (status == DRG_OK) status = drg_document_write(document, DRG_FORMAT_NDJSON, NULL, into_buffer, &after, problem);
    record_changes changes = {0};
    if (status == DRG_OK)
        changes_find((drg_text){before.data, before.size}, (drg_text){after.data, after.size}, &changes);
    count(state, &changes);
    print_changes(state, document, &changes, output);
    changes_free(&changes);
    buffer_free(&before);
    buffer_free(&after);
    drg_document_close(stored);
    return status;
}

static bool recode(void *context, const drg_document *document, output_file *output)
{
    recode_state *state = context;
    drg_presence presence;
    state->documents++;
    if (compare(state, document, output) != DRG_OK) return false;
    if (ferror(output->file)) {
        if (!output->error) output->error = EIO;
        return false;
    }
    return !state->replace || drg_record_put(state->record, document, true, &presence, &output->problem) == DRG_OK;
}

static bool finish(void *context, drg_error *error)
{
    recode_state *state = context;
    if (state->replace && drg_record_gather(state->record, state->engine, error) != DRG_OK) return false;
    FILE *file = state->diff && state->ndjson ? stderr : stdout; /* the list is for programs then */
    fprintf(file, "%s: %zu of %zu documents differ%s\n", state->file, state->differing, state->documents,
            state->replace ? ", all are replaced" : "");
    for (size_t i = 0; i < KIND_COUNT; i++)
        fprintf(file, "  %-10s %6zu came %6zu went %6zu changed\n", KINDS[i], state->counts[i][CHANGE_CAME],
                state->counts[i][CHANGE_GONE], state->counts[i][CHANGE_CHANGED]);
    return true;
}

static int run(recode_state *state)
{
    text_batch batch = {.settings = &state->settings,
                        .options = {.depth = DRG_DEPTH_EVENTS},
                        .write = recode,
                        .context = state,
                        .start = start,
                        .finish = finish,
                        .pull = pull};
    int code = batch_run(&batch);
    drg_record_close(state->source);
    drg_record_close(state->record);
    return code;
}

int recode_main(int argc, char **argv)
{
    recode_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !state.file) {
        options_complain(&COMMAND, "which record file? -d FILE");
        result = OPTIONS_WRONG;
    }
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) code = run(&state);
    settings_end(&state.settings);
    return code;
}
