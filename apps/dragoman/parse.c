/* SPDX-License-Identifier: Apache-2.0
 * dragoman parse: texts in, sentences, tokens and dependency trees out. */
#include "batch.h"
#include "buffer.h"
#include "commands.h"
#include "drawing.h"

static const command_option OPTIONS[] = {
    {OPTION_READINGS, "readings", NULL,
     "add Reading=Actual, Negated, Denied, Planned, Conditional, Hypothetical or Wished to\n"
     "the column MISC of each predicate: what the text says of its happening"},
    {OPTION_FORMAT, "format", "FORMAT", "conllu (default), or tree: drawn for people"},
    SETTINGS_INPUT,
    SETTINGS_DATA,
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "parse",
    .arguments = "[PATH...]",
    .about = "Reads texts and writes their sentences, words, lemmas, tags and Universal Dependencies trees.\n"
             "PATHs are as for dragoman code.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman parse report.txt > report.conllu\n"
                "  dragoman parse --readings --text 'The council failed to agree and may meet again.'\n"
                "  dragoman parse --format tree --text 'Ministers met in Oslo.'\n"
                "  dragoman parse --conllu tokens gold.conllu\n"
                "      tags and trees for the sentences and tokens of a treebank\n",
};

static const char *const FORMATS[] = {"conllu", "tree"};

typedef struct parse_state {
    run_settings settings;
    bool tree, readings;
} parse_state;

static bool take(void *context, option_id id, const char *value)
{
    parse_state *state = context;
    if (id == OPTION_READINGS) return state->readings = true;
    if (id != OPTION_FORMAT) return settings_take(&state->settings, id, value);
    size_t format = options_choice(value, FORMATS, 2);
    if (format == 2) return options_complain(&COMMAND, "--format is conllu or tree, not '%s'", value);
    state->tree = format == 1;
    return true;
}

static bool write_trees(const drg_document *document, output_file *output)
{
    line_buffer lines = {0};
    for (size_t i = 0; i < drg_document_sentence_count(document); i++) {
        drawing_tree(document, i, "", &lines);
        buffer_add_string(&lines, "\n");
    }
    bool done = output_write(output, lines.data ? lines.data : "", lines.size);
    buffer_free(&lines);
    return done;
}

static bool write_document(void *context, const drg_document *document, output_file *output)
{
    const parse_state *state = context;
    if (state->tree) return write_trees(document, output);
    return drg_document_write(document, DRG_FORMAT_CONLLU, NULL, output_write, output, &output->problem) == DRG_OK;
}

int parse_main(int argc, char **argv)
{
    parse_state state = {0};
    settings_start(&state.settings, &COMMAND, argc);
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !settings_check(&state.settings)) result = OPTIONS_WRONG;
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) {
        text_batch batch = {.settings = &state.settings,
                            .options = {.depth = DRG_DEPTH_LANGUAGE, .readings = state.readings},
                            .write = write_document,
                            .context = &state};
        code = batch_run(&batch);
    }
    settings_end(&state.settings);
    return code;
}
