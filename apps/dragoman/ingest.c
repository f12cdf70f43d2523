/* SPDX-License-Identifier: Apache-2.0
 * dragoman ingest: texts in, their record into a file. */
#include <stdatomic.h>
#include <stdio.h>

#include "batch.h"
#include "buffer.h"
#include "commands.h"

static const command_option OPTIONS[] = {
    {OPTION_DATABASE, "database", "FILE", "the record file, made where there is none; also -d FILE"},
    {OPTION_REPLACE, "update", NULL,
     "a text whose id is there with another wording, date or title takes the\n"
     "place of that one; else it is named and the first stays"},
    {OPTION_THREADS, "jobs", "N", "the same as --threads"},
    SETTINGS_INPUT,
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "ingest",
    .arguments = "-d FILE [PATH...]",
    .about = "Codes reports and stores texts and record in a file, an SQLite database (docs/record-file.md).\n"
             "PATHs are those of dragoman code. What is there already is not coded again, so that the same\n"
             "command goes on where another one was stopped, at whatever instant, and adds what is new. One\n"
             "program writes to a file at a time; any number may read it meanwhile.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman ingest -d record.db news/ dump.ndjson\n"
                "      all reports of a folder and a file\n"
                "  sqlite3 record.db \"SELECT * FROM event_list WHERE type = 'CONSULT'\"\n"
                "      events with actors, places, dates and the sentences that tell them\n",
};

typedef struct ingest_state {
    const drg_engine *engine;
    run_settings settings;
    const char *file;
    bool update;
    drg_record *record; /* used where documents are delivered */
    drg_record *known;  /* another handle, used where items are pulled */
    atomic_size_t present;
    size_t added, updated, refused;
} ingest_state;

static bool take(void *context, option_id id, const char *value)
{
    ingest_state *state = context;
    switch (id) {
    case OPTION_DATABASE: state->file = value; return true;
    case OPTION_REPLACE: state->update = true; return true;
    default: return settings_take(&state->settings, id, value);
    }
}

static bool start(void *context, const drg_engine *engine, drg_error *error)
{
    ingest_state *state = context;
    state->engine = engine;
    return drg_record_open(state->file, DRG_ACCESS_CREATE, &state->record, error) == DRG_OK &&
           drg_record_open(state->file, DRG_ACCESS_READ, &state->known, error) == DRG_OK &&
           drg_record_engine(state->record, engine, error) == DRG_OK;
}

/* Saves the coding of what is there. What goes wrong here goes wrong at writing too, and is told there. */
static bool pass_over(void *context, const drg_item *item)
{
    ingest_state *state = context;
    drg_presence presence = DRG_ABSENT;
    if (drg_record_find(state->known, item, &presence, NULL) != DRG_OK || presence != DRG_PRESENT) return false;
    atomic_fetch_add(&state->present, 1);
    return true;
}

static bool store(void *context, const drg_document *document, output_file *output)
{
    ingest_state *state = context;
    drg_presence presence;
    drg_text id = drg_document_id(document);
    if (drg_record_put(state->record, document, false, &presence, &output->problem) != DRG_OK) return false;
    if (presence == DRG_PRESENT_OTHERWISE && state->update &&
        drg_record_put(state->record, document, true, &presence, &output->problem) != DRG_OK)
        return false;
    switch (presence) {
    case DRG_ABSENT: state->added++; break;
    case DRG_PRESENT: atomic_fetch_add(&state->present, 1); break;
    case DRG_PRESENT_OTHERWISE:
        if (state->update) {
            state->updated++;
            break;
        }
        state->refused++;
        fprintf(stderr,
                "dragoman: %.*s: is in %s with another text, date or title, which stays; --update takes this one\n",
                TEXT_PRINT(id), state->file);
    }
    return true;
}

static bool finish(void *context, drg_error *error)
{
    ingest_state *state = context;
    drg_record_counts counts;
    if (drg_record_gather(state->record, state->engine, error) != DRG_OK ||
        drg_record_count(state->record, &counts, error) != DRG_OK)
        return false;
    printf("%s: %zu texts new, %zu updated, %zu there already; now %llu documents, %llu events, %llu statements\n",
           state->file, state->added, state->updated, atomic_load(&state->present),
           (unsigned long long)counts.documents, (unsigned long long)counts.events,
           (unsigned long long)counts.statements);
    return true;
}

static int run(ingest_state *state)
{
    text_batch batch = {.settings = &state->settings,
                        .options = {.depth = DRG_DEPTH_EVENTS},
                        .write = store,
                        .context = state,
                        .start = start,
                        .pass_over = pass_over,
                        .finish = finish};
    int code = batch_run(&batch);
    drg_record_close(state->known);
    drg_record_close(state->record);
    return code == 0 && state->refused ? EXIT_FAILED : code;
}

int ingest_main(int argc, char **argv)
{
    ingest_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !state.file) {
        options_complain(&COMMAND, "which record file? -d FILE");
        result = OPTIONS_WRONG;
    }
    if (result == OPTIONS_GO_ON && !settings_check(&state.settings)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) code = run(&state);
    settings_end(&state.settings);
    return code;
}
