/* SPDX-License-Identifier: Apache-2.0
 * Gold files in XML. */
#ifndef EVAL_XML_H
#define EVAL_XML_H

#include <libxml/parser.h>

#include "dragoman.h"

/* The whole file, without a word on standard error and without the network; the caller frees it with xmlFreeDoc. NULL
 * after a message when it is no XML. */
xmlDoc *eval_read_xml(const char *path, drg_text bytes);

#endif
