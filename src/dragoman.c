/* SPDX-License-Identifier: Apache-2.0
 *
 * The body of the public header: engine, session, document, and the way from one to the next. It alone sees all rooms.
 */
#include "dragoman.h"

const char *drg_version(void)
{
    return DRG_VERSION;
}
