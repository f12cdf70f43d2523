/* SPDX-License-Identifier: Apache-2.0
 * In: argv and a command's table. Out: its options one by one, its help.
 * Not getopt: it prints in its own words, keeps global state, and long names are an extension. Names are not
 * abbreviated: what is short today may be two options tomorrow. */
#include "options.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HELP_COLUMN 26

bool options_complain(const command_spec *command, const char *format, ...)
{
    va_list arguments;
    fprintf(stderr, "dragoman %s: ", command->name);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fprintf(stderr, "\nSee: dragoman %s --help\n", command->name);
    return false;
}

bool options_number(const char *value, size_t least, size_t most, size_t *ret_number)
{
    size_t number = 0;
    if (!*value) return false;
    for (; *value; value++) {
        if (*value < '0' || *value > '9' || number > most / 10) return false;
        number = number * 10 + (size_t)(*value - '0');
    }
    *ret_number = number;
    return number >= least && number <= most;
}

size_t options_choice(const char *value, const char *const *names, size_t count)
{
    size_t at = 0;
    while (at < count && strcmp(value, names[at]) != 0) at++;
    return at;
}

/* ---------------------------------------------------------------- help */

static void print_option(const command_option *option)
{
    char left[64];
    snprintf(left, sizeof left, "  --%s%s%s", option->name, option->value ? " " : "",
             option->value ? option->value : "");
    printf("%-*s", HELP_COLUMN, left);
    if (strlen(left) >= HELP_COLUMN) printf("\n%*s", HELP_COLUMN, "");
    for (const char *at = option->help; *at; at++) {
        putchar(*at);
        if (*at == '\n') printf("%*s", HELP_COLUMN, "");
    }
    putchar('\n');
}

static void print_help(const command_spec *command)
{
    printf("usage: dragoman %s [options] %s\n\n%s\n\nOptions:\n", command->name, command->arguments, command->about);
    for (size_t i = 0; i < command->option_count; i++) print_option(&command->options[i]);
    printf("\nExamples:\n%s", command->examples);
}

/* ---------------------------------------------------------------- reading */

static const command_option *find(const command_spec *command, const char *name, size_t size)
{
    for (size_t i = 0; i < command->option_count; i++)
        if (strncmp(command->options[i].name, name, size) == 0 && !command->options[i].name[size])
            return &command->options[i];
    return NULL;
}

/* Takes the option, whose value may stand in its own argument, and moves on behind it and its value. */
static options_result take_found(const command_spec *command, const command_option *option, const char *value, int argc,
                                 char **argv, int *at, option_taker take, void *context)
{
    if (option->id == OPTION_HELP) {
        print_help(command);
        return OPTIONS_HELPED;
    }
    if (option->value && !value && *at + 1 < argc) value = argv[++*at];
    if (!option->value != !value) {
        options_complain(command, option->value ? "--%s wants a value: %s" : "--%s takes no value", option->name,
                         option->value);
        return OPTIONS_WRONG;
    }
    ++*at;
    return take(context, option->id, value) ? OPTIONS_GO_ON : OPTIONS_WRONG;
}

/* Takes the option at argv[*at]: --name, --name=value. */
static options_result take_option(const command_spec *command, int argc, char **argv, int *at, option_taker take,
                                  void *context)
{
    const char *name = argv[*at] + 2, *equals = strchr(name, '=');
    size_t size = equals ? (size_t)(equals - name) : strlen(name);
    const command_option *option = find(command, name, size);
    if (option) return take_found(command, option, equals ? equals + 1 : NULL, argc, argv, at, take, context);
    options_complain(command, "there is no option --%.*s", (int)size, name);
    return OPTIONS_WRONG;
}

/* The same for -d FILE, -dFILE, -h. */
static options_result take_letter(const command_spec *command, int argc, char **argv, int *at, option_taker take,
                                  void *context)
{
    static const struct {
        char letter;
        option_id id;
    } LETTERS[] = {{'d', OPTION_DATABASE}, {'h', OPTION_HELP}};
    const char *argument = argv[*at];
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++) {
        for (size_t k = 0; k < command->option_count && argument[1] == LETTERS[i].letter; k++) {
            const command_option *option = &command->options[k];
            if (option->id != LETTERS[i].id || (argument[2] && !option->value)) continue;
            return take_found(command, option, argument[2] ? argument + 2 : NULL, argc, argv, at, take, context);
        }
    }
    options_complain(command, "there is no option %s", argument);
    return OPTIONS_WRONG;
}

options_result options_read(const command_spec *command, int argc, char **argv, option_taker take, void *context)
{
    bool options = true;
    for (int at = 1; at < argc;) {
        const char *argument = argv[at];
        options_result result = OPTIONS_GO_ON;
        if (options && strcmp(argument, "--") == 0) {
            options = false;
            at++;
        } else if (options && strncmp(argument, "--", 2) == 0) {
            result = take_option(command, argc, argv, &at, take, context);
        } else if (options && argument[0] == '-' && argument[1]) {
            result = take_letter(command, argc, argv, &at, take, context);
        } else {
            result = take(context, OPTION_PATH, argument) ? OPTIONS_GO_ON : OPTIONS_WRONG;
            at++;
        }
        if (result != OPTIONS_GO_ON) return result;
    }
    return OPTIONS_GO_ON;
}

int options_exit(options_result result)
{
    return result == OPTIONS_WRONG ? 2 : fflush(stdout) == 0 ? 0 : 1;
}
