/* SPDX-License-Identifier: Apache-2.0
 * Addresses and faces inside a run: what no other rule may cut. */
#ifndef LANGUAGE_ADDRESS_H
#define LANGUAGE_ADDRESS_H

#include "language/token.h"

/* Can the run hold an address at all? Most runs are told apart by this one pass. */
bool address_possible(const token_scanner *scanner);

/* The end of the URL, e-mail, handle, hashtag or file name that starts at `at`, 0 when none does. What was looked along
 * in vain for a mail address or a name is not looked along again from a later start. */
size_t address_end(token_scanner *scanner, size_t at);

/* The end of the face made of signs that starts at `at`, 0 when none does. */
size_t address_emoticon_end(const token_scanner *scanner, size_t at);

#endif
