/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a noun that names an act of force ("the raid on Jenin"). Out: whether the text makes it known by place, day,
 * toll, article or heading, so that it is an event and no mere word.
 */
#include "code/coding.h"

#include "code/setting.h"

/* "the attack", "these raids": one that is spoken of already, or known to everybody. */
static bool is_definite(const code_sentence *sentence, uint32_t noun)
{
    static const char *const words[] = {"the", "this", "that", "these", "those"};
    uint32_t article = code_child(sentence, noun, LANGUAGE_DET);
    for (size_t i = 0; article != DRG_NONE && i < sizeof words / sizeof *words; i++)
        if (base_text_is(code_lemma(sentence, article), words[i])) return true;
    return false;
}

static bool holds_place(const code_sentence *sentence, uint32_t noun)
{
    uint32_t first, last;
    code_extent(sentence, noun, true, &first, &last);
    for (uint32_t i = first; i <= last; i++)
        if (sentence->nodes[i].place != DRG_NONE) return true;
    return false;
}

/* Headings leave articles out: "Kinshasa under curfew after barracks raid". */
static bool is_bare_in_heading(const code_sentence *sentence, uint32_t noun)
{
    return sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE &&
           sentence->nodes[noun].tag == LANGUAGE_TAG_NN && sentence->nodes[noun].head != DRG_NONE;
}

/* "The attack" of a text that has told of one before is that one. */
static bool is_told_before(const code_coder *coder, drg_type type)
{
    const drg_document *document = coder->sentence->document;
    for (size_t i = 0; i < coder->count; i++)
        if (coder->drafts[i].event.type == type) return true;
    for (size_t i = document->events.count; i-- > 0;)
        if (document->events.items[i].type == type) return true;
    return false;
}

static bool tells_toll(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       const code_context *context)
{
    drg_magnitude toll = code_magnitude_of(sentence, frame, predicate, context);
    return toll.dead > 0 || toll.injured > 0;
}

static bool is_dated(code_sentence *sentence, const code_predicate *predicate, const code_context *context)
{
    bool inherited;
    return code_date_of(sentence, predicate, context, &inherited) != DRG_NONE && !inherited;
}

/* "An air raid siren", "attack helicopters": the word only describes the noun behind it. */
static bool is_described(const code_sentence *sentence, const code_predicate *predicate)
{
    uint32_t next = predicate->token + 1;
    if (predicate->kind != CODE_PREDICATE_NOUN || next >= sentence->count) return false;
    if (sentence->document->sentences.items[sentence->index].kind != DRG_SENTENCE_TEXT) return false;
    return sentence->nodes[next].upos == DRG_NOUN && sentence->nodes[next].date == DRG_NONE;
}

/* "Coups come on Tuesdays": said of such acts in general. */
static bool is_general(code_sentence *sentence, const code_predicate *predicate)
{
    bool heading = sentence->document->sentences.items[sentence->index].kind == DRG_SENTENCE_HEADLINE;
    if (predicate->kind != CODE_PREDICATE_NOUN || predicate->light != DRG_NONE || heading) return false;
    const code_node *node = &sentence->nodes[predicate->token];
    if (node->tag != LANGUAGE_TAG_NNS || node->relation != LANGUAGE_NSUBJ) return false;
    if (node->head != DRG_NONE && code_cue_of(sentence, node->head, CODE_CUE_HAPPEN)) return false; /* "broke out" */
    CODE_EACH_CHILD(sentence, child, predicate->token) {
        uint8_t relation = sentence->nodes[child].relation;
        bool bound = relation == LANGUAGE_DET || relation == LANGUAGE_NUMMOD || relation == LANGUAGE_NMOD_POSS;
        if (bound && child < predicate->token) return false;
    }
    return true;
}

/* Why a noun that names neither who acts nor whom it hits tells of no act of its own; NULL when it does: "the coup",
 * "a Kabul attack", "Friday's raid". */
const char *code_unknown_act(code_coder *coder, const code_frame_record *frame, const code_predicate *predicate,
                             const code_context *context)
{
    code_sentence *sentence = coder->sentence;
    bool agentless = (frame->flags & CODE_AGENTLESS) != 0, noun = predicate->kind == CODE_PREDICATE_NOUN;
    if (context->background && !agentless) return "only named, and not whose it is";
    if (!noun || predicate->light != DRG_NONE) return NULL;
    if (is_described(sentence, predicate)) return "only describes another noun";
    bool definite = is_definite(sentence, predicate->token) || is_bare_in_heading(sentence, predicate->token),
         told = is_told_before(coder, context->act.type);
    bool known = holds_place(sentence, predicate->token) || tells_toll(sentence, frame, predicate, context);
    if (!known && is_general(sentence, predicate)) return "said of such acts in general";
    bool owned = code_child(sentence, predicate->token, LANGUAGE_NMOD_POSS) != DRG_NONE;
    if ((definite || owned) && told && !known) return "told before";
    if (!context->background || known || definite || is_dated(sentence, predicate, context)) return NULL;
    return "only named, and not whose it is";
}
