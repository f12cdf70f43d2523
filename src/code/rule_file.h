/* SPDX-License-Identifier: Apache-2.0
 *
 * A YAML file as a tree of nodes that know their line and column. Use inside the code room only.
 */
#ifndef CODE_RULE_FILE_H
#define CODE_RULE_FILE_H

#include "base/base.h"

typedef enum rule_kind { RULE_SCALAR, RULE_LIST, RULE_MAP } rule_kind;

typedef struct rule_node rule_node;
struct rule_node {
    rule_kind kind;
    drg_text text;         /* of a scalar, UTF-8 */
    rule_node **items;     /* of a list; of a map: key, value, key, value ... */
    size_t count;          /* items */
    uint32_t line, column; /* 1-based */
};

#define RULE_DEPTH 8 /* lists and maps inside each other; frames need five */

/* Parses one document into the arena. The error names `path`, line and column. An empty file gives a list of nothing.
 * Anchors, aliases, tags and further documents are refused. */
drg_status rule_file_read(base_arena *arena, const char *path, drg_text bytes, rule_node **ret_root, drg_error *error);

#endif
