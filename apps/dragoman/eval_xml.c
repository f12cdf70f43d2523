/* SPDX-License-Identifier: Apache-2.0
 * In: the bytes of a gold file. Out: its XML, by libxml2. */
#include "eval_xml.h"

#include "eval.h"

static void be_silent(void *context, const char *format, ...)
{
    (void)context;
    (void)format;
}

xmlDoc *eval_read_xml(const char *path, drg_text bytes)
{
    xmlSetGenericErrorFunc(NULL, be_silent);
    xmlDoc *parsed = bytes.size > INT32_MAX ? NULL
                                            : xmlReadMemory(bytes.data, (int)bytes.size, path, NULL,
                                                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (!parsed) eval_complain(path, bytes.size > INT32_MAX ? "the file is too large" : "it is no XML");
    return parsed;
}
