/* SPDX-License-Identifier: Apache-2.0 */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

drg_status base_fail(drg_error *error, drg_status status, const char *format, ...)
{
    if (!error) return status;
    va_list arguments;
    va_start(arguments, format);
    int wanted = vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    if (wanted < 0) error->message[0] = '\0';
    size_t size = strlen(error->message);
    if (wanted >= (int)sizeof error->message) { /* cut: do not leave half a UTF-8 character behind */
        while (size > 0 && ((unsigned char)error->message[size - 1] & 0xC0) == 0x80) size--;
        if (size > 0 && ((unsigned char)error->message[size - 1] & 0x80)) size--;
        error->message[size] = '\0';
    }
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)error->message[i] < 0x20 || error->message[i] == 0x7F) error->message[i] = '?';
    return status;
}
