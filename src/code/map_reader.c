/* SPDX-License-Identifier: Apache-2.0
 *
 * In: nodes of a rule file. Out: maps, lists, types and modes, read the same way wherever they stand. A wrong one is
 * refused where it stands and with what was expected.
 */
#include "code/compiler.h"

#include <stdio.h>

drg_status compiler_need_scalar(code_compiler *compiler, const rule_node *node, const char *what)
{
    if (node->kind == RULE_SCALAR && base_text_trim(node->text).size) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column, "expected %s", what);
}

drg_status compiler_each_scalar(code_compiler *compiler, const rule_node *node, const char *what,
                                drg_status (*each)(code_compiler *compiler, const rule_node *scalar, void *context),
                                void *context)
{
    const rule_node *const *items = node->kind == RULE_LIST ? (const rule_node *const *)node->items : &node;
    size_t count = node->kind == RULE_LIST ? node->count : 1;
    if (!count) return compiler_fail(compiler, node->line, node->column, "an empty list; expected %s", what);
    for (size_t i = 0; i < count; i++) {
        drg_status status = compiler_need_scalar(compiler, items[i], what);
        if (status == DRG_OK) status = each(compiler, items[i], context);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

static const compiler_key *find_key(const compiler_key *keys, size_t key_count, drg_text name)
{
    for (size_t i = 0; i < key_count; i++)
        if (base_text_is(name, keys[i].name)) return &keys[i];
    return NULL;
}

static drg_status fail_unknown_key(code_compiler *compiler, const rule_node *key, const char *what,
                                   const compiler_key *keys, size_t key_count)
{
    char expected[300] = "";
    size_t used = 0;
    for (size_t i = 0; i < key_count && used < sizeof expected - 20; i++)
        used += (size_t)snprintf(expected + used, sizeof expected - used, "%s%s", i ? ", " : "", keys[i].name);
    return compiler_fail(compiler, key->line, key->column, "'%.*s' is no key of %s; expected one of: %s",
                         BASE_PRINT(key->text), what, expected);
}

drg_status compiler_read_map(code_compiler *compiler, const rule_node *map, const char *what, const compiler_key *keys,
                             size_t key_count, void *context)
{
    if (map->kind != RULE_MAP)
        return compiler_fail(compiler, map->line, map->column, "expected %s as 'key: value' lines", what);
    for (size_t i = 0; i < map->count; i += 2) {
        const rule_node *name = map->items[i];
        drg_status status = compiler_need_scalar(compiler, name, "a key");
        if (status != DRG_OK) return status;
        const compiler_key *key = find_key(keys, key_count, name->text);
        if (!key) return fail_unknown_key(compiler, name, what, keys, key_count);
        for (size_t k = 0; k < i; k += 2)
            if (base_text_equal(map->items[k]->text, name->text))
                return compiler_fail(compiler, name->line, name->column, "'%.*s' stands twice in %s",
                                     BASE_PRINT(name->text), what);
        status = key->read(compiler, map->items[i + 1], context);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

drg_status compiler_read_type(code_compiler *compiler, const rule_node *node, drg_type *ret_type)
{
    drg_status status = compiler_need_scalar(compiler, node, "a PLOVER type");
    if (status != DRG_OK) return status;
    uint32_t type = record_type_from(node->text);
    if (type == DRG_NONE)
        return compiler_fail(
            compiler, node->line, node->column,
            "'%.*s' is no type; expected AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, "
            "ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE or ASSAULT",
            BASE_PRINT(node->text));
    *ret_type = (drg_type)type;
    return DRG_OK;
}

drg_status compiler_check_mode(code_compiler *compiler, const rule_node *node, drg_type type, drg_text mode)
{
    if (record_mode_exists(type, mode)) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column,
                         "'%.*s' is no mode of %s; expected one of its PLOVER modes, or none", BASE_PRINT(mode),
                         drg_type_name(type));
}
