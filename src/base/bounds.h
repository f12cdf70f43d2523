/* SPDX-License-Identifier: Apache-2.0
 * Every bound of the library in one place. What is beyond a bound is an error that names it, or a note. */
#ifndef BASE_BOUNDS_H
#define BASE_BOUNDS_H

#include <stddef.h>

#define BOUND_DOCUMENT_BYTES ((size_t)64 << 20) /* one document's text */
#define BOUND_LINE_BYTES ((size_t)128 << 20)    /* one line of NDJSON: a document's text, much of it escaped */
#define BOUND_JSON_DEPTH 32                     /* of such a line */
#define BOUND_FOLDER_DEPTH 64                   /* of folders in folders that are read */
#define BOUND_THREADS 1024
#define BOUND_SENTENCE_TOKENS 512                /* longer sentences are cut at the best place before it, with a note */
#define BOUND_TOKEN_BYTES 1024                   /* longer runs without a space are cut, with a note */
#define BOUND_DOCUMENT_MEMORY ((size_t)6 << 30)  /* arenas of one session while it reads one document; default cap */
#define BOUND_DATA_FILE_BYTES ((size_t)1 << 30)  /* the built data file */
#define BOUND_RULE_FILE_BYTES ((size_t)16 << 20) /* one text file under data/ */
#define BOUND_GAZETTEER_BYTES ((size_t)512 << 20) /* a file of places that is given to the build */
#define BOUND_SECTIONS 256                        /* of a data file */
#define BOUND_FRAMES 100000                       /* of a data file */
#define BOUND_TREE_DEPTH 512                      /* any walk over a dependency tree */
#define BOUND_NOTES 1000                          /* of a document; the last one says that more were left out */

#endif
