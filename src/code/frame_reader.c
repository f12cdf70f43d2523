/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/frames/FILE.yaml as nodes. Out: frames and their triggers. Each key has a function that reads its value, so
 * that a wrong one is refused where it stands and with what was expected; the keys that name slots are read by
 * slot_reader.c, a pattern by pattern_reader.c, the examples by example_reader.c. The syntax is told in docs/frames.md.
 */
#include "code/compiler.h"

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
    uint32_t id;
    uint32_t trigger_count;
} frame_draft;

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

/* ---- slots and roles: slot_reader.c reads them, the draft keeps the record */

static drg_status read_actor(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_read_role(compiler, node, CODE_ROLE_ACTOR, &((frame_draft *)context)->record);
}

static drg_status read_recipient(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_read_role(compiler, node, CODE_ROLE_RECIPIENT, &((frame_draft *)context)->record);
}

static drg_status read_third(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_read_role(compiler, node, CODE_ROLE_THIRD, &((frame_draft *)context)->record);
}

static drg_status read_need(code_compiler *compiler, const rule_node *node, void *context)
{
    frame_draft *draft = context;
    draft->has_need = true;
    return compiler_read_need(compiler, node, &draft->record);
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

static drg_status read_where(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_read_where(compiler, node, &((frame_draft *)context)->record);
}

static drg_status read_figures(code_compiler *compiler, const rule_node *node, void *context)
{
    return compiler_read_figures(compiler, node, &((frame_draft *)context)->record);
}

/* ---- readings, flags */

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
