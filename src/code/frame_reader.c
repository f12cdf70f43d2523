/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/frames/FILE.yaml as nodes. Out: frames, triggers, conditions. Each key has a function that reads its value,
 * so that a wrong one is refused where it stands and with what was expected. The syntax is told in docs/frames.md.
 */
#include "code/compiler.h"

#include <stdio.h>

/* A frame while its keys are read; keys come in any order, so what depends on others waits until the end. */
typedef struct frame_draft {
    code_frame_record record;
    drg_text file, name;
    drg_type type;
    bool has_type;
    const rule_node *node, *mode, *fires, *silent;
    const rule_node *readings;
    bool has_need, has_pattern, has_forms, has_others; /* others: triggers that are no forms */
    int priority;
    size_t trigger_words; /* most words of a trigger beyond the first: counted for each trigger at run time */
    uint32_t id;
    uint32_t trigger_count;
} frame_draft;

/* ---- helpers that the example reader uses too */

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

/* ---- name, type, mode, cameo */

static drg_status read_name(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    drg_status status = compiler_need_scalar(compiler, node, "a name of letters, digits and hyphens");
    if (status != DRG_OK) return status;
    for (size_t i = 0; i < node->text.size; i++) {
        char c = node->text.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (i && c == '-')))
            return compiler_fail(compiler, node->line, node->column,
                                 "name '%.*s': expected small letters, digits and hyphens", BASE_PRINT(node->text));
    }
    draft->name = node->text;
    return DRG_OK;
}

static drg_status read_type(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    draft->has_type = true;
    return compiler_read_type(compiler, node, &draft->type);
}

static drg_status read_mode(code_compiler *compiler, const rule_node *node, void *context)
{
    ((frame_draft *)context)->mode = node;
    if (node->kind == RULE_SCALAR) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column, "expected one mode");
}

static drg_status read_cameo(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    drg_status status = compiler_need_scalar(compiler, node, "a CAMEO code in quotes");
    if (status != DRG_OK) return status;
    if (!record_cameo_exists(node->text))
        return compiler_fail(compiler, node->line, node->column,
                             "'%.*s' is no CAMEO 1.1b3 code; expected one such as \"040\", in quotes",
                             BASE_PRINT(node->text));
    draft->record.cameo_offset = compiler_text(compiler, node->text);
    draft->record.cameo_size = (uint32_t)node->text.size;
    return DRG_OK;
}

/* ---- triggers */

typedef struct trigger_reading {
    frame_draft *draft;
    code_trigger_kind kind;
} trigger_reading;

static void hang_trigger(code_compiler *compiler, const compiler_words *words, void *context)
{
    const trigger_reading *reading = context;
    code_trigger trigger = {reading->draft->id, (uint32_t)reading->kind, compiler_phrase(compiler, words)};
    uint32_t word = compiler_word(compiler, words->head);
    base_push(compiler->arena, &compiler->words.items[word].triggers) = trigger;
    reading->draft->trigger_count++;
}

static drg_status read_trigger(code_compiler *compiler, const rule_node *node, void *context)
{
    const trigger_reading *reading = context;
    compiler_words words;
    bool head_first = reading->kind == CODE_TRIGGER_VERB || reading->kind == CODE_TRIGGER_ADJECTIVE;
    const char *expected = compiler_words_read(compiler, node->text, head_first, &words);
    if (expected)
        return compiler_fail(compiler, node->line, node->column, "'%.*s': expected %s", BASE_PRINT(node->text),
                             expected);
    compiler_words_each(compiler, &words, hang_trigger, context);
    return DRG_OK;
}

static drg_status read_triggers(code_compiler *compiler, const rule_node *node, void *context, code_trigger_kind kind,
                                const char *what)
{
    trigger_reading reading = {context, kind};
    reading.draft->has_others = true;
    return compiler_each_scalar(compiler, node, what, read_trigger, &reading);
}

static drg_status read_verbs(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_triggers(compiler, node, context, CODE_TRIGGER_VERB, "verbs such as [meet, \"pull out\"]");
}

static drg_status read_nouns(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_triggers(compiler, node, context, CODE_TRIGGER_NOUN, "nouns such as [invasion, \"talk (plural)\"]");
}

static drg_status read_light_nouns(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_triggers(compiler, node, context, CODE_TRIGGER_LIGHT_NOUN, "nouns such as [support, \"phone call\"]");
}

static drg_status read_adjectives(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_triggers(compiler, node, context, CODE_TRIGGER_ADJECTIVE, "adjectives such as [open, willing]");
}

static drg_status read_form(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    compiler_words words;
    const char *expected = compiler_words_read(compiler, node->text, true, &words);
    if (expected || words.other_count)
        return compiler_fail(compiler, node->line, node->column, "'%.*s': expected one word such as left",
                             BASE_PRINT(node->text));
    hang_trigger(compiler, &words, &(trigger_reading){draft, CODE_TRIGGER_FORM});
    draft->has_forms = true;
    return DRG_OK;
}

static drg_status read_forms(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_each_scalar(compiler, node, "verbs as they stand, such as [left, leaves]", read_form, context);
}

static drg_status read_pattern(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    draft->has_pattern = true;
    return compiler_read_pattern(compiler, node, &draft->record);
}

static drg_status read_light_verb(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    compiler_words words;
    const char *expected = compiler_words_read(compiler, node->text, true, &words);
    if (expected || words.other_count)
        return compiler_fail(compiler, node->line, node->column, "'%.*s': expected one verb such as reach",
                             BASE_PRINT(node->text));
    uint32_t word = compiler_word(compiler, words.head);
    base_push(compiler->arena, &compiler->numbers) = word;
    draft->record.light_count++;
    return DRG_OK;
}

static drg_status read_light_verbs(code_compiler *compiler, const rule_node *node, void *context)
{
    ((frame_draft *)context)->record.lights = (uint32_t)compiler->numbers.count;
    return compiler_each_scalar(compiler, node, "verbs such as [strike, reach]", read_light_verb, context);
}

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

static drg_status read_role(code_compiler *compiler, const rule_node *node, void *context, code_role role)
{
    code_source *source = &((frame_draft *)context)->record.roles[role];
    source->first = (uint32_t)compiler->numbers.count;
    return compiler_each_scalar(compiler, node, "slots such as [subject, with]", read_alternative, source);
}

static drg_status read_actor(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_role(compiler, node, context, CODE_ROLE_ACTOR);
}

static drg_status read_recipient(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_role(compiler, node, context, CODE_ROLE_RECIPIENT);
}

static drg_status read_third(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_role(compiler, node, context, CODE_ROLE_THIRD);
}

static drg_status read_needed(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    static const struct {
        const char *name;
        uint32_t flag;
    } roles[] = {{"actor", CODE_NEED_ACTOR}, {"recipient", CODE_NEED_RECIPIENT}, {"third", CODE_NEED_THIRD}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (base_text_is(node->text, roles[i].name)) {
            draft->record.flags |= roles[i].flag;
            return DRG_OK;
        }
    return compiler_fail(compiler, node->line, node->column, "'%.*s' is no role; expected actor, recipient or third",
                         BASE_PRINT(node->text));
}

static drg_status read_need(code_compiler *compiler, const rule_node *node, void *context)
{
    ((frame_draft *)context)->has_need = true;
    return compiler_each_scalar(compiler, node, "roles such as [actor, recipient]", read_needed, context);
}

static drg_status read_of(code_compiler *compiler, const rule_node *node, void *context)
{
    drg_status status = compiler_need_scalar(compiler, node, "subject or object");
    if (status != DRG_OK) return status;
    if (base_text_is(node->text, "subject"))
        ((frame_draft *)context)->record.flags |= CODE_OF_SUBJECT;
    else if (!base_text_is(node->text, "object"))
        return compiler_fail(compiler, node->line, node->column, "'%.*s': expected subject or object",
                             BASE_PRINT(node->text));
    return DRG_OK;
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

static drg_status read_where(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
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
        draft->record.specificity += condition_weight(list.items.items, list.items.count);
        base_push(compiler->arena, &wheres) = where;
    }
    draft->record.wheres = (uint32_t)compiler->wheres.count;
    draft->record.where_count = (uint32_t)wheres.count;
    for (size_t i = 0; i < wheres.count; i++) base_push(compiler->arena, &compiler->wheres) = wheres.items[i];
    return DRG_OK;
}

/* ---- readings, figures, flags */

static drg_status keep_readings(code_compiler *compiler, const rule_node *node, void *context)
{
    ((frame_draft *)context)->readings = node;
    if (node->kind == RULE_MAP) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column, "expected readings, as {planned: AGREE, refused: none}");
}

static uint32_t push_act(code_compiler *compiler, bool none, drg_type type, drg_text mode)
{
    code_act_record act = {none, (uint32_t)type, compiler_text(compiler, mode), (uint32_t)mode.size};
    base_push(compiler->arena, &compiler->acts) = act;
    return (uint32_t)compiler->acts.count;
}

static drg_status read_reading_act(code_compiler *compiler, const rule_node *node, uint32_t *ret_act)
{
    drg_status status =
        compiler_need_scalar(compiler, node, "a type such as AGREE, a type and mode such as REJECT meet, or none");
    if (status != DRG_OK) return status;
    if (base_text_is(node->text, "none")) {
        *ret_act = push_act(compiler, true, DRG_AGREE, (drg_text){"", 0});
        return DRG_OK;
    }
    size_t space = 0;
    while (space < node->text.size && node->text.data[space] != ' ') space++;
    rule_node type_node = *node;
    type_node.text = base_text_slice(node->text, 0, space);
    drg_text mode = base_text_trim(base_text_slice(node->text, space, node->text.size));
    drg_type type = DRG_AGREE;
    status = compiler_read_type(compiler, &type_node, &type);
    if (status == DRG_OK) status = compiler_check_mode(compiler, node, type, mode);
    if (status == DRG_OK) *ret_act = push_act(compiler, false, type, mode);
    return status;
}

static drg_status read_readings(code_compiler *compiler, frame_draft *draft)
{
    const rule_node *node = draft->readings;
    for (size_t i = 0; node && i < node->count; i += 2) {
        unsigned reading = 0;
        while (reading < CODE_READING_COUNT &&
               (node->items[i]->kind != RULE_SCALAR ||
                !base_text_is(node->items[i]->text, code_reading_name((code_reading)reading))))
            reading++;
        if (reading == CODE_READING_COUNT)
            return compiler_fail(
                compiler, node->items[i]->line, node->items[i]->column,
                "'%.*s' is no reading; expected planned, promised, refused, cancelled, threatened, demanded, "
                "attempted, alleged or negated",
                BASE_PRINT(node->items[i]->text));
        drg_status status = read_reading_act(compiler, node->items[i + 1], &draft->record.readings[reading]);
        if (status != DRG_OK) return status;
    }
    return DRG_OK;
}

static drg_status read_figure(code_compiler *compiler, const rule_node *node, void *context, code_figure figure)
{
    drg_status status = compiler_need_scalar(compiler, node, "a slot such as object");
    if (status != DRG_OK) return status;
    return read_path(compiler, node, node->text, false, &((frame_draft *)context)->record.figures[figure]);
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

static drg_status read_figures(code_compiler *compiler, const rule_node *node, void *context)
{
    static const compiler_key keys[] = {{"dead", read_dead},
                                        {"injured", read_injured},
                                        {"detained", read_detained},
                                        {"people", read_people},
                                        {"money", read_money}};
    return compiler_read_map(compiler, node, "figures", keys, sizeof keys / sizeof *keys, context);
}

static drg_status read_flag(code_compiler *compiler, const rule_node *node, void *context, uint32_t flag)
{
    frame_draft *draft = context;
    bool yes = node->kind == RULE_SCALAR && base_text_is(node->text, "true");
    if (!yes && !(node->kind == RULE_SCALAR && base_text_is(node->text, "false")))
        return compiler_fail(compiler, node->line, node->column, "expected true or false");
    if (yes) draft->record.flags |= flag;
    return DRG_OK;
}

static drg_status read_reciprocal(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_RECIPROCAL);
}

static drg_status read_agentless(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_AGENTLESS);
}

static drg_status read_anybody(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_ANYBODY);
}

static drg_status read_also(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_ALSO);
}

static drg_status read_begins(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_BEGINS);
}

static drg_status read_reversed(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_REVERSED);
}

static drg_status read_nothing(code_compiler *compiler, const rule_node *node, void *context)
{
    return read_flag(compiler, node, context, CODE_NOTHING);
}

static drg_status read_priority(code_compiler *compiler, const rule_node *node, void *context)
{
    bool negative = node->kind == RULE_SCALAR && node->text.size == 2 && node->text.data[0] == '-';
    char digit =
        node->kind == RULE_SCALAR && node->text.size == (negative ? 2 : 1) ? node->text.data[negative ? 1 : 0] : 'x';
    if (digit < '0' || digit > '9')
        return compiler_fail(compiler, node->line, node->column, "expected a priority from -9 to 9");
    ((frame_draft *)context)->priority = negative ? '0' - digit : digit - '0';
    return DRG_OK;
}

static drg_status read_note(code_compiler *compiler, const rule_node *node, void *context)
{
    (void)context;
    return compiler_need_scalar(compiler, node, "a remark");
}

static drg_status keep_fires(code_compiler *compiler, const rule_node *node, void *context)
{
    (void)compiler;
    ((frame_draft *)context)->fires = node;
    return DRG_OK;
}

static drg_status keep_silent(code_compiler *compiler, const rule_node *node, void *context)
{
    (void)compiler;
    ((frame_draft *)context)->silent = node;
    return DRG_OK;
}

/* ---- the frame */

static const compiler_key FRAME_KEYS[] = {{"name", read_name},
                                          {"type", read_type},
                                          {"mode", read_mode},
                                          {"cameo", read_cameo},
                                          {"verbs", read_verbs},
                                          {"nouns", read_nouns},
                                          {"light_nouns", read_light_nouns},
                                          {"adjectives", read_adjectives},
                                          {"forms", read_forms},
                                          {"pattern", read_pattern},
                                          {"reversed", read_reversed},
                                          {"nothing", read_nothing},
                                          {"light_verbs", read_light_verbs},
                                          {"actor", read_actor},
                                          {"recipient", read_recipient},
                                          {"third", read_third},
                                          {"need", read_need},
                                          {"of", read_of},
                                          {"where", read_where},
                                          {"readings", keep_readings},
                                          {"figures", read_figures},
                                          {"reciprocal", read_reciprocal},
                                          {"agentless", read_agentless},
                                          {"anybody", read_anybody},
                                          {"also", read_also},
                                          {"begins", read_begins},
                                          {"priority", read_priority},
                                          {"note", read_note},
                                          {"fires", keep_fires},
                                          {"silent", keep_silent}};

/* The same for a frame that goes by the order of words, which says all that it needs. */
static const char *pattern_lacks(const frame_draft *draft)
{
    const code_frame_record *record = &draft->record;
    if (!draft->name.size) return "a name";
    if (!draft->has_pattern) return "'pattern:' for its forms";
    if (!draft->has_forms) return "'forms:' for its pattern: the verb as it stands";
    if (!draft->has_type && !(record->flags & CODE_NOTHING)) return "a type";
    if (draft->has_others || record->where_count || draft->readings) return "nothing but forms and a pattern";
    for (unsigned i = 0; i < CODE_ROLE_COUNT; i++)
        if (record->roles[i].alternative_count) return "roles of its pattern ($ and +) only";
    return NULL;
}

/* What a frame must have beside its keys being right. */
static drg_status check_whole(code_compiler *compiler, const frame_draft *draft)
{
    const rule_node *node = draft->node;
    bool pattern = draft->has_pattern || draft->has_forms;
    const char *lacks = pattern ? pattern_lacks(draft) : NULL;
    if (pattern)
        ;
    else if (!draft->name.size)
        lacks = "a name";
    else if (!draft->has_type)
        lacks = "a type";
    else if (!draft->trigger_count)
        lacks = "triggers: verbs, nouns, light_nouns or adjectives";
    else if (!draft->record.roles[CODE_ROLE_ACTOR].alternative_count && !(draft->record.flags & CODE_AGENTLESS))
        lacks = "'actor:' with the slot of who does it";
    else if ((draft->record.flags & CODE_NEED_RECIPIENT) && !draft->record.roles[CODE_ROLE_RECIPIENT].alternative_count)
        lacks = "'recipient:', which it needs";
    else if ((draft->record.flags & CODE_NEED_THIRD) && !draft->record.roles[CODE_ROLE_THIRD].alternative_count)
        lacks = "'third:', which it needs";
    else if (!draft->fires)
        lacks = "'fires:' with a sentence on which it must fire";
    else if (!draft->silent)
        lacks = "'silent:' with a sentence on which it must not";
    if (!lacks) return DRG_OK;
    return compiler_fail(compiler, node->line, node->column, "frame '%.*s' lacks %s", BASE_PRINT(draft->name), lacks);
}

static drg_status finish_frame(code_compiler *compiler, frame_draft *draft)
{
    code_frame_record *record = &draft->record;
    drg_status status = check_whole(compiler, draft);
    drg_text mode = draft->mode ? draft->mode->text : (drg_text){"", 0};
    if (status == DRG_OK && draft->mode) status = compiler_check_mode(compiler, draft->mode, draft->type, mode);
    if (status == DRG_OK) status = read_readings(compiler, draft);
    if (status != DRG_OK) return status;
    if (!draft->has_need && !(record->flags & CODE_AGENTLESS)) record->flags |= CODE_NEED_ACTOR;
    for (uint32_t flag = CODE_NEED_ACTOR; flag <= CODE_NEED_THIRD; flag <<= 1)
        record->specificity += (record->flags & flag) != 0;
    /* kept above zero for every priority */
    record->specificity = (uint32_t)((int)record->specificity + 10 * (draft->priority + 9));
    drg_text rule =
        base_text_format(compiler->arena, "%.*s.yaml#%.*s", BASE_PRINT(draft->file), BASE_PRINT(draft->name));
    record->name_offset = compiler_text(compiler, rule);
    record->name_size = (uint32_t)rule.size;
    record->line = draft->node->line;
    record->act = push_act(compiler, false, draft->type, mode) - 1;
    base_push(compiler->arena, &compiler->frames) = *record;
    compiler_frame_facts facts = {rule, draft->type, mode};
    if (draft->fires) status = compiler_read_fires(compiler, draft->fires, &facts);
    return status == DRG_OK && draft->silent ? compiler_read_silent(compiler, draft->silent, &facts) : status;
}

static drg_status read_frame(code_compiler *compiler, const rule_node *node, drg_text file, base_map *names)
{
    if (compiler->frames.count >= BOUND_FRAMES)
        return compiler_fail(compiler, node->line, node->column, "more than %d frames", BOUND_FRAMES);
    frame_draft draft = {.file = file, .node = node, .id = (uint32_t)compiler->frames.count};
    drg_status status =
        compiler_read_map(compiler, node, "a frame", FRAME_KEYS, sizeof FRAME_KEYS / sizeof *FRAME_KEYS, &draft);
    if (status == DRG_OK) status = finish_frame(compiler, &draft);
    if (status != DRG_OK) return status;
    uint32_t *line = base_map_put(compiler->arena, names, draft.name, node->line);
    if (*line != node->line)
        return compiler_fail(compiler, node->line, node->column, "a second frame named '%.*s'; the first is in line %u",
                             BASE_PRINT(draft.name), *line);
    return DRG_OK;
}

drg_status compiler_read_frame_file(code_compiler *compiler, drg_text file, drg_text bytes)
{
    rule_node *root;
    drg_status status = rule_file_read(compiler->arena, compiler->path, bytes, &root, compiler->error);
    if (status != DRG_OK) return status;
    if (root->kind != RULE_LIST)
        return compiler_fail(compiler, root->line, root->column,
                             "expected a list of frames, each starting with '- name:'");
    base_map names = {0};
    for (size_t i = 0; status == DRG_OK && i < root->count; i++)
        status = read_frame(compiler, root->items[i], file, &names);
    return status;
}

drg_status compiler_read_frames(code_compiler *compiler, const char *data_folder)
{
    const char *folder = base_text_format(compiler->arena, "%s/frames", data_folder).data;
    drg_texts files;
    drg_status status = base_folder_list(compiler->arena, folder, ".yaml", false, &files, compiler->error);
    for (size_t i = 0; status == DRG_OK && i < files.count; i++) {
        compiler->path = base_text_format(compiler->arena, "%s/%.*s", folder, BASE_PRINT(files.items[i])).data;
        drg_text bytes, name = base_text_slice(files.items[i], 0, files.items[i].size - 5);
        status = base_file_read(compiler->arena, compiler->path, BOUND_RULE_FILE_BYTES, &bytes, compiler->error);
        if (status == DRG_OK) status = compiler_read_frame_file(compiler, name, bytes);
    }
    return status;
}
