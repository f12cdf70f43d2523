/* SPDX-License-Identifier: Apache-2.0
 * dragoman build: the text under data/ and the models in, one data file out. */
#include <stdio.h>
#include <sys/stat.h>

#include "commands.h"
#include "dragoman.h"
#include "options.h"
#include "settings.h"

static const command_option OPTIONS[] = {
    {OPTION_DATA_FOLDER, "data-folder", "FOLDER", "the text that people edit (default: data)"},
    {OPTION_GAZETTEER, "gazetteer", "FILE", "places of GeoNames (tools/fetch_gazetteer.sh); else only our own"},
    {OPTION_MODELS, "models", "FOLDER", "the trained models (default: models)"},
    {OPTION_OUTPUT, "output", "FILE", "the data file (default: dragoman.drg), written whole or not at all"},
    {OPTION_VERBOSE, "verbose", NULL, "list what the data file says of itself: sources, licences, checksums"},
    SETTINGS_HELP,
};

static const command_spec COMMAND = {
    .name = "build",
    .arguments = "",
    .about = "Compiles names, frames and other text with the trained models into the one file that dragoman works\n"
             "from. A line that cannot be understood is refused with its file, line and column.",
    .options = OPTIONS,
    .option_count = sizeof OPTIONS / sizeof *OPTIONS,
    .examples = "  dragoman build --output build/dragoman.drg\n"
                "      after a change under data/, in the top folder of the project\n"
                "  dragoman build --data-folder my-data --output my.drg && dragoman code --data my.drg report.txt\n",
};

typedef struct build_state {
    const char *data_folder, *models, *gazetteer, *output;
    bool verbose;
} build_state;

static bool take(void *context, option_id id, const char *value)
{
    build_state *state = context;
    switch (id) {
    case OPTION_DATA_FOLDER: state->data_folder = value; return true;
    case OPTION_GAZETTEER: state->gazetteer = value; return true;
    case OPTION_MODELS: state->models = value; return true;
    case OPTION_OUTPUT: state->output = value; return true;
    case OPTION_VERBOSE: state->verbose = true; return true;
    default: return options_complain(&COMMAND, "takes no argument '%s'", value);
    }
}

static void list_values(const drg_engine *engine)
{
    for (size_t i = 0; i < drg_engine_value_count(engine); i++) {
        drg_text key, value;
        drg_engine_value_at(engine, i, &key, &value);
        printf("%.*s  %.*s\n", (int)key.size, key.data, (int)value.size, value.data);
    }
}

/* Opens what was built: the file is checked whole before anybody relies on it. */
static drg_status check(const build_state *state, drg_error *error)
{
    drg_engine *engine;
    drg_status status = drg_engine_open(state->output, &engine, error);
    if (status != DRG_OK) return status;
    struct stat info = {0};
    if (stat(state->output, &info) == 0)
        printf("%s: %.1f MB, %zu examples\n", state->output, (double)info.st_size * 1e-6,
               drg_engine_example_count(engine));
    if (state->verbose) list_values(engine);
    drg_engine_close(engine);
    return DRG_OK;
}

int build_main(int argc, char **argv)
{
    build_state state = {.data_folder = "data", .models = "models", .output = "dragoman.drg"};
    options_result result = options_read(&COMMAND, argc, argv, take, &state);
    if (result != OPTIONS_GO_ON) return options_exit(result);
    drg_error error = {""};
    drg_status status = drg_build(state.data_folder, state.models, state.gazetteer, state.output, &error);
    if (status == DRG_OK) status = check(&state, &error);
    if (status != DRG_OK) fprintf(stderr, "dragoman build: %s\n", error.message);
    return status == DRG_OK ? options_exit(OPTIONS_GO_ON) : EXIT_FAILED;
}
