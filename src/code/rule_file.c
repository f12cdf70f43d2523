/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the bytes of a YAML file. Out: a tree of nodes with line and column. By libyaml's event interface rather than its
 * document interface: that one keeps no column for keys and loads aliases, which let a short file grow without bound.
 */
#include "code/rule_file.h"

#include <yaml.h>

typedef struct rule_parse {
    base_arena *arena;
    const char *path;
    drg_error *error;
    yaml_parser_t parser;
    yaml_event_t held[RULE_DEPTH + 3]; /* open lists and maps, and the event being read */
    size_t held_count;
} rule_parse;

static drg_status fail_at(rule_parse *parse, yaml_mark_t mark, const char *what)
{
    return base_fail(parse->error, DRG_ERROR_FORMAT, "%s line %zu, column %zu: %s", parse->path, mark.line + 1,
                     mark.column + 1, what);
}

static drg_status fail_parser(rule_parse *parse)
{
    const yaml_parser_t *parser = &parse->parser;
    if (parser->error == YAML_MEMORY_ERROR) return base_fail(parse->error, DRG_ERROR_MEMORY, "out of memory");
    const char *problem = parser->problem ? parser->problem : "not readable as YAML";
    if (parser->error == YAML_READER_ERROR)
        return base_fail(parse->error, DRG_ERROR_FORMAT, "%s byte %zu: %s; expected UTF-8 text", parse->path,
                         parser->problem_offset, problem);
    const char *context = parser->context ? parser->context : "";
    return base_fail(parse->error, DRG_ERROR_FORMAT, "%s line %zu, column %zu: not valid YAML: %s%s%s", parse->path,
                     parser->problem_mark.line + 1, parser->problem_mark.column + 1, context, *context ? ", " : "",
                     problem);
}

static rule_node *new_node(rule_parse *parse, rule_kind kind, yaml_mark_t mark)
{
    rule_node *node = BASE_NEW(parse->arena, rule_node);
    node->kind = kind;
    node->line = (uint32_t)mark.line + 1;
    node->column = (uint32_t)mark.column + 1;
    return node;
}

static drg_status read_items(rule_parse *parse, rule_node *parent, yaml_event_type_t end, int depth);

static bool has_anchor_or_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return event->data.scalar.anchor || event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.anchor || event->data.sequence_start.tag;
    case YAML_MAPPING_START_EVENT: return event->data.mapping_start.anchor || event->data.mapping_start.tag;
    default: return false;
    }
}

/* The node that an event opens, read to its end. */
static drg_status read_node(rule_parse *parse, const yaml_event_t *event, int depth, rule_node **ret_node)
{
    yaml_mark_t mark = event->start_mark;
    if (has_anchor_or_tag(event))
        return fail_at(parse, mark, "anchors and tags ('&', '!') are not used in these files; put the value in quotes");
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        *ret_node = new_node(parse, RULE_SCALAR, mark);
        (*ret_node)->text =
            base_text_copy(parse->arena, (drg_text){(const char *)event->data.scalar.value, event->data.scalar.length});
        return DRG_OK;
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (depth >= RULE_DEPTH) return fail_at(parse, mark, "lists and maps lie too deep inside each other");
        bool list = event->type == YAML_SEQUENCE_START_EVENT;
        *ret_node = new_node(parse, list ? RULE_LIST : RULE_MAP, mark);
        return read_items(parse, *ret_node, list ? YAML_SEQUENCE_END_EVENT : YAML_MAPPING_END_EVENT, depth + 1);
    case YAML_ALIAS_EVENT:
        return fail_at(parse, mark, "aliases ('*') are not used in these files; put the value in quotes");
    default: return fail_at(parse, mark, "not expected here");
    }
}

/* Gets the next event and holds it, so that it is let go even when the arena jumps out. */
static drg_status hold_event(rule_parse *parse, yaml_event_t **ret_event)
{
    yaml_event_t *event = &parse->held[parse->held_count];
    if (!yaml_parser_parse(&parse->parser, event)) return fail_parser(parse);
    parse->held_count++;
    *ret_event = event;
    return DRG_OK;
}

static void drop_event(rule_parse *parse)
{
    yaml_event_delete(&parse->held[--parse->held_count]);
}

static drg_status read_items(rule_parse *parse, rule_node *parent, yaml_event_type_t end, int depth)
{
    BASE_VECTOR(rule_node *) items = {0};
    for (bool open = true; open;) {
        yaml_event_t *event = NULL;
        drg_status status = hold_event(parse, &event);
        if (status != DRG_OK) return status;
        rule_node *node = NULL;
        open = event->type != end;
        if (open) status = read_node(parse, event, depth, &node);
        drop_event(parse);
        if (status != DRG_OK) return status;
        if (open) base_push(parse->arena, &items) = node;
    }
    parent->items = items.items;
    parent->count = items.count;
    return DRG_OK;
}

static bool is_frame_of_stream(yaml_event_type_t type)
{
    return type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT || type == YAML_DOCUMENT_END_EVENT ||
           type == YAML_STREAM_END_EVENT;
}

/* Not inlined into the function that holds the jump: its variables would be lost by it. */
__attribute__((noinline)) static drg_status read_document(rule_parse *parse, rule_node **ret_root)
{
    rule_node *root = NULL;
    for (bool open = true; open;) {
        yaml_event_t *event = NULL;
        drg_status status = hold_event(parse, &event);
        if (status != DRG_OK) return status;
        open = event->type != YAML_STREAM_END_EVENT;
        if (!is_frame_of_stream(event->type))
            status =
                root ? fail_at(parse, event->start_mark, "a second document ('---'); expected one list in each file")
                     : read_node(parse, event, 0, &root);
        drop_event(parse);
        if (status != DRG_OK) return status;
    }
    *ret_root = root ? root : new_node(parse, RULE_LIST, (yaml_mark_t){0});
    return DRG_OK;
}

static void close_parse(rule_parse *parse)
{
    while (parse->held_count) drop_event(parse);
    yaml_parser_delete(&parse->parser);
}

/* libyaml's memory is not the arena's: when the arena jumps out, it is given back on the way. */
static drg_status read_guarded(rule_parse *parse, rule_node **ret_root)
{
    base_arena *arena = parse->arena;
    jmp_buf escape, *outer = arena->escape;
    if (setjmp(escape)) {
        close_parse(parse);
        parse->arena->escape = outer;
        longjmp(*outer, 1);
    }
    arena->escape = &escape;
    drg_status status = read_document(parse, ret_root);
    parse->arena->escape = outer;
    return status;
}

drg_status rule_file_read(base_arena *arena, const char *path, drg_text bytes, rule_node **ret_root, drg_error *error)
{
    rule_parse parse = {.arena = arena, .path = path, .error = error};
    if (!yaml_parser_initialize(&parse.parser)) return base_fail(error, DRG_ERROR_MEMORY, "out of memory");
    yaml_parser_set_encoding(&parse.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parse.parser, (const unsigned char *)bytes.data, bytes.size);
    drg_status status = read_guarded(&parse, ret_root);
    close_parse(&parse);
    return status;
}
