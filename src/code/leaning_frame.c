/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a type and a mode. Out: a frame of the model: the act, with roles from the slots where English mostly has them.
 * No word triggers it; the model fires it where it proposes a type for a predicate that no written frame covers, so
 * that status, attribution, roles, date and place are worked out by the same code as for a frame.
 */
#include "code/compiler.h"

#define WITHIN(outer, inner) (CODE_SLOT_##outer | (code_path)CODE_SLOT_##inner << 8)

/* One alternative each, in the order in which they are tried. */
static const code_path ACTOR_PATHS[] = {CODE_SLOT_SUBJECT, CODE_SLOT_BETWEEN};
static const code_path RECIPIENT_PATHS[] = {
    CODE_SLOT_INDIRECT,   CODE_SLOT_OBJECT,        CODE_SLOT_WITH,       CODE_SLOT_AGAINST,  CODE_SLOT_TO,
    CODE_SLOT_ON,         CODE_SLOT_FROM,          CODE_SLOT_FOR,        CODE_SLOT_AT,       CODE_SLOT_OF,
    WITHIN(OBJECT, OF),   WITHIN(OBJECT, AGAINST), WITHIN(OBJECT, WITH), WITHIN(OBJECT, TO), WITHIN(OBJECT, ON),
    WITHIN(OBJECT, FROM), WITHIN(OBJECT, SUBJECT), CODE_SLOT_OVER,       CODE_SLOT_IN};

static code_source put_source(code_compiler *compiler, const code_path *paths, size_t count)
{
    code_source source = {(uint32_t)compiler->numbers.count, (uint32_t)count};
    for (size_t i = 0; i < count; i++) {
        base_push(compiler->arena, &compiler->numbers) = 1;
        base_push(compiler->arena, &compiler->numbers) = paths[i];
    }
    return source;
}

static bool is_it(const code_compiler *compiler, const code_frame_record *frame, drg_type type, drg_text mode)
{
    const code_act_record *act = &compiler->acts.items[frame->act];
    return (frame->flags & CODE_MODEL) && act->type == (uint32_t)type && act->mode_size == mode.size &&
           (mode.size == 0 || memcmp(compiler->texts.items + act->mode_offset, mode.data, mode.size) == 0);
}

/* Physical acts are told without a doer: "three villagers were killed". */
static bool is_seen(drg_type type)
{
    return type == DRG_ASSAULT || type == DRG_COERCE || type == DRG_RETREAT;
}

uint32_t compiler_model_frame(code_compiler *compiler, drg_type type, drg_text mode)
{
    for (size_t i = compiler->frames.count; i-- > 0 && (compiler->frames.items[i].flags & CODE_MODEL);)
        if (is_it(compiler, &compiler->frames.items[i], type, mode)) return (uint32_t)i;
    drg_text rule = base_text_format(compiler->arena, "model#%s", drg_type_name(type));
    code_act_record act = {0, (uint32_t)type, compiler_text(compiler, mode), (uint32_t)mode.size};
    code_frame_record frame = {.name_offset = compiler_text(compiler, rule),
                               .name_size = (uint32_t)rule.size,
                               .act = (uint32_t)compiler->acts.count,
                               .flags =
                                   CODE_MODEL | CODE_RECIPROCAL | (is_seen(type) ? CODE_AGENTLESS : CODE_NEED_ACTOR)};
    frame.roles[CODE_ROLE_ACTOR] = put_source(compiler, ACTOR_PATHS, sizeof ACTOR_PATHS / sizeof *ACTOR_PATHS);
    frame.roles[CODE_ROLE_RECIPIENT] =
        put_source(compiler, RECIPIENT_PATHS, sizeof RECIPIENT_PATHS / sizeof *RECIPIENT_PATHS);
    base_push(compiler->arena, &compiler->acts) = act;
    base_push(compiler->arena, &compiler->frames) = frame;
    return (uint32_t)compiler->frames.count - 1;
}
