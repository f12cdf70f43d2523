/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the lists `fires` and `silent` of a frame. Out: drg_example entries, what is expected written as in a corpus
 * file: type=CONSULT actors="FRA GOV; DEU GOV" status=planned.
 */
#include "code/compiler.h"

typedef struct example_draft {
    compiler_example example;
    drg_type type;
    drg_text mode;
    bool has_type, has_mode;
    const rule_node *mode_node;
    BASE_VECTOR(char) fields;
} example_draft;

static void put_text(code_compiler *compiler, example_draft *draft, drg_text text)
{
    for (size_t i = 0; i < text.size; i++) base_push(compiler->arena, &draft->fields) = text.data[i];
}

/* Appends NAME="VALUE" or NAME=VALUE. */
static void put_field(code_compiler *compiler, example_draft *draft, const char *name, drg_text value, bool quoted)
{
    if (draft->fields.count) put_text(compiler, draft, BASE_LITERAL(" "));
    put_text(compiler, draft, base_text_from(name));
    put_text(compiler, draft, quoted ? BASE_LITERAL("=\"") : BASE_LITERAL("="));
    put_text(compiler, draft, value);
    if (quoted) put_text(compiler, draft, BASE_LITERAL("\""));
}

static drg_status read_text(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_status status = compiler_need_scalar(compiler, node, "a sentence");
    if (status == DRG_OK) ((example_draft *)context)->example.text = base_text_trim(node->text);
    return status;
}

static drg_status need_day(code_compiler *compiler, const rule_node *node, drg_text day)
{
    if (record_day_exists(day)) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column, "'%.*s' is no day; expected one as 2024-05-14",
                         BASE_PRINT(day));
}

static drg_status read_date(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_status status = compiler_need_scalar(compiler, node, "a day as 2024-05-14");
    if (status == DRG_OK) status = need_day(compiler, node, node->text);
    if (status == DRG_OK) ((example_draft *)context)->example.date = node->text;
    return status;
}

static drg_status read_when(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_status status = compiler_need_scalar(compiler, node, "a day as 2024-05-14, or two as 2024-05-06..2024-05-12");
    if (status != DRG_OK) return status;
    drg_text text = node->text;
    bool two = text.size == 22 && text.data[10] == '.' && text.data[11] == '.';
    status = need_day(compiler, node, two ? base_text_slice(text, 0, 10) : text);
    if (status == DRG_OK && two) status = need_day(compiler, node, base_text_slice(text, 12, 22));
    if (status == DRG_OK) put_field(compiler, context, "date", text, false);
    return status;
}

static drg_status read_example_type(code_compiler *compiler, const rule_node *node, void *context)
{
    example_draft *draft = context;
    draft->has_type = true;
    return compiler_read_type(compiler, node, &draft->type);
}

static drg_status read_example_mode(code_compiler *compiler, const rule_node *node, void *context)
{
    example_draft *draft = context;
    drg_status status = compiler_need_scalar(compiler, node, "a mode");
    draft->has_mode = true;
    draft->mode = node->text;
    draft->mode_node = node;
    return status;
}

static drg_status read_status(code_compiler *compiler, const rule_node *node, void *context)
{
    if (node->kind != RULE_SCALAR || record_event_status_from(node->text) == DRG_NONE)
        return compiler_fail(compiler, node->line, node->column,
                             "'%.*s' is no status; expected actual, ongoing, planned, cancelled, denied, conditional, "
                             "hypothetical or historical",
                             BASE_PRINT(node->text));
    put_field(compiler, context, "status", node->text, false);
    return DRG_OK;
}

static drg_status join_name(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_text *joined = context;
    if (memchr(node->text.data, '"', node->text.size) || memchr(node->text.data, ';', node->text.size))
        return compiler_fail(compiler, node->line, node->column,
                             "'%.*s': a name without quotes and semicolons was expected", BASE_PRINT(node->text));
    *joined = base_text_format(compiler->arena, "%.*s%s%.*s", (int)joined->size, joined->size ? joined->data : "",
                               joined->size ? "; " : "", (int)node->text.size, node->text.data);
    return DRG_OK;
}

static drg_status read_names(code_compiler *compiler, const rule_node *node, void *context, const char *field)
{
    drg_text joined = {"", 0};
    drg_status status = DRG_OK;
    if (node->kind != RULE_LIST || node->count) /* an empty list: nobody must be there */
        status = compiler_each_scalar(compiler, node, "actors such as [FRA GOV, Emmanuel Macron]", join_name, &joined);
    if (status == DRG_OK) put_field(compiler, context, field, joined, true);
    return status;
}

static drg_status read_actors(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_names(compiler, node, context, "actors");
}

static drg_status read_recipients(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_names(compiler, node, context, "recipients");
}

static drg_status read_third(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_names(compiler, node, context, "third");
}

static drg_status read_place(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_text joined = {"", 0};
    drg_status status = compiler_need_scalar(compiler, node, "the name of a place");
    if (status == DRG_OK) status = join_name(compiler, node, &joined);
    if (status == DRG_OK) put_field(compiler, context, "place", joined, true);
    return status;
}

static drg_status read_negated(code_compiler *compiler, const rule_node *node, void *context)
{
    if (node->kind != RULE_SCALAR || (!base_text_is(node->text, "true") && !base_text_is(node->text, "false")))
        return compiler_fail(compiler, node->line, node->column, "expected true or false");
    put_field(compiler, context, "negated", node->text, false);
    return DRG_OK;
}

static drg_status read_number(code_compiler *compiler, const rule_node *node, void *context, const char *field)
{
    drg_status status = compiler_need_scalar(compiler, node, "a number");
    if (status != DRG_OK) return status;
    for (size_t i = 0; i < node->text.size; i++)
        if (node->text.data[i] < '0' || node->text.data[i] > '9')
            return compiler_fail(compiler, node->line, node->column, "'%.*s': expected a whole number",
                                 BASE_PRINT(node->text));
    put_field(compiler, context, field, node->text, false);
    return DRG_OK;
}

static drg_status read_dead(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_number(compiler, node, context, "dead");
}

static drg_status read_injured(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_number(compiler, node, context, "injured");
}

static drg_status read_detained(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_number(compiler, node, context, "detained");
}

static drg_status read_people(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_number(compiler, node, context, "people");
}

static const compiler_key FIRES_KEYS[] = {{"text", read_text},
                                          {"date", read_date},
                                          {"type", read_example_type},
                                          {"mode", read_example_mode},
                                          {"status", read_status},
                                          {"actors", read_actors},
                                          {"recipients", read_recipients},
                                          {"third", read_third},
                                          {"when", read_when},
                                          {"place", read_place},
                                          {"negated", read_negated},
                                          {"dead", read_dead},
                                          {"injured", read_injured},
                                          {"detained", read_detained},
                                          {"people", read_people}};

static void add_example(code_compiler *compiler, const rule_node *node, example_draft *draft)
{
    draft->example.line = node->line;
    draft->example.expected = (drg_text){draft->fields.items ? draft->fields.items : "", draft->fields.count};
    base_push(compiler->arena, &compiler->examples) = draft->example;
}

static drg_status read_fires(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts)
{
    example_draft draft = {.example = {.rule = facts->rule, .fires = true}, .type = facts->type};
    drg_status status =
        compiler_read_map(compiler, node, "an example", FIRES_KEYS, sizeof FIRES_KEYS / sizeof *FIRES_KEYS, &draft);
    if (status != DRG_OK) return status;
    if (!draft.example.text.size) return compiler_fail(compiler, node->line, node->column, "an example lacks its text");
    if (!draft.has_mode && draft.type == facts->type) draft.mode = facts->mode;
    if (draft.mode.size)
        status = compiler_check_mode(compiler, draft.mode_node ? draft.mode_node : node, draft.type, draft.mode);
    if (status != DRG_OK) return status;
    put_field(compiler, &draft, "type", base_text_from(drg_type_name(draft.type)), false);
    if (draft.mode.size) put_field(compiler, &draft, "mode", draft.mode, false);
    add_example(compiler, node, &draft);
    return DRG_OK;
}

drg_status compiler_read_fires(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts)
{
    if (node->kind != RULE_LIST || !node->count)
        return compiler_fail(compiler, node->line, node->column,
                             "expected a list of examples, each starting with '- text:'");
    drg_status status = DRG_OK;
    for (size_t i = 0; status == DRG_OK && i < node->count; i++) status = read_fires(compiler, node->items[i], facts);
    return status;
}

static drg_status read_silent(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts)
{
    static const compiler_key keys[] = {{"text", read_text}, {"date", read_date}};
    example_draft draft = {.example = {.rule = facts->rule}};
    drg_status status = node->kind == RULE_SCALAR
                            ? read_text(compiler, node, &draft)
                            : compiler_read_map(compiler, node, "an example", keys, sizeof keys / sizeof *keys, &draft);
    if (status != DRG_OK) return status;
    if (!draft.example.text.size) return compiler_fail(compiler, node->line, node->column, "an example lacks its text");
    add_example(compiler, node, &draft);
    return DRG_OK;
}

drg_status compiler_read_silent(code_compiler *compiler, const rule_node *node, const compiler_frame_facts *facts)
{
    if (node->kind != RULE_LIST || !node->count)
        return compiler_fail(compiler, node->line, node->column, "expected a list of sentences");
    drg_status status = DRG_OK;
    for (size_t i = 0; status == DRG_OK && i < node->count; i++) status = read_silent(compiler, node->items[i], facts);
    return status;
}
