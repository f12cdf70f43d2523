/* SPDX-License-Identifier: Apache-2.0
 * dragoman code: texts in, their record out. */
#include "batch.h"
#include "commands.h"

static const command_option OPTIONS[] = {
    {OPTION_FORMAT, "format", "FORMAT", "table (for people, default), ndjson (the record), or conllu (the trees)"},
    SETTINGS_INPUT,
    SETTINGS_DATA,
    SETTINGS_STYLE,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "code",
    .arguments = "[PATH...]",
    .about = "Reads reports and writes their record: who did what to whom, when and where, and who says so.\n"
             "A PATH is a file, a folder (its .txt .md .ndjson .jsonl files, at any depth) or - for standard\n"
             "input, which is also read when there is no PATH. A text that cannot be read is named on standard\n"
             "error and the others are coded; the exit code is 1 then. A plain-text file whose first line is a\n"
             "date YYYY-MM-DD and nothing else is of that day.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman code --date 2024-05-16 report.txt\n"
                "      a table of the events in a report of that day\n"
                "  dragoman code --format ndjson news/ > record.ndjson\n"
                "      the record of all reports in a folder, one JSON object a line\n"
                "  dragoman code --format ndjson --field text=body --field date=published dump.jsonl\n"
                "      NDJSON with names of its own\n"
                "  echo 'Iran rejected the offer.' | dragoman code\n",
};

static const char *const FORMATS[] = {"table", "ndjson", "conllu"};
static const drg_format FORMAT_VALUES[] = {DRG_FORMAT_TABLE, DRG_FORMAT_NDJSON, DRG_FORMAT_CONLLU};

typedef struct code_state {
    run_settings settings;
    drg_format format;
    drg_style style;
} code_state;

static bool take(void *context, option_id id, const char *value)
{
    code_state *state = context;
    if (id != OPTION_FORMAT) return settings_take(&state->settings, id, value);
    size_t format = options_choice(value, FORMATS, 3);
    if (format == 3) return options_complain(&COMMAND, "--format is table, ndjson or conllu, not '%s'", value);
    state->format = FORMAT_VALUES[format];
    return true;
}

static bool write_document(void *context, const drg_document *document, output_file *output)
{
    const code_state *state = context;
    return drg_document_write(document, state->format, &state->style, output_write, output, &output->problem) == DRG_OK;
}

int code_main(int argc, char **argv)
{
    code_state state = {.format = DRG_FORMAT_TABLE};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !settings_check(&state.settings)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) {
        state.style = settings_style(&state.settings);
        text_batch batch = {.settings = &state.settings,
                            .options = {.depth = DRG_DEPTH_EVENTS},
                            .write = write_document,
                            .context = &state};
        code = batch_run(&batch);
    }
    settings_end(&state.settings);
    return code;
}
