/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the sections "frames" and "frame-examples" of a data file. Out: code_frames, with every index checked against
 * what it points into, so that the engine may follow them without asking.
 */
#include "code/frame.h"

#include <stdlib.h>

/* A section that says how many records follow cannot hold more than its bytes. */
static const void *get_records(model_reader *reader, base_arena *arena, size_t size, uint32_t *ret_count)
{
    size_t fields = size / sizeof(uint32_t);
    uint32_t count = model_get_u32(reader);
    if (reader->broken || count > (reader->bytes.size - reader->at) / size) {
        reader->broken = true;
        *ret_count = 0;
        return NULL;
    }
    uint32_t *numbers = BASE_ARRAY(arena, uint32_t, (size_t)count * fields + 1);
    for (size_t i = 0; i < (size_t)count * fields; i++) numbers[i] = model_get_u32(reader);
    *ret_count = count;
    return numbers;
}

static const uint32_t *hash_names(base_arena *arena, const drg_text *names, uint32_t count)
{
    uint32_t *keys = BASE_ARRAY(arena, uint32_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) keys[i] = (uint32_t)base_text_hash(names[i]);
    return keys;
}

/* The class context-human-rights is of the context human_rights. */
static const uint8_t *read_contexts(code_frames *frames, uint32_t count)
{
    uint8_t *contexts = BASE_ARRAY(&frames->arena, uint8_t, (size_t)count + 1);
    for (uint32_t i = 0; i < count; i++) {
        drg_text name = frames->class_names[i], prefix = BASE_LITERAL("context-");
        char context[32];
        contexts[i] = 0;
        if (!base_text_starts(name, prefix) || name.size - prefix.size > sizeof context) continue;
        for (size_t k = prefix.size; k < name.size; k++)
            context[k - prefix.size] = name.data[k] == '-' ? '_' : name.data[k];
        size_t index = record_context_index((drg_text){context, name.size - prefix.size});
        if (index != SIZE_MAX) contexts[i] = (uint8_t)(index + 1);
    }
    return contexts;
}

static void read_sections(code_frames *frames, model_reader *reader)
{
    base_arena *arena = &frames->arena;
    frames->class_count = model_get_u32(reader);
    for (unsigned i = 0; i < CODE_CLASS_COUNT; i++) frames->classes[i] = model_get_u32(reader);
    if (frames->class_count > reader->bytes.size) reader->broken = true;
    drg_text *names = BASE_ARRAY(arena, drg_text, reader->broken ? 1 : (size_t)frames->class_count + 1);
    for (uint32_t i = 0; !reader->broken && i < frames->class_count; i++) names[i] = model_get_text(reader);
    frames->class_names = names;
    frames->class_keys = hash_names(arena, names, reader->broken ? 0 : frames->class_count);
    frames->class_context = read_contexts(frames, reader->broken ? 0 : frames->class_count);
    frames->texts = model_get_text(reader);
    for (unsigned i = 0; i < DRG_TYPE_COUNT; i++) frames->model_frames[i] = model_get_u32(reader);
    frames->words = get_records(reader, arena, sizeof(code_word), &frames->word_count);
    frames->members = get_records(reader, arena, sizeof(code_member), &frames->member_count);
    frames->triggers = get_records(reader, arena, sizeof(code_trigger), &frames->trigger_count);
    frames->cues = get_records(reader, arena, sizeof(code_cue), &frames->cue_count);
    frames->leanings = get_records(reader, arena, sizeof(code_leaning), &frames->leaning_count);
    frames->conditions = get_records(reader, arena, sizeof(code_condition), &frames->condition_count);
    frames->wheres = get_records(reader, arena, sizeof(code_where), &frames->where_count);
    frames->frames = get_records(reader, arena, sizeof(code_frame_record), &frames->frame_count);
    frames->acts = get_records(reader, arena, sizeof(code_act_record), &frames->act_count);
    frames->numbers = get_records(reader, arena, sizeof(uint32_t), &frames->number_count);
    model_get_align(reader, 8);
    model_get_table(reader, &frames->lexicon);
}

/* ---- checks */

static bool in_range(uint32_t first, uint32_t count, uint32_t limit)
{
    return first <= limit && count <= limit - first;
}

static bool phrase_is_good(const code_frames *frames, const code_phrase *phrase)
{
    if (!in_range(phrase->others, phrase->other_count, frames->number_count)) return false;
    return phrase->other_count < CODE_PHRASE_WORDS && phrase->number <= CODE_NUMBER_PLURAL;
}

static bool text_is_good(const code_frames *frames, uint32_t offset, uint32_t size)
{
    return offset <= frames->texts.size && size <= frames->texts.size - offset;
}

static bool path_is_good(code_path path)
{
    return CODE_PATH_OUTER(path) < CODE_SLOT_COUNT && path >> 8 < CODE_SLOT_COUNT;
}

static bool source_is_good(const code_frames *frames, const code_source *source)
{
    uint32_t at = source->first;
    for (uint32_t i = 0; i < source->alternative_count; i++) {
        if (at >= frames->number_count || !in_range(at + 1, frames->numbers[at], frames->number_count)) return false;
        for (uint32_t k = 0; k < frames->numbers[at]; k++)
            if (!path_is_good(frames->numbers[at + 1 + k])) return false;
        at += 1 + frames->numbers[at];
    }
    return true;
}

/* The frames that people wrote; the model's follow them, and no word triggers those. */
static uint32_t written_count(const code_frames *frames)
{
    uint32_t count = 0;
    while (count < frames->frame_count && !(frames->frames[count].flags & CODE_MODEL)) count++;
    return count;
}

/* Each record hangs on one word at most, so that no file makes the work of a word more than its own size. */
static bool ranges_are_good(const code_frames *frames)
{
    size_t members = 0, triggers = 0, cues = 0, leanings = 0;
    for (uint32_t i = 0; i < frames->word_count; i++) {
        const code_word *word = &frames->words[i];
        if (!in_range(word->members, word->member_count, frames->member_count) ||
            !in_range(word->triggers, word->trigger_count, frames->trigger_count) ||
            !in_range(word->cues, word->cue_count, frames->cue_count) || word->preposition >= CODE_SLOT_COUNT ||
            !in_range(word->leanings, word->leaning_count, frames->leaning_count))
            return false;
        members += word->member_count;
        triggers += word->trigger_count;
        cues += word->cue_count;
        leanings += word->leaning_count;
    }
    return members <= frames->member_count && triggers <= frames->trigger_count && cues <= frames->cue_count &&
           leanings <= frames->leaning_count;
}

static bool words_are_good(const code_frames *frames)
{
    uint32_t written = written_count(frames);
    if (!ranges_are_good(frames)) return false;
    for (uint32_t i = 0; i < frames->member_count; i++)
        if (frames->members[i].noun_class >= frames->class_count || !phrase_is_good(frames, &frames->members[i].phrase))
            return false;
    for (uint32_t i = 0; i < frames->trigger_count; i++)
        if (frames->triggers[i].frame >= written || frames->triggers[i].kind > CODE_TRIGGER_FORM ||
            !phrase_is_good(frames, &frames->triggers[i].phrase))
            return false;
    for (uint32_t i = 0; i < frames->cue_count; i++) {
        const code_cue *cue = &frames->cues[i];
        if (cue->cue_class >= CODE_CUE_COUNT || cue->upos >= DRG_UPOS_COUNT || !phrase_is_good(frames, &cue->phrase) ||
            !in_range(cue->slots, cue->slot_count, frames->number_count))
            return false;
    }
    for (uint32_t i = 0; i < frames->leaning_count; i++) {
        const code_leaning *leaning = &frames->leanings[i];
        if (leaning->frame >= frames->frame_count || leaning->upos >= DRG_UPOS_COUNT ||
            !phrase_is_good(frames, &leaning->phrase))
            return false;
    }
    for (unsigned i = 0; i < DRG_TYPE_COUNT; i++)
        if (frames->model_frames[i] >= frames->frame_count) return false;
    return true;
}

static bool conditions_are_good(const code_frames *frames)
{
    for (uint32_t i = 0; i < frames->condition_count; i++) {
        const code_condition *condition = &frames->conditions[i];
        if (condition->kind >= CODE_CONDITION_KIND_COUNT || !phrase_is_good(frames, &condition->phrase)) return false;
    }
    for (uint32_t i = 0; i < frames->where_count; i++) {
        const code_where *where = &frames->wheres[i];
        if (!path_is_good(where->path) || !in_range(where->conditions, where->condition_count, frames->condition_count))
            return false;
    }
    for (uint32_t i = 0; i < frames->act_count; i++) {
        const code_act_record *act = &frames->acts[i];
        if (act->type >= DRG_TYPE_COUNT || !text_is_good(frames, act->mode_offset, act->mode_size)) return false;
    }
    return true;
}

static bool pattern_is_good(const code_frames *frames, const code_frame_record *frame)
{
    if (frame->before_count > CODE_ELEMENTS || frame->after_count > CODE_ELEMENTS) return false;
    uint32_t count = frame->before_count + frame->after_count;
    if (!in_range(frame->pattern, 2 * count, frames->number_count)) return false;
    for (uint32_t i = 0; i < count; i++)
        if ((frames->numbers[frame->pattern + 2 * i] & ~CODE_ELEMENT_TOUCHES) >= CODE_ELEMENT_KIND_COUNT) return false;
    return true;
}

static bool frame_is_good(const code_frames *frames, const code_frame_record *frame)
{
    if (!text_is_good(frames, frame->name_offset, frame->name_size) || frame->act >= frames->act_count ||
        !text_is_good(frames, frame->cameo_offset, frame->cameo_size) ||
        !in_range(frame->wheres, frame->where_count, frames->where_count) ||
        !in_range(frame->lights, frame->light_count, frames->number_count))
        return false;
    for (unsigned i = 0; i < CODE_ROLE_COUNT; i++)
        if (!source_is_good(frames, &frame->roles[i])) return false;
    for (unsigned i = 0; i < CODE_READING_COUNT; i++)
        if (frame->readings[i] > frames->act_count) return false;
    for (unsigned i = 0; i < CODE_FIGURE_COUNT; i++)
        if (!path_is_good(frame->figures[i])) return false;
    return pattern_is_good(frames, frame);
}

static bool all_is_good(const code_frames *frames)
{
    if (frames->frame_count > BOUND_FRAMES || !words_are_good(frames) || !conditions_are_good(frames)) return false;
    for (uint32_t i = 0; i < frames->frame_count; i++)
        if (!frame_is_good(frames, &frames->frames[i])) return false;
    return true;
}

/* ---- examples */

static void read_examples(code_frames *frames, model_reader *reader)
{
    uint32_t count = model_get_u32(reader);
    if (count > reader->bytes.size) {
        reader->broken = true;
        return;
    }
    drg_example *examples = BASE_ARRAY(&frames->arena, drg_example, (size_t)count + 1);
    for (uint32_t i = 0; i < count && !reader->broken; i++) {
        drg_example *example = &examples[i];
        example->rule = model_get_text(reader);
        example->line = model_get_u32(reader);
        example->text = model_get_text(reader);
        example->date = model_get_text(reader);
        example->fires = model_get_u8(reader) != 0;
        example->expected = model_get_text(reader);
    }
    frames->examples = examples;
    frames->example_count = count;
}

/* ---- open, close */

static drg_status open_sections(const model_file *file, code_frames *frames, drg_error *error)
{
    drg_text bytes, example_bytes;
    drg_status status = model_file_section(file, "frames", &bytes, error);
    if (status == DRG_OK) status = model_file_section(file, "frame-examples", &example_bytes, error);
    if (status != DRG_OK) return status;
    model_reader reader = {.bytes = bytes};
    read_sections(frames, &reader);
    status = model_reader_done(&reader, file, "frames", error);
    if (status == DRG_OK && !all_is_good(frames))
        status =
            base_fail(error, DRG_ERROR_FORMAT, "%s: section 'frames' points outside of itself", model_file_path(file));
    if (status != DRG_OK) return status;
    for (uint32_t i = 0; i < frames->trigger_count; i++)
        frames->has_patterns |= frames->triggers[i].kind == CODE_TRIGGER_FORM;
    reader = (model_reader){.bytes = example_bytes};
    read_examples(frames, &reader);
    status = model_reader_done(&reader, file, "frame-examples", error);
    return status == DRG_OK ? code_ranker_open(file, &frames->ranker, error) : status;
}

static drg_status open_guarded(const model_file *file, code_frames *frames, drg_error *error)
{
    jmp_buf escape;
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "out of memory while the frames were read");
    base_arena_open(&frames->arena, 0, &escape);
    drg_status status = open_sections(file, frames, error);
    frames->arena.escape = NULL;
    return status;
}

drg_status code_open(const model_file *file, code_frames **ret_frames, drg_error *error)
{
    code_frames *frames = calloc(1, sizeof *frames);
    if (!frames) return base_fail(error, DRG_ERROR_MEMORY, "out of memory while the frames were read");
    drg_status status = open_guarded(file, frames, error);
    if (status != DRG_OK) {
        code_close(frames);
        return status;
    }
    *ret_frames = frames;
    return DRG_OK;
}

void code_close(code_frames *frames)
{
    if (!frames) return;
    base_arena_close(&frames->arena);
    free(frames);
}

const drg_example *code_examples(const code_frames *frames, size_t *ret_count)
{
    *ret_count = frames->example_count;
    return frames->examples;
}
