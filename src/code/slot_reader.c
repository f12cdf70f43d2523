/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the values of a frame's keys that name slots: `actor`, `recipient`, `third`, `need`, `where`, `figures`. Out: the
 * frame's roles, conditions and figures as numbers around the compiler's lists. What a slot is called and what may
 * stand in angle brackets is told in docs/frames.md.
 */
#include "code/compiler.h"

/* ---- slots and roles */

static drg_status fail_slot(code_compiler *compiler, const rule_node *node, drg_text slot)
{
    return compiler_fail(
        compiler, node->line, node->column,
        "'%.*s' is no slot; expected subject, object, indirect, clause, place, a preposition such as with, or "
        "a path such as object.with",
        BASE_PRINT(slot));
}

/* Reads "object" or "object.with". `roles`: actor, recipient and third may stand too. */
static drg_status read_path(code_compiler *compiler, const rule_node *node, drg_text text, bool roles,
                            code_path *ret_path)
{
    text = base_text_trim(text);
    size_t dot = 0;
    while (dot < text.size && text.data[dot] != '.') dot++;
    code_slot outer = code_slot_from(base_text_slice(text, 0, dot));
    code_slot inner = dot < text.size ? code_slot_from(base_text_slice(text, dot + 1, text.size)) : CODE_SLOT_NONE;
    bool outer_is_role = outer >= CODE_SLOT_ACTOR && outer <= CODE_SLOT_THIRD;
    if (!outer || (outer_is_role && !roles) || (dot < text.size && !inner)) return fail_slot(compiler, node, text);
    if (inner && (outer_is_role || outer == CODE_SLOT_PLACE || inner == CODE_SLOT_PLACE || inner == CODE_SLOT_CLAUSE ||
                  (inner >= CODE_SLOT_ACTOR && inner <= CODE_SLOT_THIRD)))
        return fail_slot(compiler, node, text);
    *ret_path = (code_path)outer | (code_path)inner << 8;
    return DRG_OK;
}

/* One alternative of a role: paths joined with "+". */
static drg_status read_alternative(code_compiler *compiler, const rule_node *node, void *context)
{
    code_source *source = context;
    size_t counter = compiler->numbers.count, begin = 0;
    base_push(compiler->arena, &compiler->numbers) = 0;
    for (size_t i = 0; i <= node->text.size; i++) {
        if (i < node->text.size && node->text.data[i] != '+') continue;
        code_path path;
        drg_status status = read_path(compiler, node, base_text_slice(node->text, begin, i), false, &path);
        if (status != DRG_OK) return status;
        base_push(compiler->arena, &compiler->numbers) = path;
        if (++compiler->numbers.items[counter] > 8)
            return compiler_fail(compiler, node->line, node->column, "expected at most eight slots joined with '+'");
        begin = i + 1;
    }
    source->alternative_count++;
    return DRG_OK;
}

drg_status compiler_read_role(code_compiler *compiler, const rule_node *node, code_role role, code_frame_record *record)
{
    code_source *source = &record->roles[role];
    source->first = (uint32_t)compiler->numbers.count;
    return compiler_each_scalar(compiler, node, "slots such as [subject, with]", read_alternative, source);
}

static drg_status read_needed(code_compiler *compiler, const rule_node *node, void *context)
{
    code_frame_record *record = context;
    static const struct {
        const char *name;
        uint32_t flag;
    } roles[] = {{"actor", CODE_NEED_ACTOR}, {"recipient", CODE_NEED_RECIPIENT}, {"third", CODE_NEED_THIRD}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (base_text_is(node->text, roles[i].name)) {
            record->flags |= roles[i].flag;
            return DRG_OK;
        }
    return compiler_fail(compiler, node->line, node->column, "'%.*s' is no role; expected actor, recipient or third",
                         BASE_PRINT(node->text));
}

drg_status compiler_read_need(code_compiler *compiler, const rule_node *node, code_frame_record *record)
{
    return compiler_each_scalar(compiler, node, "roles such as [actor, recipient]", read_needed, record);
}

/* ---- conditions */

static bool is_capitals(drg_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < 'A' || text.data[i] > 'Z') return false;
    return text.size > 0;
}

/* <actor>, <state> ... */
static bool read_built_in(drg_text name, code_condition *condition)
{
    static const struct {
        const char *name;
        code_condition_kind kind;
        uint32_t value;
    } built_in[] = {{"actor", CODE_IS_ACTOR, 0},
                    {"person", CODE_IS_ACTOR_TYPE, DRG_ACTOR_PERSON},
                    {"organization", CODE_IS_ACTOR_TYPE, DRG_ACTOR_ORGANIZATION},
                    {"state", CODE_IS_ACTOR_TYPE, DRG_ACTOR_STATE},
                    {"group", CODE_IS_ACTOR_TYPE, DRG_ACTOR_GROUP},
                    {"place", CODE_IS_PLACE, 0},
                    {"date", CODE_IS_DATE, 0},
                    {"money", CODE_IS_MONEY, 0},
                    {"number", CODE_IS_NUMBER, 0},
                    {"clause", CODE_IS_CLAUSE, 0},
                    {"any", CODE_IS_ANY, 0},
                    {"none", CODE_IS_NONE, 0}};
    for (size_t i = 0; i < sizeof built_in / sizeof *built_in; i++) {
        if (!base_text_is(name, built_in[i].name)) continue;
        condition->kind = (uint32_t)built_in[i].kind;
        condition->value = built_in[i].value;
        return true;
    }
    return false;
}

/* What stands in angle brackets. */
static drg_status read_bracket(code_compiler *compiler, const rule_node *node, drg_text name, code_condition *condition)
{
    if (read_built_in(name, condition)) return DRG_OK;
    if (is_capitals(name)) {
        uint32_t type = record_type_from(name);
        if (type == DRG_NONE && !record_sector_exists(name))
            return compiler_fail(compiler, node->line, node->column,
                                 "<%.*s> is neither a PLOVER type nor a sector such as <MIL>", BASE_PRINT(name));
        condition->kind = type != DRG_NONE ? CODE_IS_TYPE : CODE_IS_SECTOR;
        condition->value = type != DRG_NONE ? type : code_sector_pack(name);
        return DRG_OK;
    }
    condition->kind = CODE_IS_CLASS;
    condition->value = compiler_class_named(compiler, name, node->line, node->column);
    return DRG_OK;
}

typedef struct condition_list {
    BASE_VECTOR(code_condition) items;
} condition_list;

static drg_status read_condition(code_compiler *compiler, const rule_node *node, void *context)
{
    condition_list *list = context;
    code_condition condition = {0};
    drg_text text = base_text_trim(node->text);
    if (base_text_starts(text, BASE_LITERAL("not "))) {
        condition.negative = 1;
        text = base_text_trim(base_text_slice(text, 4, text.size));
    }
    if (text.size && text.data[0] == '<') {
        if (text.size < 3 || text.data[text.size - 1] != '>')
            return compiler_fail(compiler, node->line, node->column, "'%.*s': expected a closing '>'",
                                 BASE_PRINT(text));
        drg_status status = read_bracket(compiler, node, base_text_slice(text, 1, text.size - 1), &condition);
        if (status != DRG_OK) return status;
    } else {
        compiler_words words;
        const char *expected = compiler_words_read(compiler, text, false, &words);
        if (expected)
            return compiler_fail(compiler, node->line, node->column,
                                 "'%.*s': expected a word (%s), a class such as <agreement>, or 'not' before one",
                                 BASE_PRINT(node->text), expected);
        condition.kind = CODE_IS_WORD;
        condition.value = compiler_word(compiler, words.head);
        condition.phrase = compiler_phrase(compiler, &words);
    }
    base_push(compiler->arena, &list->items) = condition;
    return DRG_OK;
}

/* How much a slot's conditions narrow the frame. */
static uint32_t condition_weight(const code_condition *conditions, size_t count)
{
    uint32_t weight = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t kind = conditions[i].kind, one = 2;
        if (kind == CODE_IS_WORD || kind == CODE_IS_CLASS || kind == CODE_IS_TYPE) one = 3;
        if (kind == CODE_IS_ANY || kind == CODE_IS_NONE || conditions[i].negative) one = 1;
        if (one > weight) weight = one;
    }
    return weight;
}

drg_status compiler_read_where(code_compiler *compiler, const rule_node *node, code_frame_record *record)
{
    if (node->kind != RULE_MAP)
        return compiler_fail(compiler, node->line, node->column,
                             "expected slots with conditions, as {object: <agreement>}");
    BASE_VECTOR(code_where) wheres = {0};
    for (size_t i = 0; i < node->count; i += 2) {
        const rule_node *key = node->items[i];
        code_where where = {0};
        drg_status status = compiler_need_scalar(compiler, key, "a slot");
        if (status == DRG_OK) status = read_path(compiler, key, key->text, true, &where.path);
        condition_list list = {0};
        if (status == DRG_OK)
            status = compiler_each_scalar(compiler, node->items[i + 1],
                                          "conditions such as [<agreement>, not deadline]", read_condition, &list);
        if (status != DRG_OK) return status;
        where.conditions = (uint32_t)compiler->conditions.count;
        where.condition_count = (uint32_t)list.items.count;
        for (size_t k = 0; k < list.items.count; k++)
            base_push(compiler->arena, &compiler->conditions) = list.items.items[k];
        record->specificity += condition_weight(list.items.items, list.items.count);
        base_push(compiler->arena, &wheres) = where;
    }
    record->wheres = (uint32_t)compiler->wheres.count;
    record->where_count = (uint32_t)wheres.count;
    for (size_t i = 0; i < wheres.count; i++) base_push(compiler->arena, &compiler->wheres) = wheres.items[i];
    return DRG_OK;
}

/* ---- figures */

static drg_status read_figure(code_compiler *compiler, const rule_node *node, void *context, code_figure figure)
{
    drg_status status = compiler_need_scalar(compiler, node, "a slot such as object");
    if (status != DRG_OK) return status;
    return read_path(compiler, node, node->text, false, &((code_frame_record *)context)->figures[figure]);
}

static drg_status read_dead(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_figure(compiler, node, context, CODE_FIGURE_DEAD);
}

static drg_status read_injured(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_figure(compiler, node, context, CODE_FIGURE_INJURED);
}

static drg_status read_detained(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_figure(compiler, node, context, CODE_FIGURE_DETAINED);
}

static drg_status read_people(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_figure(compiler, node, context, CODE_FIGURE_PEOPLE);
}

static drg_status read_money(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_figure(compiler, node, context, CODE_FIGURE_MONEY);
}

drg_status compiler_read_figures(code_compiler *compiler, const rule_node *node, code_frame_record *record)
{
    static const compiler_key keys[] = {{"dead", read_dead},
                                        {"injured", read_injured},
                                        {"detained", read_detained},
                                        {"people", read_people},
                                        {"money", read_money}};
    return compiler_read_map(compiler, node, "figures", keys, sizeof keys / sizeof *keys, record);
}
