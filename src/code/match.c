/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a token. Out: the frames that it triggers and whether their conditions hold. The lexicon leads from the word to
 * its triggers, so a word that starts nothing costs nothing.
 */
#include "code/match.h"

#include "code/setting.h"

/* ---- triggers */

static bool kind_fits(const code_sentence *sentence, uint32_t token, uint32_t kind)
{
    const code_node *node = &sentence->nodes[token];
    switch (kind) {
    case CODE_TRIGGER_VERB:
        if (node->upos == DRG_VERB && node->relation == LANGUAGE_AMOD) return code_is_lost_main_verb(sentence, token);
        return node->upos == DRG_VERB && node->relation != LANGUAGE_COMPOUND && node->relation != LANGUAGE_FIXED &&
               node->relation != LANGUAGE_CASE && node->relation != LANGUAGE_MARK;
    case CODE_TRIGGER_FORM: return false; /* see order.c */
    case CODE_TRIGGER_ADJECTIVE:
        return (node->upos == DRG_ADJ || node->upos == DRG_VERB) && node->relation != LANGUAGE_AMOD;
    default:
        return node->upos == DRG_NOUN && node->relation != LANGUAGE_COMPOUND && node->relation != LANGUAGE_AMOD &&
               node->relation != LANGUAGE_NMOD_DESC && node->relation != LANGUAGE_NMOD_UNMARKED;
    }
}

static bool trigger_holds(const code_sentence *sentence, uint32_t token, const code_trigger *trigger)
{
    return kind_fits(sentence, token, trigger->kind) &&
           code_phrase_holds(sentence, token, &trigger->phrase, trigger->kind == CODE_TRIGGER_VERB);
}

/* Keeps the list in order: more specific first, then the frame that stands first in the files. */
static size_t insert(code_candidate *candidates, size_t count, code_candidate new)
{
    for (size_t i = 0; i < count; i++)
        if (candidates[i].frame == new.frame) { /* "strike" and "air strike" of one frame: the longer counts */
            if (candidates[i].specificity >= new.specificity) return count;
            memmove(&candidates[i], &candidates[i + 1], (count - i - 1) * sizeof *candidates);
            count--;
            break;
        }
    size_t at = count;
    while (at > 0 && (candidates[at - 1].specificity < new.specificity ||
                      (candidates[at - 1].specificity == new.specificity &&candidates[at - 1].frame > new.frame)))
        at--;
    if (at == CODE_CANDIDATES) return count;
    if (count == CODE_CANDIDATES) count--;
    memmove(&candidates[at + 1], &candidates[at], (count - at) * sizeof *candidates);
    candidates[at] = new;
    return count + 1;
}

size_t code_candidates(const code_sentence *sentence, uint32_t token, code_candidate candidates[CODE_CANDIDATES])
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return 0;
    const code_frames *frames = sentence->frames;
    const code_word *word = &frames->words[id];
    size_t count = 0;
    for (uint32_t i = 0; i < word->trigger_count; i++) {
        const code_trigger *trigger = &frames->triggers[word->triggers + i];
        if (!trigger_holds(sentence, token, trigger)) continue;
        uint32_t specificity = frames->frames[trigger->frame].specificity + 2 * trigger->phrase.other_count;
        count = insert(candidates, count, (code_candidate){trigger->frame, word->triggers + i, specificity});
    }
    return count;
}

static bool triggers_itself(const code_sentence *sentence, uint32_t token, drg_type type)
{
    uint32_t id = sentence->nodes[token].word;
    if (id == DRG_NONE) return false;
    const code_frames *frames = sentence->frames;
    const code_word *word = &frames->words[id];
    for (uint32_t i = 0; i < word->trigger_count; i++) {
        const code_trigger *trigger = &frames->triggers[word->triggers + i];
        const code_frame_record *frame = &frames->frames[trigger->frame];
        if (frames->acts[frame->act].type == (uint32_t)type && trigger_holds(sentence, token, trigger)) return true;
    }
    return false;
}

bool code_triggers_type(code_sentence *sentence, uint32_t token, drg_type type)
{
    if (triggers_itself(sentence, token, type)) return true;
    uint32_t contained = code_contained(sentence, token);
    if (contained != token && triggers_itself(sentence, contained, type)) return true;
    if (sentence->nodes[token].upos != DRG_VERB || !code_cue_of(sentence, token, CODE_CUE_LIGHT)) return false;
    const code_predicate *predicate = code_predicate_of(sentence, token);
    uint32_t object = code_argument_get(predicate, CODE_SLOT_OBJECT);
    return object != DRG_NONE && triggers_itself(sentence, code_contained(sentence, object), type);
}

static bool names_light_verb(const code_sentence *sentence, const code_frame_record *frame, uint32_t verb)
{
    for (uint32_t i = 0; verb != DRG_NONE && i < frame->light_count; i++)
        if (sentence->frames->numbers[frame->lights + i] == sentence->nodes[verb].word) return true;
    return false;
}

const code_predicate *code_frame_predicate(code_sentence *sentence, const code_frame_record *frame, uint32_t kind,
                                           uint32_t token)
{
    const code_predicate *predicate = code_predicate_of(sentence, token);
    if (kind != CODE_TRIGGER_NOUN && kind != CODE_TRIGGER_LIGHT_NOUN) return predicate;
    if (frame->light_count) {
        code_slot slot;
        uint32_t verb = code_governing_verb(sentence, token, &slot);
        bool own = names_light_verb(sentence, frame, verb) || names_light_verb(sentence, frame, predicate->light);
        if (names_light_verb(sentence, frame, predicate->light)) verb = predicate->light;
        if (!own && predicate->light != DRG_NONE) predicate = code_predicate_with_light(sentence, token, DRG_NONE);
        if (own && predicate->light != verb) predicate = code_predicate_with_light(sentence, token, verb);
    }
    return kind == CODE_TRIGGER_LIGHT_NOUN && predicate->light == DRG_NONE ? NULL : predicate;
}

/* ---- conditions */

static bool word_holds(const code_sentence *sentence, uint32_t token, const code_condition *condition)
{
    return sentence->nodes[token].word == condition->value &&
           code_phrase_holds(sentence, token, &condition->phrase, false);
}

static bool names_type(code_sentence *sentence, uint32_t token, uint32_t type)
{
    code_mentions mentions = {0};
    code_resolve(sentence, token, false, &mentions);
    const drg_document *document = sentence->document;
    for (size_t i = 0; i < mentions.count; i++)
        if (document->actors.items[document->mentions.items[mentions.items[i]].actor].type == type) return true;
    return false;
}

static bool mention_has_sector(const code_sentence *sentence, uint32_t mention, uint32_t sector)
{
    drg_texts sectors = sentence->document->mentions.items[mention].sector;
    for (size_t i = 0; i < sectors.count; i++)
        if (code_sector_pack(sectors.items[i]) == sector) return true;
    return false;
}

static bool names_sector(code_sentence *sentence, uint32_t token, uint32_t sector)
{
    code_mentions mentions = {0};
    code_resolve(sentence, token, false, &mentions);
    for (size_t i = 0; i < mentions.count; i++)
        if (mention_has_sector(sentence, mentions.items[i], sector)) return true;
    return false;
}

static bool names_actor(code_sentence *sentence, uint32_t token)
{
    code_mentions mentions = {0};
    code_resolve(sentence, token, true, &mentions);
    for (size_t i = 0; i < mentions.count; i++)
        if (code_mention_is_political(sentence, mentions.items[i], DRG_PROTEST)) return true;
    return false;
}

static bool is_money(const code_sentence *sentence, uint32_t token)
{
    if (sentence->nodes[token].upos == DRG_SYM) return true;
    static const char *const currencies[] = {"dollar", "euro",  "pound", "yen",   "yuan",   "ruble", "rouble",
                                             "rupee",  "franc", "riyal", "dinar", "shekel", "lira"};
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (base_text_is(code_lemma(sentence, token), currencies[i])) return true;
    return false;
}

static bool is_counted(const code_sentence *sentence, uint32_t token)
{
    return sentence->nodes[token].upos == DRG_NUM || code_child(sentence, token, LANGUAGE_NUMMOD) != DRG_NONE;
}

static bool has_place(const code_sentence *sentence, uint32_t token)
{
    if (code_place_at(sentence, token) != DRG_NONE) return true;
    uint32_t mention = sentence->nodes[token].mention; /* a state is a place too */
    if (mention == DRG_NONE) return false;
    return sentence->document->actors.items[sentence->document->mentions.items[mention].actor].type == DRG_ACTOR_STATE;
}

static bool condition_holds(code_sentence *sentence, uint32_t token, const code_condition *condition)
{
    switch ((code_condition_kind)condition->kind) {
    case CODE_IS_WORD:
        return word_holds(sentence, token, condition) ||
               word_holds(sentence, code_contained(sentence, token), condition);
    case CODE_IS_CLASS: return code_is_member(sentence, token, condition->value);
    case CODE_IS_ACTOR: return names_actor(sentence, token);
    case CODE_IS_ACTOR_TYPE: return names_type(sentence, token, condition->value);
    case CODE_IS_SECTOR: return names_sector(sentence, token, condition->value);
    case CODE_IS_PLACE: return has_place(sentence, token);
    case CODE_IS_DATE: return sentence->nodes[token].date != DRG_NONE;
    case CODE_IS_MONEY: return is_money(sentence, token);
    case CODE_IS_NUMBER: return is_counted(sentence, token);
    case CODE_IS_CLAUSE: return sentence->nodes[token].upos == DRG_VERB || sentence->nodes[token].upos == DRG_AUX;
    case CODE_IS_TYPE: return code_triggers_type(sentence, token, (drg_type)condition->value);
    case CODE_IS_ANY: return true;
    default: return false;
    }
}

/* Also a conjunct may satisfy a plain condition: "tariffs and sanctions". */
static bool phrase_satisfies(code_sentence *sentence, uint32_t token, const code_condition *condition)
{
    if (condition_holds(sentence, token, condition)) return true;
    CODE_EACH_CHILD(sentence, child, token)
        if (sentence->nodes[child].relation == LANGUAGE_CONJ && condition_holds(sentence, child, condition))
            return true;
    return false;
}

#define FILLERS 6

static bool where_holds(code_sentence *sentence, const code_where *where, const uint32_t *tokens, size_t count)
{
    bool wanted = false, satisfied = false, negative = false, others = false;
    for (uint32_t i = 0; i < where->condition_count; i++) {
        const code_condition *condition = &sentence->frames->conditions[where->conditions + i];
        negative |= condition->negative != 0;
        others |= !condition->negative && condition->kind != CODE_IS_NONE;
        bool holds = condition->kind == CODE_IS_NONE && count == 0;
        for (size_t k = 0; !holds && k < count; k++)
            holds = condition->negative ? condition_holds(sentence, tokens[k], condition)
                                        : phrase_satisfies(sentence, tokens[k], condition);
        if (condition->negative && holds) return false;
        if (condition->negative) continue;
        wanted = true;
        satisfied |= holds;
    }
    /* "<none>, not X": empty, or filled by anything but X */
    return satisfied || !wanted || (negative && !others);
}

static bool is_role(code_path path)
{
    return path >= CODE_SLOT_ACTOR && path <= CODE_SLOT_THIRD;
}

bool code_wheres_hold(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                      code_path *ret_failed)
{
    unsigned view = code_view_of(sentence->frames, frame);
    for (uint32_t i = 0; i < frame->where_count; i++) {
        const code_where *where = &sentence->frames->wheres[frame->wheres + i];
        if (is_role(where->path)) continue;
        uint32_t tokens[FILLERS];
        size_t count = 0;
        if (where->path == CODE_SLOT_PLACE) {
            uint32_t place = code_place_of(sentence, predicate, (drg_type)sentence->frames->acts[frame->act].type);
            if (place != DRG_NONE)
                tokens[count++] = sentence->document->places.items[place].head - sentence->first_token;
        }
        while (where->path != CODE_SLOT_PLACE && count < FILLERS &&
               (tokens[count] = code_path_token(sentence, predicate, where->path, view, count)) != DRG_NONE)
            count++;
        if (where_holds(sentence, where, tokens, count)) continue;
        *ret_failed = where->path;
        return false;
    }
    return true;
}

/* ---- conditions on roles */

static bool mention_satisfies(const code_sentence *sentence, uint32_t mention, const code_condition *condition)
{
    const drg_document *document = sentence->document;
    switch ((code_condition_kind)condition->kind) {
    case CODE_IS_ACTOR:
    case CODE_IS_ANY: return true;
    case CODE_IS_ACTOR_TYPE:
        return document->actors.items[document->mentions.items[mention].actor].type == condition->value;
    case CODE_IS_SECTOR: return mention_has_sector(sentence, mention, condition->value);
    default: return false;
    }
}

bool code_role_wheres_hold(code_sentence *sentence, const code_frame_record *frame,
                           const code_mentions roles[CODE_ROLE_COUNT], code_path *ret_failed)
{
    for (uint32_t i = 0; i < frame->where_count; i++) {
        const code_where *where = &sentence->frames->wheres[frame->wheres + i];
        if (!is_role(where->path)) continue;
        const code_mentions *role = &roles[where->path - CODE_SLOT_ACTOR];
        bool wanted = false, satisfied = false, broken = false;
        for (uint32_t k = 0; k < where->condition_count; k++) {
            const code_condition *condition = &sentence->frames->conditions[where->conditions + k];
            bool holds = condition->kind == CODE_IS_NONE && role->count == 0;
            for (size_t m = 0; !holds && m < role->count; m++)
                holds = mention_satisfies(sentence, role->items[m], condition);
            broken |= condition->negative && holds;
            wanted |= !condition->negative;
            satisfied |= !condition->negative && holds;
        }
        if (!broken && (satisfied || !wanted)) continue;
        *ret_failed = where->path;
        return false;
    }
    return true;
}
