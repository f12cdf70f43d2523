/* SPDX-License-Identifier: Apache-2.0
 *
 * In: compiled frames. Out: the same for people: their words and conditions as text, and which frames can never fire
 * because another one that asks for less is tried before them.
 * Only what follows from the frames alone is told: that A asks for nothing that B does not ask for. Two conditions that
 * happen to hold of the same texts are found by the frames' examples, which run as tests.
 */
#include <stdlib.h>

#include "code/code.h"
#include "code/frame.h"

struct drg_lexicon {
    base_arena arena;
    BASE_VECTOR(drg_frame) frames;
    BASE_VECTOR(drg_finding) findings;
};

typedef struct lexicon_maker {
    const code_frames *source;
    drg_lexicon *lexicon;
    drg_text *words; /* of the lexicon's indexes */
} lexicon_maker;

typedef struct lexicon_text {
    BASE_VECTOR(char) bytes;
} lexicon_text;

static void add_text(lexicon_maker *maker, lexicon_text *text, drg_text part)
{
    for (size_t i = 0; i < part.size; i++) base_push(&maker->lexicon->arena, &text->bytes) = part.data[i];
}

static void add_string(lexicon_maker *maker, lexicon_text *text, const char *part)
{
    add_text(maker, text, base_text_from(part));
}

static void read_words(lexicon_maker *maker)
{
    maker->words = BASE_ARRAY(&maker->lexicon->arena, drg_text, (size_t)maker->source->word_count + 1);
    for (uint32_t i = 0; i < maker->source->word_count; i++) maker->words[i] = (drg_text){"", 0};
    drg_text key;
    uint32_t slot = 0, value;
    while (model_table_next(&maker->source->lexicon, &slot, &key, &value))
        if (value < maker->source->word_count) maker->words[value] = key;
}

static drg_text word_text(const lexicon_maker *maker, uint32_t word)
{
    return word < maker->source->word_count ? maker->words[word] : (drg_text){"", 0};
}

/* A verb's particle stands behind it, a noun's modifiers before it. */
static void add_phrase(lexicon_maker *maker, lexicon_text *text, uint32_t word, const code_phrase *phrase, bool verb)
{
    if (verb) add_text(maker, text, word_text(maker, word));
    for (uint32_t i = 0; i < phrase->other_count; i++) {
        if (verb) add_string(maker, text, " ");
        add_text(maker, text, word_text(maker, maker->source->numbers[phrase->others + i]));
        if (!verb) add_string(maker, text, " ");
    }
    if (!verb) add_text(maker, text, word_text(maker, word));
    if (phrase->number == CODE_NUMBER_SINGULAR) add_string(maker, text, " (singular)");
    if (phrase->number == CODE_NUMBER_PLURAL) add_string(maker, text, " (plural)");
}

/* ---------------------------------------------------------------- conditions */

static void add_condition(lexicon_maker *maker, lexicon_text *text, const code_condition *condition)
{
    static const char *const built_in[CODE_CONDITION_KIND_COUNT] = {
        [CODE_IS_ACTOR] = "<actor>", [CODE_IS_PLACE] = "<place>",   [CODE_IS_DATE] = "<date>",
        [CODE_IS_MONEY] = "<money>", [CODE_IS_NUMBER] = "<number>", [CODE_IS_CLAUSE] = "<clause>",
        [CODE_IS_ANY] = "<any>",     [CODE_IS_NONE] = "<none>"};
    if (condition->negative) add_string(maker, text, "not ");
    if (condition->kind == CODE_IS_WORD) {
        add_phrase(maker, text, condition->value, &condition->phrase, false);
        return;
    }
    if (condition->kind < CODE_CONDITION_KIND_COUNT && built_in[condition->kind]) {
        add_string(maker, text, built_in[condition->kind]);
        return;
    }
    add_string(maker, text, "<");
    if (condition->kind == CODE_IS_CLASS && condition->value < maker->source->class_count)
        add_text(maker, text, maker->source->class_names[condition->value]);
    if (condition->kind == CODE_IS_ACTOR_TYPE)
        add_string(maker, text, drg_actor_type_name((drg_actor_type)condition->value));
    if (condition->kind == CODE_IS_TYPE) add_string(maker, text, drg_type_name((drg_type)condition->value));
    if (condition->kind == CODE_IS_SECTOR) {
        char sector[3] = {(char)(condition->value >> 16), (char)(condition->value >> 8), (char)condition->value};
        add_text(maker, text, (drg_text){sector, 3});
    }
    add_string(maker, text, ">");
}

static void add_where(lexicon_maker *maker, lexicon_text *text, const code_where *where)
{
    code_slot inner = CODE_PATH_INNER(where->path);
    add_string(maker, text, code_slot_name(CODE_PATH_OUTER(where->path)));
    if (inner) add_string(maker, text, ".");
    if (inner) add_string(maker, text, code_slot_name(inner));
    add_string(maker, text, ": ");
    for (uint32_t i = 0; i < where->condition_count; i++) {
        if (i) add_string(maker, text, ", ");
        add_condition(maker, text, &maker->source->conditions[where->conditions + i]);
    }
}

static drg_text conditions_of(lexicon_maker *maker, const code_frame_record *frame)
{
    lexicon_text text = {0};
    for (uint32_t i = 0; i < frame->where_count; i++) {
        if (i) add_string(maker, &text, "; ");
        add_where(maker, &text, &maker->source->wheres[frame->wheres + i]);
    }
    return (drg_text){text.bytes.items, text.bytes.count};
}

/* ---------------------------------------------------------------- frames */

static drg_text trigger_text(lexicon_maker *maker, uint32_t word, const code_trigger *trigger)
{
    lexicon_text text = {0};
    add_phrase(maker, &text, word, &trigger->phrase, trigger->kind == CODE_TRIGGER_VERB);
    return (drg_text){text.bytes.items, text.bytes.count};
}

typedef struct trigger_list {
    BASE_VECTOR(drg_trigger) items;
} trigger_list;

static trigger_list *gather_triggers(lexicon_maker *maker)
{
    const code_frames *source = maker->source;
    trigger_list *lists = BASE_ARRAY(&maker->lexicon->arena, trigger_list, (size_t)source->frame_count + 1);
    memset(lists, 0, ((size_t)source->frame_count + 1) * sizeof *lists);
    for (uint32_t word = 0; word < source->word_count; word++)
        for (uint32_t i = 0; i < source->words[word].trigger_count; i++) {
            const code_trigger *trigger = &source->triggers[source->words[word].triggers + i];
            base_push(&maker->lexicon->arena, &lists[trigger->frame].items) =
                (drg_trigger){trigger_text(maker, word, trigger), (drg_trigger_kind)trigger->kind};
        }
    return lists;
}

static void write_frames(lexicon_maker *maker)
{
    const code_frames *source = maker->source;
    trigger_list *lists = gather_triggers(maker);
    for (uint32_t i = 0; i < source->frame_count; i++) {
        const code_frame_record *record = &source->frames[i];
        if (record->flags & CODE_MODEL) break; /* they stand behind all that are written, and no word triggers them */
        const code_act_record *act = &source->acts[record->act];
        base_push(&maker->lexicon->arena, &maker->lexicon->frames) =
            (drg_frame){.rule = code_frames_text(source, record->name_offset, record->name_size),
                        .line = record->line,
                        .type = (drg_type)act->type,
                        .mode = code_frames_text(source, act->mode_offset, act->mode_size),
                        .cameo = code_frames_text(source, record->cameo_offset, record->cameo_size),
                        .specificity = record->specificity,
                        .triggers = lists[i].items.items,
                        .trigger_count = lists[i].items.count,
                        .conditions = conditions_of(maker, record)};
    }
}

/* ---------------------------------------------------------------- what is wrong between them */

static bool same_phrase(const code_frames *source, const code_phrase *a, const code_phrase *b)
{
    if (a->other_count != b->other_count || a->number != b->number) return false;
    return !a->other_count ||
           memcmp(source->numbers + a->others, source->numbers + b->others, a->other_count * sizeof(uint32_t)) == 0;
}

static bool same_condition(const code_frames *source, const code_condition *a, const code_condition *b)
{
    return a->kind == b->kind && a->negative == b->negative && a->value == b->value &&
           same_phrase(source, &a->phrase, &b->phrase);
}

static bool has_where(const code_frames *source, const code_frame_record *frame, const code_where *wanted)
{
    for (uint32_t i = 0; i < frame->where_count; i++) {
        const code_where *where = &source->wheres[frame->wheres + i];
        bool same = where->path == wanted->path && where->condition_count == wanted->condition_count;
        for (uint32_t k = 0; same && k < where->condition_count; k++)
            same = same_condition(source, &source->conditions[where->conditions + k],
                                  &source->conditions[wanted->conditions + k]);
        if (same) return true;
    }
    return false;
}

static bool same_source(const code_frames *source, const code_source *a, const code_source *b)
{
    if (a->alternative_count != b->alternative_count) return false;
    uint32_t left = a->first, right = b->first;
    for (uint32_t i = 0; i < a->alternative_count; i++) {
        uint32_t count = source->numbers[left];
        if (source->numbers[right] != count ||
            memcmp(source->numbers + left, source->numbers + right, (count + 1) * sizeof(uint32_t)) != 0)
            return false;
        left += count + 1;
        right += count + 1;
    }
    return true;
}

/* Does `a` fire wherever `b` could: does it ask for nothing more? */
static bool asks_no_more(const code_frames *source, const code_frame_record *a, const code_frame_record *b)
{
    const uint32_t needs = CODE_NEED_ACTOR | CODE_NEED_RECIPIENT | CODE_NEED_THIRD;
    if ((a->flags | b->flags) & CODE_ALSO || a->light_count) return false;
    if (a->flags & needs & ~b->flags || (b->flags & CODE_AGENTLESS & ~a->flags)) return false;
    if (b->flags & CODE_RECIPROCAL & ~a->flags || (a->flags ^ b->flags) & CODE_OF_SUBJECT) return false;
    for (unsigned i = 0; i < CODE_ROLE_COUNT; i++)
        if (!same_source(source, &a->roles[i], &b->roles[i])) return false;
    for (uint32_t i = 0; i < a->where_count; i++)
        if (!has_where(source, b, &source->wheres[a->wheres + i])) return false;
    return true;
}

static uint32_t rank_of(const code_frames *source, const code_trigger *trigger)
{
    return source->frames[trigger->frame].specificity + 2 * trigger->phrase.other_count;
}

/* Is `a` tried before `b` wherever both have their words? */
static bool is_tried_first(const code_frames *source, const code_trigger *a, const code_trigger *b)
{
    if (a->kind != b->kind || a->frame == b->frame || a->kind == CODE_TRIGGER_FORM) return false;
    if (a->phrase.other_count && !same_phrase(source, &a->phrase, &b->phrase)) return false;
    if (a->phrase.number && a->phrase.number != b->phrase.number) return false;
    uint32_t left = rank_of(source, a), right = rank_of(source, b);
    return left > right || (left == right && a->frame < b->frame);
}

static bool is_contradiction(const code_frames *source, const code_trigger *winner, const code_trigger *loser)
{
    const code_frame_record *a = &source->frames[winner->frame], *b = &source->frames[loser->frame];
    return source->acts[a->act].type != source->acts[b->act].type &&
           rank_of(source, winner) == rank_of(source, loser) && a->where_count == b->where_count;
}

/* The trigger of the word that always fires before this one; NULL none. */
static const code_trigger *winner_of(const code_frames *source, const code_word *word, const code_trigger *loser)
{
    for (uint32_t i = 0; i < word->trigger_count; i++) {
        const code_trigger *winner = &source->triggers[word->triggers + i];
        if (is_tried_first(source, winner, loser) &&
            asks_no_more(source, &source->frames[winner->frame], &source->frames[loser->frame]))
            return winner;
    }
    return NULL;
}

static void find_losers(lexicon_maker *maker)
{
    const code_frames *source = maker->source;
    drg_lexicon *lexicon = maker->lexicon;
    uint32_t *lost = BASE_ARRAY(&lexicon->arena, uint32_t, (size_t)source->frame_count + 1);
    memset(lost, 0, ((size_t)source->frame_count + 1) * sizeof *lost);
    for (uint32_t word = 0; word < source->word_count; word++)
        for (uint32_t i = 0; i < source->words[word].trigger_count; i++) {
            const code_trigger *loser = &source->triggers[source->words[word].triggers + i];
            const code_trigger *winner = winner_of(source, &source->words[word], loser);
            if (!winner) continue;
            lost[loser->frame]++;
            base_push(&lexicon->arena, &lexicon->findings) =
                (drg_finding){is_contradiction(source, winner, loser) ? DRG_FINDING_CONTRADICTORY
                                                                      : DRG_FINDING_SHADOWED,
                              loser->frame, winner->frame, trigger_text(maker, word, loser)};
        }
    for (size_t i = 0; i < lexicon->findings.count; i++) {
        drg_finding *finding = &lexicon->findings.items[i];
        bool all = lost[finding->frame] == lexicon->frames.items[finding->frame].trigger_count;
        if (all && finding->kind == DRG_FINDING_SHADOWED) finding->kind = DRG_FINDING_UNREACHABLE;
    }
}

/* ---------------------------------------------------------------- open, close */

static drg_status make(const code_frames *frames, drg_lexicon *lexicon, drg_error *error)
{
    jmp_buf escape;
    if (setjmp(escape)) return base_fail(error, DRG_ERROR_MEMORY, "out of memory while the frames were listed");
    base_arena_open(&lexicon->arena, 0, &escape);
    lexicon_maker maker = {.source = frames, .lexicon = lexicon};
    read_words(&maker);
    write_frames(&maker);
    find_losers(&maker);
    lexicon->arena.escape = NULL;
    return DRG_OK;
}

drg_status code_lexicon_open(const code_frames *frames, drg_lexicon **ret_lexicon, drg_error *error)
{
    drg_lexicon *lexicon = calloc(1, sizeof *lexicon);
    if (!lexicon) return base_fail(error, DRG_ERROR_MEMORY, "out of memory while the frames were listed");
    drg_status status = make(frames, lexicon, error);
    if (status != DRG_OK) {
        drg_lexicon_close(lexicon);
        return status;
    }
    *ret_lexicon = lexicon;
    return DRG_OK;
}

void drg_lexicon_close(drg_lexicon *lexicon)
{
    if (!lexicon) return;
    base_arena_close(&lexicon->arena);
    free(lexicon);
}

size_t drg_lexicon_frame_count(const drg_lexicon *lexicon)
{
    return lexicon->frames.count;
}

const drg_frame *drg_lexicon_frames(const drg_lexicon *lexicon)
{
    return lexicon->frames.items;
}

size_t drg_lexicon_finding_count(const drg_lexicon *lexicon)
{
    return lexicon->findings.count;
}

const drg_finding *drg_lexicon_findings(const drg_lexicon *lexicon)
{
    return lexicon->findings.items;
}
