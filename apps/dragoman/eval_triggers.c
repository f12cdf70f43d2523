/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the sentences of M2E2 (Li et al., "Cross-media Structured Common Space for Multimedia Event Extraction", 2020), a
 * JSON list, each with its words and the trigger words of its events. Out: precision, recall and F1 of the four classes
 * that PLOVER has an answer to: Meet (CONSULT), Attack (ASSAULT), Demonstrate (PROTEST), Arrest-Jail (COERCE arrest);
 * which was taken for which; and how good the words are by why they count.
 *
 * Gold marks words, whoever acts and whether the act happened, is planned, refused or only mentioned. So what counts as
 * found is each word that the coder reads as such an act: the triggers of events, by the type of their frame (a meeting
 * that is planned is the event AGREE, and its word tells of a meeting), and the words of frames whose own conditions
 * hold and which made no event for a reason that says nothing of the word itself (COUNTED below: no party is named, the
 * act is only mentioned, wished or asked for). Words that a condition of the frame or the model takes for something
 * else do not count. M2E2 keeps words of killing for its class Die and talks by telephone for Phone-Write: they are no
 * attack and no meeting here. A found word is right when it overlaps a gold trigger of its class; each gold trigger is
 * found once, and two readings of one word are one. */
#include <json-c/json.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "eval.h"

enum { MEET, ATTACK, DEMONSTRATE, ARREST, CLASSES, TRIGGERS = 64, WORDS = 1024, EVENT = 0 };

static const char *const NAMES[CLASSES] = {"meet", "attack", "demonstrate", "arrest"};
static const char *const GOLD[CLASSES] = {"Contact:Meet", "Conflict:Attack", "Conflict:Demonstrate",
                                          "Justice:Arrest-Jail"};

/* Why a word without an event counts all the same. The first is that there is an event. */
static const char *const COUNTED[] = {
    "event", "no actor is named", "nobody is named", "only named, and not whose it is", "told before",
};
enum { REASONS = sizeof COUNTED / sizeof *COUNTED };

/* Words of killing: the set's class Die. */
static const char *const KILLING[] = {"kill",      "killing", "murder",  "assassinate", "assassination", "execute",
                                      "execution", "slay",    "slaying", "behead",      "beheading",     "massacre",
                                      "lynch",     "die",     "death",   "hang"};

typedef struct trigger {
    unsigned class;
    drg_span span;
    size_t why; /* in COUNTED; of a gold trigger nothing */
    bool taken;
} trigger;

typedef struct trigger_counts {
    score_count classes[CLASSES];
    score_count reasons[REASONS];              /* found and right alone */
    size_t confused[CLASSES + 1][CLASSES + 1]; /* gold, found; the last is nothing */
    drg_lexicon *lexicon;                      /* the type of each rule */
} trigger_counts;

typedef struct trigger_list {
    trigger items[TRIGGERS];
    size_t count;
} trigger_list;

static bool open_counts(eval_run *run)
{
    trigger_counts *counts = memory_take(sizeof *counts);
    drg_error error = {""};
    *counts = (trigger_counts){.lexicon = NULL};
    run->state = counts;
    if (drg_lexicon_open(run->engine, &counts->lexicon, &error) == DRG_OK) return true;
    return eval_complain("the lexicon", "%s", error.message);
}

static void close_counts(eval_run *run)
{
    trigger_counts *counts = run->state;
    if (counts) drg_lexicon_close(counts->lexicon);
    free(counts);
}

static void add_trigger(trigger_list *list, unsigned class, drg_span span, size_t why)
{
    for (size_t i = 0; i < list->count; i++) {
        const trigger *old = &list->items[i];
        if (old->class == class && old->span.begin < span.end && span.begin < old->span.end) return;
    }
    if (list->count < TRIGGERS) list->items[list->count++] = (trigger){class, span, why, false};
}

/* ---------------------------------------------------------------- gold */

/* The words with blanks between them; where each begins. Returns how many. */
static size_t read_words(struct json_object *sentence, line_buffer *text, uint32_t begins[WORDS + 1])
{
    struct json_object *words;
    size_t count = 0;
    if (!json_object_object_get_ex(sentence, "words", &words)) return 0;
    if (!json_object_is_type(words, json_type_array)) return 0;
    for (; count < json_object_array_length(words) && count < WORDS; count++) {
        if (count) buffer_add_string(text, " ");
        begins[count] = (uint32_t)text->size;
        const char *word = json_object_get_string(json_object_array_get_idx(words, count));
        buffer_add_string(text, word ? word : "?");
    }
    begins[count] = (uint32_t)text->size + 1;
    return count;
}

static size_t number_of(struct json_object *object, const char *key)
{
    struct json_object *value;
    if (!json_object_object_get_ex(object, key, &value)) return SIZE_MAX;
    int64_t number = json_object_get_int64(value);
    return number < 0 ? SIZE_MAX : (size_t)number;
}

static void read_gold(struct json_object *sentence, const uint32_t *begins, size_t word_count, trigger_list *gold)
{
    struct json_object *events, *type, *place;
    if (!json_object_object_get_ex(sentence, "golden-event-mentions", &events)) return;
    if (!json_object_is_type(events, json_type_array)) return;
    for (size_t i = 0; i < json_object_array_length(events); i++) {
        struct json_object *event = json_object_array_get_idx(events, i);
        if (!json_object_object_get_ex(event, "event_type", &type)) continue;
        if (!json_object_object_get_ex(event, "trigger", &place)) continue;
        const char *name = json_object_get_string(type);
        size_t start = number_of(place, "start"), end = number_of(place, "end");
        for (unsigned class = 0; class < CLASSES; class ++)
            if (name && strcmp(name, GOLD[class]) == 0 && start < end && end <= word_count)
                add_trigger(gold, class, (drg_span){begins[start], begins[end] - 1}, EVENT);
    }
}

/* ---------------------------------------------------------------- found */

static unsigned class_of_act(drg_type type, drg_text mode)
{
    switch (type) {
    case DRG_CONSULT: return text_is(mode, "phone") ? CLASSES : MEET;
    case DRG_ASSAULT: return ATTACK;
    case DRG_PROTEST: return DEMONSTRATE;
    case DRG_COERCE: return text_is(mode, "arrest") ? ARREST : CLASSES;
    default: return CLASSES;
    }
}

static bool tells_killing(const drg_document *document, uint32_t token)
{
    drg_text lemma = drg_document_tokens(document)[token].lemma;
    for (size_t i = 0; i < sizeof KILLING / sizeof *KILLING; i++)
        if (text_is(lemma, KILLING[i])) return true;
    return false;
}

/* The class of a frame's plain act, whatever a reading makes of it. CLASSES: another, or no frame of the lexicon. */
static unsigned class_of_rule(const drg_lexicon *lexicon, drg_text rule)
{
    const drg_frame *frames = drg_lexicon_frames(lexicon);
    for (size_t i = 0; i < drg_lexicon_frame_count(lexicon); i++)
        if (text_equal(frames[i].rule, rule)) return class_of_act(frames[i].type, frames[i].mode);
    return CLASSES;
}

static size_t why_counted(drg_text reason)
{
    for (size_t i = EVENT + 1; i < REASONS; i++)
        if (text_is(reason, COUNTED[i])) return i;
    return REASONS;
}

static void add_events(const drg_lexicon *lexicon, const drg_document *document, trigger_list *found)
{
    for (size_t i = 0; i < drg_document_event_count(document); i++) {
        const drg_event *event = &drg_document_events(document)[i];
        unsigned class = class_of_act(event->type, event->mode);
        if (class == CLASSES) class = class_of_rule(lexicon, event->rule);
        if (class == ATTACK && tells_killing(document, event->trigger_head)) continue;
        if (class < CLASSES) add_trigger(found, class, event->trigger, EVENT);
    }
}

static void add_refusals(const drg_lexicon *lexicon, const drg_document *document, trigger_list *found)
{
    for (size_t i = 0; i < drg_document_refusal_count(document); i++) {
        const drg_refusal *refusal = &drg_document_refusals(document)[i];
        size_t why = why_counted(refusal->reason);
        if (why == REASONS) continue;
        unsigned class = class_of_rule(lexicon, refusal->rule);
        if (class == ATTACK && tells_killing(document, refusal->trigger_head)) continue;
        if (class < CLASSES) add_trigger(found, class, drg_document_tokens(document)[refusal->trigger_head].span, why);
    }
}

static bool overlaps(const trigger *left, const trigger *right)
{
    return left->span.begin < right->span.end && right->span.begin < left->span.end;
}

static bool take(trigger_list *list, const trigger *wanted)
{
    for (size_t i = 0; i < list->count; i++) {
        trigger *item = &list->items[i];
        if (!overlaps(item, wanted) || item->class != wanted->class || item->taken) continue;
        item->taken = true;
        return true;
    }
    return false;
}

/* The class of a trigger of the list at the same place; CLASSES: there is none. */
static unsigned class_there(const trigger_list *list, const trigger *wanted)
{
    for (size_t i = 0; i < list->count; i++)
        if (overlaps(&list->items[i], wanted) && list->items[i].class != wanted->class) return list->items[i].class;
    return CLASSES;
}

static void show(const eval_run *run, const char *path, const char *what, const trigger *one, drg_text text)
{
    eval_error(run, path, "%s %s '%.*s' in: %.*s", what, NAMES[one->class],
               TEXT_PRINT(text_slice(text, one->span.begin, one->span.end)), TEXT_PRINT(text));
}

static void compare(eval_run *run, const char *path, drg_text text, trigger_list *gold, const trigger_list *found)
{
    trigger_counts *counts = run->state;
    for (size_t i = 0; i < found->count; i++) {
        const trigger *one = &found->items[i];
        bool right = take(gold, one);
        unsigned other = right ? one->class : class_there(gold, one);
        counts->classes[one->class].found++;
        counts->classes[one->class].right += right;
        counts->reasons[one->why].found++;
        counts->reasons[one->why].right += right;
        counts->confused[other][one->class]++;
        if (!right) show(run, path, "too many", one, text);
    }
    for (size_t i = 0; i < gold->count; i++) {
        const trigger *one = &gold->items[i];
        counts->classes[one->class].gold++;
        if (one->taken) continue;
        counts->confused[one->class][CLASSES] += class_there(found, one) == CLASSES;
        show(run, path, "missing", one, text);
    }
}

static bool add_sentence(eval_run *run, const char *path, struct json_object *sentence)
{
    uint32_t begins[WORDS + 1];
    line_buffer buffer = {0};
    trigger_list gold = {.count = 0}, found = {.count = 0};
    size_t words = read_words(sentence, &buffer, begins);
    drg_error error = {"a sentence without words"};
    drg_document *document = NULL;
    drg_source source = {.text = {buffer.data, buffer.size}};
    bool good = words > 0 && drg_session_read(run->session, &source, &document, &error) == DRG_OK;
    if (good) {
        read_gold(sentence, begins, words, &gold);
        const trigger_counts *counts = run->state;
        add_events(counts->lexicon, document, &found);
        add_refusals(counts->lexicon, document, &found);
        compare(run, path, source.text, &gold, &found);
        run->documents++;
    }
    drg_document_close(document);
    buffer_free(&buffer);
    return good || eval_complain(path, "%s", error.message);
}

static bool add_file(eval_run *run, const char *path, drg_text bytes)
{
    char *copy = memory_copy(bytes);
    struct json_object *list = json_tokener_parse(copy);
    free(copy);
    bool good = list && json_object_is_type(list, json_type_array);
    if (!good) eval_complain(path, "no JSON list");
    for (size_t i = 0; good && i < json_object_array_length(list); i++)
        good = add_sentence(run, path, json_object_array_get_idx(list, i));
    json_object_put(list);
    return good;
}

static void put_confusion(const trigger_counts *counts)
{
    printf("\nrows: gold, columns: found\n%-12s", "");
    for (unsigned found = 0; found <= CLASSES; found++) printf(" %11s", found < CLASSES ? NAMES[found] : "-");
    for (unsigned gold = 0; gold <= CLASSES; gold++) {
        printf("\n%-12s", gold < CLASSES ? NAMES[gold] : "-");
        for (unsigned found = 0; found <= CLASSES; found++) printf(" %11zu", counts->confused[gold][found]);
    }
    printf("\n");
}

static void report(eval_run *run)
{
    const trigger_counts *counts = run->state;
    score_count all = {0};
    for (unsigned class = 0; class < CLASSES; class ++) {
        all.gold += counts->classes[class].gold;
        all.found += counts->classes[class].found;
        all.right += counts->classes[class].right;
    }
    eval_put_count(run, "triggers", all);
    for (unsigned class = 0; class < CLASSES; class ++) eval_put_count(run, NAMES[class], counts->classes[class]);
    put_confusion(counts);
    printf("\nright of the words found, by why they count\n");
    for (size_t i = 0; i < REASONS; i++)
        printf("%-32s %5zu of %5zu\n", COUNTED[i], counts->reasons[i].right, counts->reasons[i].found);
}

const eval_task EVAL_TRIGGERS = {
    .name = "triggers",
    .about = "M2E2 (JSON): trigger words of meetings, attacks, demonstrations and arrests",
    .suffix = ".json",
    .depth = DRG_DEPTH_EVENTS,
    .explain = true,
    .open = open_counts,
    .add = add_file,
    .report = report,
    .close = close_counts,
};
