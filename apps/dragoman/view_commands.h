/* SPDX-License-Identifier: Apache-2.0
 * The sub-commands that ask a record file: their options and help. */
#ifndef VIEW_COMMANDS_H
#define VIEW_COMMANDS_H

#include "dragoman.h"
#include "options.h"

typedef struct view_command {
    drg_view view;
    size_t path_count;                          /* arguments that are no options, at most */
    const char *(*lacking)(const drg_filter *); /* what has to be given and is not; NULL: nothing can lack */
    command_spec spec;
} view_command;

/* The command of that name, which is one of them. */
const view_command *view_command_named(const char *name);

#endif
