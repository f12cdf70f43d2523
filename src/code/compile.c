/* SPDX-License-Identifier: Apache-2.0
 *
 * In: data/classes, data/cues, data/frames, data/leanings. Out: the sections "frames" and "frame-examples". What was
 * gathered word by word is laid out array by array, so that the reader takes each in one go.
 */
#include "code/compiler.h"

/* Records are made of 32-bit numbers only (see frame.h). */
static void put_records(model_bytes *bytes, const void *records, size_t count, size_t size)
{
    const uint32_t *numbers = records;
    model_put_u32(bytes, (uint32_t)count);
    for (size_t i = 0; i < count * (size / sizeof *numbers); i++) model_put_u32(bytes, numbers[i]);
}

/* Lays out what hangs on the words: the arrays of members, triggers and cues, and the words' ranges in them. */
static void put_words(code_compiler *compiler, model_bytes *bytes)
{
    base_arena *arena = compiler->arena;
    BASE_VECTOR(code_word) words = {0};
    BASE_VECTOR(code_member) members = {0};
    BASE_VECTOR(code_trigger) triggers = {0};
    BASE_VECTOR(code_cue) cues = {0};
    BASE_VECTOR(code_leaning) leanings = {0};
    for (size_t i = 0; i < compiler->words.count; i++) {
        const compiler_entry *entry = &compiler->words.items[i];
        code_word word = {(uint32_t)members.count,
                          (uint32_t)entry->members.count,
                          (uint32_t)triggers.count,
                          (uint32_t)entry->triggers.count,
                          (uint32_t)cues.count,
                          (uint32_t)entry->cues.count,
                          (uint32_t)code_preposition_from(entry->text),
                          (uint32_t)leanings.count,
                          (uint32_t)entry->leanings.count};
        for (size_t k = 0; k < entry->members.count; k++) base_push(arena, &members) = entry->members.items[k];
        for (size_t k = 0; k < entry->triggers.count; k++) base_push(arena, &triggers) = entry->triggers.items[k];
        for (size_t k = 0; k < entry->cues.count; k++) base_push(arena, &cues) = entry->cues.items[k];
        for (size_t k = 0; k < entry->leanings.count; k++) base_push(arena, &leanings) = entry->leanings.items[k];
        base_push(arena, &words) = word;
    }
    put_records(bytes, words.items, words.count, sizeof(code_word));
    put_records(bytes, members.items, members.count, sizeof(code_member));
    put_records(bytes, triggers.items, triggers.count, sizeof(code_trigger));
    put_records(bytes, cues.items, cues.count, sizeof(code_cue));
    put_records(bytes, leanings.items, leanings.count, sizeof(code_leaning));
}

static void put_lexicon(code_compiler *compiler, model_bytes *bytes)
{
    size_t count = compiler->words.count;
    drg_text *keys = BASE_ARRAY(compiler->arena, drg_text, count);
    uint32_t *values = BASE_ARRAY(compiler->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        keys[i] = compiler->words.items[i].text;
        values[i] = (uint32_t)i;
    }
    model_put_align(bytes, 8);
    model_put_table(bytes, keys, values, count);
}

static void put_frames(code_compiler *compiler, model_builder *builder)
{
    model_bytes bytes = {.arena = compiler->arena};
    model_put_u32(&bytes, (uint32_t)compiler->classes.count);
    for (unsigned i = 0; i < CODE_CLASS_COUNT; i++) model_put_u32(&bytes, i); /* they were named first */
    for (size_t i = 0; i < compiler->classes.count; i++) model_put_text(&bytes, compiler->classes.items[i].name);
    model_put_text(&bytes, (drg_text){compiler->texts.items, compiler->texts.count});
    for (unsigned i = 0; i < DRG_TYPE_COUNT; i++) model_put_u32(&bytes, compiler->model_frames[i]);
    put_words(compiler, &bytes);
    put_records(&bytes, compiler->conditions.items, compiler->conditions.count, sizeof(code_condition));
    put_records(&bytes, compiler->wheres.items, compiler->wheres.count, sizeof(code_where));
    put_records(&bytes, compiler->frames.items, compiler->frames.count, sizeof(code_frame_record));
    put_records(&bytes, compiler->acts.items, compiler->acts.count, sizeof(code_act_record));
    put_records(&bytes, compiler->numbers.items, compiler->numbers.count, sizeof(uint32_t));
    put_lexicon(compiler, &bytes);
    model_builder_section(builder, "frames", bytes.data.items, bytes.data.count);
}

static void put_examples(code_compiler *compiler, model_builder *builder)
{
    model_bytes bytes = {.arena = compiler->arena};
    model_put_u32(&bytes, (uint32_t)compiler->examples.count);
    for (size_t i = 0; i < compiler->examples.count; i++) {
        const compiler_example *example = &compiler->examples.items[i];
        model_put_text(&bytes, example->rule);
        model_put_u32(&bytes, example->line);
        model_put_text(&bytes, example->text);
        model_put_text(&bytes, example->date);
        model_put_u8(&bytes, example->fires);
        model_put_text(&bytes, example->expected);
    }
    model_builder_section(builder, "frame-examples", bytes.data.items, bytes.data.count);
}

/* English prepositions are words of the lexicon whether a rule names them or not. */
static void add_prepositions(code_compiler *compiler)
{
    static const char *const variants[] = {"towards", "upon", "onto",   "amongst", "amidst",
                                           "vs",      "vs.",  "versus", "till",    "throughout"};
    for (unsigned i = CODE_SLOT_ABOUT; i < CODE_SLOT_COUNT; i++)
        compiler_word(compiler, base_text_from(code_slot_name((code_slot)i)));
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++)
        compiler_word(compiler, base_text_from(variants[i]));
}

drg_status code_compile(base_arena *arena, const char *data_folder, const char *model_folder, model_builder *builder,
                        drg_error *error)
{
    code_compiler compiler = {.arena = arena, .error = error};
    add_prepositions(&compiler);
    drg_status status = compiler_read_classes(&compiler, data_folder);
    if (status == DRG_OK) status = compiler_read_cues(&compiler, data_folder);
    if (status == DRG_OK) status = compiler_read_frames(&compiler, data_folder);
    if (status == DRG_OK) status = compiler_read_leanings(&compiler, data_folder);
    if (status == DRG_OK) status = compiler_finish_classes(&compiler);
    if (status != DRG_OK) return status;
    put_frames(&compiler, builder);
    put_examples(&compiler, builder);
    return code_ranker_compile(arena, model_folder, builder, error);
}
