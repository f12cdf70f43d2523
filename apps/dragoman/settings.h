/* SPDX-License-Identifier: Apache-2.0
 * What the sub-commands that read texts have in common: data file, inputs, threads, colours. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "dragoman.h"
#include "options.h"

enum { EXIT_FAILED = 1, EXIT_WRONG = 2 };

typedef struct run_settings {
    const command_spec *command;
    const char *data; /* NULL: looked for */
    size_t threads;   /* 0: one for each processor */
    drg_reader_options reader;
    const char **paths; /* of argv */
    size_t path_count;
    const char *text;  /* given on the command line, NULL: not */
    const char *color; /* "auto", "always", "never" */
    unsigned width;    /* 0: that of the terminal */
} run_settings;

/* Rows of an option table. */
#define SETTINGS_DATA                                                                                                  \
    {                                                                                                                  \
        OPTION_DATA, "data", "FILE",                                                                                   \
            "the data file; else $DRAGOMAN_DATA, else dragoman.drg beside the program,\n"                              \
            "else ../share/dragoman/dragoman.drg from there"                                                           \
    }
#define SETTINGS_INPUT                                                                                                 \
    {OPTION_INPUT, "input", "KIND", "text, ndjson or conllu; else by the file's name, else by its first bytes"},       \
        {OPTION_FIELD, "field", "FIELD=NAME",                                                                          \
         "what a field is called in NDJSON lines: text=body, date=published;\n"                                        \
         "fields are text id url publisher title author date language;\n"                                              \
         "with no NAME the field is not read"},                                                                        \
        {OPTION_DATE, "date", "DATE",                                                                                  \
         "the day, YYYY-MM-DD, of texts that bring no date of their own: what\n"                                       \
         "\"Monday\" or \"last week\" in them is counted from"},                                                       \
        {OPTION_CONLLU, "conllu", "USE", "read CoNLL-U and take from it: tokens (and work out the rest), or trees"},   \
        {OPTION_TEXT, "text", "TEXT", "read this text; no PATH then"},                                                 \
    {                                                                                                                  \
        OPTION_THREADS, "threads", "N", "threads, 1 to 1024; else one for each processor. The output is the same"      \
    }
#define SETTINGS_STYLE                                                                                                 \
    {OPTION_COLOR, "color", "WHEN", "always, never, or auto: on a terminal (default)"},                                \
    {                                                                                                                  \
        OPTION_WIDTH, "width", "COLUMNS", "columns to fill; else those of the terminal, or 100"                        \
    }
#define SETTINGS_HELP                                                                                                  \
    {                                                                                                                  \
        OPTION_HELP, "help", NULL, "this"                                                                              \
    }

/* Starts for one call of a command with `argc` arguments. */
void settings_start(run_settings *settings, const command_spec *command, int argc);
void settings_end(run_settings *settings);

/* An option_taker's part for the options above; false after a complaint. */
bool settings_take(run_settings *settings, option_id id, const char *value);

/* What has to hold between the options; false after a complaint. */
bool settings_check(const run_settings *settings);

/* Opens the data file. NULL after a message on standard error. */
drg_engine *settings_engine(const run_settings *settings);

/* Colours and width for standard output. */
drg_style settings_style(const run_settings *settings);

#endif
