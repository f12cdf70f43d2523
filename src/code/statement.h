/* SPDX-License-Identifier: Apache-2.0
 *
 * Who said what: quotations and reported assertions. Use inside the code room only.
 */
#ifndef CODE_STATEMENT_H
#define CODE_STATEMENT_H

#include "code/setting.h"

/* Adds the statements that the words of reporting of one sentence introduce; sentences come in order. */
void code_read_statements(code_sentence *sentence);

/* When all sentences were read: a quotation over several sentences becomes one statement, and one that has no word of
 * reporting of its own goes to the speaker of the quotation before it in the same paragraph. */
void code_join_quotations(const code_sentence *sentence);

#endif
