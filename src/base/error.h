/* SPDX-License-Identifier: Apache-2.0
 * Errors: a status and an optional caller-owned message. See drg_error in dragoman.h. */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "dragoman.h"

/* Writes the message into `error` (which may be NULL), cut at a character boundary to fit, control characters shown
 * as '?', and returns `status`: return base_fail(error, DRG_ERROR_FORMAT, "%s line %zu: ...", file, line); */
drg_status base_fail(drg_error *error, drg_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
