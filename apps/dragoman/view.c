/* SPDX-License-Identifier: Apache-2.0
 * The questions to a record file: dragoman processes, meetings, proposals, positions, ... Each reads the file only, and
 * shows a table whose rows name their sources. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "buffer.h"
#include "commands.h"
#include "view_commands.h"

typedef struct view_state {
    run_settings settings;
    const view_command *command;
    const char *file;
    drg_filter filter;
    drg_format format;
    bool list;
    size_t path_count;
} view_state;

/* ---------------------------------------------------------------- options */

static bool take_format(view_state *state, const char *value)
{
    static const char *const NAMES[] = {"table", "ndjson", "csv", "markdown"};
    static const drg_format FORMATS[] = {DRG_FORMAT_TABLE, DRG_FORMAT_NDJSON, DRG_FORMAT_CSV, DRG_FORMAT_MARKDOWN};
    size_t format = options_choice(value, NAMES, sizeof NAMES / sizeof *NAMES);
    if (format == sizeof NAMES / sizeof *NAMES)
        return options_complain(state->settings.command, "--format is table, ndjson, csv or markdown, not '%s'", value);
    state->format = FORMATS[format];
    return true;
}

static bool take_day(view_state *state, const char *name, const char *value, drg_text *ret_day)
{
    drg_error error = {""};
    if (drg_date_check(text_of(value), &error) != DRG_OK || strlen(value) != 10)
        return options_complain(state->settings.command, "--%s wants a day, YYYY-MM-DD, not '%s'", name, value);
    *ret_day = text_of(value);
    return true;
}

static bool take_words(view_state *state, const char *name, const char *value, drg_text *ret_words)
{
    if (!*value) return options_complain(state->settings.command, "--%s wants a word", name);
    *ret_words = text_of(value);
    return true;
}

static bool take_count(view_state *state, const char *name, const char *value, size_t most, size_t *ret_count)
{
    if (options_number(value, 1, most, ret_count)) return true;
    return options_complain(state->settings.command, "--%s wants a number from 1 to %zu, not '%s'", name, most, value);
}

static bool take_path(view_state *state, const char *value)
{
    drg_filter *filter = &state->filter;
    if (state->path_count == state->command->path_count)
        return options_complain(state->settings.command, "what is '%s'? The record file is named with -d", value);
    drg_text *places[] = {&filter->one, &filter->other};
    if (filter->claim.size || state->command->view == DRG_VIEW_TRACE)
        filter->claim = text_of(value);
    else
        *places[state->path_count] = text_of(value);
    state->path_count++;
    return true;
}

static bool take(void *context, option_id id, const char *value)
{
    view_state *state = context;
    drg_filter *filter = &state->filter;
    switch (id) {
    case OPTION_PATH: return take_path(state, value);
    case OPTION_DATABASE: state->file = value; return true;
    case OPTION_FORMAT: return take_format(state, value);
    case OPTION_PROCESS: return take_words(state, "process", value, &filter->process);
    case OPTION_PARTY: return take_words(state, "party", value, &filter->party);
    case OPTION_ACTOR: return take_words(state, "actor", value, &filter->actor);
    case OPTION_PLACE: return take_words(state, "place", value, &filter->place);
    case OPTION_SOURCE: return take_words(state, "source", value, &filter->source);
    case OPTION_FROM: return take_day(state, "from", value, &filter->from);
    case OPTION_TO: return take_day(state, "to", value, &filter->to);
    case OPTION_UNTIL: return take_day(state, "until", value, &filter->to);
    case OPTION_SINCE: return take_day(state, "since", value, &filter->since);
    case OPTION_LIMIT: return take_count(state, "limit", value, 1000000, &filter->limit);
    case OPTION_DAYS: return take_count(state, "days", value, 100000, &filter->days);
    case OPTION_LIST: state->list = true; return true;
    default: return settings_take(&state->settings, id, value);
    }
}

/* ---------------------------------------------------------------- the pager */

/* $PAGER, else less, on a terminal; NULL: none. */
static FILE *open_pager(void)
{
    const char *named = getenv("PAGER");
    if (!isatty(STDOUT_FILENO) || (named && !*named)) return NULL;
    setenv("LESS", "FRX", 0); /* leaves a short answer on the screen, and lets colours through */
    fflush(stdout);
    return popen(named ? named : "less", "w");
}

/* ---------------------------------------------------------------- running */

static int complain(const char *message)
{
    fprintf(stderr, "dragoman: %s\n", message);
    return EXIT_FAILED;
}

static int write_table(const view_state *state, const drg_table *table)
{
    drg_style style = settings_style(&state->settings);
    drg_error error = {""};
    FILE *pager = open_pager();
    output_file output = {.file = pager ? pager : stdout};
    drg_status status = drg_table_write(table, state->format, &style, output_write, &output, &error);
    if (!pager && !output.error && fflush(stdout) != 0) output.error = errno ? errno : EIO;
    if (pager) {
        pclose(pager); /* whoever leaves the pager early has seen enough */
        return status == DRG_OK || output.error ? 0 : complain(error.message);
    }
    if (!output.error) return status == DRG_OK ? 0 : complain(error.message);
    fprintf(stderr, "dragoman: cannot write the output: %s\n", strerror(output.error));
    return EXIT_FAILED;
}

static int run(view_state *state)
{
    drg_record *record = NULL;
    drg_table *table = NULL;
    drg_error error = {""};
    drg_view view = state->list ? DRG_VIEW_STANDS : state->command->view;
    drg_status status = drg_record_open(state->file, DRG_ACCESS_READ, &record, &error);
    if (status == DRG_OK) status = drg_record_view(record, view, &state->filter, &table, &error);
    int code = status == DRG_OK ? write_table(state, table) : complain(error.message);
    if (status == DRG_OK && table->more)
        fprintf(stderr, "dragoman: only the latest %zu rows are shown; --limit N shows more, filters choose\n",
                state->filter.limit ? state->filter.limit : (size_t)DRG_VIEW_LIMIT);
    drg_table_close(table);
    drg_record_close(record);
    return code;
}

int view_main(int argc, char **argv)
{
    view_state state = {.command = view_command_named(argv[0]), .format = DRG_FORMAT_TABLE};
    const command_spec *spec = &state.command->spec;
    settings_start(&state.settings, spec, argc);
    options_result result = options_read(spec, argc, argv, take, &state);
    if (result == OPTIONS_GO_ON && !state.file) {
        options_complain(spec, "which record file? -d FILE");
        result = OPTIONS_WRONG;
    }
    if (result == OPTIONS_GO_ON && state.command->lacking) {
        const char *lacking = state.command->lacking(&state.filter);
        if (lacking) options_complain(spec, "%s", lacking);
        if (lacking) result = OPTIONS_WRONG;
    }
    int code = options_exit(result);
    if (result == OPTIONS_GO_ON) code = run(&state);
    settings_end(&state.settings);
    return code;
}
