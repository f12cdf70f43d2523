/* SPDX-License-Identifier: Apache-2.0
 *
 * In: a frame's act at a predicate. Out: what the text says of it. Method: a walk from the predicate up through what
 * governs it, one clause or noun at a time, in the manner of factuality calculi (Sauri and Pustejovsky 2009: each
 * governing word changes the value of what lies under it). Each cue turns the act into another one by PLOVER's table;
 * what is governed by a word that is no known cue is not asserted, so nothing is coded from it.
 */
#include "code/context_walk.h"

/* "It was the first meeting between the two since May": says what kind of meeting that was, which was told before. */
static bool is_said_of_it(const code_walk *walk)
{
    const code_sentence *sentence = walk->sentence;
    const code_predicate *predicate = walk->predicate;
    uint32_t subject = predicate->surface;
    if (walk->context->act.type != DRG_CONSULT || predicate->light != DRG_NONE || subject == DRG_NONE) return false;
    return sentence->nodes[subject].upos == DRG_PRON && sentence->nodes[subject].mention == DRG_NONE &&
           !code_case_of(sentence, predicate->token) &&
           code_child(sentence, predicate->token, LANGUAGE_COP) != DRG_NONE;
}

static void start(code_walk *walk)
{
    const code_predicate *predicate = walk->predicate;
    if (predicate->kind != CODE_PREDICATE_NOUN) {
        walk_go(walk, predicate->clause);
        return;
    }
    if (is_said_of_it(walk)) {
        walk_block(walk, "says of what kind a meeting was that is told elsewhere");
        return;
    }
    code_outlook outlook = code_noun_outlook(walk->sentence, predicate->token);
    bool lent = predicate->light != DRG_NONE || predicate->surface != DRG_NONE;
    if (outlook == CODE_OUTLOOK_NEGATED && lent && code_clause_marks(walk->sentence, predicate->clause).negated)
        outlook = CODE_OUTLOOK_PLAIN; /* "offered no amnesty": the clause counts it */
    if (outlook == CODE_OUTLOOK_NEGATED)
        walk_negate(walk, predicate->token);
    else if (outlook == CODE_OUTLOOK_POSSIBLE)
        walk_block(walk, "only possible");
    else if (outlook == CODE_OUTLOOK_PLANNED)
        walk_apply(walk, CODE_READING_PLANNED, predicate->token);
    else if (outlook == CODE_OUTLOOK_CANCELLED)
        walk_block(walk, "cancelled");
    if (walk->context->blocked) return;
    if (lent)
        walk_go(walk, predicate->clause);
    else
        walk_leave_noun(walk);
    if (outlook == CODE_OUTLOOK_PAST && !walk->context->readings) walk->context->status = DRG_STATUS_HISTORICAL;
}

/* Sources that hang on any clause above: "according to X", "..., X said". */
static void add_sources(code_walk *walk)
{
    code_sentence *sentence = walk->sentence;
    uint32_t token = walk->predicate->token;
    for (unsigned depth = 0; depth < BOUND_TREE_DEPTH && token != DRG_NONE; depth++) {
        CODE_EACH_CHILD(sentence, child, token) {
            const code_node *node = &sentence->nodes[child];
            if (node->relation == LANGUAGE_OBL || node->relation == LANGUAGE_NMOD) {
                CODE_EACH_CHILD(sentence, inner, child) {
                    const code_cue *cue = code_cue_of(sentence, inner, CODE_CUE_REPORT);
                    if (cue && cue->upos == DRG_ADP && inner < child) walk_add_speaker(walk, inner, child);
                }
            } else if (node->relation == LANGUAGE_PARATAXIS && node->upos == DRG_VERB &&
                       code_cue_of(sentence, child, CODE_CUE_REPORT)) {
                uint32_t subject = code_child(sentence, child, LANGUAGE_NSUBJ);
                if (subject != DRG_NONE) walk_add_speaker(walk, child, subject);
            }
        }
        token = sentence->nodes[token].head;
    }
}

/* What nobody's words made clear on the way: "may", "would", "would not". */
static void settle(code_walk *walk)
{
    code_context *context = walk->context;
    if (walk->must) walk_block(walk, "only said to be due");
    if (context->blocked) return;
    if (walk->would && walk->conditional && !walk->may && !walk->counterfactual) {
        walk_apply(walk, CODE_READING_PLANNED, walk->predicate->clause);
    } else if (walk->may || walk->would) {
        context->status = DRG_STATUS_HYPOTHETICAL;
    } else if (walk->forecast == FORECAST_IF_SAID) {
        context->status = walk->conditional ? DRG_STATUS_CONDITIONAL : DRG_STATUS_HYPOTHETICAL;
    }
}

void code_context_find(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                       const code_mentions *own, code_context *ret_context)
{
    *ret_context = (code_context){.status = DRG_STATUS_ACTUAL, .outer = predicate->clause, .doer = DRG_NONE};
    code_walk walk = {.sentence = sentence, .frame = frame, .predicate = predicate, .own = own, .context = ret_context};
    ret_context->act = walk_frame_act(&walk, frame->act);
    start(&walk);
    for (unsigned steps = 0; walk.step != WALK_DONE && !ret_context->blocked; steps++) {
        if (steps == BOUND_TREE_DEPTH)
            walk_block(&walk, "too deep");
        else if (walk.step == WALK_CLAUSE)
            walk_step_clause(&walk);
        else
            walk_step_carrier(&walk);
    }
    settle(&walk);
    if (!ret_context->blocked) walk_find_announcer(&walk);
    if (!ret_context->blocked) add_sources(&walk);
}
