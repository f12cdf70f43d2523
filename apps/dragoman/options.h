/* SPDX-License-Identifier: Apache-2.0
 * Options of the sub-commands: one table each, from which the help comes too. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum option_id {
    OPTION_PATH, /* an argument that is no option */
    OPTION_ACCEPT,
    OPTION_ACTOR,
    OPTION_ACTORS,
    OPTION_AGENTS,
    OPTION_COLOR,
    OPTION_CONLLU,
    OPTION_CONTEXTS,
    OPTION_DATA,
    OPTION_DATABASE,
    OPTION_DATA_FOLDER,
    OPTION_DATE,
    OPTION_DAYS,
    OPTION_DIFF,
    OPTION_DISCARDS,
    OPTION_ERRORS,
    OPTION_EVENT,
    OPTION_FIELD,
    OPTION_FORMAT,
    OPTION_FROM,
    OPTION_GAZETTEER,
    OPTION_GOLD_TOKENS,
    OPTION_HELP,
    OPTION_INCLUSIVE,
    OPTION_INPUT,
    OPTION_LEAST,
    OPTION_LIMIT,
    OPTION_LIST,
    OPTION_MODELS,
    OPTION_NAME,
    OPTION_ONLY,
    OPTION_OTHER_CODES,
    OPTION_OUTPUT,
    OPTION_PARTY,
    OPTION_PLACE,
    OPTION_PROCESS,
    OPTION_READINGS,
    OPTION_REPLACE,
    OPTION_SAVE,
    OPTION_SENTENCE,
    OPTION_SINCE,
    OPTION_SOURCE,
    OPTION_TASK,
    OPTION_TEXT,
    OPTION_THREADS,
    OPTION_TO,
    OPTION_TOP,
    OPTION_TYPE,
    OPTION_UNTIL,
    OPTION_VERBOSE,
    OPTION_VERBS,
    OPTION_WIDTH
} option_id;

typedef struct command_option {
    option_id id;
    const char *name;  /* "format", for --format */
    const char *value; /* what the help calls its value, NULL for a flag */
    const char *help;  /* lines separated by \n */
} command_option;

typedef struct command_spec {
    const char *name;      /* "code" */
    const char *arguments; /* "[PATH...]" */
    const char *about;     /* a paragraph */
    const command_option *options;
    size_t option_count;
    const char *examples; /* lines: a command, then what it does, indented */
} command_spec;

/* Called for each option and argument in their order; `value` is NULL for a flag. False when the value is wrong, after
 * options_complain. */
typedef bool (*option_taker)(void *context, option_id id, const char *value);

/* What the program does after its options were read. */
typedef enum options_result { OPTIONS_GO_ON, OPTIONS_HELPED, OPTIONS_WRONG } options_result;

/* Reads argv[1...]. --help is printed here. */
options_result options_read(const command_spec *command, int argc, char **argv, option_taker take, void *context);

/* The exit code for a result other than OPTIONS_GO_ON. */
int options_exit(options_result result);

/* Says on standard error what is wrong with the use of the command, and where its help is. Returns false. */
bool options_complain(const command_spec *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Reads a whole number from `least` to `most`. False when it is none; says nothing. */
bool options_number(const char *value, size_t least, size_t most, size_t *ret_number);

/* The place of `value` in `names`; `count` when it is not among them. */
size_t options_choice(const char *value, const char *const *names, size_t count);

#endif
