/* SPDX-License-Identifier: Apache-2.0
 *
 * In: the phrases in the slots that a frame counts, or, where it counts none, those that an act of its type counts by
 * its nature: who is freed, held, sent, or marches. Out: figures. The dead and injured of an attack: toll.c.
 */
#include "code/match.h"
#include "code/quantity.h"
#include "code/setting.h"

static void read_figures(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                         drg_magnitude *ret_magnitude)
{
    drg_magnitude magnitude = *ret_magnitude;
    int64_t *figures[] = {&magnitude.dead, &magnitude.injured, &magnitude.detained, &magnitude.people};
    unsigned view = code_view_of(sentence->frames, frame);
    for (unsigned i = 0; i < CODE_FIGURE_COUNT; i++) {
        if (!frame->figures[i]) continue;
        uint32_t token = code_path_token(sentence, predicate, frame->figures[i], view, 0);
        if (token == DRG_NONE) continue;
        if (i == CODE_FIGURE_MONEY)
            magnitude.has_money = code_money_in(sentence, token, &magnitude.money);
        else if (*figures[i] < 0 && !code_own_quantity(sentence, predicate, figures[i]))
            *figures[i] = code_people_at(sentence, token);
    }
    *ret_magnitude = magnitude;
}

/* The figure that an act has by its nature, and the slot of those who are counted. */
static int64_t *natural_figure(drg_type type, drg_text mode, drg_magnitude *magnitude, bool *ret_subject)
{
    bool abducts = type == DRG_ASSAULT && base_text_is(mode, "abduct");
    bool arrests = type == DRG_COERCE && base_text_is(mode, "arrest");
    bool counts = abducts || type == DRG_COERCE || type == DRG_SANCTION || type == DRG_RETREAT ||
                  type == DRG_MOBILIZE || type == DRG_PROTEST || type == DRG_AID || type == DRG_COOPERATE ||
                  type == DRG_CONCEDE;
    if (!counts) return NULL;
    *ret_subject = type == DRG_PROTEST;
    return arrests ? &magnitude->detained : &magnitude->people;
}

/* Of one person freed or held it is told that he is one; that one envoy is recalled goes without saying. */
static bool counts_single(drg_type type, drg_text mode)
{
    return type == DRG_RETREAT || type == DRG_ASSAULT || base_text_is(mode, "arrest") || base_text_is(mode, "deport");
}

/* Counted people in the first of a slot's fillers; -1 none. */
static int64_t count_in(code_sentence *sentence, const code_predicate *predicate, code_slot slot, unsigned view,
                        bool single)
{
    uint32_t token = code_path_token(sentence, predicate, slot, view, 0);
    if (token == DRG_NONE || !code_counts_people(sentence, token)) return -1;
    int64_t count = code_people_at(sentence, token);
    return count > 1 || single || code_count_at(sentence, token) > 0 ? count : -1;
}

/* Troops that land and rebels that disarm are counted as those who do it, where nobody else is. */
static bool counts_doers(drg_type type)
{
    return type == DRG_PROTEST || type == DRG_MOBILIZE || type == DRG_RETREAT || type == DRG_COOPERATE;
}

static void read_natural(code_sentence *sentence, const code_frame_record *frame, const code_predicate *predicate,
                         drg_magnitude *magnitude)
{
    const code_act_record *act = &sentence->frames->acts[frame->act];
    drg_text mode = code_frames_text(sentence->frames, act->mode_offset, act->mode_size);
    unsigned view = code_view_of(sentence->frames, frame);
    bool subject_first = false;
    int64_t *figure = natural_figure((drg_type)act->type, mode, magnitude, &subject_first);
    if (!figure || *figure >= 0) return;
    bool single = counts_single((drg_type)act->type, mode);
    uint32_t object = code_path_token(sentence, predicate, CODE_SLOT_OBJECT, view, 0);
    bool others = object != DRG_NONE && code_counts_people(sentence, object);
    if (!subject_first) *figure = count_in(sentence, predicate, CODE_SLOT_OBJECT, view, single);
    if (*figure >= 0 || (others && !subject_first) || !counts_doers((drg_type)act->type)) return;
    uint32_t doer = code_path_token(sentence, predicate, CODE_SLOT_SUBJECT, view, 0);
    bool office = doer != DRG_NONE && !subject_first && code_count_at(sentence, doer) < 0;
    if (!office)
        *figure = count_in(sentence, predicate, CODE_SLOT_SUBJECT, view, single); /* "the president withdrew" */
}

drg_magnitude code_magnitude_of(code_sentence *sentence, const code_frame_record *frame,
                                const code_predicate *predicate, const code_context *context)
{
    drg_magnitude magnitude = {-1, -1, -1, -1, {0, ""}, false};
    read_figures(sentence, frame, predicate, &magnitude);
    if (sentence->frames->acts[frame->act].type == DRG_ASSAULT) code_toll_of(sentence, predicate, &magnitude);
    read_natural(sentence, frame, predicate, &magnitude);
    /* of what is threatened, demanded or not done nobody died */
    if (context->act.type != (drg_type)sentence->frames->acts[frame->act].type || context->negated)
        magnitude.dead = magnitude.injured = magnitude.detained = -1;
    return magnitude;
}
