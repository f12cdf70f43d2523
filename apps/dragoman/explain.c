/* SPDX-License-Identifier: Apache-2.0
 * dragoman explain: texts in; for each event the sentence with its parts marked, the tree, the frame, and what was
 * considered and refused. */
#include <stdio.h>

#include "account.h"
#include "batch.h"
#include "commands.h"

static const command_option OPTIONS[] = {
    {OPTION_EVENT, "event", "ID", "only the event with this id in the record (its first characters do)"},
    {OPTION_SENTENCE, "sentence", "N", "only this sentence, counted from 0 as in the record"},
    SETTINGS_INPUT,
    SETTINGS_DATA,
    SETTINGS_STYLE,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "explain",
    .arguments = "[PATH...]",
    .about = "Shows why events were coded: the sentence with the words marked that they were read from, its tree,\n"
             "the frame with its file and line, who says so; and the frames that nearly fired, with what was\n"
             "lacking. Sentences without any of this are left out unless asked for. PATHs are as for dragoman code.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples =
        "  dragoman explain --text 'France and Germany signed an agreement in Paris on Monday.' --date 2024-05-16\n"
        "  dragoman explain --sentence 3 report.txt\n"
        "  dragoman explain --event 7f3a report.txt\n"
        "      with an id from dragoman code --format ndjson\n",
};

typedef struct explain_state {
    run_settings settings;
    account_choice choice;
    size_t shown;
} explain_state;

static bool take(void *context, option_id id, const char *value)
{
    explain_state *state = context;
    switch (id) {
    case OPTION_EVENT: state->choice.event = text_of(value); return true;
    case OPTION_SENTENCE:
        state->choice.one_sentence = true;
        return options_number(value, 0, UINT32_MAX - 1, &state->choice.sentence) ||
               options_complain(&COMMAND, "--sentence wants a number from 0 on, not '%s'", value);
    default: return settings_take(&state->settings, id, value);
    }
}

static bool write_document(void *context, const drg_document *document, output_file *output)
{
    explain_state *state = context;
    line_buffer lines = {0};
    state->shown += account_write(document, &state->choice, &lines);
    bool done = output_write(output, lines.data ? lines.data : "", lines.size);
    buffer_free(&lines);
    return done;
}

/* What was asked for by name and is not there is a failure. */
static int judge(const explain_state *state, int code)
{
    if (code != 0 || state->shown) return code;
    if (state->choice.event.size)
        fprintf(stderr, "dragoman: there is no event with the id %.*s\n", TEXT_PRINT(state->choice.event));
    else if (state->choice.one_sentence)
        fprintf(stderr, "dragoman: there is no sentence %zu\n", state->choice.sentence);
    return state->choice.event.size || state->choice.one_sentence ? EXIT_FAILED : code;
}

int explain_main(int argc, char **argv)
{
    explain_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !settings_check(&state.settings)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) {
        state.choice.style = settings_style(&state.settings);
        text_batch batch = {.settings = &state.settings,
                            .options = {.depth = DRG_DEPTH_EVENTS, .explain = true},
                            .write = write_document,
                            .context = &state};
        code = judge(&state, batch_run(&batch));
    }
    settings_end(&state.settings);
    return code;
}
