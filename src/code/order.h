/* SPDX-License-Identifier: Apache-2.0
 *
 * Frames that go by the order of words: the patterns of dictionaries of other coders. Use inside the code room only.
 */
#ifndef CODE_ORDER_H
#define CODE_ORDER_H

#include "code/match.h"

/* The frames that the verb as it stands triggers and whose patterns hold: the most specific one first, behind it those
 * that follow it in its file, are as specific and fire beside others. None when the most specific one says that nothing
 * is meant. */
size_t code_order_candidates(code_sentence *sentence, uint32_t token, code_candidate candidates[CODE_CANDIDATES]);

/* Who acts and who is acted on by the pattern; where it does not say so: the doer of the verb, or who is named nearest
 * before it; and who is named first behind it. Parties that act on each other are all actors, and there is no
 * recipient. False when the pattern does not hold, or one of the sides is not named. */
bool code_order_roles(code_sentence *sentence, const code_frame_record *frame, uint32_t token,
                      code_mentions roles[CODE_ROLE_COUNT]);

#endif
