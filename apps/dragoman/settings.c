/* SPDX-License-Identifier: Apache-2.0 */
#include "settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "buffer.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

void settings_start(run_settings *settings, const command_spec *command, int argc)
{
    *settings = (struct run_settings){.command = command, .color = "auto", .reader = {.conllu = DRG_CONLLU_TREES}};
    settings->paths = memory_take((size_t)argc * sizeof *settings->paths);
}

void settings_end(run_settings *settings)
{
    free(settings->paths);
    settings->paths = NULL;
}

/* ---------------------------------------------------------------- options */

static bool take_field(run_settings *settings, const char *value)
{
    static const char *const NAMES[] = {"text", "id", "url", "publisher", "title", "author", "date", "language"};
    drg_field_names *fields = &settings->reader.fields;
    const char **places[] = {&fields->text,  &fields->id,     &fields->url,       &fields->publisher,
                             &fields->title, &fields->author, &fields->published, &fields->language};
    const char *equals = strchr(value, '=');
    size_t size = equals ? (size_t)(equals - value) : 0;
    for (size_t i = 0; size && i < COUNT(NAMES); i++) {
        if (strlen(NAMES[i]) != size || strncmp(NAMES[i], value, size) != 0) continue;
        *places[i] = equals + 1;
        return i > 0 || equals[1] ||
               options_complain(settings->command, "--field text= needs a name: --field text=body");
    }
    return options_complain(settings->command,
                            "--field wants FIELD=NAME, such as text=body or date=published, not '%s'", value);
}

static bool take_input(run_settings *settings, const char *value)
{
    static const char *const NAMES[] = {"text", "ndjson", "conllu"};
    static const drg_input KINDS[] = {DRG_INPUT_TEXT, DRG_INPUT_NDJSON, DRG_INPUT_CONLLU};
    size_t kind = options_choice(value, NAMES, COUNT(NAMES));
    if (kind == COUNT(NAMES))
        return options_complain(settings->command, "--input is text, ndjson or conllu, not '%s'", value);
    settings->reader.input = KINDS[kind];
    return true;
}

static bool take_conllu(run_settings *settings, const char *value)
{
    static const char *const NAMES[] = {"tokens", "trees"};
    size_t use = options_choice(value, NAMES, COUNT(NAMES));
    if (use == COUNT(NAMES)) return options_complain(settings->command, "--conllu is tokens or trees, not '%s'", value);
    settings->reader.input = DRG_INPUT_CONLLU;
    settings->reader.conllu = use ? DRG_CONLLU_TREES : DRG_CONLLU_TOKENS;
    return true;
}

static bool take_date(run_settings *settings, const char *value)
{
    drg_error error;
    if (drg_date_check(text_of(value), &error) != DRG_OK)
        return options_complain(settings->command, "--date: %s", error.message);
    settings->reader.published = text_of(value);
    return true;
}

static bool take_color(run_settings *settings, const char *value)
{
    static const char *const NAMES[] = {"auto", "always", "never"};
    if (options_choice(value, NAMES, COUNT(NAMES)) == COUNT(NAMES))
        return options_complain(settings->command, "--color is auto, always or never, not '%s'", value);
    settings->color = value;
    return true;
}

static bool take_number(const run_settings *settings, const char *name, const char *value, size_t least, size_t most,
                        size_t *ret_number)
{
    if (options_number(value, least, most, ret_number)) return true;
    return options_complain(settings->command, "--%s wants a number from %zu to %zu, not '%s'", name, least, most,
                            value);
}

bool settings_take(run_settings *settings, option_id id, const char *value)
{
    size_t width = 0;
    switch (id) {
    case OPTION_PATH: settings->paths[settings->path_count++] = value; return true;
    case OPTION_DATA: settings->data = value; return true;
    case OPTION_TEXT: settings->text = value; return true;
    case OPTION_THREADS: return take_number(settings, "threads", value, 1, 1024, &settings->threads);
    case OPTION_FIELD: return take_field(settings, value);
    case OPTION_INPUT: return take_input(settings, value);
    case OPTION_CONLLU: return take_conllu(settings, value);
    case OPTION_DATE: return take_date(settings, value);
    case OPTION_COLOR: return take_color(settings, value);
    case OPTION_WIDTH:
        if (!take_number(settings, "width", value, 40, 1000, &width)) return false;
        settings->width = (unsigned)width;
        return true;
    default: return true;
    }
}

bool settings_check(const run_settings *settings)
{
    if (settings->text && settings->path_count)
        return options_complain(settings->command, "either --text or paths, not both");
    if (!settings->text && !settings->path_count && isatty(STDIN_FILENO))
        return options_complain(settings->command, "no text: name files or folders, pipe one in, or use --text");
    return true;
}

/* ---------------------------------------------------------------- data file */

/* The folder of the running program, with the slash; empty when the system does not tell. */
static void find_program(line_buffer *folder)
{
    char path[4096];
    ssize_t size = readlink("/proc/self/exe", path, sizeof path);
    if (size <= 0 || (size_t)size >= sizeof path) return;
    while (size > 0 && path[size - 1] != '/') size--;
    buffer_add(folder, (drg_text){path, (size_t)size});
}

/* The first of the places that has a data file; `tried` collects the names. */
static bool find_data(line_buffer *found, line_buffer *tried)
{
    static const char *const PLACES[] = {"dragoman.drg", "../share/dragoman/dragoman.drg"};
    line_buffer program = {0};
    find_program(&program);
    for (size_t i = 0; program.size && i < COUNT(PLACES); i++) {
        line_buffer path = {0};
        buffer_format(&path, "%s%s", program.data, PLACES[i]);
        buffer_format(tried, "%s%s", tried->size ? ", " : "", path.data);
        bool there = access(path.data, F_OK) == 0;
        if (there) buffer_add(found, (drg_text){path.data, path.size});
        buffer_free(&path);
        if (there) break;
    }
    buffer_free(&program);
    return found->size != 0;
}

static drg_engine *open_engine(const char *path)
{
    drg_engine *engine = NULL;
    drg_error error = {""};
    if (drg_engine_open(path, &engine, &error) == DRG_OK) return engine;
    fprintf(stderr, "dragoman: %s\n", error.message);
    return NULL;
}

drg_engine *settings_engine(const run_settings *settings)
{
    const char *named = settings->data ? settings->data : getenv("DRAGOMAN_DATA");
    if (named && *named) return open_engine(named);
    line_buffer found = {0}, tried = {0};
    drg_engine *engine = NULL;
    if (find_data(&found, &tried))
        engine = open_engine(found.data);
    else
        fprintf(stderr,
                "dragoman: no data file at %s; make one with dragoman build, or name it with --data FILE or "
                "DRAGOMAN_DATA\n",
                tried.size ? tried.data : "the program's place");
    buffer_free(&found);
    buffer_free(&tried);
    return engine;
}

/* ---------------------------------------------------------------- style */

static unsigned terminal_width(void)
{
    struct winsize size = {0};
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col < 40 ? 0 : size.ws_col;
}

drg_style settings_style(const run_settings *settings)
{
    const char *none = getenv("NO_COLOR"); /* https://no-color.org */
    bool terminal = isatty(STDOUT_FILENO) && !(none && *none);
    bool color = strcmp(settings->color, "always") == 0 || (terminal && strcmp(settings->color, "auto") == 0);
    return (drg_style){.color = color, .width = settings->width ? settings->width : terminal_width()};
}
