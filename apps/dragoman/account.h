/* SPDX-License-Identifier: Apache-2.0
 * The account of a document's events, for people: what dragoman explain shows. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "buffer.h"

typedef struct account_choice {
    drg_text event;    /* only events whose id starts so; empty: all */
    bool one_sentence; /* only `sentence` */
    size_t sentence;
    drg_style style;
} account_choice;

/* Adds the account and returns how many sentences it shows. */
size_t account_write(const drg_document *document, const account_choice *choice, line_buffer *lines);

#endif
