/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a token of a UD tree. Out: its slots. Undone here, each by its own function: passives, shared subjects of
 * coordinated verbs, gaps of relative clauses, participles and infinitives that modify, control and raising, light
 * verbs, genitives, "X-led", containers. Method: rules over the basic tree in the manner of the UD enhancer (Schuster
 * and Manning 2016), but worked out only for the words that a frame or cue asks for, and going on to nouns.
 */
#include "code/predicate_parts.h"

void code_predicate_add(code_predicate *predicate, code_slot slot, uint32_t token)
{
    if (token == DRG_NONE || token == predicate->token || predicate->argument_count == CODE_ARGUMENTS) return;
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].token == token && predicate->arguments[i].slot == (uint32_t)slot) return;
    predicate->arguments[predicate->argument_count++] = (code_argument){(uint32_t)slot, token};
}

unsigned code_view_of(const code_frames *frames, const code_frame_record *frame)
{
    unsigned view = frame->flags & CODE_OF_SUBJECT ? CODE_VIEW_OF_SUBJECT : 0;
    return frames->acts[frame->act].type == DRG_CONSULT ? view | CODE_VIEW_TOPICS : view;
}

uint32_t code_argument_get(const code_predicate *predicate, code_slot slot)
{
    for (size_t i = 0; i < predicate->argument_count; i++)
        if (predicate->arguments[i].slot == (uint32_t)slot) return predicate->arguments[i].token;
    return DRG_NONE;
}

uint32_t code_argument_nth(const code_predicate *predicate, code_slot slot, unsigned view, size_t nth)
{
    bool noun = predicate->kind == CODE_PREDICATE_NOUN;
    code_slot also = CODE_SLOT_NONE;
    bool of_subject = (view & CODE_VIEW_OF_SUBJECT) != 0;
    if (noun && slot == CODE_SLOT_SUBJECT && of_subject) also = CODE_SLOT_OF;
    if (noun && slot == CODE_SLOT_OBJECT && !of_subject) also = CODE_SLOT_OF;
    size_t seen = 0;
    for (size_t i = 0; i < predicate->argument_count; i++) {
        uint32_t have = predicate->arguments[i].slot;
        if ((have == (uint32_t)slot || (also && have == (uint32_t)also)) && seen++ == nth)
            return predicate->arguments[i].token;
    }
    if (noun && slot == CODE_SLOT_SUBJECT && !seen)
        for (size_t i = 0; i < predicate->argument_count; i++)
            if ((predicate->arguments[i].slot == CODE_SLOT_MODIFIER ||
                 (predicate->arguments[i].slot == CODE_SLOT_TOPIC && !(view & CODE_VIEW_TOPICS))) &&
                seen++ == nth)
                return predicate->arguments[i].token;
    return DRG_NONE;
}

static void fill(code_sentence *sentence, code_predicate *predicate)
{
    switch (sentence->nodes[predicate->token].upos) {
    case DRG_VERB:
    case DRG_AUX:
        predicate->kind = CODE_PREDICATE_VERB;
        code_fill_verb(sentence, predicate);
        break;
    case DRG_ADJ:
        predicate->kind = CODE_PREDICATE_ADJECTIVE;
        code_fill_adjective(sentence, predicate);
        break;
    default:
        predicate->kind = CODE_PREDICATE_NOUN;
        code_fill_noun(sentence, predicate);
        code_find_light(sentence, predicate);
        break;
    }
}

const code_predicate *code_predicate_of(code_sentence *sentence, uint32_t token)
{
    if (!sentence->predicates[token]) {
        code_predicate *predicate = BASE_NEW(sentence->arena, code_predicate);
        *predicate = (code_predicate){.token = token, .light = DRG_NONE, .clause = token, .surface = DRG_NONE};
        /* set before it is filled: who asks for it on the way round sees it empty, and the walk ends */
        sentence->predicates[token] = predicate;
        fill(sentence, predicate);
    }
    return sentence->predicates[token];
}

const code_predicate *code_predicate_with_light(code_sentence *sentence, uint32_t noun, uint32_t verb)
{
    code_predicate *predicate = BASE_NEW(sentence->arena, code_predicate);
    *predicate = (code_predicate){
        .token = noun, .kind = CODE_PREDICATE_NOUN, .light = DRG_NONE, .clause = noun, .surface = DRG_NONE};
    code_fill_noun(sentence, predicate);
    if (verb != DRG_NONE) code_take_light(sentence, predicate, verb, CODE_LIGHT_DOER);
    return predicate;
}
